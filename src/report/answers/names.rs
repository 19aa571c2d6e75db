//! 专名 on the screen.

use serde::{Deserialize, Serialize};

use super::{Counted, Standing};
use crate::words::names::{Evidence, NameChoice, NameKind};
use crate::words::passage::PassagePart;

/// One name. Rows stand by count, descending, then in code point order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NameRow {
    /// The kind.
    pub kind: NameKind,
    /// The name: of merged forms the long one.
    pub name: String,
    /// 次: how often it stands in headlines, paragraphs and sign-offs (a reporter: in bylines), all forms together.
    pub count: u32,
    /// 见于篇数.
    pub articles: u32,
    /// How often in each part, in the order of [`PassagePart`].
    pub parts: Vec<(PassagePart, u32)>,
    /// Its forms as printed, most frequent first.
    pub forms: Vec<Counted>,
    /// The posts before or behind it, most frequent first; at most 20.
    pub posts: Vec<PostRow>,
    /// What made it a name.
    pub evidence: Vec<Evidence>,
    /// What the home place makes of it: 市委 is 无锡市委; `None` where that is what is printed.
    pub resolved: Option<String>,
    /// What the user decided.
    pub choice: Option<NameChoice>,
}

/// A post with the time in which it is printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostRow {
    /// The post as printed: 代市长.
    pub post: String,
    /// How often.
    pub count: u32,
    /// The first and the last date of an article that has it, as `YYYY-MM-DD`; `None` where no date is known.
    pub dates: Option<(String, String)>,
}

/// A window on the names of a kind.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct NamesView {
    /// How many names of each kind there are.
    pub totals: Vec<(NameKind, u32)>,
    /// How many rows there are in all, after the search term.
    pub rows_total: u32,
    /// Number of the first row here, from 0.
    pub first_row: u32,
    /// The rows.
    pub rows: Vec<NameRow>,
    /// Names that the user rejected, in code point order.
    pub rejected: Vec<String>,
}

/// One name whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NameView {
    /// Its row.
    pub row: NameRow,
    /// Names of any kind that stand in the same articles: how many articles, most first; at most 50.
    pub companions: Vec<(NameKind, Counted)>,
    /// Short forms that might mean it, for the user to merge.
    pub may_be: Vec<String>,
    /// The articles in canonical order, each with its count; at most 500.
    pub articles: Vec<(Standing, u32)>,
}

/// One list of persons, as a newspaper names them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NameListRow {
    /// Where it stands.
    pub standing: Standing,
    /// What opens the list: 市领导.
    pub heading: String,
    /// The names in the order of the list.
    pub names: Vec<String>,
    /// Of those that an earlier list of the same heading had too: the pairs whose order is the other one now.
    pub swapped: Vec<(String, String)>,
}

/// The lists by date, then in canonical order; and each person's places in them.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct NameListsView {
    /// How many lists there are.
    pub rows_total: u32,
    /// The number of the first row here, from 0.
    pub first_row: u32,
    /// The rows.
    pub rows: Vec<NameListRow>,
    /// Every person of any list: in how many, and the mean place, from 1; by mean place, then by name. At most 500.
    pub order: Vec<(String, u32, f64)>,
}

/// What stands at the head of a matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum MatrixRows {
    /// 篇: every counted article is a row.
    Articles,
    /// Every date is a row.
    Dates,
    /// Every reporter is a row, and a cell counts articles.
    Reporters,
    /// Every person is a row, and a cell counts articles.
    Persons,
}

/// Counts of names by something else.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct MatrixView {
    /// How many rows and columns there are in all.
    pub total: (u32, u32),
    /// The heads of the rows here: articles in canonical order, dates in order, persons by count.
    pub rows: Vec<String>,
    /// Where each row leads; empty for rows that are no articles.
    pub standings: Vec<Standing>,
    /// The names, most frequent first.
    pub columns: Vec<String>,
    /// Cells, a row each.
    pub cells: Vec<Vec<u32>>,
}
