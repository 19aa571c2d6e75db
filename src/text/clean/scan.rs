//! One look at a text: which passes may change it.
//!
//! Every text that is counted runs through here, so nearly every character must be done with after one bit of a table.

use std::sync::LazyLock;

use super::character::{is_common_han, is_digit, is_han, is_space};
use super::{Pass, Passes, punctuation, radical, table, traditional, width};

/// A set of passes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Needed(u8);

impl Needed {
    fn of(pass: Pass) -> Self {
        Self(1 << pass.index())
    }

    fn any(passes: &[Pass]) -> Self {
        passes
            .iter()
            .fold(Self::default(), |all, pass| all.with(Self::of(*pass)))
    }

    fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether no pass is needed.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether a pass is needed.
    pub fn has(self, pass: Pass) -> bool {
        self.0 & Self::of(pass).0 != 0
    }

    /// Whether passes are needed that may make characters for which later passes look.
    pub fn mends_characters(self) -> bool {
        [Pass::Radicals, Pass::Width, Pass::Traditional]
            .into_iter()
            .any(|pass| self.has(pass))
    }
}

/// Whether a character of no variant's sort may be one that a pass changes, or one beside which it changes something.
fn concerns(character: char) -> bool {
    radical::concerns(character)
        || width::concerns(character)
        || punctuation::concerns(character)
        || punctuation::may_concern(character)
        || is_space(character)
        || character == '@'
}

/// The characters up to U+FFFF at which [`look`] looks, a bit each.
static CONCERNED: LazyLock<Vec<u64>> = LazyLock::new(|| {
    let mut bits = vec![0; 0x1_0000 / 64];
    let mut mark = |character: char| {
        let code = u32::from(character) as usize;
        if let Some(word) = bits.get_mut(code / 64) {
            *word |= 1 << (code % 64);
        }
    };
    let other = ('\0'..='\u{ffff}').filter(|character| !is_common_han(*character));
    other.filter(|c| concerns(*c)).for_each(&mut mark);
    table::variants()
        .iter()
        .for_each(|(variant, _)| mark(*variant));
    bits
});

/// The passes that are on and may change a text.
pub fn needed(text: &str, passes: Passes) -> Needed {
    let bits = CONCERNED.as_slice();
    let mut needed = Needed::default();
    let mut before = None;
    for (byte, character) in text.char_indices() {
        let code = u32::from(character) as usize;
        let is_concerned = match bits.get(code / 64) {
            Some(word) => word >> (code % 64) & 1 == 1,
            None => radical::concerns(character),
        };
        if is_concerned {
            let behind = text.get(byte + character.len_utf8()..).unwrap_or("");
            needed = needed.with(look(before, character, behind.chars().next()));
        }
        before = Some(character);
    }
    if passes.has(Pass::Traditional) && text.contains(traditional::concerns) {
        needed = needed.with(Needed::of(Pass::Traditional));
    }
    let on = Pass::ALL.iter().filter(|pass| passes.has(**pass));
    let on = on.fold(Needed::default(), |all, pass| all.with(Needed::of(*pass)));
    Needed(needed.0 & on.0)
}

/// The passes that one character may need.
fn look(before: Option<char>, character: char, behind: Option<char>) -> Needed {
    let is = |character: Option<char>, test: fn(char) -> bool| character.is_some_and(test);
    let is_wide = |character: Option<char>| is(character, |c| !c.is_ascii());
    match character {
        _ if is_space(character) => look_at_blank(before, behind),
        '@' => Needed::of(Pass::Addresses),
        ':' if behind == Some('/') => Needed::any(&[Pass::Addresses, Pass::Punctuation]),
        '.' if is(before, |c| c.is_ascii_alphanumeric())
            && is(behind, |c| c.is_ascii_alphabetic()) =>
        {
            Needed::of(Pass::Addresses)
        }
        '。' if before != Some('。') => Needed::default(),
        ',' | ';' | '!' | '?' | ':' | '(' | ')' if !is_wide(before) && !is_wide(behind) => {
            Needed::default()
        }
        '.' | '-' if !is_wide(before) && !is_wide(behind) => Needed::default(),
        '：' if !is(before, is_digit) => Needed::default(),
        _ if punctuation::concerns(character) || punctuation::may_concern(character) => {
            Needed::of(Pass::Punctuation)
        }
        _ if radical::concerns(character) => Needed::of(Pass::Radicals),
        _ if width::concerns(character) => Needed::of(Pass::Width),
        _ => Needed::of(Pass::Variants),
    }
}

fn look_at_blank(before: Option<char>, behind: Option<char>) -> Needed {
    let is = |character: Option<char>, test: fn(char) -> bool| character.is_some_and(test);
    if is(before, is_digit) || is(behind, is_digit) {
        return Needed::of(Pass::LayoutSpaces);
    }
    let goes_on = is(behind, is_han) || is(behind, is_space);
    if is(before, is_han) && goes_on {
        return Needed::of(Pass::LetterSpacing);
    }
    Needed::default()
}
