//! How much each character speaks for Chinese text: its information content.
//!
//! A text in the right encoding is made of common characters, and a wrong one makes it of rare ones. A character that
//! makes up one in 2^n characters of ordinary text costs n bits; the reading of a file that costs the fewest bits is the
//! likeliest. The costs are small whole numbers, so sums are exact and do not depend on the order of adding.

use std::sync::LazyLock;

/// Costs are counted in half bits.
pub(super) const HALF_BITS: u64 = 2;

/// The common Han characters with their costs: made by `tests/make_character_frequency.rs`.
const CHARACTER_FREQUENCY: &str = include_str!("character_frequency.txt");

/// Chinese marks and signs that ordinary text is full of, with their costs in half bits.
const MARKS: [(u8, &str); 4] = [
    (10, "，。"),
    (14, "、“”：；！？（）《》\u{3000}"),
    (18, "「」『』‘’·—…【】〈〉〔〕"),
    (26, "■□●◎○★▲△→※℃％‰×①②③④⑤⑥⑦⑧⑨⑩￥"),
];

/// The cost of a character that no Chinese text is expected to hold: private use, unassigned.
const STRANGE: u8 = 46;

/// The cost, in half bits, of every UTF-16 code unit.
static COSTS: LazyLock<Box<[u8; 0x1_0000]>> = LazyLock::new(|| {
    let mut costs = Box::new([0; 0x1_0000]);
    for (unit, cost) in (0..=u16::MAX).zip(costs.iter_mut()) {
        *cost = cost_by_block(unit);
    }
    for (cost, characters) in MARKS.into_iter().chain(listed(CHARACTER_FREQUENCY)) {
        for unit in characters.encode_utf16() {
            costs[usize::from(unit)] = cost;
        }
    }
    costs
});

/// The cost, in half bits, of every UTF-16 code unit; half of a surrogate pair carries half of its character's cost.
pub(super) fn costs() -> &'static [u8; 0x1_0000] {
    &COSTS
}

/// The lines of the table: cost and characters. Remarks and anything else that is no such line are passed over.
fn listed(table: &str) -> impl Iterator<Item = (u8, &str)> {
    table.lines().filter_map(|line| {
        let (cost, characters) = line.split_once('\t')?;
        Some((cost.parse().ok()?, characters))
    })
}

/// The cost of a character that is not listed, by where it stands in Unicode.
fn cost_by_block(unit: u16) -> u8 {
    match unit {
        0x09 => 16,
        0x0a | 0x0d | 0x20 => 12,
        0x30..=0x39 | 0x41..=0x5a | 0x61..=0x7a => 12,
        0x00..=0x1f | 0x7f => 40,
        0x21..=0x7e => 16,
        0xfeff => 32,
        // Full-width forms of ASCII.
        0xff01..=0xff5e => 22,
        // Rare Han characters: the other ones of the main block, then the extension and what stands for others.
        0x4e00..=0x9fff => 36,
        0x3400..=0x4dbf | 0x2e80..=0x2fdf | 0xf900..=0xfaff => 42,
        // Half of a character beyond the first plane.
        0xd800..=0xdfff => 22,
        // The letters of other scripts: Latin, Greek, Cyrillic, kana, bopomofo, Hangul.
        0xa0..=0x24f | 0x370..=0x4ff | 0x3041..=0x312f | 0xac00..=0xd7a3 => 34,
        // Punctuation, arrows, mathematical signs, box drawing.
        0x2010..=0x203b | 0x2190..=0x22ff | 0x2460..=0x266f | 0x3001..=0x301e => 32,
        _ => STRANGE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn costs_of_characters() {
        let rows = [
            ('人', 13, "a very common character"),
            (
                '國',
                14,
                "a traditional form costs as much as its simplified one",
            ),
            ('国', 14, "that simplified one"),
            ('。', 10, "a full stop"),
            ('龘', 36, "a character that is not in the table"),
            ('e', 12, "a Latin letter"),
            ('\0', 40, "a control character"),
            ('\u{e000}', 46, "private use"),
        ];
        for (character, expected, what) in rows {
            let cost = costs()[character as usize];
            assert_eq!(cost, expected, "{what}: {character:?}");
        }
    }

    #[test]
    fn the_table_is_whole() {
        let characters: usize = listed(CHARACTER_FREQUENCY)
            .map(|(_, characters)| characters.chars().count())
            .sum();
        assert_eq!(characters, 6_000);
    }
}
