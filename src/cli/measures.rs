//! `cijing keyness`, `keywords`, `dispersion` and `stats`.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};

use super::arguments::{DispersionOptions, KeynessArguments, KeywordsOptions, StatsOptions};
use super::file::ask;
use super::search_arguments::TableOptions;
use super::table::{read, write};
use crate::engine::Engine;
use crate::engine::protocol::{Reply, Request};
use crate::engine::query::{Measure, Reference};
use crate::report::answers::group::{CorpusGroup, Selection};

/// The names of the two groups of files on the command line.
const TARGET: &str = "目标";
const REFERENCE: &str = "参照";

/// Writes the keywords of some files against others, a list, or the dictionary.
pub fn keyness(options: &KeynessArguments, output: &mut dyn Write) -> std::io::Result<bool> {
    let all = [options.files.as_slice(), options.against.as_slice()].concat();
    let is_apart = is_apart(&options.files, &options.against);
    let read = is_apart.then(|| read(&options.table, &all, |measures| options.change(measures)));
    let Some((mut engine, mut all_read)) = read.flatten() else {
        return Ok(false);
    };
    let mut reference = Reference::Selection(Selection::Group(REFERENCE.to_owned()));
    if let Some(path) = &options.list {
        match load_list(&mut engine, path) {
            Some(name) => reference = Reference::List(name),
            None => all_read = false,
        }
    } else if options.dictionary {
        reference = Reference::Dictionary;
    }
    group_files(&mut engine, &options.files, &options.against);
    let measure = Measure::Keyness {
        target: Selection::Group(TARGET.to_owned()),
        reference,
        items: options.items.into(),
    };
    write(&mut engine, &measure, &options.table, output)?;
    Ok(all_read)
}

/// Writes the keywords of all files together.
pub fn keywords(options: &KeywordsOptions, output: &mut dyn Write) -> std::io::Result<bool> {
    let measure = Measure::Keywords {
        of: Selection::All,
        article: None,
        method: options.method.into(),
    };
    take(&options.table, &options.files, &measure, output)
}

/// Writes all items with their counts and dispersion.
pub fn dispersion(options: &DispersionOptions, output: &mut dyn Write) -> std::io::Result<bool> {
    let measure = Measure::Items {
        of: Selection::All,
        items: options.items.into(),
    };
    take(&options.table, &options.files, &measure, output)
}

/// Writes characters, sentences and lexical diversity: of all files, or of each article.
pub fn stats(options: &StatsOptions, output: &mut dyn Write) -> std::io::Result<bool> {
    let measure = match options.articles {
        true => Measure::TextsOfArticles { of: Selection::All },
        false => Measure::Texts {
            of: vec![Selection::All],
        },
    };
    take(&options.table, &options.files, &measure, output)
}

/// Reads files and writes a measure's table. Whether every file could be read.
fn take(
    options: &TableOptions,
    files: &[PathBuf],
    measure: &Measure,
    output: &mut dyn Write,
) -> std::io::Result<bool> {
    let Some((mut engine, all_read)) = read(options, files, |_| {}) else {
        return Ok(false);
    };
    if matches!(measure, Measure::Keywords { .. }) {
        engine.take_idf(include_bytes!("../../static/idf.bin"));
    }
    write(&mut engine, measure, options, output)?;
    Ok(all_read)
}

/// Whether no file name stands on both sides: groups go by the names of files.
fn is_apart(files: &[PathBuf], against: &[PathBuf]) -> bool {
    let names: BTreeSet<String> = names(files).into_iter().collect();
    let both = against.iter().find(|path| names.contains(&name(path)));
    if let Some(path) = both {
        eprintln!(
            "cijing: {}: a file of this name stands on the other side too: rename one of them",
            path.display()
        );
    }
    both.is_none()
}

/// Makes a group of the files of each side.
fn group_files(engine: &mut Engine, files: &[PathBuf], against: &[PathBuf]) {
    let mut project = engine.plan().project.clone();
    let settings = engine.plan().settings.clone();
    for (group, files) in [(TARGET, files), (REFERENCE, against)] {
        project.corpus_groups.retain(|known| known.name != group);
        let mut files = names(files);
        files.sort_unstable();
        files.dedup();
        project.corpus_groups.push(CorpusGroup {
            name: group.to_owned(),
            files,
            ..CorpusGroup::default()
        });
    }
    ask(engine, Request::Choose { settings, project }, None);
}

/// Loads a list of words with counts into the project; says on standard error why it cannot be.
fn load_list(engine: &mut Engine, path: &Path) -> Option<String> {
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            eprintln!("cijing: {}: {error}", path.display());
            return None;
        }
    };
    let request = Request::ImportReference {
        name: name(path),
        bytes,
    };
    let Some(Reply::ImportedReference(imported)) = ask(engine, request, None) else {
        return None;
    };
    let (list, faulty) = *imported;
    if faulty > 0 {
        eprintln!(
            "cijing: {}: {faulty} lines are no word with a count and were left out",
            path.display()
        );
    }
    let name = list.name.clone();
    let mut project = engine.plan().project.clone();
    let settings = engine.plan().settings.clone();
    project.references.retain(|known| known.name != name);
    project.references.push(list);
    ask(engine, Request::Choose { settings, project }, None);
    Some(name)
}

fn names(files: &[PathBuf]) -> Vec<String> {
    files.iter().map(|path| name(path)).collect()
}

fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}
