//! 导出: files to take away.

use yew::{Html, html};

use crate::engine::protocol::Export;
use crate::report::views::DocumentId;
use crate::ui::engine::Engine;
use crate::ui::shared::Shared;
use crate::ui::state::Document;
use crate::ui::text::Text;

/// Properties of [`exports`].
pub struct ExportsProps {
    pub engine: Engine,
    pub documents: Shared<Vec<Shared<Document>>>,
    /// The document that is read.
    pub open: Option<DocumentId>,
}

/// A button for every kind of file. What concerns one document takes the one that is read.
pub fn exports(props: &ExportsProps, text: &'static Text) -> Html {
    let open = props
        .documents
        .iter()
        .find(|document| Some(document.id) == props.open && document.view.is_some());
    let read = props
        .documents
        .iter()
        .filter(|document| document.view.is_some())
        .count();
    let button = |label: &'static str,
                  testid: &'static str,
                  export: Option<Export>,
                  name: String| {
        let engine = props.engine.clone();
        let is_disabled = export.is_none();
        let onclick = move |_| {
            let exports = export.iter().cloned();
            exports.for_each(|export| engine.export(export, name.clone()))
        };
        html! {
            <button type="button" class="secondary" data-testid={testid} disabled={is_disabled} {onclick}>{ label }</button>
        }
    };
    let stem = open.map_or_else(String::new, |document| {
        stem(&document.name).replace('/', " ")
    });
    let id = open.map(|document| document.id);
    let any = |export| (read > 0).then_some(export);
    html! {
        <section class="settings-section">
            <h3 class="section-title">{ text.take_away }</h3>
            <div class="export-buttons">
                { button(text.export_words_csv, "export-words-csv", any(Export::WordsCsv), format!("{}.csv", text.file_words)) }
                { button(text.export_words_json, "export-words-json", any(Export::WordsJson), format!("{}.json", text.file_words)) }
                { button(text.metadata.export_articles, "export-articles", any(Export::ArticlesCsv { with_text: false }), format!("{}.csv", text.metadata.file_articles)) }
                { button(text.metadata.export_articles_text, "export-articles-text", any(Export::ArticlesCsv { with_text: true }), format!("{}.csv", text.metadata.file_articles)) }
                { button(text.export_clean, "export-clean", id.map(Export::CleanText), format!("{stem} {}.txt", text.file_clean)) }
                { button(text.export_page_json, "export-page-json", id.map(Export::PageJson), format!("{stem}.json")) }
                if read > 1 {
                    { button(text.export_all_clean, "export-all-clean", any(Export::AllCleanText), format!("{}.txt", text.file_clean)) }
                }
            </div>
            if let Some(document) = open.filter(|_| read > 1) {
                <p class="note">{ text.export_clean }{ " · " }{ text.export_page_json }{ " " }<bdi>{ &document.name }</bdi></p>
            }
        </section>
    }
}

/// A file name without its extension.
pub(super) fn stem(name: &str) -> &str {
    match name.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() && extension.len() <= 5 => stem,
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn stems_of_file_names() {
        for (name, expected) in [
            ("版.txt", "版"),
            ("版", "版"),
            (".txt", ".txt"),
            ("7.3要闻头版", "7.3要闻头版"),
            ("甲.乙.md", "甲.乙"),
        ] {
            assert_eq!(stem(name), expected, "{name}");
        }
    }
}
