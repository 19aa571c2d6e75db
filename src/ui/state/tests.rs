//! The reducer, told what happens and asked what the screen would show.

use std::rc::Rc;

use yew::Reducible as _;

use super::*;
use crate::engine::protocol::{JobId, Stage, ViewRequest};
use crate::report::views::WordRow;
use crate::report::views::{ArticleKey, CleanUnit, CleanView, LinesView, UnitKind, WordsView};
use crate::text::page::model::ParagraphKind;

fn after(actions: impl IntoIterator<Item = Action>) -> Rc<State> {
    actions
        .into_iter()
        .fold(Rc::new(State::default()), |state, action| {
            state.reduce(action)
        })
}

fn replied(reply: Reply) -> Action {
    Action::from(BridgeEvent::Reply {
        job: JobId(0),
        reply,
    })
}

fn added(number: u32) -> Action {
    Action::Add(DocumentId(number), format!("{number}.txt"), Some(10))
}

fn read(number: u32) -> Action {
    let view = DocumentView::numbered(DocumentId(number));
    replied(Reply::Read(Box::new(view)))
}

fn words(first_row: u32, rows_total: u32) -> Action {
    let row = |number| WordRow {
        rank: number + 1,
        word: format!("词{number}"),
        tag: String::new(),
        count: 1,
        relative: 1.0,
        articles: 1,
        is_group: false,
    };
    replied(Reply::Words(WordsView {
        first_row,
        rows_total,
        rows: (first_row..rows_total.min(first_row + 200))
            .map(row)
            .collect(),
        ..WordsView::default()
    }))
}

fn clean(document: u32, source_rows: &[(u32, u32)]) -> Action {
    let unit = |rows: &(u32, u32)| CleanUnit {
        kind: UnitKind::Paragraph(ParagraphKind::Body),
        article: Some(0),
        shown: Vec::new(),
        source_rows: vec![*rows],
        places: Vec::new(),
        anchor: None,
        doubts: Vec::new(),
        names: Vec::new(),
        tokens: Vec::new(),
    };
    replied(Reply::Clean(Some(CleanView {
        document: DocumentId(document),
        lengths: source_rows.iter().map(|_| 10).collect(),
        starts: vec![0],
        first_unit: 0,
        units: source_rows.iter().map(unit).collect(),
    })))
}

fn statuses(state: &State) -> Vec<&'static str> {
    let name = |document: &Shared<Document>| document.status.name();
    state.documents.iter().map(name).collect()
}

#[test]
fn one_bad_file_costs_only_itself() {
    let progress = |number, per_mille| {
        replied(Reply::Progress {
            document: DocumentId(number),
            stage: Stage::Read,
            per_mille,
        })
    };
    let state = after([
        added(1),
        added(2),
        added(3),
        progress(1, 500),
        read(1),
        replied(Reply::Failed {
            document: DocumentId(2),
            error: DocumentError::Empty,
        }),
        Action::from(BridgeEvent::Lost {
            document: DocumentId(3),
            error: DocumentError::Crashed,
        }),
    ]);
    assert_eq!(statuses(&state), ["ready", "failed", "failed"]);
    assert_eq!(state.reading.document, Some(DocumentId(1)));
}

#[test]
fn a_replay_for_a_new_worker_does_not_show() {
    let state = after([
        added(1),
        read(1),
        replied(Reply::Progress {
            document: DocumentId(1),
            stage: Stage::Read,
            per_mille: 20,
        }),
    ]);
    assert_eq!(statuses(&state), ["ready"]);
}

#[test]
fn another_encoding_shows_work_and_keeps_what_was_read() {
    let state = after([added(1), read(1), Action::Reread(DocumentId(1))]);
    assert_eq!(statuses(&state), ["waiting"]);
    assert!(state.has_results());
}

#[test]
fn what_changes_nothing_is_the_same_state() {
    let state = after([added(1), Action::Show(Tab::Words)]);
    for action in [
        Action::Show(Tab::Words),
        Action::Choose(Change::UnknownWords(true)),
    ] {
        let next = Rc::clone(&state).reduce(action.clone());
        assert!(Rc::ptr_eq(&state, &next), "{action:?}");
    }
}

#[test]
fn undo_and_redo_of_choices() {
    let shortest = |state: &State| state.choices.present().settings.shortest_chars;
    let mut actions = vec![
        Action::Choose(Change::ShortestChars(3)),
        Action::Choose(Change::UnknownWords(false)),
    ];
    actions.push(Action::Undo);
    actions.push(Action::Undo);
    assert_eq!(shortest(&after(actions.clone())), 2);
    actions.push(Action::Redo);
    assert_eq!(shortest(&after(actions)), 3);
}

#[test]
fn new_counts_are_fetched_and_old_rows_stay_until_then() {
    let shown = [
        added(1),
        read(1),
        Action::Show(Tab::Words),
        Action::NeedWords(0..40),
        words(0, 500),
    ];
    let kinds = |state: &State| {
        let wanted = state.requests();
        wanted
            .iter()
            .any(|(request, _)| matches!(request, ViewRequest::Words { .. }))
    };
    let state = after(shown);
    assert!(!kinds(&state), "the rows are there");
    let state = state.reduce(replied(Reply::Chosen));
    assert!(kinds(&state), "the choices changed the counts");
    assert!(
        state.words.rows.get(3).is_some(),
        "the old rows are shown meanwhile"
    );
}

#[test]
fn rows_on_the_screen_are_fetched_block_by_block() {
    let state = after([
        added(1),
        read(1),
        Action::Show(Tab::Words),
        words(0, 100_000),
        Action::NeedWords(50_190..50_230),
    ]);
    let first = |state: &State| {
        state
            .requests()
            .iter()
            .find_map(|(request, _)| match request {
                ViewRequest::Words { first_row, .. } => Some(*first_row),
                _ => None,
            })
    };
    assert_eq!(first(&state), Some(50_000));
    let state = state.reduce(words(50_000, 100_000));
    assert_eq!(first(&state), Some(50_200));
    let state = state.reduce(words(50_200, 100_000));
    assert_eq!(first(&state), None);
}

#[test]
fn lines_of_another_word_are_dropped() {
    let state = after([
        Action::OpenLines("防控".to_owned()),
        Action::OpenLines("疫情".to_owned()),
        replied(Reply::Lines(LinesView {
            word: "防控".to_owned(),
            rows_total: 7,
            ..LinesView::default()
        })),
    ]);
    assert!(!state.lines.rows.is_known());
    assert!(state.lines.open);
}

#[test]
fn a_line_leads_to_its_unit() {
    let state = after([
        added(1),
        read(1),
        added(2),
        read(2),
        Action::Lead(DocumentId(2), Target::Place { unit: 1, row: 3 }, Vec::new()),
        clean(1, &[(0, 9)]),
        clean(2, &[(0, 2), (2, 5)]),
    ]);
    assert_eq!(state.tab, Tab::Source);
    assert_eq!(state.reading.document, Some(DocumentId(2)));
    assert_eq!(
        state.reading.clean.total(),
        2,
        "units of document 1 are dropped"
    );
    assert_eq!(state.reading.aimed_unit(), Some(1));
    assert_eq!(state.reading.aimed_row(), Some(3));
    assert_eq!(state.reading.unit_at(4), Some(1));
    assert_eq!(state.reading.unit_at(5), None);
}

#[test]
fn removing_the_document_that_is_read_turns_to_another() {
    let state = after([
        added(1),
        read(1),
        added(2),
        read(2),
        Action::Open(DocumentId(2)),
        Action::Remove(DocumentId(2)),
    ]);
    assert_eq!(state.reading.document, Some(DocumentId(1)));
    let state = state.reduce(Action::Remove(DocumentId(1)));
    assert_eq!(state.reading.document, None);
    assert_eq!(state.overview, None);
}

#[test]
fn a_mended_document_is_fetched_again_and_the_reader_stays() {
    let state = after([added(1), read(1), Action::NeedClean(40..60)]);
    let before = (state.reading.revision, state.counts);
    let state = state.reduce(read(1));
    assert!(state.reading.revision > before.0 && state.counts > before.1);
    assert_eq!(state.reading.clean_need, 40..60);
}

#[test]
fn articles_left_out_reach_the_project() {
    let article = ArticleKey {
        sha256: "ab".to_owned(),
        name: "1.txt".to_owned(),
        place: 0,
    };
    let change = Change::CountArticles(vec![article.clone()], false);
    let state = after([Action::Choose(change)]);
    assert_eq!(state.choices.present().project.articles_left_out, [article]);
}

#[test]
fn a_message_is_shown_once() {
    let state = after([
        Action::Notify(Notice::Update),
        Action::Notify(Notice::Update),
    ]);
    assert_eq!(*state.notices, [Notice::Update]);
    assert!(
        state
            .reduce(Action::Dismiss(Notice::Update))
            .notices
            .is_empty()
    );
}
