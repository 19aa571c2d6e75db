//! One document beside its source: what of it has arrived, and where the reader is led.

use std::ops::Range;

use super::blocks::{BLOCK_ROWS, Blocks};
use super::caret::caret_at;
use super::focus::Focus;
use super::picking::Picked;
use crate::engine::protocol::ViewRequest;
use crate::report::views::{CleanUnit, CleanView, DocumentId, ScalarRange, SourceRow, SourceView};
use crate::ui::shared::Shared;

/// The document that is read.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// Which one; `None` before the first is read.
    pub document: Option<DocumentId>,
    /// The rows of the source.
    pub source: Blocks<SourceRow>,
    /// The rows of the source on the screen.
    pub source_need: Range<u32>,
    /// The units of the clean page.
    pub clean: Blocks<CleanUnit>,
    /// The units on the screen.
    pub clean_need: Range<u32>,
    /// The length of every unit in characters.
    pub lengths: Shared<Vec<u32>>,
    /// The first unit of each article.
    pub starts: Shared<Vec<u32>>,
    /// Where the reader is led.
    pub aim: Option<Aim>,
    /// The unit that is mended, and the caret in it.
    pub focus: Option<Focus>,
    /// What is selected.
    pub picked: Option<Picked>,
    /// How often the reader was led somewhere in this session.
    aims: u32,
    /// Rises when everything must be fetched again.
    pub revision: u32,
}

/// A place to which the reader is led.
#[derive(Debug, Clone, PartialEq)]
pub struct Aim {
    /// Where.
    pub target: Target,
    /// What is marked there.
    pub places: Vec<ScalarRange>,
    /// Rises, so that the same place can be aimed at twice.
    pub serial: u32,
    /// The unit, once it is known.
    unit: Option<u32>,
    /// The row of the source, once it is known.
    row: Option<u32>,
    /// Whether the unit has arrived.
    has_arrived: bool,
}

/// What is aimed at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A place in a unit of the clean page, and on a row of the source.
    Place {
        /// The unit.
        unit: u32,
        /// The row.
        row: u32,
    },
    /// The first unit of an article.
    Article(u32),
    /// A row of the source.
    Row(u32),
}

impl Reading {
    /// Turns to a document, from its beginning.
    pub fn open(&mut self, document: Option<DocumentId>) {
        *self = Self {
            document,
            revision: self.revision + 1,
            aims: self.aims,
            ..Self::default()
        };
    }

    /// Fetches everything anew, and stays where the reader is.
    pub fn fetch_again(&mut self) {
        self.revision += 1;
    }

    /// The same where the units of the page may have other numbers now: what is selected would be another text.
    pub fn follow_page(&mut self) {
        self.picked = None;
        self.fetch_again();
    }

    /// Leads the reader to a place in the document.
    pub fn lead_to(&mut self, target: Target, places: Vec<ScalarRange>) {
        self.aims += 1;
        self.aim = Some(Aim {
            target,
            places,
            serial: self.aims,
            unit: None,
            row: match target {
                Target::Place { row, .. } | Target::Row(row) => Some(row),
                Target::Article(_) => None,
            },
            has_arrived: false,
        });
        self.settle_aim();
    }

    /// The unit that is aimed at, once it is known which one that is.
    pub fn aimed_unit(&self) -> Option<u32> {
        self.aim.as_ref()?.unit
    }

    /// The row of the source that is aimed at, once it is known.
    pub fn aimed_row(&self) -> Option<u32> {
        self.aim.as_ref()?.row
    }

    /// Fills in what has become known of the aim. What was known stays: the reader is led once, and not back again
    /// when parts that were left behind are forgotten.
    fn settle_aim(&mut self) {
        let Some(aim) = &self.aim else { return };
        let unit = aim.unit.or_else(|| match aim.target {
            Target::Place { unit, .. } => Some(unit),
            Target::Article(article) => self.starts.get(article as usize).copied(),
            Target::Row(row) => self.unit_at(row),
        });
        let arrived = unit.and_then(|unit| self.clean.get(unit));
        let first_row = arrived.and_then(|unit| unit.source_rows.first().map(|rows| rows.0));
        let has_arrived = arrived.is_some();
        let first_place = aim.places.first().map(|place| place.start);
        let caret = arrived
            .zip(first_place)
            .and_then(|(unit, place)| caret_at(unit, place));
        let arrives = has_arrived && !aim.has_arrived;
        if let Some(aim) = &mut self.aim {
            aim.unit = unit;
            aim.row = aim.row.or(first_row);
            aim.has_arrived |= has_arrived;
        }
        let is_new = |unit: &u32| self.focus.is_none_or(|focus| focus.unit != *unit);
        if let Some(unit) = unit.filter(is_new).filter(|_| arrives) {
            self.focus_on(unit, caret.unwrap_or(0));
            self.turn();
        }
    }

    /// The unit that has a piece on a row of the source, among those that have arrived.
    pub fn unit_at(&self, row: u32) -> Option<u32> {
        let holds = |unit: &CleanUnit| {
            unit.source_rows
                .iter()
                .any(|&(start, end)| (start..end).contains(&row))
        };
        self.clean
            .loaded()
            .find(|(_, unit)| holds(unit))
            .map(|(number, _)| number)
    }

    /// What is to be fetched of the source now.
    pub fn source_request(&self) -> Option<ViewRequest> {
        let document = self.document?;
        let first_row = self.source.missing(&self.source_need, self.revision)?;
        Some(ViewRequest::Source {
            document,
            first_row,
            rows: BLOCK_ROWS,
        })
    }

    /// What is to be fetched of the clean page now: first the unit that is aimed at.
    pub fn clean_request(&self) -> Option<ViewRequest> {
        let document = self.document?;
        let aimed = self
            .aim
            .as_ref()
            .filter(|aim| !aim.has_arrived)
            .and_then(|aim| aim.unit)
            .and_then(|unit| self.clean.missing(&(unit..unit + 1), self.revision));
        let first_unit = aimed.or_else(|| self.clean.missing(&self.clean_need, self.revision))?;
        Some(ViewRequest::Clean {
            document,
            first_unit,
            units: BLOCK_ROWS,
        })
    }

    /// Takes rows of the source, unless they belong to another document.
    pub fn take_source(&mut self, view: SourceView) {
        if self.document == Some(view.document) {
            self.source
                .insert(view.first_row, view.rows_total, view.rows, self.revision);
        }
    }

    /// Takes units of the clean page, unless they belong to another document.
    pub fn take_clean(&mut self, view: CleanView) {
        if self.document != Some(view.document) {
            return;
        }
        let total = u32::try_from(view.lengths.len()).unwrap_or(u32::MAX);
        self.clean
            .insert(view.first_unit, total, view.units, self.revision);
        // The heights measured on the screen hang on the identity of the lengths.
        if *self.lengths != view.lengths {
            if !self.lengths.is_empty() {
                self.picked = None;
            }
            self.lengths = Shared::new(view.lengths);
        }
        if *self.starts != view.starts {
            self.starts = Shared::new(view.starts);
        }
        self.refocus();
        self.settle_aim();
    }
}
