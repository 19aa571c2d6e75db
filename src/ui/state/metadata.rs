//! What the screen knows of files beside their text.

use super::{Action, Arrangement, Change, State};
use crate::report::metadata::{MetadataChanges, TableReport};
use crate::report::views::DocumentId;
use crate::ui::shared::Shared;

/// What happens to the metadata.
#[derive(Debug, Clone, PartialEq)]
pub enum MetadataAction {
    /// Opens the panel, or closes it.
    Show(bool),
    /// Arranges the list of articles anew. Where its filter was what is counted, the new one is.
    Arrange(Arrangement),
}

/// The panel and the list's arrangement.
#[derive(Debug, Clone, Default)]
pub struct MetadataState {
    /// Whether the panel is open.
    pub is_open: bool,
    /// What became of the tables, in the order of adding.
    pub tables: Vec<(DocumentId, TableReport)>,
    /// How the list of articles is arranged.
    pub arrangement: Arrangement,
}

impl State {
    /// What a metadata action does.
    pub(super) fn apply_metadata(&mut self, action: MetadataAction) {
        match action {
            MetadataAction::Show(is_open) => {
                self.metadata.change().is_open = is_open;
                if is_open {
                    self.area = super::Area::Results;
                }
            }
            MetadataAction::Arrange(arrangement) => {
                let counted = &self.choices.present().project.metadata.counted_only;
                let follows = !counted.is_empty() && *counted == self.metadata.arrangement.filter;
                let filter = arrangement.filter.clone();
                self.metadata.change().arrangement = arrangement;
                if follows {
                    self.apply(Action::Choose(Change::CountOnly(filter)));
                }
            }
        }
    }

    /// Takes over what is now in force.
    pub(super) fn take_metadata(&mut self, changes: MetadataChanges) {
        for (id, metadata) in changes.documents {
            self.change_document(id, |document| {
                if let Some(view) = &mut document.view {
                    let mut changed = (**view).clone();
                    changed.metadata = metadata;
                    *view = Shared::new(changed);
                }
            });
        }
        self.metadata.change().tables = changes.tables;
        self.counts_changed();
    }
}
