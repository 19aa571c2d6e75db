//! `cijing speakers`: who says what in files, as JSON.

use std::collections::BTreeMap;
use std::io::Write;

use serde::Serialize;

use super::arguments::FindingOptions;
use super::found::{Found, find_all, read};
use crate::text::source::is_letter_or_digit;
use crate::words::speech::{SpeechKind, SpeechSpan};

/// One speaker as the JSON has it.
#[derive(Debug, Serialize)]
struct Row {
    speaker: String,
    direct_characters: usize,
    reported_characters: usize,
    spans: Vec<Span>,
}

/// One span.
#[derive(Debug, Serialize)]
struct Span {
    file: String,
    line: usize,
    article: u32,
    kind: SpeechKind,
    named_as: String,
    verb: String,
    text: String,
}

/// Writes the speakers by characters, descending, then by name, each with what is said. Whether every file could be
/// read.
pub fn speakers(options: &FindingOptions, output: &mut dyn Write) -> std::io::Result<bool> {
    let Some((engine, all_read)) = read(options) else {
        return Ok(false);
    };
    let mut rows: BTreeMap<String, Row> = BTreeMap::new();
    for found in find_all(&engine) {
        let spans = found.speech.iter();
        let stretches: Vec<_> = spans
            .map(|span| (span.unit, span.start, span.end))
            .collect();
        for (span, line) in found.speech.iter().zip(found.lines(&stretches)) {
            let Some(text) = text_of(&found, span) else {
                continue;
            };
            let row = rows.entry(span.speaker.clone()).or_insert_with(|| Row {
                speaker: span.speaker.clone(),
                direct_characters: 0,
                reported_characters: 0,
                spans: Vec::new(),
            });
            let characters = text
                .1
                .chars()
                .filter(|one| is_letter_or_digit(*one))
                .count();
            match span.kind {
                SpeechKind::Direct => row.direct_characters += characters,
                SpeechKind::Reported => row.reported_characters += characters,
            }
            row.spans.push(Span {
                file: found.document.origin.name.clone(),
                line,
                article: text.0,
                kind: span.kind,
                named_as: span.named_as.clone(),
                verb: span.verb.clone(),
                text: text.1.to_owned(),
            });
        }
    }
    let mut rows: Vec<Row> = rows.into_values().collect();
    rows.sort_by(|one, other| {
        let said = |row: &Row| row.direct_characters + row.reported_characters;
        (said(other), &one.speaker).cmp(&(said(one), &other.speaker))
    });
    serde_json::to_writer_pretty(&mut *output, &rows)?;
    writeln!(output)?;
    Ok(all_read)
}

/// The article of a span and its words; nothing where it is not counted.
fn text_of<'f>(found: &'f Found<'_>, span: &SpeechSpan) -> Option<(u32, &'f str)> {
    let passage = found.counted_passage(span.unit)?;
    let text = passage.text.get(span.start as usize..span.end as usize)?;
    Some((passage.article, text))
}
