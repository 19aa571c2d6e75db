//! What an article's beginning and end say of it: dateline, reporters, date. Read again after each correction of the
//! article, as reading itself does, so that it always follows from the units.

use crate::text::arrange::Arrange;
use crate::text::page::assemble::{date_of, read_dateline};
use crate::text::page::date::{self, Calendar, Date};
use crate::text::page::model::{Article, Metadata, Page, ParagraphKind, Rule};
use crate::text::source::Source;

/// How datelines and dates are read on one page.
#[derive(Debug)]
pub struct Leads {
    /// Only newspaper pages have them.
    is_newspaper: bool,
    /// The publication date of each sheet.
    published: Vec<Option<Date>>,
    /// The only full date of the page's sign-offs.
    on_page: Option<Date>,
}

impl Leads {
    /// What a page as read tells.
    pub fn of(read: &Page, source: &Source) -> Self {
        let published = |metadata: &Metadata| Date::from_iso(metadata.published.as_deref()?);
        let sheets = read.sheets.iter().map(|sheet| published(&sheet.metadata));
        let mut signed: Vec<Date> = read
            .articles
            .iter()
            .flat_map(|article| &article.signature)
            .filter_map(|line| date::full(&line.text(source)))
            .collect();
        signed.arrange();
        signed.dedup();
        Self {
            is_newspaper: is_newspaper(read),
            published: if read.sheets.is_empty() {
                vec![published(&read.metadata)]
            } else {
                sheets.collect()
            },
            on_page: match signed.as_slice() {
                [only] => Some(*only),
                _ => None,
            },
        }
    }

    fn calendar(&self, article: &Article) -> Calendar {
        Calendar {
            published: self
                .published
                .get(article.sheet as usize)
                .copied()
                .flatten(),
            on_page: self.on_page,
        }
    }

    /// Takes back what was read from an article's text; what came from elsewhere stays.
    pub fn forget(&self, source: &Source, article: &mut Article) {
        if !self.is_newspaper {
            return;
        }
        let mut bare = Article {
            paragraphs: article.paragraphs.clone(),
            ..Article::default()
        };
        read_dateline(source, &mut bare);
        let as_read = Article {
            paragraphs: std::mem::take(&mut bare.paragraphs),
            signature: article.signature.clone(),
            ..Article::default()
        };
        if article.date == date_of(source, &as_read, self.calendar(article)) {
            article.date = None;
        }
        if let Some(reporters) = bare.byline {
            let is_same = |byline: &_| *byline == reporters;
            if article.byline.as_ref().is_some_and(is_same) {
                article.byline = None;
            } else if let Some(at) = article.other_bylines.iter().rposition(is_same) {
                article.other_bylines.remove(at);
            }
        }
        article.dateline = None;
        for paragraph in &mut article.paragraphs {
            paragraph.dateline_bytes = 0;
        }
    }

    /// Reads dateline, reporters and date from an article's text.
    pub fn read_again(&self, source: &Source, article: &mut Article) {
        if !self.is_newspaper {
            return;
        }
        read_dateline(source, article);
        if article.date.is_none() {
            article.date = date_of(source, article, self.calendar(article));
        }
    }
}

/// Whether reading saw a newspaper page: ordinary text has nothing of the kind.
fn is_newspaper(read: &Page) -> bool {
    let shows = |article: &Article| {
        article.dateline.is_some()
            || article.date.is_some()
            || article.byline.is_some()
            || !article.signature.is_empty()
            || article
                .paragraphs
                .iter()
                .any(|paragraph| paragraph.kind == ParagraphKind::Caption)
    };
    read.articles.iter().any(shows)
        || read
            .removed
            .iter()
            .any(|run| !matches!(run.rule, Rule::Markup | Rule::Invisible | Rule::Site))
}
