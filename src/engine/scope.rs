//! What a measure is taken of: a [`Selection`], compiled to stretches of units.
//!
//! Compiled once for a corpus, a plan and what was found: for every document the units in the scope, and of those that
//! are in it only in part the stretches. An article that is in it as a whole has its counts ready.

mod compile;
mod extent;
mod letters;
mod sizes;

pub use letters::Letters;
pub use sizes::Sizes;

use std::ops::Range;

use self::compile::Compiler;
use self::extent::Extent;
use super::answers::Context;
use super::corpus::article_id;
use super::document::Document;
use super::listing::small;
use super::spoken::Stretch;
use super::unit::{Part, Unit};
use crate::measures::frequency::ArticleCounts;
use crate::report::answers::group::{CorpusGroup, Selection};
use crate::words::segment::TokenKind;
use crate::words::vocabulary::{TermId, Vocabulary};

/// A selection, compiled for the corpus and the plan as they are.
#[derive(Debug, Default)]
pub struct Scope {
    selection: Selection,
    /// In the order of the corpus.
    documents: Vec<DocumentScope>,
}

/// What of one document is in a scope.
#[derive(Debug, Default)]
struct DocumentScope {
    /// The units that are in it, in order.
    units: Vec<(u32, UnitExtent)>,
    /// The articles that have any.
    articles: Vec<ArticleScope>,
    stretches: Vec<Stretch>,
}

/// How much of a unit is in a scope.
#[derive(Debug, Clone)]
enum UnitExtent {
    Whole,
    /// These of the stretches of the document.
    Stretches(Range<u32>),
}

#[derive(Debug, Clone)]
struct ArticleScope {
    article: u32,
    /// Its units: indices into those of the document.
    units: Range<u32>,
    /// Whether all of it that the plan counts is in the scope.
    is_whole: bool,
}

/// A unit that is in a scope, whole or in part.
#[derive(Debug, Clone, Copy)]
pub struct ScopedUnit<'d> {
    /// The document.
    pub document: &'d Document,
    /// The unit's number in the document.
    pub number: usize,
    /// The unit.
    pub unit: &'d Unit,
    /// The stretches that are in the scope, in the order of the text; `None` where the whole unit is.
    pub stretches: Option<&'d [Stretch]>,
}

/// An article that has units in a scope.
#[derive(Debug, Clone, Copy)]
pub struct ScopedArticle<'d> {
    /// The document.
    pub document: &'d Document,
    /// The article's number in the document.
    pub article: u32,
    /// Its counts, of all parts, where all of it that the plan counts is in the scope.
    pub counts: Option<&'d ArticleCounts>,
    scope: &'d DocumentScope,
    article_scope: &'d ArticleScope,
}

impl Scope {
    /// What was compiled.
    pub fn selection(&self) -> &Selection {
        &self.selection
    }

    /// The units of a document that are in the scope, in order; the document by its number in canonical order.
    pub fn units<'d>(
        &'d self,
        context: Context<'d>,
        document: usize,
    ) -> impl Iterator<Item = ScopedUnit<'d>> {
        let read = context.corpus.documents().get(document);
        let both = read.zip(self.documents.get(document));
        both.into_iter().flat_map(|(document, scope)| {
            let units = scope.units.iter();
            units.filter_map(move |entry| scope.unit(document, entry))
        })
    }

    /// The articles of a document that have units in the scope, in order.
    pub fn articles<'d>(
        &'d self,
        context: Context<'d>,
        document_number: usize,
    ) -> impl Iterator<Item = ScopedArticle<'d>> {
        let read = context.corpus.documents().get(document_number);
        let both = read.zip(self.documents.get(document_number));
        both.into_iter().flat_map(move |(document, scope)| {
            scope.articles.iter().map(move |article_scope| {
                let number = article_scope.article;
                let counts = match context.plan.spoken() {
                    Some(spoken) => spoken.counts(article_id(document, number as usize)),
                    None => document.tokens.counts.get(number as usize),
                };
                ScopedArticle {
                    document,
                    article: number,
                    counts: counts.filter(|_| article_scope.is_whole),
                    scope,
                    article_scope,
                }
            })
        })
    }
}

impl Scope {
    /// How many words and numbers of a document are in this scope and in another one, too.
    pub fn tokens_in_both(&self, context: Context<'_>, other: &Self, document: usize) -> u64 {
        let mut both = 0;
        let mut others = other.articles(context, document).peekable();
        for article in self.articles(context, document) {
            while others
                .next_if(|one| one.article < article.article)
                .is_some()
            {}
            let Some(other) = others.next_if(|one| one.article == article.article) else {
                continue;
            };
            both += article.tokens_in_both(context, &other);
        }
        both
    }
}

impl DocumentScope {
    fn unit<'d>(
        &'d self,
        document: &'d Document,
        (number, extent): &'d (u32, UnitExtent),
    ) -> Option<ScopedUnit<'d>> {
        let number = *number as usize;
        let stretches = match extent {
            UnitExtent::Whole => None,
            UnitExtent::Stretches(range) => {
                let range = range.start as usize..range.end as usize;
                Some(self.stretches.get(range).unwrap_or(&[]))
            }
        };
        Some(ScopedUnit {
            document,
            number,
            unit: document.units.get(number)?,
            stretches,
        })
    }

    /// Adds a unit; `is_all` where that is all of it that the plan counts.
    fn push(&mut self, number: usize, article: u32, extent: Extent, is_all: bool) {
        let extent = match extent {
            Extent::Nothing => None,
            Extent::Whole => Some(UnitExtent::Whole),
            Extent::Stretches(mut stretches) => {
                let start = small(self.stretches.len());
                self.stretches.append(&mut stretches);
                Some(UnitExtent::Stretches(start..small(self.stretches.len())))
            }
        };
        let here = small(self.units.len());
        let known = self.articles.last().map(|last| last.article);
        if known != Some(article) {
            self.articles.push(ArticleScope {
                article,
                units: here..here,
                is_whole: true,
            });
        }
        if let Some(last) = self.articles.last_mut() {
            last.is_whole &= is_all;
            last.units.end += u32::from(extent.is_some());
        }
        self.units
            .extend(extent.map(|extent| (small(number), extent)));
    }

    /// Forgets articles of which nothing is in the scope.
    fn finish(&mut self) {
        self.articles.retain(|article| !article.units.is_empty());
    }
}

impl<'d> ScopedArticle<'d> {
    /// Its units that are in the scope, in order.
    pub fn units(&self) -> impl Iterator<Item = ScopedUnit<'d>> + use<'d> {
        let (document, scope) = (self.document, self.scope);
        let range = self.article_scope.units.clone();
        let units = scope.units.get(range.start as usize..range.end as usize);
        let units = units.unwrap_or(&[]).iter();
        units.filter_map(move |entry| scope.unit(document, entry))
    }
}

impl ScopedArticle<'_> {
    fn tokens_in_both(&self, context: Context<'_>, other: &Self) -> u64 {
        if let (Some(counts), Some(_)) = (self.counts, other.counts) {
            let parts = counts.counted(context.plan.settings.parts);
            return parts.map(|part| u64::from(part.tokens)).sum();
        }
        let vocabulary = &context.corpus.vocabulary;
        let mut both = 0;
        let mut others = other.units().peekable();
        for unit in self.units() {
            while others.next_if(|one| one.number < unit.number).is_some() {}
            let Some(other) = others.next_if(|one| one.number == unit.number) else {
                continue;
            };
            let tokens = unit.tokens(vocabulary).filter(|(term, place)| {
                let is_counted =
                    matches!(vocabulary.kind(*term), TokenKind::Word | TokenKind::Number);
                is_counted && other.holds(place)
            });
            both += tokens.count() as u64;
        }
        both
    }
}

impl<'d> ScopedUnit<'d> {
    /// Its tokens in the order of the text, marks and blanks too, with their places in the unit's printed text in bytes.
    pub fn tokens(
        &self,
        vocabulary: &'d Vocabulary,
    ) -> impl Iterator<Item = (TermId, Range<usize>)> + use<'d> {
        let start = self.unit.dateline_bytes(&self.document.page);
        let places = self.document.tokens.places(self.number, start, vocabulary);
        let mut within = self.stretches.map(super::spoken::Within::new);
        places.filter(move |(_, place)| within.as_mut().is_none_or(|within| within.holds(place)))
    }

    /// The terms of its tokens in the order of the text, marks and blanks too: quicker than with their places.
    pub fn terms(&self, vocabulary: &'d Vocabulary, mut take: impl FnMut(TermId)) {
        match self.stretches {
            None => (self.document.tokens.of_unit(self.number).iter()).for_each(|term| take(*term)),
            Some(_) => self.tokens(vocabulary).for_each(|(term, _)| take(term)),
        }
    }

    /// The part of the article.
    pub fn part(&self) -> Option<Part> {
        self.unit.part()
    }

    /// Whether a stretch of the unit's printed text lies in the scope.
    pub fn holds(&self, printed: &Range<usize>) -> bool {
        self.stretches.is_none_or(|stretches| {
            let behind =
                stretches.partition_point(|stretch| stretch.printed.start <= printed.start);
            let before = behind.checked_sub(1).and_then(|place| stretches.get(place));
            before.is_some_and(|stretch| printed.end <= stretch.printed.end)
        })
    }
}

/// The work of compiling a selection.
#[derive(Debug)]
pub struct Scoping {
    compiler: Compiler,
    scope: Scope,
}

impl Scoping {
    /// Begins with the first document. Groups that name persons or speakers are empty as long as nothing is found.
    pub fn new(context: Context<'_>, selection: &Selection) -> Self {
        Self {
            compiler: Compiler::new(context, selection),
            scope: Scope {
                selection: selection.clone(),
                documents: Vec::new(),
            },
        }
    }

    /// The same for a group that need not be in the project.
    pub fn of_group(context: Context<'_>, group: &CorpusGroup) -> Self {
        Self {
            compiler: Compiler::of_group(context, group),
            scope: Scope {
                selection: Selection::Group(group.name.clone()),
                documents: Vec::new(),
            },
        }
    }

    /// How much text of the next document is to be looked at, in bytes.
    pub fn text_bytes(&self, context: Context<'_>) -> usize {
        let document = context.corpus.documents().get(self.scope.documents.len());
        document.map_or(0, |document| document.source.text().len())
    }

    /// Compiles the next document; true once all are.
    pub fn step(&mut self, context: Context<'_>) -> bool {
        let number = self.scope.documents.len();
        if number >= context.corpus.documents().len() {
            return true;
        }
        let document = self.compiler.document(context, number);
        self.scope.documents.push(document);
        false
    }

    /// What was compiled.
    pub fn finish(self) -> Scope {
        self.scope
    }
}

#[cfg(test)]
mod tests;
