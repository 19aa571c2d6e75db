//! How often each item occurs in each article: partial results that are put together by union.

use std::collections::BTreeMap;

use super::ItemIndex;
use crate::engine::answers::Context;
use crate::engine::findings::FoundInDocument;
use crate::engine::scope::{Scope, ScopedArticle};

/// The counts of an article's items.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ArticleItems {
    /// The article's number in its document.
    pub article: u32,
    /// All words and numbers in the scope: the base of relative frequencies.
    pub tokens: u32,
    /// Numbers of items with their counts, sorted; every count is at least 1.
    pub counts: Vec<(u32, u32)>,
}

/// The counts of some documents, by number of the document in canonical order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ItemCounts {
    documents: BTreeMap<u32, Vec<ArticleItems>>,
}

impl ItemCounts {
    /// Adds the counts of a document, in the place of those known.
    pub fn insert(&mut self, document: u32, articles: Vec<ArticleItems>) {
        self.documents.insert(document, articles);
    }

    /// Puts other documents beside these.
    #[cfg(test)]
    pub fn merge(&mut self, other: Self) {
        self.documents.extend(other.documents);
    }

    /// The documents in canonical order.
    pub fn documents(&self) -> impl Iterator<Item = (u32, &[ArticleItems])> {
        let documents = self.documents.iter();
        documents.map(|(document, articles)| (*document, articles.as_slice()))
    }

    /// The articles that have tokens, in canonical order.
    pub fn articles(&self) -> impl Iterator<Item = (u32, &ArticleItems)> {
        let articles = self.documents().flat_map(|(document, articles)| {
            articles.iter().map(move |article| (document, article))
        });
        articles.filter(|(_, article)| article.tokens > 0)
    }
}

/// Counts documents one after another and keeps its memory between them.
#[derive(Debug, Default)]
pub struct Counting {
    /// Count by number of the item; 0 but for the items met.
    sums: Vec<u32>,
    met: Vec<u32>,
}

impl Counting {
    /// Counts the articles of a document that are in a scope; the document by its number in canonical order.
    pub fn document(
        &mut self,
        context: Context<'_>,
        index: &ItemIndex,
        scope: &Scope,
        document: usize,
    ) -> Vec<ArticleItems> {
        let nothing = FoundInDocument::default();
        let found = context
            .findings
            .and_then(|findings| findings.documents.get(document));
        let found = found.unwrap_or(&nothing);
        self.sums.resize(index.len(), 0);
        let articles = scope.articles(context, document);
        articles
            .map(|article| self.article(context, index, found, &article))
            .collect()
    }

    fn article(
        &mut self,
        context: Context<'_>,
        index: &ItemIndex,
        found: &FoundInDocument,
        article: &ScopedArticle<'_>,
    ) -> ArticleItems {
        let mut tokens: u32 = 0;
        match (article.counts, index.of_terms()) {
            (Some(counts), Some(terms)) => {
                for part in counts.counted(context.plan.settings.parts) {
                    tokens = tokens.saturating_add(part.tokens);
                    for (term, count) in &part.terms {
                        terms.each(*term, |item| self.add(item, *count));
                    }
                }
            }
            _ => {
                for unit in article.units() {
                    let counted =
                        index.each(context, found, &unit, &mut |item, _| self.add(item, 1));
                    tokens = tokens.saturating_add(counted);
                }
            }
        }
        ArticleItems {
            article: article.article,
            tokens,
            counts: self.finish(),
        }
    }

    fn add(&mut self, item: u32, count: u32) {
        if let Some(sum) = self.sums.get_mut(item as usize) {
            if *sum == 0 {
                self.met.push(item);
            }
            *sum = sum.saturating_add(count);
        }
    }

    fn finish(&mut self) -> Vec<(u32, u32)> {
        self.met.sort_unstable();
        let mut counts = Vec::with_capacity(self.met.len());
        for item in self.met.drain(..) {
            if let Some(sum) = self.sums.get_mut(item as usize) {
                counts.push((item, std::mem::take(sum)));
            }
        }
        counts
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn articles() -> impl Strategy<Value = Vec<ArticleItems>> {
        let counts = prop::collection::btree_map(0..9_u32, 1..5_u32, 0..6);
        let article =
            (0..3_u32, 0..30_u32, counts).prop_map(|(article, tokens, counts)| ArticleItems {
                article,
                tokens,
                counts: counts.into_iter().collect(),
            });
        prop::collection::vec(article, 0..4)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1000))]

        #[test]
        fn any_split_put_together_in_any_order_is_the_whole(
            documents in prop::collection::vec((articles(), 0..4_usize), 0..12),
            order in Just([0_usize, 1, 2, 3]).prop_shuffle(),
        ) {
            let mut whole = ItemCounts::default();
            let mut parts = vec![ItemCounts::default(); 4];
            for (number, (articles, part)) in (0..).zip(&documents) {
                whole.insert(number, articles.clone());
                parts[*part].insert(number, articles.clone());
            }
            let mut merged = ItemCounts::default();
            for part in order {
                merged.merge(parts[part].clone());
            }
            prop_assert_eq!(super::super::ItemTable::new(&merged, 9), super::super::ItemTable::new(&whole, 9));
            prop_assert_eq!(merged, whole);
        }
    }
}
