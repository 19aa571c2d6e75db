//! From a page's text to tokens: segmentation, number formulas, the vocabulary and stop words.

pub mod formula;
pub mod segment;
pub mod sentence;
pub mod stopwords;
pub mod vocabulary;
