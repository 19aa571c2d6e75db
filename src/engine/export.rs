//! The files to take away.

use std::fmt::Write as _;

use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::answers::new_words::row;
use super::articles_export::export_articles;
use super::changes::pass_counts;
use super::choices::Settings;
use super::document::Document;
use super::listing::small;
use super::measure_export;
use super::plan::Plan;
use super::project_file;
use super::protocol::Export;
use super::session::Engine;
use super::words_export::{matrix_csv, name_lists_csv, names_csv, phrases_csv, speakers_csv};
use crate::report::answers::new_words::NewWordsView;
use crate::report::export::{TableLabels, csv, json, new_words_csv};
use crate::report::metadata::{Condition, DocumentMetadata, FieldValue};
use crate::text::arrange::ordered;
use crate::text::clean::Pass;
use crate::text::page::json::PageJson;
use crate::text::page::model::{Article, Field, Page, Printed};
use crate::words::groups::ConceptGroup;
use crate::words::lexicon::{Dictionary, LexiconEntry, list};
use crate::words::names::NameDecision;
use crate::words::phrases::PhraseDecision;

/// The file that was asked for; empty for an unknown document.
pub fn export(engine: &mut Engine, request: Export) -> Vec<u8> {
    match request {
        Export::WordsCsv => words_csv(engine, usize::MAX),
        Export::WordsJson => words_json(engine, usize::MAX),
        Export::ArticlesCsv { with_text } => export_articles(engine, with_text),
        Export::CleanText(id) => engine
            .corpus()
            .document(id)
            .map(clean_text)
            .unwrap_or_default()
            .into_bytes(),
        Export::AllCleanText => {
            let texts: Vec<String> = engine.corpus().documents().iter().map(clean_text).collect();
            texts.join("\n").into_bytes()
        }
        Export::Project => {
            let plan = engine.plan();
            let mut project = plan.project.clone();
            let documents = engine.corpus().documents().iter().filter_map(|document| {
                let metadata = engine.metadata().get(document.origin.id)?;
                Some((document.origin.sha256.as_str(), metadata))
            });
            project.metadata.keep_tables(documents);
            project_file::write(&plan.settings, &project)
        }
        Export::NamesCsv(kind) => names_csv(engine, kind),
        Export::NameListsCsv => name_lists_csv(engine),
        Export::MatrixCsv { by, columns } => matrix_csv(engine, by, columns),
        Export::PhrasesCsv(kind) => phrases_csv(engine, kind),
        Export::SpeakersCsv => speakers_csv(engine),
        Export::NewWordsCsv => new_words_csv(&new_words(engine, usize::MAX).rows),
        Export::LexiconText => {
            let project = &engine.plan().project;
            list::write(&project.lexicon, &project.dictionaries).into_bytes()
        }
        Export::Table { .. }
        | Export::Workbook(_)
        | Export::Concordance { .. }
        | Export::MethodsText(_)
        | Export::SettingsJson => measure_export::export(engine, &request),
        Export::PageJson(id) => {
            let document = engine.corpus().document(id);
            let metadata = engine.metadata().get(id).cloned().unwrap_or_default();
            document.map_or_else(Vec::new, |document| {
                page_json(document, engine.plan(), &metadata)
            })
        }
    }
}

/// The first words of the word list as CSV.
pub fn words_csv(engine: &mut Engine, limit: usize) -> Vec<u8> {
    let (list, corpus) = engine.word_list();
    let rows = list.top(&corpus.vocabulary, limit);
    csv::words_csv(&rows, &list.totals, &TableLabels::CHINESE)
}

/// The first candidates for new words.
pub fn new_words(engine: &mut Engine, limit: usize) -> NewWordsView {
    let found = engine.new_words();
    let candidates = found.words.iter().take(limit);
    NewWordsView {
        rows_total: small(found.words.len()),
        first_row: 0,
        rows: candidates.map(row).collect(),
        characters: found.characters,
        fewest_articles: found.fewest_articles,
    }
}

/// Everything that shaped a word list: with it and the files the list can be made again.
#[derive(Serialize)]
struct Provenance {
    program: &'static str,
    files: Vec<FileProvenance>,
    settings: Settings,
    cleanup: Vec<PassProvenance>,
    stop_words_added: Vec<String>,
    stop_words_removed: Vec<String>,
    articles_left_out: Vec<ArticleProvenance>,
    /// Only articles that meet these conditions are counted.
    counted_only: Vec<Condition>,
    lexicon: Vec<LexiconEntry>,
    dictionaries: Vec<DictionaryProvenance>,
    names: Vec<NameDecision>,
    phrases: Vec<PhraseDecision>,
    groups: Vec<ConceptGroup>,
    /// Only this speaker's words are counted.
    counted_speaker: Option<String>,
}

/// An imported dictionary by its content.
#[derive(Serialize)]
struct DictionaryProvenance {
    name: String,
    words: u32,
    on: bool,
    /// Of its good lines.
    sha256: String,
}

/// A pass from the printed text to the counted one, and how often it changed something in what is counted.
#[derive(Serialize)]
struct PassProvenance {
    pass: Pass,
    on: bool,
    changes: u32,
}

/// An article by the content of its file: the numbers of documents mean nothing outside a session.
#[derive(Serialize)]
struct ArticleProvenance {
    sha256: String,
    /// The article's number in the file, from 1.
    article: usize,
}

#[derive(Serialize)]
struct FileProvenance {
    name: String,
    sha256: String,
    encoding: &'static str,
    meta: MetaProvenance,
}

/// What is known of a file beside its text, and who says it.
#[derive(Serialize)]
struct MetaProvenance {
    values: Vec<FieldValue>,
    columns: Vec<(String, String)>,
}

/// The first words of the word list as JSON, with the sums, the files and the choices that shaped it.
pub fn words_json(engine: &mut Engine, limit: usize) -> Vec<u8> {
    let (settings, project) = (
        engine.plan().settings.clone(),
        engine.plan().project.clone(),
    );
    let provenance = Provenance {
        program: concat!("cijing ", env!("CARGO_PKG_VERSION")),
        files: engine
            .corpus()
            .documents()
            .iter()
            .map(|document| file_provenance(engine, document))
            .collect(),
        articles_left_out: articles_left_out(engine),
        cleanup: pass_provenance(engine),
        settings,
        counted_only: project.metadata.counted_only.conditions,
        stop_words_added: project.stop_words_added,
        stop_words_removed: project.stop_words_removed,
        lexicon: project.lexicon,
        dictionaries: project
            .dictionaries
            .iter()
            .map(dictionary_provenance)
            .collect(),
        names: project.names,
        phrases: project.phrases,
        groups: project.groups,
        counted_speaker: project.counted_speaker,
    };
    let (list, corpus) = engine.word_list();
    let rows = list.top(&corpus.vocabulary, limit);
    json::words_json(&rows, &list.totals, &provenance)
}

fn dictionary_provenance(dictionary: &Dictionary) -> DictionaryProvenance {
    let digest = Sha256::digest(dictionary.lines.as_bytes());
    DictionaryProvenance {
        name: dictionary.name.clone(),
        words: dictionary.words,
        on: dictionary.on,
        sha256: digest.iter().map(|byte| format!("{byte:02x}")).collect(),
    }
}

fn pass_provenance(engine: &Engine) -> Vec<PassProvenance> {
    let plan = engine.plan();
    let counts = pass_counts(engine.corpus(), plan);
    let passes = Pass::ALL.into_iter().zip(counts);
    passes
        .map(|(pass, changes)| PassProvenance {
            pass,
            on: plan.settings.cleanup.has(pass),
            changes,
        })
        .collect()
}

fn file_provenance(engine: &Engine, document: &Document) -> FileProvenance {
    let origin = &document.origin;
    let metadata = engine
        .metadata()
        .get(origin.id)
        .cloned()
        .unwrap_or_default();
    FileProvenance {
        name: origin.name.clone(),
        sha256: origin.sha256.clone(),
        encoding: origin.encoding().name(),
        meta: MetaProvenance {
            values: metadata.values,
            columns: metadata.free,
        },
    }
}

/// The articles that are not counted, in canonical order.
fn articles_left_out(engine: &Engine) -> Vec<ArticleProvenance> {
    let mut left_out = Vec::new();
    for document in engine.corpus().documents() {
        for number in 0..document.page.articles.len() {
            if !engine.plan().counts(document, number) {
                let sha256 = document.origin.sha256.clone();
                left_out.push(ArticleProvenance {
                    sha256,
                    article: number + 1,
                });
            }
        }
    }
    left_out
}

/// A page as JSON, in the shape of [`PageJson`], with the metadata, dates and corrections that are in force.
fn page_json(document: &Document, plan: &Plan, metadata: &DocumentMetadata) -> Vec<u8> {
    let origin = &document.origin;
    let malformed: Vec<(u64, Vec<u8>)> = origin
        .malformed
        .iter()
        .map(|run| (run.offset_bytes, run.bytes.clone()))
        .collect();
    let page = PageJson::new(
        &origin.name,
        origin.encoding(),
        &malformed,
        &document.source,
        &page_in_force(document, metadata),
    );
    let judgements = plan.judgements(origin);
    let corrections = match document.corrections() {
        (corrections, true) => corrections,
        (_, false) => &[],
    };
    let page = page.with_corrections(corrections, judgements);
    let from = metadata.values.iter();
    let from = from.filter_map(|value| Some((meta_name(value.field)?, value.source.name())));
    let page = page.with_metadata(ordered(from), metadata.free.clone());
    page.to_string_pretty().into_bytes()
}

/// The name of a field in the page JSON's `meta`.
fn meta_name(field: Field) -> Option<&'static str> {
    match field {
        Field::Newspaper => Some("newspaper"),
        Field::Published => Some("published"),
        Field::PageNumber => Some("page_no"),
        Field::Section => Some("section"),
        Field::Place => Some("place"),
        Field::Author | Field::Source => None,
    }
}

/// The page with the metadata and dates that are in force.
fn page_in_force(document: &Document, in_force: &DocumentMetadata) -> Page {
    let mut page = document.page.clone();
    let value = |field| in_force.get(field).map(|value| value.value.clone());
    page.metadata.newspaper = value(Field::Newspaper);
    page.metadata.published = value(Field::Published);
    page.metadata.page_no = value(Field::PageNumber);
    page.metadata.section = value(Field::Section);
    page.metadata.place = value(Field::Place);
    for (article, in_force) in page.articles.iter_mut().zip(&in_force.articles) {
        if let Some(date) = &mut article.date {
            date.iso.clone_from(&in_force.date);
        }
    }
    page
}

/// The articles as plain text: headlines, paragraphs, byline and sign-off, a line each; a blank line between articles.
fn clean_text(document: &Document) -> String {
    let articles: Vec<String> = document
        .page
        .articles
        .iter()
        .map(|article| article_text(document, article))
        .collect();
    articles.join("\n")
}

fn article_text(document: &Document, article: &Article) -> String {
    let headlines = article.headlines.iter().map(|headline| &headline.printed);
    let paragraphs = article
        .paragraphs
        .iter()
        .map(|paragraph| &paragraph.printed);
    let bylines = article
        .byline
        .iter()
        .chain(&article.other_bylines)
        .map(|byline| &byline.printed);
    let lines = headlines
        .chain(paragraphs)
        .chain(bylines)
        .chain(&article.signature);
    lines.fold(String::new(), |mut text, line: &Printed| {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{}", line.text(&document.source));
        text
    })
}
