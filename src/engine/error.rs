//! What can go wrong with one document. Every error costs that document only.

use serde::{Deserialize, Serialize};

pub use crate::text::decode::FileKind;
pub use crate::text::workbook::WorkbookError;

/// Why a document could not be read. None of them holds a word of the text; the screen and the command line say what
/// happened, to which file, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum DocumentError {
    /// The file has no bytes.
    #[error("the file is empty")]
    Empty,
    /// The file can no longer be read: moved, removed or changed after it was added.
    #[error(
        "the file can no longer be read: it was moved, removed or changed after it was added; add it again"
    )]
    Unreadable,
    /// The file is of a kind that holds no plain text.
    #[error(
        "this is {kind} and not plain text: copy or export its text into a .txt file, and add that"
    )]
    NotText {
        /// What it is.
        kind: FileKind,
    },
    /// A workbook that could not be read.
    #[error("{error}")]
    Workbook {
        /// Why.
        error: WorkbookError,
    },
    /// The corpus would be larger than the limit.
    #[error(
        "the files together would be larger than {limit_bytes} bytes: remove some files, or divide this one"
    )]
    TooLarge {
        /// The limit, in bytes of all files together.
        limit_bytes: u64,
    },
    /// The worker crashed on this document. Set by the bridge, not by the engine.
    #[error("the analysis of this file crashed; the other files are not affected")]
    Crashed,
    /// The worker did not answer while it had this document in work. Set by the bridge, not by the engine.
    #[error(
        "the analysis of this file did not end and was stopped; the other files are not affected"
    )]
    Hung,
    /// The user stopped it. Set by the bridge or the engine.
    #[error("stopped")]
    Stopped,
}

impl From<WorkbookError> for DocumentError {
    fn from(error: WorkbookError) -> Self {
        Self::Workbook { error }
    }
}
