//! The share of successes among trials, and how far chance may have carried it.
//!
//! | measure | formula | source |
//! |---|---|---|
//! | Wilson interval | (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n), p = k/n | Wilson, “Probable inference, the law of succession, and statistical inference”, *Journal of the American Statistical Association* 22, 1927 |
//!
//! Unlike p ± z·√(p(1−p)/n), the interval never leaves 0 to 1, and says something where every trial succeeded.

/// The 0.975 quantile of the standard normal distribution: for intervals of 95 %.
const Z: f64 = 1.959_963_984_540_054;

/// The 95 % confidence interval, after Wilson, of the share that `successes` of `trials` estimate. Nothing is known
/// without trials: 0 to 1. More successes than trials count as all.
pub fn wilson_interval(successes: u32, trials: u32) -> (f64, f64) {
    if trials == 0 {
        return (0.0, 1.0);
    }
    let n = f64::from(trials);
    let share = f64::from(successes.min(trials)) / n;
    let z2 = Z * Z;
    let centre = share + z2 / (2.0 * n);
    let reach = Z * (share * (1.0 - share) / n + z2 / (4.0 * n * n)).sqrt();
    let scale = 1.0 + z2 / n;
    // Rounding may carry an end past the share itself where all or no trials succeeded.
    (
        ((centre - reach) / scale).clamp(0.0, share),
        ((centre + reach) / scale).clamp(share, 1.0),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The four examples that Newcombe (“Two-sided confidence intervals for the single proportion”, *Statistics in
    /// Medicine* 17, 1998) gives for the score method, and the ends.
    #[test]
    fn published_intervals() {
        let rows = [
            (81, 263, 0.2553, 0.3662),
            (15, 148, 0.0624, 0.1605),
            (0, 20, 0.0000, 0.1611),
            (1, 29, 0.0061, 0.1718),
            (20, 20, 0.8389, 1.0000),
            (0, 0, 0.0, 1.0),
            (7, 0, 0.0, 1.0),
            (9, 5, 0.5655, 1.0),
        ];
        for (successes, trials, low, high) in rows {
            let found = wilson_interval(successes, trials);
            let is_near = |one: f64, other: f64| (one - other).abs() < 0.000_06;
            assert!(
                is_near(found.0, low) && is_near(found.1, high),
                "{successes} of {trials}: expected {low} to {high}, got {found:?}"
            );
        }
    }

    #[test]
    fn the_interval_holds_the_share_and_shrinks() {
        for trials in 1_u32..200 {
            for successes in 0..=trials {
                let share = f64::from(successes) / f64::from(trials);
                let (low, high) = wilson_interval(successes, trials);
                assert!(
                    (0.0..=share).contains(&low) && (share..=1.0).contains(&high),
                    "{successes} of {trials}: {low} to {high}"
                );
                let (lower, higher) = wilson_interval(2 * successes, 2 * trials);
                assert!(higher - lower < high - low, "{successes} of {trials}");
            }
        }
    }
}
