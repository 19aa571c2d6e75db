//! What single characters tell about how a page is set.

use unicode_width::UnicodeWidthChar as _;

/// Whether a character stands in the main block of Han characters, as nearly all of a page do: it prints, is two half
/// cells wide and no mark. Asking this first spares a look into the tables of Unicode.
pub fn is_common_han(character: char) -> bool {
    matches!(character, '\u{4E00}'..='\u{9FFF}')
}

/// Width in half cells: 2 for a Han character and for full-width punctuation, 1 for ASCII, 0 for what has no width.
pub fn half_cells(character: char) -> u32 {
    match character {
        '\t' => 2,
        ' '..='~' => 1,
        _ if is_common_han(character) => 2,
        _ => u32::try_from(character.width_cjk().unwrap_or(0)).unwrap_or(0),
    }
}

/// Han characters, with radicals, compatibility forms and the private area in which fonts keep Han glyphs.
pub fn is_han(character: char) -> bool {
    matches!(
        u32::from(character),
        0x2E80..=0x2FDF | 0x3005 | 0x3007 | 0x3400..=0x9FFF | 0xE000..=0xFAFF | 0x20000..=0x3FFFF
    )
}

/// Control and format characters that print nothing and are no blanks.
pub fn is_invisible(character: char) -> bool {
    if is_common_han(character) || crate::text::source::is_blank(character) {
        return false;
    }
    character.is_control() || crate::text::source::is_format_mark(character)
}

/// Marks that end a sentence.
pub fn ends_sentence(character: char) -> bool {
    matches!(
        character,
        '。' | '！' | '？' | '!' | '?' | '…' | '.' | '．' | '｡'
    )
}

/// Marks that separate parts of a sentence, so that a line which ends with one is not at its end.
pub fn is_pause(character: char) -> bool {
    matches!(
        character,
        '，' | ',' | '、' | '；' | ';' | '—' | '─' | '～' | '·'
    )
}

/// Marks that announce what follows.
pub fn is_colon(character: char) -> bool {
    matches!(character, '：' | ':')
}

/// Opening brackets and quotation marks.
pub fn is_opening(character: char) -> bool {
    matches!(
        character,
        '（' | '(' | '“' | '‘' | '「' | '『' | '《' | '〈' | '【' | '〔' | '[' | '［' | '｛'
    )
}

/// Closing brackets and quotation marks.
pub fn is_closing(character: char) -> bool {
    matches!(
        character,
        '）' | ')' | '”' | '’' | '」' | '』' | '》' | '〉' | '】' | '〕' | ']' | '］' | '｝'
    )
}

/// Opening quotation marks only.
pub fn opens_quotation(character: char) -> bool {
    matches!(character, '“' | '‘' | '「' | '『')
}

/// Marks that may not begin a line (避头尾).
pub fn is_barred_from_line_start(character: char) -> bool {
    is_closing(character)
        || matches!(
            character,
            '，' | '。'
                | '、'
                | '；'
                | '：'
                | '！'
                | '？'
                | '…'
                | ','
                | '.'
                | ';'
                | ':'
                | '!'
                | '?'
        )
}

/// Any mark of running text: a page's headlines and lists hold few, its bodies many.
pub fn is_sentence_mark(character: char) -> bool {
    ends_sentence(character) || is_pause(character) || is_colon(character)
}

/// Blanks that a printed text may keep as a space between words.
pub fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\u{a0}' | '\u{3000}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_those_of_the_type_case() {
        for (character, width) in [
            ('中', 2),
            ('a', 1),
            ('“', 2),
            ('，', 2),
            (',', 1),
            ('—', 2),
            ('\u{200b}', 0),
        ] {
            assert_eq!(half_cells(character), width, "width of {character:?}");
        }
    }

    #[test]
    fn invisible_characters_are_not_blank() {
        for character in ['\0', '\u{200b}', '\u{202e}', '\u{feff}'] {
            assert!(is_invisible(character), "{character:?} prints nothing");
        }
        for character in [' ', '\n', '\u{1c}', '\u{85}', '\u{fffd}', '中'] {
            assert!(
                !is_invisible(character),
                "{character:?} is no invisible character"
            );
        }
    }
}
