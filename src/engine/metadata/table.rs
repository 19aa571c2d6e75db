//! A table with a row for each file: which columns it has, what its rows say.

use crate::report::metadata::DOCUMENT_FIELDS;
use crate::text::arrange::Arrange;
use crate::text::page::date::Date;
use crate::text::page::model::Field;
use crate::text::table::{Column, Header, Row, header};
use crate::text::written_date::date_of_cell;

/// A table with a row for each file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MetadataTable {
    /// Heads of the columns that fill fields, and which.
    pub columns: Vec<(String, Field)>,
    /// Heads of the columns that are kept as they are.
    pub free_columns: Vec<String>,
    /// The rows that name a file, in order.
    pub rows: Vec<TableRow>,
    /// Cells that should hold a date and do not: line and cell.
    pub unreadable_dates: Vec<(u32, String)>,
}

/// What a row says of its file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TableRow {
    /// Its line in the file, from 1.
    pub line: u32,
    /// The name of the file, with folders or without, with extension or without.
    pub name: String,
    /// The values, one a field; none is empty. Dates as `YYYY-MM-DD`.
    pub values: Vec<(Field, String)>,
    /// Other columns: head and cell; no cell is empty.
    pub free: Vec<(String, String)>,
}

/// What a column is for.
enum Use {
    Name,
    Field(Field),
    Free(String),
    Nothing,
}

impl MetadataTable {
    /// The table in a text, if it is one: its first row has a column for the file's name and none for a text.
    pub fn read(text: &str) -> Option<Self> {
        let header = header(text)?;
        if !header.has(Column::FileName) || header.has(Column::Text) {
            return None;
        }
        let uses = uses(text, &header);
        let mut table = Self::default();
        for (cell, use_of) in header.row.cells.iter().zip(&uses) {
            match use_of {
                Use::Field(field) => {
                    let head = cell.text(text).trim().to_owned();
                    table.columns.push((head, *field));
                }
                Use::Free(head) => table.free_columns.push(head.clone()),
                Use::Name | Use::Nothing => {}
            }
        }
        table.take_rows(text, &header, &uses);
        Some(table)
    }

    fn take_rows(&mut self, text: &str, header: &Header, uses: &[Use]) {
        let (mut line, mut counted) = (1, 0);
        for row in header.rows(text) {
            let start = row.span.start as usize;
            line += line_ends(text.get(counted..start).unwrap_or(""));
            counted = start;
            if !row.is_empty() {
                self.take_row(text, &row, line, uses);
            }
        }
    }

    fn take_row(&mut self, text: &str, row: &Row, line: u32, uses: &[Use]) {
        let mut taken = TableRow {
            line,
            ..TableRow::default()
        };
        for (cell, use_of) in row.cells.iter().zip(uses) {
            let content = cell.text(text);
            let value = content.trim();
            match use_of {
                _ if value.is_empty() => {}
                Use::Name => taken.name = value.to_owned(),
                Use::Field(Field::Published) => match date_of_cell(value).map(Date::iso) {
                    Some(date) => taken.values.push((Field::Published, date)),
                    None => self.unreadable_dates.push((line, value.to_owned())),
                },
                Use::Field(field) => taken.values.push((*field, value.to_owned())),
                Use::Free(head) => taken.free.push((head.clone(), value.to_owned())),
                Use::Nothing => {}
            }
        }
        taken.values.arrange_by_key(|(field, _)| *field);
        if !taken.name.is_empty() {
            self.rows.push(taken);
        }
    }
}

/// What each column is for. The first of several for the same is taken, the others are kept as they are.
fn uses(text: &str, header: &Header) -> Vec<Use> {
    let mut uses: Vec<Use> = Vec::new();
    let mut seen = Vec::new();
    for (cell, column) in header.row.cells.iter().zip(&header.columns) {
        let head = cell.text(text).trim().to_owned();
        let is_first = column.is_some_and(|column| !seen.contains(&column));
        seen.extend(*column);
        uses.push(match column {
            Some(Column::FileName) if is_first => Use::Name,
            Some(Column::Field(field)) if is_first && DOCUMENT_FIELDS.contains(field) => {
                Use::Field(*field)
            }
            _ if head.is_empty() => Use::Nothing,
            _ => Use::Free(head),
        });
    }
    uses
}

fn line_ends(text: &str) -> u32 {
    let bytes = text.as_bytes();
    let ends = bytes.iter().enumerate().filter(|(place, byte)| {
        **byte == b'\n' || **byte == b'\r' && bytes.get(place + 1) != Some(&b'\n')
    });
    u32::try_from(ends.count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_say_what_their_cells_say() {
        let text = "文件名,见报日期,版次,责编,字数\r\nA02.txt,2022/7/4,A02,,\r\n\r\n\"乙\n.txt\",44746,,何青,12\r\n,2022-07-04,,,\r\n丙,七月初,,,\r\n";
        let table = MetadataTable::read(text).unwrap_or_default();
        assert_eq!(
            table.columns,
            [
                ("见报日期".to_owned(), Field::Published),
                ("版次".to_owned(), Field::PageNumber)
            ]
        );
        assert_eq!(table.free_columns, ["责编", "字数"]);
        let lines: Vec<(u32, &str, usize)> = table
            .rows
            .iter()
            .map(|row| {
                (
                    row.line,
                    row.name.as_str(),
                    row.values.len() + row.free.len(),
                )
            })
            .collect();
        assert_eq!(lines, [(2, "A02.txt", 2), (4, "乙\n.txt", 3), (7, "丙", 0)]);
        assert_eq!(table.unreadable_dates, [(7, "七月初".to_owned())]);
        assert_eq!(
            table.rows.get(1).and_then(|row| row.values.first()),
            Some(&(Field::Published, "2022-07-04".to_owned()))
        );
    }

    #[test]
    fn other_texts_are_no_such_tables() {
        for text in [
            "",
            "标题,正文\n甲,乙\n",
            "文件名,正文,日期\n甲,乙,丙\n",
            "报名,日期\n江南晚报,2022-07-04\n",
            "文件名：甲\n日期：乙\n",
        ] {
            assert_eq!(MetadataTable::read(text), None, "{text:?}");
        }
    }
}
