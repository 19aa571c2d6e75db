//! 工程: settings and project as a file, which a later session or another person opens.
//!
//! The file is JSON:
//!
//! ```json
//! {
//!   "cijing-project": 1,
//!   "program": "cijing 0.1.0",
//!   "settings": {"unknown_words": true, …},
//!   "project": {
//!     "stop_words_added": ["记者"],
//!     "corrections": [{"sha256": "6b86…", "encoding": "Utf8", "corrections": [{"split": {"at": 120}}], "judgements": []}], …
//!   }
//! }
//! ```
//!
//! The number is [`VERSION`]. Files are known by the SHA-256 of their bytes, and what was
//! corrected also by the encoding in which it was read; no text of theirs is in it. What is missing
//! has its default, so that a project of an older version opens; what is unknown is passed over.

use std::collections::BTreeSet;

use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

use super::choices::{Project, Settings};
use crate::measures::options::CountedParts;
use crate::measures::part::Part;
use crate::text::arrange::Arrange;
use crate::text::page::correction::FileCorrections;
use crate::words::lexicon::{Dictionary, list};

/// Version of the file. It rises when an older program would misread a newer file.
pub const VERSION: u32 = 1;

/// Why a file is no project that can be opened. Lines and columns count from 1, columns in bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum ProjectError {
    /// The bytes are no JSON.
    #[error("not a project: no JSON from line {line}, column {column} on")]
    NotJson {
        /// The line.
        line: usize,
        /// The column.
        column: usize,
    },
    /// JSON, and nothing that this program wrote.
    #[error("not a project: “cijing-project” with the version is missing")]
    NotAProject,
    /// A newer program wrote it.
    #[error(
        "the project has version {version}, and this program knows {VERSION}: open it with a newer program"
    )]
    Newer {
        /// Its version.
        version: u64,
    },
    /// A value is not what it should be.
    #[error("the project is damaged in line {line}, column {column}: {what}")]
    Damaged {
        /// The line.
        line: usize,
        /// The column.
        column: usize,
        /// What was found and what was expected, in English.
        what: String,
    },
}

/// What every version of the file begins with.
#[derive(Deserialize)]
struct Head {
    #[serde(rename = "cijing-project")]
    version: u64,
}

#[derive(Serialize)]
struct Written<'p> {
    #[serde(rename = "cijing-project")]
    version: u32,
    program: &'static str,
    settings: &'p Settings,
    project: &'p Project,
}

#[derive(Deserialize)]
struct Content {
    #[serde(default)]
    settings: Settings,
    #[serde(default)]
    project: Project,
}

/// What older versions say of the parts that are counted: one switch for all headlines, one for everything else.
#[derive(Deserialize)]
struct OldContent {
    #[serde(default)]
    settings: OldParts,
}

#[derive(Deserialize, Default)]
struct OldParts {
    parts: Option<IgnoredAny>,
    headlines: Option<bool>,
    body: Option<bool>,
}

impl OldParts {
    /// The parts that the switches mean; `None` where there are none.
    fn counted(&self) -> Option<CountedParts> {
        if self.parts.is_some() || (self.headlines.is_none() && self.body.is_none()) {
            return None;
        }
        let mut parts = CountedParts::default();
        let headlines = self.headlines.unwrap_or(true);
        let body = self.body.unwrap_or(true);
        for (part, on) in [
            (Part::MainHeadline, headlines),
            (Part::OtherHeadlines, headlines),
            (Part::Crosshead, body),
            (Part::Lead, body),
            (Part::Body, body),
        ] {
            parts.set(part, on);
        }
        Some(parts)
    }
}

/// The file's bytes: UTF-8, with indents and a line end at the end.
pub fn write(settings: &Settings, project: &Project) -> Vec<u8> {
    let written = Written {
        version: VERSION,
        program: concat!("cijing ", env!("CARGO_PKG_VERSION")),
        settings,
        project,
    };
    // Strings, numbers and lists of them always serialise.
    let mut bytes = serde_json::to_vec_pretty(&written).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// The settings and the project of a file, brought into the order in which the program keeps them. A byte order mark
/// before the text is passed over.
pub fn read(bytes: &[u8]) -> Result<(Settings, Project), ProjectError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let head: Head = serde_json::from_slice(bytes).map_err(|error| {
        if error.is_data() {
            ProjectError::NotAProject
        } else {
            ProjectError::NotJson {
                line: error.line(),
                column: error.column(),
            }
        }
    })?;
    if head.version > u64::from(VERSION) {
        return Err(ProjectError::Newer {
            version: head.version,
        });
    }
    let mut content: Content = serde_json::from_slice(bytes).map_err(|error| damage(&error))?;
    let old: OldContent = serde_json::from_slice(bytes).map_err(|error| damage(&error))?;
    if let Some(parts) = old.settings.counted() {
        content.settings.parts = parts;
    }
    Ok((in_range(content.settings), in_order(content.project)))
}

fn damage(error: &serde_json::Error) -> ProjectError {
    let message = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    ProjectError::Damaged {
        line: error.line(),
        column: error.column(),
        what: message.strip_suffix(&place).unwrap_or(&message).to_owned(),
    }
}

fn in_range(mut settings: Settings) -> Settings {
    settings.shortest_chars = settings.shortest_chars.max(1);
    sort(&mut settings.parts_of_speech.excluded);
    settings
}

/// A file may have been written by hand: the lists are sorted, and what is told twice of a file is put together.
fn in_order(mut project: Project) -> Project {
    sort(&mut project.stop_words_added);
    sort(&mut project.stop_words_removed);
    sort(&mut project.articles_left_out);
    let mut files: Vec<FileCorrections> = Vec::new();
    project
        .corrections
        .arrange_by(|one, other| one.key().cmp(&other.key()));
    for file in project.corrections {
        match files.last_mut().filter(|last| last.key() == file.key()) {
            Some(last) => {
                last.corrections.extend(file.corrections);
                last.judgements.extend(file.judgements);
            }
            None => files.push(file),
        }
    }
    project.corrections = files;
    project.metadata.put_in_order();
    // Of what is said twice of a word or name the first stays, as if it were said once.
    put_in_order(&mut project.lexicon, |entry| entry.word.clone());
    put_in_order(&mut project.names, |decision| {
        (decision.kind, decision.name.clone())
    });
    put_in_order(&mut project.phrases, |decision| decision.key.clone());
    project.lexicon.retain(|entry| !entry.word.is_empty());
    let mut names = BTreeSet::new();
    project
        .groups
        .retain(|group| names.insert(group.name.clone()));
    for dictionary in &mut project.dictionaries {
        put_dictionary_in_order(dictionary);
    }
    project
}

/// Lines written by hand may be none that the program keeps: those that are bad or stand twice are left out.
fn put_dictionary_in_order(dictionary: &mut Dictionary) {
    let list = list::read(&dictionary.lines);
    dictionary.words = list.words;
    if *dictionary.lines != *list.lines {
        dictionary.lines = list.lines.into();
    }
}

/// Sorts by a key; of several with one key the first stays.
fn put_in_order<T, K: Ord>(list: &mut Vec<T>, key: impl Fn(&T) -> K) {
    list.arrange_by_key(&key);
    list.dedup_by(|later, earlier| key(later) == key(earlier));
}

fn sort<T: Ord>(list: &mut Vec<T>) {
    list.arrange();
    list.dedup();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::choices::PartOfSpeech;
    use crate::engine::metadata::FileMetadata;
    use crate::report::metadata::GroupKey;
    use crate::report::views::ArticleKey;
    use crate::text::clean::Passes;
    use crate::text::page::correction::{Correction, Judgement};
    use crate::text::page::decision::{Answer, BreakAnswer};
    use crate::text::page::model::{Field, HeadlineRole, ParagraphKind};
    use crate::words::groups::ConceptGroup;
    use crate::words::lexicon::{LexiconEntry, LexiconRule};
    use crate::words::names::{NameChoice, NameDecision, NameKind};
    use crate::words::phrases::{PhraseDecision, PhraseKind};

    fn project() -> Project {
        let place = 7;
        Project {
            stop_words_added: vec!["“引号”\n".to_owned(), "记者".to_owned()],
            articles_left_out: vec![ArticleKey {
                sha256: "ab".to_owned(),
                name: "甲.txt".to_owned(),
                place,
            }],
            corrections: vec![FileCorrections {
                sha256: "ab".to_owned(),
                encoding: Some(crate::text::decode::Encoding::Gb18030),
                corrections: vec![
                    Correction::Split { at: place },
                    Correction::Join { at: place },
                    Correction::MakeHeadline {
                        unit: place,
                        article: 9,
                        role: HeadlineRole::Kicker,
                    },
                    Correction::MakeParagraph {
                        unit: place,
                        kind: ParagraphKind::Crosshead,
                    },
                    Correction::SetAside { unit: place },
                    Correction::Restore { unit: place },
                    Correction::DivideArticle { at: place },
                    Correction::MergeArticles {
                        article: place,
                        into: 0,
                    },
                ],
                judgements: vec![Judgement {
                    place,
                    answer: Answer::Break(BreakAnswer::Wrap),
                    is_right: false,
                }],
            }],
            ..Project::default()
        }
    }

    #[test]
    fn what_is_written_is_read() {
        let mut settings = Settings::default();
        settings.parts_of_speech.toggle(PartOfSpeech::Verb);
        settings.parts.lead = false;
        let project = project();
        let bytes = write(&settings, &project);
        assert_eq!(read(&bytes), Ok((settings, project)));
    }

    #[test]
    fn an_older_file_says_what_is_counted_in_its_way() {
        let parts = |settings: &str| {
            let text = format!(r#"{{"cijing-project": 1, "settings": {settings}}}"#);
            read(text.as_bytes()).unwrap().0.parts
        };
        let none = CountedParts::NONE;
        let all = CountedParts::default();
        let headlines = CountedParts {
            main_headline: true,
            other_headlines: true,
            ..none
        };
        let body = CountedParts {
            main_headline: false,
            other_headlines: false,
            ..all
        };
        for (settings, expected) in [
            ("{}", all),
            (r#"{"headlines": true, "body": true}"#, all),
            (r#"{"headlines": true, "body": false}"#, headlines),
            (r#"{"headlines": false}"#, body),
            (r#"{"headlines": false, "body": false}"#, none),
            (
                r#"{"headlines": false, "parts": {"captions": true}}"#,
                CountedParts {
                    captions: true,
                    ..all
                },
            ),
        ] {
            assert_eq!(parts(settings), expected, "{settings}");
        }
    }

    #[test]
    fn the_names_in_a_file_stay_what_they_are() {
        let bytes = write(&Settings::default(), &project());
        let text = String::from_utf8(bytes).unwrap();
        let text: String = text.split_whitespace().collect();
        for part in [
            r#"{"cijing-project":1,"program":"cijing"#,
            r#"{"split":{"at":7}},{"join":{"at":7}},"#,
            r#"{"make-headline":{"unit":7,"article":9,"role":"kicker"}}"#,
            r#"{"make-paragraph":{"unit":7,"kind":"crosshead"}}"#,
            r#"{"set-aside":{"unit":7}},{"restore":{"unit":7}},{"divide-article":{"at":7}}"#,
            r#"{"merge-articles":{"article":7,"into":0}}"#,
            r#"{"place":7,"answer":{"break":"wrap"},"is_right":false}"#,
        ] {
            assert!(text.contains(part), "{part} in {text}");
        }
    }

    #[test]
    fn little_is_enough_and_order_is_made() {
        let text = r#"{"cijing-project": 1, "later": [1], "settings": {"shortest_chars": 0}, "project": {
            "stop_words_added": ["乙", "甲", "乙"],
            "corrections": [{"sha256": "b"}, {"sha256": "a", "corrections": [{"split": {"at": 1}}]},
                {"sha256": "a", "corrections": [{"join": {"at": 0}}]}]}}"#;
        let (settings, project) = read(format!("\u{feff}{text}").as_bytes()).unwrap();
        let expected = Settings {
            shortest_chars: 1,
            ..Settings::default()
        };
        assert_eq!(settings, expected);
        assert_eq!(project.stop_words_added, ["乙", "甲"]);
        let corrections = [Correction::Split { at: 1 }, Correction::Join { at: 0 }];
        assert_eq!(project.corrections[0].corrections, corrections);
        assert_eq!(project.corrections[1].sha256, "b");
        assert_eq!(project.corrections.len(), 2);
        let empty = read(br#"{"cijing-project": 1}"#);
        assert_eq!(empty, Ok((Settings::default(), Project::default())));
    }

    #[test]
    fn what_is_missing_inside_has_its_default_too() {
        for text in [
            r#"{"cijing-project": 1, "project": {"metadata": {}}}"#,
            r#"{"cijing-project": 1, "project": {"metadata": {"counted_only": {}}}}"#,
            r#"{"cijing-project": 1, "settings": {"cleanup": {}}}"#,
            r#"{"cijing-project": 1, "settings": {"parts_of_speech": {}}}"#,
        ] {
            let read = read(text.as_bytes());
            assert_eq!(
                read,
                Ok((Settings::default(), Project::default())),
                "{text}"
            );
        }
        let text = r#"{"cijing-project": 1, "settings": {"cleanup": {"width": false}}}"#;
        let (settings, _) = read(text.as_bytes()).unwrap();
        let expected = Passes {
            width: false,
            ..Passes::default()
        };
        assert_eq!(settings.cleanup, expected);
    }

    #[test]
    fn metadata_is_put_in_order() {
        let text = r#"{"cijing-project": 1, "project": {"metadata": {
            "by_hand": [
                {"sha256": "b", "values": [["published", "2022-07-04"], ["newspaper", "江城日报"]]},
                {"sha256": "a", "values": [["published", "2022-07-05"]]},
                {"sha256": "b", "values": [["published", "2022-07-06"]]}, {"sha256": "c"}],
            "from_tables": [{"sha256": "b", "free": [["栏目", "要闻"]]}, {"sha256": "a", "free": [["栏目", "副刊"]]}],
            "counted_only": {"conditions": [
                {"key": "section", "value": "要闻"}, {"key": "newspaper", "value": "江城日报"},
                {"key": "section", "value": "要闻"}]}}}}"#;
        let (_, project) = read(text.as_bytes()).unwrap();
        let metadata = project.metadata;
        let files = |files: &[FileMetadata]| -> Vec<String> {
            files.iter().map(|file| file.sha256.clone()).collect()
        };
        assert_eq!(files(&metadata.by_hand), ["a", "b", "c"]);
        assert_eq!(files(&metadata.from_tables), ["a", "b"]);
        let expected = [
            (Field::Newspaper, "江城日报".to_owned()),
            (Field::Published, "2022-07-06".to_owned()),
        ];
        assert_eq!(metadata.by_hand[1].values, expected);
        let conditions = metadata.counted_only.conditions;
        let keys: Vec<GroupKey> = conditions.iter().map(|condition| condition.key).collect();
        assert_eq!(keys, [GroupKey::Newspaper, GroupKey::Section]);
    }

    fn with_words() -> Project {
        let entry = |word: &str, rule| LexiconEntry {
            word: word.to_owned(),
            rule,
            tag: "n".to_owned(),
        };
        let name = |name: &str, choice| NameDecision {
            kind: NameKind::Organisation,
            name: name.to_owned(),
            choice,
        };
        let pieces = vec!["疫情".to_owned(), "防控".to_owned()];
        Project {
            lexicon: vec![
                entry("内防", LexiconRule::Whole { always: false }),
                entry("国人", LexiconRule::Whole { always: true }),
                entry("疫情防控", LexiconRule::Apart { pieces }),
            ],
            dictionaries: vec![Dictionary {
                name: "词表.txt".to_owned(),
                lines: "New York\t\n网格员 5 n\n".into(),
                words: 2,
                on: false,
            }],
            names: vec![
                name("市五院", NameChoice::FormOf("市第五人民医院".to_owned())),
                name("市第五人民医院", NameChoice::Accepted),
                name("有关部门", NameChoice::Rejected),
            ],
            phrases: vec![PhraseDecision {
                key: "四方责任".to_owned(),
                kind: PhraseKind::Quoted,
                accepted: true,
            }],
            groups: vec![ConceptGroup {
                name: "新冠".to_owned(),
                members: vec!["新冠*".to_owned()],
                exclusions: vec!["新冠疫苗".to_owned()],
            }],
            counted_speaker: Some("市长".to_owned()),
            ..Project::default()
        }
    }

    #[test]
    fn what_is_said_of_words_survives() {
        let project = with_words();
        let bytes = write(&Settings::default(), &project);
        assert_eq!(read(&bytes), Ok((Settings::default(), project)));
        let text = String::from_utf8(bytes).unwrap();
        let text: String = text.split_whitespace().collect();
        for part in [
            r#"{"word":"国人","rule":{"whole":{"always":true}},"tag":"n"}"#,
            r#"{"apart":{"pieces":["疫情","防控"]}}"#,
            r#"{"kind":"organisation","name":"市五院","choice":{"form-of":"市第五人民医院"}}"#,
            r#"{"key":"四方责任","kind":"quoted","accepted":true}"#,
        ] {
            assert!(text.contains(part), "{part} in {text}");
        }
    }

    #[test]
    fn what_is_said_of_words_is_put_in_order() {
        let mut mixed = with_words();
        mixed.lexicon.reverse();
        mixed.lexicon.push(LexiconEntry {
            word: "国人".to_owned(),
            rule: LexiconRule::Whole { always: false },
            tag: String::new(),
        });
        mixed.lexicon.push(LexiconEntry {
            word: String::new(),
            ..mixed.lexicon[0].clone()
        });
        mixed.names.reverse();
        mixed.names.extend(mixed.names.clone());
        mixed.phrases.extend(mixed.phrases.clone());
        mixed.groups.extend(mixed.groups.clone());
        mixed.dictionaries[0].lines = "New York\t\r\n\n坏 行 太 多 了\n网格员 5 n\n网格员".into();
        mixed.dictionaries[0].words = 9;
        let bytes = write(&Settings::default(), &mixed);
        assert_eq!(read(&bytes), Ok((Settings::default(), with_words())));
    }

    #[test]
    fn errors_tell_what_and_where() {
        let rows: [(&str, &[u8], &str); 9] = [
            ("nothing", b"", "not a project: no JSON from line 1, column 0 on"),
            ("text", "市里开会".as_bytes(), "not a project: no JSON from line 1, column 1 on"),
            ("bytes", b"\xff\xfe\0", "not a project: no JSON from line 1, column 1 on"),
            ("cut off", b"{\"cijing-project\": 1,\n", "not a project: no JSON from line 2, column 0 on"),
            ("a list", b"[]", "not a project: “cijing-project” with the version is missing"),
            ("other JSON", b"{\"page\": 1}", "not a project: “cijing-project” with the version is missing"),
            (
                "newer",
                b"{\"cijing-project\": 2, \"project\": 5}",
                "the project has version 2, and this program knows 1: open it with a newer program",
            ),
            (
                "a wrong value",
                b"{\"cijing-project\": 1,\n\"settings\": {\"headlines\": 3}}",
                "the project is damaged in line 2, column 27: invalid type: integer `3`, expected a boolean",
            ),
            (
                "an unknown correction",
                b"{\"cijing-project\": 1, \"project\": {\"corrections\": [{\"sha256\": \"a\", \"corrections\": [{\"swap\": {}}]}]}}",
                "the project is damaged in line 1, column 89: unknown variant `swap`, expected one of `split`, `join`, \
                 `make-headline`, `make-paragraph`, `set-aside`, `restore`, `divide-article`, `merge-articles`",
            ),
        ];
        for (name, bytes, expected) in rows {
            let error = read(bytes).map(|_| ()).unwrap_err();
            assert_eq!(error.to_string(), expected, "{name}");
        }
        let deep = "[".repeat(100_000);
        assert!(matches!(
            read(deep.as_bytes()),
            Err(ProjectError::NotJson { .. } | ProjectError::NotAProject)
        ));
    }
}
