//! The rows in which the source is shown: a line a row, long lines cut.

use unicode_width::UnicodeWidthChar as _;

use crate::text::source::{Source, Span};

/// Longest row in half-width cells: 40 Han characters, a wide newspaper column.
const ROW_CELLS: usize = 80;

/// Where each row of the source pane begins.
#[derive(Debug, Clone, Default)]
pub struct Rows {
    starts: Vec<u32>,
    /// How many lines have been laid out so far; the layout is made in steps.
    lines_done: usize,
    /// Where in a long line the layout stands, in bytes of the source.
    resume: u32,
}

impl Rows {
    /// Lays out about `budget_bytes` more of the source. True once all is laid out.
    pub fn step(&mut self, source: &Source, budget_bytes: usize) -> bool {
        let mut spent = 0;
        while self.lines_done < source.line_count() {
            let line = source.line(self.lines_done);
            let from = line.start.max(self.resume);
            let (done, end) = self.lay_out(
                source,
                Span {
                    start: from,
                    end: line.end,
                },
                budget_bytes - spent,
            );
            spent += (end - from) as usize + 1;
            if done {
                self.lines_done += 1;
                self.resume = 0;
            } else {
                self.resume = end;
            }
            if spent >= budget_bytes {
                break;
            }
        }
        self.lines_done >= source.line_count()
    }

    /// Lays out the rest of a line; says whether it came to the line's end, and to where it came.
    fn lay_out(&mut self, source: &Source, line: Span, budget_bytes: usize) -> (bool, u32) {
        self.starts.push(line.start);
        let mut cells = 0;
        for (byte, character) in source.slice(line).char_indices() {
            let width = cells_of(character);
            if cells + width > ROW_CELLS {
                let start = line.start + u32::try_from(byte).unwrap_or(0);
                if byte >= budget_bytes {
                    return (false, start);
                }
                self.starts.push(start);
                cells = 0;
            }
            cells += width;
        }
        (true, line.end)
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// Whether nothing is laid out yet.
    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// The row that holds a byte of the source.
    pub fn row_of(&self, byte: u32) -> usize {
        self.starts
            .partition_point(|&start| start <= byte)
            .saturating_sub(1)
    }

    /// The span of a row without its line end, and the number of its line (from 0) if the row begins one.
    pub fn row(&self, source: &Source, number: usize) -> Option<(Span, Option<usize>)> {
        let start = *self.starts.get(number)?;
        let line = source.line_of(start);
        let line_span = source.line(line);
        let next = self.starts.get(number + 1).copied().unwrap_or(u32::MAX);
        let span = Span {
            start,
            end: line_span.end.min(next),
        };
        Some((span, (line_span.start == start).then_some(line)))
    }

    /// The rows on which the pieces of a unit stand, as half-open ranges, neighbours merged.
    pub fn rows_of(&self, pieces: &[Span]) -> Vec<(u32, u32)> {
        let mut rows: Vec<(u32, u32)> = Vec::new();
        for piece in pieces.iter().filter(|piece| !piece.is_empty()) {
            let first = small(self.row_of(piece.start));
            let end = small(self.row_of(piece.end - 1)) + 1;
            match rows.last_mut() {
                Some(last) if last.0 <= first && first <= last.1 => last.1 = last.1.max(end),
                _ => rows.push((first, end)),
            }
        }
        rows
    }
}

/// How many cells a character takes in the source pane; the ranges spare nearly all text a look into the tables of
/// Unicode.
fn cells_of(character: char) -> usize {
    match character {
        ' '..='~' => 1,
        '\u{4E00}'..='\u{9FFF}' => 2,
        _ => character.width().unwrap_or(1).max(1),
    }
}

/// A row number as it is sent; no source has 2³² rows.
fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn laid_out(source: &Source, budget_bytes: usize) -> Rows {
        let mut rows = Rows::default();
        while !rows.step(source, budget_bytes) {}
        rows
    }

    #[test]
    fn long_lines_are_cut_at_forty_han_characters() {
        let source = Source::new(format!("{}\n短", "长".repeat(85)));
        let rows = laid_out(&source, 1 << 16);
        let shown: Vec<(usize, Option<usize>)> = (0..rows.len())
            .filter_map(|row| rows.row(&source, row))
            .map(|(span, line)| (source.slice(span).chars().count(), line))
            .collect();
        assert_eq!(shown, [(40, Some(0)), (40, None), (5, None), (1, Some(1))]);
    }

    proptest! {
        #[test]
        fn rows_hold_every_character_whatever_the_step(text in "[中a \n]{0,400}", budget in 1_usize..300) {
            let source = Source::new(text.clone());
            let rows = laid_out(&source, budget);
            prop_assert_eq!(&rows.starts, &laid_out(&source, usize::MAX / 2).starts);
            let shown: String =
                (0..rows.len()).filter_map(|row| rows.row(&source, row)).map(|(span, _)| source.slice(span)).collect();
            prop_assert_eq!(shown, text.replace('\n', ""));
        }
    }
}
