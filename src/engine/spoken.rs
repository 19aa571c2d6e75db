//! One speaker's words: what is counted where the user asks for them alone.

use std::collections::BTreeMap;
use std::ops::Range;

use super::document::Document;
use super::unit::Part;
use crate::measures::frequency::{ArticleCounter, ArticleCounts};
use crate::report::views::{ArticleId, DocumentId};
use crate::words::segment::TokenKind;
use crate::words::vocabulary::Vocabulary;

/// A stretch of a speaker's words in one unit, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// In the text of the unit's passage.
    pub counted: Range<usize>,
    /// In the unit's printed text.
    pub printed: Range<usize>,
}

/// The words of the speaker whose words alone are counted.
#[derive(Debug, Default)]
pub struct Spoken {
    /// By document and number of the unit; in the order of the text.
    stretches: BTreeMap<(DocumentId, u32), Vec<Stretch>>,
    counts: BTreeMap<ArticleId, ArticleCounts>,
}

impl Spoken {
    /// Adds the stretches of one document, each with the number of its unit, in order; and counts their tokens.
    pub fn add(
        &mut self,
        document: &Document,
        vocabulary: &Vocabulary,
        stretches: impl IntoIterator<Item = (u32, Stretch)>,
    ) {
        let id = document.origin.id;
        for (unit, stretch) in stretches {
            self.stretches.entry((id, unit)).or_default().push(stretch);
        }
        let units: Vec<u32> = self
            .stretches
            .range((id, 0)..=(id, u32::MAX))
            .map(|((_, unit), _)| *unit)
            .collect();
        let mut counter = ArticleCounter::default();
        let mut in_work = None;
        for number in units {
            let Some(unit) = document.units.get(number as usize) else {
                continue;
            };
            let (Some(part), Some(article)) = (unit.part(), unit.article) else {
                continue;
            };
            // The units of an article stand together.
            if let Some(done) = in_work.replace(article).filter(|done| *done != article) {
                self.take_counts(id, done, counter.finish());
            }
            self.count_unit(document, vocabulary, number, &mut counter, part);
        }
        if let Some(done) = in_work {
            self.take_counts(id, done, counter.finish());
        }
    }

    fn take_counts(&mut self, document: DocumentId, article: u32, counts: ArticleCounts) {
        self.counts.insert(ArticleId { document, article }, counts);
    }

    fn count_unit(
        &self,
        document: &Document,
        vocabulary: &Vocabulary,
        number: u32,
        counter: &mut ArticleCounter,
        part: Part,
    ) {
        let unit_number = number as usize;
        let Some(unit) = document.units.get(unit_number) else {
            return;
        };
        let stretches = self.of_unit(document.origin.id, unit_number);
        let Some(printed) = unit.printed(&document.page) else {
            return;
        };
        let text = printed.text(&document.source);
        for stretch in stretches {
            let text = text.get(stretch.printed.clone()).unwrap_or("");
            counter.add_text(part, text);
        }
        let start = unit.dateline_bytes(&document.page);
        let counter = counter.part(part);
        let mut within = Within::new(stretches);
        for (term, place) in document.tokens.places(unit_number, start, vocabulary) {
            let is_counted = matches!(vocabulary.kind(term), TokenKind::Word | TokenKind::Number);
            if is_counted && within.holds(&place) {
                counter.add(term);
            }
        }
    }

    /// The stretches in a unit, in the order of the text.
    pub fn of_unit(&self, document: DocumentId, unit: usize) -> &[Stretch] {
        let unit = u32::try_from(unit).unwrap_or(u32::MAX);
        self.stretches
            .get(&(document, unit))
            .map_or(&[], Vec::as_slice)
    }

    /// The counts of what the speaker says in an article; `None` where that is nothing.
    pub fn counts(&self, article: ArticleId) -> Option<&ArticleCounts> {
        self.counts.get(&article)
    }
}

/// Tells of printed ranges, asked for in the order of the text, whether they lie in a stretch.
pub struct Within<'s> {
    stretches: &'s [Stretch],
}

impl<'s> Within<'s> {
    /// At the beginning of a unit.
    pub fn new(stretches: &'s [Stretch]) -> Self {
        Self { stretches }
    }

    /// Whether a range lies in one stretch. No range that is asked for begins before one asked for earlier.
    pub fn holds(&mut self, range: &Range<usize>) -> bool {
        while let Some((first, rest)) = self.stretches.split_first()
            && first.printed.end <= range.start
        {
            self.stretches = rest;
        }
        self.stretches.first().is_some_and(|stretch| {
            stretch.printed.start <= range.start && range.end <= stretch.printed.end
        })
    }
}
