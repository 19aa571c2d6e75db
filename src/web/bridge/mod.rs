//! The page's end of the line to the worker: starts it, feeds it, notices when it dies or hangs, and starts another
//! that reads the documents again.
//!
//! gloo-worker can neither end a worker nor hear its errors, so this is a thin bridge over `web_sys`.

mod ledger;
mod line;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::timers::callback::{Interval, Timeout};

use crate::engine::choices::{Project, Settings};
use crate::engine::error::DocumentError;
use crate::engine::protocol::{
    Export, FromWorker, JobId, PROTOCOL_VERSION, Reply, ToWorker, ViewRequest,
};
use crate::engine::query::QueryKind;
use crate::report::views::DocumentId;
use crate::text::decode::Encoding;

pub use super::sample::Sample;
use ledger::Ledger;
use line::{Heard, Line};

/// How long a stop may take before the worker is ended.
const STOP_MILLIS: u32 = 50;
/// How often the worker's signs of life are looked for.
const WATCH_MILLIS: u32 = 500;
/// How long a busy worker may be silent. Its slices are 30 ms long, so this is far beyond doubt.
const SILENCE_MILLIS: f64 = 5_000.0;
/// The same while it reads bytes: a network drive may keep it waiting.
const BYTES_SILENCE_MILLIS: f64 = 15_000.0;
/// How long a worker may take to start: compiling and loading the dictionary on a slow machine.
const START_MILLIS: f64 = 60_000.0;
/// How many workers in a row may die without a document to blame.
const MOST_UNEXPLAINED_DEATHS: u32 = 3;

/// Where a document's bytes come from. The page keeps it, so that a new worker can read it again.
#[derive(Debug, Clone)]
pub enum Content {
    /// A file handle; its bytes are read in the worker.
    File(web_sys::File),
    /// Pasted text, kept as the browser's own string: lone surrogates survive.
    Pasted(js_sys::JsString),
    /// A sample, which the worker has.
    Sample(Sample),
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
    /// A word list was lost with the worker.
    ImportLost,
    /// A new worker was started and reads all documents again; until it has, the counts are those of a part.
    Restarted,
    /// The worker speaks another version of the protocol, or cannot be started: the page must be loaded again.
    MustReload,
}

/// The line to the worker. Cheap to clone; all clones are one line.
#[derive(Clone)]
pub struct Bridge {
    inner: Rc<Inner>,
}

struct Inner {
    on_event: Rc<dyn Fn(BridgeEvent)>,
    ledger: RefCell<Ledger<Content>>,
    line: RefCell<Option<Line>>,
    /// Whether the worker said hello.
    ready: Cell<bool>,
    /// When the worker was last heard, or started.
    heard_millis: Cell<f64>,
    /// When the watch last looked.
    watched_millis: Cell<f64>,
    unexplained_deaths: Cell<u32>,
    watch: RefCell<Option<Interval>>,
}

impl PartialEq for Bridge {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.inner, &other.inner)
    }
}

impl Bridge {
    /// Starts the worker; `on_event` is called for everything that happens.
    pub fn start(on_event: Rc<dyn Fn(BridgeEvent)>) -> Self {
        let inner = Rc::new(Inner {
            on_event,
            ledger: RefCell::default(),
            line: RefCell::default(),
            ready: Cell::new(false),
            heard_millis: Cell::new(now_millis()),
            watched_millis: Cell::new(now_millis()),
            unexplained_deaths: Cell::new(0),
            watch: RefCell::default(),
        });
        let bridge = Self { inner };
        bridge.start_worker();
        let watched = bridge.clone();
        *bridge.inner.watch.borrow_mut() =
            Some(Interval::new(WATCH_MILLIS, move || watched.watch()));
        bridge
    }

    /// Adds a document, or reads a known one again with another encoding.
    pub fn read(
        &self,
        document: DocumentId,
        name: &str,
        content: Content,
        encoding: Option<Encoding>,
    ) {
        let message =
            self.inner
                .ledger
                .borrow_mut()
                .read(document, name, content.clone(), encoding);
        self.send(&message, Some(&content));
    }

    /// Forgets a document.
    pub fn remove(&self, document: DocumentId) {
        let message = self.inner.ledger.borrow_mut().remove(document);
        self.send(&message, None);
    }

    /// Stops reading a document. A worker that does not answer at once is ended, and the other documents are read
    /// again by a new one.
    pub fn stop(&self, document: DocumentId) {
        let Some(message) = self.inner.ledger.borrow_mut().stop(document) else {
            return;
        };
        self.send(&message, None);
        let bridge = self.clone();
        Timeout::new(STOP_MILLIS, move || bridge.enforce_stop(document)).forget();
    }

    /// Sets the choices; they also hold for every worker started later.
    pub fn choose(&self, settings: &Settings, project: &Project) {
        let message = self.inner.ledger.borrow_mut().choose(settings, project);
        self.send(&message, None);
    }

    /// Asks for a view; a newer request of the same kind replaces an older one that is not yet answered.
    pub fn view(&self, request: ViewRequest) -> JobId {
        let message = self.inner.ledger.borrow_mut().view(request);
        self.send(&message, None);
        message.job
    }

    /// Asks what a project file holds.
    pub fn open_project(&self, bytes: Vec<u8>) {
        let message = self.inner.ledger.borrow_mut().open_project(bytes);
        self.send(&message, None);
    }

    /// Asks what a word list holds.
    pub fn import_words(&self, name: String, bytes: Vec<u8>) {
        let message = self.inner.ledger.borrow_mut().import_words(name, bytes);
        self.send(&message, None);
    }

    /// Asks what a list of stop words holds.
    pub fn import_stop_words(&self, bytes: Vec<u8>) {
        let message = self.inner.ledger.borrow_mut().import_stop_words(bytes);
        self.send(&message, None);
    }

    /// Asks what a list of words with counts holds.
    pub fn import_reference(&self, name: String, bytes: Vec<u8>) {
        let message = self.inner.ledger.borrow_mut().import_reference(name, bytes);
        self.send(&message, None);
    }

    /// Ends the work on a question of a sort.
    pub fn stop_question(&self, kind: QueryKind) {
        let message = self.inner.ledger.borrow_mut().stop_question(kind);
        if let Some(message) = message {
            self.send(&message, None);
        }
    }

    /// Asks for a file to take away.
    pub fn export(&self, export: Export) -> JobId {
        let message = self.inner.ledger.borrow_mut().export(export);
        self.send(&message, None);
        message.job
    }

    fn tell(&self, event: BridgeEvent) {
        (self.inner.on_event)(event);
    }

    /// Sends a message if there is a worker; else it is in the ledger and goes out with the replay.
    fn send(&self, message: &ToWorker, content: Option<&Content>) {
        if let Some(line) = &*self.inner.line.borrow() {
            line.send(message, content);
        }
    }

    fn start_worker(&self) {
        self.inner.ready.set(false);
        self.inner.heard_millis.set(now_millis());
        let bridge = self.clone();
        let on_heard: Rc<dyn Fn(Heard)> = Rc::new(move |heard| bridge.hear(heard));
        let bridge = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            match Line::open(on_heard).await {
                Ok(line) => bridge.take_line(line),
                Err(_) => bridge.tell(BridgeEvent::MustReload),
            }
        });
    }

    /// Takes a new worker into service: tells it everything it must know.
    fn take_line(&self, line: Line) {
        self.inner.heard_millis.set(now_millis());
        let messages = self.inner.ledger.borrow_mut().replay();
        for (message, content) in messages {
            line.send(&message, content.as_ref());
        }
        *self.inner.line.borrow_mut() = Some(line);
    }

    fn hear(&self, heard: Heard) {
        self.inner.heard_millis.set(now_millis());
        match heard {
            Heard::Message(message) => self.hear_message(*message),
            Heard::Fault => self.bury(DocumentError::Crashed),
        }
    }

    fn hear_message(&self, message: FromWorker) {
        let Some(FromWorker { job, reply }) = self.inner.ledger.borrow_mut().hear(message) else {
            return;
        };
        if let Reply::Hello { protocol_version } = reply {
            if protocol_version != PROTOCOL_VERSION {
                self.end_worker();
                return self.tell(BridgeEvent::MustReload);
            }
            self.inner.ready.set(true);
            return self.tell(BridgeEvent::Ready);
        }
        // A view that kills every worker is asked again by the screen each time the documents are back.
        if matches!(reply, Reply::Overview(_)) && !self.inner.ledger.borrow().is_waiting() {
            self.inner.unexplained_deaths.set(0);
        }
        self.tell(BridgeEvent::Reply { job, reply });
    }

    fn end_worker(&self) {
        *self.inner.line.borrow_mut() = None;
    }

    /// Ends a worker that crashed or hangs, says what was lost, and starts another one.
    fn bury(&self, error: DocumentError) {
        self.end_worker();
        let was_importing = self.inner.ledger.borrow().is_importing();
        let blamed = self.inner.ledger.borrow_mut().blame();
        if was_importing && !self.inner.ledger.borrow().is_importing() {
            self.tell(BridgeEvent::ImportLost);
        }
        match blamed {
            Some(document) => self.tell(BridgeEvent::Lost { document, error }),
            None => self
                .inner
                .unexplained_deaths
                .set(self.inner.unexplained_deaths.get() + 1),
        }
        if self.inner.unexplained_deaths.get() >= MOST_UNEXPLAINED_DEATHS {
            return self.tell(BridgeEvent::MustReload);
        }
        self.restart();
    }

    fn restart(&self) {
        self.tell(BridgeEvent::Restarted);
        self.start_worker();
    }

    fn enforce_stop(&self, document: DocumentId) {
        if !self.inner.ledger.borrow().is_pending(document) {
            return;
        }
        let is_up = self.inner.ready.get();
        if is_up {
            self.end_worker();
            self.inner.ledger.borrow_mut().forget(document);
        } else {
            // A worker that is only starting has nothing in work; it is told to forget the document.
            self.remove(document);
        }
        self.tell(BridgeEvent::Lost {
            document,
            error: DocumentError::Stopped,
        });
        if is_up {
            self.restart();
        }
    }

    /// Ends a worker that owes an answer and has been silent for too long.
    fn watch(&self) {
        let now = now_millis();
        let late = now - self.inner.watched_millis.replace(now) > f64::from(4 * WATCH_MILLIS);
        if late || !self.inner.ledger.borrow().is_waiting() {
            // The page itself slept (a closed lid, a throttled tab), or nothing is due: silence means nothing.
            self.inner.heard_millis.set(now);
            return;
        }
        let limit = match self.inner.ready.get() {
            false => START_MILLIS,
            true if self.inner.ledger.borrow().reads_bytes() => BYTES_SILENCE_MILLIS,
            true => SILENCE_MILLIS,
        };
        if self.inner.line.borrow().is_some() && now - self.inner.heard_millis.get() > limit {
            self.bury(DocumentError::Hung);
        }
    }
}

/// Milliseconds since the page was loaded.
fn now_millis() -> f64 {
    gloo::utils::window()
        .performance()
        .map_or(0.0, |performance| performance.now())
}
