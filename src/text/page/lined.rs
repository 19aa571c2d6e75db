//! What is known of the lines before they are joined, and which breaks it settles.

use super::dateline;
use super::habits::Habits;
use super::label::Label;
use super::line::{Line, head};
use super::reason::Reason;
use super::rows;
use crate::text::source::Source;

/// How many bytes of a line are looked at for a dateline.
const DATELINE_BYTES: usize = 300;

/// All that is known of the lines.
#[derive(Debug, Clone, Copy)]
pub struct Lined<'page> {
    /// The source.
    pub source: &'page Source,
    /// The lines.
    pub lines: &'page [Line],
    /// Their labels.
    pub labels: &'page [Label],
    /// Whether each line ends with what ends a unit, see [`ends_unit`].
    pub ends: &'page [bool],
    /// Whether the text is a newspaper page, so that bylines and jumps are cut off paragraphs.
    pub is_newspaper: bool,
    /// See [`Seen::long_lines_end`].
    pub long_lines_end: bool,
    /// The habits of the page.
    pub habits: Habits,
}

/// How many lines ahead a block is looked through.
const BLOCK_LINES: usize = 18;

impl Lined<'_> {
    /// The label of a line; [`Label::Text`] where there is none.
    pub fn label(&self, index: usize) -> Label {
        self.labels.get(index).copied().unwrap_or_default()
    }

    /// Whether the break behind a line is a border, whatever the characters say.
    pub fn is_certain_border(&self, index: usize) -> bool {
        let behind = self.label(index + 1);
        self.label(index).is_own_unit()
            || behind.is_own_unit()
            || matches!(behind, Label::Dateline | Label::Caption | Label::Salutation)
            || self.ends(index)
            || (self.is_vertical(index) || self.is_vertical(index + 1))
                && !self.is_within_vertical(index)
    }

    /// Why the break behind a line is a border, whatever the characters say.
    pub fn border_reason(&self, index: usize) -> Reason {
        match (self.label(index), self.label(index + 1)) {
            (_, Label::Dateline) => Reason::Dateline,
            (Label::Byline, _) | (_, Label::Byline) => Reason::Byline,
            (_, Label::Caption) => Reason::Caption,
            (_, Label::Salutation) => Reason::OwnUnit,
            (Label::Heading, _) | (_, Label::Heading) => Reason::Heading,
            (before, behind) if before.is_own_unit() || behind.is_own_unit() => Reason::OwnUnit,
            _ if self.is_vertical(index) || self.is_vertical(index + 1) => Reason::OneHeadline,
            _ => Reason::Byline,
        }
    }

    /// Whether a line ends with what ends a unit. The reporters of a dateline end none, although the line may end
    /// with them.
    pub fn ends(&self, index: usize) -> bool {
        self.ends.get(index).copied().unwrap_or_default() && !self.is_only_dateline(index)
    }

    /// Whether a line is a dateline and nothing else.
    pub fn is_only_dateline(&self, index: usize) -> bool {
        self.label(index) == Label::Dateline
            && self.lines.get(index).is_some_and(|line| {
                let text = head(self.source, line.span, DATELINE_BYTES);
                dateline::at_start(text).is_some_and(|found| found.bytes >= text.len())
            })
    }

    /// Whether a line of a newspaper page is a row of a table.
    pub fn is_row(&self, index: usize) -> bool {
        self.is_newspaper && rows::is_row(self.source, self.lines, index)
    }

    /// Whether the break behind a line stands inside a vertical headline.
    pub fn is_within_vertical(&self, index: usize) -> bool {
        let next = self.lines.get(index + 1);
        next.is_some_and(|next| next.blank_lines_before == 0)
            && self.is_vertical(index)
            && self.is_vertical(index + 1)
    }

    /// Whether a line is part of a vertical headline: of three or more lines of one Han character.
    pub fn is_vertical(&self, index: usize) -> bool {
        let is_single = |index: usize| {
            self.label(index) == Label::Text
                && self
                    .lines
                    .get(index)
                    .is_some_and(|line| line.han == 1 && line.width == 2)
        };
        let before =
            (1..=2).take_while(|&distance| index >= distance && is_single(index - distance));
        let behind = (1..=2).take_while(|&distance| is_single(index + distance));
        self.is_newspaper && is_single(index) && before.count() + behind.count() >= 2
    }

    /// Whether a line ends inside a dateline, or with it.
    pub fn breaks_dateline(&self, index: usize) -> bool {
        self.label(index) == Label::Dateline
            && self.lines.get(index).is_some_and(|line| {
                let text = head(self.source, line.span, DATELINE_BYTES);
                dateline::at_start(text).is_none_or(|found| found.bytes >= text.len())
            })
    }

    /// Where the block of lines around this one ends. No line from this one up to `border` is a certain border: it moves
    /// on to the next that is, as far as that matters, so that no line is asked twice.
    pub fn block_end(&self, index: usize, border: &mut usize) -> usize {
        *border = index.max(*border);
        while *border < index + BLOCK_LINES && !self.is_certain_border(*border) {
            *border += 1;
        }
        *border + 1
    }
}
