//! Units: runs of joined lines, each of one kind, that articles are made of.

use super::character::{is_colon, is_pause};
use super::column::Columns;
use super::cutting::{cut_endings, cut_leading_jump};
use super::hints::Hint;
use super::join::{BreakKind, Verdict, decide};
use super::label::Label;
use super::line::{Line, tail};
use super::lined::Lined;
use super::model::Rule;
use super::reason::Reason;
use super::recorder::Weighed;
use super::seen::{ParagraphSoFar, Seen};
use super::{KnownWords, byline, furniture, spanning};
use crate::text::source::{Source, Span};

/// What a unit is, as far as it shows by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UnitKind {
    /// Running text.
    Body {
        /// Whether it begins with a dateline.
        has_dateline: bool,
    },
    /// A short line without the marks of running text: a headline, a crosshead, an issuer.
    Display,
    /// A heading by how it is set: in Markdown, or vertically.
    Heading,
    /// A row of a table.
    TableRow,
    /// A picture's caption.
    Caption,
    /// A byline, on its own line or cut off from a paragraph's end.
    Byline {
        /// The persons.
        names: Vec<String>,
        /// Whether it stood at the end of a paragraph.
        is_glued: bool,
    },
    /// A full date and nothing else.
    FullDate,
    /// No article text.
    SetAside(Rule),
}

/// A run of the source that is one unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// From its first to its last printing character.
    pub span: Span,
    /// What it is.
    pub kind: UnitKind,
    /// How many lines it has.
    pub lines: u32,
    /// Width of its widest line in half cells.
    pub width: u32,
    /// Whether a blank line stands before it.
    pub blank_before: bool,
}

impl Unit {
    /// A line that turned out to be a headline.
    pub fn headline(source: &Source, span: Span) -> Self {
        let characters = source.slice(span).chars();
        Self {
            span,
            kind: UnitKind::Display,
            lines: 1,
            width: characters.map(super::character::half_cells).sum(),
            blank_before: true,
        }
    }
}

/// Widest line, in half cells, that can be a headline.
const WIDEST_DISPLAY: u32 = 140;
/// How many bytes of a unit's ends are looked at for bylines and jumps.
const END_BYTES: usize = 300;

/// Joins lines to units, a line at a time.
#[derive(Debug, Default)]
pub struct UnitBuilder {
    /// The units that are finished.
    pub units: Vec<Unit>,
    /// The line breaks that are decided.
    pub breaks: Vec<Weighed>,
    /// The number of the next line.
    next: usize,
    /// The first line of the unit in work.
    first: usize,
    so_far: ParagraphSoFar,
    /// The first line behind the last unit that is set for itself.
    block_start: usize,
    /// The columns around a line, as seen from the line before it.
    next_columns: Option<(usize, Columns)>,
    /// No line from the current one up to this one is a certain border, see [`Lined::block_end`].
    border: usize,
}

impl UnitBuilder {
    /// Takes the next line; returns its length in bytes, or `None` when there is none.
    pub fn step(&mut self, lined: Lined<'_>, known: &dyn KnownWords) -> Option<usize> {
        let line = lined.lines.get(self.next)?;
        if self.so_far.lines == 0 {
            self.so_far.has_dateline = lined.label(self.next) == Label::Dateline;
            self.so_far.is_numbered = spanning::is_numbered(lined.source, line);
        }
        self.so_far.lines += 1;
        self.so_far.open = (self.so_far.open + line.opened).clamp(0, 8);
        let verdict = self.decision(lined, known);
        if let Some(next) = lined.lines.get(self.next + 1) {
            self.breaks.push(Weighed {
                place: Span {
                    start: line.span.end,
                    end: next.span.start,
                },
                verdict,
                has_blank: next.blank_lines_before > 0,
            });
        }
        if verdict.kind == BreakKind::Border {
            self.close(lined);
        }
        self.next += 1;
        Some(line.span.len() + 1)
    }

    /// What the break behind the current line is.
    fn decision(&mut self, lined: Lined<'_>, known: &dyn KnownWords) -> Verdict {
        if self.next + 1 >= lined.lines.len() {
            return Verdict::CERTAIN_BORDER;
        }
        if matches!(
            lined.label(self.next + 1),
            Label::AdvertisementGoesOn | Label::CaptionGoesOn | Label::BylineGoesOn
        ) {
            return Verdict::CERTAIN_WRAP;
        }
        if self.border <= self.next && lined.is_certain_border(self.next) {
            self.block_start = self.next + 1;
            self.next_columns = None;
            return Verdict {
                reason: lined.border_reason(self.next),
                ..Verdict::CERTAIN_BORDER
            };
        }
        if lined.breaks_dateline(self.next) {
            return Verdict {
                kind: BreakKind::Wrap,
                reason: Reason::Dateline,
                confidence: 98,
            };
        }
        if lined.is_within_vertical(self.next) {
            return Verdict {
                kind: BreakKind::Wrap,
                reason: Reason::OneHeadline,
                confidence: 98,
            };
        }
        let columns = self.columns(lined);
        let seen = Seen {
            source: lined.source,
            lines: lined.lines,
            index: self.next,
            block_start: self.block_start,
            columns,
            next_ends_unit: lined.ends(self.next + 1),
            next_is_last: self.border == self.next + 1,
            so_far: self.so_far,
            long_lines_end: lined.long_lines_end,
            is_newspaper: lined.is_newspaper,
            habits: lined.habits,
        };
        self.so_far.column = seen.column();
        decide(&seen, known)
    }

    /// The columns around the current line and the next one, which becomes the current one.
    fn columns(&mut self, lined: Lined<'_>) -> [Columns; 2] {
        let block = self.block_start..lined.block_end(self.next, &mut self.border);
        let here = match self.next_columns.take() {
            Some((line, columns)) if line == self.next => columns,
            _ => Columns::around(lined.lines, self.next, &block),
        };
        let next = Columns::around(lined.lines, self.next + 1, &block);
        self.next_columns = Some((self.next + 1, next));
        [here, next]
    }

    /// Ends the unit in work with the current line.
    fn close(&mut self, lined: Lined<'_>) {
        let end = self.next + 1;
        let lines = lined.lines.get(self.first..end).unwrap_or(&[]);
        let label = lined.labels.get(self.first).copied().unwrap_or_default();
        let behind = lined.labels.get(end).copied().unwrap_or_default();
        if let (Some(first), Some(last)) = (lines.first(), lines.last()) {
            let unit = Unit {
                span: Span {
                    start: first.span.start,
                    end: last.span.end,
                },
                kind: if label == Label::Text && lines.len() == 1 && lined.is_row(self.first) {
                    UnitKind::TableRow
                } else {
                    kind(lined.source, lines, label, behind)
                },
                lines: u32::try_from(lines.len()).unwrap_or(u32::MAX),
                width: lines.iter().map(|line| line.width).max().unwrap_or(0),
                blank_before: first.blank_lines_before > 0 || self.first == 0,
            };
            self.push(lined, unit);
        }
        self.first = end;
        self.so_far = ParagraphSoFar::default();
    }

    /// Adds a unit, with what is glued to its ends cut off.
    fn push(&mut self, lined: Lined<'_>, unit: Unit) {
        let is_body = matches!(unit.kind, UnitKind::Body { .. });
        if !is_body || !lined.is_newspaper {
            self.units.push(unit);
            return;
        }
        let (jump, rest) = cut_leading_jump(lined.source, unit);
        let (rest, closing) = cut_endings(lined.source, rest);
        self.units.extend(jump);
        if !rest.span.is_empty() {
            self.units.push(rest);
        }
        self.units.extend(closing.into_iter().rev());
    }
}

/// Whether a line ends with a byline, a jump or a photographer's credit.
pub fn ends_unit(source: &Source, line: &Line) -> bool {
    let text = tail(source, line.span, END_BYTES);
    let may_end = matches!(line.last, '）' | ')' | '】' | '摄')
        || line.hints.may_be(Hint::Reporter) && (text.contains("记者") || text.contains("通讯员"));
    may_end
        && (furniture::jump_at_end(text).is_some()
            || byline::at_end(text).is_some()
            || furniture::ends_with_credit(text))
}

/// What a unit of these lines is.
fn kind(source: &Source, lines: &[Line], label: Label, behind: Label) -> UnitKind {
    let text = || lines.first().map_or("", |line| source.slice(line.span));
    match label {
        Label::Text if is_vertical(lines) => UnitKind::Heading,
        Label::Text if is_display(lines, behind) => UnitKind::Display,
        Label::Text | Label::PerhapsImprint | Label::Salutation => UnitKind::Body {
            has_dateline: false,
        },
        Label::Dateline => UnitKind::Body { has_dateline: true },
        Label::Heading => UnitKind::Heading,
        Label::TableRow => UnitKind::TableRow,
        Label::Caption | Label::CaptionGoesOn => UnitKind::Caption,
        Label::Byline | Label::BylineGoesOn => UnitKind::Byline {
            names: byline::own_line(text()).unwrap_or_default(),
            is_glued: false,
        },
        Label::FullDate => UnitKind::FullDate,
        Label::Jump => UnitKind::SetAside(Rule::Jump),
        Label::Markup => UnitKind::SetAside(Rule::Markup),
        Label::Nameplate => UnitKind::SetAside(Rule::Nameplate),
        Label::Folio => UnitKind::SetAside(Rule::Folio),
        Label::Imprint => UnitKind::SetAside(Rule::Imprint),
        Label::Staff => UnitKind::SetAside(Rule::Staff),
        Label::Site => UnitKind::SetAside(Rule::Site),
        Label::Index => UnitKind::SetAside(Rule::Index),
        Label::Advertisement | Label::AdvertisementGoesOn => {
            UnitKind::SetAside(Rule::Advertisement)
        }
    }
}

/// Whether lines of one Han character each are a vertical headline.
fn is_vertical(lines: &[Line]) -> bool {
    lines.len() >= 3 && lines.iter().all(|line| line.han == 1 && line.width == 2)
}

/// Whether lines are set as a headline is: few, short, and without the marks of running text at their end.
fn is_display(lines: &[Line], behind: Label) -> bool {
    let Some(last) = lines.last() else {
        return false;
    };
    let exclaims = matches!(last.last_inside, '！' | '？' | '!' | '?' | '…')
        && last.width <= 44
        && matches!(behind, Label::Dateline | Label::Byline);
    let ends_openly = !last.ends_sentence() || exclaims;
    let is_short = lines.len() == 1 || (lines.len() <= 3 && lines.iter().all(Line::is_unmarked));
    // A paragraph that is cut at a column's end has several marks, a headline hardly two.
    let is_cut = last.inner_marks >= 2 && last.width > 60;
    is_short
        && !is_cut
        && ends_openly
        && !is_pause(last.last)
        && !is_colon(last.last)
        && lines
            .iter()
            .all(|line| line.width <= WIDEST_DISPLAY && !line.has_inner_stop)
}
