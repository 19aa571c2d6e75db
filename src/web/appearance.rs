//! Light or dark, and the language of the document. Nothing of it is stored.

use gloo::utils::{document, document_element, window};

/// Whether the system asks for dark. False where it cannot be told.
pub fn system_is_dark() -> bool {
    let query = window().match_media("(prefers-color-scheme: dark)");
    matches!(query, Ok(Some(query)) if query.matches())
}

/// Shows the page light or dark, whatever the system asks for.
pub fn set_theme(name: &str) {
    // An attribute of the root cannot be refused: there is always a root, and the name is a plain word.
    let _ = document_element().set_attribute("data-theme", name);
}

/// Tells the browser the language of the page, and gives the tab its title.
pub fn set_language(tag: &str, title: &str) {
    let _ = document_element().set_attribute("lang", tag);
    document().set_title(title);
}
