//! The word list as JSON: lossless, for programs.

use serde::Serialize;

use crate::report::views::{Totals, WordRow};

/// Version of the file's shape.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct WordList<'a, S> {
    format: &'static str,
    version: u32,
    totals: &'a Totals,
    settings: &'a S,
    words: &'a [WordRow],
}

/// The word list with its sums and the choices that shaped it: an object with `format`, `version`, `totals`,
/// `settings` and `words`, indented, with a line end behind it.
///
/// `settings` is a plain structure; one that JSON cannot hold, such as a map with keys that are no strings, gives an
/// empty file.
pub fn words_json(rows: &[WordRow], totals: &Totals, settings: &impl Serialize) -> Vec<u8> {
    let list = WordList {
        format: "cijing-words",
        version: VERSION,
        totals,
        settings,
        words: rows,
    };
    let Ok(mut bytes) = serde_json::to_vec_pretty(&list) else {
        return Vec::new();
    };
    bytes.push(b'\n');
    bytes
}
