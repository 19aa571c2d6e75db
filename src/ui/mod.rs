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

/// Draws the application into the element `app` of `index.html`.
pub fn run() {
    crate::web::panic::report_in_page();
    if let Some(root) = crate::web::element::app_root() {
        yew::Renderer::<app::App>::with_root(root).render();
    }
}
