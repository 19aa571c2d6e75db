//! Display lines: which of them are one headline, and how likely neighbours belong to one article.

use std::ops::Range;

use super::character::is_space;
use super::join::{BreakKind, Verdict};
use super::print::Spacing;
use super::reason::Reason;
use super::role;
use super::turn::{Around, Habit, Turn};
use super::unit::{Unit, UnitKind};
use crate::text::source::{Source, Span};

/// What it costs to give neighbouring lines to different articles: across a blank line, without one, and behind a
/// line that announces the next.
pub const CHANGE_COSTS: [i64; 3] = [120, 240, 5000];

/// In how many lines a headline is set at most.
const MOST_LINES: usize = 3;

/// One headline: a line, or lines that are one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeadlineLine {
    /// Where it stands.
    pub span: Span,
    /// How it is printed.
    pub spacing: Spacing,
    /// What it costs when the line before belongs to another article.
    pub change_cost: i64,
}

impl HeadlineLine {
    /// Whether a blank line parts it from the line before, so that the two may well be of different articles.
    pub fn is_apart(&self) -> bool {
        self.change_cost <= CHANGE_COSTS[0]
    }
}

/// The lines of a run, and what the breaks between lines that stand together are.
#[derive(Debug, Default)]
pub struct Lines {
    /// The headlines, each a line or several.
    pub headlines: Vec<HeadlineLine>,
    /// The byte at which the line before a break ends, and what the break is; in source order.
    pub breaks: Vec<(u32, Verdict)>,
}

/// Notes how the headlines of a run are set.
pub fn note_habit(habit: &mut Habit, source: &Source, units: &[Unit]) {
    for block in units.chunk_by(|_, next| !next.blank_before) {
        if let [only] = block {
            habit.note_line(source.slice(only.span));
        }
        for turn in (0..block.len()).filter_map(|index| turn(source, block, index)) {
            habit.note_turn(turn.alone());
        }
    }
}

/// Joins the lines of a run that are one headline.
pub fn merge(source: &Source, units: &[Unit], habit: Habit) -> Lines {
    let mut lines = Lines::default();
    for block in units.chunk_by(|_, next| !next.blank_before) {
        let mut index = 0;
        while index < block.len() {
            let merged = merged_units(source, block, index, habit, &mut lines.breaks);
            add_headline(&mut lines.headlines, source, block, merged.clone());
            index = merged.end.max(index + 1);
        }
    }
    lines
}

/// Adds these units of a block as one headline.
fn add_headline(
    headlines: &mut Vec<HeadlineLine>,
    source: &Source,
    block: &[Unit],
    merged: Range<usize>,
) {
    let is_first = merged.start == 0;
    let (Some(first), Some(last)) = (block.get(merged.start), block.get(merged.end - 1)) else {
        return;
    };
    let are_clauses = merged.len() == 2
        && is_parallel(first, last)
        && !turn(source, block, merged.start).is_some_and(|turn| turn.goes_on());
    let is_announced = headlines
        .last()
        .is_some_and(|line| role::announces(source.slice(line.span)));
    let [apart, together, announced] = CHANGE_COSTS;
    headlines.push(HeadlineLine {
        span: Span {
            start: first.span.start,
            end: last.span.end,
        },
        spacing: if are_clauses {
            Spacing::Clauses
        } else {
            Spacing::Kept
        },
        change_cost: match (is_announced, is_first && first.blank_before) {
            (true, _) => announced,
            (false, false) => together,
            (false, true) => apart,
        },
    });
}

/// Which units of a block, from this one on, are one headline; notes what the breaks between them are.
fn merged_units(
    source: &Source,
    block: &[Unit],
    index: usize,
    habit: Habit,
    breaks: &mut Vec<(u32, Verdict)>,
) -> Range<usize> {
    let rest = block.get(index..).unwrap_or(&[]);
    let Some(first) = rest.first() else {
        return index..index + 1;
    };
    let single = rest.iter().take_while(|unit| unit.width <= 2).count();
    if single >= 3 {
        return index..index + single;
    }
    let opens_title = source.slice(first.span).starts_with("关于");
    if opens_title && !is_title_end(source, first) {
        let end = rest
            .iter()
            .take(6)
            .position(|unit| is_title_end(source, unit));
        return index..index + end.map_or(1, |end| end + 1);
    }
    let mut end = index + 1;
    while end < index + MOST_LINES
        && let Some(turn) = turn(source, block, end - 1)
    {
        let alone = |index| Some(self::turn(source, block, index)?.alone());
        let around = Around {
            before: end.checked_sub(2).and_then(alone),
            behind: alone(end),
            lines: block.len(),
            habit,
        };
        let sum = turn.sum(around);
        let verdict = Verdict::of(sum, Reason::OneHeadline, Reason::Unmarked);
        // What is missing for one headline tells less than what is there.
        let verdict = match verdict.kind {
            BreakKind::Wrap => verdict,
            BreakKind::Border => verdict.as_sure_as(sum / 2),
        };
        breaks.extend(block.get(end - 1).map(|unit| (unit.span.end, verdict)));
        if verdict.kind == BreakKind::Border {
            break;
        }
        end += 1;
    }
    index..end
}

/// What is seen between a line of a block and the next one; nothing where one of them is set as a heading, or
/// vertically.
fn turn<'text>(source: &'text Source, block: &[Unit], index: usize) -> Option<Turn<'text>> {
    let pair = [block.get(index)?, block.get(index + 1)?];
    let are_lines = pair
        .iter()
        .all(|unit| unit.kind == UnitKind::Display && unit.width > 2);
    are_lines.then(|| Turn {
        above: source.slice(pair[0].span),
        below: source.slice(pair[1].span),
    })
}

/// Whether two lines are set to one length, as the halves of one headline are.
fn is_parallel(first: &Unit, second: &Unit) -> bool {
    !second.blank_before && first.width >= 12 && first.width.abs_diff(second.width) <= 1
}

/// Whether a unit ends a document's title, letter-spaced or not.
fn is_title_end(source: &Source, unit: &Unit) -> bool {
    is_document_title(source.slice(unit.span))
}

/// Whether a headline is the title of a document, by the kind of document with which it ends.
pub fn is_document_title(headline: &str) -> bool {
    const KINDS: [&str; 16] = [
        "通告",
        "公告",
        "通知",
        "通报",
        "启事",
        "公示",
        "声明",
        "决定",
        "意见",
        "办法",
        "规定",
        "条例",
        "倡议书",
        "公开信",
        "方案",
        "公约",
    ];
    let title: String = headline
        .chars()
        .filter(|character| !is_space(*character))
        .collect();
    KINDS.iter().any(|kind| title.ends_with(kind))
}
