//! One value of one file, changed in place.

use yew::{
    FocusEvent, Html, KeyboardEvent, Properties, TargetCast as _, classes, component, html,
    use_effect_with, use_node_ref, use_state_eq,
};

use super::metadata::marked_value;
use super::metadata_files::is_date;
use crate::report::views::DocumentView;
use crate::text::page::model::Field;
use crate::ui::engine::Engine;
use crate::ui::shared::Shared;
use crate::ui::state::{Action, Change};
use crate::ui::text::use_text;
use crate::web::dom::{HtmlElement, HtmlInputElement};

/// Properties of [`MetadataCell`].
#[derive(Properties, PartialEq)]
pub struct MetadataCellProps {
    pub engine: Engine,
    pub view: Shared<DocumentView>,
    /// The file's name.
    pub name: String,
    pub field: Field,
}

/// The value as a button; pressed, a field. Enter takes the new value, Escape keeps the old one; an empty value takes back
/// what was set by hand.
#[component]
pub fn MetadataCell(props: &MetadataCellProps) -> Html {
    let text = &use_text().metadata;
    let is_edited = use_state_eq(|| false);
    let is_wrong = use_state_eq(|| false);
    let input = use_node_ref();
    let field = props.field;
    let value = props.view.metadata.get(field);
    let old = value.map_or_else(String::new, |value| value.value.clone());
    use_effect_with((*is_edited, input.clone()), |(is_edited, input)| {
        if let Some(input) = input.cast::<HtmlElement>().filter(|_| *is_edited) {
            // A field that cannot take the focus leaves it where it is.
            let _ = input.focus();
        }
    });
    let take = {
        let (engine, sha256, old) = (props.engine.clone(), props.view.sha256.clone(), old.clone());
        let (is_edited, is_wrong) = (is_edited.setter(), is_wrong.setter());
        move |typed: &str| {
            let typed = typed.trim();
            if field == Field::Published && !typed.is_empty() && !is_date(typed) {
                is_wrong.set(true);
                return;
            }
            if typed != old {
                let change = Change::SetMetadata(vec![sha256.clone()], field, typed.to_owned());
                engine.dispatch(Action::Choose(change));
            }
            is_wrong.set(false);
            is_edited.set(false);
        }
    };
    let onkeydown = {
        let (take, is_edited, is_wrong) = (take.clone(), is_edited.setter(), is_wrong.setter());
        move |event: KeyboardEvent| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else {
                return;
            };
            match event.key().as_str() {
                "Enter" if !event.is_composing() => take(&input.value()),
                "Escape" => {
                    is_wrong.set(false);
                    is_edited.set(false);
                }
                _ => {}
            }
        }
    };
    let onblur = {
        let is_edited = is_edited.setter();
        move |event: FocusEvent| match event.target_dyn_into::<HtmlInputElement>() {
            Some(input) => take(&input.value()),
            None => is_edited.set(false),
        }
    };
    let edit = {
        let is_edited = is_edited.setter();
        move |_| is_edited.set(true)
    };
    let label = (text.edit)((text.field)(field), &props.name);
    let name = format!("{field:?}").to_ascii_lowercase();
    html! {
        <span role="gridcell" class="metadata-cell" data-field={name}>
            if *is_edited {
                <input ref={input} type="text" value={old} aria-label={label} data-testid="metadata-input" autocomplete="off"
                    class={classes!(is_wrong.then_some("is-wrong"))} aria-invalid={is_wrong.to_string()}
                    title={is_wrong.then_some(text.no_date)} {onkeydown} {onblur} />
            } else {
                <button type="button" class="metadata-edit" aria-label={label} data-testid="metadata-cell" onclick={edit}>
                    if let Some(value) = value { { marked_value(value, text) } } else { <span class="is-unknown">{ "—" }</span> }
                </button>
            }
        </span>
    }
}
