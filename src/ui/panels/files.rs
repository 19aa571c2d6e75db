//! 文件: what was added, and which articles of it are counted.

use yew::{Html, Properties, component, html};

use super::add_files::AddFiles;
use super::articles::Articles;
use super::document_item::DocumentItem;
use crate::report::views::DocumentId;
use crate::ui::engine::Engine;
use crate::ui::shared::Shared;
use crate::ui::state::{Action, Choices, Document, MetadataAction, MetadataState};
use crate::ui::text::use_text;

/// Properties of [`Files`].
#[derive(Properties, PartialEq)]
pub struct FilesProps {
    pub engine: Engine,
    pub documents: Shared<Vec<Shared<Document>>>,
    pub choices: Choices,
    /// The document that is read.
    pub open: Option<DocumentId>,
    /// How the articles are arranged.
    pub metadata: Shared<MetadataState>,
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
    let open_metadata = {
        let (engine, is_open) = (props.engine.clone(), props.metadata.is_open);
        move |_| engine.dispatch(Action::Metadata(MetadataAction::Show(!is_open)))
    };
    html! {
        <section class="area area-files" aria-label={text.files}>
            <div class="row-between">
                <h2 class="area-title">{ text.files }</h2>
                if props.documents.iter().any(|document| document.view.is_some()) {
                    <button type="button" class="plain" data-testid="metadata-open" aria-pressed={props.metadata.is_open.to_string()}
                        onclick={open_metadata}>{ text.metadata.open }</button>
                }
            </div>
            if props.documents.is_empty() {
                <p class="note">{ text.no_files }</p>
            } else {
                <AddFiles engine={props.engine.clone()} />
                <ul class="documents">{ for props.documents.iter().map(item) }</ul>
                <Articles engine={props.engine.clone()} documents={props.documents.clone()}
                    project={props.choices.project.clone()} arrangement={props.metadata.arrangement.clone()} />
            }
        </section>
    }
}
