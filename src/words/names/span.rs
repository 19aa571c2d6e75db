//! Names at their places in one passage, and how they are asked for by place.

use super::{Evidence, NameKind};

/// A name found at a place of one passage.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Span {
    /// Its first byte.
    pub(super) start: usize,
    /// The byte behind it.
    pub(super) end: usize,
    /// The kind.
    pub(super) kind: NameKind,
    /// What made it a name.
    pub(super) evidence: Evidence,
    /// Whether it is an administrative name with its level: a link of a chain.
    pub(super) is_link: bool,
}

/// Spans that do not overlap, in the order of the text.
#[derive(Clone, Copy)]
pub(super) struct Spans<'s>(pub(super) &'s [Span]);

impl<'s> Spans<'s> {
    /// The one that ends at this byte.
    pub(super) fn ending_at(self, byte: usize) -> Option<&'s Span> {
        self.last_before(byte).filter(|span| span.end == byte)
    }

    /// The one that begins at this byte.
    pub(super) fn starting_at(self, byte: usize) -> Option<&'s Span> {
        let index = self.0.partition_point(|span| span.start < byte);
        self.0.get(index).filter(|span| span.start == byte)
    }

    /// The one that has this byte inside, behind its first.
    pub(super) fn around(self, byte: usize) -> Option<&'s Span> {
        self.last_before(byte).filter(|span| span.end > byte)
    }

    /// The last one that begins before this byte.
    pub(super) fn last_before(self, byte: usize) -> Option<&'s Span> {
        let index = self.0.partition_point(|span| span.start < byte);
        index.checked_sub(1).and_then(|index| self.0.get(index))
    }

    /// Those that have something of these bytes.
    pub(super) fn overlapping(self, start: usize, end: usize) -> &'s [Span] {
        let first = self.0.partition_point(|span| span.end <= start);
        let behind = self.0.partition_point(|span| span.start < end);
        self.0.get(first..behind).unwrap_or_default()
    }
}
