//! The passages of a document: its units as counted, and the way back to what is printed.

use std::ops::Range;

use super::counted_text::{blanks_of, passes_for};
use super::unit::Unit;
use crate::report::views::UnitKind;
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
        let unit = self.units.get(passage.unit as usize)?;
        let printed = unit.printed(self.page)?.text(self.source);
        let dateline = unit.dateline_bytes(self.page).min(printed.len());
        if counted.start < passage.dateline_bytes {
            let end = counted.end.min(passage.dateline_bytes);
            return self.through(printed.get(..dateline)?, unit, counted.start..end);
        }
        let behind = counted.start - passage.dateline_bytes..counted.end - passage.dateline_bytes;
        let found = self.through(printed.get(dateline..)?, unit, behind)?;
        Some(found.start + dateline..found.end + dateline)
    }

    fn through(
        &mut self,
        printed: &str,
        unit: &Unit,
        counted: Range<usize>,
    ) -> Option<Range<usize>> {
        if self.cleaner.clean(printed, blanks_of(unit), None) {
            Some(self.cleaner.map().printed(counted))
        } else {
            Some(counted)
        }
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
