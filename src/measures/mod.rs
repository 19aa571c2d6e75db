//! From tokens to numbers.

pub mod frequency;
pub mod new_words;
pub mod options;
pub mod part;
pub mod proportion;
pub mod sample;
pub mod similarity;
mod split_mix;
