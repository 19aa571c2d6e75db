//! Searches of a corpus, asked of the engine as the page asks them: lines, collocates, n-grams.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests fail as tests do"
)]

use cijing::engine::Engine;
use cijing::engine::bytes::InMemory;
use cijing::engine::choices::{Project, Settings};
use cijing::engine::protocol::{JobId, Reply, Request, ToWorker, ViewRequest};
use cijing::engine::query::{Answer, Measure, Query};
use cijing::measures::options::{Boundary, ContextSize, NgramOptions, NgramUnit};
use cijing::report::answers::Item;
use cijing::report::answers::group::Selection;
use cijing::report::answers::search::{
    ConcordanceView, LineGrouping, LineOrder, LineSample, LinesWanted, SearchEnd, SearchFault,
    Searched,
};
use cijing::report::answers::table::{Cell, Column, Lead, Note, Removal, TableView};
use cijing::report::views::{DocumentId, WordOrder};
use cijing::words::groups::ConceptGroup;
use proptest::prelude::*;

/// An engine and the one who asks it.
struct Desk {
    engine: Engine,
    job: u64,
    steps: u32,
}

impl Desk {
    /// Files in the given order; documents are numbered from 1.
    fn with(files: &[(&str, &str)]) -> Self {
        let mut engine = Engine::new();
        engine.take_replies();
        let mut desk = Self {
            engine,
            job: 0,
            steps: 0,
        };
        for (number, (name, text)) in (1..).zip(files) {
            let request = Request::Read {
                document: DocumentId(number),
                name: (*name).to_owned(),
                encoding: None,
            };
            desk.send(request, Some(text));
        }
        desk
    }

    fn send(&mut self, request: Request, text: Option<&str>) -> Vec<Reply> {
        self.job += 1;
        let job = JobId(self.job);
        let content = text.map(|text| Box::new(InMemory(text.as_bytes().to_vec())) as Box<_>);
        self.engine.handle(ToWorker { job, request }, content);
        self.steps = 0;
        while self.engine.step() {
            self.steps += 1;
        }
        let replies = self.engine.take_replies().into_iter();
        replies.map(|message| message.reply).collect()
    }

    fn choose(&mut self, change: impl FnOnce(&mut Settings, &mut Project)) {
        let (mut settings, mut project) = (Settings::default(), Project::default());
        change(&mut settings, &mut project);
        self.send(Request::Choose { settings, project }, None);
    }

    /// All answers to a question: those on the way and the last one.
    fn answers(&mut self, query: &Query) -> Vec<Answer> {
        let replies = self.send(Request::View(ViewRequest::Query(query.clone())), None);
        let answers = replies.into_iter().filter_map(|reply| match reply {
            Reply::Answered(answered) => Some(answered.1),
            _ => None,
        });
        answers.collect()
    }

    fn ask(&mut self, query: &Query) -> Answer {
        self.answers(query).pop().expect("an answer")
    }

    fn lines(&mut self, searched: Searched, wanted: LinesWanted) -> ConcordanceView {
        let query = Query::Concordance {
            searched,
            of: Selection::All,
            wanted,
            first_row: 0,
            rows: 1000,
        };
        match self.ask(&query) {
            Answer::Concordance(view) => view,
            other => panic!("{other:?}"),
        }
    }

    fn found(&mut self, searched: Searched) -> ConcordanceView {
        self.lines(searched, LinesWanted::default())
    }

    /// What was found, as printed.
    fn nodes(&mut self, searched: Searched) -> Vec<String> {
        let view = self.found(searched);
        assert_eq!(view.fault, None);
        view.rows.into_iter().map(|row| row.node).collect()
    }
}

fn word(word: &str) -> Searched {
    Searched::Item(Item::Word(word.to_owned()))
}

fn string(string: &str) -> Searched {
    Searched::String(string.to_owned())
}

fn regex(expression: &str) -> Searched {
    Searched::Regex(expression.to_owned())
}

fn wildcard(pattern: &str) -> Searched {
    Searched::Wildcard(pattern.to_owned())
}

fn near(words: &[&str], distance: u8, in_order: bool, within: Boundary) -> Searched {
    Searched::Near {
        words: words.iter().map(|word| (*word).to_owned()).collect(),
        distance,
        in_order,
        within,
    }
}

const NORTH: &str = "# 全市打响防汛阻击战\n\n河岸巡查队昨日连夜出动。队员检查堤坝，记录水位，准备沙袋。\n\n市民支持防汛工作，志愿者参加攻坚战。这是一次挑战。\n";
const SOUTH: &str = "# 学校开展阅读活动\n\n老师检查作业，学生记录观察。阅读活动持续一周，家长支持学校工作。\n\n学生准备了节目。\n";

fn corpus() -> Desk {
    Desk::with(&[
        ("北报 2021-05-03.txt", NORTH),
        ("南报 2021-05-04.txt", SOUTH),
    ])
}

#[test]
fn every_kind_of_search_finds() {
    let mut desk = corpus();
    let rows: [(Searched, &[&str]); 15] = [
        (word("检查"), &["检查", "检查"]),
        (word("检"), &[]),
        (string("检"), &["检", "检"]),
        (string(" 检查 "), &["检查", "检查"]),
        (string("查堤"), &["查堤"]),
        (wildcard("*战"), &["阻击战", "攻坚战", "挑战"]),
        (wildcard("??战"), &["阻击战", "攻坚战"]),
        (wildcard("？？战"), &["阻击战", "攻坚战"]),
        (
            regex("(检查|记录).."),
            &["检查堤坝", "记录水位", "检查作业", "记录观察"],
        ),
        (
            regex(r"\p{Han}+战"),
            &["全市打响防汛阻击战", "志愿者参加攻坚战", "这是一次挑战"],
        ),
        (regex("^老师"), &["老师"]),
        (Searched::PartOfSpeech("nz*".to_owned()), &[]),
        (
            near(&["检查", "记录"], 2, true, Boundary::Sentence),
            &["检查堤坝，记录", "检查作业，学生记录"],
        ),
        (near(&["记录", "检查"], 0, true, Boundary::Sentence), &[]),
        (
            near(&["记录", "检查"], 2, false, Boundary::Sentence),
            &["检查堤坝，记录", "检查作业，学生记录"],
        ),
    ];
    for (searched, expected) in rows {
        assert_eq!(desk.nodes(searched.clone()), expected, "{searched:?}");
    }
}

#[test]
fn a_search_for_tags_finds_their_words() {
    let mut desk = corpus();
    let verbs = desk.nodes(Searched::PartOfSpeech("v".to_owned()));
    let verbal = desk.nodes(Searched::PartOfSpeech("v*".to_owned()));
    assert!(verbs.contains(&"检查".to_owned()) || verbal.contains(&"检查".to_owned()));
    assert!(verbal.len() >= verbs.len());
}

#[test]
fn a_string_says_how_many_tokens_it_cuts() {
    let mut desk = corpus();
    for (searched, across) in [("检查", 0), ("检", 2), ("查堤", 1), ("检查堤坝", 0)] {
        assert_eq!(
            desk.found(string(searched)).across_tokens,
            across,
            "{searched}"
        );
    }
}

#[test]
fn windows_end_where_they_should() {
    let mut desk = corpus();
    // The headline, another paragraph, another sentence.
    let rows = [
        ("阻击战", "河岸", Boundary::Paragraph, 0),
        ("阻击战", "河岸", Boundary::Article, 1),
        ("连夜", "队员", Boundary::Sentence, 0),
        ("连夜", "队员", Boundary::Paragraph, 1),
        ("水位", "市民", Boundary::Paragraph, 0),
        ("水位", "市民", Boundary::Article, 1),
        ("挑战", "老师", Boundary::Article, 0),
    ];
    for (one, other, within, expected) in rows {
        let view = desk.found(near(&[one, other], 5, false, within));
        assert_eq!(view.found, expected, "{one} {other} {within:?}");
    }
}

#[test]
fn several_words_stand_for_tokens_of_their_own() {
    let mut desk = Desk::with(&[("a.txt", "甲方检查，乙方检查，丙方记录。\n")]);
    let rows = [
        (near(&["检查", "检查"], 2, false, Boundary::Paragraph), 1),
        (
            near(&["检查", "检查", "检查"], 9, false, Boundary::Paragraph),
            0,
        ),
        (
            near(&["检查", "检查", "记录"], 4, false, Boundary::Paragraph),
            1,
        ),
        (
            near(&["检查", "检查", "记录"], 4, true, Boundary::Paragraph),
            1,
        ),
        (
            near(&["检查", "记录", "检查"], 4, true, Boundary::Paragraph),
            0,
        ),
        (near(&["检*", "记录"], 9, true, Boundary::Paragraph), 2),
    ];
    for (searched, expected) in rows {
        assert_eq!(desk.found(searched.clone()).found, expected, "{searched:?}");
    }
}

#[test]
fn what_cannot_be_searched_for_is_told() {
    let mut desk = corpus();
    let rows = [
        (word(" "), SearchFault::Empty),
        (string(""), SearchFault::Empty),
        (regex(""), SearchFault::Empty),
        (near(&[], 3, false, Boundary::Article), SearchFault::Empty),
        (
            near(&["检查", ""], 3, false, Boundary::Article),
            SearchFault::Empty,
        ),
        (regex("检查("), SearchFault::Regex { place: 2 }),
        (regex("(?:.{1,90}){1,90}"), SearchFault::TooLarge),
        (regex("x*"), SearchFault::MatchesNothing),
    ];
    for (searched, expected) in rows {
        let view = desk.found(searched.clone());
        assert_eq!(
            (view.found, view.fault),
            (0, Some(expected)),
            "{searched:?}"
        );
    }
}

#[test]
fn a_line_tells_all_of_its_place() {
    let mut desk = corpus();
    desk.choose(|settings, _| settings.measures.context = ContextSize::Words(2));
    let view = desk.found(word("水位"));
    let [line] = &view.rows[..] else {
        panic!("{view:?}");
    };
    assert_eq!(
        (line.left.as_str(), line.right.as_str()),
        ("堤坝，记录", "，准备沙袋")
    );
    assert_eq!((line.number, line.source_line), (1, 3));
    assert_eq!(line.article_label, "全市打响防汛阻击战");
    assert_eq!(line.date.as_deref(), Some("2021-05-03"));
    assert!(line.paragraph.starts_with("河岸巡查队") && line.paragraph.ends_with("沙袋。"));
    let (first, behind) = line.node_in_paragraph;
    let node: String = line
        .paragraph
        .chars()
        .skip(first as usize)
        .take((behind - first) as usize)
        .collect();
    assert_eq!(node, "水位");
    let mark = line.mark.clone().expect("a mark");
    assert_eq!(mark.place, line.places[0]);
    assert!(!line.is_marked);
    desk.choose(|_, project| project.line_marks.push(mark));
    assert!(desk.found(word("水位")).rows[0].is_marked);
    let wanted = LinesWanted {
        marked_only: true,
        ..LinesWanted::default()
    };
    let marked = desk.lines(wildcard("*"), wanted);
    assert_eq!(
        (marked.rows_total, marked.rows[0].node.as_str()),
        (1, "水位")
    );
}

/// The numbers of the lines, in the order in which they come.
fn numbers(view: &ConcordanceView) -> Vec<u32> {
    view.rows.iter().map(|row| row.number).collect()
}

#[test]
fn lines_are_sorted() {
    let text = "# 一\n\n红花开放。白花开放。\n\n花开放\n\n蓝花凋谢。黄花盛开。\n";
    let mut desk = Desk::with(&[("a.txt", text)]);
    let own = ["红花", "白花", "蓝花", "黄花"];
    desk.choose(|_, project| {
        project.groups.push(ConceptGroup {
            name: "花".to_owned(),
            members: own.iter().map(|own| (*own).to_owned()).collect(),
            exclusions: Vec::new(),
        });
    });
    let group = Searched::Item(Item::Group("花".to_owned()));
    let sorted = |desk: &mut Desk, order: &[LineOrder], descending| {
        let wanted = LinesWanted {
            order: order.to_vec(),
            descending,
            ..LinesWanted::default()
        };
        numbers(&desk.lines(group.clone(), wanted))
    };
    assert_eq!(sorted(&mut desk, &[], false), [1, 2, 3, 4]);
    assert_eq!(sorted(&mut desk, &[], true), [4, 3, 2, 1]);
    // 白 < 红 < 蓝 < 黄 by code point.
    assert_eq!(sorted(&mut desk, &[LineOrder::Node], false), [2, 1, 3, 4]);
    assert_eq!(sorted(&mut desk, &[LineOrder::Node], true), [4, 3, 1, 2]);
    // 凋谢 < 开放 < 盛开; ties stay in canonical order.
    assert_eq!(
        sorted(&mut desk, &[LineOrder::Right(1)], false),
        [3, 1, 2, 4]
    );
    assert_eq!(
        sorted(&mut desk, &[LineOrder::Right(1), LineOrder::Node], false),
        [3, 2, 1, 4]
    );
    // The first word of a paragraph has none before it: last, either way.
    for descending in [false, true] {
        let lines = sorted(&mut desk, &[LineOrder::Left(1)], descending);
        assert_eq!(lines[2..], [1, 3], "{lines:?}");
    }
    assert_eq!(sorted(&mut desk, &[LineOrder::Place], true), [4, 3, 2, 1]);
}

#[test]
fn lines_are_filtered_drawn_and_grouped() {
    let mut desk = corpus();
    let all = desk.found(wildcard("*"));
    let containing = LinesWanted {
        containing: "沙袋".to_owned(),
        ..LinesWanted::default()
    };
    let some = desk.lines(wildcard("*"), containing);
    assert!(some.rows_total > 0 && some.rows_total < all.found);
    assert_eq!(some.found, all.found);
    let drawn = |desk: &mut Desk, seed| {
        let wanted = LinesWanted {
            sample: Some(LineSample { size: 5, seed }),
            ..LinesWanted::default()
        };
        numbers(&desk.lines(wildcard("*"), wanted))
    };
    let first = drawn(&mut desk, 7);
    assert_eq!(first.len(), 5);
    assert_eq!(drawn(&mut desk, 7), first);
    assert_ne!(drawn(&mut desk, 8), first);
    let grouped = LinesWanted {
        grouping: Some(LineGrouping::File),
        ..LinesWanted::default()
    };
    let view = desk.lines(word("检查"), grouped);
    let headings: Vec<(&str, u32, u32)> = view
        .headings
        .iter()
        .map(|heading| (heading.label.as_str(), heading.lines, heading.first_row))
        .collect();
    assert_eq!(
        headings,
        [("北报 2021-05-03.txt", 1, 0), ("南报 2021-05-04.txt", 1, 1)]
    );
    assert_eq!(view.rows[1].heading, "南报 2021-05-04.txt");
    assert_eq!(view.articles, 2);
}

/// `.*。|的` looks at all that is left of a paragraph for every 的.
#[test]
fn a_runaway_expression_ends_after_a_bounded_number_of_steps() {
    let text = format!("# 长行\n\n{}\n\n这是的。\n", "水的".repeat(170_000));
    let mut desk = Desk::with(&[("a.txt", &text)]);
    let view = desk.found(regex(".*。|的"));
    assert!(
        matches!(view.end, SearchEnd::TooMuchWork(1)),
        "{:?}",
        view.end
    );
    assert!(view.found > 100);
    assert!(desk.steps < 100, "{} steps", desk.steps);
    let words: Vec<String> = (0..10_000).map(|number| format!("水{number}")).collect();
    let view = desk.found(regex(&format!("{}|水的", words.join("|"))));
    assert_eq!(view.end, SearchEnd::Complete);
    assert_eq!(view.found, 170_000);
}

#[test]
fn the_first_lines_come_before_the_end() {
    let paragraph = format!("{}\n\n", "河水上涨。".repeat(2_000));
    let mut desk = Desk::with(&[("a.txt", &format!("# 水情\n\n{}", paragraph.repeat(40)))]);
    let query = Query::Concordance {
        searched: string("上涨"),
        of: Selection::All,
        wanted: LinesWanted::default(),
        first_row: 0,
        rows: 10,
    };
    let answers = desk.answers(&query);
    let views = answers.iter().map(|answer| match answer {
        Answer::Concordance(view) => view,
        other => panic!("{other:?}"),
    });
    let views: Vec<_> = views.collect();
    let (last, before) = views.split_last().expect("an answer");
    assert!(!before.is_empty());
    assert!(before[0].per_mille < 1000 && before[0].rows.len() == 100);
    assert_eq!(
        (last.per_mille, last.found, last.rows.len()),
        (1000, 80_000, 10)
    );
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    let words = prop::sample::select(vec![
        "检查", "河岸", "工作", "学校", "，", "。", "、", "的", "记录", "\n\n", "“", "”", "水位",
        "員", "　",
    ]);
    let text = prop::collection::vec(words, 1..30)
        .prop_map(|words| format!("# 题\n\n{}\n", words.concat()));
    prop::collection::vec(text, 1..4)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn the_lines_of_a_word_are_its_count(texts in texts()) {
        let names: Vec<String> = (0..texts.len()).map(|number| format!("{number}.txt")).collect();
        let files: Vec<(&str, &str)> = names.iter().map(String::as_str).zip(texts.iter().map(String::as_str)).collect();
        let mut desk = Desk::with(&files);
        let request = ViewRequest::Words { order: WordOrder::Count, containing: String::new(), first_row: 0, rows: 50 };
        let replies = desk.send(Request::View(request), None);
        let lists = replies.into_iter().filter_map(|reply| match reply {
            Reply::Words(view) => Some(view),
            _ => None,
        });
        let list = lists.last().expect("a word list");
        for row in list.rows {
            let found = desk.found(word(&row.word));
            prop_assert_eq!(found.found, row.count, "{}", row.word);
            let strings = desk.found(string(&row.word));
            prop_assert!(strings.found >= row.count, "{}", row.word);
            prop_assert!(strings.found - strings.across_tokens >= row.count);
        }
    }

    #[test]
    fn a_search_in_parts_finds_what_it_finds_in_all(texts in texts()) {
        let searches = [word("检查"), string("作"), regex("[检记]."), wildcard("*作"), near(&["检查", "*"], 3, false, Boundary::Paragraph)];
        let names: Vec<String> = (0..texts.len()).map(|number| format!("{number}.txt")).collect();
        let files: Vec<(&str, &str)> = names.iter().map(String::as_str).zip(texts.iter().map(String::as_str)).collect();
        let mut all = Desk::with(&files);
        let mut parts: Vec<Desk> = files.iter().map(|file| Desk::with(&[*file])).collect();
        for searched in searches {
            let whole: Vec<_> = all.found(searched.clone()).rows.into_iter().map(|row| (row.file, row.left, row.node, row.right)).collect();
            let mut together = Vec::new();
            for part in &mut parts {
                together.extend(part.found(searched.clone()).rows.into_iter().map(|row| (row.file, row.left, row.node, row.right)));
            }
            prop_assert_eq!(whole, together, "{:?}", searched);
        }
    }
}

fn table(desk: &mut Desk, measure: Measure) -> TableView {
    let query = Query::Table {
        measure,
        order: None,
        containing: String::new(),
        first_row: 0,
        rows: 1000,
    };
    match desk.ask(&query) {
        Answer::Table(view) => view,
        other => panic!("{other:?}"),
    }
}

/// The cell of a row, which its item names.
fn cell(view: &TableView, item: &str, column: Column) -> Cell {
    let at = |column| view.columns.iter().position(|one| *one == column);
    let (item_at, at) = (
        at(Column::Item).expect("items"),
        at(column).expect("a column"),
    );
    let name = Cell::Text(item.to_owned());
    let mut rows = view.rows.iter();
    let row = rows.find(|row| row.cells[item_at] == name);
    row.map_or(Cell::Empty, |row| row.cells[at].clone())
}

fn items(view: &TableView) -> Vec<String> {
    let at = view.columns.iter().position(|one| *one == Column::Item);
    let at = at.expect("items");
    let cells = view.rows.iter().map(|row| match &row.cells[at] {
        Cell::Text(text) => text.clone(),
        other => panic!("{other:?}"),
    });
    cells.collect()
}

fn collocates(node: Searched) -> Measure {
    Measure::Collocates {
        node,
        of: Selection::All,
    }
}

/// Every word that stands at most so far from another one, by the words of the paragraphs.
#[test]
fn collocates_are_counted_window_by_window() {
    let text = "# 题目\n\n队员检查堤坝，检查河岸。老师检查作业\n\n作业\n";
    let mut desk = Desk::with(&[("a.txt", text)]);
    desk.choose(|settings, _| {
        settings.measures.collocation.left = 1;
        settings.measures.collocation.right = 2;
        settings.measures.collocation.least = 1;
    });
    let view = table(&mut desk, collocates(word("检查")));
    // 队员 [检查] 堤坝 [检查] 河岸 老师 [检查] 作业
    let rows = [
        ("队员", 1, [1, 0, 0]),
        ("堤坝", 2, [1, 1, 0]),
        ("检查", 1, [0, 0, 1]),
        ("河岸", 1, [0, 1, 0]),
        ("老师", 2, [1, 0, 1]),
        ("作业", 1, [0, 1, 0]),
        ("题目", 0, [0, 0, 0]),
    ];
    for (item, together, places) in rows {
        if together == 0 {
            assert_eq!(cell(&view, item, Column::CoOccurrences), Cell::Empty);
            continue;
        }
        assert_eq!(
            cell(&view, item, Column::CoOccurrences),
            Cell::Count(together),
            "{item}"
        );
        for (place, count) in [-1, 1, 2].into_iter().zip(places) {
            let found = cell(&view, item, Column::Position(place));
            assert_eq!(found, Cell::Count(count), "{item} at {place}");
        }
    }
    assert_eq!(cell(&view, "作业", Column::Count), Cell::Count(2));
    assert_eq!(view.sides[0].tokens, 10);
    assert!(view.notes.contains(&Note::Node(3)));
}

#[test]
fn a_collocate_leads_to_just_its_lines() {
    let mut desk = corpus();
    desk.choose(|settings, _| settings.measures.collocation.least = 1);
    let view = table(&mut desk, collocates(wildcard("检*")));
    assert!(view.rows_total > 5);
    let at = view
        .columns
        .iter()
        .position(|one| *one == Column::CoOccurrences);
    for row in &view.rows {
        let Lead::Search(searched) = &row.lead else {
            panic!("{row:?}");
        };
        let found = desk.found(searched.clone());
        assert_eq!(
            row.cells[at.expect("counts")],
            Cell::Count(u64::from(found.found)),
            "{searched:?}"
        );
    }
}

#[test]
fn rare_collocates_are_told_of() {
    let mut desk = corpus();
    let view = table(&mut desk, collocates(word("检查")));
    let is_told = |note: &Note| matches!(note, Note::Removed { condition: Removal::CoOccurrences, threshold: 5, items } if *items > 5);
    assert_eq!(view.rows_total, 0);
    assert!(view.notes.iter().any(is_told), "{:?}", view.notes);
}

fn ngrams(with: &str) -> Measure {
    Measure::Ngrams {
        of: Selection::All,
        with: with.to_owned(),
    }
}

const RECURRING: &str = "# 题目\n\n队员检查堤坝。队员检查堤坝，老师检查作业。\n\n队员检查河岸、“队员检查作业”。\n\n队员巡视堤坝。\n";

#[test]
fn ngrams_lead_to_just_their_lines() {
    for (unit, frames) in [
        (NgramUnit::Words, false),
        (NgramUnit::Words, true),
        (NgramUnit::Characters, false),
        (NgramUnit::Characters, true),
    ] {
        let mut desk = Desk::with(&[("a.txt", &format!("{RECURRING}\n队员检测堤坝。\n"))]);
        desk.choose(|settings, _| {
            let options = &mut settings.measures.ngrams;
            (options.unit, options.frames, options.least_count) = (unit, frames, 2);
        });
        let view = table(&mut desk, ngrams(""));
        assert!(view.rows_total > 0, "{unit:?} {frames}");
        let at = view.columns.iter().position(|one| *one == Column::Count);
        for row in &view.rows {
            let Lead::Search(searched) = &row.lead else {
                panic!("{row:?}");
            };
            let found = desk.found(searched.clone());
            assert_eq!(
                row.cells[at.expect("counts")],
                Cell::Count(u64::from(found.found)),
                "{searched:?}"
            );
        }
    }
}

#[test]
fn ngrams_are_counted_by_their_options() {
    let mut desk = Desk::with(&[("a.txt", RECURRING)]);
    let mut with = |with: &str, change: &dyn Fn(&mut NgramOptions)| {
        desk.choose(|settings, _| {
            settings.measures.ngrams.least_count = 2;
            change(&mut settings.measures.ngrams);
        });
        items(&table(&mut desk, ngrams(with)))
    };
    let all = with("", &|_| {});
    assert_eq!(
        all,
        ["队员 检查", "检查 作业", "检查 堤坝", "队员 检查 堤坝"]
    );
    assert_eq!(with("作业", &|_| {}), ["检查 作业"]);
    assert_eq!(with("作*", &|_| {}), ["检查 作业"]);
    assert_eq!(with("业", &|_| {}), [""; 0]);
    let longest = with("", &|options| options.longest_only = true);
    assert_eq!(longest, ["队员 检查", "检查 作业", "队员 检查 堤坝"]);
    let frames = with("", &|options| options.frames = true);
    assert_eq!(frames, ["队员 * 堤坝"]);
    let over = with("", &|options| {
        options.over_marks = true;
        options.shortest = 3;
    });
    assert_eq!(over, ["队员 检查 堤坝"]);
    let characters = with("查堤", &|options| {
        options.unit = NgramUnit::Characters;
        options.shortest = 3;
        options.longest = 3;
    });
    assert_eq!(characters, ["查堤坝", "检查堤"]);
}
