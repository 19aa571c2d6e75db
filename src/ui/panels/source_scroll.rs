//! Where the two sides of 原文 are scrolled to: they follow the places to which the reader is led, and the focus.

use yew::{UseStateHandle, hook, use_effect_with, use_mut_ref, use_state_eq};

use crate::ui::shared::Shared;
use crate::ui::state::Reading;

/// Where the two sides are scrolled to: a row or unit, and a number that rises with every wish.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Scrolls {
    /// The row of the source.
    pub source: Option<(u32, u32)>,
    /// The unit of the clean page.
    pub clean: Option<(u32, u32)>,
    serial: u32,
}

impl Scrolls {
    /// Scrolls the source to a row.
    pub fn source(self, row: u32) -> Self {
        let serial = self.serial + 1;
        Self {
            source: Some((row, serial)),
            serial,
            ..self
        }
    }

    /// Scrolls the clean page to a unit.
    pub fn clean(self, unit: u32) -> Self {
        let serial = self.serial + 1;
        Self {
            clean: Some((unit, serial)),
            serial,
            ..self
        }
    }
}

/// What the two sides were scrolled for last: the place the reader was led to, and the focus.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Wishes {
    aim: (u32, Option<u32>, Option<u32>),
    focus: Option<(u32, u32)>,
    /// The row of the source on which the caret stands.
    row: Option<u32>,
}

impl Wishes {
    fn of(reading: &Reading) -> Self {
        let serial = reading.aim.as_ref().map_or(0, |aim| aim.serial);
        Self {
            aim: (serial, reading.aimed_unit(), reading.aimed_row()),
            focus: reading.focus.map(|focus| (focus.unit, focus.turns)),
            row: reading.caret_row(),
        }
    }

    /// Where the two sides go, coming from earlier wishes.
    fn scrolls(&self, before: &Self, mut scrolls: Scrolls) -> Scrolls {
        let (serial, aimed, row) = self.aim;
        if serial > 0 && self.aim != before.aim {
            scrolls = aimed.map_or(scrolls, |unit| scrolls.clean(unit));
            return row.map_or(scrolls, |row| scrolls.source(row));
        }
        let unit = self.focus.map(|(unit, _)| unit);
        let unit_before = before.focus.map(|(unit, _)| unit);
        let moves = (unit, self.row) != (unit_before, before.row);
        // The row of the place that the reader was led to is known better than the caret's.
        if moves && (unit != aimed || unit == unit_before) {
            scrolls = self.row.map_or(scrolls, |row| scrolls.source(row));
        }
        let turns = |focus: Option<(u32, u32)>| focus.map_or(0, |(_, turns)| turns);
        if turns(self.focus) > turns(before.focus) {
            scrolls = unit.map_or(scrolls, |unit| scrolls.clean(unit));
        }
        scrolls
    }
}

/// Where the two sides are scrolled to: follows the places to which the reader is led, and the focus.
#[hook]
pub fn use_scrolls(reading: &Shared<Reading>) -> UseStateHandle<Scrolls> {
    let scrolls = use_state_eq(Scrolls::default);
    let last = use_mut_ref(Wishes::default);
    let current = scrolls.clone();
    use_effect_with(Wishes::of(reading), move |wishes| {
        let before = last.replace(*wishes);
        current.set(wishes.scrolls(&before, *current));
    });
    scrolls
}
