//! The order in which lists name persons.

use std::collections::BTreeMap;

use super::super::Context;
use crate::engine::findings::Findings;
use crate::engine::standing::standing;
use crate::report::answers::names::NameListRow;
use crate::text::arrange::Arrange;

/// How many names of a list are compared with earlier lists; no newspaper names more in a row.
const COMPARED_NAMES: usize = 100;

/// The lists of persons in what is counted: by date, then in canonical order; those without a date last.
pub fn lists(context: Context<'_>, findings: &Findings) -> Vec<NameListRow> {
    let mut rows = Vec::new();
    for looked in findings.looked(context.corpus, context.plan) {
        for list in looked.lists() {
            let (unit, range) = (list.place.unit as usize, list.place.printed.range());
            let standing = standing(looked.document, context.metadata, unit, &range);
            rows.extend(standing.map(|standing| NameListRow {
                standing,
                heading: list.heading.clone(),
                names: list.names.clone(),
                swapped: Vec::new(),
            }));
        }
    }
    rows.arrange_by(|one, other| {
        let date = |row: &NameListRow| (row.standing.date.is_none(), row.standing.date.clone());
        date(one).cmp(&date(other))
    });
    mark_swapped(&mut rows);
    rows
}

/// Says of every list in which pairs it departs from the last earlier list of its heading that has both.
fn mark_swapped(rows: &mut [NameListRow]) {
    let mut known: BTreeMap<String, BTreeMap<(String, String), bool>> = BTreeMap::new();
    for row in rows {
        let orders = known.entry(row.heading.clone()).or_default();
        let names = row.names.get(..COMPARED_NAMES).unwrap_or(&row.names);
        for (place, first) in names.iter().enumerate() {
            for second in names
                .iter()
                .skip(place + 1)
                .filter(|second| *second != first)
            {
                let is_sorted = first < second;
                let (low, high) = if is_sorted {
                    (first, second)
                } else {
                    (second, first)
                };
                let before = orders.insert((low.clone(), high.clone()), is_sorted);
                if before.is_some_and(|before| before != is_sorted) {
                    row.swapped.push((first.clone(), second.clone()));
                }
            }
        }
    }
}

/// Every person of any list: in how many, and the mean place, from 1; by mean place, then by name.
pub fn mean_places(lists: &[NameListRow]) -> Vec<(String, u32, f64)> {
    let mut places: BTreeMap<&str, (u32, u64)> = BTreeMap::new();
    for list in lists {
        for (place, name) in (1..).zip(&list.names) {
            let sum = places.entry(name).or_default();
            sum.0 += 1;
            sum.1 += place;
        }
    }
    let places = places.into_iter();
    let mut means: Vec<(String, u32, f64)> = places
        .map(|(name, (count, sum))| {
            let sum = u32::try_from(sum).unwrap_or(u32::MAX);
            (
                name.to_owned(),
                count,
                f64::from(sum) / f64::from(count.max(1)),
            )
        })
        .collect();
    means.arrange_by(|one, other| one.2.total_cmp(&other.2).then_with(|| one.0.cmp(&other.0)));
    means
}
