//! 提法: fixed formulations, found by how they are set and how they recur.

use serde::{Deserialize, Serialize};

use super::passage::Passage;
use super::segment::Segmenter;
use super::speech::SpeechSpan;

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

/// What one document holds that may be a phrase: all that [`PhraseIndex`] needs to know of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DocumentPhrases {
    /// What stands in quotation marks, in 《》 or in four-character form, each with its list.
    candidates: Vec<(String, PhraseKind)>,
}

/// The candidates of a document. `speech` tells what is direct speech and so no phrase.
pub fn find(
    _passages: &[Passage],
    _speech: &[SpeechSpan],
    _segmenter: &Segmenter,
) -> DocumentPhrases {
    DocumentPhrases::default()
}

/// The phrases of all documents, with the user's decisions. The order of the documents does not matter.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PhraseIndex {
    /// Every phrase with its list, sorted by key.
    keys: Vec<(String, PhraseKind)>,
}

impl PhraseIndex {
    /// Puts the candidates of all documents together, with the user's decisions.
    pub fn new<'a>(
        documents: impl Iterator<Item = &'a DocumentPhrases>,
        _decisions: &[PhraseDecision],
        _segmenter: &Segmenter,
    ) -> Self {
        let mut keys: Vec<_> = documents
            .flat_map(|document| document.candidates.iter().cloned())
            .collect();
        keys.sort();
        keys.dedup_by(|later, earlier| later.0 == earlier.0);
        Self { keys }
    }

    /// Every phrase with the one list in which it stands, sorted by key.
    pub fn keys(&self) -> impl Iterator<Item = (&str, PhraseKind)> {
        self.keys.iter().map(|(key, kind)| (key.as_str(), *kind))
    }

    /// Every occurrence in these passages, quoted or not, sorted by unit, then by place.
    pub fn uses(&self, _passages: &[Passage], _segmenter: &Segmenter) -> Vec<PhraseOccurrence> {
        Vec::new()
    }

    /// Phrases that differ from this one in one part, sorted: 外防输入内防反弹 for 外防输入内防扩散.
    pub fn variants(&self, _key: &str) -> Vec<String> {
        Vec::new()
    }

    /// Parallel phrases that `cut` cuts unlike, sorted by frame.
    pub fn parallels(&self, _cut: &dyn Fn(&str) -> Vec<String>) -> Vec<Parallel> {
        Vec::new()
    }
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

/// The key of a phrase as printed: without the quotation marks “” 「」 『』 ‘’ and "", without 、 and line breaks.
pub fn key_of(printed: &str) -> String {
    printed
        .chars()
        .filter(|character| !is_left_out(*character))
        .collect()
}

/// Whether a character is no part of a key.
fn is_left_out(character: char) -> bool {
    matches!(
        character,
        '“' | '”' | '「' | '」' | '『' | '』' | '‘' | '’' | '"' | '、' | '\r' | '\n'
    )
}
