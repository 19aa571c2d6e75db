//! The answers to [`Query`]: one file for each area.

mod lexicon;
mod methods;
pub(super) mod names;
pub(super) mod new_words;
pub(super) mod phrases;
pub(super) mod speech;
mod stop_words;
mod trust;
mod window;

use self::window::MOST_ROWS;
use super::corpus::Corpus;
use super::findings::Findings;
use super::metadata::Register;
use super::methods::Methods;
use super::plan::Plan;
use super::query::{Answer, Query};
use super::word_list::WordList;
use crate::measures::keywords::Idf;
use crate::report::answers::Item;
use crate::report::answers::table::TableView;
use crate::words::names::NameIndex;
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
    /// Names, speakers and phrases, where they are found.
    pub findings: Option<&'e Findings>,
    /// The names of all documents together, where they are put together.
    pub names: Option<&'e NameIndex>,
    /// The counts under other ways of segmenting, where they are known.
    pub methods: Option<&'e Methods>,
    /// The word list, where it is made.
    pub word_list: Option<&'e WordList>,
    /// jieba's table of inverse document frequencies, where it is loaded.
    pub idf: Option<&'e Idf>,
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
        Query::ItemLines {
            item: Item::Name(kind, name),
            first_row,
            rows,
        } => Answer::Lines(names::lines(context, *kind, name, *first_row, *rows)),
        Query::ItemLines {
            item: Item::Phrase(key),
            first_row,
            rows,
        } => Answer::Lines(phrases::lines(context, key, *first_row, *rows)),
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
        Query::Methods { measures } => Answer::Methods(methods::methods(context, measures)),
        // Answered by work in steps.
        Query::CorpusGroups | Query::CorpusGroup { .. } => Answer::CorpusGroups(Vec::new()),
        Query::Table { .. } | Query::Concordance { .. } | Query::Positions { .. } => {
            Answer::Table(TableView::default())
        }
    }
}
