//! Why a word has the count that it has.

use serde::{Deserialize, Serialize};

/// A way of segmenting, to compare with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Method {
    /// As chosen: with the lexicon and the names, and the model for unknown words if it is on.
    InForce,
    /// 精确模式: jieba's dictionary and its model for unknown words, nothing listed.
    Exact,
    /// 不用 HMM: jieba's dictionary alone.
    DictionaryOnly,
    /// 搜索引擎模式: as exact, with the shorter words inside long ones too.
    Search,
    /// The user's lexicon, without names; the model for unknown words as chosen.
    Lexicon,
}

impl Method {
    /// Every way, in the order in which the screen lists them.
    pub const ALL: [Self; 5] = [
        Self::InForce,
        Self::Lexicon,
        Self::Exact,
        Self::DictionaryOnly,
        Self::Search,
    ];
}

/// What became of a string at a place where it is no token of its own.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Rest {
    /// It lies inside one longer token.
    Swallowed(String),
    /// It is several tokens exactly: the pieces.
    Cut(Vec<String>),
    /// One of its ends lies inside a token: the tokens that it touches.
    Crossed(Vec<String>),
}

/// A word: its tokens beside its plain string.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TrustView {
    /// The word as counted.
    pub word: String,
    /// 词次: tokens.
    pub tokens: u32,
    /// 字串频次: how often the characters stand in what is counted, overlaps counted too; tokens plus all rests.
    pub strings: u32,
    /// How many kinds of rest there are.
    pub rests_total: u32,
    /// The rests, most frequent first, then in code point order; at most 200.
    pub rests: Vec<(Rest, u32)>,
    /// Count and rank under each way of segmenting, rank 0 where it does not occur.
    pub methods: Vec<(Method, u32, u32)>,
}

/// 切分一致性 of one word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsistencyRow {
    /// The word.
    pub word: String,
    /// Its count under every way of [`Method::ALL`], in that order.
    pub counts: [u32; 5],
    /// 字串频次.
    pub strings: u32,
}

/// One paragraph cut in several ways.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SegmentersView {
    /// The tokens of each way of [`Method::ALL`], in that order; the tokens of [`Method::Search`] overlap.
    pub cuts: Vec<(Method, Vec<String>)>,
}
