//! The tables of the measures: each is worked out in steps, kept as numbers, and shown window by window.

mod full;
mod items;
mod keyness;
mod keywords;
mod matching;
mod texts;
mod trend;
mod values;

use super::{Measured, Measuring, Step};
use crate::engine::answers::Context;
use crate::engine::query::{Answer, Measure, Query};
use crate::report::answers::table::TableView;

/// The work of making a table.
pub fn begin(context: Context<'_>, measure: &Measure) -> Box<dyn Measuring> {
    match measure {
        Measure::Items { of, items } => items::begin(context, of, *items),
        Measure::Keyness {
            target,
            reference,
            items,
        } => keyness::begin(context, target, reference, *items),
        Measure::Keywords {
            of,
            article,
            method,
        } => keywords::begin(context, of, *article, *method),
        Measure::Trend { items, of, by } => trend::begin(context, items, of, *by),
        Measure::Texts { of } => texts::begin(context, of),
        Measure::TextsOfArticles { of } => texts::begin_articles(context, of),
        Measure::Collocates { .. } | Measure::Ngrams { .. } => Box::new(Nothing),
    }
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
