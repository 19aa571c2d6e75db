//! The list of keywords: which items are kept, and their figures.

use std::cmp::Ordering;

use super::{ContingencyTable, Figure, p_value};
use crate::measures::options::{KeynessEvidence, KeynessOptions, Sign, Significance};

/// From so many tokens on either side a list is large; below it only describes.
pub const LARGE_SIDE: u64 = 50_000;
/// The BIC that is evidence.
const LEAST_BIC: f64 = 2.0;

/// An item that is to be tested.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct KeynessItem {
    /// Count in the target.
    pub target: u64,
    /// Count in the reference.
    pub reference: u64,
    /// Number of articles of the target in which it occurs; `None` if not known: no least number is asked for.
    pub target_articles: Option<u32>,
    /// The same of the reference, which may be a list without articles.
    pub reference_articles: Option<u32>,
}

/// How many items a condition removed of those that the conditions before it left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RemovedItems {
    /// By the least count.
    pub count: u32,
    /// By the least number of articles.
    pub articles: u32,
    /// By the evidence asked for.
    pub evidence: u32,
    /// By the sign.
    pub sign: u32,
}

/// The items that all conditions leave.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct KeynessSelection {
    /// Whether both sides have at least [`LARGE_SIDE`] tokens.
    pub is_large: bool,
    /// The least count that was asked for.
    pub least_count: u32,
    /// The least number of articles.
    pub least_articles: u32,
    /// The evidence asked for; never automatic.
    pub evidence: KeynessEvidence,
    /// How many items were tested: those that occur, with counts and articles enough.
    pub tested: u32,
    /// By how much p is multiplied, and the error of the conservative Log Ratio divided: the items tested, or 1.
    pub correction: u32,
    /// What the conditions removed.
    pub removed: RemovedItems,
    /// The items left, in the order given: their numbers among those given, from 0, and their tables.
    pub kept: Vec<(u32, ContingencyTable)>,
}

/// The figures of an item.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct KeynessFigures {
    /// G² of four terms, or of two where that test is chosen; signed.
    pub log_likelihood: f64,
    /// χ², signed.
    pub chi_squared: f64,
    /// BIC of the G² shown.
    pub bic: f64,
    /// p of the chosen test, after Bonferroni where that is on; at most 1.
    pub p_value: f64,
    /// Log Ratio after Walter.
    pub log_ratio: f64,
    /// LRC.
    pub conservative_log_ratio: f64,
    /// %DIFF.
    pub percent_difference: Figure,
    /// Odds ratio.
    pub odds_ratio: Figure,
    /// Difference coefficient.
    pub difference_coefficient: Figure,
    /// Simple maths.
    pub simple_maths: Figure,
}

/// A keyword.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct KeynessRow {
    /// Its number among the items given, from 0.
    pub item: u32,
    /// Its counts.
    pub table: ContingencyTable,
    /// Its figures.
    pub figures: KeynessFigures,
}

/// A list of keywords, in the order in which the items were given.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct KeynessList {
    /// How it came about, and which items are in it.
    pub selection: KeynessSelection,
    /// The keywords.
    pub rows: Vec<KeynessRow>,
}

/// Selects the items, then takes all figures of those left. Items that occur on neither side are passed over.
///
/// Large lists take their time with the figures: [`KeynessSelection::of`] and [`KeynessSelection::figures`] do the same
/// piece by piece.
pub fn keyness_list(
    items: impl Iterator<Item = KeynessItem>,
    tokens: (u64, u64),
    options: &KeynessOptions,
) -> KeynessList {
    let selection = KeynessSelection::of(items, tokens, options);
    let rows = (selection.kept.iter())
        .map(|(item, table)| KeynessRow {
            item: *item,
            table: *table,
            figures: selection.figures(table, options),
        })
        .collect();
    KeynessList { selection, rows }
}

impl KeynessSelection {
    /// Applies the conditions in this order: count, articles, evidence, sign. `tokens` are those of target and reference.
    ///
    /// Least count and least articles are asked of the side on which the item is relatively more frequent; of the target
    /// where it is as frequent on both. Without tokens on a side there is no evidence and no sign.
    pub fn of(
        items: impl Iterator<Item = KeynessItem>,
        tokens: (u64, u64),
        options: &KeynessOptions,
    ) -> Self {
        let is_large = tokens.0.min(tokens.1) >= LARGE_SIDE;
        let (count, articles) = if is_large { (5, 3) } else { (3, 1) };
        let mut selection = Self {
            is_large,
            least_count: options.least_count.unwrap_or(count),
            least_articles: options.least_articles.unwrap_or(articles),
            evidence: resolved(options.evidence, is_large),
            correction: 1,
            ..Self::default()
        };
        for (number, item) in (0..).zip(items) {
            selection.take(number, &item, tokens);
        }
        selection.tested = u32::try_from(selection.kept.len()).unwrap_or(u32::MAX);
        if options.bonferroni {
            selection.correction = selection.tested.max(1);
        }
        selection.test(options);
        selection
    }

    /// Takes an item that has the least count and articles.
    fn take(&mut self, number: u32, item: &KeynessItem, tokens: (u64, u64)) {
        if item.target == 0 && item.reference == 0 {
            return;
        }
        let table = ContingencyTable {
            target: item.target,
            reference: item.reference,
            target_tokens: tokens.0,
            reference_tokens: tokens.1,
        };
        let (count, articles) = match table.side() {
            Ordering::Less => (item.reference, item.reference_articles),
            Ordering::Equal | Ordering::Greater => (item.target, item.target_articles),
        };
        if count < u64::from(self.least_count) {
            self.removed.count += 1;
        } else if articles.is_some_and(|articles| articles < self.least_articles) {
            self.removed.articles += 1;
        } else {
            self.kept.push((number, table));
        }
    }

    /// Removes what lacks the evidence, then what has the other sign.
    fn test(&mut self, options: &KeynessOptions) {
        let (evidence, correction) = (self.evidence, self.correction);
        let removed = &mut self.removed;
        self.kept.retain(|(_, table)| {
            if !has_evidence(table, evidence, options.significance, correction) {
                removed.evidence += 1;
                return false;
            }
            let is_kept = match options.sign {
                Sign::Both => true,
                Sign::Positive => table.side().is_gt(),
                Sign::Negative => table.side().is_lt(),
            };
            removed.sign += u32::from(!is_kept);
            is_kept
        });
    }

    /// The level of significance in units of 1/10,000, where that is the evidence asked for.
    pub fn level(&self) -> Option<u32> {
        level(self.evidence)
    }

    /// The figures of an item of this list; `options` are those it was selected by.
    pub fn figures(&self, table: &ContingencyTable, options: &KeynessOptions) -> KeynessFigures {
        let log_likelihood = shown_likelihood(table, options.significance);
        KeynessFigures {
            log_likelihood,
            chi_squared: table.chi_squared(),
            bic: table.bic(log_likelihood),
            p_value: corrected_p(table, options.significance, self.correction),
            log_ratio: table.log_ratio(),
            conservative_log_ratio: table.conservative_log_ratio(self.correction),
            percent_difference: table.percent_difference(),
            odds_ratio: table.odds_ratio(),
            difference_coefficient: table.difference_coefficient(),
            simple_maths: table.simple_maths(options.simple_maths),
        }
    }
}

fn resolved(evidence: KeynessEvidence, is_large: bool) -> KeynessEvidence {
    match evidence {
        KeynessEvidence::Automatic if is_large => KeynessEvidence::Bic,
        KeynessEvidence::Automatic => KeynessEvidence::None,
        other => other,
    }
}

/// Levels of significance in units of 1/10,000.
fn level(evidence: KeynessEvidence) -> Option<u32> {
    match evidence {
        KeynessEvidence::Automatic | KeynessEvidence::None | KeynessEvidence::Bic => None,
        KeynessEvidence::Five => Some(500),
        KeynessEvidence::One => Some(100),
        KeynessEvidence::Tenth => Some(10),
        KeynessEvidence::Hundredth => Some(1),
    }
}

fn has_evidence(
    table: &ContingencyTable,
    evidence: KeynessEvidence,
    significance: Significance,
    correction: u32,
) -> bool {
    match level(evidence) {
        Some(level) => corrected_p(table, significance, correction) < f64::from(level) / 10_000.0,
        None if evidence == KeynessEvidence::Bic => {
            table.bic(shown_likelihood(table, significance)) >= LEAST_BIC
        }
        None => true,
    }
}

/// The G² of a list: of two terms where that is the chosen test, else of four.
fn shown_likelihood(table: &ContingencyTable, significance: Significance) -> f64 {
    match significance {
        Significance::LogLikelihoodOfTwoTerms => table.log_likelihood_of_two_terms(),
        Significance::LogLikelihood | Significance::ChiSquared => table.log_likelihood(),
    }
}

fn corrected_p(table: &ContingencyTable, significance: Significance, correction: u32) -> f64 {
    let statistic = match significance {
        Significance::ChiSquared => table.chi_squared(),
        _ => shown_likelihood(table, significance),
    };
    (p_value(statistic) * f64::from(correction)).min(1.0)
}
