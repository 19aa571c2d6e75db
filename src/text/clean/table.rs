//! The tables of single characters, read once from their text files.

use std::sync::LazyLock;

use crate::text::arrange::Arrange;

/// A run of characters with consecutive code points, and what each stands for; `.` for those that stay.
struct Block {
    first: u32,
    targets: Vec<char>,
}

static RADICALS: LazyLock<Vec<Block>> = LazyLock::new(|| {
    lines(include_str!("radicals.txt"))
        .filter_map(block)
        .collect()
});

/// Variant and standard form, sorted by variant.
static VARIANTS: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
    let mut pairs: Vec<(char, char)> = lines(include_str!("variants.txt"))
        .filter_map(|line| line.split_once(' '))
        .flat_map(|(standard, variants)| {
            let standard = standard.chars().next().unwrap_or('\0');
            variants.chars().map(move |variant| (variant, standard))
        })
        .collect();
    pairs.arrange();
    pairs
});

/// The lines of a table that are no comments.
pub fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().filter(|line| !line.starts_with('#'))
}

fn block(line: &str) -> Option<Block> {
    let (first, targets) = line.split_once(' ')?;
    Some(Block {
        first: u32::from_str_radix(first, 16).ok()?,
        targets: targets.chars().collect(),
    })
}

/// What a radical or compatibility form shows; `None` for any other character.
pub fn unified(character: char) -> Option<char> {
    let code = u32::from(character);
    let behind = RADICALS.partition_point(|block| block.first <= code);
    let block = RADICALS.get(behind.checked_sub(1)?)?;
    let target = *block.targets.get((code - block.first) as usize)?;
    (target != '.').then_some(target)
}

/// The standard form of a variant; `None` for any other character.
pub fn standard(character: char) -> Option<char> {
    let index = VARIANTS.binary_search_by_key(&character, |(variant, _)| *variant);
    VARIANTS.get(index.ok()?).map(|(_, standard)| *standard)
}

/// Every variant with its standard form, in code point order of the variants.
pub fn variants() -> &'static [(char, char)] {
    &VARIANTS
}
