//! Pages of many layouts, each with the outline that a person reads in it.
//!
//! `tests/pages/NAME.txt` is the page, `NAME.expected` the outline: a line a unit, with the kind before the text. With
//! `UPDATE_PAGES=1` in the environment the outlines are written anew, to be looked at before they are committed.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use cijing::text::page::model::{Article, Continues, Page, Paragraph};
use cijing::text::page::{NoWords, read};
use cijing::text::source::Source;

fn outline(source: &Source, page: &Page) -> String {
    let mut out = String::new();
    let meta = &page.metadata;
    let fields = [
        ("newspaper", &meta.newspaper),
        ("published", &meta.published),
        ("page", &meta.page_no),
        ("section", &meta.section),
        ("place", &meta.place),
    ];
    for (name, value) in fields {
        if let Some(value) = value {
            line(&mut out, name, value);
        }
    }
    for staff in &meta.staff {
        line(
            &mut out,
            "staff",
            &format!("{} {}", staff.role, staff.names.join("、")),
        );
    }
    for sheet in &page.sheets {
        let said = &sheet.metadata;
        let parts = [
            &said.newspaper,
            &said.published,
            &said.page_no,
            &said.section,
        ];
        let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
        line(&mut out, "sheet", &parts.join(" "));
    }
    if let Some(interleaving) = page.interleaving {
        line(&mut out, "interleaving", &format!("{interleaving:?}"));
    }
    for article in &page.articles {
        out.push_str("= article\n");
        if !page.sheets.is_empty() {
            line(&mut out, "on sheet", &article.sheet.to_string());
        }
        article_outline(&mut out, source, article);
    }
    if !page.removed.is_empty() {
        out.push_str("= set aside\n");
    }
    for unit in &page.removed {
        line(
            &mut out,
            &format!("{:?}", unit.rule).to_lowercase(),
            &unit.printed.text(source),
        );
    }
    out
}

fn article_outline(out: &mut String, source: &Source, article: &Article) {
    for headline in &article.headlines {
        line(
            out,
            &format!("{:?}", headline.role).to_lowercase(),
            &headline.printed.text(source),
        );
    }
    if let Some(dateline) = &article.dateline {
        line(out, "dateline", dateline);
    }
    if let Some(date) = &article.date {
        let iso = date.iso.as_ref().map_or("?", |(iso, _)| iso);
        line(out, "date", &format!("{} = {iso}", date.text));
    }
    for Paragraph { kind, printed, .. } in &article.paragraphs {
        line(
            out,
            &format!("{kind:?}").to_lowercase(),
            &printed.text(source),
        );
    }
    for byline in article.byline.iter().chain(&article.other_bylines) {
        line(
            out,
            "byline",
            &format!(
                "{} [{}]",
                byline.printed.text(source),
                byline.names.join("、")
            ),
        );
    }
    for signature in &article.signature {
        line(out, "signature", &signature.text(source));
    }
    for stated in &article.stated {
        let field = format!("{:?}", stated.field).to_lowercase();
        line(out, &format!("stated {field}"), &stated.value);
    }
    match &article.continues {
        Some(Continues::To(page)) => line(out, "continues to", page),
        Some(Continues::From(page)) => line(out, "continues from", page),
        None => {}
    }
}

fn line(out: &mut String, kind: &str, text: &str) {
    let _ = writeln!(
        out,
        "{kind}: {}",
        text.escape_debug()
            .to_string()
            .replace("\\'", "'")
            .replace("\\\"", "\"")
    );
}

fn pages() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let mut pages: Vec<PathBuf> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    pages.sort();
    pages
}

#[test]
fn every_page_reads_as_expected() {
    let mut wrong = String::new();
    let pages = pages();
    assert!(!pages.is_empty(), "no pages found");
    for path in pages {
        let source = Source::new(std::fs::read_to_string(&path).unwrap());
        let read = outline(&source, &read(&source, &NoWords));
        let expected_path = path.with_extension("expected");
        if std::env::var_os("UPDATE_PAGES").is_some() {
            std::fs::write(&expected_path, &read).unwrap();
        }
        let expected = std::fs::read_to_string(&expected_path).unwrap_or_default();
        if read != expected {
            let _ = writeln!(
                wrong,
                "{}\n--- expected\n{expected}--- read\n{read}",
                path.display()
            );
        }
    }
    assert!(
        wrong.is_empty(),
        "pages read otherwise than expected:\n{wrong}"
    );
}
