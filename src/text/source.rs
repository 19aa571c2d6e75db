//! The decoded text of one file, and the arithmetic of places in it.

/// How many Unicode scalar values lie between two remembered places.
const STRIDE_SCALARS: usize = 1024;

/// A half-open range of byte offsets into the decoded text of a [`Source`].
///
/// Both ends lie on character borders. `u32` bounds a file's decoded text at 4 GiB, far above the limit that the
/// engine sets on a corpus.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Default,
    serde::Serialize,
    serde::Deserialize,
)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// The byte behind the last one.
    pub end: u32,
}

impl Span {
    /// The span from `start` to `end`, both in bytes.
    pub fn new(start: usize, end: usize) -> Self {
        Self {
            start: clamp(start),
            end: clamp(end),
        }
    }

    /// The span as a range for slicing.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Length in bytes; 0 for an empty or reversed span.
    pub fn len(self) -> usize {
        self.end.saturating_sub(self.start) as usize
    }

    /// Whether the span holds no byte.
    pub fn is_empty(self) -> bool {
        self.end <= self.start
    }
}

/// A byte offset as stored in a [`Span`]; texts over 4 GiB do not occur, see [`Span`].
fn clamp(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

/// Whether a character is blank: Unicode White_Space, and the separators U+001C to U+001F that Python's `isspace`
/// counts too (the page JSON is checked with Python).
pub fn is_blank(character: char) -> bool {
    character.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&character)
}

/// Whether a character is a letter of any script, a Han character or a digit. The ranges spare nearly all text a look
/// into the tables of Unicode.
pub fn is_letter_or_digit(character: char) -> bool {
    match character {
        '\u{4E00}'..='\u{9FFF}' => true,
        '\u{2000}'..='\u{206F}'
        | '\u{3000}'..='\u{3004}'
        | '\u{3008}'..='\u{3020}'
        | '\u{FF01}'..='\u{FF0F}'
        | '\u{FF1A}'..='\u{FF20}' => false,
        _ => character.is_alphanumeric(),
    }
}

/// Whether a character only steers how others are set and prints nothing itself: soft hyphen, zero-width and
/// bidirectional marks, byte order mark, annotation marks, tags. Control characters and variation selectors are not
/// among them.
pub fn is_format_mark(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e00ff}'
    )
}

/// Whether a character chooses a variant of the one before it, and prints nothing itself.
pub fn is_variation_selector(character: char) -> bool {
    matches!(character, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// The decoded text of one file, with the line ends as in the file and without the byte order mark.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Source {
    text: String,
    /// Byte offset of every [`STRIDE_SCALARS`]-th scalar value.
    strides: Vec<u32>,
    /// Byte offset at which each line begins; at least one line.
    line_starts: Vec<u32>,
}

impl Source {
    /// Indexes a decoded text. Linear in its length.
    pub fn new(text: String) -> Self {
        let mut strides = Vec::with_capacity(text.len() / STRIDE_SCALARS + 1);
        let mut line_starts = vec![0];
        for (scalar, (byte, character)) in text.char_indices().enumerate() {
            if scalar % STRIDE_SCALARS == 0 {
                strides.push(clamp(byte));
            }
            if is_line_end(&text, byte, character) {
                line_starts.push(clamp(byte + 1));
            }
        }
        Self {
            text,
            strides,
            line_starts,
        }
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text of a span; empty where the span does not lie on character borders inside the text.
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or("")
    }

    /// How many scalar values stand before a byte offset. An offset behind the end counts the whole text; one inside
    /// a character counts up to that character.
    pub fn scalar_at(&self, byte: u32) -> u32 {
        let stride = self
            .strides
            .partition_point(|&start| start <= byte)
            .saturating_sub(1);
        let start = self.strides.get(stride).copied().unwrap_or(0) as usize;
        let end = self.text.floor_char_boundary(byte as usize).max(start);
        let within = self
            .text
            .get(start..end)
            .map_or(0, |text| text.chars().count());
        clamp(stride * STRIDE_SCALARS + within)
    }

    /// The byte offset of the scalar value with this number; the text's length where there is none.
    pub fn byte_at(&self, scalar: u32) -> u32 {
        let stride = scalar as usize / STRIDE_SCALARS;
        let Some(&start) = self.strides.get(stride) else {
            return clamp(self.text.len());
        };
        let rest = self.text.get(start as usize..).unwrap_or("");
        match rest.char_indices().nth(scalar as usize % STRIDE_SCALARS) {
            Some((byte, _)) => start + clamp(byte),
            None => clamp(self.text.len()),
        }
    }

    /// How many lines there are; a text without a line end has one, also when it is empty.
    pub fn line_count(&self) -> usize {
        self.line_starts.len()
    }

    /// The number, from 0, of the line that holds a byte offset.
    pub fn line_of(&self, byte: u32) -> usize {
        self.line_starts
            .partition_point(|&start| start <= byte)
            .saturating_sub(1)
    }

    /// The span of a line (from 0) without its line end; empty for a line that does not exist.
    pub fn line(&self, number: usize) -> Span {
        let Some(&start) = self.line_starts.get(number) else {
            return Span::default();
        };
        let end = self
            .line_starts
            .get(number + 1)
            .map_or(self.text.len(), |&next| next as usize);
        let text = self.text.get(start as usize..end).unwrap_or("");
        let text = text.strip_suffix('\n').unwrap_or(text);
        let text = text.strip_suffix('\r').unwrap_or(text);
        Span::new(start as usize, start as usize + text.len())
    }
}

/// Whether a line ends with this character: a line feed, or a carriage return with no line feed behind it.
fn is_line_end(text: &str, byte: usize, character: char) -> bool {
    character == '\n' || (character == '\r' && text.as_bytes().get(byte + 1) != Some(&b'\n'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn lines_of_every_line_end() {
        let rows: [(&str, &[&str]); 6] = [
            ("", &[""]),
            ("甲", &["甲"]),
            ("甲\n乙", &["甲", "乙"]),
            ("甲\r\n乙\r\n", &["甲", "乙", ""]),
            ("甲\r乙", &["甲", "乙"]),
            ("\n\n", &["", "", ""]),
        ];
        for (text, expected) in rows {
            let source = Source::new(text.to_owned());
            let lines: Vec<&str> = (0..source.line_count())
                .map(|line| source.slice(source.line(line)))
                .collect();
            assert_eq!(lines, expected, "lines of {text:?}");
        }
    }

    #[test]
    fn letters_and_digits_are_those_of_unicode() {
        for character in '\0'..=char::MAX {
            let expected = character.is_alphanumeric();
            assert_eq!(is_letter_or_digit(character), expected, "{character:?}");
        }
    }

    proptest! {
        #[test]
        fn scalar_and_byte_are_inverse(text in "[ab中文字🀄\n\r]{0,3000}") {
            let source = Source::new(text.clone());
            for (scalar, (byte, _)) in text.char_indices().enumerate() {
                prop_assert_eq!(source.scalar_at(byte as u32), scalar as u32);
                prop_assert_eq!(source.byte_at(scalar as u32), byte as u32);
            }
            prop_assert_eq!(source.scalar_at(u32::MAX), text.chars().count() as u32);
        }

        #[test]
        fn a_byte_lies_in_its_line(text in "[a中\n\r]{0,200}") {
            let source = Source::new(text.clone());
            for (byte, character) in text.char_indices() {
                let span = source.line(source.line_of(byte as u32));
                prop_assert!(span.start as usize <= byte);
                prop_assert!(byte < span.end as usize || character == '\n' || character == '\r');
            }
        }
    }
}
