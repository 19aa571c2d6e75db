//! How long reading a newspaper page takes, beside segmenting it: reading shall take no longer, and grow with the
//! text as a straight line does.

use std::hint::black_box;
use std::time::Duration;

use cijing::text::page::{self, model::Page};
use cijing::text::source::Source;
use cijing::words::segment::{SegmentOptions, Segmenter, Token};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

#[path = "support/generator.rs"]
mod generator;

const SEED: u64 = 3;
/// How many Han characters a column is wide.
const COLUMN: usize = 16;
/// Prose that makes the text more varied, if the repository has it.
const PROSE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/prose.txt");

fn reading(criterion: &mut Criterion) {
    let prose = std::fs::read_to_string(PROSE).unwrap_or_default();
    let segmenter = Segmenter::new();
    let mut group = criterion.benchmark_group("newspaper pages");
    group.sample_size(10);
    group.measurement_time(Duration::from_secs(5));
    for megabytes in [1, 2, 4, 8] {
        let text = generator::Generator::new(SEED, &prose).text(megabytes << 20);
        let source = Source::new(set_in_columns(&text));
        let page = page::read(&source, &segmenter);
        group.throughput(Throughput::Bytes(source.text().len() as u64));
        group.bench_function(BenchmarkId::new("read", megabytes), |bencher| {
            bencher.iter(|| black_box(page::read(&source, &segmenter)));
        });
        group.bench_function(BenchmarkId::new("segment", megabytes), |bencher| {
            bencher.iter(|| black_box(segment(&segmenter, &source, &page)));
        });
    }
    group.finish();
}

/// The text as a newspaper's columns have it: hard-wrapped, each paragraph indented, a report every few paragraphs.
fn set_in_columns(text: &str) -> String {
    let mut set = String::with_capacity(text.len() * 9 / 8);
    for (number, paragraph) in text.lines().filter(|line| !line.is_empty()).enumerate() {
        let is_report = number % 8 == 1 && paragraph.chars().count() > COLUMN;
        let opening = if is_report { "　　本报讯 " } else { "" };
        let characters: Vec<char> = opening.chars().chain(paragraph.chars()).collect();
        for line in characters.chunks(COLUMN) {
            set.extend(line);
            set.push('\n');
        }
    }
    set
}

fn segment(segmenter: &Segmenter, source: &Source, page: &Page) -> usize {
    let options = SegmentOptions {
        unknown_words: true,
    };
    let (mut text, mut tokens, mut sum) = (String::new(), Vec::<Token>::new(), 0);
    let paragraphs = page.articles.iter().flat_map(|article| &article.paragraphs);
    for paragraph in paragraphs {
        text.clear();
        tokens.clear();
        paragraph.printed.write_to(source, &mut text);
        segmenter.segment(&text, options, &mut tokens);
        sum += tokens.len();
    }
    sum
}

criterion_group!(benches, reading);
criterion_main!(benches);
