//! `cijing discover`: candidates for new words.

use std::io::Write;

use super::arguments::{DiscoverOptions, Format};
use super::choices::choose;
use super::file::add_all;
use super::words::pad;
use crate::engine::Engine;
use crate::engine::export::new_words;
use crate::report::answers::new_words::NewWordsView;
use crate::report::export::new_words_csv::{new_words_csv, now};

/// Writes the candidates of all files together, the best first. Whether every file could be read.
pub fn discover(options: &DiscoverOptions, output: &mut dyn Write) -> std::io::Result<bool> {
    let mut engine = Engine::new();
    let change = |settings| options.segmentation.change(settings);
    if !choose(&mut engine, &options.choices, &[], change) {
        return Ok(false);
    }
    let all_read = add_all(&mut engine, &options.files, &options.decoding);
    let view = new_words(&mut engine, options.top.unwrap_or(usize::MAX));
    match options.format {
        Format::Csv => output.write_all(&new_words_csv(&view.rows))?,
        Format::Json => {
            serde_json::to_writer_pretty(&mut *output, &view)?;
            writeln!(output)?;
        }
        Format::Table => write_table(&view, output)?,
    }
    Ok(all_read)
}

fn write_table(view: &NewWordsView, output: &mut dyn Write) -> std::io::Result<()> {
    writeln!(
        output,
        "{}{:>8} {:>8} {:>7} {:>6} {:>6} {:>6}  现切分",
        pad("新词"),
        "频次",
        "见于篇数",
        "凝固度",
        "左熵",
        "右熵",
        "得分"
    )?;
    for row in &view.rows {
        let word = pad(&row.word);
        writeln!(
            output,
            "{word}{:>10} {:>12} {:>10.2} {:>8.2} {:>8.2} {:>8.2}  {}",
            row.count,
            row.articles,
            row.cohesion,
            row.left_entropy,
            row.right_entropy,
            row.score,
            now(row)
        )?;
    }
    writeln!(
        output,
        "候选 {}  字数 {}  至少见于 {} 篇",
        view.rows_total, view.characters, view.fewest_articles
    )
}
