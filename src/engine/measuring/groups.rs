//! 分组 with their sizes.

use super::{Measured, Measuring, Step};
use crate::engine::answers::Context;
use crate::engine::query::{Answer, Query};
use crate::engine::scope::{Scope, Sizes};
use crate::report::answers::group::{CorpusGroup, CorpusGroupRow};

/// The work of counting groups.
pub fn begin(context: Context<'_>, query: &Query) -> Box<dyn Measuring> {
    let groups = match query {
        Query::CorpusGroup { group } => vec![group.clone()],
        _ => context.plan.project.corpus_groups.clone(),
    };
    Box::new(Groups {
        groups,
        rows: Vec::new(),
    })
}

#[derive(Debug)]
struct Groups {
    groups: Vec<CorpusGroup>,
    rows: Vec<CorpusGroupRow>,
}

impl Measuring for Groups {
    /// One group a step.
    fn step(&mut self, context: Context<'_>) -> Step {
        let done = self.rows.len();
        let Some(group) = self.groups.get(done) else {
            return Step::Done(Box::new(Self {
                groups: Vec::new(),
                rows: std::mem::take(&mut self.rows),
            }));
        };
        self.rows.push(row(context, group));
        let per_mille = self.rows.len() * 1000 / self.groups.len().max(1);
        Step::Working(u16::try_from(per_mille).unwrap_or(1000).min(999), None)
    }

    fn stop(self: Box<Self>, _context: Context<'_>) -> Box<dyn Measured> {
        self
    }
}

fn row(context: Context<'_>, group: &CorpusGroup) -> CorpusGroupRow {
    let scope = Scope::of_group(context, group);
    let mut row = CorpusGroupRow {
        name: group.name.clone(),
        ..CorpusGroupRow::default()
    };
    for document in 0..context.corpus.documents().len() {
        for article in scope.articles(context, document) {
            let sizes = Sizes::of_article(context, &article);
            row.articles += u32::from(sizes.tokens > 0);
            row.tokens += sizes.tokens;
            row.characters += sizes.characters;
        }
    }
    row
}

impl Measured for Groups {
    fn answer(&mut self, _context: Context<'_>, _query: &Query) -> Answer {
        Answer::CorpusGroups(self.rows.clone())
    }
}
