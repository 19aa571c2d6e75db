use proptest::prelude::*;

use super::csv::harmless;
use super::*;
use crate::report::views::{Totals, WordRow};

fn row(rank: u32, word: &str, tag: &str, count: u32, articles: u32) -> WordRow {
    WordRow {
        rank,
        word: word.to_owned(),
        tag: tag.to_owned(),
        count,
        relative: f64::from(count) * 10_000.0 / 3_000.0,
        articles,
        is_group: false,
    }
}

fn totals() -> Totals {
    Totals {
        documents: 1,
        articles: 2,
        characters: 5_000,
        characters_with_marks: 5_600,
        tokens: 3_000,
        types: 900,
        sentences: 120,
        per: 10_000,
        kept_tokens: 21,
        kept_types: 4,
    }
}

fn rows() -> Vec<WordRow> {
    vec![
        row(1, "疫情防控", "n", 12, 2),
        row(2, "7月3日", "t", 5, 1),
        row(3, "＝HYPERLINK(\"x\",\"是\")", "", 3, 1),
        row(4, "-5℃", "m", 1, 1),
    ]
}

#[test]
fn csv_is_as_spreadsheets_want_it() {
    let bytes = words_csv(&rows(), &totals(), &TableLabels::CHINESE);
    assert!(bytes.starts_with(&[0xEF, 0xBB, 0xBF]));
    let text = String::from_utf8(bytes).unwrap();
    assert_eq!(text.matches("\r\n").count(), 5);
    insta::assert_snapshot!(text.trim_start_matches('\u{FEFF}').replace("\r\n", "\n"));
}

#[test]
fn english_heads_and_millions() {
    let millions = Totals {
        per: 1_000_000,
        ..totals()
    };
    let text = String::from_utf8(words_csv(&[], &millions, &TableLabels::ENGLISH)).unwrap();
    insta::assert_snapshot!(text.trim());
}

#[test]
fn json_is_lossless() {
    #[derive(serde::Serialize)]
    struct Settings {
        shortest_chars: u8,
    }
    let bytes = words_json(&rows(), &totals(), &Settings { shortest_chars: 2 });
    let text = String::from_utf8(bytes).unwrap();
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    let read: Vec<WordRow> = serde_json::from_value(value["words"].clone()).unwrap();
    assert_eq!(read, rows());
    let head = text.split("    {\n").next().unwrap();
    insta::assert_snapshot!(head);
}

#[test]
fn cells_that_would_run_are_made_harmless() {
    let cases = [
        ("会议", "会议"),
        ("", ""),
        ("=1+1", "'=1+1"),
        ("+86", "'+86"),
        ("-5℃", "'-5℃"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("＝1", "'＝1"),
        ("＋1", "'＋1"),
        ("－1", "'－1"),
        ("＠甲", "'＠甲"),
        (" =1", "' =1"),
        ("\u{3000}\u{A0}＝1", "'\u{3000}\u{A0}＝1"),
        ("\u{200B}\u{FEFF}=1", "'\u{200B}\u{FEFF}=1"),
        ("甲\n=1", "甲\n'=1"),
        ("甲\r@1", "甲\r'@1"),
        ("\t甲", "'\t甲"),
        ("14+14", "14+14"),
        ("a=b", "a=b"),
    ];
    for (text, expected) in cases {
        assert_eq!(harmless(text), expected, "{text:?}");
    }
}

proptest! {
    #[test]
    fn no_line_of_a_cell_begins_a_formula(
        words in prop::collection::vec("[ \u{3000}\t\r\n\u{200B}\u{FEFF}\u{0}=+\\-@＝＋－＠\"',a会]{0,8}", 1..5)
    ) {
        let rows: Vec<WordRow> = words.iter().map(|word| row(1, word, word, 1, 1)).collect();
        let bytes = words_csv(&rows, &totals(), &TableLabels::CHINESE);
        let mut reader = ::csv::ReaderBuilder::new().has_headers(true).from_reader(&bytes[3..]);
        let mut lines_read = 0;
        for record in reader.records() {
            let record = record.unwrap();
            lines_read += 1;
            for line in record.iter().flat_map(|cell| cell.split(['\r', '\n'])) {
                let shown = line.trim_start_matches(|character: char| {
                    character.is_whitespace() || character.is_control() || "\u{200B}\u{FEFF}".contains(character)
                });
                prop_assert!(!shown.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']), "{:?}", line);
            }
            prop_assert!(record[0].parse::<u32>().is_ok() && record[4].parse::<f64>().is_ok());
        }
        prop_assert_eq!(lines_read, rows.len());
    }
}
