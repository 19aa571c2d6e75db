//! The tables of the measures as files to take away.

use super::protocol::{Export, TableFormat};
use super::query::{Answer, Measure, Query};
use super::session::Engine;
use crate::report::answers::group::Selection;
use crate::report::answers::methods::MethodsView;
use crate::report::answers::search::{ConcordanceLine, LinesWanted, Searched};
use crate::report::answers::table::{Cell, Order, TableView};
use crate::report::export::workbook::{Sheet, workbook};
use crate::report::export::{concordance_table, measure_table};
use crate::report::methods::plain_text;

/// How many rows are fetched at one go.
const ROWS: u32 = 1000;

/// The file that was asked for.
pub fn export(engine: &mut Engine, request: &Export) -> Vec<u8> {
    match request {
        Export::Table {
            measure,
            order,
            format,
        } => table_file(engine, measure, *order, *format),
        Export::Workbook(measures) => all_tables(engine, measures),
        Export::Concordance {
            searched,
            of,
            wanted,
            format,
        } => {
            let lines = whole_concordance(engine, searched, of, wanted);
            match format {
                TableFormat::Csv => concordance_table::csv(&lines),
                TableFormat::Json => json_lines(&lines),
                TableFormat::Xlsx => workbook(&[concordance_table::sheet(&lines)]),
            }
        }
        Export::MethodsText(measures) => plain_text(&methods(engine, measures)).into_bytes(),
        Export::SettingsJson => methods(engine, &[]).settings_json.into_bytes(),
        _ => Vec::new(),
    }
}

fn table_file(
    engine: &mut Engine,
    measure: &Measure,
    order: Option<Order>,
    format: TableFormat,
) -> Vec<u8> {
    let table = whole_table(engine, measure, order);
    match format {
        TableFormat::Csv => measure_table::csv(&table),
        TableFormat::Json => measure_table::json(&table, measure),
        TableFormat::Xlsx => {
            let measures = std::slice::from_ref(measure);
            let methods = methods_sheet(&methods(engine, measures));
            workbook(&[measure_table::sheet(name(measure), &table), methods])
        }
    }
}

fn all_tables(engine: &mut Engine, measures: &[Measure]) -> Vec<u8> {
    let mut sheets = Vec::new();
    for measure in measures {
        let table = whole_table(engine, measure, None);
        sheets.push(measure_table::sheet(name(measure), &table));
    }
    sheets.push(methods_sheet(&methods(engine, measures)));
    workbook(&sheets)
}

/// All rows of a measure's table.
pub fn whole_table(engine: &mut Engine, measure: &Measure, order: Option<Order>) -> TableView {
    let mut whole: Option<TableView> = None;
    loop {
        let first_row = whole.as_ref().map_or(0, |table| table.rows.len());
        let query = Query::Table {
            measure: measure.clone(),
            order,
            containing: String::new(),
            first_row: u32::try_from(first_row).unwrap_or(u32::MAX),
            rows: ROWS,
        };
        let Answer::Table(mut part) = engine.ask(&query) else {
            return whole.unwrap_or_default();
        };
        let is_last = part.rows.is_empty();
        match &mut whole {
            Some(table) => table.rows.append(&mut part.rows),
            None => whole = Some(part),
        }
        let is_whole = whole
            .as_ref()
            .is_none_or(|table| table.rows.len() >= table.rows_total as usize);
        if is_last || is_whole {
            return whole.unwrap_or_default();
        }
    }
}

/// All lines of a concordance.
pub fn whole_concordance(
    engine: &mut Engine,
    searched: &Searched,
    of: &Selection,
    wanted: &LinesWanted,
) -> Vec<ConcordanceLine> {
    let mut lines = Vec::new();
    loop {
        let query = Query::Concordance {
            searched: searched.clone(),
            of: of.clone(),
            wanted: wanted.clone(),
            first_row: u32::try_from(lines.len()).unwrap_or(u32::MAX),
            rows: ROWS,
        };
        let Answer::Concordance(mut part) = engine.ask(&query) else {
            return lines;
        };
        let is_last = part.rows.is_empty();
        lines.append(&mut part.rows);
        if is_last || lines.len() >= part.rows_total as usize {
            return lines;
        }
    }
}

fn json_lines(lines: &[ConcordanceLine]) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(lines).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

fn methods(engine: &mut Engine, measures: &[Measure]) -> MethodsView {
    let query = Query::Methods {
        measures: measures.to_vec(),
    };
    match engine.ask(&query) {
        Answer::Methods(view) => view,
        _ => MethodsView::default(),
    }
}

fn methods_sheet(view: &MethodsView) -> Sheet {
    let text = plain_text(view);
    let rows = text.lines().map(|line| vec![Cell::Text(line.to_owned())]);
    let head = vec![Cell::Text("方法说明 Methods".to_owned())];
    Sheet {
        name: "方法说明".to_owned(),
        rows: std::iter::once(head).chain(rows).collect(),
    }
}

/// The name of a measure's sheet.
pub fn name(measure: &Measure) -> &'static str {
    match measure {
        Measure::Items { .. } => "词表",
        Measure::Keyness { .. } => "主题词",
        Measure::Keywords { .. } => "关键词",
        Measure::Collocates { .. } => "搭配",
        Measure::Ngrams { .. } => "N元词串",
        Measure::Trend { .. } => "趋势",
        Measure::Texts { .. } => "文本统计",
        Measure::TextsOfArticles { .. } => "各篇统计",
    }
}
