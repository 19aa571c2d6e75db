//! The lines of a concordance as they are shown.

use std::ops::Range;

use super::keys::words_of_unit;
use super::rows::Rows;
use super::{Hit, small};
use crate::engine::answers::Context;
use crate::engine::corpus::article_id;
use crate::engine::document::Document;
use crate::engine::excerpt::{ending, head};
use crate::engine::lines::{LABEL_CHARS, places};
use crate::engine::listing::label;
use crate::engine::standing::date_of;
use crate::measures::options::ContextSize;
use crate::report::answers::search::{ConcordanceLine, LineMark};
use crate::report::views::ScalarRange;
use crate::text::page::model::{Field, Printed};
use crate::words::vocabulary::TermId;

/// How much of a paragraph is shown, in characters.
const PARAGRAPH_CHARS: usize = 4000;
/// How much of it stands before what was found, where it is longer.
const BEFORE_CHARS: usize = 2000;
/// Longest context in characters, and in words.
const MOST_CONTEXT: (u16, u16) = (200, 50);
/// How long a find is shown, in characters.
const NODE_CHARS: usize = 1000;

/// In how many articles hits stand, which are in canonical order.
pub fn articles(context: Context<'_>, hits: &[Hit]) -> u32 {
    let mut articles = 0;
    let mut last = None;
    super::keys::each_unit(context, hits, |document, unit, _| {
        let unit = document.units.get(unit);
        let article = Some((document.origin.id, unit.and_then(|unit| unit.article)));
        articles += u32::from(article != last);
        last = article;
    });
    articles
}

/// The lines of these hits, of which the first is row number `first_row`.
pub fn lines(
    context: Context<'_>,
    hits: &[Hit],
    numbers: &[u32],
    rows: &Rows,
    first_row: u32,
) -> Vec<ConcordanceLine> {
    let documents = context.corpus.documents();
    let mut lines = Vec::with_capacity(numbers.len());
    let mut known: Option<((u32, u32), OfUnit<'_>)> = None;
    for (row, number) in (first_row..).zip(numbers) {
        let Some(hit) = hits.get(*number as usize) else {
            continue;
        };
        let place = (hit.document, hit.unit);
        if known.as_ref().is_none_or(|(known, _)| *known != place) {
            let document = documents.get(hit.document as usize);
            let of_unit =
                document.and_then(|document| OfUnit::new(context, document, hit.unit as usize));
            known = of_unit.map(|of_unit| (place, of_unit));
        }
        let line = known
            .as_ref()
            .and_then(|(_, of_unit)| of_unit.line(context, hit));
        if let Some(line) = line {
            lines.push(ConcordanceLine {
                number: number.saturating_add(1),
                heading: rows.heading(row).to_owned(),
                ..line
            });
        }
    }
    lines
}

/// A unit whose lines are made.
pub struct OfUnit<'d> {
    document: &'d Document,
    number: usize,
    article: usize,
    printed: &'d Printed,
    text: String,
    size: ContextSize,
    /// Its words, where they measure the context.
    words: Vec<(TermId, Range<usize>)>,
}

impl<'d> OfUnit<'d> {
    /// A unit; `None` for one that has no text or no article.
    pub fn new(context: Context<'_>, document: &'d Document, number: usize) -> Option<Self> {
        let unit = document.units.get(number)?;
        let printed = unit.printed(&document.page)?;
        let size = context.plan.settings.measures.context;
        let words = match size {
            ContextSize::Characters(_) => Vec::new(),
            ContextSize::Words(_) => words_of_unit(document, number, &context.corpus.vocabulary),
        };
        Some(Self {
            document,
            number,
            article: unit.article? as usize,
            printed,
            text: printed.text(&document.source),
            size,
            words,
        })
    }

    /// The context of a hit: where it begins and ends.
    fn context(&self, hit: &Hit) -> Range<usize> {
        let range = hit.range();
        let before = self.text.get(..range.start).unwrap_or("");
        let behind = self.text.get(range.end..).unwrap_or("");
        match self.size {
            ContextSize::Characters(characters) => {
                let characters = usize::from(characters.min(MOST_CONTEXT.0));
                range.start - ending(before, characters).len()
                    ..range.end + head(behind, characters).len()
            }
            ContextSize::Words(words) => {
                let words = usize::from(words.clamp(1, MOST_CONTEXT.1));
                let place = self
                    .words
                    .partition_point(|(_, word)| word.end <= range.start);
                let first = place.checked_sub(words).and_then(|at| self.words.get(at));
                let place = self
                    .words
                    .partition_point(|(_, word)| word.start < range.end);
                let last = self.words.get(place + words - 1);
                first.map_or(0, |(_, word)| word.start)
                    ..last.map_or(self.text.len(), |(_, word)| word.end)
            }
        }
    }

    /// Whether the context of a hit, or the hit itself, has a string.
    pub fn contains(&self, hit: &Hit, string: &str) -> bool {
        let text = self.text.get(self.context(hit));
        text.is_some_and(|text| text.contains(string))
    }

    fn places(&self, hit: &Hit) -> Vec<ScalarRange> {
        places(
            self.document,
            self.printed,
            hit.start as usize,
            hit.end as usize,
        )
    }

    fn mark(&self, places: &[ScalarRange]) -> Option<LineMark> {
        Some(LineMark {
            sha256: self.document.origin.sha256.clone(),
            place: ScalarRange {
                start: places.first()?.start,
                end: places.last()?.end,
            },
        })
    }

    /// Whether the user marked the line of a hit.
    pub fn is_marked(&self, context: Context<'_>, hit: &Hit) -> bool {
        let marks = &context.plan.project.line_marks;
        if marks.is_empty() {
            return false;
        }
        let mark = self.mark(&self.places(hit));
        mark.is_some_and(|mark| marks.contains(&mark))
    }

    fn line(&self, context: Context<'_>, hit: &Hit) -> Option<ConcordanceLine> {
        let range = hit.range();
        let around = self.context(hit);
        let places = self.places(hit);
        let mark = self.mark(&places);
        let first = self.printed.source_byte(range.start);
        let document = self.document;
        let article = document.page.articles.get(self.article);
        let value = |field| {
            let metadata = context.metadata.get(document.origin.id)?;
            let value = metadata.of_article(self.article, field)?;
            Some(value.value.clone())
        };
        let (paragraph, node_in_paragraph) = self.paragraph(&range)?;
        let marks = &context.plan.project.line_marks;
        Some(ConcordanceLine {
            number: 0,
            left: self.text.get(around.start..range.start)?.to_owned(),
            node: head(self.text.get(range.clone())?, NODE_CHARS).to_owned(),
            right: self.text.get(range.end..around.end)?.to_owned(),
            article: article_id(document, self.article),
            article_label: article
                .map_or_else(String::new, |article| label(document, article, LABEL_CHARS)),
            file: document.origin.name.clone(),
            newspaper: value(Field::Newspaper),
            date: date_of(document, context.metadata, self.article).map(str::to_owned),
            page_number: value(Field::PageNumber),
            source_line: document.line_number(first),
            unit: small(self.number),
            row: small(document.rows.row_of(first)),
            is_marked: mark.as_ref().is_some_and(|mark| marks.contains(mark)),
            places,
            mark,
            heading: String::new(),
            paragraph,
            node_in_paragraph,
        })
    }

    /// The paragraph around a hit, and where the hit stands in it, in characters.
    fn paragraph(&self, range: &Range<usize>) -> Option<(String, (u32, u32))> {
        let is_long =
            self.text.len() > PARAGRAPH_CHARS && self.text.chars().nth(PARAGRAPH_CHARS).is_some();
        let before = self.text.get(..range.start)?;
        let before = if is_long {
            ending(before, BEFORE_CHARS)
        } else {
            before
        };
        let start = range.start - before.len();
        let paragraph = head(self.text.get(start..)?, PARAGRAPH_CHARS);
        let first = before.chars().count();
        let node = self.text.get(range.clone())?.chars().count();
        let last = (first + node).min(PARAGRAPH_CHARS);
        Some((paragraph.to_owned(), (small(first), small(last))))
    }
}
