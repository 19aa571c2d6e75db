//! Word lists as files: read line by line, so that no line is lost in silence, and written in jieba's format.
//!
//! What jieba's format cannot say is said in comments, which other programs pass over and this one reads back; the
//! fields are parted by tabs, here shown as ⇥:
//!
//! ```text
//! # always: 国人⇥n
//! # apart: 疫情防控⇥疫情⇥防控
//! ```

use std::fmt::Write as _;

use hashbrown::HashSet;
use rustc_hash::FxBuildHasher;

use super::lines::{LONGEST_WORD_CHARS, Line, is_tag, read_line};
use super::{Dictionary, FaultyLine, LexiconEntry, LexiconRule, LineFault};
use crate::text::arrange::Arrange;

/// How many faulty lines are told one by one.
pub const FAULTY_LISTED: usize = 1000;
/// How much of a faulty line is told, in characters.
const BEGINNING_CHARS: usize = 40;
const ALWAYS: &str = "# always:";
const APART: &str = "# apart:";

/// What a word list holds. `words`, the entries, the faulty and the empty lines together are all lines.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WordList {
    /// The good lines, as [`Dictionary::lines`] keeps them.
    pub lines: String,
    /// How many they are.
    pub words: u32,
    /// What comments say of words, sorted by word.
    pub entries: Vec<LexiconEntry>,
    /// How many lines were not taken.
    pub faulty_total: u32,
    /// The first [`FAULTY_LISTED`] of them.
    pub faulty: Vec<FaultyLine>,
    /// How many lines are empty or a comment.
    pub empty_lines: u32,
}

/// Reads a word list. Lines end in LF, CR LF, or CR where there is no LF at all.
pub fn read(text: &str) -> WordList {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let line_end = if text.contains('\n') { '\n' } else { '\r' };
    let mut list = WordList::default();
    if text.is_empty() {
        return list;
    }
    let text = text.strip_suffix(line_end).unwrap_or(text);
    let mut words: HashSet<&str, FxBuildHasher> = HashSet::default();
    let mut said: HashSet<String, FxBuildHasher> = HashSet::default();
    for (number, line) in (1..).zip(text.split(line_end)) {
        if let Some(entry) = read_comment(line) {
            if said.insert(entry.word.clone()) {
                list.entries.push(entry);
            } else {
                list.refuse(number, line, LineFault::Repeated);
            }
            continue;
        }
        match read_line(line) {
            Ok(None) => list.empty_lines += 1,
            Ok(Some(good)) if words.insert(good.word) => {
                push_line(&mut list.lines, good);
                list.words += 1;
            }
            Ok(Some(_)) => list.refuse(number, line, LineFault::Repeated),
            Err(fault) => list.refuse(number, line, fault),
        }
    }
    list.entries
        .arrange_by(|one, other| one.word.cmp(&other.word));
    list
}

impl WordList {
    fn refuse(&mut self, line: u32, text: &str, fault: LineFault) {
        self.faulty_total += 1;
        if self.faulty.len() < FAULTY_LISTED {
            self.faulty.push(FaultyLine {
                line,
                fault,
                beginning: text.trim().chars().take(BEGINNING_CHARS).collect(),
            });
        }
    }
}

/// What a comment of this program's says; `None` for any other line.
fn read_comment(line: &str) -> Option<LexiconEntry> {
    let line = line.trim();
    let (fields, is_always) = match line.strip_prefix(ALWAYS) {
        Some(fields) => (fields, true),
        None => (line.strip_prefix(APART)?, false),
    };
    let mut fields = fields.trim().split('\t');
    let word = fields.next().filter(|word| {
        word.chars().any(char::is_alphanumeric) && word.chars().nth(LONGEST_WORD_CHARS).is_none()
    })?;
    let entry = |rule, tag: &str| LexiconEntry {
        word: word.to_owned(),
        rule,
        tag: tag.to_owned(),
    };
    if is_always {
        let always = LexiconRule::Whole { always: true };
        return Some(entry(always, fields.next().unwrap_or("")));
    }
    let pieces: Vec<String> = fields.map(str::to_owned).collect();
    let is_word = pieces.is_empty() || pieces.concat() == word;
    is_word.then(|| entry(LexiconRule::Apart { pieces }, ""))
}

/// Writes the user's own entries and the dictionaries that are on in jieba's format, each word once, where it counts
/// first.
pub fn write(own: &[LexiconEntry], dictionaries: &[Dictionary]) -> String {
    let mut text = String::new();
    let mut written: HashSet<&str, FxBuildHasher> = HashSet::default();
    for entry in own {
        written.insert(&entry.word);
        // 名词 is no part of speech in jieba's format: the line would be lost with it.
        let tag = if is_tag(&entry.tag) {
            entry.tag.as_str()
        } else {
            ""
        };
        match &entry.rule {
            LexiconRule::Whole { always: false } => push_line(
                &mut text,
                Line {
                    word: &entry.word,
                    frequency: "",
                    tag,
                },
            ),
            LexiconRule::Whole { always: true } => {
                let tab = if tag.is_empty() { "" } else { "\t" };
                // A string takes whatever is written to it.
                let _ = writeln!(text, "{ALWAYS} {}{tab}{tag}", entry.word);
            }
            LexiconRule::Apart { pieces } => {
                let _ = write!(text, "{APART} {}", entry.word);
                for piece in pieces {
                    let _ = write!(text, "\t{piece}");
                }
                text.push('\n');
            }
        }
    }
    for dictionary in dictionaries.iter().filter(|dictionary| dictionary.on) {
        for line in dictionary.lines.lines() {
            if let Ok(Some(line)) = read_line(line)
                && written.insert(line.word)
            {
                push_line(&mut text, line);
            }
        }
    }
    text
}

/// Writes a line. Only a word with blanks needs tabs, behind it too where nothing follows.
fn push_line(text: &mut String, line: Line<'_>) {
    let has_blank = line.word.contains(char::is_whitespace);
    let border = if has_blank { '\t' } else { ' ' };
    text.push_str(line.word);
    let mut is_alone = true;
    for field in [line.frequency, line.tag] {
        if !field.is_empty() {
            text.push(border);
            text.push_str(field);
            is_alone = false;
        }
    }
    if has_blank && is_alone {
        text.push(border);
    }
    text.push('\n');
}

#[cfg(test)]
mod tests;
