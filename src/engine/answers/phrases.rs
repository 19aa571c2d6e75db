//! Answers about phrases.

use super::Context;
use crate::engine::query::{Answer, Query};

/// Answers a question of this area.
pub fn answer(_context: Context<'_>, _query: &Query) -> Answer {
    Answer::Phrases(crate::report::answers::phrases::PhrasesView::default())
}
