//! How evenly an item is spread over parts, which are articles, and over the text.
//!
//! f: count of the item; vᵢ: its count in part i; sᵢ: the part's share of all tokens; n: parts that have tokens;
//! pᵢ = vᵢ/tokens of part i. For parts of equal size the formulas give the classical measures of equal parts.
//! N: all tokens; dᵢ: distance of an occurrence from the one before it, in tokens, the first one's from the last one, over
//! the end of the text.
//!
//! | measure | formula | source |
//! |---|---|---|
//! | 见于篇数, range | parts with vᵢ > 0 | Gries, “Dispersions and adjusted frequencies in corpora”, *International Journal of Corpus Linguistics* 13, 2008 |
//! | DP | ½ Σ ∣vᵢ/f − sᵢ∣ | the same |
//! | DPnorm | DP/(1 − min sᵢ) | Lijffijt and Gries, “Correction to Stefan Th. Gries' ‘Dispersions and adjusted frequencies in corpora’”, *International Journal of Corpus Linguistics* 17, 2012 |
//! | Juilland D | 1 − (σ/μ)/√(n−1) of the pᵢ, σ that of the population; not below 0 | Juilland and Chang-Rodríguez, *Frequency Dictionary of Spanish Words*, 1964; Gries 2008 |
//! | Carroll D₂ | entropy of pᵢ/Σp, over ln n | Carroll, “An alternative to Juilland's usage coefficient for lexical frequencies”, *ETS Research Bulletin*, 1970 |
//! | Rosengren S | (Σ √(sᵢvᵢ))²/f | Rosengren, “The quantitative concept of language and its relation to the structure of frequency dictionaries”, *Études de linguistique appliquée* 1, 1971 |
//! | Lyne D₃ | 1 − χ²/(4f), χ² = Σ (vᵢ − f·sᵢ)²/(f·sᵢ) | Lyne, *The Vocabulary of French Business Correspondence*, 1985 |
//! | ARF | (1/v) Σ min(dᵢ, v), v = N/f | Savický and Hlaváčová, “Measures of word commonness”, *Journal of Quantitative Linguistics* 9, 2002 |
//! | ALD, AWT | Σ dᵢ log₁₀ dᵢ / N, ½ (1 + Σ dᵢ²/N) | the same |

/// The sizes of the parts, once for all items.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Parts {
    sizes: Vec<u32>,
    tokens: u64,
    /// Parts that have tokens.
    number: u32,
    /// The least of their sizes.
    least: u32,
}

/// How an item is spread over parts. `None` where the parts are fewer than two, for which it is not defined.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dispersion {
    /// Parts in which it occurs.
    pub range: u32,
    /// DP: 0, spread as the text is, to below 1.
    pub dp: f64,
    /// DPnorm: 0 to 1.
    pub dp_norm: Option<f64>,
    /// Juilland D: 0, in one part, to 1, even.
    pub juilland_d: Option<f64>,
    /// Carroll D₂: 0 to 1.
    pub carroll_d2: Option<f64>,
    /// Rosengren S: the share of the smallest part, or more, to 1.
    pub rosengren_s: f64,
    /// Lyne D₃: at most 1; below 0 where it is very uneven.
    pub lyne_d3: f64,
}

impl Parts {
    /// Parts of these sizes, in tokens. Parts without tokens are no parts.
    pub fn new(sizes: Vec<u32>) -> Self {
        let filled = sizes.iter().filter(|size| **size > 0);
        Self {
            tokens: sizes.iter().map(|size| u64::from(*size)).sum(),
            number: u32::try_from(filled.clone().count()).unwrap_or(u32::MAX),
            least: filled.min().copied().unwrap_or_default(),
            sizes,
        }
    }

    /// All tokens.
    pub fn tokens(&self) -> u64 {
        self.tokens
    }

    /// How many parts have tokens.
    pub fn number(&self) -> u32 {
        self.number
    }

    /// How an item is spread that occurs so often in these parts: number of the part among the sizes given, and count.
    ///
    /// Only parts in which it occurs need to be given, each once, in ascending order, so that sums are the same bits
    /// whoever asks; what this costs is their number. Parts without tokens are passed over. `None` if it occurs in none.
    pub fn dispersion(&self, counts: &[(u32, u32)]) -> Option<Dispersion> {
        let met = |(part, count): &(u32, u32)| {
            let size = self.sizes.get(*part as usize).copied().unwrap_or_default();
            (size > 0 && *count > 0).then_some((f64::from(size), f64::from(*count)))
        };
        let frequency: u64 = counts
            .iter()
            .filter(|given| met(given).is_some())
            .map(|(_, count)| u64::from(*count))
            .sum();
        if frequency == 0 {
            return None;
        }
        let sums = Sums::of(
            counts.iter().filter_map(met),
            frequency as f64,
            self.tokens as f64,
        );
        Some(self.measures(&sums, counts.iter().filter_map(met)))
    }

    fn measures(&self, sums: &Sums, met: impl Iterator<Item = (f64, f64)>) -> Dispersion {
        let parts = f64::from(self.number);
        let is_divided = self.number > 1;
        // What lies outside the parts it occurs in; rounding may carry it below 0.
        let outside = (1.0 - sums.share).max(0.0);
        let dp = (0.5 * (sums.difference + outside)).clamp(0.0, 1.0);
        let least = f64::from(self.least) / self.tokens as f64;
        let mean = sums.densities / parts;
        let mut squares = (parts - f64::from(sums.range)) * mean * mean;
        let mut entropy = 0.0;
        for (size, count) in met {
            let density = count / size;
            squares += (density - mean) * (density - mean);
            let share = density / sums.densities;
            entropy -= share * libm::log(share);
        }
        let deviation = libm::sqrt(squares / parts);
        Dispersion {
            range: sums.range,
            dp,
            dp_norm: is_divided.then(|| (dp / (1.0 - least)).clamp(0.0, 1.0)),
            juilland_d: is_divided
                .then(|| (1.0 - deviation / mean / libm::sqrt(parts - 1.0)).clamp(0.0, 1.0)),
            carroll_d2: is_divided.then(|| (entropy / libm::log(parts)).clamp(0.0, 1.0)),
            rosengren_s: (sums.roots * sums.roots).clamp(0.0, 1.0),
            lyne_d3: 1.0 - (sums.chi_squared + outside) / 4.0,
        }
    }
}

/// What is summed over the parts in which an item occurs.
#[derive(Default)]
struct Sums {
    range: u32,
    /// Σ sᵢ.
    share: f64,
    /// Σ ∣vᵢ/f − sᵢ∣.
    difference: f64,
    /// Σ pᵢ.
    densities: f64,
    /// Σ √(sᵢvᵢ/f).
    roots: f64,
    /// χ²/f: Σ (vᵢ/f − sᵢ)²/sᵢ; each other part adds its sᵢ.
    chi_squared: f64,
}

impl Sums {
    /// Of pairs of a part's size and the count in it.
    fn of(met: impl Iterator<Item = (f64, f64)>, frequency: f64, tokens: f64) -> Self {
        let mut sums = Self::default();
        for (size, count) in met {
            let (share, own) = (size / tokens, count / frequency);
            sums.range += 1;
            sums.share += share;
            sums.difference += (own - share).abs();
            sums.densities += count / size;
            sums.roots += libm::sqrt(share * own);
            sums.chi_squared += (own - share) * (own - share) / share;
        }
        sums
    }
}

/// ARF of one item, from its positions as they come: all of integers, so that it costs little and loses nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ReducedFrequency {
    first: u64,
    /// The position behind the last one; 0 before the first.
    behind_last: u64,
    /// Σ min(dᵢ·f, N).
    sum: u64,
}

impl ReducedFrequency {
    /// Takes the next position, from 0 and ascending, of an item that occurs `count` times in `tokens` tokens.
    pub fn add(&mut self, position: u64, count: u64, tokens: u64) {
        if self.behind_last == 0 {
            self.first = position;
        } else {
            let distance = (position + 1).saturating_sub(self.behind_last);
            self.sum += distance.saturating_mul(count).min(tokens);
        }
        self.behind_last = position + 1;
    }

    /// ARF: 1, all in one place, to f, even; `None` for an item that does not occur.
    pub fn finish(self, count: u64, tokens: u64) -> Option<f64> {
        if self.behind_last == 0 || tokens == 0 {
            return None;
        }
        let distance = (self.first + 1 + tokens).saturating_sub(self.behind_last);
        let sum = self.sum + distance.saturating_mul(count).min(tokens);
        Some(sum as f64 / tokens as f64)
    }
}

/// ARF from all positions, from 0 and ascending, in a text of so many tokens; `None` without positions or tokens.
pub fn average_reduced_frequency(positions: &[u64], tokens: u64) -> Option<f64> {
    let mut reduced = ReducedFrequency::default();
    let count = positions.len() as u64;
    for position in positions {
        reduced.add(*position, count, tokens);
    }
    reduced.finish(count, tokens)
}

/// ALD: 0, in every place, to log₁₀ N; `None` as above.
pub fn average_logarithmic_distance(positions: &[u64], tokens: u64) -> Option<f64> {
    let terms = distances(positions, tokens)?.map(|distance| {
        let distance = distance as f64;
        distance * libm::log10(distance.max(1.0))
    });
    Some(terms.sum::<f64>() / tokens as f64)
}

/// AWT, average waiting time: 1, in every place, to (1 + N)/2; `None` as above.
pub fn average_waiting_time(positions: &[u64], tokens: u64) -> Option<f64> {
    let squares = distances(positions, tokens)?
        .map(|distance| u128::from(distance) * u128::from(distance))
        .sum::<u128>();
    Some(0.5 * (1.0 + squares as f64 / tokens as f64))
}

/// The distances, that of the first position last.
fn distances(positions: &[u64], tokens: u64) -> Option<impl Iterator<Item = u64>> {
    let (first, last) = (positions.first()?, positions.last()?);
    let round = (first + tokens).saturating_sub(*last);
    let between = positions
        .iter()
        .zip(positions.iter().skip(1))
        .map(|(one, next)| next.saturating_sub(*one));
    (tokens > 0).then(|| between.chain([round]))
}

#[cfg(test)]
mod tests;
