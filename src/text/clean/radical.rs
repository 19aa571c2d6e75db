//! 部首字修复: radicals and compatibility forms become the characters that they show.
//!
//! The glyphs of ⼈ (a radical) and 人 (a character) are the same, and programs that make or read PDF files mistake the
//! one for the other. For radicals, Unicode's EquivalentUnifiedIdeograph names the character; normalization mends most,
//! but hardly any of the radicals supplement (⺠ ⻓ ⻔).

use super::edit::Edit;
use super::table::unified;

/// Whether a character may be one that this pass changes.
pub fn concerns(character: char) -> bool {
    matches!(
        u32::from(character),
        0x2E80..=0x2FDF | 0xF900..=0xFAFF | 0x2F800..=0x2FA1F
    )
}

/// Replaces every radical and compatibility form.
pub fn edits(text: &str, edits: &mut Vec<Edit>) {
    for (byte, character) in text.char_indices() {
        if concerns(character)
            && let Some(target) = unified(character)
        {
            edits.push(Edit::replace(byte, character, target));
        }
    }
}
