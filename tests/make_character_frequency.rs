//! Writes `src/text/decode/character_frequency.txt`, the table by which the encoding of a file is found.
//!
//! Run it when the dictionary of jieba-rs changes, then look at the difference and commit it:
//!
//! ```text
//! cargo test --no-default-features --test make_character_frequency -- --ignored
//! ```
//!
//! The counts are those of the dictionary that jieba-rs carries (MIT): a character's count is the sum of the counts of
//! the words it stands in. The traditional forms come from converting every word with the OpenCC dictionaries that
//! ferrous-opencc carries (Apache-2.0), to Taiwan's and to Hong Kong's forms.

#![allow(
    clippy::expect_used,
    reason = "a generator: what it lacks, it says, and stops"
)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use ferrous_opencc::{OpenCC, config::BuiltinConfig};

/// How many characters the table holds.
const CHARACTERS: usize = 6_000;

const HEAD: &str = "\
# How rare each common character is in Chinese text, simplified and traditional: half bits of information, then the
# characters. 人 at 13 half bits makes up one character in 2^6.5.
# Written by tests/make_character_frequency.rs from the word counts of jieba-rs (MIT) and the conversion dictionaries of
# OpenCC as carried by ferrous-opencc (Apache-2.0). Not edited by hand.
";

/// The dictionary's place, as Cargo knows it: jieba-rs does not hand out its words.
fn dictionary_path() -> PathBuf {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--offline"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo metadata runs");
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let packages = metadata["packages"].as_array().expect("packages");
    let jieba = packages
        .iter()
        .find(|package| package["name"] == "jieba-rs")
        .expect("jieba-rs is a dependency");
    let manifest = Path::new(jieba["manifest_path"].as_str().expect("a path"));
    manifest.with_file_name("src").join("data/dict.txt")
}

/// Every word of the dictionary with its count.
fn words(dictionary: &str) -> impl Iterator<Item = (&str, u64)> {
    dictionary.lines().filter_map(|line| {
        let mut fields = line.split(' ');
        Some((fields.next()?, fields.next()?.parse().ok()?))
    })
}

/// How often each Han character occurs when every word is spelled by `spell`.
fn count(dictionary: &str, spell: impl Fn(&str) -> String) -> BTreeMap<char, u64> {
    let mut counts = BTreeMap::new();
    for (word, occurrences) in words(dictionary) {
        for character in spell(word).chars() {
            if ('\u{4e00}'..='\u{9fff}').contains(&character) || character == '〇' {
                *counts.entry(character).or_default() += occurrences;
            }
        }
    }
    counts
}

/// The table's text, rarest characters last.
fn table(counts: &BTreeMap<char, u64>, total: u64) -> String {
    let mut ranked: Vec<(char, u64)> = counts.iter().map(|(&key, &value)| (key, value)).collect();
    ranked.sort_by_key(|&(character, occurrences)| (std::cmp::Reverse(occurrences), character));
    let mut lines: BTreeMap<u32, String> = BTreeMap::new();
    for &(character, occurrences) in ranked.iter().take(CHARACTERS) {
        let occurrences = u128::from(occurrences.max(1));
        // Twice the logarithm is the logarithm of the square: whole numbers need no floating point.
        let half_bits = (u128::from(total).pow(2) / occurrences.pow(2)).ilog2();
        lines.entry(half_bits).or_default().push(character);
    }
    let mut text = HEAD.to_owned();
    for (half_bits, characters) in lines {
        text.push_str(&format!("{half_bits}\t{characters}\n"));
    }
    text
}

#[test]
#[ignore = "writes a source file; run it when the dictionary changes"]
fn write_character_frequency() {
    let dictionary = std::fs::read_to_string(dictionary_path()).expect("the dictionary");
    let mut counts = count(&dictionary, str::to_owned);
    let total = counts.values().sum();
    for forms in [BuiltinConfig::S2tw, BuiltinConfig::S2hk] {
        let converter = OpenCC::from_config(forms).expect("a built-in conversion");
        for (character, occurrences) in count(&dictionary, |word| converter.convert(word)) {
            let entry = counts.entry(character).or_default();
            *entry = occurrences.max(*entry);
        }
    }
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("src/text/decode/character_frequency.txt");
    std::fs::write(path, table(&counts, total)).expect("the table is written");
}
