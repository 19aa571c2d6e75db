//! The application in Yew.

use yew::prelude::*;

/// Placeholder until the real application is merged.
#[component]
pub fn App() -> Html {
    html! { <main data-testid="app">{ "词镜" }</main> }
}
