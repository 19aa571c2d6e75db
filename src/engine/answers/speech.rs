//! Answers about speech.

use super::Context;
use crate::engine::query::{Answer, Query};

/// Answers a question of this area.
pub fn answer(_context: Context<'_>, _query: &Query) -> Answer {
    Answer::Speakers(crate::report::answers::speech::SpeakersView::default())
}
