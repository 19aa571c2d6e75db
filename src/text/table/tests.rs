use proptest::prelude::*;

use super::*;

fn cells(text: &str, separator: u8) -> Vec<Vec<String>> {
    Rows::new(text, separator, 0)
        .map(|row| {
            let texts = row.cells.iter().map(|cell| cell.text(text).into_owned());
            texts.collect()
        })
        .collect()
}

#[test]
fn rows_and_cells() {
    let rows: [(&str, &[&[&str]]); 9] = [
        ("", &[]),
        ("甲,乙", &[&["甲", "乙"]]),
        ("甲,乙\n丙,\n", &[&["甲", "乙"], &["丙", ""]]),
        ("甲\r\n\r\n乙\r丙", &[&["甲"], &[""], &["乙"], &["丙"]]),
        ("\"甲,\n乙\",丙\n", &[&["甲,\n乙", "丙"]]),
        (
            "\"他说\"\"好\"\"。\",\"\"\"\",\"\"",
            &[&["他说\"好\"。", "\"", ""]],
        ),
        ("\"甲\"乙,丙", &[&["甲乙", "丙"]]),
        ("\"甲,乙\n\"丙\",丁", &[&["甲,乙\n丙\"", "丁"]]),
        ("甲,\"乙\n丙,丁", &[&["甲", "\"乙"], &["丙", "丁"]]),
    ];
    for (text, expected) in rows {
        assert_eq!(cells(text, b','), expected, "{text:?}");
    }
    assert_eq!(cells("甲\t乙,丙", b'\t'), [["甲", "乙,丙"]]);
}

#[test]
fn columns_are_known_by_their_names() {
    let rows = [
        ("标题", Some(Column::Headline)),
        (" Title ", Some(Column::Headline)),
        ("TEXT", Some(Column::Text)),
        ("【正文】", Some(Column::Text)),
        ("Page No.", Some(Column::Field(Field::PageNumber))),
        ("file_name", Some(Column::FileName)),
        ("版名", Some(Column::Field(Field::Section))),
        ("字数", None),
        ("", None),
    ];
    for (name, column) in rows {
        assert_eq!(Column::named(name), column, "{name:?}");
    }
}

#[test]
fn headers_of_tables_and_of_other_texts() {
    let tables = [
        ("标题,正文\n甲,乙\n", b','),
        ("日期;标题;字数;正文\r\n1;2;3;4\r\n", b';'),
        ("文件名\t报纸\t见报日期\na.txt\t江城晚报\t2022-07-04", b'\t'),
        ("\n\"title\",\"content\"\n\"甲\",\"乙\n丙\"\n", b','),
    ];
    for (text, separator) in tables {
        let found = header(text).unwrap_or_else(|| unreachable!("no header in {text:?}"));
        assert_eq!(found.separator, separator, "{text:?}");
        assert!(found.rows(text).next().is_some(), "{text:?}");
    }
    let others = [
        "",
        "标题,正文",
        "标题,正文\n",
        "标题,正文\n只有一格\n",
        "title, content\nThis is running text.\n",
        "甲,乙\n丙,丁\n",
        "标题：秋收\n正文：……",
        "作者,来源\n甲,乙\n",
        "标题,字数\n甲,12\n",
    ];
    for text in others {
        assert_eq!(header(text), None, "{text:?}");
    }
}

#[test]
fn values_of_a_row() {
    let text = "文件名,报纸,见报日期\na.txt, 江城晚报 ,\n";
    let header = header(text).unwrap();
    let row = header.rows(text).next().unwrap();
    let value = |column| header.value(text, &row, column);
    assert_eq!(value(Column::FileName).as_deref(), Some("a.txt"));
    assert_eq!(
        value(Column::Field(Field::Newspaper)).as_deref(),
        Some("江城晚报")
    );
    assert_eq!(value(Column::Field(Field::Published)), None);
    assert_eq!(value(Column::Text), None);
}

proptest! {
    /// What stands in no cell is a separator, a quotation mark or a line end.
    #[test]
    fn nothing_is_lost(text in "[甲a,;\"\r\n ]{0,60}") {
        let mut owned = vec![0u8; text.len()];
        let mut last = 0;
        for row in Rows::new(&text, b',', 0) {
            for piece in row.cells.iter().flat_map(|cell| &cell.pieces) {
                prop_assert!(last <= piece.start && piece.start < piece.end, "{row:?}");
                prop_assert!(text.get(piece.range()).is_some(), "{row:?}");
                last = piece.end;
                owned[piece.range()].fill(1);
            }
        }
        for (byte, character) in text.char_indices() {
            prop_assert!(owned[byte] == 1 || ",\"\r\n".contains(character), "{character:?} at {byte}");
        }
    }

    /// Quoted as a writer quotes, any cells come back.
    #[test]
    fn written_cells_come_back(cells in proptest::collection::vec("[甲a,;\"\r\n]{0,8}", 1..5)) {
        let quoted: Vec<String> = cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
        let text = format!("{}\r\n", quoted.join(";"));
        prop_assert_eq!(super::tests::cells(&text, b';'), [cells]);
    }
}
