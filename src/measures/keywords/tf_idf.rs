//! TF-IDF.

use std::hash::Hash;

use rustc_hash::FxHashMap;

use super::Weighted;

/// The counts of candidates, in the order in which they first occur, which decides between equal weights.
#[derive(Debug, Clone)]
pub struct WordTally<T> {
    places: FxHashMap<T, usize>,
    counts: Vec<(T, u32)>,
}

impl<T> Default for WordTally<T> {
    fn default() -> Self {
        Self {
            places: FxHashMap::default(),
            counts: Vec::new(),
        }
    }
}

impl<T: Copy + Eq + Hash> WordTally<T> {
    /// Counts one more occurrence.
    pub fn add(&mut self, word: T) {
        let place = *self.places.entry(word).or_insert(self.counts.len());
        match self.counts.get_mut(place) {
            Some((_, count)) => *count = count.saturating_add(1),
            None => self.counts.push((word, 1)),
        }
    }

    /// Each word once, with its count.
    pub fn counts(&self) -> &[(T, u32)] {
        &self.counts
    }
}

/// TF-IDF of words that are candidates ([`super::is_candidate`]), each once with its count and its inverse document
/// frequency, in the order in which they first occur. The result stands in the same order;
/// [`super::heaviest_first`] gives that of the list.
///
/// Product and quotient are taken in jieba's order, so that the weights are its bits.
pub fn tf_idf<T: Copy>(counts: &[(T, u32)], mut idf: impl FnMut(T) -> f64) -> Vec<Weighted<T>> {
    let total: u64 = counts.iter().map(|(_, count)| u64::from(*count)).sum();
    let weigh = |(word, count): &(T, u32)| Weighted {
        word: *word,
        weight: f64::from(*count) * (idf(*word) / total as f64),
    };
    counts.iter().map(weigh).collect()
}

/// The inverse document frequency of a word that stands in `containing` of all `articles`: ln(D/df). 0 for a word of
/// every article, or of none.
pub fn idf_of_corpus(articles: u32, containing: u32) -> f64 {
    if containing == 0 || containing >= articles {
        return 0.0;
    }
    libm::log(f64::from(articles) / f64::from(containing))
}
