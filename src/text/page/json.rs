//! The page JSON: the shape in which `cijing read` and the browser give a page away.

use serde::Serialize;

use super::model::{
    Article, ArticleDate, Byline, Continues, DateKind, DateSource, HeadlineRole, Page,
    ParagraphKind, Printed, Rule, Staff,
};
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
    articles: Vec<ArticleJson>,
    removed: Vec<RemovedJson>,
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
struct ArticleJson {
    headlines: Vec<HeadlineJson>,
    dateline: String,
    date: Option<DateJson>,
    paragraphs: Vec<ParagraphJson>,
    byline: Option<BylineJson>,
    other_bylines: Vec<BylineJson>,
    signature: Vec<TextJson>,
    continues: Option<Continues>,
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
        let meta = &page.metadata;
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
            meta: MetaJson {
                newspaper: meta.newspaper.clone(),
                published: meta.published.clone(),
                page_no: meta.page_no.clone(),
                section: meta.section.clone(),
                place: meta.place.clone(),
                staff: meta.staff.clone(),
            },
            articles: page
                .articles
                .iter()
                .map(|article| article_json(source, article))
                .collect(),
            removed: page
                .removed
                .iter()
                .map(|unit| RemovedJson {
                    rule: unit.rule,
                    text: text_json(source, &unit.printed),
                })
                .collect(),
        }
    }

    /// The JSON text with indents, without a line end at its end.
    pub fn to_string_pretty(&self) -> String {
        // Strings, numbers and lists of them always serialise.
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}

fn article_json(source: &Source, article: &Article) -> ArticleJson {
    ArticleJson {
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
        byline: article
            .byline
            .as_ref()
            .map(|byline| byline_json(source, byline)),
        other_bylines: article
            .other_bylines
            .iter()
            .map(|byline| byline_json(source, byline))
            .collect(),
        signature: article
            .signature
            .iter()
            .map(|line| text_json(source, line))
            .collect(),
        continues: article.continues.clone(),
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

fn byline_json(source: &Source, byline: &Byline) -> BylineJson {
    BylineJson {
        names: byline.names.clone(),
        text: text_json(source, &byline.printed),
    }
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
