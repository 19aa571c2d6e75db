//! 重复稿件: which articles tell the same story in the same words.
//!
//! A wire story (通稿) is printed by many papers, often cut from its end and under another headline. Articles are
//! compared by their shingles: the different runs of [`SHINGLE_CHARS`] letters and digits, marks and blanks left out.
//!
//! | measure | formula | source |
//! |---|---|---|
//! | resemblance | r(A, B) = \|S(A) ∩ S(B)\| / \|S(A) ∪ S(B)\| | Broder, “On the resemblance and containment of documents”, *Compression and Complexity of Sequences*, 1997 |
//! | containment | c(A, B) = \|S(A) ∩ S(B)\| / min(\|S(A)\|, \|S(B)\|), of the shorter in the longer | the same |
//!
//! Which pairs are worth a comparison is found by the [`SKETCH`] smallest hashes of each article (Broder's sketch);
//! the pairs themselves are compared by all their shingles. So the work grows with the text, not with the number of
//! pairs, and nothing that is reported is an estimate.

use rustc_hash::FxHashMap;

use super::split_mix::mix;
use crate::text::arrange::Arrange;

/// How many characters a shingle has: longer than most words, so that few shingles are common to unlike texts.
pub const SHINGLE_CHARS: usize = 6;
/// Articles of fewer letters and digits than this are not compared: briefs resemble each other by their form.
pub const SHORTEST_COMPARED: usize = 60;
/// Of longer articles so many letters and digits are compared.
pub const LONGEST_COMPARED: usize = 20_000;
/// From this resemblance on two articles are nearly identical.
pub const NEAR_RESEMBLANCE: f64 = 0.6;
/// From this containment on the shorter one is a cut of the longer one.
pub const NEAR_CONTAINMENT: f64 = 0.8;

/// How many of an article's smallest hashes are kept to find candidates.
const SKETCH: usize = 48;
/// How many of them a candidate must share.
const SHARED: u32 = 3;
/// How many articles are remembered for one hash; more of them share it by their form.
const HOLDERS: usize = 24;

/// The shingles of one article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shingles {
    /// Their hashes, sorted, each once.
    hashes: Vec<u64>,
    /// A hash of all letters and digits in order.
    whole: u64,
    /// How many letters and digits there are, at most [`LONGEST_COMPARED`].
    characters: usize,
}

impl Shingles {
    /// The shingles of these letters and digits, of which the first [`LONGEST_COMPARED`] are taken.
    pub fn of(characters: impl Iterator<Item = char>) -> Self {
        let codes: Vec<u64> = characters
            .take(LONGEST_COMPARED)
            .map(|character| u64::from(u32::from(character)))
            .collect();
        let hash = |codes: &[u64]| codes.iter().fold(0, |hash, code| mix(hash ^ code));
        let mut hashes: Vec<u64> = codes.windows(SHINGLE_CHARS).map(hash).collect();
        hashes.sort_unstable();
        hashes.dedup();
        Self {
            hashes,
            whole: hash(&codes),
            characters: codes.len(),
        }
    }

    /// How much of two articles is the same.
    pub fn compare(&self, other: &Self) -> Similarity {
        let shared = shared(&self.hashes, &other.hashes);
        let (fewer, more) = (self.hashes.len(), other.hashes.len());
        let share = |of: usize| ratio(shared, of);
        Similarity {
            is_identical: self.is_same(other),
            resemblance: share(fewer + more - shared),
            containment: share(fewer.min(more)),
        }
    }

    /// How many letters and digits were taken.
    pub fn characters(&self) -> usize {
        self.characters
    }

    /// Which share of these shingles another article has, 0 to 1; `None` where there are none.
    pub fn share_in(&self, other: &Self) -> Option<f64> {
        let all = self.hashes.len();
        (all > 0).then(|| ratio(shared(&self.hashes, &other.hashes), all))
    }

    fn is_same(&self, other: &Self) -> bool {
        (self.whole, self.characters) == (other.whole, other.characters)
    }
}

/// How much of two articles is the same.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Similarity {
    /// Whether letters and digits are the same, one by one.
    pub is_identical: bool,
    /// Share of all their shingles that both have, 0 to 1.
    pub resemblance: f64,
    /// Share of the shorter one's shingles that the longer one has, 0 to 1.
    pub containment: f64,
}

impl Similarity {
    /// Whether the two are one story in the same words.
    pub fn is_same_story(self) -> bool {
        self.is_identical
            || self.resemblance >= NEAR_RESEMBLANCE
            || self.containment >= NEAR_CONTAINMENT
    }
}

/// Finds the same stories among articles that come one after another.
#[derive(Debug, Default)]
pub struct Duplicates {
    /// By hash, the articles that have it in their sketch.
    holders: FxHashMap<u64, Vec<u32>>,
    /// By whole text and its length, the first article that has it.
    wholes: FxHashMap<(u64, usize), u32>,
    /// For every article that was taken, the first one of its story.
    firsts: Vec<u32>,
    /// For every article, how it compares with the earlier one that it is most like.
    similarities: Vec<Similarity>,
}

impl Duplicates {
    /// Takes the next article. `earlier` gives the shingles of one that was taken before, by its number.
    pub fn add(&mut self, article: &Shingles, earlier: impl Fn(u32) -> Shingles) {
        let number = u32::try_from(self.firsts.len()).unwrap_or(u32::MAX);
        let (like, similarity) = if article.characters < SHORTEST_COMPARED {
            (number, Similarity::default())
        } else {
            self.most_alike(article, number, earlier)
        };
        let first = self.firsts.get(like as usize).copied().unwrap_or(number);
        self.firsts.push(first);
        self.similarities.push(similarity);
    }

    /// The earlier article that this one is most like, the first of several; itself where it is like none.
    fn most_alike(
        &mut self,
        article: &Shingles,
        number: u32,
        earlier: impl Fn(u32) -> Shingles,
    ) -> (u32, Similarity) {
        let whole = (article.whole, article.characters);
        if let Some(&same) = self.wholes.get(&whole) {
            let similarity = Similarity {
                is_identical: true,
                resemblance: 1.0,
                containment: 1.0,
            };
            return (same, similarity);
        }
        self.wholes.insert(whole, number);
        let mut best = (number, Similarity::default());
        for candidate in self.candidates(article, number) {
            let similarity = article.compare(&earlier(candidate));
            if similarity.is_same_story() && similarity.resemblance > best.1.resemblance {
                best = (candidate, similarity);
            }
        }
        best
    }

    /// The earlier articles that share enough of the sketch, in order; enters this one's sketch.
    fn candidates(&mut self, article: &Shingles, number: u32) -> Vec<u32> {
        let mut sharing = Vec::new();
        for hash in article.hashes.iter().take(SKETCH) {
            let holders = self.holders.entry(*hash).or_default();
            sharing.extend_from_slice(holders);
            if holders.len() < HOLDERS {
                holders.push(number);
            }
        }
        sharing.sort_unstable();
        let runs = sharing.chunk_by(|left, right| left == right);
        let enough = runs.filter(|run| run.len() >= SHARED as usize);
        enough.filter_map(|run| run.first().copied()).collect()
    }

    /// The stories that several articles tell: the articles' numbers, each with how it compares with the earlier one
    /// that it is most like; in order of their first articles.
    pub fn groups(&self) -> Vec<Vec<(u32, Similarity)>> {
        let numbered = (0..).zip(self.firsts.iter().zip(&self.similarities));
        let mut members: Vec<(u32, u32, Similarity)> = numbered
            .map(|(number, (first, similarity))| (*first, number, *similarity))
            .collect();
        members.arrange_by_key(|(first, number, _)| (*first, *number));
        members
            .chunk_by(|left, right| left.0 == right.0)
            .filter(|group| group.len() > 1)
            .map(|group| {
                let members = group.iter().map(|(_, number, same)| (*number, *same));
                members.collect()
            })
            .collect()
    }
}

/// How many hashes two sorted lists have in common.
fn shared(left: &[u64], right: &[u64]) -> usize {
    let (mut left, mut right) = (left.iter().peekable(), right.iter().peekable());
    let mut count = 0;
    while let (Some(one), Some(other)) = (left.peek(), right.peek()) {
        match one.cmp(other) {
            std::cmp::Ordering::Less => {
                left.next();
            }
            std::cmp::Ordering::Greater => {
                right.next();
            }
            std::cmp::Ordering::Equal => {
                count += 1;
                left.next();
                right.next();
            }
        }
    }
    count
}

/// One number as a share of another; 0 of nothing.
fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        0.0
    } else {
        part as f64 / whole as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A text of so many characters that shares none with one of another seed.
    fn text(seed: u32, length: u32) -> String {
        (0..length)
            .filter_map(|place| char::from_u32(0x4E00 + (seed * 1009 + place * 7) % 20_000))
            .collect()
    }

    fn groups(texts: &[String]) -> Vec<Vec<u32>> {
        let shingles: Vec<Shingles> = texts
            .iter()
            .map(|text| Shingles::of(text.chars()))
            .collect();
        let mut duplicates = Duplicates::default();
        for article in &shingles {
            duplicates.add(article, |number| shingles[number as usize].clone());
        }
        let numbers = |group: Vec<(u32, Similarity)>| group.iter().map(|member| member.0).collect();
        duplicates.groups().into_iter().map(numbers).collect()
    }

    #[test]
    fn shares_of_shingles() {
        let compare = |left: &str, right: &str| {
            let similarity = Shingles::of(left.chars()).compare(&Shingles::of(right.chars()));
            (similarity.resemblance, similarity.containment)
        };
        // 10 characters have 5 shingles of 6; the first 8 of them have 3 of these.
        assert_eq!(
            compare("甲乙丙丁戊己庚辛壬癸", "甲乙丙丁戊己庚辛"),
            (0.6, 1.0)
        );
        assert_eq!(compare("甲乙丙丁戊己", "甲乙丙丁戊己"), (1.0, 1.0));
        assert_eq!(compare("甲乙丙丁戊己", "子丑寅卯辰巳"), (0.0, 0.0));
        assert_eq!(compare("", ""), (0.0, 0.0));
    }

    #[test]
    fn same_stories_are_found() {
        let story = text(1, 400);
        let cut: String = story.chars().take(150).collect();
        let changed: String = story
            .chars()
            .map(|c| {
                if c == story.chars().nth(200).unwrap_or('。') {
                    '改'
                } else {
                    c
                }
            })
            .collect();
        let half: String = story
            .chars()
            .take(100)
            .chain(text(5, 300).chars())
            .collect();
        let texts = [
            text(2, 400),
            story.clone(),
            text(3, 400),
            cut,
            story,
            changed,
            half,
            text(4, 30),
            text(4, 30),
        ];
        assert_eq!(groups(&texts), [[1, 3, 4, 5]]);
    }

    proptest! {
        #[test]
        fn comparing_is_symmetric_and_bounded(left in "[甲乙丙]{0,60}", right in "[甲乙丙]{0,60}") {
            let (left, right) = (Shingles::of(left.chars()), Shingles::of(right.chars()));
            let similarity = left.compare(&right);
            prop_assert_eq!(similarity, right.compare(&left));
            prop_assert!((0.0..=1.0).contains(&similarity.resemblance));
            prop_assert!(similarity.containment >= similarity.resemblance);
        }

        #[test]
        fn every_story_stands_once(seeds in prop::collection::vec(0u32..4, 0..12)) {
            let texts: Vec<String> = seeds.iter().map(|seed| text(seed * 50, 120)).collect();
            for group in groups(&texts) {
                let first = seeds[group[0] as usize];
                let same = (0u32..).zip(&seeds).filter(|(_, seed)| **seed == first);
                prop_assert_eq!(group, same.map(|(number, _)| number).collect::<Vec<_>>());
            }
        }
    }
}
