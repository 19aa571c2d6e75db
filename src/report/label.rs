//! Words and numbers as a picture shows them.

use unicode_width::UnicodeWidthChar as _;

use crate::words::sentence::prints_nothing;

/// The word with characters that print nothing, or reorder text, shown by their numbers.
pub fn legible(word: &str) -> String {
    let mut legible = String::with_capacity(word.len());
    for character in word.chars() {
        if prints_nothing(character) {
            legible.push_str(&format!("⟦U+{:04X}⟧", u32::from(character)));
        } else {
            legible.push(character);
        }
    }
    legible
}

/// Columns of a text: two for a Han character, one for a Latin letter.
pub fn columns(text: &str) -> usize {
    text.chars()
        .map(|character| character.width().unwrap_or(0))
        .sum()
}

/// The text, cut with an ellipsis where it has more than `most` columns.
pub fn shortened(text: &str, most: usize) -> String {
    if columns(text) <= most {
        return text.to_owned();
    }
    let mut shortened = String::new();
    let mut used = 0;
    for character in text.chars() {
        used += character.width().unwrap_or(0);
        if used + 1 > most {
            break;
        }
        shortened.push(character);
    }
    shortened.push('…');
    shortened
}

/// The number with commas between groups of three digits.
pub fn grouped(number: u32) -> String {
    grouped_large(u64::from(number))
}

/// The same for numbers of any size.
pub fn grouped_large(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_are_cut() {
        let cases = [
            ("疫情防控", 8, "疫情防控"),
            ("疫情防控", 7, "疫情防…"),
            ("疫情防控", 4, "疫…"),
            ("COVID-19", 5, "COVI…"),
            ("", 0, ""),
        ];
        for (word, most, expected) in cases {
            assert_eq!(shortened(word, most), expected, "{word} in {most}");
        }
    }

    #[test]
    fn numbers_are_grouped() {
        let cases = [
            (0, "0"),
            (999, "999"),
            (1_000, "1,000"),
            (4_294_967_295, "4,294,967,295"),
        ];
        for (number, expected) in cases {
            assert_eq!(grouped(number), expected);
        }
    }

    #[test]
    fn what_prints_nothing_is_shown() {
        assert_eq!(legible("甲\u{202E}乙\u{0}"), "甲⟦U+202E⟧乙⟦U+0000⟧");
    }
}
