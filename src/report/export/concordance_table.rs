//! The lines of a concordance as a table, each with its citation.

use super::table_csv;
use super::workbook::Sheet;
use crate::report::answers::search::ConcordanceLine;
use crate::report::answers::table::Cell;

/// The heads of the columns.
const HEADS: [&str; 13] = [
    "序号 No.",
    "左 Left",
    "节点词 Node",
    "右 Right",
    "标题 Headline",
    "报名 Newspaper",
    "见报日期 Date",
    "版次 Page",
    "文件 File",
    "原文行 Source line",
    "分组 Heading",
    "标记 Marked",
    "引文出处 Citation",
];

/// Where a line stands, as it is cited: 《江城日报》2022年7月4日第2版《标题》; of a page that says nothing of itself, its file
/// and line.
pub fn citation(line: &ConcordanceLine) -> String {
    let headline = match line.article_label.as_str() {
        "" => String::new(),
        label => format!("《{label}》"),
    };
    let Some(newspaper) = &line.newspaper else {
        let place = format!("{}，第{}行", line.file, line.source_line);
        let date = line.date.as_deref().map(written_date);
        return [headline, date.unwrap_or_default(), place]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<String>>()
            .join("，");
    };
    let date = line.date.as_deref().map(written_date).unwrap_or_default();
    let page = line
        .page_number
        .as_ref()
        .map(|page| format!("第{page}版"))
        .unwrap_or_default();
    format!("《{newspaper}》{date}{page}{headline}")
}

/// 2022-07-04 as 2022年7月4日; anything else as it is.
fn written_date(date: &str) -> String {
    let parts: Vec<&str> = date.split('-').collect();
    let number = |part: &str| part.trim_start_matches('0').to_owned();
    match parts.as_slice() {
        [year, month, day] => format!("{year}年{}月{}日", number(month), number(day)),
        _ => date.to_owned(),
    }
}

/// The lines as CSV: UTF-8 with byte order mark, every cell quoted, lines closed by CR LF.
pub fn csv(lines: &[ConcordanceLine]) -> Vec<u8> {
    let rows = lines.iter().map(|line| record(line).to_vec());
    table_csv(&HEADS.map(|head| (head, "")), rows)
}

/// The lines as rows of a sheet.
pub fn sheet(lines: &[ConcordanceLine]) -> Sheet {
    let head = HEADS.map(|head| Cell::Text(head.to_owned())).to_vec();
    let rows = lines.iter().map(|line| {
        let mut cells: Vec<Cell> = record(line).into_iter().map(Cell::Text).collect();
        for (place, count) in [(0, line.number), (9, line.source_line)] {
            if let Some(cell) = cells.get_mut(place) {
                *cell = Cell::Count(u64::from(count));
            }
        }
        cells
    });
    Sheet {
        name: "索引行".to_owned(),
        rows: std::iter::once(head).chain(rows).collect(),
    }
}

fn record(line: &ConcordanceLine) -> [String; 13] {
    let known = |value: &Option<String>| value.clone().unwrap_or_default();
    [
        line.number.to_string(),
        line.left.clone(),
        line.node.clone(),
        line.right.clone(),
        line.article_label.clone(),
        known(&line.newspaper),
        known(&line.date),
        known(&line.page_number),
        line.file.clone(),
        line.source_line.to_string(),
        line.heading.clone(),
        if line.is_marked { "√" } else { "" }.to_owned(),
        citation(line),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_cited_by_what_is_known() {
        let line = ConcordanceLine {
            article_label: "江堤加固".to_owned(),
            file: "a.txt".to_owned(),
            source_line: 7,
            ..ConcordanceLine::default()
        };
        let known = |newspaper: &str, date: &str, page: &str| {
            let some = |value: &str| (!value.is_empty()).then(|| value.to_owned());
            ConcordanceLine {
                newspaper: some(newspaper),
                date: some(date),
                page_number: some(page),
                ..line.clone()
            }
        };
        for (newspaper, date, page, cited) in [
            (
                "江城日报",
                "2022-07-04",
                "2",
                "《江城日报》2022年7月4日第2版《江堤加固》",
            ),
            ("江城日报", "", "A03", "《江城日报》第A03版《江堤加固》"),
            (
                "",
                "2022-12-31",
                "2",
                "《江堤加固》，2022年12月31日，a.txt，第7行",
            ),
            ("", "", "", "《江堤加固》，a.txt，第7行"),
        ] {
            assert_eq!(citation(&known(newspaper, date, page)), cited);
        }
    }
}
