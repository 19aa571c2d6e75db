//! The cells of a sheet.

use super::WorkbookError;
use super::formats::Formats;
use super::lines::Lines;
use super::number;
use super::strings::{Run, Strings, unescaped};
use super::xml::{Element, Elements};
use crate::text::arrange::Arrange;

/// How many rows and columns a sheet can have.
const MOST_ROWS: usize = 1_048_576;
const MOST_COLUMNS: usize = 16_384;

/// How the content of a cell is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Kind {
    #[default]
    Number,
    /// The number of a shared string.
    Shared,
    /// A string in the cell.
    Inline,
    Boolean,
    /// A date as it prints.
    Date,
    /// The text that a formula gave, or an error.
    Text,
}

/// A cell in the making.
#[derive(Debug, Default)]
struct Cell {
    column: usize,
    kind: Kind,
    style: usize,
    value: String,
    run: Run,
}

/// Reads a sheet.
#[derive(Debug, Default)]
pub struct SheetReader {
    lines: Lines,
    is_in_data: bool,
    is_in_value: bool,
    /// Whether an inline string is open.
    is_in_string: bool,
    /// The number of the row in work, from 0, and of the one behind it.
    row: usize,
    next_row: usize,
    next_column: usize,
    cell: Cell,
    cells: Vec<(usize, String)>,
}

/// A reader of a sheet, with what its cells refer to.
pub struct WithTables<'t> {
    reader: &'t mut SheetReader,
    strings: &'t Strings,
    formats: &'t Formats,
}

impl SheetReader {
    /// Goes on with what the cells refer to.
    pub fn with<'t>(&'t mut self, strings: &'t Strings, formats: &'t Formats) -> WithTables<'t> {
        WithTables {
            reader: self,
            strings,
            formats,
        }
    }

    /// The sheet's tab-separated text.
    ///
    /// # Errors
    ///
    /// It is over the limit.
    pub fn finish(self) -> Result<String, WorkbookError> {
        self.lines.finish()
    }

    fn start_row(&mut self, element: &Element<'_>) -> Result<(), WorkbookError> {
        let written = element
            .attribute("r")
            .and_then(|row| row.trim().parse().ok());
        let row = written.map_or(self.next_row, |row: usize| row.saturating_sub(1));
        // Rows that go back cannot be put in their place in one text.
        if row < self.next_row || row >= MOST_ROWS {
            return Err(WorkbookError::Broken);
        }
        (self.row, self.next_row, self.next_column) = (row, row + 1, 0);
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), WorkbookError> {
        let mut cells = std::mem::take(&mut self.cells);
        if cells.is_empty() {
            return Ok(());
        }
        cells.arrange_by_key(|(column, _)| *column);
        self.lines.add(self.row, cells)
    }

    fn start_cell(&mut self, element: &Element<'_>) -> Result<(), WorkbookError> {
        let place = element.attribute("r");
        let column = place.and_then(|place| column(&place));
        let column = column.unwrap_or(self.next_column);
        if column >= MOST_COLUMNS {
            return Err(WorkbookError::Broken);
        }
        self.next_column = column + 1;
        let style = element.attribute("s").and_then(|style| style.parse().ok());
        self.cell = Cell {
            column,
            kind: element
                .attribute("t")
                .map_or(Kind::Number, |kind| named(&kind)),
            style: style.unwrap_or(0),
            ..Cell::default()
        };
        Ok(())
    }

    fn end_cell(&mut self, strings: &Strings, formats: &Formats) -> Result<(), WorkbookError> {
        let mut cell = std::mem::take(&mut self.cell);
        let value = cell.value.trim();
        let content = match cell.kind {
            Kind::Inline => cell.run.take(),
            _ if value.is_empty() && cell.kind != Kind::Text => String::new(),
            Kind::Shared => value
                .parse()
                .ok()
                .and_then(|number| strings.get(number))
                .ok_or(WorkbookError::Broken)?
                .to_owned(),
            Kind::Boolean if matches!(value, "1" | "true") => "TRUE".to_owned(),
            Kind::Boolean => "FALSE".to_owned(),
            Kind::Date => value
                .trim_end_matches('Z')
                .trim_end_matches("T00:00:00")
                .to_owned(),
            Kind::Text => unescaped(cell.value),
            Kind::Number => number::printed(value, formats.of(cell.style), formats.system),
        };
        // One line end for the two characters that some programs write.
        let content = content.replace("\r\n", "\n");
        if !content.is_empty() {
            self.cells.push((cell.column, content));
        }
        Ok(())
    }
}

impl Elements for WithTables<'_> {
    fn start(&mut self, name: &str, element: &Element<'_>) -> Result<(), WorkbookError> {
        let reader = &mut *self.reader;
        match name {
            "sheetData" => reader.is_in_data = true,
            _ if !reader.is_in_data => {}
            "row" => reader.start_row(element)?,
            "c" => reader.start_cell(element)?,
            "v" => reader.is_in_value = true,
            "is" => reader.is_in_string = true,
            name if reader.is_in_string => reader.cell.run.start(name),
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), WorkbookError> {
        if self.reader.is_in_value {
            self.reader.cell.value.push_str(text);
        } else if self.reader.is_in_string {
            self.reader.cell.run.text(text);
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), WorkbookError> {
        let reader = &mut *self.reader;
        match name {
            "sheetData" => reader.is_in_data = false,
            _ if !reader.is_in_data => {}
            "row" => reader.end_row()?,
            "c" => reader.end_cell(self.strings, self.formats)?,
            "v" => reader.is_in_value = false,
            "is" => reader.is_in_string = false,
            name if reader.is_in_string => reader.cell.run.end(name),
            _ => {}
        }
        Ok(())
    }
}

fn named(kind: &str) -> Kind {
    match kind {
        "s" => Kind::Shared,
        "inlineStr" => Kind::Inline,
        "b" => Kind::Boolean,
        "d" => Kind::Date,
        "str" | "e" => Kind::Text,
        _ => Kind::Number,
    }
}

/// The number, from 0, of the column of a place such as `AB12`; `None` for what is no place.
fn column(place: &str) -> Option<usize> {
    let letters = place.bytes().take_while(u8::is_ascii_alphabetic).take(4);
    let number = letters.fold(0, |number: usize, letter| {
        number * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1
    });
    number.checked_sub(1)
}
