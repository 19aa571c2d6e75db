//! The steps of cleaning: how often each changed something, and what the one that is open changed.

use super::blocks::{BLOCK_ROWS, Blocks};
use crate::engine::protocol::ViewRequest;
use crate::report::views::{ChangeRow, ChangesView, CleanupStep, CleanupView};

/// What is known of cleaning.
#[derive(Debug, Clone, Default)]
pub struct Cleanup {
    /// How often each step changed something; empty before it is known.
    pub counts: Vec<(CleanupStep, u32)>,
    /// The step whose changes are shown.
    pub open: Option<CleanupStep>,
    /// Its most frequent changes.
    pub rows: Blocks<ChangeRow>,
    /// Rises when the rows must be fetched again.
    pub revision: u32,
}

impl Cleanup {
    /// How often a step changed something.
    pub fn count(&self, step: CleanupStep) -> Option<u32> {
        let known = self.counts.iter().find(|(known, _)| *known == step);
        known.map(|(_, count)| *count)
    }

    /// What is to be fetched now.
    pub fn request(&self) -> Option<ViewRequest> {
        let step = self.open?;
        let first_row = self.rows.missing(&(0..1), self.revision)?;
        Some(ViewRequest::Changes {
            step,
            first_row,
            rows: BLOCK_ROWS,
        })
    }

    /// Shows what a step changed, or puts it away where it is shown.
    pub fn toggle(&mut self, step: CleanupStep) {
        self.open = (self.open != Some(step)).then_some(step);
        self.rows = Blocks::default();
        self.revision += 1;
    }

    /// Puts away what is known; the files are gone.
    pub fn forget(&mut self) {
        *self = Self {
            revision: self.revision + 1,
            ..Self::default()
        };
    }

    /// Takes the sums.
    pub fn take_counts(&mut self, view: CleanupView) {
        self.counts = view.counts;
    }

    /// Takes the changes, unless they are those of another step.
    pub fn take(&mut self, view: ChangesView) {
        if self.open == Some(view.step) {
            self.rows
                .insert(view.first_row, view.rows_total, view.rows, self.revision);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::views::ChangeKind;
    use crate::text::clean::Pass;

    const VARIANTS: CleanupStep = CleanupStep::Pass(Pass::Variants);

    fn view(step: CleanupStep) -> ChangesView {
        let kind = ChangeKind {
            before: "員".to_owned(),
            after: "员".to_owned(),
        };
        ChangesView {
            step,
            rows_total: 1,
            first_row: 0,
            rows: vec![ChangeRow { kind, count: 3 }],
        }
    }

    #[test]
    fn the_changes_of_the_open_step_are_fetched_once() {
        let mut cleanup = Cleanup::default();
        assert_eq!(cleanup.request(), None, "nothing is open");
        cleanup.toggle(VARIANTS);
        let wanted = ViewRequest::Changes {
            step: VARIANTS,
            first_row: 0,
            rows: BLOCK_ROWS,
        };
        assert_eq!(cleanup.request(), Some(wanted.clone()));
        cleanup.take(view(CleanupStep::Invisible));
        assert_eq!(cleanup.rows.total(), 0, "changes of another step are late");
        cleanup.take(view(VARIANTS));
        assert_eq!((cleanup.rows.total(), cleanup.request()), (1, None));
        cleanup.revision += 1;
        assert_eq!(cleanup.request(), Some(wanted), "the counts have changed");
        cleanup.toggle(VARIANTS);
        assert_eq!((cleanup.open, cleanup.request()), (None, None));
    }

    #[test]
    fn counts_are_known_once_they_have_arrived() {
        let mut cleanup = Cleanup::default();
        assert_eq!(cleanup.count(VARIANTS), None);
        let counts = vec![(VARIANTS, 3)];
        cleanup.take_counts(CleanupView { counts });
        assert_eq!(cleanup.count(VARIANTS), Some(3));
    }
}
