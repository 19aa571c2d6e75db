//! The cells of a table, column by column, as numbers.

use std::rc::Rc;

use crate::engine::answers::Context;
use crate::engine::items::ItemIndex;
use crate::measures::figure::Figure;
use crate::report::answers::table::{Cell, Lead};
use crate::text::arrange::Arrange;

/// No text.
const NOTHING: u32 = u32::MAX;

/// What the rows of a table are called.
#[derive(Debug)]
pub enum RowNames {
    /// Items: their numbers; behind those of the index words that stand in no text of the corpus.
    Items {
        /// The items.
        index: Rc<ItemIndex>,
        /// Words that are only in a list.
        extra: Vec<String>,
        /// The number of each row's item.
        numbers: Vec<u32>,
    },
    /// Labels, each with where it leads.
    Labels(Vec<(String, Lead)>),
}

impl RowNames {
    /// How many rows there are.
    pub fn len(&self) -> usize {
        match self {
            Self::Items { numbers, .. } => numbers.len(),
            Self::Labels(labels) => labels.len(),
        }
    }

    /// The name of a row.
    pub fn name<'c>(&'c self, context: Context<'c>, row: u32) -> &'c str {
        match self {
            Self::Items {
                index,
                extra,
                numbers,
            } => {
                let number = numbers.get(row as usize).copied().unwrap_or(u32::MAX);
                match (number as usize).checked_sub(index.len()) {
                    Some(place) => extra.get(place).map_or("", String::as_str),
                    None => index.name(context, number),
                }
            }
            Self::Labels(labels) => labels.get(row as usize).map_or("", |(label, _)| label),
        }
    }

    /// Where a row leads.
    pub fn lead(&self, context: Context<'_>, row: u32) -> Lead {
        match self {
            Self::Items { index, numbers, .. } => match numbers.get(row as usize) {
                Some(number) if (*number as usize) < index.len() => {
                    Lead::Item(index.item(context, *number))
                }
                _ => Lead::Nowhere,
            },
            Self::Labels(labels) => labels
                .get(row as usize)
                .map_or(Lead::Nowhere, |(_, lead)| lead.clone()),
        }
    }
}

/// Different texts, sorted, and which of them each row has.
#[derive(Debug, Default)]
pub struct Texts {
    texts: Vec<String>,
    rows: Vec<u32>,
}

impl Texts {
    /// Texts of the rows in their order; an empty one is none.
    pub fn new<'t>(rows: impl Iterator<Item = &'t str> + Clone) -> Self {
        let mut texts: Vec<&str> = Vec::new();
        let mut known = std::collections::BTreeSet::new();
        for text in rows.clone().filter(|text| !text.is_empty()) {
            if known.insert(text) {
                texts.push(text);
            }
        }
        texts.arrange();
        let place = |text: &str| match texts.binary_search(&text) {
            Ok(place) => u32::try_from(place).unwrap_or(NOTHING),
            Err(_) => NOTHING,
        };
        let rows = rows.map(place).collect();
        Self {
            texts: texts.into_iter().map(str::to_owned).collect(),
            rows,
        }
    }

    /// Sorted texts, and the number of each row's.
    pub fn numbered(texts: Vec<String>, rows: Vec<u32>) -> Self {
        Self { texts, rows }
    }

    fn get(&self, row: u32) -> Option<&str> {
        let number = self.rows.get(row as usize)?;
        self.texts.get(*number as usize).map(String::as_str)
    }
}

/// The cells of a column.
#[derive(Debug)]
pub enum Values {
    /// The place in the table's own order, from 1.
    Rank,
    /// The name of the row.
    Name,
    /// Text.
    Texts(Texts),
    /// Counts.
    Counts(Vec<u32>),
    /// Large counts.
    Sums(Vec<u64>),
    /// Figures: NaN where nothing is defined, and infinite numbers.
    Figures(Vec<f64>),
}

/// A figure as it is kept.
pub fn kept(figure: Figure) -> f64 {
    match figure {
        Figure::Undefined => f64::NAN,
        Figure::Number(number) => number,
        Figure::Infinite => f64::INFINITY,
        Figure::NegativeInfinite => f64::NEG_INFINITY,
    }
}

/// A figure that may be missing, as it is kept.
pub fn kept_or_none(figure: Option<f64>) -> f64 {
    figure.unwrap_or(f64::NAN)
}

impl Values {
    /// By what a row is sorted: ascending keys; the largest of all for an empty cell. `ranks` and `names` give the places
    /// of the rows in the table's own order and in that of their names.
    pub fn key(&self, row: u32, descending: bool, ranks: &[u32], names: &[u32]) -> u64 {
        let at = row as usize;
        let key = match self {
            Self::Rank => ranks.get(at).map(|rank| u64::from(*rank)),
            Self::Name => names.get(at).map(|rank| u64::from(*rank)),
            Self::Texts(texts) => {
                let number = texts.rows.get(at).filter(|number| **number != NOTHING);
                number.map(|number| u64::from(*number))
            }
            Self::Counts(counts) => counts.get(at).map(|count| u64::from(*count)),
            Self::Sums(sums) => sums.get(at).copied(),
            Self::Figures(figures) => {
                let figure = figures.get(at).filter(|figure| !figure.is_nan());
                figure.map(|figure| in_order(*figure))
            }
        };
        match key {
            // Keys are far from both ends.
            Some(key) if descending => (u64::MAX - 1).saturating_sub(key),
            Some(key) => key,
            None => u64::MAX,
        }
    }

    /// The cell of a row.
    pub fn cell(&self, row: u32, name: &str, ranks: &[u32]) -> Cell {
        let at = row as usize;
        match self {
            Self::Rank => ranks.get(at).map(|rank| Cell::Count(u64::from(*rank) + 1)),
            Self::Name if name.is_empty() => None,
            Self::Name => Some(Cell::Text(name.to_owned())),
            Self::Texts(texts) => texts.get(row).map(|text| Cell::Text(text.to_owned())),
            Self::Counts(counts) => counts.get(at).map(|count| Cell::Count(u64::from(*count))),
            Self::Sums(sums) => sums.get(at).map(|sum| Cell::Count(*sum)),
            Self::Figures(figures) => figures.get(at).and_then(|figure| {
                if figure.is_nan() {
                    None
                } else if figure.is_infinite() {
                    Some(Cell::Infinite(*figure < 0.0))
                } else {
                    Some(Cell::Number(*figure))
                }
            }),
        }
        .unwrap_or_default()
    }
}

/// A number whose order is that of the figures.
fn in_order(figure: f64) -> u64 {
    // 0 and −0 are one.
    let bits = (figure + 0.0).to_bits();
    if bits >> 63 == 0 {
        bits | 1 << 63
    } else {
        !bits
    }
}
