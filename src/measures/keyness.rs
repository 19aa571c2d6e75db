//! 主题词: by how much, and how surely, an item is more frequent in a target than in a reference.
//!
//! a, b: count of the item in target and reference; c, d: all tokens of target and reference; N = c + d;
//! E₁ = c(a+b)/N, E₂ = d(a+b)/N; p₁ = a/c, p₂ = b/d. O ln(O/E) is 0 where O is 0.
//!
//! | measure | formula | source |
//! |---|---|---|
//! | 对数似然值, log-likelihood, four terms | G² = 2 Σ O ln(O/E) over the four cells a, b, c−a, d−b; sign of p₁ − p₂ | Dunning, “Accurate methods for the statistics of surprise and coincidence”, *Computational Linguistics* 19, 1993 |
//! | the same, two terms | 2 (a ln(a/E₁) + b ln(b/E₂)); sign of p₁ − p₂ | Rayson and Garside, “Comparing corpora using frequency profiling”, *Proceedings of the Workshop on Comparing Corpora*, 2000 |
//! | 卡方, χ² | Σ (O−E)²/E over the four cells, without Yates's correction; sign of p₁ − p₂ | Hofland and Johansson, *Word Frequencies in British and American English*, 1982 |
//! | p | that of χ² with one degree of freedom: erfc(√(x/2)) | – |
//! | BIC | G² − ln N | Wilson, “Embracing Bayes factors for key item analysis in corpus linguistics”, 2013 |
//! | Log Ratio | log₂((a+½)/(c+½)) − log₂((b+½)/(d+½)) | Hardie, “Log Ratio: an informal introduction”, 2014; with the correction of Walter, “The distribution of Levin's measure of attributable risk”, *Biometrika* 62, 1975 |
//! | Log Ratio, plain | log₂(p₁/p₂) | Hardie 2014 |
//! | 保守 Log Ratio, LRC | see [`ContingencyTable::conservative_log_ratio`] | Evert, “Measuring keyness”, 2022; Fay, “Two-sided exact tests and matching confidence intervals for discrete data”, *The R Journal* 2, 2010 |
//! | %DIFF | 100 (p₁ − p₂)/p₂ | Gabrielatos and Marchi, “Keyness: matching metrics to definitions”, 2011 |
//! | difference coefficient | (p₁ − p₂)/(p₁ + p₂) | Hofland and Johansson 1982 |
//! | odds ratio | a(d−b)/(b(c−a)) | Pojanapunya and Watson Todd, “Log-likelihood and odds ratio”, *Corpus Linguistics and Linguistic Theory* 14, 2018 |
//! | simple maths | (10⁶ p₁ + k)/(10⁶ p₂ + k) | Kilgarriff, “Simple maths for keywords”, *Proceedings of Corpus Linguistics*, 2009 |

mod beta;
mod list;

use std::cmp::Ordering;

pub use list::{
    KeynessFigures, KeynessItem, KeynessList, KeynessRow, KeynessSelection, LARGE_SIDE,
    RemovedItems, keyness_list,
};

use super::figure::{Figure, log2, ratio};
use beta::lower_log_odds;

/// The level of confidence of the conservative Log Ratio.
pub const CONFIDENCE: f64 = 0.95;

/// The counts of one item in target and reference. A count above the tokens of its side is taken as all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ContingencyTable {
    /// a: count in the target.
    pub target: u64,
    /// b: count in the reference.
    pub reference: u64,
    /// c: all tokens of the target.
    pub target_tokens: u64,
    /// d: all tokens of the reference.
    pub reference_tokens: u64,
}

impl ContingencyTable {
    /// Target and reference in each other's place.
    pub fn swapped(self) -> Self {
        Self {
            target: self.reference,
            reference: self.target,
            target_tokens: self.reference_tokens,
            reference_tokens: self.target_tokens,
        }
    }

    /// On which side the item is relatively more frequent: `Greater` for the target.
    pub fn side(&self) -> Ordering {
        let here = u128::from(self.target) * u128::from(self.reference_tokens);
        here.cmp(&(u128::from(self.reference) * u128::from(self.target_tokens)))
    }

    /// Whether nothing can be compared: a side has no tokens.
    fn is_void(&self) -> bool {
        self.target_tokens == 0 || self.reference_tokens == 0
    }

    /// −1, 0 or 1 as [`Self::side`].
    fn sign(&self) -> f64 {
        match self.side() {
            Ordering::Less => -1.0,
            Ordering::Equal => 0.0,
            Ordering::Greater => 1.0,
        }
    }

    /// The four cells, each observed and expected: a, b, c−a, d−b.
    fn cells(&self) -> [(f64, f64); 4] {
        let (c, d) = (self.target_tokens, self.reference_tokens);
        let (a, b) = (self.target.min(c), self.reference.min(d));
        let all = c as f64 + d as f64;
        let (hits, rest) = (a as f64 + b as f64, (c - a) as f64 + (d - b) as f64);
        let expected = |row: f64, side: u64| row * (side as f64) / all;
        [
            (a as f64, expected(hits, c)),
            (b as f64, expected(hits, d)),
            ((c - a) as f64, expected(rest, c)),
            ((d - b) as f64, expected(rest, d)),
        ]
    }

    /// Relative frequency in target and reference; NaN on a side without tokens.
    fn shares(&self) -> (f64, f64) {
        let share = |count: u64, tokens: u64| (count.min(tokens) as f64) / (tokens as f64);
        (
            share(self.target, self.target_tokens),
            share(self.reference, self.reference_tokens),
        )
    }

    /// G² of four terms, negative where the item is more frequent in the reference; 0 where a side is empty.
    pub fn log_likelihood(&self) -> f64 {
        self.likelihood_of(4)
    }

    /// G² of the two terms of the item itself, signed likewise. It equals that of four terms only for rare items.
    pub fn log_likelihood_of_two_terms(&self) -> f64 {
        self.likelihood_of(2)
    }

    fn likelihood_of(&self, terms: usize) -> f64 {
        if self.is_void() {
            return 0.0;
        }
        let cells = self.cells();
        let sum: f64 = cells.iter().take(terms).map(likelihood_term).sum();
        // Rounding may carry a sum of nearly 0 below it.
        self.sign() * (2.0 * sum).max(0.0) + 0.0
    }

    /// χ², signed likewise; 0 where a side is empty or nothing or everything is the item.
    pub fn chi_squared(&self) -> f64 {
        if self.is_void() {
            return 0.0;
        }
        let cells = self.cells();
        let terms = cells
            .iter()
            .filter(|(_, expected)| *expected > 0.0)
            .map(|(observed, expected)| (observed - expected) * (observed - expected) / expected);
        self.sign() * terms.sum::<f64>() + 0.0
    }

    /// BIC of a G² of this table: |G²| − ln N. Below 0 the data favour no difference; 2 to 6 is positive evidence of one,
    /// 6 to 10 strong, above 10 very strong. 0 without tokens.
    pub fn bic(&self, log_likelihood: f64) -> f64 {
        let all = self.target_tokens as f64 + self.reference_tokens as f64;
        if all > 0.0 {
            log_likelihood.abs() - libm::log(all)
        } else {
            0.0
        }
    }

    /// Log Ratio after Walter: always finite. One more means twice as frequent in the target; 0 where a side is empty.
    pub fn log_ratio(&self) -> f64 {
        if self.is_void() {
            return 0.0;
        }
        let smoothed = |count: u64, tokens: u64| {
            libm::log2((count.min(tokens) as f64 + 0.5) / (tokens as f64 + 0.5))
        };
        smoothed(self.target, self.target_tokens) - smoothed(self.reference, self.reference_tokens)
    }

    /// Log Ratio as it stands: without bound where the item is missing on one side, undefined where on both.
    pub fn plain_log_ratio(&self) -> Figure {
        let (target, reference) = self.shares();
        match ratio(target, reference) {
            Figure::Number(value) => log2(value),
            other => other,
        }
    }

    /// Log Ratio with ½ in the place of a count of 0, as some tools have it.
    pub fn half_log_ratio(&self) -> Figure {
        let half = |count: u64, tokens: u64| {
            let count = if count == 0 { 0.5 } else { count as f64 };
            count / tokens as f64
        };
        let (target, reference) = (
            half(self.target, self.target_tokens),
            half(self.reference, self.reference_tokens),
        );
        match ratio(target, reference) {
            Figure::Number(value) if !self.is_void() => log2(value),
            _ => Figure::Undefined,
        }
    }

    /// LRC: the bound nearer 0 of the 95 % confidence interval of log₂(π₁/π₂), or 0 if that interval holds 0.
    ///
    /// Given a + b occurrences, a is binomial with share τ = cπ₁/(cπ₁ + dπ₂); the exact interval of τ (Clopper and Pearson,
    /// “The use of confidence or fiducial limits illustrated in the case of the binomial”, *Biometrika* 26, 1934) gives
    /// that of π₁/π₂ = (d/c)·τ/(1−τ). `tested` is the number of items m of the list, by which the error is divided
    /// after Bonferroni; 1 for none. 0 where a side is empty.
    pub fn conservative_log_ratio(&self, tested: u32) -> f64 {
        if self.is_void() {
            return 0.0;
        }
        let tail = (1.0 - CONFIDENCE) / 2.0 / f64::from(tested.max(1));
        match self.side() {
            Ordering::Greater => self.lower_bound(tail),
            Ordering::Equal => 0.0,
            Ordering::Less => -self.swapped().lower_bound(tail) + 0.0,
        }
    }

    /// The lower bound of log₂(π₁/π₂), at least 0.
    ///
    /// The bound of τ is the quantile of the beta distribution with a and b + 1; its log odds are looked for from those
    /// of equal shares, c/d, upward.
    fn lower_bound(&self, tail: f64) -> f64 {
        let equal = libm::log(self.target_tokens as f64 / self.reference_tokens as f64);
        let (a, b) = (self.target as f64, self.reference as f64 + 1.0);
        (lower_log_odds(tail, a, b, equal) - equal) / std::f64::consts::LN_2
    }

    /// %DIFF: by how many per cent the item is more frequent than in the reference, at least −100.
    pub fn percent_difference(&self) -> Figure {
        let (target, reference) = self.shares();
        ratio(100.0 * (target - reference), reference)
    }

    /// Difference coefficient: −1, only in the reference, to 1, only in the target; undefined where it is in neither.
    pub fn difference_coefficient(&self) -> Figure {
        let (target, reference) = self.shares();
        ratio(target - reference, target + reference)
    }

    /// Odds ratio: 1 for no difference.
    pub fn odds_ratio(&self) -> Figure {
        let [(a, _), (b, _), (others, _), (reference_others, _)] = self.cells();
        ratio(a * reference_others, b * others)
    }

    /// Simple maths with the constant `k`, at least 1: 1 for no difference, always finite where both sides have tokens.
    pub fn simple_maths(&self, k: u32) -> Figure {
        let (target, reference) = self.shares();
        let k = f64::from(k.max(1));
        ratio(1e6 * target + k, 1e6 * reference + k)
    }
}

/// O ln(O/E), 0 where O is 0.
fn likelihood_term((observed, expected): &(f64, f64)) -> f64 {
    if *observed > 0.0 {
        observed * libm::log(observed / expected)
    } else {
        0.0
    }
}

/// The chance of a G² or χ² of one degree of freedom that is at least as far from 0: 0 to 1.
pub fn p_value(statistic: f64) -> f64 {
    libm::erfc(libm::sqrt(statistic.abs() / 2.0))
}

#[cfg(test)]
mod tests;
