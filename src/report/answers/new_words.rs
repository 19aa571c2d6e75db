//! 新词 on the screen.

use serde::{Deserialize, Serialize};

use super::Counted;

/// One candidate. Rows stand by score, descending, then in code point order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NewWordRow {
    /// The string.
    pub word: String,
    /// 次.
    pub count: u32,
    /// 见于篇数.
    pub articles: u32,
    /// 凝固度: log₂ of the smallest p(xy)/(p(x)p(y)) over all cuts into two, in bits.
    pub cohesion: f64,
    /// 左熵 in bits.
    pub left_entropy: f64,
    /// 右熵 in bits.
    pub right_entropy: f64,
    /// By what the rows are ranked, see [`crate::measures::new_words`].
    pub score: f64,
    /// How it is cut now, pieces parted by `|`, most frequent first; at most 3. A piece that goes on outside the string
    /// has … there.
    pub now: Vec<Counted>,
}

/// A window on the candidates.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct NewWordsView {
    /// How many rows there are in all.
    pub rows_total: u32,
    /// Number of the first row here, from 0.
    pub first_row: u32,
    /// The rows.
    pub rows: Vec<NewWordRow>,
    /// How many characters of clean paragraphs were looked at.
    pub characters: u32,
    /// In how many articles a candidate must occur: 1 where only one article is counted.
    pub fewest_articles: u32,
}
