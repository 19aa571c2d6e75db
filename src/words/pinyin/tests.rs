//! Readings, order and what is typed.

use std::collections::BTreeSet;
use std::path::Path;

use pinyin::ToPinyin;
use proptest::prelude::*;

use super::*;

/// The crate's reading: syllable, and tone.
fn theirs(character: char) -> Option<(String, u8)> {
    let written = character.to_pinyin()?.with_tone_num_end();
    let tone = written
        .bytes()
        .last()
        .filter(u8::is_ascii_digit)
        .map_or(5, |digit| digit - b'0');
    let plain: String = written
        .chars()
        .filter(|character| !character.is_ascii_digit())
        .map(|character| match character {
            'ü' => 'v',
            'ê' => 'e',
            other => other,
        })
        .collect();
    Some((plain, tone))
}

fn characters() -> impl Iterator<Item = char> {
    RANGES.into_iter().flatten().filter_map(char::from_u32)
}

/// Packs the readings anew: `cargo test --lib -- --ignored packs_the_readings`.
#[test]
#[ignore = "writes a file of the sources"]
fn packs_the_readings() {
    let readings: Vec<Option<(String, u8)>> = characters().map(theirs).collect();
    let syllables: BTreeSet<&str> = readings
        .iter()
        .flatten()
        .map(|(syllable, _)| syllable.as_str())
        .collect();
    let syllables: Vec<&str> = syllables.into_iter().collect();
    let code = |reading: &Option<(String, u8)>| {
        reading.as_ref().map_or(0, |(syllable, tone)| {
            let number = syllables
                .binary_search(&syllable.as_str())
                .expect("syllable");
            1 + 8 * number as u16 + u16::from(*tone)
        })
    };
    let codes: Vec<[u8; 2]> = readings
        .iter()
        .map(|reading| code(reading).to_le_bytes())
        .collect();
    let mut bytes = syllables.join(" ").into_bytes();
    bytes.push(b'\n');
    bytes.extend(codes.iter().map(|[low, _]| low));
    bytes.extend(codes.iter().map(|[_, high]| high));
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/words/pinyin.bin");
    std::fs::write(path, miniz_oxide::deflate::compress_to_vec(&bytes, 10)).expect("pinyin.bin");
}

#[test]
fn readings_are_those_of_the_crate() {
    let mut known = 0;
    for character in characters() {
        let found = reading(character).map(|(syllable, tone)| (syllable.to_owned(), tone));
        assert_eq!(found, theirs(character), "{character}");
        known += u32::from(found.is_some());
    }
    assert!(known > 26_000, "{known}");
}

#[test]
fn characters_have_their_usual_reading() {
    let rows = [
        ('疫', Some(("yi", 4))),
        ('绿', Some(("lv", 4))),
        ('的', Some(("de", 5))),
        ('〇', Some(("ling", 2))),
        ('A', None),
        ('。', None),
        ('あ', None),
    ];
    for (character, expected) in rows {
        assert_eq!(reading(character), expected, "{character}");
    }
}

#[test]
fn words_stand_by_syllable_and_tone() {
    let sorted = [
        "", "2026年", "GDP", "阿姨", "安全", "八", "爸爸", "北京", "路", "绿", "妈", "麻", "马",
        "骂", "做",
    ];
    for (one, next) in sorted.iter().zip(sorted.iter().skip(1)) {
        assert!(pinyin_key(one) < pinyin_key(next), "{one} before {next}");
    }
    assert_eq!(pinyin_key("事实"), pinyin_key("事实"));
}

#[test]
fn typed_letters_find_words() {
    let rows = [
        ("疫情", "yiqing", true),
        ("疫情", "yiq", true),
        ("疫情", "y", true),
        ("疫情", "yq", true),
        ("疫情", "YI QING", true),
        ("疫情", "yiqingf", false),
        ("疫情防控", "yiqingf", true),
        ("疫情防控", "yqfk", true),
        ("疫情防控", "yqk", false),
        ("疫情", "qing", false),
        ("西安", "xi'an", true),
        ("先", "xian", true),
        ("绿色", "lvse", true),
        ("绿色", "lüse", true),
        ("T恤", "txu", true),
        ("GDP", "gd", true),
        ("3D打印", "3ddy", true),
        ("疫情", "疫", false),
        ("疫情", "", false),
        ("100", "100", false),
        ("", "a", false),
    ];
    for (word, typed, expected) in rows {
        assert_eq!(fits_pinyin(word, typed), expected, "{word} {typed}");
    }
}

proptest! {
    #[test]
    fn every_word_is_found_by_its_own_pinyin(word in "[一-龥]{1,5}", length in 1_usize..20) {
        let syllables: Option<Vec<&str>> = word.chars().map(syllable).collect();
        prop_assume!(syllables.is_some());
        let syllables = syllables.unwrap();
        let whole: String = syllables.concat();
        let initials: String = syllables.iter().map(|syllable| &syllable[..1]).collect();
        for typed in [&whole, &initials] {
            let begun: String = typed.chars().take(length).collect();
            prop_assert!(fits_pinyin(&word, &begun), "{word} {begun}");
        }
    }

    #[test]
    fn anything_has_a_key(text: String, typed: String) {
        prop_assert_eq!(pinyin_key(&text).len(), text.chars().count());
        fits_pinyin(&text, &typed);
    }
}
