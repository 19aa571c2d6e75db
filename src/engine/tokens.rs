//! The tokens of one document, and the work of making them in steps.

use std::ops::Range;
use std::rc::Rc;

use crate::measures::frequency::{ArticleCounter, ArticleCounts};
use crate::measures::options::CountedParts;
use crate::text::clean::{PassCounts, Passes};
use crate::text::page::model::Page;
use crate::text::source::Source;
use crate::words::listed::Listed;
use crate::words::segment::{SegmentOptions, Segmenter, Token, TokenKind};
use crate::words::vocabulary::{TermId, Vocabulary};

use super::counted_text::{Laid, UnitText};
use super::document::Document;
use super::reuse::Reuse;
use super::unit::{Part, Unit};

/// How much text is segmented at one go, in bytes: some milliseconds of work in the browser.
pub const STRETCH_BYTES: usize = 16 * 1024;
/// How many times as fast as segmenting it is to take over tokens that are known, at least.
const REUSE_SPEED: usize = 16;

/// How printed text becomes tokens.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TokenOptions {
    /// How the counted text is segmented.
    pub segmentation: SegmentOptions,
    /// Which passes make the counted text.
    pub passes: Passes,
    /// What is one token, or is cut, because a list says so.
    pub listed: Rc<Listed>,
    /// Whether the words of a text that is segmented already are the tokens.
    pub given_words: bool,
}

impl TokenOptions {
    /// Whether both make the same tokens but for what their lists say.
    pub fn differ_in_lists_only(&self, other: &Self) -> bool {
        self.segmentation == other.segmentation
            && self.passes == other.passes
            && self.given_words == other.given_words
    }
}

/// The tokens of one document.
///
/// A token's place is not stored: laid end to end, the tokens of a unit are its printed text behind the dateline, so
/// the place is the sum of the lengths before it. A term is what was counted; the few tokens that are printed longer or
/// shorter are listed. Four bytes a token are nearly all that a large corpus has to hold.
#[derive(Debug, Clone, Default)]
pub struct Tokens {
    terms: Vec<TermId>,
    /// The tokens that are not printed as long as their term: number, and length in bytes as printed. Sorted.
    printed_bytes: Vec<(u32, u32)>,
    /// The first token of every unit, and behind them the number of all tokens.
    unit_starts: Vec<u32>,
    /// The counts of every article.
    pub counts: Vec<ArticleCounts>,
    /// What cleaning changed in every article.
    pub changes: Vec<ArticleChanges>,
    /// How many times a run of Han characters was cut for its length.
    pub long_run_cuts: u32,
    /// How the document was segmented.
    pub options: TokenOptions,
}

/// How many changes each pass made in one article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ArticleChanges {
    /// By the place of the part in [`Part::ALL`].
    parts: [PassCounts; Part::COUNT],
}

impl ArticleChanges {
    /// Those in the parts that are counted.
    pub fn counted(&self, parts: CountedParts) -> impl Iterator<Item = &PassCounts> {
        let all = Part::ALL.into_iter().zip(&self.parts);
        all.filter(move |(part, _)| parts.has(*part))
            .map(|(_, counts)| counts)
    }
}

impl Tokens {
    /// The tokens of a unit; none for a unit that is not counted.
    pub fn of_unit(&self, unit: usize) -> &[TermId] {
        let range = self.range(unit);
        self.terms.get(range).unwrap_or(&[])
    }

    /// Whether every token of a unit is printed as long as its term.
    pub fn is_as_printed(&self, unit: usize) -> bool {
        let range = self.range(unit);
        let listed = |end: usize| {
            self.printed_bytes
                .partition_point(|(number, _)| (*number as usize) < end)
        };
        listed(range.start) == listed(range.end)
    }

    /// Puts other tokens in the place of those of some units, which are given in their order: the unit, its terms, and
    /// which of them, counted from the first, are printed longer or shorter. The counts stay.
    pub fn replace<'p>(
        &mut self,
        units: impl Iterator<Item = (usize, &'p [TermId], &'p [(u32, u32)])> + Clone,
    ) {
        let added: usize = units.clone().map(|(_, terms, _)| terms.len()).sum();
        let mut terms = Vec::with_capacity(self.terms.len() + added);
        let mut printed_bytes = Vec::with_capacity(self.printed_bytes.len());
        let mut listed = self.printed_bytes.iter().peekable();
        let mut unit_starts = Vec::with_capacity(self.unit_starts.len());
        let mut units = units.peekable();
        // Runs of units that stay are copied at one go.
        let mut done = 0;
        while done < self.unit_starts.len() {
            let next = units.peek().map_or(self.unit_starts.len(), |unit| unit.0);
            let kept = done..next.min(self.unit_starts.len());
            let from = self.start_of(kept.start);
            let to = self.start_of(kept.end);
            let here = small(terms.len());
            let moved = |number: u32| number - from + here;
            let starts = self.unit_starts.get(kept.clone()).unwrap_or(&[]);
            unit_starts.extend(starts.iter().map(|start| moved(*start)));
            terms.extend_from_slice(self.terms.get(from as usize..to as usize).unwrap_or(&[]));
            while let Some((number, bytes)) = listed.next_if(|(number, _)| *number < to) {
                printed_bytes.push((moved(*number), *bytes));
            }
            done = kept.end;
            if let Some((unit, new_terms, new_printed)) = units.next() {
                let here = small(terms.len());
                let end = self.start_of(unit + 1);
                while listed.next_if(|(number, _)| *number < end).is_some() {}
                unit_starts.push(here);
                terms.extend_from_slice(new_terms);
                let moved = new_printed
                    .iter()
                    .map(|(number, bytes)| (number + here, *bytes));
                printed_bytes.extend(moved);
                done = unit + 1;
            }
        }
        terms.shrink_to_fit();
        self.terms = terms;
        self.printed_bytes = printed_bytes;
        self.unit_starts = unit_starts;
    }

    /// The first token of a unit; behind the last unit the number of all tokens.
    fn start_of(&self, unit: usize) -> u32 {
        let start = self.unit_starts.get(unit).copied();
        start.unwrap_or_else(|| small(self.terms.len()))
    }

    fn range(&self, unit: usize) -> Range<usize> {
        match (self.unit_starts.get(unit), self.unit_starts.get(unit + 1)) {
            (Some(&start), Some(&end)) => start as usize..end as usize,
            _ => 0..0,
        }
    }

    /// The tokens of a unit with their places in its printed text, in bytes, of which the first one stands at `start`.
    pub fn places<'t>(
        &'t self,
        unit: usize,
        start: usize,
        vocabulary: &'t Vocabulary,
    ) -> impl Iterator<Item = (TermId, Range<usize>)> + 't {
        let first = self.range(unit).start;
        let from = self
            .printed_bytes
            .partition_point(|(number, _)| (*number as usize) < first);
        let mut listed = self.printed_bytes.iter().skip(from).peekable();
        let mut place = start;
        let tokens = self.of_unit(unit).iter().zip(first..);
        tokens.map(move |(term, number)| {
            let len = listed
                .next_if(|(listed, _)| *listed as usize == number)
                .map_or_else(
                    || vocabulary.term(*term).len(),
                    |(_, bytes)| *bytes as usize,
                );
            let range = place..place + len;
            place = range.end;
            (*term, range)
        })
    }
}

/// What segmentation works with, and never changes.
pub struct Material<'m> {
    /// The source.
    pub source: &'m Source,
    /// The page.
    pub page: &'m Page,
    /// Its units.
    pub units: &'m [Unit],
    /// The segmenter.
    pub segmenter: &'m Segmenter,
    /// Tokens that are known already, made in the same way.
    pub reuse: Option<Reuse<'m>>,
}

impl<'m> Material<'m> {
    /// A document as it is.
    pub fn of(document: &'m Document, segmenter: &'m Segmenter) -> Self {
        Self {
            source: &document.source,
            page: &document.page,
            units: &document.units,
            segmenter,
            reuse: None,
        }
    }
}

/// Segmentation of one document, in work.
#[derive(Debug, Default)]
pub struct Segmentation {
    tokens: Tokens,
    /// The unit in work.
    unit: usize,
    text: UnitText,
    counter: ArticleCounter,
    changes: ArticleChanges,
    scratch: Vec<Token>,
}

impl Segmentation {
    /// A segmentation that has not begun.
    pub fn new(options: TokenOptions) -> Self {
        Self {
            tokens: Tokens {
                options,
                ..Tokens::default()
            },
            ..Self::default()
        }
    }

    /// Segments about `STRETCH_BYTES` more. True once all is done; then [`Self::finish`] gives the tokens.
    pub fn step(&mut self, material: &Material<'_>, vocabulary: &mut Vocabulary) -> bool {
        let mut spent = 0;
        let units = material.units;
        let options = &self.tokens.options;
        if self.tokens.unit_starts.is_empty() {
            self.text = UnitText::new(options.passes, options.given_words, material.source);
        }
        while self.unit < units.len() && spent < STRETCH_BYTES {
            if self.tokens.unit_starts.len() == self.unit {
                self.begin_unit(material);
            }
            spent += match self.reuse_unit(material, vocabulary) {
                Some(bytes) => bytes / REUSE_SPEED + 1,
                None => self.segment_stretch(material, vocabulary) + 1,
            };
            if self.text.is_done() {
                self.end_unit(units);
            }
        }
        self.unit >= units.len()
    }

    /// How it makes tokens.
    pub fn options(&self) -> &TokenOptions {
        &self.tokens.options
    }

    /// How much is done, and how much there is, in units.
    pub fn progress(&self, units: usize) -> (usize, usize) {
        (self.unit, units)
    }

    /// The tokens of the whole document.
    pub fn finish(mut self, page: &Page) -> Tokens {
        self.tokens.unit_starts.push(self.here());
        let articles = page.articles.len();
        self.tokens
            .counts
            .resize_with(articles, ArticleCounts::default);
        self.tokens
            .changes
            .resize_with(articles, ArticleChanges::default);
        self.tokens.terms.shrink_to_fit();
        self.tokens.printed_bytes.shrink_to_fit();
        self.tokens
    }

    fn here(&self) -> u32 {
        u32::try_from(self.tokens.terms.len()).unwrap_or(u32::MAX)
    }

    fn begin_unit(&mut self, material: &Material<'_>) {
        self.tokens.unit_starts.push(self.here());
        let unit = material.units.get(self.unit);
        let Some((unit, part)) = unit.and_then(|unit| Some((unit, unit.part()?))) else {
            self.text.clear();
            return;
        };
        self.text.begin(material.source, material.page, unit);
        self.counter.add_text(part, &self.text.countable());
        let changes = self.changes.parts.get_mut(part.index());
        let sums = changes.into_iter().flatten();
        for (sum, count) in sums.zip(self.text.take_changes()) {
            *sum = sum.saturating_add(count);
        }
    }

    /// Takes over the tokens of the unit in work where they are known and printed as they are counted; says how many
    /// bytes it was.
    fn reuse_unit(&mut self, material: &Material<'_>, vocabulary: &Vocabulary) -> Option<usize> {
        let unit = material.units.get(self.unit)?;
        let part = unit.part()?;
        if self.text.is_cleaned() {
            return None;
        }
        let terms = material.reuse.as_ref()?.tokens(unit, material.page)?;
        self.tokens.terms.extend_from_slice(terms);
        let counter = self.counter.part(part);
        for term in terms {
            if matches!(vocabulary.kind(*term), TokenKind::Word | TokenKind::Number) {
                counter.add(*term);
            }
        }
        let bytes = self.text.rest().len();
        while !self.text.is_done() {
            let listed = &self.tokens.options.listed;
            let stretch = self.text.next_stretch(STRETCH_BYTES, listed);
            self.tokens.long_run_cuts += u32::from(stretch.inside_run);
            self.text.skip(&stretch.range);
        }
        Some(bytes)
    }

    /// Segments one stretch of the unit in work; says how many bytes it was.
    fn segment_stretch(&mut self, material: &Material<'_>, vocabulary: &mut Vocabulary) -> usize {
        let Some(part) = material.units.get(self.unit).and_then(Unit::part) else {
            return 0;
        };
        let options = &self.tokens.options;
        let stretch = self.text.next_stretch(STRETCH_BYTES, &options.listed);
        self.tokens.long_run_cuts += u32::from(stretch.inside_run);
        self.scratch.clear();
        self.text.segment(
            &stretch.range,
            material.segmenter,
            options,
            &mut self.scratch,
        );
        let counter = self.counter.part(part);
        let tokens = &mut self.tokens;
        self.text
            .lay_out(&stretch.range, &self.scratch, |token: Laid<'_>| {
                let term = vocabulary.intern(token.term, token.kind);
                if token.printed_bytes as usize != token.term.len() {
                    let number = u32::try_from(tokens.terms.len()).unwrap_or(u32::MAX);
                    tokens.printed_bytes.push((number, token.printed_bytes));
                }
                tokens.terms.push(term);
                if matches!(token.kind, TokenKind::Word | TokenKind::Number) {
                    counter.add(term);
                }
            });
        stretch.range.len()
    }

    /// Leaves the unit in work, and closes the article's counts where another one begins.
    fn end_unit(&mut self, units: &[Unit]) {
        let article = units.get(self.unit).and_then(|unit| unit.article);
        self.unit += 1;
        let next = units.get(self.unit).and_then(|unit| unit.article);
        if article.is_some() && article != next {
            self.tokens.counts.push(self.counter.finish());
            self.tokens.changes.push(std::mem::take(&mut self.changes));
        }
    }
}

/// Corpora of 2³² tokens do not occur.
fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
pub mod tests;
