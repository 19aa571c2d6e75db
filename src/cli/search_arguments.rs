//! What can be said to the commands that search.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::arguments::{Choices, Decoding, Format, Segmentation};
use crate::measures::options::{Boundary, NgramUnit, RowTotal};

/// What every command that makes a table is told.
#[derive(Debug, Args)]
pub struct TableOptions {
    /// How the table is written.
    #[arg(long, value_enum, default_value = "table")]
    pub format: Format,
    /// How many rows: the first ones.
    #[arg(long)]
    pub top: Option<u32>,
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

/// Of what a table is made.
#[derive(Debug, Args)]
pub struct GroupOption {
    /// Only this group of the project.
    #[arg(long, value_name = "NAME")]
    pub group: Option<String>,
}

/// What a search is, where it is for no word.
#[derive(Debug, Default, Args)]
#[group(multiple = false)]
pub struct SearchKind {
    /// The query is a string, however the text is segmented.
    #[arg(long)]
    pub string: bool,
    /// The query is a pattern of words: `*` stands for any characters or none, `?` for one.
    #[arg(long)]
    pub wildcard: bool,
    /// The query is a regular expression over paragraphs.
    #[arg(long)]
    pub regex: bool,
    /// The query is a tag of jieba: `vn`, or `v*` for all that begin so.
    #[arg(long)]
    pub tag: bool,
    /// The query is a concept group of the project.
    #[arg(long)]
    pub concept: bool,
    /// The query is a set phrase.
    #[arg(long)]
    pub phrase: bool,
    /// The query is several words, parted by blanks, with at most so many tokens between the first and the last.
    #[arg(long, value_name = "TOKENS")]
    pub near: Option<u8>,
}

/// What a window or a search for several words does not reach over.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Within {
    /// The sentence.
    Sentence,
    /// The paragraph.
    Paragraph,
    /// The article.
    Article,
}

impl From<Within> for Boundary {
    fn from(within: Within) -> Self {
        match within {
            Within::Sentence => Self::Sentence,
            Within::Paragraph => Self::Paragraph,
            Within::Article => Self::Article,
        }
    }
}

/// Options of `cijing kwic`.
#[derive(Debug, Args)]
pub struct KwicOptions {
    /// What is searched for: a word.
    pub query: String,
    /// The files, searched together.
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// What else the query is.
    #[command(flatten)]
    pub kind: SearchKind,
    /// Several words stand in the order in which they are given.
    #[arg(long, requires = "near")]
    pub in_order: bool,
    /// What several words do not reach over.
    #[arg(long, value_enum, default_value = "paragraph")]
    pub within: Within,
    /// By what the lines are sorted, the first first: l1 to l5, r1 to r5, node, pinyin, date, article, newspaper, place.
    #[arg(long, value_delimiter = ',')]
    pub sort: Vec<String>,
    /// Sort the other way round.
    #[arg(long)]
    pub descending: bool,
    /// Only lines whose context has this string.
    #[arg(long, value_name = "STRING", default_value = "")]
    pub containing: String,
    /// Only so many lines, drawn at random.
    #[arg(long, value_name = "LINES")]
    pub sample: Option<u32>,
    /// The seed of the sample: the same draws the same lines.
    #[arg(long, default_value_t = 1)]
    pub seed: u32,
    /// How many characters stand on each side; without it as the project says, or 30.
    #[arg(long, value_name = "CHARACTERS")]
    pub context: Option<u16>,
    /// How many words stand on each side.
    #[arg(long, value_name = "WORDS", conflicts_with = "context")]
    pub context_words: Option<u16>,
    /// Of what.
    #[command(flatten)]
    pub of: GroupOption,
    /// How the lines are written, of what, and by which choices.
    #[command(flatten)]
    pub table: TableOptions,
}

/// What the row total of a table of collocates is.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum RowTotalName {
    /// The tokens in the windows.
    Windows,
    /// The count of the node.
    Node,
}

impl From<RowTotalName> for RowTotal {
    fn from(name: RowTotalName) -> Self {
        match name {
            RowTotalName::Windows => Self::Windows,
            RowTotalName::Node => Self::Node,
        }
    }
}

/// Options of `cijing collocates`. Those that are not given are as the project says.
#[derive(Debug, Args)]
pub struct CollocatesOptions {
    /// The node: a word.
    pub word: String,
    /// The files, counted together.
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// The node is a pattern of words: `*` stands for any characters or none, `?` for one.
    #[arg(long, conflicts_with = "tag")]
    pub wildcard: bool,
    /// The node is a tag of jieba.
    #[arg(long)]
    pub tag: bool,
    /// How many words of the window stand left of the node: 0 to 10.
    #[arg(long)]
    pub left: Option<u8>,
    /// How many stand right of it: 0 to 10.
    #[arg(long)]
    pub right: Option<u8>,
    /// What a window does not reach over.
    #[arg(long, value_enum)]
    pub within: Option<Within>,
    /// Least number of co-occurrences.
    #[arg(long)]
    pub least: Option<u32>,
    /// The row total of the figures.
    #[arg(long, value_enum)]
    pub row_total: Option<RowTotalName>,
    /// Of what.
    #[command(flatten)]
    pub of: GroupOption,
    /// How the table is written, of what, and by which choices.
    #[command(flatten)]
    pub table: TableOptions,
}

/// Options of `cijing ngrams`. Those that are not given are as the project says.
#[derive(Debug, Args)]
pub struct NgramsOptions {
    /// The files, counted together.
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// Count characters, not words.
    #[arg(long)]
    pub characters: bool,
    /// Shortest, 2 to 8.
    #[arg(long)]
    pub shortest: Option<u8>,
    /// Longest, 2 to 8.
    #[arg(long)]
    pub longest: Option<u8>,
    /// Least count.
    #[arg(long)]
    pub least: Option<u32>,
    /// Least number of articles.
    #[arg(long, value_name = "ARTICLES")]
    pub least_articles: Option<u32>,
    /// Leave out what occurs only inside a longer one.
    #[arg(long)]
    pub longest_only: bool,
    /// Go on over 、 and quotation marks.
    #[arg(long)]
    pub over_marks: bool,
    /// Look for frames: one inner unit is open.
    #[arg(long)]
    pub frames: bool,
    /// Only those with this word, or with this string where characters are counted.
    #[arg(long, value_name = "WORD", default_value = "")]
    pub with: String,
    /// Of what.
    #[command(flatten)]
    pub of: GroupOption,
    /// How the table is written, of what, and by which choices.
    #[command(flatten)]
    pub table: TableOptions,
}

impl NgramsOptions {
    /// The unit, where it is chosen.
    pub fn unit(&self, known: NgramUnit) -> NgramUnit {
        if self.characters {
            NgramUnit::Characters
        } else {
            known
        }
    }
}
