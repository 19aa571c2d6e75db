//! Speech on articles of our own that say who speaks, and cases as data.

use std::collections::BTreeMap;

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
        for (names, kind) in [(&persons, NameKind::Person), (&bodies, NameKind::Organisation)] {
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
        for (byte, character) in passage.text.char_indices().skip(0) {
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
            let name = path.file_name().expect("name").to_string_lossy().into_owned();
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
    assert!(score.of_all() >= 0.95, "{score:?}");
}

#[test]
fn speakers_of_articles_kept_back() {
    let score = scores(&own(), "b_", false);
    assert!(score.of_all() >= 0.90, "{score:?}");
}

#[test]
#[ignore = "needs CIJING_SPEECH, a folder with annotated pages"]
fn speakers_of_other_pages() {
    let folder = std::env::var("CIJING_SPEECH").expect("CIJING_SPEECH");
    scores(&folder, "0", true);
}
