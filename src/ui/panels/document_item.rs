//! One file of the list.

use yew::{Html, Properties, classes, component, html};

use super::encoding_chip::EncodingChip;
use crate::engine::error::DocumentError;
use crate::report::metadata::FieldValue;
use crate::report::views::{DocumentView, MalformedView};
use crate::ui::engine::Engine;
use crate::ui::shared::Shared;
use crate::ui::state::{Action, Document, Status, Target};
use crate::ui::text::{Text, use_text};

/// Properties of [`DocumentItem`].
#[derive(Properties, PartialEq)]
pub struct DocumentItemProps {
    pub engine: Engine,
    pub document: Shared<Document>,
    /// Whether it is the document that is read.
    pub is_open: bool,
}

/// Name, size, progress, encoding, what went wrong, and what can be done.
#[component]
pub fn DocumentItem(props: &DocumentItemProps) -> Html {
    let text = use_text();
    let (document, engine) = (&props.document, &props.engine);
    let id = document.id;
    let on = |act: fn(&Engine, crate::report::views::DocumentId)| {
        let engine = engine.clone();
        move |_| act(&engine, id)
    };
    let articles = document
        .view
        .as_ref()
        .map(|view| (text.articles_count)(count(view.articles.len())));
    html! {
        <li class={classes!("document", props.is_open.then_some("is-open"))} data-testid="document"
            data-status={document.status.name()} data-name={document.name.clone()}>
            <div class="document-head">
                <button type="button" class={classes!("document-name", document.name.contains('/').then_some("is-path"))} title={document.name.clone()}
                    aria-current={props.is_open.then_some("true")} disabled={document.view.is_none()}
                    onclick={on(|engine, id| engine.dispatch(Action::Open(id)))}>
                    <bdi>{ &document.name }</bdi>
                </button>
                if document.status.is_open() {
                    <button type="button" class="plain" data-testid="stop" onclick={on(Engine::stop)}>{ text.stop }</button>
                } else {
                    <button type="button" class="plain" data-testid="remove" onclick={on(Engine::remove)}>{ text.remove }</button>
                }
            </div>
            { progress(&document.status, text) }
            <p class="document-facts">
                if let Some(size) = document.size_bytes {
                    <span>{ (text.size)(size) }</span>
                }
                if let Some(articles) = articles {
                    <span data-testid="document-articles">{ articles }</span>
                }
                if let Some(view) = &document.view {
                    <EncodingChip engine={engine.clone()} document={id} view={view.clone()} />
                }
            </p>
            if let Some(view) = &document.view {
                { known(view, text) }
            }
            if let Status::Failed(error) = &document.status {
                { failure(error, text, on(|engine, id| engine.retry(id))) }
            }
            if let Some(view) = &document.view {
                { doubts(view, text, engine) }
            }
        </li>
    }
}

/// Newspaper, date, page and section in one line; what the file is, where it is a table.
fn known(view: &DocumentView, text: &'static Text) -> Html {
    if view.is_table {
        return html! { <p class="document-metadata" data-testid="document-metadata">{ text.metadata.is_table }</p> };
    }
    if view.metadata.values.is_empty() {
        return html! {};
    }
    let told = |value: &FieldValue| {
        let (_, source) = (text.metadata.source)(value.source);
        let title = format!("{}：{source}", (text.metadata.field)(value.field));
        html! { <bdi {title} data-source={value.source.name()}>{ &value.value }</bdi> }
    };
    html! { <p class="document-metadata" data-testid="document-metadata">{ for view.metadata.values.iter().map(told) }</p> }
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

fn progress(status: &Status, text: &'static Text) -> Html {
    match status {
        Status::Waiting => html! { <p class="note">{ text.waiting }</p> },
        Status::Working { stage, per_mille } => {
            let stage = (text.stage)(*stage);
            html! {
                <div class="progress">
                    <progress max="1000" value={per_mille.to_string()} aria-label={stage} />
                    <span class="note">{ stage }</span>
                </div>
            }
        }
        Status::Ready | Status::Failed(_) => html! {},
    }
}

fn failure(
    error: &DocumentError,
    text: &'static Text,
    retry: impl Fn(yew::MouseEvent) + 'static,
) -> Html {
    let can_retry = matches!(
        error,
        DocumentError::Stopped | DocumentError::Hung | DocumentError::Crashed
    );
    html! {
        <p class="failure-note" role="alert" data-testid="document-error">
            { (text.error)(error) }
            if can_retry {
                <button type="button" class="link" data-testid="retry" onclick={retry}>{ text.read_again }</button>
            }
        </p>
    }
}

/// What the reader should look at: bad bytes, invisible characters, runs that were cut.
fn doubts(view: &Shared<DocumentView>, text: &'static Text, engine: &Engine) -> Html {
    let place = |malformed: &MalformedView| {
        let (engine, document) = (engine.clone(), view.id);
        let lead = Action::Lead(document, Target::Row(malformed.row), vec![malformed.place]);
        html! {
            <li data-testid="malformed">
                <code>{ malformed.hexadecimal.to_ascii_uppercase() }</code>
                <button type="button" class="link" onclick={move |_| engine.dispatch(lead.clone())}>
                    { (text.malformed_place)(malformed.offset_bytes, malformed.line) }
                </button>
            </li>
        }
    };
    let rest = view
        .malformed_count
        .saturating_sub(count(view.malformed.len()));
    html! {
        <>
            if view.malformed_count > 0 {
                <details class="doubts" data-testid="malformed-list">
                    <summary>{ (text.malformed)(view.malformed_count) }</summary>
                    <ul>{ for view.malformed.iter().map(place) }</ul>
                    if rest > 0 { <p class="note">{ (text.malformed_more)(rest) }</p> }
                </details>
            }
            if view.invisible_count > 0 { <p class="note doubt">{ (text.invisible)(view.invisible_count) }</p> }
            if view.long_run_cuts > 0 { <p class="note doubt">{ (text.long_runs)(view.long_run_cuts) }</p> }
        </>
    }
}
