//! From bytes to text: which encoding a file is in, and its characters with every bad byte accounted for.

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
}

/// How sure a detection is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Certainty {
    /// A byte order mark, valid UTF-8 with characters outside ASCII, plain ASCII, or a clear lead over the others.
    Certain,
    /// The best candidate leads, but not by much, or there is little text.
    Likely,
    /// Hardly any evidence.
    Unsure,
}
