//! What a measure is taken of: a [`Selection`], compiled to stretches of units.

use std::ops::Range;

use super::answers::Context;
use super::document::Document;
use super::lines::counted_units;
use super::spoken::Stretch;
use super::unit::Unit;
use crate::report::answers::group::Selection;
use crate::words::vocabulary::{TermId, Vocabulary};

/// A selection, compiled for the corpus and the plan as they are.
#[derive(Debug, Default)]
pub struct Scope {
    selection: Selection,
}

/// A unit that is in a scope, whole or in part.
#[derive(Debug, Clone, Copy)]
pub struct ScopedUnit<'d> {
    /// The document.
    pub document: &'d Document,
    /// The unit's number in the document.
    pub number: usize,
    /// The unit.
    pub unit: &'d Unit,
    /// The stretches that are in the scope, in the order of the text; `None` where the whole unit is.
    pub stretches: Option<&'d [Stretch]>,
}

impl Scope {
    /// Compiles a selection. Groups that name persons or speakers are empty as long as nothing is found.
    pub fn new(_context: Context<'_>, selection: &Selection) -> Self {
        Self {
            selection: selection.clone(),
        }
    }

    /// What was compiled.
    pub fn selection(&self) -> &Selection {
        &self.selection
    }

    /// The units of a document that are in the scope, in order; the document by its number in canonical order.
    pub fn units<'d>(
        &'d self,
        context: Context<'d>,
        document: usize,
    ) -> impl Iterator<Item = ScopedUnit<'d>> {
        let document = context.corpus.documents().get(document);
        let units = document.into_iter().flat_map(move |document| {
            let units = counted_units(document, context.plan);
            units.map(move |(number, unit)| (document, number, unit))
        });
        units.filter_map(move |(document, number, unit)| {
            let spoken = context.plan.spoken();
            let stretches = spoken.map(|spoken| spoken.of_unit(document.origin.id, number));
            if stretches.is_some_and(<[Stretch]>::is_empty) {
                return None;
            }
            Some(ScopedUnit {
                document,
                number,
                unit,
                stretches,
            })
        })
    }
}

impl<'d> ScopedUnit<'d> {
    /// Its tokens in the order of the text, marks and blanks too, with their places in the unit's printed text in bytes.
    pub fn tokens(
        &self,
        vocabulary: &'d Vocabulary,
    ) -> impl Iterator<Item = (TermId, Range<usize>)> + use<'d> {
        let start = self.unit.dateline_bytes(&self.document.page);
        let places = self.document.tokens.places(self.number, start, vocabulary);
        let mut within = self.stretches.map(super::spoken::Within::new);
        places.filter(move |(_, place)| within.as_mut().is_none_or(|within| within.holds(place)))
    }

    /// Whether a stretch of the unit's printed text lies in the scope.
    pub fn holds(&self, printed: &Range<usize>) -> bool {
        self.stretches.is_none_or(|stretches| {
            let mut stretches = stretches.iter();
            stretches.any(|stretch| {
                stretch.printed.start <= printed.start && printed.end <= stretch.printed.end
            })
        })
    }
}
