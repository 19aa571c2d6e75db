//! Answers about stop words.

use super::Context;
use crate::engine::query::{Answer, Query};

/// Answers a question of this area.
pub fn answer(_context: Context<'_>, _query: &Query) -> Answer {
    Answer::StopWords(crate::report::answers::stop_words::StopWordsView::default())
}
