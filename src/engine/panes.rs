//! The two panes of 原文: the source, row by row, and the clean page, unit by unit.

use std::collections::BTreeMap;
use std::ops::Range;

use super::answers::Context;
use super::document::Document;
use super::excerpt::{SHOWN_CHARS, shown};
use super::gathering::is_unnamed;
use super::listing::small;
use super::named::passages_of;
use super::prose::Prose;
use super::review::doubt_views;
use super::unit::Unit;
use crate::report::views::{CleanUnit, CleanView, SourceRow, SourceView};
use crate::text::arrange::Arrange;
use crate::words::names::NameKind;

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
pub fn clean_view(
    context: &Context<'_>,
    document: &Document,
    first_unit: u32,
    units: u32,
) -> CleanView {
    let window = first_unit
        ..first_unit
            .saturating_add(units)
            .min(small(document.units.len()));
    let mut names = marked_names(context, document, &window);
    let units = window.filter_map(|number| {
        let unit = document.units.get(number as usize)?;
        let names = names.remove(&number).unwrap_or_default();
        Some(clean_unit(context, document, number as usize, unit, names))
    });
    CleanView {
        document: document.origin.id,
        lengths: document
            .units
            .iter()
            .map(|unit| length(document, unit))
            .collect(),
        starts: starts(document),
        first_unit,
        units: units.collect(),
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

fn clean_unit(
    context: &Context<'_>,
    document: &Document,
    number: usize,
    unit: &Unit,
    names: Vec<(u32, u32, NameKind)>,
) -> CleanUnit {
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
        doubts: doubt_views(document, context.plan, pieces),
        names,
        tokens: token_ends(context, document, number, unit),
    }
}

/// The characters of a unit by their bytes: those that are shown.
struct Characters(Vec<u32>);

impl Characters {
    fn of(document: &Document, unit: &Unit) -> Self {
        let printed = unit.printed(&document.page);
        let characters = printed
            .into_iter()
            .flat_map(|printed| printed.characters(&document.source));
        let mut starts = Vec::new();
        let mut byte = 0;
        for character in characters.take(SHOWN_CHARS) {
            starts.push(small(byte));
            byte += character.len_utf8();
        }
        starts.push(small(byte));
        Self(starts)
    }

    /// The number of the character that begins at a byte; `None` where none is shown there.
    fn at(&self, byte: usize) -> Option<u32> {
        let found = self.0.binary_search(&small(byte)).ok()?;
        Some(small(found))
    }
}

fn token_ends(context: &Context<'_>, document: &Document, number: usize, unit: &Unit) -> Vec<u32> {
    if document.tokens.of_unit(number).is_empty() {
        return Vec::new();
    }
    let characters = Characters::of(document, unit);
    let start = unit.dateline_bytes(&document.page);
    let places = document
        .tokens
        .places(number, start, &context.corpus.vocabulary);
    places
        .map_while(|(_, range)| characters.at(range.end))
        .collect()
}

/// The names in a window of units, by the number of the unit.
fn marked_names(
    context: &Context<'_>,
    document: &Document,
    window: &Range<u32>,
) -> BTreeMap<u32, Vec<(u32, u32, NameKind)>> {
    let mut marked = BTreeMap::new();
    let Some(index) = context.names else {
        return marked;
    };
    if is_unnamed(document, context.plan, context.metadata) {
        return marked;
    }
    let passes = context.plan.settings.cleanup;
    let mut prose = Prose::new(&document.source, &document.page, &document.units, passes);
    let is_shown = |units: &Range<usize>| {
        units.start < window.end as usize && (window.start as usize) < units.end
    };
    for part in document
        .named
        .parts
        .iter()
        .filter(|part| is_shown(&part.units))
    {
        let passages = passages_of(&mut prose, &part.units);
        let mentions = index.mentions(&part.names, &passages);
        let mut rest = mentions.as_slice();
        for passage in &passages {
            let here = rest
                .iter()
                .take_while(|mention| mention.unit == passage.unit)
                .count();
            let (here, behind) = rest.split_at_checked(here).unwrap_or((rest, &[]));
            rest = behind;
            let unit = document.units.get(passage.unit as usize);
            let Some(unit) = unit.filter(|_| !here.is_empty() && window.contains(&passage.unit))
            else {
                continue;
            };
            let ranges = here.iter().map(|one| one.start as usize..one.end as usize);
            let printed = prose.printed_all(passage, ranges);
            let characters = Characters::of(document, unit);
            let names = here.iter().zip(printed).filter_map(|(mention, range)| {
                let (start, end) = (characters.at(range.start)?, characters.at(range.end)?);
                Some((start, end, mention.kind))
            });
            let mut names: Vec<(u32, u32, NameKind)> = names.collect();
            names.arrange_by_key(|(start, end, kind)| (*start, *kind, *end));
            marked.insert(passage.unit, names);
        }
    }
    marked
}
