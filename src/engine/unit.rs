//! The units of a page in the order in which the clean page shows them.

pub use crate::measures::part::Part;
use crate::report::views::UnitKind;
use crate::text::page::model::{Article, HeadlineRole, Page, ParagraphKind, Printed};

/// One unit of a page: what it is, and whose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unit {
    /// What it is.
    pub kind: UnitKind,
    /// The article it belongs to; `None` for what was set aside.
    pub article: Option<u32>,
    /// Its number among the units of its sort in the article (or on the page).
    index: u32,
    /// The part of the article to which its tokens are counted.
    part: Option<Part>,
}

impl Unit {
    /// The part of the article to which its tokens are counted. Bylines, sign-offs and what was set aside have none: they
    /// are not segmented.
    pub fn part(&self) -> Option<Part> {
        self.part
    }

    /// The unit's text on the page to which it belongs; `None` on any other page.
    pub fn printed<'p>(&self, page: &'p Page) -> Option<&'p Printed> {
        let index = self.index as usize;
        let Some(article) = self.article else {
            return page.removed.get(index).map(|run| &run.printed);
        };
        let article = page.articles.get(article as usize)?;
        match self.kind {
            UnitKind::Headline(_) => article
                .headlines
                .get(index)
                .map(|headline| &headline.printed),
            UnitKind::Paragraph(_) => article
                .paragraphs
                .get(index)
                .map(|paragraph| &paragraph.printed),
            UnitKind::Byline => article
                .byline
                .iter()
                .chain(&article.other_bylines)
                .nth(index)
                .map(|line| &line.printed),
            UnitKind::Signature => article.signature.get(index),
            UnitKind::SetAside(_) => None,
        }
    }

    /// How many bytes at the unit's beginning are the dateline and no tokens.
    pub fn dateline_bytes(&self, page: &Page) -> usize {
        let UnitKind::Paragraph(_) = self.kind else {
            return 0;
        };
        self.article
            .and_then(|article| page.articles.get(article as usize))
            .and_then(|article| article.paragraphs.get(self.index as usize))
            .map_or(0, |paragraph| paragraph.dateline_bytes as usize)
    }
}

/// Every unit of a page: article by article headlines, body, bylines, sign-off; then what was set aside.
pub fn units(page: &Page) -> Vec<Unit> {
    let mut units = Vec::new();
    for (number, article) in page.articles.iter().enumerate() {
        push_article(&mut units, number, article);
    }
    for (index, run) in page.removed.iter().enumerate() {
        units.push(Unit {
            kind: UnitKind::SetAside(run.rule),
            article: None,
            index: small(index),
            part: None,
        });
    }
    units
}

fn push_article(units: &mut Vec<Unit>, number: usize, article: &Article) {
    let mut push = |kind, index, part| {
        units.push(Unit {
            kind,
            article: Some(small(number)),
            index: small(index),
            part,
        })
    };
    for (index, headline) in article.headlines.iter().enumerate() {
        let part = match headline.role {
            HeadlineRole::Main => Part::MainHeadline,
            HeadlineRole::Kicker | HeadlineRole::Sub | HeadlineRole::Deck => Part::OtherHeadlines,
        };
        push(UnitKind::Headline(headline.role), index, Some(part));
    }
    let is_text = |kind| matches!(kind, ParagraphKind::Body | ParagraphKind::Box);
    let has_text = (article.paragraphs.iter()).any(|paragraph| is_text(paragraph.kind));
    let is_lead = |kind| kind == ParagraphKind::Body;
    let lead = (article.paragraphs.iter()).position(|paragraph| is_lead(paragraph.kind));
    for (index, paragraph) in article.paragraphs.iter().enumerate() {
        let part = match paragraph.kind {
            ParagraphKind::Body if lead == Some(index) => Part::Lead,
            ParagraphKind::Body | ParagraphKind::Box => Part::Body,
            ParagraphKind::Crosshead => Part::Crosshead,
            ParagraphKind::Caption => Part::Caption,
            ParagraphKind::Table if has_text => Part::Table,
            ParagraphKind::Table => Part::Body,
        };
        push(UnitKind::Paragraph(paragraph.kind), index, Some(part));
    }
    for index in 0..usize::from(article.byline.is_some()) + article.other_bylines.len() {
        push(UnitKind::Byline, index, None);
    }
    for index in 0..article.signature.len() {
        push(UnitKind::Signature, index, None);
    }
}

/// A count as it is stored; no file has 2³² units.
fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
