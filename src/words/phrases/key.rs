//! Keys: text without the marks that a phrase may have or not.

use crate::text::page::looks_like_name;

/// The key of a phrase as printed: without the quotation marks “” 「」 『』 ‘’ and "", without 、 and line breaks.
pub fn key_of(printed: &str) -> String {
    printed
        .chars()
        .filter(|character| !is_left_out(*character))
        .collect::<String>()
        .trim()
        .to_owned()
}

/// How the marks 《》 stand in a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TitleMarks {
    /// There are none, or whole titles among other words.
    Whole,
    /// Some have no partner: the quotation begins or ends inside a title.
    Broken,
    /// One title is all of the key.
    OneTitle,
}

/// How the marks 《》 stand in a key.
pub fn title_marks(key: &str) -> TitleMarks {
    let mut open = 0_usize;
    let mut titles = 0_usize;
    let mut has_other = false;
    for character in key.chars() {
        match character {
            '《' => {
                titles += usize::from(open == 0);
                open += 1;
            }
            '》' => match open.checked_sub(1) {
                Some(rest) => open = rest,
                None => return TitleMarks::Broken,
            },
            _ => has_other |= open == 0,
        }
    }
    match (open, titles, has_other) {
        (0, 1, false) => TitleMarks::OneTitle,
        (0, ..) => TitleMarks::Whole,
        _ => TitleMarks::Broken,
    }
}

/// Whether a character is no part of a key.
pub fn is_left_out(character: char) -> bool {
    matches!(
        character,
        '“' | '”' | '「' | '」' | '『' | '』' | '‘' | '’' | '"' | '、' | '\r' | '\n'
    )
}

/// Whether a character is a Han character of the common planes.
pub fn is_han(character: char) -> bool {
    matches!(u32::from(character), 0x3007 | 0x3400..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF)
}

/// A text in key form, with the way back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyText {
    /// The text without the marks that are left out.
    pub text: String,
    /// For each of its characters, its byte here and its bytes in the printed text.
    places: Vec<(usize, usize, usize)>,
}

impl KeyText {
    /// The key form of `printed` from byte `from` on.
    pub fn new(printed: &str, from: usize) -> Self {
        let mut key = Self {
            text: String::with_capacity(printed.len()),
            places: Vec::new(),
        };
        for (offset, character) in printed.get(from..).unwrap_or_default().char_indices() {
            if !is_left_out(character) {
                let start = from + offset;
                key.places
                    .push((key.text.len(), start, start + character.len_utf8()));
                key.text.push(character);
            }
        }
        key
    }

    /// Where a range of the key form begins and ends in the printed text.
    pub fn printed(&self, start: usize, end: usize) -> Option<(usize, usize)> {
        let first = self.places.partition_point(|place| place.0 < start);
        let behind = self.places.partition_point(|place| place.0 < end);
        let (_, printed_start, _) = self.places.get(first)?;
        let (_, _, printed_end) = self.places.get(behind.checked_sub(1)?)?;
        Some((*printed_start, *printed_end))
    }
}

/// The stretches of a text in which repeated strings are looked for: runs of letters, digits and Han characters in key
/// form, without sentence punctuation. A 、 in a list of persons ends a run.
pub fn runs(printed: &str, from: usize) -> Vec<String> {
    let mut runs = Vec::new();
    let mut run = String::new();
    let mut piece_start = 0;
    let text = printed.get(from..).unwrap_or_default();
    for (at, character) in text.char_indices() {
        if character == '、' {
            let piece = run.get(piece_start..).unwrap_or_default();
            let behind = text.get(at + character.len_utf8()..).unwrap_or_default();
            if ends_with_name(piece) || begins_with_name(behind) {
                runs.push(std::mem::take(&mut run));
            }
            piece_start = run.len();
        } else if is_left_out(character) {
        } else if is_han(character) || character.is_alphanumeric() || matches!(character, '+' | '·')
        {
            run.push(character);
        } else {
            runs.push(std::mem::take(&mut run));
            piece_start = 0;
        }
    }
    runs.push(run);
    runs.retain(|run| run.chars().filter(|character| is_han(*character)).count() >= SHORTEST);
    runs
}

/// Fewest Han characters of a repeated string.
pub const SHORTEST: usize = 6;

/// Whether a piece of a list is a person's name.
fn ends_with_name(piece: &str) -> bool {
    piece.len() <= 4 * 3 && looks_like_name(piece)
}

fn begins_with_name(behind: &str) -> bool {
    let piece: String = behind
        .chars()
        .take(4)
        .take_while(|character| is_han(*character))
        .collect();
    looks_like_name(&piece)
}
