//! Which answers hold when choices change: an option of one measure, a group or a mark concerns few of them, and the others
//! need not be worked out again.

use crate::engine::choices::{Project, Settings};
use crate::engine::plan::Plan;
use crate::engine::query::{Measure, Query, Reference};
use crate::measures::options::MeasureOptions;
use crate::report::answers::group::{CorpusGroup, Selection};

/// Whether two plans count the same: they differ in nothing but the options of measures, the groups, the lists to compare
/// with and the marks on lines.
pub fn counts_the_same(before: &Plan, after: &Plan) -> bool {
    let without_measures = |settings: &Settings| Settings {
        measures: MeasureOptions::default(),
        ..settings.clone()
    };
    without_measures(&before.settings) == without_measures(&after.settings)
        && counts_alike(&before.project, &after.project)
}

/// Every field is named, so that a new one is not forgotten.
fn counts_alike(before: &Project, after: &Project) -> bool {
    let Project {
        stop_words_added,
        stop_words_removed,
        articles_left_out,
        corrections,
        metadata,
        lexicon,
        dictionaries,
        names,
        phrases,
        groups,
        counted_speaker,
        corpus_groups: _,
        references: _,
        line_marks: _,
    } = before;
    *stop_words_added == after.stop_words_added
        && *stop_words_removed == after.stop_words_removed
        && *articles_left_out == after.articles_left_out
        && *corrections == after.corrections
        && *metadata == after.metadata
        && *lexicon == after.lexicon
        && *dictionaries == after.dictionaries
        && *names == after.names
        && *phrases == after.phrases
        && *groups == after.groups
        && *counted_speaker == after.counted_speaker
}

/// Whether what was worked out for a question under one plan holds under another that counts the same. Marks, and how much
/// context is shown, are looked at when an answer is made.
pub fn holds(query: &Query, before: &Plan, after: &Plan) -> bool {
    let is_same = |of: &Selection| group(before, of) == group(after, of);
    match query {
        Query::CorpusGroups => before.project.corpus_groups == after.project.corpus_groups,
        Query::Concordance { of, .. } | Query::Positions { of, .. } => is_same(of),
        Query::Table { measure, .. } => {
            has_same_options(measure, before, after)
                && selections(measure).iter().all(|of| is_same(of))
        }
        _ => true,
    }
}

/// What a selection names, as it is defined.
fn group<'p>(plan: &'p Plan, of: &Selection) -> Option<&'p CorpusGroup> {
    let (Selection::Group(name) | Selection::Rest(name)) = of else {
        return None;
    };
    let mut groups = plan.project.corpus_groups.iter();
    groups.find(|group| group.name == *name)
}

fn has_same_options(measure: &Measure, before: &Plan, after: &Plan) -> bool {
    let (one, other) = (&before.settings.measures, &after.settings.measures);
    match measure {
        Measure::Keyness { reference, .. } => {
            one.keyness == other.keyness
                && (!matches!(reference, Reference::List(_))
                    || before.project.references == after.project.references)
        }
        Measure::Collocates { .. } => one.collocation == other.collocation,
        Measure::Ngrams { .. } => one.ngrams == other.ngrams,
        Measure::Texts { .. } | Measure::TextsOfArticles { .. } => one.diversity == other.diversity,
        Measure::Items { .. } | Measure::Keywords { .. } | Measure::Trend { .. } => true,
    }
}

fn selections(measure: &Measure) -> Vec<&Selection> {
    match measure {
        Measure::Keyness {
            target,
            reference: Reference::Selection(reference),
            ..
        } => vec![target, reference],
        Measure::Texts { of } => of.iter().collect(),
        Measure::Keyness { target: of, .. }
        | Measure::Items { of, .. }
        | Measure::Keywords { of, .. }
        | Measure::Collocates { of, .. }
        | Measure::Ngrams { of, .. }
        | Measure::Trend { of, .. }
        | Measure::TextsOfArticles { of } => vec![of],
    }
}
