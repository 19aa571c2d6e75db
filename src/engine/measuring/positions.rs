//! 分布图: where items stand.

use super::{Measured, Measuring, Step};
use crate::engine::answers::Context;
use crate::engine::query::{Answer, Query};
use crate::report::answers::Item;
use crate::report::answers::group::Selection;
use crate::report::answers::trend::PositionsView;

/// The work of finding where items stand.
pub fn begin(_context: Context<'_>, _items: &[Item], _of: &Selection) -> Box<dyn Measuring> {
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
        Answer::Positions(PositionsView::default())
    }
}
