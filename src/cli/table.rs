//! Tables of the measures on the command line: aligned for people, as CSV, as JSON.

use std::io::Write;
use std::path::PathBuf;

use unicode_width::UnicodeWidthStr as _;

use super::arguments::Format;
use super::choices::choose;
use super::file::{add_all, ask};
use super::search_arguments::{GroupOption, TableOptions};
use crate::engine::Engine;
use crate::engine::choices::Settings;
use crate::engine::measure_export::whole_table;
use crate::engine::protocol::{Reply, Request, ViewRequest};
use crate::engine::query::{Answer, Measure, Query};
use crate::measures::options::MeasureOptions;
use crate::report::answers::group::Selection;
use crate::report::answers::table::TableView;
use crate::report::export::{cell_text, measure_table};
use crate::report::table_notes::{note, side};

/// How many rows are asked for at one time.
pub const WINDOW: u32 = 1000;

/// Reads the files under the choices. The engine, and whether all files could be read; `None` where the choices could not.
pub fn read(
    options: &TableOptions,
    files: &[PathBuf],
    change: impl FnOnce(&mut MeasureOptions),
) -> Option<(Engine, bool)> {
    let mut engine = Engine::new();
    let change = |settings: Settings| {
        let mut settings = options.segmentation.change(settings);
        change(&mut settings.measures);
        settings
    };
    if !choose(&mut engine, &options.choices, &[], change) {
        return None;
    }
    let all_read = add_all(&mut engine, files, &options.decoding);
    Some((engine, all_read))
}

/// What is counted.
pub fn selection(of: &GroupOption) -> Selection {
    let group = of.group.clone();
    group.map_or(Selection::All, Selection::Group)
}

/// Asks a question as the page does.
pub fn answer(engine: &mut Engine, query: Query) -> Option<Answer> {
    match ask(engine, Request::View(ViewRequest::Query(query)), None) {
        Some(Reply::Answered(answered)) => Some(answered.1),
        _ => None,
    }
}

/// The first rows of a measure's table.
fn table(engine: &mut Engine, measure: &Measure, top: Option<u32>) -> TableView {
    let query = Query::Table {
        measure: measure.clone(),
        order: None,
        containing: String::new(),
        first_row: 0,
        rows: 1,
    };
    // Names and phrases are found on the way, where the measure needs them.
    answer(engine, query);
    let mut table = whole_table(engine, measure, None);
    table
        .rows
        .truncate(top.map_or(usize::MAX, |top| top as usize));
    table
}

/// Takes a measure, and writes the first rows of its table: as the page writes its files, or in columns for people, without
/// the rare ones, and with what a reader must know beneath.
pub fn write(
    engine: &mut Engine,
    measure: &Measure,
    options: &TableOptions,
    output: &mut dyn Write,
) -> std::io::Result<()> {
    let view = table(engine, measure, options.top);
    match options.format {
        Format::Csv => output.write_all(&measure_table::csv(&view)),
        Format::Json => output.write_all(&measure_table::json(&view, measure)),
        Format::Table => write_columns(&view, output),
    }
}

fn write_columns(view: &TableView, output: &mut dyn Write) -> std::io::Result<()> {
    let columns = (0..).zip(&view.columns);
    let shown = columns.filter(|(_, column)| !column.is_rare());
    let (places, heads): (Vec<usize>, Vec<String>) = shown
        .map(|(place, column)| (place, view.names(*column).0.to_owned()))
        .unzip();
    let rows = view.rows.iter().map(|row| {
        let cells = places.iter().filter_map(|place| row.cells.get(*place));
        cells.map(cell_text).collect()
    });
    write_aligned(heads, rows.collect(), output)?;
    let sides = view.sides.iter().map(side);
    let notes = view.notes.iter().map(note);
    for remark in sides.chain(notes) {
        writeln!(output, "{}", remark.chinese)?;
    }
    Ok(())
}

/// Writes an answer as JSON.
pub fn write_json(answer: &impl serde::Serialize, output: &mut dyn Write) -> std::io::Result<()> {
    serde_json::to_writer_pretty(&mut *output, answer)?;
    writeln!(output)
}

/// Writes rows below their heads: each column as wide as its widest cell, the first text to the left, numbers to the right.
pub fn write_aligned(
    heads: Vec<String>,
    rows: Vec<Vec<String>>,
    output: &mut dyn Write,
) -> std::io::Result<()> {
    let columns = heads.len();
    let is_text = |column: usize| {
        let mut cells = rows.iter().filter_map(|row| row.get(column));
        cells.any(|cell| {
            cell.chars()
                .any(|letter| letter.is_alphabetic() && letter != 'e')
        })
    };
    let text: Vec<bool> = (0..columns).map(is_text).collect();
    let mut widths: Vec<usize> = heads.iter().map(|head| head.width()).collect();
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.width());
        }
    }
    for row in std::iter::once(&heads).chain(&rows) {
        let cells = row.iter().zip(&widths).zip(&text);
        let cells = cells.map(|((cell, width), is_text)| {
            let blanks = " ".repeat(width.saturating_sub(cell.width()));
            if *is_text {
                format!("{cell}{blanks}")
            } else {
                format!("{blanks}{cell}")
            }
        });
        let line = cells.collect::<Vec<String>>().join("  ");
        writeln!(output, "{}", line.trim_end())?;
    }
    Ok(())
}
