//! 繁体转简体: traditional characters become simplified ones, on request only.
//!
//! The longest phrase of the table goes first (乾隆 stays, 瞭解 becomes 了解), then each character by itself, as OpenCC does
//! it. A phrase and what it becomes are equally long, so every edit is one character for one.

use std::sync::LazyLock;

use super::edit::Edit;
use super::table::lines;
use crate::text::arrange::Arrange;

/// What the table says.
struct Table {
    /// Traditional and simplified form, sorted by the traditional one.
    characters: Vec<(char, char)>,
    /// Phrase and what it becomes, sorted by phrase.
    phrases: Vec<(&'static str, &'static str)>,
    /// The characters below U+10000 that become another one somewhere, a bit each.
    concerned: Vec<u64>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let rows = |text: &'static str| lines(text).filter_map(|line| line.split_once(' '));
    let mut characters: Vec<(char, char)> = rows(include_str!("traditional.txt"))
        .flat_map(|(simplified, all)| {
            let simplified = simplified.chars().next().unwrap_or('\0');
            all.chars()
                .map(move |traditional| (traditional, simplified))
        })
        .collect();
    characters.arrange();
    let mut phrases: Vec<_> = rows(include_str!("traditional_phrases.txt")).collect();
    phrases.arrange();
    let in_phrases = phrases
        .iter()
        .flat_map(|(phrase, becomes)| phrase.chars().zip(becomes.chars()));
    let mut concerned = vec![0; 0x1_0000 / 64];
    for (before, after) in characters.iter().copied().chain(in_phrases) {
        let code = u32::from(before) as usize;
        if before != after
            && let Some(word) = concerned.get_mut(code / 64)
        {
            *word |= 1 << (code % 64);
        }
    }
    Table {
        characters,
        phrases,
        concerned,
    }
});

/// Whether a character is one that this pass changes somewhere.
pub fn concerns(character: char) -> bool {
    let code = u32::from(character) as usize;
    match TABLE.concerned.get(code / 64) {
        Some(word) => word >> (code % 64) & 1 == 1,
        None => simplified(character).is_some(),
    }
}

/// The simplified form of a character that stands in no phrase; `None` for any other character.
fn simplified(character: char) -> Option<char> {
    let characters = &TABLE.characters;
    let index = characters.binary_search_by_key(&character, |(traditional, _)| *traditional);
    characters
        .get(index.ok()?)
        .map(|(_, simplified)| *simplified)
}

/// The longest phrase with which a text begins, and what it becomes.
fn phrase(text: &str) -> Option<(&'static str, &'static str)> {
    let first = text.chars().next()?;
    let phrases = &TABLE.phrases;
    let begins = |phrase: &str| phrase.chars().next().unwrap_or('\0');
    let from = phrases.partition_point(|(phrase, _)| begins(phrase) < first);
    let rest = phrases.get(from..)?;
    let own = rest
        .iter()
        .take_while(|(phrase, _)| begins(phrase) == first);
    let fitting = own.filter(|(phrase, _)| text.starts_with(phrase));
    fitting.max_by_key(|(phrase, _)| phrase.len()).copied()
}

/// Replaces every traditional character. A phrase is one change.
pub fn edits(text: &str, edits: &mut Vec<Edit>) {
    let mut place = 0;
    while let Some(rest) = text.get(place..)
        && let Some(character) = rest.chars().next()
    {
        let Some((phrase, becomes)) = phrase(rest) else {
            let target = simplified(character);
            edits.extend(target.map(|target| Edit::replace(place, character, target)));
            place += character.len_utf8();
            continue;
        };
        let first = edits.len();
        for ((byte, before), after) in phrase.char_indices().zip(becomes.chars()) {
            if before == after {
                continue;
            }
            let edit = Edit::replace(place + byte, before, after);
            let continues = edits.len() > first;
            edits.push(if continues { edit.continuing() } else { edit });
        }
        place += phrase.len();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::clean::edit::apply;
    use ferrous_opencc::OpenCC;
    use ferrous_opencc::config::BuiltinConfig;
    use proptest::prelude::*;

    fn converted(text: &str) -> String {
        let mut all = Vec::new();
        edits(text, &mut all);
        let mut out = String::new();
        apply(text, &all, &mut out);
        out
    }

    #[test]
    fn it_converts_as_opencc_does() {
        let library = OpenCC::from_config(BuiltinConfig::T2s).unwrap();
        let mut differing = String::new();
        for character in ('\u{2e80}'..='\u{ffef}').chain('\u{20000}'..='\u{323af}') {
            let text = character.to_string();
            if library.convert(&text) != converted(&text) {
                differing.push(character);
            }
        }
        // 薴 is 苧 there, and 苧 is 苎: converting twice would not be converting once.
        assert_eq!(differing, "薴");
        let own: Vec<&str> = TABLE
            .phrases
            .iter()
            .filter(|(phrase, becomes)| {
                // A phrase in simplified characters stays here.
                phrase != becomes && library.convert(phrase) != **becomes
            })
            .map(|(phrase, _)| *phrase)
            .collect();
        // Phrases with a variant in them, and those half converted.
        assert!(own.len() <= 20, "{own:?}");
        for text in [
            "我們瞭解到，乾隆皇帝與畢昇都不著急，乾燥的頭髮發芽了。",
            "臺灣地區的后皇后以後再說，於是鍾馗回覆：情有獨鍾。",
            "憑藉藉口，狼藉一片；覆蓋、覆核、彷徨。",
        ] {
            assert_eq!(converted(text), library.convert(text));
        }
    }

    #[test]
    fn what_becomes_of_texts() {
        let rows = [
            ("疫情防控工作會議", "疫情防控工作会议"),
            ("乾隆年間，乾坤朗朗，乾杯", "乾隆年间，乾坤朗朗，干杯"),
            ("瞭望臺上瞭解", "瞭望台上了解"),
            ("頭髮發展", "头发发展"),
            ("简体文本不动，干杯", "简体文本不动，干杯"),
            ("", ""),
            ("English", "English"),
        ];
        for (text, expected) in rows {
            assert_eq!(converted(text), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn converting_twice_is_converting_once(
            picks in prop::collection::vec((any::<prop::sample::Index>(), any::<bool>()), 0..8)
        ) {
            let pieces = picks.iter().map(|(pick, of_phrases)| match of_phrases {
                true => pick.get(&TABLE.phrases).0.to_owned(),
                false => pick.get(&TABLE.characters).0.to_string(),
            });
            let once = converted(&pieces.collect::<String>());
            prop_assert_eq!(converted(&once), once);
        }
    }
}
