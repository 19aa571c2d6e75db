//! A map for few entries, with little code.
//!
//! The ordered map of the standard library makes five to ten kilobytes of code for every type of entry. The page holds
//! a dozen kinds of short tables, so here is one that is a sorted list: what is put in or taken out moves the entries
//! behind it.

use std::mem;

/// An ordered map that is a sorted list of its entries. Looking up takes `log n` comparisons; putting in and taking
/// out moves up to `n` entries, none where the key is the largest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SortedMap<K, V> {
    entries: Vec<(K, V)>,
}

impl<K, V> Default for SortedMap<K, V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<K, V> SortedMap<K, V> {
    /// A map without entries.
    pub const fn new() -> Self {
        Self {
            entries: Vec::new(),
        }
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Takes all entries out.
    pub fn clear(&mut self) {
        self.entries.clear();
    }

    /// The entries in the order of their keys.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&K, &V)> {
        self.entries.iter().map(|(key, value)| (key, value))
    }

    /// The same, with values to be changed.
    pub fn iter_mut(&mut self) -> impl DoubleEndedIterator<Item = (&K, &mut V)> {
        self.entries.iter_mut().map(|(key, value)| (&*key, value))
    }

    /// The keys in their order.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &K> {
        self.entries.iter().map(|(key, _)| key)
    }

    /// The values in the order of their keys.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> {
        self.entries.iter().map(|(_, value)| value)
    }

    /// The same, to be changed.
    pub fn values_mut(&mut self) -> impl DoubleEndedIterator<Item = &mut V> {
        self.entries.iter_mut().map(|(_, value)| value)
    }

    /// The entries as a list, in the order of their keys.
    pub fn into_entries(self) -> Vec<(K, V)> {
        self.entries
    }

    /// Keeps the entries of which this is true.
    pub fn retain(&mut self, mut keep: impl FnMut(&K, &V) -> bool) {
        self.entries.retain(|(key, value)| keep(key, value));
    }
}

impl<K: Ord, V> SortedMap<K, V> {
    /// Where a key stands, or would.
    fn place(&self, key: &K) -> Result<usize, usize> {
        self.entries.binary_search_by(|(known, _)| known.cmp(key))
    }

    /// The value of a key.
    pub fn get(&self, key: &K) -> Option<&V> {
        let place = self.place(key).ok()?;
        self.entries.get(place).map(|(_, value)| value)
    }

    /// The same, to be changed.
    pub fn get_mut(&mut self, key: &K) -> Option<&mut V> {
        let place = self.place(key).ok()?;
        self.entries.get_mut(place).map(|(_, value)| value)
    }

    /// Whether there is this key.
    pub fn contains_key(&self, key: &K) -> bool {
        self.place(key).is_ok()
    }

    /// The last entry whose key is this one or stands before it.
    pub fn last_until(&self, key: &K) -> Option<(&K, &V)> {
        let place = match self.place(key) {
            Ok(place) => place,
            Err(after) => after.checked_sub(1)?,
        };
        self.entries.get(place).map(|(key, value)| (key, value))
    }

    /// Puts an entry in; the value that the key had before is given back.
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        match self.place(&key) {
            Ok(place) => {
                let (_, known) = self.entries.get_mut(place)?;
                Some(mem::replace(known, value))
            }
            Err(place) => {
                self.entries.insert(place, (key, value));
                None
            }
        }
    }

    /// Takes an entry out and gives its value.
    pub fn remove(&mut self, key: &K) -> Option<V> {
        let place = self.place(key).ok()?;
        Some(self.entries.remove(place).1)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::SortedMap;

    proptest! {
        #[test]
        fn it_holds_what_the_map_of_the_standard_library_holds(
            steps in prop::collection::vec((0_u8..3, 0_u8..12, any::<u8>()), 0..60)
        ) {
            let (mut map, mut expected) = (SortedMap::new(), BTreeMap::new());
            for (step, key, value) in steps {
                match step {
                    0 => prop_assert_eq!(map.remove(&key), expected.remove(&key)),
                    1 => {
                        map.retain(|known, _| *known <= key);
                        expected.retain(|known, _| *known <= key);
                    }
                    _ => prop_assert_eq!(map.insert(key, value), expected.insert(key, value)),
                }
                prop_assert_eq!(map.get(&key), expected.get(&key));
                prop_assert_eq!(map.contains_key(&key), expected.contains_key(&key));
                prop_assert_eq!(map.last_until(&key), expected.range(..=key).next_back());
            }
            prop_assert_eq!(map.len(), expected.len());
            prop_assert_eq!(map.into_entries(), expected.into_iter().collect::<Vec<_>>());
        }
    }
}
