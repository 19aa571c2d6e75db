//! A document's page under its corrections, and which decisions of reading they contradict.

use super::document::Document;
use super::unit::{Unit, units};
use crate::report::views::UnitKind;
use crate::text::arrange::Arrange;
use crate::text::page::correction::Correction;
use crate::text::page::decision::{Answer, Decision};
use crate::text::page::mend::{Mended, mend};
use crate::text::page::model::Page;
use crate::text::source::Span;

/// A page as a person corrected it, with what follows from the corrections.
#[derive(Debug)]
pub struct MendedPage {
    /// The page.
    pub page: Page,
    /// Its units.
    pub units: Vec<Unit>,
    /// The place that names each article, in scalar values: the same whatever corrections an article has.
    pub anchors: Vec<u32>,
    /// The corrections, in the order in which they were made.
    pub corrections: Vec<Correction>,
    /// Whether they were made in the encoding in which the page is read; else none is applied.
    pub is_decoded_so: bool,
    /// The numbers of those that do not fit the page, and change nothing.
    pub unfitting: Vec<u32>,
    /// The numbers of the decisions that the corrections contradict, sorted.
    pub contradicted: Vec<u32>,
}

impl MendedPage {
    /// The page of a document under these corrections, of which none fits if they were made in another encoding than that
    /// in which it is read.
    pub fn new(document: &Document, (corrections, is_decoded_so): (&[Correction], bool)) -> Self {
        let read = document.page_as_read();
        let applied = if is_decoded_so { corrections } else { &[] };
        let mended = mend(read, &document.source, applied);
        let units = units(&mended.page);
        let contradicted = if applied.is_empty() {
            Vec::new()
        } else {
            contradicted(read, &mended, &units)
        };
        let scalar = |byte: &u32| document.source.scalar_at(*byte);
        let fits = corrections.iter().zip(0u32..);
        let fits = fits.map(|(_, number)| (mended.fits.get(number as usize), number));
        Self {
            units,
            anchors: mended.anchors.iter().map(scalar).collect(),
            corrections: corrections.to_vec(),
            is_decoded_so,
            unfitting: fits
                .filter(|(fits, _)| *fits != Some(&true))
                .map(|(_, number)| number)
                .collect(),
            contradicted,
            page: mended.page,
        }
    }
}

/// Which unit of a page holds a byte of the source.
pub struct UnitTable(Vec<(Span, u32)>);

impl UnitTable {
    /// The table of a page and its units.
    pub fn new(page: &Page, units: &[Unit]) -> Self {
        let pieces = (0..).zip(units).flat_map(|(number, unit)| {
            let printed = unit.printed(page).into_iter();
            printed
                .flat_map(|printed| &printed.pieces)
                .map(move |piece| (*piece, number))
        });
        let mut table: Vec<(Span, u32)> = pieces.collect();
        table.arrange();
        Self(table)
    }

    /// The number of the unit; `None` for a blank that stands in none.
    pub fn unit_at(&self, byte: u32) -> Option<u32> {
        let behind = self.0.partition_point(|(piece, _)| piece.start <= byte);
        let (piece, unit) = self.0.get(behind.checked_sub(1)?)?;
        (byte < piece.end).then_some(*unit)
    }
}

/// How two characters stand to each other.
#[derive(PartialEq, Eq)]
enum Relation {
    /// In one unit.
    Together,
    /// In two paragraphs of an article.
    Paragraphs,
    /// In units of other sorts, or of different articles.
    Apart,
}

/// Where characters stand on a page.
struct Standing<'page> {
    units: &'page [Unit],
    anchors: &'page [u32],
    table: UnitTable,
}

impl Standing<'_> {
    fn unit(&self, byte: u32) -> Option<&Unit> {
        self.units.get(self.table.unit_at(byte)? as usize)
    }

    /// The anchor of the article in which a byte stands.
    fn article(&self, byte: u32) -> Option<u32> {
        let article = self.unit(byte)?.article?;
        self.anchors.get(article as usize).copied()
    }

    fn relation(&self, place: Span) -> Option<Relation> {
        let before = self.table.unit_at(place.start.checked_sub(1)?)?;
        let behind = self.table.unit_at(place.end)?;
        let (first, second) = (
            self.units.get(before as usize)?,
            self.units.get(behind as usize)?,
        );
        let is_paragraph = |unit: &Unit| matches!(unit.kind, UnitKind::Paragraph(_));
        Some(if before == behind {
            Relation::Together
        } else if is_paragraph(first) && is_paragraph(second) && first.article == second.article {
            Relation::Paragraphs
        } else {
            Relation::Apart
        })
    }
}

/// The decisions about places that stand otherwise on the mended page than on the page as read.
fn contradicted(read: &Page, mended: &Mended, mended_units: &[Unit]) -> Vec<u32> {
    let (units, anchors) = (units(read), crate::text::page::mend::anchors(read));
    let before = Standing {
        table: UnitTable::new(read, &units),
        units: &units,
        anchors: &anchors,
    };
    let after = Standing {
        table: UnitTable::new(&mended.page, mended_units),
        units: mended_units,
        anchors: &mended.anchors,
    };
    let decisions = (0..).zip(&read.decisions);
    decisions
        .filter(|(_, decision)| stands_otherwise(decision, &before, &after))
        .map(|(number, _)| number)
        .collect()
}

fn stands_otherwise(decision: &Decision, before: &Standing<'_>, after: &Standing<'_>) -> bool {
    let place = decision.place;
    let kind = |standing: &Standing<'_>| standing.unit(place.start).map(|unit| unit.kind);
    let article = |standing: &Standing<'_>| standing.article(place.start);
    match decision.answer {
        Answer::Break(_) => before.relation(place) != after.relation(place),
        Answer::Headline(_) => kind(before) != kind(after) || article(before) != article(after),
        Answer::ArticleBegins => article(before) != article(after),
        Answer::SetAside(_) => kind(before) != kind(after),
    }
}
