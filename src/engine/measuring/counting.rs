//! Counting the items of a selection in steps.

use std::rc::Rc;

use crate::engine::answers::Context;
use crate::engine::items::{Counting, ItemCounts, ItemIndex, ItemTable};
use crate::engine::listing::small;
use crate::engine::scope::{Scope, Scoping};
use crate::report::answers::group::{Selection, Side};

/// How much text is looked at in one step, in bytes.
pub const STEP_BYTES: usize = 512 * 1024;

/// A selection with the counts of its items.
#[derive(Debug)]
pub struct Counted {
    /// The selection, compiled.
    pub scope: Scope,
    /// The counts.
    pub table: ItemTable,
}

impl Counted {
    /// What was counted, with its size.
    pub fn side(&self, context: Context<'_>) -> Side {
        Side {
            selection: self.scope.selection().clone(),
            list: String::new(),
            articles: small(self.table.articles.len()),
            tokens: self.table.tokens,
            types: small(self.table.items.len()),
            parts: context.plan.settings.parts,
        }
    }
}

/// Compiling a selection, then counting its items.
#[derive(Debug)]
pub struct CountingWork {
    index: Rc<ItemIndex>,
    scoping: Option<Scoping>,
    scope: Scope,
    document: usize,
    counting: Counting,
    counts: ItemCounts,
}

impl CountingWork {
    /// Begins with the first document.
    pub fn new(context: Context<'_>, index: Rc<ItemIndex>, of: &Selection) -> Self {
        Self {
            index,
            scoping: Some(Scoping::new(context, of)),
            scope: Scope::default(),
            document: 0,
            counting: Counting::default(),
            counts: ItemCounts::default(),
        }
    }

    /// Does some milliseconds of work; true once all is done.
    pub fn step(&mut self, context: Context<'_>) -> bool {
        let documents = context.corpus.documents();
        let mut spent = 0;
        while spent < STEP_BYTES {
            if let Some(scoping) = &mut self.scoping {
                let looked = scoping.text_bytes(context);
                if scoping.step(context) {
                    self.scope = self.scoping.take().map(Scoping::finish).unwrap_or_default();
                }
                spent += looked + STEP_BYTES / 256;
                continue;
            }
            let Some(document) = documents.get(self.document) else {
                return true;
            };
            let articles = self
                .counting
                .document(context, &self.index, &self.scope, self.document);
            if !articles.is_empty() {
                self.counts.insert(small(self.document), articles);
            }
            self.document += 1;
            spent += document.source.text().len() + 1024;
        }
        false
    }

    /// How much is done, in thousandths.
    pub fn per_mille(&self, context: Context<'_>) -> u16 {
        let all = context.corpus.documents().len().max(1);
        u16::try_from(self.document.saturating_mul(1000) / all)
            .unwrap_or(1000)
            .min(1000)
    }

    /// What was counted.
    pub fn finish(self) -> Counted {
        Counted {
            table: ItemTable::new(&self.counts, self.index.len()),
            scope: self.scope,
        }
    }
}
