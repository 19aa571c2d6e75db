//! The first lines of a file under one encoding, so that the user can see which encoding is the right one.

use super::decoder::Decoder;
use super::encoding::Encoding;

/// How many lines a preview shows.
const LINES: usize = 2;

/// The first two lines with anything in them, joined by a line feed, without blanks around them and cut to `max_chars`
/// characters (the line feed counts).
///
/// `first_bytes` may be any beginning of the file: a character cut off at its end is left out and is no error. Bytes
/// that are wrong in this encoding show as U+FFFD.
pub fn preview(first_bytes: &[u8], encoding: Encoding, max_chars: usize) -> String {
    let mut decoder = Decoder::new(encoding);
    decoder.feed(first_bytes);
    let decoded = decoder.finish_cut();
    let lines: Vec<&str> = decoded
        .text
        .split(['\n', '\r'])
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .take(LINES)
        .collect();
    lines.join("\n").chars().take(max_chars).collect()
}
