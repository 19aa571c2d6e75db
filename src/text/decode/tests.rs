//! Laws and figures of detection and decoding together.

use super::*;

/// Original prose, simplified.
const PROSE: &str = include_str!("../../../tests/data/prose.txt");

/// Encodes a text; characters that the encoding lacks must not occur in it.
fn encode(text: &str, encoding: Encoding) -> Vec<u8> {
    let (bytes, unmappable) = match encoding {
        Encoding::Utf8 => return text.as_bytes().to_vec(),
        Encoding::Utf16Le => return text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        Encoding::Utf16Be => return text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        Encoding::Gb18030 => (
            encoding_rs::GB18030.encode(text).0,
            encoding_rs::GB18030.encode(text).2,
        ),
        Encoding::Big5 => (
            encoding_rs::BIG5.encode(text).0,
            encoding_rs::BIG5.encode(text).2,
        ),
    };
    assert!(
        !unmappable,
        "{} lacks a character of the test text",
        encoding.name()
    );
    bytes.into_owned()
}

fn with_mark(encoding: Encoding, bytes: &[u8]) -> Vec<u8> {
    [encoding.byte_order_mark(), bytes].concat()
}

/// The prose in Taiwan's forms.
fn traditional_prose() -> String {
    let forms = ferrous_opencc::config::BuiltinConfig::S2tw;
    let prose = ferrous_opencc::OpenCC::from_config(forms)
        .unwrap()
        .convert(PROSE);
    // The few characters that Big5 lacks are left out.
    prose
        .chars()
        .filter(|character| !encoding_rs::BIG5.encode(&character.to_string()).2)
        .collect()
}

/// A small seeded generator (splitmix64): the tests draw the same windows at every run.
struct Draw(u64);

impl Draw {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % limit as u64) as usize
    }
}

fn is_hanzi(character: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&character)
}

/// A stretch of the text that begins anywhere and ends with its `hanzi`-th hanzi.
fn window(text: &[char], hanzi: usize, draw: &mut Draw) -> String {
    let start = draw.below(text.len() - 4 * hanzi);
    let mut left = hanzi;
    text[start..]
        .iter()
        .take_while(|&&character| {
            let wanted = left > 0;
            left -= usize::from(wanted && is_hanzi(character));
            wanted
        })
        .collect()
}

mod accuracy;
mod damage;
mod division;
mod negatives;
