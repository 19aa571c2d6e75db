//! How wide the column is in which a line is set, as far as its neighbours show it.

use std::ops::Range;

use super::line::Line;

/// How many lines are looked at to either side; twice as many where these show no column.
const WINDOW: usize = 8;
/// Narrowest and widest column that counts as one, in half cells.
const WIDTHS: std::ops::RangeInclusive<u32> = 14..=150;
/// The narrowest column of a text in an alphabet, in half cells.
const NARROWEST_ALPHABETIC: u32 = 36;

/// The columns that the lines up to this one, and those from it on, are set in; in half cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Columns {
    /// Shown by this line and those before it.
    pub behind: Option<u32>,
    /// Shown by this line and those after it.
    pub ahead: Option<u32>,
}

impl Columns {
    /// The columns around one line, as shown by the lines of `block`: those between two units that are set for
    /// themselves.
    pub fn around(lines: &[Line], index: usize, block: &Range<usize>) -> Self {
        Self::within(lines, index, block, WINDOW)
            .or_else(|| Self::within(lines, index, block, 2 * WINDOW))
            .unwrap_or_default()
    }

    /// The columns shown by so many lines to either side; `None` where they show none.
    fn within(lines: &[Line], index: usize, block: &Range<usize>, window: usize) -> Option<Self> {
        let start = (index + 1).saturating_sub(window).max(block.start);
        let end = (index + window).min(lines.len()).min(block.end);
        let behind = lines.get(start..=index).unwrap_or(&[]);
        let ahead = lines.get(index..end).unwrap_or(&[]);
        let columns = Self {
            behind: column(behind.iter().rev()),
            ahead: column(ahead.iter()),
        };
        (columns != Self::default()).then_some(columns)
    }

    /// The column that a line of this reach fits best; `None` where none is seen.
    pub fn nearest(self, reach: u32) -> Option<u32> {
        [self.behind, self.ahead]
            .into_iter()
            .flatten()
            .min_by_key(|column| column.abs_diff(reach))
    }
}

/// The reach that most of these lines share, nearer ones weighing more; `None` where they do not look like the lines
/// of one wrapped text.
fn column<'line>(nearest_first: impl Iterator<Item = &'line Line> + Clone) -> Option<u32> {
    let weighed = nearest_first.clone().zip((1..=2 * WINDOW).rev());
    let support = |column: u32| -> usize {
        weighed
            .clone()
            .filter(|(line, _)| is_set_in(line.reach(), column))
            .map(|(_, weight)| weight)
            .sum()
    };
    let reaches = nearest_first
        .clone()
        .map(Line::reach)
        .filter(|reach| WIDTHS.contains(reach));
    let edge = reaches.max_by_key(|&reach| (support(reach), reach))?;
    looks_wrapped(nearest_first.clone(), edge).then(|| usual_reach(nearest_first, edge))
}

/// The reach that most lines of a column have: a line may stick out by a mark or two. Text in an alphabet is ragged
/// and reaches the edge only here and there.
fn usual_reach<'line>(lines: impl Iterator<Item = &'line Line> + Clone, edge: u32) -> u32 {
    let set = lines.filter(|line| is_set_in(line.reach(), edge));
    if set.clone().any(Line::is_alphabetic) {
        return edge;
    }
    let count = |reach: u32| set.clone().filter(|line| line.reach() == reach).count();
    set.clone()
        .map(Line::reach)
        .max_by_key(|&reach| (count(reach), reach))
        .unwrap_or(edge)
}

/// Whether a line reaches to a column's edge, or nearly so: justified Han text keeps within two cells, ragged text in
/// an alphabet within a word.
fn is_set_in(reach: u32, column: u32) -> bool {
    reach <= column && reach + (column / 8).max(4) >= column
}

/// Whether the lines that reach the edge are cut where the text goes on, as lists, verse and short paragraphs are not.
fn looks_wrapped<'line>(lines: impl Iterator<Item = &'line Line> + Clone, column: u32) -> bool {
    let stopped = lines
        .clone()
        .any(|line| line.has_inner_stop || line.ends_sentence());
    let full: Vec<&Line> = lines
        .filter(|line| is_set_in(line.reach(), column))
        .collect();
    let share = |test: fn(&Line) -> bool| full.iter().filter(|line| test(line)).count();
    if full.len() < 3 {
        return false;
    }
    let ended = share(Line::ends_sentence);
    if 2 * share(Line::is_alphabetic) > full.len() {
        let lower = share(|line| line.first.is_lowercase());
        return column >= NARROWEST_ALPHABETIC && 3 * lower >= full.len() && 2 * ended < full.len();
    }
    let cut = share(|line| !super::character::is_sentence_mark(line.last_inside));
    let marked = share(|line| line.inner_marks > 0);
    let bracketed = share(|line| line.inner_marks + line.brackets > 0);
    // A list has commas too; without a sentence's end only justified lines count.
    let justified = full
        .iter()
        .filter(|line| line.reach() + 2 >= column)
        .count();
    (stopped || justified > 4)
        && (marked > usize::from(!stopped) || marked > 0 && 2 * bracketed >= full.len())
        && 6 * bracketed >= full.len()
        && 5 * cut >= 2 * full.len()
        && 2 * ended <= full.len()
}

#[cfg(test)]
mod tests {
    use super::super::line::LineScanner;
    use super::*;
    use crate::text::source::Source;

    fn column_of_first_line(text: &str) -> Option<u32> {
        let source = Source::new(text.to_owned());
        let mut scanner = LineScanner::default();
        scanner.scan(&source, usize::MAX);
        Columns::around(&scanner.finish().lines, 0, &(0..usize::MAX)).ahead
    }

    #[test]
    fn columns_of_several_kinds_of_text() {
        let rows: [(&str, &str, Option<u32>); 5] = [
            (
                "wrapped",
                "入秋以来，城南菜场的\n摊位前排着长队。摊主\n老周说，今年的菱角比\n往年上市早了半个多月",
                Some(20),
            ),
            (
                "verse",
                "春江潮水连海平，\n海上明月共潮生。\n滟滟随波千万里，\n何处春江无月明。",
                None,
            ),
            ("names", "张大山 李小河\n王立冬 赵春分\n周谷雨 吴芒种", None),
            (
                "paragraphs",
                "他来了。\n她走了。\n门关上了。\n灯还亮着。",
                None,
            ),
            ("one line", "只有一行", None),
        ];
        for (name, text, expected) in rows {
            assert_eq!(column_of_first_line(text), expected, "{name}");
        }
    }
}
