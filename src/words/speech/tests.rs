//! Speech on articles of our own that say who speaks, and cases as data.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::{SpeechKind, SpeechSpan, spans};
use crate::text::source::is_letter_or_digit;
use crate::words::names::{Mention, NameKind};
use crate::words::passage::{Passage, PassagePart};

/// One annotated text.
struct Annotated {
    passages: Vec<Passage>,
    mentions: Vec<Mention>,
    /// The right spans: unit, bytes, speaker, kind.
    expected: Vec<(u32, usize, usize, String, SpeechKind)>,
}

fn list(head: &str, name: &str) -> Vec<String> {
    head.lines()
        .find_map(|line| line.strip_prefix(name))
        .map(|names| {
            names
                .trim()
                .split('、')
                .filter(|name| !name.is_empty())
                .map(str::to_owned)
                .collect()
        })
        .unwrap_or_default()
}

fn annotated(file: &str) -> Annotated {
    let (head, body) = file.split_once("\n\n").expect("head");
    let (persons, bodies) = (list(head, "persons:"), list(head, "bodies:"));
    let mut article = 0;
    let mut text = Annotated {
        passages: Vec::new(),
        mentions: Vec::new(),
        expected: Vec::new(),
    };
    for line in body.lines().filter(|line| !line.is_empty()) {
        if line == "@" {
            article += 1;
            continue;
        }
        let (part, marked) = match line.strip_prefix("# ") {
            Some(headline) => (PassagePart::Headline, headline),
            None => (PassagePart::Paragraph, line),
        };
        let unit = text.passages.len() as u32;
        let plain = unmark(marked, unit, &mut text.expected);
        let dateline = if plain.starts_with("本报讯 ") {
            "本报讯 ".len()
        } else {
            0
        };
        for (names, kind) in [
            (&persons, NameKind::Person),
            (&bodies, NameKind::Organisation),
        ] {
            push_mentions(&plain, unit, names, kind, &mut text.mentions);
        }
        text.passages.push(Passage {
            unit,
            article,
            part,
            text: plain,
            dateline_bytes: dateline,
            reporters: Vec::new(),
        });
    }
    text.mentions.sort();
    text
}

fn unmark(
    marked: &str,
    unit: u32,
    expected: &mut Vec<(u32, usize, usize, String, SpeechKind)>,
) -> String {
    let mut plain = String::new();
    let mut rest = marked;
    while let Some(at) = rest.find(['[', ']']) {
        plain.push_str(&rest[..at]);
        let (mark, behind) = rest[at..].split_at(1);
        rest = behind;
        if mark == "[" {
            let (head, words) = rest.split_once('|').expect("speaker");
            let kind = match &head[..1] {
                "D" => SpeechKind::Direct,
                _ => SpeechKind::Reported,
            };
            expected.push((unit, plain.len(), 0, head[2..].to_owned(), kind));
            rest = words;
        } else {
            expected.last_mut().expect("opened").2 = plain.len();
        }
    }
    plain.push_str(rest);
    plain
}

fn push_mentions(
    text: &str,
    unit: u32,
    names: &[String],
    kind: NameKind,
    mentions: &mut Vec<Mention>,
) {
    let mut position = 0;
    while position < text.len() {
        let longest = names
            .iter()
            .filter(|name| text[position..].starts_with(name.as_str()))
            .max_by_key(|name| name.len());
        match longest {
            Some(name) => {
                mentions.push(Mention {
                    unit,
                    start: position as u32,
                    end: (position + name.len()) as u32,
                    kind,
                    name: name.clone(),
                });
                position += name.len();
            }
            None => position += text[position..].chars().next().map_or(1, char::len_utf8),
        }
    }
}

type Label<'s> = Option<(&'s str, SpeechKind)>;

/// How many characters there are, how many have the right label, and for those with one expected or found, how many,
/// and how many are right.
#[derive(Debug, Default, Clone, Copy)]
struct Score {
    characters: usize,
    right: usize,
    spoken: usize,
    spoken_right: usize,
}

impl Score {
    fn of_all(self) -> f64 {
        self.right as f64 / self.characters as f64
    }

    fn of_spoken(self) -> f64 {
        self.spoken_right as f64 / self.spoken as f64
    }

    fn add(&mut self, other: Self) {
        self.characters += other.characters;
        self.right += other.right;
        self.spoken += other.spoken;
        self.spoken_right += other.spoken_right;
    }
}

fn score(text: &Annotated, found: &[SpeechSpan], shown: bool) -> Score {
    let mut score = Score::default();
    for passage in &text.passages {
        let expected: BTreeMap<usize, Label> = text
            .expected
            .iter()
            .filter(|span| span.0 == passage.unit)
            .flat_map(|span| (span.1..span.2).map(|byte| (byte, Some((span.3.as_str(), span.4)))))
            .collect();
        let given: BTreeMap<usize, Label> = found
            .iter()
            .filter(|span| span.unit == passage.unit)
            .flat_map(|span| {
                (span.start as usize..span.end as usize)
                    .map(|byte| (byte, Some((span.speaker.as_str(), span.kind))))
            })
            .collect();
        let mut wrong: Vec<(String, Label, Label)> = Vec::new();
        for (byte, character) in passage.text.char_indices() {
            if byte < passage.dateline_bytes || !is_letter_or_digit(character) {
                continue;
            }
            let want = expected.get(&byte).copied().flatten();
            let got = given.get(&byte).copied().flatten();
            score.characters += 1;
            score.right += usize::from(want == got);
            if want.is_some() || got.is_some() {
                score.spoken += 1;
                score.spoken_right += usize::from(want == got);
            }
            if want != got {
                match wrong.last_mut() {
                    Some((run, a, b)) if *a == want && *b == got => run.push(character),
                    _ => wrong.push((character.to_string(), want, got)),
                }
            }
        }
        if shown {
            for (run, want, got) in wrong {
                println!("   {want:?} got {got:?}: {run}");
            }
        }
    }
    score
}

/// The scores of all files whose name begins so.
fn scores(folder: &str, prefix: &str, shown: bool) -> Score {
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("folder")
        .map(|entry| entry.expect("entry").path())
        .filter(|path| {
            let name = path
                .file_name()
                .expect("name")
                .to_string_lossy()
                .into_owned();
            name.starts_with(prefix) && name.ends_with(".txt")
        })
        .collect();
    files.sort();
    assert!(!files.is_empty());
    let mut sum = Score::default();
    for path in files {
        let text = annotated(&std::fs::read_to_string(&path).expect("text"));
        let found = spans(&text.passages, &text.mentions);
        let one = score(&text, &found, shown);
        println!(
            "{}: {:.3} of {} characters, {:.3} of those spoken",
            path.file_name().expect("name").to_string_lossy(),
            one.of_all(),
            one.characters,
            one.of_spoken()
        );
        sum.add(one);
    }
    println!("{prefix}: {:.3} {:.3}", sum.of_all(), sum.of_spoken());
    sum
}

fn own() -> String {
    format!("{}/tests/speech", env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn speakers_of_articles_at_hand() {
    let score = scores(&own(), "a_", true);
    assert!(score.of_all() >= 0.99, "{score:?}");
}

#[test]
fn speakers_of_articles_kept_back() {
    let score = scores(&own(), "b_", false);
    assert!(score.of_all() >= 0.95, "{score:?}");
}

#[test]
#[ignore = "needs CIJING_SPEECH, a folder with annotated pages"]
fn speakers_of_other_pages() {
    let folder = std::env::var("CIJING_SPEECH").expect("CIJING_SPEECH");
    scores(&folder, "0", true);
}

/// The spans of one article: `D speaker|words` and `R speaker|words`.
fn shown(paragraphs: &[&str], persons: &[&str]) -> String {
    let persons: Vec<String> = persons.iter().map(|name| (*name).to_owned()).collect();
    let mut mentions = Vec::new();
    let mut passages = Vec::new();
    for (unit, text) in (0..).zip(paragraphs) {
        let (part, text) = match text.strip_prefix("# ") {
            Some(headline) => (PassagePart::Headline, headline),
            None => (PassagePart::Paragraph, *text),
        };
        push_mentions(text, unit, &persons, NameKind::Person, &mut mentions);
        passages.push(Passage {
            unit,
            article: 0,
            part,
            text: text.to_owned(),
            dateline_bytes: 0,
            reporters: Vec::new(),
        });
    }
    let rows: Vec<String> = spans(&passages, &mentions)
        .iter()
        .map(|span| {
            let text = &passages[span.unit as usize].text[span.start as usize..span.end as usize];
            let kind = match span.kind {
                SpeechKind::Direct => 'D',
                SpeechKind::Reported => 'R',
            };
            format!("{kind} {}|{text}", span.speaker)
        })
        .collect();
    rows.join(" / ")
}

#[test]
fn who_speaks() {
    let rows: [(&[&str], &[&str], &str); 30] = [
        (
            &["李冬强调，要落实“四方责任”。要再快些。"],
            &["李冬"],
            "R 李冬|要落实“四方责任”。要再快些。",
        ),
        (
            &["李冬要求各地抓紧落实。会议结束。"],
            &["李冬"],
            "R 李冬|各地抓紧落实。",
        ),
        (
            &["会议指出，形势严峻。会议强调，要抓落实。"],
            &[],
            "R 会议|形势严峻。 / R 会议|要抓落实。",
        ),
        (&["《通知》要求，各校落实。"], &[], "R 《通知》|各校落实。"),
        (&["据报道称，明天有雨。"], &[], "R 报道|明天有雨。"),
        // The subject of the sentence goes on.
        (
            &["李冬走进车间，要求企业加强防护。"],
            &["李冬"],
            "R 李冬|企业加强防护。",
        ),
        // A noun is no verb.
        (&["李冬按照市委部署要求，走进车间。"], &["李冬"], ""),
        (
            &["按照市委书记李冬提出的“快”的要求，上下齐心。"],
            &["李冬"],
            "",
        ),
        (&["李冬向大家表示慰问和感谢。"], &["李冬"], ""),
        (&["李冬主持会议，王春参加会议。"], &["李冬", "王春"], ""),
        // Nobody speaks.
        (&["记者了解到，明天有雨。据悉，后天天晴。"], &[], ""),
        (&["据了解，该市小说创作活跃，也就是说，大家都写。"], &[], ""),
        // 该公司 is no person.
        (
            &["李冬说，要快。该公司表示，产量已经恢复。"],
            &["李冬"],
            "R 李冬|要快。 / R 该公司|产量已经恢复。",
        ),
        (
            &["华光公司表示，订单很多。李冬说，要快。该公司表示，产量已经恢复。"],
            &["李冬"],
            "R 华光公司|订单很多。 / R 李冬|要快。 / R 华光公司|产量已经恢复。",
        ),
        (
            &["李冬说，要快。该负责人表示，产量已经恢复。"],
            &["李冬"],
            "R 李冬|要快。 / R 李冬|产量已经恢复。",
        ),
        // Pronouns.
        (&["李冬走进车间。他说，要快。"], &["李冬"], "R 李冬|要快。"),
        (
            &["王女士住在城南。她说，水太浑。李先生在旁边。他说，昨天更浑。"],
            &[],
            "R 王女士|水太浑。 / R 李先生|昨天更浑。",
        ),
        (
            &["李冬来到现场。王春也来到现场。两人表示，要快。"],
            &["李冬", "王春"],
            "R 李冬、王春|要快。",
        ),
        // The newspaper speaks again.
        (
            &["李冬说，要快。王春参加活动。"],
            &["李冬", "王春"],
            "R 李冬|要快。",
        ),
        (
            &["李冬说，要快。随后，他走进车间。"],
            &["李冬"],
            "R 李冬|要快。",
        ),
        // Quotations.
        (
            &["李冬说：“大家辛苦了。”"],
            &["李冬"],
            "D 李冬|大家辛苦了。",
        ),
        (
            &["“大家辛苦了。”李冬说，“要注意休息。”"],
            &["李冬"],
            "D 李冬|大家辛苦了。 / D 李冬|要注意休息。",
        ),
        (
            &["“大家辛苦了！”李冬走进车间，向工人问好。"],
            &["李冬"],
            "D 李冬|大家辛苦了！",
        ),
        (&["“快多了”，陈先生说。"], &[], "D 陈先生|快多了"),
        (
            &["李冬与居民交谈，“只要我们齐心协力，就一定能好起来”。"],
            &["李冬"],
            "D 李冬|只要我们齐心协力，就一定能好起来",
        ),
        (
            &["「大家辛苦了。」李冬说。"],
            &["李冬"],
            "D 李冬|大家辛苦了。",
        ),
        // Without names found before.
        (
            &["市教育局副局长许文澜介绍，学校增加到八十所。"],
            &[],
            "R 许文澜|学校增加到八十所。",
        ),
        (
            &["一位不愿透露姓名的居民告诉记者，水太浑。"],
            &[],
            "R 居民|水太浑。",
        ),
        // Headlines.
        (
            &["# 李冬在会上强调", "# 抓好落实", "李冬来了。"],
            &["李冬"],
            "R 李冬|抓好落实",
        ),
        (
            &["# 李冬：还能更快", "", "，：。"],
            &["李冬"],
            "R 李冬|还能更快",
        ),
    ];
    let wrong: Vec<String> = rows
        .iter()
        .filter_map(|(paragraphs, persons, expected)| {
            let found = shown(paragraphs, persons);
            (found != *expected)
                .then(|| format!("{paragraphs:?}\n  expected {expected}\n  found    {found}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

proptest! {
    #[test]
    fn spans_lie_in_order_on_character_borders(
        texts in proptest::collection::vec(
            "(李冬|他|会议|记者|强调|要求|说|表示|[，。：；！“”‘’「」\" 的a1\n]){0,30}",
            0..4,
        ),
    ) {
        let mut mentions = Vec::new();
        let passages: Vec<Passage> = (0..)
            .zip(&texts)
            .map(|(unit, text)| {
                push_mentions(text, unit, &["李冬".to_owned()], NameKind::Person, &mut mentions);
                Passage {
                    unit,
                    article: unit / 2,
                    part: if unit % 3 == 0 { PassagePart::Headline } else { PassagePart::Paragraph },
                    text: text.clone(),
                    dateline_bytes: 0,
                    reporters: Vec::new(),
                }
            })
            .collect();
        let mut before = (0, 0);
        for span in spans(&passages, &mentions) {
            let text = &passages[span.unit as usize].text;
            prop_assert!(text.get(span.start as usize..span.end as usize).is_some_and(|words| !words.is_empty()));
            prop_assert!((span.unit, span.start) >= before, "{span:?}");
            prop_assert!(!span.speaker.is_empty());
            before = (span.unit, span.end);
        }
    }
}
