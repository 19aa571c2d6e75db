//! Laws of reading that hold for any text whatever.

use cijing::text::page::decision::{Answer, BreakAnswer};
use cijing::text::page::model::{Article, Interleaving, Page, Printed, Rule};
use cijing::text::page::{NoWords, Reader, Step, read};
use cijing::text::source::{Source, is_blank, is_format_mark};
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
            // A text that goes on at the head of the next column goes back in the source.
            if page.interleaving == Some(Interleaving::TakenApart) {
                last = 0;
            }
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
    check_decisions(text, &page)?;
    if read(&source, &NoWords) != page {
        return Err("read differently the second time".to_owned());
    }
    Ok(())
}

/// Checks that decisions are in order and in bounds, and that every line break has exactly one, which says what the
/// units say.
fn check_decisions(text: &str, page: &Page) -> Result<(), String> {
    let mut last = 0;
    for decision in &page.decisions {
        let place = decision.place;
        if place.start < last || place.end < place.start || text.get(place.range()).is_none() {
            return Err(format!("decision out of order or bounds: {decision:?}"));
        }
        if !(50..=100).contains(&decision.confidence) {
            return Err(format!("no such confidence: {decision:?}"));
        }
        last = place.start;
    }
    let breaks: Vec<_> = page
        .decisions
        .iter()
        .filter_map(|decision| match decision.answer {
            Answer::Break(answer) => Some((decision.place, answer)),
            _ => None,
        })
        .collect();
    let lines = printing_lines(text);
    if breaks.len() != lines.len().saturating_sub(1) {
        return Err(format!("{} breaks of {} lines", breaks.len(), lines.len()));
    }
    let owners = named_units(page);
    for (pair, (place, answer)) in lines.windows(2).zip(breaks) {
        let (before, behind) = (&pair[0], &pair[1]);
        if place.start as usize != before.end || !behind.contains(&(place.end as usize)) {
            return Err(format!("break at {place:?}, not at {}", before.end));
        }
        let owner_before = owners
            .iter()
            .find(|(_, printed)| holds(printed, before.end - 1));
        let owner_behind = owners
            .iter()
            .find(|(_, printed)| holds(printed, behind.start));
        let (Some((one, _)), Some((other, _))) = (owner_before, owner_behind) else {
            continue;
        };
        let expected = match (one, other) {
            _ if one == other => BreakAnswer::Wrap,
            (Name::Paragraph(article, _), Name::Paragraph(of, _)) if article == of => {
                BreakAnswer::Paragraph
            }
            _ => BreakAnswer::Unit,
        };
        if answer != expected {
            return Err(format!(
                "{answer:?} at {place:?}, but the units say {expected:?}"
            ));
        }
    }
    Ok(())
}

/// The bytes of every line from its first to its last character that prints.
fn printing_lines(text: &str) -> Vec<std::ops::Range<usize>> {
    let prints = |character: char| {
        !is_blank(character) && !character.is_control() && !is_format_mark(character)
    };
    let mut lines = Vec::new();
    let mut open: Option<std::ops::Range<usize>> = None;
    for (byte, character) in text.char_indices() {
        if matches!(character, '\n' | '\r') {
            lines.extend(open.take());
        } else if prints(character) {
            let start = open.map_or(byte, |line| line.start);
            open = Some(start..byte + character.len_utf8());
        }
    }
    lines.extend(open);
    lines
}

/// A unit by its place on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Name {
    Paragraph(usize, usize),
    Other(usize),
}

/// Every unit but marks, by name.
fn named_units(page: &Page) -> Vec<(Name, &Printed)> {
    let mut named = Vec::new();
    for (number, article) in page.articles.iter().enumerate() {
        for (place, paragraph) in article.paragraphs.iter().enumerate() {
            named.push((Name::Paragraph(number, place), &paragraph.printed));
        }
    }
    let is_paragraph = |printed: &Printed| named.iter().any(|(_, of)| std::ptr::eq(*of, printed));
    let set_aside = page.removed.iter().filter(|unit| unit.rule != Rule::Markup);
    let others: Vec<_> = page
        .articles
        .iter()
        .flat_map(article_units)
        .filter(|printed| !is_paragraph(printed))
        .chain(set_aside.map(|unit| &unit.printed))
        .enumerate()
        .map(|(number, printed)| (Name::Other(number), printed))
        .collect();
    named.extend(others);
    named
}

fn holds(printed: &Printed, byte: usize) -> bool {
    printed
        .pieces
        .iter()
        .any(|piece| piece.range().contains(&byte))
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

/// Prose whose paragraphs end with sentences, each with a line of its own or set in a column.
fn wrapped_prose() -> impl Strategy<Value = String> {
    let clause = proptest::sample::select(vec![
        "市民沿江散步",
        "潮水一寸一寸涨上来",
        "摊主把菱角码得整整齐齐",
        "入秋以来",
        "他在这里看了二十年的云",
        "孩子们跑过石桥",
        "2022年的雨水比往年多三成",
        "老人说起从前的渡口",
    ]);
    let sentence =
        proptest::collection::vec(clause, 1..5).prop_map(|clauses| clauses.join("，") + "。");
    let paragraph =
        proptest::collection::vec(sentence, 2..6).prop_map(|sentences| sentences.concat());
    let paragraphs = proptest::collection::vec(paragraph, 1..8);
    (
        paragraphs,
        proptest::option::of(12..24_usize),
        proptest::bool::ANY,
    )
        .prop_map(|(paragraphs, width, has_blanks)| {
            let lines = paragraphs.iter().map(|paragraph| set(paragraph, width));
            lines
                .collect::<Vec<String>>()
                .join(if has_blanks { "\n\n" } else { "\n" })
        })
}

/// A paragraph in lines of so many characters, with two cells before the first; in one line without a width.
fn set(paragraph: &str, width: Option<usize>) -> String {
    let Some(width) = width else {
        return paragraph.to_owned();
    };
    let characters: Vec<char> = "\u{3000}\u{3000}"
        .chars()
        .chain(paragraph.chars())
        .collect();
    let lines = characters
        .chunks(width)
        .map(|line| line.iter().collect::<String>());
    lines.collect::<Vec<String>>().join("\n")
}

/// The printed paragraphs of a text.
fn paragraphs(text: &str) -> Vec<String> {
    let source = Source::new(text.to_owned());
    let page = read(&source, &NoWords);
    let all = page.articles.iter().flat_map(|article| &article.paragraphs);
    all.map(|paragraph| paragraph.printed.text(&source))
        .collect()
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

    // Of prose that was read to paragraphs which each end with a sentence. One that does not, because its few lines
    // showed no column, may be mended by a second reading.
    #[test]
    fn reading_the_paragraphs_again_changes_nothing(text in wrapped_prose()) {
        let once = paragraphs(&text);
        prop_assume!(once.iter().all(|paragraph| paragraph.ends_with('。')));
        prop_assert_eq!(paragraphs(&once.join("\n")), once);
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

// The page began behind the form feed, and the mark before it made a line that the file has not.
#[test]
fn a_form_feed_behind_a_mark_begins_no_page() {
    let text =
        "市民沿江散步，看潮水一寸一寸本报讯 7月3日，\n# \u{c}本报讯 7月3日，\n本报讯 7月3日，";
    assert_eq!(check(text), Ok(()));
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
