//! The views of the word list: the sums, the keywords, windows on the list.

use super::corpus::Corpus;
use super::listing::small;
use super::plan::Plan;
use crate::measures::frequency::{WordCount, WordCounts, relative};
use crate::report::views::{OverviewView, Totals, WordOrder, WordRow, WordsView};
use crate::words::vocabulary::{TermId, Vocabulary};

/// The word list under one plan, with its sums. Made once for every change, and asked many times.
#[derive(Debug)]
pub struct WordList {
    counts: WordCounts,
    /// The sums.
    pub totals: Totals,
    /// The last order and search asked for, and the rows in it as indices into the counts.
    arranged: Option<Arranged>,
}

#[derive(Debug)]
struct Arranged {
    order: WordOrder,
    containing: String,
    indices: Vec<u32>,
}

impl WordList {
    /// Counts the corpus under a plan.
    pub fn new(corpus: &Corpus, plan: &Plan) -> Self {
        let counts = corpus.counts(plan);
        let totals = totals(corpus, plan, &counts);
        Self {
            counts,
            totals,
            arranged: None,
        }
    }

    /// The sums and the first keywords.
    pub fn overview(&self, vocabulary: &Vocabulary, keywords: u32) -> OverviewView {
        OverviewView {
            totals: self.totals,
            keywords: self.top(vocabulary, keywords as usize),
        }
    }

    /// The most frequent words, at most `limit`.
    pub fn top(&self, vocabulary: &Vocabulary, limit: usize) -> Vec<WordRow> {
        let rows = self.counts.rows.iter().take(limit).enumerate();
        rows.map(|(index, row)| self.row(vocabulary, small(index), row))
            .collect()
    }

    /// The rank of a word; 0 where it does not occur, or a filter keeps it out of the list.
    pub fn rank(&self, term: TermId) -> u32 {
        let place = self.counts.rows.iter().position(|row| row.term == term);
        place.map_or(0, |place| small(place).saturating_add(1))
    }

    /// A window on the list in some order.
    pub fn window(
        &mut self,
        vocabulary: &Vocabulary,
        order: WordOrder,
        containing: &str,
        first_row: u32,
        rows: u32,
    ) -> WordsView {
        self.arrange(vocabulary, order, containing);
        let indices = self
            .arranged
            .as_ref()
            .map_or(&[][..], |arranged| &arranged.indices);
        let window = indices.iter().skip(first_row as usize).take(rows as usize);
        let rows = window
            .filter_map(|index| {
                self.counts
                    .rows
                    .get(*index as usize)
                    .map(|row| self.row(vocabulary, *index, row))
            })
            .collect();
        WordsView {
            totals: self.totals,
            rows_total: small(indices.len()),
            first_row,
            rows,
        }
    }

    fn arrange(&mut self, vocabulary: &Vocabulary, order: WordOrder, containing: &str) {
        let fits =
            |arranged: &Arranged| arranged.order == order && arranged.containing == containing;
        if self.arranged.as_ref().is_some_and(fits) {
            return;
        }
        let rows = &self.counts.rows;
        let term = |index: &u32| {
            rows.get(*index as usize)
                .map_or("", |row| vocabulary.term(row.term))
        };
        let mut indices: Vec<u32> = (0..small(rows.len())).collect();
        indices.retain(|index| containing.is_empty() || term(index).contains(containing));
        // A stable sort keeps the order by count, and by word, among equals.
        match order {
            WordOrder::Count => {}
            WordOrder::Word => indices.sort_by_key(term),
            WordOrder::Tag => indices.sort_by_key(|index| {
                rows.get(*index as usize)
                    .map_or("", |row| vocabulary.tag(row.term))
            }),
            WordOrder::Articles => indices.sort_by_key(|index| {
                std::cmp::Reverse(rows.get(*index as usize).map_or(0, |row| row.articles))
            }),
            WordOrder::Length => indices.sort_by_key(|index| {
                std::cmp::Reverse(
                    rows.get(*index as usize)
                        .map_or(0, |row| vocabulary.chars(row.term)),
                )
            }),
        }
        self.arranged = Some(Arranged {
            order,
            containing: containing.to_owned(),
            indices,
        });
    }

    fn row(&self, vocabulary: &Vocabulary, index: u32, row: &WordCount) -> WordRow {
        WordRow {
            rank: index + 1,
            word: vocabulary.term(row.term).to_owned(),
            tag: vocabulary.tag(row.term).to_owned(),
            count: row.count,
            relative: relative(row.count, self.totals.tokens, self.totals.per),
            articles: row.articles,
        }
    }
}

fn totals(corpus: &Corpus, plan: &Plan, counts: &WordCounts) -> Totals {
    let sums = &counts.totals;
    Totals {
        documents: small(corpus.counted_documents(plan)),
        articles: sums.articles,
        characters: sums.characters,
        characters_with_marks: sums.characters_with_marks,
        tokens: sums.tokens,
        types: sums.types,
        sentences: sums.sentences,
        per: sums.per,
        kept_tokens: sums.kept_tokens,
        kept_types: sums.kept_types,
    }
}
