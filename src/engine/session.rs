//! The engine: takes requests, works in small steps, gives replies.

use std::collections::{BTreeSet, VecDeque};

use super::answers::{Context, answer, new_words};
use super::bytes::ByteSource;
use super::changes::{change_lines, changes, cleanup};
use super::corpus::Corpus;
use super::document::Document;
use super::duplicates::{Comparing, Stories, Waiting, side_by_side};
use super::error::DocumentError;
use super::export::export;
use super::findings::Findings;
use super::found::found_words;
use super::gathering::{Gathering, Given, Renaming, index_of, is_unnamed, spoken_by};
use super::import;
use super::lines::lines;
use super::listing::document_view;
use super::measuring::{self, AllMeasured, Measuring};
use super::metadata::Register;
use super::methods::{Methods, Trying};
use super::panes::{clean_view, source_view};
use super::plan::Plan;
use super::project_file;
use super::protocol::{
    Export, FromWorker, JobId, PROTOCOL_VERSION, Reply, Request, Stage, ToWorker, ViewRequest,
};
use super::query::{Answer, Query};
use super::reading::{Order, Outcome, Reading, Tools};
use super::reference;
use super::resegmenting::{Cause, Resegmenting};
use super::review::review;
use super::spoken::Spoken;
use super::word_list::WordList;
use crate::measures::keywords::Idf;
use crate::measures::new_words::NewWords;
use crate::report::views::{DocumentId, DuplicatesView};
use crate::words::names::{NameIndex, NameKind};
use crate::words::segment::Segmenter;
use crate::words::stopwords::StopWords;

/// How large all files together may be: a tab of 32-bit WebAssembly holds about four times as much memory as text.
pub const LIMIT_BYTES: u64 = 256 * 1024 * 1024;

/// What a measure was begun for that is to be begun anew.
const NO_COUNTS: u64 = u64::MAX;

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
    metadata: Register,
    word_list: Option<WordList>,
    /// The stories that several articles tell, once they are asked for.
    stories: Option<Stories>,
    /// Names, speakers and phrases, once they are asked for.
    findings: Option<Findings>,
    /// The names of all documents together, where they are asked for without the rest.
    names: Option<NameIndex>,
    renaming: Renaming,
    /// The counts under other ways of segmenting, once they are asked for.
    methods: Option<Methods>,
    /// jieba's table of inverse document frequencies, once it is loaded.
    idf: Option<Idf>,
    /// What measures gave last.
    measured: AllMeasured,
    /// Rises whenever what measures gave no longer holds.
    counts: u64,
    work: VecDeque<Work>,
    replies: Vec<FromWorker>,
}

/// A job that takes more than one step.
enum Work {
    Read(Box<Reading>),
    Resegment(Box<Resegmenting>),
    Compare(Comparing),
    /// Names, speakers and phrases are found, for those who wait.
    Gather(Box<Gathering>, Vec<Asked>),
    /// Other ways of segmenting are tried, for those who wait.
    Try(Box<Trying>, Vec<Asked>),
    /// Finding the names that are tokens, once the documents before it are read.
    List,
    /// A question whose answer is searched for.
    Discover(JobId, Query),
    /// A measure is taken.
    Measure(Box<Measure>),
    /// What waited for something that is found by now: one a step.
    Show(Asked),
    /// A file to take away waits for the documents before it: it never holds a part of them.
    Export(JobId, Export),
}

/// A measure in work.
struct Measure {
    job: JobId,
    query: Query,
    /// For which counts it was begun.
    counts: u64,
    work: Option<Box<dyn Measuring>>,
}

/// Who waits for something to be found.
#[allow(clippy::large_enum_variant, reason = "few wait at one time")]
enum Asked {
    /// A view.
    View(JobId, ViewRequest),
    /// Choices that are in force once it is done.
    Choice(JobId),
}

impl Asked {
    /// Whether the page waits for this one no longer once it has asked for the other.
    fn is_replaced_by(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::View(_, ViewRequest::Query(old)), Self::View(_, ViewRequest::Query(new))) => {
                old.kind() == new.kind()
            }
            (Self::View(_, old), Self::View(_, new)) => {
                std::mem::discriminant(old) == std::mem::discriminant(new)
            }
            _ => false,
        }
    }

    /// Joins those that wait, in the place of the one of its kind.
    fn join(self, waiting: &mut Vec<Self>) {
        waiting.retain(|asked| !asked.is_replaced_by(&self));
        waiting.push(self);
    }
}

impl Work {
    fn job(&self) -> JobId {
        match self {
            Self::Read(reading) => reading.order.job,
            Self::Resegment(resegmenting) => resegmenting.job,
            Self::Compare(_) | Self::Gather(..) | Self::Try(..) | Self::List | Self::Show(_) => {
                JobId(0)
            }
            Self::Export(job, _) | Self::Discover(job, _) => *job,
            Self::Measure(measure) => measure.job,
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
            metadata: Register::default(),
            word_list: None,
            stories: None,
            findings: None,
            names: None,
            renaming: Renaming::default(),
            methods: None,
            idf: None,
            measured: AllMeasured::default(),
            counts: 0,
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

    /// What is known of the documents beside their text.
    pub fn metadata(&self) -> &Register {
        &self.metadata
    }

    /// The segmenter, for output that is made without the corpus.
    pub fn segmenter(&self) -> &Segmenter {
        &self.segmenter
    }

    /// Takes jieba's table of inverse document frequencies, as it is packed; whether the bytes are one. Keywords by it have
    /// no weights before.
    pub fn take_idf(&mut self, bytes: &[u8]) -> bool {
        let Some(idf) = Idf::from_bytes(bytes) else {
            return false;
        };
        self.idf = Some(idf);
        self.measured.clear();
        self.counts += 1;
        true
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
            Request::Choose { settings, project } => {
                let plan = Plan::following(settings, project, &self.plan);
                self.choose(job, plan);
            }
            Request::Stop { stop } => self.stop(job, stop),
            Request::View(ViewRequest::Duplicates) if self.stories.is_none() => {
                self.compare(Waiting::View(job));
            }
            Request::View(ViewRequest::Query(query @ Query::NewWords { .. })) => {
                self.queue_before_exports(Work::Discover(job, query));
            }
            Request::View(request) => self.show(job, request),
            Request::OpenProject { bytes } => {
                let opened = project_file::read(&bytes).map(Box::new);
                self.say(job, Reply::Project(opened));
            }
            Request::ImportWords { name, bytes } => {
                let imported = import::words(&name, &bytes);
                self.say(job, Reply::ImportedWords(Box::new(imported)));
            }
            Request::ImportStopWords { bytes } => {
                self.say(job, Reply::ImportedStopWords(import::stop_words(&bytes)));
            }
            Request::ImportReference { name, bytes } => {
                let read = reference::read(&name, &bytes);
                self.say(job, Reply::ImportedReference(Box::new(read)));
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
            Some(Work::Compare(comparing)) => self.step_comparing(comparing),
            Some(Work::Gather(gathering, asked)) => self.step_gathering(gathering, asked),
            Some(Work::Try(trying, asked)) => self.step_trying(trying, asked),
            Some(Work::Export(job, request)) if self.export_waits(&request) => {
                self.work.push_front(Work::Export(job, request));
                let gathering = Box::new(Gathering::new(&self.plan));
                self.work.push_front(Work::Gather(gathering, Vec::new()));
            }
            Some(Work::List) => self.list(),
            Some(Work::Show(Asked::View(job, request))) => self.show(job, request),
            Some(Work::Show(Asked::Choice(job))) => self.chosen(job),
            Some(Work::Discover(job, query)) => self.step_discovering(job, query),
            Some(Work::Measure(measure)) => self.step_measure(measure),
            Some(Work::Export(job, request)) => {
                self.settle_metadata(job);
                let bytes = export(self, request.clone());
                let reply = Reply::Export {
                    export: request,
                    bytes,
                };
                self.say(job, reply);
            }
            None => return false,
        }
        if self.work.is_empty() {
            self.settle_metadata(JobId(0));
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
            Work::Compare(_)
            | Work::Gather(..)
            | Work::Try(..)
            | Work::Discover(..)
            | Work::Measure(_)
            | Work::Show(_)
            | Work::List => {
                return Some(FromWorker {
                    job: JobId(0),
                    reply: Reply::Answering,
                });
            }
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

    /// What was counted no longer holds.
    fn forget_counts(&mut self) {
        self.word_list = None;
        self.measured.clear();
        self.counts += 1;
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
        self.corpus_changed();
    }

    fn choose(&mut self, job: JobId, plan: Plan) {
        let mut before = std::mem::replace(&mut self.plan, plan);
        self.list_names(&before);
        if before.project.metadata == self.plan.project.metadata {
            self.plan.filter_out(before.filtered_out().clone());
        } else {
            self.metadata.touch();
        }
        self.settle_metadata(job);
        if measuring::counts_the_same(&before, &self.plan) {
            self.plan.count_only(before.take_spoken());
            self.measures_changed(&before);
        } else {
            self.choices_changed(&before);
        }
        self.leave_out_repeated();
        // A job that segments for older choices is replaced; its own answer is due all the same.
        let (replaced, kept) = std::mem::take(&mut self.work)
            .into_iter()
            .partition::<VecDeque<_>, _>(|work| matches!(work, Work::Resegment(_)));
        self.work = kept;
        for work in replaced {
            self.say(work.job(), answer_of(&work));
        }
        if !self.resegment(job, Cause::Choice) {
            self.chosen(job);
        }
    }

    /// Segments again whatever is segmented in another way than chosen; false where nothing is.
    fn resegment(&mut self, job: JobId, cause: Cause) -> bool {
        let Some(resegmenting) = Resegmenting::new(job, cause, &self.corpus, &self.plan) else {
            let listed = self.plan.listed();
            self.corpus.vocabulary.take_listed_tags(listed);
            return false;
        };
        self.work
            .push_front(Work::Resegment(Box::new(resegmenting)));
        true
    }

    /// Finds the names that are tokens where choices ask for others than those of before. Where documents are being read,
    /// the names of before stay until all are.
    fn list_names(&mut self, before: &Plan) {
        let is_same = before.project.names == self.plan.project.names
            && before.settings.name_tokens == self.plan.settings.name_tokens
            && before.settings.cleanup == self.plan.settings.cleanup;
        if is_same {
            return;
        }
        self.names = None;
        if self.is_reading() || self.is_any_unnamed() {
            self.queue_listing();
        } else {
            let found = self.found_words();
            self.plan.take_found(found);
        }
    }

    /// The names that are one token each.
    fn found_words(&mut self) -> Vec<(String, NameKind)> {
        let made = || index_of(&self.corpus, &self.plan, &self.segmenter);
        let index = self.names.get_or_insert_with(made);
        found_words(index, &self.plan)
    }

    fn is_reading(&self) -> bool {
        let is_reading = |work: &Work| matches!(work, Work::Read(_));
        self.work.iter().any(is_reading)
    }

    /// Names are found behind the documents that wait, and before the first file to take away, which follows from them.
    fn queue_listing(&mut self) {
        self.work.retain(|work| !matches!(work, Work::List));
        let is_export = |work: &Work| matches!(work, Work::Export(..));
        let first_export = self.work.iter().position(is_export);
        let before = first_export.unwrap_or(self.work.len());
        let is_waited_for = |work: &Work| matches!(work, Work::Read(_) | Work::Resegment(_));
        let waited_for = self.work.iter().take(before).rposition(is_waited_for);
        let place = waited_for.map_or(0, |place| place + 1);
        self.work.insert(place, Work::List);
    }

    /// Finds the names that are tokens, and segments again where they are others.
    fn list(&mut self) {
        let is_before = |work: &&Work| !matches!(work, Work::Export(..));
        let mut before = self.work.iter().take_while(is_before);
        if before.any(|work| matches!(work, Work::Read(_) | Work::Resegment(_))) {
            // Documents came while it waited.
            self.queue_listing();
            return;
        }
        let given = Given {
            plan: &self.plan,
            metadata: &self.metadata,
            segmenter: &self.segmenter,
        };
        if !self.renaming.step(&mut self.corpus, given) {
            self.forget_findings();
            self.work.push_front(Work::List);
            return;
        }
        let found = self.found_words();
        if self.plan.take_found(found) && !self.resegment(JobId(0), Cause::Names) {
            self.say(JobId(0), Reply::Relisted);
        }
    }

    /// The choices are in force, as soon as the articles are compared where these ask for it.
    fn chosen(&mut self, job: JobId) {
        if self.plan.settings.duplicates_once && self.stories.is_none() {
            self.compare(Waiting::Choice(job));
        } else if self.plan.project.counted_speaker.is_some() && self.findings.is_none() {
            self.gather(Some(Asked::Choice(job)));
        } else {
            self.say(job, Reply::Chosen);
        }
    }

    /// Compares all articles, for one who waits; joins a comparison that is in work.
    fn compare(&mut self, waiting: Waiting) {
        let in_work = self.work.iter_mut().find_map(|work| match work {
            Work::Compare(comparing) => Some(comparing),
            _ => None,
        });
        match in_work {
            Some(comparing) => comparing.waiting.push(waiting),
            None => {
                let comparing = Comparing::new(&self.corpus, vec![waiting]);
                self.queue_comparing(comparing);
            }
        }
    }

    /// A comparison waits behind the readings that wait, and before the first file to take away: what is taken away
    /// follows from it.
    fn queue_comparing(&mut self, comparing: Comparing) {
        self.queue_before_exports(Work::Compare(comparing));
    }

    fn queue_before_exports(&mut self, work: Work) {
        let is_export = |work: &Work| matches!(work, Work::Export(..));
        let place = self.work.iter().position(is_export);
        let place = place.unwrap_or(self.work.len());
        self.work.insert(place, work);
    }

    /// Searches on for new words; answers once they are found.
    fn step_discovering(&mut self, job: JobId, query: Query) {
        self.settle_metadata(job);
        match self.search_new_words() {
            Some(found) => {
                let answer = Answer::NewWords(new_words::window(found, &query));
                self.say(job, Reply::Answered(Box::new((query, answer))));
            }
            None => self.work.push_front(Work::Discover(job, query)),
        }
    }

    fn search_new_words(&mut self) -> Option<&NewWords> {
        self.word_list();
        let list = self.word_list.as_mut()?;
        list.discover(&self.corpus, &self.plan);
        list.new_words()
    }

    /// Answers from what is worked out, or begins the work. The newest question of a sort takes the place of the others.
    fn measure(&mut self, job: JobId, query: Query) {
        let is_older =
            |work: &Work| matches!(work, Work::Measure(one) if one.query.kind() == query.kind());
        let mut known = std::mem::take(&mut self.measured);
        let answer = known.answer(self.context(), &query);
        self.measured = known;
        if let Some(answer) = answer {
            self.work.retain(|work| !is_older(work));
            self.say(job, Reply::Answered(Box::new((query, answer))));
            return;
        }
        let in_work = self.work.iter_mut().find_map(|work| match work {
            Work::Measure(one) if one.query.has_work_of(&query) => Some(one),
            _ => None,
        });
        match in_work {
            // Another window on what is in work: the work goes on.
            Some(measure) => {
                measure.job = job;
                measure.query = query;
            }
            None => {
                self.work.retain(|work| !is_older(work));
                self.queue_before_exports(Work::Measure(Box::new(Measure {
                    job,
                    query,
                    counts: self.counts,
                    work: None,
                })));
            }
        }
    }

    fn step_measure(&mut self, mut measure: Box<Measure>) {
        self.settle_metadata(measure.job);
        if measure.counts != self.counts {
            // It was begun for a corpus or choices that are no longer those.
            measure.work = None;
            measure.counts = self.counts;
            let request = ViewRequest::Query(measure.query.clone());
            if self.needs_findings(&request) {
                self.gather(Some(Asked::View(measure.job, request)));
                return;
            }
        }
        let context = self.context();
        let begun = measure.work.take();
        let Some(mut work) = begun.or_else(|| measuring::begin(context, &measure.query)) else {
            return;
        };
        match work.step(context) {
            measuring::Step::Working(_, first) => {
                measure.work = Some(work);
                if let Some(first) = first {
                    let answered = Box::new((measure.query.clone(), *first));
                    self.say(measure.job, Reply::Answered(answered));
                }
                self.work.push_front(Work::Measure(measure));
            }
            measuring::Step::Done(measured) => self.finish_measure(*measure, measured),
        }
    }

    fn finish_measure(&mut self, measure: Measure, mut measured: Box<dyn measuring::Measured>) {
        let answer = measured.answer(self.context(), &measure.query);
        self.measured.keep(measure.query.clone(), measured);
        let answered = Box::new((measure.query, answer));
        self.say(measure.job, Reply::Answered(answered));
    }

    /// Ends a measure at the user's wish; it is answered with what there is so far.
    fn stop_measure(&mut self, stop: JobId) {
        let Some(mut measure) = self.take_measure(stop) else {
            return;
        };
        let context = self.context();
        // What was begun for another corpus or other choices is no part of this answer.
        let begun = measure.work.take();
        let begun = begun.filter(|_| measure.counts == self.counts);
        let work = begun.or_else(|| measuring::begin(context, &measure.query));
        if let Some(work) = work {
            let measured = work.stop(context);
            self.finish_measure(*measure, measured);
        }
    }

    /// Takes a measure off the queue, also one that waits for names, speakers and phrases.
    fn take_measure(&mut self, job: JobId) -> Option<Box<Measure>> {
        let is_it = |work: &Work| matches!(work, Work::Measure(measure) if measure.job == job);
        let place = self.work.iter().position(is_it);
        if let Some(Work::Measure(measure)) = place.and_then(|place| self.work.remove(place)) {
            return Some(measure);
        }
        let is_asked = |asked: &Asked| matches!(asked, Asked::View(one, ViewRequest::Query(query)) if *one == job && query.is_measured());
        let is_shown = |work: &Work| matches!(work, Work::Show(asked) if is_asked(asked));
        let place = self.work.iter().position(is_shown);
        let asked = match place.and_then(|place| self.work.remove(place)) {
            Some(Work::Show(asked)) => Some(asked),
            _ => self.work.iter_mut().find_map(|work| match work {
                Work::Gather(_, waiting) => {
                    let place = waiting.iter().position(is_asked)?;
                    Some(waiting.remove(place))
                }
                _ => None,
            }),
        };
        let Some(Asked::View(job, ViewRequest::Query(query))) = asked else {
            return None;
        };
        Some(Box::new(Measure {
            job,
            query,
            counts: self.counts,
            work: None,
        }))
    }

    /// The answer to a question, worked out at one go: for the command line and for files to take away.
    pub fn ask(&mut self, query: &Query) -> Answer {
        let mut known = std::mem::take(&mut self.measured);
        let answer = known.answer(self.context(), query);
        self.measured = known;
        // A file to take away never holds a part of a table because the user once stopped it.
        if let Some(answer) = answer.filter(|answer| !answer.is_stopped()) {
            return answer;
        }
        let Some(mut work) = measuring::begin(self.context(), query) else {
            return super::answers::answer(self.context(), query);
        };
        loop {
            if let measuring::Step::Done(mut measured) = work.step(self.context()) {
                let answer = measured.answer(self.context(), query);
                self.measured.keep(query.clone(), measured);
                return answer;
            }
        }
    }

    /// The candidates for new words, searched for at one go if need be.
    pub fn new_words(&mut self) -> NewWords {
        loop {
            if let Some(found) = self.search_new_words() {
                return found.clone();
            }
        }
    }

    /// Brings what is known of the documents up to date, and tells what changed.
    fn settle_metadata(&mut self, job: JobId) {
        let chosen = &self.plan.project.metadata;
        let was_stale = self.metadata.is_stale();
        if let Some(changes) = self.metadata.settle(&self.corpus, chosen) {
            self.say(job, Reply::Metadata(changes));
        }
        if was_stale {
            if self.is_any_unnamed() {
                self.queue_listing();
            }
            let filter = &self.plan.project.metadata.counted_only;
            let out = self.metadata.filtered_out(&self.corpus, filter);
            if out != *self.plan.filtered_out() {
                self.plan.filter_out(out);
                self.methods = None;
                // Which article of a story stays depends on which are wanted.
                self.leave_out_repeated();
                self.forget_counts();
            }
        }
    }

    /// The documents changed: what was counted and compared no longer holds.
    fn corpus_changed(&mut self) {
        self.metadata.touch();
        self.forget_counts();
        self.methods = None;
        self.stories = None;
        self.forget_findings();
        self.queue_listing();
        self.leave_out_repeated();
        let (comparing, kept): (VecDeque<_>, VecDeque<_>) = std::mem::take(&mut self.work)
            .into_iter()
            .partition(|work| matches!(work, Work::Compare(_)));
        self.work = kept;
        let mut waiting = Vec::new();
        for work in comparing {
            if let Work::Compare(comparing) = work {
                waiting.extend(comparing.waiting);
            }
        }
        if !waiting.is_empty() || self.plan.settings.duplicates_once {
            self.queue_comparing(Comparing::new(&self.corpus, waiting));
        }
    }

    fn step_comparing(&mut self, mut comparing: Comparing) {
        if !comparing.step(&self.corpus) {
            self.work.push_front(Work::Compare(comparing));
            return;
        }
        self.settle_metadata(JobId(0));
        self.stories = Some(comparing.finish(&self.corpus));
        self.leave_out_repeated();
        self.forget_counts();
        self.methods = None;
        self.begin_trying_anew();
        if self.plan.settings.duplicates_once {
            self.say(JobId(0), Reply::Compared);
        }
        for waiting in comparing.waiting {
            match waiting {
                Waiting::View(job) => {
                    let reply = self.duplicates();
                    self.say(job, reply);
                }
                Waiting::Choice(job) => self.chosen(job),
            }
        }
    }

    /// What questions are answered from.
    pub(super) fn context(&self) -> Context<'_> {
        Context {
            corpus: &self.corpus,
            plan: &self.plan,
            metadata: &self.metadata,
            segmenter: &self.segmenter,
            findings: self.findings.as_ref(),
            names: self
                .findings
                .as_ref()
                .map(|findings| &findings.index)
                .or(self.names.as_ref()),
            methods: self.methods.as_ref(),
            word_list: self.word_list.as_ref(),
            idf: self.idf.as_ref(),
        }
    }

    /// Puts the names of all documents together, as far as they are found.
    fn index_names(&mut self) {
        if self.findings.is_none() && self.names.is_none() {
            self.names = Some(index_of(&self.corpus, &self.plan, &self.segmenter));
        }
    }

    /// Answers a view, now or once what it needs is found.
    fn show(&mut self, job: JobId, request: ViewRequest) {
        self.settle_metadata(job);
        if self.needs_findings(&request) {
            self.gather(Some(Asked::View(job, request)));
        } else if let ViewRequest::Query(query) = &request
            && query.is_measured()
        {
            self.measure(job, query.clone());
        } else if self.methods.is_none() && asks_for_methods(&request) {
            self.try_methods(Asked::View(job, request));
        } else {
            let reply = self.view(&request);
            self.say(job, reply);
        }
    }

    /// Whether a view shows names, speakers or phrases, which are to be found first.
    fn needs_findings(&self, request: &ViewRequest) -> bool {
        let counts = self.plan.project.counted_speaker.is_some()
            && matches!(
                request,
                ViewRequest::Overview { .. }
                    | ViewRequest::Words { .. }
                    | ViewRequest::Lines { .. }
                    | ViewRequest::Query(_)
            );
        let project = &self.plan.project;
        let asks = matches!(request, ViewRequest::Query(query)
            if query.asks_for_findings() || measuring::needs_findings(query, project));
        self.are_findings_stale() && (counts || asks)
    }

    /// Whether names, speakers and phrases are to be found anew; what no longer holds is dropped by then.
    fn are_findings_stale(&self) -> bool {
        self.findings.is_none() || self.is_any_unnamed()
    }

    /// Whether names of a document are to be found: the place whose paper it is, or the passes, became others.
    fn is_any_unnamed(&self) -> bool {
        let is_unnamed = |document: &Document| is_unnamed(document, &self.plan, &self.metadata);
        self.corpus.documents().iter().any(is_unnamed)
    }

    fn export_waits(&mut self, request: &Export) -> bool {
        self.settle_metadata(JobId(0));
        let counts = self.plan.project.counted_speaker.is_some();
        (counts || request.holds_findings()) && self.are_findings_stale()
    }

    /// Finds names, speakers and phrases, for one who waits; joins work that is going on.
    fn gather(&mut self, asked: Option<Asked>) {
        let in_work = self.work.iter_mut().find_map(|work| match work {
            Work::Gather(_, waiting) => Some(waiting),
            _ => None,
        });
        match in_work {
            Some(waiting) => asked.into_iter().for_each(|asked| asked.join(waiting)),
            None => {
                let gathering = Box::new(Gathering::new(&self.plan));
                self.queue_before_exports(Work::Gather(gathering, Vec::from_iter(asked)));
            }
        }
    }

    /// Tries other ways of segmenting, for one who waits; joins work that is going on.
    fn try_methods(&mut self, asked: Asked) {
        let in_work = self.work.iter_mut().find_map(|work| match work {
            Work::Try(_, waiting) => Some(waiting),
            _ => None,
        });
        match in_work {
            Some(waiting) => asked.join(waiting),
            None => {
                let trying = Box::new(Trying::new(&self.corpus, &self.plan));
                self.queue_before_exports(Work::Try(trying, vec![asked]));
            }
        }
    }

    fn step_gathering(&mut self, mut gathering: Box<Gathering>, asked: Vec<Asked>) {
        let given = Given {
            plan: &self.plan,
            metadata: &self.metadata,
            segmenter: &self.segmenter,
        };
        if !gathering.step(&mut self.corpus, given) {
            self.work.push_front(Work::Gather(gathering, asked));
            return;
        }
        self.findings = Some(gathering.finish());
        self.count_speaker();
        let is_choice = asked.iter().any(|asked| matches!(asked, Asked::Choice(_)));
        if self.plan.project.counted_speaker.is_some() && !is_choice {
            self.say(JobId(0), Reply::Relisted);
        }
        self.answer_all(asked);
    }

    fn step_trying(&mut self, mut trying: Box<Trying>, asked: Vec<Asked>) {
        if !trying.step(&self.corpus, &self.plan, &self.segmenter) {
            self.work.push_front(Work::Try(trying, asked));
            return;
        }
        self.methods = Some(trying.finish(&self.plan));
        self.answer_all(asked);
    }

    /// Answers those that waited, before anything else and one a step: each may take long.
    fn answer_all(&mut self, asked: Vec<Asked>) {
        for asked in asked.into_iter().rev() {
            self.work.push_front(Work::Show(asked));
        }
    }

    /// Only options of measures, groups, lists to compare with or marks changed: what does not hang on them holds.
    fn measures_changed(&mut self, before: &Plan) {
        self.measured.retain(before, &self.plan);
        for work in &mut self.work {
            if let Work::Measure(measure) = work
                && !measuring::holds(&measure.query, before, &self.plan)
            {
                measure.counts = NO_COUNTS;
            }
        }
    }

    /// The choices changed: what hangs on them no longer holds.
    fn choices_changed(&mut self, before: &Plan) {
        self.forget_counts();
        self.methods = None;
        self.begin_trying_anew();
        let (old, new) = (&before.project, &self.plan.project);
        let is_same = old.names == new.names
            && old.phrases == new.phrases
            && before.settings.cleanup == self.plan.settings.cleanup;
        if is_same && self.findings.is_some() {
            self.count_speaker();
        } else {
            self.forget_findings();
        }
    }

    /// Counts the words of the speaker whose words alone are counted, as the tokens are now.
    fn count_speaker(&mut self) {
        let speaker = self.plan.project.counted_speaker.as_ref();
        if let (Some(findings), Some(speaker)) = (&self.findings, speaker) {
            let spoken = spoken_by(&self.corpus, findings, speaker);
            self.plan.count_only(Some(spoken));
            self.forget_counts();
            self.methods = None;
        }
    }

    /// What was found no longer holds. Work on it begins anew; where one speaker's words are counted, it is due.
    fn forget_findings(&mut self) {
        self.findings = None;
        self.names = None;
        let is_due = self.plan.project.counted_speaker.is_some();
        if is_due {
            self.plan.count_only(Some(Spoken::default()));
        }
        let mut waiting = Vec::new();
        let mut is_in_work = false;
        self.work.retain_mut(|work| match work {
            Work::Gather(_, asked) => {
                is_in_work = true;
                waiting.append(asked);
                false
            }
            _ => true,
        });
        if is_due || is_in_work {
            let gathering = Box::new(Gathering::new(&self.plan));
            self.queue_before_exports(Work::Gather(gathering, waiting));
        }
        self.begin_trying_anew();
    }

    /// Other ways of segmenting are tried on another corpus, or for other choices.
    fn begin_trying_anew(&mut self) {
        let mut waiting = Vec::new();
        self.work.retain_mut(|work| match work {
            Work::Try(_, asked) => {
                waiting.append(asked);
                false
            }
            _ => true,
        });
        if !waiting.is_empty() {
            let trying = Box::new(Trying::new(&self.corpus, &self.plan));
            self.queue_before_exports(Work::Try(trying, waiting));
        }
    }

    fn leave_out_repeated(&mut self) {
        let repeated = match &self.stories {
            Some(stories) if self.plan.settings.duplicates_once => {
                stories.repeated(&self.corpus, &self.plan)
            }
            _ => BTreeSet::new(),
        };
        self.plan.leave_out_repeated(repeated);
    }

    fn duplicates(&self) -> Reply {
        let stories = self.stories.as_ref();
        Reply::Duplicates(stories.map_or_else(DuplicatesView::default, |stories| {
            stories.view(&self.corpus, &self.plan)
        }))
    }

    /// Only readings and measures can be stopped: every other job is due an answer, and choices stay in force.
    fn stop(&mut self, job: JobId, stop: JobId) {
        self.stop_measure(stop);
        let document = self.work.iter().find_map(|work| match work {
            Work::Read(reading) if reading.order.job == stop => Some(reading.order.document),
            _ => None,
        });
        if let Some(document) = document {
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
        let options = self.plan.token_options();
        let mut tools = Tools {
            segmenter: &self.segmenter,
            vocabulary: &mut self.corpus.vocabulary,
            options,
            plan: &self.plan,
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
        let metadata = self
            .metadata
            .take_in(&document, &self.plan.project.metadata);
        let view = document_view(&document, metadata.clone());
        self.corpus.insert(document);
        self.corpus_changed();
        self.say(job, Reply::Read(Box::new(view)));
    }

    fn step_resegmenting(&mut self, mut resegmenting: Box<Resegmenting>) {
        if !resegmenting.step(&mut self.corpus, &self.plan, &self.segmenter) {
            self.work.push_front(Work::Resegment(resegmenting));
            return;
        }
        let (job, cause) = (resegmenting.job, resegmenting.cause);
        let mended = resegmenting.finish(&mut self.corpus);
        let listed = self.plan.listed();
        self.corpus.vocabulary.take_listed_tags(listed);
        self.forget_counts();
        self.count_speaker();
        if !mended.is_empty() {
            // Names that are being found may be those of a page as it was.
            self.renaming = Renaming::default();
            self.corpus_changed();
        }
        self.settle_metadata(job);
        for id in mended {
            if let Some(document) = self.corpus.document(id) {
                let metadata = self.metadata.get(id).cloned().unwrap_or_default();
                let view = Box::new(document_view(document, metadata));
                self.say(job, Reply::Read(view));
            }
        }
        match cause {
            Cause::Choice => self.chosen(job),
            Cause::Names => self.say(job, Reply::Relisted),
        }
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
                self.index_names();
                let document = self.corpus.document(*document);
                Reply::Clean(document.map(|document| {
                    let units = (*units).min(MOST_ROWS);
                    clean_view(&self.context(), document, *first_unit, units)
                }))
            }
            ViewRequest::Review {
                scope,
                first_item,
                items,
            } => {
                let items = (*items).min(MOST_ROWS);
                Reply::Review(review(&self.corpus, &self.plan, *scope, *first_item, items))
            }
            ViewRequest::Duplicates => self.duplicates(),
            ViewRequest::SideBySide { left, right } => {
                Reply::SideBySide(side_by_side(&self.corpus, *left, *right))
            }
            ViewRequest::Cleanup => Reply::Cleanup(cleanup(&self.corpus, &self.plan)),
            ViewRequest::Changes {
                step,
                first_row,
                rows,
            } => Reply::Changes(changes(
                &self.corpus,
                &self.plan,
                *step,
                *first_row,
                (*rows).min(MOST_ROWS),
            )),
            ViewRequest::ChangeLines {
                step,
                kind,
                first_row,
                rows,
            } => Reply::Lines(change_lines(
                &self.corpus,
                &self.plan,
                *step,
                kind,
                *first_row,
                (*rows).min(MOST_ROWS),
            )),
            ViewRequest::Query(query) => {
                if matches!(query, Query::Trust { .. } | Query::Consistency { .. }) {
                    self.word_list();
                }
                let answer = answer(self.context(), query);
                Reply::Answered(Box::new((query.clone(), answer)))
            }
            ViewRequest::StopWords => Reply::StopWords(StopWords::built_in().as_slice().to_vec()),
        }
    }
}

/// Whether a view compares the counts under several ways of segmenting.
fn asks_for_methods(request: &ViewRequest) -> bool {
    matches!(
        request,
        ViewRequest::Query(Query::Trust { .. } | Query::Consistency { .. })
    )
}

/// What a job of segmenting again says when it is done, or another one takes its place.
fn answer_of(work: &Work) -> Reply {
    match work {
        Work::Resegment(resegmenting) if resegmenting.cause == Cause::Names => Reply::Relisted,
        _ => Reply::Chosen,
    }
}

fn waiting_bytes(work: &Work) -> u64 {
    match work {
        Work::Read(reading) => reading.size_bytes(),
        Work::Resegment(_)
        | Work::Compare(_)
        | Work::Gather(..)
        | Work::Try(..)
        | Work::List
        | Work::Discover(..)
        | Work::Measure(_)
        | Work::Show(_)
        | Work::Export(..) => 0,
    }
}
