//! SplitMix64 (Steele, Lea and Flood, “Fast splittable pseudorandom number generators”, OOPSLA 2014).

/// What the state of the generator grows by at each number.
pub const STEP: u64 = 0x9E37_79B9_7F4A_7C15;

/// The number that the generator gives in this state: every bit of it depends on all bits of the state, so it also
/// spreads a hash.
pub fn mix(state: u64) -> u64 {
    let mixed = state.wrapping_add(STEP);
    let mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}
