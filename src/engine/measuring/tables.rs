//! The tables of the measures.

use super::{Measured, Measuring, Step};
use crate::engine::answers::Context;
use crate::engine::query::{Answer, Measure, Query};
use crate::report::answers::table::TableView;

/// The work of making a table.
pub fn begin(_context: Context<'_>, _measure: &Measure) -> Box<dyn Measuring> {
    Box::new(Nothing)
}

#[derive(Debug)]
struct Nothing;

impl Measuring for Nothing {
    fn step(&mut self, _context: Context<'_>) -> Step {
        Step::Done(Box::new(Self))
    }

    fn stop(self: Box<Self>, _context: Context<'_>) -> Box<dyn Measured> {
        self
    }
}

impl Measured for Nothing {
    fn answer(&mut self, _context: Context<'_>, _query: &Query) -> Answer {
        Answer::Table(TableView::default())
    }
}
