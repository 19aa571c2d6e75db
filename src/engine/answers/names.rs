//! 专名: who and what is named, how often and where; lists of persons; names against articles and days.

mod lists;
mod matrix;
mod rows;

pub use self::lists::{lists, mean_places};
pub use self::matrix::{Limits, matrix};
pub use self::rows::{all_rows, count_names, forms, sort_counted};

use std::collections::{BTreeMap, BTreeSet};

use super::window::window;
use super::{Context, MOST_ROWS};
use crate::engine::findings::{Findings, FoundName};
use crate::engine::lines::push_rows;
use crate::engine::listing::small;
use crate::engine::query::{Answer, Query};
use crate::engine::standing::standing;
use crate::report::answers::Counted;
use crate::report::answers::names::{MatrixView, NameListsView, NameView, NamesView};
use crate::report::views::LinesView;
use crate::text::arrange::{Arrange, ordered};
use crate::words::names::{NameChoice, NameKind};

/// How many companions of a name are given.
const COMPANIONS: usize = 50;
/// How many articles of a name are given.
const ARTICLES: usize = 500;
/// How many persons of lists are given.
const LISTED_PERSONS: usize = 500;
/// How many short forms are proposed.
const MAY_BE: usize = 20;

/// Answers a question of this area.
pub fn answer(context: Context<'_>, query: &Query) -> Answer {
    match query {
        Query::Names {
            kind,
            containing,
            first_row,
            rows,
        } => Answer::Names(names(context, *kind, containing, *first_row, *rows)),
        Query::Name { kind, name } => Answer::Name(name_view(context, *kind, name)),
        Query::Matrix { by, columns } => Answer::Matrix(
            context
                .findings
                .map_or_else(MatrixView::default, |findings| {
                    matrix(context, findings, *by, *columns, Limits::SHOWN)
                }),
        ),
        Query::NameLists { first_row, rows } => {
            Answer::NameLists(name_lists(context, *first_row, *rows))
        }
        _ => Answer::Names(NamesView::default()),
    }
}

fn names(
    context: Context<'_>,
    kind: NameKind,
    containing: &str,
    first_row: u32,
    rows: u32,
) -> NamesView {
    let Some(findings) = context.findings else {
        return NamesView::default();
    };
    let mut totals = Vec::new();
    let mut found = Vec::new();
    for other in NameKind::ALL {
        let counts = count_names(context, findings, other);
        totals.push((other, small(counts.len())));
        if other == kind {
            found = counts;
        }
    }
    let holds = |name: u32| {
        let is_form = |form: &str| form.contains(containing);
        is_form(findings.name(kind, name))
    };
    found.retain(|sum| containing.is_empty() || holds(sum.name));
    let rows = rows::name_rows(context, findings, kind, window(&found, first_row, rows));
    let rejected = context
        .plan
        .project
        .names
        .iter()
        .filter(|decision| decision.kind == kind && decision.choice == NameChoice::Rejected);
    let rejected: BTreeSet<&str> = ordered(rejected.map(|decision| decision.name.as_str()));
    NamesView {
        totals,
        rows_total: small(found.len()),
        first_row,
        rows,
        rejected: rejected.into_iter().map(str::to_owned).collect(),
    }
}

fn name_view(context: Context<'_>, kind: NameKind, name: &str) -> Option<NameView> {
    let findings = context.findings?;
    let number = findings.number_of(kind, name)?;
    let counts = count_names(context, findings, kind);
    let sum = counts.iter().find(|sum| sum.name == number)?;
    let row = rows::name_rows(context, findings, kind, std::slice::from_ref(sum)).pop()?;
    let is_it = |found: &FoundName| found.kind == kind && found.name == number;
    let mut articles = Vec::new();
    let mut companions: BTreeMap<(NameKind, u32), u32> = BTreeMap::new();
    for looked in findings.looked(context.corpus, context.plan) {
        let mut here: BTreeMap<u32, (u32, &FoundName)> = BTreeMap::new();
        for found in looked.names().filter(|found| is_it(found)) {
            here.entry(found.place.article).or_insert((0, found)).0 += 1;
        }
        if here.is_empty() {
            continue;
        }
        let others = looked.names().filter(|found| !is_it(found));
        let others: BTreeSet<(NameKind, u32, u32)> = ordered(
            others
                .filter(|found| here.contains_key(&found.place.article))
                .map(|found| (found.kind, found.name, found.place.article)),
        );
        for (kind, name, _) in others {
            *companions.entry((kind, name)).or_default() += 1;
        }
        for (count, first) in here.into_values() {
            if articles.len() < ARTICLES {
                let (unit, range) = (first.place.unit as usize, first.place.printed.range());
                let standing = standing(looked.document, context.metadata, unit, &range);
                articles.extend(standing.map(|standing| (standing, count)));
            }
        }
    }
    let may_be = may_be(context, findings, kind, findings.name(kind, number));
    Some(NameView {
        row,
        companions: most_frequent(findings, companions),
        may_be,
        articles,
    })
}

/// The names that stand in most articles; ties by kind, then by name.
fn most_frequent(
    findings: &Findings,
    companions: BTreeMap<(NameKind, u32), u32>,
) -> Vec<(NameKind, Counted)> {
    let companions = companions.into_iter();
    let mut companions: Vec<(NameKind, Counted)> = companions
        .map(|((kind, name), count)| {
            let text = findings.name(kind, name).to_owned();
            (kind, Counted { text, count })
        })
        .collect();
    companions.arrange_by(|(one_kind, one), (other_kind, other)| {
        let by_count = other.count.cmp(&one.count);
        by_count.then_with(|| (one_kind, &one.text).cmp(&(other_kind, &other.text)))
    });
    companions.truncate(COMPANIONS);
    companions
}

/// Names of the same kind that may be short forms of a name: most frequent first.
fn may_be(context: Context<'_>, findings: &Findings, kind: NameKind, name: &str) -> Vec<String> {
    let counts = count_names(context, findings, kind);
    let names = counts.iter().map(|sum| findings.name(kind, sum.name));
    let short = names.filter(|other| is_short_form(other, name, kind));
    short.take(MAY_BE).map(str::to_owned).collect()
}

/// Whether a name may be short for another one: of a person the given name, else some of its characters in their
/// order, at least two.
fn is_short_form(short: &str, long: &str, kind: NameKind) -> bool {
    let chars = short.chars().count();
    if chars < 2 || chars >= long.chars().count() {
        return false;
    }
    if kind == NameKind::Person || kind == NameKind::Reporter {
        return long.ends_with(short);
    }
    let mut characters = long.chars();
    short
        .chars()
        .all(|wanted| characters.any(|character| character == wanted))
}

fn name_lists(context: Context<'_>, first_row: u32, rows: u32) -> NameListsView {
    let Some(findings) = context.findings else {
        return NameListsView::default();
    };
    let lists = lists(context, findings);
    let mut order = mean_places(&lists);
    order.truncate(LISTED_PERSONS);
    NameListsView {
        rows_total: small(lists.len()),
        first_row,
        rows: window(&lists, first_row, rows).to_vec(),
        order,
    }
}

/// The lines of a name with all its forms.
pub fn lines(
    context: Context<'_>,
    kind: NameKind,
    name: &str,
    first_row: u32,
    rows: u32,
) -> LinesView {
    let mut view = LinesView {
        word: name.to_owned(),
        first_row,
        ..LinesView::default()
    };
    let Some(findings) = context.findings else {
        return view;
    };
    let Some(number) = findings.number_of(kind, name) else {
        return view;
    };
    for looked in findings.looked(context.corpus, context.plan) {
        let names = looked.names();
        let found = names.filter(|found| found.kind == kind && found.name == number);
        let places = found.map(|found| found.place);
        push_places(&mut view, rows.min(MOST_ROWS), looked.document, places);
    }
    view
}

/// Adds the lines of places in one document, in the order of the text, to a view.
pub fn push_places(
    view: &mut LinesView,
    rows: u32,
    document: &crate::engine::document::Document,
    places: impl Iterator<Item = crate::engine::findings::Place>,
) {
    let mut places = places.peekable();
    while let Some(first) = places.next() {
        let mut ranges = vec![first.printed.range()];
        while let Some(next) = places.next_if(|next| next.unit == first.unit) {
            ranges.push(next.printed.range());
        }
        if let Some(unit) = document.units.get(first.unit as usize) {
            push_rows(view, rows, document, (first.unit as usize, unit), &ranges);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_form_has_the_characters_of_the_long_one_in_their_order() {
        let rows = [
            (
                NameKind::Organisation,
                "市防指办",
                "无锡市疫情防控应急指挥部办公室",
                true,
            ),
            (
                NameKind::Organisation,
                "防市",
                "无锡市疫情防控应急指挥部",
                false,
            ),
            (NameKind::Place, "宜兴", "宜兴市", true),
            (NameKind::Place, "宜兴市", "宜兴市", false),
            (NameKind::Place, "市", "宜兴市", false),
            (NameKind::Person, "星莺", "陈星莺", true),
            (NameKind::Person, "陈莺", "陈星莺", false),
        ];
        for (kind, short, long, expected) in rows {
            assert_eq!(
                is_short_form(short, long, kind),
                expected,
                "{short} for {long}"
            );
        }
    }
}
