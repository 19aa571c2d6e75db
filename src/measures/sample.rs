//! An even sample without replacement, the same on every machine.
//!
//! The generator is SplitMix64, see [`super::split_mix`]; the numbers are chosen by Floyd's method (Bentley and Floyd, “Programming pearls: a sample of brilliance”,
//! *Communications of the ACM* 30, 1987), which draws one number for each that it chooses.

use std::collections::BTreeSet;

use super::split_mix::{STEP, mix};

/// SplitMix64: 2⁶⁴ numbers before it repeats.
#[derive(Debug, Clone)]
struct SplitMix64(u64);

impl SplitMix64 {
    fn next(&mut self) -> u64 {
        let number = mix(self.0);
        self.0 = self.0.wrapping_add(STEP);
        number
    }

    /// A number below `bound`. Its deviation from evenness is below `bound` in 2⁶⁴.
    fn below(&mut self, bound: u32) -> u32 {
        let scaled = (u128::from(self.next()) * u128::from(bound)) >> 64;
        u32::try_from(scaled).unwrap_or(0)
    }
}

/// `size` different numbers below `total`, in rising order; all of them where there are fewer. Every set of this size is
/// equally likely, and the same seed gives the same set.
pub fn sample(total: u32, size: u32, seed: u32) -> Vec<u32> {
    let mut generator = SplitMix64(u64::from(seed));
    let mut chosen = BTreeSet::new();
    for last in total.saturating_sub(size)..total {
        let number = generator.below(last.saturating_add(1));
        if !chosen.insert(number) {
            chosen.insert(last);
        }
    }
    chosen.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first numbers that the authors' program gives for seed 1234567.
    #[test]
    fn the_generator_is_the_published_one() {
        let mut generator = SplitMix64(1_234_567);
        let expected = [
            6_457_827_717_110_365_317,
            3_203_168_211_198_807_973,
            9_817_491_932_198_370_423,
        ];
        for number in expected {
            assert_eq!(generator.next(), number);
        }
    }

    #[test]
    fn a_sample_is_a_set_of_its_size() {
        for (total, size, expected) in [(0, 5, 0), (3, 5, 3), (5, 5, 5), (1000, 50, 50), (7, 0, 0)]
        {
            let numbers = sample(total, size, 9);
            assert_eq!(numbers.len(), expected, "{size} of {total}");
            assert!(numbers.is_sorted_by(|one, next| one < next), "{numbers:?}");
            assert!(numbers.iter().all(|number| *number < total), "{numbers:?}");
            assert_eq!(numbers, sample(total, size, 9));
        }
        assert_ne!(sample(1000, 50, 1), sample(1000, 50, 2));
    }

    #[test]
    fn every_number_is_drawn_equally_often() {
        let mut drawn = [0_u32; 10];
        for seed in 0..10_000 {
            for number in sample(10, 3, seed) {
                drawn[number as usize] += 1;
            }
        }
        // 3,000 each; the standard deviation is 46.
        assert!(
            drawn.iter().all(|times| (2800..3200).contains(times)),
            "{drawn:?}"
        );
    }
}
