//! The letters of units, put together from their tokens: what a string can be looked for in without cleaning a text again.

use crate::engine::laid_tokens::strings;
use crate::engine::scope::ScopedUnit;
use crate::words::segment::TokenKind;
use crate::words::vocabulary::{TermId, Vocabulary};

/// The counted text of a unit behind its dateline, without its blanks.
///
/// Whether a blank stands in the counted text, or cleaning took it out there, tokens do not tell: where one stood inside a
/// find, the counted text itself must be asked.
#[derive(Debug, Default)]
pub struct Letters {
    text: String,
    /// The bytes before which a blank was left out, rising.
    blanks: Vec<usize>,
}

impl Letters {
    /// Takes the tokens of a unit, of which all are meant.
    pub fn take(&mut self, terms: &[TermId], vocabulary: &Vocabulary) {
        self.clear();
        for term in terms {
            self.push(*term, vocabulary);
        }
    }

    /// Takes the tokens of a unit that are in a scope; what lies between two stretches is a line end.
    pub fn take_scoped(&mut self, unit: &ScopedUnit<'_>, vocabulary: &Vocabulary) {
        if unit.stretches.is_none() {
            return self.take(unit.document.tokens.of_unit(unit.number), vocabulary);
        }
        self.clear();
        let mut behind: Option<usize> = None;
        for (term, place) in unit.tokens(vocabulary) {
            if behind.is_some_and(|behind| behind != place.start) {
                self.text.push('\n');
            }
            behind = Some(place.end);
            self.push(term, vocabulary);
        }
    }

    /// Whether these letters stand there, with or without blanks between them.
    pub fn contain(&self, letters: &str) -> bool {
        self.text.contains(letters)
    }

    /// How often these letters stand there without a blank between them; places that overlap count each.
    pub fn count(&self, letters: &str) -> usize {
        self.unbroken(letters).count()
    }

    /// Whether these letters stand there without a blank between them.
    pub fn contain_unbroken(&self, letters: &str) -> bool {
        self.unbroken(letters).next().is_some()
    }

    fn unbroken<'l>(&'l self, letters: &'l str) -> impl Iterator<Item = std::ops::Range<usize>> {
        strings(&self.text, 0, letters).filter(|range| {
            let next = self.blanks.partition_point(|blank| *blank <= range.start);
            self.blanks
                .get(next)
                .is_none_or(|blank| range.end <= *blank)
        })
    }

    fn clear(&mut self) {
        self.text.clear();
        self.blanks.clear();
    }

    fn push(&mut self, term: TermId, vocabulary: &Vocabulary) {
        if vocabulary.kind(term) == TokenKind::Blank {
            self.blanks.push(self.text.len());
            return;
        }
        let term = vocabulary.term(term);
        if !term.contains(char::is_whitespace) {
            self.text.push_str(term);
            return;
        }
        for (number, word) in term.split_whitespace().enumerate() {
            if number > 0 {
                self.blanks.push(self.text.len());
            }
            self.text.push_str(word);
        }
    }
}
