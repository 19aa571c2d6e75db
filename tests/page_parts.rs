//! Laws of files that are read part by part: several pages, columns side by side, tables and records.

use std::collections::BTreeSet;

use cijing::text::page::model::{Article, Interleaving, Page, Printed};
use cijing::text::page::{NoWords, read};
use cijing::text::source::{Source, is_blank};
use proptest::prelude::*;

fn page(text: &str) -> (Source, Page) {
    let source = Source::new(text.to_owned());
    let page = read(&source, &NoWords);
    (source, page)
}

/// Checks that every character stands in one unit.
fn nothing_is_lost(text: &str) -> Result<(), String> {
    let (source, page) = page(text);
    let mut owners = vec![0u8; text.len()];
    let removed = page.removed.iter().map(|unit| &unit.printed);
    let units: Vec<&Printed> = page
        .articles
        .iter()
        .flat_map(Article::units)
        .chain(removed)
        .collect();
    for piece in units.iter().flat_map(|printed| &printed.pieces) {
        if text.get(piece.range()).is_none_or(str::is_empty) {
            return Err(format!("no piece of the text: {piece:?}"));
        }
        for owner in owners.get_mut(piece.range()).unwrap_or(&mut []) {
            *owner += 1;
        }
    }
    for (byte, character) in text.char_indices() {
        let owned = owners[byte];
        if owned > 1 || (owned == 0 && !is_blank(character)) {
            return Err(format!(
                "{character:?} at byte {byte} stands in {owned} units"
            ));
        }
    }
    for paragraph in page.articles.iter().flat_map(|article| &article.paragraphs) {
        let printed = paragraph.printed.text(&source);
        if !printed.is_char_boundary(paragraph.dateline_bytes as usize) {
            return Err("dateline off the character borders".to_owned());
        }
    }
    Ok(())
}

/// The texts of an article, a line each.
fn texts(source: &Source, article: &Article) -> Vec<String> {
    let mut texts: Vec<String> = article.units().map(|unit| unit.text(source)).collect();
    texts.push(format!(
        "{:?} {:?}",
        article.date,
        article.byline.as_ref().map(|byline| &byline.names)
    ));
    texts
}

fn articles(text: &str) -> Vec<Vec<String>> {
    let (source, page) = page(text);
    page.articles
        .iter()
        .map(|article| texts(&source, article))
        .collect()
}

const SENTENCES: [&str; 8] = [
    "入秋以来，城南菜场的摊位前排着长队。",
    "摊主老周说，今年的菱角比往年上市早了半个多月，价钱也便宜。",
    "收割机沿着田埂来回作业，不到半天就收了两百多亩。",
    "农技员说，今年雨水好，病虫害少，估计每亩能多收五十斤。",
    "“吃的就是这口鲜。”住在桥头的老人说，她每天都来。",
    "栏杆漆成了原来的青灰色，石阶也一级一级补齐了。",
    "合作社的仓库已经腾了出来，烘干机也试过了机。",
    "守码头的老人说，他在这里撑了三十年的船。",
];
const HEADLINES: [&str; 4] = [
    "晚稻开镰 颗粒归仓",
    "老码头重新开放",
    "城南菜场排起长队",
    "灯会昨晚开幕",
];

/// Running text of some sentences.
fn running_text() -> impl Strategy<Value = String> {
    proptest::collection::vec(proptest::sample::select(&SENTENCES[..]), 2..9)
        .prop_map(|sentences| sentences.concat())
}

/// An article as a page sets it: headline, dateline, text in lines of a column's width, byline.
fn article() -> impl Strategy<Value = String> {
    (
        proptest::sample::select(&HEADLINES[..]),
        running_text(),
        12usize..24,
    )
        .prop_map(|(headline, text, width)| {
            format!(
                "{headline}\n{}\n\n",
                wrapped(&format!("　　本报讯 昨日，{text}（陆小满）"), width).join("\n")
            )
        })
}

fn wrapped(text: &str, width: usize) -> Vec<String> {
    let characters: Vec<char> = text.chars().collect();
    characters
        .chunks(width)
        .map(|line| line.iter().collect())
        .collect()
}

/// A page: a folio line and some articles.
fn sheet(number: usize) -> impl Strategy<Value = String> {
    let folio = format!("江城晚报 2022年7月{number}日 星期一 A0{number} 要闻\n");
    proptest::collection::vec(article(), 1..4)
        .prop_map(move |articles| format!("{folio}{}", articles.concat()))
}

/// Columns side by side, the left one padded with blanks.
fn side_by_side(left: &[String], right: &[String], gap: usize) -> String {
    let width = left
        .iter()
        .map(|line| line.chars().count())
        .max()
        .unwrap_or(0)
        + gap;
    let rows = 0..left.len().max(right.len());
    rows.map(|row| {
        let own = left.get(row).map_or("", String::as_str);
        let blanks = "　".repeat(width - own.chars().count());
        let line = format!("{own}{blanks}{}", right.get(row).map_or("", String::as_str));
        format!("{}\n", line.trim_end())
    })
    .collect()
}

const CELLS: [&str; 16] = [
    "标题",
    "正文",
    "日期",
    "作者",
    "字数",
    "来源",
    "甲乙",
    "\"",
    "\"甲\"\"乙\n丙\"",
    "",
    " ",
    "2022-07-04",
    "陆小满",
    "本报讯 昨日，晚稻开镰。",
    "\u{200b}",
    "# 甲",
];
const LABELS: [&str; 14] = [
    "【标题】",
    "【作者】",
    "【日期】",
    "【正文】",
    "【字数】",
    "标题：",
    "作者：",
    "日期：",
    "来源：",
    "正文：",
    "甲乙。",
    "----",
    "\u{200b}",
    "　",
];

#[test]
fn decisions_are_in_order_where_a_part_ends_with_what_prints_nothing() {
    let text = "一、全市各单位要加强巡查，\n本报讯 7月3日，\u{200b}\n\u{200b}\u{c}市民沿江散步，看潮水一寸一寸本报讯 7月3日，\n本报讯 7月3日，";
    let (_, page) = page(text);
    let places: Vec<u32> = page
        .decisions
        .iter()
        .map(|decision| decision.place.start)
        .collect();
    assert!(places.is_sorted(), "{places:?}");
}

/// How long reading a text of many parts takes, the shorter of two times.
fn duration(text: &str, parts: usize) -> std::time::Duration {
    let source = Source::new(text.to_owned());
    let time = |_| {
        let begin = std::time::Instant::now();
        let page = read(&source, &NoWords);
        let duration = begin.elapsed();
        let found = page.sheets.len().max(page.articles.len());
        assert!(10 * found > 9 * parts, "{found} of {parts} parts");
        duration
    };
    (0..2).map(time).min().unwrap_or_default()
}

#[test]
fn reading_many_parts_takes_linear_time() {
    type Part = fn(usize) -> String;
    let feed: Part = |number| {
        format!("菜场开了\n\n　　本报讯 第{number}天，城南菜场的摊位前排着长队。（何青）\n\u{c}")
    };
    let folio: Part = |number| {
        format!(
            "A{number} 要闻 江城晚报 2022年7月4日 星期一\n\n菜场开了\n\n　　本报讯 第{number}天，城南菜场的摊位前排着长队。（何青）\n\n"
        )
    };
    let record: Part = |number| {
        format!(
            "【标题】第{number}天\n【作者】何青\n【日期】2022-07-04\n【正文】城南菜场的摊位前排着长队。\n"
        )
    };
    for (name, part, few) in [
        ("form feeds", feed, 400),
        ("folio lines", folio, 100),
        ("records", record, 1500),
    ] {
        let text = |parts| (1..=parts).map(part).collect::<String>();
        let (short, long) = (duration(&text(few), few), duration(&text(8 * few), 8 * few));
        // Eight times the text: linear time takes eight times as long, quadratic time up to 64 times.
        assert!(
            long < 24 * short,
            "{name}: {few} parts take {short:?}, {} take {long:?}",
            8 * few
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_file_of_two_pages_reads_as_the_two_files_do(
        (first, second) in (sheet(1), sheet(2)),
        feed in proptest::bool::ANY,
    ) {
        let whole = format!("{first}{}{second}", if feed { "\u{c}" } else { "" });
        let (_, read) = page(&whole);
        prop_assert_eq!(read.sheets.len(), 2, "{}", whole);
        let expected: Vec<_> = articles(&first).into_iter().chain(articles(&second)).collect();
        prop_assert_eq!(articles(&whole), expected, "{}", whole);
        prop_assert_eq!(nothing_is_lost(&whole), Ok(()));
    }

    #[test]
    fn columns_side_by_side_read_as_one_after_another(
        (left, right) in (running_text(), running_text()),
        width in 10usize..20,
        gap in 2usize..4,
    ) {
        let left = wrapped(&format!("　　{left}{left}"), width);
        let right = wrapped(&format!("　　{right}{right}"), width);
        let whole = side_by_side(&left, &right, gap);
        prop_assert_eq!(nothing_is_lost(&whole), Ok(()), "{}", whole);
        let (source, read) = page(&whole);
        if left.len().min(right.len()) >= 8 {
            prop_assert_eq!(read.interleaving, Some(Interleaving::TakenApart), "{}", whole);
            let characters = |text: &str| text.chars().filter(|character| !is_blank(*character)).collect::<String>();
            let text: String = read.articles.iter().flat_map(|article| texts(&source, article)).collect();
            let expected = [left.concat(), right.concat()].concat();
            prop_assert!(characters(&text).starts_with(&characters(&expected)), "{}\n{}", whole, text);
        }
    }

    #[test]
    fn nothing_is_lost_of_any_table(
        rows in proptest::collection::vec(proptest::collection::vec(proptest::sample::select(&CELLS[..]), 0..6), 0..8),
        separator in proptest::sample::select(&[",", ";", "\t"][..]),
        end in proptest::sample::select(&["\n", "\r\n"][..]),
    ) {
        let rows: Vec<String> = rows.iter().map(|row| row.join(separator)).collect();
        for header in ["", "标题,正文,日期\n甲,乙,丙\n"] {
            let text = format!("{}{}", header.replace(',', separator), rows.join(end));
            prop_assert_eq!(nothing_is_lost(&text), Ok(()), "{:?}", text);
        }
    }

    #[test]
    fn nothing_is_lost_of_any_records(
        parts in proptest::collection::vec((proptest::sample::select(&LABELS[..]), "[甲乙。\n ]{0,6}"), 0..30),
    ) {
        let body: String = parts.iter().flat_map(|(label, value)| [*label, value.as_str()]).collect();
        for head in ["", "【标题】甲\n【作者】乙\n【日期】2022-07-04\n【正文】甲乙。\n", "标题：甲\n作者：乙\n日期：2022-07-04\n甲乙。\n"] {
            let text = format!("{head}{body}");
            prop_assert_eq!(nothing_is_lost(&text), Ok(()), "{:?}", text);
        }
    }

    #[test]
    fn nothing_is_lost_of_any_gaps(
        rows in proptest::collection::vec(proptest::collection::vec((proptest::sample::select(&SENTENCES[..]), "[ 　\t\u{200b}]{0,12}"), 0..4), 0..40),
    ) {
        let text: String = rows
            .iter()
            .map(|row| row.iter().map(|(text, gap)| format!("{gap}{text}")).collect::<String>() + "\n")
            .collect();
        prop_assert_eq!(nothing_is_lost(&text), Ok(()), "{:?}", text);
    }

    #[test]
    fn a_row_is_an_article(texts in proptest::collection::vec((proptest::sample::select(&HEADLINES[..]), running_text()), 1..6)) {
        let rows: String = texts.iter().map(|(headline, text)| format!("{headline},\"{}\"\r\n", text.replace('"', "\"\""))).collect();
        let (source, read) = page(&format!("标题,正文\r\n{rows}"));
        let found: BTreeSet<(usize, String)> = read
            .articles
            .iter()
            .enumerate()
            .map(|(number, article)| (number, article.units().map(|unit| unit.text(&source)).collect()))
            .collect();
        let expected = texts.iter().enumerate().map(|(number, (headline, text))| (number, format!("{headline}{text}")));
        prop_assert_eq!(found, expected.collect());
    }
}
