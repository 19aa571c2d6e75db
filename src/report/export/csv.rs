//! The word list as CSV that a spreadsheet opens rightly and runs nothing of.

use crate::report::views::{Totals, WordRow};
use crate::words::sentence::prints_nothing;

/// With it, Excel and WPS read the file as UTF-8.
pub(super) const BYTE_ORDER_MARK: &[u8] = "\u{FEFF}".as_bytes();

/// The heads of the columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TableLabels {
    /// Rank.
    pub rank: &'static str,
    /// The word.
    pub word: &'static str,
    /// Part of speech.
    pub tag: &'static str,
    /// Count.
    pub count: &'static str,
    /// Relative frequency below a million tokens.
    pub per_ten_thousand: &'static str,
    /// Relative frequency from a million tokens on.
    pub per_million: &'static str,
    /// Number of articles.
    pub articles: &'static str,
}

impl TableLabels {
    /// The heads in Chinese.
    pub const CHINESE: Self = Self {
        rank: "序号",
        word: "词语",
        tag: "词性",
        count: "频次",
        per_ten_thousand: "每万词",
        per_million: "每百万词",
        articles: "见于篇数",
    };

    /// The heads in English.
    pub const ENGLISH: Self = Self {
        rank: "Rank",
        word: "Word",
        tag: "Part of speech",
        count: "Count",
        per_ten_thousand: "Per 10,000",
        per_million: "Per million",
        articles: "Articles",
    };

    /// The head of the relative frequencies.
    pub fn relative(&self, totals: &Totals) -> &'static str {
        if totals.per > 10_000 {
            self.per_million
        } else {
            self.per_ten_thousand
        }
    }
}

/// The word list as CSV: UTF-8 with byte order mark, every cell quoted, lines closed by CR LF. Words that a
/// spreadsheet would run as a formula begin with an apostrophe; numbers stay numbers, relative frequencies with four
/// decimals. JSON is the lossless form.
pub fn words_csv(rows: &[WordRow], totals: &Totals, labels: &TableLabels) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .quote_style(csv::QuoteStyle::Always)
        .terminator(csv::Terminator::CRLF)
        .from_writer(BYTE_ORDER_MARK.to_vec());
    let head = [
        labels.rank,
        labels.word,
        labels.tag,
        labels.count,
        labels.relative(totals),
        labels.articles,
    ];
    // Writing to memory cannot fail.
    let _ = writer.write_record(head);
    for row in rows {
        let _ = writer.write_record(record(row));
    }
    writer.into_inner().unwrap_or_default()
}

fn record(row: &WordRow) -> [String; 6] {
    [
        row.rank.to_string(),
        harmless(&row.word),
        harmless(&row.tag),
        row.count.to_string(),
        format!("{:.4}", row.relative),
        row.articles.to_string(),
    ]
}

/// The text with an apostrophe before every line that a spreadsheet could take for a formula, and before a text that
/// begins with a tab or line end.
pub fn harmless(text: &str) -> String {
    let mut harmless = String::with_capacity(text.len() + 1);
    if text.starts_with(['\t', '\r', '\n']) {
        harmless.push('\'');
    }
    for line in text.split_inclusive(['\r', '\n']) {
        if begins_formula(line) && harmless != "'" {
            harmless.push('\'');
        }
        harmless.push_str(line);
    }
    harmless
}

/// Whether the first character that shows is one with which formulas begin: spreadsheets skip blanks before it, and
/// some take the full-width forms for it.
fn begins_formula(line: &str) -> bool {
    let first = line.chars().find(|character| !shows_nothing(*character));
    first.is_some_and(|character| {
        matches!(
            character,
            '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '﹦' | '﹢' | '﹣' | '﹫' | '−'
        )
    })
}

/// Whether `character` leaves no ink.
fn shows_nothing(character: char) -> bool {
    character.is_whitespace() || prints_nothing(character)
}
