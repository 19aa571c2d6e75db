//! 分布图: where items stand.

use std::rc::Rc;

use super::counting::STEP_BYTES;
use super::{Measured, Measuring, Step};
use crate::engine::answers::Context;
use crate::engine::corpus::article_id;
use crate::engine::findings::FoundInDocument;
use crate::engine::items::ItemIndex;
use crate::engine::lines::LABEL_CHARS;
use crate::engine::listing::{label, small};
use crate::engine::query::{Answer, Query};
use crate::engine::scope::{Scope, Scoping};
use crate::engine::standing::date_of;
use crate::report::answers::Item;
use crate::report::answers::group::{Selection, Side};
use crate::report::answers::trend::{ArticlePositions, PositionsView};

/// How many stretches the corpus is cut into.
const STRETCHES: u64 = 200;
/// Most items at one time.
const MOST_ITEMS: usize = 8;
/// Most rows of a window.
const MOST_ROWS: u32 = 1000;

/// The work of finding where items stand.
pub fn begin(context: Context<'_>, items: &[Item], of: &Selection) -> Box<dyn Measuring> {
    let items: Vec<Item> = items.iter().take(MOST_ITEMS).cloned().collect();
    Box::new(Positions {
        index: Rc::new(ItemIndex::wanted(context, &items)),
        items,
        scoping: Some(Scoping::new(context, of)),
        scope: Scope::default(),
        document: 0,
        tokens: 0,
        articles: 0,
        found: Vec::new(),
    })
}

#[derive(Debug)]
struct Positions {
    items: Vec<Item>,
    index: Rc<ItemIndex>,
    scoping: Option<Scoping>,
    scope: Scope,
    document: usize,
    tokens: u64,
    articles: u32,
    found: Vec<InArticle>,
}

/// Where the items stand in an article that has any.
#[derive(Debug)]
struct InArticle {
    document: u32,
    article: u32,
    tokens: u32,
    before: u64,
    /// For every item the tokens at which it begins.
    positions: Vec<Vec<u32>>,
}

impl Measuring for Positions {
    fn step(&mut self, context: Context<'_>) -> Step {
        let mut spent = 0;
        let documents = context.corpus.documents();
        while spent < STEP_BYTES / 2 {
            if let Some(scoping) = &mut self.scoping {
                spent += scoping.text_bytes(context) + STEP_BYTES / 256;
                if scoping.step(context) {
                    self.scope = self.scoping.take().map(Scoping::finish).unwrap_or_default();
                }
                continue;
            }
            let Some(document) = documents.get(self.document) else {
                return Step::Done(Box::new(self.take()));
            };
            self.look(context);
            self.document += 1;
            spent += document.source.text().len() + 1024;
        }
        let per_mille = self.document * 1000 / documents.len().max(1);
        Step::Working(u16::try_from(per_mille).unwrap_or(999).min(999), None)
    }

    fn stop(self: Box<Self>, _context: Context<'_>) -> Box<dyn Measured> {
        self
    }
}

impl Positions {
    fn take(&mut self) -> Self {
        Self {
            items: std::mem::take(&mut self.items),
            index: Rc::clone(&self.index),
            scoping: None,
            scope: std::mem::take(&mut self.scope),
            document: self.document,
            tokens: self.tokens,
            articles: self.articles,
            found: std::mem::take(&mut self.found),
        }
    }

    /// Looks through the document in work.
    fn look(&mut self, context: Context<'_>) {
        let nothing = FoundInDocument::default();
        let found = context
            .findings
            .and_then(|findings| findings.documents.get(self.document));
        let found = found.unwrap_or(&nothing);
        for article in self.scope.articles(context, self.document) {
            let mut positions = vec![Vec::new(); self.items.len()];
            let mut tokens: u32 = 0;
            for unit in article.units() {
                let in_unit = self.index.each(context, found, &unit, &mut |item, token| {
                    if let Some(positions) = positions.get_mut(item as usize) {
                        positions.push(tokens + token);
                    }
                });
                tokens = tokens.saturating_add(in_unit);
            }
            if positions.iter().any(|positions| !positions.is_empty()) {
                self.found.push(InArticle {
                    document: small(self.document),
                    article: article.article,
                    tokens,
                    before: self.tokens,
                    positions,
                });
            }
            self.tokens += u64::from(tokens);
            self.articles += u32::from(tokens > 0);
        }
    }

    fn row(&self, context: Context<'_>, found: &InArticle) -> Option<ArticlePositions> {
        let document = context.corpus.documents().get(found.document as usize)?;
        let number = found.article as usize;
        let article = document.page.articles.get(number)?;
        Some(ArticlePositions {
            article: article_id(document, number),
            label: label(document, article, LABEL_CHARS),
            date: date_of(document, context.metadata, number).map(str::to_owned),
            tokens: found.tokens,
            tokens_before: found.before,
            positions: found.positions.clone(),
        })
    }

    /// The counts of every item in each stretch of the corpus.
    fn over_corpus(&self) -> Vec<Vec<u32>> {
        let mut stretches =
            vec![vec![0; usize::try_from(STRETCHES).unwrap_or(0)]; self.items.len()];
        for found in &self.found {
            for (stretches, positions) in stretches.iter_mut().zip(&found.positions) {
                for position in positions {
                    let token = found.before + u64::from(*position);
                    let stretch = token.saturating_mul(STRETCHES) / self.tokens.max(1);
                    let stretch = stretches.get_mut(usize::try_from(stretch).unwrap_or(0));
                    stretch.into_iter().for_each(|count| *count += 1);
                }
            }
        }
        stretches
    }
}

impl Measured for Positions {
    fn answer(&mut self, context: Context<'_>, query: &Query) -> Answer {
        let (first_row, rows) = match query {
            Query::Positions {
                first_row, rows, ..
            } => (*first_row, (*rows).min(MOST_ROWS)),
            _ => (0, 0),
        };
        let over_corpus = self.over_corpus();
        let counts: Vec<u32> = over_corpus
            .iter()
            .map(|counts| counts.iter().sum())
            .collect();
        let window = self
            .found
            .iter()
            .skip(first_row as usize)
            .take(rows as usize);
        Answer::Positions(PositionsView {
            items: self.items.clone(),
            side: Some(Side {
                selection: self.scope.selection().clone(),
                list: String::new(),
                articles: self.articles,
                tokens: self.tokens,
                types: small(counts.iter().filter(|count| **count > 0).count()),
                parts: context.plan.settings.parts,
            }),
            counts,
            over_corpus,
            rows_total: small(self.found.len()),
            first_row,
            rows: window
                .filter_map(|found| self.row(context, found))
                .collect(),
        })
    }
}
