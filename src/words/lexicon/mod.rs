//! 用户词典: what the user says of words, which has the last word over the dictionary.

pub mod lines;
pub mod list;

use std::rc::Rc;

use serde::{Deserialize, Serialize};

/// What an entry does with its word.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LexiconRule {
    /// The word is one token wherever it stands.
    Whole {
        /// Also where its two ends would cut two words of the dictionary, as 国人 does in 中国人民.
        always: bool,
    },
    /// The word is never one token, whoever made it: the dictionary, the model for unknown words, or a list.
    Apart {
        /// Into what it is cut; together they are the word. Empty: as the segmenter cuts without the word.
        pieces: Vec<String>,
    },
}

/// One entry of the user's own.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct LexiconEntry {
    /// The word, as counted. May hold · - . + digits and blanks.
    pub word: String,
    /// What is done with it.
    pub rule: LexiconRule,
    /// Its part of speech in jieba's tag set; empty where the user gave none.
    #[serde(default)]
    pub tag: String,
}

/// An imported word list: kept as one text, because there may be hundreds of thousands of words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dictionary {
    /// The name of the file it came from.
    pub name: String,
    /// The good lines in jieba's format, each `word`, `word tag`, `word frequency` or `word frequency tag`, closed by
    /// U+000A; a word with a blank in it is written with U+0009 between the fields. UTF-8, no byte order mark.
    pub lines: Rc<str>,
    /// How many lines there are.
    pub words: u32,
    /// Whether it is in force.
    pub on: bool,
}

/// Why a line of an imported list was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LineFault {
    /// It holds more than a word, a frequency and a tag.
    TooManyFields,
    /// Its frequency is no number of at most nine digits.
    BadFrequency,
    /// Its word is longer than 64 characters.
    TooLong,
    /// Its bytes cannot be decoded.
    BadBytes,
    /// The word stood on an earlier line; that line was taken.
    Repeated,
    /// It has neither a letter, a digit nor a Han character.
    NoWord,
}

/// A line of an imported list that was not taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FaultyLine {
    /// The line, from 1.
    pub line: u32,
    /// Why.
    pub fault: LineFault,
    /// The line's beginning, at most 40 characters.
    pub beginning: String,
}

/// Why a listed word was not made a token at a place where its letters stand.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NotApplied {
    /// A longer listed string, or one further left that overlaps it, was taken.
    Overlapped {
        /// That string.
        by: String,
    },
    /// Its ends cut two words of the dictionary (or lie inside one), and it is not to be made always.
    CutsWords {
        /// The words that it would cut, in the order of the text.
        words: Vec<String>,
    },
    /// An end lies inside a number formula.
    CutsNumber {
        /// The formula.
        formula: String,
    },
}
