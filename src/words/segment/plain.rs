//! Words as jieba for Python cuts them: for measures that are defined by them.
//!
//! jieba-rs cuts otherwise in two places. It takes rarer Han characters than those up to U+9FD5 into its blocks, and it
//! leaves codes joined by `.`, `_` or `-` whole. Both are set right here, so that the words are those of jieba 0.42.1
//! with its hidden Markov model.

use super::Segmenter;

impl Segmenter {
    /// The words of `text`, which laid end to end are exactly `text`: without formulas, listed words or names.
    pub fn plain_words<'t>(&self, text: &'t str) -> Vec<&'t str> {
        let mut words = Vec::new();
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let length = if is_of_block(first) {
                rest.find(|character| !is_of_block(character))
                    .unwrap_or(rest.len())
            } else if rest.starts_with("\r\n") {
                2
            } else {
                first.len_utf8()
            };
            let Some((block, behind)) = rest.split_at_checked(length) else {
                break;
            };
            if is_of_block(first) {
                self.cut_block(block, &mut words);
            } else {
                words.push(block);
            }
            rest = behind;
        }
        words
    }

    fn cut_block<'t>(&self, block: &'t str, words: &mut Vec<&'t str>) {
        for token in self.jieba.cut(block, true) {
            if token.word.is_ascii() && !self.is_word(token.word) {
                split_code(token.word, words);
            } else {
                words.push(token.word);
            }
        }
    }
}

/// `[\u4E00-\u9FD5a-zA-Z0-9+#&._%\-]`: what jieba for Python cuts together; it leaves every other character alone.
fn is_of_block(character: char) -> bool {
    character.is_ascii_alphanumeric()
        || matches!(
            character,
            '\u{4E00}'..='\u{9FD5}' | '+' | '#' | '&' | '.' | '_' | '%' | '-'
        )
}

/// Splits what no dictionary knows at `[a-zA-Z0-9]+(?:\.\d+)?%?`, as jieba for Python does.
fn split_code<'t>(code: &'t str, words: &mut Vec<&'t str>) {
    let mut rest = code;
    while !rest.is_empty() {
        let length = match rest.find(|character: char| character.is_ascii_alphanumeric()) {
            Some(0) => code_length(rest.as_bytes()),
            Some(gap) => gap,
            None => rest.len(),
        };
        let Some((word, behind)) = rest.split_at_checked(length) else {
            break;
        };
        words.push(word);
        rest = behind;
    }
}

/// The length of what matches at the beginning, which is a letter or digit.
fn code_length(bytes: &[u8]) -> usize {
    let run = |from: usize, is_in: fn(&u8) -> bool| {
        let rest = bytes.get(from..).unwrap_or_default();
        rest.iter().take_while(|byte| is_in(byte)).count()
    };
    let mut length = run(0, u8::is_ascii_alphanumeric);
    if bytes.get(length) == Some(&b'.') {
        let digits = run(length + 1, u8::is_ascii_digit);
        length += if digits > 0 { digits + 1 } else { 0 };
    }
    length + usize::from(bytes.get(length) == Some(&b'%'))
}
