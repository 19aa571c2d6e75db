//! Which file a row of a table means.

use std::collections::{BTreeMap, BTreeSet};

use super::table::MetadataTable;
use crate::engine::document::Origin;
use crate::report::metadata::TableReport;
use crate::report::views::DocumentId;
use crate::text::arrange::{Arrange, ordered};
use crate::text::file_name::without_extension;
use crate::text::written_date::half_width;

/// The files by the names that rows may call them: the last part of the path, without its extension.
pub(super) struct FileIndex<'f> {
    files: BTreeMap<String, Vec<(&'f Origin, String)>>,
}

/// What came of matching a table: the row of each file, and what to tell.
#[derive(Debug, Default)]
pub(super) struct Matched {
    /// Numbers of rows by file.
    pub rows: BTreeMap<DocumentId, usize>,
    /// What to tell.
    pub report: TableReport,
}

/// A path as it is compared: case, width and the kind of slash make no difference.
fn comparable(path: &str) -> String {
    let slash = |character| if character == '\\' { '/' } else { character };
    let folded: String = path.trim().chars().map(half_width).map(slash).collect();
    folded.trim_matches('/').to_lowercase()
}

fn stem_of(path: &str) -> &str {
    without_extension(path.rsplit('/').next().unwrap_or(path))
}

/// Whether a path ends with another one, at the border of a folder.
fn ends_with(path: &str, end: &str) -> bool {
    path.strip_suffix(end)
        .is_some_and(|before| before.is_empty() || before.ends_with('/'))
}

impl<'f> FileIndex<'f> {
    /// An index of these files.
    pub fn new(files: impl Iterator<Item = &'f Origin>) -> Self {
        let mut index: BTreeMap<String, Vec<(&Origin, String)>> = BTreeMap::new();
        for origin in files {
            let path = comparable(&origin.name);
            index
                .entry(stem_of(&path).to_owned())
                .or_default()
                .push((origin, path));
        }
        Self { files: index }
    }

    /// The files that a name may mean. Those with the very name come before those that differ in the extension.
    fn find(&self, name: &str) -> Vec<&'f Origin> {
        let name = comparable(name);
        let Some(named) = self
            .files
            .get(stem_of(&name))
            .or_else(|| self.files.get(name.rsplit('/').next().unwrap_or("")))
        else {
            return Vec::new();
        };
        let whole = named.iter().filter(|(_, path)| ends_with(path, &name));
        let whole: Vec<&Origin> = whole.map(|(origin, _)| *origin).collect();
        if !whole.is_empty() {
            return whole;
        }
        let name = without_extension(&name);
        let alike = named
            .iter()
            .filter(|(_, path)| ends_with(without_extension(path), name));
        alike.map(|(origin, _)| *origin).collect()
    }

    /// Finds the file of every row.
    pub fn matched(&self, table: &MetadataTable) -> Matched {
        let mut matched = Matched::default();
        let report = &mut matched.report;
        report.rows = u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
        report.columns.clone_from(&table.columns);
        report.free_columns.clone_from(&table.free_columns);
        report.unreadable_dates.clone_from(&table.unreadable_dates);
        for (number, row) in table.rows.iter().enumerate() {
            let files = self.find(&row.name);
            let contents: BTreeSet<&str> = ordered(files.iter().map(|file| file.sha256.as_str()));
            let told = (row.line, row.name.clone());
            if files.is_empty() {
                report.without_file.push(told);
            } else if contents.len() > 1 {
                report.ambiguous.push(told);
            } else if files.iter().any(|file| matched.rows.contains_key(&file.id)) {
                report.repeated.push(told);
            } else {
                report.matched += 1;
                let ids = files.iter().map(|file| (file.id, number));
                matched.rows.extend(ids);
            }
        }
        let files = self.files.values().flatten();
        let without = files.filter(|(file, _)| !matched.rows.contains_key(&file.id));
        report.files_without_row = without.map(|(file, _)| file.id).collect();
        report.files_without_row.arrange();
        matched
    }
}
