//! Measures in small steps: what is worked out for one question is kept, and answers further windows on it at once.

mod collocates;
mod concordance;
mod counting;
mod groups;
mod holding;
mod ngrams;
mod positions;
mod runs;
mod tables;
mod terms;
mod walk;

use std::fmt::Debug;

pub use holding::{counts_the_same, holds};

use super::answers::Context;
use super::choices::Project;
use super::plan::Plan;
use super::query::{Answer, Measure, Query, Reference};
use crate::measures::options::ItemKind;
use crate::report::answers::Item;
use crate::report::answers::group::Selection;
use crate::report::answers::search::Searched;

/// Work towards an answer. It is dropped, and begun anew, whenever the corpus, the choices or what was found change.
pub trait Measuring: Debug {
    /// Does some milliseconds of work.
    fn step(&mut self, context: Context<'_>) -> Step;

    /// Ends the work at the user's wish; what is worked out so far is the answer, and says that it is a part.
    fn stop(self: Box<Self>, context: Context<'_>) -> Box<dyn Measured>;
}

/// What became of a step.
#[derive(Debug)]
pub enum Step {
    /// There is more to do: how much is done, in thousandths, and where that is the first time that something can be
    /// shown, or much more than before, the answer so far.
    Working(u16, Option<Box<Answer>>),
    /// All is done.
    Done(Box<dyn Measured>),
}

/// What was worked out.
pub trait Measured: Debug {
    /// The answer to a question that has this work ([`Query::has_work_of`]): another order, filter or window.
    fn answer(&mut self, context: Context<'_>, query: &Query) -> Answer;
}

/// Begins the work for a question; `None` for one that is no measure ([`Query::is_measured`]).
pub fn begin(context: Context<'_>, query: &Query) -> Option<Box<dyn Measuring>> {
    match query {
        Query::CorpusGroups | Query::CorpusGroup { .. } => Some(groups::begin(context, query)),
        Query::Table { measure, .. } => Some(tables::begin(context, measure)),
        Query::Concordance { searched, of, .. } => Some(concordance::begin(context, searched, of)),
        Query::Positions { items, of, .. } => Some(positions::begin(context, items, of)),
        _ => None,
    }
}

/// Whether a question is answered from names, speakers or phrases.
pub fn needs_findings(query: &Query, project: &Project) -> bool {
    let selected = |selection: &Selection| selection_needs_findings(selection, project);
    match query {
        Query::CorpusGroups => project
            .corpus_groups
            .iter()
            .any(|group| !group.persons.is_empty() || !group.speakers.is_empty()),
        Query::CorpusGroup { group } => !group.persons.is_empty() || !group.speakers.is_empty(),
        Query::Table { measure, .. } => measure_needs_findings(measure, project),
        Query::Concordance { searched, of, .. } => {
            searched_needs_findings(searched) || selected(of)
        }
        Query::Positions { items, of, .. } => items.iter().any(is_found) || selected(of),
        _ => false,
    }
}

fn measure_needs_findings(measure: &Measure, project: &Project) -> bool {
    let selected = |selection: &Selection| selection_needs_findings(selection, project);
    match measure {
        Measure::Items { of, items } => are_found(*items) || selected(of),
        Measure::Keyness {
            target,
            reference,
            items,
        } => {
            let is_reference_found =
                matches!(reference, Reference::Selection(reference) if selected(reference));
            are_found(*items) || selected(target) || is_reference_found
        }
        Measure::Keywords { of, .. }
        | Measure::Ngrams { of, .. }
        | Measure::TextsOfArticles { of } => selected(of),
        Measure::Collocates { node, of } => searched_needs_findings(node) || selected(of),
        Measure::Trend { items, of, .. } => items.iter().any(is_found) || selected(of),
        Measure::Texts { of } => of.iter().any(selected),
    }
}

fn are_found(items: ItemKind) -> bool {
    !matches!(items, ItemKind::Words | ItemKind::Groups)
}

fn is_found(item: &Item) -> bool {
    matches!(item, Item::Name(..) | Item::Phrase(_))
}

fn searched_needs_findings(searched: &Searched) -> bool {
    matches!(searched, Searched::Item(item) if is_found(item))
}

fn selection_needs_findings(selection: &Selection, project: &Project) -> bool {
    let (Selection::Group(name) | Selection::Rest(name)) = selection else {
        return false;
    };
    let mut groups = project.corpus_groups.iter();
    groups.any(|group| {
        group.name == *name && !(group.persons.is_empty() && group.speakers.is_empty())
    })
}

/// The work and its answer, kept for further windows on it.
#[derive(Debug)]
pub struct Kept {
    query: Query,
    measured: Box<dyn Measured>,
}

/// What was worked out last for every sort of question.
#[derive(Debug, Default)]
pub struct AllMeasured(Vec<Kept>);

impl AllMeasured {
    /// Forgets all.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Forgets what does not hold under a plan that counts the same as the one before.
    pub fn retain(&mut self, before: &Plan, after: &Plan) {
        self.0.retain(|kept| holds(&kept.query, before, after));
    }

    /// Keeps what was worked out for a question, in the place of what was kept for its sort.
    pub fn keep(&mut self, query: Query, measured: Box<dyn Measured>) {
        self.0.retain(|kept| kept.query.kind() != query.kind());
        self.0.push(Kept { query, measured });
    }

    /// The answer to a question whose work is done.
    pub fn answer(&mut self, context: Context<'_>, query: &Query) -> Option<Answer> {
        let kept = self
            .0
            .iter_mut()
            .find(|kept| kept.query.has_work_of(query))?;
        Some(kept.measured.answer(context, query))
    }
}
