//! From a page's text to tokens: segmentation, number formulas, the user's lexicon, names, set phrases, speakers, the
//! vocabulary, stop words and groups.

pub(crate) mod dictionary;
pub mod formula;
pub mod groups;
pub mod lexicon;
pub mod listed;
pub mod names;
pub mod passage;
pub mod phrases;
pub mod pinyin;
pub mod presegmented;
pub mod segment;
pub mod sentence;
pub mod speech;
pub mod stopwords;
pub mod vocabulary;
