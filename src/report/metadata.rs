//! What is known of files and articles beside their text, and from where: newspaper, publication date, page.

use serde::{Deserialize, Serialize};

use crate::text::page::model::{DateSource, Field, Staff};

use super::views::DocumentId;

/// Who says a value; of two, the first in this order is in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MetadataSource {
    /// A person, by hand.
    Hand,
    /// A record of a table or database export says it of its article.
    Record,
    /// A table with a row for each file.
    Table,
    /// The name of the file or its folder.
    Name,
    /// The page itself: folio line, nameplate, imprint.
    Page,
}

impl MetadataSource {
    /// Its name in files to take away.
    pub fn name(self) -> &'static str {
        match self {
            Self::Hand => "hand",
            Self::Record => "record",
            Self::Table => "table",
            Self::Name => "name",
            Self::Page => "page",
        }
    }
}

/// A value in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldValue {
    /// What it is about.
    pub field: Field,
    /// The value; a publication date as `YYYY-MM-DD`.
    pub value: String,
    /// Who says it.
    pub source: MetadataSource,
}

/// The fields of a file, in the order of the screen.
pub const DOCUMENT_FIELDS: [Field; 5] = [
    Field::Newspaper,
    Field::Published,
    Field::PageNumber,
    Field::Section,
    Field::Place,
];

/// What is in force for a file.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct DocumentMetadata {
    /// The values that are known, sorted by field.
    pub values: Vec<FieldValue>,
    /// Further columns of a table: head and cell.
    pub free: Vec<(String, String)>,
    /// 本版编辑, as a table says (its columns are among the further ones too), or else as the page does.
    pub staff: Vec<Staff>,
    /// What is known of every article, in reading order.
    pub articles: Vec<ArticleMetadata>,
}

/// What is in force for an article.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ArticleMetadata {
    /// The values that are not those of its file: a record's, or those of the newspaper page it stands on where the file
    /// holds several. Sorted by field.
    pub own: Vec<FieldValue>,
    /// Its date in full as `YYYY-MM-DD`, and from where it was resolved.
    pub date: Option<(String, DateSource)>,
}

impl DocumentMetadata {
    /// The file's value of a field.
    pub fn get(&self, field: Field) -> Option<&FieldValue> {
        find(&self.values, field)
    }

    /// An article's value of a field: its own, or its file's.
    pub fn of_article(&self, article: usize, field: Field) -> Option<&FieldValue> {
        let own = self.articles.get(article);
        own.and_then(|own| find(&own.own, field))
            .or_else(|| self.get(field))
    }

    /// By what an article is grouped and filtered: its values for this key, none where nothing is known. Only bylines
    /// have several; they are not kept here and are passed in.
    pub fn keys<'a>(&'a self, article: usize, key: GroupKey, byline: &'a [String]) -> Vec<&'a str> {
        let value = |field| {
            let found = self.of_article(article, field);
            found.map(|found| found.value.as_str()).into_iter()
        };
        match key {
            GroupKey::Newspaper => value(Field::Newspaper).collect(),
            GroupKey::Published => value(Field::Published).collect(),
            GroupKey::Month => value(Field::Published)
                .filter_map(|date| date.get(..7))
                .collect(),
            GroupKey::PageNumber => value(Field::PageNumber).collect(),
            GroupKey::Section => value(Field::Section).collect(),
            GroupKey::Place => value(Field::Place).collect(),
            GroupKey::Byline => byline.iter().map(String::as_str).collect(),
        }
    }
}

fn find(values: &[FieldValue], field: Field) -> Option<&FieldValue> {
    values.iter().find(|value| value.field == field)
}

/// By what articles are grouped, sorted and filtered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum GroupKey {
    /// 报名.
    Newspaper,
    /// 见报日期, to the day.
    Published,
    /// 见报月份: 2022-07.
    Month,
    /// 版次.
    PageNumber,
    /// 版名.
    Section,
    /// 所在地.
    Place,
    /// 署名: each name by itself.
    Byline,
}

impl GroupKey {
    /// Every key, in the order of the screen.
    pub const ALL: [Self; 7] = [
        Self::Newspaper,
        Self::Published,
        Self::Month,
        Self::PageNumber,
        Self::Section,
        Self::Place,
        Self::Byline,
    ];
}

/// One condition of a [`Filter`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Condition {
    /// What it is about.
    pub key: GroupKey,
    /// The value; empty for articles of which nothing is known.
    pub value: String,
}

/// Which articles are meant: those that meet, for every key that is named, one of its conditions. Without conditions, all.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Filter {
    /// The conditions, sorted.
    pub conditions: Vec<Condition>,
}

impl Filter {
    /// Whether all articles are meant.
    pub fn is_empty(&self) -> bool {
        self.conditions.is_empty()
    }

    /// Whether it names this condition.
    pub fn names(&self, condition: &Condition) -> bool {
        self.conditions.binary_search(condition).is_ok()
    }

    /// Adds a condition, or takes it off.
    pub fn toggle(&mut self, condition: Condition) {
        match self.conditions.binary_search(&condition) {
            Ok(place) => {
                self.conditions.remove(place);
            }
            Err(place) => self.conditions.insert(place, condition),
        }
    }

    /// Whether an article is meant.
    pub fn keeps(&self, metadata: &DocumentMetadata, article: usize, byline: &[String]) -> bool {
        self.conditions
            .chunk_by(|one, other| one.key == other.key)
            .all(|conditions| {
                let key = conditions.first().map(|condition| condition.key);
                let values = key.map(|key| metadata.keys(article, key, byline));
                let values = values.unwrap_or_default();
                conditions.iter().any(|condition| {
                    values.contains(&condition.value.as_str())
                        || values.is_empty() && condition.value.is_empty()
                })
            })
    }
}

/// What was taken from a table with a row for each file.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct TableReport {
    /// How many rows it has, without its head and without empty rows.
    pub rows: u32,
    /// How many of them fit a file.
    pub matched: u32,
    /// Heads of the columns that fill fields, and which.
    pub columns: Vec<(String, Field)>,
    /// Heads of the columns that are kept as they are.
    pub free_columns: Vec<String>,
    /// Rows that fit no file: line from 1, and the name that they give.
    pub without_file: Vec<(u32, String)>,
    /// Rows that fit several files of different content, and so none: line and name.
    pub ambiguous: Vec<(u32, String)>,
    /// Rows for a file that an earlier row named: line and name.
    pub repeated: Vec<(u32, String)>,
    /// Cells that should hold a date and do not: line and cell.
    pub unreadable_dates: Vec<(u32, String)>,
    /// Files that no row fits.
    pub files_without_row: Vec<DocumentId>,
}

impl TableReport {
    /// Whether something should be looked at.
    pub fn has_problems(&self) -> bool {
        !(self.without_file.is_empty()
            && self.ambiguous.is_empty()
            && self.repeated.is_empty()
            && self.unreadable_dates.is_empty()
            && self.files_without_row.is_empty())
    }
}

/// What has changed: sent whenever values in force did.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct MetadataChanges {
    /// The files whose values changed, with all that is now in force, in canonical order.
    pub documents: Vec<(DocumentId, DocumentMetadata)>,
    /// Every table, in the order of adding.
    pub tables: Vec<(DocumentId, TableReport)>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn metadata(values: &[(Field, &str)]) -> DocumentMetadata {
        let value = |(field, value): &(Field, &str)| FieldValue {
            field: *field,
            value: (*value).to_owned(),
            source: MetadataSource::Page,
        };
        DocumentMetadata {
            values: values.iter().map(value).collect(),
            ..DocumentMetadata::default()
        }
    }

    #[test]
    fn filters_keep_articles() {
        let known = metadata(&[
            (Field::Newspaper, "江南晚报"),
            (Field::Published, "2022-07-04"),
        ]);
        let byline = ["陆小满".to_owned(), "何青".to_owned()];
        let rows: [(&[(GroupKey, &str)], bool); 9] = [
            (&[], true),
            (&[(GroupKey::Month, "2022-07")], true),
            (&[(GroupKey::Month, "2022-08")], false),
            (
                &[(GroupKey::Month, "2022-08"), (GroupKey::Month, "2022-07")],
                true,
            ),
            (
                &[
                    (GroupKey::Month, "2022-07"),
                    (GroupKey::Newspaper, "江城日报"),
                ],
                false,
            ),
            (
                &[
                    (GroupKey::Published, "2022-07-04"),
                    (GroupKey::Newspaper, "江南晚报"),
                ],
                true,
            ),
            (&[(GroupKey::Place, "")], true),
            (&[(GroupKey::Newspaper, "")], false),
            (&[(GroupKey::Byline, "何青")], true),
        ];
        for (conditions, expected) in rows {
            let mut filter = Filter::default();
            for (key, value) in conditions {
                filter.toggle(Condition {
                    key: *key,
                    value: (*value).to_owned(),
                });
            }
            assert_eq!(filter.keeps(&known, 0, &byline), expected, "{conditions:?}");
        }
    }
}
