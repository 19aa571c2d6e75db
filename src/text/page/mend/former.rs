//! What a unit was before a correction set it aside, so that it can come back.

use super::order::ReadingOrder;
use super::place::{Draft, Place, Section, index_in_order, printed, start_of};
use crate::text::page::model::{
    Article, Byline, Headline, HeadlineRole, Paragraph, ParagraphKind, Printed,
};

/// What a unit was before it was set aside, and where.
#[derive(Debug, Clone)]
pub struct Former {
    /// The anchor of its article.
    pub anchor: u32,
    what: What,
    /// The first byte of the unit before it in its list.
    behind: Option<u32>,
}

#[derive(Debug, Clone)]
enum What {
    Headline(HeadlineRole),
    Paragraph(ParagraphKind),
    Byline(Vec<String>),
    OtherByline(Vec<String>),
    Signature,
}

impl Former {
    /// What stands at a place of an article.
    pub fn of(draft: &Draft, place: Place) -> Option<Self> {
        let Place::InArticle { section, index, .. } = place else {
            return None;
        };
        let article = &draft.article;
        let what = match section {
            Section::Headline => What::Headline(article.headlines.get(index)?.role),
            Section::Paragraph => What::Paragraph(article.paragraphs.get(index)?.kind),
            Section::Byline => What::Byline(article.byline.as_ref()?.names.clone()),
            Section::OtherByline => {
                What::OtherByline(article.other_bylines.get(index)?.names.clone())
            }
            Section::Signature => What::Signature,
        };
        let before = index.checked_sub(1);
        Some(Self {
            anchor: draft.anchor,
            what,
            behind: before
                .and_then(|before| printed(article, section, before))
                .map(start_of),
        })
    }

    /// Puts the text back into its article as what it was: behind the unit that had stood before it, or where the
    /// reading order puts it if that one is gone.
    pub fn put_back(self, article: &mut Article, text: Printed, order: &ReadingOrder) {
        let start = start_of(&text);
        let behind = self.behind;
        match self.what {
            What::Headline(role) => {
                let at = index_behind(
                    &article.headlines,
                    |unit| &unit.printed,
                    (behind, start),
                    order,
                );
                let headline = Headline {
                    role,
                    printed: text,
                };
                article.headlines.insert(at, headline);
            }
            What::Paragraph(kind) => {
                let at = index_behind(
                    &article.paragraphs,
                    |unit| &unit.printed,
                    (behind, start),
                    order,
                );
                let paragraph = Paragraph {
                    kind,
                    printed: text,
                    dateline_bytes: 0,
                };
                article.paragraphs.insert(at, paragraph);
            }
            What::Byline(names) if article.byline.is_none() => {
                article.byline = Some(Byline {
                    names,
                    printed: text,
                });
            }
            What::Byline(names) | What::OtherByline(names) => {
                let at = index_behind(
                    &article.other_bylines,
                    |unit| &unit.printed,
                    (behind, start),
                    order,
                );
                let byline = Byline {
                    names,
                    printed: text,
                };
                article.other_bylines.insert(at, byline);
            }
            What::Signature => {
                let at = index_behind(&article.signature, |unit| unit, (behind, start), order);
                article.signature.insert(at, text);
            }
        }
    }
}

/// Where in a list a unit goes back: behind the one that begins at `behind`, at the beginning for `None`; where that
/// one is gone, before the first that is read behind `start`.
fn index_behind<T>(
    list: &[T],
    text: impl Fn(&T) -> &Printed,
    (behind, start): (Option<u32>, u32),
    order: &ReadingOrder,
) -> usize {
    let Some(behind) = behind else { return 0 };
    match list.iter().position(|unit| start_of(text(unit)) == behind) {
        Some(index) => index + 1,
        None => index_in_order(list, text, start, order),
    }
}
