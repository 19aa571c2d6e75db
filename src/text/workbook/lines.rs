//! Rows of cells as tab-separated text.

use super::{LARGEST_BYTES, WorkbookError};

/// So many rows at the beginning are as wide as the widest of them: programs leave out empty cells at a row's end, and
/// a table is known by rows with as many cells as its header.
const FIRST_ROWS: usize = 4;

/// Tab-separated text in the making.
#[derive(Debug, Default)]
pub struct Lines {
    text: String,
    /// How many rows were written, empty ones among them.
    rows: usize,
    /// The first rows with content, until enough are known: their numbers and cells.
    first: Vec<(usize, Vec<(usize, String)>)>,
    /// How many cells a row has at least; 0 until it is known.
    width: usize,
}

impl Lines {
    /// Adds a row: its number from 0, not below that of the next row, and its cells with their numbers from 0, rising.
    /// The rows between are empty lines.
    ///
    /// # Errors
    ///
    /// The text is over the limit.
    pub fn add(&mut self, row: usize, cells: Vec<(usize, String)>) -> Result<(), WorkbookError> {
        if self.width > 0 {
            return self.write(row, &cells);
        }
        self.first.push((row, cells));
        if self.first.len() < FIRST_ROWS {
            return Ok(());
        }
        self.write_first()
    }

    /// The text of all rows; empty for none.
    ///
    /// # Errors
    ///
    /// The text is over the limit.
    pub fn finish(mut self) -> Result<String, WorkbookError> {
        self.write_first()?;
        Ok(self.text)
    }

    fn write_first(&mut self) -> Result<(), WorkbookError> {
        let first = std::mem::take(&mut self.first);
        let widths = first.iter().filter_map(|(_, cells)| cells.last());
        self.width = widths.map(|(column, _)| column + 1).max().unwrap_or(1);
        first
            .iter()
            .try_for_each(|(row, cells)| self.write(*row, cells))
    }

    fn write(&mut self, row: usize, cells: &[(usize, String)]) -> Result<(), WorkbookError> {
        for _ in self.rows..row {
            self.text.push('\n');
        }
        self.rows = row + 1;
        let mut column = 0;
        for (place, content) in cells {
            for _ in column..*place {
                self.text.push('\t');
            }
            column = *place;
            push_cell(&mut self.text, content);
        }
        for _ in column + 1..self.width {
            self.text.push('\t');
        }
        self.text.push('\n');
        if self.text.len() as u64 > LARGEST_BYTES {
            return Err(WorkbookError::too_large());
        }
        Ok(())
    }
}

/// A cell with a tab or a line end in it stands in quotation marks, and one that begins with such a mark.
fn push_cell(text: &mut String, content: &str) {
    let is_quoted = content.starts_with('"') || content.contains(['\t', '\n', '\r']);
    if is_quoted {
        text.push('"');
        text.push_str(&content.replace('"', "\"\""));
        text.push('"');
    } else {
        text.push_str(content);
    }
}
