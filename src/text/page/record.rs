//! 记录: articles that come with their facts, as rows of a table or as the labelled fields of a database export.
//!
//! A record's headline, text and author become those of its article; every other field is set aside as
//! [`Rule::Field`], and stated of the article where it is one of [`Field`]. What stands between the fields (labels,
//! separators, quotation marks, rulers) is markup, one unit a record. The text is read as a page's articles are, so
//! that datelines, bylines and wrapped lines are known, but it always stays one article.

mod label;
mod labelled;
mod rows;

use super::character::is_invisible;
use super::date::Date;
use super::extract::Extract;
use super::model::{
    Article, Byline, Field, Headline, HeadlineRole, Page, Paragraph, ParagraphKind, Printed, Rule,
    SetAside, Stated,
};
use super::{credit, name};
use crate::text::arrange::Arrange;
use crate::text::source::{Source, Span, is_blank};
use crate::text::table::Column;
use crate::text::written_date::date_of_field;
use labelled::LabelledRecords;
use rows::TableRecords;

/// The records of a file, one after another.
#[derive(Debug)]
pub enum Records {
    /// Rows of a table.
    Table(TableRecords),
    /// A database export.
    Labelled(LabelledRecords),
}

impl Records {
    /// The records of a source whose beginning shows that it has some.
    pub fn found(source: &Source) -> Option<Self> {
        let table = TableRecords::found(source).map(Self::Table);
        table.or_else(|| LabelledRecords::found(source).map(Self::Labelled))
    }

    /// The next record, and the byte at which it ends.
    pub fn next(&mut self, source: &Source) -> Option<(Record, u32)> {
        let record = match self {
            Self::Table(records) => records.next(source),
            Self::Labelled(records) => records.next(source),
        }?;
        let end = record.span.end;
        Some((record, end))
    }

    /// What stands before the first record: a table's header, what a database says of the search.
    pub fn before(&self, source: &Source) -> Option<SetAside> {
        let (span, rule) = match self {
            Self::Table(records) => (records.header(), Rule::Markup),
            Self::Labelled(records) => (records.preamble(), Rule::Site),
        };
        let pieces = printing_runs(source, span);
        (!pieces.is_empty()).then_some(SetAside {
            rule,
            printed: Printed { pieces },
        })
    }
}

/// The content of one field: the pieces of the source of which it is made.
type Content = Vec<Span>;

/// One record.
#[derive(Debug, Default)]
pub struct Record {
    /// All of it.
    span: Span,
    /// What it says, field by field; `None` for a field that is not known.
    fields: Vec<(Option<Column>, Content)>,
}

impl Record {
    /// The publication date that it states.
    pub fn published(&self, source: &Source) -> Option<Date> {
        let published = Column::Field(Field::Published);
        let content = self.content(published)?;
        date_of_field(&words(source, content))
    }

    /// Its text.
    pub fn text(&self, source: &Source) -> Extract {
        let mut extract = Extract::default();
        for piece in self.content(Column::Text).into_iter().flatten() {
            extract.add(source, *piece);
        }
        extract
    }

    /// The content of the first field of this kind.
    fn content(&self, column: Column) -> Option<&Content> {
        let mut fields = self.fields.iter();
        let found = fields.find(|(held, _)| *held == Some(column));
        found.map(|(_, content)| content)
    }

    /// Makes what was read from its text its article, with everything else that the record has.
    pub fn complete(mut self, source: &Source, page: &mut Page) {
        let read = std::mem::take(&mut page.articles);
        let is_headed = [Column::Kicker, Column::Headline, Column::Subhead]
            .iter()
            .any(|column| self.content(*column).is_some());
        let mut article = united(read, is_headed);
        let mut has_text = false;
        for (column, content) in std::mem::take(&mut self.fields) {
            if column == Some(Column::Text) && !std::mem::replace(&mut has_text, true) {
                continue;
            }
            let (printed, invisible) = printed(source, &content);
            page.removed.extend(invisible);
            place(source, column, printed, &mut article, page);
        }
        article.headlines.arrange_by_key(|headline| headline.role);
        if !article.headlines.is_empty() || !article.paragraphs.is_empty() {
            page.articles.push(article);
        }
        page.removed.extend(self.rest(source, page));
    }

    /// What stands in no unit: labels, separators and the like.
    fn rest(&self, source: &Source, page: &Page) -> Option<SetAside> {
        let mut owned: Vec<Span> = page
            .articles
            .iter()
            .flat_map(Article::units)
            .chain(page.removed.iter().map(|unit| &unit.printed))
            .flat_map(|printed| &printed.pieces)
            .copied()
            .collect();
        owned.arrange();
        let mut pieces = Vec::new();
        let mut start = self.span.start;
        for piece in owned.into_iter().chain([Span {
            start: self.span.end,
            end: self.span.end,
        }]) {
            let between = Span {
                start,
                end: piece.start,
            };
            pieces.extend(printing_runs(source, between));
            start = start.max(piece.end);
        }
        (!pieces.is_empty()).then_some(SetAside {
            rule: Rule::Markup,
            printed: Printed { pieces },
        })
    }
}

/// Gives a field its place in the article or among what is set aside.
fn place(
    source: &Source,
    column: Option<Column>,
    printed: Printed,
    article: &mut Article,
    page: &mut Page,
) {
    if printed.pieces.is_empty() {
        return;
    }
    let role = match column {
        Some(Column::Kicker) => Some(HeadlineRole::Kicker),
        Some(Column::Headline) => Some(HeadlineRole::Main),
        Some(Column::Subhead) => Some(HeadlineRole::Sub),
        _ => None,
    };
    if let Some(role) = role {
        article.headlines.push(Headline { role, printed });
        return;
    }
    let value = printed.text(source);
    if let Some(Column::Field(field)) = column {
        article.stated.push(Stated {
            field,
            value: value.clone(),
        });
    }
    if column == Some(Column::Field(Field::Author)) {
        let names = credit::read(&value).map_or_else(|| name::words(&value), |found| found.names);
        let own = article.byline.replace(Byline { names, printed });
        article.other_bylines.splice(0..0, own);
    } else {
        page.removed.push(SetAside {
            rule: Rule::Field,
            printed,
        });
    }
}

/// The articles that were seen in one text as one: what looked like another's headline is a crosshead where a record
/// states its headline, or where text stands before it.
fn united(read: Vec<Article>, is_headed: bool) -> Article {
    let mut whole = Article::default();
    for article in read {
        let keeps_headlines = !is_headed && whole.paragraphs.is_empty();
        if keeps_headlines {
            whole.headlines.extend(article.headlines);
        } else {
            let crossheads = article.headlines.into_iter().map(|headline| Paragraph {
                kind: ParagraphKind::Crosshead,
                printed: headline.printed,
                dateline_bytes: 0,
            });
            whole.paragraphs.extend(crossheads);
        }
        whole.paragraphs.extend(article.paragraphs);
        let bylines = article.byline.into_iter().chain(article.other_bylines);
        for byline in bylines {
            if whole.byline.is_none() {
                whole.byline = Some(byline);
            } else {
                whole.other_bylines.push(byline);
            }
        }
        whole.signature.extend(article.signature);
        whole.dateline = whole.dateline.or(article.dateline);
        whole.date = whole.date.or(article.date);
        whole.continues = whole.continues.or(article.continues);
    }
    let place = |printed: &Printed| printed.pieces.first().map_or(0, |piece| piece.start);
    whole
        .paragraphs
        .arrange_by_key(|paragraph| place(&paragraph.printed));
    whole
}

/// A field's content as it prints, without blanks around it, and what in it prints nothing. Line ends print as a space.
fn printed(source: &Source, content: &[Span]) -> (Printed, Option<SetAside>) {
    let mut printed = Printed::default();
    let mut invisible = Printed::default();
    let mut blank: Option<Span> = None;
    for piece in content {
        for (offset, character) in source.slice(*piece).char_indices() {
            let start = piece.start as usize + offset;
            let span = Span::new(start, start + character.len_utf8());
            if is_invisible(character) {
                push(&mut invisible, span);
            } else if !is_blank(character) {
                if let Some(blank) = blank.take().filter(|_| !printed.pieces.is_empty()) {
                    push(&mut printed, blank);
                }
                push(&mut printed, span);
            } else if blank.is_none() {
                blank = Some(span);
            }
        }
    }
    let invisible = (!invisible.pieces.is_empty()).then_some(SetAside {
        rule: Rule::Invisible,
        printed: invisible,
    });
    (printed, invisible)
}

fn push(printed: &mut Printed, span: Span) {
    match printed.pieces.last_mut() {
        Some(last) if last.end == span.start => last.end = span.end,
        _ => printed.pieces.push(span),
    }
}

/// The words of a field's content.
fn words(source: &Source, content: &[Span]) -> String {
    printed(source, content).0.text(source)
}

/// The runs of a span that are not blank, invisible characters among them.
fn printing_runs(source: &Source, span: Span) -> Vec<Span> {
    let mut runs = Printed::default();
    for (offset, character) in source.slice(span).char_indices() {
        if !is_blank(character) {
            let start = span.start as usize + offset;
            push(&mut runs, Span::new(start, start + character.len_utf8()));
        }
    }
    runs.pieces
}

#[cfg(test)]
mod tests;
