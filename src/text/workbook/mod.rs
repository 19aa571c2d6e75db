//! Workbooks (.xlsx of Excel, WPS, LibreOffice): the table of one sheet as tab-separated text, which
//! [`table`](super::table) then reads as it reads any other.
//!
//! ```text
//! bytes   ->  Archive             the parts of the zip archive
//! parts   ->  Contents            which part is which sheet, the shared strings, the formats of numbers
//! sheet   ->  SheetReader         rows of cells, as they print
//! rows    ->  Lines               tab-separated text
//! ```
//!
//! The first sheet whose first row names columns that are known is read, else the first that has rows; hidden sheets
//! come last. Numbers print plainly (44746, not 4.4746E+4), dates as 2022-07-04, whatever the format of the cell; other
//! formats (percent, currency) are left out.
//!
//! Three small libraries do what is not ours: `rawzip` (MIT) finds the parts, `miniz_oxide` (MIT, Zlib or Apache-2.0)
//! inflates them, `quick-xml` (MIT) reads their markup. All are in active upkeep, without unsafe code of their own, and
//! together about a tenth in size of a library that reads workbooks of all kinds.

mod archive;
mod contents;
mod formats;
mod lines;
mod number;
mod sheet;
mod strings;
mod xml;

use std::collections::VecDeque;

use serde::{Deserialize, Serialize};

use super::table;
use archive::{Archive, Inflating, Part};
use contents::Contents;
use sheet::SheetReader;
use strings::StringsReader;
use xml::Markup;

/// The largest workbook that is read, in bytes of the file, of all its inflated parts, and of its text.
pub const LARGEST_BYTES: u64 = 64 * 1024 * 1024;
/// How many bytes at the beginning are searched for the name of a workbook's part.
const SEARCHED_BYTES: usize = 64 * 1024;
/// How much is inflated at one go, in bytes.
const INFLATED_AT_ONCE: usize = 1024 * 1024;
/// How many bytes of markup are read at one go.
const READ_AT_ONCE: usize = 512 * 1024;

/// Why a workbook could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum WorkbookError {
    /// A workbook in the format of before 2007 (.xls), in the binary one (.xlsb), or behind a password.
    #[error(
        "this is an old, binary or encrypted workbook: save it without a password as .xlsx or CSV, and add that"
    )]
    OtherFormat,
    /// The archive or its markup is damaged, or a part of it is missing.
    #[error("the workbook is damaged: open it and save it anew as .xlsx or CSV, and add that")]
    Broken,
    /// The file, its inflated content or its text is larger than the limit.
    #[error(
        "the workbook is larger than {limit_bytes} bytes: divide it, or save its sheet as CSV, and add that"
    )]
    TooLarge {
        /// The limit, in bytes.
        limit_bytes: u64,
    },
    /// No sheet has a cell with content.
    #[error("the workbook has no sheet with content")]
    NoRows,
}

impl WorkbookError {
    /// The error of what is larger than the limit.
    pub fn too_large() -> Self {
        Self::TooLarge {
            limit_bytes: LARGEST_BYTES,
        }
    }
}

/// What came of a step.
#[derive(Debug, PartialEq, Eq)]
pub enum Step {
    /// More is to do.
    Working,
    /// The tab-separated text; its rows end with a line feed.
    Done(String),
}

/// Whether a file that begins with these bytes and has this name is a spreadsheet in another format: .xls, or .xlsx
/// behind a password.
pub fn is_other_format(first_bytes: &[u8], name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let ends = [".xls", ".xlsx", ".xlsm", ".xlt", ".et", ".ett"];
    first_bytes.starts_with(b"\xd0\xcf\x11\xe0") && ends.iter().any(|end| name.ends_with(end))
}

/// Whether a file that begins with these bytes may be a workbook: it is a zip archive.
pub fn may_be_workbook(first_bytes: &[u8]) -> bool {
    first_bytes.starts_with(b"PK\x03\x04")
}

/// Whether a zip archive that begins with these bytes names the part of a workbook.
pub fn looks_like_workbook(first_bytes: &[u8]) -> bool {
    let head = first_bytes.get(..SEARCHED_BYTES).unwrap_or(first_bytes);
    may_be_workbook(head) && head.windows(3).any(|window| window == b"xl/")
}

/// A workbook in work.
#[derive(Debug)]
pub struct Workbook {
    archive: Archive,
    contents: Contents,
    strings: strings::Strings,
    /// The sheets that are still to be read.
    sheets: VecDeque<Part>,
    /// The text of the first sheet with rows, where no sheet before has columns that are known.
    without_header: Option<String>,
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    Begin,
    InflateStrings(Box<Inflating>),
    ReadStrings(Markup, StringsReader),
    NextSheet,
    InflateSheet(Box<Inflating>),
    ReadSheet(Markup, Box<SheetReader>),
    /// A step failed; nothing more comes.
    Ended,
}

impl Workbook {
    /// The workbook in the bytes of a whole file; `None` where they are another archive than a workbook. Opening reads
    /// its directory only.
    ///
    /// # Errors
    ///
    /// The workbook is damaged or of another format.
    pub fn open(bytes: Vec<u8>) -> Result<Option<Self>, WorkbookError> {
        let looks_like_one = looks_like_workbook(&bytes);
        let Some(mut archive) = Archive::open(bytes) else {
            return if looks_like_one {
                Err(WorkbookError::Broken)
            } else {
                Ok(None)
            };
        };
        let Some(contents) = Contents::read(&mut archive)? else {
            return Ok(None);
        };
        let sheets = contents.sheets.iter().copied().collect();
        Ok(Some(Self {
            archive,
            contents,
            strings: strings::Strings::default(),
            sheets,
            without_header: None,
            stage: Stage::Begin,
        }))
    }

    /// Does a few milliseconds of work.
    ///
    /// # Errors
    ///
    /// The workbook is damaged, too large or empty.
    pub fn step(&mut self) -> Result<Step, WorkbookError> {
        self.stage = match std::mem::replace(&mut self.stage, Stage::Ended) {
            Stage::Begin => match self.contents.strings {
                Some(part) => Stage::InflateStrings(self.archive.begin(part)),
                None => Stage::NextSheet,
            },
            Stage::InflateStrings(mut inflating) => {
                match self.archive.inflate(&mut inflating, INFLATED_AT_ONCE)? {
                    Some(markup) => Stage::ReadStrings(markup, StringsReader::default()),
                    None => Stage::InflateStrings(inflating),
                }
            }
            Stage::ReadStrings(mut markup, mut reader) => {
                if markup.read(&mut reader, READ_AT_ONCE)? {
                    self.strings = reader.finish();
                    Stage::NextSheet
                } else {
                    Stage::ReadStrings(markup, reader)
                }
            }
            Stage::NextSheet => match self.sheets.pop_front() {
                Some(part) => Stage::InflateSheet(self.archive.begin(part)),
                None => {
                    return self
                        .without_header
                        .take()
                        .map(Step::Done)
                        .ok_or(WorkbookError::NoRows);
                }
            },
            Stage::InflateSheet(mut inflating) => {
                match self.archive.inflate(&mut inflating, INFLATED_AT_ONCE)? {
                    Some(markup) => Stage::ReadSheet(markup, Box::default()),
                    None => Stage::InflateSheet(inflating),
                }
            }
            Stage::ReadSheet(markup, reader) => return self.read_sheet(markup, reader),
            Stage::Ended => return Err(WorkbookError::Broken),
        };
        Ok(Step::Working)
    }

    fn read_sheet(
        &mut self,
        mut markup: Markup,
        mut reader: Box<SheetReader>,
    ) -> Result<Step, WorkbookError> {
        let mut taker = reader.with(&self.strings, &self.contents.formats);
        if !markup.read(&mut taker, READ_AT_ONCE)? {
            self.stage = Stage::ReadSheet(markup, reader);
            return Ok(Step::Working);
        }
        let text = reader.finish()?;
        if table::header(&text).is_some() {
            return Ok(Step::Done(text));
        }
        if !text.is_empty() && self.without_header.is_none() {
            self.without_header = Some(text);
        }
        self.stage = Stage::NextSheet;
        Ok(Step::Working)
    }
}

/// The text of a workbook, all at one go; `None` where the bytes are no workbook.
///
/// # Errors
///
/// The workbook is damaged, too large, empty or of another format.
pub fn read(bytes: Vec<u8>) -> Result<Option<String>, WorkbookError> {
    let Some(mut workbook) = Workbook::open(bytes)? else {
        return Ok(None);
    };
    loop {
        if let Step::Done(text) = workbook.step()? {
            return Ok(Some(text));
        }
    }
}

#[cfg(test)]
mod tests;
