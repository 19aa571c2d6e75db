//! What the reducer does when the user steps through decisions. Every judgement, with the correction that it makes, is
//! one step of the history.

use super::caret::caret_at;
use super::correcting::Told;
use super::review::{Review, ReviewAction};
use super::{Change, State, Target};
use crate::report::views::ReviewView;
use crate::text::page::correction::Judgement;

impl State {
    pub(super) fn review(&mut self, action: ReviewAction) {
        match action {
            ReviewAction::Open => self.open_review(),
            ReviewAction::Close => self.review.change().is_open = false,
            ReviewAction::Scope(scope) => {
                self.review.change().turn_to(scope);
                self.open_review();
            }
            ReviewAction::Go(item) => self.go_to(item),
            ReviewAction::Next => self.step_review(true),
            ReviewAction::Previous => self.step_review(false),
            ReviewAction::Judge(is_right) => self.judge(is_right),
            ReviewAction::Need(need) if need == self.review.need => {}
            ReviewAction::Need(need) => self.review.change().need = need,
        }
    }

    /// Opens the list where the user left it, else at the first decision that was not judged.
    fn open_review(&mut self) {
        let review = self.review.change();
        review.is_open = true;
        let first = first_open(review);
        let start = review.current.or(first).unwrap_or(0);
        self.go_to(start);
    }

    fn step_review(&mut self, on: bool) {
        if !self.review.is_open {
            self.open_review();
            return;
        }
        match self.review.neighbour(on) {
            Some(item) => self.go_to(item),
            None => self.tell(Told::NoFurther),
        }
    }

    fn go_to(&mut self, item: u32) {
        let review = self.review.change();
        review.current = Some(item);
        review.is_leading = true;
        self.lead_to_current();
    }

    /// Leads the reader to the current decision, once it has arrived and its place is settled.
    fn lead_to_current(&mut self) {
        if !self.review.is_leading || self.mending.is_settling || !self.review.is_open {
            return;
        }
        let Some(item) = self.review.item().cloned() else {
            return;
        };
        self.review.change().is_leading = false;
        self.mending.change().form = None;
        let target = Target::Place {
            unit: item.unit,
            row: item.row,
        };
        self.lead(item.document, target, item.places);
        self.reading.change().aim_caret(item.place);
    }

    fn judge(&mut self, is_right: bool) {
        let Some(item) = self.review.item().cloned().filter(|_| self.review.is_open) else {
            return;
        };
        let Some(file) = self.decoded_file(item.document) else {
            return;
        };
        let judgement = Judgement {
            place: item.place,
            answer: item.answer,
            is_right,
        };
        // A decision that was judged wrong before has its correction already.
        let correction = item
            .if_wrong
            .filter(|_| !is_right && item.judged != Some(false));
        let mended = correction.is_some();
        self.choose(Change::Judge(file, judgement, correction));
        self.tell(Told::Judged { is_right, mended });
        // Where a person has to choose what it is instead, the place stays before the eye.
        let next = self.review.neighbour(true);
        if let Some(next) = next.filter(|_| is_right || mended) {
            self.go_to(next);
        }
    }

    pub(super) fn take_review(&mut self, view: ReviewView) {
        self.review.change().take(view);
        if self.review.is_open && self.review.current.is_none() && self.review.items.total() > 0 {
            self.open_review();
        }
        self.lead_to_current();
    }
}

/// The first decision that was not judged, among those that have arrived.
fn first_open(review: &Review) -> Option<u32> {
    review
        .items
        .loaded()
        .find(|(_, item)| item.judged.is_none())
        .map(|(number, _)| number)
}

impl super::Reading {
    /// Puts the caret, in the unit that is aimed at, where a decision was made: now, or once the unit has arrived.
    pub(super) fn aim_caret(&mut self, place: u32) {
        let Some(number) = self.aimed_unit() else {
            return;
        };
        let caret = self.clean.get(number).map(|unit| caret_at(unit, place));
        match caret {
            Some(caret) => {
                self.focus_on(number, caret.unwrap_or(0));
                self.turn();
            }
            None => self.wait_for(number, place),
        }
    }
}
