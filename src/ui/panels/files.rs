//! 文件: what was added, and which articles of it are counted.

use yew::{Html, Properties, component, html};

use super::add_files::AddFiles;
use super::articles::Articles;
use super::document_item::DocumentItem;
use crate::report::views::DocumentId;
use crate::ui::engine::Engine;
use crate::ui::shared::Shared;
use crate::ui::state::{Choices, Document};
use crate::ui::text::use_text;

/// Properties of [`Files`].
#[derive(Properties, PartialEq)]
pub struct FilesProps {
    pub engine: Engine,
    pub documents: Shared<Vec<Shared<Document>>>,
    pub choices: Choices,
    /// The document that is read.
    pub open: Option<DocumentId>,
}

/// The left area.
#[component]
pub fn Files(props: &FilesProps) -> Html {
    let text = use_text();
    let item = |document: &Shared<Document>| {
        html! {
            <DocumentItem key={document.id.0} engine={props.engine.clone()} document={document.clone()}
                is_open={props.open == Some(document.id)} />
        }
    };
    html! {
        <section class="area area-files" aria-label={text.files}>
            <h2 class="area-title">{ text.files }</h2>
            if props.documents.is_empty() {
                <p class="note">{ text.no_files }</p>
            } else {
                <AddFiles engine={props.engine.clone()} />
                <ul class="documents">{ for props.documents.iter().map(item) }</ul>
                <Articles engine={props.engine.clone()} documents={props.documents.clone()}
                    project={props.choices.project.clone()} />
            }
        </section>
    }
}
