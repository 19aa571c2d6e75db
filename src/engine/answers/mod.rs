//! The answers to [`Query`]: one file for each area.

mod lexicon;
mod names;
pub(super) mod new_words;
mod phrases;
mod speech;
mod stop_words;
mod trust;

use super::corpus::Corpus;
use super::metadata::Register;
use super::plan::Plan;
use super::query::{Answer, Query};
use crate::words::segment::Segmenter;

/// What is known when a question is asked.
#[derive(Clone, Copy)]
pub struct Context<'e> {
    /// The documents.
    pub corpus: &'e Corpus,
    /// The choices.
    pub plan: &'e Plan,
    /// What is known beside the text.
    pub metadata: &'e Register,
    /// The segmenter.
    pub segmenter: &'e Segmenter,
}

/// Answers a question.
pub fn answer(context: Context<'_>, query: &Query) -> Answer {
    match query {
        Query::Lexicon { .. } | Query::LexiconLines { .. } | Query::Effect { .. } => {
            lexicon::answer(context, query)
        }
        Query::Trust { .. }
        | Query::RestLines { .. }
        | Query::Consistency { .. }
        | Query::Segmenters { .. } => trust::answer(context, query),
        Query::StopWords | Query::Groups | Query::ItemLines { .. } => {
            stop_words::answer(context, query)
        }
        Query::Names { .. }
        | Query::Name { .. }
        | Query::NameLists { .. }
        | Query::Matrix { .. } => names::answer(context, query),
        Query::Phrases { .. } | Query::PhraseUses { .. } | Query::Parallels => {
            phrases::answer(context, query)
        }
        Query::Speakers { .. } | Query::Spans { .. } => speech::answer(context, query),
        Query::NewWords { .. } => new_words::answer(context, query),
    }
}
