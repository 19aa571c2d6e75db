//! The words of a scope in runs that end where a window must not reach over.

use std::ops::Range;

use crate::engine::scope::ScopedUnit;
use crate::measures::options::Boundary;
use crate::words::segment::TokenKind;
use crate::words::vocabulary::{TermId, Vocabulary};

/// A word or number, and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// What it is.
    pub term: TermId,
    /// The number of its unit.
    pub unit: u32,
    /// Its first byte in the unit's printed text.
    pub start: u32,
    /// The byte behind it.
    pub end: u32,
}

/// Puts the units of a scope together to runs: the words and numbers of a sentence, a paragraph or an article, in the
/// order of the text. Marks and blanks are no places in a run. Where the scope leaves out text, a run ends too.
#[derive(Debug)]
pub struct Runs {
    within: Boundary,
    words: Vec<Word>,
    /// The document and article of the words so far.
    article: Option<(usize, Option<u32>)>,
}

impl Runs {
    /// Runs that end at these borders.
    pub fn new(within: Boundary) -> Self {
        Self {
            within,
            words: Vec::new(),
            article: None,
        }
    }

    /// Takes the next unit of a scope, of the document with this number; every run that ends is given to `done`, with the
    /// number of its document. The number of tokens that were looked at.
    pub fn take(
        &mut self,
        vocabulary: &Vocabulary,
        document: usize,
        unit: &ScopedUnit<'_>,
        done: &mut impl FnMut(usize, &[Word]),
    ) -> usize {
        let article = Some((document, unit.unit.article));
        if self.article != article || self.within != Boundary::Article {
            self.end(done);
        }
        self.article = article;
        let mut looked_at = 0;
        let mut behind: Option<usize> = None;
        for (term, place) in unit.tokens(vocabulary) {
            looked_at += 1;
            if behind.is_some_and(|behind| behind != place.start) {
                self.end(done);
            }
            behind = Some(place.end);
            match vocabulary.kind(term) {
                TokenKind::Word | TokenKind::Number => self.push(term, unit.number, &place),
                TokenKind::Mark
                    if self.within == Boundary::Sentence
                        && vocabulary.term(term).contains(closes_sentence) =>
                {
                    self.end(done);
                }
                _ => {}
            }
        }
        looked_at
    }

    /// Ends the last run.
    pub fn end(&mut self, done: &mut impl FnMut(usize, &[Word])) {
        if let Some((document, _)) = self.article.filter(|_| !self.words.is_empty()) {
            done(document, &self.words);
        }
        self.words.clear();
    }

    fn push(&mut self, term: TermId, unit: usize, place: &Range<usize>) {
        self.words.push(Word {
            term,
            unit: small(unit),
            start: small(place.start),
            end: small(place.end),
        });
    }
}

/// Whether a mark closes a sentence.
pub fn closes_sentence(character: char) -> bool {
    matches!(character, '。' | '！' | '？' | '…' | '!' | '?' | '｡')
}

/// Texts over 4 GiB do not occur.
pub fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
