//! The files of a session, as the screen lists them.

use crate::engine::error::DocumentError;
use crate::engine::protocol::Stage;
use crate::report::views::{DocumentId, DocumentView};
use crate::ui::shared::Shared;

/// One file that the user added.
#[derive(Debug, Clone)]
pub struct Document {
    /// Its number in the session.
    pub id: DocumentId,
    /// Its name, as hostile as any other text from outside.
    pub name: String,
    /// Its size in bytes; unknown for pasted text until it is read.
    pub size_bytes: Option<u64>,
    /// How far it is.
    pub status: Status,
    /// What was read. Kept while it is read again with another encoding.
    pub view: Option<Shared<DocumentView>>,
}

/// How far a file is.
#[derive(Debug, Clone, PartialEq)]
pub enum Status {
    /// Its turn has not come.
    Waiting,
    /// In work.
    Working {
        /// The stage.
        stage: Stage,
        /// How much is done, in thousandths over all stages.
        per_mille: u16,
    },
    /// Read and counted.
    Ready,
    /// Not readable, and why.
    Failed(DocumentError),
}

impl Status {
    /// The word for it that the page's tests look for.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Working { .. } => "working",
            Self::Ready => "ready",
            Self::Failed(_) => "failed",
        }
    }

    /// Whether work on it goes on or is to come.
    pub fn is_open(&self) -> bool {
        matches!(self, Self::Waiting | Self::Working { .. })
    }
}

impl Document {
    /// A file that was just added.
    pub fn new(id: DocumentId, name: String, size_bytes: Option<u64>) -> Self {
        Self {
            id,
            name,
            size_bytes,
            status: Status::Waiting,
            view: None,
        }
    }
}
