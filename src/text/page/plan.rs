//! What is to be printed, and where it goes.

use super::article::{ArticleBuilder, Draft};
use super::claim::Matched;
use super::dateline;
use super::decision::Answer;
use super::doubts::{self, Extent};
use super::line::head;
use super::model::{Article, HeadlineRole, ParagraphKind, Rule};
use super::print::Spacing;
use super::reason::Reason;
use super::recorder::{Matching, Owner, OwnerKind, Recorder};
use super::role::{self, Part};
use crate::text::source::{Source, Span};

/// How many bytes of an article's beginning are looked at for dateline and lead.
const LEAD_BYTES: usize = 600;
/// How sure a rule is that fits as a whole.
const BY_RULE: u8 = 100;

/// Where a printed text goes; articles by their number on the page.
#[derive(Debug)]
pub enum Target {
    /// A headline of an article.
    Headline(usize, HeadlineRole),
    /// A paragraph of an article.
    Paragraph(usize, ParagraphKind),
    /// A byline of an article, with its names.
    Byline(usize, Vec<String>),
    /// A line of an article's sign-off.
    Signature(usize),
    /// No article text.
    Removed(Rule),
}

/// A unit that is to be printed.
#[derive(Debug)]
pub struct Job {
    /// Where it stands.
    pub span: Span,
    /// Which of its blanks are printed.
    pub spacing: Spacing,
    /// Where the printed text goes.
    pub target: Target,
}

impl Job {
    fn owner(&self) -> Owner {
        Owner {
            span: self.span,
            kind: match self.target {
                Target::Paragraph(article, _) => OwnerKind::Paragraph(article),
                Target::Headline(article, _) => OwnerKind::Headline(article),
                _ => OwnerKind::Other,
            },
        }
    }
}

/// The jobs of a page in the making, and its decisions.
#[derive(Debug)]
pub struct Plan<'page> {
    source: &'page Source,
    is_newspaper: bool,
    /// How sure each headline's place is, in source order.
    matchings: Vec<Matching>,
    /// What is to be printed.
    pub jobs: Vec<Job>,
    /// The articles, still without their texts.
    pub articles: Vec<Article>,
    /// The decisions other than line breaks.
    pub recorder: Recorder,
    /// The extents of the articles.
    extents: Vec<Extent>,
    /// The headlines that are given to articles, with the article's number.
    headlines: Vec<(usize, Part)>,
    /// Whether the article before has its end.
    is_behind_end: bool,
}

impl<'page> Plan<'page> {
    /// Plans the page: articles and headlines that found no article in reading order, then what is set aside.
    pub fn new(source: &'page Source, builder: ArticleBuilder, mut matched: Matched) -> Self {
        let mut plan = Self {
            source,
            is_newspaper: builder.is_newspaper,
            matchings: std::mem::take(&mut matched.matchings),
            jobs: Vec::new(),
            articles: Vec::new(),
            recorder: Recorder::default(),
            extents: Vec::new(),
            headlines: Vec::new(),
            is_behind_end: false,
        };
        let mut orphans = std::mem::take(&mut matched.orphans).into_iter().peekable();
        for (number, draft) in builder.drafts.into_iter().enumerate() {
            while let Some((_, lines)) = orphans.next_if(|(before, _)| *before <= number) {
                plan.add(Draft::default(), &lines);
            }
            let lines = matched.of_draft.get(number);
            plan.add(draft, lines.map_or(&[], Vec::as_slice));
        }
        for (_, lines) in orphans {
            plan.add(Draft::default(), &lines);
        }
        for (span, rule) in builder.removed {
            plan.set_aside(span, rule);
        }
        plan.note_articles();
        plan
    }

    /// The units of the page, as line breaks see them.
    pub fn owners(&self) -> Vec<Owner> {
        self.jobs.iter().map(Job::owner).collect()
    }

    /// Sets a run aside.
    pub fn set_aside(&mut self, span: Span, rule: Rule) {
        self.recorder
            .note(span, Answer::SetAside(rule), Reason::ByRule, BY_RULE);
        self.job(span, Spacing::Kept, Target::Removed(rule));
    }

    fn job(&mut self, span: Span, spacing: Spacing, target: Target) {
        self.jobs.push(Job {
            span,
            spacing,
            target,
        });
    }

    fn add(&mut self, draft: Draft, headline: &[(Span, Spacing)]) {
        let number = self.articles.len();
        self.see_extent(&draft, headline);
        let first = draft
            .paragraphs
            .iter()
            .find(|(_, kind)| *kind == ParagraphKind::Body)
            .map(|(span, _)| *span);
        let lead: String = first
            .map_or("", |span| head(self.source, span, LEAD_BYTES))
            .split_whitespace()
            .collect();
        for part in role::assign(self.source, headline, &lead) {
            self.headlines.push((number, part));
            self.job(part.span, part.spacing, Target::Headline(number, part.role));
        }
        for (span, kind) in draft.paragraphs {
            let spacing = self.spacing(span, kind, first == Some(span));
            self.job(span, spacing, Target::Paragraph(number, kind));
        }
        for byline in draft.bylines {
            self.job(
                byline.span,
                Spacing::Kept,
                Target::Byline(number, byline.names),
            );
        }
        for span in draft.signature {
            self.job(span, Spacing::Kept, Target::Signature(number));
        }
        self.articles.push(Article {
            continues: draft.continues,
            ..Article::default()
        });
    }

    /// Notes where articles begin, and which headlines they have: no headline is surer than its article.
    fn note_articles(&mut self) {
        let extents = std::mem::take(&mut self.extents);
        let confidences = doubts::confidences(&extents);
        let mut of_article = vec![BY_RULE; self.articles.len()];
        for (extent, confidence) in extents.iter().zip(confidences) {
            let reason = extent.reason;
            self.recorder
                .note(extent.place, Answer::ArticleBegins, reason, confidence);
            if let Some(slot) = of_article.get_mut(extent.article) {
                *slot = confidence;
            }
        }
        for (article, part) in std::mem::take(&mut self.headlines) {
            let (reason, confidence) = self.matching(part);
            let most = of_article.get(article).copied().unwrap_or(BY_RULE);
            let answer = Answer::Headline(part.role);
            self.recorder
                .note(part.span, answer, reason, confidence.min(most));
        }
        self.recorder.of_article = of_article;
    }

    /// How sure it is that a headline belongs to its article.
    fn matching(&self, part: Part) -> (Reason, u8) {
        let behind = self
            .matchings
            .partition_point(|matching| matching.start <= part.span.start);
        let matching = behind
            .checked_sub(1)
            .and_then(|place| self.matchings.get(place));
        matching.map_or((Reason::Position, BY_RULE), |matching| {
            (matching.reason, matching.confidence)
        })
    }

    /// Sees that an article begins with its first paragraph; one without any, with its first unit.
    fn see_extent(&mut self, draft: &Draft, headline: &[(Span, Spacing)]) {
        let is_ended = is_ended(draft);
        let is_behind_end = std::mem::replace(&mut self.is_behind_end, is_ended);
        let first = draft.paragraphs.iter().map(|(span, _)| *span).min();
        let others = draft.bylines.iter().map(|byline| byline.span);
        let others = others.chain(headline.iter().map(|(span, _)| *span));
        let Some(place) = first.or_else(|| others.chain(draft.signature.iter().copied()).min())
        else {
            return;
        };
        let begins_with_dateline =
            || dateline::at_start(head(self.source, place, LEAD_BYTES)).is_some();
        let is_headed = headline.iter().any(|(span, _)| span.end <= place.start);
        let reason = if self.articles.is_empty() {
            Reason::FirstOnPage
        } else if self.is_newspaper && begins_with_dateline() {
            Reason::Dateline
        } else if is_behind_end {
            Reason::BehindEnd
        } else if is_headed {
            Reason::BehindHeadline
        } else {
            Reason::Unmarked
        };
        self.extents.push(Extent {
            article: self.articles.len(),
            place,
            reason,
            is_ended,
            has_headline: !headline.is_empty(),
        });
    }

    fn spacing(&self, span: Span, kind: ParagraphKind, is_first: bool) -> Spacing {
        if !self.is_newspaper || matches!(kind, ParagraphKind::Table | ParagraphKind::Crosshead) {
            return Spacing::Kept;
        }
        let found = is_first
            .then(|| dateline::at_start(head(self.source, span, LEAD_BYTES)))
            .flatten();
        let end = found.map_or(0, |dateline| span.start as usize + dateline.bytes);
        Spacing::Layout(u32::try_from(end).unwrap_or(0))
    }
}

/// Whether a draft has what ends an article: a byline behind its body, or issuer and date.
fn is_ended(draft: &Draft) -> bool {
    let last = draft.paragraphs.iter().map(|(span, _)| span.end).max();
    let is_signed = draft
        .bylines
        .iter()
        .any(|byline| Some(byline.span.start) >= last);
    is_signed || !draft.signature.is_empty()
}
