//! Placeholder until the real worker is merged: takes over `onmessage` as the real one does, and answers each message
//! with itself.

use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;

/// Runs the worker.
pub fn start() {
    let Ok(scope) = js_sys::global().dyn_into::<web_sys::DedicatedWorkerGlobalScope>() else {
        return;
    };
    let answer = Closure::<dyn FnMut(web_sys::MessageEvent)>::new({
        let scope = scope.clone();
        move |event: web_sys::MessageEvent| {
            let _ = scope.post_message(&event.data());
        }
    });
    scope.set_onmessage(Some(answer.as_ref().unchecked_ref()));
    answer.forget();
}
