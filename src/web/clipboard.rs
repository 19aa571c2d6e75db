//! Text for the clipboard. Pages that are not served safely have no clipboard; there the older way is taken, of copying
//! what is selected.

use gloo::utils::{document, window};
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::HtmlTextAreaElement;

/// Copies a text. `told` is called once it is known whether the browser let it be copied.
pub fn copy(text: String, told: impl FnOnce(bool) + 'static) {
    let Ok(writing) = write(&text) else {
        return told(copy_selected(&text).unwrap_or(false));
    };
    spawn_local(async move {
        let is_written = JsFuture::from(writing).await.is_ok();
        told(is_written || copy_selected(&text).unwrap_or(false));
    });
}

/// A method of an object, called with one argument.
fn call(object: &JsValue, method: &str, argument: &str) -> Result<JsValue, JsValue> {
    let function: Function = Reflect::get(object, &method.into())?.dyn_into()?;
    function.call1(object, &argument.into())
}

fn write(text: &str) -> Result<Promise, JsValue> {
    let clipboard = Reflect::get(&window().navigator(), &"clipboard".into())?;
    call(&clipboard, "writeText", text)?.dyn_into()
}

/// Whether the browser copied a text that was selected in a field for a moment.
fn copy_selected(text: &str) -> Result<bool, JsValue> {
    let document = document();
    let body = document.body().ok_or(JsValue::NULL)?;
    let field: HtmlTextAreaElement = document.create_element("textarea")?.dyn_into()?;
    field.set_value(text);
    field.set_read_only(true);
    body.append_child(&field)?;
    field.select();
    let copied = call(&document, "execCommand", "copy");
    field.remove();
    Ok(copied?.is_truthy())
}
