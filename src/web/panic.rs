//! What a panic may say: the place in the code, and nothing else. Rust's own message can hold up to 256 bytes of the
//! text that was being worked on.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = console)]
    fn error(message: &str);
}

/// Makes panics print the place in the code only.
pub fn report_place_only() {
    std::panic::set_hook(Box::new(|information| {
        let place = information
            .location()
            .map(|place| format!("{}:{}", place.file(), place.line()));
        error(&format!(
            "cijing: internal error at {}",
            place.unwrap_or_default()
        ));
    }));
}
