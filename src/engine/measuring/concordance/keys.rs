//! What lines are sorted and grouped by: a number for each line, so that sorting compares numbers alone.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Hit;
use crate::engine::answers::Context;
use crate::engine::document::Document;
use crate::engine::lines::LABEL_CHARS;
use crate::engine::listing::label;
use crate::engine::standing::date_of;
use crate::report::answers::search::{LineGrouping, LineOrder};
use crate::text::arrange::Arrange;
use crate::text::page::model::Field;
use crate::words::pinyin::pinyin_key;
use crate::words::segment::TokenKind;
use crate::words::vocabulary::{TermId, Vocabulary};

/// The number of a line that has no such key: it stands last, also where the order is turned round.
pub const NONE: u32 = u32::MAX;

/// The keys of some lines.
#[derive(Debug, Default)]
pub struct Keys {
    /// A number for each line, that rises in the order of the keys.
    pub ranks: Vec<u32>,
    /// The key of each number.
    pub labels: Vec<String>,
}

/// Gives texts numbers in code point order.
#[derive(Debug, Default)]
struct Ranking {
    numbers: BTreeMap<String, u32>,
    met: Vec<u32>,
}

impl Ranking {
    fn push(&mut self, text: Option<String>) {
        let next = self.numbers.len() as u32;
        let number = text.map_or(NONE, |text| *self.numbers.entry(text).or_insert(next));
        self.met.push(number);
    }

    fn finish(self) -> Keys {
        let mut ranks = vec![NONE; self.numbers.len()];
        let mut labels = Vec::with_capacity(self.numbers.len());
        for (rank, (label, number)) in (0..).zip(self.numbers) {
            if let Some(place) = ranks.get_mut(number as usize) {
                *place = rank;
            }
            labels.push(label);
        }
        let ranks = self
            .met
            .iter()
            .map(|number| ranks.get(*number as usize).copied().unwrap_or(NONE));
        Keys {
            ranks: ranks.collect(),
            labels,
        }
    }
}

/// The keys of lines in an order.
pub fn of_order(context: Context<'_>, hits: &[Hit], order: LineOrder) -> Keys {
    match order {
        LineOrder::Place => Keys {
            ranks: (0..).take(hits.len()).collect(),
            labels: Vec::new(),
        },
        LineOrder::Left(place) => beside(context, hits, place, true),
        LineOrder::Right(place) => beside(context, hits, place, false),
        LineOrder::Node => nodes(context, hits),
        LineOrder::Pinyin => pinyin(nodes(context, hits)),
        LineOrder::Date => by_article(context, hits, date),
        LineOrder::Article => by_article(context, hits, article),
        LineOrder::Newspaper => by_article(context, hits, newspaper),
    }
}

/// The keys of lines in a grouping.
pub fn of_grouping(context: Context<'_>, hits: &[Hit], grouping: LineGrouping) -> Keys {
    match grouping {
        LineGrouping::Node => nodes(context, hits),
        LineGrouping::File => by_article(context, hits, |_, document, _| {
            Some(document.origin.name.clone())
        }),
        LineGrouping::Newspaper => by_article(context, hits, newspaper),
        LineGrouping::Date => by_article(context, hits, date),
        LineGrouping::Article => articles(context, hits),
        LineGrouping::Left => beside(context, hits, 1, true),
        LineGrouping::Right => beside(context, hits, 1, false),
    }
}

fn date(context: Context<'_>, document: &Document, article: usize) -> Option<String> {
    date_of(document, context.metadata, article).map(str::to_owned)
}

fn newspaper(context: Context<'_>, document: &Document, article: usize) -> Option<String> {
    let metadata = context.metadata.get(document.origin.id)?;
    let value = metadata.of_article(article, Field::Newspaper)?;
    Some(value.value.clone())
}

fn article(_: Context<'_>, document: &Document, number: usize) -> Option<String> {
    let article = document.page.articles.get(number)?;
    Some(label(document, article, LABEL_CHARS)).filter(|label| !label.is_empty())
}

/// Keys that are the same for all lines of an article.
fn by_article(
    context: Context<'_>,
    hits: &[Hit],
    key: impl Fn(Context<'_>, &Document, usize) -> Option<String>,
) -> Keys {
    let mut ranking = Ranking::default();
    let mut last: Option<((u32, u32), Option<String>)> = None;
    each_unit(context, hits, |document, number, here| {
        let of_unit = document.units.get(number);
        let article = of_unit.and_then(|unit| unit.article).unwrap_or(u32::MAX);
        let place = (here.first().map_or(0, |hit| hit.document), article);
        let known = last.take().filter(|(known, _)| *known == place);
        let (_, key) = known.unwrap_or_else(|| (place, key(context, document, article as usize)));
        for _ in here {
            ranking.push(key.clone());
        }
        last = Some((place, key));
    });
    ranking.finish()
}

/// Articles in canonical order, each a group of its own though another one may have its headline.
fn articles(context: Context<'_>, hits: &[Hit]) -> Keys {
    let mut keys = Keys::default();
    let mut last = None;
    each_unit(context, hits, |document, number, here| {
        let of_unit = document.units.get(number);
        let number = of_unit.and_then(|unit| unit.article).unwrap_or(u32::MAX);
        let place = (document.origin.id, number);
        if last != Some(place) {
            let label = article(context, document, number as usize);
            keys.labels.push(label.unwrap_or_default());
            last = Some(place);
        }
        let rank = super::small(keys.labels.len()).saturating_sub(1);
        keys.ranks.extend(here.iter().map(|_| rank));
    });
    keys
}

/// The forms as printed.
fn nodes(context: Context<'_>, hits: &[Hit]) -> Keys {
    let mut ranking = Ranking::default();
    each_unit(context, hits, |document, number, here| {
        let unit = document.units.get(number);
        let printed = unit.and_then(|unit| unit.printed(&document.page));
        let text = printed.map(|printed| printed.text(&document.source));
        for hit in here {
            let node = text.as_ref().and_then(|text| text.get(hit.range()));
            ranking.push(node.map(str::to_owned));
        }
    });
    ranking.finish()
}

/// Sorts what is sorted already by code point anew, by pinyin.
fn pinyin(keys: Keys) -> Keys {
    let mut places: Vec<u32> = (0..).take(keys.labels.len()).collect();
    let readings: Vec<Vec<u32>> = keys.labels.iter().map(|label| pinyin_key(label)).collect();
    places.arrange_by_key(|place| (readings.get(*place as usize), *place));
    let mut ranks = vec![NONE; places.len()];
    for (rank, place) in (0..).zip(&places) {
        if let Some(of_place) = ranks.get_mut(*place as usize) {
            *of_place = rank;
        }
    }
    let rank = |known: &u32| ranks.get(*known as usize).copied().unwrap_or(NONE);
    Keys {
        ranks: keys.ranks.iter().map(rank).collect(),
        labels: Vec::new(),
    }
}

/// The words so many places left or right of what was found, in its unit; marks are no places.
fn beside(context: Context<'_>, hits: &[Hit], place: u8, is_left: bool) -> Keys {
    let vocabulary = &context.corpus.vocabulary;
    let places = usize::from(place.max(1)) - 1;
    let mut terms: Vec<Option<TermId>> = Vec::with_capacity(hits.len());
    each_unit(context, hits, |document, number, here| {
        let words = words_of_unit(document, number, vocabulary);
        for hit in here {
            let range = hit.range();
            let word = if is_left {
                let before = words.partition_point(|(_, word)| word.end <= range.start);
                before.checked_sub(places + 1)
            } else {
                let behind = words.partition_point(|(_, word)| word.start < range.end);
                behind.checked_add(places)
            };
            let word = word.and_then(|word| words.get(word));
            terms.push(word.map(|(term, _)| *term));
        }
    });
    of_terms(vocabulary, &terms)
}

/// Numbers terms in the order of their letters: each term is compared once, not once a line.
fn of_terms(vocabulary: &Vocabulary, terms: &[Option<TermId>]) -> Keys {
    let mut met = vec![false; vocabulary.len()];
    let mut sorted: BTreeMap<&str, TermId> = BTreeMap::new();
    for term in terms.iter().flatten() {
        if let Some(met) = met.get_mut(term.index())
            && !std::mem::replace(met, true)
        {
            sorted.insert(vocabulary.term(*term), *term);
        }
    }
    let mut ranks = vec![NONE; vocabulary.len()];
    for (rank, term) in (0..).zip(sorted.values()) {
        if let Some(place) = ranks.get_mut(term.index()) {
            *place = rank;
        }
    }
    let rank = |term: &Option<TermId>| {
        let rank = term.and_then(|term| ranks.get(term.index()));
        rank.copied().unwrap_or(NONE)
    };
    Keys {
        ranks: terms.iter().map(rank).collect(),
        labels: sorted.into_keys().map(str::to_owned).collect(),
    }
}

/// The words and numbers of a unit with their places in its printed text.
pub fn words_of_unit(
    document: &Document,
    number: usize,
    vocabulary: &Vocabulary,
) -> Vec<(TermId, Range<usize>)> {
    let unit = document.units.get(number);
    let start = unit.map_or(0, |unit| unit.dateline_bytes(&document.page));
    let places = document.tokens.places(number, start, vocabulary);
    let is_counted =
        |term: TermId| matches!(vocabulary.kind(term), TokenKind::Word | TokenKind::Number);
    places.filter(|(term, _)| is_counted(*term)).collect()
}

/// Gives the lines of each unit together.
pub fn each_unit<'h>(
    context: Context<'_>,
    hits: &'h [Hit],
    mut take: impl FnMut(&Document, usize, &'h [Hit]),
) {
    let is_same = |one: &Hit, other: &Hit| (one.document, one.unit) == (other.document, other.unit);
    for here in hits.chunk_by(is_same) {
        let Some(first) = here.first() else {
            continue;
        };
        let documents = context.corpus.documents();
        if let Some(document) = documents.get(first.document as usize) {
            take(document, first.unit as usize, here);
        }
    }
}
