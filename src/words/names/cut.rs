//! A passage cut into words by the dictionary alone: where words may begin and end.

use std::ops::Range;

use crate::words::segment::{SegmentOptions, Segmenter, Token, next_cut};

/// How much of a long passage is cut at once, in bytes.
const PART_BYTES: usize = 16 * 1024;

/// A text and the bytes at which its words begin.
pub(super) struct Cut<'a> {
    /// The text.
    pub(super) text: &'a str,
    /// The bytes at which words begin, and the text's length.
    bounds: Vec<usize>,
    borders: Borders,
    /// How many bounds lie before each group of 64 bytes.
    before_group: Vec<u32>,
}

/// Where words may begin and end in one passage, a bit a byte.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Borders(Vec<u64>);

impl Borders {
    /// Whether a word begins or ends at this byte.
    #[inline]
    pub(super) fn has(&self, byte: usize) -> bool {
        self.0
            .get(byte / 64)
            .is_some_and(|bits| bits >> (byte % 64) & 1 == 1)
    }
}

impl<'a> Cut<'a> {
    /// Cuts a text without the model for unknown words, which would make words of names and what stands beside them.
    pub(super) fn new(text: &'a str, segmenter: &Segmenter, tokens: &mut Vec<Token>) -> Self {
        let options = SegmentOptions {
            unknown_words: false,
        };
        let mut bounds = Vec::with_capacity(text.len() / 4);
        let (mut from, mut at) = (0, 0);
        while from < text.len() {
            let end = next_cut(text, from, PART_BYTES).end;
            tokens.clear();
            segmenter.segment(text.get(from..end).unwrap_or_default(), options, tokens);
            for token in tokens.iter() {
                bounds.push(at);
                at += token.len_bytes as usize;
            }
            from = end;
        }
        bounds.push(text.len());
        let mut bits = vec![0_u64; text.len() / 64 + 1];
        for bound in &bounds {
            if let Some(bits) = bits.get_mut(bound / 64) {
                *bits |= 1 << (bound % 64);
            }
        }
        let mut sum = 0;
        let before_group = bits.iter().map(|bits| {
            let before = sum;
            sum += bits.count_ones();
            before
        });
        Self {
            text,
            bounds,
            before_group: before_group.collect(),
            borders: Borders(bits),
        }
    }

    /// Where words may begin and end.
    pub(super) fn into_borders(self) -> Borders {
        self.borders
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.bounds.len() - 1
    }

    /// The bytes of a word.
    pub(super) fn range(&self, word: usize) -> Range<usize> {
        self.start(word)..self.start(word + 1)
    }

    /// The byte at which a word begins; the text's length behind the last.
    #[inline]
    pub(super) fn start(&self, word: usize) -> usize {
        self.bounds.get(word).copied().unwrap_or(self.text.len())
    }

    /// A word; empty behind the last.
    #[inline]
    pub(super) fn word(&self, word: usize) -> &'a str {
        self.get(self.range(word))
    }

    /// A stretch of the text.
    #[inline]
    pub(super) fn get(&self, range: Range<usize>) -> &'a str {
        self.text.get(range).unwrap_or_default()
    }

    /// The text before a byte.
    #[inline]
    pub(super) fn before(&self, byte: usize) -> &'a str {
        self.text.get(..byte).unwrap_or_default()
    }

    /// The text from a byte on.
    #[inline]
    pub(super) fn from(&self, byte: usize) -> &'a str {
        self.text.get(byte..).unwrap_or_default()
    }

    /// Whether a word begins at this byte, or the text ends there.
    #[inline]
    pub(super) fn is_bound(&self, byte: usize) -> bool {
        self.borders.has(byte)
    }

    /// The word that has this byte.
    #[inline]
    pub(super) fn covering(&self, byte: usize) -> usize {
        let group = byte / 64;
        let (Some(bits), Some(before)) = (self.borders.0.get(group), self.before_group.get(group))
        else {
            return self.len();
        };
        let up_to = bits << (63 - byte % 64);
        (*before as usize + up_to.count_ones() as usize).saturating_sub(1)
    }
}

/// Whether all characters are Han.
pub(super) fn is_han_text(text: &str) -> bool {
    !text.is_empty() && text.chars().all(super::persons::is_han)
}

/// How many characters a text has.
pub(super) fn chars(text: &str) -> usize {
    text.chars().count()
}

/// Whether a word is one character, and one of these.
pub(super) fn is_one_of(word: &str, characters: &str) -> bool {
    let mut own = word.chars();
    match (own.next(), own.next()) {
        (Some(only), None) => characters.contains(only),
        _ => false,
    }
}
