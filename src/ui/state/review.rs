//! 待核: the decisions that a person should look at, and which one is looked at.

use std::ops::Range;

use super::blocks::{BLOCK_ROWS, Blocks};
use crate::engine::protocol::ViewRequest;
use crate::report::views::{Precision, ReviewItem, ReviewScope, ReviewView};

/// How many decisions a sample holds.
pub const SAMPLE_SIZE: u32 = 50;

/// The list of decisions.
#[derive(Debug, Clone, Default)]
pub struct Review {
    /// Whether it is shown.
    pub is_open: bool,
    /// Which decisions it shows.
    pub scope: ReviewScope,
    /// The decisions.
    pub items: Blocks<ReviewItem>,
    /// The decisions on the screen.
    pub need: Range<u32>,
    /// The decision that is looked at.
    pub current: Option<u32>,
    /// How many decisions were made in all files.
    pub decisions: u32,
    /// How many of them are doubtful.
    pub doubtful: u32,
    /// How many of the judged ones were right.
    pub precision: Precision,
    /// Whether the reader is still to be led to the current decision: its place is not known, or about to change.
    pub is_leading: bool,
    /// Rises when the decisions must be fetched again.
    pub revision: u32,
}

/// What can happen in 待核.
#[derive(Debug, Clone, PartialEq)]
pub enum ReviewAction {
    /// Shows the list.
    Open,
    /// Puts it away.
    Close,
    /// Shows other decisions.
    Scope(ReviewScope),
    /// Goes to a decision.
    Go(u32),
    /// Goes to the next decision, and opens the list.
    Next,
    /// Goes to the one before, and opens the list.
    Previous,
    /// Judges the current decision: whether it was right.
    Judge(bool),
    /// These decisions are on the screen.
    Need(Range<u32>),
}

impl Review {
    /// What is to be fetched now.
    pub fn request(&self) -> Option<ViewRequest> {
        let first_item = self.items.missing(&self.need, self.revision)?;
        Some(ViewRequest::Review {
            scope: self.scope,
            first_item,
            items: BLOCK_ROWS,
        })
    }

    /// Takes what has arrived, unless it is of other decisions.
    pub fn take(&mut self, view: ReviewView) {
        self.decisions = view.decisions;
        self.doubtful = view.doubtful;
        if view.scope != self.scope {
            return;
        }
        self.precision = view.precision;
        self.items
            .insert(view.first_item, view.items_total, view.items, self.revision);
        let last = view.items_total.checked_sub(1);
        self.current = self
            .current
            .and_then(|current| last.map(|last| current.min(last)));
    }

    /// Puts away the decisions; the files are gone. Whether the list is shown, which one, and what of it,
    /// stays.
    pub fn forget(&mut self) {
        *self = Self {
            is_open: self.is_open,
            scope: self.scope,
            need: self.need.clone(),
            revision: self.revision + 1,
            ..Self::default()
        };
    }

    /// Shows other decisions, from the first.
    pub fn turn_to(&mut self, scope: ReviewScope) {
        if self.scope != scope {
            *self = Self {
                is_open: true,
                scope,
                decisions: self.decisions,
                doubtful: self.doubtful,
                revision: self.revision + 1,
                ..Self::default()
            };
        }
    }

    /// The decision that is looked at, if it has arrived.
    pub fn item(&self) -> Option<&ReviewItem> {
        self.items.get(self.current?)
    }

    /// The decision a step away; `None` at the ends.
    pub fn neighbour(&self, on: bool) -> Option<u32> {
        let next = match self.current {
            None => 0,
            Some(current) if on => current + 1,
            Some(current) => current.checked_sub(1)?,
        };
        (next < self.items.total()).then_some(next)
    }
}
