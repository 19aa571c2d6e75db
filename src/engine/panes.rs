//! The two panes of 原文: the source, row by row, and the clean page, unit by unit.

use super::document::Document;
use super::excerpt::{SHOWN_CHARS, shown};
use super::listing::small;
use super::plan::Plan;
use super::review::doubt_views;
use super::unit::Unit;
use crate::report::views::{CleanUnit, CleanView, SourceRow, SourceView};

/// A window on the rows of the source.
pub fn source_view(document: &Document, first_row: u32, rows: u32) -> SourceView {
    let window = first_row as usize..first_row.saturating_add(rows) as usize;
    SourceView {
        document: document.origin.id,
        rows_total: small(document.rows.len()),
        first_row,
        rows: window.map_while(|row| source_row(document, row)).collect(),
    }
}

fn source_row(document: &Document, number: usize) -> Option<SourceRow> {
    let (span, line) = document.rows.row(&document.source, number)?;
    Some(SourceRow {
        line: line.map(|line| small(line).saturating_add(1)),
        place: document.place(span),
        shown: shown(document, &[span]),
    })
}

/// A window on the units of the clean page.
pub fn clean_view(document: &Document, plan: &Plan, first_unit: u32, units: u32) -> CleanView {
    let window = document
        .units
        .iter()
        .skip(first_unit as usize)
        .take(units as usize);
    CleanView {
        document: document.origin.id,
        lengths: document
            .units
            .iter()
            .map(|unit| length(document, unit))
            .collect(),
        starts: starts(document),
        first_unit,
        units: window
            .map(|unit| clean_unit(document, plan, unit))
            .collect(),
    }
}

/// A unit's length in characters. Han characters are three bytes long, and the number is only for the height of the
/// scrolled area: so no text is walked through.
fn length(document: &Document, unit: &Unit) -> u32 {
    unit.printed(&document.page).map_or(0, |printed| {
        small(printed.len_bytes().div_ceil(3).min(SHOWN_CHARS))
    })
}

/// The first unit of every article, and of what was set aside.
fn starts(document: &Document) -> Vec<u32> {
    let mut starts = Vec::new();
    let mut last = None;
    for (number, unit) in document.units.iter().enumerate() {
        if last != Some(unit.article) {
            starts.push(small(number));
            last = Some(unit.article);
        }
    }
    starts
}

fn clean_unit(document: &Document, plan: &Plan, unit: &Unit) -> CleanUnit {
    let pieces = unit
        .printed(&document.page)
        .map_or(&[][..], |printed| &printed.pieces);
    CleanUnit {
        kind: unit.kind,
        article: unit.article,
        shown: shown(document, pieces),
        source_rows: document.rows.rows_of(pieces),
        places: pieces.iter().map(|piece| document.place(*piece)).collect(),
        anchor: pieces.first().map(|piece| document.place(*piece).start),
        doubts: doubt_views(document, plan, pieces),
        tokens: Vec::new(),
        names: Vec::new(),
    }
}
