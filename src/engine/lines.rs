//! Every occurrence of a word, each with its context and its place.

use std::ops::Range;

use super::corpus::{Corpus, article_id};
use super::document::Document;
use super::excerpt::{ending, head};
use super::listing::{label, small};
use super::plan::Plan;
use super::spoken::Within;
use super::unit::Unit;
use crate::report::views::{LineRow, LinesView, ScalarRange};
use crate::text::clean::{Blanks, Cleaner};
use crate::text::page::model::Printed;
use crate::text::source::Span;
use crate::words::vocabulary::{TermId, Vocabulary};

/// How many characters of context stand on each side.
pub(super) const CONTEXT_CHARS: usize = 30;
/// How long the name of an article may be.
pub(super) const LABEL_CHARS: usize = 30;

/// A window on the occurrences of a word in what the plan counts: as many as the word list says. Occurrences of words
/// that a filter keeps out of the word list are found too, and words that are typed as they are printed.
pub fn lines(corpus: &Corpus, plan: &Plan, word: &str, first_row: u32, rows: u32) -> LinesView {
    let mut view = LinesView {
        word: word.to_owned(),
        first_row,
        ..LinesView::default()
    };
    push_term(&mut view, corpus, plan, word, rows);
    let mut cleaner = Cleaner::new(plan.settings.cleanup);
    if view.rows_total == 0 && cleaner.clean(word, Blanks::MayClose, None) {
        push_term(&mut view, corpus, plan, cleaner.text(), rows);
    }
    view
}

/// A window on the occurrences of all terms that are wanted, under one name.
pub fn lines_of_terms(
    corpus: &Corpus,
    plan: &Plan,
    name: &str,
    is_wanted: &dyn Fn(TermId) -> bool,
    first_row: u32,
    rows: u32,
) -> LinesView {
    let mut view = LinesView {
        word: name.to_owned(),
        first_row,
        ..LinesView::default()
    };
    push_terms(&mut view, corpus, plan, is_wanted, rows);
    view
}

/// Adds the occurrences of a term as it is counted.
fn push_term(view: &mut LinesView, corpus: &Corpus, plan: &Plan, term: &str, rows: u32) {
    if let Some(term) = corpus.vocabulary.find(term) {
        push_terms(view, corpus, plan, &|other| other == term, rows);
    }
}

fn push_terms(
    view: &mut LinesView,
    corpus: &Corpus,
    plan: &Plan,
    is_wanted: &dyn Fn(TermId) -> bool,
    rows: u32,
) {
    for document in corpus.documents() {
        for (number, unit) in counted_units(document, plan) {
            let mut found = occurrences(document, &corpus.vocabulary, number, unit, is_wanted);
            if let Some(spoken) = plan.spoken() {
                let mut within = Within::new(spoken.of_unit(document.origin.id, number));
                found.retain(|range| within.holds(range));
            }
            push_rows(view, rows, document, (number, unit), &found);
        }
    }
}

/// Adds what was found in one unit, as ranges of its printed text, to a view: to the number of all rows, and those in
/// the window of so many rows to the rows.
pub fn push_rows(
    view: &mut LinesView,
    rows: u32,
    document: &Document,
    (number, unit): (usize, &Unit),
    found: &[Range<usize>],
) {
    let window = view.first_row..view.first_row.saturating_add(rows);
    let wanted = found.iter().zip(view.rows_total..);
    let ranges: Vec<&Range<usize>> = wanted
        .filter(|(_, row)| window.contains(row))
        .map(|(range, _)| range)
        .collect();
    view.rows_total += small(found.len());
    view.rows
        .extend(rows_of_unit(document, number, unit, &ranges));
}

/// The units whose tokens the plan counts.
pub fn counted_units<'d>(
    document: &'d Document,
    plan: &'d Plan,
) -> impl Iterator<Item = (usize, &'d Unit)> {
    document.units.iter().enumerate().filter(|(_, unit)| {
        let parts = plan.settings.parts;
        unit.part().is_some_and(|part| parts.has(part))
            && unit
                .article
                .is_some_and(|article| plan.counts(document, article as usize))
    })
}

/// Where in a unit's printed text, in bytes, terms that are wanted occur.
fn occurrences(
    document: &Document,
    vocabulary: &Vocabulary,
    number: usize,
    unit: &Unit,
    is_wanted: &dyn Fn(TermId) -> bool,
) -> Vec<Range<usize>> {
    let mut tokens = document.tokens.of_unit(number).iter();
    if !tokens.any(|token| is_wanted(*token)) {
        return Vec::new();
    }
    let start = unit.dateline_bytes(&document.page);
    let places = document.tokens.places(number, start, vocabulary);
    places
        .filter(|(token, _)| is_wanted(*token))
        .map(|(_, range)| range)
        .collect()
}

/// The rows of the occurrences in one unit, whose text is put together only once.
fn rows_of_unit(
    document: &Document,
    number: usize,
    unit: &Unit,
    ranges: &[&Range<usize>],
) -> Vec<LineRow> {
    let Some(printed) = unit.printed(&document.page).filter(|_| !ranges.is_empty()) else {
        return Vec::new();
    };
    let text = printed.text(&document.source);
    let row = |range: &&Range<usize>| {
        let (start, end) = (range.start, range.end);
        // What was set aside belongs to no article.
        let article_number = unit.article.unwrap_or(0) as usize;
        let article = unit
            .article
            .and_then(|_| document.page.articles.get(article_number));
        Some(LineRow {
            article: article_id(document, article_number),
            article_label: article
                .map_or_else(String::new, |article| label(document, article, LABEL_CHARS)),
            left: ending(text.get(..start)?, CONTEXT_CHARS).to_owned(),
            word: text.get(start..end)?.to_owned(),
            right: head(text.get(end..)?, CONTEXT_CHARS).to_owned(),
            source_line: document.line_number(printed.source_byte(start)),
            places: places(document, printed, start, end),
            unit: small(number),
            row: small(document.rows.row_of(printed.source_byte(start))),
        })
    };
    ranges.iter().filter_map(row).collect()
}

/// Where a stretch of a unit's printed text stands in the source.
pub(super) fn places(
    document: &Document,
    printed: &Printed,
    start: usize,
    end: usize,
) -> Vec<ScalarRange> {
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
