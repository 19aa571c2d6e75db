//! The page JSON: the shape in which `cijing read` and the browser give a page away.

use std::collections::BTreeMap;

use serde::Serialize;

use super::correction::{Correction, Judgement};
use super::model::{
    Article, ArticleDate, Byline, Continues, DateKind, DateSource, HeadlineRole, Interleaving,
    Metadata, Page, ParagraphKind, Printed, Rule, Sheet, Staff, Stated,
};
use crate::text::arrange::Arrange;
use crate::text::decode::Encoding;
use crate::text::source::{Source, Span, is_blank};

/// A half-open range of Unicode scalar values.
type ScalarRange = [u32; 2];

/// A page as it leaves the program. Places are ranges of scalar values; they may run over blanks and line ends.
#[derive(Debug, Serialize)]
pub struct PageJson {
    page: String,
    encoding: &'static str,
    malformed: Vec<MalformedJson>,
    meta: MetaJson,
    /// Who says each value of `meta`: `hand`, `table`, `name`, `page`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    meta_from: BTreeMap<&'static str, &'static str>,
    /// Further columns of a table with a row for each file: head and cell.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    meta_columns: Vec<(String, String)>,
    /// The newspaper pages of the file, where it holds several.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sheets: Vec<SheetJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    interleaving: Option<Interleaving>,
    articles: Vec<ArticleJson>,
    removed: Vec<RemovedJson>,
    /// What a person corrected; the page is the corrected one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    corrections: Vec<Correction>,
    /// What a person said of the decisions of reading.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    judgements: Vec<Judgement>,
}

#[derive(Debug, Serialize)]
struct MalformedJson {
    offset: u64,
    bytes: String,
}

#[derive(Debug, Serialize)]
struct MetaJson {
    newspaper: Option<String>,
    published: Option<String>,
    page_no: Option<String>,
    section: Option<String>,
    place: Option<String>,
    staff: Vec<Staff>,
}

#[derive(Debug, Serialize)]
struct SheetJson {
    start: u32,
    meta: MetaJson,
}

#[derive(Debug, Serialize)]
struct ArticleJson {
    /// The number, from 0, of the newspaper page on which it stands, where the file holds several.
    #[serde(skip_serializing_if = "Option::is_none")]
    sheet: Option<u32>,
    headlines: Vec<HeadlineJson>,
    dateline: String,
    date: Option<DateJson>,
    paragraphs: Vec<ParagraphJson>,
    /// Who signs: all bylines of the article together, their texts joined by a blank, their ranges in order.
    byline: Option<BylineJson>,
    /// Bylines without ranges of their own where another is in `byline`: reporters named inside the dateline.
    other_bylines: Vec<BylineJson>,
    signature: Vec<TextJson>,
    continues: Option<Continues>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    stated: Vec<Stated>,
}

#[derive(Debug, Serialize)]
struct HeadlineJson {
    role: HeadlineRole,
    #[serde(flatten)]
    text: TextJson,
}

#[derive(Debug, Serialize)]
struct DateJson {
    text: String,
    iso: Option<String>,
    iso_from: Option<DateSource>,
    kind: DateKind,
}

#[derive(Debug, Serialize)]
struct ParagraphJson {
    kind: ParagraphKind,
    #[serde(flatten)]
    text: TextJson,
}

#[derive(Debug, Serialize)]
struct BylineJson {
    names: Vec<String>,
    #[serde(flatten)]
    text: TextJson,
}

#[derive(Debug, Serialize)]
struct RemovedJson {
    rule: Rule,
    #[serde(flatten)]
    text: TextJson,
}

#[derive(Debug, Serialize)]
struct TextJson {
    text: String,
    source: Vec<ScalarRange>,
}

impl PageJson {
    /// The JSON of a page. `name` is the file's name; `malformed` has the offset in the file and the bytes of every
    /// sequence that could not be decoded.
    pub fn new(
        name: &str,
        encoding: Encoding,
        malformed: &[(u64, Vec<u8>)],
        source: &Source,
        page: &Page,
    ) -> Self {
        Self {
            page: name.to_owned(),
            encoding: encoding.name(),
            malformed: malformed
                .iter()
                .map(|(offset, bytes)| MalformedJson {
                    offset: *offset,
                    bytes: bytes.iter().map(|byte| format!("{byte:02x}")).collect(),
                })
                .collect(),
            meta: meta_json(&page.metadata),
            meta_from: BTreeMap::new(),
            meta_columns: Vec::new(),
            sheets: page
                .sheets
                .iter()
                .map(|sheet| sheet_json(source, sheet))
                .collect(),
            interleaving: page.interleaving,
            articles: page
                .articles
                .iter()
                .map(|article| ArticleJson {
                    sheet: (!page.sheets.is_empty()).then_some(article.sheet),
                    ..article_json(source, article)
                })
                .collect(),
            removed: page
                .removed
                .iter()
                .map(|unit| RemovedJson {
                    rule: unit.rule,
                    text: text_json(source, &unit.printed),
                })
                .collect(),
            corrections: Vec::new(),
            judgements: Vec::new(),
        }
    }

    /// The same with what a person did, in the order in which it was done. Both lists are left out where they are empty:
    ///
    /// ```json
    /// "corrections": [{"split": {"at": 120}}, {"make-headline": {"unit": 8, "article": 120, "role": "main"}}],
    /// "judgements": [{"place": 118, "answer": {"break": "wrap"}, "is_right": false}]
    /// ```
    ///
    /// Places are numbers of scalar values, as in `source`; the names are those of [`Correction`] and [`Judgement`].
    pub fn with_corrections(self, corrections: &[Correction], judgements: &[Judgement]) -> Self {
        Self {
            corrections: corrections.to_vec(),
            judgements: judgements.to_vec(),
            ..self
        }
    }

    /// Adds who says each value of the metadata, and what else a table says of the file.
    pub fn with_metadata(
        mut self,
        from: BTreeMap<&'static str, &'static str>,
        columns: Vec<(String, String)>,
    ) -> Self {
        self.meta_from = from;
        self.meta_columns = columns;
        self
    }

    /// The JSON text with indents, without a line end at its end.
    pub fn to_string_pretty(&self) -> String {
        // Strings, numbers and lists of them always serialise.
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}

fn meta_json(meta: &Metadata) -> MetaJson {
    MetaJson {
        newspaper: meta.newspaper.clone(),
        published: meta.published.clone(),
        page_no: meta.page_no.clone(),
        section: meta.section.clone(),
        place: meta.place.clone(),
        staff: meta.staff.clone(),
    }
}

fn sheet_json(source: &Source, sheet: &Sheet) -> SheetJson {
    SheetJson {
        start: source.scalar_at(sheet.start),
        meta: meta_json(&sheet.metadata),
    }
}

fn article_json(source: &Source, article: &Article) -> ArticleJson {
    let (byline, other_bylines) = bylines_json(source, article);
    ArticleJson {
        sheet: None,
        headlines: article
            .headlines
            .iter()
            .map(|headline| HeadlineJson {
                role: headline.role,
                text: text_json(source, &headline.printed),
            })
            .collect(),
        dateline: article.dateline.clone().unwrap_or_default(),
        date: article.date.as_ref().map(date_json),
        paragraphs: article
            .paragraphs
            .iter()
            .map(|paragraph| ParagraphJson {
                kind: paragraph.kind,
                text: text_json(source, &paragraph.printed),
            })
            .collect(),
        byline,
        other_bylines,
        signature: article
            .signature
            .iter()
            .map(|line| text_json(source, line))
            .collect(),
        continues: article.continues.clone(),
        stated: article.stated.clone(),
    }
}

fn date_json(date: &ArticleDate) -> DateJson {
    DateJson {
        text: date.text.clone(),
        iso: date.iso.as_ref().map(|(iso, _)| iso.clone()),
        iso_from: date.iso.as_ref().map(|(_, from)| *from),
        kind: date.kind,
    }
}

/// The bylines that stand on the page as one, and those that are only names: they are within another unit.
/// Without any on the page the first of the others takes its place.
fn bylines_json(source: &Source, article: &Article) -> (Option<BylineJson>, Vec<BylineJson>) {
    let all = article.byline.iter().chain(&article.other_bylines);
    let (mut printed, inside): (Vec<&Byline>, Vec<&Byline>) =
        all.partition(|byline| !byline.printed.pieces.is_empty());
    printed.arrange_by_key(|byline| byline.printed.pieces.first().map(|piece| piece.start));
    let texts: Vec<String> = (printed.iter())
        .map(|byline| byline.printed.text(source))
        .collect();
    let pieces: Vec<Span> = (printed.iter())
        .flat_map(|byline| byline.printed.pieces.iter().copied())
        .collect();
    let whole = (!printed.is_empty()).then(|| BylineJson {
        names: (printed.iter())
            .flat_map(|byline| byline.names.iter().cloned())
            .collect(),
        text: TextJson {
            text: texts.join(" "),
            source: ranges(source, &pieces),
        },
    });
    let mut inside = inside.into_iter().map(|byline| BylineJson {
        names: byline.names.clone(),
        text: text_json(source, &byline.printed),
    });
    let first = whole.or_else(|| inside.next());
    (first, inside.collect())
}

fn text_json(source: &Source, printed: &Printed) -> TextJson {
    TextJson {
        text: printed.text(source),
        source: ranges(source, &printed.pieces),
    }
}

/// The pieces as ranges of scalar values; pieces with only blanks between them become one range.
fn ranges(source: &Source, pieces: &[Span]) -> Vec<ScalarRange> {
    let mut joined: Vec<Span> = Vec::new();
    for piece in pieces {
        match joined.last_mut() {
            Some(last) if is_blank_between(source, *last, *piece) => last.end = piece.end,
            _ => joined.push(*piece),
        }
    }
    joined
        .iter()
        .map(|span| [source.scalar_at(span.start), source.scalar_at(span.end)])
        .collect()
}

fn is_blank_between(source: &Source, before: Span, behind: Span) -> bool {
    before.end <= behind.start
        && source
            .slice(Span {
                start: before.end,
                end: behind.start,
            })
            .chars()
            .all(is_blank)
}
