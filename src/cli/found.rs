//! Names and speech in several files, for the commands that build on them.

use super::arguments::FindingOptions;
use super::choices::choose;
use super::file::{add_all, ask};
use crate::engine::Engine;
use crate::engine::document::Document;
use crate::engine::gathering::index_of;
use crate::engine::named::passages_of;
use crate::engine::plan::Plan;
use crate::engine::prose::Prose;
use crate::engine::protocol::{Request, ViewRequest};
use crate::text::clean::Passes;
use crate::words::names::NameKind;
use crate::words::passage::Passage;
use crate::words::speech::{SpeechSpan, spans};

/// Reads all files. The engine, and whether every file could be read; `None` where the choices could not.
pub fn read(options: &FindingOptions) -> Option<(Engine, bool)> {
    let mut engine = Engine::new();
    if !choose(&mut engine, &options.choices, &[], |settings| settings) {
        return None;
    }
    let all_read = add_all(&mut engine, &options.files, &options.decoding);
    settle(&mut engine);
    Some((engine, all_read))
}

/// Brings up to date what follows from all files together: the place whose paper each is, and the names by it.
pub fn settle(engine: &mut Engine) {
    let overview = ViewRequest::Overview { keywords: 0 };
    ask(engine, Request::View(overview), None);
}

/// What was found in one document.
pub struct Found<'e> {
    /// The document.
    pub document: &'e Document,
    /// The passes from what is printed to the passages.
    passes: Passes,
    /// What is counted.
    plan: &'e Plan,
    /// Its passages.
    pub passages: Vec<Passage>,
    /// Who says what.
    pub speech: Vec<SpeechSpan>,
}

impl<'e> Found<'e> {
    /// The lines of the source, from 1, on which stretches of passages begin: unit, first byte and byte behind, sorted by
    /// unit. 0 for what stands nowhere. A passage is led back to what is printed once for all of its stretches.
    pub fn lines(&self, stretches: &[(u32, u32, u32)]) -> Vec<usize> {
        let mut prose = prose(self.document, self.passes);
        let mut lines = Vec::new();
        for here in stretches.chunk_by(|one, other| one.0 == other.0) {
            let found = self.lines_of_unit(&mut prose, here).unwrap_or_default();
            let behind = lines.len() + here.len();
            lines.extend(found);
            lines.resize(behind, 0);
        }
        lines
    }

    fn lines_of_unit(&self, prose: &mut Prose<'e>, here: &[(u32, u32, u32)]) -> Option<Vec<usize>> {
        let number = here.first()?.0;
        let passage = self.passage(number)?;
        let unit = self.document.units.get(number as usize)?;
        let text = unit.printed(&self.document.page)?;
        let ranges = here
            .iter()
            .map(|(_, start, end)| *start as usize..*end as usize);
        let printed = prose.printed_all(passage, ranges).into_iter();
        let lines = printed.map(|range| {
            let byte = text.source_byte(range.start);
            self.document.source.line_of(byte) + 1
        });
        Some(lines.collect())
    }

    /// The passage of a unit, if its article is counted.
    pub fn counted_passage(&self, unit: u32) -> Option<&Passage> {
        let passage = self.passage(unit)?;
        let is_counted = self.plan.counts(self.document, passage.article as usize);
        is_counted.then_some(passage)
    }

    /// The passage of a unit.
    fn passage(&self, unit: u32) -> Option<&Passage> {
        let at = self
            .passages
            .binary_search_by_key(&unit, |passage| passage.unit);
        self.passages.get(at.ok()?)
    }
}

fn prose(document: &Document, passes: Passes) -> Prose<'_> {
    Prose::new(&document.source, &document.page, &document.units, passes)
}

/// What is found in all documents, which share their names, in canonical order.
pub fn find_all(engine: &Engine) -> Vec<Found<'_>> {
    let segmenter = engine.segmenter();
    let passes = engine.plan().settings.cleanup;
    let mut documents: Vec<&Document> = engine.corpus().documents().iter().collect();
    documents.sort_by(|one, other| {
        one.origin
            .canonical_key()
            .cmp(&other.origin.canonical_key())
    });
    let index = index_of(engine.corpus(), engine.plan(), segmenter);
    let documents = documents.into_iter();
    documents
        .map(|document| {
            let mut prose = prose(document, passes);
            let mut found = Found {
                document,
                passes,
                plan: engine.plan(),
                passages: Vec::new(),
                speech: Vec::new(),
            };
            for part in &document.named.parts {
                let passages = passages_of(&mut prose, &part.units);
                let mentions = index.mentions(&part.names, &passages);
                found
                    .speech
                    .extend(spans(&passages, &mentions).into_iter().map(|span| {
                        let speaker = index.canonical(NameKind::Person, &span.speaker);
                        let speaker = index.canonical(NameKind::Organisation, speaker).to_owned();
                        SpeechSpan { speaker, ..span }
                    }));
                found.passages.extend(passages);
            }
            found
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::arguments::{Choices, Decoding};

    #[test]
    fn the_command_has_the_names_of_the_page() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("page.txt");
        let text = "　　市长许建军说，要抓好落实。\n　　市民走进公园。许建军表示，公园已经开放。\n";
        std::fs::write(&file, text).unwrap();
        let options = FindingOptions {
            files: vec![file],
            choices: Choices::default(),
            decoding: Decoding { encoding: None },
        };
        let (engine, all_read) = read(&options).unwrap();
        assert!(all_read);
        let found = find_all(&engine);
        let [one] = &found[..] else {
            panic!("{} documents", found.len());
        };
        let speech = one.speech.iter();
        let places: Vec<_> = speech
            .map(|span| (span.unit, span.start, span.end))
            .collect();
        let speakers: Vec<&str> = one
            .speech
            .iter()
            .map(|span| span.speaker.as_str())
            .collect();
        assert_eq!(speakers, ["许建军", "许建军"]);
        assert_eq!(one.lines(&places), [1, 2]);
        assert_eq!(one.lines(&[(999, 0, 1)]), [0]);
    }
}
