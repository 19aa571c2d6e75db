//! All that a line break may be judged by.

use super::column::Columns;
use super::habits::Habits;
use super::line::Line;
use crate::text::source::Source;

/// The paragraph up to the break, as far as it matters.
#[derive(Debug, Clone, Copy, Default)]
pub struct ParagraphSoFar {
    /// How many lines it has.
    pub lines: u32,
    /// Brackets and quotations that it has open.
    pub open: i32,
    /// Whether it begins with a number or bullet.
    pub is_numbered: bool,
    /// Whether it begins with a dateline, so that it is no headline.
    pub has_dateline: bool,
    /// The column that its lines were seen to be set in.
    pub column: Option<u32>,
}

/// What is seen at a line break.
#[derive(Debug)]
pub struct Seen<'page> {
    /// The source, for the characters around the break.
    pub source: &'page Source,
    /// All lines.
    pub lines: &'page [Line],
    /// The number of the line before the break.
    pub index: usize,
    /// The number of the first line of the block: of the lines between two that are set for themselves.
    pub block_start: usize,
    /// The columns around the line before the break, and around the one behind it.
    pub columns: [Columns; 2],
    /// Whether the next line ends with a byline or the like.
    pub next_ends_unit: bool,
    /// Whether the break behind the next line is a border, whatever the characters say.
    pub next_is_last: bool,
    /// The paragraph up to the break.
    pub so_far: ParagraphSoFar,
    /// Whether most long lines of the text end with a sentence, as paragraphs do.
    pub long_lines_end: bool,
    /// Whether the text is a newspaper page.
    pub is_newspaper: bool,
    /// The habits of the page.
    pub habits: Habits,
}

impl Seen<'_> {
    /// The column that the line before the break is set in: shown by the lines around it, or by its own paragraph.
    pub fn column(&self) -> Option<u32> {
        let line = self.lines.get(self.index)?;
        let [here, _] = self.columns;
        let shown = here.nearest(line.reach());
        let usual = || self.habits.columns.of(line).filter(|_| self.is_newspaper);
        shown.or(self.so_far.column).or_else(usual)
    }
}
