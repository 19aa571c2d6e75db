//! The phrases of all documents.

use std::collections::BTreeMap;

use super::find::{DocumentPhrases, is_searched, titles};
use super::key::KeyText;
use super::matcher::Matcher;
use super::occurrence::{Hit, Sight, walk};
use super::repeated::{ArticleRuns, repeated};
use super::variant::Frames;
use super::{Parallel, PhraseDecision, PhraseKind, PhraseOccurrence};
use crate::text::arrange::Arrange;
use crate::words::passage::Passage;
use crate::words::segment::Segmenter;
use crate::words::speech::quotation::quotations;

/// The phrases of all documents, with the user's decisions. The order of the documents does not matter.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PhraseIndex {
    /// Every phrase with its list.
    keys: BTreeMap<String, PhraseKind>,
    /// Quoted and four-character phrases.
    phrases: Matcher,
    titles: Matcher,
    repeated: Matcher,
    frames: Frames,
    /// Parallel rows, sorted.
    rows: Vec<Vec<String>>,
}

impl PhraseIndex {
    /// Puts the candidates of all documents together, with the user's decisions.
    pub fn new<'a>(
        documents: impl Iterator<Item = &'a DocumentPhrases>,
        decisions: &[PhraseDecision],
        segmenter: &Segmenter,
    ) -> Self {
        let documents: Vec<&DocumentPhrases> = documents.collect();
        let mut keys = candidates(&documents);
        remove_parts(&mut keys, &documents);
        let articles: Vec<ArticleRuns<'_>> = documents
            .iter()
            .flat_map(|document| &document.articles)
            .map(|text| ArticleRuns { text })
            .collect();
        for key in repeated(&articles, segmenter) {
            keys.entry(key).or_insert(PhraseKind::Repeated);
        }
        for decision in decisions {
            if decision.accepted && !decision.key.is_empty() {
                keys.insert(decision.key.clone(), decision.kind);
            } else if keys.get(&decision.key) == Some(&decision.kind) {
                keys.remove(&decision.key);
            }
        }
        let mut rows: Vec<Vec<String>> = documents
            .iter()
            .flat_map(|document| document.rows.iter().cloned())
            .collect();
        rows.arrange();
        rows.dedup();
        rows.retain(|row| row.iter().all(|part| keys.contains_key(part)));
        let matcher = |kinds: &[PhraseKind]| {
            Matcher::new(
                keys.iter()
                    .filter(|(_, kind)| kinds.contains(kind))
                    .map(|(key, _)| key.clone()),
            )
        };
        let framed = keys
            .iter()
            .filter(|(_, kind)| matches!(kind, PhraseKind::Quoted | PhraseKind::FourCharacter))
            .map(|(key, _)| key.as_str());
        Self {
            phrases: matcher(&[PhraseKind::Quoted, PhraseKind::FourCharacter]),
            titles: matcher(&[PhraseKind::Title]),
            repeated: matcher(&[PhraseKind::Repeated]),
            frames: Frames::new(framed, segmenter),
            rows,
            keys,
        }
    }

    /// Every phrase with the one list in which it stands, sorted by key.
    pub fn keys(&self) -> impl Iterator<Item = (&str, PhraseKind)> {
        self.keys.iter().map(|(key, kind)| (key.as_str(), *kind))
    }

    /// Every occurrence in these passages, quoted or not, sorted by unit, then by place. Those of one of the three layers
    /// (quoted and four-character phrases; titles; repeated strings) do not overlap.
    pub fn uses(&self, passages: &[Passage], segmenter: &Segmenter) -> Vec<PhraseOccurrence> {
        let mut found = Vec::new();
        for passage in passages.iter().filter(|passage| is_searched(passage.part)) {
            let (speech, phrases) = quotations(&passage.text)
                .into_iter()
                .partition(|quotation| quotation.is_speech);
            let sight = Sight {
                text: &passage.text,
                key: KeyText::new(&passage.text, passage.dateline_bytes),
                phrases,
                speech,
                titles: titles(&passage.text, passage.dateline_bytes),
                segmenter,
            };
            let first = found.len();
            let hits = sight
                .hits(&self.phrases, false)
                .into_iter()
                .chain(sight.hits(&self.titles, true))
                .chain(sight.hits(&self.repeated, false));
            found.extend(hits.filter_map(|hit| self.occurrence(passage.unit, hit)));
            if let Some(new) = found.get_mut(first..) {
                new.arrange();
            }
        }
        found
    }

    fn occurrence(&self, unit: u32, hit: Hit) -> Option<PhraseOccurrence> {
        Some(PhraseOccurrence {
            unit,
            start: u32::try_from(hit.start).ok()?,
            end: u32::try_from(hit.end).ok()?,
            kind: *self.keys.get(&hit.key)?,
            key: hit.key,
            quoted: hit.marked,
        })
    }

    /// Quoted and four-character phrases that differ from this one in one part, sorted: 外防输入内防反弹 for
    /// 外防输入内防扩散. At most 50.
    pub fn variants(&self, key: &str) -> Vec<String> {
        self.frames.variants(key)
    }

    /// Parallel phrases that `cut` cuts unlike in what they share, sorted by frame.
    pub fn parallels(&self, cut: &dyn Fn(&str) -> Vec<String>) -> Vec<Parallel> {
        self.frames.parallels(&self.rows, cut)
    }
}

/// Quoted phrases, titles and four-character phrases: a key that is several stands in the first of these lists: titles,
/// quoted phrases, four-character phrases.
fn candidates(documents: &[&DocumentPhrases]) -> BTreeMap<String, PhraseKind> {
    let mut keys: BTreeMap<String, PhraseKind> = BTreeMap::new();
    for document in documents {
        for marked in &document.marked {
            let kind = keys.entry(marked.key.clone()).or_insert(marked.kind);
            if marked.kind == PhraseKind::Title {
                *kind = PhraseKind::Title;
            }
        }
    }
    for four in documents.iter().flat_map(|document| &document.four) {
        keys.entry(four.clone())
            .or_insert(PhraseKind::FourCharacter);
    }
    keys
}

/// Takes out quoted phrases that are everywhere a part of a longer phrase: 四方 in “四方”责任 where 四方责任 is one.
fn remove_parts(keys: &mut BTreeMap<String, PhraseKind>, documents: &[&DocumentPhrases]) {
    let matcher = Matcher::new(
        keys.iter()
            .filter(|(_, kind)| **kind != PhraseKind::Title)
            .map(|(key, _)| key.clone()),
    );
    let mut alone: BTreeMap<&str, bool> = BTreeMap::new();
    let marked = documents.iter().flat_map(|document| &document.marked);
    for marked in marked.filter(|marked| marked.kind == PhraseKind::Quoted) {
        let is_alone = alone.entry(&marked.key).or_insert(false);
        if !*is_alone {
            let own = (marked.start, marked.start + marked.key.len());
            let hits = walk(&matcher, &marked.context, |start, end| {
                let is_single = marked
                    .context
                    .get(start..end)
                    .is_none_or(|text| text.chars().nth(1).is_none());
                !is_single || (start, end) == own
            });
            *is_alone = hits.contains(&own);
        }
    }
    let parts: Vec<String> = alone
        .into_iter()
        .filter(|(key, is_alone)| !is_alone && keys.get(*key) == Some(&PhraseKind::Quoted))
        .map(|(key, _)| key.to_owned())
        .collect();
    for part in parts {
        keys.remove(&part);
    }
}
