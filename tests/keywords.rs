//! Keywords against those of jieba for Python: the texts and what it makes of them are in `tests/keywords`.

#![allow(clippy::expect_used)]

use std::path::{Path, PathBuf};

use cijing::measures::keywords::{
    Idf, KEYWORDS, Weighted, WordTally, heaviest_first, is_candidate, text_rank, tf_idf,
};
use cijing::words::segment::Segmenter;
use serde::Deserialize;

#[derive(Deserialize)]
struct Expected {
    name: String,
    cut: Vec<String>,
    tf_idf: Vec<(String, f64)>,
    tagged: Vec<(String, String)>,
    text_rank: Vec<(String, f64)>,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/keywords")
}

fn expected() -> Vec<Expected> {
    let json = std::fs::read_to_string(folder().join("expected.json")).expect("expected.json");
    let rows: Vec<Expected> = serde_json::from_str(&json).expect("rows");
    assert!(rows.len() >= 20);
    rows
}

fn text(name: &str) -> String {
    std::fs::read_to_string(folder().join("texts").join(name)).expect("text")
}

fn assert_same(name: &str, found: &[Weighted<&str>], expected: &[(String, f64)]) {
    assert_eq!(expected.len(), found.len().min(KEYWORDS), "{name}");
    for (place, (found, (word, weight))) in found.iter().zip(expected).enumerate() {
        assert!(
            found.word == word && (found.weight - weight).abs() < 1e-9,
            "{name}, {place}: {found:?} for {word} {weight}"
        );
    }
}

/// From text to list: jieba's own cutting, its table and its order of equal weights.
#[test]
fn tf_idf_is_that_of_python() {
    let segmenter = Segmenter::new();
    let packed = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/idf.bin");
    let idf = Idf::from_bytes(&std::fs::read(packed).expect("idf.bin")).expect("the list");
    for row in expected() {
        let text = text(&row.name);
        let mut tally = WordTally::default();
        for word in segmenter
            .plain_words(&text)
            .into_iter()
            .filter(|word| is_candidate(word))
        {
            tally.add(word);
        }
        let mut found = tf_idf(tally.counts(), |word| {
            idf.get(word).unwrap_or_else(|| idf.median())
        });
        heaviest_first(&mut found);
        assert_same(&row.name, &found, &row.tf_idf);
    }
}

/// Token by token.
#[test]
fn the_cutting_is_that_of_python() {
    let segmenter = Segmenter::new();
    for row in expected() {
        let text = text(&row.name);
        let found = segmenter.plain_words(&text);
        assert_eq!(found, row.cut, "{}", row.name);
    }
}

/// On the words and tags of Python, for ours are other ones.
#[test]
fn text_rank_is_that_of_python() {
    for row in expected() {
        let tokens: Vec<(&str, &str)> = (row.tagged.iter())
            .map(|(word, tag)| (word.as_str(), tag.as_str()))
            .collect();
        assert_same(&row.name, &text_rank(&tokens), &row.text_rank);
    }
}

/// Rarer Han characters, codes with signs in them, blanks: what jieba for Python makes of each.
#[test]
fn odd_characters_are_cut_as_by_python() {
    let segmenter = Segmenter::new();
    let json = std::fs::read_to_string(folder().join("odd.json")).expect("odd.json");
    let rows: Vec<(String, Vec<String>)> = serde_json::from_str(&json).expect("rows");
    for (text, expected) in rows {
        assert_eq!(segmenter.plain_words(&text), expected, "{text}");
    }
}
