//! Questions about words, asked of the engine as the page asks them: trust, names, phrases, speakers.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests fail as tests do"
)]

use std::cell::RefCell;

use cijing::engine::Engine;
use cijing::engine::bytes::InMemory;
use cijing::engine::choices::{Project, Settings};
use cijing::engine::protocol::{Export, JobId, Reply, Request, ToWorker, ViewRequest};
use cijing::engine::query::{Answer, Query};
use cijing::report::answers::trust::{Method, Rest, TrustView};
use cijing::report::views::{DocumentId, LinesView};
use proptest::prelude::*;

/// An engine and the one who asks it.
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

    /// Files in the given order; documents are numbered from 1.
    fn with(files: &[(&str, &str)]) -> Self {
        let mut desk = Self::new();
        for (number, (name, text)) in (1..).zip(files) {
            desk.read(number, name, text);
        }
        desk
    }

    fn read(&mut self, number: u32, name: &str, text: &str) {
        let request = Request::Read {
            document: DocumentId(number),
            name: name.to_owned(),
            encoding: None,
        };
        self.send(request, Some(text));
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
        let replies = self.send(Request::View(ViewRequest::Query(query.clone())), None);
        let answers = replies.into_iter().filter_map(|reply| match reply {
            Reply::Answered(answered) => Some(*answered),
            _ => None,
        });
        let (asked, answer) = answers.last().expect("an answer");
        assert_eq!(asked, query);
        answer
    }

    fn export(&mut self, export: Export) -> Vec<u8> {
        let replies = self.send(Request::Export(export), None).into_iter();
        let bytes = replies.filter_map(|reply| match reply {
            Reply::Export { bytes, .. } => Some(bytes),
            _ => None,
        });
        bytes.last().expect("a file")
    }

    fn trust(&mut self, word: &str) -> TrustView {
        let word = word.to_owned();
        match self.ask(Query::Trust { word }) {
            Answer::Trust(view) => view,
            other => panic!("{other:?}"),
        }
    }

    fn rest_lines(&mut self, word: &str, rest: &Rest) -> LinesView {
        let query = Query::RestLines {
            word: word.to_owned(),
            rest: rest.clone(),
            first_row: 0,
            rows: 100,
        };
        match self.ask(query) {
            Answer::Lines(view) => view,
            other => panic!("{other:?}"),
        }
    }
}

fn all_words() -> Settings {
    Settings {
        shortest_chars: 1,
        built_in_stop_words: false,
        ..Settings::default()
    }
}

const CONTROL: &str = "防汛\n　　本报讯 市里召开防汛会议。中国人民银行的值班人员说，防汛工作不能放松。\n　　会议由防汛办主持，防 汛 工 作 照常。\n";

#[test]
fn every_string_is_a_token_or_has_a_reason() {
    let mut desk = Desk::with(&[("甲.txt", CONTROL)]);
    desk.choose(all_words(), Project::default());
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    let rows: [(&str, u32, u32, Vec<(Rest, u32)>); 5] = [
        ("防汛", 5, 5, vec![]),
        (
            "人民",
            0,
            1,
            vec![(Rest::Swallowed("中国人民银行".to_owned()), 1)],
        ),
        ("会议由", 0, 1, vec![(Rest::Cut(words(&["会议", "由"])), 1)]),
        (
            "议由",
            0,
            1,
            vec![(Rest::Crossed(words(&["会议", "由"])), 1)],
        ),
        (
            "汛工作",
            0,
            2,
            vec![(Rest::Crossed(words(&["防汛", "工作"])), 2)],
        ),
    ];
    for (word, tokens, strings, rests) in rows {
        let view = desk.trust(word);
        let found = (view.tokens, view.strings, view.rests.clone());
        assert_eq!(found, (tokens, strings, rests), "{word}");
        for (rest, count) in &view.rests {
            let lines = desk.rest_lines(word, rest);
            assert_eq!(lines.rows_total, *count, "{rest:?}");
            assert_eq!(lines.rows.len(), *count as usize);
            for row in lines.rows {
                assert_eq!(row.word.replace(' ', ""), word);
            }
        }
    }
}

#[test]
fn a_word_is_asked_for_as_it_is_typed() {
    let mut desk = Desk::with(&[("甲.txt", "　　今年有１２３名学生。\n")]);
    desk.choose(all_words(), Project::default());
    assert_eq!(desk.trust(" １２３ ").strings, 1);
    assert_eq!(desk.trust("").strings, 0);
    assert_eq!(desk.trust("没有这个词").strings, 0);
}

#[test]
fn methods_are_those_of_the_whole_corpus() {
    let text = "　　中国人民银行昨日发布公告。中国人民银行今天开会，人民都满意。\n";
    let mut desk = Desk::with(&[("甲.txt", text), ("乙.txt", text)]);
    desk.choose(all_words(), Project::default());
    let view = desk.trust("人民");
    let count = |wanted: Method| {
        let found = view.methods.iter().find(|(method, ..)| *method == wanted);
        found.expect("a method").1
    };
    let order: Vec<Method> = view.methods.iter().map(|(method, ..)| *method).collect();
    assert_eq!(order, Method::ALL);
    assert_eq!(count(Method::InForce), view.tokens);
    assert_eq!(view.strings, 6);
    assert_eq!(count(Method::Exact), 2);
    assert_eq!(count(Method::Search), 6);
    let words = vec![
        "人民".to_owned(),
        "无此词".to_owned(),
        "中国人民银行".to_owned(),
    ];
    let Answer::Consistency(rows) = desk.ask(Query::Consistency { words }) else {
        panic!("no consistency");
    };
    assert_eq!(rows[0].counts, [view.tokens, 2, 2, 2, 6]);
    assert_eq!(rows[0].strings, 6);
    assert_eq!((rows[1].counts, rows[1].strings), ([0; 5], 0));
    assert_eq!(rows[2].strings, 4);
}

#[test]
fn a_paragraph_is_cut_in_every_way() {
    let mut desk = Desk::with(&[("甲.txt", "　　中国人民银行昨日开会。\n")]);
    let query = Query::Segmenters {
        document: DocumentId(1),
        unit: 0,
    };
    let Answer::Segmenters(view) = desk.ask(query) else {
        panic!("no cuts");
    };
    let cuts: Vec<(Method, String)> = view
        .cuts
        .iter()
        .map(|(method, tokens)| (*method, tokens.join("|")))
        .collect();
    let exact = "中国人民银行|昨日|开会|。";
    assert_eq!(cuts[2], (Method::Exact, exact.to_owned()));
    assert_eq!(cuts[3], (Method::DictionaryOnly, exact.to_owned()));
    let search = "中国|国人|人民|银行|中国人民银行|昨日|开会|。";
    assert_eq!(cuts[4], (Method::Search, search.to_owned()));
    let Answer::Segmenters(view) = desk.ask(Query::Segmenters {
        document: DocumentId(7),
        unit: 0,
    }) else {
        panic!("no cuts");
    };
    assert!(view.cuts.is_empty());
}

#[test]
fn an_article_that_is_not_counted_has_no_strings() {
    let mut desk = Desk::with(&[("甲.txt", CONTROL)]);
    let Some(Reply::Read(view)) = desk
        .send(
            Request::Read {
                document: DocumentId(1),
                name: "甲.txt".to_owned(),
                encoding: None,
            },
            Some(CONTROL),
        )
        .into_iter()
        .find(|reply| matches!(reply, Reply::Read(_)))
    else {
        panic!("not read");
    };
    let project = Project {
        articles_left_out: view
            .articles
            .iter()
            .map(|article| article.key.clone())
            .collect(),
        ..Project::default()
    };
    desk.choose(all_words(), project);
    let view = desk.trust("防汛");
    assert_eq!((view.tokens, view.strings, view.rests_total), (0, 0, 0));
    assert!(
        view.methods
            .iter()
            .all(|(_, count, rank)| (*count, *rank) == (0, 0))
    );
}

thread_local! {
    static DESK: RefCell<Option<Desk>> = const { RefCell::new(None) };
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn tokens_and_rests_are_all_strings(
        text in "[疫情防控工作 市人民政府的3、，。\n⺠２０]{1,60}",
        word in "[疫情防控工作市人民政府]{1,3}",
    ) {
        DESK.with_borrow_mut(|desk| {
            let desk = desk.get_or_insert_with(|| {
                let mut desk = Desk::new();
                desk.choose(all_words(), Project::default());
                desk
            });
            desk.read(1, "甲.txt", &format!("　　{text}\n"));
            let view = desk.trust(&word);
            let rests: u32 = view.rests.iter().map(|(_, count)| *count).sum();
            prop_assert_eq!(view.tokens + rests, view.strings, "{:?}", view);
            let Answer::Consistency(rows) = desk.ask(Query::Consistency { words: vec![word] })
            else {
                panic!("no consistency");
            };
            prop_assert_eq!(rows[0].strings, view.strings);
            prop_assert_eq!(rows[0].counts[0], view.tokens);
            let methods: Vec<u32> = view.methods.iter().map(|(_, count, _)| *count).collect();
            prop_assert_eq!(methods, rows[0].counts.to_vec());
            Ok(())
        })?;
    }
}
