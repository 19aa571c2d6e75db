//! From tokens to numbers.

pub mod frequency;
