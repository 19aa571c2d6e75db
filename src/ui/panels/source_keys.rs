//! The keys of 原文.

use yew::{Callback, KeyboardEvent};

use super::mending::action_of_key;
use super::selection::{Making, make};
use super::source::SourcePageProps;
use crate::engine::choices::Project;
use crate::ui::state::{Action, MendAction, Reading, ReviewAction};
use crate::web::{element, files};

/// The keys of the whole tab, but where something is typed or chosen, or a part of the tab took the key.
pub fn keys(props: &SourcePageProps) -> Callback<KeyboardEvent> {
    let (engine, reading) = (props.engine.clone(), props.reading.clone());
    let (mending, review) = (props.mending.clone(), props.review.is_open);
    let project = props.project.clone();
    Callback::from(move |event: KeyboardEvent| {
        let pressed = event.key() == "Enter" && element::hit_control(&event);
        if event.default_prevented() || files::is_editing(&event) || pressed {
            return;
        }
        if mending.form.is_none() {
            let actions = selection_keys(&event, &reading, &project);
            if !actions.is_empty() {
                event.prevent_default();
                let draws = matches!(actions.first(), Some(Action::Mend(_)));
                return if draws {
                    actions
                        .into_iter()
                        .for_each(|action| engine.dispatch(action));
                } else {
                    make(&engine, &reading, actions);
                };
            }
        }
        let action = action_of_key(&event, &reading, &mending).map(Action::Mend);
        let action = action.or_else(|| review_key(&event, review).map(Action::Review));
        if let Some(action) = action {
            event.prevent_default();
            if action == Action::Review(ReviewAction::Close) {
                // The list, on which the keyboard may be, goes away.
                element::focus(".clean");
            }
            engine.dispatch(action);
        }
    })
}

/// What the keys do with a selection: Shift and the arrows draw it, figures make something of it, Escape lets it go.
fn selection_keys(event: &KeyboardEvent, reading: &Reading, project: &Project) -> Vec<Action> {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return Vec::new();
    }
    let mend = |action: MendAction| vec![Action::Mend(action)];
    let picked = reading.picked_text();
    match (event.key().as_str(), event.shift_key(), picked) {
        ("ArrowRight", true, _) => mend(MendAction::PickOn(true)),
        ("ArrowLeft", true, _) => mend(MendAction::PickOn(false)),
        ("Escape", _, Some(_)) => mend(MendAction::Pick(None)),
        (key, false, Some(word)) => {
            let making = Making::of_key(key);
            making.map_or_else(Vec::new, |making| making.actions(&word, project))
        }
        _ => Vec::new(),
    }
}

fn review_key(event: &KeyboardEvent, is_open: bool) -> Option<ReviewAction> {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return None;
    }
    match (event.key().to_ascii_lowercase().as_str(), is_open) {
        ("j", _) => Some(ReviewAction::Next),
        ("k", _) => Some(ReviewAction::Previous),
        ("y", true) => Some(ReviewAction::Judge(true)),
        ("n", true) => Some(ReviewAction::Judge(false)),
        ("escape", true) => Some(ReviewAction::Close),
        _ => None,
    }
}
