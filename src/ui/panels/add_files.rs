//! The ways in: files, pasted text, samples. It stands on the front page first, and over the list of files later.

use yew::{
    Event, Html, NodeRef, Properties, TargetCast as _, component, html, use_node_ref, use_state_eq,
};

use crate::ui::engine::Engine;
use crate::ui::text::use_text;
use crate::web::bridge::Sample;
use crate::web::dom::{Element, HtmlElement, HtmlInputElement};
use crate::web::files;

/// Properties of [`AddFiles`].
#[derive(Properties, PartialEq)]
pub struct AddFilesProps {
    pub engine: Engine,
}

/// Buttons for every way in.
#[component]
pub fn AddFiles(props: &AddFilesProps) -> Html {
    let text = use_text();
    let pasting = use_state_eq(|| false);
    let (input, folder_input) = (use_node_ref(), use_node_ref());
    let onchange = {
        let engine = props.engine.clone();
        move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                engine.add_files(files::listed(input.files()));
                // The same file can be chosen again.
                input.set_value("");
            }
        }
    };
    let choose = |input: &NodeRef| {
        let input = input.clone();
        move |_| {
            input
                .cast::<HtmlElement>()
                .iter()
                .for_each(HtmlElement::click)
        }
    };
    let sample = |content: Sample, name: &'static str| {
        let engine = props.engine.clone();
        move |_| engine.add_sample(content, name)
    };
    let toggle = {
        let pasting = pasting.clone();
        move |_| pasting.set(!*pasting)
    };
    let done = {
        let pasting = pasting.setter();
        move |()| pasting.set(false)
    };
    html! {
        <div class="add-files">
            <input ref={input.clone()} class="visually-hidden" type="file" multiple=true tabindex="-1" aria-label={text.add_files}
                data-testid="file-input" onchange={onchange.clone()} />
            <input ref={folder_input.clone()} class="visually-hidden" type="file" webkitdirectory=true tabindex="-1"
                aria-label={text.add_folder} data-testid="folder-input" {onchange} />
            <div class="add-buttons">
                <button type="button" class="primary" onclick={choose(&input)}>{ text.add_files }</button>
                <button type="button" class="secondary" data-testid="add-folder" onclick={choose(&folder_input)}>
                    { text.add_folder }
                </button>
                <button type="button" class="secondary" data-testid="paste" aria-expanded={pasting.to_string()} onclick={toggle}>
                    { text.paste }
                </button>
            </div>
            if *pasting {
                <PasteBox engine={props.engine.clone()} on_done={done} />
            }
            <p class="samples">
                <span class="note">{ text.samples }</span>
                <button type="button" class="link" data-testid="sample-wrapped"
                    onclick={sample(Sample::Wrapped, text.sample_wrapped)}>{ text.sample_wrapped }</button>
                <button type="button" class="link" data-testid="sample-markdown"
                    onclick={sample(Sample::Markdown, text.sample_markdown)}>{ text.sample_markdown }</button>
            </p>
        </div>
    }
}

/// Properties of [`PasteBox`].
#[derive(Properties, PartialEq)]
pub struct PasteBoxProps {
    pub engine: Engine,
    /// Called when the text was added.
    pub on_done: yew::Callback<()>,
}

/// A text box to paste into.
#[component]
pub fn PasteBox(props: &PasteBoxProps) -> Html {
    let text = use_text();
    let node = use_node_ref();
    let add = {
        let (engine, node, done) = (props.engine.clone(), node.clone(), props.on_done.clone());
        move |_| {
            let typed = node
                .cast::<Element>()
                .and_then(|text_box| files::typed(&text_box));
            if let Some(typed) = typed {
                engine.add_pasted(typed, text.pasted);
                done.emit(());
            }
        }
    };
    html! {
        <div class="paste-box">
            <label>
                <span class="note">{ text.paste_label }</span>
                <textarea ref={node} rows="6" spellcheck="false" data-testid="paste-text" />
            </label>
            <div class="row-between">
                <span class="note">{ text.paste_hint }</span>
                <button type="button" class="primary" data-testid="paste-add" onclick={add}>{ text.paste_add }</button>
            </div>
        </div>
    }
}
