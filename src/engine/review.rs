//! 待核: the decisions of reading that a person should look at, and what the person said of them.

use super::corpus::Corpus;
use super::document::Document;
use super::listing::small;
use super::plan::Plan;
use super::review_item::review_items;
use crate::measures::proportion::wilson_interval;
use crate::measures::sample::sample;
use crate::report::views::{DoubtView, Precision, ReviewScope, ReviewView};
use crate::text::arrange::Arrange;
use crate::text::page::decision::{Answer, Decision};
use crate::text::source::Span;

/// The largest sample.
const LARGEST_SAMPLE: u32 = 500;

/// A doubtful decision, and where the clean page shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Doubt {
    /// The first byte of the text about which it was decided.
    at: u32,
    /// The decision's number.
    decision: u32,
}

/// The doubtful ones among decisions, by place.
pub fn doubts(decisions: &[Decision]) -> Vec<Doubt> {
    let mut doubts: Vec<Doubt> = (0..)
        .zip(decisions)
        .filter(|(_, decision)| decision.is_doubtful())
        .map(|(number, decision)| Doubt {
            at: byte_of(decision),
            decision: number,
        })
        .collect();
    doubts.arrange();
    doubts
}

/// The first byte of the text about which it was decided: of a line break that behind it.
pub fn byte_of(decision: &Decision) -> u32 {
    match decision.answer {
        Answer::Break(_) => decision.place.end,
        _ => decision.place.start,
    }
}

/// The place by which a judgement names a decision.
pub fn place_of(document: &Document, decision: &Decision) -> u32 {
    document.source.scalar_at(decision.place.start)
}

/// What is known of a decision: a correction that contradicts it says that it was wrong; else the user's last judgement
/// holds.
pub fn judged(document: &Document, plan: &Plan, number: u32, decision: &Decision) -> Option<bool> {
    if document.is_contradicted(number) {
        return Some(false);
    }
    let judgements = plan.judgements(&document.origin);
    if judgements.is_empty() {
        return None;
    }
    let place = place_of(document, decision);
    let mut latest = judgements.iter().rev();
    latest
        .find(|judgement| decision.is_judged_by(judgement, place))
        .map(|judgement| judgement.is_right)
}

/// The doubtful decisions about the text in these pieces of a unit.
pub fn doubt_views(document: &Document, plan: &Plan, pieces: &[Span]) -> Vec<DoubtView> {
    let mut views = Vec::new();
    let mut chars_before = 0;
    let mut counted_to = 0;
    for (index, piece) in pieces.iter().enumerate() {
        let first = document
            .doubts
            .partition_point(|doubt| doubt.at < piece.start);
        let doubts = document.doubts.iter().skip(first);
        for doubt in doubts.take_while(|doubt| doubt.at < piece.end) {
            for whole in pieces.get(counted_to..index).unwrap_or(&[]) {
                chars_before += document.source.slice(*whole).chars().count();
            }
            counted_to = index;
            let within = Span {
                start: piece.start,
                end: doubt.at,
            };
            let chars = chars_before + document.source.slice(within).chars().count();
            views.extend(doubt_view(document, plan, *doubt, small(chars)));
        }
    }
    views
}

fn doubt_view(
    document: &Document,
    plan: &Plan,
    doubt: Doubt,
    before_char: u32,
) -> Option<DoubtView> {
    let decision = document.decisions().get(doubt.decision as usize)?;
    Some(DoubtView {
        before_char,
        place: place_of(document, decision),
        answer: decision.answer,
        reason: decision.reason,
        confidence: decision.confidence,
        judged: judged(document, plan, doubt.decision, decision),
    })
}

/// A decision of one of the documents, by numbers.
#[derive(Debug, Clone, Copy)]
pub struct Chosen {
    /// The document's, in canonical order.
    pub document: usize,
    /// The decision's.
    pub decision: u32,
}

/// A window on the decisions to review.
pub fn review(
    corpus: &Corpus,
    plan: &Plan,
    scope: ReviewScope,
    first_item: u32,
    items: u32,
) -> ReviewView {
    let documents = corpus.documents();
    let count = |number: fn(&Document) -> usize| small(documents.iter().map(number).sum());
    let chosen = match scope {
        ReviewScope::Doubtful => doubtful(documents),
        ReviewScope::Sample { size, seed } => sampled(documents, size, seed),
    };
    let window = chosen.iter().skip(first_item as usize);
    ReviewView {
        scope,
        decisions: count(|document| document.decisions().len()),
        doubtful: count(|document| document.doubts.len()),
        items_total: small(chosen.len()),
        first_item,
        items: review_items(documents, plan, window.take(items as usize)),
        precision: precision(documents, plan, &chosen),
    }
}

fn doubtful(documents: &[Document]) -> Vec<Chosen> {
    let all = documents.iter().enumerate();
    all.flat_map(|(number, document)| {
        document.doubts.iter().map(move |doubt| Chosen {
            document: number,
            decision: doubt.decision,
        })
    })
    .collect()
}

/// A sample of the decisions of all documents in canonical order.
fn sampled(documents: &[Document], size: u32, seed: u32) -> Vec<Chosen> {
    let total = documents
        .iter()
        .map(|document| document.decisions().len())
        .sum();
    let mut numbers = sample(small(total), size.min(LARGEST_SAMPLE), seed)
        .into_iter()
        .peekable();
    let mut chosen = Vec::new();
    let mut before = 0;
    for (number, document) in documents.iter().enumerate() {
        let end = before + small(document.decisions().len());
        while let Some(decision) = numbers.next_if(|decision| *decision < end) {
            chosen.push(Chosen {
                document: number,
                decision: decision - before,
            });
        }
        before = end;
    }
    chosen
}

fn precision(documents: &[Document], plan: &Plan, chosen: &[Chosen]) -> Precision {
    let answers = chosen.iter().filter_map(|item| {
        let document = documents.get(item.document)?;
        let decision = document.decisions().get(item.decision as usize)?;
        judged(document, plan, item.decision, decision)
    });
    let (mut judged, mut right) = (0, 0);
    for is_right in answers {
        judged += 1;
        right += u32::from(is_right);
    }
    let (low, high) = wilson_interval(right, judged);
    Precision {
        judged,
        right,
        low,
        high,
    }
}
