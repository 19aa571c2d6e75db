//! 说话人: who says what, directly or reported.

mod lists;
mod pieces;
pub mod quotation;
mod scan;
mod subject;
#[cfg(test)]
mod tests;
mod verb;

use serde::{Deserialize, Serialize};

use super::names::Mention;
use super::passage::Passage;

/// How somebody's words are given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SpeechKind {
    /// 直接引语: between quotation marks.
    Direct,
    /// 间接引语（转述）: reported.
    Reported,
}

/// One stretch of somebody's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpeechSpan {
    /// The unit of the passage.
    pub unit: u32,
    /// Its bytes in the passage's text: the words themselves, behind the verb and the mark that follows it.
    pub start: u32,
    /// The byte behind it.
    pub end: u32,
    /// The person, body or meeting, resolved: never a pronoun.
    pub speaker: String,
    /// Who is named at the place: the speaker, or 他.
    pub named_as: String,
    /// The verb; empty for a quotation without one.
    pub verb: String,
    /// How the words are given.
    pub kind: SpeechKind,
}

/// Who says what in the passages of one document, sorted by unit, then by place; no two overlap. `mentions` are the
/// names found in them, sorted in the same way.
pub fn spans(passages: &[Passage], mentions: &[Mention]) -> Vec<SpeechSpan> {
    let mut scan = scan::Scan::new(mentions);
    for passage in passages {
        scan.read(passage);
    }
    scan.finish()
}
