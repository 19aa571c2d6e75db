//! Golden values and laws.

use proptest::prelude::*;

use super::*;

const SENTENCE: &str = "the cat sat on the mat and the dog sat on the log and the cat ran";

fn text(words: &str) -> DiversityText {
    let words: Vec<&str> = words.split(' ').collect();
    let number = |word: &&str| {
        words
            .iter()
            .position(|other| other == word)
            .unwrap_or_default()
    };
    // Numbers that are far apart, and not in the order of the text.
    DiversityText::new(
        words
            .iter()
            .map(|word| 4_000_000_000 - 1000 * number(word) as u32),
    )
}

fn is_near(found: Option<f64>, expected: f64) -> bool {
    found.is_some_and(|found| (found - expected).abs() <= 5.1e-7 * expected.abs().max(1.0))
}

#[test]
fn figures_are_golden() {
    let text = text(SENTENCE);
    let rows = [
        ("TTR", text.ttr(), 0.529_412),
        ("MATTR", text.mattr(5), 0.907_692),
        ("MTLD forward", text.mtld_of(text.tokens.iter()), 11.256_757),
        (
            "MTLD backward",
            text.mtld_of(text.tokens.iter().rev()),
            17.0,
        ),
        ("MTLD", text.mtld(), 14.128_378),
        // the cat sat on the | mat and the dog sat | on the log and the
        ("STTR", text.sttr(5), 13.0 / 15.0),
        ("MATTR of all", text.mattr(17), 0.529_412),
        ("STTR of all", text.sttr(17), 0.529_412),
    ];
    for (name, found, expected) in rows {
        assert!(is_near(found, expected), "{name}: {found:?} for {expected}");
    }
}

#[test]
fn too_short_a_text_has_none() {
    let (empty, short) = (DiversityText::default(), text(SENTENCE));
    assert_eq!(
        (empty.ttr(), empty.mtld(), empty.hd_d()),
        (None, None, None)
    );
    assert_eq!((empty.sttr(10), empty.mattr(10)), (None, None));
    assert_eq!(
        (short.sttr(18), short.mattr(18), short.hd_d()),
        (None, None, None)
    );
    assert_eq!((short.sttr(0), short.mattr(0)), (None, None));
    // No word repeated: no factor.
    assert_eq!(text("a b c").mtld(), None);
}

/// Of 42 tokens the sample is the text itself; of twice as many tokens of one type each half is drawn.
#[test]
fn the_sample_of_all_is_the_text() {
    let all = DiversityText::new((0..42).map(|place| place % 10));
    assert!(is_near(all.hd_d(), 10.0 / 42.0));
    let unlike = DiversityText::new(0..84);
    assert!(is_near(unlike.hd_d(), 1.0));
    // Two of a type among 84: drawn unless both are in the 42 left: 1 − 41/83·½.
    let pairs = DiversityText::new((0..84).map(|place| place / 2));
    assert!(is_near(
        pairs.hd_d(),
        42.0 * (1.0 - 41.0 / 83.0 / 2.0) / 42.0
    ));
}

proptest! {
    #[test]
    fn windows_are_counted_as_each_alone(
        items in prop::collection::vec(0_u32..12, 0..80), size in 1_u32..30,
    ) {
        let text = DiversityText::new(items.iter().copied());
        let different = |window: &[u32]| {
            let mut window = window.to_vec();
            window.sort_unstable();
            window.dedup();
            window.len()
        };
        let mean = |all: Vec<usize>| {
            (!all.is_empty()).then(|| all.iter().sum::<usize>() as f64 / (all.len() as f64 * f64::from(size)))
        };
        let windows = mean(items.windows(size as usize).map(different).collect());
        let stretches = mean(items.chunks_exact(size as usize).map(different).collect());
        for (one, other) in [(text.mattr(size), windows), (text.sttr(size), stretches)] {
            prop_assert_eq!(one.is_some(), other.is_some());
            prop_assert!((one.unwrap_or_default() - other.unwrap_or_default()).abs() < 1e-12);
        }
    }

    // Neither the numbers of the items matter nor, where both directions count, the direction.
    #[test]
    fn numbers_and_direction_do_not_matter(items in prop::collection::vec(0_u32..20, 0..120), by in 1_u32..9) {
        let text = DiversityText::new(items.iter().copied());
        let other = DiversityText::new(items.iter().map(|item| 1000 - item * by));
        prop_assert_eq!(&text, &other);
        let back = DiversityText::new(items.iter().rev().copied());
        prop_assert_eq!(text.mtld(), back.mtld());
        prop_assert_eq!(text.hd_d(), back.hd_d());
        prop_assert!(text.hd_d().is_none_or(|value| (1.0 / 42.0 - 1e-12..=1.0).contains(&value)));
    }
}
