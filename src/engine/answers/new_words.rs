//! Answers about new words.

use super::Context;
use crate::engine::discovering::Discovering;
use crate::engine::listing::small;
use crate::engine::query::{Answer, Query};
use crate::measures::new_words::{NewWord, NewWords};
use crate::report::answers::Counted;
use crate::report::answers::new_words::{NewWordRow, NewWordsView};

/// Answers a question of this area at one go; the engine searches in steps, see
/// [`crate::engine::word_list::WordList::new_words`].
pub fn answer(context: Context<'_>, query: &Query) -> Answer {
    let found = discover(context);
    Answer::NewWords(window(&found, query))
}

/// Searches at one go.
fn discover(context: Context<'_>) -> NewWords {
    let mut discovering = Discovering::default();
    loop {
        if let Some(found) = discovering.step(context.corpus, context.plan) {
            return found;
        }
    }
}

/// The window that a query asks for; the whole for any other query.
pub fn window(found: &NewWords, query: &Query) -> NewWordsView {
    let (first_row, rows) = match query {
        Query::NewWords { first_row, rows } => (*first_row, (*rows).min(1000)),
        _ => (0, u32::MAX),
    };
    let window = found.words.iter().skip(first_row as usize);
    NewWordsView {
        rows_total: small(found.words.len()),
        first_row,
        rows: window.take(rows as usize).map(row).collect(),
        characters: found.characters,
        fewest_articles: found.fewest_articles,
    }
}

/// One candidate as it is shown.
pub fn row(word: &NewWord) -> NewWordRow {
    let counted = |(text, count): &(String, u32)| Counted {
        text: text.clone(),
        count: *count,
    };
    NewWordRow {
        word: word.word.clone(),
        count: word.count,
        articles: word.articles,
        cohesion: word.cohesion,
        left_entropy: word.left_entropy,
        right_entropy: word.right_entropy,
        score: word.score,
        now: word.cuts.iter().map(counted).collect(),
    }
}
