//! TextRank as jieba for Python has it.

use std::cmp::Ordering;

use rustc_hash::FxHashMap;

use super::{Weighted, is_ranked};
use crate::text::arrange::Arrange;

/// A word and the four behind it make pairs.
const SPAN: usize = 5;
/// How often all ranks are worked out anew.
const SWEEPS: u32 = 10;
/// The share of a rank that comes from the neighbours.
const DAMPING: f64 = 0.85;

/// Which words stand near which, gathered word by word. Words are numbers of the caller's.
#[derive(Debug, Clone, Default)]
pub struct TextRank {
    /// The last words, the oldest first; `None` for those that are not ranked, marks among them.
    last: Vec<Option<u32>>,
    /// The place of each pair among `edges`.
    places: FxHashMap<(u32, u32), usize>,
    /// The different pairs, in the order in which their first word first has them, with their number.
    edges: Vec<(u32, u32, u32)>,
}

impl TextRank {
    /// Takes the next token of the text: its word, or `None` for one that is not ranked ([`is_ranked`]).
    pub fn add(&mut self, word: Option<u32>) {
        if self.last.len() == SPAN {
            self.take_pairs();
        }
        self.last.push(word);
    }

    /// Ends a text: what follows is no neighbour of what was there.
    pub fn end_text(&mut self) {
        while !self.last.is_empty() {
            self.take_pairs();
        }
    }

    /// Counts the pairs of the oldest word, now that all behind it are known, and lets it go.
    fn take_pairs(&mut self) {
        if let [Some(first), behind @ ..] = self.last.as_slice() {
            for second in behind.iter().flatten() {
                let next = self.edges.len();
                let place = *self.places.entry((*first, *second)).or_insert(next);
                match self.edges.get_mut(place) {
                    Some((.., times)) => *times = times.saturating_add(1),
                    None => self.edges.push((*first, *second, 1)),
                }
            }
        }
        self.last.remove(0);
    }

    /// How many different pairs there are so far.
    pub fn pairs(&self) -> usize {
        self.edges.len()
    }

    /// The ranking of the words, before its first sweep. `order` is that of the words by code points, in which the ranks
    /// are worked out.
    pub fn into_ranking(mut self, order: impl Fn(u32, u32) -> Ordering) -> TextRanking {
        self.end_text();
        let mut numbers = FxHashMap::default();
        let mut words = Vec::new();
        let mut nodes: Vec<Node> = Vec::new();
        for (first, second, times) in self.edges {
            let [first, second] = [first, second].map(|word| {
                *numbers.entry(word).or_insert_with(|| {
                    words.push(word);
                    nodes.push(Node::default());
                    nodes.len() - 1
                })
            });
            for (from, to) in [(first, second), (second, first)] {
                if let Some(node) = nodes.get_mut(from) {
                    node.edges.push((to, times));
                    node.out += f64::from(times);
                }
            }
        }
        let mut sequence: Vec<usize> = (0..words.len()).collect();
        let word = |place: &usize| words.get(*place).copied().unwrap_or_default();
        sequence.arrange_by(|one, other| order(word(one), word(other)));
        TextRanking {
            ranks: vec![1.0 / words.len().max(1) as f64; words.len()],
            words,
            nodes,
            sequence,
            sweeps: 0,
        }
    }
}

/// The ranks on their way.
#[derive(Debug, Clone)]
pub struct TextRanking {
    /// In the order in which they came into the graph.
    words: Vec<u32>,
    nodes: Vec<Node>,
    ranks: Vec<f64>,
    /// The places of the words, by code points.
    sequence: Vec<usize>,
    sweeps: u32,
}

/// A word's neighbours. A pair of a word with itself stands here twice.
#[derive(Debug, Clone, Default)]
struct Node {
    edges: Vec<(usize, u32)>,
    /// The sum of their numbers.
    out: f64,
}

impl TextRanking {
    /// Works out all ranks once; `false` once that has been done often enough.
    ///
    /// Each rank uses those that were worked out before it in the same sweep (Gauss and Seidel).
    pub fn sweep(&mut self) -> bool {
        if self.sweeps == SWEEPS {
            return false;
        }
        self.sweeps += 1;
        for place in &self.sequence {
            let Some(node) = self.nodes.get(*place) else {
                continue;
            };
            let mut sum = 0.0;
            for (other, times) in &node.edges {
                if let (Some(other), Some(rank)) = (self.nodes.get(*other), self.ranks.get(*other))
                {
                    sum += f64::from(*times) / other.out * rank;
                }
            }
            if let Some(rank) = self.ranks.get_mut(*place) {
                *rank = (1.0 - DAMPING) + DAMPING * sum;
            }
        }
        self.sweeps < SWEEPS
    }

    /// The words with their weights, after all sweeps: (rank − m/10)/(M − m/10), m and M the least and greatest rank. In
    /// the order in which they came into the graph; [`super::heaviest_first`] gives that of the list.
    pub fn finish(mut self) -> Vec<Weighted<u32>> {
        while self.sweep() {}
        let least = self.ranks.iter().copied().fold(f64::MAX, f64::min);
        let greatest = (self.ranks.iter().copied()).fold(f64::MIN_POSITIVE, f64::max);
        let weigh = |(word, rank): (&u32, &f64)| Weighted {
            word: *word,
            weight: (rank - least / 10.0) / (greatest - least / 10.0),
        };
        self.words.iter().zip(&self.ranks).map(weigh).collect()
    }
}

/// TextRank of a sequence of words with their tags, heaviest first.
///
/// Nouns, place names and verbs of at least two characters are ranked. Each makes a pair with every one of them among the
/// four tokens behind it; the pairs, weighted by how often they occur, are the edges of an undirected graph. From ranks
/// of 1/n, ten sweeps over the words in the order of code points give each rank as 0.15 + 0.85 Σ w/(Σ of the neighbour's w) ·
/// rank of the neighbour. At last the ranks are scaled so that the greatest is 1.
pub fn text_rank<'t>(tokens: &[(&'t str, &str)]) -> Vec<Weighted<&'t str>> {
    let mut numbers = FxHashMap::default();
    let mut words: Vec<&str> = Vec::new();
    let mut graph = TextRank::default();
    for (word, tag) in tokens {
        graph.add(is_ranked(word, tag).then(|| {
            *numbers.entry(*word).or_insert_with(|| {
                words.push(word);
                u32::try_from(words.len() - 1).unwrap_or(u32::MAX)
            })
        }));
    }
    let word = |number: u32| words.get(number as usize).copied().unwrap_or_default();
    let ranking = graph.into_ranking(|one, other| word(one).cmp(word(other)));
    let weighted = ranking.finish().into_iter().map(|weighted| Weighted {
        word: word(weighted.word),
        weight: weighted.weight,
    });
    let mut weighted: Vec<Weighted<&str>> = weighted.collect();
    super::heaviest_first(&mut weighted);
    weighted
}
