//! The files to take away.

use std::fmt::Write as _;

use serde::Serialize;

use super::choices::Settings;
use super::corpus::article_id;
use super::document::Document;
use super::protocol::Export;
use super::session::Engine;
use crate::report::export::{TableLabels, csv, json};
use crate::text::page::json::PageJson;
use crate::text::page::model::{Article, Printed};

/// The file that was asked for; empty for an unknown document.
pub fn export(engine: &mut Engine, request: Export) -> Vec<u8> {
    match request {
        Export::WordsCsv => words_csv(engine, usize::MAX),
        Export::WordsJson => words_json(engine, usize::MAX),
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
        Export::PageJson(id) => engine
            .corpus()
            .document(id)
            .map(page_json)
            .unwrap_or_default(),
    }
}

/// The first words of the word list as CSV.
pub fn words_csv(engine: &mut Engine, limit: usize) -> Vec<u8> {
    let (list, corpus) = engine.word_list();
    let rows = list.top(&corpus.vocabulary, limit);
    csv::words_csv(&rows, &list.totals, &TableLabels::CHINESE)
}

/// Everything that shaped a word list: with it and the files the list can be made again.
#[derive(Serialize)]
struct Provenance {
    program: &'static str,
    files: Vec<FileProvenance>,
    settings: Settings,
    stop_words_added: Vec<String>,
    stop_words_removed: Vec<String>,
    articles_left_out: Vec<ArticleProvenance>,
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
            .map(file_provenance)
            .collect(),
        articles_left_out: articles_left_out(engine),
        settings,
        stop_words_added: project.stop_words_added,
        stop_words_removed: project.stop_words_removed,
    };
    let (list, corpus) = engine.word_list();
    let rows = list.top(&corpus.vocabulary, limit);
    json::words_json(&rows, &list.totals, &provenance)
}

fn file_provenance(document: &Document) -> FileProvenance {
    let origin = &document.origin;
    FileProvenance {
        name: origin.name.clone(),
        sha256: origin.sha256.clone(),
        encoding: origin.encoding().name(),
    }
}

/// The articles that are not counted, in canonical order.
fn articles_left_out(engine: &Engine) -> Vec<ArticleProvenance> {
    let mut left_out = Vec::new();
    for document in engine.corpus().documents() {
        for number in 0..document.page.articles.len() {
            if !engine.plan().counts(article_id(document, number)) {
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

/// A page as JSON, in the shape of [`PageJson`].
fn page_json(document: &Document) -> Vec<u8> {
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
        &document.page,
    );
    page.to_string_pretty().into_bytes()
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
