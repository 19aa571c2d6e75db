//! A measure's table on the terminal, or as CSV or JSON.

use std::io::Write;

use unicode_width::UnicodeWidthStr as _;

use super::arguments::Format;
use super::file::ask;
use crate::engine::Engine;
use crate::engine::measure_export::whole_table;
use crate::engine::protocol::{Request, ViewRequest};
use crate::engine::query::{Measure, Query};
use crate::report::answers::table::{Cell, TableView};
use crate::report::export::measure_table;
use crate::report::table_notes::{note, side};

/// Takes a measure, and writes the first rows of its table.
pub fn write(
    engine: &mut Engine,
    measure: &Measure,
    format: Format,
    top: Option<usize>,
    output: &mut dyn Write,
) -> std::io::Result<()> {
    let table = take(engine, measure, top);
    match format {
        Format::Csv => output.write_all(&measure_table::csv(&table)),
        Format::Json => output.write_all(&measure_table::json(&table, measure)),
        Format::Table => write_columns(&table, output),
    }
}

/// The table with all its rows, or the first ones.
fn take(engine: &mut Engine, measure: &Measure, top: Option<usize>) -> TableView {
    let query = Query::Table {
        measure: measure.clone(),
        order: None,
        containing: String::new(),
        first_row: 0,
        rows: 1,
    };
    // Names and phrases are found on the way, where the measure needs them.
    ask(engine, Request::View(ViewRequest::Query(query)), None);
    let mut table = whole_table(engine, measure, None);
    table.rows.truncate(top.unwrap_or(usize::MAX));
    table
}

/// Columns for people: rare ones are left out, sides and notes stand under the rows.
fn write_columns(table: &TableView, output: &mut dyn Write) -> std::io::Result<()> {
    let shown: Vec<usize> = (0..table.columns.len())
        .filter(|number| {
            let column = table.columns.get(*number);
            column.is_some_and(|column| !column.is_rare())
        })
        .collect();
    let head = shown.iter().filter_map(|number| table.columns.get(*number));
    let head: Vec<String> = head
        .map(|column| table.names(*column).0.to_owned())
        .collect();
    let rows = table.rows.iter().map(|row| {
        let cells = shown.iter().map(|number| row.cells.get(*number));
        cells
            .map(|cell| cell.map_or_else(String::new, written))
            .collect()
    });
    let rows: Vec<Vec<String>> = std::iter::once(head).chain(rows).collect();
    let widths: Vec<usize> = (0..shown.len())
        .map(|column| {
            let cells = rows.iter().filter_map(|row| row.get(column));
            cells.map(|cell| cell.width()).max().unwrap_or(0)
        })
        .collect();
    for row in &rows {
        let mut line = String::new();
        for (number, (cell, width)) in row.iter().zip(&widths).enumerate() {
            let blanks = " ".repeat(width - cell.width().min(*width));
            let is_text = cell.parse::<f64>().is_err() && number <= 2;
            match is_text {
                true => line.push_str(&format!("{cell}{blanks}  ")),
                false => line.push_str(&format!("{blanks}{cell}  ")),
            }
        }
        writeln!(output, "{}", line.trim_end())?;
    }
    for remark in table
        .sides
        .iter()
        .map(side)
        .chain(table.notes.iter().map(note))
    {
        writeln!(output, "{}", remark.chinese)?;
    }
    Ok(())
}

fn written(cell: &Cell) -> String {
    match cell {
        Cell::Empty => "–".to_owned(),
        Cell::Text(text) => text.clone(),
        Cell::Count(count) => count.to_string(),
        Cell::Number(number) => format!("{number:.4}"),
        Cell::Infinite(true) => "−∞".to_owned(),
        Cell::Infinite(false) => "∞".to_owned(),
    }
}
