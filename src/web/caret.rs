//! Where a click hit a text.

use gloo::utils::{document, window};
use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Element, MouseEvent, Node};

/// How many characters (Unicode scalar values) of an element's text stand before the place that was clicked.
///
/// `None` where the click did not hit this element's text.
pub fn characters_before_click(text: &Element, event: &MouseEvent) -> Option<u32> {
    let (node, offset) = place_at(event)?;
    if !text.contains(Some(&node)) {
        return None;
    }
    let before = document().create_range().ok()?;
    before.set_start(text, 0).ok()?;
    before.set_end(&node, offset).ok()?;
    let before = String::from(before.to_string());
    u32::try_from(before.chars().count()).ok()
}

/// Whether a stretch of text is selected, which a click should leave alone.
pub fn is_selecting() -> bool {
    let selection = window().get_selection().ok().flatten();
    selection.is_some_and(|selection| !selection.is_collapsed())
}

/// The text node at the pointer and the place in it: by the standard function, or by the older one that Safari has.
fn place_at(event: &MouseEvent) -> Option<(Node, u32)> {
    let rows = [
        ("caretPositionFromPoint", "offsetNode", "offset"),
        ("caretRangeFromPoint", "startContainer", "startOffset"),
    ];
    rows.into_iter().find_map(|(function, node, offset)| {
        let document = JsValue::from(document());
        let function = Reflect::get(&document, &function.into()).ok()?;
        let function: Function = function.dyn_into().ok()?;
        let (x, y) = (event.client_x().into(), event.client_y().into());
        let place = function.call2(&document, &x, &y).ok()?;
        let node: Node = Reflect::get(&place, &node.into()).ok()?.dyn_into().ok()?;
        let offset = Reflect::get(&place, &offset.into()).ok()?.as_f64()?;
        Some((node, offset as u32))
    })
}
