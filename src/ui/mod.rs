//! The application in Yew.
//!
//! [`state`] knows everything and is pure; [`panels`] are the parts of the screen, one for each step of the user's work;
//! [`components`] know nothing of the app; [`text`] holds every string. The page never sees the dictionary: words and
//! numbers come from the worker, through [`engine`], as small views.

mod app;
mod components;
mod engine;
mod panels;
mod shared;
mod state;
mod text;

use gloo::utils::{body, document};

/// Draws the application into the element `app`, or into the body where there is none.
pub fn run() {
    std::panic::set_hook(Box::new(tell_panic));
    let root = document().get_element_by_id("app");
    let root = root.unwrap_or_else(|| body().into());
    yew::Renderer::<app::App>::with_root(root).render();
}

/// Tells where the program stopped, and never what it was working on: a panic's message can hold the user's text. The
/// boot script hears the event and shows the message that the page cannot go on.
fn tell_panic(panic: &std::panic::PanicHookInfo<'_>) {
    let place = panic.location().map(ToString::to_string);
    crate::web::offline::tell_stopped(place.as_deref().unwrap_or("an unknown place"));
}
