//! Laws of reading that hold for any text whatever.

use cijing::text::page::model::{Article, Page, Printed};
use cijing::text::page::{NoWords, Reader, Step, read};
use cijing::text::source::{Source, is_blank};
use proptest::prelude::*;

/// Every unit of a page.
fn units(page: &Page) -> Vec<&Printed> {
    let mut units: Vec<&Printed> = page.articles.iter().flat_map(article_units).collect();
    units.extend(page.removed.iter().map(|unit| &unit.printed));
    units
}

fn article_units(article: &Article) -> Vec<&Printed> {
    let mut units: Vec<&Printed> = Vec::new();
    units.extend(article.headlines.iter().map(|headline| &headline.printed));
    units.extend(
        article
            .paragraphs
            .iter()
            .map(|paragraph| &paragraph.printed),
    );
    units.extend(article.byline.iter().map(|byline| &byline.printed));
    units.extend(article.other_bylines.iter().map(|byline| &byline.printed));
    units.extend(&article.signature);
    units
}

/// Checks every law on one text; the error says which one is broken.
fn check(text: &str) -> Result<(), String> {
    let source = Source::new(text.to_owned());
    let page = read(&source, &NoWords);
    let mut owners = vec![0u8; text.len()];
    for printed in units(&page) {
        let mut last = 0;
        for piece in &printed.pieces {
            if piece.start < last || piece.end <= piece.start {
                return Err(format!("pieces out of order: {:?}", printed.pieces));
            }
            if text.get(piece.range()).is_none() {
                return Err(format!("piece off the character borders: {piece:?}"));
            }
            last = piece.end;
            for byte in piece.range() {
                owners[byte] += 1;
            }
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
    for article in &page.articles {
        for paragraph in &article.paragraphs {
            let printed = paragraph.printed.text(&source);
            if !printed.is_char_boundary(paragraph.dateline_bytes as usize) {
                return Err("dateline off the character borders".to_owned());
            }
        }
    }
    if read(&source, &NoWords) != page {
        return Err("read differently the second time".to_owned());
    }
    Ok(())
}

/// Lines of the kinds that pages are made of, so that arbitrary pages reach every branch.
const PIECES: [&str; 48] = [
    "本报讯 7月3日，",
    "新华社北京7月3日电（记者陆小满）",
    "（陆小满）",
    "（记者 陆小满 通讯员 何青）",
    "记者 何青",
    "□ 本报记者 陆小满",
    "江城晚报",
    "2022年7月4日 星期一 A02 要闻",
    "2022年7月4日",
    "国内统一刊号:CN00-0000",
    "发行热线:00000000",
    "责编 陆小满",
    "关于秋收用电的通告",
    "一、全市各单位要加强巡查，",
    "（下转第3版）",
    "（上接第1版）",
    "# ",
    "## 标题",
    "**",
    "---",
    "![](a.png)",
    "|甲|乙|",
    "|---|---|",
    "图为江边的市民。",
    "广告",
    "上一篇 下一篇",
    "秋收 详见A03版",
    "市民沿江散步，看潮水一寸一寸",
    "涨上来。",
    "“好。”",
    "《",
    "》",
    "“",
    "”",
    "秋",
    "收",
    "the quick brown fox jumps over",
    "\u{200b}",
    "\0",
    "\u{202e}",
    "\u{feff}",
    "\u{fffd}",
    "\u{3000}\u{3000}",
    " ",
    "\t",
    "\u{c}",
    "\u{1c}",
    "\u{2028}",
];
const LINE_ENDS: [&str; 6] = ["", "\n", "\n", "\r\n", "\r", "\n\n"];

fn page_like() -> impl Strategy<Value = String> {
    let piece = (
        proptest::sample::select(&PIECES[..]),
        proptest::sample::select(&LINE_ENDS[..]),
    );
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| {
        pieces
            .iter()
            .flat_map(|(piece, end)| [*piece, *end])
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_lost_of_any_text(text in "\\PC{0,300}|[\\x00-\\x7f]{0,300}|(.|\\n){0,200}") {
        prop_assert_eq!(check(&text), Ok(()));
    }

    #[test]
    fn nothing_is_lost_of_any_page(text in page_like()) {
        prop_assert_eq!(check(&text), Ok(()));
    }

    #[test]
    fn nothing_is_lost_of_any_marks(text in "[#*\\-|!\\[\\]()<>br/ \\n\u{200b}甲]{0,200}") {
        prop_assert_eq!(check(&text), Ok(()));
    }
}

#[test]
fn texts_of_little_or_nothing() {
    for text in [
        "",
        " ",
        "\n",
        "\r",
        "\r\n\r\n",
        "\u{3000}\n\u{3000}",
        "\0",
        "\u{feff}",
        "\u{fffd}",
        "#",
        "# ",
        "**",
        "---",
        "（陆小满）",
        "本报讯",
        "2022年7月4日",
        "（下转第3版）",
    ] {
        assert_eq!(check(text), Ok(()), "{text:?}");
    }
}

#[test]
fn invisible_characters_are_set_aside_and_the_text_around_is_clean() {
    let source = Source::new("零\u{200b}宽\0字\u{202e}符\u{fffd}。".to_owned());
    let page = read(&source, &NoWords);
    assert_eq!(
        page.articles[0].paragraphs[0].printed.text(&source),
        "零宽字符\u{fffd}。"
    );
    assert_eq!(page.removed.len(), 3);
}

#[test]
fn progress_grows_and_ends() {
    let source = Source::new("市民沿江散步，看潮水一寸一寸涨上来。\n".repeat(20_000));
    let mut reader = Reader::new(&source);
    let mut last = 0;
    loop {
        match reader.step(&source, &NoWords) {
            Step::Working { done, total } => {
                assert!(
                    last <= done && done < total,
                    "{last} then {done} of {total}"
                );
                last = done;
            }
            Step::Done(page) => {
                assert_eq!(page.articles.len(), 1);
                assert_eq!(page.articles[0].paragraphs.len(), 20_000);
                return;
            }
        }
    }
}
