//! Which units make up which article.

use super::furniture;
use super::model::{Continues, ParagraphKind, Rule};
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
/// Widest crosshead in half cells.
const WIDEST_CROSSHEAD: u32 = 36;

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
    /// Whether the unit before was a display line.
    is_behind_display: bool,
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
        if let UnitKind::SetAside(rule) = unit.kind {
            self.set_aside(source, unit.span, rule);
        } else if self.is_newspaper {
            self.push_on_page(source, unit);
        } else {
            self.push_in_text(unit);
        }
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

    fn set_aside(&mut self, source: &Source, span: Span, rule: Rule) {
        self.removed.push((span, rule));
        let Some((word, page)) = (rule == Rule::Jump)
            .then(|| furniture::jump(source.slice(span)))
            .flatten()
        else {
            return;
        };
        if word.ends_with('接') {
            self.continued_from = Some(Continues::From(page));
        } else if let Some(draft) = self.drafts.last_mut() {
            draft.continues = Some(Continues::To(page));
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

    fn push_on_page(&mut self, source: &Source, unit: Unit) {
        match unit.kind {
            UnitKind::Display | UnitKind::Heading => self.pending.push(unit),
            UnitKind::Body { has_dateline } => {
                self.push_body(unit.span, ParagraphKind::Body, has_dateline)
            }
            UnitKind::TableRow => self.push_body(unit.span, ParagraphKind::Table, false),
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

    fn push_body(&mut self, span: Span, kind: ParagraphKind, has_dateline: bool) {
        let is_open = self.drafts.last().is_some_and(|draft| !draft.is_ended);
        let awaits_body = self.drafts.last().is_some_and(|draft| !draft.has_body());
        let is_crosshead = is_open
            && !has_dateline
            && self.pending.len() <= 1
            && self
                .pending
                .iter()
                .all(|unit| unit.width <= WIDEST_CROSSHEAD && unit.kind == UnitKind::Display);
        if is_crosshead || (awaits_body && self.pending.is_empty()) {
            for unit in std::mem::take(&mut self.pending) {
                self.current()
                    .paragraphs
                    .push((unit.span, ParagraphKind::Crosshead));
            }
        } else {
            self.begin();
        }
        self.current().paragraphs.push((span, kind));
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

    /// A date under a notice, with the issuers that stand directly above it.
    fn push_date(&mut self, source: &Source, span: Span) {
        if !self.drafts.last().is_some_and(Draft::has_body) {
            self.removed.push((span, Rule::Folio));
            return;
        }
        let first_blank = self.pending.iter().rposition(|unit| unit.blank_before);
        let issuers = self.pending.split_off(first_blank.unwrap_or(0));
        if !self.pending.is_empty() || issuers.len() > 4 {
            // Headlines of which one is followed by a date: no sign-off.
            self.pending.extend(issuers);
            self.removed.push((span, Rule::Folio));
            return;
        }
        let draft = self.current();
        draft.signature.extend(issuer_lines(source, &issuers));
        draft.signature.push(span);
        draft.is_ended = true;
    }

    /// Begins a new draft; pending display lines become the run before it.
    fn begin(&mut self) {
        self.flush_run();
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

/// The issuers in lines above a date: a line that does not end as an office's name does goes on in the next.
fn issuer_lines(source: &Source, units: &[Unit]) -> Vec<Span> {
    const OFFICE_ENDS: &str = "部局委会院府办厅室社校司团处组站所行厂队";
    let mut lines: Vec<Span> = Vec::new();
    let mut goes_on = false;
    for unit in units {
        match lines.last_mut() {
            Some(last) if goes_on => last.end = unit.span.end,
            _ => lines.push(unit.span),
        }
        let last = source.slice(unit.span).chars().next_back();
        goes_on = last.is_some_and(|last| !OFFICE_ENDS.contains(last));
    }
    lines
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
