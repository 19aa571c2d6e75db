//! 表格: rows of weather, shares, lottery numbers and lists of names, which are kept a line each.

use super::label::Label;
use super::line::Line;
use super::name;
use crate::text::source::Source;

/// Widest row in half cells.
const WIDEST_ROW: u32 = 120;
/// Longest cell in characters.
const LONGEST_CELL: usize = 24;

/// Labels rows of tables: two lines or more that stand together and are parted in cells alike.
pub fn settle_tables(source: &Source, lines: &[Line], labels: &mut [Label]) {
    let mut start = 0;
    while start < labels.len() {
        let mut end = start;
        let mut cells = None;
        let mut alike = 0;
        while let Some(count) = row(source, lines, labels, end)
            && (end == start
                || lines
                    .get(end)
                    .is_some_and(|line| line.blank_lines_before == 0))
        {
            alike += u32::from(cells == Some(count));
            cells = Some(count);
            end += 1;
        }
        if end - start >= 2 && alike >= 1 {
            let rows = labels.get_mut(start..end).unwrap_or(&mut []);
            rows.fill(Label::TableRow);
        }
        start = end.max(start + 1);
    }
}

/// How many cells a line has, where it may be a row.
fn row(source: &Source, lines: &[Line], labels: &[Label], index: usize) -> Option<usize> {
    let line = lines.get(index)?;
    let is_open = matches!(labels.get(index)?, Label::Text | Label::PerhapsImprint);
    // The cells are parted by blanks, and every row has some.
    if !is_open || line.width > WIDEST_ROW || line.inner_marks > 1 || line.width <= 2 * line.han {
        return None;
    }
    cells(source.slice(line.span))
}

/// The number of cells of a row: parted by wide gaps, or many by single blanks; figures, or short words.
fn cells(text: &str) -> Option<usize> {
    if text.contains(['。', '，', '：', '；', '！', '？', '“']) {
        return None;
    }
    let is_wide = text.contains(['\u{3000}', '\t']) || text.contains("  ");
    let cells: Vec<&str> = text.split_whitespace().collect();
    let has_figure = |cell: &&&str| cell.contains(|character: char| character.is_ascii_digit());
    let figures = cells.iter().filter(has_figure).count();
    let is_short = cells
        .iter()
        .all(|cell| cell.chars().count() <= LONGEST_CELL);
    // The characters of a letter-spaced line are no cells.
    let is_spaced = cells.iter().all(|cell| cell.chars().count() == 1);
    let is_row = match cells.len() {
        0 | 1 => false,
        2 => is_wide && figures >= 1,
        _ => figures >= 1 || is_wide && cells.iter().all(|cell| cell.chars().count() <= 6),
    };
    // A name of two characters may be spaced out.
    let count = if figures == 0 {
        name::words(text).len()
    } else {
        cells.len()
    };
    (is_row && is_short && !is_spaced).then_some(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_and_other_lines() {
        for (text, expected) in [
            ("17日　多云　18～25℃", Some(3)),
            ("站名  首班车  末班车", Some(3)),
            ("江堤路  5:30", Some(2)),
            ("江堤股份 12.30 +1.2% 3400", Some(4)),
            ("陆小满　何青　周雨", Some(3)),
            ("陆小满　何　青　周　雨", Some(3)),
            ("守住圩堤 护好家园", None),
            ("守住圩堤　护好家园", None),
            ("守 住 圩 堤", None),
            ("7月3日，全市 20人", None),
            ("一行", None),
        ] {
            assert_eq!(cells(text), expected, "{text}");
        }
    }
}
