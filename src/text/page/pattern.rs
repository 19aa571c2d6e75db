//! Regular expressions that are compiled at first use.

use std::ops::Range;

use regex::{Captures, Regex};

/// What `\p{Han}` stands for in a pattern: the characters of [`super::character::is_han`]. The tables of Unicode scripts,
/// of which it is one row, would be carried to every browser.
const HAN: &str =
    r"[\x{2E80}-\x{2FDF}\x{3005}\x{3007}\x{3400}-\x{9FFF}\x{E000}-\x{FAFF}\x{20000}-\x{3FFFF}]";

/// A fixed regular expression; one that does not compile matches nothing, which the cases of its users would show.
#[derive(Debug)]
pub struct Pattern(Option<Regex>);

impl Pattern {
    /// Compiles parts of one expression, written in extended syntax: blanks in it are left out.
    pub fn new(parts: &[&str]) -> Self {
        let expression = parts.concat().replace(r"\p{Han}", HAN);
        let compiled = Regex::new(&format!("(?x){expression}"));
        debug_assert!(compiled.is_ok(), "a fixed pattern must compile");
        Self(compiled.ok())
    }

    /// Whether the text holds a match.
    pub fn is_match(&self, text: &str) -> bool {
        self.0.as_ref().is_some_and(|regex| regex.is_match(text))
    }

    /// The byte range of the first match.
    pub fn find(&self, text: &str) -> Option<Range<usize>> {
        Some(self.0.as_ref()?.find(text)?.range())
    }

    /// The groups of the first match.
    pub fn captures<'text>(&self, text: &'text str) -> Option<Captures<'text>> {
        self.0.as_ref()?.captures(text)
    }

    /// Every match from left to right, without overlap.
    pub fn find_all(&self, text: &str) -> Vec<Range<usize>> {
        self.0
            .as_ref()
            .map(|regex| regex.find_iter(text).map(|found| found.range()).collect())
            .unwrap_or_default()
    }

    /// The groups of every match from left to right, without overlap.
    pub fn captures_all<'text>(&self, text: &'text str) -> Vec<Captures<'text>> {
        self.0
            .as_ref()
            .map(|regex| regex.captures_iter(text).collect())
            .unwrap_or_default()
    }
}

/// The text of a numbered group; empty where it took no part.
pub fn group<'text>(captures: &Captures<'text>, number: usize) -> &'text str {
    captures.get(number).map_or("", |found| found.as_str())
}

/// Declares a pattern as a static item: `pattern!(NAME, "part", "part")`.
macro_rules! pattern {
    ($(#[$documentation:meta])* $name:ident, $($part:expr),+ $(,)?) => {
        $(#[$documentation])*
        static $name: std::sync::LazyLock<$crate::text::page::pattern::Pattern> =
            std::sync::LazyLock::new(|| $crate::text::page::pattern::Pattern::new(&[$($part),+]));
    };
}
pub(crate) use pattern;

#[cfg(test)]
mod tests {
    use super::super::character::is_han;
    use super::*;

    #[test]
    fn han_in_patterns_is_han_in_code() {
        let han = Pattern::new(&[r"^\p{Han}$"]);
        for character in '\0'..=char::MAX {
            let text = character.to_string();
            assert_eq!(han.is_match(&text), is_han(character), "{character:?}");
        }
    }
}
