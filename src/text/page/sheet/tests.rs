use crate::text::page::model::Page;
use crate::text::page::{NoWords, read};
use crate::text::source::Source;

/// The articles of one page, with and without a folio line of their own.
const FIRST: &str = "守住圩堤\n本报讯 昨日，城西圩堤加固完工，两岸的居民都来看。（陆小满）\n";
const SECOND: &str = "灯会开幕\n本报讯 昨晚，江边的灯会开幕，市民带着孩子来看灯。（何青）\n";

fn page(text: &str) -> (Source, Page) {
    let source = Source::new(text.to_owned());
    let page = read(&source, &NoWords);
    (source, page)
}

/// The first words of every sheet, and the headline of every article with the number of its sheet.
fn outline(text: &str) -> (Vec<String>, Vec<(String, u32)>) {
    let (source, page) = page(text);
    let sheets = page.sheets.iter().map(|sheet| {
        let behind = source.text().get(sheet.start as usize..).unwrap_or("");
        behind.trim_start().chars().take(4).collect()
    });
    let articles = page.articles.iter().map(|article| {
        let headline = article.headlines.first();
        let text = headline.map_or(String::new(), |headline| headline.printed.text(&source));
        (text, article.sheet)
    });
    (sheets.collect(), articles.collect())
}

#[test]
fn files_of_several_pages() {
    let first = "江城晚报 2022年7月4日 星期一 A02 要闻";
    let second = "江城晚报 2022年7月4日 星期一 A03 民生";
    let other_day = "江城晚报 2022年7月5日 星期二 A02 要闻";
    let rows: [(&str, String, &[&str]); 10] = [
        (
            "folio lines",
            format!("{first}\n{FIRST}\n{second}\n{SECOND}"),
            &["江城晚报", "江城晚报"],
        ),
        (
            "short folio lines",
            format!("A02 要闻\n{FIRST}\nA03 民生\n{SECOND}"),
            &["A02 ", "A03 "],
        ),
        (
            "another day",
            format!("{first}\n{FIRST}\n{other_day}\n{SECOND}"),
            &["江城晚报", "江城晚报"],
        ),
        (
            "at the foot",
            format!("{FIRST}{first}\n\n{SECOND}{second}\n"),
            &["守住圩堤", "灯会开幕"],
        ),
        (
            "form feed",
            format!("{FIRST}\u{c}{SECOND}"),
            &["守住圩堤", "灯会开幕"],
        ),
        (
            "form feed and folio lines",
            format!("{first}\n{FIRST}\u{c}{second}\n{SECOND}\u{c}"),
            &["江城晚报", "江城晚报"],
        ),
        (
            "numbers at the foot",
            format!("{FIRST}第 1 页\n\n{SECOND}第 2 页\n"),
            &["守住圩堤", "灯会开幕"],
        ),
        (
            "numbers at the head",
            format!("- 1 -\n{FIRST}- 2 -\n{SECOND}"),
            &["- 1 ", "- 2 "],
        ),
        (
            "a front page without a number",
            format!(
                "江城晚报\n2022年7月4日 星期一\n{FIRST}\n江城晚报 2022年7月4日 A02 要闻\n{SECOND}"
            ),
            &["江城晚报", "江城晚报"],
        ),
        (
            "nameplate and folio line",
            format!("江城晚报\nA01 要闻\n{FIRST}江城晚报\nA02 民生\n{SECOND}"),
            &["江城晚报", "江城晚报"],
        ),
    ];
    for (name, text, sheets) in rows {
        let (found, articles) = outline(&text);
        assert_eq!(found, sheets, "{name}:\n{text}");
        let expected = [("守住圩堤".to_owned(), 0), ("灯会开幕".to_owned(), 1)];
        assert_eq!(articles, expected, "{name}:\n{text}");
    }
}

#[test]
fn files_of_one_page() {
    let folio = "江城晚报 2022年7月4日 星期一 A02 要闻";
    let rows = [
        ("one folio line", format!("{folio}\n{FIRST}{SECOND}")),
        ("at the foot", format!("{FIRST}{SECOND}{folio}\n")),
        (
            "at head and foot",
            format!("{folio}\n{FIRST}{SECOND}A02 要闻\n"),
        ),
        (
            "in two halves",
            format!("2022年7月4日 星期一\n{FIRST}{SECOND}A02 要闻\n"),
        ),
        ("in the middle", format!("{FIRST}{folio}\n{SECOND}")),
        ("a reference", format!("{folio}\n{FIRST}A03 民生\n{SECOND}")),
        (
            "an imprint first",
            format!("江城晚报\n邮发代号:00-01\n{FIRST}A02 要闻\n{SECOND}"),
        ),
        (
            "a notice's date with its weekday",
            format!("{folio}\n{FIRST}2022年7月9日 星期六\n{SECOND}"),
        ),
        (
            "an index",
            format!("{folio}\n{FIRST}导读\nA03 民生\nA04 文体\nA05 副刊\n{SECOND}"),
        ),
        ("a form feed at the end", format!("{FIRST}{SECOND}\u{c}")),
        (
            "a form feed in a sentence",
            format!("{FIRST}本报讯 昨晚，江边的灯会\n\u{c}开幕，市民来看灯。（何青）\n"),
        ),
        ("one number", format!("{FIRST}{SECOND}第 1 页\n")),
        (
            "a novel",
            format!(
                "{}\u{c}{}",
                "他来了，又走了。\n".repeat(3),
                "她也来了，不说话。\n".repeat(3)
            ),
        ),
    ];
    for (name, text) in rows {
        let (sheets, articles) = outline(&text);
        assert!(sheets.is_empty(), "{name}: {sheets:?}\n{text}");
        assert!(articles.iter().all(|(_, sheet)| *sheet == 0), "{name}");
    }
}

#[test]
fn every_sheet_has_its_own_metadata_and_dates() {
    let text = format!(
        "江城晚报 2022年7月4日 星期一 A02 要闻\n{FIRST}\n江城晚报 2022年8月9日 星期二 A03 民生\n{SECOND}"
    );
    let (_, page) = page(&text);
    let said: Vec<_> = page
        .sheets
        .iter()
        .map(|sheet| {
            (
                sheet.metadata.published.as_deref(),
                sheet.metadata.page_no.as_deref(),
            )
        })
        .collect();
    assert_eq!(
        said,
        [
            (Some("2022-07-04"), Some("A02")),
            (Some("2022-08-09"), Some("A03"))
        ]
    );
    assert_eq!(page.metadata, page.sheets[0].metadata);
    let dates: Vec<_> = page
        .articles
        .iter()
        .filter_map(|article| article.date.as_ref()?.iso.as_ref())
        .map(|(iso, _)| iso.as_str())
        .collect();
    assert_eq!(dates, ["2022-07-03", "2022-08-08"]);
}

#[test]
fn numbers_of_pages_alone_on_a_line() {
    let rows = [
        ("第 1 页", Some(1)),
        ("第12页 共20页", Some(12)),
        ("第1页/共8页", Some(1)),
        ("- 3 -", Some(3)),
        ("— 3 —", Some(3)),
        ("·12·", Some(12)),
        ("Page 2 of 8", Some(2)),
        ("第3版", None),
        ("3", None),
        ("-3", None),
        ("- 三 -", None),
        ("第 1 页的内容", None),
    ];
    for (text, expected) in rows {
        let source = Source::new(text.to_owned());
        let mut scanner = super::super::line::LineScanner::default();
        scanner.scan(&source, usize::MAX);
        let lines = scanner.finish().lines;
        let found = lines
            .first()
            .and_then(|line| super::page_mark(&source, line));
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn inner_pages_may_have_their_number_alone() {
    let text =
        format!("江城晚报 2022年7月4日 星期一 A01\n{FIRST}A02 要闻\n{SECOND}A03 民生\n{FIRST}");
    let (sheets, articles) = outline(&text);
    assert_eq!(sheets, ["江城晚报", "A02 ", "A03 "]);
    assert_eq!(articles.len(), 3);
}
