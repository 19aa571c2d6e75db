//! The articles as a table to take away: one row an article.

use super::document::Document;
use super::session::Engine;
use crate::measures::options::CountedParts;
use crate::report::export::{ArticleRow, articles_csv};
use crate::report::metadata::DocumentMetadata;
use crate::text::page::model::{Article, Field, HeadlineRole};

/// The articles as CSV, in canonical order, with or without their text.
pub fn export_articles(engine: &Engine, with_text: bool) -> Vec<u8> {
    let nothing = DocumentMetadata::default();
    let mut rows = Vec::new();
    for document in engine.corpus().documents() {
        let metadata = engine.metadata().get(document.origin.id);
        let metadata = metadata.unwrap_or(&nothing);
        for (number, article) in document.page.articles.iter().enumerate() {
            let told = Told {
                document,
                metadata,
                article,
                number,
            };
            rows.push(ArticleRow {
                fixed: told.cells(),
                is_counted: engine.plan().counts(document, number),
                free: metadata.free.clone(),
                text: if with_text {
                    told.text()
                } else {
                    String::new()
                },
            });
        }
    }
    articles_csv(&rows, with_text)
}

/// An article and what is known of it.
struct Told<'t> {
    document: &'t Document,
    metadata: &'t DocumentMetadata,
    article: &'t Article,
    number: usize,
}

impl Told<'_> {
    /// The cells in the order of the heads.
    fn cells(&self) -> [String; 18] {
        let (article, metadata) = (self.article, self.metadata.articles.get(self.number));
        let counts = self.document.tokens.counts.get(self.number);
        let characters = counts.map_or(0, |counts| counts.characters(CountedParts::default()));
        let date = article.date.as_ref().map(|date| date.text.clone());
        let in_full = metadata.and_then(|metadata| metadata.date.clone());
        [
            self.document.origin.name.clone(),
            (self.number + 1).to_string(),
            self.value(Field::Newspaper),
            self.value(Field::Published),
            self.value(Field::PageNumber),
            self.value(Field::Section),
            self.value(Field::Place),
            self.headlines(HeadlineRole::Kicker),
            self.headlines(HeadlineRole::Main),
            self.headlines(HeadlineRole::Sub),
            self.headlines(HeadlineRole::Deck),
            self.byline(),
            self.value(Field::Source),
            article.dateline.clone().unwrap_or_default(),
            date.unwrap_or_default(),
            in_full.map_or_else(String::new, |(iso, _)| iso),
            characters.to_string(),
            article.paragraphs.len().to_string(),
        ]
    }

    fn value(&self, field: Field) -> String {
        let value = self.metadata.of_article(self.number, field);
        value.map_or_else(String::new, |value| value.value.clone())
    }

    fn headlines(&self, role: HeadlineRole) -> String {
        let headlines = self.article.headlines.iter();
        let texts: Vec<String> = headlines
            .filter(|headline| headline.role == role)
            .map(|headline| headline.printed.text(&self.document.source))
            .collect();
        texts.join(" / ")
    }

    /// The names of the byline, or the author that a record states.
    fn byline(&self) -> String {
        match &self.article.byline {
            Some(byline) => byline.names.join("、"),
            None => self.value(Field::Author),
        }
    }

    fn text(&self) -> String {
        let paragraphs = self.article.paragraphs.iter();
        let texts: Vec<String> = paragraphs
            .map(|paragraph| paragraph.printed.text(&self.document.source))
            .collect();
        texts.join("\n")
    }
}
