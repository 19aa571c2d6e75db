//! The messages between the page and the worker.
//!
//! The page keeps the sources and the choices; the worker holds the corpus and answers with small views. A message is
//! encoded with `postcard`, so the types are plain enums and structs. Every message carries the version of the
//! protocol and the number of the job it belongs to; the page drops replies to jobs that newer ones replaced.

use serde::{Deserialize, Serialize};

use super::choices::{Project, ReferenceList, Settings};
use super::error::DocumentError;
use super::project_file::ProjectError;
use super::query::{Answer, Measure, Query};
use crate::report::answers::group::Selection;
use crate::report::answers::lexicon::ImportedWords;
use crate::report::answers::names::MatrixRows;
use crate::report::answers::search::{LinesWanted, Searched};
use crate::report::answers::table::Order;
use crate::report::metadata::MetadataChanges;
use crate::report::views::{
    ArticleId, ChangeKind, ChangesView, CleanView, CleanupStep, CleanupView, ComparedArticle,
    DocumentId, DocumentView, DuplicatesView, LinesView, OverviewView, ReviewScope, ReviewView,
    SourceView, WordOrder, WordsView,
};
use crate::text::decode::Encoding;
use crate::words::names::NameKind;
use crate::words::phrases::PhraseKind;

/// Version of this protocol. The worker says it in [`Reply::Hello`]; a page that hears another one must reload.
pub const PROTOCOL_VERSION: u16 = 5;

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
#[expect(
    clippy::large_enum_variant,
    reason = "a message is made, encoded and dropped; none are kept in numbers"
)]
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
    /// Takes over the choices. Answered by [`Reply::Chosen`] once the counts follow them; before it comes a
    /// [`Reply::Read`] for every document whose corrections changed.
    Choose {
        /// The settings.
        settings: Settings,
        /// The project.
        project: Project,
    },
    /// Stops the reading of a document, which is dropped, or a search or measure, which is answered with what was found
    /// so far. Any other job goes on and is answered. Answered by [`Reply::Stopped`] under the number of *this* message's
    /// job.
    Stop {
        /// The job of the reading.
        stop: JobId,
    },
    /// Reads a project file. Answered by [`Reply::Project`]; nothing is chosen by it.
    OpenProject {
        /// The file's bytes.
        #[serde(with = "serde_bytes")]
        bytes: Vec<u8>,
    },
    /// Reads a word list to import. Answered by [`Reply::ImportedWords`]; nothing is chosen by it.
    ImportWords {
        /// The file's name.
        name: String,
        /// The file's bytes.
        #[serde(with = "serde_bytes")]
        bytes: Vec<u8>,
    },
    /// Reads a list of stop words, a word a line. Answered by [`Reply::ImportedStopWords`]; nothing is chosen by it.
    ImportStopWords {
        /// The file's bytes.
        #[serde(with = "serde_bytes")]
        bytes: Vec<u8>,
    },
    /// Reads a word list with counts to compare with. Answered by [`Reply::ImportedReference`]; nothing is chosen by it.
    ImportReference {
        /// The file's name.
        name: String,
        /// The file's bytes.
        #[serde(with = "serde_bytes")]
        bytes: Vec<u8>,
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
    /// The articles that tell the same story. Answered once all articles are compared.
    Duplicates,
    /// Two articles side by side.
    SideBySide {
        /// The one.
        left: ArticleId,
        /// The other.
        right: ArticleId,
    },
    /// How often each step of cleaning changed something.
    Cleanup,
    /// A window on what one step changed.
    Changes {
        /// The step.
        step: CleanupStep,
        /// First row, from 0.
        first_row: u32,
        /// How many rows, at most 1,000.
        rows: u32,
    },
    /// A window on the places of one kind of change. Answered as [`ViewRequest::Lines`] is.
    ChangeLines {
        /// The step.
        step: CleanupStep,
        /// The kind of change, as a row of [`ViewRequest::Changes`] names it.
        kind: ChangeKind,
        /// First row, from 0.
        first_row: u32,
        /// How many rows, at most 1,000.
        rows: u32,
    },
    /// A window on the decisions that a person should look at.
    Review {
        /// Which decisions.
        scope: ReviewScope,
        /// First item, from 0.
        first_item: u32,
        /// How many items, at most 1,000.
        items: u32,
    },
    /// A question about words. Answered by [`Reply::Answered`].
    Query(Query),
}

/// A file to take away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Export {
    /// The word list as CSV with a byte order mark.
    WordsCsv,
    /// The word list as JSON, with the sums and the choices that shaped it.
    WordsJson,
    /// A row for every article, as CSV with a byte order mark.
    ArticlesCsv {
        /// Whether the text of the article is a column.
        with_text: bool,
    },
    /// The clean text of one document.
    CleanText(DocumentId),
    /// The clean text of all documents.
    AllCleanText,
    /// One document as page JSON.
    PageJson(DocumentId),
    /// The choices in force as a project file, see [`super::project_file`].
    Project,
    /// The user's own entries and all imported dictionaries in jieba's format.
    LexiconText,
    /// Every name of a kind as CSV with a byte order mark.
    NamesCsv(NameKind),
    /// The lists of persons as CSV with a byte order mark: a row for every name of every list.
    NameListsCsv,
    /// A whole matrix as CSV with a byte order mark.
    MatrixCsv {
        /// What the rows are.
        by: MatrixRows,
        /// What the columns are.
        columns: NameKind,
    },
    /// A list of phrases as CSV with a byte order mark.
    PhrasesCsv(PhraseKind),
    /// Every span of every speaker as CSV with a byte order mark.
    SpeakersCsv,
    /// The candidates for new words as CSV with a byte order mark.
    NewWordsCsv,
    /// The whole table of a measure, with what shaped it.
    Table {
        /// The measure.
        measure: Measure,
        /// By what it is sorted; `None` for its own order.
        order: Option<Order>,
        /// As what.
        format: TableFormat,
    },
    /// Several tables in one workbook, a sheet each, and a sheet with the methods.
    Workbook(Vec<Measure>),
    /// The lines of a concordance with their citations.
    Concordance {
        /// What is searched for.
        searched: Searched,
        /// In what.
        of: Selection,
        /// Which lines, in which order.
        wanted: LinesWanted,
        /// As what.
        format: TableFormat,
    },
    /// 方法说明 of some tables as plain text, in Chinese and in English.
    MethodsText(Vec<Measure>),
    /// The settings as JSON.
    SettingsJson,
}

/// As what a table is taken away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum TableFormat {
    /// CSV with a byte order mark, CR LF, cells that no spreadsheet runs.
    Csv,
    /// JSON with all that shaped it.
    Json,
    /// A workbook of one sheet (.xlsx), and a sheet with the methods.
    Xlsx,
}

impl Export {
    /// Whether the file tells of names, speakers or phrases.
    pub fn holds_findings(&self) -> bool {
        matches!(
            self,
            Self::NamesCsv(_)
                | Self::NameListsCsv
                | Self::MatrixCsv { .. }
                | Self::PhrasesCsv(_)
                | Self::SpeakersCsv
                | Self::Table { .. }
                | Self::Workbook(_)
                | Self::Concordance { .. }
        )
    }
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
    /// What is known of files beside their text has changed. Comes by itself: with [`Reply::Chosen`], or when all files
    /// that were waiting are read.
    Metadata(MetadataChanges),
    /// The choices are in force.
    Chosen,
    /// A stop was heard.
    Stopped {
        /// The job that was to stop; it may have ended before, or be none that can be stopped.
        stopped: JobId,
    },
    /// An [`ViewRequest::Overview`].
    Overview(OverviewView),
    /// A [`ViewRequest::Words`].
    Words(WordsView),
    /// A [`ViewRequest::Lines`] or [`ViewRequest::ChangeLines`].
    Lines(LinesView),
    /// A [`ViewRequest::Source`]; `None` for an unknown document.
    Source(Option<SourceView>),
    /// A [`ViewRequest::Clean`]; `None` for an unknown document.
    Clean(Option<CleanView>),
    /// [`ViewRequest::StopWords`]: the built-in ones, in code point order.
    StopWords(Vec<String>),
    /// All articles are compared, where each story is counted once: the counts follow.
    Compared,
    /// [`ViewRequest::Duplicates`].
    Duplicates(DuplicatesView),
    /// A [`ViewRequest::SideBySide`]; `None` where either article is unknown.
    SideBySide(Option<Box<(ComparedArticle, ComparedArticle)>>),
    /// A [`ViewRequest::Review`].
    Review(ReviewView),
    /// A [`ViewRequest::Cleanup`].
    Cleanup(CleanupView),
    /// A [`ViewRequest::Changes`].
    Changes(ChangesView),
    /// [`Request::OpenProject`]: what the file holds, or why it cannot be opened.
    Project(Result<Box<(Settings, Project)>, ProjectError>),
    /// [`Request::ImportWords`]: the good lines and the others.
    ImportedWords(Box<ImportedWords>),
    /// [`Request::ImportStopWords`]: the words, in the order of the file, each once.
    ImportedStopWords(Vec<String>),
    /// [`Request::ImportReference`]: the list, and how many lines of the file were none.
    ImportedReference(Box<(ReferenceList, u32)>),
    /// The names or phrases that are listed changed, because other documents are there: the counts follow. Comes by
    /// itself.
    Relisted,
    /// A [`ViewRequest::Query`].
    Answered(Box<(Query, Answer)>),
    /// An [`Export`].
    Export {
        /// What was asked for.
        export: Export,
        /// The bytes of the file.
        #[serde(with = "serde_bytes")]
        bytes: Vec<u8>,
    },
}
