//! 提法 on the screen.

use serde::{Deserialize, Serialize};

use super::{Counted, Standing};
use crate::words::phrases::PhraseKind;

/// One phrase. Rows stand by all its occurrences, descending, then by key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhraseRow {
    /// The phrase without quotes, 、 and line breaks.
    pub key: String,
    /// Its most frequent printed form.
    pub shown: String,
    /// The list it stands in.
    pub kind: PhraseKind,
    /// 次 in quotation marks, whole or in part.
    pub quoted: u32,
    /// 次 without.
    pub unquoted: u32,
    /// 见于篇数.
    pub articles: u32,
    /// Its forms as printed, most frequent first; at most 20.
    pub forms: Vec<Counted>,
    /// Phrases that differ from it in a part: 外防输入、内防扩散 and 外防输入、内防反弹; most frequent first.
    pub variants: Vec<Counted>,
    /// Its first occurrence by date, then in canonical order, and who says it there.
    pub first: Option<(Standing, Option<String>)>,
    /// Whether the user accepted it.
    pub accepted: bool,
}

/// A window on a list of phrases.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PhrasesView {
    /// How many phrases each list has.
    pub totals: Vec<(PhraseKind, u32)>,
    /// How many rows there are in all, after the search term.
    pub rows_total: u32,
    /// Number of the first row here, from 0.
    pub first_row: u32,
    /// The rows.
    pub rows: Vec<PhraseRow>,
    /// Phrases that the user took out of this list, in code point order.
    pub rejected: Vec<String>,
}

/// One use of a phrase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhraseUse {
    /// Where.
    pub standing: Standing,
    /// The form as printed.
    pub form: String,
    /// Whether it stands in quotation marks, whole or in part.
    pub quoted: bool,
    /// Who says it; `None` in the newspaper's own words.
    pub speaker: Option<String>,
    /// Text before it, at most 30 characters.
    pub left: String,
    /// Text behind it, at most 30 characters.
    pub right: String,
}

/// The uses of a phrase and its variants by date, then in canonical order.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PhraseUsesView {
    /// The phrase.
    pub key: String,
    /// How many rows there are in all.
    pub rows_total: u32,
    /// Number of the first row here, from 0.
    pub first_row: u32,
    /// The rows.
    pub rows: Vec<PhraseUse>,
    /// Who uses it, with the first date: by that date, then by count, descending. At most 100.
    pub speakers: Vec<(String, u32, Option<String>)>,
    /// Uses a month (`YYYY-MM`), in order; those without a date are in none.
    pub months: Vec<Counted>,
}

/// Phrases of one frame that are cut unlike: 内|防扩散 and 内防|反弹.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParallelRow {
    /// What they share.
    pub frame: String,
    /// Each with its pieces and its count.
    pub cuts: Vec<(Vec<String>, u32)>,
    /// The first occurrence.
    pub standing: Standing,
}
