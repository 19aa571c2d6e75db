//! Names, phrases and speakers as tables to take away.

use super::answers::names::{Limits, all_rows, lists, matrix};
use super::answers::phrases::all_rows as all_phrases;
use super::answers::speech::span_row;
use super::session::Engine;
use crate::report::answers::names::{MatrixRows, NameListRow, NameRow, PostRow};
use crate::report::answers::phrases::PhraseRow;
use crate::report::answers::{Counted, Standing};
use crate::report::export::table_csv;
use crate::words::names::NameKind;
use crate::words::passage::PassagePart;
use crate::words::phrases::PhraseKind;
use crate::words::speech::SpeechKind;

/// Where something stands, as columns.
const STANDING_HEADS: [(&str, &str); 5] = [
    ("文件", "File"),
    ("稿件", "Article"),
    ("日期", "Date"),
    ("原文行", "Source line"),
    ("原文字符", "Source characters"),
];

/// The cells under [`STANDING_HEADS`]. Characters are counted from 0, ranges are half-open.
fn standing_cells(standing: &Standing) -> [String; 5] {
    let places = standing.places.iter();
    let places: Vec<String> = places
        .map(|place| format!("{}–{}", place.start, place.end))
        .collect();
    [
        standing.file.clone(),
        standing.article_label.clone(),
        standing.date.clone().unwrap_or_default(),
        standing.source_line.to_string(),
        places.join(" "),
    ]
}

/// Every name of a kind.
pub fn names_csv(engine: &Engine, kind: NameKind) -> Vec<u8> {
    let context = engine.context();
    let rows = context
        .findings
        .map(|findings| all_rows(context, findings, kind));
    let heads = [
        ("序号", "Rank"),
        ("专名", "Name"),
        ("频次", "Count"),
        ("见于篇数", "Articles"),
        ("标题", "Headlines"),
        ("正文", "Body"),
        ("形式", "Forms"),
        ("职务", "Posts"),
        ("依据", "Evidence"),
        ("所指", "Resolved"),
    ];
    let rows = rows.unwrap_or_default();
    let cells = (1..).zip(&rows).map(|(rank, row): (u32, &NameRow)| {
        let headlines = row
            .parts
            .iter()
            .filter(|(part, _)| *part == PassagePart::Headline);
        let headlines: u32 = headlines.map(|(_, count)| *count).sum();
        let evidence: Vec<String> = row.evidence.iter().map(|one| format!("{one:?}")).collect();
        vec![
            rank.to_string(),
            row.name.clone(),
            row.count.to_string(),
            row.articles.to_string(),
            headlines.to_string(),
            row.count.saturating_sub(headlines).to_string(),
            joined(&row.forms),
            posts(&row.posts),
            evidence.join("；"),
            row.resolved.clone().unwrap_or_default(),
        ]
    });
    table_csv(&heads, cells)
}

fn joined(counted: &[Counted]) -> String {
    let counted = counted.iter();
    let counted: Vec<String> = counted
        .map(|one| format!("{}（{}）", one.text, one.count))
        .collect();
    counted.join("；")
}

fn posts(posts: &[PostRow]) -> String {
    let posts = posts.iter().map(|post| match &post.dates {
        Some((first, last)) if first == last => format!("{}（{}；{first}）", post.post, post.count),
        Some((first, last)) => format!("{}（{}；{first}—{last}）", post.post, post.count),
        None => format!("{}（{}）", post.post, post.count),
    });
    posts.collect::<Vec<_>>().join("；")
}

/// Every name of every list, a row each.
pub fn name_lists_csv(engine: &Engine) -> Vec<u8> {
    let context = engine.context();
    let rows = context.findings.map(|findings| lists(context, findings));
    let rows = rows.unwrap_or_default();
    let mut heads = vec![
        ("名单", "List"),
        ("领起", "Heading"),
        ("位次", "Place"),
        ("人名", "Name"),
        ("次序变动", "Order changed"),
    ];
    heads.extend(STANDING_HEADS);
    let cells = (1..)
        .zip(&rows)
        .flat_map(|(number, row): (u32, &NameListRow)| {
            (1..)
                .zip(&row.names)
                .map(move |(place, name): (u32, &String)| {
                    let swapped = row.swapped.iter().filter(|(first, _)| first == name);
                    let swapped: Vec<String> = swapped
                        .map(|(first, second)| format!("{first}先于{second}"))
                        .collect();
                    let mut cells = vec![
                        number.to_string(),
                        row.heading.clone(),
                        place.to_string(),
                        name.clone(),
                        swapped.join("；"),
                    ];
                    cells.extend(standing_cells(&row.standing));
                    cells
                })
        });
    table_csv(&heads, cells)
}

/// A whole matrix.
pub fn matrix_csv(engine: &Engine, by: MatrixRows, columns: NameKind) -> Vec<u8> {
    let context = engine.context();
    let view = context
        .findings
        .map(|findings| matrix(context, findings, by, columns, Limits::ALL))
        .unwrap_or_default();
    let head = match by {
        MatrixRows::Articles => ("稿件", "Article"),
        MatrixRows::Dates => ("日期", "Date"),
        MatrixRows::Reporters => ("记者", "Reporter"),
        MatrixRows::Persons => ("人名", "Person"),
    };
    let with_standings = !view.standings.is_empty();
    let mut heads = vec![head];
    if with_standings {
        heads.extend(STANDING_HEADS);
    }
    heads.extend(view.columns.iter().map(|name| (name.as_str(), "")));
    let mut standings = view.standings.iter();
    let rows = view.rows.iter().zip(&view.cells);
    let cells = rows.map(|(head, counts)| {
        let mut cells = vec![head.clone()];
        if with_standings {
            let standing = standings.next().map(standing_cells);
            cells.extend(standing.unwrap_or_default());
        }
        cells.extend(counts.iter().map(u32::to_string));
        cells
    });
    table_csv(&heads, cells)
}

/// Every phrase of a list, with its first use.
pub fn phrases_csv(engine: &Engine, kind: PhraseKind) -> Vec<u8> {
    let context = engine.context();
    let rows = context
        .findings
        .map(|findings| all_phrases(context, findings, kind));
    let rows = rows.unwrap_or_default();
    let mut heads = vec![
        ("序号", "Rank"),
        ("提法", "Set phrase"),
        ("常见形式", "Most frequent form"),
        ("带引号", "Quoted"),
        ("不带引号", "Unquoted"),
        ("见于篇数", "Articles"),
        ("形式", "Forms"),
        ("近似提法", "Variants"),
        ("首见说话人", "First speaker"),
    ];
    heads.extend(STANDING_HEADS);
    let cells = (1..).zip(&rows).map(|(rank, row): (u32, &PhraseRow)| {
        let speaker = row.first.as_ref().and_then(|(_, speaker)| speaker.clone());
        let mut cells = vec![
            rank.to_string(),
            row.key.clone(),
            row.shown.clone(),
            row.quoted.to_string(),
            row.unquoted.to_string(),
            row.articles.to_string(),
            joined(&row.forms),
            joined(&row.variants),
            speaker.unwrap_or_default(),
        ];
        let standing = row
            .first
            .as_ref()
            .map(|(standing, _)| standing_cells(standing));
        cells.extend(standing.unwrap_or_default());
        cells
    });
    table_csv(&heads, cells)
}

/// Every span of every speaker, in canonical order.
pub fn speakers_csv(engine: &Engine) -> Vec<u8> {
    let context = engine.context();
    let mut rows = Vec::new();
    if let Some(findings) = context.findings {
        for looked in findings.looked(context.corpus, context.plan) {
            for span in looked.spans() {
                let speaker = findings.speakers.get(span.speaker);
                let row = span_row(context, &looked, span, speaker, usize::MAX);
                rows.extend(row.map(|row| (speaker, span.characters, row)));
            }
        }
    }
    let mut heads = vec![
        ("说话人", "Speaker"),
        ("称谓", "Named as"),
        ("引述动词", "Verb"),
        ("引语", "Speech"),
        ("字数", "Characters"),
        ("内容", "Words"),
    ];
    heads.extend(STANDING_HEADS);
    let cells = rows.into_iter().map(|(speaker, characters, row)| {
        let kind = match row.kind {
            SpeechKind::Direct => "直接引语",
            SpeechKind::Reported => "间接引语（转述）",
        };
        let mut cells = vec![
            speaker.to_owned(),
            row.named_as,
            row.verb,
            kind.to_owned(),
            characters.to_string(),
            row.text,
        ];
        cells.extend(standing_cells(&row.standing));
        cells
    });
    table_csv(&heads, cells)
}
