//! Taking columns apart that stand side by side.
//!
//! Rows between gutters go to their columns, and the columns are written out one after another. A text over several
//! columns, such as a headline, stays whole: the columns under it end above it and begin anew below.

use super::extract::Extract;
use super::gutter::{Gutters, Row, Segment};
use crate::text::source::{Source, Span};

/// Most rows that are looked at together.
const LONGEST_STRETCH: usize = 400;
/// How many rows without a gap end a stretch: where a blank row stands among them, and where none does, so that they
/// may be the rest of the longest column.
const PLAIN_ROWS: (usize, usize) = (8, 80);

/// Takes the columns of a page apart, stretch by stretch.
#[derive(Debug, Default)]
pub struct Disentangling {
    extract: Extract,
    /// The number of the next line.
    line: usize,
    /// The gutters of the last stretch that had some.
    gutters: Option<Gutters>,
}

impl Disentangling {
    /// Goes on for a stretch of at most a few hundred rows; returns whether the end is reached.
    pub fn step(&mut self, source: &Source) -> bool {
        let rows = self.stretch(source);
        let end = self.line + rows.len();
        let last = || self.gutters.clone().filter(|last| last.fit(&rows));
        match Gutters::found(source, &rows).or_else(last) {
            Some(gutters) => {
                self.take_apart(source, &gutters, &rows);
                self.gutters = Some(gutters);
            }
            None => self.extract.add(source, lines(source, self.line..end)),
        }
        self.line = end;
        self.line >= source.line_count()
    }

    /// Writes out the columns of some rows, which begin with the current line.
    fn take_apart(&mut self, source: &Source, gutters: &Gutters, rows: &[Row]) {
        let mut columns = Columns::new(gutters);
        let blank = rows.iter().filter(|row| row.is_blank()).count();
        // Where half the rows are blank, these are the space between lines.
        let is_spaced = 3 * blank > rows.len();
        for (number, row) in (self.line..).zip(rows) {
            if is_spaced && row.is_blank() {
                continue;
            }
            let segments = gutters.segments(source, row);
            columns.take(source, &segments, line_end(source, number));
            columns.flush_across(source, &mut self.extract);
        }
        columns.flush(source, 0..gutters.edges.len(), &mut self.extract);
    }

    /// The text with its columns one after another; `None` where none stood side by side.
    pub fn finish(self) -> Option<Extract> {
        self.gutters.is_some().then_some(self.extract)
    }

    /// The rows from the current one on that are of one sort: with gaps and few others between, or without.
    fn stretch(&self, source: &Source) -> Vec<Row> {
        let mut rows: Vec<Row> = Vec::new();
        let mut gapped = 0;
        let mut plain = 0;
        let mut has_blank = false;
        let mut width = 0;
        for number in self.line..source.line_count() {
            let row = Row::of(source, source.line(number));
            let is_gapped = row.has_wide_gap();
            if is_gapped && gapped == 0 && !rows.is_empty() {
                break;
            }
            if is_gapped {
                gapped = rows.len() + 1;
                plain = 0;
                has_blank = false;
                width = row.widest_text().max(width);
            } else if row.is_blank() {
                has_blank = true;
            } else if gapped > 0 {
                plain += 1;
                let (apart, together) = PLAIN_ROWS;
                let most = if has_blank { apart } else { together };
                if plain > most || 4 * row.widest_text() > 5 * width {
                    break;
                }
            }
            rows.push(row);
            if rows.len() >= LONGEST_STRETCH {
                break;
            }
        }
        if gapped > 0 {
            rows.truncate(end_of_columns(&rows, gapped));
        }
        rows
    }
}

/// Where the columns of a stretch end whose last row with a gap stands before `gapped`: the rows directly behind it are
/// the longest column's last ones.
fn end_of_columns(rows: &[Row], gapped: usize) -> usize {
    let behind = rows.get(gapped..).unwrap_or(&[]);
    gapped + behind.iter().take_while(|row| !row.is_blank()).count()
}

/// The text of some lines with their line ends.
fn lines(source: &Source, numbers: std::ops::Range<usize>) -> Span {
    let end = if numbers.end < source.line_count() {
        source.line(numbers.end).start
    } else {
        Span::new(0, source.text().len()).end
    };
    Span {
        start: source.line(numbers.start).start,
        end,
    }
}

/// The character that ends a line; empty at the end of the source.
fn line_end(source: &Source, number: usize) -> Span {
    let end = source.line(number).end;
    let text = source.text().get(end as usize..).unwrap_or("");
    Span {
        start: end,
        end: end + u32::from(text.starts_with(['\r', '\n'])),
    }
}

/// A line of one column, and the blank that stands for its end.
type ColumnLine = (Span, Span);

/// The lines of columns that were taken apart and are not written yet.
struct Columns {
    columns: Vec<Vec<ColumnLine>>,
    /// Texts over several columns, which end those.
    across: Vec<(ColumnLine, (usize, usize))>,
}

impl Columns {
    fn new(gutters: &Gutters) -> Self {
        Self {
            columns: vec![Vec::new(); gutters.edges.len()],
            across: Vec::new(),
        }
    }

    /// Takes the texts of one row; a column that has none gets a blank line.
    fn take(&mut self, source: &Source, segments: &[Segment], line_end: Span) {
        for (number, column) in self.columns.iter_mut().enumerate() {
            let mut own = segments
                .iter()
                .filter(|segment| segment.columns.0 == number);
            let is_covered = segments
                .iter()
                .any(|segment| (segment.columns.0..=segment.columns.1).contains(&number));
            if let Some(segment) = own.next() {
                let is_last = segments.last() == Some(segment);
                let behind = if is_last {
                    line_end
                } else {
                    first_blank(source, segment.behind)
                };
                if segment.columns.1 > number {
                    self.across.push(((segment.span, behind), segment.columns));
                } else {
                    column.push((segment.span, behind));
                }
            } else if !is_covered {
                column.push((Span::default(), Span::default()));
            }
        }
    }

    /// Writes the texts over several columns, with what stands above each in its columns before it.
    fn flush_across(&mut self, source: &Source, extract: &mut Extract) {
        for (line, (first, last)) in std::mem::take(&mut self.across) {
            self.flush(source, first..last + 1, extract);
            write(source, &[line], extract);
        }
    }

    /// Writes out some columns, one after another.
    fn flush(&mut self, source: &Source, numbers: std::ops::Range<usize>, extract: &mut Extract) {
        for column in self.columns.get_mut(numbers).unwrap_or(&mut []) {
            write(source, &std::mem::take(column), extract);
        }
    }
}

/// Writes the lines of one column, without the blank ones at its ends.
fn write(source: &Source, lines: &[ColumnLine], extract: &mut Extract) {
    let has_text = |(span, _): &ColumnLine| !span.is_empty();
    let start = lines.iter().position(has_text).unwrap_or(lines.len());
    let end = lines
        .iter()
        .rposition(has_text)
        .map_or(start, |last| last + 1);
    for (span, blank) in lines.get(start..end).unwrap_or(&[]) {
        extract.add(source, *span);
        extract.add_line_end(*blank);
    }
}

fn first_blank(source: &Source, gap: Span) -> Span {
    let first = source.slice(gap).chars().next();
    Span {
        start: gap.start,
        end: gap.start + first.map_or(0, |blank| u32::try_from(blank.len_utf8()).unwrap_or(0)),
    }
}
