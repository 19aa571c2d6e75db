//! The passages of a document: its units as counted, and the way back to what is printed.

use std::ops::Range;

use super::counted_text::{blanks_of, passes_for};
use super::unit::Unit;
use crate::report::views::UnitKind;
use crate::text::arrange::Arrange;
use crate::text::clean::{Cleaner, Passes};
use crate::text::page::model::{Article, Page, ParagraphKind};
use crate::text::source::Source;
use crate::words::passage::{Passage, PassagePart};

/// Makes the passages of one document after another.
pub struct Prose<'d> {
    source: &'d Source,
    page: &'d Page,
    units: &'d [Unit],
    cleaner: Cleaner,
}

impl<'d> Prose<'d> {
    /// The prose of a document under these passes.
    pub fn new(source: &'d Source, page: &'d Page, units: &'d [Unit], passes: Passes) -> Self {
        Self {
            source,
            page,
            units,
            cleaner: Cleaner::new(passes_for(source, passes)),
        }
    }

    /// Every passage of the document, in the order of its units: article by article headlines, body, bylines, sign-off.
    /// What was set aside is none.
    pub fn passages(&mut self) -> Vec<Passage> {
        (0..self.units.len())
            .filter_map(|unit| self.passage(unit))
            .collect()
    }

    /// The passage of a unit; `None` for what was set aside.
    pub fn passage(&mut self, number: usize) -> Option<Passage> {
        let unit = self.units.get(number)?;
        let article = unit.article?;
        let part = part_of(unit.kind)?;
        let printed = unit.printed(self.page)?.text(self.source);
        let dateline = unit.dateline_bytes(self.page).min(printed.len());
        let mut text = String::new();
        self.push_clean(printed.get(..dateline)?, unit, &mut text);
        let dateline_bytes = text.len();
        self.push_clean(printed.get(dateline..)?, unit, &mut text);
        Some(Passage {
            unit: u32::try_from(number).ok()?,
            article,
            part,
            text,
            dateline_bytes,
            reporters: self.reporters(unit, article),
        })
    }

    fn push_clean(&mut self, printed: &str, unit: &Unit, text: &mut String) {
        if self.cleaner.clean(printed, blanks_of(unit), None) {
            text.push_str(self.cleaner.text());
        } else {
            text.push_str(printed);
        }
    }

    /// Where a stretch of a passage's text stands in the unit's printed text, in bytes. What was taken out inside it
    /// belongs to it.
    pub fn printed(&mut self, passage: &Passage, counted: Range<usize>) -> Option<Range<usize>> {
        self.printed_all(passage, [counted]).pop()
    }

    /// Where stretches of a passage's text stand in the unit's printed text, in bytes, in the order given; none for a
    /// passage of another document. The unit is cleaned once for all of them.
    pub fn printed_all(
        &mut self,
        passage: &Passage,
        counted: impl IntoIterator<Item = Range<usize>>,
    ) -> Vec<Range<usize>> {
        let counted: Vec<Range<usize>> = counted.into_iter().collect();
        let unit = self.units.get(passage.unit as usize);
        let printed = unit.and_then(|unit| Some((unit, unit.printed(self.page)?)));
        let Some((unit, printed)) = printed.filter(|_| !counted.is_empty()) else {
            return Vec::new();
        };
        let printed = printed.text(self.source);
        let dateline = unit.dateline_bytes(self.page).min(printed.len());
        let (before, behind) = printed.split_at_checked(dateline).unwrap_or((&printed, ""));
        let (in_dateline, in_text): (Vec<_>, Vec<_>) = counted
            .into_iter()
            .enumerate()
            .partition(|(_, range)| range.start < passage.dateline_bytes);
        let mut found = self.through(before, unit, in_dateline, passage.dateline_bytes);
        let shift = passage.dateline_bytes;
        let in_text = in_text.into_iter().map(|(number, range)| {
            (
                number,
                range.start - shift..range.end.max(range.start) - shift,
            )
        });
        let in_text = in_text.collect();
        let length = passage.text.len().saturating_sub(shift);
        let in_text = self.through(behind, unit, in_text, length).into_iter();
        found.extend(
            in_text.map(|(number, range)| (number, range.start + dateline..range.end + dateline)),
        );
        found.arrange_by_key(|(number, _)| *number);
        found.into_iter().map(|(_, range)| range).collect()
    }

    /// Leads numbered ranges of the counted text, which is so many bytes long, to the printed one.
    fn through(
        &mut self,
        printed: &str,
        unit: &Unit,
        counted: Vec<(usize, Range<usize>)>,
        length: usize,
    ) -> Vec<(usize, Range<usize>)> {
        if counted.is_empty() {
            return counted;
        }
        let is_cleaned = self.cleaner.clean(printed, blanks_of(unit), None);
        let map = self.cleaner.map();
        let counted = counted.into_iter();
        counted
            .map(|(number, range)| {
                let range = range.start.min(length)..range.end.min(length);
                let range = if is_cleaned {
                    map.printed(range)
                } else {
                    range
                };
                (number, range)
            })
            .collect()
    }

    /// The reporters of a byline; of a paragraph with a dateline those whose byline has no place of its own.
    fn reporters(&self, unit: &Unit, article: u32) -> Vec<String> {
        let Some(article) = self.page.articles.get(article as usize) else {
            return Vec::new();
        };
        match unit.kind {
            UnitKind::Byline => unit
                .printed(self.page)
                .and_then(|printed| bylines(article).find(|line| line.printed == *printed))
                .map_or_else(Vec::new, |line| line.names.clone()),
            UnitKind::Paragraph(_) if unit.dateline_bytes(self.page) > 0 => bylines(article)
                .filter(|line| line.printed.pieces.is_empty())
                .flat_map(|line| line.names.iter().cloned())
                .collect(),
            _ => Vec::new(),
        }
    }
}

fn bylines(article: &Article) -> impl Iterator<Item = &crate::text::page::model::Byline> {
    article.byline.iter().chain(&article.other_bylines)
}

fn part_of(kind: UnitKind) -> Option<PassagePart> {
    Some(match kind {
        UnitKind::Headline(_) => PassagePart::Headline,
        UnitKind::Paragraph(ParagraphKind::Body) => PassagePart::Paragraph,
        UnitKind::Paragraph(ParagraphKind::Crosshead) => PassagePart::Crosshead,
        UnitKind::Paragraph(ParagraphKind::Caption) => PassagePart::Caption,
        UnitKind::Paragraph(ParagraphKind::Table) => PassagePart::Table,
        UnitKind::Paragraph(ParagraphKind::Box) => PassagePart::Box,
        UnitKind::Byline => PassagePart::Byline,
        UnitKind::Signature => PassagePart::Signature,
        UnitKind::SetAside(_) => return None,
    })
}
