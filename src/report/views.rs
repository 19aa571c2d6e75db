//! The views that the screen shows: each is small, sorted and made for one purpose.
//!
//! Places are half-open ranges of Unicode scalar values in the decoded source of a document. Lines are counted from 1,
//! as people do.

use serde::{Deserialize, Serialize};

use crate::text::decode::{Certainty, Encoding};
use crate::text::page::model::{HeadlineRole, ParagraphKind, Rule};

/// A document, as the page numbers it: unique in a session, never used again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DocumentId(pub u32);

/// An article: the document and the article's number in it, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ArticleId {
    /// The document.
    pub document: DocumentId,
    /// The article's number in the document, from 0.
    pub article: u32,
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
    /// Each encoding the text could be in, with the beginning of the text read so; for the user to choose from.
    pub previews: Vec<(Encoding, String)>,
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
    /// The newspaper's name, if the page tells it.
    pub newspaper: Option<String>,
    /// The publication date as `YYYY-MM-DD`, if the page tells it.
    pub published: Option<String>,
    /// Its articles.
    pub articles: Vec<ArticleView>,
    /// How many runs were set aside, by rule, sorted by rule.
    pub set_aside: Vec<(Rule, u32)>,
}

/// One article in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleView {
    /// Which article.
    pub id: ArticleId,
    /// Its headlines in reading order; empty where none was found.
    pub headlines: Vec<(HeadlineRole, String)>,
    /// The beginning of its body, at most 40 characters, to show where there is no headline.
    pub beginning: String,
    /// The names in its byline.
    pub byline: Vec<String>,
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
