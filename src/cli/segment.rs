//! `cijing segment`: the words of a text, a paragraph a line.

use std::io::Write;

use super::arguments::SegmentOptions;
use super::choices::choose;
use super::file::add;
use crate::engine::Engine;
use crate::engine::document::Document;
use crate::report::views::DocumentId;
use crate::words::segment::TokenKind;
use crate::words::vocabulary::{TermId, Vocabulary};

/// Writes headlines and paragraphs, one a line, as words parted by spaces. Whether the file could be read.
pub fn segment(options: &SegmentOptions, output: &mut dyn Write) -> std::io::Result<bool> {
    let mut engine = Engine::new();
    let change = |settings| options.segmentation.change(settings);
    if !choose(&mut engine, &options.choices, &[], change) {
        return Ok(false);
    }
    if !add(&mut engine, DocumentId(0), &options.file, &options.decoding) {
        return Ok(false);
    }
    for document in engine.corpus().documents() {
        write_document(document, &engine.corpus().vocabulary, options.pos, output)?;
    }
    Ok(true)
}

fn write_document(
    document: &Document,
    vocabulary: &Vocabulary,
    pos: bool,
    output: &mut dyn Write,
) -> std::io::Result<()> {
    for unit in 0..document.units.len() {
        let tokens = document.tokens.of_unit(unit);
        let mut words = tokens
            .iter()
            .filter(|term| vocabulary.kind(**term) != TokenKind::Blank)
            .peekable();
        if words.peek().is_none() {
            continue;
        }
        let line: Vec<String> = words.map(|term| word(vocabulary, *term, pos)).collect();
        writeln!(output, "{}", line.join(" "))?;
    }
    Ok(())
}

/// A word, or word/tag; marks have the tag w, words that jieba does not know as one have x.
fn word(vocabulary: &Vocabulary, term: TermId, pos: bool) -> String {
    let text = vocabulary.term(term);
    if !pos {
        return text.to_owned();
    }
    let tag = match vocabulary.tag(term) {
        _ if vocabulary.kind(term) == TokenKind::Mark => "w",
        _ if vocabulary.kind(term) == TokenKind::Address => "x",
        "" => "x",
        tag => tag,
    };
    format!("{text}/{tag}")
}
