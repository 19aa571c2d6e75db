//! The views of documents and articles: the lists on the left.

use std::collections::BTreeMap;

use super::corpus::article_id;
use super::document::Document;
use super::excerpt::{beginning, hexadecimal, invisible_count};
use crate::measures::options::CountedParts;
use crate::report::metadata::DocumentMetadata;
use crate::report::views::{ArticleKey, ArticleView, DocumentView, MalformedView};
use crate::text::page::model::{Article, HeadlineRole, Rule};
use crate::text::source::Span;

/// How many malformed runs are listed.
const MALFORMED_LISTED: usize = 100;
/// How many characters of an article's body stand for a missing headline.
const BEGINNING_CHARS: usize = 40;

/// Everything the list of files shows of a document.
pub fn document_view(document: &Document, metadata: DocumentMetadata) -> DocumentView {
    let origin = &document.origin;
    DocumentView {
        id: origin.id,
        size_bytes: origin.size_bytes,
        sha256: origin.sha256.clone(),
        encoding: origin.encoding.clone(),
        malformed_count: small_u64(origin.malformed_count),
        malformed: malformed_views(document),
        invisible_count: small(invisible_count(&document.source)),
        long_run_cuts: document.tokens.long_run_cuts,
        lines: small(document.source.line_count()),
        metadata,
        is_table: origin.table.is_some(),
        articles: article_views(document),
        set_aside: set_aside(document),
        decisions: small(document.decisions().len()),
        doubtful: small(document.doubts.len()),
        corrections: small(document.corrections.len()),
        unfitting: document.unfitting.clone(),
        presegmented: document.presegmented,
    }
}

fn malformed_views(document: &Document) -> Vec<MalformedView> {
    let listed = document.origin.malformed.iter().take(MALFORMED_LISTED);
    listed
        .map(|run| MalformedView {
            offset_bytes: run.offset_bytes,
            line: document.line_number(run.text_byte),
            hexadecimal: hexadecimal(&run.bytes),
            row: small(document.rows.row_of(run.text_byte)),
            place: document.place(Span {
                start: run.text_byte,
                end: run.text_byte.saturating_add(3),
            }),
        })
        .collect()
}

fn set_aside(document: &Document) -> Vec<(Rule, u32)> {
    let mut rules = BTreeMap::new();
    for run in &document.page.removed {
        *rules.entry(run.rule).or_insert(0) += 1;
    }
    rules.into_iter().collect()
}

/// The articles of a document in reading order.
fn article_views(document: &Document) -> Vec<ArticleView> {
    let articles = document
        .page
        .articles
        .iter()
        .zip(&document.tokens.counts)
        .enumerate();
    articles
        .map(|(number, (article, counts))| ArticleView {
            id: article_id(document, number),
            key: article_key(document, number),
            headlines: headlines(document, article),
            beginning: body_beginning(document, article, BEGINNING_CHARS),
            byline: article
                .byline
                .as_ref()
                .map(|byline| byline.names.clone())
                .unwrap_or_default(),
            date: article.date.as_ref().map(|date| date.text.clone()),
            characters: counts.characters(CountedParts::default()),
            paragraphs: small(article.paragraphs.len()),
            first_line: document.line_number(first_byte(article)),
        })
        .collect()
}

fn article_key(document: &Document, number: usize) -> ArticleKey {
    ArticleKey {
        sha256: document.origin.sha256.clone(),
        name: document.origin.name.clone(),
        place: document.anchors.get(number).copied().unwrap_or(0),
    }
}

/// The headlines of an article in reading order.
pub fn headlines(document: &Document, article: &Article) -> Vec<(HeadlineRole, String)> {
    article
        .headlines
        .iter()
        .map(|headline| (headline.role, headline.printed.text(&document.source)))
        .collect()
}

fn body_beginning(document: &Document, article: &Article, limit_chars: usize) -> String {
    let first = article.paragraphs.first();
    first.map_or_else(String::new, |paragraph| {
        beginning(&document.source, &paragraph.printed, limit_chars)
    })
}

/// The name by which an article is called: its main headline, or any, or the beginning of its body.
pub fn label(document: &Document, article: &Article, limit_chars: usize) -> String {
    let main = article
        .headlines
        .iter()
        .find(|headline| headline.role == HeadlineRole::Main);
    match main.or(article.headlines.first()) {
        Some(headline) => beginning(&document.source, &headline.printed, limit_chars),
        None => body_beginning(document, article, limit_chars),
    }
}

fn first_byte(article: &Article) -> u32 {
    let headlines = article.headlines.iter().map(|headline| &headline.printed);
    let paragraphs = article
        .paragraphs
        .iter()
        .map(|paragraph| &paragraph.printed);
    let starts = headlines
        .chain(paragraphs)
        .filter_map(|printed| printed.pieces.first());
    starts.map(|piece| piece.start).min().unwrap_or(0)
}

/// A count as it is shown.
pub fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn small_u64(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
