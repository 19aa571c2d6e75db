//! Records that are rows of a table in delimited text.

use super::Record;
use crate::text::source::{Source, Span};
use crate::text::table::{self, Column, Header, Row, Rows};

/// The rows of a table that has a column of texts.
#[derive(Debug)]
pub struct TableRecords {
    header: Header,
    /// The byte at which the next row begins.
    at: usize,
}

impl TableRecords {
    /// The records of a text that is a table with a column of texts; a table without one is left to others.
    pub fn found(source: &Source) -> Option<Self> {
        let header = table::header(source.text())?;
        header.has(Column::Text).then_some(Self {
            at: header.end,
            header,
        })
    }

    /// The next row.
    pub fn next(&mut self, source: &Source) -> Option<Record> {
        let mut rows = Rows::new(source.text(), self.header.separator, self.at);
        let row = rows.next()?;
        self.at = rows.position();
        Some(self.record(row))
    }

    /// The header's row.
    pub fn header(&self) -> Span {
        self.header.row.span
    }

    fn record(&self, row: Row) -> Record {
        let mut seen = Vec::new();
        let mut fields = Vec::new();
        for (number, cell) in row.cells.into_iter().enumerate() {
            // A second column of the same sort is one that is not known.
            let column = self.header.columns.get(number).copied().flatten();
            let column = column.filter(|column| !seen.contains(column));
            seen.extend(column);
            if !cell.pieces.is_empty() {
                fields.push((column, cell.pieces));
            }
        }
        Record {
            span: row.span,
            fields,
        }
    }
}
