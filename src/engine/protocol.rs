//! The messages between the page and the worker.
//!
//! The page keeps the sources and the choices; the worker holds the corpus and answers with small views. A message is
//! encoded with `postcard`, so the types are plain enums and structs. Every message carries the version of the
//! protocol and the number of the job it belongs to; the page drops replies to jobs that newer ones replaced.

use serde::{Deserialize, Serialize};

use super::choices::{Project, Settings};
use super::error::DocumentError;
use crate::report::views::{
    CleanView, DocumentId, DocumentView, LinesView, OverviewView, SourceView, WordOrder, WordsView,
};
use crate::text::decode::Encoding;

/// Version of this protocol. The worker says it in [`Reply::Hello`]; a page that hears another one must reload.
pub const PROTOCOL_VERSION: u16 = 1;

/// Number of a job: unique in a session, rising.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub struct JobId(pub u64);

/// A message to the worker.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ToWorker {
    /// The job that the answer will carry.
    pub job: JobId,
    /// What is asked.
    pub request: Request,
}

/// A message from the worker.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FromWorker {
    /// The job it answers.
    pub job: JobId,
    /// The answer.
    pub reply: Reply,
}

/// What the page asks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// Reads a document; the bytes come from the file handle (or pasted text) sent along. Reads it again, in its place,
    /// if the document is known: so an encoding is overridden. Answered by [`Reply::Progress`], then [`Reply::Read`]
    /// or [`Reply::Failed`].
    Read {
        /// The document.
        document: DocumentId,
        /// Its name: for canonical order and exports.
        name: String,
        /// The user's choice of encoding; `None` detects it.
        encoding: Option<Encoding>,
    },
    /// Forgets a document. Answered by [`Reply::Removed`].
    Remove {
        /// The document.
        document: DocumentId,
    },
    /// Takes over the choices. Answered by [`Reply::Chosen`] once the counts follow them.
    Choose {
        /// The settings.
        settings: Settings,
        /// The project.
        project: Project,
    },
    /// Stops a job: its document is dropped. Answered by [`Reply::Stopped`] under the number of *this* message's job.
    Stop {
        /// The job to stop.
        stop: JobId,
    },
    /// Asks for a view.
    View(ViewRequest),
    /// Asks for a file to take away. Answered by [`Reply::Export`].
    Export(Export),
}

/// Which view.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ViewRequest {
    /// The sums and the first keywords.
    Overview {
        /// How many keywords.
        keywords: u32,
    },
    /// A window on the word list.
    Words {
        /// The order.
        order: WordOrder,
        /// Only words that contain this; empty for all.
        containing: String,
        /// First row, from 0.
        first_row: u32,
        /// How many rows, at most 1,000.
        rows: u32,
    },
    /// A window on the occurrences of a word.
    Lines {
        /// The word.
        word: String,
        /// First row, from 0.
        first_row: u32,
        /// How many rows, at most 1,000.
        rows: u32,
    },
    /// A window on a document's source.
    Source {
        /// The document.
        document: DocumentId,
        /// First row, from 0.
        first_row: u32,
        /// How many rows, at most 1,000.
        rows: u32,
    },
    /// A window on a document's clean page.
    Clean {
        /// The document.
        document: DocumentId,
        /// First unit, from 0.
        first_unit: u32,
        /// How many units, at most 1,000.
        units: u32,
    },
    /// The stop words in force.
    StopWords,
}

/// A file to take away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Export {
    /// The word list as CSV with a byte order mark.
    WordsCsv,
    /// The word list as JSON, with the sums and the choices that shaped it.
    WordsJson,
    /// The clean text of one document.
    CleanText(DocumentId),
    /// The clean text of all documents.
    AllCleanText,
    /// One document as page JSON.
    PageJson(DocumentId),
}

/// What stage a document is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stage {
    /// The bytes are read and the encoding is found.
    Detect,
    /// The bytes are decoded.
    Decode,
    /// The page is read.
    Read,
    /// The words are segmented.
    Segment,
}

/// What the worker answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// First message of a worker, once its dictionary is loaded.
    Hello {
        /// [`PROTOCOL_VERSION`] of the worker.
        protocol_version: u16,
    },
    /// A document in work. Sent at least once a slice, so it is also the sign of life.
    Progress {
        /// The document.
        document: DocumentId,
        /// The stage it is in.
        stage: Stage,
        /// How much of the document is done, in thousandths over all stages.
        per_mille: u16,
    },
    /// A view is being made: should the worker die now, the document in work is not to blame.
    Answering,
    /// A document is read and counted.
    Read(Box<DocumentView>),
    /// A document could not be read.
    Failed {
        /// The document.
        document: DocumentId,
        /// Why.
        error: DocumentError,
    },
    /// A document is forgotten.
    Removed {
        /// The document.
        document: DocumentId,
    },
    /// The choices are in force.
    Chosen,
    /// A stop was heard.
    Stopped {
        /// The job that was stopped; it may have ended before.
        stopped: JobId,
    },
    /// An [`ViewRequest::Overview`].
    Overview(OverviewView),
    /// A [`ViewRequest::Words`].
    Words(WordsView),
    /// A [`ViewRequest::Lines`].
    Lines(LinesView),
    /// A [`ViewRequest::Source`]; `None` for an unknown document.
    Source(Option<SourceView>),
    /// A [`ViewRequest::Clean`]; `None` for an unknown document.
    Clean(Option<CleanView>),
    /// [`ViewRequest::StopWords`]: the built-in ones, in code point order.
    StopWords(Vec<String>),
    /// An [`Export`].
    Export {
        /// What was asked for.
        export: Export,
        /// The bytes of the file.
        #[serde(with = "serde_bytes")]
        bytes: Vec<u8>,
    },
}
