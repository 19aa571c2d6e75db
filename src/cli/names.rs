//! `cijing names`: the names on a page, as JSON.

use std::collections::BTreeMap;
use std::io::Write;

use super::arguments::NamesOptions;
use super::choices::choose;
use super::file::add;
use super::found::settle;
use crate::engine::Engine;
use crate::engine::document::Document;
use crate::engine::gathering::index_of;
use crate::engine::named::passages_of;
use crate::engine::prose::Prose;
use crate::report::views::DocumentId;
use crate::words::names::NameKind;

/// The kinds by the names that the JSON gives them.
const KINDS: [(&str, NameKind); 5] = [
    ("persons", NameKind::Person),
    ("reporters", NameKind::Reporter),
    ("places", NameKind::Place),
    ("organisations", NameKind::Organisation),
    ("short_places", NameKind::ShortPlace),
];

/// Writes how often each name occurs, kind by kind, the more frequent first. Whether the file could be read.
pub fn names(options: &NamesOptions, output: &mut dyn Write) -> std::io::Result<bool> {
    let mut engine = Engine::new();
    if !choose(&mut engine, &options.choices, &[], |settings| settings) {
        return Ok(false);
    }
    if !add(&mut engine, DocumentId(0), &options.file, &options.decoding) {
        return Ok(false);
    }
    settle(&mut engine);
    let mut counts = Counts::new();
    for document in engine.corpus().documents() {
        count(&engine, document, &mut counts);
    }
    write(&counts, output)?;
    Ok(true)
}

type Counts = BTreeMap<NameKind, BTreeMap<String, usize>>;

/// The names as the engine found them when it read the document: for the place whose paper it is.
fn count(engine: &Engine, document: &Document, counts: &mut Counts) {
    let mut prose = Prose::new(
        &document.source,
        &document.page,
        &document.units,
        engine.plan().settings.cleanup,
    );
    let index = index_of(engine.corpus(), engine.plan(), engine.segmenter());
    for part in &document.named.parts {
        let passages = passages_of(&mut prose, &part.units);
        let is_counted = |unit: u32| {
            let at = passages.binary_search_by_key(&unit, |passage| passage.unit);
            let passage = at.ok().and_then(|at| passages.get(at));
            passage.is_some_and(|passage| {
                let article = passage.article as usize;
                engine.plan().counts(document, article)
            })
        };
        for mention in index.mentions(&part.names, &passages) {
            if !is_counted(mention.unit) {
                continue;
            }
            let of_kind = counts.entry(mention.kind).or_default();
            let name = index.canonical(mention.kind, &mention.name);
            *of_kind.entry(name.to_owned()).or_default() += 1;
        }
    }
}

fn write(counts: &Counts, output: &mut dyn Write) -> std::io::Result<()> {
    writeln!(output, "{{")?;
    for (number, (title, kind)) in KINDS.iter().enumerate() {
        let mut rows: Vec<(&String, &usize)> = counts.get(kind).into_iter().flatten().collect();
        rows.sort_by_key(|(name, count)| (std::cmp::Reverse(**count), *name));
        let comma = |is_last: bool| if is_last { "" } else { "," };
        let last_kind = comma(number + 1 == KINDS.len());
        if rows.is_empty() {
            writeln!(output, "  \"{title}\": {{}}{last_kind}")?;
            continue;
        }
        writeln!(output, "  \"{title}\": {{")?;
        for (row, (name, count)) in rows.iter().enumerate() {
            let name = serde_json::to_string(name)?;
            writeln!(
                output,
                "    {name}: {count}{}",
                comma(row + 1 == rows.len())
            )?;
        }
        writeln!(output, "  }}{last_kind}")?;
    }
    writeln!(output, "}}")
}
