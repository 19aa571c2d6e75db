//! The user's choices as the screen changes them.

use crate::engine::choices::{PartOfSpeech, Project, Settings};
use crate::engine::metadata::PatternChoice;
use crate::report::metadata::Filter;
use crate::report::views::ArticleKey;
use crate::text::clean::Pass;
use crate::text::decode::Encoding;
use crate::text::page::correction::{Correction, FileCorrections, Judgement};
use crate::text::page::model::Field;
use crate::ui::shared::Shared;

/// What is in force: switches and thresholds, and the user's own words and ticks. One step of undo is one of these.
#[derive(Debug, Clone, Default)]
pub struct Choices {
    /// Switches and thresholds.
    pub settings: Shared<Settings>,
    /// The user's own words and ticks.
    pub project: Shared<Project>,
}

impl PartialEq for Choices {
    fn eq(&self, other: &Self) -> bool {
        (self.settings == other.settings || *self.settings == *other.settings)
            && (self.project == other.project || *self.project == *other.project)
    }
}

/// A file by the SHA-256 of its bytes, and the encoding in which they are read.
pub type DecodedFile = (String, Encoding);

/// One change of the choices.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// Switches the unknown-word model.
    UnknownWords(bool),
    /// Sets the shortest word kept, in characters.
    ShortestChars(u8),
    /// Switches the built-in stop words.
    BuiltInStopWords(bool),
    /// Counts headlines, or does not.
    Headlines(bool),
    /// Counts the body, or does not.
    Body(bool),
    /// Counts each story once, or every article that tells it.
    DuplicatesOnce(bool),
    /// Switches a pass of cleaning.
    Cleanup(Pass, bool),
    /// Leaves a family of parts of speech out, or takes it back in.
    TogglePartOfSpeech(PartOfSpeech),
    /// Adds the words that stand in a line the user typed, divided by blanks or commas.
    AddStopWords(String),
    /// Takes a word off the stop words, the built-in ones too.
    RemoveStopWord(String),
    /// Counts articles, or leaves them out.
    CountArticles(Vec<ArticleKey>, bool),
    /// Corrects the page of a file.
    Correct(DecodedFile, Correction),
    /// Judges a decision about a file, and corrects it at the same time.
    Judge(DecodedFile, Judgement, Option<Correction>),
    /// Says a value of files by hand: their SHA-256, the field, the value; an empty one takes it back.
    SetMetadata(Vec<String>, Field, String),
    /// Sets how names of files are read.
    NamePattern(PatternChoice),
    /// Counts only the articles that a filter keeps.
    CountOnly(Filter),
}

impl Choices {
    /// The choices after a change. `built_in` are the built-in stop words in code point order.
    pub fn with(&self, change: Change, built_in: &[String]) -> Self {
        let mut next = self.clone();
        match change {
            Change::UnknownWords(on) => next.settings.change().unknown_words = on,
            Change::ShortestChars(chars) => next.settings.change().shortest_chars = chars.max(1),
            Change::BuiltInStopWords(on) => next.settings.change().built_in_stop_words = on,
            Change::Headlines(on) => next.settings.change().headlines = on,
            Change::Body(on) => next.settings.change().body = on,
            Change::DuplicatesOnce(on) => next.settings.change().duplicates_once = on,
            Change::Cleanup(pass, on) => next.settings.change().cleanup.set(pass, on),
            Change::TogglePartOfSpeech(family) => {
                next.settings.change().parts_of_speech.toggle(family);
            }
            Change::AddStopWords(line) => add_stop_words(next.project.change(), &line, built_in),
            Change::RemoveStopWord(word) => remove_stop_word(next.project.change(), word, built_in),
            Change::CountArticles(articles, counted) => {
                count_articles(next.project.change(), articles, counted);
            }
            Change::Correct(file, correction) => {
                change_corrections(next.project.change(), file, |file| {
                    file.corrections.push(correction);
                });
            }
            Change::Judge(file, judgement, correction) => {
                change_corrections(next.project.change(), file, |file| {
                    judge(file, judgement);
                    file.corrections.extend(correction);
                });
            }
            Change::SetMetadata(files, field, value) => {
                let metadata = &mut next.project.change().metadata;
                for sha256 in files {
                    metadata.set(&sha256, field, &value);
                }
            }
            Change::NamePattern(pattern) => next.project.change().metadata.pattern = pattern,
            Change::CountOnly(filter) => next.project.change().metadata.counted_only = filter,
        }
        next
    }
}

fn add_stop_words(project: &mut Project, line: &str, built_in: &[String]) {
    let divides = |character: char| character.is_whitespace() || ",，、;；".contains(character);
    for word in line.split(divides).filter(|word| !word.is_empty()) {
        project.stop_words_removed.retain(|removed| removed != word);
        if !is_in(built_in, word) {
            insert_sorted(&mut project.stop_words_added, word.to_owned());
        }
    }
}

fn remove_stop_word(project: &mut Project, word: String, built_in: &[String]) {
    project.stop_words_added.retain(|added| *added != word);
    if is_in(built_in, &word) {
        insert_sorted(&mut project.stop_words_removed, word);
    }
}

fn count_articles(project: &mut Project, mut articles: Vec<ArticleKey>, counted: bool) {
    let left_out = &mut project.articles_left_out;
    if counted {
        articles.sort_unstable();
        left_out.retain(|article| articles.binary_search(article).is_err());
    } else {
        left_out.append(&mut articles);
        left_out.sort_unstable();
        left_out.dedup();
    }
}

/// Changes what was corrected of a file, which is new where nothing was yet. What fits any encoding becomes that of the
/// one in use, as places are from now on. Files stay sorted by SHA-256 and encoding.
fn change_corrections(
    project: &mut Project,
    (sha256, encoding): DecodedFile,
    change: impl FnOnce(&mut FileCorrections),
) {
    let files = &mut project.corrections;
    let is_known = |file: &FileCorrections| file.sha256 == sha256 && file.fits(encoding);
    let mut file = match files.iter().position(is_known) {
        Some(place) => files.remove(place),
        None => FileCorrections {
            sha256,
            ..FileCorrections::default()
        },
    };
    file.encoding = Some(encoding);
    change(&mut file);
    let place = files.partition_point(|other| other.key() < file.key());
    files.insert(place, file);
}

/// Takes a judgement in the place of an earlier one of the same decision.
fn judge(file: &mut FileCorrections, judgement: Judgement) {
    file.judgements
        .retain(|earlier| (earlier.place, earlier.answer) != (judgement.place, judgement.answer));
    file.judgements.push(judgement);
}

fn is_in(sorted: &[String], word: &str) -> bool {
    sorted
        .binary_search_by(|entry| entry.as_str().cmp(word))
        .is_ok()
}

fn insert_sorted(words: &mut Vec<String>, word: String) {
    if let Err(index) = words.binary_search(&word) {
        words.insert(index, word);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn built_in() -> Vec<String> {
        ["了", "在", "的"].map(str::to_owned).to_vec()
    }

    #[test]
    fn stop_words_are_added_and_removed() {
        let add = |line: &str| Change::AddStopWords(line.to_owned());
        let remove = |word: &str| Change::RemoveStopWord(word.to_owned());
        let rows: [(&str, Vec<Change>, &[&str], &[&str]); 6] = [
            (
                "several in one line",
                vec![add("记者、 本报，据悉")],
                &["据悉", "本报", "记者"],
                &[],
            ),
            (
                "twice is once",
                vec![add("记者"), add("记者")],
                &["记者"],
                &[],
            ),
            ("a built-in one is there already", vec![add("的")], &[], &[]),
            (
                "a built-in one is taken back in",
                vec![remove("的")],
                &[],
                &["的"],
            ),
            ("and set again", vec![remove("的"), add("的")], &[], &[]),
            (
                "one of the user's",
                vec![add("记者"), remove("记者")],
                &[],
                &[],
            ),
        ];
        for (name, changes, added, removed) in rows {
            let choices = changes
                .into_iter()
                .fold(Choices::default(), |choices, change| {
                    choices.with(change, &built_in())
                });
            assert_eq!(choices.project.stop_words_added, added, "{name}: added");
            assert_eq!(
                choices.project.stop_words_removed, removed,
                "{name}: removed"
            );
        }
    }

    #[test]
    fn articles_are_left_out_once_and_in_order() {
        let article = |place| ArticleKey {
            sha256: "ab".to_owned(),
            name: "甲.txt".to_owned(),
            place,
        };
        let choices = Choices::default()
            .with(
                Change::CountArticles(vec![article(3), article(1)], false),
                &[],
            )
            .with(Change::CountArticles(vec![article(1)], false), &[]);
        assert_eq!(choices.project.articles_left_out, [article(1), article(3)]);
        let choices = choices.with(Change::CountArticles(vec![article(1)], true), &[]);
        assert_eq!(choices.project.articles_left_out, [article(3)]);
    }
}
