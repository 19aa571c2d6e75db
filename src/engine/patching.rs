//! Making the tokens of a document again where only lists changed: the units that hold a string of which the lists say
//! something else are segmented again, and their articles counted again. Everything else stays.

use std::ops::Range;
use std::rc::Rc;

use super::affected::Affected;
use super::counted_text::{Laid, UnitText};
use super::document::Document;
use super::tokens::{STRETCH_BYTES, TokenOptions, Tokens};
use super::unit::Unit;
use crate::measures::frequency::{ArticleCounter, ArticleCounts};
use crate::words::segment::{Segmenter, Token, TokenKind};
use crate::words::vocabulary::{TermId, Vocabulary};

/// How many tokens are looked through while one byte is segmented.
const TOKENS_A_BYTE: usize = 4;

/// New tokens for one document, in work.
#[derive(Debug)]
pub struct Patching {
    options: TokenOptions,
    affected: Rc<Affected>,
    /// The unit in work.
    unit: usize,
    /// The first unit of the article in work.
    article_start: usize,
    text: UnitText,
    /// The new tokens of the unit in work, while it is segmented.
    in_work: Option<UnitPatch>,
    patch: Patch,
    counter: ArticleCounter,
    scratch: Vec<Token>,
    letters: String,
}

/// What takes the place of a document's tokens.
#[derive(Debug, Default)]
pub struct Patch {
    /// In the order of the units.
    units: Vec<UnitPatch>,
    /// The articles that have such units, with the counts of their terms.
    articles: Vec<(u32, ArticleCounts)>,
    options: TokenOptions,
}

#[derive(Debug)]
struct UnitPatch {
    unit: usize,
    terms: Vec<TermId>,
    /// As in [`Tokens`], counted from the unit's first token.
    printed_bytes: Vec<(u32, u32)>,
}

impl Patching {
    /// Begins with the document's first unit.
    pub fn new(document: &Document, options: TokenOptions, affected: Rc<Affected>) -> Self {
        Self {
            text: UnitText::new(options.passes, options.given_words, &document.source),
            patch: Patch {
                options: options.clone(),
                ..Patch::default()
            },
            options,
            affected,
            unit: 0,
            article_start: 0,
            in_work: None,
            counter: ArticleCounter::default(),
            scratch: Vec::new(),
            letters: String::new(),
        }
    }

    /// How many units are done.
    pub fn progress(&self) -> usize {
        self.unit
    }

    /// Does a few milliseconds of work; true once all is done. The document stays as it is.
    pub fn step(
        &mut self,
        document: &Document,
        segmenter: &Segmenter,
        vocabulary: &mut Vocabulary,
    ) -> bool {
        let units = document.units.len();
        if self.affected.is_empty() {
            self.unit = units;
        }
        let mut spent = 0;
        while self.unit < units && spent < STRETCH_BYTES {
            if self.in_work.is_some() {
                spent += self.segment_stretch(segmenter, vocabulary) + 1;
                if !self.text.is_done() {
                    continue;
                }
                self.patch.units.extend(self.in_work.take());
            } else if self.begin_unit(document, vocabulary) {
                continue;
            }
            spent += document.tokens.of_unit(self.unit).len() / TOKENS_A_BYTE + 1;
            spent += self.end_unit(document, vocabulary) / TOKENS_A_BYTE;
        }
        self.unit >= units
    }

    /// What takes the place of the tokens.
    pub fn finish(self) -> Patch {
        self.patch
    }

    /// Whether the unit is to be segmented again; then its text is taken.
    fn begin_unit(&mut self, document: &Document, vocabulary: &Vocabulary) -> bool {
        let Some(unit) = document.units.get(self.unit) else {
            return false;
        };
        let terms = document.tokens.of_unit(self.unit);
        if unit.part().is_none() || !(self.affected).stands_in(terms, vocabulary, &mut self.letters)
        {
            return false;
        }
        self.text.begin(&document.source, &document.page, unit);
        self.text.take_changes();
        self.in_work = Some(UnitPatch {
            unit: self.unit,
            terms: Vec::with_capacity(terms.len()),
            printed_bytes: Vec::new(),
        });
        true
    }

    fn segment_stretch(&mut self, segmenter: &Segmenter, vocabulary: &mut Vocabulary) -> usize {
        let Some(patch) = &mut self.in_work else {
            return 0;
        };
        let stretch = self.text.next_stretch(STRETCH_BYTES, &self.options.listed);
        self.scratch.clear();
        (self.text).segment(&stretch.range, segmenter, &self.options, &mut self.scratch);
        self.text
            .lay_out(&stretch.range, &self.scratch, |token: Laid<'_>| {
                if token.printed_bytes as usize != token.term.len() {
                    let number = small(patch.terms.len());
                    patch.printed_bytes.push((number, token.printed_bytes));
                }
                patch.terms.push(vocabulary.intern(token.term, token.kind));
            });
        stretch.range.len()
    }

    /// Leaves the unit in work; counts its article again if the unit is the last one and any of them is patched. Says how
    /// many tokens were counted.
    fn end_unit(&mut self, document: &Document, vocabulary: &Vocabulary) -> usize {
        let article_of = |unit: usize| document.units.get(unit).and_then(|unit| unit.article);
        let article = article_of(self.unit);
        self.unit += 1;
        if article == article_of(self.unit) && self.unit < document.units.len() {
            return 0;
        }
        let units = self.article_start..self.unit;
        self.article_start = self.unit;
        let last = self.patch.units.last();
        match article {
            Some(article) if last.is_some_and(|last| units.contains(&last.unit)) => {
                self.count_article(article, units, document, vocabulary)
            }
            _ => 0,
        }
    }

    fn count_article(
        &mut self,
        article: u32,
        units: Range<usize>,
        document: &Document,
        vocabulary: &Vocabulary,
    ) -> usize {
        let first = (self.patch.units).partition_point(|patch| patch.unit < units.start);
        let mut patches = self.patch.units.iter().skip(first).peekable();
        let mut counted = 0;
        for number in units {
            let terms = match patches.next_if(|patch| patch.unit == number) {
                Some(patch) => &patch.terms,
                None => document.tokens.of_unit(number),
            };
            let Some(part) = document.units.get(number).and_then(Unit::part) else {
                continue;
            };
            let counter = self.counter.part(part);
            counted += terms.len();
            for term in terms {
                if matches!(vocabulary.kind(*term), TokenKind::Word | TokenKind::Number) {
                    counter.add(*term);
                }
            }
        }
        self.patch.articles.push((article, self.counter.finish()));
        counted
    }
}

impl Patch {
    /// Puts the new tokens in their place.
    pub fn apply(self, tokens: &mut Tokens) {
        if !self.units.is_empty() {
            tokens.replace(self.units.iter().map(|patch| {
                (
                    patch.unit,
                    patch.terms.as_slice(),
                    patch.printed_bytes.as_slice(),
                )
            }));
        }
        for (article, counts) in self.articles {
            if let Some(known) = tokens.counts.get_mut(article as usize) {
                // What the text alone decides stays.
                known.take_terms(counts);
            }
        }
        tokens.options = self.options;
    }
}

fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
