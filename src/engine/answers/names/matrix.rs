//! Names against articles, days, reporters or persons.

use std::collections::{BTreeMap, BTreeSet};

use super::super::Context;
use super::rows::count_names;
use crate::engine::corpus::article_id;
use crate::engine::document::Document;
use crate::engine::findings::{Findings, FoundName, Looked};
use crate::engine::lines::LABEL_CHARS;
use crate::engine::listing::{label, small};
use crate::engine::standing::{date_of, standing};
use crate::report::answers::Standing;
use crate::report::answers::names::{MatrixRows, MatrixView};
use crate::text::arrange::ordered;
use crate::words::names::NameKind;

/// How many rows and columns are given.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    rows: usize,
    columns: usize,
}

impl Limits {
    /// What the screen shows.
    pub const SHOWN: Self = Self {
        rows: 200,
        columns: 60,
    };
    /// As much as a spreadsheet takes: a matrix of all persons by all persons would fill the memory.
    pub const ALL: Self = Self {
        rows: 10_000,
        columns: 1_000,
    };
}

/// The columns of a matrix: names by their numbers.
struct Columns {
    kind: NameKind,
    /// The column of a name.
    places: BTreeMap<u32, usize>,
    names: Vec<String>,
    total: usize,
}

impl Columns {
    fn new(context: Context<'_>, findings: &Findings, kind: NameKind, limits: Limits) -> Self {
        let sums = count_names(context, findings, kind);
        let shown = sums.iter().take(limits.columns);
        let shown: Vec<u32> = shown.map(|sum| sum.name).collect();
        Self {
            kind,
            total: sums.len(),
            names: shown
                .iter()
                .map(|name| findings.name(kind, *name).to_owned())
                .collect(),
            places: ordered(shown.into_iter().zip(0..)),
        }
    }

    fn place(&self, found: &FoundName) -> Option<usize> {
        let is_kind = found.kind == self.kind;
        self.places.get(&found.name).copied().filter(|_| is_kind)
    }

    fn empty(&self) -> Vec<u32> {
        vec![0; self.names.len()]
    }
}

/// Counts names by articles, days, reporters or persons.
pub fn matrix(
    context: Context<'_>,
    findings: &Findings,
    by: MatrixRows,
    columns: NameKind,
    limits: Limits,
) -> MatrixView {
    let columns = Columns::new(context, findings, columns, limits);
    let rows = match by {
        MatrixRows::Articles => by_article(context, findings, &columns, limits),
        MatrixRows::Dates => by_date(context, findings, &columns),
        MatrixRows::Reporters => by_name(context, findings, &columns, NameKind::Reporter, limits),
        MatrixRows::Persons => by_name(context, findings, &columns, NameKind::Person, limits),
    };
    let mut view = MatrixView {
        total: (small(rows.total), small(columns.total)),
        columns: columns.names,
        standings: rows.standings,
        ..MatrixView::default()
    };
    for (head, cells) in rows.rows.into_iter().take(limits.rows) {
        view.rows.push(head);
        view.cells.push(cells);
    }
    view
}

struct Rows {
    total: usize,
    rows: Vec<(String, Vec<u32>)>,
    standings: Vec<Standing>,
}

fn by_article(
    context: Context<'_>,
    findings: &Findings,
    columns: &Columns,
    limits: Limits,
) -> Rows {
    let mut rows = Rows {
        total: 0,
        rows: Vec::new(),
        standings: Vec::new(),
    };
    for looked in findings.looked(context.corpus, context.plan) {
        let mut cells = article_cells(&looked, columns);
        let first = first_units(looked.document);
        for number in 0..small(looked.document.page.articles.len()) {
            if !looked.counts(number) {
                continue;
            }
            rows.total += 1;
            if rows.rows.len() >= limits.rows {
                continue;
            }
            let cells = cells.remove(&number).unwrap_or_else(|| columns.empty());
            rows.rows.push((article_label(&looked, number), cells));
            let unit = first.get(&number).copied();
            rows.standings
                .push(article_standing(context, &looked, number, unit));
        }
    }
    rows
}

fn article_cells(looked: &Looked<'_>, columns: &Columns) -> BTreeMap<u32, Vec<u32>> {
    let mut cells: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for found in looked.names() {
        if let Some(place) = columns.place(found) {
            let row = cells
                .entry(found.place.article)
                .or_insert_with(|| columns.empty());
            if let Some(cell) = row.get_mut(place) {
                *cell += 1;
            }
        }
    }
    cells
}

fn article_label(looked: &Looked<'_>, number: u32) -> String {
    let article = looked.document.page.articles.get(number as usize);
    article.map_or_else(String::new, |article| {
        label(looked.document, article, LABEL_CHARS)
    })
}

/// The first unit of every article.
fn first_units(document: &Document) -> BTreeMap<u32, usize> {
    let mut first = BTreeMap::new();
    for (number, unit) in document.units.iter().enumerate() {
        if let Some(article) = unit.article {
            first.entry(article).or_insert(number);
        }
    }
    first
}

/// Where an article begins: its first unit.
fn article_standing(
    context: Context<'_>,
    looked: &Looked<'_>,
    number: u32,
    unit: Option<usize>,
) -> Standing {
    let document = looked.document;
    let found = unit.and_then(|number| {
        let printed = document.units.get(number)?.printed(&document.page)?;
        standing(
            document,
            context.metadata,
            number,
            &(0..printed.len_bytes()),
        )
    });
    found.unwrap_or_else(|| Standing {
        article: article_id(document, number as usize),
        article_label: article_label(looked, number),
        file: document.origin.name.clone(),
        date: None,
        source_line: 1,
        places: Vec::new(),
        unit: 0,
        row: 0,
    })
}

/// A row for every date; articles without one are in the last row, whose head is empty.
fn by_date(context: Context<'_>, findings: &Findings, columns: &Columns) -> Rows {
    let mut days: BTreeMap<(bool, &str), Vec<u32>> = BTreeMap::new();
    for looked in findings.looked(context.corpus, context.plan) {
        let mut cells = article_cells(&looked, columns);
        for number in 0..small(looked.document.page.articles.len()) {
            if !looked.counts(number) {
                continue;
            }
            let date = date_of(looked.document, context.metadata, number as usize);
            let day = (date.is_none(), date.unwrap_or(""));
            let day = days.entry(day).or_insert_with(|| columns.empty());
            for (sum, cell) in day
                .iter_mut()
                .zip(cells.remove(&number).unwrap_or_default())
            {
                *sum += cell;
            }
        }
    }
    let rows = days.into_iter();
    let rows = rows.map(|((_, date), cells)| (date.to_owned(), cells));
    let rows: Vec<(String, Vec<u32>)> = rows.collect();
    Rows {
        total: rows.len(),
        rows,
        standings: Vec::new(),
    }
}

/// A row for every name of a kind; a cell counts the articles that have both.
fn by_name(
    context: Context<'_>,
    findings: &Findings,
    columns: &Columns,
    kind: NameKind,
    limits: Limits,
) -> Rows {
    let sums = count_names(context, findings, kind);
    let shown = sums.iter().take(limits.rows);
    let shown: Vec<u32> = shown.map(|sum| sum.name).collect();
    let places: BTreeMap<u32, usize> = ordered(shown.iter().copied().zip(0..));
    let mut cells = vec![columns.empty(); shown.len()];
    for looked in findings.looked(context.corpus, context.plan) {
        let mut here: BTreeMap<u32, (BTreeSet<usize>, BTreeSet<usize>)> = BTreeMap::new();
        for found in looked.names() {
            let entry = here.entry(found.place.article).or_default();
            entry.1.extend(columns.place(found));
            if found.kind == kind {
                entry.0.extend(places.get(&found.name));
            }
        }
        for (heads, names) in here.into_values() {
            for head in heads {
                for name in &names {
                    if let Some(cell) = cells.get_mut(head).and_then(|row| row.get_mut(*name)) {
                        *cell += 1;
                    }
                }
            }
        }
    }
    let heads = shown
        .iter()
        .map(|name| findings.name(kind, *name).to_owned());
    Rows {
        total: sums.len(),
        rows: heads.zip(cells).collect(),
        standings: Vec::new(),
    }
}
