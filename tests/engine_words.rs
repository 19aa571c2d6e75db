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
use cijing::report::answers::Item;
use cijing::report::answers::names::{MatrixRows, MatrixView, NameListsView, NameView, NamesView};
use cijing::report::answers::phrases::{PhraseRow, PhraseUsesView};
use cijing::report::answers::speech::SpeakerRow;
use cijing::report::answers::trust::{Method, Rest, TrustView};
use cijing::report::views::{DocumentId, LinesView, Shown, WordOrder, WordsView};
use cijing::words::names::{NameChoice, NameDecision, NameKind};
use cijing::words::phrases::PhraseKind;
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

const FIRST: &str = "澄湾日报\n2022年3月5日 第1版 要闻\n\n沈维舟检查防汛工作\n　　本报讯（记者 温若岚）3月4日，市委副书记、代市长沈维舟检查防汛工作。市领导韩其昌、罗砚秋、程晚舟参加检查。\n　　沈维舟强调，要压实“四方责任”，把每一处堤坝看住看牢。他指出，预警信息必须送到村、送到户。\n　　“粮食要收好。”种粮大户冯德贵说。\n　　石浦区水务局局长蒋一舟介绍，石浦区已经落实四方责任。\n";
const SECOND: &str = "澄湾日报\n2022年6月18日 第1版 要闻\n\n沈维舟主持召开会议\n　　本报讯（记者 贺知微）6月17日，市长沈维舟主持召开会议。市领导罗砚秋、韩其昌参加会议。\n　　韩其昌要求，石浦区、桐坞县要落实“四方”责任。\n　　沈维舟强调，安全是第一位的。\n";

fn two_papers() -> Desk {
    Desk::with(&[
        ("澄湾日报_2022-03-05_01.txt", FIRST),
        ("澄湾日报_2022-06-18_01.txt", SECOND),
    ])
}

fn window() -> (u32, u32) {
    (0, 1000)
}

impl Desk {
    fn names(&mut self, kind: NameKind) -> NamesView {
        let (first_row, rows) = window();
        let containing = String::new();
        let query = Query::Names {
            kind,
            containing,
            first_row,
            rows,
        };
        match self.ask(query) {
            Answer::Names(view) => view,
            other => panic!("{other:?}"),
        }
    }

    fn words(&mut self) -> WordsView {
        let request = ViewRequest::Words {
            order: WordOrder::Count,
            containing: String::new(),
            first_row: 0,
            rows: 1000,
        };
        let replies = self.send(Request::View(request), None).into_iter();
        let words = replies.filter_map(|reply| match reply {
            Reply::Words(view) => Some(view),
            _ => None,
        });
        words.last().expect("words")
    }

    /// How many lines a word has.
    fn lines(&mut self, word: &str) -> u32 {
        let request = ViewRequest::Lines {
            word: word.to_owned(),
            first_row: 0,
            rows: 10,
        };
        let replies = self.send(Request::View(request), None).into_iter();
        let lines = replies.filter_map(|reply| match reply {
            Reply::Lines(view) => Some(view.rows_total),
            _ => None,
        });
        lines.last().expect("lines")
    }

    fn name(&mut self, kind: NameKind, name: &str) -> Option<NameView> {
        let name = name.to_owned();
        match self.ask(Query::Name { kind, name }) {
            Answer::Name(view) => view,
            other => panic!("{other:?}"),
        }
    }

    fn lists(&mut self) -> NameListsView {
        let (first_row, rows) = window();
        match self.ask(Query::NameLists { first_row, rows }) {
            Answer::NameLists(view) => view,
            other => panic!("{other:?}"),
        }
    }

    fn matrix(&mut self, by: MatrixRows, columns: NameKind) -> MatrixView {
        match self.ask(Query::Matrix { by, columns }) {
            Answer::Matrix(view) => view,
            other => panic!("{other:?}"),
        }
    }

    fn speakers(&mut self) -> Vec<SpeakerRow> {
        let (first_row, rows) = window();
        match self.ask(Query::Speakers { first_row, rows }) {
            Answer::Speakers(view) => view.rows,
            other => panic!("{other:?}"),
        }
    }

    fn uses(&mut self, key: &str) -> PhraseUsesView {
        let (first_row, rows) = window();
        let key = key.to_owned();
        let query = Query::PhraseUses {
            key,
            first_row,
            rows,
        };
        match self.ask(query) {
            Answer::PhraseUses(view) => view,
            other => panic!("{other:?}"),
        }
    }

    fn phrases(&mut self, kind: PhraseKind) -> Vec<PhraseRow> {
        let (first_row, rows) = window();
        let containing = String::new();
        let query = Query::Phrases {
            kind,
            containing,
            first_row,
            rows,
        };
        match self.ask(query) {
            Answer::Phrases(view) => view.rows,
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn a_person_has_posts_with_their_time() {
    let mut desk = two_papers();
    let view = desk.names(NameKind::Person);
    let row = &view.rows[0];
    assert_eq!(
        (row.name.as_str(), row.count, row.articles),
        ("沈维舟", 6, 2)
    );
    let posts: Vec<_> = row.posts.iter().map(|post| post.post.as_str()).collect();
    assert_eq!(posts, ["代市长", "市委副书记", "市长"], "{row:?}");
    let day = |date: &str| Some((date.to_owned(), date.to_owned()));
    let time = |wanted: &str| {
        let post = row.posts.iter().find(|post| post.post == wanted);
        post.expect("a post").dates.clone()
    };
    assert_eq!(time("代市长"), day("2022-03-04"));
    assert_eq!(time("市长"), day("2022-06-17"));
}

#[test]
fn reporters_stand_apart_and_are_counted_once() {
    let mut desk = two_papers();
    let view = desk.names(NameKind::Reporter);
    let rows: Vec<_> = view
        .rows
        .iter()
        .map(|row| (row.name.as_str(), row.count))
        .collect();
    assert_eq!(rows, [("温若岚", 1), ("贺知微", 1)]);
    let persons = desk.names(NameKind::Person);
    assert!(persons.rows.iter().all(|row| row.name != "温若岚"));
    assert_eq!(persons.totals, view.totals);
}

#[test]
fn lists_tell_who_changed_places() {
    let view = two_papers().lists();
    let lists: Vec<_> = view.rows.iter().map(|row| row.names.join(" ")).collect();
    assert_eq!(lists, ["韩其昌 罗砚秋 程晚舟", "罗砚秋 韩其昌"]);
    assert!(view.rows[0].swapped.is_empty());
    let swapped = [("罗砚秋".to_owned(), "韩其昌".to_owned())];
    assert_eq!(view.rows[1].swapped, swapped);
    let order: Vec<_> = view
        .order
        .iter()
        .map(|(name, lists, mean)| (name.as_str(), *lists, *mean))
        .collect();
    assert_eq!(
        order,
        [("罗砚秋", 2, 1.5), ("韩其昌", 2, 1.5), ("程晚舟", 1, 3.0)]
    );
}

#[test]
fn a_name_has_companions_and_articles() {
    let mut desk = two_papers();
    let view = desk.name(NameKind::Place, "桐坞县").expect("a place");
    assert_eq!((view.row.count, view.articles.len()), (1, 1));
    assert_eq!(view.articles[0].0.file, "澄湾日报_2022-06-18_01.txt");
    assert_eq!(view.articles[0].0.date.as_deref(), Some("2022-06-17"));
    let companions: Vec<_> = view
        .companions
        .iter()
        .map(|(_, one)| one.text.as_str())
        .collect();
    assert_eq!(
        companions,
        ["沈维舟", "罗砚秋", "韩其昌", "贺知微", "石浦区"]
    );
    assert_eq!(desk.name(NameKind::Place, "没有这地方"), None);
}

#[test]
fn a_matrix_counts_names_by_articles_days_and_reporters() {
    let mut desk = two_papers();
    let places = ["石浦区", "桐坞县"];
    let view = desk.matrix(MatrixRows::Articles, NameKind::Place);
    assert_eq!(
        (view.total, view.columns.as_slice()),
        ((2, 2), places.map(str::to_owned).as_slice())
    );
    assert_eq!(view.cells, [[2, 0], [1, 1]]);
    assert_eq!(view.standings.len(), 2);
    let view = desk.matrix(MatrixRows::Dates, NameKind::Place);
    assert_eq!(view.rows, ["2022-03-04", "2022-06-17"]);
    assert_eq!(view.cells, [[2, 0], [1, 1]]);
    let view = desk.matrix(MatrixRows::Reporters, NameKind::Person);
    assert_eq!(view.rows, ["温若岚", "贺知微"]);
    assert_eq!(view.columns[..2], ["沈维舟", "韩其昌"]);
    assert_eq!(view.cells[1], [1, 1, 1, 0, 0, 0]);
}

#[test]
fn who_says_it_first_and_how_it_spreads() {
    let mut desk = two_papers();
    let rows = desk.phrases(PhraseKind::Quoted);
    let row = rows
        .iter()
        .find(|row| row.key == "四方责任")
        .expect("the phrase");
    assert_eq!((row.quoted, row.unquoted, row.articles), (2, 1, 2));
    let (first, speaker) = row.first.as_ref().expect("a first use");
    assert_eq!((first.source_line, speaker.as_deref()), (6, Some("沈维舟")));
    let view = desk.uses("四方责任");
    let forms: Vec<_> = view
        .rows
        .iter()
        .map(|row| (row.form.as_str(), row.speaker.as_deref()))
        .collect();
    let expected = [
        ("“四方责任”", Some("沈维舟")),
        ("四方责任", Some("蒋一舟")),
        ("“四方”责任", Some("韩其昌")),
    ];
    assert_eq!(forms, expected);
    let speakers: Vec<_> = view
        .speakers
        .iter()
        .map(|(speaker, count, _)| (speaker.as_str(), *count))
        .collect();
    assert_eq!(speakers, [("沈维舟", 1), ("蒋一舟", 1), ("韩其昌", 1)]);
    let months: Vec<_> = view
        .months
        .iter()
        .map(|month| (month.text.as_str(), month.count))
        .collect();
    assert_eq!(months, [("2022-03", 2), ("2022-06", 1)]);
    assert_eq!(desk.uses("没有这提法").rows_total, 0);
}

#[test]
fn direct_and_reported_speech_stand_apart() {
    let mut desk = two_papers();
    let rows = desk.speakers();
    let said: Vec<_> = rows
        .iter()
        .map(|row| {
            (
                row.speaker.as_str(),
                row.direct_characters,
                row.reported_characters,
            )
        })
        .collect();
    assert!(said.contains(&("冯德贵", 5, 0)), "{said:?}");
    assert!(said.contains(&("蒋一舟", 0, 11)), "{said:?}");
    let query = Query::Spans {
        speaker: "沈维舟".to_owned(),
        kind: None,
        first_row: 0,
        rows: 10,
    };
    let Answer::Spans(view) = desk.ask(query) else {
        panic!("no spans");
    };
    let spans: Vec<_> = view
        .rows
        .iter()
        .map(|row| (row.named_as.as_str(), row.verb.as_str()))
        .collect();
    assert_eq!(spans, [("", "强调"), ("他", "指出"), ("", "强调")]);
    assert_eq!(view.rows[2].text, "安全是第一位的。");
}

#[test]
fn one_speakers_words_are_counted_alone() {
    let mut desk = two_papers();
    let project = Project {
        counted_speaker: Some("沈维舟".to_owned()),
        ..Project::default()
    };
    desk.choose(all_words(), project);
    let totals = |desk: &mut Desk| desk.words().totals;
    let spoken = totals(&mut desk);
    assert_eq!((spoken.articles, spoken.characters), (2, 36));
    let words = desk.words();
    let word = |word: &str| words.rows.iter().find(|row| row.word == word);
    assert_eq!(word("堤坝").map(|row| row.count), Some(1));
    assert_eq!(word("检查"), None, "said by nobody");
    assert_eq!(desk.lines("安全"), 1);
    assert_eq!(desk.lines("检查"), 0);
    let view = desk.trust("责任");
    assert_eq!((view.tokens, view.strings), (1, 1));
    assert!(
        view.methods.iter().all(|(_, count, _)| *count == 1),
        "{view:?}"
    );
    // A paper more: the counts follow by themselves.
    desk.read(3, "丙.txt", FIRST);
    assert_eq!(desk.lines("堤坝"), 2);
    desk.choose(all_words(), Project::default());
    assert!(desk.lines("检查") > 1);
}

#[test]
fn a_phrase_that_the_user_keeps_is_listed_though_it_is_not_used() {
    let mut desk = two_papers();
    let kept = |key: &str, accepted| cijing::words::phrases::PhraseDecision {
        key: key.to_owned(),
        kind: PhraseKind::Quoted,
        accepted,
    };
    let project = Project {
        phrases: vec![kept("内防反弹", true), kept("外防输入", false)],
        ..Project::default()
    };
    desk.choose(all_words(), project);
    let rows = desk.phrases(PhraseKind::Quoted);
    let found = rows.iter().find(|row| row.key == "内防反弹");
    let row = found.expect("it is listed");
    assert_eq!((row.quoted, row.unquoted, row.articles), (0, 0, 0));
    assert!(row.accepted && row.shown == "内防反弹");
    assert!(rows.iter().all(|row| row.key != "外防输入"));
}

#[test]
fn decisions_hold_at_once() {
    let mut desk = two_papers();
    let decision = |kind, name: &str, choice| NameDecision {
        kind,
        name: name.to_owned(),
        choice,
    };
    let names = vec![
        decision(NameKind::Person, "冯德贵", NameChoice::Rejected),
        decision(
            NameKind::Place,
            "桐坞县",
            NameChoice::FormOf("石浦区".to_owned()),
        ),
    ];
    let project = Project {
        names,
        ..Project::default()
    };
    desk.choose(all_words(), project);
    let persons = desk.names(NameKind::Person);
    assert!(persons.rows.iter().all(|row| row.name != "冯德贵"));
    assert_eq!(persons.rejected, ["冯德贵"]);
    let places = desk.names(NameKind::Place);
    let row = &places.rows[0];
    assert_eq!(
        (places.rows.len(), row.name.as_str(), row.count),
        (1, "石浦区", 4)
    );
    let forms: Vec<_> = row
        .forms
        .iter()
        .map(|form| (form.text.as_str(), form.count))
        .collect();
    assert_eq!(forms, [("石浦区", 3), ("桐坞县", 1)]);
}

#[test]
fn the_clean_page_shows_names_and_tokens() {
    let mut desk = two_papers();
    let request = ViewRequest::Clean {
        document: DocumentId(1),
        first_unit: 0,
        units: 100,
    };
    let replies = desk.send(Request::View(request), None);
    let Some(Reply::Clean(Some(view))) = replies.into_iter().next_back() else {
        panic!("no page");
    };
    let unit = &view.units[1];
    let [Shown::Text(text)] = unit.shown.as_slice() else {
        panic!("{unit:?}");
    };
    let characters: Vec<char> = text.chars().collect();
    let shown = |start: u32, end: u32| -> String {
        characters[start as usize..end as usize].iter().collect()
    };
    let names: Vec<String> = unit
        .names
        .iter()
        .map(|(start, end, _)| shown(*start, *end))
        .collect();
    assert_eq!(names, ["温若岚", "沈维舟", "韩其昌", "罗砚秋", "程晚舟"]);
    let tokens = unit.tokens.windows(2).map(|ends| shown(ends[0], ends[1]));
    let tokens: Vec<String> = tokens.collect();
    assert!(tokens.contains(&"罗砚秋".to_owned()), "{tokens:?}");
    assert_eq!(
        unit.tokens.last().copied(),
        Some(u32::try_from(characters.len()).unwrap())
    );
}

#[test]
fn lines_of_names_and_phrases_lead_to_the_source() {
    let mut desk = two_papers();
    let lines = |desk: &mut Desk, item| {
        let query = Query::ItemLines {
            item,
            first_row: 0,
            rows: 10,
        };
        match desk.ask(query) {
            Answer::Lines(view) => view,
            other => panic!("{other:?}"),
        }
    };
    let view = lines(&mut desk, Item::Name(NameKind::Person, "韩其昌".to_owned()));
    assert_eq!(view.rows_total, 3);
    assert!(view.rows.iter().all(|row| row.word == "韩其昌"));
    let view = lines(&mut desk, Item::Phrase("四方责任".to_owned()));
    let words: Vec<_> = view.rows.iter().map(|row| row.word.as_str()).collect();
    assert_eq!(words, ["“四方责任”", "四方责任", "“四方”责任"]);
}

const TABLES: [Export; 8] = [
    Export::NamesCsv(NameKind::Person),
    Export::NamesCsv(NameKind::Organisation),
    Export::NameListsCsv,
    Export::MatrixCsv {
        by: MatrixRows::Articles,
        columns: NameKind::Person,
    },
    Export::MatrixCsv {
        by: MatrixRows::Reporters,
        columns: NameKind::Person,
    },
    Export::PhrasesCsv(PhraseKind::Quoted),
    Export::SpeakersCsv,
    Export::WordsCsv,
];

#[test]
fn the_order_of_files_shows_in_no_table() {
    let names = ["澄湾日报_2022-03-05_01.txt", "澄湾日报_2022-06-18_01.txt"];
    let tables = |order: [usize; 2]| {
        let texts = [FIRST, SECOND];
        let mut desk = Desk::with(&order.map(|number| (names[number], texts[number])));
        TABLES.map(|table| String::from_utf8(desk.export(table)).expect("UTF-8"))
    };
    let one = tables([0, 1]);
    for (table, (one, other)) in TABLES.iter().zip(one.iter().zip(&tables([1, 0]))) {
        assert_eq!(one, other, "{table:?}");
    }
}

#[test]
fn tables_open_in_a_spreadsheet_and_lead_to_the_source() {
    let mut desk = two_papers();
    for table in TABLES {
        let text = String::from_utf8(desk.export(table.clone())).expect("UTF-8");
        assert!(text.starts_with("\u{feff}\""), "{table:?}: {text}");
        assert!(text.ends_with("\"\r\n"), "{table:?}");
    }
    let speakers = String::from_utf8(desk.export(Export::SpeakersCsv)).expect("UTF-8");
    let head = "\u{feff}\"说话人 Speaker\",\"称谓 Named as\",\"引述动词 Verb\",\"引语 Speech\",";
    assert!(speakers.starts_with(head), "{speakers}");
    let row = "\"冯德贵\",\"\",\"说\",\"直接引语\",\"5\",\"粮食要收好。\",\"澄湾日报_2022-03-05_01.txt\",\"沈维舟检查防汛工作\",\"2022-03-04\",\"7\",";
    assert!(speakers.contains(row), "{speakers}");
    let lists = String::from_utf8(desk.export(Export::NameListsCsv)).expect("UTF-8");
    assert!(
        lists.contains("\"2\",\"市领导\",\"1\",\"罗砚秋\",\"罗砚秋先于韩其昌\","),
        "{lists}"
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
