//! 提法: fixed formulations, found by how they are set and how they recur.
//!
//! # What is counted
//!
//! Every phrase has one key and stands in one list: 书名号篇名 where it ever stands in 《》, else 引号短语 where it ever stands in
//! quotation marks (direct speech set aside), else 四字格, else 重复字串. Once it is a phrase, every occurrence counts, with
//! marks or without; a phrase of one character only in marks.
//!
//! Quoted and four-character phrases are matched together, leftmost and longest, so that an occurrence of
//! “外防输入、内防反弹” counts for the whole and not for 外防输入; its parts, where they are a parallel row of four characters each,
//! are phrases too and count where they stand alone. Titles and repeated strings are matched apart, so that they take
//! no occurrence from the phrases inside them.

mod find;
mod four;
mod index;
mod key;
mod matcher;
mod occurrence;
mod repeated;
#[cfg(test)]
mod tests;
mod variant;

use serde::{Deserialize, Serialize};

pub use find::{DocumentPhrases, find};
pub use index::PhraseIndex;
pub use key::key_of;

/// The four lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PhraseKind {
    /// 引号短语: “四方责任”.
    Quoted,
    /// 书名号篇名: 《…》.
    Title,
    /// 四字格: 应检尽检.
    FourCharacter,
    /// 重复字串: long strings that recur.
    Repeated,
}

impl PhraseKind {
    /// Every list, in the order in which the screen shows them.
    pub const ALL: [Self; 4] = [
        Self::Quoted,
        Self::Title,
        Self::FourCharacter,
        Self::Repeated,
    ];
}

/// What the user decided about a phrase.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PhraseDecision {
    /// The phrase without quotes, 、 and line breaks.
    pub key: String,
    /// The list in which it stands, or to which the user added it.
    pub kind: PhraseKind,
    /// False takes it out of the list.
    pub accepted: bool,
}

/// One phrase at one place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct PhraseOccurrence {
    /// The unit of the passage.
    pub unit: u32,
    /// Its bytes in the passage's text, with the quotation marks that belong to it.
    pub start: u32,
    /// The byte behind it.
    pub end: u32,
    /// The phrase without quotes, 、 and line breaks.
    pub key: String,
    /// Its list.
    pub kind: PhraseKind,
    /// Whether it stands in quotation marks (or 《》), whole or in part; those around direct speech do not count.
    pub quoted: bool,
}

/// Phrases of one frame that are cut unlike: 内|防扩散 and 内防|反弹.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Parallel {
    /// What they share, with … for what differs: 内防….
    pub frame: String,
    /// Each phrase with its pieces, sorted by phrase; at least two.
    pub cuts: Vec<(String, Vec<String>)>,
}
