//! Answers about the lexicon: what its words did, where, and what some more would do.

mod effect;

use std::collections::BTreeMap;
use std::rc::Rc;

use super::Context;
use crate::engine::affected::Affected;
use crate::engine::lines::push_rows;
use crate::engine::listing::small;
use crate::engine::query::{Answer, Query};
use crate::engine::survey::{Entry, Survey, Use, each_place};
use crate::report::answers::Counted;
use crate::report::answers::lexicon::{EntrySource, LexiconRow, LexiconView};
use crate::report::views::LinesView;
use crate::text::arrange::Arrange;
use crate::text::clean::{Blanks, Cleaner};
use crate::words::lexicon::{LexiconEntry, LexiconRule, NotApplied};
use crate::words::listed::{ListedSource, ListedWord};

/// Most rows of a window.
const MOST_ROWS: u32 = 1000;
/// Most reasons that are told of a word.
const MOST_REASONS: usize = 20;
/// Most ways of cutting that are told of a word.
const MOST_WAYS: usize = 5;

/// Answers a question of this area.
pub fn answer(context: Context<'_>, query: &Query) -> Answer {
    match query {
        Query::LexiconLines {
            word,
            not_applied,
            first_row,
            rows,
        } => {
            let rows = (*rows).min(MOST_ROWS);
            Answer::Lines(lines(context, word, not_applied.as_ref(), *first_row, rows))
        }
        Query::Effect { entries } => Answer::Effect(effect::effect(context, entries)),
        Query::Lexicon {
            containing,
            first_row,
            rows,
        } => Answer::Lexicon(view(
            context,
            containing,
            *first_row,
            (*rows).min(MOST_ROWS),
        )),
        _ => Answer::Lexicon(LexiconView::default()),
    }
}

/// A row before it is told.
enum Row<'c> {
    Own(&'c LexiconEntry),
    Listed(ListedWord),
}

fn view(context: Context<'_>, containing: &str, first_row: u32, rows: u32) -> LexiconView {
    let survey = context.plan.survey(context.corpus, context.segmenter);
    let listed = context.plan.listed();
    let own = &context.plan.project.lexicon;
    let mut all: Vec<(EntrySource, &str, Row<'_>)> = Vec::new();
    all.extend(
        own.iter()
            .map(|entry| (EntrySource::Own, entry.word.as_str(), Row::Own(entry))),
    );
    for word in listed.words() {
        if let ListedSource::Dictionary(number) = listed.source(word) {
            let row = (
                EntrySource::Dictionary(number),
                listed.word(word),
                Row::Listed(word),
            );
            all.push(row);
        }
    }
    all.retain(|(_, word, _)| containing.is_empty() || word.contains(containing));
    let applied = |row: &Row<'_>| used(&context, &survey, row).map_or(0, |used| used.applied);
    all.arrange_by_cached_key(|(source, word, row)| {
        (source.clone(), std::cmp::Reverse(applied(row)), *word)
    });
    let window = all.iter().skip(first_row as usize).take(rows as usize);
    LexiconView {
        rows_total: small(all.len()),
        applied_total: small(all.iter().filter(|(_, _, row)| applied(row) > 0).count()),
        first_row,
        rows: window
            .map(|(source, word, row)| {
                let used = used(&context, &survey, row).cloned().unwrap_or_default();
                let (rule, tag) = match row {
                    Row::Own(entry) => (entry.rule.clone(), entry.tag.clone()),
                    Row::Listed(listed_word) => (
                        LexiconRule::Whole { always: false },
                        listed.tag_of(*listed_word).to_owned(),
                    ),
                };
                LexiconRow {
                    word: (*word).to_owned(),
                    rule,
                    tag,
                    source: source.clone(),
                    applied: used.applied,
                    not_applied: most_frequent(used.not_applied, MOST_REASONS),
                    before: counted(used.before),
                    after: counted(used.after),
                }
            })
            .collect(),
    }
}

fn used<'s>(context: &Context<'_>, survey: &'s Rc<Survey>, row: &Row<'_>) -> Option<&'s Use> {
    let word = match row {
        Row::Own(entry) => entry.word.as_str(),
        Row::Listed(word) => return survey.of(Entry::Whole(*word)),
    };
    let as_written = entry_of(context, word).and_then(|entry| survey.of(entry));
    // A word that the user wrote as it is printed is applied as it is counted.
    as_written.or_else(|| {
        let mut cleaner = Cleaner::new(context.plan.settings.cleanup);
        let is_other = cleaner.clean(word, Blanks::MayClose, None);
        survey.of(entry_of(context, cleaner.text()).filter(|_| is_other)?)
    })
}

/// What the lists say of a word first.
fn entry_of(context: &Context<'_>, word: &str) -> Option<Entry> {
    let listed = context.plan.listed();
    let mut apart = listed.apart().iter();
    match apart.position(|(apart, _)| **apart == *word) {
        Some(number) => Some(Entry::Apart(number)),
        None => listed.find(word).map(Entry::Whole),
    }
}

/// The most frequent first, then in order.
fn most_frequent<T: Ord>(counts: BTreeMap<T, u32>, most: usize) -> Vec<(T, u32)> {
    let mut counts: Vec<(T, u32)> = counts.into_iter().collect();
    // Stable: the map gave them in order.
    counts.arrange_by_key(|(_, count)| std::cmp::Reverse(*count));
    counts.truncate(most);
    counts
}

fn counted(counts: BTreeMap<String, u32>) -> Vec<Counted> {
    let counts = most_frequent(counts, MOST_WAYS).into_iter();
    counts
        .map(|(text, count)| Counted { text, count })
        .collect()
}

/// The lines in which a word was applied, or not for this reason.
fn lines(
    context: Context<'_>,
    word: &str,
    reason: Option<&NotApplied>,
    first_row: u32,
    rows: u32,
) -> LinesView {
    let mut view = LinesView {
        word: word.to_owned(),
        first_row,
        ..LinesView::default()
    };
    // A word that the user wrote as it is printed stands in the text as it is counted.
    let mut cleaner = Cleaner::new(context.plan.settings.cleanup);
    let is_other = cleaner.clean(word, Blanks::MayClose, None);
    let counted = if is_other { cleaner.text() } else { word };
    let forms = [word, counted];
    let entries: Vec<Entry> = forms
        .iter()
        .filter_map(|form| entry_of(&context, form))
        .collect();
    if entries.is_empty() {
        return view;
    }
    let affected = Affected::new(&forms, &context.corpus.vocabulary);
    let (corpus, plan, segmenter) = (context.corpus, context.plan, context.segmenter);
    each_place(
        corpus,
        plan,
        segmenter,
        Some(&affected),
        &mut |document, unit, places| {
            let wanted = places
                .iter()
                .filter(|place| entries.contains(&place.entry) && place.refusal.as_ref() == reason);
            let mut ranges: Vec<_> = wanted.map(|place| place.printed.clone()).collect();
            ranges.arrange_by_key(|range| range.start);
            push_rows(&mut view, rows, document, unit, &ranges);
        },
    );
    view
}
