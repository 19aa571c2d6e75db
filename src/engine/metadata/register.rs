//! What holds of all documents, made anew when something it hangs on has changed, and not before it is needed.

use std::collections::{BTreeMap, BTreeSet};

use super::ProjectMetadata;
use super::in_force::{Names, Said, in_force};
use super::matching::FileIndex;
use crate::engine::corpus::{Corpus, article_id};
use crate::engine::document::Document;
use crate::report::metadata::{DocumentMetadata, Filter, MetadataChanges, TableReport};
use crate::report::views::{ArticleId, DocumentId};
use crate::text::arrange::ordered;

/// What holds of the documents of a corpus.
#[derive(Debug, Default)]
pub struct Register {
    documents: BTreeMap<DocumentId, DocumentMetadata>,
    tables: Vec<(DocumentId, TableReport)>,
    is_stale: bool,
}

impl Register {
    /// Notes that documents, tables or choices changed.
    pub fn touch(&mut self) {
        self.is_stale = true;
    }

    /// Whether something has changed since the last [`Register::settle`].
    pub fn is_stale(&self) -> bool {
        self.is_stale
    }

    /// What holds of a document; nothing for an unknown one, and for one read since the last [`Register::settle`].
    pub fn get(&self, document: DocumentId) -> Option<&DocumentMetadata> {
        self.documents.get(&document)
    }

    /// What holds of a document that was just read, as far as it is known before the tables are asked.
    pub fn take_in(&mut self, document: &Document, project: &ProjectMetadata) -> &DocumentMetadata {
        self.is_stale = true;
        let metadata = before_tables(document, project);
        let entry = self.documents.entry(document.origin.id);
        entry.insert_entry(metadata).into_mut()
    }

    /// Brings everything up to date. `None` where nothing had changed; else what did.
    pub fn settle(
        &mut self,
        corpus: &Corpus,
        project: &ProjectMetadata,
    ) -> Option<MetadataChanges> {
        if !std::mem::take(&mut self.is_stale) {
            return None;
        }
        let (rows, tables) = matched(corpus);
        let names = Names::new(&project.pattern);
        let mut changes = MetadataChanges {
            documents: Vec::new(),
            tables: tables.clone(),
        };
        let mut known = BTreeMap::new();
        for document in corpus.documents() {
            let id = document.origin.id;
            let said = Said {
                project,
                names: &names,
                row: rows.get(&id).copied(),
            };
            let metadata = in_force(document, &said);
            if self.documents.get(&id) != Some(&metadata) {
                changes.documents.push((id, metadata.clone()));
            }
            known.insert(id, metadata);
        }
        self.documents = known;
        let is_news = !changes.documents.is_empty() || self.tables != tables;
        self.tables = tables;
        is_news.then_some(changes)
    }

    /// The articles that a filter does not keep.
    pub fn filtered_out(&self, corpus: &Corpus, filter: &Filter) -> BTreeSet<ArticleId> {
        if filter.is_empty() {
            return BTreeSet::new();
        }
        let nothing = DocumentMetadata::default();
        let mut out = BTreeSet::new();
        for document in corpus.documents() {
            let metadata = self.get(document.origin.id).unwrap_or(&nothing);
            for (number, article) in document.page.articles.iter().enumerate() {
                let byline = article.byline.as_ref();
                let byline = byline.map_or(&[][..], |byline| byline.names.as_slice());
                if !filter.keeps(metadata, number, byline) {
                    out.insert(article_id(document, number));
                }
            }
        }
        out
    }
}

/// What holds of a document as far as it is known before the tables are asked.
pub fn before_tables(document: &Document, project: &ProjectMetadata) -> DocumentMetadata {
    let said = Said {
        project,
        names: &Names::new(&project.pattern),
        row: None,
    };
    in_force(document, &said)
}

type Rows<'c> = BTreeMap<DocumentId, &'c super::table::TableRow>;

/// The row of each document, of the first table that has one, and the reports of all tables in the order of adding.
fn matched(corpus: &Corpus) -> (Rows<'_>, Vec<(DocumentId, TableReport)>) {
    let tables: BTreeMap<DocumentId, _> = ordered(
        corpus
            .documents()
            .iter()
            .filter_map(|document| Some((document.origin.id, document.origin.table.as_ref()?))),
    );
    let mut rows = Rows::new();
    if tables.is_empty() {
        return (rows, Vec::new());
    }
    let origins = corpus.documents().iter().map(|document| &document.origin);
    let index = FileIndex::new(origins.filter(|origin| origin.table.is_none()));
    let mut reports = Vec::new();
    for (id, table) in tables {
        let matched = index.matched(table);
        for (document, row) in matched.rows {
            if let Some(row) = table.rows.get(row) {
                rows.entry(document).or_insert(row);
            }
        }
        reports.push((id, matched.report));
    }
    (rows, reports)
}
