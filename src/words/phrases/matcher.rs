//! Many strings looked for at once.

use rustc_hash::FxHashMap;

use crate::text::arrange::Arrange;

/// Strings in sorted order, so that those with a common beginning stand together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Matcher {
    keys: Vec<String>,
    /// The range of keys that begin with a character.
    by_first: FxHashMap<char, (usize, usize)>,
}

impl Matcher {
    /// A matcher of these keys; empty ones are left out.
    pub fn new(keys: impl Iterator<Item = String>) -> Self {
        let mut keys: Vec<String> = keys.filter(|key| !key.is_empty()).collect();
        keys.arrange();
        keys.dedup();
        let mut by_first: FxHashMap<char, (usize, usize)> = FxHashMap::default();
        for (index, key) in keys.iter().enumerate() {
            if let Some(first) = key.chars().next() {
                by_first.entry(first).or_insert((index, index)).1 = index + 1;
            }
        }
        Self { keys, by_first }
    }

    /// The lengths in bytes of all keys with which `text` begins, the shortest first.
    pub fn at(&self, text: &str) -> Vec<usize> {
        let mut found = Vec::new();
        let Some(first) = text.chars().next() else {
            return found;
        };
        let Some((mut low, mut high)) = self.by_first.get(&first).copied() else {
            return found;
        };
        for (offset, character) in text.char_indices() {
            let length = offset + character.len_utf8();
            let prefix = text.get(..length).unwrap_or_default();
            let range = self.keys.get(low..high).unwrap_or_default();
            if offset > 0 {
                // Keys that go on with a lesser character come first, then those that go on with this one.
                let begin = range.partition_point(|key| key.as_str() < prefix);
                let behind =
                    range.partition_point(|key| key.as_str() < prefix || key.starts_with(prefix));
                (low, high) = (low + begin, low + behind);
            }
            if low >= high {
                break;
            }
            if self.keys.get(low).is_some_and(|key| key.len() == length) {
                found.push(length);
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn finds_what_looking_for_each_finds(
            keys in proptest::collection::vec("[四方责任]{0,4}", 0..12),
            text in "[四方责任，]{0,12}",
        ) {
            let matcher = Matcher::new(keys.iter().cloned());
            let mut expected: Vec<usize> = keys
                .iter()
                .filter(|key| !key.is_empty() && text.starts_with(key.as_str()))
                .map(String::len)
                .collect();
            expected.sort_unstable();
            expected.dedup();
            prop_assert_eq!(matcher.at(&text), expected);
        }
    }
}
