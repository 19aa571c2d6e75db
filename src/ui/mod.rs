//! The application in Yew.
//!
//! `state` knows everything and is pure; `panels` are the parts of the screen, one for each step of the user's work;
//! `components` know nothing of the app; `text` holds every string. The page never sees the dictionary: words and
//! numbers come from the worker, through `engine`, as small views.

mod app;
mod components;
mod engine;
mod panels;
mod shared;
mod state;
mod text;

use gloo::utils::{body, document};

use crate::web::{offline, panic};

/// Draws the application into the element `app`, or into the body where there is none.
///
/// A panic prints its place in the code only, and tells the boot script, which shows that the page cannot go on.
pub fn run() {
    panic::report_place_only();
    let report = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |information| {
        report(information);
        offline::tell_stopped();
    }));
    let root = document().get_element_by_id("app");
    let root = root.unwrap_or_else(|| body().into());
    yew::Renderer::<app::App>::with_root(root).render();
}
