//! From tokens to numbers.
