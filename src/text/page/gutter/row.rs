//! Rows of a text in a page's layout, with the gaps on them.

use crate::text::page::character::half_cells;
use crate::text::source::{Source, Span, is_blank};

/// Least width of a gap that can be a gutter, in half cells.
pub const WIDE_GAP: u32 = 4;

/// How a place on a row is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// In half cells: a Han character has two.
    HalfCells,
    /// In characters.
    Characters,
}

/// A place on a row, from its left edge.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Place {
    half_cells: u32,
    characters: u32,
}

impl Place {
    /// The place in this measure.
    pub fn by(self, measure: Measure) -> u32 {
        match measure {
            Measure::HalfCells => self.half_cells,
            Measure::Characters => self.characters,
        }
    }
}

/// A run of blanks on a row.
#[derive(Debug, Clone, Copy, Default)]
pub struct Gap {
    /// The blanks; empty where a row begins without.
    pub span: Span,
    /// Where they begin.
    pub from: Place,
    /// Where the text behind them begins.
    pub to: Place,
}

impl Gap {
    /// Whether it can be a gutter.
    pub fn is_wide(&self) -> bool {
        self.to.half_cells - self.from.half_cells >= WIDE_GAP
    }
}

/// A line of the source, with all its gaps.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// From its first to its last character that is not blank; empty for a blank row.
    pub span: Span,
    /// The gap before its text, which may be empty, and those in it.
    pub gaps: Vec<Gap>,
    /// Where its text ends.
    pub end: Place,
}

impl Row {
    /// A line of the source.
    pub fn of(source: &Source, line: Span) -> Self {
        let mut row = Self::default();
        let mut at = Place::default();
        let mut blank_from: Option<(u32, Place)> = Some((line.start, at));
        for (offset, character) in source.slice(line).char_indices() {
            let byte = Span::new(line.start as usize + offset, 0).start;
            if is_blank(character) {
                blank_from = blank_from.or(Some((byte, at)));
            } else if let Some((start, from)) = blank_from.take() {
                row.gaps.push(Gap {
                    span: Span { start, end: byte },
                    from,
                    to: at,
                });
            }
            at.half_cells += half_cells(character);
            at.characters += 1;
            if !is_blank(character) {
                row.span.end = Span::new(0, byte as usize + character.len_utf8()).end;
                row.end = at;
            }
        }
        row.span.start = row.gaps.first().map_or(line.start, |gap| gap.span.end);
        row.span.end = row.span.end.max(row.span.start);
        row
    }

    /// Whether nothing stands on it.
    pub fn is_blank(&self) -> bool {
        self.gaps.is_empty()
    }

    /// Whether it has a wide gap between texts.
    pub fn has_wide_gap(&self) -> bool {
        self.gaps.iter().skip(1).any(Gap::is_wide)
    }

    /// Width of its widest text between wide gaps, in half cells.
    pub fn widest_text(&self) -> u32 {
        let ends = self
            .gaps
            .iter()
            .skip(1)
            .filter(|gap| gap.is_wide())
            .map(|gap| (gap.from, gap.to))
            .chain([(self.end, self.end)]);
        let mut start = self.gaps.first().map_or(0, |gap| gap.to.half_cells);
        let mut widest = 0;
        for (from, to) in ends {
            widest = widest.max(from.half_cells.saturating_sub(start));
            start = to.half_cells;
        }
        widest
    }

    /// The places at which texts begin behind wide gaps; a wide indent is one too.
    pub fn starts(&self, measure: Measure) -> impl Iterator<Item = u32> + '_ {
        let texts = self.gaps.iter().filter(|gap| gap.is_wide());
        texts.map(move |gap| gap.to.by(measure))
    }
}
