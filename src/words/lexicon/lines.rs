//! The lines of a word list in jieba's format: `word`, `word tag`, `word frequency` or `word frequency tag`.
//!
//! Fields are parted by blanks, or by tabs where the line has one: only then may the word hold blanks. A line that
//! begins with `#` is a comment.

use super::LineFault;

/// The longest word that is taken, in characters.
pub const LONGEST_WORD_CHARS: usize = 64;
/// How many digits a frequency may have.
const LONGEST_FREQUENCY: usize = 9;
/// Longest part of speech, in characters.
const LONGEST_TAG: usize = 6;

/// What a good line says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line<'l> {
    /// The word.
    pub word: &'l str,
    /// How frequent it is, in digits; empty where nothing is said. Read so that it is not lost, and used nowhere.
    pub frequency: &'l str,
    /// Its part of speech; empty where nothing is said.
    pub tag: &'l str,
}

/// Reads a line without its line end. `None` for an empty line or a comment.
pub fn read_line(line: &str) -> Result<Option<Line<'_>>, LineFault> {
    let is_edge = |end: char| end.is_whitespace() || end == '\u{FEFF}';
    let content = line.trim_start_matches(is_edge);
    if content.is_empty() || content.starts_with('#') {
        return Ok(None);
    }
    // A tab at the end parts the fields too.
    let line = line.trim_matches(|end| end != '\t' && is_edge(end));
    if line.contains('\u{FFFD}') {
        return Err(LineFault::BadBytes);
    }
    let mut by_tab = line.split('\t').map(|field| field.trim_matches(is_edge));
    let by_blank = line.split_whitespace();
    let by_blank = by_blank.map(|field| field.trim_matches(is_edge));
    let mut by_blank = by_blank.filter(|field| !field.is_empty());
    let fields: &mut dyn Iterator<Item = &str> = if line.contains('\t') {
        &mut by_tab
    } else {
        &mut by_blank
    };
    let mut next = || fields.next().unwrap_or("");
    let (word, second, third, more) = (next(), next(), next(), next());
    let mut behind = fields.filter(|field| !field.is_empty());
    if !more.is_empty() || behind.next().is_some() {
        return Err(LineFault::TooManyFields);
    }
    let (frequency, tag) = match (second, third) {
        ("", tag) => ("", tag),
        (second, "") if is_tag(second) => ("", second),
        (frequency, tag) => (frequency, tag),
    };
    if !is_frequency(frequency) {
        return Err(LineFault::BadFrequency);
    }
    if !tag.is_empty() && !is_tag(tag) {
        return Err(LineFault::TooManyFields);
    }
    if word.chars().nth(LONGEST_WORD_CHARS).is_some() {
        return Err(LineFault::TooLong);
    }
    if !word.chars().any(char::is_alphanumeric) {
        return Err(LineFault::NoWord);
    }
    Ok(Some(Line {
        word,
        frequency,
        tag,
    }))
}

/// Whether a field is a part of speech: a small Latin letter, then letters and digits, few in all. `New York` is no word
/// with a tag, and the pinyin behind a word is none either.
pub fn is_tag(field: &str) -> bool {
    field.starts_with(|first: char| first.is_ascii_lowercase())
        && field.len() <= LONGEST_TAG
        && field.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

fn is_frequency(field: &str) -> bool {
    field.len() <= LONGEST_FREQUENCY && field.bytes().all(|byte| byte.is_ascii_digit())
}
