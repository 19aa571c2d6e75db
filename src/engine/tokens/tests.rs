//! The tokens of cleaned and of printed text.

use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;
use crate::engine::document::Origin;
use crate::engine::layout::Rows;
use crate::report::views::{DocumentId, EncodingView};
use crate::text::clean::Pass;
use crate::text::decode::{Certainty, Encoding};
use crate::text::page::{NoWords, read};
use crate::text::source::Source;

static SEGMENTER: LazyLock<Segmenter> = LazyLock::new(Segmenter::new);

/// A text as a document that is read.
pub fn document(text: &str) -> Document {
    let source = Source::new(text.to_owned());
    let page = read(&source, &NoWords);
    let encoding = EncodingView {
        encoding: Encoding::Utf8,
        certainty: Certainty::Certain,
        byte_order_mark: false,
        chosen_by_user: false,
        is_workbook: false,
        previews: Vec::new(),
    };
    let origin = Origin {
        id: DocumentId(0),
        name: String::new(),
        size_bytes: 0,
        sha256: String::new(),
        encoding,
        malformed: Vec::new(),
        malformed_count: 0,
        table: None,
    };
    Document::new(origin, source, page, Rows::default())
}

/// Its tokens with these passes.
pub fn tokens(document: &Document, passes: Passes, vocabulary: &mut Vocabulary) -> Tokens {
    let mut segmentation = Segmentation::new(TokenOptions {
        segmentation: SegmentOptions {
            unknown_words: true,
        },
        passes,
        ..TokenOptions::default()
    });
    let material = Material::of(document, &SEGMENTER);
    while !segmentation.step(&material, vocabulary) {}
    segmentation.finish(&document.page)
}

/// The tokens of a text's first unit: as counted, and as printed where that is another text.
fn shown(text: &str, passes: Passes) -> String {
    let document = document(text);
    let mut vocabulary = Vocabulary::new();
    let tokens = tokens(&document, passes, &mut vocabulary);
    let printed = document.units[0]
        .printed(&document.page)
        .unwrap()
        .text(&document.source);
    let tokens = tokens.places(0, 0, &vocabulary);
    let shown: Vec<String> = tokens
        .map(
            |(term, range)| match (vocabulary.term(term), &printed[range]) {
                (counted, printed) if counted == printed => counted.to_owned(),
                (counted, printed) => format!("{counted}={printed}"),
            },
        )
        .collect();
    shown.join("|")
}

#[test]
fn tokens_are_those_of_the_counted_text_at_printed_places() {
    let rows = [
        ("⼈⺠日报", "人民日报=⼈⺠日报"),
        ("ＧＤＰ增长５．３％", "GDP=ＧＤＰ|增长|5.3%=５．３％"),
        ("疫 情 防 控。", "疫情=疫 情| |防控=防 控|。"),
        (
            "2022 年 7 月 3 日召开",
            "2022年7月3日=2022 年 7 月 3 日|召开",
        ),
        ("会议,落实", "会议|，=,|落实"),
        ("各位委員发言", "各位|委员=委員|发言"),
        ("见www.example.com吧", "见|www.example.com|吧"),
        ("全市动员 全民参与", "全市|动员| |全民|参与"),
    ];
    for (printed, expected) in rows {
        assert_eq!(shown(printed, Passes::default()), expected, "{printed}");
    }
    assert_eq!(shown("疫 情，３％", Passes::all(false)), "疫| |情|，|３％");
}

#[test]
fn addresses_and_blanks_are_not_counted() {
    let document = document("网址：www.example.com，疫 情 防 控。\n委員、⼈");
    let mut vocabulary = Vocabulary::new();
    let tokens = tokens(&document, Passes::default(), &mut vocabulary);
    let counts = tokens.counts[0].counted(CountedParts::default());
    let terms = counts.flat_map(|part| &part.terms);
    let words: Vec<&str> = terms.map(|(term, _)| vocabulary.term(*term)).collect();
    assert_eq!(words, ["网址", "疫情", "防控", "委员", "人"]);
    let changed = |pass: Pass| {
        let parts = tokens.changes[0].counted(CountedParts::default());
        parts.map(|counts| counts[pass.index()]).sum::<u32>()
    };
    assert_eq!(Pass::ALL.map(changed), [1, 0, 0, 0, 1, 0, 1, 1]);
}

#[test]
fn variants_stay_in_traditional_text() {
    let text = "這個會議討論了委員們的問題，開會時間為三點。";
    assert!(!shown(text, Passes::default()).contains('='), "{text}");
}

fn any_passes() -> impl Strategy<Value = Passes> {
    prop::collection::vec(any::<bool>(), Pass::ALL.len()).prop_map(|switches| {
        let mut passes = Passes::all(false);
        for (pass, on) in Pass::ALL.into_iter().zip(switches) {
            passes.set(pass, on);
        }
        passes
    })
}

fn any_text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "疫",
        "情",
        "防控",
        "委員",
        "⺠",
        "⼈",
        "Ａ",
        "３",
        "3",
        "年",
        "月",
        "日",
        " ",
        "　",
        ",",
        "...",
        "。",
        "\n",
        "本报讯 ",
        "www.example.com",
        "a@b.cn",
        "(",
        ")",
        "——",
        "•",
        "「",
        "\u{200b}",
        "**",
        "（记者 温若岚）",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn every_printed_character_belongs_to_one_token(text in any_text(), passes in any_passes()) {
        let document = document(&text);
        let mut vocabulary = Vocabulary::new();
        let tokens = tokens(&document, passes, &mut vocabulary);
        for (number, unit) in document.units.iter().enumerate() {
            let Some(printed) = unit.printed(&document.page).filter(|_| unit.part().is_some()) else {
                prop_assert!(tokens.of_unit(number).is_empty());
                continue;
            };
            let printed = printed.text(&document.source);
            let start = unit.dateline_bytes(&document.page);
            let mut end = start;
            let mut counted = String::new();
            for (term, range) in tokens.places(number, start, &vocabulary) {
                prop_assert_eq!(range.start, end, "a gap in {:?}", printed);
                prop_assert!(!printed[range.clone()].is_empty());
                counted += vocabulary.term(term);
                end = range.end;
            }
            prop_assert_eq!(end, printed.len(), "{:?} as {:?}", printed, counted);
            if passes == Passes::all(false) {
                prop_assert_eq!(counted, &printed[start..]);
            }
        }
    }

    #[test]
    fn without_passes_tokens_are_those_of_the_segmenter(text in any_text()) {
        let document = document(&text);
        let mut vocabulary = Vocabulary::new();
        let tokens = tokens(&document, Passes::all(false), &mut vocabulary);
        for (number, unit) in document.units.iter().enumerate().filter(|(_, unit)| unit.part().is_some()) {
            let printed = unit.printed(&document.page).unwrap().text(&document.source);
            let behind = &printed[unit.dateline_bytes(&document.page)..];
            let mut expected = Vec::new();
            SEGMENTER.segment(behind, tokens.options.segmentation, &mut expected);
            let lengths: Vec<usize> = expected.iter().map(|token| token.len_bytes as usize).collect();
            let places = tokens.places(number, 0, &vocabulary);
            let found: Vec<usize> = places.map(|(_, range)| range.len()).collect();
            prop_assert_eq!(found, lengths, "{:?}", behind);
        }
    }
}
