//! 说话人: who says how much, directly and reported, and what.

use std::collections::BTreeMap;

use super::Context;
use super::names::sort_counted;
use super::window::window;
use crate::engine::excerpt::head;
use crate::engine::findings::{Findings, FoundSpan, Looked};
use crate::engine::listing::small;
use crate::engine::query::{Answer, Query};
use crate::engine::standing::standing;
use crate::report::answers::Counted;
use crate::report::answers::speech::{SpanRow, SpansView, SpeakerRow, SpeakersView};
use crate::text::arrange::Arrange;
use crate::words::speech::SpeechKind;

/// How many verbs of a speaker are given.
const VERBS: usize = 20;
/// How much of a span is given, in characters.
const SPAN_CHARS: usize = 300;

/// Answers a question of this area.
pub fn answer(context: Context<'_>, query: &Query) -> Answer {
    match query {
        Query::Spans {
            speaker,
            kind,
            first_row,
            rows,
        } => Answer::Spans(spans(context, speaker, *kind, *first_row, *rows)),
        Query::Speakers { first_row, rows } => {
            let all = context.findings.map(|findings| speakers(context, findings));
            let all = all.unwrap_or_default();
            Answer::Speakers(SpeakersView {
                rows_total: small(all.len()),
                first_row: *first_row,
                rows: window(&all, *first_row, *rows).to_vec(),
            })
        }
        _ => Answer::Speakers(SpeakersView::default()),
    }
}

/// What is gathered of one speaker.
#[derive(Default)]
struct Gathered<'f> {
    spans: u32,
    direct: u32,
    reported: u32,
    articles: u32,
    last_article: Option<(usize, u32)>,
    verbs: BTreeMap<&'f str, u32>,
}

/// Everybody who speaks in what is counted: by characters, descending, then by name.
pub fn speakers(context: Context<'_>, findings: &Findings) -> Vec<SpeakerRow> {
    let mut gathered: BTreeMap<u32, Gathered<'_>> = BTreeMap::new();
    for (number, looked) in findings.looked(context.corpus, context.plan).enumerate() {
        for span in looked.spans() {
            let sum = gathered.entry(span.speaker).or_default();
            sum.spans += 1;
            let characters = match span.kind {
                SpeechKind::Direct => &mut sum.direct,
                SpeechKind::Reported => &mut sum.reported,
            };
            *characters = characters.saturating_add(span.characters);
            let article = Some((number, span.place.article));
            sum.articles += u32::from(sum.last_article != article);
            sum.last_article = article;
            if !span.verb.is_empty() {
                *sum.verbs.entry(&span.verb).or_default() += 1;
            }
        }
    }
    let rows = gathered.into_iter();
    let mut rows: Vec<SpeakerRow> = rows
        .map(|(speaker, sum)| SpeakerRow {
            speaker: findings.speakers.get(speaker).to_owned(),
            spans: sum.spans,
            direct_characters: sum.direct,
            reported_characters: sum.reported,
            articles: sum.articles,
            verbs: verbs(sum.verbs),
        })
        .collect();
    let characters = |row: &SpeakerRow| {
        row.direct_characters
            .saturating_add(row.reported_characters)
    };
    rows.arrange_by(|one, other| {
        let by_characters = characters(other).cmp(&characters(one));
        by_characters.then_with(|| one.speaker.cmp(&other.speaker))
    });
    rows
}

fn verbs(verbs: BTreeMap<&str, u32>) -> Vec<Counted> {
    let verbs = verbs.into_iter();
    let mut verbs: Vec<Counted> = verbs
        .map(|(verb, count)| Counted {
            text: verb.to_owned(),
            count,
        })
        .collect();
    sort_counted(&mut verbs);
    verbs.truncate(VERBS);
    verbs
}

fn spans(
    context: Context<'_>,
    speaker: &str,
    kind: Option<SpeechKind>,
    first_row: u32,
    rows: u32,
) -> SpansView {
    let mut view = SpansView {
        speaker: speaker.to_owned(),
        first_row,
        ..SpansView::default()
    };
    let Some(findings) = context.findings else {
        return view;
    };
    let Some(number) = findings.speakers.find(speaker) else {
        return view;
    };
    let is_asked_for =
        |span: &&FoundSpan| span.speaker == number && kind.is_none_or(|kind| span.kind == kind);
    let looked = findings.looked(context.corpus, context.plan);
    let all: Vec<(Looked<'_>, &FoundSpan)> = looked
        .flat_map(|looked| {
            let spans = looked.spans().filter(is_asked_for);
            spans.map(move |span| (looked, span)).collect::<Vec<_>>()
        })
        .collect();
    view.rows_total = small(all.len());
    let rows = window(&all, first_row, rows).iter();
    let rows =
        rows.filter_map(|(looked, span)| span_row(context, looked, span, speaker, SPAN_CHARS));
    view.rows = rows.collect();
    view
}

/// A span with its words, at most so many characters of them.
pub fn span_row(
    context: Context<'_>,
    looked: &Looked<'_>,
    span: &FoundSpan,
    speaker: &str,
    limit_chars: usize,
) -> Option<SpanRow> {
    let document = looked.document;
    let (number, range) = (span.place.unit as usize, span.place.printed.range());
    let printed = document.units.get(number)?.printed(&document.page)?;
    let text = printed.text(&document.source);
    let named_as = Some(&span.named_as).filter(|named_as| *named_as != speaker);
    Some(SpanRow {
        standing: standing(document, context.metadata, number, &range)?,
        verb: span.verb.clone(),
        kind: span.kind,
        named_as: named_as.cloned().unwrap_or_default(),
        text: head(text.get(range)?, limit_chars).to_owned(),
    })
}
