//! What is no text at all, recognised by its first bytes.

use infer::MatcherType;
use serde::{Deserialize, Serialize};

use super::encoding::Encoding;

/// Of so many bytes of a text at most one is a control character.
const TEXT_FOR_CONTROL: usize = 20;

/// So many control characters are no sign of anything, however short the text.
const STRAY_CONTROLS: usize = 2;

/// Of so many characters of UTF-16 at most one is neither a letter, a digit, a mark nor a blank.
const LETTERS_FOR_STRANGE: usize = 8;

/// Beginnings that no text in any encoding has: PNG, JPEG, gzip, zip, OLE, RAR, 7-Zip. With them even a short file is
/// known; other signatures are looked up only where the bytes are no text, as two letters open texts as well (BM is a
/// bitmap).
const UNMISTAKABLE: [&[u8]; 7] = [
    b"\x89PNG\r\n",
    b"\xff\xd8\xff",
    b"\x1f\x8b\x08",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0",
    b"Rar!\x1a\x07",
    b"7z\xbc\xaf\x27\x1c",
];

/// Kinds of file that are recognised by their first bytes and refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum FileKind {
    /// PDF.
    Pdf,
    /// A picture.
    Image,
    /// Word, Excel, PowerPoint, OpenDocument, EPUB, RTF.
    Office,
    /// A zip, gzip or other archive.
    Archive,
    /// Sound or film.
    Media,
    /// Any other bytes that are no text.
    Binary,
}

impl std::fmt::Display for FileKind {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(match self {
            Self::Pdf => "a PDF file",
            Self::Image => "a picture",
            Self::Office => "an office document",
            Self::Archive => "an archive",
            Self::Media => "a sound or film file",
            Self::Binary => "a binary file",
        })
    }
}

/// What a file is, if it is no text; `None` for text in any encoding, also with a few NULs in it, and for no bytes.
///
/// Wants the first 8 KiB of the file, or all of a shorter one.
pub fn file_kind(first_bytes: &[u8]) -> Option<FileKind> {
    if first_bytes.starts_with(b"%PDF-") {
        return Some(FileKind::Pdf);
    }
    if first_bytes.starts_with(b"{\\rtf") {
        return Some(FileKind::Office);
    }
    let unmistakable = UNMISTAKABLE
        .iter()
        .any(|signature| first_bytes.starts_with(signature));
    if !unmistakable && is_text(first_bytes) {
        return None;
    }
    Some(infer::get(first_bytes).map_or(FileKind::Binary, kind_of))
}

fn kind_of(found: infer::Type) -> FileKind {
    match (found.matcher_type(), found.mime_type()) {
        (_, "application/pdf") => FileKind::Pdf,
        (MatcherType::Image, _) => FileKind::Image,
        (MatcherType::Doc | MatcherType::Book, _) | (_, "application/x-ole-storage") => {
            FileKind::Office
        }
        (MatcherType::Archive, _) => FileKind::Archive,
        (MatcherType::Audio | MatcherType::Video, _) => FileKind::Media,
        _ => FileKind::Binary,
    }
}

fn is_text(bytes: &[u8]) -> bool {
    let controls = bytes.iter().filter(|&&byte| is_control(byte)).count();
    controls <= STRAY_CONTROLS.max(bytes.len() / TEXT_FOR_CONTROL)
        || [Encoding::Utf16Le, Encoding::Utf16Be]
            .into_iter()
            .any(|order| is_utf16_text(bytes, order))
}

/// Control characters that do not set text: all but tab, line ends, form feed, end of file and escape.
fn is_control(byte: u8) -> bool {
    matches!(byte, 0x00..=0x08 | 0x0e..=0x19 | 0x1c..=0x1f | 0x7f)
}

/// Whether nearly all pairs of bytes are characters of some script. Two of five random pairs are not.
fn is_utf16_text(bytes: &[u8], order: Encoding) -> bool {
    let units = bytes.chunks_exact(2).map(|pair| match (order, pair) {
        (Encoding::Utf16Le, &[low, high]) => u16::from_le_bytes([low, high]),
        (_, &[high, low]) => u16::from_be_bytes([high, low]),
        _ => 0,
    });
    let (mut characters, mut strange) = (0, 0);
    for character in char::decode_utf16(units) {
        characters += 1;
        strange += usize::from(!character.is_ok_and(sets_text));
    }
    characters > 0 && strange * LETTERS_FOR_STRANGE <= characters
}

/// Whether a character may well stand in a text.
fn sets_text(character: char) -> bool {
    character.is_alphanumeric()
        || character.is_whitespace()
        || character.is_ascii_punctuation()
        || matches!(character, '\u{a0}'..='\u{bf}' | '\u{2010}'..='\u{2bff}' | '\u{3000}'..='\u{303f}')
        || matches!(character, '\u{fe10}'..='\u{fe6f}' | '\u{ff01}'..='\u{ffe6}' | '\u{feff}')
}
