//! What is seen at a line break, as signs that are there or not.

use super::KnownWords;
use super::character::{
    is_barred_from_line_start, is_closing, is_colon, is_opening, is_pause, is_sentence_mark,
    opens_quotation,
};
use super::column::{first_chunk, is_overwide};
use super::habits::{Beginning, Blanks, LOST_INDENT};
use super::line::{Line, head};
use super::rows::{cells, has_gap, is_row, row_cells};
use super::seen::Seen;
use super::spanning::{
    begins_inside_office, ends_with_digits, is_numbered, number_spans, word_spans,
};
use super::weights::Sign;

/// The signs that are there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Signs(pub u128);

impl Signs {
    /// Adds a sign where a condition holds.
    fn add(&mut self, sign: Sign, holds: bool) {
        if holds {
            self.0 |= 1 << (sign as u32);
        }
    }

    /// The places in [`super::weights::WEIGHTS`] of the signs that are there.
    pub fn places(self) -> impl Iterator<Item = usize> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let place = rest.trailing_zeros();
            rest &= rest.checked_sub(1)?;
            Some(place as usize)
        })
    }
}

/// The signs at a break between lines of a column.
pub fn in_column(
    seen: &Seen<'_>,
    line: &Line,
    next: &Line,
    column: u32,
    known: &dyn KnownWords,
) -> Signs {
    let mut signs = Signs::default();
    see_line_end(&mut signs, line);
    see_room(&mut signs, seen, line, next, column);
    see_next_line(&mut signs, seen, line, next);
    see_blank(&mut signs, seen, line, next);
    see_characters(&mut signs, seen, line, next, known);
    see_shape(&mut signs, seen, line, next);
    signs
}

/// The signs at a break where no column is seen.
pub fn without_column(seen: &Seen<'_>, line: &Line, next: &Line, known: &dyn KnownWords) -> Signs {
    let mut signs = Signs::default();
    see_line_end(&mut signs, line);
    see_blank(&mut signs, seen, line, next);
    see_characters(&mut signs, seen, line, next, known);
    see_shape(&mut signs, seen, line, next);
    signs.add(
        Sign::NextIndented,
        next.indent >= 3 && next.indent > line.indent + 2,
    );
    signs.add(Sign::LineLong, line.width >= LONG_LINE);
    signs.add(Sign::NextLong, next.width >= LONG_LINE);
    signs.add(Sign::LineStops, line.has_inner_stop);
    signs.add(Sign::LineMarked, line.inner_marks > 0);
    signs.add(Sign::NextMarked, next.inner_marks > 0);
    signs.add(Sign::NextEndsSentence, next.ends_sentence());
    signs.add(Sign::LongLinesEnd, seen.long_lines_end);
    signs.add(Sign::NextNoWider, next.reach() <= line.reach());
    signs
}

/// The least width in half cells of a line that is a paragraph, or the greater part of one.
const LONG_LINE: u32 = 60;

fn see_line_end(signs: &mut Signs, line: &Line) {
    let sign = if line.ends_sentence() {
        if is_closing(line.last) {
            Sign::EndsQuotation
        } else {
            Sign::EndsSentence
        }
    } else if is_pause(line.last) {
        Sign::EndsWithPause
    } else if is_colon(line.last) {
        Sign::EndsWithColon
    } else if is_opening(line.last) {
        Sign::EndsOpening
    } else if is_closing(line.last) {
        Sign::EndsClosing
    } else {
        Sign::EndsPlain
    };
    signs.add(sign, true);
}

/// How the line stands to its column.
fn see_room(signs: &mut Signs, seen: &Seen<'_>, line: &Line, next: &Line, column: u32) {
    let may_be_indented = seen.so_far.lines == 1 && line.indent == 0;
    let lost_indent = if may_be_indented && line.reach() + 4 <= column + 2 {
        4
    } else {
        0
    };
    let reach = line.reach() + lost_indent;
    let room = i64::from(column) - i64::from(reach + first_chunk(seen.source, next));
    let sign = match room {
        _ if is_overwide(line, column) => Sign::LineOverwide,
        ..=0 => Sign::RoomNone,
        1..=2 => Sign::RoomOneCell,
        3..=4 => Sign::RoomTwoCells,
        5..=8 => Sign::RoomFourCells,
        _ => Sign::RoomMore,
    };
    signs.add(sign, true);
    let ended = line.ends_sentence();
    signs.add(Sign::EndedFull, ended && room <= 2);
    signs.add(Sign::OpenShort, !ended && room > 4);
    signs.add(Sign::FirstLine, may_be_indented);
    let is_bare = line.is_unmarked() && line.brackets == 0;
    signs.add(
        Sign::FirstOpenShort,
        !ended && room > 4 && seen.so_far.lines == 1,
    );
    signs.add(Sign::BareShort, is_bare && room > 4);
    signs.add(
        Sign::IsolatedFull,
        room <= 2 && is_isolated(seen, line, next),
    );
}

/// Whether the next line begins as paragraphs of this text do.
fn see_next_line(signs: &mut Signs, seen: &Seen<'_>, line: &Line, next: &Line) {
    let [_, following] = seen.columns;
    let Some(column) = following.nearest(next.reach()) else {
        return;
    };
    if is_overwide(next, column) {
        // A byline behind the last sentence may stick out.
        signs.add(Sign::NextOverwide, !seen.next_ends_unit);
        return;
    }
    let are_indented = seen.habits.beginning == Beginning::Indented;
    let is_indented = next.indent >= 3 && (are_indented || next.indent > line.indent + 2);
    let is_first_indented =
        seen.so_far.lines == 1 && line.indent >= 3 && next.indent + 2 < line.indent;
    signs.add(Sign::NextIndented, is_indented);
    signs.add(Sign::LineIndented, is_first_indented);
    signs.add(Sign::NextUnindentedHabit, are_indented && next.indent == 0);
    if is_indented || next.indent > 0 || !goes_on_full(seen, column) {
        return;
    }
    let ended = line.ends_sentence() || is_colon(line.last);
    let shortens = seen.habits.beginning == Beginning::Shortened;
    match column.saturating_sub(next.reach()) {
        0..=1 => {
            signs.add(Sign::NextFull, true);
            signs.add(Sign::NextFullHabit, shortens);
        }
        short if LOST_INDENT.contains(&short) => {
            signs.add(Sign::NextShortened, true);
            signs.add(Sign::NextShortenedHabit, shortens);
            signs.add(Sign::EndedNextShortened, ended);
        }
        _ => {}
    }
}

/// Whether the line behind the next one fills the column, so that the next one's width tells of an indent.
fn goes_on_full(seen: &Seen<'_>, column: u32) -> bool {
    seen.lines
        .get(seen.index + 2)
        .is_some_and(|line| line.reach() + 2 >= column && line.reach() <= column + 2)
}

/// What blank lines tell, or that there are none.
fn see_blank(signs: &mut Signs, seen: &Seen<'_>, line: &Line, next: &Line) {
    let blanks = seen.habits.blanks;
    let ended = line.ends_sentence() || is_colon(line.last);
    if next.blank_lines_before == 0 {
        signs.add(Sign::NoBlankHabit, blanks == Blanks::Paragraphs);
        signs.add(Sign::EndedNoBlank, ended && blanks == Blanks::Paragraphs);
    } else if opens_quotation(next.first) {
        signs.add(Sign::BlankBeforeQuotation, true);
    } else {
        let sign = match blanks {
            Blanks::Paragraphs => Sign::BlankParagraphs,
            Blanks::Mixed => Sign::BlankMixed,
            Blanks::Columns => Sign::BlankColumns,
            Blanks::Unknown => Sign::BlankUnknown,
        };
        signs.add(sign, true);
        signs.add(Sign::EndedBlank, ended);
    }
}

/// What the characters around the break tell.
fn see_characters(
    signs: &mut Signs,
    seen: &Seen<'_>,
    line: &Line,
    next: &Line,
    known: &dyn KnownWords,
) {
    let ended = line.ends_sentence();
    let is_torn = !ended && line.inner_marks > 0 && next.blank_lines_before > 0;
    signs.add(Sign::OpenMarkedBlank, is_torn);
    let is_dateline = seen.so_far.has_dateline && seen.so_far.lines == 1;
    signs.add(Sign::DatelineOpen, is_dateline && !ended);
    signs.add(Sign::EndsWithDigits, ends_with_digits(seen.source, line));
    signs.add(Sign::OpenBracket, seen.so_far.open > 0);
    signs.add(Sign::BarredStart, is_barred_from_line_start(next.first));
    let may_be_item = ended || is_colon(line.last) || seen.so_far.is_numbered;
    signs.add(
        Sign::Numbered,
        may_be_item && is_numbered(seen.source, next),
    );
    signs.add(Sign::EndedNextQuotes, ended && opens_quotation(next.first));
    if !ended {
        let is_number = number_spans(line.last, next.first);
        signs.add(Sign::NumberSpans, is_number);
        signs.add(
            Sign::WordSpans,
            !is_number && word_spans(seen.source, line, next, known),
        );
    }
}

/// Whether the lines look like running text, or like headlines and rows.
fn see_shape(signs: &mut Signs, seen: &Seen<'_>, line: &Line, next: &Line) {
    let is_bare = |line: &Line| line.is_unmarked() && line.brackets == 0;
    if is_barred_from_line_start(next.first) {
        return;
    }
    let is_first = seen.so_far.lines == 1 && !seen.so_far.has_dateline;
    let behind = seen.lines.get(seen.index + 2);
    let stands_apart = seen.next_is_last
        || behind.is_none_or(|behind| {
            behind.blank_lines_before > 0 || behind.indent >= next.indent + 3 || is_bare(behind)
        });
    signs.add(Sign::FirstUnmarked, is_first && line.is_unmarked());
    signs.add(
        Sign::FirstUnmarkedNextMarked,
        is_first && is_bare(line) && !next.is_unmarked(),
    );
    signs.add(
        Sign::BothUnmarked,
        is_first && line.is_unmarked() && next.is_unmarked(),
    );
    signs.add(Sign::Isolated, is_isolated(seen, line, next));
    signs.add(Sign::NextApart, is_bare(next) && stands_apart);
    signs.add(
        Sign::EndedNextApart,
        line.ends_sentence() && is_bare(next) && stands_apart,
    );
    let (gapped, next_gapped) = (has_gap(line), has_gap(next));
    signs.add(Sign::BothGapped, gapped && next_gapped);
    signs.add(Sign::OneGapped, gapped != next_gapped);
    signs.add(Sign::SameCells, are_rows(seen));
    let counts = (cells(line), cells(next));
    signs.add(Sign::OtherCells, counts.0 != counts.1);
    let is_digit = |character: char| character.is_ascii_digit();
    signs.add(
        Sign::BothBeginWithDigits,
        is_digit(line.first) && is_digit(next.first),
    );
    let same_start = line.first == next.first && !opens_quotation(line.first);
    signs.add(
        Sign::SameStart,
        same_start && head(seen.source, line.span, 6) == head(seen.source, next.span, 6),
    );
    signs.add(
        Sign::SameEnd,
        line.last == next.last && !is_sentence_mark(line.last),
    );
    let goes_on = is_bare(line) && is_bare(next) && begins_inside_office(seen.source, next);
    signs.add(Sign::OfficeGoesOn, goes_on);
    let opens_title = head(seen.source, next.span, 6) == "关于" && next.is_unmarked();
    signs.add(Sign::NextTitle, opens_title && is_bare(line));
    signs.add(Sign::NextEndsUnit, seen.next_ends_unit);
}

/// Whether a line without marks stands between blank lines, as headlines do.
fn is_isolated(seen: &Seen<'_>, line: &Line, next: &Line) -> bool {
    let is_first = seen.index == seen.block_start;
    seen.so_far.lines == 1
        && !seen.so_far.has_dateline
        && !is_barred_from_line_start(next.first)
        && line.is_unmarked()
        && line.brackets == 0
        && next.blank_lines_before > 0
        && (line.blank_lines_before > 0 || is_first)
}

/// Whether the lines around the break look like rows: both are among three that blanks cut into equally many pieces.
fn are_rows(seen: &Seen<'_>) -> bool {
    let own = row_cells(seen.source, seen.lines, seen.index);
    own.is_some()
        && own == row_cells(seen.source, seen.lines, seen.index + 1)
        && is_row(seen.source, seen.lines, seen.index)
}
