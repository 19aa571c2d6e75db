//! The vocabulary: every term once, with a small number for it.

use std::hash::{BuildHasher as _, Hasher as _};
use std::num::NonZeroU32;

use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;

use super::listed::Listed;
use super::segment::{Segmenter, TokenKind};

/// A term's number in its [`Vocabulary`]: from 0, in the order of first occurrence.
///
/// Numbers depend on the order in which texts were read, so no output may show or sort by them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TermId(pub u32);

impl TermId {
    /// The number as an index.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// All terms of a corpus, as counted.
#[derive(Debug, Clone)]
pub struct Vocabulary {
    /// The terms laid end to end: one allocation in place of one a term.
    letters: String,
    entries: Vec<Entry>,
    lookup: HashTable<Slot>,
    /// The terms of one character: half of all tokens need no more than a look here.
    singles: Singles,
    /// The different tags, in the order in which they were met.
    tags: Vec<Box<str>>,
    /// How many terms have their tag.
    tagged: usize,
}

/// A term in the lookup table. Every token of a corpus is looked up, so short terms, which are nearly all, are compared
/// by their key alone, without a look at their letters elsewhere in memory.
#[derive(Debug, Clone, Copy)]
struct Slot {
    key: Key,
    id: TermId,
}

/// A term of at most 16 bytes itself: its first and last bytes, which may overlap, and its length. Of a longer one, a
/// hash and the length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Key {
    low: u64,
    high: u64,
    /// [`Key::LONG`] for a long term.
    length: u8,
}

impl Key {
    const LONG: u8 = u8::MAX;

    /// Fixed-size reads, and not a copy of as many bytes as there are, which would cost a call for every token.
    fn of(term: &str) -> Self {
        let bytes = term.as_bytes();
        if let (0..=16, Some(low), Some(high)) =
            (bytes.len(), bytes.first_chunk(), bytes.last_chunk())
        {
            return Self::short(bytes, u64::from_le_bytes(*low), u64::from_le_bytes(*high));
        }
        if let (0..8, Some(low), Some(high)) =
            (bytes.len(), bytes.first_chunk(), bytes.last_chunk())
        {
            let (low, high) = (u32::from_le_bytes(*low), u32::from_le_bytes(*high));
            return Self::short(bytes, u64::from(low), u64::from(high));
        }
        if let [first, rest @ ..] = bytes
            && bytes.len() < 4
        {
            let second = rest.first().map_or(0, |byte| u64::from(*byte));
            let third = rest.get(1).map_or(0, |byte| u64::from(*byte));
            return Self::short(bytes, u64::from(*first) | second << 8 | third << 16, 0);
        }
        Self::long(bytes)
    }

    fn short(bytes: &[u8], low: u64, high: u64) -> Self {
        Self {
            low,
            high,
            length: bytes.len() as u8,
        }
    }

    fn long(bytes: &[u8]) -> Self {
        let mut hasher = FxBuildHasher.build_hasher();
        hasher.write(bytes);
        Self {
            low: hasher.finish(),
            high: bytes.len() as u64,
            length: Self::LONG,
        }
    }

    /// Multiplication spreads the bits upwards, the shift brings them back down: the table uses both ends.
    fn hash(self) -> u64 {
        const ODD: u64 = 0x9E37_79B9_7F4A_7C15;
        const OTHER_ODD: u64 = 0xD6E8_FEB8_6659_FD93;
        let mixed =
            (self.low.wrapping_mul(ODD).rotate_left(29) ^ self.high).wrapping_mul(OTHER_ODD);
        mixed ^ (mixed >> 32)
    }
}

/// The numbers of terms that are one character of U+0800 to U+FFFF, which is three bytes long: Han characters and
/// Chinese marks.
#[derive(Debug, Clone, Default)]
struct Singles(Vec<Option<NonZeroU32>>);

impl Singles {
    /// The place of a term's number; `None` for a term of another sort.
    fn place(term: &str) -> Option<usize> {
        let &[lead @ 0xE0..=0xEF, middle, last] = term.as_bytes() else {
            return None;
        };
        let bits = |byte: u8| usize::from(byte & 0x3F);
        Some(usize::from(lead & 0x0F) << 12 | bits(middle) << 6 | bits(last))
    }

    fn find(&self, place: usize) -> Option<TermId> {
        let number = self.0.get(place).copied().flatten()?;
        Some(TermId(number.get() - 1))
    }

    fn enter(&mut self, place: usize, id: TermId) {
        self.0.resize(0x1_0000, None);
        if let Some(number) = self.0.get_mut(place) {
            *number = NonZeroU32::new(id.0.saturating_add(1));
        }
    }
}

#[derive(Debug, Clone, Copy)]
struct Entry {
    /// Where the term ends in the letters; it begins where the one before ends.
    end: u32,
    chars: u32,
    kind: TokenKind,
    tag: u8,
    /// The tag that a list gives; 0 where none does.
    listed_tag: u8,
}

impl Default for Vocabulary {
    fn default() -> Self {
        Self::new()
    }
}

impl Vocabulary {
    /// A vocabulary without terms.
    pub fn new() -> Self {
        Self {
            letters: String::new(),
            entries: Vec::new(),
            lookup: HashTable::new(),
            singles: Singles::default(),
            // Tag 0 is that of a term not tagged yet.
            tags: vec![Box::from("")],
            tagged: 0,
        }
    }

    /// The number of `term`, which is entered if it is new. A term keeps the kind with which it was entered.
    pub fn intern(&mut self, term: &str, kind: TokenKind) -> TermId {
        let single = Singles::place(term);
        if let Some(known) = single.and_then(|place| self.singles.find(place)) {
            return known;
        }
        let key = Key::of(term);
        let id = match self.find_key(key, term) {
            Some(known) => known,
            None => self.enter(key, term, kind),
        };
        if let Some(place) = single {
            self.singles.enter(place, id);
        }
        id
    }

    fn enter(&mut self, key: Key, term: &str, kind: TokenKind) -> TermId {
        let id = TermId(clamp(self.entries.len()));
        self.letters.push_str(term);
        self.entries.push(Entry {
            end: clamp(self.letters.len()),
            chars: clamp(term.chars().count()),
            kind,
            tag: 0,
            listed_tag: 0,
        });
        let slot = Slot { key, id };
        self.lookup
            .insert_unique(key.hash(), slot, |other| other.key.hash());
        id
    }

    /// The number of `term`, if it was entered.
    pub fn find(&self, term: &str) -> Option<TermId> {
        self.find_key(Key::of(term), term)
    }

    fn find_key(&self, key: Key, term: &str) -> Option<TermId> {
        let is_same = |slot: &Slot| {
            slot.key == key && (key.length != Key::LONG || self.term(slot.id) == term)
        };
        self.lookup.find(key.hash(), is_same).map(|slot| slot.id)
    }

    /// The term; empty for a number of another vocabulary.
    pub fn term(&self, id: TermId) -> &str {
        spelling(&self.letters, &self.entries, id)
    }

    /// The kind with which the term was entered; a mark for a number of another vocabulary.
    pub fn kind(&self, id: TermId) -> TokenKind {
        self.entries
            .get(id.index())
            .map_or(TokenKind::Mark, |entry| entry.kind)
    }

    /// Length of the term in characters.
    pub fn chars(&self, id: TermId) -> u32 {
        self.entries.get(id.index()).map_or(0, |entry| entry.chars)
    }

    /// Part of speech in the tag set of jieba, that of a list before that of the segmenter; empty where there is none, or
    /// before [`Vocabulary::tag_with`].
    pub fn tag(&self, id: TermId) -> &str {
        let number = |entry: &Entry| match entry.listed_tag {
            0 => entry.tag,
            listed => listed,
        };
        self.entries
            .get(id.index())
            .and_then(|entry| self.tags.get(usize::from(number(entry))))
            .map_or("", |tag| tag)
    }

    /// Tags the terms that were entered since the last call. A term's tag depends on the term and the lists alone.
    pub fn tag_with(&mut self, segmenter: &Segmenter, listed: &Listed) {
        for index in self.tagged..self.entries.len() {
            let id = TermId(clamp(index));
            let term = spelling(&self.letters, &self.entries, id);
            let number = number_of_tag(&mut self.tags, segmenter.tag(term));
            let listed_number = number_of_tag(&mut self.tags, listed.tag(term));
            if let Some(entry) = self.entries.get_mut(index) {
                entry.tag = number;
                entry.listed_tag = listed_number;
            }
        }
        self.tagged = self.entries.len();
    }

    /// Gives the terms that are tagged already the tags of other lists.
    pub fn take_listed_tags(&mut self, listed: &Listed) {
        for index in 0..self.tagged {
            let id = TermId(clamp(index));
            let term = spelling(&self.letters, &self.entries, id);
            let number = number_of_tag(&mut self.tags, listed.tag(term));
            if let Some(entry) = self.entries.get_mut(index) {
                entry.listed_tag = number;
            }
        }
    }

    /// How many terms there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are no terms.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Every number, in the order of first occurrence.
    pub fn ids(&self) -> impl Iterator<Item = TermId> + use<> {
        (0..clamp(self.entries.len())).map(TermId)
    }
}

fn spelling<'a>(letters: &'a str, entries: &[Entry], id: TermId) -> &'a str {
    let index = id.index();
    let start = match index.checked_sub(1) {
        Some(before) => entries.get(before).map_or(0, |entry| entry.end),
        None => 0,
    };
    entries
        .get(index)
        .and_then(|entry| letters.get(start as usize..entry.end as usize))
        .unwrap_or_default()
}

/// The number of a tag. Jieba has fewer than a hundred tags; one over 255 would count as none.
fn number_of_tag(tags: &mut Vec<Box<str>>, tag: &str) -> u8 {
    if tag.is_empty() {
        return 0;
    }
    if tags.is_empty() {
        tags.push(Box::from(""));
    }
    let known = tags.iter().position(|known| **known == *tag);
    let index = known.unwrap_or_else(|| {
        tags.push(Box::from(tag));
        tags.len() - 1
    });
    u8::try_from(index).unwrap_or(0)
}

/// Vocabularies over 4 GiB do not occur: the limit on a corpus is far below.
fn clamp(size: usize) -> u32 {
    u32::try_from(size).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_has_one_number() {
        let mut vocabulary = Vocabulary::new();
        let first = vocabulary.intern("会议", TokenKind::Word);
        let second = vocabulary.intern("7月3日", TokenKind::Number);
        assert_eq!(vocabulary.intern("会议", TokenKind::Word), first);
        assert_ne!(first, second);
        assert_eq!(vocabulary.find("7月3日"), Some(second));
        assert_eq!(vocabulary.find("会"), None);
        assert_eq!(vocabulary.term(second), "7月3日");
        assert_eq!(vocabulary.chars(second), 4);
        assert_eq!(vocabulary.kind(second), TokenKind::Number);
        assert_eq!(vocabulary.len(), 2);
        assert_eq!(vocabulary.tag(first), "", "not tagged yet");
        assert_eq!(vocabulary.term(TermId(9)), "");
    }

    #[test]
    fn terms_about_as_long_as_a_key_stay_apart() {
        let mut vocabulary = Vocabulary::new();
        let terms: Vec<String> = (0..40).map(|length| "\0".repeat(length)).collect();
        for term in &terms {
            vocabulary.intern(term, TokenKind::Mark);
        }
        assert_eq!(vocabulary.len(), terms.len());
        for (number, term) in (0..).zip(&terms) {
            assert_eq!(
                vocabulary.find(term),
                Some(TermId(number)),
                "{} bytes",
                term.len()
            );
        }
    }

    #[test]
    fn a_vocabulary_that_begins_empty_tags_as_a_new_one_does() {
        let segmenter = Segmenter::new();
        for mut vocabulary in [Vocabulary::new(), Vocabulary::default()] {
            let term = vocabulary.intern("孩子", TokenKind::Word);
            vocabulary.tag_with(&segmenter, &Listed::default());
            assert_eq!(vocabulary.tag(term), "n");
        }
    }

    #[test]
    fn many_terms_are_found_again() {
        let mut vocabulary = Vocabulary::new();
        for number in 0..10_000 {
            vocabulary.intern(&number.to_string(), TokenKind::Number);
        }
        for number in 0..10_000_u32 {
            assert_eq!(vocabulary.find(&number.to_string()), Some(TermId(number)));
        }
    }
}
