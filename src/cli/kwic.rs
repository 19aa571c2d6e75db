//! `cijing kwic`: the lines of a search.

use std::io::Write;

use unicode_width::UnicodeWidthStr as _;

use super::arguments::Format;
use super::search_arguments::KwicOptions;
use super::table::{WINDOW, answer, read, selection, write_json};
use crate::engine::Engine;
use crate::engine::query::{Answer, Query};
use crate::measures::options::ContextSize;
use crate::report::answers::Item;
use crate::report::answers::search::{
    ConcordanceLine, ConcordanceView, LineOrder, LineSample, LinesWanted, SearchEnd, Searched,
};
use crate::report::export::table_csv;

/// Writes the lines of a search. Whether every file could be read and the search could be done.
pub fn kwic(options: &KwicOptions, output: &mut dyn Write) -> std::io::Result<bool> {
    let Some(order) = order(&options.sort) else {
        eprintln!(
            "cijing: --sort takes l1 to l5, r1 to r5, node, pinyin, date, article, newspaper, place"
        );
        return Ok(false);
    };
    let read = read(&options.table, &options.files, |measures| {
        if let Some(characters) = options.context {
            measures.context = ContextSize::Characters(characters);
        }
        if let Some(words) = options.context_words {
            measures.context = ContextSize::Words(words);
        }
    });
    let Some((mut engine, all_read)) = read else {
        return Ok(false);
    };
    let wanted = LinesWanted {
        order,
        descending: options.descending,
        containing: options.containing.clone(),
        sample: options.sample.map(|size| LineSample {
            size,
            seed: options.seed,
        }),
        ..LinesWanted::default()
    };
    let Some(view) = lines(&mut engine, options, &wanted) else {
        return Ok(false);
    };
    if let Some(fault) = &view.fault {
        eprintln!("cijing: the query cannot be searched for: {fault:?}");
        return Ok(false);
    }
    if view.end != SearchEnd::Complete {
        eprintln!("cijing: the search ended early: {:?}", view.end);
    }
    match options.table.format {
        Format::Json => write_json(&view, output)?,
        Format::Csv => output.write_all(&csv(&view))?,
        Format::Table => write_table(&view, output)?,
    }
    Ok(all_read)
}

/// The keys of a sort; `None` if one is unknown.
fn order(keys: &[String]) -> Option<Vec<LineOrder>> {
    let place = |digits: &str| digits.parse().ok().filter(|place| (1..=5).contains(place));
    let key = |key: &String| {
        let key = key.trim().to_lowercase();
        Some(match key.as_str() {
            "node" => LineOrder::Node,
            "pinyin" => LineOrder::Pinyin,
            "date" => LineOrder::Date,
            "article" => LineOrder::Article,
            "newspaper" => LineOrder::Newspaper,
            "place" => LineOrder::Place,
            other => match (other.strip_prefix('l'), other.strip_prefix('r')) {
                (Some(digits), _) => LineOrder::Left(place(digits)?),
                (_, Some(digits)) => LineOrder::Right(place(digits)?),
                _ => return None,
            },
        })
    };
    keys.iter().map(key).collect()
}

fn searched(options: &KwicOptions) -> Searched {
    let query = options.query.clone();
    let kind = &options.kind;
    if let Some(distance) = kind.near {
        let words = query.split_whitespace();
        return Searched::Near {
            words: words.map(str::to_owned).collect(),
            distance,
            in_order: options.in_order,
            within: options.within.into(),
        };
    }
    match () {
        () if kind.string => Searched::String(query),
        () if kind.wildcard => Searched::Wildcard(query),
        () if kind.regex => Searched::Regex(query),
        () if kind.tag => Searched::PartOfSpeech(query),
        () if kind.concept => Searched::Item(Item::Group(query)),
        () if kind.phrase => Searched::Item(Item::Phrase(query)),
        () => Searched::Item(Item::Word(query)),
    }
}

/// The lines, window by window.
fn lines(
    engine: &mut Engine,
    options: &KwicOptions,
    wanted: &LinesWanted,
) -> Option<ConcordanceView> {
    let top = options.table.top.unwrap_or(u32::MAX);
    let mut rows: Vec<ConcordanceLine> = Vec::new();
    loop {
        let have = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        let query = Query::Concordance {
            searched: searched(options),
            of: selection(&options.of),
            wanted: wanted.clone(),
            first_row: have,
            rows: WINDOW.min(top.saturating_sub(have)),
        };
        let Some(Answer::Concordance(window)) = answer(engine, query) else {
            return None;
        };
        let is_last = window.rows.is_empty();
        rows.extend(window.rows.iter().cloned());
        if is_last || rows.len() >= window.rows_total.min(top) as usize {
            return Some(ConcordanceView {
                rows,
                first_row: 0,
                ..window
            });
        }
    }
}

/// Where a line stands, in the order of the columns behind it.
fn standing(line: &ConcordanceLine) -> [String; 6] {
    let known = |value: &Option<String>| value.clone().unwrap_or_default();
    [
        known(&line.newspaper),
        known(&line.date),
        known(&line.page_number),
        line.article_label.clone(),
        line.file.clone(),
        line.source_line.to_string(),
    ]
}

fn csv(view: &ConcordanceView) -> Vec<u8> {
    let heads = [
        ("序号", "Number"),
        ("左文", "Left"),
        ("节点词", "Node"),
        ("右文", "Right"),
        ("报名", "Newspaper"),
        ("日期", "Date"),
        ("版次", "Page no."),
        ("稿件", "Article"),
        ("文件", "File"),
        ("原文行", "Source line"),
    ];
    let rows = view.rows.iter().map(|line| {
        let text = [
            line.number.to_string(),
            line.left.clone(),
            line.node.clone(),
            line.right.clone(),
        ];
        text.into_iter().chain(standing(line)).collect()
    });
    table_csv(&heads, rows)
}

/// The nodes below each other.
fn write_table(view: &ConcordanceView, output: &mut dyn Write) -> std::io::Result<()> {
    let width = |text: fn(&ConcordanceLine) -> &str| {
        let widths = view.rows.iter().map(|line| text(line).width());
        widths.max().unwrap_or(0)
    };
    let left = width(|line| &line.left);
    let node = width(|line| &line.node);
    let right = width(|line| &line.right);
    let blanks = |wide: usize, text: &str| " ".repeat(wide.saturating_sub(text.width()));
    for line in &view.rows {
        writeln!(
            output,
            "{}{}  {}{}  {}{}  {}:{}",
            blanks(left, &line.left),
            line.left,
            line.node,
            blanks(node, &line.node),
            line.right,
            blanks(right, &line.right),
            line.file,
            line.source_line,
        )?;
    }
    writeln!(
        output,
        "索引行 {} 条  见于 {} 篇  跨词 {} 条",
        view.found, view.articles, view.across_tokens
    )
}

#[cfg(test)]
mod tests {
    use clap::Parser as _;

    use super::*;
    use crate::cli::arguments::{Arguments, Command};
    use crate::cli::collocates::{collocates, ngrams};

    const TEXT: &str = "# 防汛\n\n队员检查堤坝，老师检查作业。队员检查堤坝。\n";

    /// What a command writes for a small file.
    fn written(command: &[&str], more: &[&str]) -> (bool, String) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.txt");
        std::fs::write(&file, TEXT).unwrap();
        let file = file.to_string_lossy();
        let words = ["cijing"].iter().chain(command).copied();
        let words = words.chain([&*file]).chain(more.iter().copied());
        let mut output = Vec::new();
        let done = match Arguments::parse_from(words).command {
            Command::Kwic(options) => kwic(&options, &mut output),
            Command::Collocates(options) => collocates(&options, &mut output),
            Command::Ngrams(options) => ngrams(&options, &mut output),
            other => panic!("{other:?}"),
        };
        (done.unwrap(), String::from_utf8(output).unwrap())
    }

    #[test]
    fn lines_are_written() {
        let (done, lines) = written(&["kwic", "检查"], &["--sort", "r1,l1", "--context", "2"]);
        assert!(done);
        let lines: Vec<&str> = lines.lines().collect();
        assert_eq!(lines.len(), 4, "{lines:?}");
        assert!(
            lines[0].starts_with("老师  检查  作业  a.txt:3"),
            "{lines:?}"
        );
        assert!(lines[3].contains("3 条"));
        let (_, csv) = written(
            &["kwic", "查堤", "--string"],
            &["--format", "csv", "--top", "1"],
        );
        assert_eq!(csv.lines().count(), 2, "{csv}");
        assert!(csv.contains("\"查堤\""), "{csv}");
        let near = ["kwic", "队员 堤坝", "--near", "1", "--in-order"];
        let (_, json) = written(&near, &["--format", "json"]);
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(json["found"], 2);
        assert!(!written(&["kwic", "检(", "--regex"], &[]).0);
        assert!(!written(&["kwic", "检查"], &["--sort", "l6"]).0);
    }

    #[test]
    fn tables_are_written() {
        let (done, csv) = written(
            &["collocates", "检查"],
            &[
                "--least", "2", "--format", "csv", "--left", "1", "--right", "1",
            ],
        );
        assert!(done);
        assert!(csv.contains("共现频次 Co-occurrences"), "{csv}");
        // Behind the rows stands what a reader must know.
        let rows = csv.lines().take_while(|line| *line != "\"\"");
        assert_eq!(rows.count(), 3, "{csv}");
        let (_, table) = written(&["ngrams"], &["--least", "2", "--longest-only"]);
        assert!(table.contains("队员 检查 堤坝"), "{table}");
        let (_, json) = written(
            &["ngrams", "--characters"],
            &["--format", "json", "--least", "2"],
        );
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert!(json["rows"].as_array().unwrap().len() > 3);
    }
}
