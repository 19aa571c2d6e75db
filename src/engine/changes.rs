//! What cleaning changed, for the panel that shows it: sums of every step, what became of what, and where.

use std::collections::BTreeMap;
use std::ops::Range;

use super::corpus::Corpus;
use super::counted_text::{blanks_of, passes_for};
use super::document::Document;
use super::lines::{counted_units, push_rows};
use super::listing::small;
use super::plan::Plan;
use super::unit::Unit;
use crate::report::views::{
    ChangeKind, ChangeRow, ChangesView, CleanupStep, CleanupView, LinesView, UnitKind,
};
use crate::text::arrange::Arrange;
use crate::text::clean::edit::after;
use crate::text::clean::map::Map;
use crate::text::clean::{Change, Cleaner, Listener, Pass, PassCounts, is_private_use};
use crate::text::page::model::Rule;

/// The sums of every step, in the order of [`CleanupStep::ALL`].
pub fn cleanup(corpus: &Corpus, plan: &Plan) -> CleanupView {
    let passes = pass_counts(corpus, plan);
    let count = |step| match step {
        CleanupStep::Pass(pass) => passes.get(pass.index()).copied().unwrap_or(0),
        other => kinds(corpus, plan, other)
            .values()
            .fold(0_u32, |sum, count| sum.saturating_add(*count)),
    };
    CleanupView {
        counts: CleanupStep::ALL.map(|step| (step, count(step))).to_vec(),
    }
}

/// How many changes each pass made in what the plan counts.
pub fn pass_counts(corpus: &Corpus, plan: &Plan) -> PassCounts {
    let mut sums = PassCounts::default();
    for document in corpus.documents() {
        for (number, changes) in document.tokens.changes.iter().enumerate() {
            if !plan.counts(document, number) {
                continue;
            }
            for counts in changes.counted(plan.settings.parts) {
                for (sum, count) in sums.iter_mut().zip(counts) {
                    *sum = sum.saturating_add(*count);
                }
            }
        }
    }
    sums
}

/// A window on what a step changed: the most frequent first, then in code point order.
pub fn changes(
    corpus: &Corpus,
    plan: &Plan,
    step: CleanupStep,
    first_row: u32,
    rows: u32,
) -> ChangesView {
    let kinds = kinds(corpus, plan, step);
    let mut all: Vec<(ChangeKind, u32)> = kinds.into_iter().collect();
    // Stable: the map gave them in code point order.
    all.arrange_by_key(|(_, count)| std::cmp::Reverse(*count));
    ChangesView {
        step,
        rows_total: small(all.len()),
        first_row,
        rows: all
            .into_iter()
            .skip(first_row as usize)
            .take(rows as usize)
            .map(|(kind, count)| ChangeRow { kind, count })
            .collect(),
    }
}

/// A window on the places of one kind of change. What was set aside has its lines as well.
pub fn change_lines(
    corpus: &Corpus,
    plan: &Plan,
    step: CleanupStep,
    kind: &ChangeKind,
    first_row: u32,
    rows: u32,
) -> LinesView {
    let mut view = LinesView {
        word: kind.before.clone(),
        first_row,
        ..LinesView::default()
    };
    each_unit(corpus, plan, step, &mut |document, unit, found| {
        let places: Vec<Range<usize>> = found
            .iter()
            .filter(|found| found.kind == *kind)
            .map(|found| found.place.clone())
            .collect();
        push_rows(&mut view, rows, document, unit, &places);
    });
    view
}

/// One change and where it stands in its unit's printed text, in bytes.
struct Found {
    kind: ChangeKind,
    place: Range<usize>,
}

/// Every kind of change of a step, and how often it was made.
fn kinds(corpus: &Corpus, plan: &Plan, step: CleanupStep) -> BTreeMap<ChangeKind, u32> {
    let mut kinds = BTreeMap::new();
    each_unit(corpus, plan, step, &mut |_, _, found| {
        for found in found {
            let count: &mut u32 = kinds.entry(found.kind).or_default();
            *count = count.saturating_add(1);
        }
    });
    kinds
}

/// Gives the changes of a step unit by unit to `take`, in canonical order.
fn each_unit(
    corpus: &Corpus,
    plan: &Plan,
    step: CleanupStep,
    take: &mut dyn FnMut(&Document, (usize, &Unit), Vec<Found>),
) {
    for document in corpus.documents() {
        match step {
            CleanupStep::Pass(pass) => of_pass(document, plan, pass, take),
            CleanupStep::PrivateUse => of_private_use(document, plan, take),
            CleanupStep::Invisible => set_aside(document, Rule::Invisible, invisible, take),
            CleanupStep::Rulers => set_aside(document, Rule::Markup, ruler, take),
        }
    }
}

/// Hears of the changes of one pass.
struct Collector {
    pass: Pass,
    /// How many bytes of dateline stand before the text.
    before: usize,
    found: Vec<Found>,
}

impl Listener for Collector {
    fn changed(&mut self, pass: Pass, found: &str, change: &Change<'_>, map: &Map) {
        if pass != self.pass {
            return;
        }
        let printed = map.printed(change.found.clone());
        self.found.push(Found {
            kind: ChangeKind {
                before: found.get(change.found.clone()).unwrap_or("").to_owned(),
                after: after(found, change),
            },
            place: self.before + printed.start..self.before + printed.end,
        });
    }
}

fn of_pass(
    document: &Document,
    plan: &Plan,
    pass: Pass,
    take: &mut dyn FnMut(&Document, (usize, &Unit), Vec<Found>),
) {
    let is_changed = |article: u32| {
        let changes = document.tokens.changes.get(article as usize);
        let count = |counts: &PassCounts| counts.get(pass.index()).copied().unwrap_or(0);
        let parts = plan.settings.parts;
        changes.is_some_and(|changes| changes.counted(parts).any(|counts| count(counts) > 0))
    };
    let mut cleaner = Cleaner::new(passes_for(&document.source, plan.settings.cleanup));
    let mut text = String::new();
    for (number, unit) in counted_units(document, plan) {
        let printed = unit.printed(&document.page);
        let Some(printed) = printed.filter(|_| unit.article.is_some_and(is_changed)) else {
            continue;
        };
        text.clear();
        printed.write_to(&document.source, &mut text);
        let before = unit.dateline_bytes(&document.page).min(text.len());
        let mut collector = Collector {
            pass,
            before,
            found: Vec::new(),
        };
        let behind = text.get(before..).unwrap_or("");
        cleaner.clean(behind, blanks_of(unit), Some(&mut collector));
        if !collector.found.is_empty() {
            take(document, (number, unit), collector.found);
        }
    }
}

fn of_private_use(
    document: &Document,
    plan: &Plan,
    take: &mut dyn FnMut(&Document, (usize, &Unit), Vec<Found>),
) {
    if !document.has_private_use {
        return;
    }
    for (number, unit) in counted_units(document, plan) {
        let Some(printed) = unit.printed(&document.page) else {
            continue;
        };
        let text = printed.text(&document.source);
        let found = text
            .char_indices()
            .filter(|(_, character)| is_private_use(*character));
        let found: Vec<Found> = found
            .map(|(start, character)| Found {
                kind: ChangeKind {
                    before: character.to_string(),
                    after: character.to_string(),
                },
                place: start..start + character.len_utf8(),
            })
            .collect();
        if !found.is_empty() {
            take(document, (number, unit), found);
        }
    }
}

/// The units that a rule set aside, each with what `kinds` finds in its text.
fn set_aside(
    document: &Document,
    rule: Rule,
    kinds: fn(&str) -> Vec<Range<usize>>,
    take: &mut dyn FnMut(&Document, (usize, &Unit), Vec<Found>),
) {
    for (number, unit) in document.units.iter().enumerate() {
        if unit.kind != UnitKind::SetAside(rule) {
            continue;
        }
        let Some(printed) = unit.printed(&document.page) else {
            continue;
        };
        let text = printed.text(&document.source);
        let found = kinds(&text).into_iter().map(|place| Found {
            kind: ChangeKind {
                before: text.get(place.clone()).unwrap_or("").to_owned(),
                after: String::new(),
            },
            place,
        });
        take(document, (number, unit), found.collect());
    }
}

/// Every character by itself.
fn invisible(text: &str) -> Vec<Range<usize>> {
    let characters = text.char_indices();
    characters
        .map(|(start, character)| start..start + character.len_utf8())
        .collect()
}

/// The whole of a text that is a ruler: one mark again and again, maybe with blanks between.
fn ruler(text: &str) -> Vec<Range<usize>> {
    let marks = || text.chars().filter(|character| !character.is_whitespace());
    let first = marks().next();
    let is_ruler =
        marks().count() >= 3 && marks().all(|mark| Some(mark) == first && !mark.is_alphanumeric());
    is_ruler.then_some(0..text.len()).into_iter().collect()
}

#[cfg(test)]
mod tests;
