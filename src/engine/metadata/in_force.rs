//! What holds of a document: of all that is said of it, the word of whoever comes first.

use super::by_hand::{ProjectMetadata, entry};
use super::dates;
use super::table::TableRow;
use super::{FileMetadata, PatternChoice};
use crate::engine::document::Document;
use crate::report::metadata::{
    ArticleMetadata, DOCUMENT_FIELDS, DocumentMetadata, FieldValue, MetadataSource,
};
use crate::text::arrange::Arrange;
use crate::text::file_name::NamePattern;
use crate::text::page::date::Date;
use crate::text::page::model::{Article, Field, Metadata, Staff, Stated};
use crate::text::page::staff_of_column;
use crate::text::written_date::date_of_cell;

/// How names are read: [`PatternChoice`], compiled.
#[derive(Debug)]
pub(super) enum Names {
    Detected,
    Pattern(NamePattern),
    Silent,
}

impl Names {
    pub fn new(choice: &PatternChoice) -> Self {
        match choice {
            PatternChoice::Detected => Self::Detected,
            PatternChoice::Pattern(text) => {
                NamePattern::parse(text).map_or(Self::Silent, Self::Pattern)
            }
            PatternChoice::Off => Self::Silent,
        }
    }

    fn read(&self, name: &str) -> Vec<Stated> {
        let read = match self {
            Self::Detected => NamePattern::detect(name).and_then(|pattern| pattern.read(name)),
            Self::Pattern(pattern) => pattern.read(name),
            Self::Silent => None,
        };
        read.unwrap_or_default()
    }
}

/// All that is said of a document from outside.
pub(super) struct Said<'s> {
    pub project: &'s ProjectMetadata,
    pub names: &'s Names,
    /// The row of a table of the session.
    pub row: Option<&'s TableRow>,
}

/// Values that somebody says of a document or article; later ones never replace earlier ones.
#[derive(Default, Clone)]
struct Values(Vec<FieldValue>);

impl Values {
    fn say(&mut self, field: Field, value: &str, source: MetadataSource) {
        let known = self.0.iter().any(|known| known.field == field);
        let value = match field {
            Field::Published => date_of_cell(value).map(Date::iso),
            _ => Some(value.trim().to_owned()).filter(|value| !value.is_empty()),
        };
        if let Some(value) = value.filter(|_| !known) {
            self.0.push(FieldValue {
                field,
                value,
                source,
            });
        }
    }

    fn say_all(&mut self, values: &[(Field, String)], source: MetadataSource) {
        for (field, value) in values {
            self.say(*field, value, source);
        }
    }

    fn say_stated(&mut self, stated: &[Stated], source: MetadataSource) {
        for stated in stated {
            self.say(stated.field, &stated.value, source);
        }
    }

    fn say_page(&mut self, page: &Metadata) {
        for field in DOCUMENT_FIELDS {
            if let Some(value) = said_by_page(page, field) {
                self.say(field, value, MetadataSource::Page);
            }
        }
    }

    fn sorted(mut self) -> Vec<FieldValue> {
        self.0.arrange_by_key(|value| value.field);
        self.0
    }
}

fn said_by_page(page: &Metadata, field: Field) -> Option<&str> {
    match field {
        Field::Newspaper => page.newspaper.as_deref(),
        Field::Published => page.published.as_deref(),
        Field::PageNumber => page.page_no.as_deref(),
        Field::Section => page.section.as_deref(),
        Field::Place => page.place.as_deref(),
        Field::Author | Field::Source => None,
    }
}

/// What holds of a document and of its articles.
pub(super) fn in_force(document: &Document, said: &Said<'_>) -> DocumentMetadata {
    let (origin, page) = (&document.origin, &document.page);
    let by_hand = entry(&said.project.by_hand, &origin.sha256);
    let saved = entry(&said.project.from_tables, &origin.sha256);
    let layers = Layers {
        by_hand: by_hand.map_or(&[], |file| &file.values),
        table: said
            .row
            .map(|row| row.values.as_slice())
            .or(saved.map(|file| file.values.as_slice()))
            .unwrap_or_default(),
        name: said.names.read(&origin.name),
    };
    let values = layers.values(&[], &page.metadata);
    let on_page = dates::on_page(page);
    let articles = page.articles.iter().map(|article| {
        let sheet = page.sheets.get(article.sheet as usize);
        let own = layers.own(
            article,
            sheet.map(|sheet| &sheet.metadata),
            &page.metadata,
            &values,
        );
        let published = own
            .iter()
            .chain(&values)
            .find(|value| value.field == Field::Published);
        let published = published.map(|value| value.value.as_str());
        let date = dates::resolved(article, published, on_page);
        ArticleMetadata { own, date }
    });
    let articles = articles.collect();
    let free = free_columns(said.row, saved);
    DocumentMetadata {
        articles,
        staff: staff(&free, &page.metadata),
        free,
        values,
    }
}

fn free_columns(row: Option<&TableRow>, saved: Option<&FileMetadata>) -> Vec<(String, String)> {
    let live = row.map(|row| &row.free);
    live.or(saved.map(|file| &file.free))
        .cloned()
        .unwrap_or_default()
}

/// 本版编辑: as a table says, or else as the page does.
fn staff(free: &[(String, String)], page: &Metadata) -> Vec<Staff> {
    let in_table = free.iter();
    let in_table: Vec<Staff> = in_table
        .flat_map(|(head, cell)| staff_of_column(head, cell))
        .collect();
    if in_table.is_empty() {
        page.staff.clone()
    } else {
        in_table
    }
}

/// What is said of a document, by who says it.
struct Layers<'l> {
    by_hand: &'l [(Field, String)],
    table: &'l [(Field, String)],
    name: Vec<Stated>,
}

impl Layers<'_> {
    /// The values in force, for what a record states and what the page says.
    fn values(&self, record: &[Stated], page: &Metadata) -> Vec<FieldValue> {
        let mut values = Values::default();
        values.say_all(self.by_hand, MetadataSource::Hand);
        values.say_stated(record, MetadataSource::Record);
        values.say_all(self.table, MetadataSource::Table);
        values.say_stated(&self.name, MetadataSource::Name);
        values.say_page(page);
        values.sorted()
    }

    /// Values in force for an article that are not its document's.
    fn own(
        &self,
        article: &Article,
        sheet: Option<&Metadata>,
        page: &Metadata,
        of_document: &[FieldValue],
    ) -> Vec<FieldValue> {
        if article.stated.is_empty() && sheet.is_none() {
            return Vec::new();
        }
        let mut values = self.values(&article.stated, sheet.unwrap_or(page));
        values.retain(|value| !of_document.contains(value));
        values
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_names_the_staff() {
        let column = |head: &str, cell: &str| (head.to_owned(), cell.to_owned());
        let page = Metadata {
            staff: staff_of_column("校对", "何青"),
            ..Metadata::default()
        };
        let rows: [(&[(String, String)], &[(&str, &str)]); 4] = [
            (&[], &[("校对", "何青")]),
            (&[column("字数", "12")], &[("校对", "何青")]),
            (&[column("责编", "陆小满")], &[("责编", "陆小满")]),
            (
                &[column("编辑", "陆小满 吴江"), column("美编", "何青")],
                &[("编辑", "陆小满 吴江"), ("美编", "何青")],
            ),
        ];
        for (free, expected) in rows {
            let found = staff(free, &page);
            let found: Vec<(&str, String)> = found
                .iter()
                .map(|member| (member.role.as_str(), member.names.join(" ")))
                .collect();
            let found: Vec<(&str, &str)> = found
                .iter()
                .map(|(role, names)| (*role, names.as_str()))
                .collect();
            assert_eq!(found, expected);
        }
    }
}
