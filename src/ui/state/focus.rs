//! The unit of the clean page that is mended, with the caret in it.

use super::caret::{caret_at, holds, place_behind, printed_chars, seams};
use super::reading::Reading;
use crate::report::views::{CleanUnit, SourceRow};

/// The focused unit and the caret in it.
///
/// The focus holds on to a character of the source, so it stays with its text when a correction, or the undoing of
/// one, moves the units about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Focus {
    /// Number of the unit.
    pub unit: u32,
    /// How many printed characters stand before the caret.
    pub caret: u32,
    /// The character of the source that the focus holds on to; `None` for a unit that has not arrived.
    held: Option<u32>,
    /// Rises whenever the focus was moved by something else than the user's hand on it, so that it must be shown.
    pub turns: u32,
}

/// Where the caret goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CaretStep {
    /// One character back; from the unit's beginning to the end of the one before.
    Back,
    /// One character on; from the unit's end to the beginning of the next.
    On,
    /// Back to where two source lines were joined, or to the unit's beginning.
    BackToSeam,
    /// On to where two source lines were joined, or to the unit's end.
    OnToSeam,
}

impl Reading {
    /// The focused unit, if it has arrived.
    pub fn focused(&self) -> Option<(Focus, &CleanUnit)> {
        let focus = self.focus?;
        Some((focus, self.clean.get(focus.unit)?))
    }

    /// The row of the source on which the caret stands: that of the unit's beginning where it is not known yet.
    pub fn caret_row(&self) -> Option<u32> {
        let (focus, unit) = self.focused()?;
        let place = place_behind(unit, focus.caret).or(focus.held);
        let holds = |row: &SourceRow| {
            place.is_some_and(|place| (row.place.start..row.place.end).contains(&place))
        };
        let mut rows = self.source.loaded();
        let row = rows.find(|(_, row)| holds(row)).map(|(number, _)| number);
        row.or_else(|| unit.source_rows.first().map(|rows| rows.0))
    }

    /// Puts the focus on a unit, and the caret in it.
    pub fn focus_on(&mut self, unit: u32, caret: u32) {
        let arrived = self.clean.get(unit);
        let last = arrived.map_or(0, printed_chars);
        let caret = caret.min(last);
        // Behind the last character there is none to hold on to, so the last one it is.
        let behind = caret.min(last.saturating_sub(1));
        let held = arrived.and_then(|arrived| place_behind(arrived, behind));
        let turns = self.turns();
        self.focus = Some(Focus {
            unit,
            caret,
            held,
            turns,
        });
    }

    /// Puts the focus on the beginning of a unit, which is to be shown.
    pub fn arrive_at(&mut self, unit: u32) {
        self.focus_on(unit, 0);
        self.turn();
    }

    /// Puts the focus on a unit that has not arrived, which will hold this place.
    pub fn wait_for(&mut self, unit: u32, place: u32) {
        let turns = self.turns();
        self.focus = Some(Focus {
            unit,
            caret: 0,
            held: Some(place),
            turns,
        });
    }

    /// Makes the focus hold on to the unit that will stand at its place when its own goes away.
    pub fn let_go(&mut self) {
        let Some(focus) = self.focus else { return };
        let next = self.clean.get(focus.unit + 1).and_then(|unit| unit.anchor);
        if let Some(kept) = self.focus.as_mut().filter(|_| next.is_some()) {
            kept.held = next;
            kept.caret = 0;
        }
    }

    /// Moves the caret.
    pub fn move_caret(&mut self, step: CaretStep) {
        let Some((focus, unit)) = self.focused() else {
            return;
        };
        let last = printed_chars(unit);
        let seams = seams(unit);
        let back = focus.unit.checked_sub(1);
        let (unit, caret) = match step {
            CaretStep::Back | CaretStep::BackToSeam if focus.caret == 0 => match back {
                Some(before) => (before, u32::MAX),
                None => return,
            },
            CaretStep::On | CaretStep::OnToSeam if focus.caret == last => {
                if focus.unit + 1 >= self.clean.total() {
                    return;
                }
                (focus.unit + 1, 0)
            }
            CaretStep::Back => (focus.unit, focus.caret - 1),
            CaretStep::On => (focus.unit, focus.caret + 1),
            CaretStep::BackToSeam => {
                let before = seams.iter().rev().find(|&&seam| seam < focus.caret);
                (focus.unit, before.copied().unwrap_or(0))
            }
            CaretStep::OnToSeam => {
                let behind = seams.iter().find(|&&seam| seam > focus.caret);
                (focus.unit, behind.copied().unwrap_or(last))
            }
        };
        self.focus_on(unit, caret);
        self.turn();
    }

    /// Finds the focused text again among the units that arrived anew.
    pub fn refocus(&mut self) {
        let Some(Focus { unit, held, .. }) = self.focus else {
            return;
        };
        let Some(held) = held else {
            // It was waited for.
            if self.clean.get(unit).is_some() {
                self.focus_on(unit, 0);
            }
            return;
        };
        let units = || self.clean.fresh(self.revision);
        // A line end stands in no unit, but behind the last character of one.
        let found = units()
            .find(|(_, unit)| holds(unit, held))
            .or_else(|| units().find(|(_, unit)| caret_at(unit, held).is_some()))
            .map(|(number, unit)| (number, caret_at(unit, held).unwrap_or(0)));
        if let Some((number, caret)) = found {
            // A caret at the end holds on to the last character; it stays behind it.
            let at_end = self.focused().is_some_and(|(focus, unit)| {
                number == focus.unit && focus.caret == printed_chars(unit)
            });
            if !at_end {
                self.focus_on(number, caret);
            }
            if number != unit {
                self.turn();
            }
        }
    }

    fn turns(&self) -> u32 {
        self.focus.map_or(0, |focus| focus.turns)
    }

    /// Asks for the focus to be shown.
    pub(super) fn turn(&mut self) {
        if let Some(focus) = &mut self.focus {
            focus.turns += 1;
        }
    }
}
