//! 主题词: the items of one side against those of another.

use std::rc::Rc;

use super::full::FullTable;
use super::items::{base, relative_of};
use super::values::{RowNames, Texts, Values, kept};
use crate::engine::answers::Context;
use crate::engine::items::ItemIndex;
use crate::engine::listing::small;
use crate::engine::measuring::counting::{Counted, CountingWork};
use crate::engine::measuring::{Measured, Measuring, Step};
use crate::engine::query::Reference;
use crate::engine::reference;
use crate::measures::keyness::{ContingencyTable, KeynessFigures, KeynessItem, KeynessSelection};
use crate::measures::options::{ItemKind, KeynessEvidence, KeynessOptions};
use crate::report::answers::group::{Selection, Side};
use crate::report::answers::table::{Column, Note, Order, Removal};
use crate::text::arrange::Arrange;
use crate::words::dictionary;

/// Items whose figures are worked out in one step.
const STEP_ITEMS: usize = 512;

/// The work of making the table.
pub fn begin(
    context: Context<'_>,
    target: &Selection,
    reference: &Reference,
    items: ItemKind,
) -> Box<dyn Measuring> {
    let index = Rc::new(ItemIndex::new(context, items));
    let counting = |of: &Selection| CountingWork::new(context, Rc::clone(&index), of);
    let second = match reference {
        Reference::Selection(of) => Some(counting(of)),
        Reference::List(_) | Reference::Dictionary => None,
    };
    Box::new(Work {
        target: counting(target),
        second,
        reference: reference.clone(),
        items,
        index,
        is_target_done: false,
        list: None,
    })
}

#[derive(Debug)]
struct Work {
    index: Rc<ItemIndex>,
    items: ItemKind,
    target: CountingWork,
    second: Option<CountingWork>,
    reference: Reference,
    is_target_done: bool,
    list: Option<List>,
}

/// The other side of a comparison.
#[derive(Debug)]
struct Other {
    side: Side,
    /// Numbers of items with count and articles, ascending. Those from a list stand in no articles.
    counts: Vec<(u32, u64, Option<u32>)>,
    /// Words that are only in a list.
    extra: Vec<String>,
    /// How many tokens of it are on the other side, too.
    overlap: u64,
}

/// The items that are left, and their figures so far.
#[derive(Debug)]
struct List {
    counted: Counted,
    other: Other,
    options: KeynessOptions,
    selection: KeynessSelection,
    /// The numbers of the items that were given to the selection.
    given: Vec<u32>,
    figures: Vec<KeynessFigures>,
    is_ranking: bool,
}

impl Measuring for Work {
    fn step(&mut self, context: Context<'_>) -> Step {
        if !self.is_target_done {
            self.is_target_done = self.target.step(context);
            return Step::Working(self.per_mille(context), None);
        }
        if let Some(second) = &mut self.second
            && !second.step(context)
        {
            return Step::Working(self.per_mille(context), None);
        }
        let Some(list) = &mut self.list else {
            self.list = Some(self.select(context));
            return Step::Working(500, None);
        };
        if !list.step() {
            return Step::Working(self.per_mille(context), None);
        }
        match self.list.take() {
            Some(list) => Step::Done(Box::new(list.into_table(context, &self.index))),
            None => Step::Working(999, None),
        }
    }

    fn stop(mut self: Box<Self>, context: Context<'_>) -> Box<dyn Measured> {
        let per_mille = self.per_mille(context);
        let list = self.list.take();
        let mut list = list.unwrap_or_else(|| self.select(context));
        list.selection.kept.truncate(list.figures.len());
        let mut table = list.into_table(context, &self.index);
        table.stop(per_mille);
        Box::new(table)
    }
}

impl Work {
    /// How much is done, in thousandths: each side is a quarter.
    fn per_mille(&self, context: Context<'_>) -> u16 {
        if let Some(list) = &self.list {
            let all = list.selection.kept.len().max(1);
            let done = 500 + list.figures.len() * 500 / all;
            return u16::try_from(done).unwrap_or(999).min(999);
        }
        match &self.second {
            _ if !self.is_target_done => self.target.per_mille(context) / 4,
            Some(second) => 250 + second.per_mille(context) / 4,
            None => 500,
        }
    }

    /// Both sides are counted: which items are left.
    fn select(&mut self, context: Context<'_>) -> List {
        let nothing = || CountingWork::new(context, Rc::clone(&self.index), &Selection::All);
        let counted = std::mem::replace(&mut self.target, nothing()).finish();
        let mut options = context.plan.settings.measures.keyness;
        let is_ranking = self.reference == Reference::Dictionary;
        let other = match &self.reference {
            Reference::Selection(_) => of_selection(context, self.second.take(), &counted),
            Reference::List(name) => of_list(context, name, &self.index, self.items),
            Reference::Dictionary => of_dictionary(context, &self.index, &counted),
        };
        if is_ranking {
            options.evidence = KeynessEvidence::None;
            options.bonferroni = false;
        }
        // Against nothing there is nothing to compare.
        let given = match counted.table.tokens.min(other.side.tokens) {
            0 => Vec::new(),
            _ => together(&counted, &other),
        };
        let items = given
            .iter()
            .map(|item| keyness_item(&counted, &other, *item));
        let tokens = (counted.table.tokens, other.side.tokens);
        let selection = KeynessSelection::of(items, tokens, &options);
        List {
            figures: Vec::with_capacity(selection.kept.len()),
            counted,
            other,
            options,
            selection,
            given,
            is_ranking,
        }
    }
}

/// Every item of either side, ascending.
fn together(counted: &Counted, other: &Other) -> Vec<u32> {
    let (mut one, mut two) = (
        counted.table.items.iter().peekable(),
        other.counts.iter().peekable(),
    );
    let mut all = Vec::with_capacity(counted.table.items.len());
    loop {
        let next = match (one.peek(), two.peek()) {
            (Some(one), Some((two, ..))) => (**one).min(*two),
            (Some(one), None) => **one,
            (None, Some((two, ..))) => *two,
            (None, None) => break,
        };
        one.next_if(|item| **item == next);
        two.next_if(|(item, ..)| *item == next);
        all.push(next);
    }
    all
}

fn keyness_item(counted: &Counted, other: &Other, item: u32) -> KeynessItem {
    let table = &counted.table;
    let place = table.place(item);
    let found = other.counts.binary_search_by_key(&item, |(item, ..)| *item);
    let found = found.ok().and_then(|place| other.counts.get(place));
    let no_list = other.side.list.is_empty();
    KeynessItem {
        target: place.map_or(0, |place| table.count(place)),
        reference: found.map_or(0, |(_, count, _)| *count),
        target_articles: Some(place.map_or(0, |place| small(table.entries(place).len()))),
        reference_articles: no_list
            .then(|| found.and_then(|(_, _, articles)| *articles).unwrap_or(0)),
    }
}

fn of_selection(context: Context<'_>, work: Option<CountingWork>, target: &Counted) -> Other {
    let Some(counted) = work.map(CountingWork::finish) else {
        return Other::new(Side::default());
    };
    let table = &counted.table;
    let counts = (0..).zip(&table.items);
    let counts = counts.map(|(place, item)| {
        (
            *item,
            table.count(place),
            Some(small(table.entries(place).len())),
        )
    });
    let documents = 0..context.corpus.documents().len();
    let overlap = documents.map(|document| {
        let scope = &target.scope;
        scope.tokens_in_both(context, &counted.scope, document)
    });
    Other {
        overlap: overlap.sum(),
        counts: counts.collect(),
        ..Other::new(counted.side(context))
    }
}

/// A list of words: those that stand in the corpus count by its filters, others by their length and the stop words.
fn of_list(context: Context<'_>, name: &str, index: &ItemIndex, items: ItemKind) -> Other {
    let mut lists = context.plan.project.references.iter();
    let Some(list) = lists.find(|list| list.name == name) else {
        return Other::new(Side {
            list: name.to_owned(),
            ..Side::default()
        });
    };
    let side = Side {
        list: name.to_owned(),
        tokens: list.tokens,
        types: small(reference::words(list).count()),
        parts: context.plan.settings.parts,
        ..Side::default()
    };
    let mut other = Other::new(side);
    if items != ItemKind::Words {
        return other;
    }
    let plan = context.plan;
    let keeps_tag = |tag: &str| plan.keeps_tag(tag);
    let filter = plan.filter(&keeps_tag);
    let mut next = small(index.len());
    for (word, count) in reference::words(list) {
        if context.corpus.vocabulary.find(word).is_some() {
            index.each_of_word(context, word, |item| other.counts.push((item, count, None)));
            continue;
        }
        let is_kept = small(word.chars().count()) >= filter.shortest_chars
            && !filter.stop_words.contains(word)
            && plan.keeps_tag(context.segmenter.tag(word));
        if is_kept {
            other.counts.push((next, count, None));
            other.extra.push(word.to_owned());
            next = next.saturating_add(1);
        }
    }
    other.put_together();
    other
}

/// The frequencies of the segmenter's dictionary: of the items of the target only, for it is no text.
fn of_dictionary(context: Context<'_>, index: &ItemIndex, counted: &Counted) -> Other {
    let text = dictionary::text();
    let mut tokens: u64 = 0;
    let mut types = 0;
    let mut counts = Vec::new();
    for line in text.lines() {
        let mut fields = line.split(' ');
        let (Some(word), Some(count)) = (fields.next(), fields.next()) else {
            continue;
        };
        let count: u64 = count.parse().unwrap_or(0);
        tokens += count;
        types += 1;
        index.each_of_word(context, word, |item| {
            if counted.table.place(item).is_some() {
                counts.push((item, count, None));
            }
        });
    }
    let side = Side {
        list: "jieba".to_owned(),
        tokens,
        types,
        ..Side::default()
    };
    let mut other = Other {
        counts,
        ..Other::new(side)
    };
    other.put_together();
    other
}

impl Other {
    fn new(side: Side) -> Self {
        Self {
            side,
            counts: Vec::new(),
            extra: Vec::new(),
            overlap: 0,
        }
    }

    /// Words that stand for one item are counted together.
    fn put_together(&mut self) {
        self.counts.arrange_by_key(|(item, ..)| *item);
        self.counts.dedup_by(|one, kept| {
            let is_same = one.0 == kept.0;
            if is_same {
                kept.1 += one.1;
            }
            is_same
        });
    }
}

impl List {
    /// True once the figures of all items are there.
    fn step(&mut self) -> bool {
        let from = self.figures.len();
        for (_, table) in self.selection.kept.iter().skip(from).take(STEP_ITEMS) {
            self.figures
                .push(self.selection.figures(table, &self.options));
        }
        self.figures.len() == self.selection.kept.len()
    }

    fn notes(&self) -> Vec<Note> {
        let selection = &self.selection;
        let mut notes = Vec::new();
        let tokens = [self.counted.table.tokens, self.other.side.tokens];
        for (number, tokens) in (0..).zip(tokens) {
            if tokens == 0 {
                notes.push(Note::EmptySide(number));
            }
        }
        if self.other.overlap > 0 {
            notes.push(Note::Overlap(self.other.overlap));
        }
        if self.is_ranking {
            notes.push(Note::RankingOnly);
        }
        if !self.other.side.list.is_empty() {
            notes.push(Note::DifferentSettings);
        }
        if !selection.is_large && !self.is_ranking {
            notes.push(Note::Descriptive);
        }
        let removed = selection.removed;
        let (evidence, threshold) = match selection.level() {
            Some(level) => (Removal::Significance, level),
            None => (Removal::Bic, 2),
        };
        for (condition, threshold, items) in [
            (Removal::Count, selection.least_count, removed.count),
            (
                Removal::Articles,
                selection.least_articles,
                removed.articles,
            ),
            (evidence, threshold, removed.evidence),
            (Removal::Sign, 0, removed.sign),
        ] {
            if items > 0 {
                notes.push(Note::Removed {
                    condition,
                    threshold,
                    items,
                });
            }
        }
        notes.push(Note::Tested(selection.tested));
        notes
    }

    fn into_table(self, context: Context<'_>, index: &Rc<ItemIndex>) -> FullTable {
        let notes = self.notes();
        let kept = &self.selection.kept;
        let item = |given: u32| self.given.get(given as usize).copied().unwrap_or(u32::MAX);
        let numbers: Vec<u32> = kept.iter().map(|(given, _)| item(*given)).collect();
        let is_large = self.selection.is_large && !self.is_ranking;
        let order = Order {
            column: if is_large {
                Column::ConservativeLogRatio
            } else {
                Column::LogRatio
            },
            descending: true,
        };
        let columns = self.columns(context, index, &numbers);
        let sides = vec![self.counted.side(context), self.other.side];
        let names = RowNames::Items {
            index: Rc::clone(index),
            extra: self.other.extra,
            numbers,
        };
        FullTable::new(context, names, columns, Some(order))
            .with_sides(sides)
            .with_notes(notes)
    }

    fn columns(
        &self,
        context: Context<'_>,
        index: &ItemIndex,
        numbers: &[u32],
    ) -> Vec<(Column, Values)> {
        let kept_tables = self.selection.kept.iter().map(|(_, table)| table);
        let counts = |count: fn(&ContingencyTable) -> u64| {
            Values::Sums(kept_tables.clone().map(count).collect())
        };
        let base = base(self.counted.table.tokens.max(self.other.side.tokens));
        let relative = |of: fn(&ContingencyTable) -> (u64, u64)| {
            let shares = kept_tables.clone().map(of);
            Values::Figures(
                shares
                    .map(|(count, tokens)| relative_of(count, tokens, base))
                    .collect(),
            )
        };
        let figures =
            |of: fn(&KeynessFigures) -> f64| Values::Figures(self.figures.iter().map(of).collect());
        let items = numbers
            .iter()
            .map(|item| keyness_item(&self.counted, &self.other, *item));
        let articles = |of: fn(&KeynessItem) -> Option<u32>| {
            let articles = items.clone().map(|item| of(&item).unwrap_or(0));
            Values::Counts(articles.collect())
        };
        let tags = numbers.iter().map(|item| index.tag(context, *item));
        let mut columns = vec![
            (Column::Rank, Values::Rank),
            (Column::Item, Values::Name),
            (Column::Count, counts(|table| table.target)),
            (Column::ReferenceCount, counts(|table| table.reference)),
        ];
        columns.push((Column::LogRatio, figures(|figures| figures.log_ratio)));
        if !self.is_ranking {
            columns.extend([
                (
                    Column::LogLikelihood,
                    figures(|figures| figures.log_likelihood),
                ),
                (
                    Column::ConservativeLogRatio,
                    figures(|figures| figures.conservative_log_ratio),
                ),
                (Column::Bic, figures(|figures| figures.bic)),
                (Column::ChiSquared, figures(|figures| figures.chi_squared)),
                (Column::PValue, figures(|figures| figures.p_value)),
            ]);
        }
        columns.extend([
            (
                Column::Relative,
                relative(|table| (table.target, table.target_tokens)),
            ),
            (
                Column::ReferenceRelative,
                relative(|table| (table.reference, table.reference_tokens)),
            ),
            (Column::Articles, articles(|item| item.target_articles)),
        ]);
        if self.other.side.list.is_empty() {
            columns.push((
                Column::ReferenceArticles,
                articles(|item| item.reference_articles),
            ));
        }
        columns.push((Column::PartOfSpeech, Values::Texts(Texts::new(tags))));
        columns.extend([
            (
                Column::PercentDifference,
                figures(|figures| kept(figures.percent_difference)),
            ),
            (
                Column::OddsRatio,
                figures(|figures| kept(figures.odds_ratio)),
            ),
            (
                Column::DifferenceCoefficient,
                figures(|figures| kept(figures.difference_coefficient)),
            ),
            (
                Column::SimpleMaths,
                figures(|figures| kept(figures.simple_maths)),
            ),
        ]);
        columns
    }
}
