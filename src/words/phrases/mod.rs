//! 提法: fixed formulations, found by how they are set and how they recur.

use serde::{Deserialize, Serialize};

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
