//! Where something stands that was found in a unit: its article, date and place in the source.

use std::ops::Range;

use super::corpus::article_id;
use super::document::Document;
use super::lines::{LABEL_CHARS, places};
use super::listing::{label, small};
use super::metadata::Register;
use crate::report::answers::Standing;
use crate::text::page::model::Field;

/// Where a stretch of a unit's printed text, in bytes, stands; `None` for a unit that belongs to no article.
pub fn standing(
    document: &Document,
    metadata: &Register,
    unit_number: usize,
    range: &Range<usize>,
) -> Option<Standing> {
    let unit = document.units.get(unit_number)?;
    let number = unit.article? as usize;
    let article = document.page.articles.get(number)?;
    let printed = unit.printed(&document.page)?;
    let first = printed.source_byte(range.start);
    Some(Standing {
        article: article_id(document, number),
        article_label: label(document, article, LABEL_CHARS),
        file: document.origin.name.clone(),
        date: date_of(document, metadata, number).map(str::to_owned),
        source_line: document.line_number(first),
        places: places(document, printed, range.start, range.end),
        unit: small(unit_number),
        row: small(document.rows.row_of(first)),
    })
}

/// The date of an article as `YYYY-MM-DD`: its own where it is resolved, else that of its publication.
pub fn date_of<'m>(document: &Document, metadata: &'m Register, article: usize) -> Option<&'m str> {
    let metadata = metadata.get(document.origin.id)?;
    let own = metadata.articles.get(article);
    let own = own
        .and_then(|own| own.date.as_ref())
        .map(|(date, _)| date.as_str());
    let published = || metadata.of_article(article, Field::Published);
    own.or_else(|| published().map(|value| value.value.as_str()))
}

/// The home place of a document: that of its newspaper, as its metadata has it.
pub fn home_of<'m>(document: &Document, metadata: &'m Register) -> Option<&'m str> {
    let metadata = metadata.get(document.origin.id)?;
    metadata.get(Field::Place).map(|value| value.value.as_str())
}
