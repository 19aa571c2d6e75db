//! Names and speech in several files, for the commands that build on them.

use super::arguments::FindingOptions;
use super::choices::choose;
use super::file::add_all;
use crate::engine::Engine;
use crate::engine::document::Document;
use crate::engine::prose::Prose;
use crate::text::clean::Passes;
use crate::words::names::{NameIndex, find};
use crate::words::passage::Passage;
use crate::words::speech::{SpeechSpan, spans};

/// Reads all files. The engine, and whether every file could be read; `None` where the choices could not.
pub fn read(options: &FindingOptions) -> Option<(Engine, bool)> {
    let mut engine = Engine::new();
    if !choose(&mut engine, &options.choices, &[], |settings| settings) {
        return None;
    }
    let all_read = add_all(&mut engine, &options.files, &options.decoding);
    Some((engine, all_read))
}

/// What was found in one document.
pub struct Found<'e> {
    /// The document.
    pub document: &'e Document,
    /// The passes from what is printed to the passages.
    passes: Passes,
    /// Its passages.
    pub passages: Vec<Passage>,
    /// Who says what.
    pub speech: Vec<SpeechSpan>,
}

impl<'e> Found<'e> {
    /// The way from the passages back to what is printed.
    pub fn prose(&self) -> Prose<'e> {
        prose(self.document, self.passes)
    }

    /// The line of the source, from 1, on which a stretch of a passage begins.
    pub fn line(&self, prose: &mut Prose<'e>, unit: u32, start: u32, end: u32) -> Option<usize> {
        let passage = self
            .passages
            .binary_search_by_key(&unit, |passage| passage.unit)
            .ok()?;
        let printed = prose.printed(self.passages.get(passage)?, start as usize..end as usize)?;
        let unit = self.document.units.get(unit as usize)?;
        let byte = unit
            .printed(&self.document.page)?
            .source_byte(printed.start);
        Some(self.document.source.line_of(byte) + 1)
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
    let named: Vec<_> = documents
        .into_iter()
        .map(|document| {
            let passages = prose(document, passes).passages();
            let names = find(&passages, None, segmenter);
            (document, passages, names)
        })
        .collect();
    let decisions = &engine.plan().project.names;
    let names = named.iter().map(|(_, _, names)| names);
    let index = NameIndex::new(names, decisions, segmenter);
    named
        .into_iter()
        .map(|(document, passages, names)| {
            let mentions = index.mentions(&names, &passages);
            let speech = spans(&passages, &mentions);
            Found {
                document,
                passes,
                passages,
                speech,
            }
        })
        .collect()
}
