//! What the page has asked of the worker: pure bookkeeping, so that it can be tested without a browser.

use crate::engine::choices::{Project, Settings};
use crate::engine::protocol::{
    Export, FromWorker, JobId, Reply, Request, Stage, ToWorker, ViewRequest,
};
use crate::engine::query::QueryKind;
use crate::report::views::DocumentId;
use crate::text::decode::Encoding;
use crate::text::sorted_map::SortedMap;

/// A document as the page keeps it: all that a new worker needs to read it again.
#[derive(Debug, Clone)]
struct Entry<Content> {
    name: String,
    content: Content,
    encoding: Option<Encoding>,
    /// The newest job that reads it; answers to older ones are dropped.
    job: JobId,
    /// Whether that job is not answered yet.
    pending: bool,
}

/// Kinds of view, of which only the newest request counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum ViewKind {
    Overview,
    Words,
    Lines,
    Source,
    Clean,
    StopWords,
    Review,
    Duplicates,
    SideBySide,
    Cleanup,
    Changes,
    Query(QueryKind),
}

impl ViewKind {
    fn of(request: &ViewRequest) -> Self {
        match request {
            ViewRequest::Overview { .. } => Self::Overview,
            ViewRequest::Words { .. } => Self::Words,
            ViewRequest::Lines { .. } => Self::Lines,
            ViewRequest::Source { .. } => Self::Source,
            ViewRequest::Clean { .. } => Self::Clean,
            ViewRequest::StopWords => Self::StopWords,
            ViewRequest::Cleanup => Self::Cleanup,
            ViewRequest::Changes { .. } => Self::Changes,
            ViewRequest::ChangeLines { .. } => Self::Lines,
            ViewRequest::Review { .. } => Self::Review,
            ViewRequest::Duplicates => Self::Duplicates,
            ViewRequest::SideBySide { .. } => Self::SideBySide,
            ViewRequest::Query(query) => Self::Query(query.kind()),
        }
    }
}

/// What was asked and not yet answered, and everything that a new worker must be told.
#[derive(Debug)]
pub struct Ledger<Content> {
    last_job: JobId,
    documents: SortedMap<DocumentId, Entry<Content>>,
    choices: Option<(Settings, Project)>,
    choosing: Option<JobId>,
    views: SortedMap<ViewKind, (JobId, ViewRequest)>,
    exports: SortedMap<JobId, Export>,
    /// Word lists that are read, with their bytes.
    imports: SortedMap<JobId, Request>,
    in_work: Option<(DocumentId, Stage)>,
}

impl<Content> Default for Ledger<Content> {
    fn default() -> Self {
        Self {
            last_job: JobId(0),
            documents: SortedMap::new(),
            choices: None,
            choosing: None,
            views: SortedMap::new(),
            exports: SortedMap::new(),
            imports: SortedMap::new(),
            in_work: None,
        }
    }
}

impl<Content: Clone> Ledger<Content> {
    fn message(&mut self, request: Request) -> ToWorker {
        self.last_job = JobId(self.last_job.0 + 1);
        ToWorker {
            job: self.last_job,
            request,
        }
    }

    /// Notes that a document is to be read.
    pub fn read(
        &mut self,
        document: DocumentId,
        name: &str,
        content: Content,
        encoding: Option<Encoding>,
    ) -> ToWorker {
        let message = self.message(Request::Read {
            document,
            name: name.to_owned(),
            encoding,
        });
        let entry = Entry {
            name: name.to_owned(),
            content,
            encoding,
            job: message.job,
            pending: true,
        };
        self.documents.insert(document, entry);
        message
    }

    /// Notes that a document is to be forgotten.
    pub fn remove(&mut self, document: DocumentId) -> ToWorker {
        self.forget(document);
        self.message(Request::Remove { document })
    }

    /// The message that stops the reading of a document; `None` if it is not being read.
    pub fn stop(&mut self, document: DocumentId) -> Option<ToWorker> {
        let entry = self
            .documents
            .get(&document)
            .filter(|entry| entry.pending)?;
        let stop = entry.job;
        Some(self.message(Request::Stop { stop }))
    }

    /// Whether a document's reading is not answered yet.
    pub fn is_pending(&self, document: DocumentId) -> bool {
        self.documents
            .get(&document)
            .is_some_and(|entry| entry.pending)
    }

    /// Notes the choices.
    pub fn choose(&mut self, settings: &Settings, project: &Project) -> ToWorker {
        self.choices = Some((settings.clone(), project.clone()));
        let message = self.message(Request::Choose {
            settings: settings.clone(),
            project: project.clone(),
        });
        self.choosing = Some(message.job);
        message
    }

    /// Notes a request for a view; it replaces an older one of its kind.
    pub fn view(&mut self, request: ViewRequest) -> ToWorker {
        let message = self.message(Request::View(request.clone()));
        self.views
            .insert(ViewKind::of(&request), (message.job, request));
        message
    }

    /// The message that ends the work on a question of a sort, which is then answered with what there is; `None` if
    /// none is in work.
    pub fn stop_question(&mut self, kind: QueryKind) -> Option<ToWorker> {
        let stop = self.views.get(&ViewKind::Query(kind))?.0;
        Some(self.message(Request::Stop { stop }))
    }

    /// Asks what a project file holds. Not noted: should the worker be lost, the user opens it again.
    pub fn open_project(&mut self, bytes: Vec<u8>) -> ToWorker {
        self.message(Request::OpenProject { bytes })
    }

    /// Notes a word list of which is asked what it holds.
    pub fn import_words(&mut self, name: String, bytes: Vec<u8>) -> ToWorker {
        self.import(Request::ImportWords { name, bytes })
    }

    /// The same of a list of stop words.
    pub fn import_stop_words(&mut self, bytes: Vec<u8>) -> ToWorker {
        self.import(Request::ImportStopWords { bytes })
    }

    /// The same of a list of words with counts to compare with.
    pub fn import_reference(&mut self, name: String, bytes: Vec<u8>) -> ToWorker {
        self.import(Request::ImportReference { name, bytes })
    }

    fn import(&mut self, request: Request) -> ToWorker {
        let message = self.message(request);
        self.imports.insert(message.job, message.request.clone());
        message
    }

    /// Whether a word list is not read yet.
    pub fn is_importing(&self) -> bool {
        !self.imports.is_empty()
    }

    /// Notes a request for a file to take away.
    pub fn export(&mut self, export: Export) -> ToWorker {
        let message = self.message(Request::Export(export.clone()));
        self.exports.insert(message.job, export);
        message
    }

    /// Hears an answer: gives it back if it is still of interest.
    pub fn hear(&mut self, message: FromWorker) -> Option<FromWorker> {
        let job = message.job;
        let current = match &message.reply {
            Reply::Progress {
                document, stage, ..
            } => {
                self.in_work = Some((*document, *stage));
                self.documents.contains_key(document)
            }
            Reply::Answering => {
                self.in_work = None;
                false
            }
            Reply::Read(view) => self.hear_end(view.id, job) || self.hear_mended(view.id),
            Reply::Failed { document, .. } => {
                let current = self.hear_end(*document, job);
                if current {
                    self.documents.remove(document);
                }
                current
            }
            Reply::Chosen => {
                self.in_work = None;
                let current = self.choosing == Some(job);
                self.choosing = self.choosing.filter(|_| !current);
                current
            }
            Reply::Project(_) => true,
            Reply::Export { .. } => self.exports.remove(&job).is_some(),
            Reply::Hello { .. }
            | Reply::Removed { .. }
            | Reply::Metadata(_)
            | Reply::Stopped { .. } => true,
            Reply::Overview(_) => self.hear_view(ViewKind::Overview, job),
            Reply::Words(_) => self.hear_view(ViewKind::Words, job),
            Reply::Lines(_) => self.hear_view(ViewKind::Lines, job),
            Reply::Source(_) => self.hear_view(ViewKind::Source, job),
            Reply::Clean(_) => self.hear_view(ViewKind::Clean, job),
            Reply::Compared | Reply::Relisted => {
                self.in_work = None;
                true
            }
            Reply::Duplicates(_) => self.hear_view(ViewKind::Duplicates, job),
            Reply::SideBySide(_) => self.hear_view(ViewKind::SideBySide, job),
            Reply::Review(_) => self.hear_view(ViewKind::Review, job),
            Reply::Cleanup(_) => self.hear_view(ViewKind::Cleanup, job),
            Reply::Changes(_) => self.hear_view(ViewKind::Changes, job),
            Reply::StopWords(_) => self.hear_view(ViewKind::StopWords, job),
            Reply::Answered(answered) if answered.1.is_partial() => {
                // The rest comes under the same number.
                self.is_newest(ViewKind::Query(answered.0.kind()), job)
            }
            Reply::Answered(answered) => self.hear_view(ViewKind::Query(answered.0.kind()), job),
            Reply::ImportedWords(_) | Reply::ImportedStopWords(_) | Reply::ImportedReference(_) => {
                self.imports.remove(&job).is_some()
            }
        };
        current.then_some(message)
    }

    fn hear_end(&mut self, document: DocumentId, job: JobId) -> bool {
        self.in_work = None;
        let entry = self
            .documents
            .get_mut(&document)
            .filter(|entry| entry.job == job);
        entry.map(|entry| entry.pending = false).is_some()
    }

    /// A document that no job reads was read before, and follows its corrections now: it is current whatever the job.
    fn hear_mended(&self, document: DocumentId) -> bool {
        let entry = self.documents.get(&document);
        entry.is_some_and(|entry| !entry.pending)
    }

    fn is_newest(&self, kind: ViewKind, job: JobId) -> bool {
        let newest = self.views.get(&kind);
        newest.is_some_and(|(newest, _)| *newest == job)
    }

    fn hear_view(&mut self, kind: ViewKind, job: JobId) -> bool {
        let current = self.is_newest(kind, job);
        if current {
            self.views.remove(&kind);
        }
        current
    }

    /// Whether the worker is at the bytes of a file, which may be slow to come.
    pub fn reads_bytes(&self) -> bool {
        matches!(self.in_work, Some((_, Stage::Detect | Stage::Decode)))
    }

    /// Whether an answer is due.
    pub fn is_waiting(&self) -> bool {
        self.choosing.is_some()
            || !self.views.is_empty()
            || !self.exports.is_empty()
            || !self.imports.is_empty()
            || self.documents.values().any(|entry| entry.pending)
    }

    /// Drops a document.
    pub fn forget(&mut self, document: DocumentId) {
        self.documents.remove(&document);
        self.in_work = self.in_work.filter(|(in_work, _)| *in_work != document);
    }

    /// After a worker died: drops the document it had in work and says which it was. Where it had none in work, what
    /// it was asked last may have killed it, so those requests are dropped instead.
    pub fn blame(&mut self) -> Option<DocumentId> {
        let blamed = self
            .in_work
            .take()
            .map(|(document, _)| document)
            .filter(|document| self.documents.contains_key(document));
        match blamed {
            Some(document) => self.forget(document),
            None => {
                self.views.clear();
                self.exports.clear();
                self.imports.clear();
            }
        }
        blamed
    }

    /// Everything that a new worker must be told, in order: the choices, the documents, the open questions.
    pub fn replay(&mut self) -> Vec<(ToWorker, Option<Content>)> {
        self.in_work = None;
        let mut messages = Vec::new();
        if let Some((settings, project)) = self.choices.clone() {
            messages.push((self.choose(&settings, &project), None));
        }
        for (document, entry) in self.documents.clone().into_entries() {
            let message = self.read(document, &entry.name, entry.content.clone(), entry.encoding);
            messages.push((message, Some(entry.content)));
        }
        let views = std::mem::take(&mut self.views);
        messages.extend(
            views
                .into_entries()
                .into_iter()
                .map(|(_, (_, request))| (self.view(request), None)),
        );
        // Files to take away keep their number: the page knows by it under which name they are saved.
        let exports = self.exports.iter().map(|(job, export)| {
            let request = Request::Export(export.clone());
            (ToWorker { job: *job, request }, None)
        });
        messages.extend(exports);
        let imports = self.imports.iter().map(|(job, request)| {
            let (job, request) = (*job, request.clone());
            (ToWorker { job, request }, None)
        });
        messages.extend(imports);
        messages
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::error::DocumentError;
    use crate::engine::query::{Answer, Measure, MeasureKind, Query};
    use crate::report::answers::group::Selection;
    use crate::report::answers::table::TableView;
    use crate::report::views::{DocumentView, OverviewView};

    const FIRST: DocumentId = DocumentId(1);
    const SECOND: DocumentId = DocumentId(2);

    fn overview(job: JobId) -> FromWorker {
        FromWorker {
            job,
            reply: Reply::Overview(OverviewView::default()),
        }
    }

    fn progress(document: DocumentId) -> FromWorker {
        FromWorker {
            job: JobId(1),
            reply: Reply::Progress {
                document,
                stage: Stage::Read,
                per_mille: 1,
            },
        }
    }

    fn read(job: JobId, document: DocumentId) -> FromWorker {
        let view = DocumentView::numbered(document);
        FromWorker {
            job,
            reply: Reply::Read(Box::new(view)),
        }
    }

    fn failed(job: JobId, document: DocumentId) -> FromWorker {
        FromWorker {
            job,
            reply: Reply::Failed {
                document,
                error: DocumentError::Empty,
            },
        }
    }

    fn names(messages: &[(ToWorker, Option<()>)]) -> Vec<&str> {
        messages
            .iter()
            .filter_map(|(message, _)| match &message.request {
                Request::Read { name, .. } => Some(name.as_str()),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn a_newer_view_replaces_an_older_one_of_its_kind() {
        let mut ledger = Ledger::<()>::default();
        let old = ledger.view(ViewRequest::Overview { keywords: 10 });
        let new = ledger.view(ViewRequest::Overview { keywords: 20 });
        assert!(ledger.hear(overview(old.job)).is_none());
        assert!(ledger.hear(overview(new.job)).is_some());
        assert!(!ledger.is_waiting());
    }

    fn found(job: JobId, per_mille: u16) -> FromWorker {
        let query = Query::Table {
            measure: ngrams(),
            order: None,
            containing: String::new(),
            first_row: 0,
            rows: 200,
        };
        let view = TableView {
            per_mille,
            ..TableView::default()
        };
        FromWorker {
            job,
            reply: Reply::Answered(Box::new((query, Answer::Table(view)))),
        }
    }

    fn ngrams() -> Measure {
        Measure::Ngrams {
            of: Selection::All,
            with: String::new(),
        }
    }

    #[test]
    fn a_question_stays_open_until_its_whole_answer_is_there() {
        let mut ledger = Ledger::<()>::default();
        let query = |first_row| {
            ViewRequest::Query(Query::Table {
                measure: ngrams(),
                order: None,
                containing: String::new(),
                first_row,
                rows: 200,
            })
        };
        let old = ledger.view(query(0));
        let new = ledger.view(query(200));
        assert!(
            ledger.hear(found(old.job, 300)).is_none(),
            "of an older one"
        );
        assert!(ledger.hear(found(new.job, 300)).is_some());
        assert!(ledger.hear(found(new.job, 600)).is_some());
        let kind = QueryKind::Table(MeasureKind::Ngrams);
        let stop = ledger.stop_question(kind).map(|stop| stop.request);
        assert_eq!(stop, Some(Request::Stop { stop: new.job }));
        assert!(ledger.is_waiting());
        assert!(ledger.hear(found(new.job, 1000)).is_some());
        assert!(!ledger.is_waiting());
        assert!(ledger.hear(found(new.job, 1000)).is_none());
        assert!(ledger.stop_question(kind).is_none());
    }

    #[test]
    fn an_answer_to_an_older_reading_is_dropped() {
        let mut ledger = Ledger::default();
        let old = ledger.read(FIRST, "甲", (), None);
        let new = ledger.read(FIRST, "甲", (), Some(Encoding::Big5));
        assert!(ledger.hear(failed(old.job, FIRST)).is_none());
        assert!(ledger.is_pending(FIRST));
        assert!(ledger.hear(failed(new.job, FIRST)).is_some());
        assert!(!ledger.is_waiting());
    }

    #[test]
    fn a_mended_document_is_heard_unless_it_is_read_again() {
        let mut ledger = Ledger::default();
        let reading = ledger.read(FIRST, "甲", (), None);
        assert!(ledger.hear(read(reading.job, FIRST)).is_some());
        let choice = ledger.choose(&Settings::default(), &Project::default());
        assert!(ledger.hear(read(choice.job, FIRST)).is_some());
        // A newer choice that leaves this document as it is does not take back what the older one did to it.
        ledger.choose(&Settings::default(), &Project::default());
        assert!(ledger.hear(read(choice.job, FIRST)).is_some());
        assert!(ledger.hear(read(choice.job, SECOND)).is_none());
        ledger.read(FIRST, "甲", (), Some(Encoding::Big5));
        assert!(ledger.hear(read(choice.job, FIRST)).is_none());
        assert!(ledger.is_pending(FIRST));
    }

    #[test]
    fn a_crash_costs_the_document_in_work_only() {
        let mut ledger = Ledger::default();
        ledger.choose(&Settings::default(), &Project::default());
        ledger.read(FIRST, "甲", (), None);
        ledger.read(SECOND, "乙", (), None);
        ledger.view(ViewRequest::StopWords);
        ledger.hear(progress(FIRST));
        assert_eq!(ledger.blame(), Some(FIRST));
        let replay = ledger.replay();
        assert_eq!(names(&replay), ["乙"]);
        assert_eq!(replay.len(), 3, "choices, one document, one view");
    }

    #[test]
    fn a_word_list_is_read_by_the_next_worker_until_it_is_answered() {
        let mut ledger = Ledger::<()>::default();
        let list = ledger.import_words("词.txt".to_owned(), vec![1]);
        let stop_words = ledger.import_stop_words(vec![2]);
        let answer = |job| FromWorker {
            job,
            reply: Reply::ImportedStopWords(Vec::new()),
        };
        assert!(ledger.hear(answer(stop_words.job)).is_some());
        assert!(ledger.is_waiting() && ledger.is_importing());
        let replay = ledger.replay();
        let jobs: Vec<JobId> = replay.iter().map(|(message, _)| message.job).collect();
        assert_eq!(jobs, [list.job]);
        assert!(ledger.hear(answer(list.job)).is_some());
        assert!(!ledger.is_waiting() && ledger.replay().is_empty());
        ledger.import_stop_words(vec![3]);
        ledger.blame();
        assert!(!ledger.is_importing(), "it may have been what killed");
    }

    #[test]
    fn a_crash_without_a_document_in_work_drops_the_questions() {
        let mut ledger = Ledger::default();
        ledger.read(FIRST, "甲", (), None);
        ledger.view(ViewRequest::StopWords);
        assert_eq!(ledger.blame(), None);
        assert_eq!(names(&ledger.replay()), ["甲"]);
        assert!(ledger.views.is_empty());
    }
}
