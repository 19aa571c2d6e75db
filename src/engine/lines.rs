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
            let found = occurrences(document, &corpus.vocabulary, number, unit, term);
            let wanted = found.iter().zip(view.rows_total..);
            let starts: Vec<usize> = wanted
                .filter(|(_, row)| window.contains(row))
                .map(|(start, _)| *start)
                .collect();
            view.rows_total += small(found.len());
            view.rows
                .extend(rows_of_unit(document, number, unit, &starts, word.len()));
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

/// Where in a unit's printed text, in bytes, a term occurs.
fn occurrences(
    document: &Document,
    vocabulary: &Vocabulary,
    number: usize,
    unit: &Unit,
    term: TermId,
) -> Vec<usize> {
    let tokens = document.tokens.of_unit(number);
    if !tokens.contains(&term) {
        return Vec::new();
    }
    let mut place = unit.dateline_bytes(&document.page);
    let mut found = Vec::new();
    for token in tokens {
        if *token == term {
            found.push(place);
        }
        place += vocabulary.term(*token).len();
    }
    found
}

/// The rows of the occurrences in one unit, whose text is put together only once.
fn rows_of_unit(
    document: &Document,
    number: usize,
    unit: &Unit,
    starts: &[usize],
    word_bytes: usize,
) -> Vec<LineRow> {
    let Some(printed) = unit.printed(&document.page).filter(|_| !starts.is_empty()) else {
        return Vec::new();
    };
    let text = printed.text(&document.source);
    let row = |start: &usize| {
        let article_number = unit.article? as usize;
        let article = document.page.articles.get(article_number)?;
        let end = start + word_bytes;
        Some(LineRow {
            article: article_id(document, article_number),
            article_label: label(document, article, LABEL_CHARS),
            left: ending(text.get(..*start)?, CONTEXT_CHARS).to_owned(),
            word: text.get(*start..end)?.to_owned(),
            right: head(text.get(end..)?, CONTEXT_CHARS).to_owned(),
            source_line: document.line_number(printed.source_byte(*start)),
            places: places(document, printed, *start, end),
            unit: small(number),
            row: small(document.rows.row_of(printed.source_byte(*start))),
        })
    };
    starts.iter().filter_map(row).collect()
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
