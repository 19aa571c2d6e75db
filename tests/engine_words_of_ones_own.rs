//! New words, stop words, groups, traditional text and text that is segmented already: the engine as a whole.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests fail as tests do"
)]

use cijing::engine::Engine;
use cijing::engine::bytes::InMemory;
use cijing::engine::choices::{Project, Settings};
use cijing::engine::protocol::{Export, FromWorker, JobId, Reply, Request, ToWorker, ViewRequest};
use cijing::engine::query::{Answer, Query};
use cijing::report::answers::Item;
use cijing::report::answers::new_words::NewWordsView;
use cijing::report::answers::stop_words::{GroupRow, StopWordLayer, StopWordsView};
use cijing::report::views::{DocumentId, DocumentView, LinesView, Separator, WordOrder, WordsView};
use cijing::words::groups::ConceptGroup;

/// An engine that answers every request at once.
struct Desk {
    engine: Engine,
    job: u64,
}

impl Desk {
    fn new() -> Self {
        let mut engine = Engine::new();
        engine.take_replies();
        Self { engine, job: 0 }
    }

    fn send(&mut self, request: Request) -> JobId {
        self.job += 1;
        let job = JobId(self.job);
        self.engine.handle(ToWorker { job, request }, None);
        job
    }

    fn finish(&mut self) -> Vec<FromWorker> {
        while self.engine.step() {}
        self.engine.take_replies()
    }

    fn ask(&mut self, request: Request) -> Reply {
        let job = self.send(request);
        let replies = self.finish().into_iter();
        let answers = replies.filter(|message| message.job == job);
        answers.last().expect("an answer").reply
    }

    fn read(&mut self, document: u32, text: &str) -> DocumentView {
        self.job += 1;
        let job = JobId(self.job);
        let request = Request::Read {
            document: DocumentId(document),
            name: format!("{document}.txt"),
            encoding: None,
        };
        let bytes = Box::new(InMemory(text.as_bytes().to_vec()));
        self.engine.handle(ToWorker { job, request }, Some(bytes));
        let replies = self.finish().into_iter();
        let mut read = replies.filter_map(|message| match message.reply {
            Reply::Read(view) => Some(*view),
            _ => None,
        });
        read.next_back().expect("a document")
    }

    fn choose(&mut self, change: impl Fn(&mut Settings, &mut Project)) {
        let (mut settings, mut project) = (Settings::default(), Project::default());
        change(&mut settings, &mut project);
        self.ask(Request::Choose { settings, project });
    }

    fn query(&mut self, query: Query) -> Answer {
        match self.ask(Request::View(ViewRequest::Query(query.clone()))) {
            Reply::Answered(answered) => {
                assert_eq!(answered.0, query);
                answered.1
            }
            other => panic!("not an answer: {other:?}"),
        }
    }

    fn words(&mut self) -> WordsView {
        let request = ViewRequest::Words {
            order: WordOrder::Count,
            containing: String::new(),
            first_row: 0,
            rows: 1000,
        };
        match self.ask(Request::View(request)) {
            Reply::Words(view) => view,
            other => panic!("not words: {other:?}"),
        }
    }

    fn count(&mut self, word: &str) -> u32 {
        let mut rows = self.words().rows.into_iter();
        let row = rows.find(|row| row.word == word);
        row.map_or(0, |row| row.count)
    }

    fn new_words(&mut self) -> NewWordsView {
        let query = Query::NewWords {
            first_row: 0,
            rows: 1000,
        };
        match self.query(query) {
            Answer::NewWords(view) => view,
            other => panic!("not new words: {other:?}"),
        }
    }

    fn stop_words(&mut self) -> StopWordsView {
        match self.query(Query::StopWords) {
            Answer::StopWords(view) => view,
            other => panic!("not stop words: {other:?}"),
        }
    }

    fn groups(&mut self) -> Vec<GroupRow> {
        match self.query(Query::Groups) {
            Answer::Groups(rows) => rows,
            other => panic!("not groups: {other:?}"),
        }
    }

    fn lines(&mut self, item: Item) -> LinesView {
        let query = Query::ItemLines {
            item,
            first_row: 0,
            rows: 1000,
        };
        match self.query(query) {
            Answer::Lines(view) => view,
            other => panic!("not lines: {other:?}"),
        }
    }

    fn export(&mut self, export: Export) -> String {
        match self.ask(Request::Export(export)) {
            Reply::Export { bytes, .. } => String::from_utf8(bytes).expect("UTF-8"),
            other => panic!("not an export: {other:?}"),
        }
    }
}

const TESTS: [&str; 2] = [
    "　　抗原检测点设在社区。\n　　居民说，抗原检测很快。做完抗原检测可以回家。\n",
    "　　各村推广抗原检测，用抗原检测代替排队。\n　　抗原检测结果马上就有，抗 原 检 测 免费。\n",
];

#[test]
fn new_words_come_with_evidence() {
    let mut desk = Desk::new();
    desk.read(1, TESTS[0]);
    desk.read(2, TESTS[1]);
    let view = desk.new_words();
    assert_eq!(view.fewest_articles, 2);
    let row = view.rows.iter().find(|row| row.word == "抗原检测");
    let row = row.unwrap_or_else(|| panic!("{view:?}"));
    assert_eq!((row.count, row.articles), (7, 2));
    let cut: u32 = row.now.iter().map(|cut| cut.count).sum();
    assert!(row.now[0].text.contains('|') && cut <= 7, "{row:?}");
    let table = desk.export(Export::NewWordsCsv);
    assert!(table.contains("\"抗原检测\",\"7\",\"2\""), "{table}");
}

#[test]
fn new_words_follow_what_is_counted() {
    let mut desk = Desk::new();
    desk.read(1, TESTS[0]);
    desk.read(2, TESTS[1]);
    let both = desk.new_words();
    desk.choose(|settings, _| (settings.parts.lead, settings.parts.body) = (false, false));
    assert_eq!(desk.new_words().characters, 0);
    desk.choose(|_, _| ());
    assert_eq!(desk.new_words(), both);
    desk.ask(Request::Remove {
        document: DocumentId(2),
    });
    let one = desk.new_words();
    assert_eq!(one.fewest_articles, 1);
    assert!(one.characters < both.characters);
    // In any order.
    let mut turned = Desk::new();
    turned.read(2, TESTS[1]);
    turned.read(1, TESTS[0]);
    assert_eq!(turned.new_words(), both);
}

const NEWS: &str = "　　据悉，会议要求打赢攻坚战。记者获悉，本市迎接挑战，抗击新冠肺炎。\n　　攻坚战与阻击战都是人民的战争，疫情就是命令。\n";

#[test]
fn layers_have_their_shares() {
    let mut desk = Desk::new();
    desk.read(1, NEWS);
    desk.choose(|settings, project| {
        settings.newspaper_stop_words = true;
        project.stop_words_added = vec!["会议".to_owned(), "的".to_owned()];
    });
    let view = desk.stop_words();
    let layers: Vec<StopWordLayer> = view.layers.iter().map(|row| row.layer).collect();
    assert_eq!(layers, StopWordLayer::ALL);
    assert!(view.layers.iter().all(|row| row.on));
    let count = |view: &StopWordsView, layer: usize, word: &str| {
        let top = view.layers[layer].top.iter();
        top.filter(|row| row.text == word)
            .map(|row| row.count)
            .next()
    };
    // 的 and 据悉 stand in two layers each.
    assert_eq!(count(&view, 0, "的"), Some(1));
    assert_eq!(count(&view, 0, "据悉"), Some(1));
    assert_eq!(count(&view, 1, "据悉"), Some(0));
    assert_eq!(count(&view, 1, "记者"), Some(1));
    assert_eq!(count(&view, 2, "会议"), Some(1));
    assert_eq!(count(&view, 2, "的"), Some(0));
    let left_out: u32 = view.layers.iter().map(|row| row.tokens).sum();
    desk.choose(|settings, project| {
        settings.newspaper_stop_words = true;
        settings.shortest_chars = 1;
        project.stop_words_added = vec!["会议".to_owned(), "的".to_owned()];
    });
    let totals = desk.words().totals;
    assert_eq!(totals.tokens - totals.kept_tokens, left_out);
    assert_eq!(totals.tokens, view.tokens);
    desk.choose(|settings, _| settings.built_in_stop_words = false);
    let view = desk.stop_words();
    assert!(!view.layers[0].on && view.layers[0].tokens > 0);
}

fn war() -> ConceptGroup {
    ConceptGroup {
        name: "战役".to_owned(),
        members: vec!["*战".to_owned()],
        exclusions: vec!["*挑战".to_owned()],
    }
}

#[test]
fn a_group_counts_its_members() {
    let mut desk = Desk::new();
    desk.read(1, NEWS);
    let plain = desk.words();
    desk.choose(|settings, project| {
        settings.groups_as_one = true;
        project.groups = vec![war()];
    });
    let rows = desk.groups();
    assert_eq!(rows.len(), 1);
    let texts = |counted: &[cijing::report::answers::Counted]| {
        let rows = counted
            .iter()
            .map(|row| format!("{} {}", row.text, row.count));
        rows.collect::<Vec<String>>()
    };
    assert_eq!(texts(&rows[0].members), ["攻坚战 2", "阻击战 1"]);
    assert_eq!(texts(&rows[0].excluded), ["迎接挑战 1"]);
    assert_eq!((rows[0].count, rows[0].articles), (3, 1));
    let lines = desk.lines(Item::Group("战役".to_owned()));
    let words: Vec<&str> = lines.rows.iter().map(|row| row.word.as_str()).collect();
    assert_eq!(words, ["攻坚战", "攻坚战", "阻击战"]);
    assert_eq!(lines.rows_total, 3);
    // One row for the group, none for its members, and the same sums.
    let grouped = desk.words();
    let row = &grouped.rows[0];
    assert_eq!(
        (row.word.as_str(), row.count, row.is_group),
        ("战役", 3, true)
    );
    assert_eq!(row.tag, "");
    let named = |view: &WordsView, word: &str| view.rows.iter().any(|row| row.word == word);
    assert!(!named(&grouped, "攻坚战") && named(&grouped, "迎接挑战") && named(&plain, "攻坚战"));
    assert_eq!(grouped.totals.tokens, plain.totals.tokens);
    assert_eq!(grouped.totals.kept_tokens, plain.totals.kept_tokens);
    assert_eq!(grouped.totals.kept_types, plain.totals.kept_types - 1);
    assert_eq!(grouped.rows.len(), plain.rows.len() - 1);
    desk.choose(|_, project| project.groups = vec![war()]);
    assert_eq!(desk.words().rows, plain.rows);
}

#[test]
fn lines_of_a_word_are_those_of_the_word_list() {
    let mut desk = Desk::new();
    desk.read(1, NEWS);
    assert_eq!(desk.lines(Item::Word("攻坚战".to_owned())).rows_total, 2);
    assert_eq!(desk.lines(Item::Group("无".to_owned())).rows_total, 0);
}

#[test]
fn lists_of_stop_words_are_read() {
    let mut desk = Desk::new();
    let bytes = "\u{feff}本市\r\n各地 # 地名\r\n".as_bytes().to_vec();
    let reply = desk.ask(Request::ImportStopWords { bytes });
    let words = vec!["本市".to_owned(), "各地".to_owned()];
    assert_eq!(reply, Reply::ImportedStopWords(words));
}

#[test]
fn traditional_text_is_counted_simplified_and_read_as_printed() {
    let text = "　　會議討論疫情防控，會議要求：3 億元。乾隆年間的瞭望臺。\n";
    let mut desk = Desk::new();
    desk.read(1, text);
    assert_eq!((desk.count("会议"), desk.count("3亿元")), (0, 0));
    desk.choose(|settings, _| settings.cleanup.traditional = true);
    assert_eq!((desk.count("会议"), desk.count("會議")), (2, 0));
    let rows = desk.words().rows;
    assert_eq!(
        (desk.count("乾隆年间"), desk.count("3亿元")),
        (1, 1),
        "{rows:?}"
    );
    let lines = desk.lines(Item::Word("会议".to_owned()));
    let words: Vec<&str> = lines.rows.iter().map(|row| row.word.as_str()).collect();
    assert_eq!(words, ["會議", "會議"]);
    assert!(lines.rows[0].right.starts_with("討論疫情"));
    assert!(
        desk.export(Export::AllCleanText)
            .contains("會議討論疫情防控")
    );
}

const GIVEN: &str = "昨天 下午 ， 全市 疫情防控 工作 会议 在 市 行政 中心 召开 。\n会议 要求 ， 各 部门 要 把 群众 的 健康 放在 首位 ， 不 折 不 扣 落实 各项 措施 。\n疫情防控 的 各项 工作 在 7 月 3 日 完成 。\n";

#[test]
fn given_words_are_the_tokens() {
    let tagged: String = GIVEN
        .lines()
        .map(|line| {
            line.split(' ')
                .map(|word| format!("{word}/n "))
                .collect::<String>()
                + "\n"
        })
        .collect();
    let rows = [
        (GIVEN.to_owned(), Separator::Blank),
        (GIVEN.replace(' ', "/"), Separator::Slash),
        (tagged, Separator::Tag),
    ];
    let mut characters = Vec::new();
    for (text, separator) in rows {
        let mut desk = Desk::new();
        let view = desk.read(1, &text);
        assert_eq!(view.presegmented, Some(separator), "{text}");
        assert_eq!(desk.count("疫情防控"), 2, "{text}");
        assert_eq!(desk.count("7月3日"), 0, "{text}");
        characters.push(desk.words().totals.characters);
        desk.choose(|settings, _| settings.respect_given_words = false);
        assert_eq!(
            (desk.count("疫情防控"), desk.count("防控")),
            (0, 2),
            "{text}"
        );
        desk.choose(|_, _| ());
        assert_eq!(desk.count("疫情防控"), 2, "{text}");
    }
    assert!(
        characters.iter().all(|count| *count == characters[0]),
        "{characters:?}"
    );
}

#[test]
fn no_other_sample_is_taken_for_segmented_text() {
    let folders = [
        "static/samples",
        "tests/pages",
        "tests/composer/articles",
        "tests/composer/ordinary",
        "tests/data",
    ];
    let mut texts = 0;
    for folder in folders {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        for entry in std::fs::read_dir(path).expect("folder") {
            let path = entry.expect("entry").path();
            let Ok(text) = std::fs::read_to_string(&path) else {
                continue;
            };
            texts += 1;
            let found = cijing::words::presegmented::recognise(&text);
            assert_eq!(found, None, "{}", path.display());
        }
    }
    assert!(texts > 100, "{texts}");
}
