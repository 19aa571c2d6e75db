//! What a workbook consists of: its sheets in order, its shared strings, the formats of its numbers.

use super::WorkbookError;
use super::archive::{Archive, Part};
use super::formats::{Formats, FormatsReader};
use super::xml::{Element, Elements, Markup};
use crate::text::arrange::Arrange;

/// Where the main part of most workbooks is.
const USUAL_MAIN: &str = "xl/workbook.xml";

/// What a workbook consists of.
#[derive(Debug)]
pub struct Contents {
    /// Its sheets, those that are shown first.
    pub sheets: Vec<Part>,
    /// Its shared strings; none where every text stands in its cell.
    pub strings: Option<Part>,
    /// How its numbers print.
    pub formats: Formats,
}

impl Contents {
    /// Follows the relations from the archive's root; `None` where its main part is not that of a workbook.
    pub fn read(archive: &mut Archive) -> Result<Option<Self>, WorkbookError> {
        let root = relations(archive, "")?;
        let main = root
            .target("officeDocument")
            .unwrap_or(USUAL_MAIN)
            .to_owned();
        if main.to_lowercase().ends_with(".bin") {
            return Err(WorkbookError::OtherFormat);
        }
        let Some(part) = archive.part(&main) else {
            return if root.links.is_empty() {
                Ok(None)
            } else {
                Err(WorkbookError::Broken)
            };
        };
        let mut listed = SheetList::default();
        read_all(&mut archive.inflated(part)?, &mut listed)?;
        if !listed.is_workbook {
            return Ok(None);
        }
        let links = relations(archive, &main)?;
        let part = |kind: &str, usual: &str| {
            let target = links.target(kind).and_then(|path| archive.part(path));
            target.or_else(|| archive.part(usual))
        };
        let strings = part("sharedStrings", "xl/sharedStrings.xml");
        let styles = part("styles", "xl/styles.xml");
        let sheets = listed.parts(archive, &links);
        let mut reader = FormatsReader::default();
        if let Some(styles) = styles {
            read_all(&mut archive.inflated(styles)?, &mut reader)?;
        }
        Ok(Some(Self {
            sheets,
            strings,
            formats: reader.finish(listed.is_1904),
        }))
    }
}

/// Reads a small part at one go.
fn read_all(markup: &mut Markup, taker: &mut dyn Elements) -> Result<(), WorkbookError> {
    while !markup.read(taker, usize::MAX)? {}
    Ok(())
}

/// The sheets that the main part lists.
#[derive(Debug, Default)]
struct SheetList {
    is_workbook: bool,
    has_root: bool,
    /// Whether days are counted from 1904.
    is_1904: bool,
    /// Of each sheet, its relation and whether it is hidden.
    sheets: Vec<(String, bool)>,
}

impl Elements for SheetList {
    fn start(&mut self, name: &str, element: &Element<'_>) -> Result<(), WorkbookError> {
        match name {
            "workbook" if !self.has_root => self.is_workbook = true,
            "workbookPr" => self.is_1904 = element.is_true("date1904"),
            "sheet" => {
                let state = element.attribute("state");
                let is_hidden = state.is_some_and(|state| state != "visible");
                let id = element.attribute("id").unwrap_or_default();
                self.sheets.push((id.into_owned(), is_hidden));
            }
            _ => {}
        }
        self.has_root = true;
        Ok(())
    }
}

impl SheetList {
    /// The parts of the sheets that hold cells, those that are shown first. A sheet without a relation is the one
    /// with its number.
    fn parts(&self, archive: &Archive, links: &Relations) -> Vec<Part> {
        let mut parts: Vec<(bool, Part)> = Vec::new();
        for (number, (id, is_hidden)) in self.sheets.iter().enumerate() {
            let usual = format!("xl/worksheets/sheet{}.xml", number + 1);
            let link = links.links.iter().find(|link| link.id == *id);
            let path = match link {
                Some(link) if link.kind == "worksheet" => link.target.as_str(),
                Some(_) => continue,
                None => usual.as_str(),
            };
            parts.extend(archive.part(path).map(|part| (*is_hidden, part)));
        }
        parts.arrange_by_key(|(is_hidden, _)| *is_hidden);
        parts.into_iter().map(|(_, part)| part).collect()
    }
}

/// The relations of one part.
#[derive(Debug, Default)]
struct Relations {
    /// The folder of the part, with `/` behind it; empty for the root.
    folder: String,
    links: Vec<Link>,
}

#[derive(Debug)]
struct Link {
    id: String,
    /// The last word of the type: the same in the transitional and the strict form of the format.
    kind: String,
    /// The path from the root.
    target: String,
}

impl Relations {
    /// The target of the first relation of this kind.
    fn target(&self, kind: &str) -> Option<&str> {
        let found = self.links.iter().find(|link| link.kind == kind)?;
        Some(&found.target)
    }
}

impl Elements for Relations {
    fn start(&mut self, name: &str, element: &Element<'_>) -> Result<(), WorkbookError> {
        if name == "Relationship" {
            let value = |name| element.attribute(name).unwrap_or_default();
            let kind = value("Type");
            self.links.push(Link {
                id: value("Id").into_owned(),
                kind: kind.rsplit('/').next().unwrap_or("").to_owned(),
                target: resolved(&self.folder, &value("Target")),
            });
        }
        Ok(())
    }
}

/// The relations of the part at a path; those of the archive for an empty path; none where they are not written down.
fn relations(archive: &mut Archive, path: &str) -> Result<Relations, WorkbookError> {
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
    let folder = if folder.is_empty() {
        String::new()
    } else {
        format!("{folder}/")
    };
    let part = archive.part(&format!("{folder}_rels/{file}.rels"));
    let mut relations = Relations {
        folder,
        links: Vec::new(),
    };
    if let Some(part) = part {
        read_all(&mut archive.inflated(part)?, &mut relations)?;
    }
    Ok(relations)
}

/// The path from the root of a target that is given from a folder, or from the root with `/` before it.
fn resolved(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let path = if target.starts_with('/') {
        target
    } else {
        format!("{folder}{target}")
    };
    let mut steps: Vec<&str> = Vec::new();
    for step in path.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}
