//! Excerpts of text for the screen: short, and with a visible mark for what cannot be printed.

use crate::report::views::Shown;
use crate::text::page::model::Printed;
use crate::text::source::{
    Source, Span, is_blank, is_format_mark, is_letter_or_digit, is_variation_selector,
};

use super::document::Document;
use super::listing::small;

/// Whether a character prints nothing, or reorders what stands around it: control and format characters other than
/// blanks.
pub fn is_invisible(character: char) -> bool {
    if is_letter_or_digit(character) {
        return false;
    }
    (character.is_control() && !is_blank(character))
        || is_format_mark(character)
        || is_variation_selector(character)
}

/// The first `limit` characters of a printed text without blanks before them, with … where more follow.
pub fn beginning(source: &Source, printed: &Printed, limit: usize) -> String {
    let mut characters = printed
        .characters(source)
        .skip_while(|character| is_blank(*character));
    let mut text: String = characters.by_ref().take(limit).collect();
    match characters.next() {
        Some(_) => text.push('…'),
        None => text.truncate(text.trim_end().len()),
    }
    text
}

/// The last `limit` characters.
pub fn ending(text: &str, limit: usize) -> &str {
    let start = text
        .char_indices()
        .rev()
        .take(limit)
        .last()
        .map_or(text.len(), |(byte, _)| byte);
    text.get(start..).unwrap_or("")
}

/// The first `limit` characters.
pub fn head(text: &str, limit: usize) -> &str {
    let end = text
        .char_indices()
        .nth(limit)
        .map_or(text.len(), |(byte, _)| byte);
    text.get(..end).unwrap_or("")
}

/// How many characters of one unit are sent to be shown. Only texts without line ends have longer paragraphs.
pub const SHOWN_CHARS: usize = 20_000;

/// The pieces of a document's source, ready to show: malformed bytes and invisible characters as marks. What lies
/// behind [`SHOWN_CHARS`] is told as a number.
pub fn shown(document: &Document, pieces: &[Span]) -> Vec<Shown> {
    let mut shown = Vec::new();
    let mut characters = pieces.iter().flat_map(|piece| {
        let text = document.source.slice(*piece).char_indices();
        text.map(|(byte, character)| (piece.start as usize + byte, character))
    });
    for (byte, character) in characters.by_ref().take(SHOWN_CHARS) {
        push(&mut shown, document, small(byte), character);
    }
    match characters.count() {
        0 => {}
        omitted => shown.push(Shown::Omitted(small(omitted))),
    }
    shown
}

fn push(shown: &mut Vec<Shown>, document: &Document, byte: u32, character: char) {
    if character == char::REPLACEMENT_CHARACTER
        && let Some(hexadecimal) = malformed_at(document, byte)
    {
        shown.push(Shown::Malformed(hexadecimal));
        return;
    }
    if is_invisible(character) {
        shown.push(Shown::Invisible(u32::from(character)));
        return;
    }
    let character = if is_blank(character) && character != '\u{3000}' {
        ' '
    } else {
        character
    };
    match shown.last_mut() {
        Some(Shown::Text(text)) => text.push(character),
        _ => shown.push(Shown::Text(character.to_string())),
    }
}

/// The bytes for which the U+FFFD at this place of the text stands; `None` where the file itself holds that character.
fn malformed_at(document: &Document, byte: u32) -> Option<String> {
    let malformed = &document.origin.malformed;
    let index = malformed
        .binary_search_by_key(&byte, |run| run.text_byte)
        .ok()?;
    malformed.get(index).map(|run| hexadecimal(&run.bytes))
}

/// Bytes in hexadecimal, parted by spaces: `81 30`.
pub fn hexadecimal(bytes: &[u8]) -> String {
    let bytes: Vec<String> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    bytes.join(" ")
}

/// How many characters of the source print nothing or reorder what stands around them.
pub fn invisible_count(source: &Source) -> usize {
    source
        .text()
        .chars()
        .filter(|character| is_invisible(*character))
        .count()
}
