//! Tags of words, each asked for once.

use rustc_hash::FxHashMap;

use crate::words::segment::Segmenter;

/// The dictionary's tags of the words of one document.
pub(super) struct Tags<'s> {
    segmenter: &'s Segmenter,
    known: FxHashMap<String, &'s str>,
}

impl<'s> Tags<'s> {
    /// No word is tagged yet.
    pub(super) fn new(segmenter: &'s Segmenter) -> Self {
        Self {
            segmenter,
            known: FxHashMap::default(),
        }
    }

    /// The dictionary's tag of a word; empty for what is no word of it.
    pub(super) fn of(&mut self, word: &str) -> &'s str {
        if let Some(tag) = self.known.get(word) {
            return tag;
        }
        let tag = if self.segmenter.is_word(word) {
            static_tag(self.segmenter.tag(word))
        } else {
            ""
        };
        self.known.insert(word.to_owned(), tag);
        tag
    }

    /// Whether the dictionary has it as a word.
    pub(super) fn is_word(&self, word: &str) -> bool {
        self.segmenter.is_word(word)
    }
}

/// Tags as the rules ask for them.
fn static_tag(tag: &str) -> &'static str {
    const TAGS: [&str; 40] = [
        "n", "v", "vn", "ns", "nr", "nz", "nt", "nrt", "nrfg", "a", "ad", "an", "ag", "b", "c",
        "d", "f", "g", "i", "j", "k", "l", "m", "ng", "o", "p", "q", "r", "s", "t", "tg", "u",
        "uj", "vd", "vg", "vi", "vq", "y", "z", "x",
    ];
    TAGS.iter()
        .find(|known| **known == tag)
        .copied()
        .unwrap_or("x")
}
