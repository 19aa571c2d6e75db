//! 用户词典 on the screen.

use serde::{Deserialize, Serialize};

use super::Counted;
use crate::text::decode::Encoding;
use crate::words::lexicon::{Dictionary, FaultyLine, LexiconEntry, LexiconRule, NotApplied};

/// Where an entry comes from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum EntrySource {
    /// The user's own entry.
    Own,
    /// An imported dictionary: its number in the project, from 0.
    Dictionary(u32),
}

/// One entry with what it did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LexiconRow {
    /// The word.
    pub word: String,
    /// What the entry does with it.
    pub rule: LexiconRule,
    /// Part of speech.
    pub tag: String,
    /// Where it comes from.
    pub source: EntrySource,
    /// 次: how often it was applied: became a token, or was taken apart.
    pub applied: u32,
    /// How often its letters stand in what is counted and it was not applied, by reason; at most 20 reasons.
    pub not_applied: Vec<(NotApplied, u32)>,
    /// How the places where it was applied were cut before, pieces parted by `|`, most frequent first; at most 5.
    pub before: Vec<Counted>,
    /// The same places now; at most 5.
    pub after: Vec<Counted>,
}

/// A window on the lexicon: the user's own entries first, then dictionaries in their order; inside each by how often
/// they were applied, descending, then by word.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct LexiconView {
    /// How many rows there are in all.
    pub rows_total: u32,
    /// How many of them were applied at least once.
    pub applied_total: u32,
    /// Number of the first row here, from 0.
    pub first_row: u32,
    /// The rows.
    pub rows: Vec<LexiconRow>,
}

/// What an imported file holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportedWords {
    /// The encoding it was read in.
    pub encoding: Encoding,
    /// The good lines.
    pub dictionary: Dictionary,
    /// How many lines were not taken.
    pub faulty_total: u32,
    /// The first of them, at most 1,000, in the order of the file.
    pub faulty: Vec<FaultyLine>,
    /// How many lines are empty or a comment (`#`).
    pub empty_lines: u32,
    /// What comments of this program's export say of words, to be taken over as the user's own entries; sorted by word.
    pub entries: Vec<LexiconEntry>,
}

/// What some more entries would change: words whose count would be another, those that gain first.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct EffectView {
    /// How many words would gain or lose.
    pub rows_total: u32,
    /// The first of them, at most 200: by the size of the change, descending, then by word.
    pub rows: Vec<EffectRow>,
}

/// A word with its count and rank now and then; rank 0 where it does not occur.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EffectRow {
    /// The word.
    pub word: String,
    /// Count now.
    pub before: u32,
    /// Count with the entries.
    pub after: u32,
    /// Rank in the word list now.
    pub rank_before: u32,
    /// Rank with the entries.
    pub rank_after: u32,
}
