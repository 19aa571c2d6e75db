//! The lexicon in the engine: what is segmented again is what segmenting anew gives, and every count can be accounted for.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests fail as tests do"
)]

use std::cell::RefCell;
use std::collections::BTreeMap;

use cijing::engine::Engine;
use cijing::engine::bytes::{ByteSource, InMemory};
use cijing::engine::choices::{Project, Settings};
use cijing::engine::document::Document;
use cijing::engine::prose::Prose;
use cijing::engine::protocol::{Export, FromWorker, JobId, Reply, Request, ToWorker, ViewRequest};
use cijing::engine::query::{Answer, Query};
use cijing::report::answers::lexicon::{EffectView, LexiconRow, LexiconView};
use cijing::report::views::{DocumentId, LinesView, WordOrder};
use cijing::words::lexicon::{Dictionary, LexiconEntry, LexiconRule, NotApplied};
use cijing::words::names::{NameChoice, NameDecision, NameKind};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

const ORDINARY: &str = include_str!("data/ordinary.txt");
const WRAPPED: &str = include_str!("../static/samples/wrapped.txt");

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

    fn send(&mut self, request: Request, content: Option<Box<dyn ByteSource>>) {
        self.job += 1;
        let job = JobId(self.job);
        self.engine.handle(ToWorker { job, request }, content);
    }

    fn finish(&mut self) -> Vec<FromWorker> {
        while self.engine.step() {}
        self.engine.take_replies()
    }

    fn ask(&mut self, request: Request) -> Reply {
        self.send(request, None);
        let job = JobId(self.job);
        let replies = self.finish().into_iter();
        let mut replies = replies.filter(|message| message.job == job);
        replies.next_back().expect("an answer").reply
    }

    fn send_text(&mut self, document: u32, text: &str) {
        let request = Request::Read {
            document: DocumentId(document),
            name: format!("{document}.txt"),
            encoding: None,
        };
        let bytes = Box::new(InMemory(text.as_bytes().to_vec()));
        self.send(request, Some(bytes));
    }

    fn read(&mut self, document: u32, text: &str) {
        self.send_text(document, text);
        self.finish();
    }

    fn choose(&mut self, project: Project) {
        let settings = everything();
        let chosen = self.ask(Request::Choose { settings, project });
        assert_eq!(chosen, Reply::Chosen);
    }

    /// Every document as words parted by `|`, and the word list.
    fn state(&mut self) -> (Vec<String>, Vec<u8>) {
        let corpus = self.engine.corpus();
        let documents = corpus.documents().iter();
        let words = documents.map(|document| {
            let terms = (0..document.units.len()).flat_map(|unit| {
                let start = document
                    .units
                    .get(unit)
                    .map_or(0, |unit| unit.dateline_bytes(&document.page));
                document.tokens.places(unit, start, &corpus.vocabulary)
            });
            let terms = terms.map(|(term, place)| {
                format!(
                    "{}{place:?}/{}",
                    corpus.vocabulary.term(term),
                    corpus.vocabulary.tag(term)
                )
            });
            terms.collect::<Vec<String>>().join("|")
        });
        let words = words.collect();
        let Reply::Export { bytes, .. } = self.ask(Request::Export(Export::WordsJson)) else {
            panic!("no export");
        };
        (words, bytes)
    }

    fn query(&mut self, query: Query) -> Answer {
        match self.ask(Request::View(ViewRequest::Query(query))) {
            Reply::Answered(answered) => answered.1,
            other => panic!("not answered: {other:?}"),
        }
    }

    fn lexicon(&mut self) -> LexiconView {
        let query = Query::Lexicon {
            containing: String::new(),
            first_row: 0,
            rows: 1000,
        };
        match self.query(query) {
            Answer::Lexicon(view) => view,
            other => panic!("not the lexicon: {other:?}"),
        }
    }

    fn lines(&mut self, word: &str, not_applied: Option<NotApplied>) -> LinesView {
        let query = Query::LexiconLines {
            word: word.to_owned(),
            not_applied,
            first_row: 0,
            rows: 1000,
        };
        match self.query(query) {
            Answer::Lines(view) => view,
            other => panic!("no lines: {other:?}"),
        }
    }

    /// The word table: count and rank of every word.
    fn table(&mut self) -> BTreeMap<String, (u32, u32)> {
        let mut table = BTreeMap::new();
        for first_row in (0..).step_by(1000) {
            let request = Request::View(ViewRequest::Words {
                order: WordOrder::Count,
                containing: String::new(),
                first_row,
                rows: 1000,
            });
            let Reply::Words(view) = self.ask(request) else {
                panic!("no words");
            };
            table.extend(
                view.rows
                    .iter()
                    .map(|row| (row.word.clone(), (row.count, row.rank))),
            );
            if view.rows.len() < 1000 {
                break;
            }
        }
        table
    }
}

/// Settings that leave out nothing.
fn everything() -> Settings {
    Settings {
        shortest_chars: 1,
        built_in_stop_words: false,
        ..Settings::default()
    }
}

fn whole(word: &str, always: bool) -> LexiconEntry {
    LexiconEntry {
        word: word.to_owned(),
        rule: LexiconRule::Whole { always },
        tag: String::new(),
    }
}

fn with(mut lexicon: Vec<LexiconEntry>) -> Project {
    lexicon.sort();
    lexicon.dedup_by(|later, earlier| later.word == earlier.word);
    Project {
        lexicon,
        ..Project::default()
    }
}

/// The pages of the tests, and text in which everything stands that cleaning and segmenting treat apart.
fn pages() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pages");
    let entries = std::fs::read_dir(folder).expect("pages");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    let pages = paths
        .iter()
        .map(|path| std::fs::read_to_string(path).expect("a page"));
    let odd = "疫 情 防 控，见www.example.com/AI吧。⼈⺠日报报道ＡＩ和AIR，14+14政策，７月３日。\n外防输入、内防扩散，国人和中国人民。";
    pages
        .chain([ORDINARY.to_owned(), WRAPPED.to_owned(), odd.to_owned()])
        .collect()
}

/// The text that the plan counts, unit by unit.
fn counted_texts(engine: &Engine) -> Vec<String> {
    let (passes, parts) = (engine.plan().settings.cleanup, engine.plan().settings.parts);
    let texts = engine
        .corpus()
        .documents()
        .iter()
        .flat_map(|document: &Document| {
            let mut prose = Prose::new(&document.source, &document.page, &document.units, passes);
            let units = document.units.iter().enumerate();
            let counted = units.filter(|(_, unit)| unit.part().is_some_and(|part| parts.has(part)));
            let passages: Vec<_> = counted
                .filter_map(|(number, _)| prose.passage(number))
                .collect();
            passages
                .into_iter()
                .map(|passage| passage.text[passage.dateline_bytes..].to_owned())
        });
    texts.collect()
}

fn plain_count(texts: &[String], word: &str) -> u32 {
    let starts = |text: &String| {
        let places = text.char_indices().map(|(place, _)| place);
        places
            .filter(|place| text[*place..].starts_with(word))
            .count()
    };
    u32::try_from(texts.iter().map(starts).sum::<usize>()).expect("few")
}

/// Strings cut from texts, so that they stand there.
fn strings(texts: &[String]) -> impl Strategy<Value = Vec<(String, u8)>> + use<> {
    let texts: Vec<Vec<char>> = texts
        .iter()
        .map(|text| text.chars().collect())
        .filter(|text: &Vec<char>| text.len() > 8)
        .collect();
    let string = (
        any::<prop::sample::Index>(),
        any::<prop::sample::Index>(),
        1..7_usize,
        0..4_u8,
    );
    let string = string.prop_map(move |(text, start, length, rule)| {
        let text = &texts[text.index(texts.len())];
        let start = start.index(text.len() - 1);
        let end = (start + length).min(text.len());
        (text[start..end].iter().collect::<String>(), rule)
    });
    prop::collection::vec(string, 0..8)
}

fn entries(strings: &[(String, u8)]) -> Vec<LexiconEntry> {
    let strings = strings.iter();
    // Strings of marks alone, and characters that are to be cut, are passed over.
    let listed = strings.filter(|(word, rule)| {
        word.chars().any(char::is_alphanumeric) && (*rule < 3 || word.chars().count() > 1)
    });
    let entries = listed.map(|(word, rule)| LexiconEntry {
        word: word.clone(),
        rule: match rule {
            0 | 1 => LexiconRule::Whole { always: false },
            2 => LexiconRule::Whole { always: true },
            _ => LexiconRule::Apart { pieces: Vec::new() },
        },
        tag: if *rule == 1 {
            "nz".to_owned()
        } else {
            String::new()
        },
    });
    entries.collect()
}

/// What is segmented again after a change is what reading everything anew gives, and going back gives what was there.
#[test]
fn what_is_segmented_again_is_what_segmenting_anew_gives() {
    let desk = RefCell::new(Desk::new());
    let pages: Vec<String> = pages().into_iter().step_by(4).collect();
    let read_all = |desk: &mut Desk| {
        for (number, page) in (0..).zip(&pages) {
            desk.read(number, page);
        }
    };
    read_all(&mut desk.borrow_mut());
    desk.borrow_mut().choose(Project::default());
    let at_first = desk.borrow_mut().state();
    let texts = counted_texts(&desk.borrow().engine);
    let mut runner = TestRunner::new(ProptestConfig::with_cases(12));
    let strategy = (strings(&texts), strings(&texts));
    let result = runner.run(&strategy, |(one, other)| {
        let desk = &mut *desk.borrow_mut();
        desk.choose(with(entries(&one)));
        desk.choose(with(entries(&other)));
        let again = desk.state();
        for number in 0..pages.len() {
            let document = DocumentId(u32::try_from(number).expect("few"));
            desk.ask(Request::Remove { document });
        }
        read_all(desk);
        let anew = desk.state();
        desk.choose(Project::default());
        let back = desk.state();
        prop_assert_eq!(&again.0, &anew.0);
        prop_assert!(again.1 == anew.1, "another word list");
        prop_assert_eq!(&back.0, &at_first.0);
        prop_assert!(back.1 == at_first.1, "another word list");
        Ok(())
    });
    result.expect("holds");
}

fn sum(row: &LexiconRow) -> u32 {
    row.not_applied.iter().map(|(_, count)| count).sum()
}

/// For every entry: the word table's count, the plain count of the string, and the reasons between them.
fn check_counts(desk: &mut Desk) -> Result<(), TestCaseError> {
    let texts = counted_texts(&desk.engine);
    let table = desk.table();
    for row in desk.lexicon().rows {
        if row.not_applied.len() == 20 {
            continue;
        }
        let plain = plain_count(&texts, &row.word);
        let count = table.get(&row.word).map_or(0, |(count, _)| *count);
        prop_assert_eq!(row.applied + sum(&row), plain, "{:?}", row);
        match row.rule {
            LexiconRule::Whole { .. } => prop_assert_eq!(row.applied, count, "{:?}", row),
            LexiconRule::Apart { .. } => prop_assert_eq!(count, 0, "{:?}", row),
        }
        let before: u32 = row.before.iter().map(|way| way.count).sum();
        prop_assert!(before <= row.applied);
    }
    Ok(())
}

#[test]
fn a_listed_words_count_is_its_plain_count_without_the_reasons_named() {
    let desk = RefCell::new(Desk::new());
    for (number, page) in (0..).zip(pages()) {
        desk.borrow_mut().read(number, &page);
    }
    desk.borrow_mut().choose(Project::default());
    let texts = counted_texts(&desk.borrow().engine);
    let mut runner = TestRunner::new(ProptestConfig::with_cases(10));
    let result = runner.run(&strings(&texts), |strings| {
        let desk = &mut *desk.borrow_mut();
        desk.choose(with(entries(&strings)));
        check_counts(desk)
    });
    result.expect("holds");
    // And words as users list them.
    let words = [
        "国人",
        "AI",
        "疫情",
        "防控",
        "14",
        "外防输入、内防扩散",
        "人",
        "市",
        "日",
        "新华",
        "本报记者",
        "会议",
        "工作",
        "example",
    ];
    let desk = &mut *desk.borrow_mut();
    for always in [false, true] {
        desk.choose(with(words.iter().map(|word| whole(word, always)).collect()));
        check_counts(desk).expect("holds");
    }
    let dictionary = Dictionary {
        name: "词表.txt".to_owned(),
        lines: words.map(|word| format!("{word}\n")).concat().into(),
        words: 0,
        on: true,
    };
    desk.choose(Project {
        dictionaries: vec![dictionary],
        ..Project::default()
    });
    assert_eq!(desk.lexicon().rows.len(), words.len());
    check_counts(desk).expect("holds");
}

#[test]
fn the_lexicon_tells_what_each_word_did() {
    let mut desk = Desk::new();
    desk.read(1, "中国人民热爱和平。国人关注。外防输入、内防扩散，外防输入、内防反弹。\n网址www.国人.com不算。");
    desk.choose(with(vec![
        whole("国人", false),
        whole("内防", false),
        whole("热爱和平", false),
        LexiconEntry {
            word: "关注".to_owned(),
            rule: LexiconRule::Apart { pieces: Vec::new() },
            tag: String::new(),
        },
    ]));
    let view = desk.lexicon();
    assert_eq!((view.rows_total, view.applied_total), (4, 4));
    let row = |word: &str| {
        let mut rows = view.rows.iter();
        rows.find(|row| row.word == word).expect("a row")
    };
    let cuts = NotApplied::CutsWords {
        words: vec!["中国".to_owned(), "人民".to_owned()],
    };
    let people = row("国人");
    assert!(
        people.not_applied.contains(&(cuts.clone(), 1)),
        "{people:?}"
    );
    let inside = row("内防");
    assert_eq!(inside.applied, 2);
    assert_eq!(inside.after.iter().map(|way| way.count).sum::<u32>(), 2);
    let heed = row("关注");
    assert_eq!((heed.applied, heed.before[0].text.as_str()), (1, "关注"));
    assert_eq!(heed.after[0].text, "关|注");
    let lines = desk.lines("国人", Some(cuts));
    assert_eq!(lines.rows_total, 1);
    assert_eq!(lines.rows[0].word, "国人");
    assert_eq!(lines.rows[0].right.chars().next(), Some('民'));
    assert_eq!(desk.lines("内防", None).rows_total, 2);
    assert_eq!(desk.lines("不在", None).rows_total, 0);
}

#[test]
fn the_effect_told_is_the_effect_that_comes() {
    let mut desk = Desk::new();
    desk.read(1, ORDINARY);
    desk.read(2, WRAPPED);
    desk.choose(with(vec![whole("防控工作", false)]));
    let texts = counted_texts(&desk.engine);
    let desk = RefCell::new(desk);
    let mut runner = TestRunner::new(ProptestConfig::with_cases(10));
    let result = runner.run(&strings(&texts), |strings| {
        let desk = &mut *desk.borrow_mut();
        let more = with(entries(&strings)).lexicon;
        desk.choose(with(vec![whole("防控工作", false)]));
        let before = desk.table();
        let answer = desk.query(Query::Effect {
            entries: more.clone(),
        });
        let Answer::Effect(EffectView { rows_total, rows }) = answer else {
            panic!("no effect: {answer:?}");
        };
        desk.choose(with([more, vec![whole("防控工作", false)]].concat()));
        let after = desk.table();
        for row in &rows {
            let (count, rank) = before.get(&row.word).copied().unwrap_or_default();
            prop_assert_eq!((row.before, row.rank_before), (count, rank), "{}", row.word);
            let (count, rank) = after.get(&row.word).copied().unwrap_or_default();
            prop_assert_eq!((row.after, row.rank_after), (count, rank), "{}", row.word);
        }
        let count = |table: &BTreeMap<String, (u32, u32)>, word: &String| {
            table.get(word).map_or(0, |(count, _)| *count)
        };
        let words = before
            .keys()
            .chain(after.keys().filter(|word| !before.contains_key(*word)));
        let changed = words
            .filter(|word| count(&before, word) != count(&after, word))
            .count();
        prop_assert_eq!(changed, rows_total as usize);
        Ok(())
    });
    result.expect("holds");
}

/// Long texts are segmented in stretches, which end at marks.
#[test]
fn a_string_with_marks_is_not_cut_where_a_stretch_ends() {
    let mut desk = Desk::new();
    let text = "外防输入、内防扩散。".repeat(3000);
    desk.choose(with(vec![whole("外防输入、内防扩散。外防输入", false)]));
    desk.read(1, &text);
    let table = desk.table();
    assert_eq!(
        table.get("外防输入、内防扩散。外防输入").map(|row| row.0),
        Some(1500)
    );
    // The same when it is segmented again.
    desk.choose(Project::default());
    desk.choose(with(vec![whole("外防输入、内防扩散。外防输入", false)]));
    assert_eq!(desk.table(), table);
}

fn person(name: &str) -> NameDecision {
    NameDecision {
        kind: NameKind::Person,
        name: name.to_owned(),
        choice: NameChoice::Accepted,
    }
}

#[test]
fn accepted_names_are_tokens_whenever_they_are_accepted() {
    let text = "陈星莺表示，会议很重要。记者采访了陈星莺。";
    let project = Project {
        names: vec![person("陈星莺")],
        ..Project::default()
    };
    let choose = || Request::Choose {
        settings: everything(),
        project: project.clone(),
    };
    let mut states = Vec::new();
    for order in 0..3 {
        let mut desk = Desk::new();
        if order == 0 {
            desk.send(choose(), None);
        }
        desk.send_text(1, text);
        if order == 2 {
            desk.finish();
        }
        if order > 0 {
            desk.send(choose(), None);
        }
        desk.send_text(2, ORDINARY);
        let replies = desk.finish();
        if order == 1 {
            let relisted = |message: &FromWorker| message.reply == Reply::Relisted;
            assert!(
                replies.iter().any(relisted),
                "names are found when all is read"
            );
        }
        assert_eq!(
            desk.table().get("陈星莺").map(|row| row.0),
            Some(2),
            "{order}"
        );
        states.push(desk.state());
    }
    assert!(
        states.iter().all(|state| *state == states[0]),
        "the order of requests shows"
    );
    // Switched off they are no tokens.
    let mut desk = Desk::new();
    desk.read(1, text);
    let mut settings = everything();
    settings.name_tokens.persons = false;
    desk.ask(Request::Choose { settings, project });
    assert_eq!(desk.engine.plan().found(), []);
}

#[test]
fn a_lists_part_of_speech_is_the_terms() {
    let mut desk = Desk::new();
    desk.read(1, "网格员上门。");
    let tag = |desk: &Desk| {
        let vocabulary = &desk.engine.corpus().vocabulary;
        let term = vocabulary.find("网格员").expect("a term");
        vocabulary.tag(term).to_owned()
    };
    let entry = LexiconEntry {
        tag: "nz".to_owned(),
        ..whole("网格员", false)
    };
    desk.choose(with(vec![entry.clone()]));
    assert_eq!(tag(&desk), "nz");
    desk.choose(with(vec![LexiconEntry {
        tag: "n".to_owned(),
        ..entry
    }]));
    assert_eq!(tag(&desk), "n");
}

#[test]
fn what_is_exported_is_imported() {
    let mut desk = Desk::new();
    let request = Request::ImportWords {
        name: "词表.txt".to_owned(),
        bytes: "\u{FEFF}网格员 5 n\r\n坏 行 太 多 了\r\n大数据+网格化\r\n"
            .as_bytes()
            .to_vec(),
    };
    let Reply::ImportedWords(imported) = desk.ask(request) else {
        panic!("not imported");
    };
    assert_eq!((imported.dictionary.words, imported.faulty_total), (2, 1));
    let mut project = with(vec![whole("国人", true)]);
    project.dictionaries.push(imported.dictionary);
    desk.choose(project);
    let Reply::Export { bytes, .. } = desk.ask(Request::Export(Export::LexiconText)) else {
        panic!("not exported");
    };
    let text = String::from_utf8(bytes.clone()).expect("UTF-8");
    assert_eq!(text, "# always: 国人\n网格员 5 n\n大数据+网格化\n");
    let request = Request::ImportWords {
        name: "again.txt".to_owned(),
        bytes,
    };
    let Reply::ImportedWords(again) = desk.ask(request) else {
        panic!("not imported");
    };
    assert_eq!(again.entries, [whole("国人", true)]);
    assert_eq!(again.dictionary.words, 2);
}
