//! Any table as CSV that a spreadsheet opens rightly and runs nothing of.

use super::csv::{BYTE_ORDER_MARK, harmless};

/// A table as CSV: UTF-8 with byte order mark, every cell quoted, lines closed by CR LF. A head is said in Chinese with
/// English behind it, and alone where it has none. Cells that a spreadsheet would run as a formula begin with an
/// apostrophe.
pub fn table_csv(heads: &[(&str, &str)], rows: impl Iterator<Item = Vec<String>>) -> Vec<u8> {
    let mut writer = writer();
    let heads = heads.iter().map(|(chinese, english)| match *english {
        "" => harmless(chinese),
        english => format!("{chinese} {english}"),
    });
    // Writing to memory cannot fail.
    let _ = writer.write_record(heads);
    for row in rows {
        let _ = writer.write_record(row.iter().map(|cell| harmless(cell)));
    }
    writer.into_inner().unwrap_or_default()
}

/// A writer of tables into memory, which cannot fail: a byte order mark first, every cell quoted, lines closed by CR LF.
pub(super) fn writer() -> csv::Writer<Vec<u8>> {
    csv::WriterBuilder::new()
        .quote_style(csv::QuoteStyle::Always)
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer(BYTE_ORDER_MARK.to_vec())
}
