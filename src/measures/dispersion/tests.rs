//! Golden values and laws.

use proptest::prelude::*;

use super::*;

fn is_near(found: f64, expected: f64) -> bool {
    (found - expected).abs() <= 5.1e-7 * expected.abs().max(1.0)
}

/// Counts of every part, 0 left out.
fn sparse(counts: &[u32]) -> Vec<(u32, u32)> {
    (0..)
        .zip(counts.iter().copied())
        .filter(|(_, count)| *count > 0)
        .collect()
}

fn dispersion(sizes: &[u32], counts: &[u32]) -> Dispersion {
    Parts::new(sizes.to_vec())
        .dispersion(&sparse(counts))
        .expect("it occurs")
}

#[test]
fn figures_are_golden() {
    let unequal = dispersion(&[9, 10, 10, 10, 11], &[1, 2, 3, 4, 5]);
    let equal = dispersion(&[10; 5], &[1, 2, 3, 4, 5]);
    let carroll = dispersion(&[10; 5], &[0, 4, 3, 2, 1]);
    let second = dispersion(&[10; 5], &[2, 1, 1, 1, 0]);
    let third = dispersion(&[10; 3], &[2, 1, 0]);
    let rows = [
        ("D, equal", equal.juilland_d, 0.764_297_7),
        ("D, unequal", unequal.juilland_d, 0.785_150_5),
        ("D2, equal", equal.carroll_d2, 0.925_633_9),
        ("D2, unequal", unequal.carroll_d2, 0.937_921_3),
        ("S, equal", Some(equal.rosengren_s), 0.936_846_6),
        ("S, unequal", Some(unequal.rosengren_s), 0.949_816_3),
        ("DP", Some(unequal.dp), 0.18),
        ("DPnorm", unequal.dp_norm, 0.219_512_2),
        ("D of Carroll", carroll.juilland_d, 0.646_446_6),
        ("D2 of Carroll", second.carroll_d2, 0.827_729_4),
        ("D3 of Lyne", Some(equal.lyne_d3), 0.944_444_4),
        ("DPnorm of Lijffijt and Gries", third.dp_norm, 0.5),
    ];
    for (name, found, expected) in rows {
        assert!(
            found.is_some_and(|found| is_near(found, expected)),
            "{name}: {found:?} for {expected}"
        );
    }
    assert_eq!((unequal.range, carroll.range), (5, 4));
}

/// The positions, from 0, of which Gries 2008 gives the distances.
const POSITIONS: [u64; 15] = [1, 11, 13, 22, 24, 29, 31, 34, 37, 38, 41, 43, 44, 47, 49];

#[test]
fn figures_of_positions_are_golden() {
    let found: Vec<u64> = distances(&POSITIONS, 50).expect("positions").collect();
    assert_eq!(found, [10, 2, 9, 2, 5, 2, 3, 3, 1, 3, 2, 1, 3, 2, 2]);
    let rows = [
        ("ARF", average_reduced_frequency(&POSITIONS, 50), 10.8),
        (
            "ALD",
            average_logarithmic_distance(&POSITIONS, 50),
            0.628_417_0,
        ),
        ("AWT", average_waiting_time(&POSITIONS, 50), 3.18),
        ("ARF of one", average_reduced_frequency(&[7], 50), 1.0),
        ("AWT of one", average_waiting_time(&[7], 50), 25.5),
    ];
    for (name, found, expected) in rows {
        assert!(
            found.is_some_and(|found| is_near(found, expected)),
            "{name}: {found:?} for {expected}"
        );
    }
    assert_eq!(average_reduced_frequency(&[], 50), None);
    assert_eq!(average_waiting_time(&[], 50), None);
}

#[test]
fn a_single_part_has_no_dispersion() {
    let found = dispersion(&[10], &[3]);
    assert_eq!((found.range, found.dp), (1, 0.0));
    assert_eq!(
        (found.dp_norm, found.juilland_d, found.carroll_d2),
        (None, None, None)
    );
}

#[test]
fn parts_without_tokens_are_no_parts() {
    assert_eq!(
        dispersion(&[0, 10, 10, 0, 20], &[0, 1, 0, 0, 5]),
        dispersion(&[10, 10, 20], &[1, 0, 5])
    );
    assert_eq!(Parts::new(vec![0, 0]).dispersion(&[(0, 5), (7, 1)]), None);
    assert_eq!(Parts::default().dispersion(&[]), None);
}

/// The formulas over all parts, as they stand.
fn by_the_book(sizes: &[u32], counts: &[u32]) -> [f64; 6] {
    let parts = sizes.len() as f64;
    let tokens: f64 = sizes.iter().map(|size| f64::from(*size)).sum();
    let frequency: f64 = counts.iter().map(|count| f64::from(*count)).sum();
    let of = |formula: &dyn Fn(f64, f64) -> f64| -> f64 {
        let each = sizes.iter().zip(counts);
        each.map(|(size, count)| formula(f64::from(*size), f64::from(*count)))
            .sum()
    };
    let least = sizes.iter().copied().min().map_or(0.0, f64::from) / tokens;
    let dp = 0.5 * of(&|size, count| (count / frequency - size / tokens).abs());
    let densities = of(&|size, count| count / size);
    let mean = densities / parts;
    let deviation =
        libm::sqrt(of(&|size, count| (count / size - mean) * (count / size - mean)) / parts);
    let entropy = of(&|size, count| {
        let share = count / size / densities;
        if share > 0.0 {
            -share * libm::log(share)
        } else {
            0.0
        }
    });
    let roots = of(&|size, count| libm::sqrt(size / tokens * count));
    let chi = of(&|size, count| {
        let expected = frequency * size / tokens;
        (count - expected) * (count - expected) / expected
    });
    [
        dp,
        dp / (1.0 - least),
        (1.0 - deviation / mean / libm::sqrt(parts - 1.0)).max(0.0),
        entropy / libm::log(parts),
        roots * roots / frequency,
        1.0 - chi / (4.0 * frequency),
    ]
}

proptest! {
    #[test]
    fn the_sparse_sums_are_those_of_all_parts(
        parts in prop::collection::vec((1_u32..500, 0_u32..9), 2..40), more in 1_u32..9,
    ) {
        let (sizes, mut counts): (Vec<u32>, Vec<u32>) = parts.into_iter().unzip();
        counts[0] += more;
        let found = dispersion(&sizes, &counts);
        let figures = [
            found.dp, found.dp_norm.unwrap(), found.juilland_d.unwrap(), found.carroll_d2.unwrap(),
            found.rosengren_s, found.lyne_d3,
        ];
        for (one, other) in figures.into_iter().zip(by_the_book(&sizes, &counts)) {
            // What is at most 1 may be above it by the book where a part has more of the item than tokens.
            prop_assert!((one - other.min(1.0)).abs() <= 1e-9 * other.abs().max(1.0), "{one} for {other}");
        }
        for figure in &figures[..5] {
            prop_assert!((0.0..=1.0).contains(figure), "{figures:?}");
        }
    }

    // Each position taken as it comes gives the same as all at once, and the frequency is never more than the count.
    #[test]
    fn the_reduced_frequency_is_between_one_and_the_count(gaps in prop::collection::vec(1_u64..50, 1..60)) {
        let positions: Vec<u64> = gaps.iter().scan(0, |place, gap| { *place += gap; Some(*place) }).collect();
        let (count, tokens) = (positions.len() as u64, positions.last().unwrap() + 1);
        let found = average_reduced_frequency(&positions, tokens).unwrap();
        prop_assert!(found >= 1.0 - 1e-12 && found <= count as f64, "{found} of {count}");
        prop_assert_eq!(distances(&positions, tokens).unwrap().sum::<u64>(), tokens);
    }
}
