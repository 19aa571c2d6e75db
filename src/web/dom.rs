//! The browser's own types and events, as far as the application handles them itself: event targets, listeners on the
//! window, the casts between them. `ui` takes them from here, so that this layer alone names the crates behind them.

pub use gloo::events::{EventListener, EventListenerOptions};
pub use gloo::utils::window;
pub use js_sys::JsString;
pub use wasm_bindgen::JsCast;
pub use web_sys::{
    DataTransfer, DragEvent, Element, Event, File, HtmlElement, HtmlInputElement,
    HtmlSelectElement, KeyboardEvent,
};
