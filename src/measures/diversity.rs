//! 词汇丰富度: how many different words a text uses. Tokens are the words that segmentation gives.
//!
//! N: tokens; V: types, different ones; TTR: V/N.
//!
//! | measure | formula | source |
//! |---|---|---|
//! | TTR | V/N; texts of unequal length must not be compared by it | Johnson, “Studies in language behavior”, *Psychological Monographs* 56, 1944 |
//! | STTR | mean TTR of consecutive stretches of so many tokens; what is left at the end is dropped | the same |
//! | MATTR | mean TTR of all windows of so many tokens | Covington and McFall, “Cutting the Gordian knot: the moving-average type-token ratio”, *Journal of Quantitative Linguistics* 17, 2010 |
//! | MTLD | N over the number of factors, mean of forward and backward; a factor ends where TTR ≤ 0.72; the rest counts as (1 − TTR)/(1 − 0.72) of a factor | McCarthy and Jarvis, “MTLD, vocd-D, and HD-D”, *Behavior Research Methods* 42, 2010 |
//! | HD-D | Σ over types of the chance to be in a sample of 42 tokens, over 42 | the same |

use rustc_hash::FxHashMap;

/// Below so many tokens MTLD says little; it is still worked out.
pub const FEW_TOKENS_FOR_MTLD: u32 = 100;
/// Tokens of the sample of HD-D, which needs as many.
pub const SAMPLE_OF_HD_D: u32 = 42;

/// A text whose types are numbered in the order in which they occur.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DiversityText {
    tokens: Vec<u32>,
    types: usize,
}

impl DiversityText {
    /// A text of these items, which are numbers of any size.
    pub fn new(items: impl Iterator<Item = u32>) -> Self {
        let mut numbers = FxHashMap::default();
        let tokens = items
            .map(|item| {
                let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
                *numbers.entry(item).or_insert(next)
            })
            .collect();
        Self {
            tokens,
            types: numbers.len(),
        }
    }

    /// N.
    pub fn tokens(&self) -> usize {
        self.tokens.len()
    }

    /// V.
    pub fn types(&self) -> usize {
        self.types
    }

    /// TTR: above 0, to 1; `None` without tokens.
    pub fn ttr(&self) -> Option<f64> {
        share(self.types as u64, self.tokens.len() as u64)
    }

    /// STTR over stretches of `size` tokens; `None` if the text has fewer, or for 0.
    pub fn sttr(&self, size: u32) -> Option<f64> {
        let mut types = TypeCounter::new(self.types);
        let mut sum = 0;
        let mut stretches = 0;
        for stretch in self.tokens.chunks_exact(valid(size)?) {
            types.clear();
            for token in stretch {
                types.add(*token);
            }
            sum += types.met;
            stretches += 1;
        }
        share(sum, stretches * u64::from(size))
    }

    /// MATTR over windows of `size` tokens; `None` if the text has fewer, or for 0.
    pub fn mattr(&self, size: u32) -> Option<f64> {
        let size = valid(size)?;
        let mut counts = vec![0_u32; self.types];
        let (mut types, mut sum, mut windows) = (0_u64, 0_u64, 0_u64);
        for (place, token) in self.tokens.iter().enumerate() {
            if let Some(count) = counts.get_mut(*token as usize) {
                types += u64::from(*count == 0);
                *count += 1;
            }
            let Some(behind) = (place + 1).checked_sub(size) else {
                continue;
            };
            sum += types;
            windows += 1;
            let gone = self.tokens.get(behind).map_or(0, |token| *token as usize);
            if let Some(count) = counts.get_mut(gone) {
                *count -= 1;
                types -= u64::from(*count == 0);
            }
        }
        share(sum, windows * size as u64)
    }

    /// MTLD, the mean of both directions; `None` without tokens or where no word is repeated, for then it has no bound.
    pub fn mtld(&self) -> Option<f64> {
        let forward = self.mtld_of(self.tokens.iter())?;
        let backward = self.mtld_of(self.tokens.iter().rev())?;
        Some((forward + backward) / 2.0)
    }

    /// MTLD of one direction.
    fn mtld_of<'t>(&self, tokens: impl Iterator<Item = &'t u32>) -> Option<f64> {
        let mut types = TypeCounter::new(self.types);
        let (mut factors, mut length) = (0_u64, 0_u64);
        for token in tokens {
            types.add(*token);
            length += 1;
            // TTR ≤ 0.72, in whole numbers.
            if types.met * 25 <= length * 18 {
                factors += 1;
                length = 0;
                types.clear();
            }
        }
        let partial = share(types.met, length).map_or(0.0, |ttr| (1.0 - ttr) / (1.0 - 0.72));
        let factors = factors as f64 + partial;
        (factors > 0.0).then(|| self.tokens.len() as f64 / factors)
    }

    /// HD-D: the TTR that a sample of 42 tokens is expected to have, 1/42 to 1; `None` if the text has fewer.
    pub fn hd_d(&self) -> Option<f64> {
        let all = self.tokens.len();
        if all < SAMPLE_OF_HD_D as usize {
            return None;
        }
        let mut counts = vec![0_usize; self.types];
        for token in &self.tokens {
            if let Some(count) = counts.get_mut(*token as usize) {
                *count += 1;
            }
        }
        // How many types have each count, so that the sum has the same order for every numbering.
        let mut types_of = vec![0_u32; all + 1];
        for count in counts {
            if let Some(types) = types_of.get_mut(count) {
                *types += 1;
            }
        }
        let met = types_of.iter().enumerate().filter(|(_, types)| **types > 0);
        let sum: f64 = met
            .map(|(count, types)| f64::from(*types) * (1.0 - chance_of_none(all, count)))
            .sum();
        Some(sum / f64::from(SAMPLE_OF_HD_D))
    }
}

/// The chance that none of `count` among `all` tokens is in the sample: hypergeometric.
fn chance_of_none(all: usize, count: usize) -> f64 {
    (0..SAMPLE_OF_HD_D as usize).fold(1.0, |chance, drawn| {
        let others = (all - count).saturating_sub(drawn);
        chance * others as f64 / (all - drawn) as f64
    })
}

fn valid(size: u32) -> Option<usize> {
    (size > 0).then_some(size as usize)
}

/// `part` of `all`, if there is anything.
fn share(part: u64, all: u64) -> Option<f64> {
    (all > 0).then(|| part as f64 / all as f64)
}

/// Counts different tokens, again and again, without wiping its memory.
struct TypeCounter {
    /// The round in which a type was last met.
    rounds: Vec<u32>,
    round: u32,
    met: u64,
}

impl TypeCounter {
    fn new(types: usize) -> Self {
        Self {
            rounds: vec![0; types],
            round: 1,
            met: 0,
        }
    }

    fn add(&mut self, token: u32) {
        if let Some(round) = self.rounds.get_mut(token as usize) {
            self.met += u64::from(*round != self.round);
            *round = self.round;
        }
    }

    fn clear(&mut self) {
        self.round += 1;
        self.met = 0;
    }
}

#[cfg(test)]
mod tests;
