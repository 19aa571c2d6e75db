//! Phrases of one frame.

use std::collections::{BTreeMap, BTreeSet};

use super::Parallel;
use super::four::is_ordinary;
use crate::text::arrange::{Arrange, ordered};
use crate::words::segment::Segmenter;

/// Longest phrase that has variants, in characters.
const LONGEST: usize = 20;
/// Longest part in which variants differ, in characters.
const LONGEST_PART: usize = 4;
/// Most phrases that are compared with one.
const MOST_COMPARED: usize = 2000;
/// Most variants of one phrase.
const MOST: usize = 50;

/// Phrases by their beginnings and by their ends.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Frames {
    /// Sorted.
    keys: Vec<String>,
    /// Each from its end to its beginning, with the number of the phrase; sorted.
    reversed: Vec<(String, usize)>,
    /// Halves of four-character phrases that are ordinary words, sorted: what they share then is a word and no frame.
    words: BTreeSet<String>,
}

impl Frames {
    /// The frames of these phrases.
    pub fn new<'k>(keys: impl Iterator<Item = &'k str>, segmenter: &Segmenter) -> Self {
        let mut keys: Vec<String> = keys
            .filter(|key| (4..=LONGEST).contains(&key.chars().count()))
            .map(str::to_owned)
            .collect();
        keys.arrange();
        keys.dedup();
        let mut reversed: Vec<(String, usize)> = keys
            .iter()
            .enumerate()
            .map(|(number, key)| (key.chars().rev().collect(), number))
            .collect();
        reversed.arrange();
        let halves = keys
            .iter()
            .filter(|key| key.chars().count() == 4)
            .flat_map(|key| {
                let middle = key.char_indices().nth(2).map_or(0, |(at, _)| at);
                let (head, tail) = key.split_at(middle);
                [head.to_owned(), tail.to_owned()]
            })
            .filter(|half| is_ordinary(half, segmenter));
        Self {
            words: ordered(halves),
            keys,
            reversed,
        }
    }

    /// The variants of a phrase, sorted.
    pub fn variants(&self, key: &str) -> Vec<String> {
        let characters: Vec<char> = key.chars().collect();
        if !(4..=LONGEST).contains(&characters.len()) {
            return Vec::new();
        }
        let shared = if made(&characters).is_some() { 1 } else { 2 };
        let head: String = characters.iter().take(shared).collect();
        let tail: String = characters.iter().rev().take(2).collect();
        let first = self.keys.partition_point(|other| *other < head);
        let by_head = self
            .keys
            .get(first..)
            .unwrap_or_default()
            .iter()
            .take_while(|other| other.starts_with(&head));
        let first = self.reversed.partition_point(|(other, _)| *other < tail);
        let by_tail = self
            .reversed
            .get(first..)
            .unwrap_or_default()
            .iter()
            .take_while(|(other, _)| other.starts_with(&tail))
            .filter_map(|(_, number)| self.keys.get(*number));
        let found: BTreeSet<&String> = ordered(
            by_head
                .take(MOST_COMPARED)
                .chain(by_tail.take(MOST_COMPARED))
                .filter(|other| self.frame(&characters, other).is_some()),
        );
        found.into_iter().take(MOST).cloned().collect()
    }

    /// What two phrases share, if it is enough: how many characters at the beginning and at the end.
    fn frame(&self, one: &[char], other: &str) -> Option<(usize, usize)> {
        let other: Vec<char> = other.chars().collect();
        if one == other {
            return None;
        }
        if let (Some(frame), Some(same)) = (made(one), made(&other))
            && frame == same
        {
            return Some((1, 0));
        }
        let shorter = one.len().min(other.len());
        let longer = one.len().max(other.len());
        let head = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
        let tail = one
            .iter()
            .rev()
            .zip(other.iter().rev())
            .take_while(|(a, b)| a == b)
            .count()
            .min(shorter - head);
        let parts = [one.len() - head - tail, other.len() - head - tail];
        if parts.iter().any(|part| *part == 0 || *part > LONGEST_PART) {
            return None;
        }
        let is_frame = match longer {
            ..=3 => false,
            4 => {
                head + tail == 3
                    || head == 2 && !self.is_word(one.get(..2)?)
                    || tail == 2 && !self.is_word(one.get(2..)?)
            }
            _ => (head + tail) * 5 >= longer * 3,
        };
        is_frame.then_some((head, tail))
    }

    fn is_word(&self, half: &[char]) -> bool {
        self.words.contains(&half.iter().collect::<String>())
    }

    /// Variants that are cut unlike in what they share.
    pub fn parallels(
        &self,
        rows: &[Vec<String>],
        cut: &dyn Fn(&str) -> Vec<String>,
    ) -> Vec<Parallel> {
        let mut frames: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
        let mut shared: BTreeMap<String, (usize, usize)> = BTreeMap::new();
        for key in &self.keys {
            let characters: Vec<char> = key.chars().collect();
            for other in self.variants(key) {
                let Some((head, tail)) = self.frame(&characters, &other) else {
                    continue;
                };
                let name = frame_name(&characters, head, tail);
                let members = frames.entry(name.clone()).or_default();
                members.insert(key);
                if let Ok(number) = self.keys.binary_search(&other) {
                    members.extend(self.keys.get(number).map(String::as_str));
                }
                shared.insert(name, (head, tail));
            }
        }
        let mut found = Vec::new();
        for (frame, members) in frames {
            let is_made = frame.chars().filter(|character| *character == '…').count() == 2;
            let (head, tail) = shared.get(&frame).copied().unwrap_or_default();
            found.extend(unlike(
                frame,
                members.into_iter(),
                cut,
                |borders, length| {
                    borders
                        .iter()
                        .filter(|border| is_made || **border <= head)
                        .map(|border| (true, *border))
                        .chain(
                            borders
                                .iter()
                                .filter(|border| !is_made && length - **border <= tail)
                                .map(|border| (false, length - border)),
                        )
                        .collect()
                },
            ));
        }
        for row in rows {
            let frame = row_name(row);
            let row = row.iter().map(String::as_str);
            found.extend(unlike(frame, row, cut, |borders, _| {
                borders.iter().map(|border| (true, *border)).collect()
            }));
        }
        found.arrange();
        found.dedup_by(|later, earlier| later.frame == earlier.frame);
        found
    }
}

/// 应A尽A: its first and third character.
fn made(characters: &[char]) -> Option<(char, char)> {
    match characters {
        [a, b, c, d] if b == d && a != c => Some((*a, *c)),
        _ => None,
    }
}

fn frame_name(characters: &[char], head: usize, tail: usize) -> String {
    if let (Some((first, third)), 1, 0) = (made(characters), head, tail) {
        return format!("{first}…{third}…");
    }
    let start: String = characters.iter().take(head).collect();
    let end: String = characters.iter().skip(characters.len() - tail).collect();
    format!("{start}…{end}")
}

/// What all parts of a row have at the same place, with … for the rest.
fn row_name(row: &[String]) -> String {
    let mut name = String::new();
    let first = row.first().map(String::as_str).unwrap_or_default();
    for (place, character) in first.chars().enumerate() {
        if row
            .iter()
            .all(|part| part.chars().nth(place) == Some(character))
        {
            name.push(character);
        } else if !name.ends_with('…') {
            name.push('…');
        }
    }
    name
}

/// The phrases with their pieces, where the borders that `compared` keeps are not the same in all.
fn unlike<'k>(
    frame: String,
    members: impl Iterator<Item = &'k str>,
    cut: &dyn Fn(&str) -> Vec<String>,
    compared: impl Fn(&[usize], usize) -> Vec<(bool, usize)>,
) -> Option<Parallel> {
    let mut cuts: Vec<(String, Vec<String>)> = members
        .map(|member| (member.to_owned(), cut(member)))
        .collect();
    cuts.arrange();
    cuts.dedup();
    let mut kept: BTreeSet<Vec<(bool, usize)>> = BTreeSet::new();
    for (member, pieces) in &cuts {
        let mut borders = Vec::new();
        let mut at = 0;
        for piece in pieces {
            at += piece.chars().count();
            borders.push(at);
        }
        borders.pop();
        kept.insert(compared(&borders, member.chars().count()));
    }
    (kept.len() > 1 && cuts.len() > 1).then_some(Parallel { frame, cuts })
}
