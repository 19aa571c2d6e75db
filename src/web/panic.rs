//! What a panic may say: the place in the code, and nothing else. Rust's own message can hold up to 256 bytes of the
//! text that was being worked on.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = console)]
    fn error(message: &str);
}

/// In the worker: a panic prints its place. The trap behind it is heard by the bridge, which ends the worker.
pub fn report_in_worker() {
    std::panic::set_hook(Box::new(print_place));
}

/// In the page: a panic prints its place, and the boot script is told to show that the page cannot go on.
pub fn report_in_page() {
    std::panic::set_hook(Box::new(|panic| {
        print_place(panic);
        if let Ok(event) = web_sys::Event::new("cijing-panic") {
            // No listener prevents it, and nothing could be done about it here.
            let _ = gloo::utils::window().dispatch_event(&event);
        }
    }));
}

fn print_place(panic: &std::panic::PanicHookInfo<'_>) {
    let place = panic
        .location()
        .map(|place| format!("{}:{}", place.file(), place.line()));
    error(&format!(
        "cijing: internal error at {}",
        place.unwrap_or_default()
    ));
}
