//! `cijing phrases`: the set phrases of files, as JSON.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;

use serde::Serialize;

use super::arguments::FindingOptions;
use super::found::{Found, find_all, read};
use crate::words::phrases::{DocumentPhrases, PhraseIndex, PhraseKind, find};
use crate::words::segment::{SegmentOptions, Segmenter};

/// One phrase as the JSON has it.
#[derive(Debug, Serialize)]
struct Row {
    key: String,
    quoted: usize,
    unquoted: usize,
    articles: usize,
    forms: BTreeMap<String, usize>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    variants: Vec<String>,
    uses: Vec<Use>,
}

/// One use of a phrase.
#[derive(Debug, Serialize)]
struct Use {
    file: String,
    line: usize,
    quoted: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    speaker: Option<String>,
}

/// Parallel phrases that are cut unlike.
#[derive(Debug, Serialize)]
struct Unlike {
    frame: String,
    cuts: BTreeMap<String, Vec<String>>,
}

/// The four lists and the parallels.
#[derive(Debug, Serialize)]
struct Lists {
    quoted: Vec<Row>,
    titles: Vec<Row>,
    four_character: Vec<Row>,
    repeated: Vec<Row>,
    cut_unlike: Vec<Unlike>,
}

/// Writes the four lists, each by count, descending, then by key. Whether every file could be read.
pub fn phrases(options: &FindingOptions, output: &mut dyn Write) -> std::io::Result<bool> {
    let Some((engine, all_read)) = read(options) else {
        return Ok(false);
    };
    let segmenter = engine.segmenter();
    let found = find_all(&engine);
    let candidates: Vec<DocumentPhrases> = found
        .iter()
        .map(|one| find(&one.passages, &one.speech, segmenter))
        .collect();
    let index = PhraseIndex::new(
        candidates.iter(),
        &engine.plan().counted().phrases,
        segmenter,
    );
    let mut rows = collect(&found, &index, segmenter);
    let mut list = |kind: PhraseKind| {
        let mut list: Vec<Row> = index
            .keys()
            .filter(|(_, own)| *own == kind)
            .filter_map(|(key, _)| rows.remove(key))
            .collect();
        list.sort_by(|one, other| (other.uses.len(), &one.key).cmp(&(one.uses.len(), &other.key)));
        list
    };
    let lists = Lists {
        quoted: list(PhraseKind::Quoted),
        titles: list(PhraseKind::Title),
        four_character: list(PhraseKind::FourCharacter),
        repeated: list(PhraseKind::Repeated),
        cut_unlike: index
            .parallels(&|phrase| pieces(phrase, segmenter))
            .into_iter()
            .map(|parallel| Unlike {
                frame: parallel.frame,
                cuts: parallel.cuts.into_iter().collect(),
            })
            .collect(),
    };
    serde_json::to_writer_pretty(&mut *output, &lists)?;
    writeln!(output)?;
    Ok(all_read)
}

/// A phrase cut as `cijing segment` cuts it.
fn pieces(phrase: &str, segmenter: &Segmenter) -> Vec<String> {
    let mut tokens = Vec::new();
    let options = SegmentOptions {
        unknown_words: true,
    };
    segmenter.segment(phrase, options, &mut tokens);
    let mut rest = phrase;
    let mut pieces = Vec::new();
    for token in tokens {
        let Some((piece, behind)) = rest.split_at_checked(token.len_bytes as usize) else {
            break;
        };
        pieces.push(piece.to_owned());
        rest = behind;
    }
    pieces
}

fn collect(
    found: &[Found<'_>],
    index: &PhraseIndex,
    segmenter: &Segmenter,
) -> BTreeMap<String, Row> {
    let mut rows: BTreeMap<String, Row> = BTreeMap::new();
    let mut articles: BTreeMap<String, BTreeSet<(usize, u32)>> = BTreeMap::new();
    for (number, one) in found.iter().enumerate() {
        let hits = index.uses(&one.passages, segmenter);
        let stretches: Vec<_> = hits
            .iter()
            .map(|hit| (hit.unit, hit.start, hit.end))
            .collect();
        for (hit, line) in hits.into_iter().zip(one.lines(&stretches)) {
            let Some(passage) = one.counted_passage(hit.unit) else {
                continue;
            };
            let form = passage
                .text
                .get(hit.start as usize..hit.end as usize)
                .unwrap_or_default();
            let row = rows.entry(hit.key.clone()).or_insert_with(|| Row {
                variants: index.variants(&hit.key),
                key: hit.key.clone(),
                quoted: 0,
                unquoted: 0,
                articles: 0,
                forms: BTreeMap::new(),
                uses: Vec::new(),
            });
            row.quoted += usize::from(hit.quoted);
            row.unquoted += usize::from(!hit.quoted);
            *row.forms.entry(form.to_owned()).or_default() += 1;
            let places = articles.entry(hit.key.clone()).or_default();
            places.insert((number, passage.article));
            row.articles = places.len();
            row.uses.push(Use {
                file: one.document.origin.name.clone(),
                line,
                quoted: hit.quoted,
                speaker: speaker_of(one, hit.unit, hit.start),
            });
        }
    }
    rows
}

/// Who says what stands at a byte of a passage.
fn speaker_of(found: &Found<'_>, unit: u32, byte: u32) -> Option<String> {
    let behind = found
        .speech
        .partition_point(|span| (span.unit, span.start) <= (unit, byte));
    let span = found.speech.get(behind.checked_sub(1)?)?;
    (span.unit == unit && byte < span.end).then(|| span.speaker.clone())
}
