//! The user's choices as the screen changes them.

use crate::engine::choices::{PartOfSpeech, Project, Settings};
use crate::report::views::ArticleId;
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
    /// Leaves a family of parts of speech out, or takes it back in.
    TogglePartOfSpeech(PartOfSpeech),
    /// Adds the words that stand in a line the user typed, divided by blanks or commas.
    AddStopWords(String),
    /// Takes a word off the stop words, the built-in ones too.
    RemoveStopWord(String),
    /// Counts articles, or leaves them out.
    CountArticles(Vec<ArticleId>, bool),
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
            Change::TogglePartOfSpeech(family) => {
                next.settings.change().parts_of_speech.toggle(family);
            }
            Change::AddStopWords(line) => add_stop_words(next.project.change(), &line, built_in),
            Change::RemoveStopWord(word) => remove_stop_word(next.project.change(), word, built_in),
            Change::CountArticles(articles, counted) => {
                count_articles(next.project.change(), articles, counted);
            }
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

fn count_articles(project: &mut Project, mut articles: Vec<ArticleId>, counted: bool) {
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
    use crate::report::views::DocumentId;

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
        let article = |number| ArticleId {
            document: DocumentId(1),
            article: number,
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
