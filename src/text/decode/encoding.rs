//! The encodings, their names and their byte order marks.

use serde::{Deserialize, Serialize};

/// The encodings in which Chinese text files come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Encoding {
    /// UTF-8; plain ASCII is UTF-8 too.
    Utf8,
    /// UTF-16, least significant byte first.
    Utf16Le,
    /// UTF-16, most significant byte first.
    Utf16Be,
    /// GB18030, and with it GBK and GB2312, which are parts of it.
    Gb18030,
    /// Big5 with the Hong Kong characters.
    Big5,
}

impl Encoding {
    /// Every encoding, in the order in which the user is offered them.
    pub const ALL: [Self; 5] = [
        Self::Utf8,
        Self::Gb18030,
        Self::Big5,
        Self::Utf16Le,
        Self::Utf16Be,
    ];

    /// The longest byte order mark, in bytes.
    pub(super) const LONGEST_MARK_BYTES: usize = 4;

    /// The name on the screen and in the page JSON: `UTF-8`, `GB18030`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::Gb18030 => "GB18030",
            Self::Big5 => "Big5",
        }
    }

    /// Whether characters come in pairs of bytes, ASCII too.
    pub(super) fn is_utf16(self) -> bool {
        matches!(self, Self::Utf16Le | Self::Utf16Be)
    }

    /// The bytes of U+FEFF at the start of a file; empty for Big5, which cannot write it.
    pub(super) fn byte_order_mark(self) -> &'static [u8] {
        match self {
            Self::Utf8 => b"\xEF\xBB\xBF",
            Self::Utf16Le => b"\xFF\xFE",
            Self::Utf16Be => b"\xFE\xFF",
            Self::Gb18030 => b"\x84\x31\x95\x33",
            Self::Big5 => b"",
        }
    }

    /// The encoding whose byte order mark the bytes begin with.
    pub(super) fn of_byte_order_mark(bytes: &[u8]) -> Option<Self> {
        Self::ALL.into_iter().find(|encoding| {
            let mark = encoding.byte_order_mark();
            !mark.is_empty() && bytes.starts_with(mark)
        })
    }

    /// A strict decoder that knows nothing of byte order marks.
    pub(super) fn new_decoder(self) -> encoding_rs::Decoder {
        let encoding = match self {
            Self::Utf8 => encoding_rs::UTF_8,
            Self::Utf16Le => encoding_rs::UTF_16LE,
            Self::Utf16Be => encoding_rs::UTF_16BE,
            Self::Gb18030 => encoding_rs::GB18030,
            Self::Big5 => encoding_rs::BIG5,
        };
        encoding.new_decoder_without_bom_handling()
    }
}
