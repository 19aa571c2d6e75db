//! Questions about words that follow from what is on the screen, and what becomes of their answers.

use super::asked::{AskAction, Spot, WordsPart};
use super::{Change, State, Tab};
use crate::engine::query::{Answer, Query};
use crate::report::answers::lexicon::ImportedWords;
use crate::ui::shared::Shared;

/// The most words of which 切分一致性 is asked at once.
const CONSISTENCY_WORDS: usize = 1_000;

impl State {
    pub(super) fn ask(&mut self, action: AskAction) {
        if action == AskAction::Tokens(true) {
            // What was fetched while they were not shown may be older than the choices.
            self.reading.change().fetch_again();
        }
        if self.asked.is_changed_by(&action) {
            self.asked.change().apply(action);
        }
    }

    /// Shows the lines that answer a question beside what is shown.
    pub(super) fn open_answer(&mut self, title: String, query: Query) {
        self.lines.change().ask_query(title, query);
        self.lines.change().open = true;
        self.area = super::Area::Results;
        if matches!(self.tab, Tab::Source | Tab::Search) {
            self.tab = Tab::Words;
        }
    }

    /// Lets the questions follow what is on the screen.
    pub(super) fn follow(&mut self) {
        self.follow_search();
        let rows = [
            (Spot::Trust, self.word_to_explain()),
            (Spot::Picked, self.picked_query()),
            (Spot::Segmenters, self.paragraph_to_cut()),
            (Spot::Consistency, self.words_to_compare()),
        ];
        for (spot, query) in rows.into_iter().chain(self.measures_to_take()) {
            match query {
                Some(query) => self.ask(AskAction::Ask(spot, query)),
                None if self.asked.query(spot).is_some() => self.ask(AskAction::Stop(spot)),
                None => {}
            }
        }
    }

    /// Whether the lines are on the screen.
    pub(super) fn shows_lines(&self) -> bool {
        match self.tab {
            Tab::Source => false,
            Tab::Search => true,
            _ => self.lines.open,
        }
    }

    fn word_to_explain(&self) -> Option<Query> {
        let word = match self.tab {
            Tab::Search => self.search.word(),
            _ => self.lines.searched(),
        };
        let is_asked = self.asked.shows_why && self.shows_lines() && !word.is_empty();
        is_asked.then(|| Query::Trust {
            word: word.to_owned(),
        })
    }

    fn picked_query(&self) -> Option<Query> {
        let word = self.reading.picked_text()?;
        Some(Query::Trust { word })
    }

    fn paragraph_to_cut(&self) -> Option<Query> {
        let focus = self.reading.focus?;
        let document = self.reading.document?;
        self.asked.shows_segmenters.then_some(Query::Segmenters {
            document,
            unit: focus.unit,
        })
    }

    fn words_to_compare(&self) -> Option<Query> {
        let shown = self.tab == Tab::Words && self.asked.words_part == WordsPart::List;
        if !shown || !self.asked.shows_consistency {
            return None;
        }
        let rows = self.words.need.clone().take(CONSISTENCY_WORDS);
        let words: Vec<String> = rows
            .filter_map(|row| Some(self.words.rows.get(row)?.word.clone()))
            .collect();
        (!words.is_empty()).then_some(Query::Consistency { words })
    }

    /// Takes an answer: lines go to the lines, all else to the places that ask.
    pub(super) fn take_answer(&mut self, (query, answer): (Query, Answer)) {
        match answer {
            Answer::Lines(view) => self.lines.change().take_answer(&query, &view),
            answer => self.asked.change().take(&query, &Shared::new(answer)),
        }
    }

    /// Takes an imported dictionary in, and keeps what is to be said about the file.
    pub(super) fn take_words(&mut self, mut words: ImportedWords) {
        if words.dictionary.words > 0 || !words.entries.is_empty() {
            let entries = words.entries.clone();
            self.choose(Change::AddDictionary(words.dictionary.clone(), entries));
        }
        // The words are in the project now; the report needs only their number.
        words.dictionary.lines = "".into();
        self.asked.change().imported = Some(Shared::new(words));
    }

    /// Takes imported stop words in.
    pub(super) fn take_stop_words(&mut self, words: Vec<String>) {
        let count = u32::try_from(words.len()).unwrap_or(u32::MAX);
        self.asked.change().imported_stop_words = Some(count);
        self.choose(Change::ImportStopWords(words));
    }

    /// Tokens and names in the clean page follow the choices.
    pub(super) fn refresh_reading(&mut self) {
        if self.asked.shows_tokens {
            self.reading.change().fetch_again();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::protocol::{JobId, Reply, ViewRequest};
    use crate::report::answers::kinds::Dictionary;
    use crate::report::answers::lexicon::ImportedWords;
    use crate::report::views::{DocumentId, DocumentView, LineRow, LinesView};
    use crate::text::decode::Encoding;
    use crate::ui::state::{Action, NamesPart};
    use crate::web::bridge::BridgeEvent;
    use std::rc::Rc;
    use yew::Reducible as _;

    fn replied(reply: Reply) -> Action {
        Action::from(BridgeEvent::Reply {
            job: JobId(0),
            reply,
        })
    }

    fn after(actions: impl IntoIterator<Item = Action>) -> Rc<State> {
        let view = DocumentView::numbered(DocumentId(1));
        let first = [
            Action::Add(DocumentId(1), "1.txt".to_owned(), None),
            replied(Reply::Read(Box::new(view))),
        ];
        first
            .into_iter()
            .chain(actions)
            .fold(Rc::new(State::default()), |state, action| {
                state.reduce(action)
            })
    }

    fn asks(state: &State, wanted: impl Fn(&Query) -> bool) -> bool {
        let requests = state.requests();
        requests.iter().any(|(request, _)| match request {
            ViewRequest::Query(query) => wanted(query),
            _ => false,
        })
    }

    #[test]
    fn a_tab_asks_what_it_shows_and_nothing_else() {
        let names = |query: &Query| matches!(query, Query::Names { .. });
        let lists = |query: &Query| matches!(query, Query::NameLists { .. });
        let speakers = |query: &Query| matches!(query, Query::Speakers { .. });
        let state = after([Action::Show(Tab::Names)]);
        assert!(asks(&state, names) && !asks(&state, lists) && !asks(&state, speakers));
        let state = state.reduce(Action::Ask(AskAction::Names(NamesPart::Order)));
        assert!(!asks(&state, names) && asks(&state, lists));
        let state = state.reduce(Action::Show(Tab::Search));
        assert!(!asks(&state, lists));
    }

    #[test]
    fn no_two_places_ask_the_same_sort_of_question_at_once() {
        for tab in Tab::ALL {
            let state = after([
                Action::OpenLines("防控".to_owned()),
                Action::Ask(AskAction::Why(true)),
                Action::Ask(AskAction::Segmenters(true)),
                Action::Show(tab),
            ]);
            let requests = state.requests();
            let mut kinds: Vec<_> = requests
                .iter()
                .filter_map(|(request, _)| match request {
                    ViewRequest::Query(query) => Some(query.kind()),
                    _ => None,
                })
                .collect();
            kinds.sort_unstable();
            let all = kinds.len();
            kinds.dedup();
            assert_eq!(kinds.len(), all, "{tab:?}");
        }
    }

    #[test]
    fn the_reasons_follow_the_word() {
        let trust = |wanted: &'static str| move |query: &Query| matches!(query, Query::Trust { word } if word == wanted);
        let state = after([
            Action::Ask(AskAction::Why(true)),
            Action::OpenLines("防控".to_owned()),
        ]);
        assert!(asks(&state, trust("防控")));
        let state = state.reduce(Action::OpenLines("疫情".to_owned()));
        assert!(asks(&state, trust("疫情")));
        let state = state.reduce(Action::CloseLines);
        assert!(!asks(&state, trust("疫情")));
    }

    #[test]
    fn lines_that_answer_a_question_replace_those_of_a_word() {
        let query = |word: &str| Query::LexiconLines {
            word: word.to_owned(),
            not_applied: None,
            first_row: 0,
            rows: 200,
        };
        let view = LinesView {
            word: "防控".to_owned(),
            rows_total: 1,
            first_row: 0,
            rows: Vec::<LineRow>::new(),
        };
        let answered = |query: Query| {
            replied(Reply::Answered(Box::new((
                query,
                Answer::Lines(view.clone()),
            ))))
        };
        let state = after([
            Action::OpenLines("防控".to_owned()),
            Action::OpenAnswer("防控".to_owned(), query("防控")),
            replied(Reply::Lines(view.clone())),
            answered(query("疫情")),
        ]);
        assert!(!state.lines.rows.is_known(), "both are late");
        assert_eq!(state.lines.searched(), "");
        let state = state.reduce(answered(query("防控")));
        assert_eq!(state.lines.rows.total(), 1);
    }

    #[test]
    fn an_imported_list_becomes_one_step_of_the_history() {
        let entry = crate::report::answers::kinds::LexiconEntry {
            word: "防控".to_owned(),
            rule: crate::report::answers::kinds::LexiconRule::Apart { pieces: Vec::new() },
            tag: String::new(),
        };
        let imported = ImportedWords {
            encoding: Encoding::Utf8,
            dictionary: Dictionary {
                name: "词.txt".to_owned(),
                lines: "四方责任\n".into(),
                words: 1,
                on: true,
            },
            faulty_total: 2,
            faulty: Vec::new(),
            empty_lines: 0,
            entries: vec![entry.clone()],
        };
        let state = after([replied(Reply::ImportedWords(Box::new(imported)))]);
        let project = &state.choices.present().project;
        assert_eq!(&*project.dictionaries[0].lines, "四方责任\n");
        assert_eq!(project.lexicon, [entry]);
        let report = state.asked.imported.as_ref().expect("a report");
        assert_eq!((report.dictionary.words, report.faulty_total), (1, 2));
        let state = state.reduce(Action::Undo);
        assert!(state.choices.present().project.dictionaries.is_empty());
    }
}
