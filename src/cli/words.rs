//! `cijing words`: the word list.

use std::io::Write;

use unicode_width::UnicodeWidthStr as _;

use super::arguments::{Format, WordsOptions};
use super::choices::choose;
use super::file::add_all;
use crate::engine::Engine;
use crate::engine::choices::Settings;
use crate::engine::export::{words_csv, words_json};
use crate::report::views::{Totals, WordRow};

/// How wide the column of words is, in half-width cells.
const WORD_CELLS: usize = 24;

/// Writes the word list of all files together. Whether every file could be read.
pub fn words(options: &WordsOptions, output: &mut dyn Write) -> std::io::Result<bool> {
    let mut engine = Engine::new();
    let change = |settings| change(options, settings);
    if !choose(
        &mut engine,
        &options.choices,
        &options.stop_words.stopwords,
        change,
    ) {
        return Ok(false);
    }
    let all_read = add_all(&mut engine, &options.files, &options.decoding);
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
        newspaper_stop_words: settings.newspaper_stop_words
            || options.stop_words.newspaper_stop_words,
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
pub(super) fn pad(word: &str) -> String {
    format!(
        "{word}{}",
        " ".repeat(WORD_CELLS.saturating_sub(word.width()).max(1))
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::arguments::{Arguments, Command};
    use clap::Parser as _;

    fn list(folder: &std::path::Path, more: &[&str]) -> (bool, String) {
        let file = folder.join("page.txt");
        let file = file.to_string_lossy();
        let arguments = ["cijing", "words", &file, "--format", "csv"];
        let arguments = Arguments::parse_from(arguments.iter().chain(more));
        let Command::Words(options) = arguments.command else {
            panic!("another command");
        };
        let mut output = Vec::new();
        let is_read = words(&options, &mut output).unwrap();
        (is_read, String::from_utf8(output).unwrap())
    }

    #[test]
    fn stop_words_of_a_file_are_left_out() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        std::fs::write(path("page.txt"), "　　记者获悉，会议部署秋收。\n").unwrap();
        std::fs::write(path("stop.txt"), "\u{feff}会议\r\n").unwrap();
        let stop = path("stop.txt").to_string_lossy().into_owned();
        let missing = path("missing.txt").to_string_lossy().into_owned();
        // Options, whether 会议, 记者 and 秋收 are listed.
        let rows: [(&[&str], [bool; 3]); 4] = [
            (&[], [true, true, true]),
            (&["--stopwords", &stop], [false, true, true]),
            (&["--newspaper-stop-words"], [true, false, true]),
            (
                &["--newspaper-stop-words", "--stopwords", &stop],
                [false, false, true],
            ),
        ];
        for (options, expected) in rows {
            let (is_read, csv) = list(folder.path(), options);
            let listed = ["会议", "记者", "秋收"].map(|word| csv.contains(word));
            assert!(is_read);
            assert_eq!(listed, expected, "{options:?}");
        }
        let (is_read, csv) = list(folder.path(), &["--stopwords", &missing]);
        assert_eq!((is_read, csv.as_str()), (false, ""));
    }
}
