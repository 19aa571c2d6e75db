//! The views that the screen shows: each is small, sorted and made for one purpose.
//!
//! Places are half-open ranges of Unicode scalar values in the decoded source of a document. Lines are counted from 1,
//! as people do.

use serde::{Deserialize, Serialize};

use super::metadata::DocumentMetadata;
use crate::text::clean::Pass;
use crate::text::decode::{Certainty, Encoding};
use crate::text::page::Reason;
use crate::text::page::correction::Correction;
#[cfg(doc)]
use crate::text::page::correction::Judgement;
use crate::text::page::decision::Answer;
use crate::text::page::model::{HeadlineRole, ParagraphKind, Rule};
use crate::words::names::NameKind;
pub use crate::words::presegmented::Separator;

/// A document, as the page numbers it: unique in a session, never used again.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub struct DocumentId(pub u32);

/// An article: the document and the article's number in it, from 0.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub struct ArticleId {
    /// The document.
    pub document: DocumentId,
    /// The article's number in the document, from 0.
    pub article: u32,
}

/// The name of an article that outlives a session and every correction: two files of the same name and bytes are one
/// to it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ArticleKey {
    /// SHA-256 of the file's bytes, in hexadecimal.
    pub sha256: String,
    /// The file's name.
    pub name: String,
    /// Where the article began as it was read: a place in scalar values. An article that a correction begins is named
    /// by the first place of its first paragraph that names no other article.
    pub place: u32,
}

/// A half-open range of Unicode scalar values in a document's decoded source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ScalarRange {
    /// First scalar value.
    pub start: u32,
    /// The scalar value behind the last one.
    pub end: u32,
}

/// What is known of a document's encoding, for its chip.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EncodingView {
    /// The encoding that was used.
    pub encoding: Encoding,
    /// How sure the detection is of it.
    pub certainty: Certainty,
    /// Whether the file begins with a byte order mark.
    pub byte_order_mark: bool,
    /// Whether the user chose it.
    pub chosen_by_user: bool,
    /// Whether the file is a workbook (.xlsx): its text has no encoding to choose, and there are no previews.
    pub is_workbook: bool,
    /// Each encoding the text could be in, with the beginning of the text read so; for the user to choose from.
    pub previews: Vec<(Encoding, String)>,
}

impl EncodingView {
    /// That of a workbook: its characters are Unicode, surely.
    pub fn of_workbook() -> Self {
        Self {
            encoding: Encoding::Utf8,
            certainty: Certainty::Certain,
            byte_order_mark: false,
            chosen_by_user: false,
            is_workbook: true,
            previews: Vec::new(),
        }
    }
}

/// One run of bytes that the encoding does not allow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MalformedView {
    /// Offset in the file, in bytes.
    pub offset_bytes: u64,
    /// Line in the decoded text, from 1.
    pub line: u32,
    /// The bytes in hexadecimal: `ff`, `81 30`.
    pub hexadecimal: String,
    /// The U+FFFD that stands for them in the decoded source.
    pub place: ScalarRange,
    /// The row of the source pane on which it stands, from 0.
    pub row: u32,
}

/// One document that was read, for the list of files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentView {
    /// Which document.
    pub id: DocumentId,
    /// Its size in bytes.
    pub size_bytes: u64,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// Its encoding.
    pub encoding: EncodingView,
    /// How many runs of bytes could not be decoded.
    pub malformed_count: u32,
    /// The first of them, at most 100.
    pub malformed: Vec<MalformedView>,
    /// How many control, bidirectional and zero-width characters, which print nothing, the text holds.
    pub invisible_count: u32,
    /// How many places a run of Han characters without a mark was cut because it is over 64 Ki characters long.
    pub long_run_cuts: u32,
    /// How many lines the source has.
    pub lines: u32,
    /// What is known of it and its articles beside the text.
    pub metadata: DocumentMetadata,
    /// Whether it is a table that says something of other files; it has no articles then.
    pub is_table: bool,
    /// Its articles.
    pub articles: Vec<ArticleView>,
    /// How many runs were set aside, by rule, sorted by rule.
    pub set_aside: Vec<(Rule, u32)>,
    /// How many decisions reading made.
    pub decisions: u32,
    /// How many of them are doubtful.
    pub doubtful: u32,
    /// How many corrections the page has.
    pub corrections: u32,
    /// The numbers, from 0, of those that do not fit the page as it is read now, and change nothing.
    pub unfitting: Vec<u32>,
    /// What parts its words, where someone segmented it already: they are the tokens, if the settings say so.
    pub presegmented: Option<Separator>,
}

#[cfg(test)]
impl DocumentView {
    /// A document of one empty line, for tests to which only the number matters.
    pub fn numbered(id: DocumentId) -> Self {
        Self {
            id,
            size_bytes: 10,
            sha256: String::new(),
            encoding: EncodingView {
                encoding: Encoding::Utf8,
                certainty: Certainty::Certain,
                byte_order_mark: false,
                chosen_by_user: false,
                is_workbook: false,
                previews: Vec::new(),
            },
            malformed_count: 0,
            malformed: Vec::new(),
            invisible_count: 0,
            long_run_cuts: 0,
            lines: 1,
            metadata: DocumentMetadata::default(),
            is_table: false,
            articles: Vec::new(),
            set_aside: Vec::new(),
            decisions: 0,
            doubtful: 0,
            corrections: 0,
            unfitting: Vec::new(),
            presegmented: None,
        }
    }
}

/// One article in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleView {
    /// Which article.
    pub id: ArticleId,
    /// Its name in the project.
    pub key: ArticleKey,
    /// Its headlines in reading order; empty where none was found.
    pub headlines: Vec<(HeadlineRole, String)>,
    /// The beginning of its body, at most 40 characters, to show where there is no headline.
    pub beginning: String,
    /// The names in its byline.
    pub byline: Vec<String>,
    /// Its date as printed: 12月12日, 昨日.
    pub date: Option<String>,
    /// 字数: Han characters, letters and digits of headlines and body, without marks and blanks.
    pub characters: u32,
    /// Number of paragraphs in the body.
    pub paragraphs: u32,
    /// Where its first unit begins in the source: line from 1.
    pub first_line: u32,
}

/// One row of the word list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WordRow {
    /// Rank by count, from 1; words of equal count stand in code point order and have ranks of their own.
    pub rank: u32,
    /// The word.
    pub word: String,
    /// Part of speech in the tag set of jieba (`n`, `v`, `nr` …); empty where there is none.
    pub tag: String,
    /// 频次: how often it occurs in what is counted.
    pub count: u32,
    /// Count per [`Totals::per`] tokens.
    pub relative: f64,
    /// 见于篇数: in how many of the counted articles it occurs.
    pub articles: u32,
    /// Whether it is a group, and the word its name.
    #[serde(default)]
    pub is_group: bool,
}

/// The sums that stand small below everything, and the base of relative frequencies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Totals {
    /// Documents counted.
    pub documents: u32,
    /// Articles counted.
    pub articles: u32,
    /// 字数: Han characters, letters and digits of headlines and body.
    pub characters: u32,
    /// The same with punctuation marks.
    pub characters_with_marks: u32,
    /// 词次: tokens that are words or numbers, before any filter. The base of relative frequencies.
    pub tokens: u32,
    /// 词种: different ones among them.
    pub types: u32,
    /// Sentences of the body: runs closed by 。！？… or the paragraph's end.
    pub sentences: u32,
    /// The base of relative frequencies: 10,000 below a million tokens, else 1,000,000.
    pub per: u32,
    /// Tokens left after stop words, shortest length and part-of-speech filter.
    pub kept_tokens: u32,
    /// Types left after the filters: the rows of the word list.
    pub kept_types: u32,
}

/// The first page of results: the keywords and the sums.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct OverviewView {
    /// The sums.
    pub totals: Totals,
    /// The most frequent words that the filters leave, at most as many as asked for.
    pub keywords: Vec<WordRow>,
}

/// By what the word list is sorted. Ties are always broken by count, descending, then by word in code point order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum WordOrder {
    /// Most frequent first.
    #[default]
    Count,
    /// By word, in code point order.
    Word,
    /// By part of speech.
    Tag,
    /// By the number of articles, most first.
    Articles,
    /// By length in characters, longest first.
    Length,
}

/// A window on the word list.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct WordsView {
    /// The sums.
    pub totals: Totals,
    /// How many rows there are in all, after the search term.
    pub rows_total: u32,
    /// Number of the first row here, from 0.
    pub first_row: u32,
    /// The rows.
    pub rows: Vec<WordRow>,
}

/// One occurrence of a word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineRow {
    /// In which article.
    pub article: ArticleId,
    /// The article's main headline or beginning, at most 30 characters.
    pub article_label: String,
    /// Printed text before the word, at most 30 characters, inside the same unit.
    pub left: String,
    /// The word as printed.
    pub word: String,
    /// Printed text behind the word, at most 30 characters.
    pub right: String,
    /// Line of the source in which it begins, from 1.
    pub source_line: u32,
    /// Where it stands; several ranges where it runs over a wrap.
    pub places: Vec<ScalarRange>,
    /// The place of its unit in the clean page: index into [`CleanView::lengths`].
    pub unit: u32,
    /// The row of the source pane on which it begins, from 0.
    pub row: u32,
}

/// A window on the lines of a word.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct LinesView {
    /// The word.
    pub word: String,
    /// How many occurrences there are in all.
    pub rows_total: u32,
    /// Number of the first row here, from 0.
    pub first_row: u32,
    /// The rows in canonical order: file name by code point, SHA-256, copy; then reading order.
    pub rows: Vec<LineRow>,
}

/// A stretch of text to show: as it is, or a mark for what cannot be printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Shown {
    /// Text as it is.
    Text(String),
    /// A malformed run of bytes, in hexadecimal: shown as ⟦FF⟧.
    Malformed(String),
    /// A character that prints nothing or reorders text: shown as ⟦U+202E⟧.
    Invisible(u32),
    /// So many characters more that are not sent: a browser cannot lay out a paragraph of megabytes.
    Omitted(u32),
}

impl Shown {
    /// How many characters of the source it stands for.
    pub fn printed_chars(&self) -> u32 {
        match self {
            Self::Text(text) => u32::try_from(text.chars().count()).unwrap_or(u32::MAX),
            Self::Malformed(_) | Self::Invisible(_) => 1,
            Self::Omitted(count) => *count,
        }
    }
}

/// One row of the source pane. Lines longer than a row are cut into several rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceRow {
    /// Line number from 1; `None` for a row that continues the line above.
    pub line: Option<u32>,
    /// Where the row stands in the source.
    pub place: ScalarRange,
    /// Its text.
    pub shown: Vec<Shown>,
}

/// A window on a document's source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceView {
    /// Which document.
    pub document: DocumentId,
    /// How many rows there are in all.
    pub rows_total: u32,
    /// Number of the first row here, from 0.
    pub first_row: u32,
    /// The rows.
    pub rows: Vec<SourceRow>,
}

/// What a unit of the clean page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum UnitKind {
    /// A headline.
    Headline(HeadlineRole),
    /// A paragraph of the body.
    Paragraph(ParagraphKind),
    /// A byline.
    Byline,
    /// A line of the sign-off.
    Signature,
    /// Set aside, and why.
    SetAside(Rule),
}

/// One unit of the clean page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CleanUnit {
    /// What it is.
    pub kind: UnitKind,
    /// The article it belongs to; `None` for what was set aside.
    pub article: Option<u32>,
    /// Its printed text.
    pub shown: Vec<Shown>,
    /// The rows of the source pane on which its pieces stand, as half-open ranges of row numbers.
    pub source_rows: Vec<(u32, u32)>,
    /// Its ranges in the source.
    pub places: Vec<ScalarRange>,
    /// The place of its first character, by which corrections name it; `None` for reporters whose names stand in a
    /// paragraph's dateline.
    pub anchor: Option<u32>,
    /// The doubtful decisions about places inside the unit, or about the unit itself, in the order of the text.
    pub doubts: Vec<DoubtView>,
    /// Where its tokens end, in characters of [`Self::shown`], rising; empty for what is not segmented.
    pub tokens: Vec<u32>,
    /// The names in it: half-open ranges of characters of [`Self::shown`] in the order of the text, and their kinds.
    pub names: Vec<(u32, u32, NameKind)>,
}

/// A doubtful decision, where the clean page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DoubtView {
    /// Before which character of [`CleanUnit::shown`] it stands, from 0; a mark for a malformed run or an invisible
    /// character is one. 0 for what was decided of the unit itself, and of the line break before it.
    pub before_char: u32,
    /// Where the decision was made, as [`Judgement::place`] names it.
    pub place: u32,
    /// What was decided.
    pub answer: Answer,
    /// What weighed most.
    pub reason: Reason,
    /// From 50, a guess, to 100, certain.
    pub confidence: u8,
    /// What the user said of it; wrong also where a correction contradicts it.
    pub judged: Option<bool>,
}

/// A window on a document's clean page: articles in reading order, then what was set aside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CleanView {
    /// Which document.
    pub document: DocumentId,
    /// The length of every unit in characters, for the height of the scrolled area.
    pub lengths: Vec<u32>,
    /// The index of each article's first unit, and of the first unit set aside at the end.
    pub starts: Vec<u32>,
    /// Number of the first unit here.
    pub first_unit: u32,
    /// The units.
    pub units: Vec<CleanUnit>,
}

/// One article that tells the same story as others.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DuplicateView {
    /// Which article.
    pub article: ArticleId,
    /// Its main headline or beginning, at most 40 characters.
    pub label: String,
    /// The name of its file.
    pub file: String,
    /// The newspaper and the publication date, as far as known.
    pub published: (Option<String>, Option<String>),
    /// Letters and digits of its body.
    pub characters: u32,
    /// Whether the user left it out of the counts.
    pub left_out: bool,
    /// Whether letters and digits are those of an earlier one of the group, one by one.
    pub is_identical: bool,
    /// Share of the shingles that it and the most similar earlier article of the group have in common, in thousandths
    /// of all of both; 0 for the first of a group. See [`crate::measures::similarity`].
    pub resemblance: u16,
    /// The same share of the shorter one's.
    pub containment: u16,
}

/// 重复稿件: groups of articles that tell the same story in the same words, in canonical order.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct DuplicatesView {
    /// How many groups there are.
    pub groups_total: u32,
    /// How many articles stand in them.
    pub articles_total: u32,
    /// The first groups, at most 500.
    pub groups: Vec<Vec<DuplicateView>>,
}

/// A paragraph of one of two articles that stand side by side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ComparedParagraph {
    /// Its text.
    pub shown: Vec<Shown>,
    /// How much of it the other article has, in thousandths of its shingles; `None` where it is too short to tell.
    pub shared: Option<u16>,
    /// Its ranges in the source.
    pub places: Vec<ScalarRange>,
}

/// One of two articles that stand side by side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ComparedArticle {
    /// Which article.
    pub article: ArticleId,
    /// The name of its file.
    pub file: String,
    /// Its headlines in reading order.
    pub headlines: Vec<(HeadlineRole, String)>,
    /// Its paragraphs.
    pub paragraphs: Vec<ComparedParagraph>,
}

/// Which decisions 待核 shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum ReviewScope {
    /// The doubtful ones.
    #[default]
    Doubtful,
    /// A sample of all decisions, drawn evenly with a fixed seed, for the user to judge.
    Sample {
        /// How many, at most 500.
        size: u32,
        /// The seed: the same seed draws the same decisions from the same corpus.
        seed: u32,
    },
}

/// One decision for a person to look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewItem {
    /// In which document.
    pub document: DocumentId,
    /// SHA-256 of the document's bytes: the key of its corrections.
    pub sha256: String,
    /// Where the decision was made, as [`Judgement::place`] names it.
    pub place: u32,
    /// What was decided.
    pub answer: Answer,
    /// What weighed most.
    pub reason: Reason,
    /// From 50, a guess, to 100, certain.
    pub confidence: u8,
    /// The source before the place, at most 24 characters.
    pub before: String,
    /// The source behind the place, or the unit itself; at most 24 characters.
    pub behind: String,
    /// The correction that makes the other reading of it; `None` where a person has to choose among several.
    pub if_wrong: Option<Correction>,
    /// What the user said of it before.
    pub judged: Option<bool>,
    /// The row of the source pane on which it stands, from 0.
    pub row: u32,
    /// Line of the source, from 1.
    pub source_line: u32,
    /// The place of its unit in the clean page: index into [`CleanView::lengths`].
    pub unit: u32,
    /// Where to light the source up.
    pub places: Vec<ScalarRange>,
}

/// How many of the judged decisions were right, with the 95 % confidence interval of the share after Wilson (1927).
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Precision {
    /// How many were judged.
    pub judged: u32,
    /// How many of them were right.
    pub right: u32,
    /// Lower end of the interval, 0 to 1.
    pub low: f64,
    /// Upper end of the interval, 0 to 1.
    pub high: f64,
}

/// 待核: decisions of reading for a person to look at, in canonical order of the documents, then by place.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ReviewView {
    /// What was asked for.
    pub scope: ReviewScope,
    /// How many decisions were made in all documents.
    pub decisions: u32,
    /// How many of them are doubtful.
    pub doubtful: u32,
    /// How many items there are in all.
    pub items_total: u32,
    /// Number of the first item here, from 0.
    pub first_item: u32,
    /// The items.
    pub items: Vec<ReviewItem>,
    /// Of a sample, the precision of those that were judged; of the doubtful ones, the same.
    pub precision: Precision,
}

/// A step of cleaning, as the settings list it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum CleanupStep {
    /// A pass from the printed text to the counted one, with a switch.
    Pass(Pass),
    /// 私用区字符: characters that only a font gives a meaning. They are listed and stay.
    PrivateUse,
    /// 不可见字符: what reading set aside because it prints nothing.
    Invisible,
    /// 分隔线: lines of nothing but one mark, which reading set aside.
    Rulers,
}

impl CleanupStep {
    /// Every step, in the order in which the settings list them.
    pub const ALL: [Self; 11] = [
        Self::Pass(Pass::Radicals),
        Self::Pass(Pass::Variants),
        Self::Pass(Pass::Traditional),
        Self::Pass(Pass::Width),
        Self::Pass(Pass::LetterSpacing),
        Self::Pass(Pass::LayoutSpaces),
        Self::Pass(Pass::Punctuation),
        Self::Pass(Pass::Addresses),
        Self::PrivateUse,
        Self::Invisible,
        Self::Rulers,
    ];
}

/// How often each step of cleaning changed something.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CleanupView {
    /// The steps of [`CleanupStep::ALL`], each with a count: of the passes and of private-use characters in what is
    /// counted; of what was set aside in all documents.
    pub counts: Vec<(CleanupStep, u32)>,
}

/// What became of what.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct ChangeKind {
    /// The text before the step; where blanks were taken out, with the characters beside them.
    pub before: String,
    /// The text behind the step; empty where it was set aside, the same where it was only marked.
    pub after: String,
}

/// One kind of change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeRow {
    /// What became of what.
    pub kind: ChangeKind,
    /// 次: how often.
    pub count: u32,
}

/// A window on what a step of cleaning changed, the most frequent first, then in code point order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangesView {
    /// The step.
    pub step: CleanupStep,
    /// How many rows there are in all.
    pub rows_total: u32,
    /// Number of the first row here, from 0.
    pub first_row: u32,
    /// The rows.
    pub rows: Vec<ChangeRow>,
}
