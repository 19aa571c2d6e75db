//! Which articles hold which groups of characters of the headlines.
//!
//! Only groups that a headline has are looked for in the bodies, so a long page costs little more than one pass.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::text::arrange::Arrange;
use crate::text::source::is_letter_or_digit;

/// A group of two, three or four characters: a hash that grows by one character at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Group(u64);

impl Group {
    fn of(first: char, second: char) -> Self {
        Self(u64::from(u32::from(first))).with(second)
    }

    fn with(self, next: char) -> Self {
        Self(self.0.wrapping_mul(0x1_0000_01B3) ^ u64::from(u32::from(next)))
    }
}

/// A bit for each of so many hashes: whether some group has it. Small enough for the processor's near memory, it
/// answers for most groups that no headline has.
#[derive(Debug, Default)]
struct Filter(Vec<u64>);

impl Filter {
    const BITS: u32 = 20;

    /// The word and the bit that stand for a group.
    fn place(group: Group) -> (usize, u64) {
        let hash = group.0.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (u64::BITS - Self::BITS);
        ((hash >> 6) as usize, 1 << (hash & 63))
    }

    fn add(&mut self, group: Group) {
        let (word, bit) = Self::place(group);
        self.0.resize(1 << (Self::BITS - 6), 0);
        if let Some(word) = self.0.get_mut(word) {
            *word |= bit;
        }
    }

    fn may_have(&self, group: Group) -> bool {
        let (word, bit) = Self::place(group);
        self.0.get(word).is_some_and(|word| word & bit != 0)
    }
}

/// The drafts that hold a group: the last one, and by the bits of `before` those up to 63 drafts before it, itself
/// included. A headline reaches no further.
#[derive(Debug, Clone, Copy, Default)]
struct Holders {
    last: usize,
    before: u64,
}

impl Holders {
    fn add(&mut self, draft: usize) {
        let distance = u32::try_from(draft - self.last.min(draft)).unwrap_or(u32::MAX);
        self.before = self.before.checked_shl(distance).unwrap_or(0) | 1;
        self.last = draft;
    }

    /// Those from `first` on.
    fn since(self, first: usize) -> impl Iterator<Item = usize> + Clone {
        (first..=self.last).filter(move |draft| {
            let distance = u32::try_from(self.last - draft).unwrap_or(u32::MAX);
            self.before.checked_shr(distance).unwrap_or(0) & 1 == 1
        })
    }
}

/// The groups of all headlines, and the drafts that hold them.
#[derive(Debug, Default)]
pub struct GroupIndex {
    filter: Filter,
    holders: FxHashMap<Group, Holders>,
    /// The characters in work.
    characters: Vec<char>,
}

impl GroupIndex {
    /// Enters the groups of a headline; all of them come before the first body.
    pub fn add_headline(&mut self, line: &str) {
        for (group, _) in groups(line) {
            self.filter.add(group);
            self.holders.entry(group).or_default();
        }
    }

    /// Notes which groups stand in a text of a draft; drafts come in order.
    pub fn add_body(&mut self, draft: usize, text: &str) {
        if self.holders.is_empty() {
            return;
        }
        let mut characters = std::mem::take(&mut self.characters);
        characters.clear();
        characters.extend(
            text.chars()
                .filter(|character| is_letter_or_digit(*character)),
        );
        for (place, pair) in characters.windows(2).enumerate() {
            let &[first, second] = pair else { continue };
            let mut group = Group::of(first, second);
            let mut behind = characters.iter().skip(place + 2).take(2);
            // A longer group of a headline begins with a shorter one of it.
            while self.note(group, draft)
                && let Some(next) = behind.next()
            {
                group = group.with(*next);
            }
        }
        self.characters = characters;
    }

    /// Notes that a draft holds a group; says whether a headline has it.
    fn note(&mut self, group: Group, draft: usize) -> bool {
        if !self.filter.may_have(group) {
            return false;
        }
        let Some(holders) = self.holders.get_mut(&group) else {
            return false;
        };
        holders.add(draft);
        true
    }

    /// How much of a headline each of at most 64 candidates shares, from 0 to `whole`; what few of them have weighs more.
    pub fn shared(&self, line: &str, candidates: Range<usize>, whole: i64) -> Vec<i64> {
        let mut sums = vec![0; candidates.len()];
        let mut total = 0;
        for (group, length) in groups(line) {
            let holders = self.holders.get(&group).copied().unwrap_or_default();
            let holders = holders.since(candidates.start);
            let count = holders.clone().count();
            // A long group that is missing says less than a short one.
            let weight = (5 - length) * 1000 / i64::try_from(count.max(1)).unwrap_or(1);
            total += weight;
            for holder in holders {
                if let Some(sum) = sums.get_mut(holder - candidates.start) {
                    *sum += weight;
                }
            }
        }
        sums.iter().map(|sum| sum * whole / total.max(1)).collect()
    }
}

/// The different groups of a text, punctuation and blanks left out, with their length.
fn groups(text: &str) -> Vec<(Group, i64)> {
    let characters: Vec<char> = text
        .chars()
        .filter(|character| is_letter_or_digit(*character))
        .collect();
    let mut groups: Vec<(Group, i64)> = Vec::with_capacity(3 * characters.len());
    for (place, pair) in characters.windows(2).enumerate() {
        let &[first, second] = pair else { continue };
        let mut group = Group::of(first, second);
        groups.push((group, 2));
        for (length, next) in (3..).zip(characters.iter().skip(place + 2).take(2)) {
            group = group.with(*next);
            groups.push((group, length));
        }
    }
    groups.arrange();
    groups.dedup();
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_few_candidates_hold_weighs_more() {
        let mut index = GroupIndex::default();
        index.add_headline("守住圩堤");
        for (draft, text) in ["全市召开会议", "守住，圩堤", "圩堤上", "圩堤"]
            .iter()
            .enumerate()
        {
            index.add_body(draft, text);
        }
        let shared = index.shared("守住圩堤", 0..4, 1000);
        let &[other, whole, half, also_half] = shared.as_slice() else {
            unreachable!("one weight a candidate");
        };
        assert_eq!((other, half), (0, also_half));
        assert!(whole > half && half > 0, "{shared:?}");
        assert_eq!(index.shared("守住圩堤", 2..4, 1000).len(), 2);
        assert_eq!(index.shared("", 0..4, 1000), [0; 4]);
    }
}
