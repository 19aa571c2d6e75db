//! The decisions of a page, gathered from the stages that made them.
//!
//! What a line break is shows only when the page stands: a border is one of paragraphs or of units by what stands on
//! both sides. So the answers are taken from the units, and from the stages the reasons.

use super::decision::{Answer, BreakAnswer, Decision};
use super::join::{BreakKind, Verdict};
use super::reason::Reason;
use crate::text::arrange::Arrange;
use crate::text::source::Span;

/// A line break, and what its neighbourhood says of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weighed {
    /// From the last character before it to the first behind it, both left out.
    pub place: Span,
    /// What joining decided.
    pub verdict: Verdict,
    /// Whether blank lines stand there.
    pub has_blank: bool,
}

/// Puts in what was decided of breaks between headline lines, in place of what joining decided; both in source order.
pub fn put_in(breaks: &mut [Weighed], decided: &[(u32, Verdict)]) {
    let mut decided = decided.iter().peekable();
    for weighed in breaks {
        while decided
            .next_if(|(end, _)| *end < weighed.place.start)
            .is_some()
        {}
        if let Some((_, verdict)) = decided.next_if(|(end, _)| *end == weighed.place.start) {
            weighed.verdict = *verdict;
        }
    }
}

/// How sure it is that a headline belongs to its article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Matching {
    /// The byte at which the headline begins.
    pub start: u32,
    /// What weighed most.
    pub reason: Reason,
    /// From 50, a guess, to 100, certain.
    pub confidence: u8,
}

/// A unit of the page, as far as line breaks see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Owner {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: OwnerKind,
}

/// What a unit is to line breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwnerKind {
    /// A paragraph of an article.
    Paragraph(usize),
    /// A headline of an article.
    Headline(usize),
    /// Anything else.
    Other,
}

/// Gathers the decisions of one page.
#[derive(Debug, Default)]
pub struct Recorder {
    decisions: Vec<Decision>,
    /// How sure each article's extent is.
    pub of_article: Vec<u8>,
}

impl Recorder {
    /// Notes a decision other than a line break.
    pub fn note(&mut self, place: Span, answer: Answer, reason: Reason, confidence: u8) {
        self.decisions.push(Decision {
            place,
            answer,
            reason,
            confidence,
        });
    }

    /// All decisions in source order. The owners, in any order, are the units of the page, which do not overlap.
    pub fn finish(mut self, breaks: Vec<Weighed>, mut owners: Vec<Owner>) -> Vec<Decision> {
        owners.arrange_by_key(|owner| owner.span);
        let mut first = 0;
        self.decisions.reserve_exact(breaks.len());
        for weighed in breaks {
            while owners
                .get(first)
                .is_some_and(|owner| owner.span.end < weighed.place.start)
            {
                first += 1;
            }
            let before = owners.get(first).filter(|owner| {
                owner.span.start < weighed.place.start && owner.span.end >= weighed.place.start
            });
            let behind = owners.iter().skip(first).take(3).find(|owner| {
                owner.span.start <= weighed.place.end && owner.span.end > weighed.place.end
            });
            let mut decision = decide(weighed, answer(before, behind));
            let most = self.most(&decision, before, behind);
            decision.confidence = decision.confidence.min(most);
            self.decisions.push(decision);
        }
        self.decisions
            .arrange_by_key(|decision| (decision.place.start, decision.place.end));
        self.decisions
    }

    /// The most that a border can be sure, by what stands on its sides.
    fn most(&self, decision: &Decision, before: Option<&Owner>, behind: Option<&Owner>) -> u8 {
        use OwnerKind::{Headline, Paragraph};
        let (Some(before), Some(behind)) = (before, behind) else {
            return 100;
        };
        if decision.answer == Answer::Break(BreakAnswer::Wrap) {
            return 100;
        }
        match (before.kind, behind.kind) {
            (Paragraph(one), Paragraph(other)) if one == other => match decision.reason {
                Reason::Caption => BESIDE_CAPTION,
                _ => 100,
            },
            (Paragraph(_), Paragraph(article)) => {
                self.of_article.get(article).copied().unwrap_or(100)
            }
            (Paragraph(_), Headline(_)) if decision.reason == Reason::Unmarked => GUESSED,
            _ => 100,
        }
    }
}

/// What a break between these units is.
fn answer(before: Option<&Owner>, behind: Option<&Owner>) -> BreakAnswer {
    match (before, behind) {
        (Some(before), Some(behind)) if before.span == behind.span => BreakAnswer::Wrap,
        (Some(before), Some(behind))
            if matches!(before.kind, OwnerKind::Paragraph(_)) && before.kind == behind.kind =>
        {
            BreakAnswer::Paragraph
        }
        _ => BreakAnswer::Unit,
    }
}

/// The decision on a break; where later stages overruled joining, with their reason.
fn decide(Weighed { place, verdict, .. }: Weighed, answer: BreakAnswer) -> Decision {
    let (reason, confidence) = match (verdict.kind, answer) {
        (BreakKind::Border, BreakAnswer::Wrap) => (Reason::OneHeadline, PUT_TOGETHER),
        (BreakKind::Wrap, BreakAnswer::Paragraph | BreakAnswer::Unit) => (Reason::Byline, CUT_OFF),
        _ => (verdict.reason, verdict.confidence),
    };
    Decision {
        place,
        answer: Answer::Break(answer),
        reason,
        confidence,
    }
}

/// How sure a border is that may as well be none: between the lines of a headline, or before a line that was taken
/// for one.
const GUESSED: u8 = 60;
/// How sure it is where a caption ends.
const BESIDE_CAPTION: u8 = 65;
/// How sure it is that lines which were put together later are one unit.
const PUT_TOGETHER: u8 = 85;
/// How sure it is that a byline which was cut off a paragraph is one.
const CUT_OFF: u8 = 95;
