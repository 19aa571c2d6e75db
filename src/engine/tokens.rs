//! The tokens of one document, and the work of making them in steps.

use crate::measures::frequency::{ArticleCounts, PartCounter};
use crate::words::segment::{SegmentOptions, Segmenter, Token, TokenKind, next_cut};
use crate::words::vocabulary::{TermId, Vocabulary};

use super::document::Document;
use super::unit::{Part, Unit};

/// How much text is segmented at one go, in bytes: some milliseconds of work in the browser.
const STRETCH_BYTES: usize = 16 * 1024;

/// The tokens of one document.
///
/// A token's place is not stored: laid end to end, the tokens of a unit are its printed text behind the dateline, so
/// the place is the sum of the lengths before it. Four bytes a token are all that a large corpus has to hold.
#[derive(Debug, Clone, Default)]
pub struct Tokens {
    terms: Vec<TermId>,
    /// The first token of every unit, and behind them the number of all tokens.
    unit_starts: Vec<u32>,
    /// The counts of every article.
    pub counts: Vec<ArticleCounts>,
    /// How many times a run of Han characters was cut for its length.
    pub long_run_cuts: u32,
    /// How the document was segmented.
    pub options: SegmentOptions,
}

impl Tokens {
    /// The tokens of a unit; none for a unit that is not counted.
    pub fn of_unit(&self, unit: usize) -> &[TermId] {
        let (Some(&start), Some(&end)) =
            (self.unit_starts.get(unit), self.unit_starts.get(unit + 1))
        else {
            return &[];
        };
        self.terms.get(start as usize..end as usize).unwrap_or(&[])
    }
}

/// What segmentation works with, and never changes.
#[derive(Clone, Copy)]
pub struct Material<'m> {
    /// The document.
    pub document: &'m Document,
    /// The segmenter.
    pub segmenter: &'m Segmenter,
}

/// Segmentation of one document, in work.
#[derive(Debug, Default)]
pub struct Segmentation {
    tokens: Tokens,
    /// The unit in work.
    unit: usize,
    /// Its printed text, and how far it is segmented.
    text: String,
    at: usize,
    headline: PartCounter,
    body: PartCounter,
    scratch: Vec<Token>,
}

impl Segmentation {
    /// A segmentation that has not begun.
    pub fn new(options: SegmentOptions) -> Self {
        Self {
            tokens: Tokens {
                options,
                ..Tokens::default()
            },
            ..Self::default()
        }
    }

    /// Segments about `STRETCH_BYTES` more. True once all is done; then [`Self::finish`] gives the tokens.
    pub fn step(&mut self, material: Material<'_>, vocabulary: &mut Vocabulary) -> bool {
        let mut spent = 0;
        let units = &material.document.units;
        while self.unit < units.len() && spent < STRETCH_BYTES {
            if self.tokens.unit_starts.len() == self.unit {
                self.begin_unit(material);
            }
            spent += self.segment_stretch(material, vocabulary) + 1;
            if self.at >= self.text.len() {
                self.end_unit(units);
            }
        }
        self.unit >= units.len()
    }

    /// How it segments.
    pub fn options(&self) -> SegmentOptions {
        self.tokens.options
    }

    /// How much is done, and how much there is, in units.
    pub fn progress(&self, units: usize) -> (usize, usize) {
        (self.unit, units)
    }

    /// The tokens of the whole document.
    pub fn finish(mut self, document: &Document) -> Tokens {
        self.tokens.unit_starts.push(self.here());
        self.tokens
            .counts
            .resize_with(document.page.articles.len(), ArticleCounts::default);
        self.tokens.terms.shrink_to_fit();
        self.tokens
    }

    fn here(&self) -> u32 {
        u32::try_from(self.tokens.terms.len()).unwrap_or(u32::MAX)
    }

    fn begin_unit(&mut self, material: Material<'_>) {
        self.tokens.unit_starts.push(self.here());
        self.text.clear();
        self.at = 0;
        let document = material.document;
        let Some(unit) = document.units.get(self.unit) else {
            return;
        };
        let Some(part) = unit.part() else { return };
        if let Some(printed) = unit.printed(&document.page) {
            printed.write_to(&document.source, &mut self.text);
        }
        self.at = unit.dateline_bytes(&document.page).min(self.text.len());
        let text = self.text.get(self.at..).unwrap_or("");
        match part {
            Part::Headline => self.headline.add_headline_text(text),
            Part::Body => self.body.add_paragraph_text(text),
        }
    }

    /// Segments one stretch of the unit in work; says how many bytes it was.
    fn segment_stretch(&mut self, material: Material<'_>, vocabulary: &mut Vocabulary) -> usize {
        let Some(part) = material.document.units.get(self.unit).and_then(Unit::part) else {
            return 0;
        };
        let cut = next_cut(&self.text, self.at, STRETCH_BYTES);
        let stretch = self.text.get(self.at..cut.end).unwrap_or("");
        self.tokens.long_run_cuts += u32::from(cut.inside_run);
        self.scratch.clear();
        material
            .segmenter
            .segment(stretch, self.tokens.options, &mut self.scratch);
        let counter = if part == Part::Headline {
            &mut self.headline
        } else {
            &mut self.body
        };
        let mut start = 0;
        for token in &self.scratch {
            let end = start + token.len_bytes as usize;
            let term = vocabulary.intern(stretch.get(start..end).unwrap_or(""), token.kind);
            self.tokens.terms.push(term);
            if matches!(token.kind, TokenKind::Word | TokenKind::Number) {
                counter.add(term);
            }
            start = end;
        }
        let done = cut.end - self.at;
        self.at = cut.end;
        done
    }

    /// Leaves the unit in work, and closes the article's counts where another one begins.
    fn end_unit(&mut self, units: &[Unit]) {
        let article = units.get(self.unit).and_then(|unit| unit.article);
        self.unit += 1;
        let next = units.get(self.unit).and_then(|unit| unit.article);
        if article.is_some() && article != next {
            let headline = self.headline.finish();
            let body = self.body.finish();
            self.tokens.counts.push(ArticleCounts { headline, body });
        }
    }
}
