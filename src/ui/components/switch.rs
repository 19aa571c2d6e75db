//! A labelled switch.

use yew::{AttrValue, Callback, Event, Html, Properties, TargetCast as _, component, html};

use crate::web::dom::HtmlInputElement;

/// Properties of [`Switch`].
#[derive(Properties, PartialEq)]
pub struct SwitchProps {
    /// What is switched.
    pub label: AttrValue,
    /// Whether it is on.
    pub on: bool,
    /// Called with the new position.
    pub on_change: Callback<bool>,
    /// A sentence below the label.
    #[prop_or_default]
    pub note: Option<AttrValue>,
    /// Name for the page's tests.
    #[prop_or_default]
    pub testid: Option<AttrValue>,
}

/// A check box with its label and a note.
#[component]
pub fn Switch(props: &SwitchProps) -> Html {
    let on_change = props.on_change.clone();
    let onchange = move |event: Event| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            on_change.emit(input.checked());
        }
    };
    html! {
        <label class="switch">
            <input type="checkbox" checked={props.on} {onchange} data-testid={props.testid.clone()} />
            <span class="switch-label">{ &props.label }</span>
            if let Some(note) = &props.note {
                <span class="note">{ note }</span>
            }
        </label>
    }
}
