//! The encoding of a file: how sure it is, and the others with the text read so.

use yew::{Html, KeyboardEvent, Properties, classes, component, html, use_state_eq};

use crate::report::views::{DocumentId, DocumentView, EncodingView};
use crate::text::decode::{Certainty, Encoding};
use crate::ui::engine::Engine;
use crate::ui::shared::Shared;
use crate::ui::text::{Text, use_text};

/// Properties of [`EncodingChip`].
#[derive(Properties, PartialEq)]
pub struct EncodingChipProps {
    pub engine: Engine,
    pub document: DocumentId,
    pub view: Shared<DocumentView>,
}

/// The chip, and the menu that it opens.
#[component]
pub fn EncodingChip(props: &EncodingChipProps) -> Html {
    let text = use_text();
    let open = use_state_eq(|| false);
    let encoding = &props.view.encoding;
    if encoding.is_workbook {
        return html! { <span class="encoding" data-testid="workbook-chip">{ text.workbook }</span> };
    }
    let toggle = {
        let open = open.clone();
        move |_| open.set(!*open)
    };
    let onkeydown = {
        let open = open.setter();
        move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                open.set(false);
            }
        }
    };
    let choose = |encoding: Encoding| {
        let (engine, document, open) = (props.engine.clone(), props.document, open.setter());
        move |_| {
            open.set(false);
            engine.reread(document, Some(encoding));
        }
    };
    let option = |encoding: Encoding| {
        let preview = props
            .view
            .encoding
            .previews
            .iter()
            .find(|(of, _)| *of == encoding);
        let is_used = encoding == props.view.encoding.encoding;
        html! {
            <li>
                <button type="button" class="encoding-option" data-testid="encoding-option" data-encoding={encoding.name()}
                    aria-current={is_used.then_some("true")} onclick={choose(encoding)}>
                    <span class="encoding-name">{ encoding.name() }</span>
                    <bdi class="encoding-preview">{ preview.map_or("", |(_, text)| text) }</bdi>
                </button>
            </li>
        }
    };
    let doubtful = encoding.certainty == Certainty::Unsure && !encoding.chosen_by_user;
    html! {
        <span class="encoding" {onkeydown}>
            <button type="button" class={classes!("chip", doubtful.then_some("is-doubtful"))} data-testid="encoding-chip"
                aria-expanded={open.to_string()} title={text.choose_encoding} onclick={toggle}>
                { encoding.encoding.name() }
                <span class="chip-note">{ certainty(encoding, text) }</span>
            </button>
            if *open {
                <div class="encoding-menu">
                    <p class="note">{ text.choose_encoding }</p>
                    <ul>{ for Encoding::ALL.into_iter().map(option) }</ul>
                    if encoding.byte_order_mark { <p class="note">{ text.byte_order_mark }</p> }
                </div>
            }
        </span>
    }
}

fn certainty(encoding: &EncodingView, text: &Text) -> &'static str {
    if encoding.chosen_by_user {
        text.chosen_by_you
    } else {
        (text.certainty)(encoding.certainty)
    }
}
