//! 趋势: counts of a few items by date, article, newspaper or file.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::full::FullTable;
use super::items::{base, relative_of};
use super::values::{RowNames, Texts, Values};
use crate::engine::answers::Context;
use crate::engine::corpus::article_id;
use crate::engine::document::Document;
use crate::engine::items::ItemIndex;
use crate::engine::lines::LABEL_CHARS;
use crate::engine::listing::label;
use crate::engine::measuring::counting::{Counted, CountingWork};
use crate::engine::measuring::{Measured, Measuring, Step};
use crate::engine::standing::date_of;
use crate::report::answers::Item;
use crate::report::answers::group::Selection;
use crate::report::answers::table::{Column, Lead, Note};
use crate::report::answers::trend::TrendBy;
use crate::text::page::model::Field;

/// The work of making the table.
pub fn begin(
    context: Context<'_>,
    items: &[Item],
    of: &Selection,
    by: TrendBy,
) -> Box<dyn Measuring> {
    let index = Rc::new(ItemIndex::wanted(context, items));
    Box::new(Work {
        counting: Some(CountingWork::new(context, Rc::clone(&index), of)),
        index,
        by,
    })
}

#[derive(Debug)]
struct Work {
    index: Rc<ItemIndex>,
    counting: Option<CountingWork>,
    by: TrendBy,
}

impl Measuring for Work {
    fn step(&mut self, context: Context<'_>) -> Step {
        if let Some(counting) = &mut self.counting
            && !counting.step(context)
        {
            return Step::Working(counting.per_mille(context).min(999), None);
        }
        Step::Done(Box::new(self.table(context)))
    }

    fn stop(mut self: Box<Self>, context: Context<'_>) -> Box<dyn Measured> {
        let counting = self.counting.as_ref();
        let per_mille = counting.map_or(0, |counting| counting.per_mille(context));
        let mut table = self.table(context);
        table.stop(per_mille);
        Box::new(table)
    }
}

/// A row: its tokens and articles, and for every item count and articles.
#[derive(Debug, Default)]
struct Row {
    label: String,
    lead: Lead,
    date: String,
    file: String,
    articles: u32,
    tokens: u64,
    items: Vec<(u64, u32)>,
}

/// By what rows are told apart and sorted; rows without a label stand last.
type Key = (bool, String, u32, u32);

impl Work {
    fn table(&mut self, context: Context<'_>) -> FullTable {
        let Some(counted) = self.counting.take().map(CountingWork::finish) else {
            return FullTable::new(context, RowNames::Labels(Vec::new()), Vec::new(), None);
        };
        let rows = self.rows(context, &counted);
        let mut columns = vec![(Column::Label, Values::Name)];
        if self.by == TrendBy::Article {
            let dates = rows.iter().map(|row| row.date.as_str());
            columns.push((Column::Date, Values::Texts(Texts::new(dates))));
            let files = rows.iter().map(|row| row.file.as_str());
            columns.push((Column::File, Values::Texts(Texts::new(files))));
        } else {
            let articles = rows.iter().map(|row| row.articles);
            columns.push((Column::Articles, Values::Counts(articles.collect())));
        }
        let tokens = rows.iter().map(|row| row.tokens);
        columns.push((Column::Tokens, Values::Sums(tokens.collect())));
        let base = base(counted.table.tokens);
        for item in 0..self.index.len() {
            let number = u8::try_from(item).unwrap_or(u8::MAX);
            let of = |row: &Row| row.items.get(item).copied().unwrap_or_default();
            let counts = rows.iter().map(|row| of(row).0).collect();
            let relative = rows
                .iter()
                .map(|row| relative_of(of(row).0, row.tokens, base))
                .collect();
            columns.push((Column::ItemCount(number), Values::Sums(counts)));
            columns.push((Column::ItemRelative(number), Values::Figures(relative)));
            if self.by != TrendBy::Article {
                let articles = rows.iter().map(|row| of(row).1).collect();
                columns.push((Column::ItemArticles(number), Values::Counts(articles)));
            }
        }
        let side = counted.side(context);
        let is_empty = side.tokens == 0;
        let labels = rows.into_iter().map(|row| (row.label, row.lead)).collect();
        let table = FullTable::new(context, RowNames::Labels(labels), columns, None);
        let notes = if is_empty {
            vec![Note::EmptySide(0)]
        } else {
            Vec::new()
        };
        table.with_sides(vec![side]).with_notes(notes)
    }

    fn rows(&self, context: Context<'_>, counted: &Counted) -> Vec<Row> {
        let table = &counted.table;
        let mut rows: BTreeMap<Key, Row> = BTreeMap::new();
        let mut keys: Vec<Option<Key>> = Vec::with_capacity(table.articles.len());
        for ((document, article), tokens) in table.articles.iter().zip(&table.sizes) {
            let Some(read) = context.corpus.documents().get(*document as usize) else {
                keys.push(None);
                continue;
            };
            let label = self.label(context, read, *article as usize);
            let key = match self.by {
                TrendBy::Article => (false, String::new(), *document, *article),
                // Two files may have one name.
                TrendBy::File => (false, label.clone(), *document, 0),
                _ => (label.is_empty(), label.clone(), 0, 0),
            };
            let row = rows.entry(key.clone()).or_insert_with(|| Row {
                label,
                items: vec![(0, 0); self.index.len()],
                ..Row::default()
            });
            if self.by == TrendBy::Article {
                row.lead = Lead::Article(article_id(read, *article as usize));
                row.date = date_of(read, context.metadata, *article as usize)
                    .unwrap_or("")
                    .to_owned();
                row.file = read.origin.name.clone();
            }
            row.articles += 1;
            row.tokens += u64::from(*tokens);
            keys.push(Some(key));
        }
        for (place, item) in table.items.iter().enumerate() {
            for (article, count) in table.entries(place) {
                let key = keys.get(*article as usize).and_then(Option::as_ref);
                let row = key.and_then(|key| rows.get_mut(key));
                if let Some(sum) = row.and_then(|row| row.items.get_mut(*item as usize)) {
                    sum.0 += u64::from(*count);
                    sum.1 += 1;
                }
            }
        }
        rows.into_values().collect()
    }

    fn label(&self, context: Context<'_>, document: &Document, article: usize) -> String {
        let date = || date_of(document, context.metadata, article).unwrap_or("");
        let beginning = |bytes: usize| {
            let date = date();
            date.get(..bytes).unwrap_or(date).to_owned()
        };
        match self.by {
            TrendBy::Date => date().to_owned(),
            TrendBy::Month => beginning(7),
            TrendBy::Year => beginning(4),
            TrendBy::Article => {
                let read = document.page.articles.get(article);
                read.map_or_else(String::new, |read| label(document, read, LABEL_CHARS))
            }
            TrendBy::Newspaper => {
                let metadata = context.metadata.get(document.origin.id);
                let value =
                    metadata.and_then(|metadata| metadata.of_article(article, Field::Newspaper));
                value.map_or_else(String::new, |value| value.value.clone())
            }
            TrendBy::File => document.origin.name.clone(),
        }
    }
}
