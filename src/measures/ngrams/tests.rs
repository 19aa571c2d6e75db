//! Tests of n-grams.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::*;

fn wanted(shortest: usize, longest: usize, least_count: u32) -> Wanted {
    Wanted {
        shortest,
        longest,
        least_count,
        least_articles: 1,
        longest_only: false,
        frames: false,
    }
}

/// Letters are units, `|` a break, `/` a break with which an article begins.
fn units(text: &str) -> Units {
    let mut all = Units {
        articles: vec![0],
        ..Units::default()
    };
    for letter in text.chars() {
        match letter {
            '|' => all.units.push(BREAK),
            '/' => {
                all.units.push(BREAK);
                all.articles.push(small(all.units.len()));
            }
            _ => all.units.push(u32::from(letter)),
        }
    }
    all
}

fn found(text: &str, wanted: Wanted) -> Found {
    let mut ngrams = Ngrams::new(units(text), wanted);
    while !ngrams.step() {}
    ngrams.finish().0
}

fn spelled(text: &str, first: u32, length: u8) -> String {
    let from = text.chars().skip(first as usize);
    from.take(usize::from(length)).collect()
}

fn counts(text: &str, wanted: Wanted) -> Vec<(String, u32, u32)> {
    let found = found(text, wanted).ngrams.into_iter();
    found
        .map(|one| {
            (
                spelled(text, one.first, one.length),
                one.count,
                one.articles,
            )
        })
        .collect()
}

#[test]
fn sequences_end_at_breaks() {
    let text = "abab|ab/bab";
    let expected = [("ab", 4, 2), ("ba", 2, 2), ("bab", 2, 2)];
    let expected: Vec<_> = expected
        .map(|(text, count, articles)| (text.to_owned(), count, articles))
        .to_vec();
    assert_eq!(counts(text, wanted(2, 4, 2)), expected);
    let two = Wanted {
        least_articles: 2,
        ..wanted(1, 1, 1)
    };
    assert_eq!(counts("ab/bc", two), [("b".to_owned(), 2, 2)]);
    assert_eq!(found("ab/bc", two).in_too_few_articles, 2);
    assert_eq!(counts("", wanted(2, 8, 2)), []);
}

#[test]
fn what_occurs_only_in_a_longer_one_is_left_out() {
    let only = Wanted {
        longest_only: true,
        ..wanted(2, 3, 2)
    };
    let text = "abc|abc|ab";
    assert_eq!(
        counts(text, only),
        [("ab".to_owned(), 3, 1), ("abc".to_owned(), 2, 1)]
    );
    assert_eq!(found(text, only).inside_longer, 1);
}

#[test]
fn frames_have_fillers() {
    let framed = Wanted {
        frames: true,
        ..wanted(2, 3, 3)
    };
    let text = "axb|axb|ayb|azb|a|b|cxd|cxd|cxd";
    let found = found(text, framed);
    assert_eq!(found.ngrams, []);
    let [frame] = &found.frames[..] else {
        panic!("{found:?}");
    };
    assert_eq!((frame.first, frame.length, frame.open), (0, 3, 1));
    assert_eq!((frame.count, frame.fillers), (4, 3));
    let letter = |letter: char| u32::from(letter);
    assert_eq!(
        frame.examples,
        [(letter('x'), 2), (letter('y'), 1), (letter('z'), 1)]
    );
}

/// By the definition: every stretch of every run.
fn plainly(text: &str, wanted: Wanted) -> BTreeMap<String, (u32, u32)> {
    let mut all: BTreeMap<String, (u32, BTreeSet<usize>)> = BTreeMap::new();
    for (article, text) in text.split('/').enumerate() {
        for run in text.split('|') {
            let letters: Vec<char> = run.chars().collect();
            for length in wanted.shortest..=wanted.longest {
                for window in letters.windows(length) {
                    let entry = all.entry(window.iter().collect()).or_default();
                    entry.0 += 1;
                    entry.1.insert(article);
                }
            }
        }
    }
    let counted = all.into_iter();
    counted
        .map(|(text, (count, articles))| (text, (count, small(articles.len()))))
        .filter(|(_, (count, articles))| {
            *count >= wanted.least_count && *articles >= wanted.least_articles
        })
        .collect()
}

/// The fillers of all frames, with one unit open.
fn frames_plainly(text: &str, wanted: Wanted) -> BTreeMap<(String, usize), (u32, usize)> {
    let mut all: BTreeMap<(String, usize), (u32, BTreeSet<char>)> = BTreeMap::new();
    for run in text.split(['|', '/']) {
        let letters: Vec<char> = run.chars().collect();
        for length in wanted.shortest.max(3)..=wanted.longest {
            for window in letters.windows(length) {
                for open in 1..length - 1 {
                    let mut frame: Vec<char> = window.to_vec();
                    let filler = std::mem::replace(&mut frame[open], '_');
                    let entry = all.entry((frame.iter().collect(), open)).or_default();
                    entry.0 += 1;
                    entry.1.insert(filler);
                }
            }
        }
    }
    let counted = all.into_iter();
    counted
        .map(|(frame, (count, fillers))| (frame, (count, fillers.len())))
        .filter(|(_, (count, fillers))| *count >= wanted.least_count && *fillers >= 2)
        .collect()
}

proptest! {
    #[test]
    fn levels_give_what_the_definition_gives(
        text in "[abc|/]{0,60}",
        shortest in 1_usize..4,
        more in 0_usize..4,
        least_count in 1_u32..4,
        least_articles in 1_u32..3,
    ) {
        let wanted = Wanted { least_articles, ..wanted(shortest, shortest + more, least_count) };
        let found = counts(&text, wanted).into_iter();
        let found: BTreeMap<String, (u32, u32)> =
            found.map(|(text, count, articles)| (text, (count, articles))).collect();
        prop_assert_eq!(found, plainly(&text, wanted));
    }

    #[test]
    fn frames_are_what_the_definition_gives(text in "[abcd|/]{0,60}", longest in 3_usize..6, least_count in 1_u32..4) {
        let wanted = Wanted { frames: true, ..wanted(2, longest, least_count) };
        let found = found(&text, wanted).frames.into_iter();
        let found: BTreeMap<(String, usize), (u32, usize)> = found.map(|frame| {
            let mut letters: Vec<char> = spelled(&text, frame.first, frame.length).chars().collect();
            letters[usize::from(frame.open)] = '_';
            ((letters.into_iter().collect(), usize::from(frame.open)), (frame.count, frame.fillers as usize))
        }).collect();
        prop_assert_eq!(found, frames_plainly(&text, wanted));
    }

    #[test]
    fn only_the_longest_stay(text in "[ab|]{0,60}", least_count in 2_u32..4) {
        let all = plainly(&text, wanted(2, 5, least_count));
        let only = Wanted { longest_only: true, ..wanted(2, 5, least_count) };
        let kept: BTreeSet<String> = counts(&text, only).into_iter().map(|(text, ..)| text).collect();
        for (short, (count, _)) in &all {
            let is_inside = all.iter().any(|(long, (of_long, _))| {
                long.len() == short.len() + 1 && long.contains(short.as_str()) && of_long == count
            });
            prop_assert_eq!(kept.contains(short), !is_inside, "{}", short);
        }
    }
}
