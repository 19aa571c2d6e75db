//! The tokens of units that corrections left as they were: they need not be segmented again.

use super::counted_text::blanks_of;
use super::document::Document;
use super::unit::Unit;
use crate::text::arrange::Arrange;
use crate::text::page::model::Page;
use crate::text::source::Span;
use crate::words::vocabulary::TermId;

/// The tokens that a document has, by the place of their unit.
pub struct Reuse<'d> {
    document: &'d Document,
    index: &'d UnitIndex,
}

/// The counted units of a document by their first byte. Made once, and used while the document stays as it is.
#[derive(Debug)]
pub struct UnitIndex(Vec<(u32, u32)>);

impl UnitIndex {
    /// The index of a document's units.
    pub fn new(document: &Document) -> Self {
        let counted = (0..)
            .zip(&document.units)
            .filter(|(_, unit)| unit.part().is_some());
        let mut index: Vec<(u32, u32)> = counted
            .filter_map(|(number, unit)| {
                let first = pieces(unit, &document.page).first()?;
                Some((first.start, number))
            })
            .collect();
        index.arrange();
        Self(index)
    }
}

impl<'d> Reuse<'d> {
    /// The tokens of a document with its index.
    pub fn new(document: &'d Document, index: &'d UnitIndex) -> Self {
        Self { document, index }
    }

    /// The tokens of the document's unit that has the same text as this unit of a mended page and was cleaned in the same
    /// way; `None` where there is no such unit, or its text is counted otherwise than it is printed.
    pub fn tokens(&self, unit: &Unit, page: &Page) -> Option<&'d [TermId]> {
        let wanted = pieces(unit, page);
        let first = wanted.first()?.start;
        let UnitIndex(index) = self.index;
        let found = index.binary_search_by_key(&first, |entry| entry.0).ok()?;
        let number = index.get(found)?.1 as usize;
        let document = self.document;
        let known = document.units.get(number)?;
        let is_same = pieces(known, &document.page) == wanted
            && known.dateline_bytes(&document.page) == unit.dateline_bytes(page)
            && blanks_of(known) == blanks_of(unit)
            && document.tokens.is_as_printed(number);
        is_same.then(|| document.tokens.of_unit(number))
    }
}

fn pieces<'p>(unit: &Unit, page: &'p Page) -> &'p [Span] {
    unit.printed(page)
        .map_or(&[], |printed| printed.pieces.as_slice())
}
