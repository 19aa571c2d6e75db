//! All documents together with the user's decisions.

use super::{DocumentNames, Evidence, Mention, NameDecision, NameKind};
use crate::words::passage::Passage;
use crate::words::segment::Segmenter;

/// All documents together with the user's decisions. Does not depend on the order of the documents.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NameIndex {}

impl NameIndex {
    /// Puts together what the documents give.
    pub fn new<'a>(
        _documents: impl Iterator<Item = &'a DocumentNames>,
        _decisions: &[NameDecision],
        _segmenter: &Segmenter,
    ) -> Self {
        Self {}
    }

    /// Every occurrence, sorted by unit, start and kind. The longest of a kind wins; a name inside a name of another
    /// kind counts in both.
    pub fn mentions(&self, _document: &DocumentNames, _passages: &[Passage]) -> Vec<Mention> {
        Vec::new()
    }

    /// Strings that are to be one token anywhere in the corpus, sorted; words of the dictionary are not among them.
    pub fn listed(&self) -> Vec<(String, NameKind)> {
        Vec::new()
    }

    /// What speaks for a name, in the order of [`Evidence`]; empty for a string that is none.
    pub fn evidence(&self, _kind: NameKind, _name: &str) -> &[Evidence] {
        &[]
    }

    /// The body or place that a printed form means in the paper of this place: 市委 is 无锡市委, 我市 is 无锡市.
    pub fn resolved(&self, _kind: NameKind, _name: &str, _home: Option<&str>) -> Option<String> {
        None
    }

    /// The name with which this one is counted by the user's decision; else itself.
    pub fn canonical<'a>(&'a self, _kind: NameKind, name: &'a str) -> &'a str {
        name
    }
}
