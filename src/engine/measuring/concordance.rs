//! 检索: the lines of a search.

use super::{Measured, Measuring, Step};
use crate::engine::answers::Context;
use crate::engine::query::{Answer, Query};
use crate::measures::options::ContextSize;
use crate::report::answers::group::Selection;
use crate::report::answers::search::{ConcordanceView, SearchEnd, Searched};

/// The work of searching.
pub fn begin(_context: Context<'_>, searched: &Searched, of: &Selection) -> Box<dyn Measuring> {
    Box::new(Nothing(searched.clone(), of.clone()))
}

#[derive(Debug)]
struct Nothing(Searched, Selection);

impl Measuring for Nothing {
    fn step(&mut self, _context: Context<'_>) -> Step {
        Step::Done(Box::new(Self(self.0.clone(), self.1.clone())))
    }

    fn stop(self: Box<Self>, _context: Context<'_>) -> Box<dyn Measured> {
        self
    }
}

impl Measured for Nothing {
    fn answer(&mut self, _context: Context<'_>, _query: &Query) -> Answer {
        Answer::Concordance(ConcordanceView {
            searched: self.0.clone(),
            of: self.1.clone(),
            found: 0,
            articles: 0,
            across_tokens: 0,
            rows_total: 0,
            first_row: 0,
            rows: Vec::new(),
            headings: Vec::new(),
            context: ContextSize::default(),
            per_mille: 1000,
            end: SearchEnd::Complete,
            fault: None,
        })
    }
}
