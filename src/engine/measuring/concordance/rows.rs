//! Which lines of a concordance are wanted, and in which order.

use super::keys::{Keys, NONE, each_unit, of_grouping, of_order};
use super::{Hit, lines, small};
use crate::engine::answers::Context;
use crate::measures::options::ContextSize;
use crate::measures::sample::sample;
use crate::report::answers::search::{LineHeading, LinesWanted};

/// Most keys of a sort.
const MOST_KEYS: usize = 5;
/// Most headings that are listed.
const MOST_HEADINGS: usize = 1000;

/// The rows that are wanted.
#[derive(Debug)]
pub struct Rows {
    /// For which wish.
    pub wanted: LinesWanted,
    /// For how much context, by which lines may be filtered.
    pub size: ContextSize,
    /// The numbers of the hits, in the order of the rows.
    pub numbers: Vec<u32>,
    /// The headings; at most 1,000.
    pub headings: Vec<LineHeading>,
}

impl Rows {
    /// Filters, draws a sample, then groups and sorts.
    pub fn new(context: Context<'_>, hits: &[Hit], wanted: &LinesWanted) -> Self {
        let mut numbers: Vec<u32> = (0..small(hits.len())).collect();
        if !wanted.containing.is_empty() || wanted.marked_only {
            numbers = filtered(context, hits, wanted);
        }
        if let Some(drawn) = wanted.sample {
            let places = sample(small(numbers.len()), drawn.size, drawn.seed);
            let drawn = places.iter();
            let drawn = drawn.filter_map(|place| numbers.get(*place as usize).copied());
            numbers = drawn.collect();
        }
        let mut rows = Self {
            wanted: wanted.clone(),
            size: context.plan.settings.measures.context,
            numbers,
            headings: Vec::new(),
        };
        rows.sort(context, hits);
        rows
    }

    fn sort(&mut self, context: Context<'_>, hits: &[Hit]) {
        if self.wanted.order.is_empty() && self.wanted.grouping.is_none() {
            if self.wanted.descending {
                self.numbers.reverse();
            }
            return;
        }
        let chosen = self.numbers.iter();
        let chosen = chosen.filter_map(|number| hits.get(*number as usize).copied());
        let chosen: Vec<Hit> = chosen.collect();
        let groups = self
            .wanted
            .grouping
            .map(|grouping| of_grouping(context, &chosen, grouping));
        let orders = self.wanted.order.iter().take(MOST_KEYS);
        let keys: Vec<Keys> = orders
            .map(|order| of_order(context, &chosen, *order))
            .collect();
        let mut places: Vec<usize> = (0..chosen.len()).collect();
        let descending = self.wanted.descending;
        let rank = |keys: &Keys, place: usize| keys.ranks.get(place).copied().unwrap_or(NONE);
        places.sort_by(|one, other| {
            if let Some(groups) = &groups {
                let by_group = rank(groups, *one).cmp(&rank(groups, *other));
                if by_group.is_ne() {
                    return by_group;
                }
            }
            for keys in &keys {
                let (one, other) = (rank(keys, *one), rank(keys, *other));
                // Lines without a key stay last.
                let ordering = match descending && one != NONE && other != NONE {
                    true => other.cmp(&one),
                    false => one.cmp(&other),
                };
                if ordering.is_ne() {
                    return ordering;
                }
            }
            one.cmp(other)
        });
        if let Some(groups) = &groups {
            self.headings = headings(groups, &places);
        }
        let numbers = places.iter();
        let numbers = numbers.filter_map(|place| self.numbers.get(*place).copied());
        self.numbers = numbers.collect();
    }

    /// The numbers of the hits in a window.
    pub fn window(&self, first_row: u32, rows: u32) -> &[u32] {
        let first = (first_row as usize).min(self.numbers.len());
        let end = first.saturating_add(rows as usize).min(self.numbers.len());
        self.numbers.get(first..end).unwrap_or(&[])
    }

    /// The heading of a row.
    pub fn heading(&self, row: u32) -> &str {
        let behind = self
            .headings
            .partition_point(|heading| heading.first_row <= row);
        let heading = behind.checked_sub(1).and_then(|at| self.headings.get(at));
        let heading = heading.filter(|heading| row - heading.first_row < heading.lines);
        heading.map_or("", |heading| &heading.label)
    }
}

fn headings(groups: &Keys, places: &[usize]) -> Vec<LineHeading> {
    let mut headings: Vec<LineHeading> = Vec::new();
    let mut last = None;
    for (row, place) in (0..).zip(places) {
        let rank = groups.ranks.get(*place).copied().unwrap_or(NONE);
        if last == Some(rank) {
            if let Some(heading) = headings.last_mut() {
                heading.lines += 1;
            }
            continue;
        }
        if headings.len() == MOST_HEADINGS {
            break;
        }
        last = Some(rank);
        headings.push(LineHeading {
            label: groups
                .labels
                .get(rank as usize)
                .cloned()
                .unwrap_or_default(),
            lines: 1,
            first_row: row,
        });
    }
    headings
}

/// The numbers of the hits that the filters keep.
fn filtered(context: Context<'_>, hits: &[Hit], wanted: &LinesWanted) -> Vec<u32> {
    let mut kept = Vec::new();
    let mut number = 0;
    each_unit(context, hits, |document, unit, here| {
        let of_unit = lines::OfUnit::new(context, document, unit);
        for hit in here {
            let fits = |of_unit: &lines::OfUnit<'_>| {
                (!wanted.marked_only || of_unit.is_marked(context, hit))
                    && (wanted.containing.is_empty() || of_unit.contains(hit, &wanted.containing))
            };
            if of_unit.as_ref().is_some_and(fits) {
                kept.push(number);
            }
            number += 1;
        }
    });
    kept
}
