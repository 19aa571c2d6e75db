//! Every occurrence of a word, each with its context and its place.

use super::corpus::{Corpus, article_id};
use super::document::Document;
use super::excerpt::{ending, head};
use super::listing::{label, small};
use super::plan::Plan;
use super::unit::{Part, Unit};
use crate::report::views::{LineRow, LinesView, ScalarRange};
use crate::text::page::model::Printed;
use crate::text::source::Span;
use crate::words::vocabulary::{TermId, Vocabulary};

/// How many characters of context stand on each side.
const CONTEXT_CHARS: usize = 30;
/// How long the name of an article may be.
const LABEL_CHARS: usize = 30;

/// A window on the occurrences of a word in what the plan counts: as many as the word list says. Occurrences of words
/// that a filter keeps out of the word list are found too.
pub fn lines(corpus: &Corpus, plan: &Plan, word: &str, first_row: u32, rows: u32) -> LinesView {
    let mut view = LinesView {
        word: word.to_owned(),
        first_row,
        ..LinesView::default()
    };
    let Some(term) = corpus.vocabulary.find(word) else {
        return view;
    };
    let window = first_row..first_row.saturating_add(rows);
    for document in corpus.documents() {
        for (number, unit) in counted_units(document, plan) {
            for index in occurrences(document.tokens.of_unit(number), term) {
                if window.contains(&view.rows_total) {
                    view.rows
                        .extend(line(document, &corpus.vocabulary, number, unit, index));
                }
                view.rows_total += 1;
            }
        }
    }
    view
}

/// The units whose tokens the plan counts.
fn counted_units<'d>(
    document: &'d Document,
    plan: &'d Plan,
) -> impl Iterator<Item = (usize, &'d Unit)> {
    document.units.iter().enumerate().filter(|(_, unit)| {
        let part = match unit.part() {
            Some(Part::Headline) => plan.settings.headlines,
            Some(Part::Body) => plan.settings.body,
            None => false,
        };
        part && unit
            .article
            .is_some_and(|article| plan.counts(article_id(document, article as usize)))
    })
}

fn occurrences(tokens: &[TermId], term: TermId) -> impl Iterator<Item = usize> {
    tokens
        .iter()
        .enumerate()
        .filter(move |(_, token)| **token == term)
        .map(|(index, _)| index)
}

fn line(
    document: &Document,
    vocabulary: &Vocabulary,
    number: usize,
    unit: &Unit,
    index: usize,
) -> Option<LineRow> {
    let article_number = unit.article? as usize;
    let article = document.page.articles.get(article_number)?;
    let printed = unit.printed(&document.page)?;
    let text = printed.text(&document.source);
    let tokens = document.tokens.of_unit(number);
    let length = |token: &TermId| vocabulary.term(*token).len();
    let start = unit.dateline_bytes(&document.page)
        + tokens.get(..index)?.iter().map(length).sum::<usize>();
    let end = start + length(tokens.get(index)?);
    Some(LineRow {
        article: article_id(document, article_number),
        article_label: label(document, article, LABEL_CHARS),
        left: ending(text.get(..start)?, CONTEXT_CHARS).to_owned(),
        word: text.get(start..end)?.to_owned(),
        right: head(text.get(end..)?, CONTEXT_CHARS).to_owned(),
        source_line: document.line_number(printed.source_byte(start)),
        places: places(document, printed, start, end),
        unit: small(number),
    })
}

/// Where a stretch of a unit's printed text stands in the source.
fn places(document: &Document, printed: &Printed, start: usize, end: usize) -> Vec<ScalarRange> {
    let mut places = Vec::new();
    let mut before = 0;
    for piece in &printed.pieces {
        let from = start.max(before);
        let to = end.min(before + piece.len());
        if from < to {
            let at = piece.start as usize;
            places.push(document.place(Span::new(at + from - before, at + to - before)));
        }
        before += piece.len();
    }
    places
}
