//! 检索: what is searched for, and the lines of a concordance.

use serde::{Deserialize, Serialize};

use super::Item;
use super::group::Selection;
use crate::measures::options::{Boundary, ContextSize};
use crate::report::views::{ArticleId, ScalarRange};

/// What is searched for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Searched {
    /// A word as a token, a concept group, a name or a set phrase.
    Item(Item),
    /// A string of the counted text, however it is segmented; blanks around it are ignored.
    String(String),
    /// Tokens: `*` stands for any characters or none, `?` for one.
    Wildcard(String),
    /// A regular expression over the counted text of a paragraph.
    Regex(String),
    /// Tokens with a tag of jieba (vn), or with a tag that begins so (v*).
    PartOfSpeech(String),
    /// Several tokens that stand near each other.
    Near {
        /// The words, two to five; each may have wildcards.
        words: Vec<String>,
        /// How many tokens may stand between the first and the last, those of the other words not counted.
        distance: u8,
        /// Whether they stand in this order.
        in_order: bool,
        /// What they must not reach over.
        within: Boundary,
    },
}

/// By what lines are sorted. Ties keep canonical order: documents, then places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum LineOrder {
    /// As they stand in the corpus.
    Place,
    /// By the token so many places left of the node: 1 to 5.
    Left(u8),
    /// By the token so many places right of the node: 1 to 5.
    Right(u8),
    /// By what was found, in code point order.
    Node,
    /// By its pinyin.
    Pinyin,
    /// By date; lines without one stand last.
    Date,
    /// By the article's headline.
    Article,
    /// By newspaper.
    Newspaper,
}

/// By what lines stand together under a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum LineGrouping {
    /// The form found.
    Node,
    /// The file.
    File,
    /// The newspaper.
    Newspaper,
    /// The date.
    Date,
    /// The article.
    Article,
    /// The token left of it.
    Left,
    /// The token right of it.
    Right,
}

/// A random sample of lines: the same seed draws the same lines of the same corpus.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct LineSample {
    /// How many lines, at least 1.
    pub size: u32,
    /// The seed.
    pub seed: u32,
}

/// Which lines of a concordance, and in which order.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct LinesWanted {
    /// What is sorted by, the first first; at most 5. Empty for canonical order.
    pub order: Vec<LineOrder>,
    /// Whether the sort runs the other way round.
    pub descending: bool,
    /// Only lines whose context has this string; empty for all.
    pub containing: String,
    /// Only lines that the user marked.
    pub marked_only: bool,
    /// Only a sample.
    pub sample: Option<LineSample>,
    /// The heading under which lines stand together; it goes before the sort.
    pub grouping: Option<LineGrouping>,
}

/// A mark that the user put on a line.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct LineMark {
    /// SHA-256 of the file's bytes.
    pub sha256: String,
    /// Where the node stands in the source.
    pub place: ScalarRange,
}

/// One line of a concordance.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ConcordanceLine {
    /// Its number among all lines in canonical order, from 1.
    pub number: u32,
    /// Printed text before the node, inside its paragraph.
    pub left: String,
    /// The node as printed.
    pub node: String,
    /// Printed text behind it.
    pub right: String,
    /// In which article.
    pub article: ArticleId,
    /// The article's main headline or beginning, at most 30 characters.
    pub article_label: String,
    /// The name of its file.
    pub file: String,
    /// The newspaper, where it is known.
    pub newspaper: Option<String>,
    /// The article's date as `YYYY-MM-DD`, else the publication date.
    pub date: Option<String>,
    /// 版次.
    pub page_number: Option<String>,
    /// Line of the source, from 1.
    pub source_line: u32,
    /// Where the node stands; several ranges where it runs over a wrap.
    pub places: Vec<ScalarRange>,
    /// The place of its unit in the clean page.
    pub unit: u32,
    /// The row of the source pane on which it begins, from 0.
    pub row: u32,
    /// The key of its mark.
    pub mark: Option<LineMark>,
    /// Whether the user marked it.
    pub is_marked: bool,
    /// The heading under which it stands; empty without grouping.
    pub heading: String,
    /// The whole paragraph as printed, at most 4,000 characters, and where in it the node stands, in characters.
    pub paragraph: String,
    /// First character of the node in the paragraph, and the one behind it.
    pub node_in_paragraph: (u32, u32),
}

/// Why a search ended before all was searched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum SearchEnd {
    /// All was searched.
    Complete,
    /// The user stopped it.
    Stopped,
    /// It asked for more work than a search may do: so many paragraphs were not searched to their end.
    TooMuchWork(u32),
    /// More lines than are kept; the first so many are there.
    TooManyLines(u32),
}

/// Why something cannot be searched for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum SearchFault {
    /// Nothing is named.
    Empty,
    /// The regular expression is none: where it goes wrong, in characters from 0.
    Regex {
        /// The place.
        place: u32,
    },
    /// The regular expression is too large.
    TooLarge,
    /// It would match nothing at all, at every place.
    MatchesNothing,
}

/// Lines under one heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineHeading {
    /// The heading.
    pub label: String,
    /// How many lines stand under it.
    pub lines: u32,
    /// The first of them, from 0.
    pub first_row: u32,
}

/// A window on a concordance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConcordanceView {
    /// What was searched for.
    pub searched: Searched,
    /// In what.
    pub of: Selection,
    /// The lines in all, before filter and sample.
    pub found: u32,
    /// Articles in which they stand.
    pub articles: u32,
    /// How many of what was found cut a token, or are parts of one: only a string search finds them.
    pub across_tokens: u32,
    /// How many rows there are in all, after filter and sample.
    pub rows_total: u32,
    /// Number of the first row here, from 0.
    pub first_row: u32,
    /// The rows.
    pub rows: Vec<ConcordanceLine>,
    /// The headings in their order, at most 1,000; empty without grouping.
    pub headings: Vec<LineHeading>,
    /// How the context is measured.
    pub context: ContextSize,
    /// How much is searched, in thousandths; below 1000 the rows are those found so far.
    pub per_mille: u16,
    /// How it ended.
    pub end: SearchEnd,
    /// Why nothing could be searched.
    pub fault: Option<SearchFault>,
}
