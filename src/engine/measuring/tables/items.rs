//! 词表 with dispersion.

use std::rc::Rc;

use super::full::FullTable;
use super::values::{RowNames, Texts, Values, kept_or_none};
use crate::engine::answers::Context;
use crate::engine::findings::FoundInDocument;
use crate::engine::items::{ItemIndex, ItemTable};
use crate::engine::listing::small;
use crate::engine::measuring::counting::{Counted, CountingWork, STEP_BYTES};
use crate::engine::measuring::{Measured, Measuring, Step};
use crate::engine::standing::date_of;
use crate::measures::dispersion::{Parts, ReducedFrequency};
use crate::measures::frequency::per;
use crate::measures::options::ItemKind;
use crate::report::answers::group::Selection;
use crate::report::answers::table::{Column, Note, Order};
use crate::text::arrange::Arrange;

/// Items whose dispersion is worked out in one step.
const STEP_ITEMS: usize = 8192;

/// The work of making the table.
pub fn begin(context: Context<'_>, of: &Selection, items: ItemKind) -> Box<dyn Measuring> {
    let index = Rc::new(ItemIndex::new(context, items));
    Box::new(Work {
        counting: Some(CountingWork::new(context, Rc::clone(&index), of)),
        index,
        spread: None,
    })
}

#[derive(Debug)]
struct Work {
    index: Rc<ItemIndex>,
    counting: Option<CountingWork>,
    spread: Option<Spread>,
}

impl Measuring for Work {
    fn step(&mut self, context: Context<'_>) -> Step {
        if let Some(counting) = &mut self.counting {
            let done = counting.step(context);
            let per_mille = counting.per_mille(context) / 3;
            if done && let Some(counting) = self.counting.take() {
                self.spread = Some(Spread::new(counting.finish(), &self.index));
            }
            return Step::Working(per_mille, None);
        }
        if let Some(spread) = &mut self.spread
            && !spread.step(context, &self.index)
        {
            return Step::Working(spread.per_mille(context), None);
        }
        Step::Done(self.table(context))
    }

    fn stop(mut self: Box<Self>, context: Context<'_>) -> Box<dyn Measured> {
        let mut per_mille = 0;
        if let Some(counting) = self.counting.take() {
            per_mille = counting.per_mille(context) / 3;
            self.spread = Some(Spread::new(counting.finish(), &self.index));
        } else if let Some(spread) = &self.spread {
            per_mille = spread.per_mille(context);
        }
        let mut table = self.full(context);
        table.stop(per_mille);
        Box::new(table)
    }
}

impl Work {
    fn table(&mut self, context: Context<'_>) -> Box<dyn Measured> {
        Box::new(self.full(context))
    }

    fn full(&mut self, context: Context<'_>) -> FullTable {
        let spread = self.spread.take().unwrap_or_default();
        spread.into_table(context, &self.index)
    }
}

/// The figures of dispersion, item by item.
#[derive(Debug, Default)]
struct Spread {
    counted: Option<Counted>,
    parts: Parts,
    figures: [Vec<f64>; 5],
    reduced: Vec<ReducedFrequency>,
    counts: Vec<u64>,
    /// Of every number the place in the list of items.
    places: Vec<u32>,
    /// The document in work for ARF, and the tokens before it.
    document: usize,
    before: u64,
}

impl Spread {
    fn new(counted: Counted, index: &ItemIndex) -> Self {
        let table = &counted.table;
        let mut places = vec![u32::MAX; index.len()];
        for (place, item) in (0..).zip(&table.items) {
            if let Some(known) = places.get_mut(*item as usize) {
                *known = place;
            }
        }
        Self {
            counts: (0..table.items.len())
                .map(|place| table.count(place))
                .collect(),
            places,
            parts: Parts::new(counted.table.sizes.clone()),
            reduced: vec![ReducedFrequency::default(); counted.table.items.len()],
            counted: Some(counted),
            ..Self::default()
        }
    }

    fn per_mille(&self, context: Context<'_>) -> u16 {
        let documents = context.corpus.documents().len().max(1);
        u16::try_from(400 + self.document * 600 / documents)
            .unwrap_or(1000)
            .min(999)
    }

    /// True once all is done.
    fn step(&mut self, context: Context<'_>, index: &ItemIndex) -> bool {
        let Some(counted) = &self.counted else {
            return true;
        };
        let table = &counted.table;
        let [dp, ..] = &self.figures;
        let from = dp.len();
        if from < table.items.len() {
            for place in from..table.items.len().min(from + STEP_ITEMS) {
                let spread = self.parts.dispersion(table.entries(place));
                let spread = spread.as_ref();
                let figures = [
                    spread.map(|spread| spread.dp),
                    spread.and_then(|spread| spread.dp_norm),
                    spread.and_then(|spread| spread.juilland_d),
                    spread.and_then(|spread| spread.carroll_d2),
                    spread.map(|spread| spread.rosengren_s),
                ];
                for (column, figure) in self.figures.iter_mut().zip(figures) {
                    column.push(kept_or_none(figure));
                }
            }
            return false;
        }
        let mut spent = 0;
        while spent < STEP_BYTES / 2 {
            let Some(document) = context.corpus.documents().get(self.document) else {
                return true;
            };
            let nothing = FoundInDocument::default();
            let found = context
                .findings
                .and_then(|findings| findings.documents.get(self.document));
            let found = found.unwrap_or(&nothing);
            let (places, counts, reduced) = (&self.places, &self.counts, &mut self.reduced);
            for unit in counted.scope.units(context, self.document) {
                let before = self.before;
                let tokens = index.each(context, found, &unit, &mut |item, token| {
                    let place = places.get(item as usize).copied().unwrap_or(u32::MAX) as usize;
                    if let (Some(sum), Some(count)) = (reduced.get_mut(place), counts.get(place)) {
                        sum.add(before + u64::from(token), *count, table.tokens);
                    }
                });
                self.before += u64::from(tokens);
            }
            self.document += 1;
            spent += document.source.text().len() + 1024;
        }
        false
    }

    fn into_table(self, context: Context<'_>, index: &Rc<ItemIndex>) -> FullTable {
        let Some(counted) = self.counted else {
            let names = RowNames::Labels(Vec::new());
            return FullTable::new(context, names, Vec::new(), None);
        };
        let side = counted.side(context);
        let table = &counted.table;
        let places = 0..table.items.len();
        let counts = self.counts;
        let base = base(table.tokens);
        let arf = self.reduced.into_iter().zip(&counts);
        // Distances over half of the text are none of the whole.
        let is_whole = self.document >= context.corpus.documents().len();
        let arf = arf.map(|(reduced, count)| {
            let figure = reduced.finish(*count, table.tokens);
            kept_or_none(figure.filter(|_| is_whole))
        });
        let [dp, dp_norm, juilland_d, carroll_d2, rosengren_s] = self.figures;
        let tags = table.items.iter().map(|item| index.tag(context, *item));
        let mut columns = vec![
            (Column::Rank, Values::Rank),
            (Column::Item, Values::Name),
            (Column::PartOfSpeech, Values::Texts(Texts::new(tags))),
            (
                Column::Relative,
                Values::Figures(relative(&counts, table.tokens, base)),
            ),
            (
                Column::Articles,
                Values::Counts(
                    places
                        .map(|place| small(table.entries(place).len()))
                        .collect(),
                ),
            ),
            (Column::Dp, Values::Figures(dp)),
            (Column::DpNorm, Values::Figures(dp_norm)),
            (
                Column::FirstDate,
                Values::Texts(first_dates(context, table)),
            ),
            (Column::JuillandD, Values::Figures(juilland_d)),
            (Column::CarrollD2, Values::Figures(carroll_d2)),
            (Column::RosengrenS, Values::Figures(rosengren_s)),
            (Column::Arf, Values::Figures(arf.collect())),
        ];
        columns.insert(3, (Column::Count, Values::Sums(counts)));
        let names = RowNames::Items {
            index: Rc::clone(index),
            extra: Vec::new(),
            numbers: table.items.clone(),
        };
        let order = Order {
            column: Column::Count,
            descending: true,
        };
        let is_empty = side.tokens == 0;
        let table = FullTable::new(context, names, columns, Some(order)).with_sides(vec![side]);
        if is_empty {
            return table.with_notes(vec![Note::EmptySide(0)]);
        }
        table
    }
}

/// The base of relative frequencies of so many tokens: 10,000, or a million above a million.
pub fn base(tokens: u64) -> u32 {
    per(u32::try_from(tokens).unwrap_or(u32::MAX))
}

/// Relative frequencies; NaN without tokens.
pub fn relative(counts: &[u64], tokens: u64, base: u32) -> Vec<f64> {
    let counts = counts.iter();
    counts
        .map(|count| relative_of(*count, tokens, base))
        .collect()
}

/// A relative frequency; NaN without tokens.
#[allow(clippy::cast_precision_loss, reason = "counts are far below 2⁵³")]
pub fn relative_of(count: u64, tokens: u64, base: u32) -> f64 {
    if tokens == 0 {
        return f64::NAN;
    }
    count as f64 * f64::from(base) / tokens as f64
}

/// The first date of each item: that of the earliest of its articles that have one.
fn first_dates(context: Context<'_>, table: &ItemTable) -> Texts {
    let documents = context.corpus.documents();
    let dates: Vec<&str> = table
        .articles
        .iter()
        .map(|(document, article)| {
            let document = documents.get(*document as usize);
            let date = document
                .and_then(|document| date_of(document, context.metadata, *article as usize));
            date.unwrap_or("")
        })
        .collect();
    let mut texts: Vec<&str> = dates
        .iter()
        .copied()
        .filter(|date| !date.is_empty())
        .collect();
    texts.arrange();
    texts.dedup();
    let numbers: Vec<u32> = dates
        .iter()
        .map(|date| texts.binary_search(date).map_or(u32::MAX, small))
        .collect();
    let first = |place: usize| {
        let entries = table.entries(place).iter();
        let dates = entries.filter_map(|(article, _)| numbers.get(*article as usize));
        dates.copied().min().unwrap_or(u32::MAX)
    };
    let rows = (0..table.items.len()).map(first).collect();
    Texts::numbered(texts.into_iter().map(str::to_owned).collect(), rows)
}
