//! 关键词 of one article or of a selection.

use super::full::FullTable;
use super::values::RowNames;
use crate::engine::answers::Context;
use crate::engine::measuring::{Measured, Measuring, Step};
use crate::measures::options::KeywordMethod;
use crate::report::answers::group::Selection;
use crate::report::views::ArticleId;

/// The work of making the table.
pub fn begin(
    _context: Context<'_>,
    _of: &Selection,
    _article: Option<ArticleId>,
    _method: KeywordMethod,
) -> Box<dyn Measuring> {
    Box::new(Work)
}

#[derive(Debug)]
struct Work;

impl Measuring for Work {
    fn step(&mut self, context: Context<'_>) -> Step {
        Step::Done(Box::new(FullTable::new(
            context,
            RowNames::Labels(Vec::new()),
            Vec::new(),
            None,
        )))
    }

    fn stop(self: Box<Self>, context: Context<'_>) -> Box<dyn Measured> {
        Box::new(FullTable::new(
            context,
            RowNames::Labels(Vec::new()),
            Vec::new(),
            None,
        ))
    }
}
