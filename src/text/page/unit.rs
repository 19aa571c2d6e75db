//! Units: runs of joined lines, each of one kind, that articles are made of.

use super::character::{is_colon, is_pause};
use super::column::Columns;
use super::join::{self, BreakKind, Decision, ParagraphSoFar, Seen, decide};
use super::label::Label;
use super::line::{Line, head, tail};
use super::model::Rule;
use super::{KnownWords, byline, dateline, furniture};
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
    /// A Markdown heading.
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

/// Widest line, in half cells, that can be a headline.
const WIDEST_DISPLAY: u32 = 140;
/// How many bytes of a unit's ends are looked at for bylines and jumps.
const END_BYTES: usize = 300;

/// Joins lines to units, a line at a time.
#[derive(Debug, Default)]
pub struct UnitBuilder {
    /// The units that are finished.
    pub units: Vec<Unit>,
    /// The number of the next line.
    next: usize,
    /// The first line of the unit in work.
    first: usize,
    so_far: ParagraphSoFar,
    /// The first line behind the last unit that is set for itself.
    block_start: usize,
    /// The columns around a line, as seen from the line before it.
    next_columns: Option<(usize, Columns)>,
}

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
}

/// How many lines ahead a block is looked through.
const BLOCK_LINES: usize = 18;

impl Lined<'_> {
    fn label(&self, index: usize) -> Label {
        self.labels.get(index).copied().unwrap_or_default()
    }

    /// Whether the break behind a line is a border, whatever the characters say.
    fn is_certain_border(&self, index: usize) -> bool {
        let behind = self.label(index + 1);
        self.label(index).is_own_unit()
            || behind.is_own_unit()
            || matches!(behind, Label::Dateline | Label::Caption)
            || self.ends.get(index).copied().unwrap_or_default()
    }

    /// Whether a line ends inside a dateline.
    fn breaks_dateline(&self, index: usize) -> bool {
        self.label(index) == Label::Dateline
            && self.lines.get(index).is_some_and(|line| {
                dateline::at_start(head(self.source, line.span, END_BYTES)).is_none()
            })
    }

    /// Where the block of lines around this one ends.
    fn block_end(&self, index: usize) -> usize {
        (index..index + BLOCK_LINES)
            .find(|&line| self.is_certain_border(line))
            .unwrap_or(index + BLOCK_LINES)
            + 1
    }
}

impl UnitBuilder {
    /// Takes the next line; returns its length in bytes, or `None` when there is none.
    pub fn step(&mut self, lined: Lined<'_>, known: &dyn KnownWords) -> Option<usize> {
        let line = lined.lines.get(self.next)?;
        if self.so_far.lines == 0 {
            self.so_far.is_numbered = join::is_numbered(lined.source, line);
        }
        self.so_far.lines += 1;
        self.so_far.open = (self.so_far.open + line.opened).clamp(0, 8);
        if self.decision(lined, known).kind == BreakKind::Border {
            self.close(lined);
        }
        self.next += 1;
        Some(line.span.len() + 1)
    }

    /// What the break behind the current line is.
    fn decision(&mut self, lined: Lined<'_>, known: &dyn KnownWords) -> Decision {
        if lined.is_certain_border(self.next) {
            self.block_start = self.next + 1;
            self.next_columns = None;
            return Decision::CERTAIN_BORDER;
        }
        if lined.breaks_dateline(self.next) {
            return Decision::CERTAIN_WRAP;
        }
        let seen = Seen {
            source: lined.source,
            lines: lined.lines,
            index: self.next,
            block_start: self.block_start,
            columns: self.columns(lined),
            next_ends_unit: lined.ends.get(self.next + 1).copied().unwrap_or_default(),
            so_far: self.so_far,
            long_lines_end: lined.long_lines_end,
        };
        self.so_far.column = seen.column();
        decide(&seen, known)
    }

    /// The columns around the current line and the next one, which becomes the current one.
    fn columns(&mut self, lined: Lined<'_>) -> [Columns; 2] {
        let block = self.block_start..lined.block_end(self.next);
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
                kind: kind(lined.source, lines, label, behind),
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
        || text.contains("记者")
        || text.contains("通讯员");
    may_end
        && (furniture::jump_at_end(text).is_some()
            || byline::at_end(text).is_some()
            || furniture::ends_with_credit(text))
}

/// What a unit of these lines is.
fn kind(source: &Source, lines: &[Line], label: Label, behind: Label) -> UnitKind {
    let text = || lines.first().map_or("", |line| source.slice(line.span));
    match label {
        Label::Text if is_display(lines, behind) => UnitKind::Display,
        Label::Text | Label::PerhapsImprint => UnitKind::Body {
            has_dateline: false,
        },
        Label::Dateline => UnitKind::Body { has_dateline: true },
        Label::Heading => UnitKind::Heading,
        Label::TableRow => UnitKind::TableRow,
        Label::Caption => UnitKind::Caption,
        Label::Byline => UnitKind::Byline {
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
        Label::Advertisement => UnitKind::SetAside(Rule::Advertisement),
    }
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
    is_short
        && ends_openly
        && !is_pause(last.last)
        && !is_colon(last.last)
        && lines
            .iter()
            .all(|line| line.width <= WIDEST_DISPLAY && !line.has_inner_stop)
}

/// Cuts a jump line such as （上接第1版） off the beginning.
fn cut_leading_jump(source: &Source, mut unit: Unit) -> (Option<Unit>, Unit) {
    let Some(bytes) = furniture::jump_at_start(head(source, unit.span, END_BYTES)) else {
        return (None, unit);
    };
    let middle = unit.span.start as usize + bytes;
    let jump = Unit {
        span: Span::new(unit.span.start as usize, middle),
        kind: UnitKind::SetAside(Rule::Jump),
        ..unit.clone()
    };
    unit.span = Span::new(middle, unit.span.end as usize);
    (Some(jump), unit)
}

/// Cuts jump lines and bylines off the end; they come back last first.
fn cut_endings(source: &Source, mut unit: Unit) -> (Unit, Vec<Unit>) {
    let mut cut = Vec::new();
    for _ in 0..3 {
        let text = tail(source, unit.span, END_BYTES);
        let offset = unit.span.end as usize - text.len();
        let (start, kind) = if let Some(start) = furniture::jump_at_end(text) {
            (start, UnitKind::SetAside(Rule::Jump))
        } else if let Some(found) = byline::at_end(text) {
            (
                found.start,
                UnitKind::Byline {
                    names: found.names,
                    is_glued: true,
                },
            )
        } else {
            break;
        };
        let end = unit.span.end as usize;
        cut.push(Unit {
            span: Span::new(offset + start, end),
            kind,
            lines: 1,
            blank_before: false,
            ..unit.clone()
        });
        unit.span = Span::new(unit.span.start as usize, offset + start);
        if unit.span.is_empty() {
            break;
        }
    }
    (unit, cut)
}
