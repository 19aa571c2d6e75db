//! Dates of articles in full, from the publication date in force.

use std::collections::BTreeSet;

use crate::text::arrange::ordered;
use crate::text::page::date::{self, Calendar, Date};
use crate::text::page::model::{Article, DateKind, DateSource, Page};

/// The only full date that a sign-off on the page gives.
pub(super) fn on_page(page: &Page) -> Option<Date> {
    let dates = page
        .articles
        .iter()
        .filter_map(|article| article.date.as_ref());
    let signed: BTreeSet<&str> = ordered(
        dates
            .filter(|date| date.kind == DateKind::SignOff)
            .filter_map(|date| date.iso.as_ref().map(|(iso, _)| iso.as_str())),
    );
    match signed.len() {
        1 => signed.first().and_then(|iso| Date::from_iso(iso)),
        _ => None,
    }
}

/// An article's date in full. What the words say in full stays; the rest is resolved from the publication date in force.
pub(super) fn resolved(
    article: &Article,
    published: Option<&str>,
    on_page: Option<Date>,
) -> Option<(String, DateSource)> {
    let date = article.date.as_ref()?;
    if date.kind == DateKind::SignOff || matches!(date.iso, Some((_, DateSource::Text))) {
        return date.iso.clone();
    }
    let calendar = Calendar {
        published: published.and_then(Date::from_iso),
        on_page,
    };
    date::event(&date.text, calendar)?.iso
}
