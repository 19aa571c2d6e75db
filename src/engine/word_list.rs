//! The views of the word list: the sums, the keywords, windows on the list.

use super::corpus::Corpus;
use super::discovering::Discovering;
use super::listing::small;
use super::plan::Plan;
use crate::measures::frequency::{WordCount, WordCounts, relative};
use crate::measures::new_words::NewWords;
use crate::report::views::{OverviewView, Totals, WordOrder, WordRow, WordsView};
use crate::text::arrange::Arrange;
use crate::words::groups::TermGroups;
use crate::words::vocabulary::{TermId, Vocabulary};

/// The word list under one plan, with its sums. Made once for every change, and asked many times.
#[derive(Debug)]
pub struct WordList {
    counts: WordCounts,
    /// The names of the groups that are rows.
    groups: Vec<String>,
    /// The sums.
    pub totals: Totals,
    /// The last order and search asked for, and the rows in it as indices into the counts.
    arranged: Option<Arranged>,
    discovering: Discovering,
    new_words: Option<NewWords>,
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
        let groups = match plan.settings.groups_as_one {
            true => TermGroups::new(plan.groups(), &corpus.vocabulary),
            false => TermGroups::default(),
        };
        let counts = corpus.counts(plan, &groups);
        let totals = totals(corpus, plan, &counts);
        Self {
            counts,
            groups: groups.names().to_vec(),
            totals,
            arranged: None,
            discovering: Discovering::default(),
            new_words: None,
        }
    }

    /// The candidates for new words, once [`Self::discover`] has found them.
    pub fn new_words(&self) -> Option<&NewWords> {
        self.new_words.as_ref()
    }

    /// Does some milliseconds of the search for new words; true once it is done. The list is made anew with every change
    /// of the corpus or the plan, and the search with it.
    pub fn discover(&mut self, corpus: &Corpus, plan: &Plan) -> bool {
        if self.new_words.is_none() {
            self.new_words = self.discovering.step(corpus, plan);
        }
        self.new_words.is_some()
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
        let is_it = |row: &WordCount| row.term == term && row.group.is_none();
        let place = self.counts.rows.iter().position(is_it);
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
                .map_or("", |row| row.name(vocabulary, &self.groups))
        };
        let chars = |row: &WordCount| match row.group {
            Some(_) => small(row.name(vocabulary, &self.groups).chars().count()),
            None => vocabulary.chars(row.term),
        };
        let mut indices: Vec<u32> = (0..small(rows.len())).collect();
        indices.retain(|index| containing.is_empty() || term(index).contains(containing));
        // A stable sort keeps the order by count, and by word, among equals.
        match order {
            WordOrder::Count => {}
            WordOrder::Word => indices.arrange_by_key(term),
            WordOrder::Tag => indices.arrange_by_key(|index| {
                rows.get(*index as usize)
                    .map_or("", |row| tag(vocabulary, row))
            }),
            WordOrder::Articles => indices.arrange_by_key(|index| {
                std::cmp::Reverse(rows.get(*index as usize).map_or(0, |row| row.articles))
            }),
            WordOrder::Length => indices.arrange_by_key(|index| {
                std::cmp::Reverse(rows.get(*index as usize).map_or(0, chars))
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
            word: row.name(vocabulary, &self.groups).to_owned(),
            tag: tag(vocabulary, row).to_owned(),
            count: row.count,
            relative: relative(row.count, self.totals.tokens, self.totals.per),
            articles: row.articles,
            is_group: row.group.is_some(),
        }
    }
}

/// The part of speech of a row; a group has none.
fn tag<'v>(vocabulary: &'v Vocabulary, row: &WordCount) -> &'v str {
    match row.group {
        Some(_) => "",
        None => vocabulary.tag(row.term),
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
