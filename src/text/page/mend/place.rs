//! The units of a page by the characters in them: finding, taking out, putting back.

use super::former::Former;
use super::order::ReadingOrder;
use crate::text::page::model::{
    Article, Byline, Continues, Headline, Page, Paragraph, Printed, SetAside,
};

/// An article in the making.
#[derive(Debug)]
pub struct Draft {
    /// A byte of the source that names it.
    pub anchor: u32,
    /// What it is made of.
    pub article: Article,
    /// Whether a correction changed it.
    pub is_changed: bool,
}

impl Draft {
    /// An article as read.
    pub fn new(article: Article, anchor: u32) -> Self {
        Self {
            anchor,
            article,
            is_changed: false,
        }
    }

    /// Whether it stays on the page: an article from which corrections took every unit does not.
    pub fn is_kept(&self) -> bool {
        !self.is_changed || article_units(&self.article).any(|unit| !unit.pieces.is_empty())
    }
}

/// Set-aside text, and what it was before a correction set it aside.
#[derive(Debug)]
pub struct Removed {
    /// The text.
    pub unit: SetAside,
    /// What it was.
    pub former: Option<Former>,
}

/// The lists of units that an article has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// [`Article::headlines`].
    Headline,
    /// [`Article::paragraphs`].
    Paragraph,
    /// [`Article::byline`], a list of one at most.
    Byline,
    /// [`Article::other_bylines`].
    OtherByline,
    /// [`Article::signature`].
    Signature,
}

impl Section {
    const ALL: [Self; 5] = [
        Self::Headline,
        Self::Paragraph,
        Self::Byline,
        Self::OtherByline,
        Self::Signature,
    ];
}

/// Where a unit stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In an article.
    InArticle {
        /// The article's number.
        article: usize,
        /// In which of its lists.
        section: Section,
        /// The number in the list.
        index: usize,
    },
    /// Among what is set aside.
    Removed(usize),
}

/// A unit that was taken from its place.
#[derive(Debug)]
pub enum Taken {
    Headline(Headline),
    Paragraph(Paragraph),
    Byline(Byline),
    Printed(Printed),
}

impl Taken {
    /// Its text.
    pub fn into_printed(self) -> Printed {
        match self {
            Self::Headline(headline) => headline.printed,
            Self::Paragraph(paragraph) => paragraph.printed,
            Self::Byline(byline) => byline.printed,
            Self::Printed(printed) => printed,
        }
    }
}

/// Before which unit of a list a text is read that begins at the byte `start`.
pub fn index_in_order<T>(
    list: &[T],
    text: impl Fn(&T) -> &Printed,
    start: u32,
    order: &ReadingOrder,
) -> usize {
    let start = order.of_byte(start);
    list.iter()
        .position(|unit| order.of_byte(start_of(text(unit))) > start)
        .unwrap_or(list.len())
}

/// The first byte of a text; 0 for one without characters of its own.
pub fn start_of(printed: &Printed) -> u32 {
    printed.pieces.first().map_or(0, |piece| piece.start)
}

/// Whether a text holds a byte of the source.
pub fn holds(printed: &Printed, byte: u32) -> bool {
    let mut pieces = printed.pieces.iter();
    pieces.any(|piece| piece.start <= byte && byte < piece.end)
}

/// A unit of an article.
pub fn printed(article: &Article, section: Section, index: usize) -> Option<&Printed> {
    match section {
        Section::Headline => article.headlines.get(index).map(|unit| &unit.printed),
        Section::Paragraph => article.paragraphs.get(index).map(|unit| &unit.printed),
        Section::Byline => article.byline.iter().nth(index).map(|unit| &unit.printed),
        Section::OtherByline => article.other_bylines.get(index).map(|unit| &unit.printed),
        Section::Signature => article.signature.get(index),
    }
}

/// The units of one list.
fn section_units(article: &Article, section: Section) -> impl Iterator<Item = &Printed> {
    (0..).map_while(move |index| printed(article, section, index))
}

/// The units of an article.
pub fn article_units(article: &Article) -> impl Iterator<Item = &Printed> {
    let sections = Section::ALL.into_iter();
    sections.flat_map(|section| section_units(article, section))
}

/// The units of a page.
pub fn units(page: &Page) -> impl Iterator<Item = &Printed> {
    let removed = page.removed.iter().map(|run| &run.printed);
    page.articles.iter().flat_map(article_units).chain(removed)
}

/// The first byte in the source of an article; 0 for one without units.
pub fn first_byte(article: &Article) -> u32 {
    let units = article_units(article).filter(|unit| !unit.pieces.is_empty());
    units.map(start_of).min().unwrap_or(0)
}

/// Where the unit stands that holds a byte.
pub fn find(articles: &[Draft], removed: &[Removed], byte: u32) -> Option<Place> {
    for (number, draft) in articles.iter().enumerate() {
        for section in Section::ALL {
            let mut units = section_units(&draft.article, section);
            if let Some(index) = units.position(|unit| holds(unit, byte)) {
                return Some(Place::InArticle {
                    article: number,
                    section,
                    index,
                });
            }
        }
    }
    let mut runs = removed.iter();
    runs.position(|run| holds(&run.unit.printed, byte))
        .map(Place::Removed)
}

/// The article of a newspaper page whose unit is read nearest before a byte, else the one whose unit is read
/// nearest behind it.
pub fn nearest(articles: &[Draft], order: &ReadingOrder, sheet: u32, byte: u32) -> Option<usize> {
    let byte = order.of_byte(byte);
    let articles = articles.iter().enumerate();
    let of_sheet = articles.filter(|(_, draft)| draft.article.sheet == sheet);
    let starts = of_sheet.flat_map(|(number, draft)| {
        let units = article_units(&draft.article).filter(|unit| !unit.pieces.is_empty());
        units.map(move |unit| (order.of_byte(start_of(unit)), number))
    });
    let (mut before, mut behind) = (None, None);
    for unit in starts {
        if unit.0 <= byte {
            before = before.max(Some(unit));
        } else {
            behind = Some(behind.map_or(unit, |nearest: (u32, usize)| nearest.min(unit)));
        }
    }
    before.or(behind).map(|(_, number)| number)
}

/// Takes a unit out of an article.
pub fn take(article: &mut Article, section: Section, index: usize) -> Option<Taken> {
    printed(article, section, index)?;
    Some(match section {
        Section::Headline => Taken::Headline(article.headlines.remove(index)),
        Section::Paragraph => Taken::Paragraph(article.paragraphs.remove(index)),
        Section::Byline => Taken::Byline(article.byline.take()?),
        Section::OtherByline => Taken::Byline(article.other_bylines.remove(index)),
        Section::Signature => Taken::Printed(article.signature.remove(index)),
    })
}

/// Puts a headline behind those of the same or an earlier part: kicker, main, sub, deck.
pub fn add_headline(article: &mut Article, headline: Headline) {
    let roles = &mut article.headlines.iter();
    let at = roles.position(|other| other.role > headline.role);
    let at = at.unwrap_or(article.headlines.len());
    article.headlines.insert(at, headline);
}

/// Puts a paragraph where the reading order puts it.
pub fn add_paragraph(article: &mut Article, paragraph: Paragraph, order: &ReadingOrder) {
    let start = start_of(&paragraph.printed);
    let at = index_in_order(&article.paragraphs, |unit| &unit.printed, start, order);
    article.paragraphs.insert(at, paragraph);
}

/// Whether anything would be left of an article from which its paragraphs and all that is read behind the byte `border`
/// are taken.
pub fn has_unit_before(article: &Article, border: u32, order: &ReadingOrder) -> bool {
    let border = order.of_byte(border);
    !article.headlines.is_empty()
        || [Section::Byline, Section::OtherByline, Section::Signature]
            .into_iter()
            .flat_map(|section| section_units(article, section))
            .any(|unit| !unit.pieces.is_empty() && order.of_byte(start_of(unit)) < border)
}

/// Takes the paragraphs from a number on, and the bylines and sign-off lines that are read behind the byte `border`.
pub fn take_rest(
    article: &mut Article,
    index: usize,
    border: u32,
    order: &ReadingOrder,
) -> Article {
    let border = order.of_byte(border);
    let is_behind =
        |unit: &Printed| !unit.pieces.is_empty() && order.of_byte(start_of(unit)) > border;
    let continues = if leads_on(article.continues.as_ref()) {
        article.continues.take()
    } else {
        None
    };
    let mut other_bylines: Vec<Byline> = article
        .other_bylines
        .extract_if(.., |byline| is_behind(&byline.printed))
        .collect();
    let byline = article
        .byline
        .take_if(|byline| is_behind(&byline.printed))
        // Of two articles in one, the second one's byline was a further one.
        .or_else(|| (!other_bylines.is_empty()).then(|| other_bylines.remove(0)));
    Article {
        paragraphs: article.paragraphs.split_off(index),
        byline,
        other_bylines,
        signature: article
            .signature
            .extract_if(.., |line| is_behind(line))
            .collect(),
        continues,
        ..Article::default()
    }
}

/// Whether a jump leads away from the end of an article.
fn leads_on(continues: Option<&Continues>) -> bool {
    matches!(continues, Some(Continues::To(_)))
}
