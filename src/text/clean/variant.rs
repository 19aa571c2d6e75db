//! 异体字归一: variants of a character become the standard one.

use super::edit::Edit;
use super::table::standard;

/// Replaces every variant.
pub fn edits(text: &str, edits: &mut Vec<Edit>) {
    for (byte, character) in text.char_indices() {
        if let Some(target) = standard(character) {
            edits.push(Edit::replace(byte, character, target));
        }
    }
}

/// Frequent characters that only traditional texts have, and only simplified ones.
const TRADITIONAL: &str = "這個們來時國會對說過還後學發為開關無與實點門間問題電話長見車東書";
const SIMPLIFIED: &str = "这个们来时国会对说过还后学发为开关无与实点门间问题电话长见车东书";
/// How many of the frequent characters are enough to judge by.
const ENOUGH: u32 = 200;
/// How many characters are looked at for them.
const LOOKED_AT: usize = 64 * 1024;

/// Whether a text is in traditional characters, judged by the first of them: variants are standard there, and stay.
pub fn is_traditional(text: &str) -> bool {
    let (mut traditional, mut simplified) = (0, 0);
    for character in text.chars().take(LOOKED_AT) {
        if character.is_ascii() {
            continue;
        }
        simplified += u32::from(SIMPLIFIED.contains(character));
        traditional += u32::from(TRADITIONAL.contains(character));
        if traditional + simplified >= ENOUGH {
            break;
        }
    }
    traditional > simplified
}
