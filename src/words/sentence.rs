//! Counting characters and sentences.

use crate::text::source::{is_format_mark, is_letter_or_digit, is_variation_selector};

/// What a text holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TextCounts {
    /// 字数: Han characters, letters and digits, each of them one.
    pub characters: u32,
    /// The same with punctuation and other marks; blanks and characters that print nothing are never counted.
    pub characters_with_marks: u32,
    /// Sentences: runs that are closed by 。！？… (also in half width) with the closing quotes behind them, or by the
    /// text's end. A run without a letter, digit or Han character is none. A half-width full stop closes a sentence
    /// only behind a Han character, so that 1.5 and www.example.com do not.
    pub sentences: u32,
}

/// Counts one paragraph.
pub fn count_text(paragraph: &str) -> TextCounts {
    let mut counts = TextCounts::default();
    let mut marks = 0;
    let mut has_word = false;
    let mut closed = false;
    let mut previous = ' ';
    for character in paragraph.chars() {
        if is_letter_or_digit(character) {
            counts.characters += 1;
            counts.sentences += u32::from(has_word && closed);
            has_word = true;
            closed = false;
        } else {
            closed |= closes(character, previous);
            marks += u32::from(is_mark(character));
        }
        previous = character;
    }
    counts.characters_with_marks = counts.characters + marks;
    counts.sentences += u32::from(has_word);
    counts
}

/// Whether `character`, which is not counted, leaves ink.
fn is_mark(character: char) -> bool {
    !character.is_whitespace() && !prints_nothing(character)
}

/// Whether `character` closes a sentence behind `previous`.
fn closes(character: char, previous: char) -> bool {
    match character {
        '。' | '！' | '？' | '…' | '!' | '?' | '｡' => true,
        '.' | '．' => previous.is_alphabetic() && !previous.is_ascii(),
        _ => false,
    }
}

/// Whether `character` is a control or format character: bidirectional marks, zero-width characters, byte order marks, variation selectors.
pub fn prints_nothing(character: char) -> bool {
    character.is_control() || is_format_mark(character) || is_variation_selector(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences() {
        let cases = [
            ("", 0),
            ("……", 0),
            ("疫情防控工作会议召开", 1),
            ("会议召开。", 1),
            ("会议召开。各地落实！", 2),
            ("“会议召开。”他说。", 2),
            ("怎么办？！大家都在问……", 2),
            ("今年增长1.5%.明年呢?", 1),
            ("各地落实.明年呢?", 2),
            ("详见www.example.com。", 1),
        ];
        for (text, expected) in cases {
            assert_eq!(count_text(text).sentences, expected, "{text}");
        }
    }

    #[test]
    fn characters() {
        let cases = [
            ("", 0, 0),
            ("会议，7月3日。", 6, 8),
            (" \t\u{3000}\n", 0, 0),
            ("\u{FEFF}A\u{200B}B\u{202E}", 2, 2),
            ("\u{FFFD}", 0, 1),
            ("𠮷野家", 3, 3),
        ];
        for (text, plain, with_marks) in cases {
            let counts = count_text(text);
            let got = (counts.characters, counts.characters_with_marks);
            assert_eq!(got, (plain, with_marks), "{text:?}");
        }
    }
}
