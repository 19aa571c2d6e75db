//! The names of one document, found when it is read: in parts, so that a long document is worked on in small steps.

use std::ops::Range;

use super::prose::Prose;
use super::unit::Unit;
use crate::text::clean::Passes;
use crate::text::page::model::Page;
use crate::text::source::Source;
use crate::words::names::{DocumentNames, find};
use crate::words::passage::Passage;
use crate::words::segment::Segmenter;

/// How much text is a part, in bytes: more than nearly every newspaper page. A part ends where an article ends.
const PART_BYTES: usize = 128 * 1024;
/// Where a part of one article is cut all the same.
const LONGEST_PART_BYTES: usize = 4 * PART_BYTES;

/// What the names of a document depend on beside its page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NamedFor {
    /// The passes that make the counted text.
    pub passes: Passes,
    /// The place whose paper it is.
    pub home: Option<String>,
}

/// One part of a document.
#[derive(Debug, Clone)]
pub struct NamedPart {
    /// The numbers of its units.
    pub units: Range<usize>,
    /// Its names.
    pub names: DocumentNames,
}

/// The names of a document, part by part.
#[derive(Debug, Clone, Default)]
pub struct Named {
    /// What they were found for; `None` before they are found.
    pub made_for: Option<NamedFor>,
    /// The parts, in order.
    pub parts: Vec<NamedPart>,
}

/// Finding the names of a document, in work.
#[derive(Debug)]
pub struct Naming {
    made_for: NamedFor,
    parts: Vec<NamedPart>,
    /// The first unit that is not in a part.
    next: usize,
}

/// The text that is looked through.
#[derive(Clone, Copy)]
pub struct Text<'t> {
    /// The source.
    pub source: &'t Source,
    /// The page.
    pub page: &'t Page,
    /// Its units.
    pub units: &'t [Unit],
}

impl Naming {
    /// A search that has not begun.
    pub fn new(made_for: NamedFor) -> Self {
        Self {
            made_for,
            parts: Vec::new(),
            next: 0,
        }
    }

    /// What the names are found for.
    pub fn made_for(&self) -> &NamedFor {
        &self.made_for
    }

    /// Looks through one part more; true once all are.
    pub fn step(&mut self, text: Text<'_>, segmenter: &Segmenter) -> bool {
        let mut prose = Prose::new(text.source, text.page, text.units, self.made_for.passes);
        let (units, passages) = next_part(&mut prose, text.units, self.next);
        if !passages.is_empty() {
            let names = find(&passages, self.made_for.home.as_deref(), segmenter);
            self.parts.push(NamedPart {
                units: units.clone(),
                names,
            });
        }
        self.next = units.end;
        self.next >= text.units.len()
    }

    /// How much is done, and how much there is, in units.
    pub fn progress(&self, units: usize) -> (usize, usize) {
        (self.next, units)
    }

    /// The names, once all parts are looked through.
    pub fn finish(self) -> Named {
        Named {
            made_for: Some(self.made_for),
            parts: self.parts,
        }
    }
}

/// The next part from a unit on: its units and their passages.
fn next_part(prose: &mut Prose<'_>, units: &[Unit], from: usize) -> (Range<usize>, Vec<Passage>) {
    let mut passages: Vec<Passage> = Vec::new();
    let (mut bytes, mut at) = (0, from);
    while let Some(unit) = units.get(at) {
        let is_new = passages.last().map(|last| last.article) != unit.article;
        if bytes >= LONGEST_PART_BYTES || (is_new && bytes >= PART_BYTES) {
            break;
        }
        if let Some(passage) = prose.passage(at).filter(|passage| !passage.text.is_empty()) {
            bytes += passage.text.len();
            passages.push(passage);
        }
        at += 1;
    }
    (from..at, passages)
}

/// The passages of a part that have a text: the names of a byline without one stand in a paragraph's dateline.
pub fn passages_of(prose: &mut Prose<'_>, units: &Range<usize>) -> Vec<Passage> {
    let passages = units.clone().filter_map(|unit| prose.passage(unit));
    passages
        .filter(|passage| !passage.text.is_empty())
        .collect()
}
