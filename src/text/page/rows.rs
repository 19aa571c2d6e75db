//! Rows of tables and lists, as blanks cut them into cells.

use super::character::is_pause;
use super::line::Line;
use crate::text::source::Source;

/// The widest row in half cells.
const WIDEST_ROW: u32 = 100;

/// Whether a line is a row: one of three on end that blanks cut into equally many pieces.
pub fn is_row(source: &Source, lines: &[Line], index: usize) -> bool {
    let count = |index: usize| row_cells(source, lines, index);
    let own = count(index);
    let before = index.checked_sub(1).and_then(count) == own;
    let before_that = || index.checked_sub(2).and_then(count) == own;
    let behind = || count(index + 1) == own;
    let behind_that = || count(index + 2) == own;
    own.is_some() && (before && (before_that() || behind()) || behind() && behind_that())
}

/// How many cells a line has that may be a row: at least two, without running text, and either many or with figures.
pub fn row_cells(source: &Source, lines: &[Line], index: usize) -> Option<u32> {
    let line = lines.get(index)?;
    let cells = cells(line);
    let has_figures = || {
        source
            .slice(line.span)
            .contains(|c: char| c.is_ascii_digit())
    };
    let may_be = cells > 1 && !line.has_inner_stop && !is_pause(line.last);
    (may_be && (cells > 2 || has_figures())).then_some(cells)
}

/// How many pieces blanks cut a line into; 1 for a long line.
pub fn cells(line: &Line) -> u32 {
    if line.width > WIDEST_ROW {
        return 1;
    }
    line.gaps + 1
}

/// Whether a wide gap stands in a line, as between the cells of a row.
pub fn has_gap(line: &Line) -> bool {
    line.width <= WIDEST_ROW && line.widest_gap >= 2
}
