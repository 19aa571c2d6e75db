//! How long the measures take on a corpus of 10 MB and more than 3,000 articles, once it is segmented: word list with
//! dispersion, keyness of two newspapers, collocates of a common word, n-grams, a concordance of many lines.

use std::time::{Duration, Instant};

use cijing::engine::Engine;
use cijing::engine::bytes::ByteSource;
use cijing::engine::choices::{Project, Settings};
use cijing::engine::protocol::{JobId, Request, ToWorker, ViewRequest};
use cijing::engine::query::{Answer, Measure, Query, Reference};
use cijing::measures::options::{ItemKind, KeywordMethod};
use cijing::report::answers::Item;
use cijing::report::answers::group::{CorpusGroup, Selection};
use cijing::report::answers::search::{LineOrder, LinesWanted, Searched};
use cijing::report::answers::trend::TrendBy;
use cijing::report::metadata::{Condition, Filter, GroupKey};
use cijing::report::views::DocumentId;

#[path = "support/corpus.rs"]
mod corpus;
#[path = "support/generator.rs"]
mod generator;

const ARTICLES: usize = 3_200;
const ARTICLES_OF_A_FILE: usize = 100;
const SEED: u64 = 5;

fn main() {
    if std::env::args().any(|argument| argument == "--list") {
        return;
    }
    let mut engine = Engine::new();
    let mut job = 0;
    let files = corpus::files(ARTICLES, ARTICLES_OF_A_FILE, SEED);
    let bytes: usize = files.iter().map(|(_, text)| text.len()).sum();
    let choose = Request::Choose {
        settings: Settings::default(),
        project: Project {
            corpus_groups: ["江城日报", "江城晚报"].map(group_of).to_vec(),
            ..Project::default()
        },
    };
    send(&mut engine, &mut job, choose, None);
    let begun = Instant::now();
    for (number, (name, text)) in (1..).zip(files) {
        let read = Request::Read {
            document: DocumentId(number),
            name,
            encoding: None,
        };
        send(
            &mut engine,
            &mut job,
            read,
            Some(Box::new(cijing::engine::bytes::InMemory(text.into_bytes()))),
        );
    }
    let overview = Request::View(ViewRequest::Overview { keywords: 20 });
    send(&mut engine, &mut job, overview, None);
    println!(
        "{bytes} bytes read and segmented in {:.0} ms",
        millis(begun.elapsed())
    );
    for (what, query) in queries() {
        let begun = Instant::now();
        let first = engine.ask(&query);
        let whole = begun.elapsed();
        let begun = Instant::now();
        engine.ask(&query);
        println!(
            "{what:<28} {:>7.0} ms, again {:>5.1} ms, {} rows",
            millis(whole),
            millis(begun.elapsed()),
            rows(&first)
        );
    }
}

fn group_of(newspaper: &str) -> CorpusGroup {
    CorpusGroup {
        name: newspaper.to_owned(),
        metadata: Filter {
            conditions: vec![Condition {
                key: GroupKey::Newspaper,
                value: newspaper.to_owned(),
            }],
        },
        ..CorpusGroup::default()
    }
}

fn queries() -> Vec<(&'static str, Query)> {
    let group = |name: &str| Selection::Group(name.to_owned());
    let word = |word: &str| Item::Word(word.to_owned());
    let measures = [
        (
            "word list with dispersion",
            Measure::Items {
                of: Selection::All,
                items: ItemKind::Words,
            },
        ),
        (
            "keyness",
            Measure::Keyness {
                target: group("江城日报"),
                reference: Reference::Selection(group("江城晚报")),
                items: ItemKind::Words,
            },
        ),
        (
            "collocates of 启动",
            Measure::Collocates {
                node: Searched::Item(word("启动")),
                of: Selection::All,
            },
        ),
        (
            "n-grams",
            Measure::Ngrams {
                of: Selection::All,
                with: String::new(),
            },
        ),
        (
            "keywords, own frequencies",
            Measure::Keywords {
                of: Selection::All,
                article: None,
                method: KeywordMethod::TfIdfOfCorpus,
            },
        ),
        (
            "TextRank",
            Measure::Keywords {
                of: Selection::All,
                article: None,
                method: KeywordMethod::TextRank,
            },
        ),
        (
            "trend by month",
            Measure::Trend {
                items: vec![word("启动"), word("学校")],
                of: Selection::All,
                by: TrendBy::Month,
            },
        ),
        (
            "texts",
            Measure::Texts {
                of: vec![Selection::All, group("江城日报")],
            },
        ),
        (
            "texts of articles",
            Measure::TextsOfArticles { of: Selection::All },
        ),
    ];
    let mut queries: Vec<(&str, Query)> = measures
        .into_iter()
        .map(|(what, measure)| {
            let query = Query::Table {
                measure,
                order: None,
                containing: String::new(),
                first_row: 0,
                rows: 200,
            };
            (what, query)
        })
        .collect();
    for (what, searched, order) in [
        (
            "concordance of 启动",
            Searched::Item(word("启动")),
            Vec::new(),
        ),
        (
            "the same by R1",
            Searched::Item(word("启动")),
            vec![LineOrder::Right(1)],
        ),
        ("string 的", Searched::String("的".to_owned()), Vec::new()),
        (
            "regex 老[^，。]{2}区",
            Searched::Regex("老[^，。]{2}区".to_owned()),
            Vec::new(),
        ),
        (
            "wildcard *区",
            Searched::Wildcard("*区".to_owned()),
            vec![LineOrder::Pinyin],
        ),
    ] {
        let wanted = LinesWanted {
            order,
            ..LinesWanted::default()
        };
        let query = Query::Concordance {
            searched,
            of: Selection::All,
            wanted,
            first_row: 0,
            rows: 200,
        };
        queries.push((what, query));
    }
    queries
}

fn rows(answer: &Answer) -> u32 {
    match answer {
        Answer::Table(table) => table.rows_total,
        Answer::Concordance(lines) => lines.rows_total,
        _ => 0,
    }
}

fn send(
    engine: &mut Engine,
    job: &mut u64,
    request: Request,
    content: Option<Box<dyn ByteSource>>,
) {
    *job += 1;
    let message = ToWorker {
        job: JobId(*job),
        request,
    };
    engine.handle(message, content);
    while engine.step() {}
    engine.take_replies();
}

fn millis(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1e3
}
