//! Stop words in layers, and groups.

use serde::{Deserialize, Serialize};

use super::Counted;

/// A layer of stop words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StopWordLayer {
    /// 虚词: particles, conjunctions, pronouns and the like.
    Function,
    /// 报纸套语: 本报讯, 记者, 据悉.
    Newspaper,
    /// The user's own.
    Own,
}

impl StopWordLayer {
    /// Every layer, in the order in which the screen lists them.
    pub const ALL: [Self; 3] = [Self::Function, Self::Newspaper, Self::Own];
}

/// One layer with its share. A word that stands in several layers counts in the first of them that is switched on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StopWordLayerRow {
    /// The layer.
    pub layer: StopWordLayer,
    /// Whether it is switched on.
    pub on: bool,
    /// How many words it has.
    pub words: u32,
    /// How many tokens of what is counted are its words.
    pub tokens: u32,
    /// The most frequent of its words, at most 200, most frequent first; words that do not occur stand behind them with
    /// 0, in code point order.
    pub top: Vec<Counted>,
}

/// All layers, and the base of their shares.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct StopWordsView {
    /// The layers of [`StopWordLayer::ALL`].
    pub layers: Vec<StopWordLayerRow>,
    /// 词次 of what is counted.
    pub tokens: u32,
}

/// One group with what it gathers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupRow {
    /// Its name.
    pub name: String,
    /// How often its members occur.
    pub count: u32,
    /// In how many of the counted articles at least one of them occurs.
    pub articles: u32,
    /// The members that occur, most frequent first, then in code point order; at most 200.
    pub members: Vec<Counted>,
    /// What a pattern fits and an exclusion keeps out; at most 200.
    pub excluded: Vec<Counted>,
}
