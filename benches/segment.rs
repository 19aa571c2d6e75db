//! How fast text becomes tokens and counts on this machine, beside jieba alone on the same text.

use std::hint::black_box;
use std::time::Duration;

use cijing::measures::frequency::PartCounter;
use cijing::words::segment::{SegmentOptions, Segmenter, Token, TokenKind};
use cijing::words::vocabulary::Vocabulary;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use jieba_rs::Jieba;

#[path = "support/generator.rs"]
mod generator;

const TEXT_BYTES: usize = 10 << 20;
const SEED: u64 = 2;

/// Prose that makes the text more varied, if the repository has it.
const PROSE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/prose.txt");

fn segmentation(criterion: &mut Criterion) {
    let prose = std::fs::read_to_string(PROSE).unwrap_or_default();
    let text = generator::Generator::new(SEED, &prose).text(TEXT_BYTES);
    let options = SegmentOptions {
        unknown_words: true,
    };
    let jieba = Jieba::new();
    let segmenter = Segmenter::new();

    let mut group = criterion.benchmark_group("10 MB, paragraph by paragraph");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.sample_size(10);
    group.measurement_time(Duration::from_secs(15));
    group.bench_function("jieba alone", |bencher| {
        bencher.iter(|| {
            for paragraph in text.lines() {
                black_box(jieba.cut(paragraph, true));
            }
        });
    });
    let mut tokens = Vec::new();
    group.bench_function("tokens", |bencher| {
        bencher.iter(|| {
            for paragraph in text.lines() {
                tokens.clear();
                segmenter.segment(paragraph, options, &mut tokens);
                black_box(&tokens);
            }
        });
    });
    group.bench_function("tokens and counts", |bencher| {
        bencher.iter(|| black_box(count(&segmenter, &text, options, &mut tokens)));
    });
    group.finish();
}

fn count(
    segmenter: &Segmenter,
    text: &str,
    options: SegmentOptions,
    tokens: &mut Vec<Token>,
) -> usize {
    let mut vocabulary = Vocabulary::new();
    let mut counter = PartCounter::new();
    for paragraph in text.lines() {
        tokens.clear();
        segmenter.segment(paragraph, options, tokens);
        counter.add_paragraph_text(paragraph);
        let mut start = 0;
        for token in tokens.iter() {
            let end = start + token.len_bytes as usize;
            if matches!(token.kind, TokenKind::Word | TokenKind::Number) {
                counter.add(vocabulary.intern(&paragraph[start..end], token.kind));
            }
            start = end;
        }
    }
    counter.finish().terms.len()
}

criterion_group!(benches, segmentation);
criterion_main!(benches);
