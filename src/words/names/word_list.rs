//! Fixed lists of words, asked for at a place in a text.

use rustc_hash::FxHashMap;

use crate::text::arrange::Arrange as _;

/// How many characters have a bit: those up to U+FFFF.
const CHARACTERS: usize = 0x1_0000;

/// A set of characters, asked for every character of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct CharacterSet {
    bits: Vec<u64>,
    /// The rare ones above U+FFFF.
    others: Vec<char>,
}

impl CharacterSet {
    /// The characters of a text.
    pub(super) fn new(text: &str) -> Self {
        let mut set = Self::default();
        text.chars().for_each(|character| set.add(character));
        set
    }

    /// Adds a character.
    pub(super) fn add(&mut self, character: char) {
        let number = character as usize;
        if number >= CHARACTERS {
            self.others.push(character);
            return;
        }
        self.add_number(number);
    }

    fn add_number(&mut self, number: usize) {
        if self.bits.is_empty() {
            self.bits = vec![0; CHARACTERS / 64];
        }
        if let Some(bits) = self.bits.get_mut(number / 64) {
            *bits |= 1 << (number % 64);
        }
    }

    /// Whether it has a character.
    #[inline]
    pub(super) fn has(&self, character: char) -> bool {
        let number = character as usize;
        if number < CHARACTERS {
            self.has_number(number)
        } else {
            self.others.contains(&character)
        }
    }

    #[inline]
    fn has_number(&self, number: usize) -> bool {
        let bits = self.bits.get(number / 64);
        bits.is_some_and(|bits| bits >> (number % 64) & 1 == 1)
    }
}

/// Words by the two characters with which they begin, or end; the longer first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ByEdge<W> {
    /// The outermost characters of all words.
    outer: CharacterSet,
    /// The words that are one character.
    single: CharacterSet,
    /// A bit for every pair of characters with which a word begins, and for some others.
    pairs: CharacterSet,
    words: FxHashMap<u64, Vec<W>>,
}

impl<W> Default for ByEdge<W> {
    fn default() -> Self {
        Self {
            outer: CharacterSet::default(),
            single: CharacterSet::default(),
            pairs: CharacterSet::default(),
            words: FxHashMap::default(),
        }
    }
}

/// A number below 65,536 for two characters.
fn mixed(outer: char, inner: char) -> usize {
    let mixed =
        u32::from(outer).wrapping_mul(0x9E37_79B1) ^ u32::from(inner).wrapping_mul(0x85EB_CA6B);
    mixed as usize >> 16
}

/// The outermost character and the one beside it, if there is one, as one number.
fn key(outer: char, inner: Option<char>) -> u64 {
    u64::from(u32::from(outer)) << 32 | inner.map_or(0, |inner| u64::from(u32::from(inner)) + 1)
}

impl<W: AsRef<str> + Ord> ByEdge<W> {
    /// Adds a word; `inwards` are its characters from the edge on.
    pub(super) fn add(&mut self, word: W, mut inwards: impl Iterator<Item = char>) {
        let Some(outer) = inwards.next() else { return };
        let inner = inwards.next();
        self.outer.add(outer);
        match inner {
            Some(inner) => self.pairs.add_number(mixed(outer, inner)),
            None => self.single.add(outer),
        }
        self.words.entry(key(outer, inner)).or_default().push(word);
    }

    /// Puts the longest words first.
    pub(super) fn sort(&mut self) {
        self.words.values_mut().for_each(|words| {
            words.arrange_by(|one, other| {
                (other.as_ref().len(), one).cmp(&(one.as_ref().len(), other))
            });
            words.dedup();
        });
    }

    /// Whether there are no words.
    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether a word has this character at its edge.
    #[inline]
    pub(super) fn begins_with(&self, outer: char) -> bool {
        self.outer.has(outer)
    }

    /// The first that is right of the words with the first two of these characters at their edge and of the one that is
    /// the first alone.
    #[inline]
    pub(super) fn first(
        &self,
        mut inwards: impl Iterator<Item = char>,
        is_right: impl Fn(&W) -> bool,
    ) -> Option<&W> {
        let outer = inwards.next()?;
        if !self.outer.has(outer) {
            return None;
        }
        if let Some(inner) = inwards.next()
            && self.pairs.has_number(mixed(outer, inner))
        {
            let mut longer = self.of(key(outer, Some(inner))).iter();
            if let Some(word) = longer.find(|word| is_right(word)) {
                return Some(word);
            }
        }
        if !self.single.has(outer) {
            return None;
        }
        let mut alone = self.of(key(outer, None)).iter();
        alone.find(|word| is_right(word))
    }

    fn of(&self, key: u64) -> &[W] {
        self.words.get(&key).map_or(&[], Vec::as_slice)
    }
}

/// A list of words that is asked which of them begins, or ends, at a place.
#[derive(Debug)]
pub(super) struct WordList {
    beginnings: ByEdge<&'static str>,
    endings: ByEdge<&'static str>,
}

impl WordList {
    /// The words of texts in which they are parted by blanks.
    pub(super) fn new(texts: &[&'static str]) -> Self {
        let mut list = Self {
            beginnings: ByEdge::default(),
            endings: ByEdge::default(),
        };
        for word in texts.iter().flat_map(|text| text.split_whitespace()) {
            list.add(word);
        }
        list.sorted()
    }

    /// A list of words that stand in the text without blanks, each `chars` characters long.
    pub(super) fn add_even(&mut self, text: &'static str, chars: usize) {
        let bytes = chars * 3;
        let mut rest = text;
        while let Some((word, behind)) = rest.split_at_checked(bytes) {
            if word.is_empty() {
                break;
            }
            self.add(word);
            rest = behind;
        }
    }

    fn add(&mut self, word: &'static str) {
        self.beginnings.add(word, word.chars());
        self.endings.add(word, word.chars().rev());
    }

    /// Puts the longest words first, which [`WordList::add_even`] needs.
    pub(super) fn sorted(mut self) -> Self {
        self.beginnings.sort();
        self.endings.sort();
        self
    }

    /// The longest word with which `text` begins.
    pub(super) fn at(&self, text: &str) -> Option<&'static str> {
        let words = &self.beginnings;
        words
            .first(text.chars(), |word| text.starts_with(*word))
            .copied()
    }

    /// The longest word with which `text` ends.
    pub(super) fn before(&self, text: &str) -> Option<&'static str> {
        let words = &self.endings;
        words
            .first(text.chars().rev(), |word| text.ends_with(*word))
            .copied()
    }

    /// Whether `text` is a word of the list.
    pub(super) fn has(&self, text: &str) -> bool {
        let words = &self.beginnings;
        words.first(text.chars(), |word| *word == text).is_some()
    }
}
