//! Leaving the page.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::window;
use wasm_bindgen::JsCast as _;
use web_sys::BeforeUnloadEvent;

/// Asks before the page is left, for as long as the listener lives. The browser asks in words of its own.
pub fn ask_before_leaving() -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&window(), "beforeunload", options, |event| {
        event.prevent_default();
        // Older browsers ask only where this is set.
        if let Some(event) = event.dyn_ref::<BeforeUnloadEvent>() {
            event.set_return_value("ask");
        }
    })
}
