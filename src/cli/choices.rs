//! The choices that a command goes by: a project saved by the page, and the user's own word lists.

use std::path::{Path, PathBuf};

use super::arguments::Choices;
use super::file::ask;
use crate::engine::Engine;
use crate::engine::choices::{Project, Settings};
use crate::engine::protocol::{Reply, Request};
use crate::engine::{import, project_file};
use crate::words::lexicon::{Dictionary, LexiconEntry, LineFault};

/// Puts the choices in force: the project's, with the word lists behind its own, the stop words of some files, and the
/// settings changed by the options of the command. Says on standard error why a file cannot be read, and which lines of a word list were not
/// taken; whether every file could be read.
pub fn choose(
    engine: &mut Engine,
    choices: &Choices,
    stop_word_files: &[PathBuf],
    change: impl FnOnce(Settings) -> Settings,
) -> bool {
    let Some((settings, mut project)) = opened(choices) else {
        return false;
    };
    for path in &choices.lexicon {
        match dictionary(engine, path) {
            Some((dictionary, entries)) => {
                project.dictionaries.push(dictionary);
                for entry in entries {
                    project.lexicon.retain(|known| known.word != entry.word);
                    project.lexicon.push(entry);
                }
            }
            None => return false,
        }
    }
    project
        .lexicon
        .sort_by(|one, other| one.word.cmp(&other.word));
    let Some(stop_words) = stop_words(stop_word_files) else {
        return false;
    };
    project.stop_words_added.extend(stop_words);
    let mut settings = change(settings);
    // Whoever names a file of stop words wants them.
    settings.own_stop_words |= !stop_word_files.is_empty();
    ask(engine, Request::Choose { settings, project }, None);
    true
}

/// What the project says; the defaults where there is none.
fn opened(choices: &Choices) -> Option<(Settings, Project)> {
    let Some(path) = &choices.project else {
        return Some((Settings::default(), Project::default()));
    };
    let read = std::fs::read(path).map_err(|error| error.to_string());
    let opened =
        read.and_then(|bytes| project_file::read(&bytes).map_err(|error| error.to_string()));
    opened
        .map_err(|error| eprintln!("cijing: {}: {error}", path.display()))
        .ok()
}

/// The stop words of some files. Says on standard error why one cannot be read; `None` then.
fn stop_words(files: &[PathBuf]) -> Option<Vec<String>> {
    let mut words = Vec::new();
    for path in files {
        match std::fs::read(path) {
            Ok(bytes) => words.extend(import::stop_words(&bytes)),
            Err(error) => {
                eprintln!("cijing: {}: {error}", path.display());
                return None;
            }
        }
    }
    Some(words)
}

/// The words of a file, and what its comments say of words.
fn dictionary(engine: &mut Engine, path: &Path) -> Option<(Dictionary, Vec<LexiconEntry>)> {
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            eprintln!("cijing: {}: {error}", path.display());
            return None;
        }
    };
    let name = path
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let Some(Reply::ImportedWords(imported)) =
        ask(engine, Request::ImportWords { name, bytes }, None)
    else {
        return None;
    };
    for line in &imported.faulty {
        eprintln!(
            "cijing: {}: line {}: {}: {}",
            path.display(),
            line.line,
            reason(line.fault),
            line.beginning
        );
    }
    let told = u32::try_from(imported.faulty.len()).unwrap_or(u32::MAX);
    let untold = imported.faulty_total.saturating_sub(told);
    if untold > 0 {
        eprintln!(
            "cijing: {}: {untold} lines more were not taken",
            path.display()
        );
    }
    Some((imported.dictionary, imported.entries))
}

/// Why a line was not taken.
fn reason(fault: LineFault) -> &'static str {
    match fault {
        LineFault::TooManyFields => "more than a word, a frequency and a tag",
        LineFault::BadFrequency => "the frequency is no number of at most nine digits",
        LineFault::TooLong => "the word is longer than 64 characters",
        LineFault::BadBytes => "bytes that cannot be decoded",
        LineFault::Repeated => "the word stands on an earlier line",
        LineFault::NoWord => "no letter, digit or Han character",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::names::{NameChoice, NameDecision, NameKind};

    #[test]
    fn projects_and_word_lists_are_in_force_together() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        let project = Project {
            names: vec![NameDecision {
                kind: NameKind::Place,
                name: "河口".to_owned(),
                choice: NameChoice::Rejected,
            }],
            ..Project::default()
        };
        let settings = Settings {
            shortest_chars: 3,
            ..Settings::default()
        };
        std::fs::write(
            path("project.json"),
            project_file::write(&settings, &project),
        )
        .unwrap();
        std::fs::write(
            path("words.txt"),
            "\u{feff}疫情防控 5 n\r\n大数据+网格化\r\n太 多 个 词\r\n",
        )
        .unwrap();
        let choices = |project: Option<&str>, lexicon: &[&str]| Choices {
            project: project.map(path),
            lexicon: lexicon.iter().map(|name| path(name)).collect(),
        };
        let mut engine = Engine::new();
        let both = choices(Some("project.json"), &["words.txt"]);
        assert!(choose(&mut engine, &both, &[], |settings| settings));
        let plan = engine.plan();
        assert_eq!(plan.settings.shortest_chars, 3);
        assert_eq!(plan.project.names, project.names);
        let words: Vec<u32> = plan
            .project
            .dictionaries
            .iter()
            .map(|one| one.words)
            .collect();
        assert_eq!(words, [2], "the good lines are taken");
        for missing in [choices(Some("no.json"), &[]), choices(None, &["no.txt"])] {
            assert!(!choose(&mut engine, &missing, &[], |settings| settings));
        }
        assert!(!choose(
            &mut engine,
            &Choices::default(),
            &[path("no.txt")],
            |settings| settings
        ));
    }
}
