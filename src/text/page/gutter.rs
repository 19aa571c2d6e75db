//! Gutters: where columns stand side by side, as programs print them that keep a page's layout.
//!
//! A stretch of rows has a gutter where most rows have a wide gap that ends at about the same place, and where the text
//! on both sides of it runs on from row to row, as the columns of a newspaper do and the columns of a table do not.
//! Such programs count a Han character as one place or as two, so places are measured both ways.

mod row;

use super::character::half_cells;
use super::column::Columns;
use super::line::{Line, LineScanner};
use crate::text::arrange::Arrange;
use crate::text::source::{Source, Span};

pub use row::{Gap, Measure, Row, WIDE_GAP};

/// How many of so many lines in a row have wide gaps where columns stand side by side.
const GAPPED: (usize, usize) = (6, 16);
/// Fewest rows with a gutter.
const FEWEST_ROWS: usize = 6;
/// Least distance between gutters.
const NARROWEST_COLUMN: u32 = 10;
/// How far a gutter's end may move to the right: a paragraph's indent and a little.
const INDENT: u32 = 5;
/// How far it may move to the left.
const LEFT_SLACK: u32 = 1;
/// How many lines of a column are looked at.
const CHECKED_LINES: usize = 48;

/// Whether columns may stand side by side on these lines: many near each other have wide gaps.
pub fn may_stand_side_by_side(lines: &[Line]) -> bool {
    let (needed, within) = GAPPED;
    let mut gapped = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| line.wide_gaps > 0)
        .map(|(index, _)| index);
    let mut last: Vec<usize> = gapped.by_ref().take(needed - 1).collect();
    gapped.any(|index| {
        let first = last.first().copied().unwrap_or(0);
        last.rotate_left(1);
        if let Some(slot) = last.last_mut() {
            *slot = index;
        }
        last.len() + 1 == needed && index - first < within
    })
}

/// The columns of a stretch of rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gutters {
    /// How places are measured.
    pub measure: Measure,
    /// Where the columns begin, from left to right; the first one at the left edge of the text.
    pub edges: Vec<u32>,
}

/// A text on a row that stands in one column, or over several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Segment {
    /// The text, with its indent against its column's edge.
    pub span: Span,
    /// The blanks behind it that no text takes as its indent.
    pub behind: Span,
    /// The first and the last column over which it stands.
    pub columns: (usize, usize),
}

impl Gutters {
    /// The gutters of a stretch of rows; `None` where its columns do not stand side by side.
    pub fn found(source: &Source, rows: &[Row]) -> Option<Self> {
        let gapped = rows.iter().filter(|row| row.has_wide_gap()).count();
        if gapped < FEWEST_ROWS {
            return None;
        }
        // Of two that fit as well the last one is taken.
        [Measure::Characters, Measure::HalfCells]
            .into_iter()
            .map(|measure| Self::measured(rows, gapped, measure))
            .max_by_key(|(_, support)| *support)
            .map(|(gutters, _)| gutters)
            .filter(|gutters| gutters.edges.len() > 1 && gutters.separate_columns(source, rows))
    }

    /// Whether a short stretch of rows has its wide gaps at these gutters too.
    pub fn fit(&self, rows: &[Row]) -> bool {
        let wide = rows.iter().flat_map(|row| row.gaps.iter().skip(1));
        let wide = wide.filter(|gap| gap.is_wide());
        let begins = |gap: &&Gap| self.edges.iter().any(|&edge| self.begins_at(gap, edge));
        let kept = wide.clone().filter(begins).count();
        kept >= 2 && 5 * kept >= 4 * wide.count()
    }

    /// The places at which most rows begin a text, and how often they do.
    fn measured(rows: &[Row], gapped: usize, measure: Measure) -> (Self, usize) {
        let mut counts: Vec<usize> = Vec::new();
        for start in rows.iter().flat_map(|row| row.starts(measure)) {
            let start = start as usize;
            if start >= counts.len() {
                counts.resize(start + 1, 0);
            }
            if let Some(count) = counts.get_mut(start) {
                *count += 1;
            }
        }
        let around = |place: u32, before: u32, behind: u32| -> usize {
            let places = place.saturating_sub(before) as usize..=(place + behind) as usize;
            places.filter_map(|place| counts.get(place)).sum()
        };
        let mut places: Vec<u32> = (0..counts.len())
            .filter_map(|place| u32::try_from(place).ok())
            .collect();
        let weight = |place| around(place, 0, 0) + around(place, LEFT_SLACK, LEFT_SLACK);
        places.arrange_by_key(|&place| std::cmp::Reverse(weight(place)));
        let left = left_edge(rows, measure);
        let mut edges = vec![left];
        let mut support = 0;
        for place in places {
            let sum = around(place, LEFT_SLACK, INDENT);
            let is_apart = edges
                .iter()
                .all(|edge| edge.abs_diff(place) >= NARROWEST_COLUMN);
            if is_apart && place > left && 2 * sum >= gapped {
                edges.push(place);
                support += sum;
            }
        }
        edges.arrange();
        (Self { measure, edges }, support)
    }

    /// Whether at least two columns hold running text that is wrapped in them, and most of the text is theirs.
    fn separate_columns(&self, source: &Source, rows: &[Row]) -> bool {
        let mut texts = vec![String::new(); self.edges.len()];
        let mut lines = vec![0; self.edges.len()];
        let (mut whole, mut across) = (0, 0);
        for row in rows.iter().filter(|row| !row.is_blank()) {
            whole += 1;
            for segment in self.segments(source, row) {
                let (first, last) = segment.columns;
                across += usize::from(first != last);
                let column = texts.get_mut(first).zip(lines.get_mut(first));
                if let Some((text, count)) =
                    column.filter(|(_, count)| **count < CHECKED_LINES && first == last)
                {
                    text.push_str(source.slice(segment.span));
                    text.push('\n');
                    *count += 1;
                }
            }
        }
        let wrapped: Vec<&String> = texts.iter().filter(|text| is_wrapped(text)).collect();
        let held: usize = wrapped.iter().map(|text| text.len()).sum();
        let all: usize = texts.iter().map(String::len).sum();
        wrapped.len() >= 2 && 3 * held >= 2 * all && 4 * across <= whole
    }

    /// The texts of a row, cut at the gutters.
    pub fn segments(&self, source: &Source, row: &Row) -> Vec<Segment> {
        let mut segments: Vec<Segment> = Vec::new();
        let mut start: Option<(Gap, usize)> = None;
        for gap in &row.gaps {
            let place = gap.to.by(self.measure);
            let column = self
                .edges
                .iter()
                .position(|&edge| self.begins_at(gap, edge));
            match (&start, column) {
                (None, _) => start = Some((*gap, column.unwrap_or(self.column_of(place)))),
                (Some((_, open)), Some(column)) if column > *open => {
                    let (opening, first) = start.replace((*gap, column)).unwrap_or_default();
                    segments.push(self.segment(source, opening, first, gap));
                }
                _ => {}
            }
        }
        if let Some((opening, first)) = start {
            let end = Gap {
                span: Span {
                    start: row.span.end,
                    end: row.span.end,
                },
                from: row.end,
                to: row.end,
            };
            segments.push(self.segment(source, opening, first, &end));
        }
        // The blanks behind a text that the next one takes as its indent are not behind it.
        for place in 1..segments.len() {
            let next = segments.get(place).map_or(0, |segment| segment.span.start);
            if let Some(segment) = segments.get_mut(place - 1) {
                segment.behind.end = next;
            }
        }
        segments
    }

    /// Whether the text behind a gap begins at the edge: a wide gap with or without an indent, a narrow one there.
    fn begins_at(&self, gap: &Gap, edge: u32) -> bool {
        let place = gap.to.by(self.measure);
        let slack = if gap.is_wide() { INDENT } else { LEFT_SLACK };
        (edge.saturating_sub(LEFT_SLACK)..=edge + slack).contains(&place)
    }

    /// The column in which a place lies.
    fn column_of(&self, place: u32) -> usize {
        let begun = self
            .edges
            .iter()
            .filter(|&&edge| edge <= place + LEFT_SLACK);
        begun.count().saturating_sub(1)
    }

    fn segment(&self, source: &Source, opening: Gap, first: usize, closing: &Gap) -> Segment {
        // A mark that hangs over the edge does not reach the next column.
        let end = closing.from.by(self.measure).saturating_sub(3);
        let edge = self.edges.get(first).copied().unwrap_or(0);
        let indent = opening.to.by(self.measure).saturating_sub(edge);
        let start = indent_start(source, opening.span, indent, self.measure);
        Segment {
            span: Span {
                start,
                end: closing.span.start,
            },
            behind: closing.span,
            columns: (first, self.column_of(end).max(first)),
        }
    }
}

/// The place at which most rows begin, indented ones aside.
fn left_edge(rows: &[Row], measure: Measure) -> u32 {
    let printed = rows.iter().filter(|row| !row.is_blank());
    let starts = printed.filter_map(|row| row.gaps.first().map(|gap| gap.to.by(measure)));
    starts.min().unwrap_or(0)
}

/// Where the last blanks of a gap begin that are so wide together.
fn indent_start(source: &Source, gap: Span, indent: u32, measure: Measure) -> u32 {
    let mut start = gap.end;
    let mut left = indent;
    for character in source.slice(gap).chars().rev() {
        let width = match measure {
            Measure::HalfCells => half_cells(character),
            Measure::Characters => 1,
        };
        if width > left {
            break;
        }
        left -= width;
        start -= u32::try_from(character.len_utf8()).unwrap_or(0);
    }
    start
}

/// Whether lines are those of running text that is wrapped in a column: most of them, looked at here and there.
fn is_wrapped(text: &str) -> bool {
    let source = Source::new(text.to_owned());
    let mut scanner = LineScanner::default();
    while !scanner.scan(&source, usize::MAX) {}
    let lines = scanner.finish().lines;
    let block = 0..lines.len();
    let is_set = |index: usize| Columns::around(&lines, index, &block) != Columns::default();
    let places = [1, 2, 3].map(|quarter| quarter * lines.len() / 4);
    lines.len() >= FEWEST_ROWS && places.into_iter().filter(|&index| is_set(index)).count() >= 2
}

#[cfg(test)]
mod tests;
