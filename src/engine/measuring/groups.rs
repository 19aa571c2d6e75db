//! 分组 with their sizes.

use super::counting::STEP_BYTES;
use super::walk::compile;
use super::{Measured, Measuring, Step};
use crate::engine::answers::Context;
use crate::engine::query::{Answer, Query};
use crate::engine::scope::{Scope, Scoping, Sizes};
use crate::report::answers::group::{CorpusGroup, CorpusGroupRow};

/// The work of counting groups.
pub fn begin(context: Context<'_>, query: &Query) -> Box<dyn Measuring> {
    let groups = match query {
        Query::CorpusGroup { group } => vec![group.clone()],
        _ => context.plan.project.corpus_groups.clone(),
    };
    Box::new(Groups {
        groups,
        ..Groups::default()
    })
}

#[derive(Debug, Default)]
struct Groups {
    groups: Vec<CorpusGroup>,
    rows: Vec<CorpusGroupRow>,
    /// The group in work: while it is compiled, then while its documents are counted.
    scoping: Option<Scoping>,
    scope: Option<Scope>,
    document: usize,
    row: CorpusGroupRow,
}

impl Measuring for Groups {
    fn step(&mut self, context: Context<'_>) -> Step {
        let Some(group) = self.groups.get(self.rows.len()) else {
            return Step::Done(Box::new(Self {
                rows: std::mem::take(&mut self.rows),
                ..Self::default()
            }));
        };
        match self.scope.take() {
            None => {
                let begin = || Scoping::of_group(context, group);
                let mut scoping = self.scoping.take().unwrap_or_else(begin);
                if compile(&mut scoping, context, STEP_BYTES) {
                    self.row.name.clone_from(&group.name);
                    self.scope = Some(scoping.finish());
                } else {
                    self.scoping = Some(scoping);
                }
            }
            Some(scope) => {
                if self.count(context, &scope) {
                    self.rows.push(std::mem::take(&mut self.row));
                    self.document = 0;
                } else {
                    self.scope = Some(scope);
                }
            }
        }
        let per_mille = self.rows.len() * 1000 / self.groups.len().max(1);
        Step::Working(u16::try_from(per_mille).unwrap_or(1000).min(999), None)
    }

    fn stop(self: Box<Self>, _context: Context<'_>) -> Box<dyn Measured> {
        self
    }
}

impl Groups {
    /// Counts some documents of the group in work; true once all are.
    fn count(&mut self, context: Context<'_>, scope: &Scope) -> bool {
        let mut spent = 0;
        while let Some(document) = context.corpus.documents().get(self.document) {
            if spent >= STEP_BYTES {
                return false;
            }
            for article in scope.articles(context, self.document) {
                let sizes = Sizes::of_article(context, &article);
                self.row.articles += u32::from(sizes.tokens > 0);
                self.row.tokens += sizes.tokens;
                self.row.characters += sizes.characters;
            }
            self.document += 1;
            spent += document.source.text().len() + 1024;
        }
        true
    }
}

impl Measured for Groups {
    fn answer(&mut self, _context: Context<'_>, _query: &Query) -> Answer {
        Answer::CorpusGroups(self.rows.clone())
    }
}
