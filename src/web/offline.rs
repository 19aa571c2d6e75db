//! New versions of the app. The boot script registers the service worker; without it, nothing here happens.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};

/// Calls back when a new version has been fetched completely and waits for the user's consent.
pub fn on_update(callback: impl Fn() + 'static) {
    let Some((app, function)) = method("onUpdate") else {
        return;
    };
    // Watched for as long as the page lives.
    let callback = Closure::<dyn Fn()>::new(callback).into_js_value();
    forget_outcome(function.call1(&app, &callback));
}

/// Lets the version that waits take over; the page is then loaded again.
pub fn apply_update() {
    if let Some((app, function)) = method("applyUpdate") {
        forget_outcome(function.call0(&app));
    }
}

/// Loads the page again.
pub fn reload() {
    // Refused only where the page is being left already.
    let _ = gloo::utils::window().location().reload();
}

/// A function of the boot script, with the object it belongs to.
fn method(name: &str) -> Option<(JsValue, Function)> {
    let app = Reflect::get(&js_sys::global(), &"cijing".into()).ok()?;
    let function = Reflect::get(&app, &name.into()).ok()?;
    Some((app, function.dyn_into().ok()?))
}

/// Both functions answer with a promise. Whether it holds makes no difference here, but an unhandled rejection would
/// be printed to the console.
fn forget_outcome(outcome: Result<JsValue, JsValue>) {
    if let Ok(promise) = outcome.and_then(|value| value.dyn_into::<js_sys::Promise>()) {
        wasm_bindgen_futures::spawn_local(async move {
            let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
        });
    }
}
