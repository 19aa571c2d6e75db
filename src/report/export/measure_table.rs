//! A measure's table as CSV, JSON and rows of a sheet.

use serde::Serialize;

use super::csv::harmless;
use super::table_csv::writer;
use super::workbook::Sheet;
use crate::report::answers::Item;
use crate::report::answers::table::{Cell, Column, Lead, Order, TableView};
use crate::report::table_notes::{note, side};

/// The table as CSV: UTF-8 with byte order mark, every cell quoted, lines closed by CR LF; heads in Chinese with English
/// behind. Figures have as many digits as they need to be read back exactly. Behind the rows, after an empty line, stands
/// a line for every side and note.
pub fn csv(table: &TableView) -> Vec<u8> {
    let mut writer = writer();
    // Writing to memory cannot fail.
    let _ = writer.write_record(heads(table));
    for row in &table.rows {
        let _ = writer.write_record(row.cells.iter().map(written));
    }
    let remarks = remarks(table);
    if !remarks.is_empty() {
        let _ = writer.write_record([""]);
    }
    for remark in remarks {
        let _ = writer.write_record([harmless(&remark)]);
    }
    writer.into_inner().unwrap_or_default()
}

/// The table as rows of a sheet; behind them, after an empty row, a row for every side and note.
pub fn sheet(name: &str, table: &TableView) -> Sheet {
    let head = heads(table).into_iter().map(Cell::Text).collect();
    let mut rows = vec![head];
    rows.extend(table.rows.iter().map(|row| row.cells.clone()));
    let remarks = remarks(table);
    if !remarks.is_empty() {
        rows.push(Vec::new());
    }
    rows.extend(remarks.into_iter().map(|remark| vec![Cell::Text(remark)]));
    Sheet {
        name: name.to_owned(),
        rows,
    }
}

#[derive(Serialize)]
struct TableJson<'t, P> {
    format: &'static str,
    version: u32,
    measure: &'t P,
    order: Option<Order>,
    sides: Vec<String>,
    notes: Vec<String>,
    columns: Vec<ColumnJson>,
    rows: Vec<RowJson<'t>>,
}

#[derive(Serialize)]
struct ColumnJson {
    key: Column,
    chinese: String,
    english: String,
}

#[derive(Serialize)]
struct RowJson<'t> {
    #[serde(skip_serializing_if = "Option::is_none")]
    item: Option<&'t Item>,
    cells: Vec<serde_json::Value>,
}

/// The table as JSON with what was measured: an object with `format`, `version`, `measure`, `order`, `sides`, `notes`,
/// `columns` and `rows`; a cell is a text, a number, null, or "∞" or "−∞". Indented, with a line end behind it.
pub fn json(table: &TableView, measure: &impl Serialize) -> Vec<u8> {
    let columns = table.columns.iter().map(|column| {
        let (chinese, english) = table.names(*column);
        ColumnJson {
            key: *column,
            chinese: chinese.to_string(),
            english: english.to_string(),
        }
    });
    let rows = table.rows.iter().map(|row| RowJson {
        item: match &row.lead {
            Lead::Item(item) => Some(item),
            _ => None,
        },
        cells: row.cells.iter().map(value).collect(),
    });
    let json = TableJson {
        format: "cijing-table",
        version: 1,
        measure,
        order: table.order,
        sides: table.sides.iter().map(|one| side(one).chinese).collect(),
        notes: table.notes.iter().map(|one| note(one).chinese).collect(),
        columns: columns.collect(),
        rows: rows.collect(),
    };
    let Ok(mut bytes) = serde_json::to_vec_pretty(&json) else {
        return Vec::new();
    };
    bytes.push(b'\n');
    bytes
}

fn heads(table: &TableView) -> Vec<String> {
    let heads = table.columns.iter().map(|column| {
        let (chinese, english) = table.names(*column);
        format!("{chinese} {english}")
    });
    heads.collect()
}

/// Sides and notes in both languages.
fn remarks(table: &TableView) -> Vec<String> {
    let sides = table.sides.iter().map(side);
    let notes = table.notes.iter().map(note);
    let both = sides.chain(notes);
    both.map(|remark| format!("{} / {}", remark.chinese, remark.english))
        .collect()
}

fn written(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => harmless(text),
        Cell::Count(count) => count.to_string(),
        Cell::Number(number) => number.to_string(),
        Cell::Infinite(true) => "−∞".to_owned(),
        Cell::Infinite(false) => "∞".to_owned(),
    }
}

fn value(cell: &Cell) -> serde_json::Value {
    match cell {
        Cell::Empty => serde_json::Value::Null,
        Cell::Count(count) => (*count).into(),
        Cell::Number(number) => (*number).into(),
        Cell::Text(text) => text.as_str().into(),
        Cell::Infinite(true) => "−∞".into(),
        Cell::Infinite(false) => "∞".into(),
    }
}
