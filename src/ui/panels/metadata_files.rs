//! The table of files and fields: values are changed in place, or for many files at once.

use yew::{
    Callback, Event, Html, Properties, TargetCast as _, UseStateHandle, classes, component, html,
    use_state_eq,
};

use super::metadata_cell::MetadataCell;
use crate::report::metadata::DOCUMENT_FIELDS;
use crate::report::views::{DocumentId, DocumentView};
use crate::text::page::model::Field;
use crate::text::sorted_map::SortedMap;
use crate::ui::components::select::chosen_number;
use crate::ui::components::window::WindowedRows;
use crate::ui::engine::Engine;
use crate::ui::shared::Shared;
use crate::ui::state::{Action, Change, Document};
use crate::ui::text::{MetadataText, use_text};
use crate::web::dom::HtmlInputElement;

/// Height of a row in CSS pixels.
const ROW_PX: u32 = 36;

/// Properties of [`MetadataFiles`].
#[derive(Properties, PartialEq)]
pub struct MetadataFilesProps {
    pub engine: Engine,
    pub documents: Shared<Vec<Shared<Document>>>,
}

/// The selected files, by their numbers.
type Selection = UseStateHandle<SortedMap<DocumentId, ()>>;

/// The table.
#[component]
pub fn MetadataFiles(props: &MetadataFilesProps) -> Html {
    let text = &use_text().metadata;
    let selection = use_state_eq(SortedMap::<DocumentId, ()>::new);
    let active = use_state_eq(|| None::<u32>);
    let files = files(&props.documents);
    let total = u32::try_from(files.len()).unwrap_or(u32::MAX);
    let select = {
        let (selection, files) = (selection.clone(), files.clone());
        Callback::from(move |row: u32| {
            if let Some((document, _)) = files.get(row as usize) {
                let mut next = (*selection).clone();
                if next.remove(&document.id).is_none() {
                    next.insert(document.id, ());
                }
                selection.set(next);
            }
        })
    };
    let select_all = {
        let (selection, files) = (selection.clone(), files.clone());
        move |_: Event| {
            let mut all = SortedMap::new();
            for (document, _) in &files {
                all.insert(document.id, ());
            }
            let is_all = *selection == all;
            selection.set(if is_all { SortedMap::new() } else { all });
        }
    };
    let row = {
        let (engine, files, selected) = (props.engine.clone(), files.clone(), (*selection).clone());
        let (select, active) = (select.clone(), *active);
        move |row: u32| match files.get(row as usize) {
            Some((document, view)) => {
                let is_selected = selected.contains_key(&document.id);
                let class = classes!(
                    "row",
                    "metadata-row",
                    (active == Some(row)).then_some("is-active")
                );
                html! {
                    <div {class} role="row" id={format!("metadata-{row}")} data-row={row.to_string()} data-testid="metadata-row"
                        key={document.id.0} aria-rowindex={(row + 1).to_string()} aria-selected={is_selected.to_string()}>
                        <span role="gridcell"><input type="checkbox" tabindex="-1" checked={is_selected} aria-label={text.select}
                            data-testid="metadata-select" onchange={select.reform(move |_: Event| row)} /></span>
                        <span role="rowheader" class="metadata-name" title={document.name.clone()}><bdi>{ &document.name }</bdi></span>
                        { for DOCUMENT_FIELDS.map(|field| html! {
                            <MetadataCell engine={engine.clone()} view={view.clone()} name={document.name.clone()} {field} />
                        }) }
                    </div>
                }
            }
            None => html! {},
        }
    };
    if files.is_empty() {
        return html! {};
    }
    html! {
        <section class="metadata-section metadata-files">
            <div class="row-between">
                <h3 class="section-title">{ text.files }</h3>
                <span class="note" data-testid="metadata-selected">{ (text.selected)(selection.len()) }</span>
            </div>
            <Together engine={props.engine.clone()} files={chosen(&files, &selection)} />
            <div class="metadata-table">
                <div class="metadata-row metadata-heads" aria-hidden="true">
                    <span><input type="checkbox" checked={selection.len() == files.len()} onchange={select_all}
                        title={text.select_all} data-testid="metadata-select-all" /></span>
                    <span>{ text.file }</span>
                    { for DOCUMENT_FIELDS.map(|field| html! { <span>{ (text.field)(field) }</span> }) }
                </div>
                <WindowedRows id="metadata" class="metadata-rows" label={text.files} {total} row_px={ROW_PX} row={row}
                    active={*active} on_active={{ let active = active.setter(); move |row| active.set(Some(row)) }}
                    on_space={select} />
            </div>
        </section>
    }
}

type FileRows = Vec<(Shared<Document>, Shared<DocumentView>)>;

/// The files that were read and are no tables.
fn files(documents: &[Shared<Document>]) -> FileRows {
    let read = documents
        .iter()
        .filter_map(|document| Some((document.clone(), document.view.clone()?)));
    read.filter(|(_, view)| !view.is_table).collect()
}

/// The content of the selected files.
fn chosen(files: &FileRows, selection: &Selection) -> Vec<String> {
    let selected = files
        .iter()
        .filter(|(document, _)| selection.contains_key(&document.id));
    selected.map(|(_, view)| view.sha256.clone()).collect()
}

/// Properties of [`Together`].
#[derive(Properties, PartialEq)]
pub struct TogetherProps {
    pub engine: Engine,
    /// SHA-256 of the files.
    pub files: Vec<String>,
}

/// Sets a field of all selected files.
#[component]
pub fn Together(props: &TogetherProps) -> Html {
    let text = &use_text().metadata;
    let field = use_state_eq(|| Field::Newspaper);
    let value = use_state_eq(String::new);
    let is_wrong = *field == Field::Published && !value.trim().is_empty() && !is_date(&value);
    let set = |value: String| {
        let (engine, files, field) = (props.engine.clone(), props.files.clone(), *field);
        move || {
            let change = Change::SetMetadata(files.clone(), field, value.clone());
            engine.dispatch(Action::Choose(change));
        }
    };
    let choose = {
        let field = field.setter();
        move |event: Event| {
            let chosen = chosen_number(&event)
                .and_then(|number| DOCUMENT_FIELDS.get(number as usize).copied());
            chosen.into_iter().for_each(|chosen| field.set(chosen));
        }
    };
    let oninput = {
        let value = value.setter();
        move |event: yew::InputEvent| {
            let input = event.target_dyn_into::<HtmlInputElement>();
            input.into_iter().for_each(|input| value.set(input.value()));
        }
    };
    let can_set = !props.files.is_empty() && !value.trim().is_empty() && !is_wrong;
    let (enter, click, clear) = (
        set((*value).clone()),
        set((*value).clone()),
        set(String::new()),
    );
    let onsubmit = move |event: yew::SubmitEvent| {
        event.prevent_default();
        if can_set {
            enter();
        }
    };
    html! {
        <form class="metadata-together" {onsubmit}>
            <label><span class="note">{ text.set_field }</span>
                <select onchange={choose} data-testid="together-field">{ options(*field, text) }</select></label>
            <label class="metadata-value"><span class="note">{ text.value }</span>
                <input type="text" value={(*value).clone()} {oninput} data-testid="together-value" autocomplete="off" /></label>
            <button type="button" class="primary" disabled={!can_set} data-testid="together-set"
                onclick={move |_| click()}>{ text.set }</button>
            <button type="button" class="secondary" disabled={props.files.is_empty()} title={text.clear_note} data-testid="together-clear"
                onclick={move |_| clear()}>{ text.clear }</button>
            if is_wrong { <p class="failure-note" role="alert">{ text.no_date }</p> }
        </form>
    }
}

fn options(chosen: Field, text: &'static MetadataText) -> Html {
    let option = |(number, field): (usize, Field)| {
        html! {
            <option value={number.to_string()} selected={field == chosen}>{ (text.field)(field) }</option>
        }
    };
    html! { <>{ for DOCUMENT_FIELDS.into_iter().enumerate().map(option) }</> }
}

/// Whether a text is a date in a form that is understood.
pub fn is_date(text: &str) -> bool {
    crate::text::written_date::date_of_cell(text).is_some()
}
