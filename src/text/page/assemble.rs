//! The page, put together from drafts and their headlines.

use super::article::{ArticleBuilder, Draft};
use super::claim::Matched;
use super::date::{self, Calendar, Date};
use super::decision::Answer;
use super::line::head;
use super::model::{
    Article, ArticleDate, Byline, Headline, Interleaving, Metadata, Page, Paragraph, ParagraphKind,
    Printed, Rule, SetAside,
};
use super::plan::{Job, Plan, Target};
use super::print::Printer;
use super::reason::Reason;
use super::recorder::{self, Weighed};
use super::{dateline, furniture, markup};
use crate::text::arrange::Arrange;
use crate::text::source::{Source, Span};

/// How many bytes of an article's beginning are looked at for dateline, date and lead.
const LEAD_BYTES: usize = 600;
/// How many characters behind a dateline a date may stand.
const DATE_CHARS: usize = 40;

/// What is known of a page besides its units.
#[derive(Debug, Clone, Copy, Default)]
pub struct Given {
    /// The publication date, where the page itself does not say it.
    pub published: Option<Date>,
    /// See [`Page::interleaving`].
    pub interleaving: Option<Interleaving>,
}

/// Prints the units of a page and gives them their places.
#[derive(Debug)]
pub struct Assembler {
    jobs: std::vec::IntoIter<Job>,
    printing: Option<(Printer, Target)>,
    markup: Vec<Span>,
    calendar: Calendar,
    is_newspaper: bool,
    page: Page,
}

impl Assembler {
    /// Plans the page.
    pub fn new(
        source: &Source,
        builder: ArticleBuilder,
        matched: Matched,
        invisible: Vec<Span>,
        markup: Vec<Span>,
        mut breaks: Vec<Weighed>,
        given: Given,
    ) -> Self {
        recorder::put_in(&mut breaks, &matched.breaks);
        let metadata = metadata(source, &builder.removed);
        let mut calendar = calendar(source, &builder.drafts, &metadata);
        calendar.published = calendar.published.or(given.published);
        let is_newspaper = builder.is_newspaper;
        let mut plan = Plan::new(source, builder, matched);
        let owners = plan.owners();
        for span in &markup {
            plan.set_aside(*span, Rule::Markup);
        }
        for span in &invisible {
            let answer = Answer::SetAside(Rule::Invisible);
            plan.recorder.note(*span, answer, Reason::ByRule, 100);
        }
        let removed = invisible.into_iter().map(|span| SetAside {
            rule: Rule::Invisible,
            printed: Printed { pieces: vec![span] },
        });
        Self {
            page: Page {
                metadata,
                articles: plan.articles,
                removed: removed.collect(),
                decisions: plan.recorder.finish(breaks, owners),
                interleaving: given.interleaving,
                ..Page::default()
            },
            jobs: plan.jobs.into_iter(),
            printing: None,
            markup,
            calendar,
            is_newspaper,
        }
    }

    /// Prints for about `budget` bytes; the page, or itself where there is more to do.
    pub fn step(
        mut self: Box<Self>,
        source: &Source,
        budget: usize,
    ) -> Result<Box<Page>, Box<Self>> {
        let mut spent = 0;
        while spent < budget {
            let (mut printer, target) = match self.printing.take() {
                Some(printing) => printing,
                None => match self.jobs.next() {
                    Some(job) => (Printer::new(job.span, job.spacing), job.target),
                    None => return Ok(self.finish(source)),
                },
            };
            let before = printer.position();
            // A unit of marks is printed with them.
            let is_markup = matches!(target, Target::Removed(Rule::Markup));
            let marks = if is_markup {
                &[]
            } else {
                self.markup.as_slice()
            };
            let is_done = printer.step(source, marks, budget - spent);
            spent += printer.position().saturating_sub(before) + 64;
            if is_done {
                self.place(printer.finish(), target);
            } else {
                self.printing = Some((printer, target));
            }
        }
        Err(self)
    }

    fn place(&mut self, printed: Printed, target: Target) {
        if printed.pieces.is_empty() {
            return;
        }
        let article = match target {
            Target::Removed(rule) => {
                self.page.removed.push(SetAside { rule, printed });
                return;
            }
            Target::Headline(number, _)
            | Target::Paragraph(number, _)
            | Target::Signature(number) => number,
            Target::Byline(number, _) => number,
        };
        let Some(article) = self.page.articles.get_mut(article) else {
            return;
        };
        match target {
            Target::Headline(_, role) => article.headlines.push(Headline { role, printed }),
            Target::Paragraph(_, kind) => article.paragraphs.push(Paragraph {
                kind,
                printed,
                dateline_bytes: 0,
            }),
            Target::Signature(_) => article.signature.push(printed),
            Target::Byline(_, names) => add_byline(article, Byline { names, printed }),
            Target::Removed(_) => {}
        }
    }

    fn finish(mut self: Box<Self>, source: &Source) -> Box<Page> {
        self.page
            .removed
            .arrange_by_key(|unit| unit.printed.pieces.first().map_or(0, |piece| piece.start));
        self.page.articles.retain(|article| !is_empty(article));
        if self.is_newspaper {
            for article in &mut self.page.articles {
                read_dateline(source, article);
                article.date = date_of(source, article, self.calendar);
            }
        }
        Box::new(self.page)
    }
}

fn add_byline(article: &mut Article, byline: Byline) {
    if article.byline.is_none() {
        article.byline = Some(byline);
    } else {
        article.other_bylines.push(byline);
    }
}

fn is_empty(article: &Article) -> bool {
    article.headlines.is_empty()
        && article.paragraphs.is_empty()
        && article.byline.is_none()
        && article.signature.is_empty()
}

/// Finds the dateline in the first paragraph. Reporters that it names are a byline without pieces of its own: the
/// characters stand in the paragraph.
pub fn read_dateline(source: &Source, article: &mut Article) {
    let Some(first) = article
        .paragraphs
        .iter_mut()
        .find(|paragraph| paragraph.kind == ParagraphKind::Body)
    else {
        return;
    };
    let text = beginning(source, &first.printed);
    let Some(found) = dateline::at_start(&text) else {
        return;
    };
    first.dateline_bytes = u32::try_from(found.bytes).unwrap_or(0);
    article.dateline = text.get(..found.bytes).map(str::to_owned);
    if !found.names.is_empty() {
        add_byline(
            article,
            Byline {
                names: found.names,
                printed: Printed::default(),
            },
        );
    }
}

/// The beginning of a printed text.
fn beginning(source: &Source, printed: &Printed) -> String {
    let mut text = String::new();
    for piece in &printed.pieces {
        text.push_str(head(
            source,
            *piece,
            LEAD_BYTES - text.len().min(LEAD_BYTES),
        ));
        if text.len() + 4 >= LEAD_BYTES {
            break;
        }
    }
    text
}

/// The article's date: under a notice, in the dateline, or in the first words behind it.
pub fn date_of(source: &Source, article: &Article, calendar: Calendar) -> Option<ArticleDate> {
    if let Some(date) = article
        .signature
        .iter()
        .rev()
        .find_map(|line| date::sign_off(&line.text(source)))
    {
        return Some(date);
    }
    let first = article
        .paragraphs
        .iter()
        .find(|paragraph| paragraph.kind == ParagraphKind::Body)?;
    let text = beginning(source, &first.printed);
    let (dateline, rest) = text.split_at_checked(first.dateline_bytes as usize)?;
    date::event(dateline, calendar).or_else(|| {
        let opening: String = rest
            .chars()
            .take(DATE_CHARS)
            .take_while(|character| *character != '。')
            .collect();
        date::event(&opening, calendar)
    })
}

/// What the set-aside lines say about the page.
fn metadata(source: &Source, removed: &[(Span, Rule)]) -> Metadata {
    let mut metadata = Metadata::default();
    for (span, rule) in removed {
        let text = markup::without_emphasis(source.slice(*span));
        match rule {
            Rule::Folio => furniture::read_folio(text, &mut metadata),
            Rule::Staff => furniture::read_staff(text, &mut metadata),
            Rule::Nameplate if metadata.newspaper.is_none() => {
                metadata.newspaper = Some(text.split_whitespace().collect());
            }
            Rule::Imprint if metadata.place.is_none() => {
                metadata.place = furniture::home_place(text)
            }
            _ => {}
        }
    }
    metadata
}

/// What dates without a year can be resolved from: the folio line, or the one date that sign-offs give.
fn calendar(source: &Source, drafts: &[Draft], metadata: &Metadata) -> Calendar {
    let mut signed: Vec<Date> = drafts
        .iter()
        .flat_map(|draft| &draft.signature)
        .filter_map(|span| date::full(source.slice(*span)))
        .collect();
    signed.arrange();
    signed.dedup();
    Calendar {
        published: metadata.published.as_deref().and_then(Date::from_iso),
        on_page: match signed.as_slice() {
            [only] => Some(*only),
            _ => None,
        },
    }
}
