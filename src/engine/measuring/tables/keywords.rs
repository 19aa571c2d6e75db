//! 关键词 of one article or of a selection.

use std::rc::Rc;

use super::full::FullTable;
use super::values::{RowNames, Texts, Values};
use crate::engine::answers::Context;
use crate::engine::document::Document;
use crate::engine::items::ItemIndex;
use crate::engine::listing::small;
use crate::engine::measuring::counting::{Counted, CountingWork, STEP_BYTES as COMPILED_BYTES};
use crate::engine::measuring::walk::compile;
use crate::engine::measuring::{Measured, Measuring, Step};
use crate::engine::prose::Prose;
use crate::engine::scope::{Scope, ScopedUnit, Scoping};
use crate::measures::keywords::{
    TextRank, TextRanking, Weighted, WordTally, heaviest_first, idf_of_corpus, is_candidate,
    is_ranked, tf_idf,
};
use crate::measures::options::{ItemKind, KeywordMethod};
use crate::report::answers::Item;
use crate::report::answers::group::{Selection, Side};
use crate::report::answers::search::Searched;
use crate::report::answers::table::{Column, Lead, Note};
use crate::report::views::ArticleId;
use crate::words::segment::TokenKind;
use crate::words::vocabulary::{TermId, Vocabulary};

/// How much text is cut in one step, in bytes.
const STEP_BYTES: usize = 32 * 1024;
/// How many times as fast as cutting it is to take tokens that are known.
const TOKEN_SPEED: usize = 8;

/// The work of making the table.
pub fn begin(
    context: Context<'_>,
    of: &Selection,
    article: Option<ArticleId>,
    method: KeywordMethod,
) -> Box<dyn Measuring> {
    let documents = match method {
        KeywordMethod::TfIdfOfCorpus => {
            // The document frequencies are those of the selection, or of all that the plan counts.
            let corpus = if article.is_some() {
                of.clone()
            } else {
                Selection::All
            };
            let index = Rc::new(ItemIndex::new(context, ItemKind::Words));
            Some((
                CountingWork::new(context, Rc::clone(&index), &corpus),
                index,
            ))
        }
        KeywordMethod::TfIdfOfJieba | KeywordMethod::TextRank => None,
    };
    Box::new(Work {
        of: of.clone(),
        article,
        method,
        scoping: None,
        scope: None,
        units: Vec::new(),
        next: 0,
        side: Side::default(),
        tally: WordTally::default(),
        words: Vocabulary::new(),
        graph: TextRank::default(),
        last_article: None,
        ranking: None,
        documents,
        frequencies: None,
    })
}

#[derive(Debug)]
struct Work {
    of: Selection,
    article: Option<ArticleId>,
    method: KeywordMethod,
    scoping: Option<Scoping>,
    scope: Option<Scope>,
    /// The units to look at: document, and place among those of the document that are in the scope.
    units: Vec<(u32, u32)>,
    next: usize,
    side: Side,
    /// Candidates in the order in which they first occur: terms of the corpus, or of `words`.
    tally: WordTally<TermId>,
    /// The words that jieba cuts, which may be no tokens of ours.
    words: Vocabulary,
    graph: TextRank,
    last_article: Option<(u32, u32)>,
    ranking: Option<TextRanking>,
    /// Counting in how many articles each word occurs.
    documents: Option<(CountingWork, Rc<ItemIndex>)>,
    frequencies: Option<(Counted, Rc<ItemIndex>)>,
}

impl Measuring for Work {
    fn step(&mut self, context: Context<'_>) -> Step {
        if let Some((counting, _)) = &mut self.documents {
            let done = counting.step(context);
            let per_mille = counting.per_mille(context) / 2;
            if done && let Some((counting, index)) = self.documents.take() {
                self.frequencies = Some((counting.finish(), index));
            }
            return Step::Working(per_mille, None);
        }
        let Some(scope) = self.scope.take() else {
            let scoping = self.scoping.take();
            let mut scoping = scoping.unwrap_or_else(|| Scoping::new(context, &self.of));
            if compile(&mut scoping, context, COMPILED_BYTES) {
                self.begin_units(context, scoping.finish());
            } else {
                self.scoping = Some(scoping);
            }
            return Step::Working(self.per_mille(context), None);
        };
        let is_done = self.look(context, &scope);
        self.scope = Some(scope);
        if !is_done {
            return Step::Working(self.per_mille(context), None);
        }
        if self.method == KeywordMethod::TextRank {
            let vocabulary = &context.corpus.vocabulary;
            let graph = &mut self.graph;
            let ranking = self.ranking.get_or_insert_with(|| {
                std::mem::take(graph).into_ranking(|one, other| {
                    vocabulary
                        .term(TermId(one))
                        .cmp(vocabulary.term(TermId(other)))
                })
            });
            if ranking.sweep() {
                return Step::Working(999, None);
            }
        }
        Step::Done(Box::new(self.table(context)))
    }

    fn stop(mut self: Box<Self>, context: Context<'_>) -> Box<dyn Measured> {
        let per_mille = self.per_mille(context);
        let mut table = self.table(context);
        table.stop(per_mille);
        Box::new(table)
    }
}

impl Work {
    /// How much is done, in thousandths: counting in how many articles each word occurs is the first half.
    fn per_mille(&self, context: Context<'_>) -> u16 {
        if let Some((counting, _)) = &self.documents {
            return counting.per_mille(context) / 2;
        }
        let before = if self.frequencies.is_some() { 500 } else { 0 };
        let done = before + self.next * (1000 - before) / self.units.len().max(1);
        u16::try_from(done).unwrap_or(999).clamp(1, 999)
    }

    fn begin_units(&mut self, context: Context<'_>, scope: Scope) {
        self.side = Side {
            selection: self.of.clone(),
            parts: context.plan.settings.parts,
            ..Side::default()
        };
        for (number, document) in context.corpus.documents().iter().enumerate() {
            let is_asked = |unit: &ScopedUnit<'_>| match self.article {
                Some(article) => {
                    article.document == document.origin.id
                        && unit.unit.article == Some(article.article)
                }
                None => true,
            };
            let units = (0..).zip(scope.units(context, number));
            let units = units.filter(|(_, unit)| is_asked(unit));
            self.units
                .extend(units.map(|(place, _)| (small(number), place)));
        }
        self.scope = Some(scope);
    }

    /// Looks at some units more; true once all are done.
    fn look(&mut self, context: Context<'_>, scope: &Scope) -> bool {
        let mut spent = 0;
        while let Some((number, place)) = self.units.get(self.next).copied() {
            // The units of a document are gone through together.
            let units = scope.units(context, number as usize).skip(place as usize);
            let mut prose = None;
            for (place, unit) in (place..).zip(units) {
                if self.units.get(self.next) != Some(&(number, place)) {
                    break;
                }
                if spent >= STEP_BYTES {
                    return false;
                }
                spent += self.take(context, number, &unit, &mut prose);
                self.next += 1;
            }
        }
        true
    }

    /// Takes the words of a unit; says how much work it was.
    fn take<'d>(
        &mut self,
        context: Context<'_>,
        document: u32,
        unit: &ScopedUnit<'d>,
        prose: &mut Option<Prose<'d>>,
    ) -> usize {
        let vocabulary = &context.corpus.vocabulary;
        let article = (document, unit.unit.article.unwrap_or(0));
        if self.last_article.replace(article) != Some(article) {
            self.side.articles += 1;
            self.graph.end_text();
        }
        let mut bytes = 0;
        let index = self.frequencies.as_ref().map(|(_, index)| index);
        unit.terms(vocabulary, |term| {
            bytes += 3;
            let is_word = matches!(vocabulary.kind(term), TokenKind::Word | TokenKind::Number);
            self.side.tokens += u64::from(is_word);
            let word = vocabulary.term(term);
            match self.method {
                KeywordMethod::TfIdfOfJieba => {}
                KeywordMethod::TfIdfOfCorpus => {
                    let is_item = index.is_some_and(|index| index.of_word(context, word).is_some());
                    if is_word && is_item {
                        self.tally.add(term);
                    }
                }
                KeywordMethod::TextRank => {
                    let is_ranked = is_word && is_ranked(word, vocabulary.tag(term));
                    self.graph.add(is_ranked.then_some(term.0));
                    if is_ranked {
                        self.tally.add(term);
                    }
                }
            }
        });
        // Units stand on lines of their own, and a line end is a token.
        self.graph.add(None);
        if self.method != KeywordMethod::TfIdfOfJieba || context.idf.is_none() {
            return bytes / TOKEN_SPEED + 1;
        }
        let prose = prose.get_or_insert_with(|| prose_of(context, unit.document));
        for text in texts(prose, unit) {
            for word in context.segmenter.plain_words(&text) {
                if is_candidate(word) {
                    self.tally.add(self.words.intern(word, TokenKind::Word));
                }
            }
        }
        bytes + 1
    }

    fn table(&mut self, context: Context<'_>) -> FullTable {
        let tally = std::mem::take(&mut self.tally);
        let ranking = self.ranking.take();
        let mut side = std::mem::take(&mut self.side);
        let counts = tally.counts();
        let mut notes = Vec::new();
        let corpus = &context.corpus.vocabulary;
        let words = match self.method {
            KeywordMethod::TfIdfOfJieba => &self.words,
            KeywordMethod::TfIdfOfCorpus | KeywordMethod::TextRank => corpus,
        };
        let idf = |term: TermId| self.idf(context, words.term(term));
        let mut weighted: Vec<Weighted<TermId>> = match self.method {
            KeywordMethod::TextRank => {
                notes.push(Note::OtherTags);
                let ranked = ranking
                    .map(TextRanking::finish)
                    .unwrap_or_default()
                    .into_iter();
                ranked
                    .map(|one| Weighted {
                        word: TermId(one.word),
                        weight: one.weight,
                    })
                    .collect()
            }
            KeywordMethod::TfIdfOfJieba if context.idf.is_none() => {
                notes.push(Note::NoIdf);
                Vec::new()
            }
            KeywordMethod::TfIdfOfJieba | KeywordMethod::TfIdfOfCorpus => tf_idf(counts, idf),
        };
        heaviest_first(&mut weighted);
        if side.tokens == 0 {
            notes.push(Note::EmptySide(0));
        }
        let mut by_term: Vec<(u32, u32)> = counts
            .iter()
            .map(|(term, count)| (term.0, *count))
            .collect();
        by_term.sort_unstable();
        let count = |term: TermId| {
            let place = by_term.binary_search_by_key(&term.0, |(term, _)| *term);
            place
                .ok()
                .and_then(|place| by_term.get(place))
                .map_or(0, |(_, count)| *count)
        };
        side.types = small(by_term.len());
        let lead = |word: &str| match self.method {
            KeywordMethod::TfIdfOfJieba => Lead::Search(Searched::String(word.to_owned())),
            _ => Lead::Item(Item::Word(word.to_owned())),
        };
        let labels = weighted.iter().map(|one| words.term(one.word));
        let labels = labels.map(|word| (word.to_owned(), lead(word))).collect();
        let counted = weighted.iter().map(|one| count(one.word));
        let mut columns = vec![
            (Column::Rank, Values::Rank),
            (Column::Item, Values::Name),
            (Column::Count, Values::Counts(counted.collect())),
            (
                Column::Weight,
                Values::Figures(weighted.iter().map(|one| one.weight).collect()),
            ),
        ];
        if self.method == KeywordMethod::TextRank {
            let tags = weighted.iter().map(|one| corpus.tag(one.word));
            columns.insert(2, (Column::PartOfSpeech, Values::Texts(Texts::new(tags))));
        } else {
            let idfs = weighted.iter().map(|one| idf(one.word));
            columns.push((Column::Idf, Values::Figures(idfs.collect())));
        }
        if self.method == KeywordMethod::TfIdfOfCorpus {
            let articles = weighted
                .iter()
                .map(|one| self.articles(context, words.term(one.word)));
            columns.push((Column::Articles, Values::Counts(articles.collect())));
        }
        FullTable::new(context, RowNames::Labels(labels), columns, None)
            .with_sides(vec![side])
            .with_notes(notes)
    }

    /// In how many articles of the corpus a word occurs.
    fn articles(&self, context: Context<'_>, word: &str) -> u32 {
        let Some((counted, index)) = &self.frequencies else {
            return 0;
        };
        let item = index.of_word(context, word);
        let place = item.and_then(|item| counted.table.place(item));
        place.map_or(0, |place| small(counted.table.entries(place).len()))
    }

    fn idf(&self, context: Context<'_>, word: &str) -> f64 {
        match (&self.frequencies, context.idf) {
            (Some((counted, _)), _) => {
                let articles = small(counted.table.articles.len());
                idf_of_corpus(articles, self.articles(context, word))
            }
            (None, Some(idf)) => idf.get(word).unwrap_or_else(|| idf.median()),
            (None, None) => 0.0,
        }
    }
}

/// The prose of a document: made once for many units, for it looks at the whole text.
fn prose_of<'d>(context: Context<'_>, document: &'d Document) -> Prose<'d> {
    let passes = context.plan.settings.cleanup;
    Prose::new(&document.source, &document.page, &document.units, passes)
}

/// What of a unit's counted text is in the scope.
fn texts(prose: &mut Prose<'_>, unit: &ScopedUnit<'_>) -> Vec<String> {
    let Some(passage) = prose.passage(unit.number) else {
        return Vec::new();
    };
    match unit.stretches {
        None => {
            let text = passage.text.get(passage.dateline_bytes..);
            text.map(str::to_owned).into_iter().collect()
        }
        Some(stretches) => {
            let texts = stretches
                .iter()
                .filter_map(|stretch| passage.text.get(stretch.counted.clone()));
            texts.map(str::to_owned).collect()
        }
    }
}
