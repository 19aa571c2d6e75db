//! 落款: issuers and date under a notice.

use super::line::head;
use super::unit::Unit;
use crate::text::source::{Source, Span};

/// Most lines of issuers.
const MOST_ISSUERS: usize = 6;
/// How offices end.
const OFFICE_ENDS: &str = "部局委会院府办厅室社校司团处组站所行厂队馆心部";
/// How the second line of an office's name begins, where a narrow column broke it.
const SECOND_LINES: [&str; 8] = [
    "办公室",
    "指挥部",
    "领导小组",
    "委员会",
    "工作组",
    "工作专班",
    "筹备组",
    "联席会议",
];

/// How many display lines at the end of these are issuers: those behind the last blank line, and offices before it.
pub fn count_issuers(source: &Source, pending: &[Unit]) -> usize {
    let is_office = |unit: &Unit| {
        let text = source.slice(unit.span).trim_end();
        unit.width <= 60 && text.ends_with(|last| OFFICE_ENDS.contains(last))
    };
    let block = pending
        .iter()
        .rposition(|unit| unit.blank_before)
        .unwrap_or(0);
    let offices = pending
        .iter()
        .take(block)
        .rev()
        .take_while(|unit| is_office(unit))
        .count();
    pending.len() - block + offices
}

/// Whether so many lines can be issuers at all.
pub fn may_be_issuers(count: usize) -> bool {
    count <= MOST_ISSUERS
}

/// The issuers in lines above a date: a line that does not end as an office's name does goes on in the next.
pub fn issuers(source: &Source, units: &[Unit]) -> Vec<Span> {
    let mut lines: Vec<Span> = Vec::new();
    let mut goes_on = false;
    for unit in units {
        let text = head(source, unit.span, 60);
        let is_second = !unit.blank_before && SECOND_LINES.contains(&text);
        match lines.last_mut() {
            Some(last) if goes_on || is_second => last.end = unit.span.end,
            _ => lines.push(unit.span),
        }
        let last = source.slice(unit.span).chars().next_back();
        goes_on = last.is_some_and(|last| !OFFICE_ENDS.contains(last));
    }
    lines
}
