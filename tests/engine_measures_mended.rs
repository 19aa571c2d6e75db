//! What once went wrong with the measures, and laws that all of them keep.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests fail as tests do"
)]

use cijing::engine::Engine;
use cijing::engine::bytes::InMemory;
use cijing::engine::choices::{Project, ReferenceList, Settings};
use cijing::engine::protocol::{Export, JobId, Reply, Request, TableFormat, ToWorker, ViewRequest};
use cijing::engine::query::{Answer, Measure, Query, Reference};
use cijing::measures::options::{ContextSize, ItemKind, KeywordMethod};
use cijing::report::answers::Item;
use cijing::report::answers::group::{CorpusGroup, CorpusGroupRow, GroupUnit, Selection};
use cijing::report::answers::search::{
    ConcordanceView, LineMark, LinesWanted, SearchEnd, Searched,
};
use cijing::report::answers::table::{Cell, Column, Note, Removal, TableView};
use cijing::report::answers::trend::TrendBy;
use cijing::report::views::DocumentId;
use cijing::words::groups::ConceptGroup;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

const RIVER: (&str, &str) = (
    "2021-05-03-A01.txt",
    "# 清江大桥通车\n\n　　本报讯 清江大桥昨天通车。大桥全长三公里，连接东西两岸。\n　　市长周文远说：“大桥通车方便群众出行，也带动两岸发展。”他强调，交通建设还要加快。\n\n# 交通建设提速\n\n　　本报讯 今年全市交通建设投资增加。公路、铁路建设同时推进。\n　　交通部门介绍，铁路建设进展顺利。\n",
);
const SCHOOL: (&str, &str) = (
    "2022-06-07-A02.txt",
    "# 新学校开学\n\n　　本报讯 城南新学校今天开学。学校有学生八百人。\n　　校长林小梅说：“学校重视体育，也重视艺术。”老师欢迎学生。\n\n# 学生走进博物馆\n\n　　本报讯 一百名学生走进博物馆。老师介绍，博物馆向学生免费开放。\n　　交通方便，学生乘公交前往博物馆。\n",
);

/// An engine and the one who asks it.
struct Desk {
    engine: Engine,
    job: u64,
    steps: u32,
}

impl Desk {
    fn empty() -> Self {
        let mut engine = Engine::new();
        engine.take_replies();
        Self {
            engine,
            job: 0,
            steps: 0,
        }
    }

    fn with(files: &[(&str, &str)]) -> Self {
        let mut desk = Self::empty();
        for (number, file) in (1..).zip(files) {
            desk.read(number, *file);
        }
        desk
    }

    fn read(&mut self, number: u32, (name, text): (&str, &str)) {
        let request = Request::Read {
            document: DocumentId(number),
            name: name.to_owned(),
            encoding: None,
        };
        self.send(request, Some(text));
    }

    fn remove(&mut self, number: u32) {
        let document = DocumentId(number);
        self.send(Request::Remove { document }, None);
    }

    fn give(&mut self, request: Request, text: Option<&str>) -> JobId {
        self.job += 1;
        let job = JobId(self.job);
        let content = text.map(|text| Box::new(InMemory(text.as_bytes().to_vec())) as Box<_>);
        self.engine.handle(ToWorker { job, request }, content);
        job
    }

    fn finish(&mut self) -> Vec<Reply> {
        self.steps = 0;
        while self.engine.step() {
            self.steps += 1;
        }
        let replies = self.engine.take_replies().into_iter();
        replies.map(|message| message.reply).collect()
    }

    fn send(&mut self, request: Request, text: Option<&str>) -> Vec<Reply> {
        self.give(request, text);
        self.finish()
    }

    fn choose(&mut self, settings: Settings, project: Project) {
        self.send(Request::Choose { settings, project }, None);
    }

    fn ask(&mut self, query: Query) -> Answer {
        let replies = self.send(Request::View(ViewRequest::Query(query)), None);
        answers(replies).pop().expect("an answer")
    }

    fn table(&mut self, measure: Measure) -> TableView {
        match self.ask(whole(measure)) {
            Answer::Table(view) => view,
            other => panic!("{other:?}"),
        }
    }

    fn lines(&mut self, searched: Searched) -> ConcordanceView {
        match self.ask(search(searched, LinesWanted::default())) {
            Answer::Concordance(view) => view,
            other => panic!("{other:?}"),
        }
    }

    fn groups(&mut self) -> Vec<CorpusGroupRow> {
        match self.ask(Query::CorpusGroups) {
            Answer::CorpusGroups(rows) => rows,
            other => panic!("{other:?}"),
        }
    }

    fn json(&mut self, measure: Measure) -> Vec<u8> {
        let export = Export::Table {
            measure,
            order: None,
            format: TableFormat::Json,
        };
        let replies = self.send(Request::Export(export), None);
        let mut files = replies.into_iter().filter_map(|reply| match reply {
            Reply::Export { bytes, .. } => Some(bytes),
            _ => None,
        });
        files.next().expect("a file")
    }
}

fn answers(replies: Vec<Reply>) -> Vec<Answer> {
    let answers = replies.into_iter().filter_map(|reply| match reply {
        Reply::Answered(answered) => Some(answered.1),
        _ => None,
    });
    answers.collect()
}

fn whole(measure: Measure) -> Query {
    Query::Table {
        measure,
        order: None,
        containing: String::new(),
        first_row: 0,
        rows: 1000,
    }
}

fn search(searched: Searched, wanted: LinesWanted) -> Query {
    Query::Concordance {
        searched,
        of: Selection::All,
        wanted,
        first_row: 0,
        rows: 1000,
    }
}

fn all_words() -> Settings {
    Settings {
        shortest_chars: 1,
        built_in_stop_words: false,
        ..Settings::default()
    }
}

fn with_groups(groups: impl IntoIterator<Item = CorpusGroup>) -> Project {
    Project {
        corpus_groups: groups.into_iter().collect(),
        ..Project::default()
    }
}

fn of_files(name: &str, files: &[&str]) -> CorpusGroup {
    let mut files: Vec<String> = files.iter().map(|file| (*file).to_owned()).collect();
    files.sort();
    CorpusGroup {
        name: name.to_owned(),
        files,
        ..CorpusGroup::default()
    }
}

fn named(name: &str) -> Selection {
    Selection::Group(name.to_owned())
}

fn word(word: &str) -> Searched {
    Searched::Item(Item::Word(word.to_owned()))
}

fn items(of: Selection) -> Measure {
    let items = ItemKind::Words;
    Measure::Items { of, items }
}

fn keyness(target: Selection, reference: Selection) -> Measure {
    Measure::Keyness {
        target,
        reference: Reference::Selection(reference),
        items: ItemKind::Words,
    }
}

fn collocates(node: &str, of: Selection) -> Measure {
    Measure::Collocates {
        node: word(node),
        of,
    }
}

fn every_measure() -> Vec<Measure> {
    let all = || Selection::All;
    let keywords = |method| Measure::Keywords {
        of: all(),
        article: None,
        method,
    };
    let trend = |by| Measure::Trend {
        items: vec![Item::Word("学生".to_owned()), Item::Word("交通".to_owned())],
        of: all(),
        by,
    };
    vec![
        items(all()),
        Measure::Items {
            of: all(),
            items: ItemKind::Persons,
        },
        keyness(named("甲"), Selection::Rest("甲".to_owned())),
        keywords(KeywordMethod::TextRank),
        keywords(KeywordMethod::TfIdfOfCorpus),
        collocates("学生", all()),
        Measure::Ngrams {
            of: all(),
            with: String::new(),
        },
        trend(TrendBy::Date),
        trend(TrendBy::Article),
        Measure::Texts { of: vec![all()] },
        Measure::TextsOfArticles { of: all() },
    ]
}

fn cell(view: &TableView, row: usize, column: Column) -> Cell {
    let mut columns = view.columns.iter();
    let place = columns.position(|one| *one == column).expect("a column");
    view.rows[row].cells[place].clone()
}

fn count(view: &TableView, item: &str, column: Column) -> u64 {
    let text = Cell::Text(item.to_owned());
    let row = (0..view.rows.len()).find(|row| cell(view, *row, Column::Item) == text);
    match row.map(|row| cell(view, row, column)) {
        Some(Cell::Count(count)) => count,
        _ => 0,
    }
}

fn names(view: &TableView, column: Column) -> Vec<String> {
    let names = (0..view.rows.len()).map(|row| match cell(view, row, column) {
        Cell::Text(text) => text,
        other => panic!("{other:?}"),
    });
    names.collect()
}

#[test]
fn every_stopped_measure_says_that_it_is_a_part() {
    let mut desk = Desk::with(&[RIVER, SCHOOL]);
    desk.choose(all_words(), with_groups([of_files("甲", &[RIVER.0])]));
    for measure in every_measure() {
        for steps in 0..4 {
            let query = whole(measure.clone());
            // Another group makes the engine forget what it has.
            desk.choose(all_words(), Project::default());
            desk.choose(all_words(), with_groups([of_files("甲", &[RIVER.0])]));
            let asked = desk.give(Request::View(ViewRequest::Query(query)), None);
            for _ in 0..steps {
                desk.engine.step();
            }
            desk.give(Request::Stop { stop: asked }, None);
            let answered = answers(desk.finish());
            match answered.last() {
                Some(Answer::Table(view)) => {
                    let is_stopped = view.notes.contains(&Note::Stopped);
                    assert_eq!(is_stopped, view.per_mille < 1000, "{measure:?} {steps}");
                }
                other => panic!("{measure:?} {steps}: {other:?}"),
            }
        }
    }
}

#[test]
fn a_stopped_concordance_says_so_and_a_file_of_it_is_whole() {
    let mut desk = Desk::with(&[RIVER, SCHOOL]);
    let query = search(word("学生"), LinesWanted::default());
    let asked = desk.give(Request::View(ViewRequest::Query(query)), None);
    desk.give(Request::Stop { stop: asked }, None);
    let answered = answers(desk.finish());
    let Some(Answer::Concordance(view)) = answered.last() else {
        panic!("{answered:?}");
    };
    assert_eq!((view.end.clone(), view.found), (SearchEnd::Stopped, 0));
    let export = Export::Concordance {
        searched: word("学生"),
        of: Selection::All,
        wanted: LinesWanted::default(),
        format: TableFormat::Csv,
    };
    let replies = desk.send(Request::Export(export), None);
    let lines = replies.into_iter().find_map(|reply| match reply {
        Reply::Export { bytes, .. } => Some(String::from_utf8_lossy(&bytes).lines().count()),
        _ => None,
    });
    assert_eq!(lines, Some(1 + 6));
}

#[test]
fn a_measure_is_stopped_while_it_waits_for_names() {
    let mut desk = Desk::with(&[RIVER, SCHOOL]);
    let measure = Measure::Items {
        of: Selection::All,
        items: ItemKind::Persons,
    };
    let asked = desk.give(Request::View(ViewRequest::Query(whole(measure))), None);
    desk.give(Request::Stop { stop: asked }, None);
    let answered = answers(desk.finish());
    assert_eq!(answered.len(), 1);
    assert!(answered[0].is_stopped());
}

#[test]
fn what_was_begun_for_another_corpus_is_no_part_of_a_stopped_answer() {
    let mut desk = Desk::with(&[RIVER, SCHOOL]);
    let query = search(word("学生"), LinesWanted::default());
    let asked = desk.give(Request::View(ViewRequest::Query(query)), None);
    desk.engine.step();
    desk.engine.step();
    let document = DocumentId(2);
    desk.give(Request::Remove { document }, None);
    desk.give(Request::Stop { stop: asked }, None);
    for answer in answers(desk.finish()) {
        let Answer::Concordance(view) = answer else {
            continue;
        };
        let is_of_school = |file: &str| file == SCHOOL.0;
        assert!(view.per_mille == 1000 || !view.rows.iter().any(|row| is_of_school(&row.file)));
    }
}

#[test]
fn marks_context_and_other_groups_make_nothing_be_worked_out_again() {
    let mut desk = Desk::with(&[RIVER, SCHOOL]);
    let project = with_groups([of_files("甲", &[RIVER.0]), of_files("乙", &[SCHOOL.0])]);
    desk.choose(all_words(), project.clone());
    let lines = desk.lines(word("学生"));
    assert!(desk.steps > 0 && lines.found == 6);
    let mark: LineMark = lines.rows[0].mark.clone().expect("a key");
    let marked = Project {
        line_marks: vec![mark],
        ..project.clone()
    };
    desk.choose(all_words(), marked.clone());
    assert!(desk.lines(word("学生")).rows[0].is_marked);
    assert_eq!(desk.steps, 0);
    let of_first = items(named("甲"));
    desk.table(of_first.clone());
    let mut narrow = all_words();
    narrow.measures.context = ContextSize::Characters(5);
    narrow.measures.collocation.left = 1;
    let mut renamed = marked;
    renamed.corpus_groups[1].name = "丙".to_owned();
    desk.choose(narrow.clone(), renamed.clone());
    let lines = desk.lines(word("学生"));
    assert_eq!((desk.steps, lines.found), (0, 6));
    assert!(lines.rows.iter().all(|row| row.left.chars().count() <= 5));
    desk.table(of_first.clone());
    assert_eq!(desk.steps, 0);
    // What hangs on the change is worked out again.
    renamed.corpus_groups[0].files = vec![SCHOOL.0.to_owned()];
    desk.choose(narrow.clone(), renamed.clone());
    let view = desk.table(of_first);
    assert!(count(&view, "学生", Column::Count) == 6 && desk.steps > 0);
    assert_eq!(desk.groups()[0].tokens, view.sides[0].tokens);
    let before = desk.table(collocates("学生", Selection::All));
    narrow.measures.collocation.left = 5;
    desk.choose(narrow, renamed);
    let after = desk.table(collocates("学生", Selection::All));
    assert!(before.columns.len() < after.columns.len());
}

#[test]
fn a_changed_context_changes_which_lines_a_filter_keeps() {
    let mut desk = Desk::with(&[SCHOOL]);
    let wanted = LinesWanted {
        containing: "免费".to_owned(),
        ..LinesWanted::default()
    };
    let mut kept = Vec::new();
    for size in [30, 5] {
        let mut settings = all_words();
        settings.measures.context = ContextSize::Characters(size);
        desk.choose(settings, Project::default());
        match desk.ask(search(word("老师"), wanted.clone())) {
            Answer::Concordance(view) => kept.push(view.rows_total),
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(kept, [1, 0]);
}

#[test]
fn nodes_that_segmentation_cut_are_told_of() {
    let text = "# 通告\n\n学生开会。大学生开会。学生会开会。学生开会。\n";
    let mut desk = Desk::with(&[("a.txt", text)]);
    desk.choose(all_words(), Project::default());
    let string = Searched::String("学生".to_owned());
    let strings = u64::from(desk.lines(string).found);
    let tokens = u64::from(desk.lines(word("学生")).found);
    let view = desk.table(collocates("学生", Selection::All));
    assert_eq!((strings, tokens), (4, 2));
    assert!(view.notes.contains(&Note::Node(2)), "{:?}", view.notes);
    assert!(view.notes.contains(&Note::CutNode(2)), "{:?}", view.notes);
    let whole = desk.table(collocates("开会", Selection::All));
    let is_cut = |note: &Note| matches!(note, Note::CutNode(_));
    assert!(!whole.notes.iter().any(is_cut));
}

#[test]
fn rows_of_selections_have_names() {
    let mut desk = Desk::with(&[RIVER, SCHOOL]);
    desk.choose(all_words(), with_groups([of_files("甲", &[RIVER.0])]));
    let of = vec![
        Selection::All,
        named("甲"),
        Selection::Rest("甲".to_owned()),
    ];
    let view = desk.table(Measure::Texts { of });
    assert_eq!(names(&view, Column::Label), ["全部语料", "甲", "甲以外"]);
}

#[test]
fn against_nothing_nothing_is_compared() {
    let mut desk = Desk::with(&[RIVER, SCHOOL]);
    desk.choose(all_words(), with_groups([of_files("空", &["no.txt"])]));
    for (target, reference, side) in [
        (Selection::All, named("空"), 1),
        (named("空"), Selection::All, 0),
        (Selection::All, named("unknown"), 1),
    ] {
        let view = desk.table(keyness(target, reference));
        assert_eq!(view.rows.len(), 0);
        assert!(
            view.notes.contains(&Note::EmptySide(side)),
            "{:?}",
            view.notes
        );
    }
    for measure in [
        collocates("学生", named("空")),
        Measure::Ngrams {
            of: named("空"),
            with: String::new(),
        },
    ] {
        assert!(desk.table(measure).notes.contains(&Note::EmptySide(0)));
    }
}

#[test]
fn text_on_both_sides_is_told_of() {
    let mut desk = Desk::with(&[RIVER, SCHOOL]);
    let spoken = CorpusGroup {
        name: "说".to_owned(),
        speakers: vec!["周文远".to_owned()],
        ..CorpusGroup::default()
    };
    let groups = [
        of_files("甲", &[RIVER.0]),
        of_files("乙", &[RIVER.0, SCHOOL.0]),
        spoken,
    ];
    desk.choose(all_words(), with_groups(groups));
    let rest = |name: &str| Selection::Rest(name.to_owned());
    let rows = [
        (named("甲"), rest("甲"), None),
        (named("说"), rest("说"), None),
        (named("甲"), Selection::All, Some(named("甲"))),
        (named("乙"), named("甲"), Some(named("甲"))),
        (named("甲"), named("甲"), Some(named("甲"))),
        (named("说"), named("甲"), Some(named("说"))),
        (rest("说"), named("说"), None),
    ];
    for (target, reference, both) in rows {
        let both = both.map(|both| desk.table(items(both)).sides[0].tokens);
        let view = desk.table(keyness(target.clone(), reference.clone()));
        let told = view.notes.iter().find_map(|note| match note {
            Note::Overlap(tokens) => Some(*tokens),
            _ => None,
        });
        assert_eq!(told, both, "{target:?} {reference:?}");
    }
}

#[test]
fn words_of_a_list_count_for_their_group() {
    let mut desk = Desk::with(&[RIVER, SCHOOL]);
    let settings = Settings {
        groups_as_one: true,
        ..all_words()
    };
    let list = ReferenceList {
        name: "list".to_owned(),
        tokens: 1000,
        words: "学校\t3\n学生\t4\n通车\t5\n".to_owned(),
    };
    let project = Project {
        groups: vec![ConceptGroup {
            name: "教育".to_owned(),
            members: vec!["学校".to_owned(), "学生".to_owned()],
            exclusions: Vec::new(),
        }],
        references: vec![list],
        ..Project::default()
    };
    desk.choose(settings, project);
    let view = desk.table(Measure::Keyness {
        target: Selection::All,
        reference: Reference::List("list".to_owned()),
        items: ItemKind::Words,
    });
    assert_eq!(count(&view, "教育", Column::ReferenceCount), 7);
    assert_eq!(count(&view, "通车", Column::ReferenceCount), 5);
}

#[test]
fn sequences_in_too_few_articles_are_all_told_of() {
    let one = "# 甲\n\n防控工作会议。防控工作会议。\n";
    let mut desk = Desk::with(&[("a.txt", one), ("b.txt", "# 乙\n\n天气很好。\n")]);
    let mut settings = all_words();
    settings.measures.ngrams.least_count = 2;
    let ngrams = || Measure::Ngrams {
        of: Selection::All,
        with: String::new(),
    };
    desk.choose(settings.clone(), Project::default());
    let all = desk.table(ngrams()).rows_total;
    assert_eq!(all, 3);
    settings.measures.ngrams.least_articles = 2;
    desk.choose(settings, Project::default());
    let removed = |items| Note::Removed {
        condition: Removal::Articles,
        threshold: 2,
        items,
    };
    let view = desk.table(ngrams());
    assert_eq!(view.rows_total, 0);
    assert!(view.notes.contains(&removed(all)), "{:?}", view.notes);
    // Only with 防控: not those of the other words.
    let view = desk.table(Measure::Ngrams {
        of: Selection::All,
        with: "防控".to_owned(),
    });
    assert!(view.notes.contains(&removed(2)), "{:?}", view.notes);
}

#[test]
fn beginnings_and_ends_are_those_of_the_paragraph_however_long_it_is() {
    let sentence = "队员检查堤坝和水库。";
    let long = format!("# 防汛\n\n开头{}结尾\n", sentence.repeat(6000));
    let mut desk = Desk::with(&[("a.txt", &long)]);
    let found = |desk: &mut Desk, expression: &str| {
        let view = desk.lines(Searched::Regex(expression.to_owned()));
        assert_eq!(view.fault, None, "{expression}");
        view.found
    };
    assert_eq!(found(&mut desk, "^开.*?队员"), 1);
    assert_eq!(found(&mut desk, "^队员.*?堤坝"), 0);
    assert_eq!(found(&mut desk, "水库[^检]*?结尾$"), 1);
    assert_eq!(found(&mut desk, "水库[^检]*?。$"), 0);
}

#[test]
fn a_string_broken_by_a_blank_is_found_where_the_counted_text_has_it() {
    let text =
        "# 通告\n\n铁路 建设提速。\n\n# 简讯\n\n铁路建设提速。\n\n# 短讯\n\n大会纪要：abc def。\n";
    let mut desk = Desk::with(&[("a.txt", text)]);
    let strings = ["铁路建设", "铁路 建设", "abc def", "abcdef", "路建"];
    let groups = strings.map(|string| CorpusGroup {
        name: string.to_owned(),
        containing: vec![string.to_owned()],
        unit: GroupUnit::Paragraphs,
        ..CorpusGroup::default()
    });
    desk.choose(all_words(), with_groups(groups));
    let sizes = desk.groups();
    for (row, string) in sizes.iter().zip(strings) {
        let lines = desk.lines(Searched::String(string.to_owned()));
        assert_eq!(row.articles, lines.articles, "{string}");
    }
}

#[test]
fn a_group_and_its_rest_are_the_whole_of_one_speaker_s_words() {
    let mut desk = Desk::with(&[RIVER, SCHOOL]);
    let paragraphs = CorpusGroup {
        name: "段".to_owned(),
        containing: vec!["大桥".to_owned()],
        unit: GroupUnit::Paragraphs,
        ..CorpusGroup::default()
    };
    let direct = CorpusGroup {
        name: "说".to_owned(),
        speakers: vec!["周文远".to_owned()],
        speech: Some(cijing::words::speech::SpeechKind::Direct),
        ..CorpusGroup::default()
    };
    let groups = [of_files("甲", &[RIVER.0]), paragraphs, direct];
    let project = Project {
        counted_speaker: Some("周文远".to_owned()),
        ..with_groups(groups)
    };
    desk.choose(all_words(), project.clone());
    let all = desk.table(items(Selection::All)).sides[0].tokens;
    assert!(all > 0 && all < 40, "{all}");
    let rows = [("甲", true, false), ("段", true, false), ("说", true, true)];
    for (name, is_some, is_rest) in rows {
        let group = desk.table(items(named(name))).sides[0].tokens;
        let rest = Selection::Rest(name.to_owned());
        let rest = desk.table(items(rest)).sides[0].tokens;
        assert_eq!(group + rest, all, "{name}");
        assert_eq!((group > 0, rest > 0), (is_some, is_rest), "{name}");
        let lines = desk.table(collocates("大桥", named(name))).sides[0].tokens;
        assert_eq!(lines, group, "{name}");
    }
    // A mark on a line leaves the speaker's words what they are.
    let marked = Project {
        line_marks: vec![LineMark {
            sha256: String::new(),
            place: cijing::report::views::ScalarRange { start: 0, end: 1 },
        }],
        ..project
    };
    desk.choose(all_words(), marked);
    assert_eq!(desk.table(items(Selection::All)).sides[0].tokens, all);
    assert_eq!(
        desk.table(Measure::Texts {
            of: vec![Selection::All]
        })
        .sides[0]
            .tokens,
        all
    );
}

/// Sentences of which texts are made.
const SENTENCES: [&str; 10] = [
    "疫情防控工作会议召开。",
    "会议强调，疫情防控要落实。",
    "学生在学校学习。",
    "老师介绍学校的防控工作。",
    "经济社会发展取得成效。",
    "大桥通车，方便群众出行。",
    "群众说：“工作落实了。”",
    "交通建设和经济发展。",
    "工作、学习、生活。",
    "天气好。",
];

fn text() -> impl Strategy<Value = String> {
    let paragraph = prop::collection::vec(0..SENTENCES.len(), 1..4);
    let article = prop::collection::vec(paragraph, 1..3);
    prop::collection::vec(article, 1..3).prop_map(|articles| {
        let articles = articles.iter().enumerate().map(|(number, paragraphs)| {
            let paragraphs = paragraphs.iter().map(|sentences| {
                let sentences = sentences.iter().map(|sentence| SENTENCES[*sentence]);
                format!("　　{}\n", sentences.collect::<String>())
            });
            format!("# 新闻{number}\n\n{}\n", paragraphs.collect::<String>())
        });
        articles.collect()
    })
}

fn runner(cases: u32) -> TestRunner {
    TestRunner::new(Config {
        failure_persistence: None,
        ..Config::with_cases(cases)
    })
}

/// The files of a corpus are dealt out to groups: what is counted in each adds up to what is counted in all.
#[test]
fn any_division_of_the_documents_gives_the_counts_of_the_whole() {
    let mut desk = Desk::empty();
    let mut files = Vec::new();
    for number in 0..8_u32 {
        let name = format!("{number}.txt");
        let sentences = (0..4).map(|place| SENTENCES[(number as usize * 3 + place * 7) % 10]);
        let text = format!("# 新闻{number}\n\n　　{}\n", sentences.collect::<String>());
        desk.read(number + 1, (&name, &text));
        files.push(name);
    }
    let mut settings = all_words();
    settings.measures.collocation.least = 1;
    settings.measures.ngrams.least_count = 2;
    desk.choose(settings.clone(), Project::default());
    let nodes = ["防控", "工作", "学校"];
    let whole: Vec<TableView> = nodes
        .iter()
        .map(|node| desk.table(collocates(node, Selection::All)))
        .collect();
    let whole_words = desk.table(items(Selection::All));
    let lines: Vec<u32> = nodes
        .iter()
        .map(|node| desk.lines(word(node)).found)
        .collect();
    let mut runner = runner(1000);
    let division = prop::collection::vec(0..3_usize, files.len());
    let cases = (division, 0..nodes.len());
    let law = |(division, node): (Vec<usize>, usize), desk: &mut Desk| {
        let groups = ["甲", "乙", "丙"].iter().enumerate().map(|(part, name)| {
            let of_part = files.iter().zip(&division);
            let of_part = of_part.filter(|(_, own)| **own == part);
            let of_part: Vec<&str> = of_part.map(|(file, _)| file.as_str()).collect();
            // A group without any condition is empty, as it should be here.
            of_files(name, &of_part)
        });
        desk.choose(settings.clone(), with_groups(groups));
        let parts: Vec<TableView> = ["丙", "甲", "乙"]
            .iter()
            .map(|name| desk.table(collocates(nodes[node], named(name))))
            .collect();
        let all = &whole[node];
        let sum = |of: &dyn Fn(&TableView) -> u64| parts.iter().map(of).sum::<u64>();
        prop_assert_eq!(sum(&|view| view.sides[0].tokens), all.sides[0].tokens);
        for item in names(all, Column::Item) {
            let column = Column::CoOccurrences;
            prop_assert_eq!(
                sum(&|view| count(view, &item, column)),
                count(all, &item, column)
            );
        }
        let words: Vec<TableView> = ["乙", "丙", "甲"]
            .iter()
            .map(|name| desk.table(items(named(name))))
            .collect();
        for item in names(&whole_words, Column::Item) {
            let sum: u64 = words
                .iter()
                .map(|view| count(view, &item, Column::Count))
                .sum();
            prop_assert_eq!(sum, count(&whole_words, &item, Column::Count));
        }
        let mut found = 0;
        for name in ["甲", "乙", "丙"] {
            let query = Query::Concordance {
                searched: word(nodes[node]),
                of: named(name),
                wanted: LinesWanted::default(),
                first_row: 0,
                rows: 0,
            };
            if let Answer::Concordance(view) = desk.ask(query) {
                found += view.found;
            }
        }
        prop_assert_eq!(found, lines[node]);
        Ok(())
    };
    let desk = std::cell::RefCell::new(desk);
    let outcome = runner.run(&cases, |case| law(case, &mut desk.borrow_mut()));
    assert!(outcome.is_ok(), "{outcome:?}");
}

/// Two files read in one order and in the other give the same bytes of every table.
#[test]
fn two_files_in_any_order_give_the_same_bytes() {
    let mut desk = Desk::empty();
    let mut settings = all_words();
    settings.measures.collocation.least = 1;
    settings.measures.ngrams.least_count = 2;
    desk.choose(settings, with_groups([of_files("甲", &["a.txt"])]));
    let desk = std::cell::RefCell::new(desk);
    let outcome = runner(100).run(&(text(), text()), |(one, other)| {
        let desk = &mut desk.borrow_mut();
        let files = [("a.txt", one.as_str()), ("b.txt", other.as_str())];
        let mut tables: Vec<Vec<Vec<u8>>> = Vec::new();
        for order in [[0, 1], [1, 0]] {
            for file in order {
                desk.read(u32::from(file == 1) + 1, files[file]);
            }
            let measures = every_measure().into_iter();
            tables.push(measures.map(|measure| desk.json(measure)).collect());
            desk.remove(1);
            desk.remove(2);
        }
        for (place, table) in tables[0].iter().enumerate() {
            prop_assert_eq!(
                String::from_utf8_lossy(table),
                String::from_utf8_lossy(&tables[1][place])
            );
        }
        Ok(())
    });
    assert!(outcome.is_ok(), "{outcome:?}");
}
