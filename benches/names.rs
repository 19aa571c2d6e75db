//! How fast names are found: in one document after another, put together, and looked up in the text again. The text is
//! made from a seed, or read from the files given: a paragraph a line, an empty line between documents.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::time::{Duration, Instant};

use cijing::words::names::{DocumentNames, Mention, NameIndex, find};
use cijing::words::passage::{Passage, PassagePart};
use cijing::words::segment::{SegmentOptions, Segmenter};

#[path = "support/generator.rs"]
mod generator;

const TEXT_BYTES: usize = 4 << 20;
/// How much text is a document, at least.
const DOCUMENT_BYTES: usize = 128 * 1024;
const SEED: u64 = 4;
const ROUNDS: usize = 5;

fn main() {
    if std::env::args().any(|argument| argument == "--list") {
        return;
    }
    let segmenter = Segmenter::new();
    let files: Vec<String> = std::env::args()
        .skip(1)
        .filter(|argument| !argument.starts_with("--"))
        .collect();
    if files.is_empty() {
        let text = generator::Generator::new(SEED, "").text(TEXT_BYTES);
        measure("generated", &text, &segmenter);
    }
    for file in files {
        match std::fs::read_to_string(&file) {
            Ok(text) => measure(&file, &text, &segmenter),
            Err(error) => println!("{file}: {error}"),
        }
    }
}

fn measure(title: &str, text: &str, segmenter: &Segmenter) {
    let documents = documents(text);
    let bytes = text.len();
    let mut tokens = Vec::new();
    let segmenting = fastest(|| {
        for passage in documents.iter().flatten() {
            tokens.clear();
            let options = SegmentOptions {
                unknown_words: false,
            };
            segmenter.segment(&passage.text, options, &mut tokens);
        }
    });
    let mut names: Vec<DocumentNames> = Vec::new();
    let finding = fastest(|| {
        names = documents
            .iter()
            .map(|passages| find(passages, Some("无锡"), segmenter))
            .collect();
    });
    let mut index = NameIndex::default();
    let joining = fastest(|| index = NameIndex::new(names.iter(), &[], segmenter));
    let mut mentions: Vec<Vec<Mention>> = Vec::new();
    let looking_up = fastest(|| {
        mentions = names
            .iter()
            .zip(&documents)
            .map(|(names, passages)| index.mentions(names, passages))
            .collect();
    });
    let rows = [
        ("cut into words", segmenting),
        ("names found", finding),
        ("put together", joining),
        ("looked up", looking_up),
    ];
    println!("{title}: {bytes} bytes, {} documents", documents.len());
    for (what, time) in rows {
        let speed = bytes as f64 / 1e6 / time.as_secs_f64();
        println!(
            "  {what}: {:.1} ms, {speed:.1} MB/s",
            time.as_secs_f64() * 1e3
        );
    }
    println!(
        "  what was found: {:016x}",
        fingerprint(&names, &index, &mentions)
    );
}

/// A number that changes where a result does.
fn fingerprint(names: &[DocumentNames], index: &NameIndex, mentions: &[Vec<Mention>]) -> u64 {
    let mut hasher = DefaultHasher::new();
    for names in names {
        names.posts().hash(&mut hasher);
        names.lists().hash(&mut hasher);
    }
    for mention in mentions.iter().flatten() {
        mention.hash(&mut hasher);
        index
            .evidence(mention.kind, &mention.name)
            .hash(&mut hasher);
    }
    index.listed().hash(&mut hasher);
    hasher.finish()
}

/// The documents of a text.
fn documents(text: &str) -> Vec<Vec<Passage>> {
    let mut documents: Vec<Vec<Passage>> = Vec::new();
    let mut bytes = DOCUMENT_BYTES;
    for line in text.lines() {
        if line.is_empty() && bytes >= DOCUMENT_BYTES {
            bytes = 0;
            documents.push(Vec::new());
        }
        if documents.is_empty() {
            bytes = 0;
            documents.push(Vec::new());
        }
        let Some(document) = documents.last_mut().filter(|_| !line.is_empty()) else {
            continue;
        };
        bytes += line.len();
        document.push(Passage {
            unit: u32::try_from(document.len()).unwrap_or(u32::MAX),
            article: 0,
            part: PassagePart::Paragraph,
            text: line.to_owned(),
            dateline_bytes: 0,
            reporters: Vec::new(),
        });
    }
    documents
}

/// How long work takes: the shortest of some times.
fn fastest(mut work: impl FnMut()) -> Duration {
    let times = (0..ROUNDS).map(|_| {
        let (begun, busy_before) = (Instant::now(), busy());
        work();
        match (busy_before, busy()) {
            (Some(before), Some(after)) => after - before,
            _ => begun.elapsed(),
        }
    });
    times.min().unwrap_or_default()
}

/// How long this process has kept a processor busy, where the system says so.
fn busy() -> Option<Duration> {
    std::thread::yield_now();
    let told = std::fs::read_to_string("/proc/self/schedstat").ok()?;
    let nanoseconds = told.split_whitespace().next()?.parse().ok()?;
    Some(Duration::from_nanos(nanoseconds))
}
