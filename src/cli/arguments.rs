//! What can be said on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use super::search_arguments::{CollocatesOptions, KwicOptions, NgramsOptions, TableOptions};
use crate::engine::choices::Settings;
use crate::measures::options::{
    ItemKind, KeynessEvidence, KeywordMethod, MeasureOptions, Significance,
};
use crate::text::clean::{Pass, Passes};
use crate::text::decode::Encoding;

/// 词镜 Cijing: Chinese newspaper pages and any Chinese text, read, segmented and counted.
#[derive(Debug, Parser)]
#[command(name = "cijing", version, about, arg_required_else_help = true)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Read a page: its articles, headlines and bylines, and what was set aside, as JSON.
    Read(ReadOptions),
    /// Segment a text: words parted by spaces, a paragraph a line.
    Segment(SegmentOptions),
    /// Find candidates for new words in one file or in several together.
    Discover(DiscoverOptions),
    /// Count the words of one file or of several together.
    Words(WordsOptions),
    /// Find persons, places and organisations on a page: how often each is named, as JSON.
    Names(NamesOptions),
    /// Find set phrases in files: phrases in quotation marks, titles, four-character phrases and repeated strings, as
    /// JSON.
    Phrases(FindingOptions),
    /// Find who says what in files, directly or reported, as JSON.
    Speakers(FindingOptions),
    /// Compare files with others: the words that are more frequent in one side than in the other.
    Keyness(KeynessArguments),
    /// Weigh the keywords of files by TF-IDF or TextRank.
    Keywords(KeywordsOptions),
    /// Count the items of files, and how evenly they are spread over the articles.
    Dispersion(DispersionOptions),
    /// Count characters, sentences and paragraphs, and measure lexical diversity.
    Stats(StatsOptions),
    /// Search files: every line with its context.
    Kwic(KwicOptions),
    /// Find the words that stand near a word.
    Collocates(CollocatesOptions),
    /// Find sequences of words or characters that recur.
    Ngrams(NgramsOptions),
}

/// How a file is decoded.
#[derive(Debug, Clone, Args)]
pub struct Decoding {
    /// The encoding of the files; without it, it is found out for each file.
    #[arg(long, value_enum)]
    pub encoding: Option<EncodingName>,
}

/// Names of encodings as they are typed.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum EncodingName {
    /// UTF-8.
    #[value(name = "utf-8")]
    Utf8,
    /// GB18030, with GBK and GB2312.
    #[value(name = "gb18030", aliases = ["gbk", "gb2312"])]
    Gb18030,
    /// Big5 with the Hong Kong characters.
    #[value(name = "big5")]
    Big5,
    /// UTF-16, least significant byte first.
    #[value(name = "utf-16le")]
    Utf16Le,
    /// UTF-16, most significant byte first.
    #[value(name = "utf-16be")]
    Utf16Be,
}

impl From<EncodingName> for Encoding {
    fn from(name: EncodingName) -> Self {
        match name {
            EncodingName::Utf8 => Self::Utf8,
            EncodingName::Gb18030 => Self::Gb18030,
            EncodingName::Big5 => Self::Big5,
            EncodingName::Utf16Le => Self::Utf16Le,
            EncodingName::Utf16Be => Self::Utf16Be,
        }
    }
}

/// How words are segmented.
#[derive(Debug, Clone, Args)]
pub struct Segmentation {
    /// Use the dictionary only: no words made by the hidden Markov model.
    #[arg(long)]
    pub no_hmm: bool,
    /// Count the text exactly as printed: no cleanup step.
    #[arg(long)]
    pub no_cleanup: bool,
    /// Segment text anew whose words are parted already.
    #[arg(long)]
    pub segment_anew: bool,
    /// Count traditional characters as simplified ones.
    #[arg(long)]
    pub simplify: bool,
    /// Leave out one cleanup step; may be given several times.
    #[arg(long, value_enum, value_name = "STEP")]
    pub without: Vec<PassName>,
}

impl Segmentation {
    /// Settings with what these options switch off.
    pub fn change(&self, settings: Settings) -> Settings {
        let mut cleanup = settings.cleanup;
        if self.no_cleanup {
            cleanup = Passes::all(false);
        }
        for name in &self.without {
            cleanup.set(Pass::from(*name), false);
        }
        if self.simplify {
            cleanup.set(Pass::Traditional, true);
        }
        Settings {
            unknown_words: settings.unknown_words && !self.no_hmm,
            cleanup,
            respect_given_words: settings.respect_given_words && !self.segment_anew,
            ..settings
        }
    }
}

/// Names of cleanup steps as they are typed.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum PassName {
    /// 部首字修复: radicals and compatibility forms.
    Radicals,
    /// 全半角归一: full-width letters and digits.
    Width,
    /// 版式空格: blanks inside dates and quantities.
    LayoutSpaces,
    /// 字间空格: spaced-out headlines and names.
    LetterSpacing,
    /// 标点归一: half-width and vertical marks.
    Punctuation,
    /// 异体字归一: variants of characters.
    Variants,
    /// 网址与邮箱: addresses as one token each.
    Addresses,
}

impl From<PassName> for Pass {
    fn from(name: PassName) -> Self {
        match name {
            PassName::Radicals => Self::Radicals,
            PassName::Width => Self::Width,
            PassName::LayoutSpaces => Self::LayoutSpaces,
            PassName::LetterSpacing => Self::LetterSpacing,
            PassName::Punctuation => Self::Punctuation,
            PassName::Variants => Self::Variants,
            PassName::Addresses => Self::Addresses,
        }
    }
}

/// The user's choices, which every command goes by.
#[derive(Debug, Clone, Default, Args)]
pub struct Choices {
    /// A project saved by the page: its settings, corrections, lexicon and decisions hold. Options of the command change
    /// its settings.
    #[arg(long, value_name = "FILE")]
    pub project: Option<PathBuf>,
    /// A word list, `word frequency tag` or less a line, whose words are one token each; may be given several times.
    #[arg(long, value_name = "FILE")]
    pub lexicon: Vec<PathBuf>,
}

/// Options of `cijing read`.
#[derive(Debug, Args)]
pub struct ReadOptions {
    /// The file.
    pub file: PathBuf,
    /// The user's choices; the corrections of this file are applied.
    #[command(flatten)]
    pub choices: Choices,
    /// How it is decoded.
    #[command(flatten)]
    pub decoding: Decoding,
}

/// Options of `cijing segment`.
#[derive(Debug, Args)]
pub struct SegmentOptions {
    /// The file.
    pub file: PathBuf,
    /// Write word/tag, with the part of speech in the tag set of jieba.
    #[arg(long)]
    pub pos: bool,
    /// The user's choices.
    #[command(flatten)]
    pub choices: Choices,
    /// How the words are segmented.
    #[command(flatten)]
    pub segmentation: Segmentation,
    /// How the file is decoded.
    #[command(flatten)]
    pub decoding: Decoding,
}

/// Options of `cijing names`.
#[derive(Debug, Args)]
pub struct NamesOptions {
    /// The file.
    pub file: PathBuf,
    /// The user's choices.
    #[command(flatten)]
    pub choices: Choices,
    /// How it is decoded.
    #[command(flatten)]
    pub decoding: Decoding,
}

/// Options of `cijing phrases` and `cijing speakers`.
#[derive(Debug, Args)]
pub struct FindingOptions {
    /// The files, looked through together.
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// The user's choices.
    #[command(flatten)]
    pub choices: Choices,
    /// How they are decoded.
    #[command(flatten)]
    pub decoding: Decoding,
}

/// How a word list is written.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Format {
    /// Columns for people.
    Table,
    /// Comma-separated values with a byte order mark, safe to open in a spreadsheet.
    Csv,
    /// JSON with the sums and the choices that shaped the list.
    Json,
}

/// Stop words that are left out of a list of words.
#[derive(Debug, Clone, Default, Args)]
pub struct StopWordOptions {
    /// Leave out the words of this file too, a word a line; may be given several times.
    #[arg(long, value_name = "FILE")]
    pub stopwords: Vec<PathBuf>,
    /// Leave out newspapers' set words too: 本报讯, 记者, 据悉.
    #[arg(long)]
    pub newspaper_stop_words: bool,
}

/// Options of `cijing words`. The defaults are those of the page.
#[derive(Debug, Args)]
pub struct WordsOptions {
    /// The files, counted together.
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// How many words: the most frequent ones.
    #[arg(long)]
    pub top: Option<usize>,
    /// How the list is written.
    #[arg(long, value_enum, default_value = "table")]
    pub format: Format,
    /// Shortest word, in characters; without it as the project says, or 2.
    #[arg(long)]
    pub shortest: Option<u8>,
    /// Count the built-in stop words too.
    #[arg(long)]
    pub keep_stop_words: bool,
    /// The user's choices.
    #[command(flatten)]
    pub choices: Choices,
    /// Which stop words are left out beside the built-in ones.
    #[command(flatten)]
    pub stop_words: StopWordOptions,
    /// How the words are segmented.
    #[command(flatten)]
    pub segmentation: Segmentation,
    /// How the files are decoded.
    #[command(flatten)]
    pub decoding: Decoding,
}

/// Options of `cijing discover`.
#[derive(Debug, Args)]
pub struct DiscoverOptions {
    /// The files, searched together.
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// How many candidates: those of the highest score.
    #[arg(long)]
    pub top: Option<usize>,
    /// How the list is written.
    #[arg(long, value_enum, default_value = "table")]
    pub format: Format,
    /// The user's choices.
    #[command(flatten)]
    pub choices: Choices,
    /// How the words are segmented.
    #[command(flatten)]
    pub segmentation: Segmentation,
    /// How the files are decoded.
    #[command(flatten)]
    pub decoding: Decoding,
}

/// What is counted as one item.
#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub enum ItemName {
    /// 词.
    #[default]
    Words,
    /// 提法.
    Phrases,
    /// 人名.
    Persons,
    /// 地名.
    Places,
    /// 机构名.
    Organisations,
    /// 概念组 of the project.
    Groups,
}

impl From<ItemName> for ItemKind {
    fn from(name: ItemName) -> Self {
        match name {
            ItemName::Words => Self::Words,
            ItemName::Phrases => Self::Phrases,
            ItemName::Persons => Self::Persons,
            ItemName::Places => Self::Places,
            ItemName::Organisations => Self::Organisations,
            ItemName::Groups => Self::Groups,
        }
    }
}

/// The test of significance of a keyness list.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum SignificanceName {
    /// Log-likelihood with four terms (Dunning 1993).
    LogLikelihood,
    /// Log-likelihood with two terms (Rayson and Garside 2000).
    LogLikelihoodOfTwoTerms,
    /// χ² without Yates's correction.
    ChiSquared,
}

/// What an item must show to be listed as a keyword.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum EvidenceName {
    /// BIC of at least 2 where both sides have 50,000 tokens, else nothing.
    Automatic,
    /// Nothing.
    None,
    /// BIC of at least 2.
    Bic,
    /// p < 0.05.
    #[value(name = "0.05")]
    Five,
    /// p < 0.01.
    #[value(name = "0.01")]
    One,
    /// p < 0.001.
    #[value(name = "0.001")]
    Tenth,
    /// p < 0.0001.
    #[value(name = "0.0001")]
    Hundredth,
}

/// Options of `cijing keyness`. The defaults are those of the page.
#[derive(Debug, Args)]
pub struct KeynessArguments {
    /// The files whose keywords are listed: the target.
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// The files to compare with: the reference.
    #[arg(long, value_name = "FILE", num_args = 1.., required_unless_present_any = ["list", "dictionary"])]
    pub against: Vec<PathBuf>,
    /// A list to compare with, `word count` a line, in place of files.
    #[arg(long, value_name = "FILE", conflicts_with = "against")]
    pub list: Option<PathBuf>,
    /// Compare with the frequencies of the dictionary, which is no corpus: a ranking only.
    #[arg(long, conflicts_with_all = ["against", "list"])]
    pub dictionary: bool,
    /// What is counted as one item.
    #[arg(long, value_enum, default_value = "words")]
    pub items: ItemName,
    /// The test of significance.
    #[arg(long, value_enum)]
    pub significance: Option<SignificanceName>,
    /// What an item must show to be listed.
    #[arg(long, value_enum)]
    pub evidence: Option<EvidenceName>,
    /// Do not correct p for the number of items tested.
    #[arg(long)]
    pub no_bonferroni: bool,
    /// Least count of an item on the side on which it is more frequent.
    #[arg(long)]
    pub least_count: Option<u32>,
    /// Least number of articles of that side in which it occurs.
    #[arg(long)]
    pub least_articles: Option<u32>,
    /// How the table is written, and by which choices.
    #[command(flatten)]
    pub table: TableOptions,
}

impl KeynessArguments {
    /// Changes what these options say of keyness.
    pub fn change(&self, measures: &mut MeasureOptions) {
        let keyness = &mut measures.keyness;
        keyness.bonferroni &= !self.no_bonferroni;
        keyness.least_count = self.least_count.or(keyness.least_count);
        keyness.least_articles = self.least_articles.or(keyness.least_articles);
        if let Some(significance) = self.significance {
            keyness.significance = match significance {
                SignificanceName::LogLikelihood => Significance::LogLikelihood,
                SignificanceName::LogLikelihoodOfTwoTerms => Significance::LogLikelihoodOfTwoTerms,
                SignificanceName::ChiSquared => Significance::ChiSquared,
            };
        }
        if let Some(evidence) = self.evidence {
            keyness.evidence = match evidence {
                EvidenceName::Automatic => KeynessEvidence::Automatic,
                EvidenceName::None => KeynessEvidence::None,
                EvidenceName::Bic => KeynessEvidence::Bic,
                EvidenceName::Five => KeynessEvidence::Five,
                EvidenceName::One => KeynessEvidence::One,
                EvidenceName::Tenth => KeynessEvidence::Tenth,
                EvidenceName::Hundredth => KeynessEvidence::Hundredth,
            };
        }
    }
}

/// How keywords are weighed.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum MethodName {
    /// TF-IDF as jieba for Python has it.
    TfIdf,
    /// TF-IDF with the document frequencies of the files.
    TfIdfOfCorpus,
    /// TextRank.
    TextRank,
}

impl From<MethodName> for KeywordMethod {
    fn from(name: MethodName) -> Self {
        match name {
            MethodName::TfIdf => Self::TfIdfOfJieba,
            MethodName::TfIdfOfCorpus => Self::TfIdfOfCorpus,
            MethodName::TextRank => Self::TextRank,
        }
    }
}

/// Options of `cijing keywords`.
#[derive(Debug, Args)]
pub struct KeywordsOptions {
    /// The files, taken together.
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// How they are weighed.
    #[arg(long, value_enum, default_value = "tf-idf")]
    pub method: MethodName,
    /// How the table is written, and by which choices.
    #[command(flatten)]
    pub table: TableOptions,
}

/// Options of `cijing dispersion`.
#[derive(Debug, Args)]
pub struct DispersionOptions {
    /// The files, counted together; dispersion is over their articles.
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// What is counted as one item.
    #[arg(long, value_enum, default_value = "words")]
    pub items: ItemName,
    /// How the table is written, and by which choices.
    #[command(flatten)]
    pub table: TableOptions,
}

/// Options of `cijing stats`.
#[derive(Debug, Args)]
pub struct StatsOptions {
    /// The files, taken together.
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// A row for every article.
    #[arg(long)]
    pub articles: bool,
    /// How the table is written, and by which choices.
    #[command(flatten)]
    pub table: TableOptions,
}
