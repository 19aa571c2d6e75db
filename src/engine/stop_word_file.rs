//! A list of stop words that the user brings, a word a line.

use std::collections::BTreeSet;

use crate::text::decode::decode;

/// The longest word taken, in characters; longer lines are no words.
const LONGEST_CHARS: usize = 64;

/// The words of a file in the order of the file, each once. The encoding is found out; a byte order mark, blanks around
/// a word and any line end are none of the words, and `#` begins a comment. A line with several words, parted by blanks,
/// gives each of them.
pub fn stop_words(bytes: &[u8]) -> Vec<String> {
    let (_, decoded) = decode(bytes, None);
    let mut known = BTreeSet::new();
    let lines = decoded.text.split(['\n', '\r', '\u{85}', '\u{2028}']);
    let words = lines.flat_map(|line| {
        let line = line.split('#').next().unwrap_or_default();
        line.split(|character: char| character.is_whitespace() || character == '\u{feff}')
    });
    let is_word = |word: &&str| {
        !word.is_empty()
            && word.chars().count() <= LONGEST_CHARS
            && !word.contains(char::REPLACEMENT_CHARACTER)
    };
    words
        .filter(is_word)
        .filter(|word| known.insert((*word).to_owned()))
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_file_of_words() {
        let rows: [(&str, &[u8], &[&str]); 8] = [
            ("plain", "的\n了\n".as_bytes(), &["的", "了"]),
            ("no line end", "的\n了".as_bytes(), &["的", "了"]),
            (
                "mark and CR LF",
                "\u{feff}的\r\n了\r\n".as_bytes(),
                &["的", "了"],
            ),
            (
                "blanks",
                "  的 \n\n\t了\u{3000}\n".as_bytes(),
                &["的", "了"],
            ),
            ("comments", "# 虚词\n的 # 助词\n#了\n".as_bytes(), &["的"]),
            ("twice", "的\n了\n的\n".as_bytes(), &["的", "了"]),
            (
                "several a line",
                "的 了　着".as_bytes(),
                &["的", "了", "着"],
            ),
            ("nothing", b"", &[]),
        ];
        for (name, bytes, expected) in rows {
            assert_eq!(stop_words(bytes), expected, "{name}");
        }
    }

    #[test]
    fn any_encoding() {
        let words = [
            "我们", "他们", "已经", "因为", "所以", "没有", "这些", "那些",
        ];
        let text = words.join("\r\n");
        let (gb18030, ..) = encoding_rs::GB18030.encode(&text);
        assert_eq!(stop_words(&gb18030), words);
        let utf16: Vec<u8> = std::iter::once(0xFEFF)
            .chain(text.encode_utf16())
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(stop_words(&utf16), words);
    }

    #[test]
    fn bytes_that_are_no_text_give_no_word() {
        assert_eq!(stop_words(&[0xff, 0x81, 0x0a]).len(), 0);
        assert_eq!(stop_words("长".repeat(65).as_bytes()).len(), 0);
    }
}
