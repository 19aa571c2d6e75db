//! Where a click hit a text.

use gloo::timers::callback::Timeout;
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
    characters_before(text, &node, offset)
}

/// Whether a stretch of text is selected, which a click should leave alone.
pub fn is_selecting() -> bool {
    let selection = window().get_selection().ok().flatten();
    selection.is_some_and(|selection| !selection.is_collapsed())
}

/// Does something once the events of the pointer's button, of which the click is the last, are over.
pub fn after_click(act: impl FnOnce() + 'static) {
    Timeout::new(0, act).forget();
}

/// What is selected inside one element: the number in an attribute of the element that a selector finds around it,
/// and the characters of that element's text before the selection begins and before it ends.
///
/// `None` where nothing is selected, or the selection leaves the element's text.
pub fn selected_characters(holder: &str, attribute: &str, text: &str) -> Option<(u32, u32, u32)> {
    let selection = window().get_selection().ok()??;
    if selection.is_collapsed() || selection.range_count() == 0 {
        return None;
    }
    let range = selection.get_range_at(0).ok()?;
    let (start, end) = (range.start_container().ok()?, range.end_container().ok()?);
    let element = match start.dyn_ref::<Element>() {
        Some(element) => element.clone(),
        None => start.parent_element()?,
    };
    let holder = element.closest(holder).ok()??;
    let number = holder.get_attribute(attribute)?.parse().ok()?;
    let text = holder.query_selector(text).ok()??;
    let before_start = if text.contains(Some(&start)) {
        characters_before(&text, &start, range.start_offset().ok()?)?
    } else {
        0
    };
    let before_end = if text.contains(Some(&end)) {
        characters_before(&text, &end, range.end_offset().ok()?)?
    } else {
        // A triple click ends the selection at the beginning of the next paragraph.
        u32::try_from(text.text_content()?.chars().count()).ok()?
    };
    Some((number, before_start, before_end))
}

fn characters_before(text: &Element, node: &Node, offset: u32) -> Option<u32> {
    let before = document().create_range().ok()?;
    before.set_start(text, 0).ok()?;
    before.set_end(node, offset).ok()?;
    let before = String::from(before.to_string());
    u32::try_from(before.chars().count()).ok()
}

/// Lets go of what the browser shows as selected.
pub fn deselect() {
    if let Ok(Some(selection)) = window().get_selection() {
        // Only a document that is shown nowhere has none to let go of.
        let _ = selection.remove_all_ranges();
    }
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
