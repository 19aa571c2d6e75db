//! 搭配: how strongly a node and a collocate attract each other.
//!
//! O₁₁: occurrences of the collocate in the windows around the node; f(n), f(w): counts of node and collocate; N: all
//! tokens; R₁: the row total, either all tokens inside the windows (surface co-occurrence, Evert, “Corpora and
//! collocations”, in *Corpus Linguistics: An International Handbook*, 2008) or f(n); C₁ = f(w); R₂ = N − R₁,
//! C₂ = N − C₁; O₁₂ = R₁ − O₁₁, O₂₁ = C₁ − O₁₁; E₁₁ = R₁C₁/N. O and E alone stand for O₁₁ and E₁₁.
//!
//! | measure | formula | source |
//! |---|---|---|
//! | 互信息, MI | log₂(O/E) | Church and Hanks, “Word association norms, mutual information, and lexicography”, *Computational Linguistics* 16, 1990 |
//! | MI², MI³ | log₂(O²/E), log₂(O³/E) | Daille, *Approche mixte pour l'extraction automatique de terminologie*, 1994 |
//! | NPMI | MI/(−log₂(O/N)) | Bouma, “Normalized (pointwise) mutual information in collocation extraction”, *Proceedings of GSCL*, 2009 |
//! | t | (O−E)/√O | Church, Gale, Hanks and Hindle, “Using statistics in lexical analysis”, 1991 |
//! | z | (O−E)/√E | Dennis, “The construction of a thesaurus automatically from a sample of text”, 1964 |
//! | 对数似然值 | G² of the four cells, sign of O−E | Dunning, “Accurate methods for the statistics of surprise and coincidence”, *Computational Linguistics* 19, 1993 |
//! | Dice | 2O/(f(n)+f(w)) | Smadja, McKeown and Hatzivassiloglou, “Translating collocations for bilingual lexicons”, *Computational Linguistics* 22, 1996 |
//! | logDice | 14 + log₂ Dice | Rychlý, “A lexicographer-friendly association score”, *Proceedings of RASLAN*, 2008 |
//! | ΔP(w∣n), ΔP(n∣w) | O₁₁/R₁ − O₂₁/R₂, O₁₁/C₁ − O₁₂/C₂ | Gries, “50-something years of work on collocations”, *International Journal of Corpus Linguistics* 18, 2013 |
//! | minimum sensitivity | min(O/f(n), O/f(w)) | Pedersen and Bruce, “What to infer from a description”, 1996 |
//! | Log Ratio | that of keyness, the windows against the rest | Hardie, “Log Ratio: an informal introduction”, 2014 |

use super::figure::{Figure, log2, ratio};
use super::keyness::ContingencyTable;

/// The counts of a node and a collocate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Pair {
    /// O₁₁: occurrences of the collocate in the windows.
    pub together: u64,
    /// f(n): count of the node.
    pub node: u64,
    /// f(w): count of the collocate.
    pub collocate: u64,
    /// N: all tokens.
    pub tokens: u64,
    /// R₁: tokens in the windows, or the count of the node.
    pub row_total: u64,
}

/// All figures of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct AssociationFigures {
    /// E₁₁.
    pub expected: Figure,
    /// G² of four terms, negative where they avoid each other.
    pub log_likelihood: f64,
    /// MI.
    pub mi: Figure,
    /// MI².
    pub mi2: Figure,
    /// MI³.
    pub mi3: Figure,
    /// t.
    pub t_score: Figure,
    /// z.
    pub z_score: Figure,
    /// Dice.
    pub dice: Figure,
    /// logDice.
    pub log_dice: Figure,
    /// NPMI.
    pub npmi: Figure,
    /// ΔP of the collocate, given the node.
    pub delta_p_forward: Figure,
    /// ΔP of the node, given the collocate.
    pub delta_p_backward: Figure,
    /// Minimum sensitivity.
    pub minimum_sensitivity: Figure,
    /// Log Ratio after Walter.
    pub log_ratio: f64,
}

impl Pair {
    /// All figures.
    pub fn figures(&self) -> AssociationFigures {
        AssociationFigures {
            expected: self.expected(),
            log_likelihood: self.log_likelihood(),
            mi: self.mutual_information(1),
            mi2: self.mutual_information(2),
            mi3: self.mutual_information(3),
            t_score: self.t_score(),
            z_score: self.z_score(),
            dice: self.dice(),
            log_dice: self.log_dice(),
            npmi: self.npmi(),
            delta_p_forward: self.delta_p_forward(),
            delta_p_backward: self.delta_p_backward(),
            minimum_sensitivity: self.minimum_sensitivity(),
            log_ratio: self.log_ratio(),
        }
    }

    /// The collocate inside the windows and in the rest.
    ///
    /// Where windows overlap, and a token counts for each, O₁₁ may pass f(w): nothing is then left for the rest.
    pub fn table(&self) -> ContingencyTable {
        ContingencyTable {
            target: self.together,
            reference: self.collocate.saturating_sub(self.together),
            target_tokens: self.row_total,
            reference_tokens: self.tokens.saturating_sub(self.row_total),
        }
    }

    /// E₁₁: co-occurrences that chance would give; undefined without tokens.
    pub fn expected(&self) -> Figure {
        Figure::of(self.chance())
    }

    fn chance(&self) -> f64 {
        self.row_total as f64 * self.collocate as f64 / self.tokens as f64
    }

    fn observed(&self) -> f64 {
        self.together as f64
    }

    /// MI, MI², MI³: log₂(O^`power`/E). Without bound below where they never co-occur.
    pub fn mutual_information(&self, power: u8) -> Figure {
        let observed = (0..power).fold(1.0, |product, _| product * self.observed());
        match ratio(observed, self.chance()) {
            Figure::Number(ratio) => log2(ratio),
            other => other,
        }
    }

    /// NPMI: −1, never together, over 0, as by chance, to 1, always together.
    pub fn npmi(&self) -> Figure {
        let share = ratio(self.observed(), self.tokens as f64);
        match (share, self.mutual_information(1)) {
            (Figure::Number(share), Figure::Number(information)) if share < 1.0 => {
                ratio(information, -libm::log2(share))
            }
            (Figure::Number(_), Figure::NegativeInfinite) => Figure::Number(-1.0),
            _ => Figure::Undefined,
        }
    }

    /// t: at least 2 is conventional; undefined where they never co-occur.
    pub fn t_score(&self) -> Figure {
        if self.together == 0 {
            return Figure::Undefined;
        }
        ratio(self.observed() - self.chance(), libm::sqrt(self.observed()))
    }

    /// z.
    pub fn z_score(&self) -> Figure {
        ratio(self.observed() - self.chance(), libm::sqrt(self.chance()))
    }

    /// G² of four terms, negative where they co-occur less than by chance.
    pub fn log_likelihood(&self) -> f64 {
        self.table().log_likelihood()
    }

    /// Dice: 0 to 1.
    pub fn dice(&self) -> Figure {
        ratio(
            2.0 * self.observed(),
            self.node as f64 + self.collocate as f64,
        )
    }

    /// logDice: at most 14, mostly below 10; one more means twice as often. Independent of N.
    pub fn log_dice(&self) -> Figure {
        match self.dice() {
            Figure::Number(dice) if dice > 0.0 => Figure::of(14.0 + libm::log2(dice)),
            Figure::Number(_) => Figure::NegativeInfinite,
            other => other,
        }
    }

    /// ΔP(w∣n): by how much the node makes the collocate likelier, −1 to 1.
    pub fn delta_p_forward(&self) -> Figure {
        let table = self.table();
        difference(
            (table.target, table.target_tokens),
            (table.reference, table.reference_tokens),
        )
    }

    /// ΔP(n∣w): by how much the collocate makes the node likelier, −1 to 1.
    pub fn delta_p_backward(&self) -> Figure {
        difference(
            (self.together, self.collocate),
            (
                self.row_total.saturating_sub(self.together),
                self.tokens.saturating_sub(self.collocate),
            ),
        )
    }

    /// Minimum sensitivity: 0 to 1.
    pub fn minimum_sensitivity(&self) -> Figure {
        ratio(self.observed(), self.node.max(self.collocate) as f64)
    }

    /// Log Ratio after Walter, of the windows against the rest.
    pub fn log_ratio(&self) -> f64 {
        self.table().log_ratio()
    }

    /// The conservative Log Ratio of the windows against the rest.
    pub fn conservative_log_ratio(&self, tested: u32) -> f64 {
        self.table().conservative_log_ratio(tested)
    }
}

/// The difference of two shares, each of hits among trials.
fn difference(one: (u64, u64), other: (u64, u64)) -> Figure {
    let share = |(hits, trials): (u64, u64)| hits as f64 / trials as f64;
    Figure::of(share(one) - share(other))
}

#[cfg(test)]
mod tests;
