//! Files to take away: handed to the browser's downloads, never to a server.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use gloo::utils::document;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlAnchorElement, HtmlCanvasElement,
    HtmlImageElement, Url,
};

/// How much finer a PNG is than the chart on the screen.
const PNG_SCALE: f64 = 2.0;
/// How long the browser gets to fetch a file before its address is taken back.
const ADDRESS_MILLIS: u32 = 60_000;

/// Saves bytes as a file.
pub fn save(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let array = Uint8Array::from(bytes);
    save_blob(name, &blob(&array.into(), media_type)?)
}

fn blob(part: &JsValue, media_type: &str) -> Result<Blob, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    Blob::new_with_u8_array_sequence_and_options(&Array::of1(part), &options)
}

fn save_blob(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let url = Url::create_object_url_with_blob(blob)?;
    let anchor: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.click();
    Timeout::new(ADDRESS_MILLIS, move || {
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Ok(())
}

/// Draws an SVG picture of this size in CSS pixels and saves it as PNG. `failed` is called where the browser cannot.
pub fn save_png(name: String, svg: &str, size: (f64, f64), failed: impl Fn() + 'static) {
    let failed: Rc<dyn Fn()> = Rc::new(failed);
    if start_drawing(name, svg, size, &failed).is_err() {
        failed();
    }
}

fn start_drawing(
    name: String,
    svg: &str,
    size: (f64, f64),
    failed: &Rc<dyn Fn()>,
) -> Result<(), JsValue> {
    let picture = blob(&svg.into(), "image/svg+xml")?;
    let url = Url::create_object_url_with_blob(&picture)?;
    let image = HtmlImageElement::new()?;
    let drawn = {
        let (image, url, failed) = (image.clone(), url.clone(), Rc::clone(failed));
        move || {
            if draw(&image, &name, size, &failed).is_err() {
                failed();
            }
            let _ = Url::revoke_object_url(&url);
        }
    };
    let failed = Rc::clone(failed);
    image.set_onload(Some(Closure::once_into_js(drawn).unchecked_ref()));
    image.set_onerror(Some(
        Closure::once_into_js(move || failed()).unchecked_ref(),
    ));
    image.set_src(&url);
    Ok(())
}

fn draw(
    image: &HtmlImageElement,
    name: &str,
    (width, height): (f64, f64),
    failed: &Rc<dyn Fn()>,
) -> Result<(), JsValue> {
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.unchecked_into();
    canvas.set_width((width * PNG_SCALE).ceil() as u32);
    canvas.set_height((height * PNG_SCALE).ceil() as u32);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let context: CanvasRenderingContext2d = context.unchecked_into();
    let (width, height) = (width * PNG_SCALE, height * PNG_SCALE);
    context.draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width, height)?;
    let (name, failed) = (name.to_owned(), Rc::clone(failed));
    let save = Closure::once_into_js(move |blob: JsValue| {
        let saved = blob
            .dyn_into::<Blob>()
            .and_then(|blob| save_blob(&name, &blob));
        if saved.is_err() {
            failed();
        }
    });
    canvas.to_blob(save.unchecked_ref())
}
