//! Corrections inside one article, and of two that become one.

use super::place::Section;
use super::{cut, place};
use crate::text::page::model::{Article, Headline, Page, Paragraph, ParagraphKind};
use crate::text::source::Source;

/// Splits a unit at a byte; `None` where that does not fit.
pub fn split(
    source: &Source,
    article: &mut Article,
    section: Section,
    index: usize,
    byte: u32,
) -> Option<()> {
    let printed = place::printed(article, section, index)?;
    let (before, behind) = cut::apart(source, printed, byte)?;
    match section {
        Section::Headline => {
            let headline = article.headlines.get_mut(index)?;
            headline.printed = before;
            let role = headline.role;
            let second = Headline {
                role,
                printed: behind,
            };
            article.headlines.insert(index + 1, second);
        }
        Section::Paragraph => {
            let paragraph = article.paragraphs.get_mut(index)?;
            paragraph.printed = before;
            let second = Paragraph {
                kind: paragraph.kind,
                printed: behind,
                dateline_bytes: 0,
            };
            article.paragraphs.insert(index + 1, second);
        }
        Section::Signature => {
            *article.signature.get_mut(index)? = before;
            article.signature.insert(index + 1, behind);
        }
        Section::Byline | Section::OtherByline => return None,
    }
    Some(())
}

/// Joins a unit with the next one of its list; `None` where there is none.
pub fn join(
    source: &Source,
    read: &Page,
    article: &mut Article,
    section: Section,
    index: usize,
) -> Option<()> {
    if matches!(section, Section::Byline | Section::OtherByline) {
        return None;
    }
    let first = place::printed(article, section, index)?;
    let second = place::printed(article, section, index + 1)?;
    let joined = cut::together(source, read, first, second);
    place::take(article, section, index + 1)?;
    match section {
        Section::Headline => article.headlines.get_mut(index)?.printed = joined,
        Section::Paragraph => article.paragraphs.get_mut(index)?.printed = joined,
        Section::Signature => *article.signature.get_mut(index)? = joined,
        Section::Byline | Section::OtherByline => return None,
    }
    Some(())
}

/// Appends an article to another one.
pub fn append(article: &mut Article, end: Article) {
    let is_within = !article.paragraphs.is_empty() && !end.paragraphs.is_empty();
    for headline in end.headlines {
        if is_within {
            article.paragraphs.push(Paragraph {
                kind: ParagraphKind::Crosshead,
                printed: headline.printed,
                dateline_bytes: 0,
            });
        } else {
            place::add_headline(article, headline);
        }
    }
    article.paragraphs.extend(end.paragraphs);
    match (&article.byline, end.byline) {
        (None, byline) => article.byline = byline,
        (Some(_), byline) => article.other_bylines.extend(byline),
    }
    article.other_bylines.extend(end.other_bylines);
    article.signature.extend(end.signature);
    article.date = article.date.take().or(end.date);
    article.continues = article.continues.take().or(end.continues);
    if article.stated.is_empty() {
        article.stated = end.stated;
    }
}
