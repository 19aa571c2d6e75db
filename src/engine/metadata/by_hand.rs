//! What the user chose: values by hand, the pattern of names, what is counted.

use serde::{Deserialize, Serialize};

use crate::report::metadata::{DocumentMetadata, Filter, MetadataSource};
use crate::text::arrange::Arrange;
use crate::text::page::model::Field;

/// How the names of files are read.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PatternChoice {
    /// Every name by the pattern that is found in it.
    #[default]
    Detected,
    /// All names by one pattern, as in [`NamePattern::parse`]; one that cannot be read fits no name.
    ///
    /// [`NamePattern::parse`]: crate::text::file_name::NamePattern::parse
    Pattern(String),
    /// Names say nothing.
    Off,
}

/// Values of one file.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct FileMetadata {
    /// SHA-256 of the file's bytes, in hexadecimal.
    pub sha256: String,
    /// The values, one a field, sorted by field; none is empty.
    #[serde(default)]
    pub values: Vec<(Field, String)>,
    /// Further columns of a table: head and cell.
    #[serde(default)]
    pub free: Vec<(String, String)>,
}

/// The part of the project that is about metadata. Files go by their SHA-256; neither their text nor their names are here.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ProjectMetadata {
    /// How names are read.
    pub pattern: PatternChoice,
    /// Values set by hand, sorted by SHA-256.
    pub by_hand: Vec<FileMetadata>,
    /// What tables said of files when the project was saved, sorted by SHA-256. A table of the session comes before it.
    pub from_tables: Vec<FileMetadata>,
    /// Only these articles are counted.
    pub counted_only: Filter,
}

impl ProjectMetadata {
    /// Brings lists that were written by hand into order. What is told twice of a file is put together; of two values of
    /// a field the later one holds.
    pub fn put_in_order(&mut self) {
        self.by_hand = in_order(std::mem::take(&mut self.by_hand));
        self.from_tables = in_order(std::mem::take(&mut self.from_tables));
        let conditions = &mut self.counted_only.conditions;
        conditions.arrange();
        conditions.dedup();
    }

    /// Sets a value by hand, or takes it back where it is empty.
    pub fn set(&mut self, sha256: &str, field: Field, value: &str) {
        let value = value.trim();
        let place = self
            .by_hand
            .binary_search_by(|file| file.sha256.as_str().cmp(sha256));
        match place {
            Ok(place) => {
                if let Some(file) = self.by_hand.get_mut(place) {
                    file.set(field, value);
                }
                self.by_hand.retain(|file| !file.values.is_empty());
            }
            Err(_) if value.is_empty() => {}
            Err(place) => {
                let mut file = FileMetadata {
                    sha256: sha256.to_owned(),
                    ..FileMetadata::default()
                };
                file.set(field, value);
                self.by_hand.insert(place, file);
            }
        }
    }
}

impl ProjectMetadata {
    /// Keeps what tables say of the files of a session, for a later one without the tables. Of files that are not in
    /// the session it keeps what an earlier one said. A value that was set by hand hides the table's, which is not kept.
    pub fn keep_tables<'f>(
        &mut self,
        files: impl Iterator<Item = (&'f str, &'f DocumentMetadata)>,
    ) {
        for (sha256, metadata) in files {
            let said = from_table(sha256, metadata);
            let place = self
                .from_tables
                .binary_search_by(|file| file.sha256.as_str().cmp(sha256));
            match place {
                Ok(place) if said.is_empty() => {
                    self.from_tables.remove(place);
                }
                Ok(place) => {
                    if let Some(file) = self.from_tables.get_mut(place) {
                        *file = said;
                    }
                }
                Err(_) if said.is_empty() => {}
                Err(place) => self.from_tables.insert(place, said),
            }
        }
    }
}

/// What a table says of a file, of all that holds of it.
fn from_table(sha256: &str, metadata: &DocumentMetadata) -> FileMetadata {
    let said = metadata.values.iter();
    let said = said.filter(|value| value.source == MetadataSource::Table);
    FileMetadata {
        sha256: sha256.to_owned(),
        values: said
            .map(|value| (value.field, value.value.clone()))
            .collect(),
        free: metadata.free.clone(),
    }
}

impl FileMetadata {
    /// Takes over what else is told of the same file.
    fn take(&mut self, other: Self) {
        for (field, value) in other.values {
            self.set(field, value.trim());
        }
        self.free.extend(other.free);
    }

    fn is_empty(&self) -> bool {
        self.values.is_empty() && self.free.is_empty()
    }

    fn set(&mut self, field: Field, value: &str) {
        self.values.retain(|(known, _)| *known != field);
        if !value.is_empty() {
            self.values.push((field, value.to_owned()));
            self.values.arrange_by_key(|(field, _)| *field);
        }
    }
}

/// The files sorted by SHA-256, one entry each.
fn in_order(mut files: Vec<FileMetadata>) -> Vec<FileMetadata> {
    files.arrange_by(|one, other| one.sha256.cmp(&other.sha256));
    let mut merged: Vec<FileMetadata> = Vec::new();
    for file in files {
        if merged.last().is_none_or(|last| last.sha256 != file.sha256) {
            merged.push(FileMetadata {
                sha256: file.sha256.clone(),
                ..FileMetadata::default()
            });
        }
        if let Some(last) = merged.last_mut() {
            last.take(file);
        }
    }
    merged
}

/// The entry of a file in a list sorted by SHA-256.
pub(super) fn entry<'f>(files: &'f [FileMetadata], sha256: &str) -> Option<&'f FileMetadata> {
    let place = files.binary_search_by(|file| file.sha256.as_str().cmp(sha256));
    place.ok().and_then(|place| files.get(place))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::metadata::FieldValue;

    #[test]
    fn values_are_set_and_taken_back() {
        let mut project = ProjectMetadata::default();
        project.set("b", Field::Published, "2022-07-04");
        project.set("a", Field::Newspaper, " 江南晚报 ");
        project.set("b", Field::Newspaper, "江城日报");
        let order: Vec<&str> = project
            .by_hand
            .iter()
            .map(|file| file.sha256.as_str())
            .collect();
        assert_eq!(order, ["a", "b"]);
        let fields: Vec<Field> = entry(&project.by_hand, "b")
            .map(|file| file.values.iter().map(|(field, _)| *field).collect())
            .unwrap_or_default();
        assert_eq!(fields, [Field::Newspaper, Field::Published]);
        for (file, field) in [
            ("b", Field::Published),
            ("b", Field::Newspaper),
            ("a", Field::Newspaper),
            ("c", Field::Place),
        ] {
            project.set(file, field, "  ");
        }
        assert_eq!(project, ProjectMetadata::default());
    }
    fn said(field: Field, value: &str, source: MetadataSource) -> DocumentMetadata {
        DocumentMetadata {
            values: vec![FieldValue {
                field,
                value: value.to_owned(),
                source,
            }],
            ..DocumentMetadata::default()
        }
    }

    #[test]
    fn what_tables_say_is_kept() {
        let mut project = ProjectMetadata::default();
        let place = |value| said(Field::Place, value, MetadataSource::Table);
        let first = [
            ("b", place("江城")),
            ("a", place("江南")),
            ("c", place("河东")),
        ];
        project.keep_tables(first.iter().map(|(file, said)| (*file, said)));
        let by_name = said(Field::Place, "江北", MetadataSource::Name);
        let second = [("b", place("河西")), ("c", by_name.clone()), ("d", by_name)];
        project.keep_tables(second.iter().map(|(file, said)| (*file, said)));
        let kept: Vec<(&str, &str)> = project
            .from_tables
            .iter()
            .flat_map(|file| {
                file.values
                    .iter()
                    .map(|(_, value)| (file.sha256.as_str(), value.as_str()))
            })
            .collect();
        assert_eq!(kept, [("a", "江南"), ("b", "河西")]);
    }
}
