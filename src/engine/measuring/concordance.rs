//! 检索: the lines of a search.
//!
//! What is found is kept as places alone, sixteen bytes each; lines are made only for the window that is asked for.

mod expression;
pub mod finder;
mod keys;
mod lines;
mod near;
mod rows;

use std::ops::Range;

use self::finder::Finder;
use self::rows::Rows;
use super::walk::{ScopeInWork, Walk};
use super::{Measured, Measuring, Step, terms};
use crate::engine::answers::Context;
use crate::engine::query::{Answer, Query};
use crate::report::answers::group::Selection;
use crate::report::answers::search::{
    ConcordanceView, LinesWanted, SearchEnd, SearchFault, Searched,
};

/// Most lines that are kept.
pub const MOST_LINES: usize = 200_000;
/// The first answer is given when so many are found.
const FIRST_LINES: usize = 100;
/// The next one when there are so many times as many.
const MORE_TIMES: usize = 10;
/// Most rows of a window.
const MOST_ROWS: u32 = 1000;

/// Something that was found: where it stands in the printed text of a unit, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// The number of the document in canonical order.
    pub document: u32,
    /// The number of the unit.
    pub unit: u32,
    /// Its first byte.
    pub start: u32,
    /// The byte behind it.
    pub end: u32,
}

impl Hit {
    /// Where it stands in the unit.
    pub fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// What was found so far.
#[derive(Debug, Default)]
pub struct Hits {
    /// In canonical order.
    pub all: Vec<Hit>,
    /// How many cut a token or are a part of one.
    pub across_tokens: u32,
    /// How many paragraphs were left for the work that they asked for.
    pub left: u32,
    /// Whether there are more than are kept.
    pub is_full: bool,
}

impl Hits {
    /// Takes a hit; false where there is no room for more.
    pub fn push(&mut self, hit: Hit) -> bool {
        if self.all.len() >= MOST_LINES {
            self.is_full = true;
            return false;
        }
        self.all.push(hit);
        true
    }

    fn end(&self) -> SearchEnd {
        if self.is_full {
            SearchEnd::TooManyLines(MOST_LINES as u32)
        } else if self.left > 0 {
            SearchEnd::TooMuchWork(self.left)
        } else {
            SearchEnd::Complete
        }
    }
}

/// The work of searching.
pub fn begin(context: Context<'_>, searched: &Searched, of: &Selection) -> Box<dyn Measuring> {
    let found = Found {
        searched: searched.clone(),
        of: of.clone(),
        hits: Hits::default(),
        per_mille: 0,
        end: SearchEnd::Complete,
        fault: None,
        rows: None,
    };
    let finder = if terms::is_empty(searched) {
        Err(SearchFault::Empty)
    } else {
        Finder::new(context, searched)
    };
    Box::new(Work {
        scope: ScopeInWork::new(context, of),
        walk: Walk::default(),
        shown: 0,
        finder,
        found,
    })
}

#[derive(Debug)]
struct Work {
    finder: Result<Finder, SearchFault>,
    scope: ScopeInWork,
    walk: Walk,
    /// How many lines there were when an answer was given last.
    shown: usize,
    found: Found,
}

impl Work {
    fn finish(&mut self, end: SearchEnd) -> Box<dyn Measured> {
        let hits = std::mem::take(&mut self.found.hits);
        self.found.end = end;
        Box::new(Found {
            searched: self.found.searched.clone(),
            of: self.found.of.clone(),
            hits,
            rows: None,
            fault: self.found.fault.clone(),
            end: self.found.end.clone(),
            per_mille: self.found.per_mille,
        })
    }

    /// Whether enough was found for another answer before the end.
    fn is_worth_showing(&mut self) -> bool {
        let found = self.found.hits.all.len();
        let is_worth = found >= FIRST_LINES.max(self.shown.saturating_mul(MORE_TIMES));
        if is_worth {
            self.shown = found;
        }
        is_worth
    }
}

impl Measuring for Work {
    fn step(&mut self, context: Context<'_>) -> Step {
        let Some(scope) = self.scope.step(context) else {
            return Step::Working(0, None);
        };
        let hits = &mut self.found.hits;
        let is_done = match &mut self.finder {
            Ok(finder) => finder.step(context, scope, &mut self.walk, hits),
            Err(fault) => {
                self.found.fault = Some(fault.clone());
                true
            }
        };
        if is_done || hits.is_full {
            let end = hits.end();
            if let Ok(finder) = &self.finder
                && finder.finds_nothing()
                && hits.all.is_empty()
            {
                self.found.fault = Some(SearchFault::MatchesNothing);
            }
            self.found.per_mille = 1000;
            return Step::Done(self.finish(end));
        }
        let per_mille = self.walk.per_mille(context).min(999);
        self.found.per_mille = per_mille;
        let first = self.is_worth_showing().then(|| {
            let wanted = LinesWanted::default();
            Box::new(self.found.view(context, &wanted, 0, FIRST_LINES as u32))
        });
        let first = first.map(|view| Box::new(Answer::Concordance(*view)));
        Step::Working(per_mille, first)
    }

    fn stop(mut self: Box<Self>, _context: Context<'_>) -> Box<dyn Measured> {
        self.finish(SearchEnd::Stopped)
    }
}

/// What a search found.
#[derive(Debug)]
struct Found {
    searched: Searched,
    of: Selection,
    hits: Hits,
    per_mille: u16,
    end: SearchEnd,
    fault: Option<SearchFault>,
    /// The rows that were asked for last, in their order.
    rows: Option<Rows>,
}

impl Found {
    fn view(
        &mut self,
        context: Context<'_>,
        wanted: &LinesWanted,
        first_row: u32,
        rows: u32,
    ) -> ConcordanceView {
        let known = self.rows.take();
        let size = context.plan.settings.measures.context;
        let known = known.filter(|known| {
            let is_filtered_alike = wanted.containing.is_empty() || known.size == size;
            known.wanted == *wanted && is_filtered_alike && !wanted.marked_only
        });
        let ordered = known.unwrap_or_else(|| Rows::new(context, &self.hits.all, wanted));
        let shown = ordered.window(first_row, rows.min(MOST_ROWS));
        let view = ConcordanceView {
            searched: self.searched.clone(),
            of: self.of.clone(),
            found: small(self.hits.all.len()),
            articles: lines::articles(context, &self.hits.all),
            across_tokens: self.hits.across_tokens,
            rows_total: small(ordered.numbers.len()),
            first_row,
            rows: lines::lines(context, &self.hits.all, shown, &ordered, first_row),
            headings: ordered.headings.clone(),
            context: context.plan.settings.measures.context,
            per_mille: self.per_mille,
            end: self.end.clone(),
            fault: self.fault.clone(),
        };
        self.rows = Some(ordered);
        view
    }
}

impl Measured for Found {
    fn answer(&mut self, context: Context<'_>, query: &Query) -> Answer {
        let nothing = LinesWanted::default();
        let (wanted, first_row, rows) = match query {
            Query::Concordance {
                wanted,
                first_row,
                rows,
                ..
            } => (wanted, *first_row, *rows),
            _ => (&nothing, 0, 0),
        };
        Answer::Concordance(self.view(context, wanted, first_row, rows))
    }
}

fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
