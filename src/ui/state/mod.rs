//! What the screen knows: one [`State`] of shared parts, and one reducer for all that happens.
//!
//! The reducer is pure: no browser, no clock. What must be fetched follows from the state ([`State::requests`]), so no
//! component asks for anything by itself.

mod action;
mod arrangement;
mod asked;
mod blocks;
mod caret;
mod choice;
mod cleanup;
mod comparing;
mod correcting;
mod document;
mod duplicates;
mod focus;
mod following;
mod history;
mod list;
mod mending;
#[cfg(test)]
mod mending_tests;
mod metadata;
mod picking;
mod reading;
mod request;
mod review;
mod reviewing;
mod search;
#[cfg(test)]
mod tests;

use std::rc::Rc;

use yew::Reducible;

pub use action::{Action, Area, Notice, Tab, Theme};
pub use arrangement::{Arrangement, ListRow, Place, SortKey, arranged, values};
pub use asked::{AskAction, Asked, ComparePart, NamesPart, PhrasesPart, Spot, WordsPart};
pub use caret::{caret_of_shown, seams};
pub use choice::{Change, Choices};
pub use cleanup::Cleanup;
pub use comparing::{GroupDraft, GroupField, TREND_ITEMS, has_same_conditions};
pub use correcting::{MendAction, Mending, Opening, Told};
pub use document::{Document, Status};
pub use duplicates::Duplicates;
pub use focus::{CaretStep, Focus};
pub use history::History;
pub use list::{Lines, WordTable};
pub use mending::{Command, HeadlineForm, corrections_of};
pub use metadata::{MetadataAction, MetadataState};
pub use picking::Picked;
pub use reading::{Reading, Target};
pub use review::{Review, ReviewAction, SAMPLE_SIZE};
pub use search::{
    Search, SearchAction, SearchForm, SearchKind, SearchPart, Shown, is_node, lines_on,
    order_from_head, shown_at,
};

use super::shared::Shared;
use super::text::Locale;
use crate::engine::error::DocumentError;
use crate::engine::protocol::Reply;
use crate::report::answers::Item;
use crate::report::answers::group::Selection;
use crate::report::answers::search::Searched;
use crate::report::views::{
    ChangeKind, CleanupStep, DocumentId, DocumentView, OverviewView, ScalarRange,
};
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
    /// 检索.
    pub search: Shared<Search>,
    /// The articles that tell the same story.
    pub duplicates: Shared<Duplicates>,
    /// What is asked about words, and the answers.
    pub asked: Shared<Asked>,
    /// What cleaning changed.
    pub cleanup: Shared<Cleanup>,
    /// The document that is read.
    pub reading: Shared<Reading>,
    /// What stands beside the corrections.
    pub mending: Shared<Mending>,
    /// The decisions to look at.
    pub review: Shared<Review>,
    /// What is known of files beside their text, and how the articles are arranged by it.
    pub metadata: Shared<MetadataState>,
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
            search: Shared::default(),
            duplicates: Shared::default(),
            asked: Shared::default(),
            cleanup: Shared::default(),
            reading: Shared::default(),
            mending: Shared::default(),
            review: Shared::default(),
            metadata: Shared::default(),
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
        next.follow();
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
            Action::Bridge(event) => event
                .unpack()
                .into_iter()
                .for_each(|event| self.hear(event)),
            Action::Choose(change) => self.choose(change),
            Action::Undo => self.undo(),
            Action::Redo => self.redo(),
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
            Action::OpenAnswer(title, query) => self.open_answer(title, query),
            Action::Ask(action) => self.ask(action),
            Action::MakeGroup(group) => self.make_group(group),
            Action::Search(word) => self.find(SearchAction::Lead(
                Searched::Item(Item::Word(word)),
                String::new(),
                Selection::All,
            )),
            Action::Find(action) => self.find(action),
            Action::ToggleChanges(step) => self.cleanup.change().toggle(step),
            Action::OpenChangeLines(step, kind) => self.open_change_lines(step, kind),
            Action::CloseLines => self.lines.change().open = false,
            Action::NeedLines(need) if need == self.lines.need => {}
            Action::NeedLines(need) => self.lines.change().need = need,
            Action::Compare(pair) => self.duplicates.change().compare(pair),
            Action::Open(id) => {
                self.metadata.change().is_open = false;
                self.turn_to(id);
                self.tab = Tab::Source;
                self.area = Area::Results;
            }
            Action::Lead(id, target, places) => self.lead(id, target, places),
            Action::NeedSource(need) if need == self.reading.source_need => {}
            Action::NeedSource(need) => self.reading.change().source_need = need,
            Action::NeedClean(need) if need == self.reading.clean_need => {}
            Action::NeedClean(need) => self.reading.change().clean_need = need,
            Action::Mend(action) => self.mend(action),
            Action::Review(action) => self.review(action),
            Action::Metadata(action) => self.apply_metadata(action),
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
        self.duplicates.change().compare(None);
        self.documents.change().retain(|document| document.id != id);
        if self.reading.document == Some(id) {
            let next = self
                .documents
                .iter()
                .find(|document| document.view.is_some());
            let next = next.map(|document| document.id);
            self.reading.change().open(next);
        }
        self.forget_results();
    }

    /// Without any file that is read nothing is fetched any more, so what is known of files that are gone is put away.
    fn forget_results(&mut self) {
        if self.has_results() {
            return;
        }
        self.overview = None;
        self.lines.change().open = false;
        self.duplicates.change().forget();
        self.cleanup.change().forget();
        self.review.change().forget();
        self.asked.change().forget();
    }

    fn count_all(&mut self, id: DocumentId) {
        let document = self.documents.iter().find(|document| document.id == id);
        let view = document.and_then(|document| document.view.as_ref());
        let articles = view.map(|view| {
            let keys = view.articles.iter().map(|article| article.key.clone());
            keys.collect()
        });
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
            self.change_choices(|choices| choices.step(next));
        }
    }

    fn lead(&mut self, id: DocumentId, target: Target, places: Vec<ScalarRange>) {
        self.turn_to(id);
        self.metadata.change().is_open = false;
        self.reading.change().lead_to(target, places);
        if self.tab == Tab::Search {
            self.search.change().keep_place();
        }
        self.tab = Tab::Source;
        self.area = Area::Results;
    }

    /// Shows the lines of a change beside the results, where there is room for them.
    fn open_change_lines(&mut self, step: CleanupStep, kind: ChangeKind) {
        self.lines.change().ask_change(step, kind);
        self.lines.change().open = true;
        if matches!(self.tab, Tab::Source | Tab::Search) {
            self.tab = Tab::Overview;
        }
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
            BridgeEvent::ImportLost => self.notify(Notice::ImportFailed),
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
            Reply::Removed { .. } => self.counts_changed(),
            Reply::Chosen => {
                self.counts_changed();
                self.settle();
                self.refresh_reading();
            }
            Reply::Metadata(changes) => self.take_metadata(changes),
            Reply::Overview(view) => self.overview = Some(Shared::new(view)),
            Reply::Words(view) => self.words.change().take(view),
            Reply::Project(opened) => self.mend(MendAction::Open(opened.map_err(Some))),
            Reply::Compared => self.counts_changed(),
            Reply::Duplicates(view) => {
                self.duplicates.change().view = Some(Shared::new(view));
            }
            Reply::SideBySide(pair) => {
                self.duplicates.change().compared = pair.map(|pair| Shared::new(*pair));
            }
            Reply::Lines(view) => self.lines.change().take(view),
            Reply::Source(Some(view)) => self.reading.change().take_source(view),
            Reply::Clean(Some(view)) => self.reading.change().take_clean(view),
            Reply::Review(view) => self.take_review(view),
            Reply::Cleanup(view) => self.cleanup.change().take_counts(view),
            Reply::Changes(view) => self.cleanup.change().take(view),
            Reply::StopWords(words) => self.built_in_stop_words = Shared::new(words),
            // A document that is unknown to a new worker is asked for again once it is read; files to take away never
            // come here.
            Reply::Source(None)
            | Reply::Clean(None)
            | Reply::Hello { .. }
            | Reply::Answering
            | Reply::Stopped { .. }
            | Reply::Export { .. } => {}
            Reply::Relisted => {
                self.counts_changed();
                self.refresh_reading();
            }
            Reply::Answered(answered) => self.take_answer(*answered),
            Reply::ImportedWords(words) => self.take_words(*words),
            Reply::ImportedStopWords(words) => self.take_stop_words(words),
            Reply::ImportedReference(read) => self.take_reference(*read),
        }
    }

    fn take_document(&mut self, view: DocumentView) {
        self.duplicates.change().compare(None);
        let (id, is_table) = (view.id, view.is_table);
        let is_mended = self.reading.document == Some(id) && self.is_same_text(&view);
        self.change_document(id, |document| {
            document.status = Status::Ready;
            document.size_bytes = Some(view.size_bytes);
            document.view = Some(Shared::new(view));
        });
        let is_wanted = self.reading.document.map_or(!is_table, |open| open == id);
        if is_mended {
            self.reading.change().follow_page();
        } else if is_wanted {
            self.reading.change().open(Some(id));
        }
        self.counts_changed();
    }

    /// Whether a document that arrives is one that is on the list, read from the same bytes in the same way.
    fn is_same_text(&self, view: &DocumentView) -> bool {
        let mut documents = self.documents.iter();
        let known = documents.find(|document| document.id == view.id);
        let known = known.and_then(|document| document.view.as_ref());
        known.is_some_and(|known| {
            known.sha256 == view.sha256 && known.encoding.encoding == view.encoding.encoding
        })
    }

    /// A new worker reads all files again; until it has, the figures are those of a part.
    fn read_all_again(&mut self) {
        self.settle();
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
        self.duplicates.change().compare(None);
        self.change_document(id, |document| {
            document.status = Status::Failed(error);
            document.view = None;
        });
        self.counts_changed();
    }

    fn counts_changed(&mut self) {
        self.counts += 1;
        self.duplicates.change().revision += 1;
        self.words.change().revision += 1;
        self.lines.change().revision += 1;
        self.review.change().revision += 1;
        self.cleanup.change().revision += 1;
        self.asked.change().revision += 1;
        self.forget_results();
    }
}
