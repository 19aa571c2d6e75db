use std::sync::LazyLock;

use jieba_rs::Jieba;
use proptest::prelude::*;

use super::*;

static SEGMENTER: LazyLock<Segmenter> = LazyLock::new(Segmenter::new);
static JIEBA: LazyLock<Jieba> = LazyLock::new(Jieba::new);

const WITH_UNKNOWN_WORDS: SegmentOptions = SegmentOptions {
    unknown_words: true,
};

fn tokens_with(text: &str, options: SegmentOptions) -> Vec<(&str, TokenKind)> {
    let mut tokens = Vec::new();
    SEGMENTER.segment(text, options, &mut tokens);
    let mut rest = text;
    let mut words = Vec::new();
    for token in tokens {
        let (word, behind) = rest.split_at(token.len_bytes as usize);
        words.push((word, token.kind));
        rest = behind;
    }
    assert_eq!(rest, "", "tokens do not cover the text");
    words
}

fn words_of(text: &str) -> Vec<&str> {
    let tokens = tokens_with(text, WITH_UNKNOWN_WORDS);
    tokens.into_iter().map(|(word, _)| word).collect()
}

#[test]
fn formulas_are_one_token() {
    let cases = include_str!("../../../tests/data/formulas.tsv");
    let mut failures = String::new();
    for case in cases.lines().filter(|line| !line.starts_with('#')) {
        let (text, expected) = case
            .split_once('\t')
            .expect("a tab divides text and tokens");
        let got = words_of(text).join(" ");
        if got != expected {
            failures += &format!("{text}\n  expected {expected}\n  got      {got}\n");
        }
    }
    assert!(failures.is_empty(), "\n{failures}");
}

#[test]
fn tokens_have_one_kind() {
    use TokenKind::{Blank, Mark, Number, Word};
    let cases: &[(&str, &[(&str, TokenKind)])] = &[
        (
            "会议\u{3000}召开。",
            &[
                ("会议", Word),
                ("\u{3000}", Blank),
                ("召开", Word),
                ("。", Mark),
            ],
        ),
        ("①②", &[("①", Number), ("②", Number)]),
        ("7天", &[("7天", Number)]),
        (
            "\u{FFFD}\u{202E}\u{200B}",
            &[("\u{FFFD}", Mark), ("\u{202E}", Mark), ("\u{200B}", Mark)],
        ),
        ("\r\n\t", &[("\r\n", Blank), ("\t", Blank)]),
        ("...", &[("...", Mark)]),
        ("C++", &[("C++", Word)]),
        ("T恤", &[("T恤", Word)]),
        ("ＧＤＰ", &[("ＧＤＰ", Word)]),
        ("䶮.", &[("䶮", Word), (".", Mark)]),
        ("", &[]),
    ];
    for (text, expected) in cases {
        assert_eq!(tokens_with(text, WITH_UNKNOWN_WORDS), *expected, "{text:?}");
    }
}

#[test]
fn terms_have_tags() {
    let cases = [
        ("会议", "n"),
        ("24小时", "m"),
        ("7月3日", "t"),
        ("G20", "eng"),
        ("S230省道", "nz"),
        ("14+14", "m"),
        ("hello", "eng"),
        ("。", ""),
        ("", ""),
        (" ", ""),
        ("会议召开", ""),
    ];
    for (term, tag) in cases {
        assert_eq!(SEGMENTER.tag(term), tag, "{term:?}");
    }
}

#[test]
fn a_token_is_small() {
    assert_eq!(size_of::<Token>(), 8);
}

/// Text in which everything that the segmenter treats apart stands close together.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[\u{4E00}-\u{4FFF}]{1,6}",
        4 => prop::sample::select(vec![
            "疫情防控", "人民政府", "元旦", "年级", "小时", "日本", "天后", "的", "在", "省道", "专车", "分公司", "万", "亿",
        ]).prop_map(str::to_owned),
        3 => "[0-9０-９]{1,4}",
        2 => "[A-Za-zＡ-Ｚ]{1,4}",
        3 => "[+\\-—–~·：:,./%＋－￥±年月日时分秒元]",
        2 => "[，。！？“”（）；、 \u{3000}\r\n\t]",
        1 => any::<char>().prop_map(|character| character.to_string()),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

fn jieba_words(text: &str, unknown_words: bool) -> Vec<&str> {
    let tokens = JIEBA.cut(text, unknown_words);
    tokens.into_iter().map(|token| token.word).collect()
}

/// The tokens of jieba with marks apart from rare Han characters.
fn is_mixed(word: &str) -> bool {
    let kinds = |wanted| {
        word.chars()
            .any(|character| kind_of_character(character) == wanted)
    };
    !word.is_ascii() && kinds(TokenKind::Mark) && kinds(TokenKind::Word)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    /// The law of this file.
    #[test]
    fn text_without_formulas_is_cut_as_jieba_cuts_it(text in text(), unknown_words: bool) {
        let text: String = text
            .chars()
            .filter(|character| !character.is_ascii_digit() && !('！'..='～').contains(character) || "，！？：（）；".contains(*character))
            .collect();
        let words = jieba_words(&text, unknown_words);
        prop_assume!(!words.iter().any(|word| is_mixed(word)));
        let got = tokens_with(&text, SegmentOptions { unknown_words });
        prop_assert_eq!(got.into_iter().map(|(word, _)| word).collect::<Vec<_>>(), words);
    }

    #[test]
    fn stretches_between_formulas_are_cut_as_jieba_cuts_them(text in text()) {
        let is_word = |word: &str| JIEBA.has_word(word);
        let mut expected = Vec::new();
        let mut done = 0;
        while let Some(found) = formula::next_formula(&text, done, &is_word) {
            prop_assert!(found.start >= done && found.end > found.start);
            expected.extend(jieba_words(&text[done..found.start], true));
            expected.push(&text[found.start..found.end]);
            done = found.end;
        }
        expected.extend(jieba_words(&text[done..], true));
        prop_assume!(!expected.iter().any(|word| is_mixed(word)));
        prop_assert_eq!(words_of(&text), expected);
    }

    #[test]
    fn tokens_cover_any_text(text: String, unknown_words: bool) {
        tokens_with(&text, SegmentOptions { unknown_words });
    }

    #[test]
    fn cuts_change_no_token(text in text(), at_least in 0..40_usize) {
        let mut parts = Vec::new();
        let mut from = 0;
        while from < text.len() {
            let cut = next_cut(&text, from, at_least);
            prop_assert!(cut.end > from && !cut.inside_run);
            parts.extend(words_of(&text[from..cut.end]));
            from = cut.end;
        }
        prop_assert_eq!(parts, words_of(&text));
    }

    #[test]
    fn a_formula_has_its_kind_alone(text in text()) {
        let is_word = |word: &str| JIEBA.has_word(word);
        if let Some(found) = formula::next_formula(&text, 0, &is_word) {
            let term = &text[found.start..found.end];
            prop_assert_eq!(formula::kind_of(term, &is_word), Some(found.kind), "{}", term);
        }
    }
}

#[test]
fn long_runs_are_cut_and_reported() {
    let run = "国".repeat(LONGEST_RUN_CHARS);
    let whole = next_cut(&run, 0, 1);
    assert_eq!(
        (whole.end, whole.inside_run),
        (run.len(), false),
        "exactly the limit is one part"
    );
    let longer = format!("，{run}家。");
    let first = next_cut(&longer, 0, 4096);
    assert_eq!((first.end, first.inside_run), (3 + run.len(), true));
    let last = next_cut(&longer, first.end, 4096);
    assert_eq!((last.end, last.inside_run), (longer.len(), false));
}

proptest! {
    #[test]
    fn words_inside_are_those_of_the_search_mode(text in "[中国人民疫情防控应急指挥部长江大桥市委书记]{1,12}") {
        let searched = JIEBA.cut_for_search(&text, true);
        let searched: Vec<&str> = searched.iter().map(|token| token.word).collect();
        let mut ours = Vec::new();
        for token in JIEBA.cut(&text, true) {
            ours.extend(SEGMENTER.words_inside(token.word));
            ours.push(token.word);
        }
        prop_assert_eq!(ours, searched);
    }
}

#[test]
fn the_packed_dictionary_is_that_of_the_crate() {
    let text = dictionary::text();
    let mut words = 0;
    for line in text.lines() {
        let fields: Vec<&str> = line.split(' ').collect();
        let [word, frequency, tag] = fields[..] else {
            panic!("{line}");
        };
        words += 1;
        assert!(frequency.parse::<u32>().is_ok(), "{line}");
        assert!(JIEBA.has_word(word), "{line}");
        if let [only] = JIEBA.tag(word, false).as_slice() {
            assert_eq!(only.tag, tag, "{line}");
        }
        // Depends on the frequencies of the word's parts and on the sum of all.
        if words % 50 == 0 {
            let own = SEGMENTER.jieba.suggest_freq(word);
            assert_eq!(own, JIEBA.suggest_freq(word), "{line}");
        }
    }
    assert_eq!(words, 349_045);
}

#[test]
fn words_that_the_dictionary_lacks_have_a_guess() {
    let rows = [
        ("123", "m"),
        ("GDP", "eng"),
        ("陈星莺", "nr"),
        ("双牌楼村", "ns"),
        ("，", ""),
        ("", ""),
    ];
    for (term, tag) in rows {
        assert_eq!(guess_tag(term), tag, "{term}");
    }
}
