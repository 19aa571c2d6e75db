//! How soon the counts follow a change of the lexicon: a word is added that stands in so many of the paragraphs of 10 MB,
//! in one file and in many; and how long it takes to import 100,000 words, and to use them.

use std::time::{Duration, Instant};

use cijing::engine::Engine;
use cijing::engine::bytes::{ByteSource, InMemory};
use cijing::engine::choices::{Project, Settings};
use cijing::engine::protocol::{JobId, Reply, Request, ToWorker, ViewRequest};
use cijing::engine::query::Query;
use cijing::report::views::DocumentId;
use cijing::words::lexicon::{LexiconEntry, LexiconRule};

#[path = "support/generator.rs"]
mod generator;

const TEXT_BYTES: usize = 10 << 20;
const SEED: u64 = 4;
const ROUNDS: usize = 5;
/// The word that is added.
const WORD: &str = "网格微哨";

fn main() {
    if std::env::args().any(|argument| argument == "--list") {
        return;
    }
    for files in [1, 200] {
        for percent in [1, 5] {
            let mut desk = Desk::new();
            let text = text(percent);
            let paragraphs = text.lines().filter(|line| !line.is_empty()).count();
            for (number, part) in (0..).zip(parts(&text, files)) {
                desk.read(number, part);
            }
            let mut times: Vec<(Duration, Duration)> =
                (0..ROUNDS).map(|_| desk.add_word()).collect();
            times.sort();
            let (all, longest_step) = times[ROUNDS / 2];
            println!(
                "{files} files, {paragraphs} paragraphs, a word in {percent} % of them: new counts after {} ms, longest step {} ms",
                all.as_millis(),
                longest_step.as_millis()
            );
        }
    }
    import();
}

/// How long this process has kept a processor busy, where the system says so: on a machine that does other work too, time
/// by the clock says little.
fn busy() -> Option<Duration> {
    std::thread::yield_now();
    let told = std::fs::read_to_string("/proc/self/schedstat").ok()?;
    let nanoseconds = told.split_whitespace().next()?.parse().ok()?;
    Some(Duration::from_nanos(nanoseconds))
}

/// Text of which so many paragraphs hold the word.
fn text(percent: usize) -> String {
    let mut text = String::with_capacity(TEXT_BYTES * 11 / 10);
    let made = generator::Generator::new(SEED, "").text(TEXT_BYTES);
    for (number, line) in made.lines().enumerate() {
        let holds = number * percent % 100 < percent;
        match line.find('，').filter(|_| holds) {
            Some(place) => {
                text.push_str(&line[..place]);
                text.push_str("，当地还设立了");
                text.push_str(WORD);
                text.push_str(&line[place..]);
            }
            None => text.push_str(line),
        }
        text.push('\n');
    }
    text
}

/// The text in so many parts, cut between pages.
fn parts(text: &str, count: usize) -> Vec<String> {
    let pages: Vec<&str> = text.split("\n\n").collect();
    let a_part = pages.len().div_ceil(count);
    pages
        .chunks(a_part)
        .map(|pages| pages.join("\n\n"))
        .collect()
}

struct Desk {
    engine: Engine,
    longest_step: Duration,
}

impl Desk {
    fn new() -> Self {
        Self {
            engine: Engine::new(),
            longest_step: Duration::ZERO,
        }
    }

    fn ask(&mut self, request: Request, content: Option<Box<dyn ByteSource>>) -> Vec<Reply> {
        let mut timed = |work: &mut dyn FnMut()| {
            let start = Instant::now();
            work();
            self.longest_step = self.longest_step.max(start.elapsed());
        };
        let mut message = Some((
            ToWorker {
                job: JobId(1),
                request,
            },
            content,
        ));
        let engine = &mut self.engine;
        timed(&mut || {
            if let Some((message, content)) = message.take() {
                engine.handle(message, content);
            }
        });
        let mut goes_on = true;
        while goes_on {
            timed(&mut || goes_on = engine.step());
        }
        let replies = engine.take_replies();
        replies.into_iter().map(|message| message.reply).collect()
    }

    fn read(&mut self, number: u32, text: String) {
        let request = Request::Read {
            document: DocumentId(number),
            name: format!("{number:04}.txt"),
            encoding: None,
        };
        self.ask(request, Some(Box::new(InMemory(text.into_bytes()))));
    }

    fn choose(&mut self, project: Project) {
        let settings = Settings::default();
        self.ask(Request::Choose { settings, project }, None);
    }

    /// Adds the word and asks for the overview; takes the word out again.
    fn add_word(&mut self) -> (Duration, Duration) {
        self.choose(Project::default());
        self.overview();
        let query = Query::Effect {
            entries: with_word().lexicon,
        };
        let start = Instant::now();
        self.ask(Request::View(ViewRequest::Query(query)), None);
        let effect = start.elapsed();
        self.longest_step = Duration::ZERO;
        let (start, busy_before) = (Instant::now(), busy());
        self.choose(with_word());
        let chosen = start.elapsed();
        self.overview();
        let all = busy()
            .zip(busy_before)
            .map_or(start.elapsed(), |(now, before)| now - before);
        if std::env::var_os("PARTS").is_some() {
            println!(
                "  effect told after {effect:?}; chosen after {chosen:?}, counted after {all:?}"
            );
        }
        (all, self.longest_step)
    }

    fn overview(&mut self) {
        self.ask(Request::View(ViewRequest::Overview { keywords: 100 }), None);
    }
}

fn with_word() -> Project {
    Project {
        lexicon: vec![LexiconEntry {
            word: WORD.to_owned(),
            rule: LexiconRule::Whole { always: false },
            tag: String::new(),
        }],
        ..Project::default()
    }
}

/// Imports 100,000 words and uses them on 10 MB.
fn import() {
    let mut desk = Desk::new();
    desk.read(0, text(5));
    let han = |number: u32| char::from_u32(0x4E00 + number % 6_000).unwrap_or('一');
    let mut lines = String::new();
    for number in 0..100_000_u32 {
        let word = [
            han(number),
            han(number / 7 + 13),
            han(number / 3 + 5),
            han(number % 89),
        ];
        lines.extend(word.iter().take(2 + number as usize % 3));
        lines.push_str(" 3 n\n");
    }
    let start = Instant::now();
    let replies = desk.ask(
        Request::ImportWords {
            name: "词表.txt".to_owned(),
            bytes: lines.into_bytes(),
        },
        None,
    );
    println!(
        "100,000 lines imported in {} ms",
        start.elapsed().as_millis()
    );
    let Some(Reply::ImportedWords(words)) = replies.into_iter().last() else {
        return;
    };
    let project = Project {
        dictionaries: vec![words.dictionary.clone()],
        ..Project::default()
    };
    desk.longest_step = Duration::ZERO;
    let start = Instant::now();
    desk.choose(project.clone());
    desk.overview();
    println!(
        "{} words in use on 10 MB after {} ms, longest step {} ms",
        words.dictionary.words,
        start.elapsed().as_millis(),
        desk.longest_step.as_millis()
    );
    for round in ["first", "again"] {
        let start = Instant::now();
        let query = Query::Lexicon {
            containing: String::new(),
            first_row: 0,
            rows: 100,
        };
        desk.ask(Request::View(ViewRequest::Query(query)), None);
        println!(
            "what they did is told after {} ms ({round})",
            start.elapsed().as_millis()
        );
    }
    let start = Instant::now();
    desk.choose(Project {
        lexicon: with_word().lexicon,
        ..project
    });
    desk.overview();
    println!(
        "a word more beside them: new counts after {} ms",
        start.elapsed().as_millis()
    );
}
