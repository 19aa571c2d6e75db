//! What the lines of a page have in common: how its paragraphs begin, and what its blank lines mean.

use super::character::opens_quotation;
use super::label::Label;
use super::line::Line;
use crate::text::arrange::Arrange;

/// How much shorter, in half cells, a first line is whose indent of two cells is lost; its last mark may have moved.
pub const LOST_INDENT: std::ops::RangeInclusive<u32> = 3..=6;
/// Indents, in half cells, of a paragraph's first line.
const KEPT_INDENT: std::ops::RangeInclusive<u32> = 3..=6;
/// How many half cells before the lines around it a line ends that is surely a paragraph's last.
const SURELY_SHORT: u32 = 6;

/// How paragraphs of a page begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Beginning {
    /// Not to be told.
    #[default]
    Unknown,
    /// With an indent.
    Indented,
    /// With a line shorter by an indent that is lost.
    Shortened,
    /// Like any other line.
    Plain,
}

/// What a blank line between lines of running text means on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Blanks {
    /// Too few to tell.
    #[default]
    Unknown,
    /// A new paragraph: most stand behind a sentence's end, and most paragraphs have one.
    Paragraphs,
    /// Some of both, or a new paragraph that may also do without.
    Mixed,
    /// The end of a column: as many stand inside sentences.
    Columns,
}

/// The habits of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Habits {
    /// How paragraphs begin.
    pub beginning: Beginning,
    /// What a blank line means.
    pub blanks: Blanks,
    /// The columns in which most of its text is set.
    pub columns: UsualColumns,
}

/// The widths, in half cells, that many lines of a page share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct UsualColumns([u32; 3]);

/// Narrowest and widest column that counts as usual, in half cells.
const USUAL: std::ops::RangeInclusive<u32> = 16..=80;
/// How many lines of one width make a column usual.
const USUAL_LINES: u32 = 6;

impl UsualColumns {
    /// The most frequent widths of lines of running text.
    fn of_lines(lines: &[Line], labels: &[Label]) -> Self {
        let mut counts = [0_u32; 81];
        for (line, label) in lines.iter().zip(labels) {
            let is_text = matches!(label, Label::Text | Label::Dateline) && !line.is_alphabetic();
            if is_text && !line.ends_sentence() && USUAL.contains(&line.reach()) {
                let place = usize::try_from(line.reach()).unwrap_or(0);
                counts
                    .get_mut(place)
                    .into_iter()
                    .for_each(|count| *count += 1);
            }
        }
        let most = counts.iter().copied().max().unwrap_or(0);
        let mut found = [0; 3];
        let mut reaches: Vec<(u32, u32)> = counts.into_iter().zip(0..).collect();
        reaches.arrange_by_key(|(count, reach)| (std::cmp::Reverse(*count), *reach));
        let usual = reaches
            .into_iter()
            .take_while(|(count, _)| *count >= USUAL_LINES && 4 * count >= most);
        for (slot, (_, reach)) in found.iter_mut().zip(usual) {
            *slot = reach;
        }
        Self(found)
    }

    /// The column that a line fills, if one of these.
    pub fn of(self, line: &Line) -> Option<u32> {
        let fills =
            |column: &u32| *column > 0 && line.reach() <= column + 1 && line.reach() + 2 >= *column;
        self.0
            .into_iter()
            .filter(fills)
            .min_by_key(|column| column.abs_diff(line.reach()))
    }
}

/// Counts over the lines of a page.
#[derive(Debug, Clone, Copy, Default)]
struct Counts {
    indented: u32,
    shortened: u32,
    plain: u32,
    blanks_behind_sentences: u32,
    blanks_in_sentences: u32,
    ends_with_blank: u32,
    ends_without_blank: u32,
}

impl Habits {
    /// Looks over all lines of a page once.
    pub fn of(lines: &[Line], labels: &[Label]) -> Self {
        let mut counts = Counts::default();
        let is_text = |index: usize| {
            let label = labels.get(index).copied().unwrap_or_default();
            matches!(label, Label::Text | Label::Dateline)
        };
        for (index, four) in lines.windows(4).enumerate() {
            let [above, line, next, behind] = four else {
                continue;
            };
            if (index..index + 4).all(is_text) && line.inner_marks > 0 {
                counts.note(above, line, next, behind);
            }
        }
        Self {
            beginning: counts.beginning(),
            blanks: counts.blanks(),
            columns: UsualColumns::of_lines(lines, labels),
        }
    }
}

impl Counts {
    /// Notes the break between `line` and `next`.
    fn note(&mut self, above: &Line, line: &Line, next: &Line, behind: &Line) {
        let ended = line.ends_sentence();
        let has_blank = next.blank_lines_before > 0;
        if has_blank && !opens_quotation(next.first) {
            self.blanks_behind_sentences += u32::from(ended);
            self.blanks_in_sentences += u32::from(!ended);
        }
        let is_short = line.reach() + SURELY_SHORT < above.reach().min(behind.reach());
        if !ended || !is_short {
            return;
        }
        self.ends_with_blank += u32::from(has_blank);
        self.ends_without_blank += u32::from(!has_blank);
        if KEPT_INDENT.contains(&next.indent) && behind.indent == 0 {
            self.indented += 1;
        } else if next.indent == 0 {
            match behind.reach().saturating_sub(next.reach()) {
                0..=1 => self.plain += 1,
                short if LOST_INDENT.contains(&short) => self.shortened += 1,
                _ => {}
            }
        }
    }

    fn beginning(self) -> Beginning {
        let all = self.indented + self.shortened + self.plain;
        let most = |count: u32| all >= 3 && 3 * count >= 2 * all;
        match () {
            () if most(self.indented) => Beginning::Indented,
            () if most(self.shortened) => Beginning::Shortened,
            () if most(self.plain) => Beginning::Plain,
            () => Beginning::Unknown,
        }
    }

    fn blanks(self) -> Blanks {
        let (ended, open) = (self.blanks_behind_sentences, self.blanks_in_sentences);
        let ends = self.ends_with_blank + self.ends_without_blank;
        if ended + open < 3 && ends < 3 {
            Blanks::Unknown
        } else if 4 * self.ends_with_blank >= 3 * ends && ended >= 2 * open {
            Blanks::Paragraphs
        } else if 4 * self.ends_with_blank <= ends || open > ended {
            Blanks::Columns
        } else {
            Blanks::Mixed
        }
    }
}
