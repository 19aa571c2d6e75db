//! Taking a printed text apart, and joining two.

use super::place::{holds, units};
use crate::text::page::model::{Page, Printed};
use crate::text::page::print::blank_between;
use crate::text::source::{Source, Span, is_blank};

/// The text before a byte and the text from it on, without blanks at the cut; `None` where nothing stands before it or
/// the text does not hold the byte.
pub fn apart(source: &Source, printed: &Printed, byte: u32) -> Option<(Printed, Printed)> {
    let mut before = Printed::default();
    let mut behind = Printed::default();
    for piece in &printed.pieces {
        let is_behind = !behind.pieces.is_empty();
        if !is_behind && piece.start <= byte && byte < piece.end {
            push(
                &mut before,
                Span {
                    end: byte,
                    ..*piece
                },
            );
            push(
                &mut behind,
                Span {
                    start: byte,
                    ..*piece
                },
            );
        } else if is_behind {
            push(&mut behind, *piece);
        } else {
            push(&mut before, *piece);
        }
    }
    trim_end(source, &mut before);
    (!before.pieces.is_empty() && !behind.pieces.is_empty()).then_some((before, behind))
}

/// Both texts as one. Between them stands the blank that the page as read printed there; if these characters did not
/// stand in one unit, the blank that words of an alphabet need.
pub fn together(source: &Source, read: &Page, first: &Printed, second: &Printed) -> Printed {
    let mut joined = first.clone();
    for blank in blanks(source, read, first, second) {
        push(&mut joined, blank);
    }
    for piece in &second.pieces {
        push(&mut joined, *piece);
    }
    joined
}

fn blanks(source: &Source, read: &Page, first: &Printed, second: &Printed) -> Vec<Span> {
    let (Some(before), Some(behind)) = (first.pieces.last(), second.pieces.first()) else {
        return Vec::new();
    };
    let gap = Span {
        start: before.end,
        end: behind.start,
    };
    let (Some(last), Some(next)) = (
        source.slice(*before).chars().next_back(),
        source.slice(*behind).chars().next(),
    ) else {
        return Vec::new();
    };
    let as_read = units(read).find(|unit| holds(unit, before.end - 1) && holds(unit, behind.start));
    if let Some(unit) = as_read.filter(|_| gap.start <= gap.end) {
        let within: Vec<Span> = unit
            .pieces
            .iter()
            .map(|piece| Span {
                start: piece.start.max(gap.start),
                end: piece.end.min(gap.end),
            })
            .filter(|piece| !piece.is_empty())
            .collect();
        let is_blank_only = |piece: &Span| source.slice(*piece).chars().all(is_blank);
        if within.iter().all(is_blank_only) {
            return within;
        }
    }
    blank_between(source, before.end, last, next)
        .into_iter()
        .collect()
}

/// Appends a piece; pieces that touch are one.
fn push(printed: &mut Printed, piece: Span) {
    if piece.is_empty() {
        return;
    }
    match printed.pieces.last_mut() {
        Some(last) if last.end == piece.start => last.end = piece.end,
        _ => printed.pieces.push(piece),
    }
}

/// Takes the blanks off the end.
fn trim_end(source: &Source, printed: &mut Printed) {
    while let Some(last) = printed.pieces.last_mut() {
        let kept = source.slice(*last).trim_end_matches(is_blank).len();
        last.end = last.start + u32::try_from(kept).unwrap_or(0);
        if !last.is_empty() {
            break;
        }
        printed.pieces.pop();
    }
}
