//! What single characters are to the passes.

/// The main block of Han characters, of which nearly all text is made.
pub fn is_common_han(character: char) -> bool {
    matches!(character, '\u{4e00}'..='\u{9fff}')
}

/// Han characters, radicals, compatibility forms, and 〇 and 々.
pub fn is_han(character: char) -> bool {
    matches!(
        u32::from(character),
        0x2E80..=0x2FDF | 0x3005 | 0x3007 | 0x3400..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF
    )
}

/// Characters that have no meaning but what a font gives them; they are listed, never changed.
pub fn is_private_use(character: char) -> bool {
    matches!(
        u32::from(character),
        0xE000..=0xF8FF | 0xF0000..=0xFFFFD | 0x10_0000..=0x10_FFFD
    )
}

/// European digits, full-width ones too.
pub fn is_digit(character: char) -> bool {
    character.is_ascii_digit() || matches!(character, '０'..='９')
}

/// Blanks that stand in one line.
pub fn is_space(character: char) -> bool {
    matches!(
        character,
        ' ' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{3000}'
    )
}

/// Punctuation of Chinese text: full-width marks and quotation marks.
pub fn is_full_mark(character: char) -> bool {
    matches!(
        character,
        '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301f}'
            | '\u{2013}'..='\u{2015}' | '\u{2018}'..='\u{201f}' | '\u{2026}' | '\u{fe10}'..='\u{fe19}'
            | '\u{fe30}'..='\u{fe6b}' | '！'..='／' | '：'..='＠' | '［'..='｀' | '｛'..='､'
    )
}
