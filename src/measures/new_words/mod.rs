//! 新词: strings that hold together inside and stand freely outside.
//!
//! | measure | formula | source |
//! |---|---|---|
//! | 凝固度, cohesion | c(s) = min over all cuts s = xy of log₂ (f(s) · N / (f(x) · f(y))), in bits | Church and Hanks, “Word association norms, mutual information, and lexicography”, *Computational Linguistics* 16, 1990, of the worst cut |
//! | 左熵、右熵, boundary entropy | H = −Σ p log₂ p over the characters beside s, in bits; a border of a run is another neighbour each time | Matrix67, 互联网时代的社会语言学, 2012; Huang and Powers, “Chinese word segmentation based on contextual entropy”, PACLIC 17, 2003 |
//! | score | log₂ f(s) · min(H left, H right) · √c(s) | none: it ranks, it measures nothing |
//!
//! f counts the occurrences of a string inside runs of Han characters, N is the number of characters in all runs. A run
//! never crosses punctuation, a blank, a letter, a digit or the border of a paragraph; a · between two Han characters
//! belongs to a run, so that foreign names are found whole.
//!
//! A score is a product, so that a string must be good in each respect: the cohesion of a string that occurs twice is
//! large by chance, and the root keeps it from outweighing the others.
//!
//! The work is linear in the text but for sorting: strings of n + 1 characters are counted only where both strings of n
//! inside them are frequent. Memory is about 20 bytes a character and 32 bytes for every different string that is
//! counted; a corpus of 10 MB needs less than 200 MB at its worst, and half of that as a rule.

mod material;
mod search;

pub use self::material::Material;
pub use self::search::Search;

/// What a candidate must have.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Thresholds {
    /// Longest candidate, in Han characters. The shortest has 2.
    pub longest_chars: u32,
    /// How often it must occur, at least 2.
    pub fewest: u32,
    /// In how many articles it must occur.
    pub fewest_articles: u32,
    /// Least cohesion, in bits.
    pub least_cohesion: f64,
    /// Least entropy on either side, in bits.
    pub least_entropy: f64,
    /// A string goes where a longer candidate that holds it has this share of its occurrences.
    pub same_share: f64,
    /// A string goes where this share of its occurrences lies inside one token, be it the string or longer.
    pub known_share: f64,
}

impl Default for Thresholds {
    /// 2 to 6 characters, 5 occurrences, 2 articles, 4 bits of cohesion, 1 bit of entropy, shares of 0.9.
    fn default() -> Self {
        Self {
            longest_chars: 6,
            fewest: 5,
            fewest_articles: 2,
            least_cohesion: 4.0,
            least_entropy: 1.0,
            same_share: 0.9,
            known_share: 0.9,
        }
    }
}

impl Thresholds {
    /// The same for a material. In one with a single article, one article is enough. In a short one no string can hold
    /// together as firmly, since c is at most log₂ (N / f): the least cohesion is at most a third of log₂ N, which is less
    /// than 4 bits below 4096 characters.
    pub fn for_material(self, material: &Material) -> Self {
        let highest = libm::log2(f64::from(material.characters().max(1)));
        Self {
            fewest_articles: self.fewest_articles.min(material.articles().max(1)),
            least_cohesion: self.least_cohesion.min(highest / 3.0),
            ..self
        }
    }
}

/// One candidate.
#[derive(Debug, Clone, PartialEq)]
pub struct NewWord {
    /// The string.
    pub word: String,
    /// 次: how often it occurs.
    pub count: u32,
    /// 见于篇数: in how many articles.
    pub articles: u32,
    /// 凝固度 in bits.
    pub cohesion: f64,
    /// 左熵 in bits.
    pub left_entropy: f64,
    /// 右熵 in bits.
    pub right_entropy: f64,
    /// By what candidates are ranked.
    pub score: f64,
    /// How it is cut, and how often so: the most frequent first, then in code point order. Pieces are parted by `|`; a
    /// piece that goes on outside the string has … there.
    pub cuts: Vec<(String, u32)>,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct NewWords {
    /// The candidates by score, descending, then in code point order.
    pub words: Vec<NewWord>,
    /// How many characters were looked at.
    pub characters: u32,
    /// How many articles.
    pub articles: u32,
    /// In how many of them a candidate must occur.
    pub fewest_articles: u32,
}

/// Finds the candidates of a material.
pub fn new_words(material: Material, thresholds: Thresholds) -> NewWords {
    let mut search = Search::new(material, thresholds);
    while !search.step() {}
    search.finish()
}

#[cfg(test)]
mod tests;
