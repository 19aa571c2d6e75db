//! 说话人 on the screen.

use serde::{Deserialize, Serialize};

use super::{Counted, Standing};
use crate::words::speech::SpeechKind;

/// One speaker. Rows stand by characters, descending, then by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpeakerRow {
    /// The person, body or meeting.
    pub speaker: String,
    /// How many spans are theirs.
    pub spans: u32,
    /// 字数 in direct speech.
    pub direct_characters: u32,
    /// 字数 in reported speech.
    pub reported_characters: u32,
    /// 见于篇数.
    pub articles: u32,
    /// The verbs, most frequent first; at most 20.
    pub verbs: Vec<Counted>,
}

/// A window on the speakers.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SpeakersView {
    /// How many rows there are in all.
    pub rows_total: u32,
    /// Number of the first row here, from 0.
    pub first_row: u32,
    /// The rows.
    pub rows: Vec<SpeakerRow>,
}

/// One span.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpanRow {
    /// Where it stands.
    pub standing: Standing,
    /// The verb: 强调; empty for a quotation without one.
    pub verb: String,
    /// How the words are given.
    pub kind: SpeechKind,
    /// Who is named at the place, where that is a pronoun: 他.
    pub named_as: String,
    /// The words, at most 300 characters.
    pub text: String,
}

/// The spans of a speaker in canonical order.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SpansView {
    /// The speaker.
    pub speaker: String,
    /// How many rows there are in all.
    pub rows_total: u32,
    /// Number of the first row here, from 0.
    pub first_row: u32,
    /// The rows.
    pub rows: Vec<SpanRow>,
}
