//! The tables of the measures: each is worked out in steps, kept as numbers, and shown window by window.

mod full;
mod items;
mod keyness;
mod keywords;
mod matching;
mod texts;
mod trend;
mod values;

use super::{Measuring, collocates, ngrams};
use crate::engine::answers::Context;
use crate::engine::query::Measure;

pub use full::FullTable;
pub use values::{RowNames, Texts, Values, kept};

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
        Measure::Collocates { node, of } => collocates::begin(context, node, of),
        Measure::Ngrams { of, with } => ngrams::begin(context, of, with),
    }
}
