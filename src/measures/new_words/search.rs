//! The search, level by level: strings of one character, of two, and so on.

use hashbrown::HashTable;
use std::hash::{BuildHasher as _, Hasher as _};

use rustc_hash::FxBuildHasher;

use super::material::{BORDER, JOINT, Material, small};
use super::{NewWord, NewWords, Thresholds};
use crate::text::arrange::Arrange;

/// How many places are looked at in one step: some milliseconds of work in the browser.
const STEP_PLACES: usize = 128 * 1024;
/// How many strings are judged in one step.
const STEP_NODES: usize = 64 * 1024;
/// No string.
const NONE: u32 = u32::MAX;
/// The empty string.
const ROOT: u32 = 0;
/// Characters with which no word begins or ends, or hardly any that is not in the dictionary.
const EDGES: &str = "的了在是和与为也就都而及或被把这那着要并";
/// Strings of nothing but these are numbers.
const DIGITS: &str = "〇零一二三四五六七八九十百千万亿两";
/// Most ways of cutting that are told of a candidate.
const MOST_CUTS: usize = 3;

/// A frequent string.
#[derive(Debug, Clone, Copy)]
struct Node {
    /// The string without its last character.
    parent: u32,
    /// The string without its first character.
    suffix: u32,
    /// Its last character.
    last: u32,
    count: u32,
    articles: u32,
    /// How many Han characters it has.
    han: u8,
}

/// A string of the level in work, frequent or not.
#[derive(Debug, Clone, Copy)]
struct Seen {
    parent: u32,
    suffix: u32,
    last: u32,
    count: u32,
    articles: u32,
    last_article: u32,
}

/// A string that holds together.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    node: u32,
    cohesion: f64,
    left_entropy: f64,
    right_entropy: f64,
    /// Where its ways of being cut begin among those of all candidates, and how many there are.
    cuts: (u32, u32),
}

/// What is done with the level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phase {
    /// Its strings are counted.
    Count,
    /// Places get the numbers of the frequent ones.
    Assign,
    /// The frequent ones are judged by cohesion.
    Judge,
    /// What stands beside them, and how they are cut, is gathered.
    Gather,
    /// They are judged by their neighbours.
    Weigh,
    /// All levels are done.
    Done,
}

/// A search in work.
#[derive(Debug)]
pub struct Search {
    material: Material,
    thresholds: Thresholds,
    nodes: Vec<Node>,
    /// For every place, the string of the last finished level that begins there; [`NONE`] for one that is rare.
    current: Vec<u32>,
    /// How many characters the strings of the level have.
    length: usize,
    phase: Phase,
    /// The next place, or string, of the phase.
    at: usize,
    article: u32,
    seen: Vec<Seen>,
    table: HashTable<u32>,
    /// The first string of the level.
    first_node: usize,
    /// For every string of the level its number among the level's candidates, or [`NONE`].
    candidate_of: Vec<u32>,
    level: Vec<Candidate>,
    /// Candidate and neighbour, or way of being cut.
    left: Vec<u64>,
    right: Vec<u64>,
    cut: Vec<u64>,
    /// The candidates of all levels that pass, and their ways of being cut.
    found: Vec<Candidate>,
    cuts: Vec<(u32, u32)>,
}

impl Search {
    /// A search that has not begun.
    pub fn new(material: Material, thresholds: Thresholds) -> Self {
        let thresholds = thresholds.for_material(&material);
        let current = (0..material.len())
            .map(|place| match material.letter(place) {
                BORDER => NONE,
                _ => ROOT,
            })
            .collect();
        Self {
            nodes: vec![Node {
                parent: NONE,
                suffix: NONE,
                last: BORDER,
                count: 0,
                articles: 0,
                han: 0,
            }],
            current,
            length: 1,
            phase: Phase::Count,
            at: 0,
            article: 0,
            seen: Vec::new(),
            table: HashTable::new(),
            first_node: 1,
            candidate_of: Vec::new(),
            level: Vec::new(),
            left: Vec::new(),
            right: Vec::new(),
            cut: Vec::new(),
            found: Vec::new(),
            cuts: Vec::new(),
            material,
            thresholds,
        }
    }

    /// Does some milliseconds of work; true once all is found.
    pub fn step(&mut self) -> bool {
        let end = |all: usize, step: usize| (self.at + step).min(all);
        let done = match self.phase {
            Phase::Count => self.count(end(self.current.len(), STEP_PLACES)),
            Phase::Assign => self.assign(end(self.current.len(), STEP_PLACES)),
            Phase::Judge => self.judge(end(self.nodes.len() - self.first_node, STEP_NODES)),
            Phase::Gather => self.gather(end(self.current.len(), STEP_PLACES)),
            Phase::Weigh => self.weigh(),
            Phase::Done => return true,
        };
        if done {
            self.at = 0;
            self.phase = self.next_phase();
        }
        self.phase == Phase::Done
    }

    fn next_phase(&mut self) -> Phase {
        match self.phase {
            Phase::Count => {
                self.keep_frequent();
                Phase::Assign
            }
            Phase::Assign => Phase::Judge,
            Phase::Judge => Phase::Gather,
            Phase::Gather => Phase::Weigh,
            Phase::Weigh | Phase::Done => self.next_level(),
        }
    }

    fn next_level(&mut self) -> Phase {
        let is_empty = self.first_node == self.nodes.len();
        // One more than the longest, for a joint.
        if is_empty || self.length > self.thresholds.longest_chars as usize {
            return Phase::Done;
        }
        self.length += 1;
        self.first_node = self.nodes.len();
        self.article = 0;
        Phase::Count
    }

    /// Counts the strings that begin before `end`; gives every place the number of its own.
    fn count(&mut self, end: usize) -> bool {
        let before = self.length - 1;
        for place in self.at..end {
            let Some(parent) = self.number(place) else {
                continue;
            };
            let suffix = match before {
                0 => Some(ROOT),
                _ => self.number(place + 1),
            };
            let last = self.material.letter(place + before);
            let han = self.han(parent) + u32::from(last != JOINT);
            let number = match suffix {
                Some(suffix) if last != BORDER && han <= self.thresholds.longest_chars => {
                    self.article = self.material.article_at(place, self.article);
                    self.see(parent, suffix, last)
                }
                _ => NONE,
            };
            if let Some(current) = self.current.get_mut(place) {
                *current = number;
            }
        }
        self.at = end;
        end == self.current.len()
    }

    fn number(&self, place: usize) -> Option<u32> {
        let number = self.current.get(place).copied();
        number.filter(|number| *number != NONE)
    }

    fn node(&self, number: u32) -> Option<&Node> {
        self.nodes.get(number as usize)
    }

    fn han(&self, number: u32) -> u32 {
        self.node(number).map_or(0, |node| u32::from(node.han))
    }

    /// Counts one occurrence; gives the string's number among those seen.
    fn see(&mut self, parent: u32, suffix: u32, last: u32) -> u32 {
        let seen = &self.seen;
        let is_same = |number: &u32| {
            let known = seen.get(*number as usize);
            known.is_some_and(|known| (known.parent, known.last) == (parent, last))
        };
        let found = self.table.find(hash(parent, last), is_same).copied();
        let number = found.unwrap_or_else(|| {
            let number = small(self.seen.len());
            self.seen.push(Seen {
                parent,
                suffix,
                last,
                count: 0,
                articles: 0,
                last_article: 0,
            });
            let seen = &self.seen;
            self.table
                .insert_unique(hash(parent, last), number, |number| {
                    let known = seen.get(*number as usize);
                    known.map_or(0, |known| hash(known.parent, known.last))
                });
            number
        });
        if let Some(seen) = self.seen.get_mut(number as usize) {
            seen.count = seen.count.saturating_add(1);
            seen.articles += u32::from(seen.last_article != self.article);
            seen.last_article = self.article;
        }
        number
    }

    /// Makes nodes of the strings that are frequent. Those seen are then known by the number of their node.
    fn keep_frequent(&mut self) {
        self.table.clear();
        self.candidate_of.clear();
        for seen in std::mem::take(&mut self.seen) {
            if seen.count < self.thresholds.fewest.max(2) {
                self.candidate_of.push(NONE);
                continue;
            }
            let han = self.han(seen.parent) + u32::from(seen.last != JOINT);
            self.candidate_of.push(small(self.nodes.len()));
            self.nodes.push(Node {
                parent: seen.parent,
                suffix: seen.suffix,
                last: seen.last,
                count: seen.count,
                articles: seen.articles,
                han: u8::try_from(han).unwrap_or(u8::MAX),
            });
        }
    }

    fn assign(&mut self, end: usize) -> bool {
        for place in self.at..end {
            let Some(seen) = self.number(place) else {
                continue;
            };
            let node = self.candidate_of.get(seen as usize).copied();
            if let Some(current) = self.current.get_mut(place) {
                *current = node.unwrap_or(NONE);
            }
        }
        self.at = end;
        let done = end == self.current.len();
        if done {
            self.candidate_of.clear();
            self.level.clear();
        }
        done
    }

    /// Judges strings of the level by their letters and their cohesion.
    fn judge(&mut self, end: usize) -> bool {
        for index in self.at..end {
            let number = small(self.first_node + index);
            let candidate = self.candidate(number);
            self.candidate_of.push(match candidate {
                Some(_) => small(self.level.len()),
                None => NONE,
            });
            self.level.extend(candidate);
        }
        self.at = end;
        end == self.nodes.len() - self.first_node
    }

    fn candidate(&self, number: u32) -> Option<Candidate> {
        let node = self.node(number)?;
        let is_wide = node.han >= 2 && node.articles >= self.thresholds.fewest_articles;
        if !is_wide || !self.may_be_word(number) {
            return None;
        }
        let cohesion = self.cohesion(number);
        (cohesion >= self.thresholds.least_cohesion).then_some(Candidate {
            node: number,
            cohesion,
            left_entropy: 0.0,
            right_entropy: 0.0,
            cuts: (0, 0),
        })
    }

    /// Whether a string's letters are those of a word: no number, no function character or joint at an edge.
    fn may_be_word(&self, number: u32) -> bool {
        let letters = self.letters(number);
        let is_edge = |letter: Option<&char>| {
            letter.is_none_or(|letter| EDGES.contains(*letter) || u32::from(*letter) == JOINT)
        };
        let is_number = letters.iter().all(|letter| DIGITS.contains(*letter));
        !is_edge(letters.first()) && !is_edge(letters.last()) && !is_number
    }

    fn letters(&self, number: u32) -> Vec<char> {
        let chain = self.chain(number, |node| node.parent);
        let last = |node: &Node| char::from_u32(node.last);
        let mut letters: Vec<char> = chain
            .filter_map(|number| self.node(number).and_then(last))
            .collect();
        letters.reverse();
        letters
    }

    /// A string, and what is left of it when one character after another is taken away, down to the last.
    fn chain(&self, number: u32, next: fn(&Node) -> u32) -> impl Iterator<Item = u32> + use<'_> {
        let following = move |number: &u32| self.node(*number).map(next);
        std::iter::successors(Some(number), following).take_while(|number| *number != ROOT)
    }

    fn frequency(&self, number: u32) -> f64 {
        self.node(number).map_or(0.0, |node| f64::from(node.count))
    }

    /// The smallest association of two parts over all cuts, in bits.
    fn cohesion(&self, number: u32) -> f64 {
        let joint = self.frequency(number) * f64::from(self.material.characters());
        let prefixes = self.chain(number, |node| node.parent).skip(1);
        let suffixes: Vec<u32> = self.chain(number, |node| node.suffix).skip(1).collect();
        // The longest prefix goes with the shortest suffix.
        let cuts = prefixes.zip(suffixes.iter().rev());
        let ratio = cuts
            .map(|(left, right)| joint / (self.frequency(left) * self.frequency(*right)))
            .fold(f64::INFINITY, f64::min);
        libm::log2(ratio)
    }

    /// Gathers what stands beside the candidates of the level, and how they are cut.
    fn gather(&mut self, end: usize) -> bool {
        for place in self.at..end {
            let Some(node) = self.number(place) else {
                continue;
            };
            let index = (node as usize).checked_sub(self.first_node);
            let candidate = index.and_then(|index| self.candidate_of.get(index));
            let Some(candidate) = candidate.copied().filter(|number| *number != NONE) else {
                continue;
            };
            let pair = |value: u32| u64::from(candidate) << 32 | u64::from(value);
            let before = place
                .checked_sub(1)
                .map_or(BORDER, |place| self.material.letter(place));
            let behind = self.material.letter(place + self.length);
            // A border is another neighbour each time, and adds nothing to the sum that is taken away.
            self.left.extend((before != BORDER).then(|| pair(before)));
            self.right.extend((behind != BORDER).then(|| pair(behind)));
            self.cut.push(pair(self.way_of_cutting(place)));
        }
        self.at = end;
        end == self.current.len()
    }

    /// One bit for each of the string's borders between two characters and at its ends, from the left: whether a token
    /// begins behind it.
    fn way_of_cutting(&self, place: usize) -> u32 {
        (0..=self.length).fold(0, |bits, index| {
            bits | u32::from(self.material.begins_token(place + index)) << index
        })
    }

    /// Judges the candidates of the level by their neighbours, and forgets those that lie inside tokens.
    fn weigh(&mut self) -> bool {
        let mut left = std::mem::take(&mut self.left);
        let mut right = std::mem::take(&mut self.right);
        let mut cut = std::mem::take(&mut self.cut);
        for pairs in [&mut left, &mut right, &mut cut] {
            pairs.sort_unstable();
        }
        let inner = (1 << self.length) - 2;
        let (mut lefts, mut rights, mut cuts) = (&left[..], &right[..], &cut[..]);
        let level = std::mem::take(&mut self.level);
        for (number, mut candidate) in (0..).zip(level) {
            let count = self.frequency(candidate.node);
            candidate.left_entropy = entropy(&groups(&mut lefts, number), count);
            candidate.right_entropy = entropy(&groups(&mut rights, number), count);
            let ways = groups(&mut cuts, number);
            let in_one_token = ways.iter().filter(|(way, _)| way & inner == 0);
            let in_one_token: u32 = in_one_token.map(|(_, count)| count).sum();
            let is_known = f64::from(in_one_token) >= self.thresholds.known_share * count;
            let least = candidate.left_entropy.min(candidate.right_entropy);
            if least >= self.thresholds.least_entropy && !is_known {
                candidate.cuts = (small(self.cuts.len()), small(ways.len()));
                self.cuts.extend(ways);
                self.found.push(candidate);
            }
        }
        true
    }

    /// What was found; of a search that is not done, nothing.
    pub fn finish(self) -> NewWords {
        let mut found = NewWords {
            words: Vec::new(),
            characters: self.material.characters(),
            articles: self.material.articles(),
            fewest_articles: self.thresholds.fewest_articles,
        };
        if self.phase != Phase::Done {
            return found;
        }
        let inside = self.inside_longer();
        let kept = self.found.iter().zip(inside).filter(|(_, inside)| !inside);
        found.words = kept.map(|(candidate, _)| self.word(candidate)).collect();
        found.words.arrange_by(|left, right| {
            (right.score.total_cmp(&left.score)).then_with(|| left.word.cmp(&right.word))
        });
        found
    }

    /// For every candidate, whether a longer one has nearly all of its occurrences.
    fn inside_longer(&self) -> Vec<bool> {
        let mut inside = vec![false; self.found.len()];
        let mut index_of = vec![NONE; self.nodes.len()];
        for (index, candidate) in (0..).zip(&self.found) {
            if let Some(place) = index_of.get_mut(candidate.node as usize) {
                *place = index;
            }
        }
        for candidate in &self.found {
            let longer = self.frequency(candidate.node);
            for prefix in self.chain(candidate.node, |node| node.parent) {
                for part in self.chain(prefix, |node| node.suffix) {
                    let is_other = part != candidate.node;
                    let is_same = longer >= self.thresholds.same_share * self.frequency(part);
                    let index = index_of.get(part as usize).map_or(NONE, |index| *index);
                    if let Some(inside) = inside.get_mut(index as usize)
                        && is_other
                        && is_same
                    {
                        *inside = true;
                    }
                }
            }
        }
        inside
    }

    fn word(&self, candidate: &Candidate) -> NewWord {
        let letters = self.letters(candidate.node);
        let node = self.node(candidate.node);
        let count = node.map_or(0, |node| node.count);
        let freedom = candidate.left_entropy.min(candidate.right_entropy);
        let (first, ways) = candidate.cuts;
        let ways = self.cuts.iter().skip(first as usize).take(ways as usize);
        let mut cuts: Vec<(String, u32)> = ways
            .map(|(way, count)| (written(&letters, *way), *count))
            .collect();
        cuts.arrange_by(|left, right| right.1.cmp(&left.1).then_with(|| left.cmp(right)));
        cuts.truncate(MOST_CUTS);
        NewWord {
            word: letters.iter().collect(),
            count,
            articles: node.map_or(0, |node| node.articles),
            cohesion: candidate.cohesion,
            left_entropy: candidate.left_entropy,
            right_entropy: candidate.right_entropy,
            score: libm::log2(f64::from(count)) * freedom * libm::sqrt(candidate.cohesion.max(0.0)),
            cuts,
        }
    }
}

fn hash(parent: u32, last: u32) -> u64 {
    let mut hasher = FxBuildHasher.build_hasher();
    hasher.write_u64(u64::from(parent) << 32 | u64::from(last));
    hasher.finish()
}

/// The values that stand with a number at the beginning of sorted pairs, each with its count; the pairs are then those
/// behind them.
fn groups(pairs: &mut &[u64], number: u32) -> Vec<(u32, u32)> {
    let end = pairs.partition_point(|pair| pair >> 32 <= u64::from(number));
    let (own, rest) = pairs.split_at(end);
    *pairs = rest;
    own.chunk_by(|left, right| left == right)
        .filter_map(|same| Some((*same.first()? as u32, small(same.len()))))
        .collect()
}

/// The entropy, in bits, of neighbours of which there are `count`: those that are not listed are each a kind of its
/// own. Summed by size, so that the order of the characters does not show.
fn entropy(neighbours: &[(u32, u32)], count: f64) -> f64 {
    let mut sizes: Vec<u32> = neighbours.iter().map(|(_, size)| *size).collect();
    sizes.sort_unstable();
    let together: f64 = sizes
        .iter()
        .map(|size| f64::from(*size) * libm::log2(f64::from(*size)))
        .sum();
    libm::log2(count) - together / count
}

/// A string with its tokens parted by `|`.
fn written(letters: &[char], way: u32) -> String {
    let is_border = |index: usize| way >> index & 1 == 1;
    let mut text = String::new();
    if !is_border(0) {
        text.push('…');
    }
    for (index, letter) in letters.iter().enumerate() {
        if index > 0 && is_border(index) {
            text.push('|');
        }
        text.push(*letter);
    }
    if !is_border(letters.len()) {
        text.push('…');
    }
    text
}
