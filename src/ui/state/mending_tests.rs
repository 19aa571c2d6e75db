//! Mending and reviewing, as the reducer does them.

use std::rc::Rc;

use yew::Reducible as _;

use super::*;
use crate::engine::protocol::JobId;
use crate::report::views::{
    CleanUnit, CleanView, CleanupStep, CleanupView, DuplicatesView, Precision, ReviewItem,
    ReviewScope, ReviewView, UnitKind,
};
use crate::text::decode::Encoding;
use crate::text::page::Reason;
use crate::text::page::correction::{Correction, FileCorrections};
use crate::text::page::decision::{Answer, BreakAnswer};
use crate::text::page::model::{HeadlineRole, ParagraphKind, Rule};

const BODY: UnitKind = UnitKind::Paragraph(ParagraphKind::Body);
const MAIN: UnitKind = UnitKind::Headline(HeadlineRole::Main);
const ASIDE: UnitKind = UnitKind::SetAside(Rule::Folio);

/// A unit's kind, article, first and last place.
type Row = (UnitKind, Option<u32>, u32, u32);

/// Two articles and a folio line: the source has them in this order, the folio line first.
const PAGE: [Row; 6] = [
    (MAIN, Some(0), 10, 20),
    (BODY, Some(0), 20, 60),
    (BODY, Some(0), 60, 90),
    (BODY, Some(1), 90, 95),
    (BODY, Some(1), 95, 140),
    (ASIDE, None, 0, 10),
];

fn replied(reply: Reply) -> Action {
    Action::from(BridgeEvent::Reply {
        job: JobId(0),
        reply,
    })
}

fn document() -> DocumentView {
    DocumentView {
        sha256: "ab".to_owned(),
        ..DocumentView::numbered(DocumentId(1))
    }
}

fn read() -> Action {
    replied(Reply::Read(Box::new(document())))
}

fn clean(rows: &[Row]) -> Action {
    let unit = |&(kind, article, start, end): &Row| CleanUnit {
        kind,
        article,
        shown: Vec::new(),
        source_rows: vec![(start / 10, end / 10)],
        places: vec![ScalarRange { start, end }],
        anchor: Some(start),
        doubts: Vec::new(),
        names: Vec::new(),
        tokens: Vec::new(),
    };
    let begins = |&number: &usize| number == 0 || rows[number - 1].1 != rows[number].1;
    replied(Reply::Clean(Some(CleanView {
        document: DocumentId(1),
        lengths: rows.iter().map(|row| row.3 - row.2).collect(),
        starts: (0..rows.len())
            .filter(begins)
            .map(|number| number as u32)
            .collect(),
        first_unit: 0,
        units: rows.iter().map(unit).collect(),
    })))
}

fn opened() -> Vec<Action> {
    let added = Action::Add(DocumentId(1), "1.txt".to_owned(), Some(10));
    vec![added, read(), clean(&PAGE)]
}

fn run(state: Rc<State>, actions: impl IntoIterator<Item = Action>) -> Rc<State> {
    actions
        .into_iter()
        .fold(state, |state, action| state.reduce(action))
}

fn after(actions: impl IntoIterator<Item = Action>) -> Rc<State> {
    run(
        Rc::new(State::default()),
        opened().into_iter().chain(actions),
    )
}

fn focus(unit: u32, caret: u32) -> Action {
    Action::Mend(MendAction::Focus(unit, caret))
}

fn give(command: Command) -> Action {
    Action::Mend(MendAction::Give(command))
}

fn review(action: ReviewAction) -> Action {
    Action::Review(action)
}

#[test]
fn commands_make_corrections_of_the_focused_unit() {
    let rows: [(&str, u32, u32, Command, Option<Correction>); 15] = [
        (
            "split at the caret",
            1,
            7,
            Command::Split,
            Some(Correction::Split { at: 27 }),
        ),
        ("no split at the beginning", 1, 0, Command::Split, None),
        ("no split at the end", 1, 40, Command::Split, None),
        (
            "join paragraphs",
            1,
            0,
            Command::Join,
            Some(Correction::Join { at: 20 }),
        ),
        ("no join over articles", 2, 0, Command::Join, None),
        (
            "no join of a headline with the body",
            0,
            0,
            Command::Join,
            None,
        ),
        (
            "headline to body",
            0,
            0,
            Command::MakeParagraph,
            Some(Correction::MakeParagraph {
                unit: 10,
                kind: ParagraphKind::Body,
            }),
        ),
        ("body is body", 1, 0, Command::MakeParagraph, None),
        (
            "set aside",
            3,
            2,
            Command::SetAside,
            Some(Correction::SetAside { unit: 90 }),
        ),
        ("set aside already", 5, 0, Command::SetAside, None),
        (
            "restore",
            5,
            0,
            Command::Restore,
            Some(Correction::Restore { unit: 0 }),
        ),
        (
            "divide",
            2,
            3,
            Command::DivideArticle,
            Some(Correction::DivideArticle { at: 60 }),
        ),
        ("it begins there", 3, 0, Command::DivideArticle, None),
        (
            "merge",
            4,
            0,
            Command::MergeArticles,
            Some(Correction::MergeArticles {
                article: 95,
                into: 10,
            }),
        ),
        ("nothing to merge with", 1, 0, Command::MergeArticles, None),
    ];
    for (name, unit, caret, command, expected) in rows {
        let state = after([focus(unit, caret), give(command)]);
        let made = state.corrections().first().copied();
        assert_eq!(made, expected, "{name}");
        assert_eq!(
            state.choices.can_undo(),
            expected.is_some(),
            "{name}: a step"
        );
        let done = matches!(state.mending.told, Some(Told::Done(_)));
        assert_eq!(done, expected.is_some(), "{name}: told");
    }
}

#[test]
fn a_headline_is_proposed_for_the_article_it_leads() {
    let rows = [
        (
            "the first paragraph leads its own article",
            3,
            Some((1, HeadlineRole::Main)),
        ),
        (
            "a paragraph behind an article leads the next",
            2,
            Some((1, HeadlineRole::Main)),
        ),
        (
            "behind a headline: beside it",
            1,
            Some((0, HeadlineRole::Sub)),
        ),
        (
            "text set aside leads what follows in the source",
            5,
            Some((0, HeadlineRole::Sub)),
        ),
        (
            "a headline in the wrong place, the next",
            0,
            Some((1, HeadlineRole::Main)),
        ),
    ];
    for (name, unit, expected) in rows {
        let state = after([focus(unit, 0), give(Command::MakeHeadline)]);
        let form = state.mending.form.map(|form| (form.article, form.role));
        assert_eq!(form, expected, "{name}");
    }
    let made = after([
        focus(2, 0),
        give(Command::MakeHeadline),
        Action::Mend(MendAction::MakeHeadline),
    ]);
    let expected = Correction::MakeHeadline {
        unit: 60,
        article: 90,
        role: HeadlineRole::Main,
    };
    assert_eq!(made.corrections(), [expected]);
    assert_eq!(made.mending.form, None);
}

#[test]
fn every_correction_is_one_step() {
    let state = after([
        focus(1, 7),
        give(Command::Split),
        focus(1, 0),
        give(Command::Join),
        Action::Undo,
    ]);
    assert_eq!(state.corrections(), [Correction::Split { at: 27 }]);
    let state = run(state, [Action::Undo]);
    assert_eq!(state.corrections(), []);
    assert_eq!(state.mending.told, Some(Told::Undone));
    assert!(!state.has_unsaved_corrections());
    let state = run(state, [Action::Redo, Action::Redo]);
    assert_eq!(state.corrections().len(), 2);
    assert!(state.has_unsaved_corrections());
    let state = run(
        state,
        [
            Action::Mend(MendAction::Save),
            Action::Mend(MendAction::Saved),
        ],
    );
    assert!(!state.has_unsaved_corrections(), "saved");
}

#[test]
fn the_focus_stays_with_its_text() {
    let split = [
        PAGE[0],
        (BODY, Some(0), 20, 27),
        (BODY, Some(0), 27, 60),
        PAGE[2],
        PAGE[3],
        PAGE[4],
        PAGE[5],
    ];
    let state = after([focus(1, 7), give(Command::Split), read(), clean(&split)]);
    let focused = state.reading.focus.map(|focus| (focus.unit, focus.caret));
    assert_eq!(focused, Some((2, 0)), "on the new paragraph");
    let state = run(state, [Action::Undo, read(), clean(&PAGE)]);
    let focused = state.reading.focus.map(|focus| (focus.unit, focus.caret));
    assert_eq!(focused, Some((1, 7)), "and back");
}

#[test]
fn work_goes_on_where_something_was_set_aside() {
    let without = [
        PAGE[0],
        PAGE[1],
        PAGE[3],
        PAGE[4],
        PAGE[5],
        (ASIDE, None, 60, 90),
    ];
    let state = after([
        focus(2, 5),
        give(Command::SetAside),
        read(),
        clean(&without),
    ]);
    let focused = state.reading.focus.map(|focus| (focus.unit, focus.caret));
    assert_eq!(focused, Some((2, 0)));
}

fn decision(place: u32, if_wrong: Option<Correction>) -> ReviewItem {
    ReviewItem {
        document: DocumentId(1),
        sha256: "ab".to_owned(),
        place,
        answer: Answer::Break(BreakAnswer::Wrap),
        reason: Reason::FullLine,
        confidence: 60,
        before: "疫情".to_owned(),
        behind: "防控".to_owned(),
        if_wrong,
        judged: None,
        row: 2,
        source_line: 3,
        unit: 1,
        places: Vec::new(),
    }
}

fn decisions(items: Vec<ReviewItem>) -> Action {
    replied(Reply::Review(ReviewView {
        scope: ReviewScope::Doubtful,
        decisions: 90,
        doubtful: 3,
        items_total: u32::try_from(items.len()).unwrap(),
        first_item: 0,
        items,
        precision: Precision::default(),
    }))
}

fn three() -> Vec<ReviewItem> {
    let split = Correction::Split { at: 30 };
    vec![
        decision(30, Some(split)),
        decision(50, None),
        decision(70, None),
    ]
}

#[test]
fn corrections_are_kept_for_the_encoding_in_use() {
    let made = |encoding: Encoding, known: Option<Encoding>| {
        let known = FileCorrections {
            sha256: "ab".to_owned(),
            encoding: known,
            corrections: vec![Correction::Join { at: 1 }],
            ..FileCorrections::default()
        };
        let mut choices = Choices::default();
        choices.project.change().corrections = vec![known];
        let file = ("ab".to_owned(), encoding);
        let change = Change::Correct(file, Correction::Split { at: 30 });
        let next = choices.with(change, &[]);
        let files = next.project.corrections.iter();
        files
            .map(|file| (file.encoding, file.corrections.len()))
            .collect::<Vec<_>>()
    };
    let (first, second) = (Some(Encoding::Utf8), Some(Encoding::Gb18030));
    assert_eq!(made(Encoding::Utf8, first), [(first, 2)]);
    assert_eq!(made(Encoding::Utf8, None), [(first, 2)]);
    assert_eq!(made(Encoding::Utf8, second), [(first, 1), (second, 1)]);
}

#[test]
fn nothing_is_shown_of_files_that_are_all_removed() {
    let step = CleanupStep::Invisible;
    let state = after([
        review(ReviewAction::Open),
        decisions(three()),
        replied(Reply::Cleanup(CleanupView {
            counts: vec![(step, 3)],
        })),
        replied(Reply::Duplicates(DuplicatesView::default())),
        Action::Remove(DocumentId(1)),
        // Answers that were on the way.
        decisions(three()),
        replied(Reply::Duplicates(DuplicatesView::default())),
        replied(Reply::Removed {
            document: DocumentId(1),
        }),
    ]);
    assert_eq!(
        (state.review.items.total(), state.review.current),
        (0, None)
    );
    assert_eq!((state.review.decisions, state.review.doubtful), (0, 0));
    assert!(state.review.is_open);
    assert_eq!(state.cleanup.count(step), None);
    assert_eq!(state.duplicates.view, None);
}

#[test]
fn a_wrong_decision_is_judged_and_mended_in_one_step() {
    let state = after([
        decisions(three()),
        review(ReviewAction::Open),
        review(ReviewAction::Judge(false)),
    ]);
    assert_eq!(state.corrections(), [Correction::Split { at: 30 }]);
    assert_eq!(state.review.current, Some(1), "on to the next");
    let project = &state.choices.present().project;
    assert!(!project.corrections[0].judgements[0].is_right);
    let state = run(state, [Action::Undo]);
    assert!(state.choices.present().project.corrections.is_empty());
}

#[test]
fn where_a_person_must_choose_the_place_stays_before_the_eye() {
    let state = after([
        decisions(three()),
        review(ReviewAction::Open),
        review(ReviewAction::Next),
        review(ReviewAction::Judge(false)),
    ]);
    assert_eq!(
        (state.review.current, state.corrections()),
        (Some(1), &[][..])
    );
    let told = Told::Judged {
        is_right: false,
        mended: false,
    };
    assert_eq!(state.mending.told, Some(told));
    assert_eq!(
        state.reading.focus.map(|focus| (focus.unit, focus.caret)),
        Some((1, 30))
    );
}

#[test]
fn a_later_judgement_replaces_an_earlier_one() {
    let state = after([
        decisions(three()),
        review(ReviewAction::Open),
        review(ReviewAction::Judge(true)),
        review(ReviewAction::Previous),
        review(ReviewAction::Judge(false)),
    ]);
    let judgements = &state.choices.present().project.corrections[0].judgements;
    let said: Vec<bool> = judgements
        .iter()
        .map(|judgement| judgement.is_right)
        .collect();
    assert_eq!(said, [false]);
}

#[test]
fn the_next_decision_is_led_to_when_the_correction_is_in_force() {
    let mut later = three();
    later[1].unit = 2;
    let state = after([
        decisions(three()),
        review(ReviewAction::Open),
        review(ReviewAction::Judge(false)),
    ]);
    let aimed = |state: &State| state.reading.aim.as_ref().map(|aim| aim.serial);
    let before = aimed(&state);
    let state = run(state, [decisions(three())]);
    assert_eq!(aimed(&state), before, "not while places change");
    let state = run(state, [read(), replied(Reply::Chosen), decisions(later)]);
    assert_eq!(state.reading.aimed_unit(), Some(2));
}

#[test]
fn a_selection_goes_when_the_units_of_the_page_are_numbered_anew() {
    let picked = Picked {
        unit: 2,
        anchor: 0,
        head: 2,
        is_native: false,
    };
    let pick = || Action::Mend(MendAction::Pick(Some(picked)));
    let corrected = || after([focus(1, 7), give(Command::Split), read(), clean(&PAGE)]);
    let rows: [(&str, Vec<Action>); 3] = [
        ("the corrections are in force", vec![replied(Reply::Chosen)]),
        (
            "a step was taken back",
            vec![Action::Undo, replied(Reply::Chosen)],
        ),
        ("the document follows", vec![read()]),
    ];
    for (name, actions) in rows {
        let state = run(corrected(), [pick()]);
        assert!(state.reading.picked.is_some(), "{name}");
        assert_eq!(run(state, actions).reading.picked, None, "{name}");
    }
    let word = Action::Choose(Change::ShortestChars(1));
    let state = run(after([pick()]), [word, replied(Reply::Chosen)]);
    assert_eq!(state.reading.picked, Some(picked), "the page is as it was");
}
