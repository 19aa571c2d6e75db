use proptest::prelude::*;

use super::*;
use crate::report::svg::Theme;

fn row(rank: u32, word: &str, count: u32) -> WordRow {
    WordRow {
        rank,
        word: word.to_owned(),
        tag: "n".to_owned(),
        count,
        relative: f64::from(count) * 2.5,
        articles: 3,
        is_group: false,
    }
}

fn totals() -> Totals {
    Totals {
        articles: 12,
        tokens: 4_000,
        per: 10_000,
        ..Totals::default()
    }
}

fn svg(rows: &[WordRow], width: f64) -> String {
    keyword_chart(rows, &totals(), &ChartLabels::CHINESE, width).to_svg(&Theme::LIGHT)
}

#[test]
fn a_chart() {
    let rows = [
        row(1, "疫情防控", 1_204),
        row(2, "核酸检测", 377),
        row(3, "7月3日", 12),
    ];
    insta::assert_snapshot!(svg(&rows, 640.0));
}

#[test]
fn a_chart_of_nothing() {
    insta::assert_snapshot!(svg(&[], 640.0));
}

#[test]
fn hostile_words_stay_words() {
    let rows = [
        row(1, "</text><script>alert(1)</script>", 5),
        row(2, "<svg onload=\"alert(1)\">&amp;'", 4),
        row(3, "甲\u{202E}乙\u{2069}\u{200B}\u{0}\u{B}", 3),
        row(4, "مرحبا", 2),
        row(5, "一个特别特别特别特别特别特别长的词语", 1),
    ];
    insta::assert_snapshot!(svg(&rows, 390.0));
}

#[test]
fn steps_are_nice() {
    let cases = [
        (0, 5, 1),
        (1, 5, 1),
        (5, 5, 1),
        (6, 5, 2),
        (11, 5, 5),
        (26, 5, 10),
        (1_204, 5, 500),
        (1_204, 3, 500),
        (u32::MAX, 5, 1_000_000_000),
    ];
    for (largest, most, expected) in cases {
        assert_eq!(nice_step(largest, most), expected, "{largest} in {most}");
    }
}

fn values(scene: &Scene) -> Vec<(f64, u32)> {
    let groups = scene.elements.iter().filter_map(|element| match element {
        Element::Group {
            key: Some(key),
            children,
            ..
        } => Some((children, *key)),
        _ => None,
    });
    let bars = groups.flat_map(|(children, key)| {
        children.iter().filter_map(move |child| match child {
            Element::Rect {
                class: Class::Bar,
                width,
                ..
            } => Some((*width, key)),
            _ => None,
        })
    });
    bars.collect()
}

proptest! {
    #[test]
    fn bars_are_as_long_as_their_counts(counts in prop::collection::vec(any::<u32>(), 1..50), width in -10.0..3_000.0) {
        let rows: Vec<WordRow> = counts.iter().map(|count| row(1, "词", *count)).collect();
        let scene = keyword_chart(&rows, &totals(), &ChartLabels::ENGLISH, width);
        let bars = values(&scene);
        prop_assert_eq!(bars.len(), counts.len());
        let largest = counts.iter().max().copied().unwrap_or(0).max(1);
        let longest = bars.iter().map(|(width, _)| *width).fold(0.0, f64::max);
        for (width, key) in bars {
            let expected = longest * f64::from(counts[key as usize]) / f64::from(largest);
            prop_assert!((width - expected).abs() < 1e-6 && width <= scene.width);
        }
    }
}
