//! Golden values and laws.

use proptest::prelude::*;

use super::*;
use crate::measures::options::{KeynessEvidence, KeynessOptions, Sign, Significance};

fn table(a: u64, b: u64, c: u64, d: u64) -> ContingencyTable {
    ContingencyTable {
        target: a,
        reference: b,
        target_tokens: c,
        reference_tokens: d,
    }
}

/// Equal to six digits.
fn is_near(found: f64, expected: f64) -> bool {
    (found - expected).abs() <= 5.1e-7 * expected.abs().max(1.0)
}

fn is_figure(found: Figure, expected: f64) -> bool {
    match found {
        Figure::Number(found) => is_near(found, expected),
        Figure::Infinite => expected == f64::INFINITY,
        Figure::NegativeInfinite => expected == f64::NEG_INFINITY,
        Figure::Undefined => expected.is_nan(),
    }
}

/// Counts; G² of two and four terms; BIC; Log Ratio plain, with ½, after Walter; LRC of 1 and of 10,000 items.
const GOLDEN: [(u64, u64, u64, u64, [f64; 8]); 5] = [
    (
        7,
        2,
        1000,
        1000,
        [
            2.941_938, 2.954_494, -4.646_408, 1.807_355, 1.807_355, 1.584_963, 0.0, 0.0,
        ],
    ),
    (
        120,
        40,
        50_000,
        100_000,
        [
            116.156_912,
            116.290_417,
            104.372_027,
            2.584_963,
            2.584_963,
            2.573_032,
            2.057_750,
            1.426_525,
        ],
    ),
    (
        10,
        0,
        20_000,
        100_000,
        [
            35.835_189,
            35.839_357,
            24.144_110,
            f64::INFINITY,
            6.643_856,
            6.714_217,
            3.486_406,
            0.925_493,
        ],
    ),
    (
        0,
        30,
        20_000,
        100_000,
        [
            -10.939_293,
            -10.940_794,
            -0.754_453,
            f64::NEG_INFINITY,
            -3.584_963,
            -3.608_838,
            -0.612_172,
            0.0,
        ],
    ),
    (
        500,
        3000,
        200_000,
        1_000_000,
        [
            -14.874_582,
            -14.916_366,
            0.918_534,
            -0.263_034,
            -0.263_034,
            -0.261_836,
            -0.125_956,
            0.0,
        ],
    ),
];

#[test]
fn significance_and_log_ratios_are_golden() {
    for (a, b, c, d, expected) in GOLDEN {
        let table = table(a, b, c, d);
        let found = [
            Figure::of(table.log_likelihood_of_two_terms()),
            Figure::of(table.log_likelihood()),
            Figure::of(table.bic(table.log_likelihood())),
            table.plain_log_ratio(),
            table.half_log_ratio(),
            Figure::of(table.log_ratio()),
            Figure::of(table.conservative_log_ratio(1)),
            Figure::of(table.conservative_log_ratio(10_000)),
        ];
        for (place, (found, expected)) in found.into_iter().zip(expected).enumerate() {
            assert!(
                is_figure(found, expected),
                "{table:?} {place}: {found:?} for {expected}"
            );
        }
    }
}

/// %DIFF; χ²; simple maths with 1 and with 100; difference coefficient; odds ratio.
#[test]
fn other_figures_are_golden() {
    let rows = [
        (
            7,
            2,
            1000,
            1000,
            [250.0, 2.790_334, 3.498_751, 3.380_952, 0.555_556, 3.517_623],
        ),
        (
            120,
            40,
            50_000,
            100_000,
            [500.0, 125.133_476, 5.987_531, 5.0, 0.714_286, 6.012_029],
        ),
        (
            10,
            0,
            20_000,
            100_000,
            [f64::INFINITY, 50.004_167, 501.0, 6.0, 1.0, f64::INFINITY],
        ),
        (
            0,
            30,
            20_000,
            100_000,
            [-100.0, -6.0015, 0.003_322, 0.25, -1.0, 0.0],
        ),
        (
            500,
            3000,
            200_000,
            1_000_000,
            [
                -16.666_667,
                -14.327_503,
                0.833_389,
                0.838_710,
                -0.090_909,
                0.832_916,
            ],
        ),
        (0, 0, 10, 10, [f64::NAN, 0.0, 1.0, 1.0, f64::NAN, f64::NAN]),
        (
            1,
            0,
            0,
            0,
            [f64::NAN, 0.0, f64::NAN, f64::NAN, f64::NAN, f64::NAN],
        ),
    ];
    for (a, b, c, d, expected) in rows {
        let table = table(a, b, c, d);
        let found = [
            table.percent_difference(),
            Figure::of(table.chi_squared()),
            table.simple_maths(1),
            table.simple_maths(100),
            table.difference_coefficient(),
            table.odds_ratio(),
        ];
        for (place, (found, expected)) in found.into_iter().zip(expected).enumerate() {
            assert!(
                is_figure(found, expected),
                "{table:?} {place}: {found:?} for {expected}"
            );
        }
    }
}

#[test]
fn cut_offs_have_their_chance() {
    let rows = [
        (0.0, 1.0),
        (3.841_459, 0.05),
        (6.634_897, 0.01),
        (-10.827_566, 0.001),
        (15.136_705, 0.0001),
    ];
    for (statistic, p) in rows {
        let found = p_value(statistic);
        assert!((found - p).abs() < 1e-6 * p, "{statistic}: {found} for {p}");
    }
}

fn item(target: u64, reference: u64, articles: u32, reference_articles: u32) -> KeynessItem {
    KeynessItem {
        target,
        reference,
        target_articles: Some(articles),
        reference_articles: Some(reference_articles),
    }
}

/// Items of which each condition of a large list removes some.
const ITEMS: [(u64, u64, u32, u32); 8] = [
    (0, 0, 0, 0),
    (4, 0, 4, 0),
    // The side on which it is rarer does not help.
    (4, 6, 4, 2),
    (0, 9, 0, 2),
    (9, 8, 3, 3),
    (90, 20, 40, 10),
    (20, 90, 10, 40),
    (50, 50, 9, 9),
];

#[test]
fn conditions_are_applied_in_their_order() {
    let large = KeynessOptions::default();
    let rows = [
        // Tokens, options; least count, articles; removed by count, articles, evidence, sign; kept.
        (60_000, large, (5, 3), [1, 2, 2, 0], vec![5, 6]),
        (
            49_999,
            large,
            (3, 1),
            [0, 0, 0, 0],
            vec![1, 2, 3, 4, 5, 6, 7],
        ),
        (
            60_000,
            KeynessOptions {
                sign: Sign::Positive,
                ..large
            },
            (5, 3),
            [1, 2, 2, 1],
            vec![5],
        ),
        (
            60_000,
            KeynessOptions {
                sign: Sign::Negative,
                ..large
            },
            (5, 3),
            [1, 2, 2, 1],
            vec![6],
        ),
        (
            60_000,
            KeynessOptions {
                evidence: KeynessEvidence::None,
                sign: Sign::Positive,
                ..large
            },
            (5, 3),
            [1, 2, 0, 2],
            vec![4, 5],
        ),
        (
            60_000,
            KeynessOptions {
                least_count: Some(10),
                least_articles: Some(1),
                evidence: KeynessEvidence::None,
                ..large
            },
            (10, 1),
            [4, 0, 0, 0],
            vec![5, 6, 7],
        ),
    ];
    for (tokens, options, least, removed, kept) in rows {
        let items = ITEMS.map(|(a, b, one, other)| item(a, b, one, other));
        let list = keyness_list(items.into_iter(), (tokens, tokens), &options);
        let found = &list.selection;
        assert_eq!((found.least_count, found.least_articles), least);
        let by = found.removed;
        assert_eq!([by.count, by.articles, by.evidence, by.sign], removed);
        assert_eq!(
            list.rows.iter().map(|row| row.item).collect::<Vec<_>>(),
            kept
        );
    }
}

/// p of the same item is multiplied by the number of items tested, and its error divided by it in LRC.
#[test]
fn bonferroni_counts_what_is_tested() {
    let alone = [item(14, 2, 9, 2)];
    let many = || std::iter::repeat_n(item(14, 2, 9, 2), 100).chain([item(1, 0, 1, 0)]);
    let sizes = (60_000, 60_000);
    let five = KeynessOptions {
        evidence: KeynessEvidence::Five,
        ..KeynessOptions::default()
    };
    let free = KeynessOptions {
        bonferroni: false,
        ..five
    };
    assert_eq!(keyness_list(alone.into_iter(), sizes, &five).rows.len(), 1);
    let corrected = keyness_list(many(), sizes, &five);
    assert_eq!(
        (corrected.rows.len(), corrected.selection.removed.evidence),
        (0, 100)
    );
    assert_eq!(
        (corrected.selection.tested, corrected.selection.level()),
        (100, Some(500))
    );
    assert_eq!(keyness_list(many(), sizes, &free).rows.len(), 100);
    let shown = KeynessOptions {
        evidence: KeynessEvidence::None,
        ..five
    };
    let row = keyness_list(many(), sizes, &shown).rows[0];
    let plain = row.table;
    assert!(is_near(
        row.figures.p_value,
        100.0 * p_value(plain.log_likelihood())
    ));
    assert_eq!(
        row.figures.conservative_log_ratio,
        plain.conservative_log_ratio(100)
    );
}

#[test]
fn the_chosen_test_decides() {
    let rows = [
        (Significance::LogLikelihood, 35.839_357, p_value(35.839_357)),
        (
            Significance::LogLikelihoodOfTwoTerms,
            35.835_189,
            p_value(35.835_189),
        ),
        (Significance::ChiSquared, 35.839_357, p_value(50.004_167)),
    ];
    for (significance, likelihood, p) in rows {
        let options = KeynessOptions {
            significance,
            ..KeynessOptions::default()
        };
        let list = keyness_list([item(10, 0, 5, 0)].into_iter(), (20_000, 100_000), &options);
        let found = list.rows[0].figures;
        assert!(is_near(found.log_likelihood, likelihood));
        assert!((found.p_value / p - 1.0).abs() < 1e-5, "{significance:?}");
    }
}

/// A list of frequencies without articles is no reason to leave an item out.
#[test]
fn unknown_articles_are_not_asked_for() {
    let unknown = KeynessItem {
        reference: 500,
        ..KeynessItem::default()
    };
    let list = keyness_list(
        [unknown].into_iter(),
        (60_000, 60_000),
        &KeynessOptions::default(),
    );
    assert_eq!(list.rows.len(), 1);
}

#[test]
fn a_side_without_tokens_has_no_evidence() {
    let list = keyness_list(
        [item(50, 0, 9, 0)].into_iter(),
        (60_000, 0),
        &KeynessOptions::default(),
    );
    let figures = list.rows[0].figures;
    assert_eq!(
        (figures.log_likelihood, figures.log_ratio, figures.p_value),
        (0.0, 0.0, 1.0)
    );
    assert_eq!(figures.simple_maths, Figure::Undefined);
}

fn tables() -> impl Strategy<Value = ContingencyTable> {
    let side = (0_u64..2000, 1_u64..1_000_000).prop_map(|(count, more)| (count, count + more));
    (side.clone(), side).prop_map(|((a, c), (b, d))| table(a, b, c, d))
}

proptest! {
    #[test]
    fn swapped_sides_swap_the_sign(table in tables(), tested in 1_u32..5000) {
        let swapped = table.swapped();
        let pairs = [
            (table.log_likelihood(), swapped.log_likelihood()),
            (table.log_likelihood_of_two_terms(), swapped.log_likelihood_of_two_terms()),
            (table.chi_squared(), swapped.chi_squared()),
            (table.log_ratio(), swapped.log_ratio()),
            (table.conservative_log_ratio(tested), swapped.conservative_log_ratio(tested)),
        ];
        for (one, other) in pairs {
            prop_assert!((one + other).abs() <= 1e-9 * one.abs().max(1.0), "{one} and {other}");
        }
        prop_assert_eq!(table.bic(3.0), swapped.bic(-3.0));
    }

    #[test]
    fn the_conservative_log_ratio_is_nearer_nothing(table in tables(), tested in 1_u32..5000) {
        let found = table.conservative_log_ratio(tested);
        let plain = table.plain_log_ratio().place().unwrap_or_default();
        prop_assert!(found.is_finite() && found.abs() <= plain.abs() + 1e-9, "{found}, {plain}");
        prop_assert!(found == 0.0 || (found > 0.0) == (plain > 0.0));
        let stricter = table.conservative_log_ratio(tested * 2);
        prop_assert!(stricter.abs() <= found.abs() + 1e-9, "{stricter}, {found}");
    }

    // Any numbers at all, even those that no corpus has.
    #[test]
    fn no_figure_is_no_number(a: u64, b: u64, c: u64, d: u64, k: u32, tested: u32) {
        for table in [table(a, b, c, d), table(a % 9, b % 9, c % 9, d % 9)] {
            let figures = [
                table.log_likelihood(), table.log_likelihood_of_two_terms(), table.chi_squared(),
                table.bic(table.log_likelihood()), table.log_ratio(), p_value(table.chi_squared()),
            ];
            for figure in figures {
                prop_assert!(figure.is_finite(), "{table:?}: {figures:?}");
            }
            for figure in [
                table.plain_log_ratio(), table.half_log_ratio(), table.percent_difference(),
                table.difference_coefficient(), table.odds_ratio(), table.simple_maths(k),
            ] {
                prop_assert!(figure.number().is_none_or(f64::is_finite));
            }
        }
        let small = table(a % 9, b % 9, c % 9, d % 9);
        prop_assert!(small.conservative_log_ratio(tested).is_finite(), "{small:?}");
    }
}
