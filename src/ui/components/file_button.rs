//! A button that asks for a file.

use yew::{
    AttrValue, Callback, Event, Html, Properties, TargetCast as _, component, html, use_node_ref,
};

use crate::web::dom::{HtmlElement, HtmlInputElement};
use crate::web::files::{self, NamedFile};

/// Properties of [`FileButton`].
#[derive(Properties, PartialEq)]
pub struct FileButtonProps {
    pub label: AttrValue,
    /// The kinds of file that the dialogue offers.
    pub accept: AttrValue,
    /// The button's name for the page's tests; its field has `-input` behind it.
    pub testid: AttrValue,
    pub on_file: Callback<NamedFile>,
}

/// The button.
#[component]
pub fn FileButton(props: &FileButtonProps) -> Html {
    let input = use_node_ref();
    let onchange = {
        let on_file = props.on_file.clone();
        move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                let files = files::listed(input.files());
                files.into_iter().for_each(|file| on_file.emit(file));
                // The same file can be chosen again.
                input.set_value("");
            }
        }
    };
    let choose = {
        let input = input.clone();
        move |_| {
            let input = input.cast::<HtmlElement>();
            input.iter().for_each(HtmlElement::click)
        }
    };
    html! {
        <>
            <button type="button" class="secondary" data-testid={props.testid.clone()} onclick={choose}>{ &props.label }</button>
            <input ref={input} class="visually-hidden" type="file" accept={props.accept.clone()} tabindex="-1"
                aria-label={props.label.clone()} data-testid={format!("{}-input", props.testid)} {onchange} />
        </>
    }
}
