//! Answers about new words.

use super::Context;
use crate::engine::query::{Answer, Query};

/// Answers a question of this area.
pub fn answer(_context: Context<'_>, _query: &Query) -> Answer {
    Answer::NewWords(crate::report::answers::new_words::NewWordsView::default())
}
