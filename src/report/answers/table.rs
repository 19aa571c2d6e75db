//! The tables of the measures: one shape for all of them, so that the screen, the files to take away and the command
//! line show the same rows.

use serde::{Deserialize, Serialize};

use super::Item;
use super::group::Side;
use super::search::Searched;
use crate::measures::figure::Figure;
use crate::measures::options::RowTotal;
use crate::report::table_notes::Bilingual;
use crate::report::views::ArticleId;

/// A measure's table, or a window on it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct TableView {
    /// What was counted: one side, or target and reference.
    pub sides: Vec<Side>,
    /// The columns in their order; those of [`Column::is_rare`] stand under 更多.
    pub columns: Vec<Column>,
    /// By what the rows are sorted.
    pub order: Option<Order>,
    /// How many rows there are in all, after the search term.
    pub rows_total: u32,
    /// Number of the first row here, from 0.
    pub first_row: u32,
    /// The rows.
    pub rows: Vec<TableRow>,
    /// What a reader must know of the table.
    pub notes: Vec<Note>,
    /// How much is done, in thousandths; below 1000 the rows are those found so far.
    pub per_mille: u16,
    /// What stands over each column, in words: the page has no names of columns of its own, which would be loaded before
    /// anything is seen. Empty where nothing shows it.
    pub heads: Vec<Head>,
    /// The notes in words, one for each.
    pub notes_told: Vec<Bilingual>,
}

/// What stands over a column.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Head {
    /// Its label, with the unit of its relative frequencies; of a trend's column that of any item.
    pub label: Bilingual,
    /// What it is, in a line.
    pub hint: Bilingual,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct TableRow {
    /// Where a click on it leads.
    pub lead: Lead,
    /// A cell for every column.
    pub cells: Vec<Cell>,
}

/// Where a row leads.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Lead {
    /// Nowhere.
    #[default]
    Nowhere,
    /// To the lines of an item.
    Item(Item),
    /// To the lines of a search.
    Search(Searched),
    /// To an article.
    Article(ArticleId),
}

/// One cell.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub enum Cell {
    /// Nothing is known or defined.
    #[default]
    Empty,
    /// Text.
    Text(String),
    /// A count.
    Count(u64),
    /// A figure; always finite.
    Number(f64),
    /// Without bound, as a ratio over nothing: +∞, or −∞ where `true`.
    Infinite(bool),
}

/// By what rows are sorted. Ties are broken by the table's first count, descending, then by the item in code point
/// order. Empty cells stand last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Order {
    /// The column.
    pub column: Column,
    /// Largest first; text from its end.
    pub descending: bool,
}

/// The columns of all tables. Target and reference are the first and the second side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[allow(
    missing_docs,
    reason = "the names of the measures; their formulas stand in crate::measures"
)]
pub enum Column {
    Rank,
    Item,
    /// 词性.
    PartOfSpeech,
    /// 首见日期.
    FirstDate,
    /// 频次, of the only side or the target.
    Count,
    /// Count in the reference.
    ReferenceCount,
    /// Per 10,000 tokens, per million above a million.
    Relative,
    ReferenceRelative,
    /// 见于篇数.
    Articles,
    ReferenceArticles,
    Dp,
    DpNorm,
    JuillandD,
    CarrollD2,
    RosengrenS,
    Arf,
    LogLikelihood,
    ChiSquared,
    Bic,
    /// p of the test, after Bonferroni where that is on.
    PValue,
    LogRatio,
    ConservativeLogRatio,
    PercentDifference,
    OddsRatio,
    DifferenceCoefficient,
    SimpleMaths,
    /// Co-occurrences in the windows.
    CoOccurrences,
    /// Those that chance would give.
    Expected,
    /// 互信息.
    Mi,
    Mi2,
    Mi3,
    TScore,
    ZScore,
    Dice,
    LogDice,
    Npmi,
    /// ΔP of the collocate, given the node.
    DeltaPForward,
    /// ΔP of the node, given the collocate.
    DeltaPBackward,
    MinimumSensitivity,
    /// Count at a place left (below 0) or right (above 0) of the node: L5 to R5.
    Position(i8),
    /// The length of an n-gram in units.
    Length,
    /// How many different units fill a frame's slot, and the most frequent.
    Fillers,
    FillerExamples,
    /// 权重, of TF-IDF or TextRank.
    Weight,
    Idf,
    /// Articles, dates, groups.
    Label,
    Date,
    File,
    Characters,
    CharactersWithMarks,
    Tokens,
    Types,
    Sentences,
    Paragraphs,
    /// Mean length in characters.
    SentenceCharacters,
    /// Mean length in tokens.
    SentenceTokens,
    ParagraphCharacters,
    ParagraphSentences,
    Ttr,
    Sttr,
    Mattr,
    Mtld,
    HdD,
    /// The same as mean over articles.
    TtrOfArticles,
    SttrOfArticles,
    MattrOfArticles,
    MtldOfArticles,
    HdDOfArticles,
    /// Count, then relative frequency, of the n-th of several items in a table of trends, from 0.
    ItemCount(u8),
    ItemRelative(u8),
    ItemArticles(u8),
}

/// What a reader must know of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Note {
    /// A condition removed so many items.
    Removed {
        /// The condition.
        condition: Removal,
        /// Its value.
        threshold: u32,
        /// How many items it alone removed of those that the conditions before it left.
        items: u32,
    },
    /// 描述性比较: a side has fewer than 50,000 tokens.
    Descriptive,
    /// The sides were made by different settings.
    DifferentSettings,
    /// The reference is no corpus: a ranking only, no significance.
    RankingOnly,
    /// Which row total a collocation table uses.
    RowTotal(RowTotal),
    /// How often the node occurs.
    Node(u64),
    /// How many of the node's occurrences are no token of their own, so not counted.
    CutNode(u64),
    /// TextRank works on our tags, which differ from those of jieba for Python.
    OtherTags,
    /// So many items were tested.
    Tested(u32),
    /// A side is empty.
    EmptySide(u8),
    /// Fewer tokens than a measure needs.
    TooFewTokens(u32),
    /// More rows than are kept; the first so many are there.
    Cut(u32),
    /// Stopped before its end.
    Stopped,
    /// jieba's table of inverse document frequencies is not loaded: no weights.
    NoIdf,
    /// So many tokens are on both sides of a comparison.
    Overlap(u64),
}

/// A condition of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Removal {
    /// Least count.
    Count,
    /// Least number of articles.
    Articles,
    /// BIC below 2.
    Bic,
    /// Not significant: the level in units of 1/10,000.
    Significance,
    /// The other sign.
    Sign,
    /// Least co-occurrences.
    CoOccurrences,
    /// Only inside a longer one.
    Longest,
}

impl Column {
    /// Whether it stands under 更多.
    pub fn is_rare(self) -> bool {
        matches!(
            self,
            Self::JuillandD
                | Self::CarrollD2
                | Self::RosengrenS
                | Self::Arf
                | Self::PercentDifference
                | Self::OddsRatio
                | Self::DifferenceCoefficient
                | Self::SimpleMaths
                | Self::PValue
                | Self::Mi2
                | Self::Npmi
                | Self::ZScore
                | Self::Dice
                | Self::DeltaPForward
                | Self::DeltaPBackward
                | Self::MinimumSensitivity
                | Self::Expected
        )
    }
}

impl From<Figure> for Cell {
    fn from(figure: Figure) -> Self {
        match figure {
            Figure::Undefined => Self::Empty,
            Figure::Number(number) => Self::Number(number),
            Figure::Infinite => Self::Infinite(false),
            Figure::NegativeInfinite => Self::Infinite(true),
        }
    }
}
