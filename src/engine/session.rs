//! The engine: takes requests, works in small steps, gives replies.

use std::collections::VecDeque;

use super::bytes::ByteSource;
use super::corpus::Corpus;
use super::document::Document;
use super::error::DocumentError;
use super::export::export;
use super::lines::lines;
use super::listing::document_view;
use super::panes::{clean_view, source_view};
use super::plan::Plan;
use super::protocol::{
    Export, FromWorker, JobId, PROTOCOL_VERSION, Reply, Request, Stage, ToWorker, ViewRequest,
};
use super::reading::{Order, Outcome, Reading, Tools};
use super::resegmenting::Resegmenting;
use super::word_list::WordList;
use crate::report::views::DocumentId;
use crate::words::segment::Segmenter;
use crate::words::stopwords::StopWords;

/// How large all files together may be: a tab of 32-bit WebAssembly holds about four times as much memory as text.
pub const LIMIT_BYTES: u64 = 256 * 1024 * 1024;

/// Most rows of a view that are sent at one time.
const MOST_ROWS: u32 = 1000;

/// One corpus and its jobs.
///
/// Pure: no clock, no browser. [`Engine::handle`] takes a message, [`Engine::step`] does some milliseconds of work,
/// [`Engine::take_replies`] gives what there is to say. The worker and the command line turn the same handle.
pub struct Engine {
    segmenter: Segmenter,
    corpus: Corpus,
    plan: Plan,
    word_list: Option<WordList>,
    work: VecDeque<Work>,
    replies: Vec<FromWorker>,
}

/// A job that takes more than one step.
enum Work {
    Read(Box<Reading>),
    Resegment(Box<Resegmenting>),
    /// A file to take away waits for the documents before it: it never holds a part of them.
    Export(JobId, Export),
}

impl Work {
    fn job(&self) -> JobId {
        match self {
            Self::Read(reading) => reading.order.job,
            Self::Resegment(resegmenting) => resegmenting.job,
            Self::Export(job, _) => *job,
        }
    }

    fn reads(&self, document: DocumentId) -> bool {
        matches!(self, Self::Read(reading) if reading.order.document == document)
    }
}

impl Default for Engine {
    fn default() -> Self {
        Self::new()
    }
}

impl Engine {
    /// Loads the dictionary, which takes some tenths of a second, and says hello under job 0.
    pub fn new() -> Self {
        let hello = FromWorker {
            job: JobId(0),
            reply: Reply::Hello {
                protocol_version: PROTOCOL_VERSION,
            },
        };
        Self {
            segmenter: Segmenter::new(),
            corpus: Corpus::default(),
            plan: Plan::default(),
            word_list: None,
            work: VecDeque::new(),
            replies: vec![hello],
        }
    }

    /// The documents that are read.
    pub fn corpus(&self) -> &Corpus {
        &self.corpus
    }

    /// The choices in force.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The segmenter, for output that is made without the corpus.
    pub fn segmenter(&self) -> &Segmenter {
        &self.segmenter
    }

    /// What there is to say since the last call.
    pub fn take_replies(&mut self) -> Vec<FromWorker> {
        std::mem::take(&mut self.replies)
    }

    /// Takes a message. Views are answered at once; readings and files to take away are queued. `content` goes with [`Request::Read`]; a read
    /// without it fails as unreadable.
    pub fn handle(&mut self, message: ToWorker, content: Option<Box<dyn ByteSource>>) {
        let job = message.job;
        match message.request {
            Request::Read {
                document,
                name,
                encoding,
            } => {
                self.queue_reading(
                    Order {
                        job,
                        document,
                        name,
                        encoding,
                    },
                    content,
                );
            }
            Request::Remove { document } => {
                self.forget(document);
                self.say(job, Reply::Removed { document });
            }
            Request::Choose { settings, project } => self.choose(job, Plan::new(settings, project)),
            Request::Stop { stop } => self.stop(job, stop),
            Request::View(request) => {
                let reply = self.view(&request);
                self.say(job, reply);
            }
            Request::Export(request) => self.work.push_back(Work::Export(job, request)),
        }
    }

    /// Whether there is work to do.
    pub fn is_busy(&self) -> bool {
        !self.work.is_empty()
    }

    /// Does a few milliseconds of work. False when there is none.
    pub fn step(&mut self) -> bool {
        match self.work.pop_front() {
            Some(Work::Read(reading)) => self.step_reading(reading),
            Some(Work::Resegment(resegmenting)) => self.step_resegmenting(resegmenting),
            Some(Work::Export(job, request)) => {
                let bytes = export(self, request);
                let reply = Reply::Export {
                    export: request,
                    bytes,
                };
                self.say(job, reply);
            }
            None => return false,
        }
        true
    }

    /// How far the job in work is: a sign of life to send once a slice.
    pub fn progress(&self) -> Option<FromWorker> {
        let (job, document, (stage, per_mille)) = match self.work.front()? {
            Work::Read(reading) => (
                reading.order.job,
                reading.order.document,
                reading.progress(),
            ),
            Work::Resegment(work) => (
                work.job,
                work.document()?,
                (Stage::Segment, work.per_mille(&self.corpus)),
            ),
            Work::Export(..) => return None,
        };
        Some(FromWorker {
            job,
            reply: Reply::Progress {
                document,
                stage,
                per_mille,
            },
        })
    }

    /// The word list under the plan, counted again if anything changed.
    pub fn word_list(&mut self) -> (&mut WordList, &Corpus) {
        let (corpus, plan) = (&self.corpus, &self.plan);
        (
            self.word_list
                .get_or_insert_with(|| WordList::new(corpus, plan)),
            corpus,
        )
    }

    fn say(&mut self, job: JobId, reply: Reply) {
        self.replies.push(FromWorker { job, reply });
    }

    fn queue_reading(&mut self, order: Order, content: Option<Box<dyn ByteSource>>) {
        self.cancel_reading(order.document);
        let (job, document) = (order.job, order.document);
        match content
            .ok_or(DocumentError::Unreadable)
            .and_then(|bytes| self.admit(document, bytes))
        {
            Ok(bytes) => self
                .work
                .push_back(Work::Read(Box::new(Reading::new(order, bytes)))),
            Err(error) => {
                self.forget(document);
                self.say(job, Reply::Failed { document, error });
            }
        }
    }

    /// Lets a file in if all files together stay within [`LIMIT_BYTES`]. One that is read again counts once.
    fn admit(
        &self,
        document: DocumentId,
        bytes: Box<dyn ByteSource>,
    ) -> Result<Box<dyn ByteSource>, DocumentError> {
        let waiting: u64 = self.work.iter().map(waiting_bytes).sum();
        let is_waiting = |id| self.work.iter().any(|work| work.reads(id));
        let read = self.corpus.documents().iter().map(|known| &known.origin);
        let kept: u64 = read
            .filter(|origin| origin.id != document && !is_waiting(origin.id))
            .map(|origin| origin.size_bytes)
            .sum();
        if kept + waiting + bytes.len() > LIMIT_BYTES {
            return Err(DocumentError::TooLarge {
                limit_bytes: LIMIT_BYTES,
            });
        }
        Ok(bytes)
    }

    /// Takes the reading of a document off the queue.
    fn cancel_reading(&mut self, document: DocumentId) {
        self.work.retain(|work| !work.reads(document));
    }

    fn forget(&mut self, document: DocumentId) {
        self.cancel_reading(document);
        self.corpus.remove(document);
        self.word_list = None;
    }

    fn choose(&mut self, job: JobId, plan: Plan) {
        self.plan = plan;
        self.word_list = None;
        // A job that segments for older choices is replaced; its own answer is due all the same.
        let (replaced, kept) = std::mem::take(&mut self.work)
            .into_iter()
            .partition::<VecDeque<_>, _>(|work| matches!(work, Work::Resegment(_)));
        self.work = kept;
        for work in replaced {
            self.say(work.job(), Reply::Chosen);
        }
        let options = self.plan.segment_options();
        match Resegmenting::new(job, &self.corpus, options) {
            Some(resegmenting) => self
                .work
                .push_front(Work::Resegment(Box::new(resegmenting))),
            None => self.say(job, Reply::Chosen),
        }
    }

    fn stop(&mut self, job: JobId, stop: JobId) {
        let stopped = self
            .work
            .iter()
            .position(|work| work.job() == stop)
            .and_then(|index| self.work.remove(index));
        if let Some(Work::Read(reading)) = stopped {
            let document = reading.order.document;
            self.forget(document);
            self.say(
                stop,
                Reply::Failed {
                    document,
                    error: DocumentError::Stopped,
                },
            );
        }
        self.say(job, Reply::Stopped { stopped: stop });
    }

    fn step_reading(&mut self, mut reading: Box<Reading>) {
        let options = self.plan.segment_options();
        let mut tools = Tools {
            segmenter: &self.segmenter,
            vocabulary: &mut self.corpus.vocabulary,
            options,
        };
        let outcome = reading.step(&mut tools);
        let (job, document) = (reading.order.job, reading.order.document);
        match outcome {
            Outcome::Working => self.work.push_front(Work::Read(reading)),
            Outcome::Done(done) => self.finish_reading(job, *done),
            Outcome::Failed(error) => {
                self.forget(document);
                self.say(job, Reply::Failed { document, error });
            }
        }
    }

    fn finish_reading(&mut self, job: JobId, document: Document) {
        let view = document_view(&document);
        self.corpus.insert(document);
        self.word_list = None;
        self.say(job, Reply::Read(Box::new(view)));
    }

    fn step_resegmenting(&mut self, mut resegmenting: Box<Resegmenting>) {
        if !resegmenting.step(&mut self.corpus, &self.segmenter) {
            self.work.push_front(Work::Resegment(resegmenting));
            return;
        }
        let job = resegmenting.job;
        resegmenting.finish(&mut self.corpus);
        self.word_list = None;
        self.say(job, Reply::Chosen);
    }

    fn view(&mut self, request: &ViewRequest) -> Reply {
        match request {
            ViewRequest::Overview { keywords } => {
                let (list, corpus) = self.word_list();
                Reply::Overview(list.overview(&corpus.vocabulary, (*keywords).min(MOST_ROWS)))
            }
            ViewRequest::Words {
                order,
                containing,
                first_row,
                rows,
            } => {
                let (list, corpus) = self.word_list();
                let rows = (*rows).min(MOST_ROWS);
                Reply::Words(list.window(&corpus.vocabulary, *order, containing, *first_row, rows))
            }
            ViewRequest::Lines {
                word,
                first_row,
                rows,
            } => Reply::Lines(lines(
                &self.corpus,
                &self.plan,
                word,
                *first_row,
                (*rows).min(MOST_ROWS),
            )),
            ViewRequest::Source {
                document,
                first_row,
                rows,
            } => {
                let document = self.corpus.document(*document);
                Reply::Source(
                    document
                        .map(|document| source_view(document, *first_row, (*rows).min(MOST_ROWS))),
                )
            }
            ViewRequest::Clean {
                document,
                first_unit,
                units,
            } => {
                let document = self.corpus.document(*document);
                Reply::Clean(
                    document
                        .map(|document| clean_view(document, *first_unit, (*units).min(MOST_ROWS))),
                )
            }
            ViewRequest::StopWords => Reply::StopWords(StopWords::built_in().as_slice().to_vec()),
        }
    }
}

fn waiting_bytes(work: &Work) -> u64 {
    match work {
        Work::Read(reading) => reading.size_bytes(),
        Work::Resegment(_) | Work::Export(..) => 0,
    }
}
