//! How wide the column is in which a line is set, as far as its neighbours show it.

use std::ops::Range;

use super::character::{half_cells, is_barred_from_line_start};
use super::line::{Line, head};
use super::tally::{Tally, Trait};
use crate::text::source::Source;

/// How many lines are looked at to either side; twice as many where these show no column.
const WINDOW: usize = 8;
/// What the nearest line weighs; each further one weighs one less.
const WEIGHT: u32 = 2 * WINDOW as u32;
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
            behind: Side::of(behind.iter().rev()).column(),
            ahead: Side::of(ahead.iter()).column(),
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

/// The lines to one side of a line, as far as they tell of the column.
struct Side {
    /// How far each reaches, nearest first; 0 behind the last.
    reaches: [u32; 2 * WINDOW],
    tallies: [Tally; 2 * WINDOW],
    len: usize,
}

impl Side {
    fn of<'line>(nearest_first: impl Iterator<Item = &'line Line>) -> Self {
        let mut side = Self {
            reaches: [0; 2 * WINDOW],
            tallies: [Tally::default(); 2 * WINDOW],
            len: 0,
        };
        let places = side.reaches.iter_mut().zip(&mut side.tallies);
        for ((reach, tally), line) in places.zip(nearest_first) {
            *reach = line.reach();
            *tally = line.tally;
            side.len += 1;
        }
        side
    }

    fn reaches(&self) -> &[u32] {
        self.reaches.get(..self.len).unwrap_or(&[])
    }

    fn set_in(&self, column: u32) -> impl Iterator<Item = (u32, Tally)> {
        let lines = self.reaches().iter().zip(&self.tallies);
        lines
            .map(|(&reach, &tally)| (reach, tally))
            .filter(move |(reach, _)| is_set_in(*reach, column))
    }

    /// The reach that most of these lines share, nearer ones weighing more; `None` where they do not look like the
    /// lines of one wrapped text.
    fn column(&self) -> Option<u32> {
        let edge = self.edge()?;
        let full = self.set_in(edge);
        let (count, tally) = full.fold((0, Tally::default()), |(count, sum), (_, tally)| {
            (count + 1, sum.plus(tally))
        });
        if !self.looks_wrapped(edge, count, tally) {
            return None;
        }
        // Text in an alphabet is ragged and reaches the edge only here and there.
        if tally.count(Trait::Alphabetic) > 0 {
            return Some(edge);
        }
        Some(self.usual_reach(edge))
    }

    /// The reach in which most lines are set, nearer ones weighing more.
    fn edge(&self) -> Option<u32> {
        let reaches = self.reaches();
        let support = |column: u32| -> u32 {
            let weighed = reaches.iter().zip((1..=WEIGHT).rev());
            weighed
                .map(|(&reach, weight)| if is_set_in(reach, column) { weight } else { 0 })
                .sum()
        };
        let mut best = None;
        for (place, reach) in reaches.iter().enumerate() {
            let is_seen = reaches
                .get(..place)
                .is_some_and(|seen| seen.contains(reach));
            if WIDTHS.contains(reach) && !is_seen {
                best = best.max(Some((support(*reach), *reach)));
            }
        }
        best.map(|(_, reach)| reach)
    }

    /// The reach that most lines of a column have: a line may stick out by a mark or two.
    fn usual_reach(&self, edge: u32) -> u32 {
        let count = |reach: u32| self.reaches.iter().filter(|other| **other == reach).count();
        let mut best = (0, edge);
        for (place, reach) in self.reaches().iter().enumerate() {
            let seen = self.reaches.get(..place).unwrap_or(&[]);
            if is_set_in(*reach, edge) && !seen.contains(reach) {
                best = best.max((count(*reach), *reach));
            }
        }
        best.1
    }

    /// Whether the lines that reach the edge, so many with these traits, are cut where the text goes on, as lists, verse
    /// and short paragraphs are not.
    fn looks_wrapped(&self, column: u32, full: u32, tally: Tally) -> bool {
        if full < 3 {
            return false;
        }
        let ended = tally.count(Trait::Ended);
        if 2 * tally.count(Trait::Alphabetic) > full {
            let lower = tally.count(Trait::Lower);
            return column >= NARROWEST_ALPHABETIC && 3 * lower >= full && 2 * ended < full;
        }
        let all = self
            .tallies
            .iter()
            .fold(Tally::default(), |sum, tally| sum.plus(*tally));
        let stopped = all.count(Trait::Stopped) > 0;
        let marked = tally.count(Trait::Marked);
        let bracketed = tally.count(Trait::Bracketed);
        // A list has commas too; without a sentence's end only justified lines count.
        let justified = || {
            self.set_in(column)
                .filter(|(reach, _)| reach + 2 >= column)
                .count()
        };
        (marked > u32::from(!stopped) || marked > 0 && 2 * bracketed >= full)
            && 6 * bracketed >= full
            && 5 * tally.count(Trait::Cut) >= 2 * full
            && 2 * ended <= full
            && (stopped || justified() > 4)
    }
}

/// Whether a line reaches to a column's edge, or nearly so: justified Han text keeps within two cells, ragged text in
/// an alphabet within a word.
fn is_set_in(reach: u32, column: u32) -> bool {
    // A line that reaches further is far from it, too: the difference wraps.
    column.wrapping_sub(reach) <= (column / 8).max(4)
}

/// Whether a line is too wide for its column. Marks of punctuation may be set narrower than they are counted, so a
/// line that has some may look a little wider than it is.
pub fn is_overwide(line: &Line, column: u32) -> bool {
    let tolerated = if line.is_unmarked() && line.brackets == 0 {
        4
    } else {
        9
    };
    line.reach() > column + tolerated
}

/// How wide the next line's beginning is that would have had to fit: a word, or a character with its marks.
pub fn first_chunk(source: &Source, next: &Line) -> u32 {
    let text = head(source, next.span, 64);
    let mut width = 0;
    let is_word = next.is_alphabetic() || next.first.is_ascii_alphanumeric();
    for (place, character) in text.chars().enumerate() {
        let goes_on = if next.is_alphabetic() {
            !character.is_whitespace()
        } else if is_word && place < 12 {
            character.is_ascii_alphanumeric() || matches!(character, '.' | '%' | '-')
        } else {
            is_barred_from_line_start(character) && place < 3
        };
        if place > 0 && !goes_on {
            break;
        }
        width += half_cells(character);
    }
    width + u32::from(next.is_alphabetic())
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
