//! Line breaks of ordinary text that is set in no column: its paragraphs have a line each.

use super::KnownWords;
use super::character::{ends_sentence, is_colon, is_han, is_pause};
use super::join::Verdict;
use super::line::Line;
use super::reason::Reason;
use super::seen::Seen;
use super::spanning::{is_numbered, word_spans};

/// The least width in half cells of a line that is cut in mid-sentence although no column is seen.
const LONG_LINE: u32 = 60;
/// How much it weighs that paragraphs have a line each, in hundredths of a logit as in `weights`.
const LINE_IS_PARAGRAPH: i32 = -460;
/// A long line that breaks off in mid-sentence.
const BROKEN_OFF: i32 = 660;
/// The same where both lines are short.
const BROKEN_OFF_SHORT: i32 = 260;
/// A cut word.
const WORD_CUT: i32 = 610;

/// Decides a break: only a long line that breaks off in mid-sentence before a blank line, as at the foot of a column,
/// goes on, and one that is cut inside a known word and goes on in a line no wider.
pub fn decide(seen: &Seen<'_>, line: &Line, next: &Line, known: &dyn KnownWords) -> Verdict {
    let mut sum = LINE_IS_PARAGRAPH;
    let mut reason = Reason::SentenceOpen;
    if seen.long_lines_end && breaks_off(seen, line, next) {
        let is_long = line.width >= LONG_LINE || (seen.so_far.lines == 1 && line.has_inner_stop);
        sum += if is_long || next.width >= LONG_LINE {
            BROKEN_OFF
        } else {
            BROKEN_OFF_SHORT
        };
    }
    if cuts_word(seen, line, next, known) {
        sum += WORD_CUT;
        reason = Reason::WordSpans;
    }
    Verdict::of(sum, reason, Reason::LineIsParagraph)
}

/// Whether running text stops in mid-sentence before a blank line, and goes on behind it.
fn breaks_off(seen: &Seen<'_>, line: &Line, next: &Line) -> bool {
    let is_broken = !ends_sentence(line.last_inside)
        && !is_colon(line.last)
        && line.inner_marks > 0
        && line.han > 0
        && next.blank_lines_before > 0;
    let goes_on = next.indent <= line.indent
        && next.inner_marks > 0
        && next.ends_sentence()
        && !is_numbered(seen.source, next);
    let is_opening = seen.so_far.open > 0 || is_pause(line.last) || line.has_inner_stop;
    is_broken && goes_on && is_opening
}

/// Whether running text is cut inside a known word.
fn cuts_word(seen: &Seen<'_>, line: &Line, next: &Line, known: &dyn KnownWords) -> bool {
    let runs_on = line.inner_marks > 0
        && is_han(line.last)
        && is_han(next.first)
        && next.blank_lines_before == 0
        && next.indent == 0
        && next.reach() <= line.reach();
    runs_on && word_spans(seen.source, line, next, known)
}
