//! The line to the worker as the components use it: verbs, and nothing to wait for. Answers come back as actions.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use yew::{Callback, MouseEvent, UseReducerDispatcher, hook, use_memo};

use super::state::{Action, AskAction, Change, Choices, MendAction, Notice, Spot, State};
use crate::engine::protocol::{Export, JobId, Reply, TableFormat, ViewRequest};
use crate::engine::query::{Query, QueryKind};
use crate::report::views::DocumentId;
use crate::text::decode::Encoding;
use crate::text::sorted_map::SortedMap;
use crate::web::bridge::{Bridge, BridgeEvent, Content, Sample};
use crate::web::dom::JsString;
use crate::web::{download, files};

/// How the name of a project file ends.
const PROJECT_EXTENSION: &str = ".cijing.json";
/// The largest file that is read as a project or a word list, in bytes: a million corrections are smaller.
const LARGEST_PROJECT_BYTES: f64 = 100_000_000.0;
use crate::web::files::NamedFile;

/// What a file of words is read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordFile {
    /// 用户词典.
    Lexicon,
    /// 停用词.
    StopWords,
    /// 参照词表.
    Reference,
}

/// The line to the worker, and to the state. Cheap to clone; all clones are one line.
#[derive(Clone)]
pub struct Engine(Rc<Line>);

struct Line {
    bridge: Bridge,
    dispatch: UseReducerDispatcher<State>,
    kept: RefCell<SortedMap<DocumentId, (String, Content, Option<Encoding>)>>,
    next_document: Cell<u32>,
    asked: RefCell<Vec<(ViewRequest, u32)>>,
    file_names: FileNames,
}

/// Under which name each file that was asked for is saved.
type FileNames = Rc<RefCell<SortedMap<JobId, String>>>;

impl PartialEq for Engine {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Starts the worker once, for as long as the component lives.
#[hook]
pub fn use_engine(dispatch: UseReducerDispatcher<State>) -> Engine {
    let line = use_memo((), |()| Line::start(dispatch));
    Engine(line)
}

impl Line {
    fn start(dispatch: UseReducerDispatcher<State>) -> Self {
        let file_names = FileNames::default();
        let on_event = {
            let (dispatch, file_names) = (dispatch.clone(), Rc::clone(&file_names));
            move |event| match event {
                BridgeEvent::Reply {
                    job,
                    reply: Reply::Export { export, bytes },
                } => {
                    let is_saved = save(file_names.borrow_mut().remove(&job), &export, &bytes);
                    if is_saved && export == Export::Project {
                        dispatch.dispatch(Action::Mend(MendAction::Saved));
                    }
                }
                event => dispatch.dispatch(event.into()),
            }
        };
        Self {
            bridge: Bridge::start(Rc::new(on_event)),
            dispatch,
            kept: RefCell::default(),
            next_document: Cell::new(1),
            asked: RefCell::default(),
            file_names,
        }
    }
}

/// The media type of .xlsx.
const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Saves a file that has arrived, and says whether it did. One that nobody waits for any more has no name, and is
/// dropped; a download that the browser refuses is told by the browser.
fn save(name: Option<String>, export: &Export, bytes: &[u8]) -> bool {
    let media_type = match export {
        Export::WordsCsv
        | Export::ArticlesCsv { .. }
        | Export::NamesCsv(_)
        | Export::NameListsCsv
        | Export::MatrixCsv { .. }
        | Export::PhrasesCsv(_)
        | Export::SpeakersCsv
        | Export::NewWordsCsv => "text/csv;charset=utf-8",
        Export::Table { format, .. } | Export::Concordance { format, .. } => match format {
            TableFormat::Csv => "text/csv;charset=utf-8",
            TableFormat::Json => "application/json",
            TableFormat::Xlsx => WORKBOOK,
        },
        Export::Workbook(_) => WORKBOOK,
        Export::WordsJson | Export::PageJson(_) | Export::Project | Export::SettingsJson => {
            "application/json"
        }
        Export::CleanText(_)
        | Export::AllCleanText
        | Export::LexiconText
        | Export::MethodsText(_) => "text/plain;charset=utf-8",
    };
    name.is_some_and(|name| download::save(&name, media_type, bytes).is_ok())
}

impl Engine {
    /// Tells the state what happened.
    pub fn dispatch(&self, action: Action) {
        self.0.dispatch.dispatch(action);
    }

    /// Adds files; project files are opened.
    pub fn add_files(&self, files: Vec<NamedFile>) {
        for NamedFile { file, name } in files {
            if name.to_ascii_lowercase().ends_with(PROJECT_EXTENSION) {
                self.open_project(file);
                continue;
            }
            let size = file.size() as u64;
            self.add(name, Some(size), Content::File(file));
        }
    }

    /// Opens a file as a project, whatever its name.
    pub fn open_project(&self, file: crate::web::dom::File) {
        let engine = self.clone();
        let opened = move |bytes: Option<Vec<u8>>| match bytes {
            Some(bytes) => engine.0.bridge.open_project(bytes),
            None => engine.dispatch(Action::Mend(MendAction::Open(Err(None)))),
        };
        files::read_small(file, LARGEST_PROJECT_BYTES, Rc::new(opened));
    }

    /// Asks for the choices as a project file, to be saved under a name to which the extension is added.
    pub fn save_project(&self, name: &str) {
        self.dispatch(Action::Mend(MendAction::Save));
        self.export(Export::Project, format!("{name}{PROJECT_EXTENSION}"));
    }

    /// Reads a file as a list of words, or of stop words, whatever its name.
    pub fn import(&self, kind: WordFile, file: NamedFile) {
        let (engine, name) = (self.clone(), file.name);
        let read = move |bytes: Option<Vec<u8>>| match (bytes, kind) {
            (Some(bytes), WordFile::Lexicon) => engine.0.bridge.import_words(name.clone(), bytes),
            (Some(bytes), WordFile::StopWords) => engine.0.bridge.import_stop_words(bytes),
            (Some(bytes), WordFile::Reference) => {
                engine.0.bridge.import_reference(name.clone(), bytes);
            }
            (None, _) => engine.dispatch(Action::Notify(Notice::ImportFailed)),
        };
        files::read_small(file.file, LARGEST_PROJECT_BYTES, Rc::new(read));
    }

    /// What a button does that tells the state something.
    pub fn act(&self, action: Action) -> Callback<MouseEvent> {
        let engine = self.clone();
        Callback::from(move |_| engine.dispatch(action.clone()))
    }

    /// What a button does that changes a choice.
    pub fn change(&self, change: Change) -> Callback<MouseEvent> {
        self.act(Action::Choose(change))
    }

    /// What a button does that asks for a place.
    pub fn asks(&self, spot: Spot, query: Query) -> Callback<MouseEvent> {
        self.act(Action::Ask(AskAction::Ask(spot, query)))
    }

    /// What a button does that saves a file.
    pub fn saves(&self, export: Export, file_name: String) -> Callback<MouseEvent> {
        let engine = self.clone();
        Callback::from(move |_| engine.export(export.clone(), file_name.clone()))
    }

    /// Adds pasted text under a name that is made from its number.
    pub fn add_pasted(&self, text: JsString, name: fn(u32) -> String) {
        let name = name(self.0.next_document.get());
        self.add(name, None, Content::Pasted(text));
    }

    /// Adds a sample.
    pub fn add_sample(&self, sample: Sample, name: &str) {
        self.add(name.to_owned(), None, Content::Sample(sample));
    }

    fn add(&self, name: String, size: Option<u64>, content: Content) {
        let id = DocumentId(self.0.next_document.get());
        self.0.next_document.set(id.0 + 1);
        self.dispatch(Action::Add(id, name.clone(), size));
        self.0.bridge.read(id, &name, content.clone(), None);
        self.0.kept.borrow_mut().insert(id, (name, content, None));
    }

    /// Reads a document again; with another encoding, or as it was detected.
    pub fn reread(&self, id: DocumentId, encoding: Option<Encoding>) {
        if let Some((_, _, chosen)) = self.0.kept.borrow_mut().get_mut(&id) {
            *chosen = encoding;
        }
        // Its articles will be others.
        self.dispatch(Action::CountAll(id));
        self.retry(id);
    }

    /// Reads a document again as it was read before.
    pub fn retry(&self, id: DocumentId) {
        let kept = self.0.kept.borrow().get(&id).cloned();
        if let Some((name, content, encoding)) = kept {
            self.dispatch(Action::Reread(id));
            self.0.bridge.read(id, &name, content, encoding);
        }
    }

    /// Stops the work on a document.
    pub fn stop(&self, id: DocumentId) {
        self.0.bridge.stop(id);
    }

    /// What a button does that ends the work on a question of a sort.
    pub fn stops(&self, kind: QueryKind) -> Callback<MouseEvent> {
        let engine = self.clone();
        Callback::from(move |_| engine.0.bridge.stop_question(kind))
    }

    /// Forgets a document.
    pub fn remove(&self, id: DocumentId) {
        self.0.kept.borrow_mut().remove(&id);
        self.0.bridge.remove(id);
        self.dispatch(Action::Remove(id));
    }

    /// Sets the choices.
    pub fn choose(&self, choices: &Choices) {
        self.0.bridge.choose(&choices.settings, &choices.project);
    }

    /// Asks for what the screen wants now, and for nothing twice.
    pub fn ask(&self, wanted: &[(ViewRequest, u32)]) {
        let asked = self.0.asked.replace(wanted.to_vec());
        for request in wanted.iter().filter(|request| !asked.contains(request)) {
            self.0.bridge.view(request.0.clone());
        }
    }

    /// Asks for a file to take away, to be saved under this name.
    pub fn export(&self, export: Export, file_name: String) {
        let job = self.0.bridge.export(export);
        self.0.file_names.borrow_mut().insert(job, file_name);
    }
}
