//! Counting characters and sentences.

/// The characters of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Characters {
    /// 字数: Han characters, letters and digits.
    pub plain: u32,
    /// The same with punctuation and other marks; blanks and characters that print nothing are never counted.
    pub with_marks: u32,
}

/// Counts the characters of `text` as 字数 is counted: each Han character, letter and digit is one.
pub fn count_characters(text: &str) -> Characters {
    let mut count = Characters::default();
    for character in text.chars() {
        if character.is_alphanumeric() {
            count.plain += 1;
            count.with_marks += 1;
        } else if !character.is_whitespace() && !prints_nothing(character) {
            count.with_marks += 1;
        }
    }
    count
}

/// Counts the sentences of one paragraph: runs that are closed by 。！？… (also in half width) with the closing quotes
/// behind them, or by the paragraph's end. A run without a letter, digit or Han character is none.
///
/// A half-width full stop closes a sentence only behind a Han character, so that 1.5 and www.example.com do not.
pub fn count_sentences(paragraph: &str) -> u32 {
    let mut sentences = 0;
    let mut has_word = false;
    let mut closed = false;
    let mut previous = ' ';
    for character in paragraph.chars() {
        if closes(character, previous) {
            closed = true;
        } else if character.is_alphanumeric() {
            sentences += u32::from(has_word && closed);
            has_word = true;
            closed = false;
        }
        previous = character;
    }
    sentences + u32::from(has_word)
}

fn closes(character: char, previous: char) -> bool {
    match character {
        '。' | '！' | '？' | '…' | '!' | '?' | '｡' => true,
        '.' | '．' => previous.is_alphabetic() && !previous.is_ascii(),
        _ => false,
    }
}

/// Whether `character` is a control or format character: bidirectional marks, zero-width characters, byte order marks, variation selectors.
pub fn prints_nothing(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
                | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}'
                | '\u{E0000}'..='\u{E01EF}'
        )
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
            assert_eq!(count_sentences(text), expected, "{text}");
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
            let expected = Characters { plain, with_marks };
            assert_eq!(count_characters(text), expected, "{text:?}");
        }
    }
}
