//! 元数据: newspaper, date and page of every file, and who says so.

use yew::{Html, Properties, component, html};

use super::metadata_files::MetadataFiles;
use super::metadata_names::MetadataNames;
use super::metadata_tables::MetadataTables;
use crate::engine::metadata::ProjectMetadata;
use crate::report::metadata::FieldValue;
use crate::ui::engine::Engine;
use crate::ui::shared::Shared;
use crate::ui::state::{Action, Document, MetadataAction, MetadataState};
use crate::ui::text::{MetadataText, use_text};

/// Properties of [`MetadataPanel`].
#[derive(Properties, PartialEq)]
pub struct MetadataPanelProps {
    pub engine: Engine,
    pub documents: Shared<Vec<Shared<Document>>>,
    pub metadata: Shared<MetadataState>,
    /// What the user chose.
    pub chosen: ProjectMetadata,
}

/// The panel, in the place of the tabs.
#[component]
pub fn MetadataPanel(props: &MetadataPanelProps) -> Html {
    let text = &use_text().metadata;
    let back = {
        let engine = props.engine.clone();
        move |_| engine.dispatch(Action::Metadata(MetadataAction::Show(false)))
    };
    html! {
        <div class="metadata" data-testid="metadata-panel">
            <div class="row-between metadata-head">
                <h2 class="metadata-title">{ text.title }</h2>
                <button type="button" class="secondary" data-testid="metadata-back" onclick={back}>{ text.back }</button>
            </div>
            <p class="note">{ text.lead }</p>
            <MetadataFiles engine={props.engine.clone()} documents={props.documents.clone()} />
            <MetadataNames engine={props.engine.clone()} documents={props.documents.clone()}
                chosen={props.chosen.pattern.clone()} />
            <MetadataTables documents={props.documents.clone()} metadata={props.metadata.clone()} />
        </div>
    }
}

/// A value with the mark of its source.
pub fn marked_value(value: &FieldValue, text: &MetadataText) -> Html {
    let (mark, meaning) = (text.source)(value.source);
    html! {
        <>
            <bdi>{ &value.value }</bdi>
            <abbr class="source-mark" title={meaning} data-source={value.source.name()}>{ mark }</abbr>
        </>
    }
}
