//! Phrases on articles of our own, and cases as data.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::{
    DocumentPhrases, PhraseDecision, PhraseIndex, PhraseKind, PhraseOccurrence, find, key_of,
};
use crate::words::passage::{Passage, PassagePart};
use crate::words::segment::{SegmentOptions, Segmenter};
use crate::words::speech::spans;

thread_local! {
    static SEGMENTER: &'static Segmenter = Box::leak(Box::new(Segmenter::new()));
}

fn segmenter() -> &'static Segmenter {
    SEGMENTER.with(|segmenter| *segmenter)
}

/// Passages of one article each.
fn passages(texts: &[&str]) -> Vec<Passage> {
    (0..)
        .zip(texts)
        .map(|(unit, text)| Passage {
            unit,
            article: unit,
            part: PassagePart::Paragraph,
            text: (*text).to_owned(),
            dateline_bytes: 0,
            reporters: Vec::new(),
        })
        .collect()
}

fn candidates(passages: &[Passage]) -> DocumentPhrases {
    find(passages, &spans(passages, &[]), segmenter())
}

fn index(passages: &[Passage]) -> PhraseIndex {
    PhraseIndex::new([candidates(passages)].iter(), &[], segmenter())
}

/// Every phrase of one list with its counts in marks and without.
fn counts(passages: &[Passage], kind: PhraseKind) -> BTreeMap<String, (usize, usize)> {
    let mut counts = BTreeMap::new();
    for one in index(passages).uses(passages, segmenter()) {
        if one.kind == kind {
            let (quoted, unquoted) = counts.entry(one.key).or_default();
            if one.quoted {
                *quoted += 1;
            } else {
                *unquoted += 1;
            }
        }
    }
    counts
}

fn shown(counts: &BTreeMap<String, (usize, usize)>) -> String {
    let rows: Vec<String> = counts
        .iter()
        .map(|(key, (quoted, unquoted))| format!("{key} {quoted}+{unquoted}"))
        .collect();
    rows.join("；")
}

fn sorted(list: &str) -> String {
    let mut rows: Vec<&str> = list
        .split('；')
        .map(str::trim)
        .filter(|row| !row.is_empty())
        .collect();
    rows.sort_unstable();
    rows.join("；")
}

/// The text of an annotated article without its marks.
fn plain(marked: &str) -> String {
    let mut text = String::new();
    let mut in_head = false;
    for character in marked.chars() {
        match character {
            '[' => in_head = true,
            '|' if in_head => in_head = false,
            ']' => {}
            _ if in_head => {}
            _ => text.push(character),
        }
    }
    text
}

#[test]
fn phrases_of_annotated_articles() {
    let folder = format!("{}/tests/speech", env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    files.sort();
    let lists = [
        ("quoted:", PhraseKind::Quoted),
        ("titles:", PhraseKind::Title),
        ("four:", PhraseKind::FourCharacter),
    ];
    let mut compared = 0;
    let mut wrong = Vec::new();
    for path in files {
        let file = std::fs::read_to_string(&path).unwrap();
        let (head, body) = file.split_once("\n\n").unwrap();
        let texts: Vec<String> = body
            .lines()
            .filter(|line| !line.is_empty())
            .map(|line| plain(line.trim_start_matches("# ")))
            .collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let passages = passages(&texts);
        for (name, kind) in lists {
            let Some(expected) = head.lines().find_map(|line| line.strip_prefix(name)) else {
                continue;
            };
            compared += 1;
            let found = shown(&counts(&passages, kind));
            if found != sorted(expected) {
                wrong.push(format!(
                    "{} {name}\n  expected {}\n  found    {found}",
                    path.file_name().unwrap().display(),
                    sorted(expected)
                ));
            }
        }
    }
    assert!(compared >= 30, "{compared}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is found in one text: `key quoted+unquoted` of one list.
#[test]
fn lists() {
    use PhraseKind::{FourCharacter, Quoted, Title};
    let rows = [
        // One key whatever the marks, and counted without them.
        (
            "落实“四方”责任。压实“四方责任”，四方责任要落实。",
            Quoted,
            "四方责任 2+1",
        ),
        (
            "坚持「外防输入、内防反弹」，外防输入、内防反弹不放松。",
            Quoted,
            "外防输入内防反弹 1+1",
        ),
        ("落实『三个\n到位』", Quoted, "三个到位 1+0"),
        (
            "他说“要落实‘四个最严’要求，不能放松。”",
            Quoted,
            "四个最严 1+0",
        ),
        ("围绕\"双减\"抓落实", Quoted, "双减 1+0"),
        // A mark without a partner is none.
        ("落实“四方责任，不放松。", Quoted, ""),
        // Direct speech is no phrase.
        ("李冬说：“大家辛苦了。”", Quoted, ""),
        ("“比想象的快多了”，李冬说。", Quoted, ""),
        (
            "李冬强调，“一分部署，九分落实”“细节决定成败”。",
            Quoted,
            "一分部署，九分落实 1+0；细节决定成败 1+0",
        ),
        ("喊出“保家卫国！”的口号", Quoted, "保家卫国！ 1+0"),
        // One character counts in marks only.
        ("牢牢抓住处置的“快”，快字当头", Quoted, "快 1+0"),
        // An occurrence without marks cuts no word.
        (
            "“国人”一词，中国人民很少用，国人自己知道",
            Quoted,
            "国人 1+1",
        ),
        ("“36条”发布，136条意见、36条意见", Quoted, "36条 1+1"),
        // The parts of a whole count where they stand alone.
        (
            "“外防输入、内防扩散”是关键，做好外防输入和内防扩散工作",
            Quoted,
            "外防输入内防扩散 1+0",
        ),
        (
            "“外防输入、内防扩散”是关键，做好外防输入和内防扩散工作",
            FourCharacter,
            "内防扩散 0+1；外防输入 0+1",
        ),
        (
            "印发《关于做好“两节”保障的通知》，落实《通知》",
            Title,
            "关于做好两节保障的通知 1+0；通知 1+0",
        ),
        (
            "印发《关于印发<防护须知>的通知》",
            Title,
            "关于印发<防护须知>的通知 1+0",
        ),
        (
            "《关于转发《办法》的通知》",
            Title,
            "关于转发《办法》的通知 1+0",
        ),
        (
            "做到应检尽检、应隔尽隔，毫不松懈抓好疫情防控，全面实施",
            FourCharacter,
            "应检尽检 0+1；应隔尽隔 0+1；毫不松懈 0+1",
        ),
        (
            "快速反应、迅速部署、连夜行动，各项工作平稳有序",
            FourCharacter,
            "快速反应 0+1；连夜行动 0+1；迅速部署 0+1",
        ),
        (
            "重点场所、重点环节、重点人群，核酸检测、隔离管控",
            FourCharacter,
            "",
        ),
        (
            "干干净净过节，爸爸妈妈来了，一家一户走访，日清日结",
            FourCharacter,
            "一家一户 0+1；干干净净 0+1；日清日结 0+1",
        ),
        ("科学制定、适度扩大，全面落实，紧急通知", FourCharacter, ""),
        (
            "市委市政府、省委省政府要求解除合同，也就是说，剩余价值",
            FourCharacter,
            "",
        ),
        ("", Quoted, ""),
    ];
    let wrong: Vec<String> = rows
        .iter()
        .filter_map(|(text, kind, expected)| {
            let found = shown(&counts(&passages(&[text]), *kind));
            (found != sorted(expected))
                .then(|| format!("{text} {kind:?}\n expected {expected}\n found    {found}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn repeated_strings() {
    let rows: [(&[&str], &str); 8] = [
        (
            &[
                "深入学习贯彻重要讲话精神，推动发展",
                "要深入学习贯彻重要讲话精神",
                "他们深入学习贯彻重要讲话精神情况",
            ],
            "深入学习贯彻重要讲话精神 0+3",
        ),
        // Three times in one article are too few, four times are enough.
        (
            &["推动经济高质量发展，推动经济高质量发展，推动经济高质量发展"],
            "",
        ),
        (
            &["推动经济高质量发展，推动经济高质量发展，推动经济高质量发展，推动经济高质量发展"],
            "推动经济高质量发展 0+4",
        ),
        // Across 、 and quotation marks.
        (
            &[
                "抓好“保供、稳价”各项工作",
                "抓好保供稳价各项工作",
                "抓好保供、稳价各项工作",
            ],
            "抓好保供稳价各项工作 1+2",
        ),
        // Not across the end of a clause.
        (
            &[
                "要坚持，抓落实",
                "要坚持，抓落实",
                "要坚持，抓落实",
                "要坚持，抓落实",
            ],
            "",
        ),
        // Names alone, and rows of names, are none.
        (
            &[
                "市领导李冬明、王春晓、陈秋实参加",
                "市领导李冬明、王春晓、陈秋实参加",
                "市领导李冬明、王春晓、陈秋实参加",
            ],
            "",
        ),
        (
            &[
                "江北市疫情防控应急指挥部开会",
                "在江北市疫情防控应急指挥部",
                "江北市疫情防控应急指挥部发布",
            ],
            "",
        ),
        (&["", "", "", ""], ""),
    ];
    for (texts, expected) in rows {
        let found = shown(&counts(&passages(texts), PhraseKind::Repeated));
        assert_eq!(found, expected, "{texts:?}");
    }
}

#[test]
fn forms_as_printed() {
    let text = "落实“四方”责任，压实“四方责任”，坚持“外防输入、内防反弹”，四方责任，印发《通知》";
    let passages = passages(&[text]);
    let forms: Vec<&str> = index(&passages)
        .uses(&passages, segmenter())
        .iter()
        .map(|one| &text[one.start as usize..one.end as usize])
        .collect();
    assert_eq!(
        forms,
        [
            "“四方”责任",
            "“四方责任”",
            "“外防输入、内防反弹”",
            "四方责任",
            "《通知》"
        ]
    );
}

#[test]
fn variants_have_one_frame() {
    let text = "“外防输入、内防扩散”和“外防输入、内防反弹”，“五个圈层”和“三个圈层”，“四方责任”和“四方联动”，应检尽检，应隔尽隔";
    let passages = passages(&[text]);
    let index = index(&passages);
    let rows = [
        ("外防输入内防扩散", "外防输入内防反弹"),
        ("五个圈层", "三个圈层"),
        ("四方责任", ""),
        ("应检尽检", "应隔尽隔"),
        ("没有这个", ""),
        ("", ""),
    ];
    for (key, expected) in rows {
        assert_eq!(index.variants(key).join(" "), expected, "{key}");
    }
}

#[test]
fn parallels_that_are_cut_unlike() {
    let passages =
        passages(&["“内防扩散”和“内防反弹”，“外防输入、内防反弹”，“五个圈层”和“三个圈层”"]);
    let cut = |phrase: &str| -> Vec<String> {
        let pieces: &[&str] = match phrase {
            "内防扩散" => &["内", "防扩散"],
            "内防反弹" => &["内防", "反弹"],
            "外防输入" => &["外", "防", "输入"],
            _ => return vec![phrase.to_owned()],
        };
        pieces.iter().map(|piece| (*piece).to_owned()).collect()
    };
    let found: Vec<String> = index(&passages)
        .parallels(&cut)
        .iter()
        .map(|parallel| {
            let cuts: Vec<String> = parallel
                .cuts
                .iter()
                .map(|(_, pieces)| pieces.join("|"))
                .collect();
            format!("{} {}", parallel.frame, cuts.join(" "))
        })
        .collect();
    assert_eq!(
        found,
        ["…防… 内防|反弹 外|防|输入", "内防… 内防|反弹 内|防扩散"]
    );
}

#[test]
fn decisions_have_the_last_word() {
    let passages = passages(&["落实“四方责任”，做到疫情防控不放松，坚持应检尽检"]);
    let decision = |key: &str, kind, accepted| PhraseDecision {
        key: key.to_owned(),
        kind,
        accepted,
    };
    let decisions = [
        decision("四方责任", PhraseKind::Quoted, false),
        decision("疫情防控", PhraseKind::FourCharacter, true),
        decision("应检尽检", PhraseKind::Quoted, false),
        decision("", PhraseKind::Quoted, true),
    ];
    let index = PhraseIndex::new([candidates(&passages)].iter(), &decisions, segmenter());
    let keys: Vec<(&str, PhraseKind)> = index.keys().collect();
    assert_eq!(
        keys,
        [
            ("应检尽检", PhraseKind::FourCharacter),
            ("疫情防控", PhraseKind::FourCharacter)
        ]
    );
}

#[test]
fn a_title_in_quotation_marks_is_no_quoted_phrase() {
    let rows = [
        ("印发“《消防法》”，学习《消防法》", "消防法", ""),
        ("印发《“四方责任”办法》", "四方责任办法", "四方责任"),
        ("“四方》”和“《四方责任”", "", ""),
        ("“学《消防法》”活动", "消防法", "学《消防法》"),
        (
            "“《消防法》《民法典》”",
            "消防法 民法典",
            "《消防法》《民法典》",
        ),
    ];
    for (text, titles, quoted) in rows {
        let passages = passages(&[text]);
        let index = index(&passages);
        let of_kind = |wanted| {
            let mut keys: Vec<&str> = index
                .keys()
                .filter(|(_, kind)| *kind == wanted)
                .map(|(key, _)| key)
                .collect();
            keys.sort_unstable();
            keys.join(" ")
        };
        let sorted = |keys: &str| {
            let mut keys: Vec<&str> = keys.split(' ').collect();
            keys.sort_unstable();
            keys.join(" ")
        };
        assert_eq!(of_kind(PhraseKind::Title), sorted(titles), "{text}");
        assert_eq!(of_kind(PhraseKind::Quoted), sorted(quoted), "{text}");
    }
}

#[test]
fn keys() {
    let rows = [
        ("“四方”责任", "四方责任"),
        ("“外防输入、内\n防反弹”", "外防输入内防反弹"),
        ("一分部署，九分落实", "一分部署，九分落实"),
        ("大数据+网格化+铁脚板", "大数据+网格化+铁脚板"),
        ("“”", ""),
    ];
    for (printed, expected) in rows {
        assert_eq!(key_of(printed), expected, "{printed}");
    }
}

/// Text in which much recurs and marks stand anywhere.
const TEXT: &str = "(四方|责任|外防输入|内防反弹|应检尽检|学习贯彻重要讲话精神|李冬说|[“”‘’「」\"《》、，。：！ ab1\r\n的人]){0,40}";

proptest! {
    #[test]
    fn any_text_has_uses_that_are_its_keys(texts in proptest::collection::vec(TEXT, 0..6)) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let passages = passages(&texts);
        let index = index(&passages);
        let kinds: BTreeMap<&str, PhraseKind> = index.keys().collect();
        let uses: Vec<PhraseOccurrence> = index.uses(&passages, segmenter());
        for one in &uses {
            let text = texts[one.unit as usize];
            let form = &text[one.start as usize..one.end as usize];
            // The marks of a title may stand inside or outside of quotation marks.
            let bare = |text: &str| key_of(key_of(text).trim_start_matches('《').trim_end_matches('》'));
            prop_assert_eq!(bare(form), bare(&one.key));
            prop_assert_eq!(kinds.get(one.key.as_str()), Some(&one.kind));
        }
        let mut sorted = uses.clone();
        sorted.sort();
        prop_assert_eq!(sorted, uses);
        let cut = |phrase: &str| {
            let mut tokens = Vec::new();
            segmenter().segment(phrase, SegmentOptions::default(), &mut tokens);
            vec![phrase.to_owned(); tokens.len().min(1)]
        };
        for parallel in index.parallels(&cut) {
            prop_assert!(parallel.cuts.len() > 1);
        }
    }

    #[test]
    fn the_order_of_documents_does_not_matter(texts in proptest::collection::vec(TEXT, 2..6)) {
        let documents: Vec<DocumentPhrases> =
            texts.iter().map(|text| candidates(&passages(&[text]))).collect();
        let forwards = PhraseIndex::new(documents.iter(), &[], segmenter());
        let backwards = PhraseIndex::new(documents.iter().rev(), &[], segmenter());
        prop_assert_eq!(forwards, backwards);
    }
}
