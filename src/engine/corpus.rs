//! All documents together, in canonical order, and their counts under the plan.

use super::document::Document;
use super::mending::MendedPage;
use super::named::Named;
use super::patching::Patch;
use super::plan::Plan;
use super::tokens::Tokens;
use crate::measures::frequency::{
    ArticleCounts, Filter, WordCounts, word_counts, word_counts_by_group,
};
use crate::report::views::{ArticleId, DocumentId};
use crate::words::groups::TermGroups;
use crate::words::stopwords::StopWords;
use crate::words::vocabulary::Vocabulary;

/// The documents that are read, and their vocabulary.
///
/// Documents stand in canonical order (file name by code point, then content hash, then order of adding), so no
/// output shows in which order they came. The vocabulary grows only: numbers of terms stay what they are, and terms
/// that no document holds any more count 0 and appear nowhere.
#[derive(Debug, Default)]
pub struct Corpus {
    documents: Vec<Document>,
    /// Every word that occurred in the session.
    pub vocabulary: Vocabulary,
    /// Rises with every change of the documents or their tokens.
    revision: u64,
}

impl Corpus {
    /// A number that rises with every change of the documents or their tokens.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// The documents in canonical order.
    pub fn documents(&self) -> &[Document] {
        &self.documents
    }

    /// The documents and the vocabulary, which grows when they are segmented again.
    pub fn parts(&mut self) -> (&[Document], &mut Vocabulary) {
        (&self.documents, &mut self.vocabulary)
    }

    /// Gives a document other tokens, and a page with other corrections where there is one; does nothing for an unknown
    /// one.
    pub fn remake(&mut self, id: DocumentId, mended: Option<MendedPage>, tokens: Tokens) {
        self.revision += 1;
        let mut documents = self.documents.iter_mut();
        if let Some(document) = documents.find(|document| document.origin.id == id) {
            if let Some(mended) = mended {
                document.take_mended(mended);
            }
            document.tokens = tokens;
        }
    }

    /// Gives a document other names; does nothing for an unknown one.
    pub fn rename(&mut self, id: DocumentId, named: Named) {
        let mut documents = self.documents.iter_mut();
        if let Some(document) = documents.find(|document| document.origin.id == id) {
            document.named = named;
        }
    }

    /// Puts new tokens in the place of some of a document's; does nothing for an unknown one.
    pub fn patch(&mut self, id: DocumentId, patch: Patch) {
        self.revision += 1;
        let mut documents = self.documents.iter_mut();
        if let Some(document) = documents.find(|document| document.origin.id == id) {
            patch.apply(&mut document.tokens);
        }
    }

    /// A document.
    pub fn document(&self, id: DocumentId) -> Option<&Document> {
        self.documents
            .iter()
            .find(|document| document.origin.id == id)
    }

    /// Puts a document in its place; one with the same number is replaced.
    pub fn insert(&mut self, document: Document) {
        self.remove(document.origin.id);
        let key = document.origin.canonical_key();
        let place = self
            .documents
            .partition_point(|other| other.origin.canonical_key() < key);
        self.documents.insert(place, document);
    }

    /// Forgets a document; does nothing for an unknown one.
    pub fn remove(&mut self, id: DocumentId) {
        self.revision += 1;
        self.documents.retain(|document| document.origin.id != id);
    }

    /// The word counts of all articles that the plan counts, with a row for every one of these groups.
    pub fn counts(&self, plan: &Plan, groups: &TermGroups) -> WordCounts {
        let keeps_tag = |tag: &str| plan.keeps_tag(tag);
        word_counts_by_group(
            self.counted_articles(plan),
            &self.vocabulary,
            &plan.filter(&keeps_tag),
            groups,
        )
    }

    /// How often each of some words is a token in what the plan counts, filtered out of the word list or not.
    pub fn counts_of(&self, plan: &Plan, words: &[String]) -> Vec<u32> {
        let mut sums: Vec<u32> = vec![0; self.vocabulary.len()];
        for article in self.counted_articles(plan) {
            let parts = article.counted(plan.settings.parts);
            for (term, count) in parts.flat_map(|part| &part.terms) {
                if let Some(sum) = sums.get_mut(term.index()) {
                    *sum = sum.saturating_add(*count);
                }
            }
        }
        let words = words.iter().map(|word| self.vocabulary.find(word));
        let counts = words.map(|term| term.and_then(|term| sums.get(term.index()).copied()));
        counts.map(|count| count.unwrap_or(0)).collect()
    }

    /// The same for every word, whatever its length and tag and whether it is a stop word.
    pub fn unfiltered_counts(&self, plan: &Plan) -> WordCounts {
        let filter = Filter {
            shortest_chars: 0,
            stop_words: &StopWords::default(),
            ..plan.filter(&|_| true)
        };
        word_counts(self.counted_articles(plan), &self.vocabulary, &filter)
    }

    /// The counts of the articles that the plan counts.
    pub fn counted_articles<'c>(
        &'c self,
        plan: &'c Plan,
    ) -> impl Iterator<Item = &'c ArticleCounts> {
        self.documents.iter().flat_map(move |document| {
            let articles = document.tokens.counts.iter().enumerate();
            articles
                .filter(move |(number, _)| plan.counts(document, *number))
                .filter_map(move |(number, counts)| match plan.spoken() {
                    Some(spoken) => spoken.counts(article_id(document, number)),
                    None => Some(counts),
                })
        })
    }

    /// How many documents have at least one counted article.
    pub fn counted_documents(&self, plan: &Plan) -> usize {
        let counted = |document: &&Document| {
            (0..document.page.articles.len()).any(|number| plan.counts(document, number))
        };
        self.documents.iter().filter(counted).count()
    }
}

/// The name of a document's article.
pub fn article_id(document: &Document, number: usize) -> ArticleId {
    ArticleId {
        document: document.origin.id,
        article: u32::try_from(number).unwrap_or(u32::MAX),
    }
}
