//! From tokens to numbers.

pub mod association;
pub mod dispersion;
pub mod diversity;
pub mod figure;
pub mod frequency;
pub mod keyness;
pub mod keywords;
pub mod new_words;
pub mod ngrams;
pub mod options;
pub mod part;
pub mod proportion;
pub mod sample;
pub mod similarity;
mod split_mix;
