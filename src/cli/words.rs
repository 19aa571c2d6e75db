//! `cijing words`: the word list.

use std::io::Write;

use unicode_width::UnicodeWidthStr as _;

use super::arguments::{Format, WordsOptions};
use super::choices::choose;
use super::file::add;
use crate::engine::Engine;
use crate::engine::choices::Settings;
use crate::engine::export::{words_csv, words_json};
use crate::report::views::{DocumentId, Totals, WordRow};

/// How wide the column of words is, in half-width cells.
const WORD_CELLS: usize = 24;

/// Writes the word list of all files together. Whether every file could be read.
pub fn words(options: &WordsOptions, output: &mut dyn Write) -> std::io::Result<bool> {
    let mut engine = Engine::new();
    let change = |settings| change(options, settings);
    if !choose(&mut engine, &options.choices, change) {
        return Ok(false);
    }
    let mut all_read = true;
    for (number, file) in (0..).zip(&options.files) {
        all_read &= add(&mut engine, DocumentId(number), file, &options.decoding);
    }
    let top = options.top.unwrap_or(usize::MAX);
    match options.format {
        Format::Csv => output.write_all(&words_csv(&mut engine, top))?,
        Format::Json => output.write_all(&words_json(&mut engine, top))?,
        Format::Table => {
            let (list, corpus) = engine.word_list();
            write_table(&list.top(&corpus.vocabulary, top), &list.totals, output)?;
        }
    }
    Ok(all_read)
}

fn change(options: &WordsOptions, settings: Settings) -> Settings {
    Settings {
        shortest_chars: options.shortest.unwrap_or(settings.shortest_chars),
        built_in_stop_words: settings.built_in_stop_words && !options.keep_stop_words,
        ..options.segmentation.change(settings)
    }
}

fn write_table(rows: &[WordRow], totals: &Totals, output: &mut dyn Write) -> std::io::Result<()> {
    writeln!(
        output,
        "{}{:>8} {:>12} {:>10}  词性",
        pad("词语"),
        "频次",
        format!("每{}词", totals.per),
        "见于篇数"
    )?;
    for row in rows {
        let word = pad(&row.word);
        writeln!(
            output,
            "{word}{:>10} {:>14.2} {:>13}  {}",
            row.count, row.relative, row.articles, row.tag
        )?;
    }
    writeln!(
        output,
        "词次 {}  词种 {}  稿件 {}  字数 {}",
        totals.tokens, totals.types, totals.articles, totals.characters
    )
}

/// A word filled up with spaces to the width of its column.
fn pad(word: &str) -> String {
    format!(
        "{word}{}",
        " ".repeat(WORD_CELLS.saturating_sub(word.width()).max(1))
    )
}
