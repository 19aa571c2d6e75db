use std::collections::BTreeMap;
use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;
use crate::words::segment::{SegmentOptions, Segmenter, TokenKind, next_cut};

static SEGMENTER: LazyLock<Segmenter> = LazyLock::new(Segmenter::new);

const OPTIONS: SegmentOptions = SegmentOptions {
    unknown_words: true,
};

/// An entry of the user's: `国人`, `国人!` for always, `疫情|防控` and `疫情防控|` for words that are cut.
fn entry(written: &str) -> LexiconEntry {
    let (word, rule) = match written.strip_suffix('!') {
        Some(word) => (word.to_owned(), LexiconRule::Whole { always: true }),
        None if written.contains('|') => {
            let pieces: Vec<String> = written.split('|').map(str::to_owned).collect();
            let pieces = if written.ends_with('|') {
                Vec::new()
            } else {
                pieces
            };
            (written.replace('|', ""), LexiconRule::Apart { pieces })
        }
        None => (written.to_owned(), LexiconRule::Whole { always: false }),
    };
    LexiconEntry {
        word,
        rule,
        tag: String::new(),
    }
}

fn own(words: &str) -> Listed {
    let entries: Vec<LexiconEntry> = words
        .split('/')
        .filter(|word| !word.is_empty())
        .map(entry)
        .collect();
    let lists = Lists {
        own: &entries,
        ..Lists::default()
    };
    Listed::new(&lists, None)
}

fn words<'t>(text: &'t str, listed: &Listed) -> Vec<&'t str> {
    let mut tokens = Vec::new();
    SEGMENTER.segment_with(text, OPTIONS, listed, &mut tokens);
    let mut rest = text;
    let words = tokens.iter().map(|token| {
        let (word, behind) = rest.split_at(token.len_bytes as usize);
        rest = behind;
        word
    });
    let words = words.collect();
    assert_eq!(rest, "", "tokens do not cover the text");
    words
}

#[test]
fn listed_strings_are_tokens() {
    let rows = [
        ("", "中国人民", "中国|人民"),
        ("国人", "中国人民", "中国|人民"),
        ("国人!", "中国人民", "中|国人|民"),
        // Left out, and the shorter one that begins there has its turn.
        ("国人/国人民生", "中国人民生活", "中国|人民|生活"),
        ("内防", "外防输入、内防扩散", "外防|输入|、|内防|扩散"),
        ("糖类抗原19-9", "糖类抗原19-9升高", "糖类抗原19-9|升高"),
        (
            "大数据+网格化+铁脚板",
            "用大数据+网格化+铁脚板，",
            "用|大数据+网格化+铁脚板|，",
        ),
        ("迈克尔·乔丹", "迈克尔·乔丹说", "迈克尔·乔丹|说"),
        (
            "外防输入、内防扩散",
            "“外防输入、内防扩散”。",
            "“|外防输入、内防扩散|”|。",
        ),
        ("抗原19", "抗原19-9", "抗原|19-9"),
        ("抗原19!", "抗原19-9", "抗原19|-9"),
        ("AI", "AIR和AI，OpenAI", "AIR|和|AI|，|OpenAI"),
        ("AI!", "AIR", "AIR"),
        ("New York", "在New York市", "在|New York|市"),
        ("人", "人民和好人", "人民|和|好人"),
        ("哈哈", "哈哈哈", "哈哈|哈"),
        ("疫情|防控", "疫情防控工作", "疫情|防控|工作"),
        ("人民政府|", "人民政府", "人民|政府"),
        ("会议|", "会议", "会|议"),
        ("会议|/开会议!", "开会议", "开会议"),
        ("会议/会议|", "会议", "会|议"),
        ("14+14", "执行14+14政策", "执行|14+14|政策"),
        ("，", "甲，乙", "甲|，|乙"),
    ];
    for (listed, text, expected) in rows {
        let got = words(text, &own(listed)).join("|");
        assert_eq!(got, expected, "{listed} in {text}");
    }
}

#[test]
fn a_word_that_a_list_cuts_is_cut_whoever_made_it() {
    // What the model for unknown words joins.
    let unknown = words("杜小刚说", &own(""));
    assert!(unknown.contains(&"杜小刚"), "{unknown:?}");
    assert_eq!(words("杜小刚说", &own("杜|小刚")).join("|"), "杜|小刚|说");
    let names = [("杜小刚".to_owned(), NameKind::Person)];
    let entries = [entry("杜|小刚")];
    let lists = Lists {
        own: &entries,
        names: &names,
        ..Lists::default()
    };
    let listed = Listed::new(&lists, None);
    assert_eq!(words("杜小刚说", &listed).join("|"), "杜|小刚|说");
    assert_eq!(listed.find("杜小刚"), None);
}

fn dictionary(lines: &str, on: bool) -> Dictionary {
    Dictionary {
        name: String::new(),
        lines: lines.into(),
        words: 0,
        on,
    }
}

#[test]
fn the_earliest_list_says_what_is_done() {
    let entries = [entry("甲乙!")];
    let dictionaries = [
        dictionary("丙丁 5 n\n甲乙 v\n", false),
        dictionary("丙丁 vn\n甲乙\t3\tv\n", true),
    ];
    let names = [
        ("丙丁".to_owned(), NameKind::Place),
        ("戊己".to_owned(), NameKind::Organisation),
    ];
    let phrases = ["戊己".to_owned(), "庚辛".to_owned()];
    let lists = Lists {
        own: &entries,
        dictionaries: &dictionaries,
        names: &names,
        phrases: &phrases,
        ..Lists::default()
    };
    let listed = Listed::new(&lists, None);
    let rows = [
        ("甲乙", ListedSource::Own, "v"),
        ("丙丁", ListedSource::Dictionary(1), "vn"),
        ("戊己", ListedSource::Name, "nt"),
        ("庚辛", ListedSource::Phrase, ""),
    ];
    for (word, source, tag) in rows {
        let found = listed.find(word).unwrap();
        assert_eq!(
            (listed.source(found), listed.tag(word)),
            (source, tag),
            "{word}"
        );
    }
    let again = Listed::new(&lists, Some(&listed));
    assert!(again == listed);
    assert!(
        Rc::ptr_eq(&again.layers[1].1, &listed.layers[1].1),
        "compiled once"
    );
}

#[test]
fn a_word_is_listed_as_written_and_as_counted() {
    let dictionaries = [dictionary("ＡＩ换脸 n\n委員 n\n", true)];
    let lists = Lists {
        dictionaries: &dictionaries,
        ..Lists::default()
    };
    let listed = Listed::new(&lists, None);
    for word in ["ＡＩ换脸", "AI换脸", "委員", "委员"] {
        assert_eq!(listed.tag(word), "n", "{word}");
    }
    assert_eq!(words("用AI换脸", &listed).join("|"), "用|AI换脸");
}

#[test]
fn differences_are_the_words_of_which_lists_say_something_else() {
    let rows = [
        ("甲乙", "甲乙", ""),
        ("甲乙", "甲乙/丙丁", "丙丁"),
        ("甲乙/丙丁", "丙丁", "甲乙"),
        ("甲乙", "甲乙!", "甲乙"),
        ("甲乙", "甲|乙", "甲乙"),
        ("甲|乙丙", "甲乙|丙", "甲乙丙"),
        ("", "甲乙/丙|丁", "丙丁 甲乙"),
    ];
    for (before, after, expected) in rows {
        let (before, after) = (own(before), own(after));
        let words = before.differences(&after).join(" ");
        assert_eq!(words, expected);
        assert_eq!(after.differences(&before).join(" "), expected);
    }
}

/// Text in which listed strings, formulas and marks stand close together.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => prop::sample::select(vec![
            "中国", "人民", "国人", "疫情", "防控", "内防", "扩散", "抗原", "甲", "乙", "的", "会议", "政府", "AI", "AIR", "19-9",
            "3", "日", "+", "、", "，", "。", " ", "·", "\r\n",
        ]).prop_map(str::to_owned),
        1 => "[\u{4E00}-\u{4E20}]{1,3}",
        1 => any::<char>().prop_map(|character| character.to_string()),
    ];
    prop::collection::vec(piece, 0..16).prop_map(|pieces| pieces.concat())
}

fn listed() -> impl Strategy<Value = Listed> {
    let word = prop::sample::select(vec![
        "国人",
        "国人!",
        "中国人",
        "民",
        "疫情",
        "防控",
        "情防",
        "内防、",
        "、内防!",
        "甲乙",
        "乙甲",
        "甲乙甲乙",
        "AI",
        "I中!",
        "抗原19-9",
        "19!",
        "3日",
        "日甲",
        "+",
        "中 国",
        "国|人",
        "人民|",
        "疫情防控|",
        "会议|",
        "19-|9",
        "A|I",
        "议政",
        "的",
        "的甲!",
    ]);
    prop::collection::vec(word, 0..6).prop_map(|words| own(&words.join("/")))
}

/// How often a string stands in a text, places that overlap too.
fn plain_count(text: &str, word: &str) -> usize {
    let places = text.char_indices().map(|(place, _)| place);
    places
        .filter(|place| text[*place..].starts_with(word))
        .count()
}

#[test]
fn a_word_cut_as_printed_is_cut_as_counted() {
    let rows = [
        ("方　|敏", "方敏", Some("方/敏")),
        ("ＡＩ|技术", "AI技术", Some("AI/技术")),
        ("方　敏|", "方敏", Some("")),
        ("疫情|防控", "疫情防控", Some("疫情/防控")),
        ("方　敏|/方|敏", "方敏", Some("方/敏")),
        ("疫情|防控", "疫情", None),
    ];
    for (written, word, expected) in rows {
        let listed = own(written);
        let pieces = listed.pieces(word).map(|pieces| pieces.join("/"));
        assert_eq!(pieces.as_deref(), expected, "{written}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(800))]

    /// The law of segmentation.
    #[test]
    fn text_without_listed_strings_is_cut_as_ever(text in text(), listed in listed()) {
        let holds = |word: &str| text.contains(word);
        prop_assume!(!listed.words().any(|word| holds(listed.word(word))));
        prop_assume!(!listed.apart().iter().any(|(word, _)| holds(word)));
        prop_assert_eq!(words(&text, &listed), words(&text, &Listed::default()));
    }

    #[test]
    fn a_listed_words_tokens_are_its_places_without_those_that_were_left_out(text in text(), listed in listed()) {
        let tokens = words(&text, &listed);
        let verdicts = SEGMENTER.verdicts(&text, OPTIONS, &listed);
        let mut left_out: BTreeMap<&str, usize> = BTreeMap::new();
        for verdict in verdicts.iter().filter(|verdict| verdict.refusal.is_some()) {
            *left_out.entry(listed.word(verdict.word)).or_default() += 1;
        }
        for word in listed.words() {
            let word = listed.word(word);
            if listed.pieces(word).is_some() {
                continue;
            }
            let count = tokens.iter().filter(|token| **token == word).count();
            let left_out = left_out.get(word).copied().unwrap_or(0);
            prop_assert_eq!(count + left_out, plain_count(&text, word), "{} in {:?}", word, tokens);
        }
    }

    #[test]
    fn words_that_are_cut_are_no_tokens(text in text(), listed in listed()) {
        for token in words(&text, &listed) {
            prop_assert!(listed.pieces(token).is_none(), "{}", token);
        }
    }

    #[test]
    fn always_leaves_out_only_what_overlaps_or_cuts_letters(text in text(), listed in listed()) {
        for verdict in SEGMENTER.verdicts(&text, OPTIONS, &listed) {
            let word = listed.word(verdict.word);
            if listed.layers[0].1.is_always(listed.layers[0].1.find(word).unwrap()) {
                prop_assert!(!matches!(verdict.refusal, Some(Refusal::CutsNumber(_))), "{}", word);
            }
        }
    }

    #[test]
    fn tokens_cover_any_text(text: String, listed in listed()) {
        words(&text, &listed);
    }

    /// Cuts between clauses change nothing where no listed string stands around them.
    #[test]
    fn clauses_are_cut_for_themselves(text in text(), listed in listed(), at_least in 0..40_usize) {
        let mut parts = Vec::new();
        let mut from = 0;
        while from < text.len() {
            let cut = next_cut(&text, from, at_least).end;
            let mut found = Vec::new();
            listed.occurrences(&text, &mut found);
            prop_assume!(!found.iter().any(|one| one.start < cut && cut < one.end));
            parts.extend(words(&text[from..cut], &listed));
            from = cut;
        }
        prop_assert_eq!(parts, words(&text, &listed));
    }

    /// A term's kind depends on the term alone.
    #[test]
    fn a_term_has_one_kind(one in text(), other in text(), listed in listed()) {
        let mut kinds: BTreeMap<String, TokenKind> = BTreeMap::new();
        for text in [&one, &other] {
            for listed in [&listed, &Listed::default()] {
                let mut tokens = Vec::new();
                SEGMENTER.segment_with(text, OPTIONS, listed, &mut tokens);
                let mut start = 0;
                for token in tokens {
                    let end = start + token.len_bytes as usize;
                    let kind = *kinds.entry(text[start..end].to_owned()).or_insert(token.kind);
                    prop_assert_eq!(kind, token.kind, "{:?}", &text[start..end]);
                    start = end;
                }
            }
        }
    }

    /// Only text that holds a difference is cut otherwise.
    #[test]
    fn differences_are_all_that_matters(text in text(), one in listed(), other in listed()) {
        let differences = one.differences(&other);
        prop_assume!(!differences.iter().any(|word| text.contains(word)));
        prop_assert_eq!(words(&text, &one), words(&text, &other));
    }
}
