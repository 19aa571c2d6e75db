//! How much of what one part of a draft tells goes on in the other.

use rustc_hash::FxHashMap;

use super::article::Draft;
use super::line::head;
use crate::text::arrange::Arrange;
use crate::text::source::{Source, is_letter_or_digit};

/// How many bytes of a paragraph are compared.
pub const COMPARED_BYTES: usize = 1500;

/// The first and the last paragraph that has a group of characters.
type Places = (usize, usize);

/// For every group of three characters in which paragraphs it stands, summed up.
pub struct Words {
    /// For each paragraph how many groups begin in it or before it, and how many end so.
    begun: Vec<u32>,
    ended: Vec<u32>,
}

impl Words {
    /// Looks at the paragraphs of a draft.
    pub fn of(source: &Source, draft: &Draft) -> Self {
        let mut places: FxHashMap<[char; 3], Places> = FxHashMap::default();
        each_group(source, draft, |place, group| {
            places.entry(group).or_insert((place, place)).1 = place;
        });
        let count = draft.paragraphs.len();
        let mut words = Self {
            begun: vec![0; count],
            ended: vec![0; count],
        };
        places.values().for_each(|&(first, last)| {
            if let Some(begun) = words.begun.get_mut(first) {
                *begun += 1;
            }
            if let Some(ended) = words.ended.get_mut(last) {
                *ended += 1;
            }
        });
        for counts in [&mut words.begun, &mut words.ended] {
            let mut sum = 0;
            for count in counts {
                sum += *count;
                *count = sum;
            }
        }
        words
    }

    /// How many groups stand on both sides of the seam before a paragraph, in percent of those on the poorer side.
    pub fn shared(&self, place: usize) -> u32 {
        let sum = |counts: &[u32]| {
            let last = place.checked_sub(1).and_then(|last| counts.get(last));
            last.copied().unwrap_or(0)
        };
        let before = sum(&self.begun);
        let ended = sum(&self.ended);
        let behind = self.ended.last().map_or(0, |all| all - ended);
        let spanning = before.saturating_sub(ended);
        100 * spanning / before.min(behind).max(1)
    }
}

/// Where the pairs of characters of some headlines stand in a draft.
pub struct Pairs(FxHashMap<[char; 2], Option<Places>>);

impl Pairs {
    /// Looks once at the paragraphs of a draft, for all the headlines that are asked for later.
    pub fn of<'line>(
        source: &Source,
        draft: &Draft,
        lines: impl Iterator<Item = &'line str>,
    ) -> Self {
        let mut places: FxHashMap<[char; 2], Option<Places>> =
            lines.flat_map(pairs).map(|pair| (pair, None)).collect();
        if !places.is_empty() {
            each_group(source, draft, |place, [first, second, _]| {
                if let Some(found) = places.get_mut(&[first, second]) {
                    found.get_or_insert((place, place)).1 = place;
                }
            });
        }
        Self(places)
    }

    /// Where those of one of the headlines stand.
    pub fn held(&self, line: &str) -> Held {
        let mut pairs = pairs(line);
        pairs.arrange();
        pairs.dedup();
        let places = pairs.iter().map(|pair| self.0.get(pair).copied().flatten());
        Held(places.collect())
    }
}

/// The pairs of characters of a headline, punctuation and blanks left out.
fn pairs(line: &str) -> Vec<[char; 2]> {
    let characters = line
        .chars()
        .filter(|character| is_letter_or_digit(*character));
    let behind = characters.clone().skip(1);
    characters
        .zip(behind)
        .map(|(first, second)| [first, second])
        .collect()
}

/// Where the pairs of characters of a headline stand in a draft.
pub struct Held(Vec<Option<Places>>);

impl Held {
    /// How much more of the line the side behind the seam holds than the side before it, from -100 to 100.
    pub fn margin(&self, place: usize) -> i32 {
        let count = |test: fn(Places, usize) -> bool| {
            let held = self
                .0
                .iter()
                .flatten()
                .filter(|places| test(**places, place));
            i32::try_from(held.count()).unwrap_or(0)
        };
        let before = count(|(first, _), place| first < place);
        let behind = count(|(_, last), place| last >= place);
        100 * (behind - before) / i32::try_from(self.0.len().max(1)).unwrap_or(1)
    }
}

/// Every three characters in a row, punctuation and blanks left out, with the number of their paragraph.
fn each_group(source: &Source, draft: &Draft, mut take: impl FnMut(usize, [char; 3])) {
    for (place, (span, _)) in draft.paragraphs.iter().enumerate() {
        let characters: Vec<char> = head(source, *span, COMPARED_BYTES)
            .chars()
            .filter(|character| is_letter_or_digit(*character))
            .collect();
        for group in characters.windows(3) {
            if let &[first, second, third] = group {
                take(place, [first, second, third]);
            }
        }
    }
}
