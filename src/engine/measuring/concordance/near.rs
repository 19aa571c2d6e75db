//! Several words that stand near each other.
//!
//! A find is a first and a last token with the other words between them: for every such pair there is one, however the
//! words between could be chosen. Two words therefore have a find for every pair of their tokens within the distance.
//! Every token stands for one of the words.

use super::super::runs::Word;
use super::super::terms::Terms;
use crate::engine::answers::Context;

/// Most words of a search.
const MOST_WORDS: usize = 5;

/// Words that are searched for near each other.
#[derive(Debug)]
pub struct Near {
    words: Vec<Terms>,
    distance: usize,
    in_order: bool,
}

/// A token that stands for one or several of the words: a bit for each.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    place: usize,
    words: u8,
}

impl Near {
    /// Takes the words apart; those behind the fifth are ignored.
    pub fn new(context: Context<'_>, words: &[String], distance: u8, in_order: bool) -> Self {
        let words = words.iter().take(MOST_WORDS);
        let words = words.map(|word| Terms::of_pattern(context, word.trim()));
        Self {
            words: words.collect(),
            distance: usize::from(distance),
            in_order,
        }
    }

    /// Whether nothing can be found, since one of the words does not occur.
    pub fn is_hopeless(&self) -> bool {
        self.words.iter().any(Terms::is_empty)
    }

    /// The finds in a run, as the numbers of their first and last word, in the order of the text. Gives the number of pairs
    /// that were looked at.
    pub fn find(&self, run: &[Word], mut take: impl FnMut(usize, usize)) -> usize {
        let words = |word: &Word| {
            let bits = self.words.iter().enumerate();
            let bits = bits.filter(|(_, terms)| terms.holds(word.term));
            bits.fold(0, |bits, (number, _)| bits | 1 << number)
        };
        let candidates = run.iter().enumerate();
        let candidates = candidates.map(|(place, word)| Candidate {
            place,
            words: words(word),
        });
        let candidates: Vec<Candidate> = candidates.filter(|one| one.words != 0).collect();
        if self.words.len() == 1 {
            for one in &candidates {
                take(one.place, one.place);
            }
            return candidates.len();
        }
        let reach = self.distance + self.words.len() - 1;
        let mut looked_at = 0;
        for (number, first) in candidates.iter().enumerate() {
            let mut between = Between::new(self.words.len());
            for last in candidates.get(number + 1..).unwrap_or(&[]) {
                if last.place - first.place > reach {
                    break;
                }
                looked_at += 1;
                let is_found = if self.in_order {
                    between.is_found_in_order(first.words, last.words)
                } else {
                    between.is_found(first.words, last.words)
                };
                if is_found {
                    take(first.place, last.place);
                }
                between.push(last.words);
            }
        }
        looked_at
    }
}

/// The candidates between the first and the last.
struct Between {
    /// How many words are searched for.
    words: usize,
    /// How many candidates stand for just these words.
    counts: [u32; 1 << MOST_WORDS],
    /// How many of the words between the first and the last were met in their order.
    met: usize,
}

impl Between {
    fn new(words: usize) -> Self {
        Self {
            words,
            counts: [0; 1 << MOST_WORDS],
            met: 0,
        }
    }

    fn push(&mut self, words: u8) {
        if let Some(count) = self.counts.get_mut(usize::from(words)) {
            *count += 1;
        }
        // The first token is word 0, so the next one that is sought between is number `met + 1`.
        if self.met + 2 < self.words && words >> (self.met + 1) & 1 == 1 {
            self.met += 1;
        }
    }

    fn is_found_in_order(&self, first: u8, last: u8) -> bool {
        first & 1 == 1 && last >> (self.words - 1) & 1 == 1 && self.met + 2 == self.words
    }

    /// Whether first and last can stand for two of the words, and tokens between for each of the others.
    fn is_found(&self, first: u8, last: u8) -> bool {
        let all = (1_u8 << self.words) - 1;
        let numbers = || 0..self.words;
        numbers().filter(|one| first >> one & 1 == 1).any(|one| {
            let others = numbers().filter(|other| *other != one && last >> other & 1 == 1);
            others
                .map(|other| all & !(1 << one) & !(1 << other))
                .any(|rest| self.can_be(rest))
        })
    }

    /// Whether each of these words can have a token of its own: every choice of some of them must have as many tokens
    /// (Hall's theorem).
    fn can_be(&self, words: u8) -> bool {
        (1..=words).filter(|some| some & !words == 0).all(|some| {
            let counts = self.counts.iter().zip(0_u8..);
            let tokens = counts.filter(|(_, stands_for)| stands_for & some != 0);
            tokens.map(|(count, _)| *count).sum::<u32>() >= some.count_ones()
        })
    }
}
