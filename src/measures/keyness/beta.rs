//! The beta distribution, as far as exact confidence intervals of shares need it.
//!
//! The regularised incomplete beta function Iₓ(a, b) by its continued fraction (*NIST Digital Library of Mathematical
//! Functions* 8.17.22), evaluated after Lentz as Thompson and Barnett changed it (“Coulomb and Bessel functions of
//! complex arguments and order”, *Journal of Computational Physics* 64, 1986). All is in logarithms: nothing underflows.

/// Steps of the continued fraction at most; it needs about √max(a, b).
const LONGEST_FRACTION: u32 = 20_000;
/// Steps towards a quantile at most; eight are usual.
const MOST_STEPS: u32 = 200;

/// The log odds ln(x/(1−x)) of the quantile x of Beta(`a`, `b`) at which Iₓ(a, b) = `tail`, or `start` where the quantile
/// lies below that.
///
/// ln Iₓ is concave in the log odds, as the density of these is log-concave. So Newton's steps from below never pass the
/// quantile. `a` and `b` are above 0, `tail` is in 0 to 1.
pub(super) fn lower_log_odds(tail: f64, a: f64, b: f64, start: f64) -> f64 {
    let aim = libm::log(tail);
    let beta = log_beta(a, b);
    let mut log_odds = start;
    for _ in 0..MOST_STEPS {
        let (log_x, log_rest) = log_shares(log_odds);
        let log_density = a * log_x + b * log_rest - beta;
        let reached = log_incomplete(log_density, a, b, log_odds);
        let slope = libm::exp(log_density - reached);
        let step = (aim - reached) / slope;
        // At the start: the quantile is below. Later: it is reached but for rounding.
        if step.is_nan() || step <= 1e-13 * log_odds.abs().max(1.0) {
            break;
        }
        log_odds += step;
    }
    log_odds
}

/// ln x and ln(1 − x) of x = 1/(1 + e^−`log_odds`).
fn log_shares(log_odds: f64) -> (f64, f64) {
    let log = |odds: f64| -libm::log1p(libm::exp(-odds));
    if log_odds < 0.0 {
        (log_odds + log(-log_odds), log(-log_odds))
    } else {
        (log(log_odds), log(log_odds) - log_odds)
    }
}

/// ln B(a, b).
fn log_beta(a: f64, b: f64) -> f64 {
    libm::lgamma(a) + libm::lgamma(b) - libm::lgamma(a + b)
}

/// ln Iₓ(a, b); `log_density` is a ln x + b ln(1−x) − ln B(a, b).
fn log_incomplete(log_density: f64, a: f64, b: f64, log_odds: f64) -> f64 {
    let x = 1.0 / (1.0 + libm::exp(-log_odds));
    if x <= (a + 1.0) / (a + b + 2.0) {
        log_density - libm::log(a) + libm::log(fraction(a, b, x))
    } else {
        let rest = 1.0 / (1.0 + libm::exp(log_odds));
        let upper = libm::exp(log_density) / b * fraction(b, a, rest);
        libm::log1p(-upper.min(1.0))
    }
}

/// The continued fraction of Iₓ(a, b), for x up to about the mean a/(a+b).
fn fraction(a: f64, b: f64, x: f64) -> f64 {
    let mut ratio_above = 1.0;
    let mut ratio_below = 1.0 / apart(1.0 - (a + b) * x / (a + 1.0));
    let mut value = ratio_below;
    for step in 1..LONGEST_FRACTION {
        let m = f64::from(step);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        let mut factor = 1.0;
        for term in [even, odd] {
            ratio_below = 1.0 / apart(1.0 + term * ratio_below);
            ratio_above = apart(1.0 + term / ratio_above);
            factor = ratio_below * ratio_above;
            value *= factor;
        }
        if (factor - 1.0).abs() < 1e-15 {
            break;
        }
    }
    value
}

/// The value, or next to nothing in the place of nothing, by which is divided.
fn apart(value: f64) -> f64 {
    if value.abs() < 1e-300 { 1e-300 } else { value }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Iₓ(a, b) at a share x.
    fn incomplete(a: f64, b: f64, x: f64) -> f64 {
        let log_density = a * libm::log(x) + b * libm::log1p(-x) - log_beta(a, b);
        libm::exp(log_incomplete(log_density, a, b, libm::log(x / (1.0 - x))))
    }

    /// Iₓ(a, b) of whole a and b is the chance of at least a successes in a + b − 1 trials.
    #[test]
    fn it_sums_binomial_chances() {
        for (a, b, x) in [
            (1, 1, 0.3),
            (3, 5, 0.2),
            (5, 3, 0.9),
            (12, 40, 0.25),
            (40, 12, 0.6),
        ] {
            let trials = a + b - 1;
            let mut sum = 0.0;
            for successes in a..=trials {
                let mut chance = 1.0;
                for place in 0..trials {
                    chance *= if place < successes {
                        x * f64::from(trials - place) / f64::from(successes - place)
                    } else {
                        1.0 - x
                    };
                }
                sum += chance;
            }
            let found = incomplete(f64::from(a), f64::from(b), x);
            assert!(
                (found / sum - 1.0).abs() < 1e-10,
                "{a} {b} {x}: {found} for {sum}"
            );
        }
    }

    #[test]
    fn the_quantile_has_its_tail() {
        for a in [1.0, 2.0, 10.0, 500.0, 100_000.0] {
            for b in [1.0, 3.0, 31.0, 3001.0, 1_000_000.0] {
                for tail in [0.025, 1e-6, 1e-30] {
                    let log_odds = lower_log_odds(tail, a, b, -700.0);
                    let (log_x, log_rest) = log_shares(log_odds);
                    let density = a * log_x + b * log_rest - log_beta(a, b);
                    let reached = log_incomplete(density, a, b, log_odds);
                    assert!(
                        (reached - libm::log(tail)).abs() < 1e-7,
                        "{a} {b} {tail}: {log_odds}, e^{reached}"
                    );
                }
            }
        }
    }
}
