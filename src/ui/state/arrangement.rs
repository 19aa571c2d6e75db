//! How the list of articles is grouped, filtered and sorted.

use std::cmp::Ordering;

use crate::report::metadata::{Condition, Filter, GroupKey};
use crate::report::views::{ArticleView, DocumentView};
use crate::text::arrange::Arrange;
use crate::text::page::model::HeadlineRole;
use crate::text::sorted_map::SortedMap;
use crate::ui::shared::Shared;

/// By what articles are sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SortKey {
    /// As the files were added, in reading order.
    #[default]
    Reading,
    /// By a key of the metadata; articles of which nothing is known come last.
    Key(GroupKey),
    /// By headline, in code point order.
    Headline,
    /// 字数, longest first.
    Length,
}

/// How the list is arranged.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Arrangement {
    /// By what articles stand together under headings.
    pub group: Option<GroupKey>,
    /// In which order they stand.
    pub sort: SortKey,
    /// Which of them are shown.
    pub filter: Filter,
}

impl Arrangement {
    /// Filters by one value of a key, or by none of it.
    pub fn set_filter(&mut self, key: GroupKey, value: Option<String>) {
        let conditions = &mut self.filter.conditions;
        conditions.retain(|condition| condition.key != key);
        conditions.extend(value.map(|value| Condition { key, value }));
        conditions.arrange();
    }

    /// The value by which a key is filtered.
    pub fn filtered(&self, key: GroupKey) -> Option<&str> {
        let mut conditions = self.filter.conditions.iter();
        let found = conditions.find(|condition| condition.key == key);
        found.map(|condition| condition.value.as_str())
    }
}

/// An article, by its file and its number in it.
#[derive(Clone)]
pub struct Place {
    /// The file.
    pub view: Shared<DocumentView>,
    /// The article's number, from 0.
    pub article: usize,
}

impl Place {
    /// The article.
    pub fn article(&self) -> Option<&ArticleView> {
        self.view.articles.get(self.article)
    }

    fn keys(&self, key: GroupKey) -> Vec<&str> {
        let byline = self.article().map_or(&[][..], |article| &article.byline);
        self.view.metadata.keys(self.article, key, byline)
    }

    /// The first value of a key; empty where nothing is known.
    pub fn key(&self, key: GroupKey) -> &str {
        self.keys(key).first().copied().unwrap_or("")
    }

    /// Whether a filter keeps it.
    pub fn is_kept(&self, filter: &Filter) -> bool {
        let byline = self.article().map_or(&[][..], |article| &article.byline);
        filter.keeps(&self.view.metadata, self.article, byline)
    }

    fn headline(&self) -> &str {
        let article = self.article();
        let headlines = article.map_or(&[][..], |article| &article.headlines);
        let main = headlines
            .iter()
            .find(|(role, _)| *role == HeadlineRole::Main);
        main.or(headlines.first()).map_or("", |(_, text)| text)
    }
}

/// A row of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListRow {
    /// The heading of a group: its value, empty where nothing is known, and how many articles stand under it.
    Heading(String, usize),
    /// An article, by its number among the places.
    Article(usize),
}

/// The articles that the filter keeps, in order, and the rows with the headings.
pub fn arranged(places: Vec<Place>, arrangement: &Arrangement) -> (Vec<Place>, Vec<ListRow>) {
    let mut kept = places;
    kept.retain(|place| place.is_kept(&arrangement.filter));
    kept.arrange_by(|one, other| by(arrangement.sort, one, other));
    let Some(key) = arrangement.group else {
        let rows = (0..kept.len()).map(ListRow::Article).collect();
        return (kept, rows);
    };
    kept.arrange_by(|one, other| unknown_last(one.key(key), other.key(key)));
    let mut rows = Vec::with_capacity(kept.len());
    let mut number = 0;
    for group in kept.chunk_by(|one, other| one.key(key) == other.key(key)) {
        let value = group.first().map_or("", |place| place.key(key));
        rows.push(ListRow::Heading(value.to_owned(), group.len()));
        rows.extend((number..number + group.len()).map(ListRow::Article));
        number += group.len();
    }
    (kept, rows)
}

fn by(sort: SortKey, one: &Place, other: &Place) -> Ordering {
    let characters = |place: &Place| place.article().map_or(0, |article| article.characters);
    match sort {
        SortKey::Reading => Ordering::Equal,
        SortKey::Key(key) => unknown_last(one.key(key), other.key(key)),
        SortKey::Headline => unknown_last(one.headline(), other.headline()),
        SortKey::Length => characters(other).cmp(&characters(one)),
    }
}

/// By the length of the digits at the same place, then by code point: A2 before A10. Nothing comes last.
fn unknown_last(one: &str, other: &str) -> Ordering {
    let order = (one.is_empty(), sortable(one)).cmp(&(other.is_empty(), sortable(other)));
    order.then_with(|| one.cmp(other))
}

/// A text in which every number is as long as the longest, so that numbers sort by value.
fn sortable(text: &str) -> String {
    let mut padded = String::with_capacity(text.len() + 8);
    let mut digits = String::new();
    for character in text.chars().chain(['\0']) {
        if character.is_ascii_digit() {
            digits.push(character);
            continue;
        }
        if !digits.is_empty() {
            padded.push_str(&format!("{:0>8}", digits.trim_start_matches('0')));
            digits.clear();
        }
        padded.push(character);
    }
    padded
}

/// The values of a key among the articles, each with its number of articles, in the order in which they are sorted.
/// Articles of which nothing is known stand last, under the empty value.
pub fn values(places: &[Place], key: GroupKey) -> Vec<(String, usize)> {
    let mut counts: SortedMap<&str, usize> = SortedMap::new();
    let mut count = |value| match counts.get_mut(&value) {
        Some(count) => *count += 1,
        None => {
            counts.insert(value, 1);
        }
    };
    for place in places {
        let keys = place.keys(key);
        if keys.is_empty() {
            count("");
        }
        for value in keys {
            count(value);
        }
    }
    let mut values: Vec<(String, usize)> = counts
        .iter()
        .map(|(value, count)| ((*value).to_owned(), *count))
        .collect();
    values.arrange_by(|(one, _), (other, _)| unknown_last(one, other));
    values
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_keys_sort_by_value_and_nothing_comes_last() {
        let mut keys = vec![
            "A10",
            "",
            "A2",
            "B1",
            "A02",
            "要闻",
            "2022-10-01",
            "2022-09-30",
        ];
        keys.sort_by(|one, other| unknown_last(one, other));
        assert_eq!(
            keys,
            [
                "2022-09-30",
                "2022-10-01",
                "A02",
                "A2",
                "A10",
                "B1",
                "要闻",
                ""
            ]
        );
    }

    #[test]
    fn a_filter_holds_one_value_of_a_key() {
        let mut arrangement = Arrangement::default();
        arrangement.set_filter(GroupKey::Month, Some("2022-07".to_owned()));
        arrangement.set_filter(GroupKey::Newspaper, Some("江南晚报".to_owned()));
        arrangement.set_filter(GroupKey::Month, Some("2022-08".to_owned()));
        assert_eq!(arrangement.filtered(GroupKey::Month), Some("2022-08"));
        assert_eq!(arrangement.filter.conditions.len(), 2);
        arrangement.set_filter(GroupKey::Month, None);
        assert_eq!(arrangement.filtered(GroupKey::Month), None);
    }
}
