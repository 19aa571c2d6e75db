//! What each line break is: a wrap inside a paragraph, or the border of one.
//!
//! No single sign decides. Each piece of evidence has a weight, positive for a wrap; their sum decides, its size is
//! the confidence, and the heaviest piece on the winning side is the reason.

use super::KnownWords;
use super::character::{
    ends_sentence, is_barred_from_line_start, is_colon, is_han, is_pause, opens_quotation,
};
use super::column::Columns;
use super::line::{Line, head, tail};
use super::pattern::pattern;
use crate::text::source::Source;

pattern!(
    /// A numbered item: 一、 （二） 3. 第四条 ①
    NUMBERED,
    r"^(?: [一二三四五六七八九十]{1,3}、 | [（(][一二三四五六七八九十0-9]{1,3}[）)] | [0-9]{1,2}[.．、)）]\s*[^0-9\s]",
    r"| 第[一二三四五六七八九十百零0-9]{1,5}[条章节款] | [①-⑳] | [-*•●◆■▪]\s )"
);

/// What a line break is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BreakKind {
    /// 接排: the paragraph goes on.
    Wrap,
    /// 另段 or 另篇: what follows is a paragraph or another unit.
    Border,
}

/// The evidence that decided about a line break.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// One of the lines is a unit by itself: a byline, a folio line, a heading.
    OwnUnit,
    /// The line ends where a sentence ends.
    SentenceEnds,
    /// The line ends inside a sentence.
    SentenceOpen,
    /// The line fills its column.
    FullLine,
    /// The line ends well before its column does.
    ShortLine,
    /// The line is wider than the column.
    OverwideLine,
    /// Blank lines stand between.
    BlankLines,
    /// The next line is indented, or shorter by a lost indent.
    Indent,
    /// The next line has no indent where paragraphs have one.
    NoIndent,
    /// The next line begins with a mark that may not begin a line.
    BarredStart,
    /// A bracket or quotation is still open.
    OpenBracket,
    /// The next line begins with a number or bullet.
    Numbered,
    /// A known word spans the break.
    WordSpans,
    /// Neither line has a mark of running text.
    Unmarked,
    /// Every paragraph of this text has a line of its own.
    LineIsParagraph,
}

/// A decided line break.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decision {
    /// What the break is.
    pub kind: BreakKind,
    /// What weighed most.
    pub reason: Reason,
    /// From 50, a guess, to 100, certain.
    pub confidence: u8,
}

impl Decision {
    /// A wrap that needs no weighing.
    pub const CERTAIN_WRAP: Self = Self {
        kind: BreakKind::Wrap,
        reason: Reason::OwnUnit,
        confidence: 100,
    };

    /// A border that needs no weighing.
    pub const CERTAIN_BORDER: Self = Self {
        kind: BreakKind::Border,
        reason: Reason::OwnUnit,
        confidence: 100,
    };
}

/// The paragraph up to the break, as far as it matters.
#[derive(Debug, Clone, Copy, Default)]
pub struct ParagraphSoFar {
    /// How many lines it has.
    pub lines: u32,
    /// Brackets and quotations that it has open.
    pub open: i32,
    /// Whether it begins with a number or bullet.
    pub is_numbered: bool,
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
    /// The paragraph up to the break.
    pub so_far: ParagraphSoFar,
    /// Whether most long lines of the text end with a sentence, as paragraphs do.
    pub long_lines_end: bool,
}

impl Seen<'_> {
    /// The column that the line before the break is set in: shown by the lines around it, or by its own paragraph.
    pub fn column(&self) -> Option<u32> {
        let line = self.lines.get(self.index)?;
        let [here, _] = self.columns;
        let shown = here.nearest(line.reach());
        shown.or(self.so_far.column)
    }
}

/// Weights in tenths, with the evidence that they stand for.
type Evidence = Vec<(Reason, i32)>;

/// Decides the break behind line `seen.index`.
pub fn decide(seen: &Seen<'_>, known: &dyn KnownWords) -> Decision {
    let (Some(line), Some(next)) = (seen.lines.get(seen.index), seen.lines.get(seen.index + 1))
    else {
        return Decision::CERTAIN_BORDER;
    };
    let mut evidence = Evidence::new();
    match seen.column() {
        Some(column) => {
            weigh_column(&mut evidence, seen, line, next, column);
            weigh_characters(&mut evidence, seen, line, next, known);
        }
        None => {
            weigh_unwrapped(&mut evidence, seen, line, next);
            weigh_cut_word(&mut evidence, seen, line, next, known);
        }
    }
    settle(&evidence)
}

/// The decision that the evidence adds up to.
fn settle(evidence: &Evidence) -> Decision {
    let sum: i32 = evidence.iter().map(|(_, weight)| weight).sum();
    let sign = if sum > 0 { 1 } else { -1 };
    let heaviest = evidence.iter().max_by_key(|(_, weight)| weight * sign);
    Decision {
        kind: if sum > 0 {
            BreakKind::Wrap
        } else {
            BreakKind::Border
        },
        reason: heaviest.map_or(Reason::LineIsParagraph, |(reason, _)| *reason),
        confidence: u8::try_from(50 + sum.unsigned_abs().min(50)).unwrap_or(100),
    }
}

/// How the line stands to its column, and the next line to the one behind it.
fn weigh_column(evidence: &mut Evidence, seen: &Seen<'_>, line: &Line, next: &Line, column: u32) {
    let lost_indent =
        if seen.so_far.lines == 1 && line.indent == 0 && line.reach() + 4 <= column + 2 {
            4
        } else {
            0
        };
    let reach = line.reach() + lost_indent;
    let room = i64::from(column) - i64::from(reach + first_chunk(seen.source, next));
    if is_overwide(line, column) {
        evidence.push((Reason::OverwideLine, -60));
    } else if room <= 2 {
        evidence.push((Reason::FullLine, 25));
    } else if room > 4 {
        evidence.push((Reason::ShortLine, -30));
    }
    weigh_next_line(evidence, seen, line, next);
}

/// Whether a line is too wide for its column. Marks of punctuation may be set narrower than they are counted, so a
/// line that has some may look a little wider than it is.
fn is_overwide(line: &Line, column: u32) -> bool {
    let tolerated = if line.is_unmarked() && line.brackets == 0 {
        4
    } else {
        9
    };
    line.reach() > column + tolerated
}

/// How wide the next line's beginning is that would have had to fit: a word, or a character with its marks.
fn first_chunk(source: &Source, next: &Line) -> u32 {
    let text = head(source, next.span, 64);
    let mut width = 0;
    for (place, character) in text.chars().enumerate() {
        let goes_on = if next.is_alphabetic() {
            !character.is_whitespace()
        } else {
            is_barred_from_line_start(character) && place < 3
        };
        if place > 0 && !goes_on {
            break;
        }
        width += super::character::half_cells(character);
    }
    width + u32::from(next.is_alphabetic())
}

/// Whether the next line begins as paragraphs of this text do.
fn weigh_next_line(evidence: &mut Evidence, seen: &Seen<'_>, line: &Line, next: &Line) {
    let [_, following] = seen.columns;
    let Some(column) = following.nearest(next.reach()) else {
        return;
    };
    if is_overwide(next, column) {
        // A byline behind the last sentence may stick out.
        if !seen.next_ends_unit {
            evidence.push((Reason::OverwideLine, -60));
        }
        return;
    }
    if next.indent >= 3 && next.indent > line.indent + 2 {
        evidence.push((Reason::Indent, -45));
    } else if seen.so_far.lines > 0
        && line.indent >= 3
        && next.indent + 2 < line.indent
        && seen.so_far.lines == 1
    {
        evidence.push((Reason::NoIndent, 25));
    } else if next.indent == 0 && goes_on_full(seen, column) {
        let short = column.saturating_sub(next.reach());
        match short {
            0..=1 => evidence.push((Reason::NoIndent, 12)),
            3..=6 => evidence.push((Reason::Indent, -15)),
            _ => {}
        }
    }
}

/// Whether the line behind the next one fills the column, so that the next one's width tells of an indent.
fn goes_on_full(seen: &Seen<'_>, column: u32) -> bool {
    seen.lines
        .get(seen.index + 2)
        .is_some_and(|line| line.reach() + 2 >= column && line.reach() <= column + 2)
}

/// What the characters around the break tell.
fn weigh_characters(
    evidence: &mut Evidence,
    seen: &Seen<'_>,
    line: &Line,
    next: &Line,
    known: &dyn KnownWords,
) {
    evidence.push(if line.ends_sentence() {
        (Reason::SentenceEnds, -20)
    } else if is_pause(line.last) {
        (Reason::SentenceOpen, 40)
    } else if is_colon(line.last) {
        (Reason::SentenceEnds, -10)
    } else {
        (Reason::SentenceOpen, 30)
    });
    if next.blank_lines_before > 0 && !opens_quotation(next.first) {
        evidence.push((Reason::BlankLines, -20));
    }
    if seen.so_far.open > 0 {
        evidence.push((Reason::OpenBracket, 25));
    }
    if is_barred_from_line_start(next.first) {
        evidence.push((Reason::BarredStart, 60));
    }
    let ended = line.ends_sentence() || is_colon(line.last);
    if (ended || seen.so_far.is_numbered) && is_numbered(seen.source, next) {
        evidence.push((Reason::Numbered, -90));
    }
    if seen.so_far.lines == 1 && line.is_unmarked() && next.is_unmarked() {
        evidence.push((Reason::Unmarked, -20));
    }
    if is_isolated(seen, line, next) {
        evidence.push((Reason::Unmarked, -45));
    }
    if !line.ends_sentence() && word_spans(seen.source, line, next, known) {
        evidence.push((Reason::WordSpans, 10));
    }
}

/// Whether a line begins with a number or bullet of a list.
pub fn is_numbered(source: &Source, line: &Line) -> bool {
    NUMBERED.is_match(head(source, line.span, 32))
}

/// Whether a line without marks stands between blank lines, as headlines do.
fn is_isolated(seen: &Seen<'_>, line: &Line, next: &Line) -> bool {
    let is_first = seen.index == seen.block_start;
    seen.so_far.lines == 1
        && line.is_unmarked()
        && line.brackets == 0
        && next.blank_lines_before > 0
        && (line.blank_lines_before > 0 || is_first)
}

/// Whether a known word of two to four characters spans the break.
fn word_spans(source: &Source, line: &Line, next: &Line, known: &dyn KnownWords) -> bool {
    let before = tail(source, line.span, 12);
    let after = head(source, next.span, 12);
    (1..=3).any(|left| {
        (1..=3).any(|right| {
            let skipped = before.chars().count().saturating_sub(left);
            let word: String = before
                .chars()
                .skip(skipped)
                .chain(after.chars().take(right))
                .collect();
            word.chars().count() == left + right && word.chars().all(is_han) && known.is_word(&word)
        })
    })
}

/// The least width in half cells of a line that is cut in mid-sentence although no column is seen.
const LONG_LINE: u32 = 60;

/// Text whose paragraphs have a line each: only a long line that breaks off in mid-sentence before a blank line, as
/// at the foot of a column, goes on.
fn weigh_unwrapped(evidence: &mut Evidence, seen: &Seen<'_>, line: &Line, next: &Line) {
    evidence.push((Reason::LineIsParagraph, -30));
    let broken_off = !ends_sentence(line.last_inside)
        && !is_colon(line.last)
        && line.inner_marks > 0
        && line.han > 0
        && next.blank_lines_before > 0;
    let is_opening = seen.so_far.open > 0 || is_pause(line.last) || line.has_inner_stop;
    let goes_on = next.indent <= line.indent
        && next.inner_marks > 0
        && next.ends_sentence()
        && !is_numbered(seen.source, next);
    let is_long = line.width >= LONG_LINE || (seen.so_far.lines == 1 && line.has_inner_stop);
    if broken_off && goes_on && is_opening && seen.long_lines_end {
        evidence.push((Reason::SentenceOpen, 50));
        if !is_long && next.width < LONG_LINE {
            evidence.push((Reason::ShortLine, -30));
        }
    }
}

/// Too few lines to show a column: running text that is cut inside a known word, and goes on in a line no wider, is
/// wrapped all the same.
fn weigh_cut_word(
    evidence: &mut Evidence,
    seen: &Seen<'_>,
    line: &Line,
    next: &Line,
    known: &dyn KnownWords,
) {
    let runs_on = line.inner_marks > 0
        && is_han(line.last)
        && is_han(next.first)
        && next.blank_lines_before == 0
        && next.indent == 0
        && next.reach() <= line.reach();
    if runs_on && word_spans(seen.source, line, next, known) {
        evidence.push((Reason::WordSpans, 45));
    }
}
