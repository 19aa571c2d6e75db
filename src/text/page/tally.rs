//! What a column is told by, noted of each line once: a line is looked at from every line around it.

use super::character::is_sentence_mark;
use super::line::Line;

/// How many of some lines have a trait. Of one line each count is 0 or 1; the counts of up to 255 lines are added as one
/// number.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally(u64);

/// A trait of a line that is counted, with the place of its byte.
#[derive(Debug, Clone, Copy)]
pub enum Trait {
    /// See [`Line::is_alphabetic`].
    Alphabetic,
    /// It begins with a small letter.
    Lower,
    /// See [`Line::ends_sentence`].
    Ended,
    /// A sentence ends in it, or with it.
    Stopped,
    /// It ends with no mark of running text, closing marks aside.
    Cut,
    /// Such marks stand in it.
    Marked,
    /// Such marks, or brackets, stand in it.
    Bracketed,
}

impl Tally {
    /// The traits of one line.
    pub fn of(line: &Line) -> Self {
        let ended = line.ends_sentence();
        let traits = [
            (Trait::Alphabetic, line.is_alphabetic()),
            (Trait::Lower, line.first.is_lowercase()),
            (Trait::Ended, ended),
            (Trait::Stopped, line.has_inner_stop || ended),
            (Trait::Cut, !is_sentence_mark(line.last_inside)),
            (Trait::Marked, line.inner_marks > 0),
            (Trait::Bracketed, line.inner_marks + line.brackets > 0),
        ];
        let bits = traits.map(|(place, holds)| u64::from(holds) << (8 * place as u32));
        Self(bits.into_iter().sum())
    }

    /// The counts of these lines together with those of others.
    pub fn plus(self, other: Self) -> Self {
        Self(self.0.wrapping_add(other.0))
    }

    /// How many of the lines have a trait.
    pub fn count(self, place: Trait) -> u32 {
        (self.0 >> (8 * place as u32)) as u32 & 0xFF
    }
}
