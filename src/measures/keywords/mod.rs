//! 关键词: the words that say what one text, or one group of texts, is about.
//!
//! tf(w): count of a candidate w; T: the counts of all candidates together.
//!
//! | measure | formula | source |
//! |---|---|---|
//! | TF-IDF of jieba | tf(w)/T · idf(w), idf by its table, the median of the table for words that it lacks | Sun Junyi, jieba for Python 0.42.1, `analyse/tfidf.py` |
//! | TF-IDF of the corpus | tf(w)/T · ln(D/df(w)), D: articles of the corpus, df: those with w | Spärck Jones, “A statistical interpretation of term specificity and its application in retrieval”, *Journal of Documentation* 28, 1972 |
//! | TextRank of jieba | see [`text_rank`] | Mihalcea and Tarau, “TextRank: bringing order into texts”, *Proceedings of EMNLP*, 2004; jieba for Python 0.42.1, `analyse/textrank.py` |

mod idf;
mod text_rank;
mod tf_idf;

pub use idf::Idf;
pub use text_rank::{TextRank, TextRanking, text_rank};
pub use tf_idf::{WordTally, idf_of_corpus, tf_idf};

use crate::text::arrange::Arrange;

/// How many keywords jieba lists.
pub const KEYWORDS: usize = 20;

/// The words that jieba for Python passes over, whatever their case.
const STOP_WORDS: [&str; 31] = [
    "the", "of", "is", "and", "to", "in", "that", "we", "for", "an", "are", "by", "be", "as", "on",
    "with", "can", "if", "from", "which", "you", "it", "this", "then", "at", "have", "all", "not",
    "one", "has", "or",
];

/// A keyword.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weighted<T> {
    /// The word.
    pub word: T,
    /// 权重: above 0 but where no word has one.
    pub weight: f64,
}

/// Whether jieba takes a word as a keyword: at least two characters without the blanks around it, and none of its few
/// English stop words; the tag does not matter.
pub fn is_candidate(word: &str) -> bool {
    let bare = word.trim();
    bare.chars().nth(1).is_some()
        && !STOP_WORDS
            .iter()
            .any(|stop| word.eq_ignore_ascii_case(stop))
}

/// Whether jieba's TextRank takes a word with this tag: nouns, place names and verbs.
pub fn is_ranked(word: &str, tag: &str) -> bool {
    matches!(tag, "ns" | "n" | "vn" | "v") && is_candidate(word)
}

/// The heaviest first; what weighs the same stays in its order. The order of keyword lists.
pub fn heaviest_first<T>(words: &mut [Weighted<T>]) {
    words.arrange_by(|one, other| other.weight.total_cmp(&one.weight));
}

#[cfg(test)]
mod tests;
