//! Fixed lists of words, asked for at a place in a text.

use rustc_hash::FxHashMap;

use crate::text::arrange::Arrange;

/// A list of words that is asked which of them begins, or ends, at a place.
#[derive(Debug)]
pub(super) struct WordList {
    by_first: FxHashMap<char, Vec<&'static str>>,
    by_last: FxHashMap<char, Vec<&'static str>>,
}

impl WordList {
    /// The words of texts in which they are parted by blanks.
    pub(super) fn new(texts: &[&'static str]) -> Self {
        let mut list = Self {
            by_first: FxHashMap::default(),
            by_last: FxHashMap::default(),
        };
        for word in texts.iter().flat_map(|text| text.split_whitespace()) {
            list.add(word);
        }
        let longest_first = |words: &mut Vec<&'static str>| {
            words.arrange_by_key(|word| (std::cmp::Reverse(word.len()), *word));
            words.dedup();
        };
        list.by_first.values_mut().for_each(longest_first);
        list.by_last.values_mut().for_each(longest_first);
        list
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
        if let (Some(first), Some(last)) = (word.chars().next(), word.chars().next_back()) {
            self.by_first.entry(first).or_default().push(word);
            self.by_last.entry(last).or_default().push(word);
        }
    }

    /// Puts the longest words first, which [`WordList::add_even`] needs.
    pub(super) fn sorted(mut self) -> Self {
        for words in self.by_first.values_mut().chain(self.by_last.values_mut()) {
            words.arrange_by_key(|word| (std::cmp::Reverse(word.len()), *word));
        }
        self
    }

    /// The longest word with which `text` begins.
    pub(super) fn at(&self, text: &str) -> Option<&'static str> {
        let words = self.by_first.get(&text.chars().next()?)?;
        words.iter().find(|word| text.starts_with(**word)).copied()
    }

    /// The longest word with which `text` ends.
    pub(super) fn before(&self, text: &str) -> Option<&'static str> {
        let words = self.by_last.get(&text.chars().next_back()?)?;
        words.iter().find(|word| text.ends_with(**word)).copied()
    }

    /// Whether `text` is a word of the list.
    pub(super) fn has(&self, text: &str) -> bool {
        let words = text
            .chars()
            .next()
            .and_then(|first| self.by_first.get(&first));
        words.is_some_and(|words| words.contains(&text))
    }
}
