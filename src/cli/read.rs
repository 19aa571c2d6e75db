//! `cijing read`: a page as JSON.

use std::io::Write;
use std::path::Path;

use super::arguments::ReadOptions;
use super::choices::choose;
use super::file::{add, ask};
use crate::engine::Engine;
use crate::engine::protocol::{Export, Reply, Request};
use crate::report::views::DocumentId;

/// Writes the page as JSON, with the corrections of the project. Whether the files could be read; corrections that do
/// not fit the page are told on standard error, and cost nothing else.
pub fn read(options: &ReadOptions, output: &mut dyn Write) -> std::io::Result<bool> {
    let mut engine = Engine::new();
    if !choose(&mut engine, &options.choices, &[], |settings| settings) {
        return Ok(false);
    }
    let document = DocumentId(0);
    if !add(&mut engine, document, &options.file, &options.decoding) {
        return Ok(false);
    }
    tell_unfitting(&engine, document, &options.file);
    if let Some(Reply::Export { bytes, .. }) = ask(
        &mut engine,
        Request::Export(Export::PageJson(document)),
        None,
    ) {
        output.write_all(&bytes)?;
    }
    Ok(true)
}

fn tell_unfitting(engine: &Engine, document: DocumentId, path: &Path) {
    let Some(document) = engine.corpus().document(document) else {
        return;
    };
    let (unfitting, all) = (document.unfitting.len(), document.corrections.len());
    if unfitting > 0 {
        eprintln!(
            "cijing: {}: {unfitting} of {all} corrections do not fit this page and change nothing",
            path.display()
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::arguments::{Choices, Decoding};
    use crate::engine::choices::{Project, Settings};
    use crate::engine::project_file;
    use crate::text::page::correction::{Correction, FileCorrections};
    use sha2::{Digest as _, Sha256};

    #[test]
    fn a_project_corrects_its_file_and_no_other() {
        let folder = tempfile::tempdir().unwrap();
        let text = "　　本报讯 市里开会，部署秋收。\n";
        let sha256 = Sha256::digest(text.as_bytes());
        let file = FileCorrections {
            sha256: sha256.iter().map(|byte| format!("{byte:02x}")).collect(),
            corrections: vec![Correction::Split { at: 11 }],
            ..FileCorrections::default()
        };
        let project = Project {
            corrections: vec![file],
            ..Project::default()
        };
        let path = |name: &str| folder.path().join(name);
        let saved = project_file::write(&Settings::default(), &project);
        std::fs::write(path("project.json"), saved).unwrap();
        std::fs::write(path("page.txt"), text).unwrap();
        std::fs::write(path("other.txt"), format!("{text}\n")).unwrap();
        let paragraphs = |file: &str, project: Option<&str>| {
            let options = ReadOptions {
                file: path(file),
                choices: Choices {
                    project: project.map(path),
                    ..Choices::default()
                },
                decoding: Decoding { encoding: None },
            };
            let mut output = Vec::new();
            let is_read = read(&options, &mut output).unwrap();
            let page: serde_json::Value = serde_json::from_slice(&output).unwrap_or_default();
            let paragraphs = page["articles"][0]["paragraphs"].as_array().map(Vec::len);
            (is_read, paragraphs)
        };
        assert_eq!(paragraphs("page.txt", None), (true, Some(1)));
        assert_eq!(
            paragraphs("page.txt", Some("project.json")),
            (true, Some(2))
        );
        assert_eq!(
            paragraphs("other.txt", Some("project.json")),
            (true, Some(1))
        );
        assert_eq!(paragraphs("page.txt", Some("page.txt")), (false, None));
        assert_eq!(paragraphs("page.txt", Some("missing.json")), (false, None));
    }
}
