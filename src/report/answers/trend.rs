//! Where items stand in the text and in time.

use serde::{Deserialize, Serialize};

use super::Item;
use super::group::Side;
use crate::report::views::ArticleId;

/// By what a table of trends has its rows.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub enum TrendBy {
    /// 日.
    #[default]
    Date,
    /// 月.
    Month,
    /// 年.
    Year,
    /// 篇, in canonical order.
    Article,
    /// 报名.
    Newspaper,
    /// 文件.
    File,
}

/// Where items stand in one article.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ArticlePositions {
    /// Which article.
    pub article: ArticleId,
    /// Its main headline or beginning, at most 30 characters.
    pub label: String,
    /// Its date as `YYYY-MM-DD`.
    pub date: Option<String>,
    /// Its counted tokens.
    pub tokens: u32,
    /// Counted tokens of the articles before it.
    pub tokens_before: u64,
    /// For every item the tokens at which it begins, from 0.
    pub positions: Vec<Vec<u32>>,
}

/// 分布图: where items stand, over each article and over the corpus.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct PositionsView {
    /// The items.
    pub items: Vec<Item>,
    /// What is counted.
    pub side: Option<Side>,
    /// How often each occurs.
    pub counts: Vec<u32>,
    /// For every item, its count in each of 200 stretches of the corpus that have equally many tokens.
    pub over_corpus: Vec<Vec<u32>>,
    /// How many articles have at least one of the items.
    pub rows_total: u32,
    /// Number of the first row here, from 0.
    pub first_row: u32,
    /// The articles in canonical order.
    pub rows: Vec<ArticlePositions>,
}
