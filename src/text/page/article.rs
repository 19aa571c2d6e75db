//! Which units make up which article.

use super::advertisement;
use super::byline;
use super::divide;
use super::furniture;
use super::inset;
use super::line::head;
use super::model::{Continues, ParagraphKind, Rule};
use super::opening;
use super::sign;
use super::signature;
use super::unit::{Unit, UnitKind};
use crate::text::source::{Source, Span};

/// A byline's place and persons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftByline {
    /// Where it stands.
    pub span: Span,
    /// The persons.
    pub names: Vec<String>,
}

/// An article of which headlines are still missing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    /// Its paragraphs.
    pub paragraphs: Vec<(Span, ParagraphKind)>,
    /// Its bylines, in source order.
    pub bylines: Vec<DraftByline>,
    /// Issuers and date under a notice.
    pub signature: Vec<Span>,
    /// Where it goes on or came from.
    pub continues: Option<Continues>,
    /// Whether its end was seen: a byline or a sign-off behind its body.
    is_ended: bool,
}

impl Draft {
    /// Cuts off the paragraphs from this one on, with what stands behind its beginning.
    fn split_off(&mut self, paragraph: usize) -> Self {
        let paragraphs = self.paragraphs.split_off(paragraph);
        let start = paragraphs.first().map_or(u32::MAX, |(span, _)| span.start);
        let (before, behind) = std::mem::take(&mut self.bylines)
            .into_iter()
            .partition(|byline| byline.span.start < start);
        self.bylines = before;
        Self {
            paragraphs,
            bylines: behind,
            signature: std::mem::take(&mut self.signature),
            continues: self.continues.take(),
            is_ended: std::mem::replace(&mut self.is_ended, true),
        }
    }

    /// Takes out the crosshead with which the draft begins.
    fn take_crosshead(&mut self) -> Option<Span> {
        let begins =
            (self.paragraphs.first()).is_some_and(|(_, kind)| *kind == ParagraphKind::Crosshead);
        begins.then(|| self.paragraphs.remove(0).0)
    }

    fn has_body(&self) -> bool {
        !self.paragraphs.is_empty()
    }
}

/// Display lines that stand together, before the draft with number `before`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DisplayRun {
    /// How many drafts stand before it; so it is also the number of the draft behind it.
    pub before: usize,
    /// Its units.
    pub units: Vec<Unit>,
}

/// Longest run of display lines that can be headlines; more of them are a list or verse.
const LONGEST_RUN: usize = 40;
/// Widest line of a name alone, or of two, in half cells.
const NAME_WIDTH: u32 = 14;
/// Widest crosshead in half cells.
const WIDEST_CROSSHEAD: u32 = 36;

/// Widest headline that has the marks of a sentence, in half cells.
const WIDEST_EXCLAIMING: u32 = 52;

/// Puts units together to drafts, one unit at a time.
#[derive(Debug, Default)]
pub struct ArticleBuilder {
    /// Whether the text is a newspaper page; if not, it is one article.
    pub is_newspaper: bool,
    /// The drafts, in source order.
    pub drafts: Vec<Draft>,
    /// The display runs, in source order.
    pub runs: Vec<DisplayRun>,
    /// What is set aside, in source order.
    pub removed: Vec<(Span, Rule)>,
    /// Display lines of which it is not yet known what they are.
    pending: Vec<Unit>,
    /// Captions that stand before the article in work.
    captions: Vec<Span>,
    continued_from: Option<Continues>,
    /// Whether the unit before was an advertisement, or the head of some.
    is_in_advertisements: bool,
    /// Whether the article in work is inside a box.
    is_in_box: bool,
    /// Whether the unit before was a display line.
    is_behind_display: bool,
    /// Whether the unit before was a byline as it stands under headlines, taken for the end of the article in work.
    is_behind_marked_byline: bool,
}

impl ArticleBuilder {
    /// Begins a page; `is_newspaper` where the text is one, and any other text is one article.
    pub fn new(is_newspaper: bool) -> Self {
        Self {
            is_newspaper,
            ..Self::default()
        }
    }

    /// Takes the next unit.
    pub fn push(&mut self, source: &Source, mut unit: Unit) {
        // Lines with something between them do not stand together.
        let is_display = matches!(unit.kind, UnitKind::Display | UnitKind::Heading);
        unit.blank_before |= !self.is_behind_display;
        self.is_behind_display = is_display;
        let is_behind_marked_byline = std::mem::take(&mut self.is_behind_marked_byline);
        if is_behind_marked_byline
            && unit.kind
                == (UnitKind::Body {
                    has_dateline: false,
                })
        {
            self.begin_with_last_byline();
        }
        if let UnitKind::SetAside(rule) = unit.kind {
            self.set_aside(source, unit.span, rule);
        } else if self.is_newspaper && self.is_advertisement(source, &unit) {
            self.set_aside(source, unit.span, Rule::Advertisement);
        } else if self.is_newspaper {
            self.push_on_page(source, unit);
        } else {
            self.push_in_text(unit);
        }
    }

    /// Divides drafts that hold two articles; `headlines` are the lines that each draft was given, with
    /// the numbers of their claims. Says whether any was
    /// divided: then headlines are to be matched anew.
    pub fn divide(&mut self, source: &Source, headlines: &[Vec<(usize, Span)>]) -> bool {
        let mut has_divided = false;
        for number in (0..self.drafts.len()).rev() {
            let lines = headlines.get(number).map_or(&[][..], Vec::as_slice);
            let Some(draft) = self.drafts.get_mut(number) else {
                continue;
            };
            let Some(paragraph) = divide::seam(source, draft, lines) else {
                continue;
            };
            let mut behind = draft.split_off(paragraph);
            for run in self.runs.iter_mut().filter(|run| run.before > number) {
                run.before += 1;
            }
            if let Some(headline) = behind.take_crosshead() {
                let place = self.runs.partition_point(|run| run.before <= number + 1);
                let units = vec![Unit::headline(source, headline)];
                let before = number + 1;
                self.runs.insert(place, DisplayRun { before, units });
            }
            self.drafts.insert(number + 1, behind);
            has_divided = true;
        }
        has_divided
    }

    /// Settles what is left at the end.
    pub fn finish(&mut self) {
        self.flush_run();
        let captions = std::mem::take(&mut self.captions);
        for span in captions {
            self.current()
                .paragraphs
                .push((span, ParagraphKind::Caption));
        }
    }

    /// Whether a unit is an advertisement: by its words, or under the head of some.
    fn is_advertisement(&mut self, source: &Source, unit: &Unit) -> bool {
        let is_text = matches!(
            unit.kind,
            UnitKind::Body {
                has_dateline: false
            } | UnitKind::Display
        );
        let text = source.slice(unit.span);
        let holds = is_text
            && (advertisement::is_classified(text)
                || self.is_in_advertisements && advertisement::is_likely(text));
        self.is_in_advertisements &= holds;
        holds
    }

    fn set_aside(&mut self, source: &Source, span: Span, rule: Rule) {
        self.removed.push((span, rule));
        self.is_in_advertisements = rule == Rule::Advertisement;
        let Some((word, page)) = (rule == Rule::Jump)
            .then(|| furniture::jump(source.slice(span)))
            .flatten()
        else {
            return;
        };
        if word.ends_with('接') {
            // What goes on here has begun on another page: the article before has ended, whatever its end is.
            self.continued_from = Some(Continues::From(page));
            if let Some(draft) = self.drafts.last_mut().filter(|draft| draft.has_body()) {
                draft.is_ended = true;
            }
        } else if let Some(draft) = self.drafts.last_mut() {
            draft.continues = Some(Continues::To(page));
            draft.is_ended = true;
        }
    }

    /// Text that is no newspaper page: one article, with the first Markdown heading as its headline.
    fn push_in_text(&mut self, unit: Unit) {
        let kind = match unit.kind {
            UnitKind::Heading if self.drafts.is_empty() && self.pending.is_empty() => {
                self.pending.push(unit);
                return;
            }
            UnitKind::Heading => ParagraphKind::Crosshead,
            UnitKind::TableRow => ParagraphKind::Table,
            _ => ParagraphKind::Body,
        };
        self.flush_run();
        self.current().paragraphs.push((unit.span, kind));
    }

    /// Whether a short line with the marks of a sentence is a headline: no article is there that it could belong to,
    /// or other headlines wait. 雨停了！江水还在涨
    fn is_exclaiming_headline(&self, source: &Source, unit: &Unit) -> bool {
        let plain = UnitKind::Body {
            has_dateline: false,
        };
        let is_between = self.drafts.last().is_none_or(|draft| {
            draft.is_ended || draft.has_body() && sign::is_complete(source, draft)
        });
        unit.kind == plain
            && unit.lines == 1
            && unit.width <= WIDEST_EXCLAIMING
            && (is_between || !self.pending.is_empty())
            && opening::may_be_headline(source.slice(unit.span))
    }

    fn push_on_page(&mut self, source: &Source, mut unit: Unit) {
        if self.is_exclaiming_headline(source, &unit) {
            unit.kind = UnitKind::Display;
        }
        match unit.kind {
            UnitKind::Display if self.is_clause_title(source, &unit) => {
                self.push_body(source, unit.span, ParagraphKind::Crosshead, false);
            }
            UnitKind::Display | UnitKind::Heading => self.pending.push(unit),
            UnitKind::Body { has_dateline } => {
                self.push_body(source, unit.span, ParagraphKind::Body, has_dateline)
            }
            UnitKind::TableRow => self.push_row(source, unit.span),
            UnitKind::Caption => self.push_caption(unit.span),
            UnitKind::Byline {
                ref names,
                is_glued,
            } => {
                let byline = DraftByline {
                    span: unit.span,
                    names: names.clone(),
                };
                self.push_byline(source, byline, is_glued);
            }
            UnitKind::FullDate => self.push_date(source, unit.span),
            UnitKind::SetAside(_) => {}
        }
    }

    fn push_body(&mut self, source: &Source, span: Span, kind: ParagraphKind, has_dateline: bool) {
        let is_open = self.drafts.last().is_some_and(|draft| !draft.is_ended);
        let awaits_body = self.drafts.last().is_some_and(|draft| !draft.has_body());
        // A document begins where it says for whom it is.
        let begins_document = head(source, span, 160).len() == source.slice(span).len()
            && opening::is_salutation(source.slice(span));
        let is_crosshead = is_open
            && !has_dateline
            && !begins_document
            && self.pending.len() <= 1
            && self.pending.iter().all(|unit| {
                unit.width <= WIDEST_CROSSHEAD
                    && unit.kind == UnitKind::Display
                    && !is_document_title(source.slice(unit.span))
            });
        if self.opens_box(source, has_dateline) {
            self.push_in_box(span, kind);
            return;
        }
        if is_crosshead || (awaits_body && self.pending.is_empty()) {
            // A title behind a box goes back to the body.
            self.is_in_box &= self.pending.is_empty();
            for unit in std::mem::take(&mut self.pending) {
                self.current()
                    .paragraphs
                    .push((unit.span, ParagraphKind::Crosshead));
            }
        } else {
            let author = self.take_author(source);
            self.begin();
            self.current().bylines.extend(author);
        }
        let begins_box = kind == ParagraphKind::Body && inset::begins(head(source, span, 60));
        let kind = match kind {
            ParagraphKind::Body if self.is_in_box || begins_box => ParagraphKind::Box,
            kind => kind,
        };
        self.current().paragraphs.push((span, kind));
    }

    /// Whether a line is the numbered title of a document's chapter, inside a text or under its headline.
    fn is_clause_title(&self, source: &Source, unit: &Unit) -> bool {
        let is_open = self.drafts.last().is_some_and(|draft| !draft.is_ended);
        let is_titled =
            matches!(self.pending.as_slice(), [title] if !title.blank_before || unit.blank_before);
        unit.lines == 1
            && (is_open && self.pending.is_empty() || is_titled)
            && divide::is_numbered(source.slice(unit.span))
    }

    /// Whether the line that waits is the title of a box inside the article in work.
    fn opens_box(&self, source: &Source, has_dateline: bool) -> bool {
        let is_title = |unit: &Unit| inset::is_title(source.slice(unit.span));
        !has_dateline
            && matches!(self.pending.as_slice(), [title] if is_title(title))
            && self.drafts.last().is_some_and(Draft::has_body)
    }

    /// Takes the title of a box and its first paragraph.
    fn push_in_box(&mut self, span: Span, kind: ParagraphKind) {
        let title = std::mem::take(&mut self.pending);
        let kind = match kind {
            ParagraphKind::Body => ParagraphKind::Box,
            kind => kind,
        };
        self.is_in_box = true;
        let paragraphs = &mut self.current().paragraphs;
        paragraphs.extend(title.iter().map(|unit| (unit.span, ParagraphKind::Box)));
        paragraphs.push((span, kind));
    }

    /// The author whose name stands alone under headlines.
    fn take_author(&mut self, source: &Source) -> Option<DraftByline> {
        let last = self.pending.last().filter(|_| self.pending.len() >= 2)?;
        let is_name = last.kind == UnitKind::Display && last.lines == 1 && last.width <= NAME_WIDTH;
        let names = byline::bare_names(source.slice(last.span)).filter(|_| is_name)?;
        let span = self.pending.pop()?.span;
        Some(DraftByline { span, names })
    }

    /// A row begins no article by itself: only behind a headline.
    fn push_row(&mut self, source: &Source, span: Span) {
        let belongs = self.pending.is_empty() && self.drafts.last().is_some_and(Draft::has_body);
        if belongs {
            self.current().paragraphs.push((span, ParagraphKind::Table));
        } else {
            self.push_body(source, span, ParagraphKind::Table, false);
        }
    }

    fn push_caption(&mut self, span: Span) {
        let is_inside =
            self.pending.is_empty() && self.drafts.last().is_some_and(|draft| !draft.is_ended);
        if is_inside {
            self.current()
                .paragraphs
                .push((span, ParagraphKind::Caption));
        } else {
            self.captions.push(span);
        }
    }

    /// A byline ends the article in work, or begins one under its headline.
    fn push_byline(&mut self, source: &Source, byline: DraftByline, is_glued: bool) {
        let last = self
            .drafts
            .last_mut()
            .and_then(|draft| draft.bylines.last_mut());
        if let Some(last) =
            last.filter(|last| self.pending.is_empty() && goes_on(source, last, &byline))
        {
            last.span.end = byline.span.end;
            last.names.extend(byline.names);
            return;
        }
        let follows_body =
            self.pending.is_empty() && self.drafts.last().is_some_and(Draft::has_body);
        if is_glued || follows_body {
            let text = source.slice(byline.span);
            let is_signed = (self.drafts.last()).is_some_and(|draft| {
                draft.is_ended || !draft.bylines.is_empty() || sign::is_complete(source, draft)
            });
            self.is_behind_marked_byline = !is_glued
                && (byline::stands_under_headlines(text)
                    || is_signed && !text.starts_with(['（', '(']));
            let draft = self.current();
            draft.bylines.push(byline);
            draft.is_ended = true;
        } else {
            let awaits_body = self.drafts.last().is_some_and(|draft| !draft.has_body());
            if !awaits_body || !self.pending.is_empty() {
                self.begin();
            }
            self.current().bylines.push(byline);
        }
    }

    /// Begins a draft with the last byline: it stood over the text that follows, not under the one before.
    fn begin_with_last_byline(&mut self) {
        let byline = self.current().bylines.pop();
        self.begin();
        self.current().bylines.extend(byline);
    }

    /// A date under a notice, with the issuers that stand directly above it.
    fn push_date(&mut self, source: &Source, span: Span) {
        if !self.drafts.last().is_some_and(Draft::has_body) {
            self.removed.push((span, Rule::Folio));
            return;
        }
        let issuers = signature::count_issuers(source, &self.pending);
        let others = self.pending.len().saturating_sub(issuers);
        if others > 0 || !signature::may_be_issuers(issuers) {
            // Headlines of which one is followed by a date: no sign-off.
            self.removed.push((span, Rule::Folio));
            return;
        }
        let issuers = std::mem::take(&mut self.pending);
        let draft = self.current();
        draft.signature.extend(signature::issuers(source, &issuers));
        draft.signature.push(span);
        draft.is_ended = true;
    }

    /// Begins a new draft; pending display lines become the run before it.
    fn begin(&mut self) {
        self.flush_run();
        self.is_in_box = false;
        self.drafts.push(Draft {
            continues: self.continued_from.take(),
            ..Draft::default()
        });
        let captions = std::mem::take(&mut self.captions);
        self.current().paragraphs.extend(
            captions
                .into_iter()
                .map(|span| (span, ParagraphKind::Caption)),
        );
    }

    fn flush_run(&mut self) {
        if self.pending.is_empty() {
            return;
        }
        let units = std::mem::take(&mut self.pending);
        if units.len() > LONGEST_RUN {
            let rows = units.iter().map(|unit| (unit.span, ParagraphKind::Body));
            self.drafts.push(Draft {
                paragraphs: rows.collect(),
                is_ended: true,
                ..Draft::default()
            });
            return;
        }
        self.runs.push(DisplayRun {
            before: self.drafts.len(),
            units,
        });
    }

    /// The draft in work; a new one where there is none.
    fn current(&mut self) -> &mut Draft {
        if self.drafts.is_empty() {
            self.drafts.push(Draft::default());
        }
        let last = self.drafts.len() - 1;
        &mut self.drafts[last]
    }
}

/// Whether a line is the title of a document: 关于秋季用电安全检查的通知.
fn is_document_title(text: &str) -> bool {
    text.starts_with("关于")
        && text.trim_end().ends_with([
            '知', '告', '示', '见', '定', '法', '案', '书', '信', '报', '令',
        ])
}

/// Whether a byline's bracket is closed by the other, on the next line.
fn goes_on(source: &Source, byline: &DraftByline, next: &DraftByline) -> bool {
    let text = source.slice(byline.span);
    let between = Span {
        start: byline.span.end,
        end: next.span.start,
    };
    text.starts_with(['（', '('])
        && !text.ends_with(['）', ')'])
        && source.slice(next.span).ends_with(['）', ')'])
        && source.slice(between).trim().is_empty()
}
