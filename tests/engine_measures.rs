//! The tables of the measures, asked of the engine as the page asks for them.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests fail as tests do"
)]

use cijing::engine::Engine;
use cijing::engine::bytes::InMemory;
use cijing::engine::choices::{Project, ReferenceList, Settings};
use cijing::engine::protocol::{JobId, Reply, Request, ToWorker, ViewRequest};
use cijing::engine::query::{Answer, Measure, Query, Reference};
use cijing::measures::options::{CountedParts, ItemKind, KeywordMethod};
use cijing::measures::part::Part;
use cijing::report::answers::Item;
use cijing::report::answers::group::{CorpusGroup, CorpusGroupRow, GroupUnit, Selection};
use cijing::report::answers::table::{Cell, Column, Lead, Note, Order, Removal, TableView};
use cijing::report::answers::trend::{PositionsView, TrendBy};
use cijing::report::views::DocumentId;
use cijing::words::groups::ConceptGroup;
use cijing::words::speech::SpeechKind;

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
}

impl Desk {
    fn with(files: &[(u32, (&str, &str))]) -> Self {
        let mut engine = Engine::new();
        engine.take_replies();
        let mut desk = Self { engine, job: 0 };
        for (number, (name, text)) in files {
            let request = Request::Read {
                document: DocumentId(*number),
                name: (*name).to_owned(),
                encoding: None,
            };
            desk.send(request, Some(text));
        }
        desk
    }

    fn two() -> Self {
        Self::with(&[(1, RIVER), (2, SCHOOL)])
    }

    fn send(&mut self, request: Request, text: Option<&str>) -> Vec<Reply> {
        self.job += 1;
        let job = JobId(self.job);
        let content = text.map(|text| Box::new(InMemory(text.as_bytes().to_vec())) as Box<_>);
        self.engine.handle(ToWorker { job, request }, content);
        while self.engine.step() {}
        let replies = self.engine.take_replies().into_iter();
        replies.map(|message| message.reply).collect()
    }

    fn choose(&mut self, settings: Settings, project: Project) {
        self.send(Request::Choose { settings, project }, None);
    }

    fn ask(&mut self, query: Query) -> Answer {
        let replies = self.send(Request::View(ViewRequest::Query(query)), None);
        let answers = replies.into_iter().filter_map(|reply| match reply {
            Reply::Answered(answered) => Some(answered.1),
            _ => None,
        });
        answers.last().expect("an answer")
    }

    fn table(&mut self, measure: Measure) -> TableView {
        self.window(measure, None, "", 0, 1000)
    }

    fn window(
        &mut self,
        measure: Measure,
        order: Option<Order>,
        containing: &str,
        first_row: u32,
        rows: u32,
    ) -> TableView {
        let query = Query::Table {
            measure,
            order,
            containing: containing.to_owned(),
            first_row,
            rows,
        };
        match self.ask(query) {
            Answer::Table(view) => view,
            other => panic!("{other:?}"),
        }
    }

    fn items(&mut self, of: Selection, items: ItemKind) -> TableView {
        self.table(Measure::Items { of, items })
    }

    fn groups(&mut self) -> Vec<CorpusGroupRow> {
        match self.ask(Query::CorpusGroups) {
            Answer::CorpusGroups(rows) => rows,
            other => panic!("{other:?}"),
        }
    }

    fn positions(&mut self, items: Vec<Item>, of: Selection) -> PositionsView {
        let query = Query::Positions {
            items,
            of,
            first_row: 0,
            rows: 100,
        };
        match self.ask(query) {
            Answer::Positions(view) => view,
            other => panic!("{other:?}"),
        }
    }
}

/// All words, without stop words.
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

fn group(name: &str) -> CorpusGroup {
    CorpusGroup {
        name: name.to_owned(),
        ..CorpusGroup::default()
    }
}

fn named(name: &str) -> Selection {
    Selection::Group(name.to_owned())
}

fn rest(name: &str) -> Selection {
    Selection::Rest(name.to_owned())
}

fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Empty => "–".to_owned(),
        Cell::Text(text) => text.clone(),
        Cell::Count(count) => count.to_string(),
        Cell::Number(number) => format!("{number:.4}"),
        Cell::Infinite(is_below) => if *is_below { "−∞" } else { "∞" }.to_owned(),
    }
}

fn cell(view: &TableView, row: usize, column: Column) -> &Cell {
    let place = view
        .columns
        .iter()
        .position(|one| *one == column)
        .expect("a column");
    &view.rows[row].cells[place]
}

/// The rows of some columns, as text.
fn rows(view: &TableView, columns: &[Column]) -> Vec<String> {
    (0..view.rows.len())
        .map(|row| {
            let cells = columns.iter().map(|column| shown(cell(view, row, *column)));
            cells.collect::<Vec<_>>().join(" ")
        })
        .collect()
}

fn row_of(view: &TableView, item: &str, columns: &[Column]) -> String {
    let mut items =
        (0..view.rows.len()).filter(|row| shown(cell(view, *row, Column::Item)) == item);
    let row = items
        .next()
        .unwrap_or_else(|| panic!("no {item} in {:?}", rows(view, &[Column::Item])));
    let cells = columns.iter().map(|column| shown(cell(view, row, *column)));
    cells.collect::<Vec<_>>().join(" ")
}

fn tokens(view: &TableView) -> u64 {
    view.sides[0].tokens
}

const COUNTS: [Column; 3] = [Column::Count, Column::Articles, Column::FirstDate];

#[test]
fn words_have_their_dispersion() {
    let mut desk = Desk::two();
    let view = desk.items(Selection::All, ItemKind::Words);
    assert_eq!(view.per_mille, 1000);
    assert_eq!(view.sides[0].articles, 4);
    assert_eq!(row_of(&view, "学生", &COUNTS), "6 2 2022-06-07");
    assert_eq!(row_of(&view, "交通", &COUNTS), "4 3 2021-05-02");
    assert_eq!(row_of(&view, "学生", &[Column::Rank]), "1");
    // Against the formula, from the sizes of the articles.
    let articles = desk.table(Measure::TextsOfArticles { of: Selection::All });
    let sizes: Vec<f64> = (0..4)
        .map(|row| match cell(&articles, row, Column::Tokens) {
            Cell::Count(count) => f64::from(u32::try_from(*count).expect("small")),
            other => panic!("{other:?}"),
        })
        .collect();
    let all: f64 = sizes.iter().sum();
    assert_eq!(shown(&Cell::Count(tokens(&view))), format!("{all}"));
    let counts = [0.0, 0.0, 2.0, 4.0];
    let dp: f64 = counts
        .iter()
        .zip(&sizes)
        .map(|(count, size)| (count / 6.0 - size / all).abs())
        .sum::<f64>()
        / 2.0;
    assert_eq!(row_of(&view, "学生", &[Column::Dp]), format!("{dp:.4}"));
    assert_eq!(
        row_of(&view, "学生", &[Column::Relative]),
        format!("{:.4}", 6.0 * 10_000.0 / all)
    );
    for column in [
        Column::DpNorm,
        Column::JuillandD,
        Column::CarrollD2,
        Column::RosengrenS,
        Column::Arf,
    ] {
        assert_ne!(row_of(&view, "学生", &[column]), "–", "{column:?}");
    }
    assert_eq!(view.rows[0].lead, Lead::Item(Item::Word("学生".to_owned())));
}

#[test]
fn a_table_is_sorted_filtered_and_cut_into_windows() {
    let mut desk = Desk::two();
    let measure = Measure::Items {
        of: Selection::All,
        items: ItemKind::Words,
    };
    let whole = desk.table(measure.clone());
    let names = rows(&whole, &[Column::Item]);
    assert_eq!(whole.rows_total as usize, names.len());
    let window = desk.window(measure.clone(), None, "", 3, 4);
    assert_eq!(rows(&window, &[Column::Item]), names[3..7]);
    assert_eq!((window.first_row, window.rows_total), (3, whole.rows_total));
    for column in whole.columns.clone() {
        for descending in [false, true] {
            let order = Order { column, descending };
            let sorted = desk.window(measure.clone(), Some(order), "", 0, 1000);
            assert_eq!(sorted.order, Some(order));
            let mut one = rows(&sorted, &[Column::Item]);
            one.sort();
            let mut other = names.clone();
            other.sort();
            assert_eq!(one, other, "{column:?}");
            let keys: Vec<&Cell> = (0..sorted.rows.len())
                .map(|row| cell(&sorted, row, column))
                .collect();
            let empties = keys.iter().filter(|key| ***key == Cell::Empty).count();
            assert!(
                keys[keys.len() - empties..]
                    .iter()
                    .all(|key| **key == Cell::Empty)
            );
            for pair in keys[..keys.len() - empties].windows(2) {
                let is_sorted = match (pair[0], pair[1]) {
                    (Cell::Text(one), Cell::Text(other)) => {
                        one == other || descending == (one > other)
                    }
                    (Cell::Count(one), Cell::Count(other)) => {
                        one == other || descending == (one > other)
                    }
                    (Cell::Number(one), Cell::Number(other)) => {
                        one == other || descending == (one > other)
                    }
                    _ => true,
                };
                assert!(is_sorted, "{column:?} {descending} {pair:?}");
            }
        }
    }
    let typed = desk.window(measure.clone(), None, "xues", 0, 100);
    assert!(rows(&typed, &[Column::Item]).contains(&"学生".to_owned()));
    let found = desk.window(measure, None, "学", 0, 100);
    assert!(
        rows(&found, &[Column::Item])
            .iter()
            .all(|name| name.contains('学'))
    );
    assert!(found.rows_total >= 2 && found.rows_total < whole.rows_total);
}

#[test]
fn two_files_in_any_order_give_the_same() {
    let measures = [
        Measure::Items {
            of: Selection::All,
            items: ItemKind::Words,
        },
        Measure::Items {
            of: Selection::All,
            items: ItemKind::Persons,
        },
        Measure::TextsOfArticles { of: Selection::All },
        Measure::Keyness {
            target: named("甲"),
            reference: Reference::Selection(rest("甲")),
            items: ItemKind::Words,
        },
        Measure::Keywords {
            of: Selection::All,
            article: None,
            method: KeywordMethod::TextRank,
        },
        Measure::Keywords {
            of: Selection::All,
            article: None,
            method: KeywordMethod::TfIdfOfCorpus,
        },
    ];
    let project = || {
        with_groups([CorpusGroup {
            files: vec![SCHOOL.0.to_owned()],
            ..group("甲")
        }])
    };
    let mut one = Desk::with(&[(1, RIVER), (2, SCHOOL)]);
    let mut other = Desk::with(&[(2, SCHOOL), (1, RIVER)]);
    one.choose(all_words(), project());
    other.choose(all_words(), project());
    for measure in measures {
        let table = one.table(measure.clone());
        assert!(!table.rows.is_empty(), "{measure:?}");
        assert_eq!(table, other.table(measure.clone()), "{measure:?}");
    }
}

#[test]
fn a_group_and_its_rest_are_the_whole() {
    let mut desk = Desk::two();
    let person = CorpusGroup {
        persons: vec!["周文远".to_owned()],
        ..group("人")
    };
    let groups = [
        CorpusGroup {
            files: vec![RIVER.0.to_owned()],
            ..group("文件")
        },
        CorpusGroup {
            dates: (Some("2022-01-01".to_owned()), None),
            ..group("日期")
        },
        CorpusGroup {
            containing: vec!["铁路建设".to_owned()],
            ..group("字串篇")
        },
        CorpusGroup {
            containing: vec!["铁路 建设".to_owned()],
            ..group("空")
        },
        CorpusGroup {
            containing: vec!["学生".to_owned()],
            unit: GroupUnit::Paragraphs,
            ..group("字串段")
        },
        CorpusGroup {
            unit: GroupUnit::Paragraphs,
            ..person.clone()
        },
        CorpusGroup {
            name: "人篇".to_owned(),
            ..person
        },
        CorpusGroup {
            speakers: vec!["周文远".to_owned()],
            ..group("说")
        },
        CorpusGroup {
            speakers: vec!["周文远".to_owned()],
            speech: Some(SpeechKind::Direct),
            ..group("直接")
        },
        group("无"),
    ];
    desk.choose(all_words(), with_groups(groups));
    let all = desk.items(Selection::All, ItemKind::Words);
    let sizes = desk.groups();
    let articles: Vec<(&str, u32)> = sizes
        .iter()
        .map(|row| (row.name.as_str(), row.articles))
        .collect();
    assert_eq!(
        articles,
        [
            ("文件", 2),
            ("日期", 2),
            ("字串篇", 1),
            ("空", 0),
            ("字串段", 2),
            ("人", 1),
            ("人篇", 1),
            ("说", 1),
            ("直接", 1),
            ("无", 0)
        ]
    );
    for row in sizes {
        let inside = desk.items(named(&row.name), ItemKind::Words);
        let outside = desk.items(rest(&row.name), ItemKind::Words);
        assert_eq!(tokens(&inside), row.tokens, "{}", row.name);
        assert_eq!(
            tokens(&inside) + tokens(&outside),
            tokens(&all),
            "{}",
            row.name
        );
        let sum = |view: &TableView| -> u64 {
            (0..view.rows.len())
                .map(|line| match cell(view, line, Column::Count) {
                    Cell::Count(count) => *count,
                    other => panic!("{other:?}"),
                })
                .sum()
        };
        assert_eq!(sum(&inside) + sum(&outside), sum(&all), "{}", row.name);
        if row.tokens == 0 {
            assert_eq!(inside.notes, [Note::EmptySide(0)]);
        }
    }
    let said = desk.items(named("说"), ItemKind::Words);
    assert_eq!(row_of(&said, "方便群众", &[Column::Count]), "1");
    assert!(!rows(&said, &[Column::Item]).contains(&"全长".to_owned()));
    let direct = desk.items(named("直接"), ItemKind::Words);
    assert!(tokens(&direct) < tokens(&said));
    assert!(!rows(&direct, &[Column::Item]).contains(&"加快".to_owned()));
}

#[test]
fn parts_are_counted_apart() {
    let mut desk = Desk::two();
    desk.choose(all_words(), Project::default());
    let all = tokens(&desk.items(Selection::All, ItemKind::Words));
    let mut sum = 0;
    for part in Part::ALL {
        let mut parts = CountedParts::NONE;
        parts.set(part, true);
        desk.choose(
            Settings {
                parts,
                ..all_words()
            },
            Project::default(),
        );
        let view = desk.items(Selection::All, ItemKind::Words);
        assert_eq!(view.sides[0].parts, parts);
        sum += tokens(&view);
        if part == Part::MainHeadline {
            assert_eq!(row_of(&view, "学生", &[Column::Count]), "1");
        }
    }
    assert_eq!(sum, all);
}

#[test]
fn keyness_ranks_what_differs() {
    let mut desk = Desk::two();
    let groups = with_groups([CorpusGroup {
        files: vec![SCHOOL.0.to_owned()],
        ..group("甲")
    }]);
    desk.choose(all_words(), groups.clone());
    let measure = Measure::Keyness {
        target: named("甲"),
        reference: Reference::Selection(rest("甲")),
        items: ItemKind::Words,
    };
    let view = desk.table(measure.clone());
    assert_eq!(
        row_of(
            &view,
            "学生",
            &[
                Column::Rank,
                Column::Count,
                Column::ReferenceCount,
                Column::Articles,
                Column::ReferenceArticles
            ]
        ),
        "1 6 0 2 0"
    );
    let (target, reference) = (view.sides[0].tokens, view.sides[1].tokens);
    let expected = libm::log2((6.5_f64 / (target as f64 + 0.5)) / (0.5 / (reference as f64 + 0.5)));
    assert_eq!(
        row_of(&view, "学生", &[Column::LogRatio]),
        format!("{expected:.4}")
    );
    assert_eq!(
        shown(cell(&view, view.rows.len() - 1, Column::Count)),
        "0",
        "the last is the most negative"
    );
    assert!(view.notes.contains(&Note::Descriptive));
    assert!(view.notes.iter().any(|note| matches!(
        note,
        Note::Removed {
            condition: Removal::Count,
            threshold: 3,
            ..
        }
    )));
    // A setting that only this measure knows.
    let mut settings = all_words();
    settings.measures.keyness.least_count = Some(1);
    desk.choose(settings, groups);
    let more = desk.table(measure);
    assert!(more.rows_total > view.rows_total);
    assert!(!more.notes.iter().any(|note| matches!(
        note,
        Note::Removed {
            condition: Removal::Count,
            ..
        }
    )));
}

#[test]
fn a_list_and_the_dictionary_are_references() {
    let mut desk = Desk::two();
    let list = ReferenceList {
        name: "表".to_owned(),
        tokens: 100_000,
        words: "学生\t10\n稀奇词\t500\n".to_owned(),
    };
    let project = Project {
        references: vec![list],
        ..Project::default()
    };
    desk.choose(all_words(), project);
    let mut keyness = |reference| {
        desk.table(Measure::Keyness {
            target: Selection::All,
            reference,
            items: ItemKind::Words,
        })
    };
    let view = keyness(Reference::List("表".to_owned()));
    assert_eq!(
        row_of(&view, "学生", &[Column::Count, Column::ReferenceCount]),
        "6 10"
    );
    assert_eq!(
        row_of(&view, "稀奇词", &[Column::Count, Column::ReferenceCount]),
        "0 500"
    );
    assert_eq!(
        (view.sides[1].list.as_str(), view.sides[1].tokens),
        ("表", 100_000)
    );
    assert!(view.notes.contains(&Note::DifferentSettings));
    let unknown = keyness(Reference::List("没有".to_owned()));
    assert!(unknown.notes.contains(&Note::EmptySide(1)));
    let ranking = keyness(Reference::Dictionary);
    assert!(ranking.notes.contains(&Note::RankingOnly));
    for column in [
        Column::LogLikelihood,
        Column::PValue,
        Column::Bic,
        Column::ChiSquared,
        Column::ConservativeLogRatio,
    ] {
        assert!(!ranking.columns.contains(&column), "{column:?}");
    }
    assert!(!ranking.rows.is_empty());
}

#[test]
fn trends_follow_the_dates() {
    let mut desk = Desk::two();
    let groups = vec![ConceptGroup {
        name: "路".to_owned(),
        members: vec!["铁路".to_owned(), "公路".to_owned()],
        exclusions: Vec::new(),
    }];
    desk.choose(
        Settings::default(),
        Project {
            groups,
            ..Project::default()
        },
    );
    let items = vec![Item::Word("交通".to_owned()), Item::Group("路".to_owned())];
    let mut trend = |by| {
        let view = desk.table(Measure::Trend {
            items: items.clone(),
            of: Selection::All,
            by,
        });
        rows(
            &view,
            &[Column::Label, Column::ItemCount(0), Column::ItemCount(1)],
        )
    };
    assert_eq!(
        trend(TrendBy::Date),
        ["2021-05-02 1 0", "2021-05-03 2 3", "2022-06-07 1 0"]
    );
    assert_eq!(trend(TrendBy::Month), ["2021-05 3 3", "2022-06 1 0"]);
    assert_eq!(trend(TrendBy::Year), ["2021 3 3", "2022 1 0"]);
    assert_eq!(
        trend(TrendBy::File),
        ["2021-05-03-A01.txt 3 3", "2022-06-07-A02.txt 1 0"]
    );
    assert_eq!(
        trend(TrendBy::Article),
        [
            "清江大桥通车 1 0",
            "交通建设提速 2 3",
            "新学校开学 0 0",
            "学生走进博物馆 1 0"
        ]
    );
    let view = desk.positions(items, Selection::All);
    assert_eq!(view.counts, [4, 3]);
    assert_eq!(view.rows_total, 3);
    let sums: Vec<u32> = view
        .over_corpus
        .iter()
        .map(|counts| counts.iter().sum())
        .collect();
    assert_eq!(sums, view.counts);
    assert_eq!(view.rows[1].positions[0][0], 0, "交通 begins the headline");
    assert!(
        view.rows
            .windows(2)
            .all(|two| two[0].tokens_before < two[1].tokens_before)
    );
}

#[test]
fn texts_are_measured() {
    let mut desk = Desk::two();
    desk.choose(
        Settings::default(),
        with_groups([CorpusGroup {
            files: vec![SCHOOL.0.to_owned()],
            ..group("甲")
        }]),
    );
    let of = vec![Selection::All, named("甲"), rest("甲")];
    let view = desk.table(Measure::Texts { of });
    let numbers = rows(
        &view,
        &[Column::Articles, Column::Sentences, Column::Paragraphs],
    );
    assert_eq!(numbers.len(), 3);
    assert!(
        numbers[0].starts_with("4 ") && numbers[1].starts_with("2 "),
        "{numbers:?}"
    );
    for column in [
        Column::Characters,
        Column::CharactersWithMarks,
        Column::Tokens,
        Column::Sentences,
        Column::Paragraphs,
    ] {
        let [all, one, other] = [0, 1, 2].map(|row| match cell(&view, row, column) {
            Cell::Count(count) => *count,
            found => panic!("{found:?}"),
        });
        assert_eq!(all, one + other, "{column:?}");
    }
    assert_eq!(shown(cell(&view, 0, Column::Paragraphs)), "8");
    let articles = desk.table(Measure::TextsOfArticles { of: named("甲") });
    assert_eq!(
        rows(&articles, &[Column::Label, Column::Date]),
        ["新学校开学 2022-06-07", "学生走进博物馆 2022-06-07"]
    );
    assert!(matches!(articles.rows[0].lead, Lead::Article(_)));
}

#[test]
fn keywords_wait_for_their_table() {
    let mut desk = Desk::two();
    let measure = Measure::Keywords {
        of: Selection::All,
        article: None,
        method: KeywordMethod::TfIdfOfJieba,
    };
    let view = desk.table(measure.clone());
    assert!(
        view.rows.is_empty() && view.notes.contains(&Note::NoIdf),
        "{view:?}"
    );
    assert!(!desk.engine.take_idf(b"no table"));
    assert!(desk.engine.take_idf(include_bytes!("../static/idf.bin")));
    let view = desk.table(measure);
    let words = rows(&view, &[Column::Item]);
    assert!(words[..5].contains(&"学生".to_owned()), "{words:?}");
    assert!(view.notes.is_empty());
    let ranked = desk.table(Measure::Keywords {
        of: Selection::All,
        article: None,
        method: KeywordMethod::TextRank,
    });
    assert_eq!(ranked.notes, [Note::OtherTags]);
    assert_eq!(shown(cell(&ranked, 0, Column::Weight)), "1.0000");
}

#[test]
fn names_and_phrases_are_items() {
    let mut desk = Desk::two();
    let persons = desk.items(Selection::All, ItemKind::Persons);
    assert_eq!(row_of(&persons, "周文远", &COUNTS), "1 1 2021-05-02");
    let phrases = desk.items(Selection::All, ItemKind::Phrases);
    assert_eq!(tokens(&phrases), tokens(&persons));
    let places = desk.items(Selection::All, ItemKind::Places);
    assert_eq!(tokens(&places), tokens(&persons));
}
