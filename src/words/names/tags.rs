//! Tags of words, each asked for once.

use std::cell::RefCell;

use rustc_hash::FxHashMap;

use crate::words::segment::Segmenter;

/// How many tags are kept from one document to the next.
const MOST_KEPT: usize = 1 << 16;

thread_local! {
    /// The tags that are known. Every segmenter has the same dictionary.
    static KNOWN: RefCell<Known> = RefCell::default();
}

/// The dictionary's tags of the words of documents.
pub(super) struct Tags<'s> {
    segmenter: &'s Segmenter,
    known: Known,
}

/// Tags by words.
#[derive(Default)]
struct Known {
    /// Of words that are no longer than four characters, which nearly all are: by their characters in one number.
    short: FxHashMap<u64, u8>,
    long: FxHashMap<Box<str>, &'static str>,
}

impl<'s> Tags<'s> {
    /// No word need be tagged yet.
    pub(super) fn new(segmenter: &'s Segmenter) -> Self {
        Self {
            segmenter,
            known: KNOWN.take(),
        }
    }

    /// The dictionary's tag of a word; empty for what is no word of it.
    pub(super) fn of(&mut self, word: &str) -> &'static str {
        match packed(word) {
            Some(key) => match self.known.short.get(&key) {
                Some(number) => tag_numbered(*number),
                None => {
                    let number = number_of(word, self.segmenter);
                    self.known.short.insert(key, number);
                    tag_numbered(number)
                }
            },
            None => match self.known.long.get(word) {
                Some(tag) => tag,
                None => {
                    let tag = tag_numbered(number_of(word, self.segmenter));
                    self.known.long.insert(Box::from(word), tag);
                    tag
                }
            },
        }
    }

    /// Whether the dictionary has it as a word.
    pub(super) fn is_word(&self, word: &str) -> bool {
        self.segmenter.is_word(word)
    }
}

impl Drop for Tags<'_> {
    fn drop(&mut self) {
        let known = std::mem::take(&mut self.known);
        if known.short.len() + known.long.len() <= MOST_KEPT {
            KNOWN.set(known);
        }
    }
}

/// Up to four characters as one number, no two words as the same one.
fn packed(word: &str) -> Option<u64> {
    if word.len() > 12 {
        return None;
    }
    let mut key = 0_u64;
    for (number, character) in word.chars().enumerate() {
        let unit = u16::try_from(u32::from(character)).ok()?;
        if number == 4 || unit == 0 {
            return None;
        }
        key = key << 16 | u64::from(unit);
    }
    Some(key)
}

/// Tags as the rules ask for them; the first is that of what is no word, the last every other.
const TAGS: [&str; 41] = [
    "", "n", "v", "vn", "ns", "nr", "nz", "nt", "nrt", "nrfg", "a", "ad", "an", "ag", "b", "c",
    "d", "f", "g", "i", "j", "k", "l", "m", "ng", "o", "p", "q", "r", "s", "t", "tg", "u", "uj",
    "vd", "vg", "vi", "vq", "y", "z", "x",
];

/// The number of a word's tag.
fn number_of(word: &str, segmenter: &Segmenter) -> u8 {
    if !segmenter.is_word(word) {
        return 0;
    }
    let tag = segmenter.tag(word);
    let mut words = (0_u8..).zip(TAGS).skip(1);
    let found = words.find(|(_, known)| *known == tag);
    found.map_or(OTHER, |(number, _)| number)
}

/// The number of the tag for what has no other.
const OTHER: u8 = 40;

fn tag_numbered(number: u8) -> &'static str {
    TAGS.get(usize::from(number)).copied().unwrap_or("x")
}
