//! The engine as a whole: laws over real pages, and what becomes of bad input.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests fail as tests do"
)]

use cijing::engine::Engine;
use cijing::engine::bytes::{ByteSource, InMemory, Unreadable};
use cijing::engine::choices::{PartOfSpeech, Project, Settings};
use cijing::engine::error::{DocumentError, FileKind};
use cijing::engine::protocol::{
    Export, FromWorker, JobId, Reply, Request, Stage, ToWorker, ViewRequest,
};
use cijing::measures::part::Part;
use cijing::report::views::{DocumentId, OverviewView, Shown, WordOrder};
use proptest::prelude::*;

const WRAPPED: &str = include_str!("../static/samples/wrapped.txt");
const MARKDOWN: &str = include_str!("../static/samples/markdown.txt");
const ORDINARY: &str = include_str!("data/ordinary.txt");

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

    /// A desk with the samples on it.
    fn with_samples() -> Self {
        let mut desk = Self::new();
        desk.read(1, "甲.txt", WRAPPED.as_bytes());
        desk.read(2, "乙.txt", MARKDOWN.as_bytes());
        desk.read(3, "丙.txt", ORDINARY.as_bytes());
        desk
    }

    fn send(&mut self, request: Request, content: Option<Box<dyn ByteSource>>) -> JobId {
        self.job += 1;
        let job = JobId(self.job);
        self.engine.handle(ToWorker { job, request }, content);
        job
    }

    fn finish(&mut self) -> Vec<FromWorker> {
        while self.engine.step() {}
        self.engine.take_replies()
    }

    fn ask(&mut self, request: Request) -> Reply {
        self.send(request, None);
        self.finish().pop().expect("an answer").reply
    }

    fn read(&mut self, document: u32, name: &str, bytes: &[u8]) -> Reply {
        self.read_from(document, name, Box::new(InMemory(bytes.to_vec())))
    }

    fn read_from(&mut self, document: u32, name: &str, bytes: Box<dyn ByteSource>) -> Reply {
        self.send(read_request(document, name), Some(bytes));
        self.finish().pop().expect("an answer").reply
    }

    fn overview(&mut self) -> OverviewView {
        match self.ask(Request::View(ViewRequest::Overview { keywords: 1000 })) {
            Reply::Overview(view) => view,
            other => panic!("not an overview: {other:?}"),
        }
    }

    fn export(&mut self, export: Export) -> String {
        match self.ask(Request::Export(export)) {
            Reply::Export { bytes, .. } => String::from_utf8(bytes).expect("UTF-8"),
            other => panic!("not an export: {other:?}"),
        }
    }

    fn choose(&mut self, change: impl Fn(&mut Settings, &mut Project)) {
        let (mut settings, mut project) = (Settings::default(), Project::default());
        change(&mut settings, &mut project);
        assert_eq!(
            self.ask(Request::Choose { settings, project }),
            Reply::Chosen
        );
    }
}

fn read_request(document: u32, name: &str) -> Request {
    Request::Read {
        document: DocumentId(document),
        name: name.to_owned(),
        encoding: None,
    }
}

/// Bytes that vanish after the first piece, like a file removed after the drop.
struct Vanishing(u64);

impl ByteSource for Vanishing {
    fn len(&self) -> u64 {
        self.0
    }

    fn read(&mut self, offset: u64, count: usize) -> Result<Vec<u8>, Unreadable> {
        if offset > 0 {
            Err(Unreadable)
        } else {
            Ok("报".repeat(count / 3).into_bytes())
        }
    }
}

#[test]
fn bad_input_gets_its_error_and_the_others_go_on() {
    let rows: [(&str, &[u8], DocumentError); 6] = [
        ("empty", b"", DocumentError::Empty),
        (
            "PDF",
            b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj",
            DocumentError::NotText {
                kind: FileKind::Pdf,
            },
        ),
        (
            "PNG",
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
            DocumentError::NotText {
                kind: FileKind::Image,
            },
        ),
        (
            "JPEG",
            b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01",
            DocumentError::NotText {
                kind: FileKind::Image,
            },
        ),
        (
            "gzip",
            b"\x1f\x8b\x08\0\0\0\0\0\0\x03\x01\x02\x03",
            DocumentError::NotText {
                kind: FileKind::Archive,
            },
        ),
        (
            "binary",
            &[0, 1, 2, 3, 4, 5, 6, 7, 0x7f, 0xff, 0, 0, 3, 0, 0x80, 1],
            DocumentError::NotText {
                kind: FileKind::Binary,
            },
        ),
    ];
    let mut desk = Desk::with_samples();
    let before = desk.overview();
    for (name, bytes, error) in rows {
        let expected = Reply::Failed {
            document: DocumentId(9),
            error,
        };
        assert_eq!(desk.read(9, name, bytes), expected, "{name}");
    }
    let expected = Reply::Failed {
        document: DocumentId(9),
        error: DocumentError::Unreadable,
    };
    assert_eq!(
        desk.read_from(9, "vanishing", Box::new(Vanishing(1 << 20))),
        expected
    );
    assert_eq!(desk.overview(), before);
}

#[test]
fn files_over_the_limit_are_refused_before_they_are_read() {
    let mut desk = Desk::new();
    let limit = cijing::engine::session::LIMIT_BYTES;
    let expected = Reply::Failed {
        document: DocumentId(1),
        error: DocumentError::TooLarge { limit_bytes: limit },
    };
    assert_eq!(
        desk.read_from(1, "huge", Box::new(Vanishing(limit + 1))),
        expected
    );
}

#[test]
fn the_order_of_files_shows_nowhere() {
    let files = [
        ("甲.txt", WRAPPED),
        ("乙.txt", MARKDOWN),
        ("丙.txt", ORDINARY),
    ];
    let outputs = [[0, 1, 2], [2, 1, 0], [1, 2, 0]].map(|order| {
        let mut desk = Desk::new();
        for index in order {
            // The numbers of the documents differ too.
            desk.read(10 + index as u32, files[index].0, files[index].1.as_bytes());
        }
        (
            desk.export(Export::WordsCsv),
            desk.export(Export::WordsJson),
            desk.export(Export::AllCleanText),
        )
    });
    assert_eq!(outputs[0], outputs[1]);
    assert_eq!(outputs[0], outputs[2]);
}

#[test]
fn choosing_and_choosing_back_gives_the_same() {
    let mut desk = Desk::with_samples();
    let before = desk.export(Export::WordsJson);
    desk.choose(|settings, _| settings.unknown_words = false);
    let without = desk.export(Export::WordsJson);
    assert_ne!(without, before);
    desk.choose(|_, _| ());
    assert_eq!(desk.export(Export::WordsJson), before);
}

#[test]
fn segmenting_again_equals_segmenting_so_from_the_start() {
    let mut again = Desk::with_samples();
    again.choose(|settings, _| settings.unknown_words = false);
    let mut fresh = Desk::new();
    fresh.choose(|settings, _| settings.unknown_words = false);
    fresh.read(1, "甲.txt", WRAPPED.as_bytes());
    fresh.read(2, "乙.txt", MARKDOWN.as_bytes());
    fresh.read(3, "丙.txt", ORDINARY.as_bytes());
    assert_eq!(
        again.export(Export::WordsJson),
        fresh.export(Export::WordsJson)
    );
}

#[test]
fn reading_twice_equals_reading_once() {
    let mut desk = Desk::with_samples();
    let before = desk.export(Export::WordsJson);
    desk.read(2, "乙.txt", MARKDOWN.as_bytes());
    assert_eq!(desk.export(Export::WordsJson), before);
}

#[test]
fn a_removed_document_leaves_no_trace() {
    let mut desk = Desk::with_samples();
    let before = desk.export(Export::WordsJson);
    desk.read(4, "丁.txt", "一条只在这里出现的石斑鱼。".as_bytes());
    assert_ne!(desk.export(Export::WordsJson), before);
    desk.ask(Request::Remove {
        document: DocumentId(4),
    });
    assert_eq!(desk.export(Export::WordsJson), before);
}

#[test]
fn filters_act_on_the_rows_and_not_on_the_base() {
    let mut desk = Desk::with_samples();
    desk.choose(|settings, _| {
        settings.shortest_chars = 1;
        settings.built_in_stop_words = false;
    });
    let all = desk.overview();
    assert_eq!(all.totals.kept_tokens, all.totals.tokens);
    assert_eq!(all.totals.kept_types, all.totals.types);
    desk.choose(|settings, project| {
        settings.parts_of_speech.toggle(PartOfSpeech::Verb);
        project.stop_words_added.push("市长".to_owned());
    });
    let some = desk.overview();
    assert_eq!(
        some.totals.tokens, all.totals.tokens,
        "the base of relative frequencies stays"
    );
    assert!(some.totals.kept_tokens < all.totals.kept_tokens);
    assert!(
        some.keywords
            .iter()
            .all(|row| row.word != "市长" && PartOfSpeech::of_tag(&row.tag) != PartOfSpeech::Verb)
    );
    assert!(
        some.keywords
            .iter()
            .all(|row| row.word.chars().count() >= 2)
    );
}

#[test]
fn articles_left_out_are_not_counted() {
    let mut desk = Desk::with_samples();
    let Reply::Read(view) = desk.read(1, "甲.txt", WRAPPED.as_bytes()) else {
        panic!("not read")
    };
    let article = view.articles[0].key.clone();
    let all = desk.overview();
    desk.choose(|_, project| {
        project.articles_left_out = vec![article.clone()];
    });
    let some = desk.overview();
    assert_eq!(some.totals.articles, all.totals.articles - 1);
    assert!(some.totals.tokens < all.totals.tokens);
}

#[test]
fn headlines_and_body_sum_to_the_whole() {
    let mut desk = Desk::with_samples();
    let all = desk.overview().totals;
    let of = |desk: &mut Desk, is_counted: &dyn Fn(Part) -> bool| {
        desk.choose(|settings, _| {
            for part in Part::ALL {
                settings.parts.set(part, is_counted(part));
            }
        });
        desk.overview().totals
    };
    let is_headline = |part| {
        matches!(
            part,
            Part::MainHeadline | Part::OtherHeadlines | Part::Crosshead
        )
    };
    let headlines = of(&mut desk, &is_headline);
    let body = of(&mut desk, &|part| matches!(part, Part::Lead | Part::Body));
    assert!(headlines.tokens > 0);
    assert_eq!(headlines.tokens + body.tokens, all.tokens);
    assert_eq!(headlines.characters + body.characters, all.characters);
}

#[test]
fn datelines_and_bylines_are_no_tokens() {
    let mut desk = Desk::new();
    let text = "　　本报讯 记者在现场看到，水稻长势良好。（温若岚）\n";
    desk.read(1, "a.txt", text.as_bytes());
    desk.choose(|settings, _| {
        settings.shortest_chars = 1;
        settings.built_in_stop_words = false;
    });
    let words: Vec<String> = desk
        .overview()
        .keywords
        .into_iter()
        .map(|row| row.word)
        .collect();
    for absent in ["本报讯", "本报", "讯", "温若岚", "温", "若岚"] {
        assert!(
            !words.iter().any(|word| word == absent),
            "{absent} in {words:?}"
        );
    }
    assert!(words.iter().any(|word| word == "水稻"), "{words:?}");
}

#[test]
fn a_word_has_as_many_lines_as_its_count_and_each_leads_to_the_source() {
    let mut desk = Desk::with_samples();
    for row in desk.overview().keywords.iter().take(60) {
        let request = ViewRequest::Lines {
            word: row.word.clone(),
            first_row: 0,
            rows: 1000,
        };
        let Reply::Lines(lines) = desk.ask(Request::View(request)) else {
            panic!("not lines")
        };
        assert_eq!(lines.rows_total, row.count, "{}", row.word);
        for line in &lines.rows {
            let document = desk
                .engine
                .corpus()
                .document(line.article.document)
                .expect("document");
            let source: Vec<char> = document.source.text().chars().collect();
            let places = line.places.iter();
            let text: String = places
                .flat_map(|place| source[place.start as usize..place.end as usize].iter())
                .collect();
            assert_eq!(text, row.word);
            assert_eq!(line.word, row.word);
            let above = source[..line.places[0].start as usize]
                .iter()
                .filter(|c| **c == '\n')
                .count();
            assert_eq!(line.source_line as usize, above + 1);
        }
    }
}

#[test]
fn of_a_paragraph_without_end_the_beginning_is_sent() {
    let mut desk = Desk::new();
    let text = "水稻长势良好，".repeat(10_000);
    desk.read(1, "长.txt", text.as_bytes());
    let request = ViewRequest::Clean {
        document: DocumentId(1),
        first_unit: 0,
        units: 10,
    };
    let Reply::Clean(Some(view)) = desk.ask(Request::View(request)) else {
        panic!("not a clean page")
    };
    let [Shown::Text(beginning), Shown::Omitted(omitted)] = &view.units[0].shown[..] else {
        panic!("not a beginning and a number")
    };
    assert_eq!(
        beginning.chars().count() + *omitted as usize,
        text.chars().count()
    );
    assert!(text.starts_with(beginning.as_str()));
}

#[test]
fn windows_of_the_word_list_laid_side_by_side_are_the_list() {
    let mut desk = Desk::with_samples();
    for order in [
        WordOrder::Count,
        WordOrder::Word,
        WordOrder::Tag,
        WordOrder::Articles,
        WordOrder::Length,
    ] {
        let mut window = |first_row, rows| {
            let request = ViewRequest::Words {
                order,
                containing: String::new(),
                first_row,
                rows,
            };
            match desk.ask(Request::View(request)) {
                Reply::Words(view) => view,
                other => panic!("not words: {other:?}"),
            }
        };
        let whole = window(0, 1000);
        let parts: Vec<_> = (0..whole.rows_total.min(1000))
            .step_by(37)
            .flat_map(|row| window(row, 37).rows)
            .collect();
        assert_eq!(parts[..whole.rows.len()], whole.rows[..]);
    }
}

#[test]
fn a_wrapped_word_is_one_token() {
    let mut desk = Desk::new();
    let text = "　　市里召开会议，部署疫情防\n控工作，要求各地各部门把疫情\n防控作为当前头等大事来抓，把\n疫情防控各项措施落到实处去。\n";
    desk.read(1, "a.txt", text.as_bytes());
    let rows = desk.overview().keywords;
    let count = rows
        .iter()
        .find(|row| row.word == "疫情")
        .map(|row| row.count);
    assert_eq!(count, Some(3), "{rows:?}");
    assert!(
        !rows
            .iter()
            .any(|row| row.word == "情防" || row.word == "疫情防"),
        "{rows:?}"
    );
}

#[test]
fn a_stop_leaves_choices_and_files_to_take_away_their_answers() {
    let mut desk = Desk::with_samples();
    let settings = Settings {
        unknown_words: false,
        ..Settings::default()
    };
    let project = Project::default();
    let choose = desk.send(Request::Choose { settings, project }, None);
    let export = desk.send(Request::Export(Export::WordsCsv), None);
    for stop in [choose, export, JobId(0)] {
        desk.send(Request::Stop { stop }, None);
    }
    let replies = desk.finish();
    let answers = |job: JobId| {
        let of_job = replies.iter().filter(move |message| message.job == job);
        of_job.map(|message| &message.reply).collect::<Vec<_>>()
    };
    assert_eq!(answers(choose), [&Reply::Chosen]);
    assert!(
        matches!(answers(export)[..], [Reply::Export { .. }]),
        "the file is answered"
    );
    let tokens = desk.engine.corpus().documents().iter();
    let mut options = tokens.map(|document| &document.tokens.options);
    assert!(options.all(|options| *options == desk.engine.plan().token_options()));
}

#[test]
fn a_stopped_job_leaves_the_queue_and_the_others_go_on() {
    let mut desk = Desk::new();
    let long = "长句子没有尽头，".repeat(20_000);
    let stop = desk.send(
        read_request(1, "长.txt"),
        Some(Box::new(InMemory(long.into_bytes()))),
    );
    desk.send(
        read_request(2, "短.txt"),
        Some(Box::new(InMemory(ORDINARY.as_bytes().to_vec()))),
    );
    for _ in 0..4 {
        desk.engine.step();
    }
    desk.send(Request::Stop { stop }, None);
    let replies: Vec<Reply> = desk
        .finish()
        .into_iter()
        .map(|message| message.reply)
        .collect();
    assert_eq!(
        replies[0],
        Reply::Failed {
            document: DocumentId(1),
            error: DocumentError::Stopped
        }
    );
    assert_eq!(replies[1], Reply::Stopped { stopped: stop });
    assert!(
        matches!(&replies[2], Reply::Read(view) if view.id == DocumentId(2)),
        "{:?}",
        replies[2]
    );
    assert_eq!(replies.len(), 3);
}

#[test]
fn a_choice_replaced_while_segmenting_is_answered_and_the_last_one_holds() {
    let mut desk = Desk::with_samples();
    let before = desk.export(Export::WordsJson);
    let choose = |unknown_words| Request::Choose {
        settings: Settings {
            unknown_words,
            ..Settings::default()
        },
        project: Project::default(),
    };
    desk.send(choose(false), None);
    desk.engine.step();
    desk.send(choose(true), None);
    let replies = desk.finish();
    assert_eq!(
        replies
            .iter()
            .filter(|message| message.reply == Reply::Chosen)
            .count(),
        2
    );
    assert_eq!(desk.export(Export::WordsJson), before);
}

/// The document in work kept the way of segmenting it had begun with.
#[test]
fn a_choice_made_while_a_document_is_segmented_holds_for_it_too() {
    let long = WRAPPED.repeat(60);
    let choose = Request::Choose {
        settings: Settings {
            unknown_words: false,
            ..Settings::default()
        },
        project: Project::default(),
    };
    let mut late = Desk::new();
    late.send(
        read_request(1, "a.txt"),
        Some(Box::new(InMemory(long.clone().into_bytes()))),
    );
    let is_segmenting = |desk: &Desk| {
        desk.engine.progress().is_some_and(|message| {
            matches!(
                message.reply,
                Reply::Progress {
                    stage: Stage::Segment,
                    ..
                }
            )
        })
    };
    while !is_segmenting(&late) {
        assert!(late.engine.step());
    }
    late.engine.step();
    late.engine.step();
    assert!(is_segmenting(&late), "still in work");
    late.send(choose.clone(), None);
    late.finish();
    let mut early = Desk::new();
    early.ask(choose);
    early.read(1, "a.txt", long.as_bytes());
    assert_eq!(
        late.export(Export::WordsJson),
        early.export(Export::WordsJson)
    );
}

#[test]
fn a_file_to_take_away_waits_for_the_documents_before_it() {
    let mut desk = Desk::new();
    desk.send(
        read_request(1, "a.txt"),
        Some(Box::new(InMemory(WRAPPED.as_bytes().to_vec()))),
    );
    desk.send(Request::Export(Export::WordsJson), None);
    let replies = desk.finish();
    let Some(Reply::Export { bytes, .. }) = replies.last().map(|message| message.reply.clone())
    else {
        panic!("not an export: {replies:?}")
    };
    assert_eq!(
        String::from_utf8(bytes).expect("UTF-8"),
        desk.export(Export::WordsJson)
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Hostile characters, odd line ends, bad bytes: every document is read or refused, and the sums hold.
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(prop_oneof![
        Just("本报讯 ".as_bytes().to_vec()), Just("（高美）".as_bytes().to_vec()), Just(b"\n".to_vec()),
        Just(b"\r\n\n".to_vec()), Just(vec![0]), Just(vec![0xff]), Just("\u{202e}".as_bytes().to_vec()),
        Just("\u{200b}".as_bytes().to_vec()), Just(b"# **".to_vec()), Just("中文字，".as_bytes().to_vec()),
        Just("14+14 7月3日".as_bytes().to_vec()), Just(b"English text ".to_vec()), any::<u8>().prop_map(|byte| vec![byte]),
    ], 0..60).prop_map(|parts| parts.concat())) {
        let mut desk = Desk::new();
        desk.read(1, "a.txt", &bytes);
        desk.choose(|settings, _| { settings.shortest_chars = 1; settings.built_in_stop_words = false; });
        let overview = desk.overview();
        let counts: u32 = overview.keywords.iter().map(|row| row.count).sum();
        prop_assert_eq!(overview.totals.tokens, counts);
        desk.export(Export::PageJson(DocumentId(1)));
        let words = ViewRequest::Source { document: DocumentId(1), first_row: 0, rows: 1000 };
        desk.ask(Request::View(words));
        let clean = ViewRequest::Clean { document: DocumentId(1), first_unit: 0, units: 1000 };
        desk.ask(Request::View(clean));
    }
}
