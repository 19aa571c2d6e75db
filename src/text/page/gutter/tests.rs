use super::*;
use crate::text::page::model::{Interleaving, Page};
use crate::text::page::{NoWords, read};

/// Three columns of running text, ten cells wide each.
pub const COLUMNS: [&[&str]; 3] = [
    &[
        "　　入秋以来，城南菜",
        "场的摊位前排着长队。",
        "摊主老周说，今年的菱",
        "角比往年上市早了半个",
        "多月，价钱也便宜，许",
        "多老街坊一买就是好几",
        "斤。",
        "　　“吃的就是这口鲜",
        "。”住在桥头的老人说",
        "，她每天都来。",
    ],
    &[
        "　　城东的晚稻上周开",
        "镰。收割机沿着田埂来",
        "回作业，不到半天就收",
        "了两百多亩。农技员说",
        "，今年雨水好，病虫害",
        "少，估计每亩能多收五",
        "十斤。",
        "　　合作社的仓库已经",
        "腾了出来，烘干机也试",
        "过了机。",
    ],
    &[
        "　　江边的老码头修了",
        "一年，昨天重新开放。",
        "栏杆漆成了原来的青灰",
        "色，石阶也一级一级补",
        "齐了，傍晚来散步的人",
        "一直排到了桥下，孩子",
        "们在灯下追着跑。",
        "　　守码头的老人说，",
        "他在这里撑了三十年的",
        "船。",
    ],
];

/// The columns side by side: padded to so many half cells or, by programs that count so, characters.
pub fn side_by_side(columns: &[&[&str]], measure: Measure, blank: &str) -> String {
    let rows = columns.iter().map(|column| column.len()).max().unwrap_or(0);
    let mut text = String::new();
    for row in 0..rows {
        let mut line = String::new();
        for (number, column) in columns.iter().enumerate() {
            let place = match measure {
                Measure::HalfCells => 26 * number,
                Measure::Characters => 14 * number,
            };
            let width = |line: &str| match measure {
                Measure::HalfCells => line.chars().map(|one| half_cells(one) as usize).sum(),
                Measure::Characters => line.chars().count(),
            };
            while width(&line) < place {
                line.push_str(blank);
            }
            line.push_str(column.get(row).copied().unwrap_or(""));
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

fn paragraphs(text: &str) -> (Page, Vec<String>) {
    let source = Source::new(text.to_owned());
    let page = read(&source, &NoWords);
    let texts = page
        .articles
        .iter()
        .flat_map(|article| &article.paragraphs)
        .map(|paragraph| paragraph.printed.text(&source))
        .collect();
    (page, texts)
}

/// The same text with one column behind the other.
fn one_after_another(columns: &[&[&str]]) -> String {
    columns
        .iter()
        .flat_map(|column| column.iter())
        .map(|line| format!("{line}\n"))
        .collect()
}

#[test]
fn columns_read_as_if_they_stood_one_after_another() {
    let (_, expected) = paragraphs(&one_after_another(&COLUMNS));
    assert_eq!(expected.len(), 6, "{expected:#?}");
    for (measure, blank) in [
        (Measure::HalfCells, " "),
        (Measure::HalfCells, "\u{3000}"),
        (Measure::Characters, " "),
    ] {
        for count in [2, 3] {
            let text = side_by_side(COLUMNS.get(..count).unwrap_or(&[]), measure, blank);
            let (page, read) = paragraphs(&text);
            assert_eq!(
                page.interleaving,
                Some(Interleaving::TakenApart),
                "{measure:?} {text}"
            );
            assert_eq!(
                read,
                expected.get(..2 * count).unwrap_or(&[]),
                "{measure:?} {text}"
            );
        }
    }
}

#[test]
fn a_headline_over_the_columns_stays_whole() {
    let columns = side_by_side(&COLUMNS, Measure::HalfCells, " ");
    let text = format!("{columns}\n               稻谷归仓灯火满江全城都在过秋天\n\n{columns}");
    let (page, read) = paragraphs(&text);
    assert_eq!(page.interleaving, Some(Interleaving::TakenApart));
    assert_eq!(
        read.iter()
            .filter(|text| text.contains("稻谷归仓灯火满江全城都在过秋天"))
            .count(),
        1
    );
    assert_eq!(read.len(), 13, "{read:#?}");
}

#[test]
fn what_is_set_side_by_side_but_is_no_columns() {
    let rows = [
        (
            "figures",
            "品种    单价    数量\n",
            "菱角    4.50     120\n",
        ),
        ("names", "", "陆小满      何青        周雨\n"),
        ("verse", "", "春江潮水连海平，      海上明月共潮生。\n"),
        (
            "code",
            "fn main() {\n",
            "    let a = 1;      // one, and another, and so on\n",
        ),
        ("programme", "", "9:00    开幕式，市民中心大厅。\n"),
    ];
    for (name, head, row) in rows {
        let text = format!("{head}{}", row.repeat(20));
        let (page, read) = paragraphs(&text);
        assert_eq!(page.interleaving, None, "{name}: {read:#?}");
    }
}

#[test]
fn alternating_lines_are_suspected_where_the_text_is_a_newspaper_page() {
    let lines: String = COLUMNS[0]
        .iter()
        .zip([
            "本报讯 城东的晚稻上",
            "周开镰。收割",
            "机沿着田埂来",
            "回作业，不到",
            "半天就收了两",
            "百多亩。农技",
            "员说，今年雨",
            "水好，病虫害",
            "少，估计每亩",
            "能多收五十斤",
        ])
        .map(|(one, other)| format!("{}\n{other}\n", one.trim()))
        .collect();
    let (page, _) = paragraphs(&format!("{lines}（记者 陆小满）\n"));
    assert_eq!(page.interleaving, None, "lines of several widths");
}
