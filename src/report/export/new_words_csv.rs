//! The candidates for new words as CSV.

use super::csv::{BYTE_ORDER_MARK, harmless};
use crate::report::answers::new_words::NewWordRow;

/// The heads of the columns.
const HEADS: [&str; 9] = [
    "序号",
    "新词",
    "频次",
    "见于篇数",
    "凝固度",
    "左熵",
    "右熵",
    "得分",
    "现切分",
];

/// The candidates as CSV: UTF-8 with byte order mark, every cell quoted, lines closed by CR LF, figures with four
/// decimals. Cells that a spreadsheet would run as a formula begin with an apostrophe.
pub fn new_words_csv(rows: &[NewWordRow]) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .quote_style(csv::QuoteStyle::Always)
        .terminator(csv::Terminator::CRLF)
        .from_writer(BYTE_ORDER_MARK.to_vec());
    // Writing to memory cannot fail.
    let _ = writer.write_record(HEADS);
    for (number, row) in (1..).zip(rows) {
        let _ = writer.write_record(record(number, row));
    }
    writer.into_inner().unwrap_or_default()
}

fn record(number: u32, row: &NewWordRow) -> [String; 9] {
    let figure = |figure: f64| format!("{figure:.4}");
    [
        number.to_string(),
        harmless(&row.word),
        row.count.to_string(),
        row.articles.to_string(),
        figure(row.cohesion),
        figure(row.left_entropy),
        figure(row.right_entropy),
        figure(row.score),
        harmless(&now(row)),
    ]
}

/// How it is cut now: `内|防扩散 12；内防|扩散 3`.
pub fn now(row: &NewWordRow) -> String {
    let cuts = row.now.iter();
    let cuts: Vec<String> = cuts
        .map(|cut| format!("{} {}", cut.text, cut.count))
        .collect();
    cuts.join("；")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::answers::Counted;

    #[test]
    fn a_table_of_candidates() {
        let cut = |text: &str, count| Counted {
            text: text.to_owned(),
            count,
        };
        let row = NewWordRow {
            word: "内防扩散".to_owned(),
            count: 12,
            articles: 3,
            cohesion: 6.25,
            left_entropy: 1.5,
            right_entropy: 2.0,
            score: 13.444_21,
            now: vec![cut("内|防扩散", 9), cut("内防|扩散", 3)],
        };
        let text = String::from_utf8(new_words_csv(&[row])).unwrap();
        let lines: Vec<&str> = text.trim_start_matches('\u{feff}').split("\r\n").collect();
        assert_eq!(
            lines,
            [
                r#""序号","新词","频次","见于篇数","凝固度","左熵","右熵","得分","现切分""#,
                r#""1","内防扩散","12","3","6.2500","1.5000","2.0000","13.4442","内|防扩散 9；内防|扩散 3""#,
                ""
            ]
        );
    }
}
