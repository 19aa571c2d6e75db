//! Words and numbers as a picture shows them.

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
    text.chars().map(width).sum()
}

/// Columns of a character, near enough for a picture: the tables of Unicode would have to be loaded with the page.
fn width(character: char) -> usize {
    match u32::from(character) {
        // Controls, marks over the letter before, what joins or chooses a form.
        0..=0x1f
        | 0x7f..=0x9f
        | 0x300..=0x36f
        | 0x200b..=0x200f
        | 0x202a..=0x202e
        | 0x2060..=0x206f
        | 0x302a..=0x302f
        | 0xfe00..=0xfe0f
        | 0xfeff
        | 0xe0000..=0xe0fff => 0,
        // Hangul letters; Han, kana and their marks; Hangul syllables; wide forms; pictures; rare Han.
        0x1100..=0x115f
        | 0x2e80..=0x303e
        | 0x3041..=0x4dbf
        | 0x4e00..=0xa4cf
        | 0xa960..=0xa97c
        | 0xac00..=0xd7a3
        | 0xf900..=0xfaff
        | 0xfe10..=0xfe19
        | 0xfe30..=0xfe6b
        | 0xff01..=0xff60
        | 0xffe0..=0xffe6
        | 0x1f300..=0x1f64f
        | 0x1f680..=0x1f6ff
        | 0x1f900..=0x1f9ff
        | 0x20000..=0x3fffd => 2,
        _ => 1,
    }
}

/// The text, cut with an ellipsis where it has more than `most` columns.
pub fn shortened(text: &str, most: usize) -> String {
    if columns(text) <= most {
        return text.to_owned();
    }
    let mut shortened = String::new();
    let mut used = 0;
    for character in text.chars() {
        used += width(character);
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

/// The number with so many decimals, at most 9, as the standard library writes it with `{:.n}`: the exact value rounded,
/// a half to the even digit. Below 2⁶⁴ ÷ 10ⁿ, which no figure comes near; `–` for what is no number.
///
/// The library's own way, for numbers of any size, is ten kilobytes that the page would have to load.
pub fn decimal(number: f64, decimals: u32) -> String {
    if !number.is_finite() {
        return "–".to_owned();
    }
    let digits = scaled(number, decimals.min(9)).to_string();
    let places = decimals.min(9) as usize;
    let mut written = String::with_capacity(digits.len() + 3);
    if number.is_sign_negative() {
        written.push('-');
    }
    let leading = (places + 1).saturating_sub(digits.len());
    let all = std::iter::repeat_n('0', leading).chain(digits.chars());
    let whole = leading + digits.len() - places;
    for (index, digit) in all.enumerate() {
        if index == whole {
            written.push('.');
        }
        written.push(digit);
    }
    written
}

/// The size of a number times a power of ten, rounded: its bits are a whole number and a power of two, so this is exact.
fn scaled(number: f64, decimals: u32) -> u64 {
    let bits = number.to_bits();
    let fraction = bits & ((1 << 52) - 1);
    // Biased by 1023, and by the 52 bits behind the point.
    let biased = u32::try_from((bits >> 52) & 0x7ff).unwrap_or(0);
    let whole = fraction | u64::from(biased > 0) << 52;
    let product = u128::from(whole) * u128::from(10_u64.pow(decimals));
    let biased = biased.max(1);
    let rounded = match 1075_u32.checked_sub(biased) {
        None => product.checked_shl(biased - 1075).unwrap_or(u128::MAX),
        Some(0) => product,
        Some(down @ 1..=127) => {
            let (kept, half) = (product >> down, 1_u128 << (down - 1));
            let rest = product & ((half << 1) - 1);
            kept + u128::from(rest > half || (rest == half && kept & 1 == 1))
        }
        Some(_) => 0,
    };
    u64::try_from(rounded).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn columns_are_those_of_unicode_where_newspapers_are_written() {
        use unicode_width::UnicodeWidthChar as _;
        let ranges = [
            ' '..='~',
            '\u{a1}'..='\u{ac}',
            '\u{2010}'..='\u{2027}',
            '\u{3000}'..='\u{3029}',
            '\u{3030}'..='\u{303e}',
            '\u{3041}'..='\u{3096}',
            '\u{4e00}'..='\u{9fff}',
            '\u{ff01}'..='\u{ff60}',
            '\u{20000}'..='\u{2a6df}',
        ];
        for character in ranges.into_iter().flatten() {
            assert_eq!(Some(width(character)), character.width(), "{character}");
        }
    }

    #[test]
    fn decimals_round_the_exact_value() {
        let cases = [
            (0.25, 1, "0.2"),
            (0.35, 1, "0.3"),
            (0.75, 1, "0.8"),
            (2.5, 0, "2"),
            (-0.001, 2, "-0.00"),
            (1_234.567, 2, "1234.57"),
            (0.999, 2, "1.00"),
            (f64::MIN_POSITIVE / 4.0, 3, "0.000"),
            (f64::NAN, 2, "–"),
        ];
        for (number, decimals, expected) in cases {
            assert_eq!(decimal(number, decimals), expected, "{number}");
        }
    }

    proptest! {
        #[test]
        fn decimals_are_those_of_the_standard_library(number in -1e9..1e9_f64, small in -2.0..2.0_f64, eighths in 0..9_999_u32, decimals in 0..5_u32) {
            for number in [number, small, f64::from(eighths) / 8.0] {
                let places = decimals as usize;
                prop_assert_eq!(decimal(number, decimals), format!("{number:.places$}"));
            }
        }
    }

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
