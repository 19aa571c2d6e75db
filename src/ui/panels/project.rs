//! 工程: settings, corrections, stop words and ticks, saved to a file and opened from one.

use yew::{Event, Html, Properties, TargetCast as _, component, html, use_node_ref};

use crate::ui::engine::Engine;
use crate::ui::shared::Shared;
use crate::ui::state::{Mending, Opening};
use crate::ui::text::{Text, use_text};
use crate::web::dom::{HtmlElement, HtmlInputElement};
use crate::web::files;

/// Properties of [`ProjectFile`].
#[derive(Properties, PartialEq)]
pub struct ProjectFileProps {
    pub engine: Engine,
    pub mending: Shared<Mending>,
    /// Whether corrections were made that no file holds.
    pub is_unsaved: bool,
}

/// Saving and opening.
#[component]
pub fn ProjectFile(props: &ProjectFileProps) -> Html {
    let text = use_text();
    let words = &text.mending;
    let input = use_node_ref();
    let save = {
        let engine = props.engine.clone();
        move |_| engine.save_project(words.file_project)
    };
    let onchange = {
        let engine = props.engine.clone();
        move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                let chosen = files::listed(input.files()).into_iter().next();
                chosen
                    .into_iter()
                    .for_each(|file| engine.open_project(file.file));
                // The same file can be chosen again.
                input.set_value("");
            }
        }
    };
    let choose = {
        let input = input.clone();
        move |_| {
            input
                .cast::<HtmlElement>()
                .iter()
                .for_each(HtmlElement::click)
        }
    };
    html! {
        <section class="settings-section" data-testid="project" data-unsaved={props.is_unsaved.to_string()}>
            <h3 class="section-title">{ words.project }</h3>
            <div class="export-buttons">
                <button type="button" class="secondary" data-testid="save-project" onclick={save}>{ words.save_project }</button>
                <button type="button" class="secondary" data-testid="open-project" onclick={choose}>{ words.open_project }</button>
                <input ref={input} class="visually-hidden" type="file" accept=".json,application/json" tabindex="-1"
                    aria-label={words.open_project} data-testid="project-input" {onchange} />
            </div>
            if props.is_unsaved {
                <p class="project-unsaved">{ words.unsaved }</p>
            }
            <div role="status" aria-live="polite">{ opening(&props.mending.opening, text) }</div>
            <p class="note">{ words.project_note }</p>
        </section>
    }
}

fn opening(opening: &Opening, text: &'static Text) -> Html {
    let words = &text.mending;
    match opening {
        Opening::Nothing => html! {},
        Opening::Opened => {
            html! { <p class="note" data-testid="project-opened">{ words.opened }</p> }
        }
        Opening::Failed(error) => html! {
            <p class="failure-note" data-testid="project-error">{ (words.project_error)(error.as_ref()) }</p>
        },
    }
}
