//! Golden values and laws.

use proptest::prelude::*;

use super::*;

fn is_near(found: Figure, expected: f64) -> bool {
    found
        .number()
        .is_some_and(|found| (found - expected).abs() <= 5.1e-7 * expected.abs().max(1.0))
}

fn pair(together: u64, node: u64, collocate: u64, tokens: u64, row_total: u64) -> Pair {
    Pair {
        together,
        node,
        collocate,
        tokens,
        row_total,
    }
}

#[test]
fn figures_are_golden() {
    let one = pair(20, 100, 50, 10_000, 100).figures();
    let ten = pair(20, 100, 50, 10_000, 1000).figures();
    let rows = [
        ("E", one.expected, 0.5),
        ("MI", one.mi, 5.321_928),
        ("MI²", one.mi2, 9.643_856),
        ("MI³", one.mi3, 13.965_784),
        ("t", one.t_score, 4.360_333),
        ("z", one.z_score, 27.577_164),
        ("LL", Figure::of(one.log_likelihood), 121.646_276),
        ("Dice", one.dice, 0.266_666_7),
        ("logDice", one.log_dice, 12.093_109),
        ("ΔP(w|n)", one.delta_p_forward, 0.196_970),
        ("ΔP(n|w)", one.delta_p_backward, 0.391_960),
        ("NPMI", one.npmi, 0.593_582),
        ("sensitivity", one.minimum_sensitivity, 0.2),
        // log₂(20.5/100.5) − log₂(30.5/9900.5)
        ("Log Ratio", Figure::of(one.log_ratio), 6.049_049),
        ("E", ten.expected, 5.0),
        ("MI", ten.mi, 2.0),
        ("MI³", ten.mi3, 10.643_856),
        ("t", ten.t_score, 3.354_102),
        ("LL", Figure::of(ten.log_likelihood), 31.376_255),
        ("ΔP(w|n)", ten.delta_p_forward, 0.016_667),
        ("logDice", ten.log_dice, 12.093_109),
    ];
    for (name, found, expected) in rows {
        assert!(is_near(found, expected), "{name}: {found:?} for {expected}");
    }
}

#[test]
fn what_never_meets_has_no_bound() {
    let never = pair(0, 10, 10, 1000, 100).figures();
    assert_eq!(never.mi, Figure::NegativeInfinite);
    assert_eq!(never.mi3, Figure::NegativeInfinite);
    assert_eq!(never.log_dice, Figure::NegativeInfinite);
    assert_eq!(never.npmi, Figure::Number(-1.0));
    assert_eq!(never.t_score, Figure::Undefined);
    assert_eq!(never.dice, Figure::Number(0.0));
    assert!(never.log_likelihood < 0.0);
}

#[test]
fn always_together_is_one() {
    let always = pair(10, 10, 10, 1000, 10).figures();
    assert!(is_near(always.npmi, 1.0) && is_near(always.log_dice, 14.0));
    assert!(is_near(always.delta_p_forward, 1.0) && is_near(always.delta_p_backward, 1.0));
}

#[test]
fn nothing_is_undefined() {
    let nothing = Pair::default().figures();
    assert_eq!(nothing, AssociationFigures::default());
}

proptest! {
    #[test]
    fn no_figure_is_no_number(
        together in 0_u64..30, node in 0_u64..30, collocate in 0_u64..30, tokens in 0_u64..90, row in 0_u64..90,
    ) {
        let found = pair(together, node, collocate, tokens, row).figures();
        for figure in [
            found.expected, found.mi, found.mi2, found.mi3, found.t_score, found.z_score, found.dice, found.log_dice,
            found.npmi, found.delta_p_forward, found.delta_p_backward, found.minimum_sensitivity,
        ] {
            prop_assert!(figure.number().is_none_or(f64::is_finite));
        }
        prop_assert!(found.log_likelihood.is_finite() && found.log_ratio.is_finite());
    }

    // Node and collocate in each other's place, where the row total is the node's count.
    #[test]
    fn symmetric_figures_are(together in 1_u64..30, node in 0_u64..90, collocate in 0_u64..90, more in 1_u64..900) {
        let (node, collocate) = (together + node, together + collocate);
        let tokens = node + collocate + more;
        let one = pair(together, node, collocate, tokens, node).figures();
        let other = pair(together, collocate, node, tokens, collocate).figures();
        prop_assert_eq!(one.mi, other.mi);
        prop_assert_eq!(one.log_dice, other.log_dice);
        prop_assert!((one.log_likelihood - other.log_likelihood).abs() < 1e-8);
        let near = |one: Figure, other: Figure| {
            (one.number().unwrap_or(9.0) - other.number().unwrap_or(9.0)).abs() < 1e-12
        };
        prop_assert!(near(one.delta_p_forward, other.delta_p_backward));
        prop_assert!(near(one.delta_p_backward, other.delta_p_forward));
    }
}
