//! The shared strings of a workbook, and the text of a string: runs joined, what is printed above them left out.

use super::WorkbookError;
use super::xml::{Element, Elements};

/// The texts that cells share, by number.
#[derive(Debug, Default)]
pub struct Strings {
    text: String,
    /// Where each ends.
    ends: Vec<usize>,
}

impl Strings {
    /// The text with this number.
    pub fn get(&self, number: usize) -> Option<&str> {
        let end = *self.ends.get(number)?;
        let start = number
            .checked_sub(1)
            .and_then(|before| self.ends.get(before));
        self.text.get(start.copied().unwrap_or(0)..end)
    }
}

/// Reads the shared strings.
#[derive(Debug, Default)]
pub struct StringsReader {
    strings: Strings,
    run: Run,
}

impl StringsReader {
    /// What was read.
    pub fn finish(self) -> Strings {
        self.strings
    }
}

impl Elements for StringsReader {
    fn start(&mut self, name: &str, _element: &Element<'_>) -> Result<(), WorkbookError> {
        self.run.start(name);
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), WorkbookError> {
        self.run.text(text);
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), WorkbookError> {
        self.run.end(name);
        if name == "si" {
            self.strings.text.push_str(&self.run.take());
            self.strings.ends.push(self.strings.text.len());
        }
        Ok(())
    }
}

/// The text of one string in the making.
#[derive(Debug, Default)]
pub struct Run {
    text: String,
    is_text: bool,
    /// Whether this is the reading of a word, printed above it (拼音, ふりがな).
    is_phonetic: bool,
}

impl Run {
    /// An element in the string opens.
    pub fn start(&mut self, name: &str) {
        match name {
            "t" => self.is_text = !self.is_phonetic,
            "rPh" => self.is_phonetic = true,
            _ => {}
        }
    }

    /// Characters stand in it.
    pub fn text(&mut self, text: &str) {
        if self.is_text {
            self.text.push_str(text);
        }
    }

    /// An element in the string closes.
    pub fn end(&mut self, name: &str) {
        match name {
            "t" => self.is_text = false,
            "rPh" => self.is_phonetic = false,
            _ => {}
        }
    }

    /// The text so far, which is then empty.
    pub fn take(&mut self) -> String {
        unescaped(std::mem::take(&mut self.text))
    }
}

/// Characters that the markup cannot hold are written `_x000D_`.
pub fn unescaped(text: String) -> String {
    if !text.contains("_x") {
        return text;
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find("_x") {
        let (before, behind) = rest.split_at(at);
        plain.push_str(before);
        let code = behind.get(2..6).filter(|_| behind.get(6..7) == Some("_"));
        let code = code.filter(|code| code.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let character = code
            .and_then(|code| u32::from_str_radix(code, 16).ok())
            .and_then(char::from_u32);
        let (character, length) = character.map_or(('_', 1), |character| (character, 7));
        plain.push(character);
        rest = behind.get(length..).unwrap_or("");
    }
    plain + rest
}
