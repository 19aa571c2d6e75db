//! What the screen knows: one [`State`] of shared parts, and one reducer for all that happens.
//!
//! The reducer is pure: no browser, no clock. What must be fetched follows from the state ([`State::requests`]), so no
//! component asks for anything by itself.

mod action;
mod blocks;
mod choice;
mod document;
mod history;
mod list;
mod reading;
mod request;
#[cfg(test)]
mod tests;

use std::rc::Rc;

use yew::Reducible;

pub use action::{Action, Area, Notice, Tab, Theme};
pub use choice::{Change, Choices};
pub use document::{Document, Status};
pub use history::History;
pub use list::{Lines, WordTable};
pub use reading::{Reading, Target};

use super::shared::Shared;
use super::text::Locale;
use crate::engine::error::DocumentError;
use crate::engine::protocol::Reply;
use crate::report::views::{DocumentId, DocumentView, OverviewView, ScalarRange};
use crate::web::bridge::BridgeEvent;

/// Everything the screen knows.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// The files, in the order in which they were added.
    pub documents: Shared<Vec<Shared<Document>>>,
    /// The choices with their history.
    pub choices: Shared<History<Choices>>,
    /// The built-in stop words in code point order; empty before they arrive.
    pub built_in_stop_words: Shared<Vec<String>>,
    /// How many bars the chart has.
    pub keywords: u32,
    /// The sums and the keywords.
    pub overview: Option<Shared<OverviewView>>,
    /// The word table.
    pub words: Shared<WordTable>,
    /// The lines of a word.
    pub lines: Shared<Lines>,
    /// The document that is read.
    pub reading: Shared<Reading>,
    /// The tab that is shown.
    pub tab: Tab,
    /// The area that a narrow screen shows.
    pub area: Area,
    /// The language of the screen.
    pub locale: Locale,
    /// Light or dark; `None` follows the system.
    pub theme: Option<Theme>,
    /// Messages over the page.
    pub notices: Shared<Vec<Notice>>,
    /// Whether a worker is up.
    pub engine_ready: bool,
    /// Rises whenever the counts have changed.
    pub counts: u32,
}

impl Default for State {
    fn default() -> Self {
        Self {
            documents: Shared::default(),
            choices: Shared::default(),
            built_in_stop_words: Shared::default(),
            keywords: 20,
            overview: None,
            words: Shared::default(),
            lines: Shared::default(),
            reading: Shared::default(),
            tab: Tab::default(),
            area: Area::default(),
            locale: Locale::default(),
            theme: None,
            notices: Shared::default(),
            engine_ready: false,
            counts: 0,
        }
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = (*self).clone();
        next.apply(action);
        if next == *self { self } else { Rc::new(next) }
    }
}

impl State {
    fn apply(&mut self, action: Action) {
        match action {
            Action::Add(id, name, size) => self.add(id, name, size),
            Action::Reread(id) => self.change_document(id, |document| {
                document.status = Status::Waiting;
            }),
            Action::CountAll(id) => self.count_all(id),
            Action::Remove(id) => self.remove(id),
            Action::Bridge(event) => self.hear(event),
            Action::Choose(change) => self.choose(change),
            Action::Undo => self.choices.change().undo(),
            Action::Redo => self.choices.change().redo(),
            Action::Show(tab) => self.tab = tab,
            Action::ShowArea(area) => self.area = area,
            Action::Keywords(keywords) => self.keywords = keywords,
            Action::AskWords(order, containing) => self.words.change().ask(order, containing),
            Action::NeedWords(need) if need == self.words.need => {}
            Action::NeedWords(need) => self.words.change().need = need,
            Action::OpenLines(word) => {
                self.lines.change().ask(word);
                self.lines.change().open = true;
            }
            Action::Search(word) => self.lines.change().ask(word),
            Action::CloseLines => self.lines.change().open = false,
            Action::NeedLines(need) if need == self.lines.need => {}
            Action::NeedLines(need) => self.lines.change().need = need,
            Action::Open(id) => {
                self.turn_to(id);
                self.tab = Tab::Source;
                self.area = Area::Results;
            }
            Action::Lead(id, target, places) => self.lead(id, target, places),
            Action::NeedSource(need) if need == self.reading.source_need => {}
            Action::NeedSource(need) => self.reading.change().source_need = need,
            Action::NeedClean(need) if need == self.reading.clean_need => {}
            Action::NeedClean(need) => self.reading.change().clean_need = need,
            Action::Locale(locale) => self.locale = locale,
            Action::Theme(theme) => self.theme = Some(theme),
            Action::Notify(notice) => self.notify(notice),
            Action::Dismiss(notice) => self.notices.change().retain(|shown| *shown != notice),
        }
    }

    fn add(&mut self, id: DocumentId, name: String, size: Option<u64>) {
        let document = Document::new(id, name, size);
        self.documents.change().push(Shared::new(document));
    }

    fn remove(&mut self, id: DocumentId) {
        self.documents.change().retain(|document| document.id != id);
        if self.reading.document == Some(id) {
            let next = self
                .documents
                .iter()
                .find(|document| document.view.is_some());
            let next = next.map(|document| document.id);
            self.reading.change().open(next);
        }
        if self.documents.is_empty() {
            self.overview = None;
            self.lines.change().open = false;
        }
    }

    fn count_all(&mut self, id: DocumentId) {
        let document = self.documents.iter().find(|document| document.id == id);
        let view = document.and_then(|document| document.view.as_ref());
        let articles = view.map(|view| view.articles.iter().map(|article| article.id).collect());
        if let Some(articles) = articles {
            self.choose(Change::CountArticles(articles, true));
        }
    }

    fn choose(&mut self, change: Change) {
        let next = self
            .choices
            .present()
            .with(change, &self.built_in_stop_words);
        if next != *self.choices.present() {
            self.choices.change().step(next);
        }
    }

    fn lead(&mut self, id: DocumentId, target: Target, places: Vec<ScalarRange>) {
        self.turn_to(id);
        self.reading.change().lead_to(target, places);
        self.tab = Tab::Source;
        self.area = Area::Results;
    }

    fn turn_to(&mut self, id: DocumentId) {
        if self.reading.document != Some(id) {
            self.reading.change().open(Some(id));
        }
    }

    fn notify(&mut self, notice: Notice) {
        if !self.notices.contains(&notice) {
            self.notices.change().push(notice);
        }
    }

    fn change_document(&mut self, id: DocumentId, change: impl FnOnce(&mut Document)) {
        let place = self.documents.iter().position(|document| document.id == id);
        let documents = &mut self.documents;
        if let Some(document) = place.and_then(|place| documents.change().get_mut(place)) {
            change(document.change());
        }
    }

    fn hear(&mut self, event: BridgeEvent) {
        match event {
            BridgeEvent::Ready => self.engine_ready = true,
            BridgeEvent::Reply { reply, .. } => self.take(reply),
            BridgeEvent::Lost { document, error } => self.fail(document, error),
            BridgeEvent::Restarted => self.read_all_again(),
            BridgeEvent::MustReload => self.notify(Notice::MustReload),
        }
    }

    fn take(&mut self, reply: Reply) {
        match reply {
            Reply::Progress {
                document,
                stage,
                per_mille,
            } => self.change_document(document, |document| {
                // A file that is read again for a new worker stays ready on the screen.
                if document.status.is_open() {
                    document.status = Status::Working { stage, per_mille };
                }
            }),
            Reply::Read(view) => self.take_document(*view),
            Reply::Failed { document, error } => self.fail(document, error),
            Reply::Removed { .. } | Reply::Chosen => self.counts_changed(),
            Reply::Overview(view) => self.overview = Some(Shared::new(view)),
            Reply::Words(view) => self.words.change().take(view),
            Reply::Lines(view) => self.lines.change().take(view),
            Reply::Source(Some(view)) => self.reading.change().take_source(view),
            Reply::Clean(Some(view)) => self.reading.change().take_clean(view),
            Reply::StopWords(words) => self.built_in_stop_words = Shared::new(words),
            // A document that is unknown to a new worker is asked for again once it is read; files to take away never
            // come here.
            Reply::Source(None)
            | Reply::Clean(None)
            | Reply::Hello { .. }
            | Reply::Answering
            | Reply::Stopped { .. }
            | Reply::Export { .. } => {}
        }
    }

    fn take_document(&mut self, view: DocumentView) {
        let id = view.id;
        self.change_document(id, |document| {
            document.status = Status::Ready;
            document.size_bytes = Some(view.size_bytes);
            document.view = Some(Shared::new(view));
        });
        if self.reading.document.is_none_or(|open| open == id) {
            self.reading.change().open(Some(id));
        }
        self.counts_changed();
    }

    /// A new worker reads all files again; until it has, the figures are those of a part.
    fn read_all_again(&mut self) {
        let ready: Vec<DocumentId> = self
            .documents
            .iter()
            .filter(|document| document.status == Status::Ready)
            .map(|document| document.id)
            .collect();
        for id in ready {
            self.change_document(id, |document| document.status = Status::Waiting);
        }
    }

    fn fail(&mut self, id: DocumentId, error: DocumentError) {
        self.change_document(id, |document| {
            document.status = Status::Failed(error);
            document.view = None;
        });
        self.counts_changed();
    }

    fn counts_changed(&mut self) {
        self.counts += 1;
        self.words.change().revision += 1;
        self.lines.change().revision += 1;
    }
}
