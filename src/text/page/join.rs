//! What each line break is: a wrap inside a paragraph, or the border of one.
//!
//! No single sign decides. Each sign has a weight, positive for a wrap; their sum, a logit, tells how likely a wrap
//! is. So the confidence is the probability that the decision is right, as far as the pages on which the weights were
//! fitted are like this one; and the heaviest sign on the winning side is the reason.

use super::KnownWords;
use super::evidence::{self, Signs};
use super::line::Line;
use super::ordinary;
use super::reason::Reason;
use super::seen::Seen;
use super::weights::{BIAS, WEIGHTS, Weight};

/// What a line break is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BreakKind {
    /// 接排: the paragraph goes on.
    Wrap,
    /// 另段 or 另篇: what follows is a paragraph or another unit.
    Border,
}

/// A line break as its neighbourhood decides it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verdict {
    /// What the break is.
    pub kind: BreakKind,
    /// What weighed most.
    pub reason: Reason,
    /// From 50, a guess, to 100, certain.
    pub confidence: u8,
}

impl Verdict {
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

    /// The same verdict, as sure as one of another sum.
    pub fn as_sure_as(self, sum: i32) -> Self {
        Self {
            confidence: confidence(sum),
            ..self
        }
    }

    /// The verdict of weights that add up to `sum`, with the reason for a wrap and for a border.
    pub fn of(sum: i32, for_wrap: Reason, for_border: Reason) -> Self {
        let is_wrap = sum > 0;
        Self {
            kind: if is_wrap {
                BreakKind::Wrap
            } else {
                BreakKind::Border
            },
            reason: if is_wrap { for_wrap } else { for_border },
            confidence: confidence(sum),
        }
    }
}

/// Decides the break behind line `seen.index`.
pub fn decide(seen: &Seen<'_>, known: &dyn KnownWords) -> Verdict {
    let (Some(line), Some(next)) = (seen.lines.get(seen.index), seen.lines.get(seen.index + 1))
    else {
        return Verdict::CERTAIN_BORDER;
    };
    if both_begin_paragraphs(seen, line, next) {
        return Verdict::of(-INDENTED, Reason::Indent, Reason::Indent);
    }
    match seen.column() {
        Some(column) => settle(
            evidence::in_column(seen, line, next, column, known),
            BIAS.0,
            |weight| weight.in_column,
        ),
        None if seen.is_newspaper => settle(
            evidence::without_column(seen, line, next, known),
            BIAS.1,
            |weight| weight.without_column,
        ),
        None => ordinary::decide(seen, line, next, known),
    }
}

/// How much it weighs that two lines of ordinary text are indented as paragraphs are.
const INDENTED: i32 = 460;

/// Whether ordinary text has a finished paragraph of one indented line here, and another indented line behind it: so
/// dialogue stands in novels, whose short lines may look like a column.
fn both_begin_paragraphs(seen: &Seen<'_>, line: &Line, next: &Line) -> bool {
    !seen.is_newspaper
        && seen.so_far.lines == 1
        && line.ends_sentence()
        && line.indent.min(next.indent) >= 3
}

/// The verdict that the signs add up to.
fn settle(signs: Signs, bias: i32, weight: fn(&Weight) -> i16) -> Verdict {
    let mut sum = bias;
    let (mut highest, mut lowest) = ((0, Reason::FullLine), (0, Reason::Unmarked));
    for row in signs.places().filter_map(|place| WEIGHTS.get(place)) {
        let weight = i32::from(weight(row));
        sum += weight;
        if weight > highest.0 {
            highest = (weight, row.reason);
        }
        if weight < lowest.0 {
            lowest = (weight, row.reason);
        }
    }
    Verdict::of(sum, highest.1, lowest.1).as_sure_as(sum * TEMPER.0 / TEMPER.1)
}

/// By which fraction sums of signs are less sure than they say: pages of other layouts than those on which they were fitted have
/// more that no sign tells.
const TEMPER: (i32, i32) = (2, 3);

/// Logits, in hundredths, from which on a decision is right in 51, 52, … 99 of 100 cases: 100·ln(p / (1 − p)).
const LOGITS: [u32; 49] = [
    4, 8, 12, 16, 20, 24, 28, 32, 36, 41, 45, 49, 53, 58, 62, 66, 71, 75, 80, 85, 90, 94, 99, 105,
    110, 115, 121, 127, 132, 139, 145, 152, 159, 166, 173, 182, 190, 199, 209, 220, 231, 244, 259,
    275, 294, 318, 348, 389, 460,
];

/// The probability, in percent, that the sign of a sum is right; never quite 100.
fn confidence(sum: i32) -> u8 {
    let reached = LOGITS.partition_point(|logit| *logit <= sum.unsigned_abs());
    50 + u8::try_from(reached).unwrap_or(49)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn confidence_is_the_logistic_function_in_percent() {
        let rows = [
            (0, 50),
            (41, 60),
            (85, 70),
            (-139, 80),
            (220, 90),
            (-294, 95),
            (460, 99),
            (9000, 99),
        ];
        for (sum, percent) in rows {
            assert_eq!(confidence(sum), percent, "of {sum}");
        }
        assert!(LOGITS.is_sorted());
    }
}
