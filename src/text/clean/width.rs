//! 全半角归一: full-width letters, digits and the signs among them become half-width.

use super::edit::Edit;

/// How far the half-width forms stand before the full-width ones.
const DISTANCE: u32 = 0xFEE0;

/// Whether a character may be one that this pass changes.
pub fn concerns(character: char) -> bool {
    is_full_letter_or_digit(character) || is_sign(character) || character == '：'
}

fn is_full_letter_or_digit(character: char) -> bool {
    matches!(character, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
}

/// Signs that are written among Latin letters and digits; marks of Chinese text are not among them.
fn is_sign(character: char) -> bool {
    matches!(
        character,
        '％' | '＋'
            | '－'
            | '＝'
            | '＠'
            | '＃'
            | '＆'
            | '＊'
            | '＿'
            | '／'
            | '．'
            | '＄'
            | '＜'
            | '＞'
    )
}

fn half(character: char) -> Option<char> {
    char::from_u32(u32::from(character).checked_sub(DISTANCE)?)
}

/// Replaces letters and digits anywhere; signs beside a letter or digit, and those behind such a sign; a full stop
/// between two; a colon between the parts of a time or score.
pub fn edits(text: &str, edits: &mut Vec<Edit>) {
    let mut before = None;
    for (byte, character) in text.char_indices() {
        let behind = text.get(byte + character.len_utf8()..).unwrap_or("");
        let changes = match character {
            '：' => parts_numbers(text.get(..byte).unwrap_or(""), behind),
            '．' => is_western(before) && is_western(behind.chars().next()),
            _ if is_sign(character) => {
                is_western(before)
                    || before.is_some_and(is_ascii_sign)
                    || is_western(behind.chars().next())
            }
            _ => is_full_letter_or_digit(character),
        };
        let target = half(character).filter(|_| changes);
        edits.extend(target.map(|target| Edit::replace(byte, character, target)));
        before = Some(target.unwrap_or(character));
    }
}

fn is_western(character: Option<char>) -> bool {
    character.is_some_and(|character| {
        character.is_ascii_alphanumeric() || is_full_letter_or_digit(character)
    })
}

fn is_ascii_sign(character: char) -> bool {
    matches!(
        character,
        '%' | '+' | '-' | '=' | '@' | '#' | '&' | '*' | '_' | '/' | '$' | '<' | '>'
    )
}

/// Whether a colon stands in a time or score: at most three digits before it, one or two behind it.
fn parts_numbers(before: &str, behind: &str) -> bool {
    let is_digit =
        |character: &char| character.is_ascii_digit() || matches!(character, '０'..='９');
    let digits_before = before.chars().rev().take(4).take_while(is_digit).count();
    let digits_behind = behind.chars().take(3).take_while(is_digit).count();
    (1..=3).contains(&digits_before) && (1..=2).contains(&digits_behind)
}
