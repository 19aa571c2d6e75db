//! What is glued to the ends of a paragraph and cut off: jump lines and bylines.

use super::line::{head, tail};
use super::model::Rule;
use super::unit::{Unit, UnitKind};
use super::{byline, furniture};
use crate::text::source::{Source, Span};

/// How many bytes of a unit's ends are looked at.
const END_BYTES: usize = 300;

/// Cuts a jump line such as （上接第1版） off the beginning.
pub fn cut_leading_jump(source: &Source, mut unit: Unit) -> (Option<Unit>, Unit) {
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
pub fn cut_endings(source: &Source, mut unit: Unit) -> (Unit, Vec<Unit>) {
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
