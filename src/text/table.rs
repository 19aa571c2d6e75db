//! Tables in delimited text, CSV and TSV: their rows as cells that know where they stand, and what their columns hold.
//!
//! Rows are read here and not by the `csv` crate, because that hands out copies of the cells: a cell of ours is the
//! pieces of the text of which it is made, so that every word of it can be shown in its place.

use std::borrow::Cow;

use super::page::model::Field;
use super::source::Span;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Column {
    /// The name of the file that the row is about.
    FileName,
    /// 引题.
    Kicker,
    /// 标题.
    Headline,
    /// 副题.
    Subhead,
    /// 正文.
    Text,
    /// A fact about the article or its page.
    Field(Field),
}

/// The names of columns, in lower case and without blanks, signs and the like: 新闻标题, `Page No.`
#[rustfmt::skip]
const NAMES: [(Column, &[&str]); 12] = [
    (Column::FileName, &["文件名", "文件", "文件名称", "file", "filename"]),
    (Column::Kicker, &["引题", "眉题", "肩题", "kicker"]),
    (Column::Headline, &[
        "标题", "题名", "题目", "主标题", "正题", "主题", "正标题", "文章标题", "新闻标题", "篇名", "title", "headline",
    ]),
    (Column::Subhead, &["副题", "副标题", "子题", "subtitle", "subhead", "subheadline"]),
    (Column::Text, &[
        "正文", "内容", "全文", "文本", "文章内容", "新闻内容", "正文内容", "text", "content", "fulltext", "body",
        "article",
    ]),
    (Column::Field(Field::Newspaper), &[
        "报纸", "报名", "报纸名称", "报纸名", "报刊", "报刊名称", "媒体", "媒体名称", "刊名", "newspaper", "paper",
        "media",
    ]),
    (Column::Field(Field::Published), &[
        "日期", "见报日期", "出版日期", "发表日期", "发布日期", "刊登日期", "报纸日期", "时间", "发表时间", "发布时间",
        "出版时间", "date", "published", "publicationdate", "pubdate", "pubtime", "publishdate", "publishtime",
    ]),
    (Column::Field(Field::PageNumber), &["版次", "版号", "版面", "版面号", "页码", "page", "pageno", "pagenumber"]),
    (Column::Field(Field::Section), &["版名", "版面名称", "版面名", "栏目", "section", "column"]),
    (Column::Field(Field::Place), &["地点", "地区", "报纸所在地", "所在地", "出版地", "place", "city", "location"]),
    (Column::Field(Field::Author), &[
        "作者", "记者", "署名", "责任者", "撰稿", "author", "authors", "byline", "reporter",
    ]),
    (Column::Field(Field::Source), &["来源", "稿件来源", "文章来源", "消息来源", "出处", "source"]),
];
/// Longest name of a column, in bytes.
const LONGEST_NAME: usize = 60;
/// What may separate cells.
const SEPARATORS: [u8; 3] = [b',', b'\t', b';'];
/// How many rows behind the header must have as many cells as the header.
const CHECKED_ROWS: usize = 3;

impl Column {
    /// The column of this name, in any case and with any blanks and signs in it; `None` for a name that is not known.
    pub fn named(name: &str) -> Option<Self> {
        if name.len() > LONGEST_NAME {
            return None;
        }
        let letters = |character: &char| character.is_alphanumeric();
        let plain: String = name.chars().filter(letters).collect();
        let plain = plain.to_lowercase();
        let found = NAMES
            .iter()
            .find(|(_, names)| names.contains(&plain.as_str()));
        found.map(|(column, _)| *column)
    }
}

/// One cell: its content, without the quotation marks around it and without the first of two that stand for one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    /// Where the content stands, in order; none for an empty cell.
    pub pieces: Vec<Span>,
}

impl Cell {
    /// The content, with line breaks inside it as they are; `text` is the text that holds the table.
    pub fn text<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let slice = |span: &Span| text.get(span.range()).unwrap_or("");
        match self.pieces.as_slice() {
            [] => Cow::Borrowed(""),
            [only] => Cow::Borrowed(slice(only)),
            pieces => Cow::Owned(pieces.iter().map(slice).collect()),
        }
    }
}

/// One row of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// From its first character to behind its last, without the line end.
    pub span: Span,
    /// Its cells; one empty cell for an empty line.
    pub cells: Vec<Cell>,
}

impl Row {
    /// Whether nothing stands in the row.
    pub fn is_empty(&self) -> bool {
        self.cells.iter().all(|cell| cell.pieces.is_empty())
    }
}

/// The first row of a table whose columns have names that are known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// What stands between cells: a comma, a tab or a semicolon.
    pub separator: u8,
    /// What the columns hold, from left to right; `None` for a column with an unknown name.
    pub columns: Vec<Option<Column>>,
    /// The row itself.
    pub row: Row,
    /// The byte at which the row behind it begins.
    pub end: usize,
}

impl Header {
    /// The number, from 0, of the first column that holds this.
    pub fn position(&self, column: Column) -> Option<usize> {
        self.columns.iter().position(|held| *held == Some(column))
    }

    /// Whether a column holds this.
    pub fn has(&self, column: Column) -> bool {
        self.position(column).is_some()
    }

    /// The content of the first column of a row that holds this, without blanks around it; `None` where the row has
    /// no such cell or nothing in it.
    pub fn value(&self, text: &str, row: &Row, column: Column) -> Option<String> {
        let cell = row.cells.get(self.position(column)?)?;
        let content = cell.text(text);
        let value = content.trim();
        (!value.is_empty()).then(|| value.to_owned())
    }

    /// The rows behind the header, in order; `text` is the text that the header was found in.
    pub fn rows<'t>(&self, text: &'t str) -> Rows<'t> {
        Rows::new(text, self.separator, self.end)
    }
}

/// The header of a table in delimited text, where the text is one: its first row holds at least two columns, one of
/// them a file's name, a headline or a text, and two of them known; and the first rows behind it, at least one, have as
/// many cells. Looks at the beginning of the text only, as far as these rows go.
pub fn header(text: &str) -> Option<Header> {
    let first = text.trim_start_matches(['\r', '\n']);
    let start = text.len() - first.len();
    SEPARATORS
        .iter()
        .find_map(|&separator| header_with(text, start, separator))
}

fn header_with(text: &str, start: usize, separator: u8) -> Option<Header> {
    let line = text.get(start..)?.split(['\r', '\n']).next()?;
    if line.len() > 64 * LONGEST_NAME || !line.as_bytes().contains(&separator) {
        return None;
    }
    let mut rows = Rows::new(text, separator, start);
    let row = rows.next()?;
    let columns: Vec<Option<Column>> = row
        .cells
        .iter()
        .map(|cell| Column::named(&cell.text(text)))
        .collect();
    let header = Header {
        separator,
        columns,
        row,
        end: rows.at,
    };
    let names = [Column::FileName, Column::Headline, Column::Text];
    let known = header.columns.iter().flatten().count();
    let is_named = known >= 2 && names.into_iter().any(|name| header.has(name));
    (is_named && rows_agree(rows, header.columns.len())).then_some(header)
}

/// Whether the next rows, at least one, have so many cells.
fn rows_agree(rows: Rows<'_>, cells: usize) -> bool {
    let mut behind = rows
        .filter(|row| !row.is_empty())
        .take(CHECKED_ROWS)
        .peekable();
    behind.peek().is_some() && behind.all(|row| row.cells.len() == cells)
}

/// The rows of a delimited text, one after another, in time linear in the text.
///
/// A cell may stand in quotation marks; then it may hold separators and line ends, and two quotation marks for one. A
/// mark that nothing closes is a character like any other. Rows end with a line feed, a carriage return or both.
#[derive(Debug, Clone)]
pub struct Rows<'t> {
    text: &'t str,
    separator: u8,
    at: usize,
    /// Whether a quotation mark was seen that nothing closes: so no later one opens a cell.
    is_unclosed: bool,
}

impl<'t> Rows<'t> {
    /// The rows from byte `start` of a text on, with cells separated by an ASCII character.
    pub fn new(text: &'t str, separator: u8, start: usize) -> Self {
        Self {
            text,
            separator,
            at: start,
            is_unclosed: false,
        }
    }

    /// The byte at which the next row begins.
    pub fn position(&self) -> usize {
        self.at
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    /// The place of the next byte from `at` on for which the test holds; the text's end where there is none.
    fn place_of(&self, at: usize, test: impl Fn(u8) -> bool) -> usize {
        let rest = self.text.as_bytes().get(at..).unwrap_or(&[]);
        at + rest
            .iter()
            .position(|&byte| test(byte))
            .unwrap_or(rest.len())
    }

    fn cell(&mut self) -> Cell {
        let mut cell = Cell::default();
        if self.byte(self.at) == Some(b'"')
            && !self.is_unclosed
            && let Some(end) = self.quoted(&mut cell)
        {
            self.at = end;
        }
        let separator = self.separator;
        let end = self.place_of(self.at, |byte| {
            byte == separator || matches!(byte, b'\n' | b'\r')
        });
        push(&mut cell, self.at, end);
        self.at = end;
        cell
    }

    /// Takes the content of a cell in quotation marks; returns the byte behind the closing mark. `None`, and an empty
    /// cell, where nothing closes it.
    fn quoted(&mut self, cell: &mut Cell) -> Option<usize> {
        let mut start = self.at + 1;
        loop {
            let mark = self.place_of(start, |byte| byte == b'"');
            if self.byte(mark).is_none() {
                cell.pieces.clear();
                self.is_unclosed = true;
                return None;
            }
            if self.byte(mark + 1) != Some(b'"') {
                push(cell, start, mark);
                return Some(mark + 1);
            }
            push(cell, start, mark);
            // The second of the two marks is printed, and what follows it.
            let behind = self.place_of(mark + 2, |byte| byte == b'"');
            push(cell, mark + 1, behind);
            start = behind;
        }
    }
}

fn push(cell: &mut Cell, start: usize, end: usize) {
    if start < end {
        cell.pieces.push(Span::new(start, end));
    }
}

impl Iterator for Rows<'_> {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        self.byte(self.at)?;
        let start = self.at;
        let mut cells = vec![self.cell()];
        while self.byte(self.at) == Some(self.separator) {
            self.at += 1;
            cells.push(self.cell());
        }
        let span = Span::new(start, self.at);
        if self.byte(self.at) == Some(b'\r') && self.byte(self.at + 1) == Some(b'\n') {
            self.at += 1;
        }
        self.at += usize::from(self.byte(self.at).is_some());
        Some(Row { span, cells })
    }
}

#[cfg(test)]
mod tests;
