//! Pinyin: to sort by it, and to find words by what one types.
//!
//! Every Han character has its most usual reading alone; which of several it has in a word is not looked for.
//!
//! `pinyin.bin` is deflated. Inflated it is a line with the syllables in alphabetical order, parted by blanks (ü is `v`);
//! then, for every character of [`RANGES`], the low bytes of all readings; then the high bytes. A reading is 0 for none,
//! else 1 + 8 · the syllable's number + the tone, 1 to 4, or 5 for the neutral one. The readings are those of the crate
//! `pinyin` (MIT), which has them from pinyin-data; a test compares all.

use std::ops::RangeInclusive;
use std::sync::LazyLock;

const PACKED: &[u8] = include_bytes!("pinyin.bin");

/// The characters that have readings: extension A, and the unified ideographs.
const RANGES: [RangeInclusive<u32>; 2] = [0x3400..=0x4DBF, 0x4E00..=0x9FFF];
/// Above every code point: readings sort behind what has none.
const FIRST_READING: u32 = 0x11_0000;

static READINGS: LazyLock<Readings> =
    LazyLock::new(|| Readings::unpack(PACKED).unwrap_or_default());

/// The readings of all characters; none of them if the packed file is damaged.
#[derive(Default)]
struct Readings {
    syllables: Vec<String>,
    /// By place in the ranges.
    codes: Vec<u16>,
}

impl Readings {
    fn unpack(packed: &[u8]) -> Option<Self> {
        let bytes = miniz_oxide::inflate::decompress_to_vec(packed).ok()?;
        let end = bytes.iter().position(|byte| *byte == b'\n')?;
        let (line, codes) = bytes.split_at_checked(end)?;
        let codes = codes.get(1..)?;
        let (low, high) = codes.split_at_checked(codes.len() / 2)?;
        let syllables = std::str::from_utf8(line).ok()?.split(' ');
        Some(Self {
            syllables: syllables.map(str::to_owned).collect(),
            codes: (low.iter().zip(high))
                .map(|(low, high)| u16::from_le_bytes([*low, *high]))
                .collect(),
        })
    }

    /// The reading of a character, less 1; `None` for one that has none.
    fn reading(&self, character: char) -> Option<u16> {
        // A numeral that stands outside of the ranges: líng.
        let character = if character == '〇' { '零' } else { character };
        let mut before = 0;
        for range in RANGES {
            let code = u32::from(character);
            if range.contains(&code) {
                let place = before + (code - range.start()) as usize;
                return self.codes.get(place)?.checked_sub(1);
            }
            before += range.count();
        }
        None
    }

    fn syllable(&self, character: char) -> Option<&str> {
        let number = usize::from(self.reading(character)? >> 3);
        self.syllables.get(number).map(String::as_str)
    }
}

/// By what words are sorted: character by character, those without a reading first, by code point, then by syllable and
/// tone. Different words may have the same key.
pub fn pinyin_key(text: &str) -> Vec<u32> {
    let key = |character| match READINGS.reading(character) {
        Some(reading) => FIRST_READING + u32::from(reading),
        None => u32::from(character),
    };
    text.chars().map(key).collect()
}

/// The syllable of a character without its tone, `lv` for lǜ; `None` for one that has no reading.
pub fn syllable(character: char) -> Option<&'static str> {
    READINGS.syllable(character)
}

/// The syllable of a character and its tone, 1 to 4, or 5 for the neutral one.
pub fn reading(character: char) -> Option<(&'static str, u8)> {
    let tone = READINGS.reading(character)? & 7;
    Some((READINGS.syllable(character)?, tone as u8))
}

/// What was typed to find words by their pinyin: made once, asked of many words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedPinyin(String);

impl TypedPinyin {
    /// What was typed, without blanks, apostrophes and case; `None` if it holds more than letters and digits, or no
    /// letter: it is no pinyin then.
    pub fn new(typed: &str) -> Option<Self> {
        let mut letters = String::new();
        for character in typed.chars().flat_map(char::to_lowercase) {
            match character {
                ' ' | '\'' | '’' => {}
                'ü' => letters.push('v'),
                _ if character.is_ascii_alphanumeric() => letters.push(character),
                _ => return None,
            }
        }
        let has_letter = letters.bytes().any(|byte| byte.is_ascii_alphabetic());
        has_letter.then_some(Self(letters))
    }

    /// Whether the word begins so: by whole syllables, the last of which may be begun (`yiq` for 疫情), or by the first
    /// letters of its syllables (`yq`). Letters and digits in the word stand for themselves.
    pub fn fits(&self, word: &str) -> bool {
        self.fits_by(word, false) || self.fits_by(word, true)
    }

    fn fits_by(&self, word: &str, by_initials: bool) -> bool {
        let mut rest = self.0.as_str();
        for character in word.chars() {
            if rest.is_empty() {
                return true;
            }
            let mut own = [0; 4];
            let part = match syllable(character) {
                Some(syllable) if by_initials => syllable.get(..1).unwrap_or(syllable),
                Some(syllable) => syllable,
                None => character.to_ascii_lowercase().encode_utf8(&mut own),
            };
            rest = match rest.strip_prefix(part) {
                Some(behind) => behind,
                None => return part.starts_with(rest),
            };
        }
        rest.is_empty()
    }
}

/// Whether a word begins as was typed, see [`TypedPinyin::fits`].
pub fn fits_pinyin(word: &str, typed: &str) -> bool {
    TypedPinyin::new(typed).is_some_and(|typed| typed.fits(word))
}

#[cfg(test)]
mod tests;
