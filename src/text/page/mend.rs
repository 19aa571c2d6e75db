//! A page as read, mended by the corrections of a person.
//!
//! A pass over the finished page: correcting one place never changes another. What each correction does stands with
//! [`Correction`]; here is how.
//!
//! * `place` names the units of a page by the characters in them, takes them out and puts them back.
//! * `cut` takes a printed text apart and joins two; blanks print as the page as read printed them.
//! * `article` has what happens inside one article; `former` knows what was set aside, for its way back.
//! * `lead` reads dateline and date again where an article begins or ends differently.
//!
//! # Laws
//!
//! Every non-blank character stays in exactly one unit. Split and Join, SetAside and Restore, DivideArticle and
//! MergeArticles take each other back, as far as their documentation says so.

mod article;
mod cut;
mod former;
mod lead;
mod order;
mod place;
#[cfg(test)]
mod tests;

use super::correction::Correction;
use super::model::{
    Article, Headline, HeadlineRole, Page, Paragraph, ParagraphKind, Printed, Rule, SetAside,
};
use crate::text::arrange::ordered;
use crate::text::source::{Source, is_blank};
use former::Former;
use lead::Leads;
use order::ReadingOrder;
use place::{Draft, Place, Removed, Section, Taken, start_of};
use std::collections::BTreeSet;

/// A mended page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mended {
    /// The page. Its decisions are those of reading.
    pub page: Page,
    /// For each correction whether it fits the page; one that does not has changed nothing.
    pub fits: Vec<bool>,
    /// For each article of the page a byte of the source that names it, different for each, see [`anchors`]. An
    /// article keeps its anchor through all corrections; one that a correction begins is named by its first paragraph.
    pub anchors: Vec<u32>,
}

/// The anchor of each article of a page as read: the first byte of its first unit in the source; 0 for an article
/// without units.
pub fn anchors(page: &Page) -> Vec<u32> {
    page.articles.iter().map(place::first_byte).collect()
}

/// Applies corrections to a page as it was read from this source, one after another.
pub fn mend(read: &Page, source: &Source, corrections: &[Correction]) -> Mended {
    let mut mending = Mending::new(read, source);
    let fits = corrections
        .iter()
        .map(|correction| mending.apply(*correction).is_some())
        .collect();
    mending.finish(fits)
}

/// A page that is being mended. Articles that lose their last unit stay until the end, so that it can come back.
struct Mending<'page> {
    source: &'page Source,
    read: &'page Page,
    leads: Leads,
    order: ReadingOrder,
    articles: Vec<Draft>,
    removed: Vec<Removed>,
}

impl<'page> Mending<'page> {
    fn new(read: &'page Page, source: &'page Source) -> Self {
        let articles = read.articles.iter().zip(anchors(read));
        Self {
            source,
            read,
            leads: Leads::of(read, source),
            order: ReadingOrder::of(read),
            articles: articles
                .map(|(article, anchor)| Draft::new(article.clone(), anchor))
                .collect(),
            removed: read
                .removed
                .iter()
                .map(|unit| Removed {
                    unit: unit.clone(),
                    former: None,
                })
                .collect(),
        }
    }

    fn finish(self, fits: Vec<bool>) -> Mended {
        let kept = self.articles.into_iter().filter(Draft::is_kept);
        let (anchors, articles) = kept.map(|draft| (draft.anchor, draft.article)).unzip();
        Mended {
            page: Page {
                articles,
                removed: self.removed.into_iter().map(|run| run.unit).collect(),
                metadata: self.read.metadata.clone(),
                sheets: self.read.sheets.clone(),
                interleaving: self.read.interleaving,
                columns: self.read.columns.clone(),
                decisions: self.read.decisions.clone(),
            },
            fits,
            anchors,
        }
    }

    /// Applies a correction; `None`, and nothing is changed, if it does not fit.
    fn apply(&mut self, correction: Correction) -> Option<()> {
        match correction {
            Correction::Split { at } => self.split(at),
            Correction::Join { at } => self.join(at),
            Correction::MakeHeadline {
                unit,
                article,
                role,
            } => self.make_headline(unit, article, role),
            Correction::MakeParagraph { unit, kind } => self.make_paragraph(unit, kind),
            Correction::SetAside { unit } => self.set_aside(unit),
            Correction::Restore { unit } => self.restore(unit),
            Correction::DivideArticle { at } => self.divide(at),
            Correction::MergeArticles { article, into } => self.merge(article, into),
        }
    }

    /// The byte of the character that a place names: the one there, or the first behind it that is not blank.
    fn byte(&self, scalar: u32) -> Option<u32> {
        let start = self.source.byte_at(scalar);
        let behind = self.source.text().get(start as usize..)?;
        let blank = behind.find(|character| !is_blank(character))?;
        u32::try_from(start as usize + blank).ok()
    }

    /// Where the unit stands that a place names.
    fn find(&self, scalar: u32) -> Option<Place> {
        let byte = self.byte(scalar)?;
        place::find(&self.articles, &self.removed, byte)
    }

    /// The article in which the unit stands that a place names.
    fn find_article(&self, scalar: u32) -> Option<usize> {
        match self.find(scalar)? {
            Place::InArticle { article, .. } => Some(article),
            Place::Removed(_) => None,
        }
    }

    /// Changes an article by the order in which the page is read, and reads its dateline and date again.
    fn change<T>(
        &mut self,
        article: usize,
        change: impl FnOnce(&mut Article, &ReadingOrder) -> Option<T>,
    ) -> Option<T> {
        let draft = self.articles.get_mut(article)?;
        draft.is_changed = true;
        self.leads.forget(self.source, &mut draft.article);
        let changed = change(&mut draft.article, &self.order);
        self.leads.read_again(self.source, &mut draft.article);
        changed
    }

    fn split(&mut self, at: u32) -> Option<()> {
        let byte = self.byte(at)?;
        match self.find(at)? {
            Place::Removed(index) => {
                let run = self.removed.get_mut(index)?;
                let (before, behind) = cut::apart(self.source, &run.unit.printed, byte)?;
                run.unit.printed = before;
                let rule = run.unit.rule;
                self.remove(Removed {
                    unit: SetAside {
                        rule,
                        printed: behind,
                    },
                    former: None,
                });
                Some(())
            }
            Place::InArticle {
                article,
                section,
                index,
            } => {
                let source = self.source;
                self.change(article, |article, _| {
                    article::split(source, article, section, index, byte)
                })
            }
        }
    }

    fn join(&mut self, at: u32) -> Option<()> {
        let (source, read) = (self.source, self.read);
        match self.find(at)? {
            Place::Removed(index) => {
                let rule = self.removed.get(index)?.unit.rule;
                let mut behind = (index + 1..).zip(self.removed.iter().skip(index + 1));
                let (next, _) = behind.find(|(_, run)| run.unit.rule == rule)?;
                let second = self.removed.remove(next).unit.printed;
                let first = &mut self.removed.get_mut(index)?.unit.printed;
                *first = cut::together(source, read, first, &second);
                Some(())
            }
            Place::InArticle {
                article,
                section,
                index,
            } => self.change(article, |article, _| {
                article::join(source, read, article, section, index)
            }),
        }
    }

    fn make_headline(&mut self, unit: u32, article: u32, role: HeadlineRole) -> Option<()> {
        let from = self.find(unit)?;
        let target = self.find_article(article)?;
        let printed = self.take(from)?.into_printed();
        self.change(target, |article, _| {
            place::add_headline(article, Headline { role, printed });
            Some(())
        })
    }

    fn make_paragraph(&mut self, unit: u32, kind: ParagraphKind) -> Option<()> {
        let from = self.find(unit)?;
        match from {
            Place::InArticle {
                article,
                section: Section::Paragraph,
                index,
            } => self.change(article, |article, _| {
                article.paragraphs.get_mut(index)?.kind = kind;
                Some(())
            }),
            Place::InArticle { article, .. } => {
                let printed = self.take(from)?.into_printed();
                self.add_paragraph(article, printed, kind)
            }
            Place::Removed(_) => {
                let printed = self.take(from)?.into_printed();
                let article = self.article_before(start_of(&printed));
                self.add_paragraph(article, printed, kind)
            }
        }
    }

    fn add_paragraph(
        &mut self,
        article: usize,
        printed: Printed,
        kind: ParagraphKind,
    ) -> Option<()> {
        self.change(article, |article, order| {
            let paragraph = Paragraph {
                kind,
                printed,
                dateline_bytes: 0,
            };
            place::add_paragraph(article, paragraph, order);
            Some(())
        })
    }

    fn set_aside(&mut self, unit: u32) -> Option<()> {
        let from = self.find(unit)?;
        let Place::InArticle { article, .. } = from else {
            return None;
        };
        let draft = self.articles.get(article)?;
        let former = Former::of(draft, from)?;
        let printed = self.take(from)?.into_printed();
        let rule = self.rule_as_read(start_of(&printed));
        self.remove(Removed {
            unit: SetAside { rule, printed },
            former: Some(former),
        });
        Some(())
    }

    /// The rule by which reading had set aside what stands at this byte.
    fn rule_as_read(&self, byte: u32) -> Rule {
        let runs = &mut self.read.removed.iter();
        runs.find(|run| place::holds(&run.printed, byte))
            .map_or(Rule::ByHand, |run| run.rule)
    }

    fn restore(&mut self, unit: u32) -> Option<()> {
        let Place::Removed(index) = self.find(unit)? else {
            return None;
        };
        let Removed { unit, former } = self.removed.remove(index);
        let kept = former.and_then(|former| {
            let article = self.articles.iter();
            let at = article
                .into_iter()
                .position(|draft| draft.anchor == former.anchor);
            at.map(|article| (article, former))
        });
        match kept {
            Some((article, former)) => self.change(article, |article, order| {
                former.put_back(article, unit.printed, order);
                Some(())
            }),
            None => {
                let article = self.article_before(start_of(&unit.printed));
                self.add_paragraph(article, unit.printed, ParagraphKind::Body)
            }
        }
    }

    fn divide(&mut self, at: u32) -> Option<()> {
        let Place::InArticle {
            article,
            section: Section::Paragraph,
            index,
        } = self.find(at)?
        else {
            return None;
        };
        let draft = self.articles.get(article)?;
        let border = start_of(&draft.article.paragraphs.get(index)?.printed);
        if index == 0 && !place::has_unit_before(&draft.article, border, &self.order) {
            return None;
        }
        let sheet = draft.article.sheet;
        let rest = self.change(article, |article, order| {
            let has_byline = article.byline.is_some();
            let mut rest = place::take_rest(article, index, border, order);
            if !has_byline {
                // A photographer's credit alone is no byline of the new article either.
                rest.other_bylines.splice(..0, rest.byline.take());
            }
            Some(rest)
        })?;
        let rest = Article { sheet, ..rest };
        let number = self.insert_article(article + 1, rest, border);
        // The new article's beginning is read too.
        self.change(number, |_, _| Some(()))
    }

    fn merge(&mut self, article: u32, into: u32) -> Option<()> {
        let (from, into) = (self.find_article(article)?, self.find_article(into)?);
        if from == into {
            return None;
        }
        let mut draft = self.articles.remove(from);
        self.leads.forget(self.source, &mut draft.article);
        let into = if from < into { into - 1 } else { into };
        self.change(into, |article, _| {
            article::append(article, draft.article);
            Some(())
        })
    }

    /// Takes a unit from its place.
    fn take(&mut self, place: Place) -> Option<Taken> {
        match place {
            Place::Removed(index) => (index < self.removed.len())
                .then(|| Taken::Printed(self.removed.remove(index).unit.printed)),
            Place::InArticle {
                article,
                section,
                index,
            } => self.change(article, |article, _| place::take(article, section, index)),
        }
    }

    /// Puts set-aside text in its place: it stands in the order of the source.
    fn remove(&mut self, run: Removed) {
        let start = start_of(&run.unit.printed);
        let index = self
            .removed
            .partition_point(|other| start_of(&other.unit.printed) <= start);
        self.removed.insert(index, run);
    }

    /// The article to which restored text goes, of the newspaper page on which it stands: the one whose unit stands
    /// nearest before this byte in reading order; where there is none, the article that begins nearest behind; where
    /// there is none either, a new one.
    fn article_before(&mut self, byte: u32) -> usize {
        let sheet = self.sheet_of(byte);
        if let Some(article) = place::nearest(&self.articles, &self.order, sheet, byte) {
            return article;
        }
        let mut articles = self.articles.iter();
        let number = articles.position(|draft| draft.article.sheet > sheet);
        let article = Article {
            sheet,
            ..Article::default()
        };
        self.insert_article(number.unwrap_or(self.articles.len()), article, byte)
    }

    /// The number of the newspaper page that holds a byte of the source.
    fn sheet_of(&self, byte: u32) -> u32 {
        let sheets = &self.read.sheets;
        let begun = sheets.partition_point(|sheet| sheet.start <= byte);
        u32::try_from(begun.saturating_sub(1)).unwrap_or(u32::MAX)
    }

    /// Puts in an article that a correction begins; gives its number.
    fn insert_article(&mut self, number: usize, article: Article, byte: u32) -> usize {
        let anchor = self.free_anchor(byte);
        let number = number.min(self.articles.len());
        self.articles.insert(number, Draft::new(article, anchor));
        number
    }

    /// The beginning of the character at or nearest behind this byte that names no article yet; of the nearest before
    /// where there is none. A byte within a character would be the same place as its beginning.
    fn free_anchor(&self, byte: u32) -> u32 {
        let taken: BTreeSet<u32> = ordered(self.articles.iter().map(|draft| draft.anchor));
        let text = self.source.text();
        let is_free = |at: &u32| text.is_char_boundary(*at as usize) && !taken.contains(at);
        let length = u32::try_from(text.len()).unwrap_or(u32::MAX);
        (byte..=length)
            .find(is_free)
            .or_else(|| (0..byte).rev().find(is_free))
            .unwrap_or(byte)
    }
}
