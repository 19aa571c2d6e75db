//! The front page of the first visit.

use yew::{Html, Properties, component, html};

use super::add_files::AddFiles;
use crate::ui::engine::Engine;
use crate::ui::text::use_text;

/// Properties of [`Welcome`].
#[derive(Properties, PartialEq)]
pub struct WelcomeProps {
    pub engine: Engine,
    /// Whether nothing was added yet. Otherwise the ways in stand over the list of files.
    pub is_empty: bool,
}

/// What it is for, the ways in, the promise.
#[component]
pub fn Welcome(props: &WelcomeProps) -> Html {
    let text = use_text();
    let step = |(name, what): (&'static str, &'static str)| {
        html! { <div class="welcome-step"><dt>{ name }</dt><dd>{ what }</dd></div> }
    };
    html! {
        <div class="welcome" data-testid="welcome">
            <h2 class="welcome-title">{ text.welcome }</h2>
            <p class="welcome-lead">{ text.welcome_lead }</p>
            if props.is_empty {
                <AddFiles engine={props.engine.clone()} />
            }
            <p class="note">{ text.kinds_of_file }</p>
            <dl class="welcome-steps">{ for text.welcome_steps.into_iter().map(step) }</dl>
            <p class="welcome-promise" data-testid="promise">{ text.promise }{ " · " }{ text.offline }</p>
        </div>
    }
}
