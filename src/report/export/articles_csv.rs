//! The articles as CSV: one row an article.

use super::csv::{BYTE_ORDER_MARK, harmless};

/// The heads of the fixed columns, in order; columns of the user's tables follow, the text is the last.
pub const HEADS: [&str; 18] = [
    "文件",
    "篇号",
    "报名",
    "见报日期",
    "版次",
    "版名",
    "所在地",
    "引题",
    "主标题",
    "副题",
    "提要题",
    "署名",
    "来源",
    "消息头",
    "文中日期",
    "文中日期（年月日）",
    "字数",
    "段数",
];
/// The head of the column that tells whether the article is counted.
const COUNTED: &str = "计入统计";
/// The head of the column with the text.
const TEXT: &str = "正文";

/// One article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleRow {
    /// The cells of the fixed columns, in the order of [`HEADS`].
    pub fixed: [String; 18],
    /// Whether it is counted.
    pub is_counted: bool,
    /// Columns of the user's tables: head and cell.
    pub free: Vec<(String, String)>,
    /// Its text; empty where it was not asked for.
    pub text: String,
}

/// The articles as CSV: UTF-8 with byte order mark, every cell quoted, lines closed by CR LF. Cells that a spreadsheet would
/// run as a formula begin with an apostrophe. Columns of the user's tables come in the order in which they first occur.
pub fn articles_csv(rows: &[ArticleRow], with_text: bool) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .quote_style(csv::QuoteStyle::Always)
        .terminator(csv::Terminator::CRLF)
        .from_writer(BYTE_ORDER_MARK.to_vec());
    let mut free: Vec<&str> = Vec::new();
    for (head, _) in rows.iter().flat_map(|row| &row.free) {
        if !free.contains(&head.as_str()) {
            free.push(head);
        }
    }
    let heads = HEADS.into_iter().chain([COUNTED]).map(str::to_owned);
    let heads = heads.chain(free.iter().map(|head| harmless(head)));
    // Writing to memory cannot fail.
    let _ = writer.write_record(heads.chain(with_text.then(|| TEXT.to_owned())));
    for row in rows {
        let counted = if row.is_counted { "是" } else { "否" };
        let cells = row.fixed.iter().map(|cell| harmless(cell));
        let cells = cells.chain([counted.to_owned()]);
        let cells = cells.chain(free.iter().map(|head| free_cell(row, head)));
        let _ = writer.write_record(cells.chain(with_text.then(|| harmless(&row.text))));
    }
    writer.into_inner().unwrap_or_default()
}

fn free_cell(row: &ArticleRow, head: &str) -> String {
    let cell = row.free.iter().find(|(known, _)| known == head);
    cell.map_or_else(String::new, |(_, cell)| harmless(cell))
}
