//! The page's end of the line to the worker: starts it, feeds it, notices when it dies or hangs, and starts another
//! that replays the documents.

use std::rc::Rc;

use crate::engine::choices::{Project, Settings};
use crate::engine::error::DocumentError;
use crate::engine::protocol::{Export, JobId, Reply, ViewRequest};
use crate::report::views::DocumentId;
use crate::text::decode::Encoding;

/// Where a document's bytes come from. The page keeps it, so that a new worker can read it again.
#[derive(Debug, Clone)]
pub enum Content {
    /// A file handle; its bytes are read in the worker.
    File(web_sys::File),
    /// Pasted text, kept as the browser's own string: lone surrogates survive.
    Pasted(js_sys::JsString),
    /// A sample that is compiled in.
    Sample(&'static str),
}

/// What the bridge tells the page.
#[derive(Debug, Clone, PartialEq)]
pub enum BridgeEvent {
    /// The worker is up, its dictionary loaded.
    Ready,
    /// The worker answered. Replies to views that a newer request of the same kind replaced are dropped before.
    Reply {
        /// The job.
        job: JobId,
        /// The answer.
        reply: Reply,
    },
    /// A document was lost with the worker: it crashed, hung, or was stopped. The others are read again by a new one.
    Lost {
        /// The document.
        document: DocumentId,
        /// Why.
        error: DocumentError,
    },
    /// The worker speaks another version of the protocol, or cannot be started: the page must be loaded again.
    MustReload,
}

/// The line to the worker. Cheap to clone; all clones are one line.
#[derive(Clone)]
pub struct Bridge {
    _on_event: Rc<dyn Fn(BridgeEvent)>,
}

impl PartialEq for Bridge {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self._on_event, &other._on_event)
    }
}

impl Bridge {
    /// Starts the worker; `on_event` is called for everything that happens.
    pub fn start(on_event: Rc<dyn Fn(BridgeEvent)>) -> Self {
        Self {
            _on_event: on_event,
        }
    }

    /// Adds a document, or reads a known one again with another encoding.
    pub fn read(
        &self,
        _document: DocumentId,
        _name: &str,
        _content: Content,
        _encoding: Option<Encoding>,
    ) {
    }

    /// Forgets a document.
    pub fn remove(&self, _document: DocumentId) {}

    /// Stops reading a document: within 50 ms, if need be by ending the worker.
    pub fn stop(&self, _document: DocumentId) {}

    /// Sets the choices; they also hold for every worker started later.
    pub fn choose(&self, _settings: &Settings, _project: &Project) {}

    /// Asks for a view; a newer request of the same kind replaces an older one that is not yet answered.
    pub fn view(&self, _request: ViewRequest) -> JobId {
        JobId(0)
    }

    /// Asks for a file to take away.
    pub fn export(&self, _export: Export) -> JobId {
        JobId(0)
    }
}
