//! Sorting with little code.
//!
//! The standard library makes a sort of its own for every type and every comparison, about five kilobytes of code each,
//! and this crate sorts more than a hundred kinds of lists, most of them short. Here all share one sort, of places: a
//! list costs only its comparison and its swap. The price is a call for each comparison that cannot be inlined, and a
//! list of places as long as the slice, unless it is in order already. So the standard sorts stay where very many
//! elements are compared by little: numbers of every token, line or word.

use std::cmp::Ordering;

/// Stable sorts, with the results of the standard ones.
pub trait Arrange<T> {
    /// Sorts in ascending order, as `sort` does.
    fn arrange(&mut self)
    where
        T: Ord;

    /// Sorts by a total order, as `sort_by` does.
    fn arrange_by(&mut self, compare: impl FnMut(&T, &T) -> Ordering);

    /// Sorts by a key, which is made for each comparison, as `sort_by_key` does.
    fn arrange_by_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K);

    /// Sorts by a key, which is made once for each element, as `sort_by_cached_key` does.
    fn arrange_by_cached_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K);
}

impl<T> Arrange<T> for [T] {
    fn arrange(&mut self)
    where
        T: Ord,
    {
        self.arrange_by(T::cmp);
    }

    fn arrange_by(&mut self, mut compare: impl FnMut(&T, &T) -> Ordering) {
        let mut places = sorted_places(self.len(), &mut |one, other| {
            compare_at(self, one, other, &mut compare)
        });
        follow(&mut places, &mut |one, other| self.swap(one, other));
    }

    fn arrange_by_key<K: Ord>(&mut self, mut key: impl FnMut(&T) -> K) {
        self.arrange_by(|one, other| key(one).cmp(&key(other)));
    }

    fn arrange_by_cached_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K) {
        let keys: Vec<K> = self.iter().map(key).collect();
        let mut places = sorted_places(keys.len(), &mut |one, other| {
            compare_at(&keys, one, other, &mut K::cmp)
        });
        follow(&mut places, &mut |one, other| self.swap(one, other));
    }
}

/// An ordered map or set of these items, which are put in one by one; of several with one key the last stays.
///
/// `collect` sorts them first, by a sort of its own.
pub fn ordered<C: Default + Extend<T>, T>(items: impl IntoIterator<Item = T>) -> C {
    let mut collection = C::default();
    collection.extend(items);
    collection
}

/// Compares what stands at two places, which are within the slice.
fn compare_at<T>(
    slice: &[T],
    one: usize,
    other: usize,
    compare: &mut impl FnMut(&T, &T) -> Ordering,
) -> Ordering {
    match (slice.get(one), slice.get(other)) {
        (Some(one), Some(other)) => compare(one, other),
        _ => Ordering::Equal,
    }
}

/// The places `0..length` in the order of what stands there, equal ones as they stand. Empty if all are in order.
///
/// Never inlined: it would be made anew for every comparison.
#[inline(never)]
fn sorted_places(length: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    if (1..length).all(|place| compare(place - 1, place).is_le()) {
        return Vec::new();
    }
    let mut places: Vec<usize> = (0..length).collect();
    let mut merged = Vec::with_capacity(length);
    let mut run = 1;
    while run < length {
        merged.clear();
        for pair in places.chunks(run.saturating_mul(2)) {
            let (left, right) = pair.split_at(run.min(pair.len()));
            merge(left, right, compare, &mut merged);
        }
        std::mem::swap(&mut places, &mut merged);
        run = run.saturating_mul(2);
    }
    places
}

/// Adds the places of two runs that are in order, in their order; of equal ones those of the first run stand first.
fn merge(
    left: &[usize],
    right: &[usize],
    compare: &mut dyn FnMut(usize, usize) -> Ordering,
    merged: &mut Vec<usize>,
) {
    let (mut left, mut right) = (left, right);
    while let ([one, lefts @ ..], [other, rights @ ..]) = (left, right) {
        if compare(*one, *other).is_le() {
            merged.push(*one);
            left = lefts;
        } else {
            merged.push(*other);
            right = rights;
        }
    }
    merged.extend_from_slice(left);
    merged.extend_from_slice(right);
}

/// Swaps until at every place stands what stood at the place that is written there; the places are used up.
///
/// Each cycle of places is followed once round: with every swap one element is where it belongs.
#[inline(never)]
fn follow(places: &mut [usize], swap: &mut dyn FnMut(usize, usize)) {
    for first in 0..places.len() {
        let mut place = first;
        while let Some(written) = places.get_mut(place) {
            let from = std::mem::replace(written, place);
            if from == first {
                break;
            }
            swap(place, from);
            place = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::{Arrange, ordered};

    #[test]
    fn short_lists_are_arranged() {
        let rows: [(&[i32], &[i32]); 5] = [
            (&[], &[]),
            (&[1], &[1]),
            (&[2, 1], &[1, 2]),
            (&[1, 2, 3], &[1, 2, 3]),
            (&[2, 3, 1, 5, 4], &[1, 2, 3, 4, 5]),
        ];
        for (given, expected) in rows {
            let mut list = given.to_vec();
            list.arrange();
            assert_eq!(list, expected);
        }
    }

    proptest! {
        // Few keys and many elements: there are equal ones, told apart by where they stood.
        #[test]
        fn every_arrangement_is_that_of_the_stable_sort(keys in prop::collection::vec(0_u8..40, 0..200)) {
            let list: Vec<(u8, usize)> = keys.into_iter().zip(0..).collect();
            let (mut by_key, mut by_cached_key, mut by, mut plain) =
                (list.clone(), list.clone(), list.clone(), list.clone());
            by_key.arrange_by_key(|(key, _)| *key);
            by_cached_key.arrange_by_cached_key(|(key, _)| key.to_string());
            by.arrange_by(|one, other| other.0.cmp(&one.0));
            plain.arrange();
            let mut expected = list.clone();
            expected.sort_by_key(|(key, _)| *key);
            prop_assert_eq!(&by_key, &expected);
            prop_assert_eq!(plain, expected);
            let mut expected = list.clone();
            expected.sort_by_key(|(key, _)| key.to_string());
            prop_assert_eq!(by_cached_key, expected);
            let mut expected = list;
            expected.sort_by_key(|one| std::cmp::Reverse(one.0));
            prop_assert_eq!(by, expected);
        }

        #[test]
        fn what_is_ordered_is_what_collect_makes(pairs in prop::collection::vec((0_u8..9, 0_u8..9), 0..60)) {
            let expected: BTreeMap<u8, u8> = pairs.iter().copied().collect();
            prop_assert_eq!(ordered::<BTreeMap<u8, u8>, _>(pairs), expected);
        }

        // Elements that own memory: none is lost or doubled.
        #[test]
        fn what_owns_memory_is_arranged(mut list in prop::collection::vec("[一-三]{0,3}", 0..60)) {
            let mut expected = list.clone();
            expected.sort();
            list.arrange();
            prop_assert_eq!(list, expected);
        }
    }
}
