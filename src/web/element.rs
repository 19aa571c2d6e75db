//! Sizes and scroll positions of elements. The page's policy forbids `style` attributes, so sizes are set here.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, PointerEvent, ResizeObserver};

/// The element of `index.html` that holds the application; `None` only where that file was changed.
pub fn app_root() -> Option<Element> {
    gloo::utils::document().get_element_by_id("app")
}

/// Sets the height of an element, in CSS pixels.
pub fn set_height(element: &Element, px: f64) {
    set_property(element, "height", px);
}

/// Sets a length in CSS pixels; `name` is a property such as `height` or `--row-height`.
pub fn set_property(element: &Element, name: &str, px: f64) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        // A property that the browser does not know is ignored by it.
        let _ = element
            .style()
            .set_property(name, &format!("{}px", crate::report::svg::number(px)));
    }
}

/// The height of an element as laid out, in CSS pixels; 0 for one that is not shown.
pub fn height(element: &Element) -> f64 {
    element.get_bounding_client_rect().height()
}

/// Moves the keyboard's focus to the first element inside `root` that a selector finds.
pub fn focus_inside(root: &Element, selector: &str) {
    let Ok(Some(found)) = root.query_selector(selector) else {
        return;
    };
    // An element that cannot take the focus leaves it where it is.
    if let Some(element) = found.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    } else if let Some(element) = found.dyn_ref::<web_sys::SvgElement>() {
        let _ = element.focus();
    }
}

/// The same inside the application.
pub fn focus(selector: &str) {
    if let Some(root) = app_root() {
        focus_inside(&root, selector);
    }
}

/// The number in an attribute of the element that an event hit, or of the nearest one around it that has it.
pub fn number_at(event: &Event, attribute: &str) -> Option<u32> {
    attribute_at(event, attribute)?.parse().ok()
}

/// An attribute of the element that an event hit, or of the nearest one around it that has it.
pub fn attribute_at(event: &Event, attribute: &str) -> Option<String> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let holder = target.closest(&format!("[{attribute}]")).ok()??;
    holder.get_attribute(attribute)
}

/// What stands in the field of this name inside an element; empty where there is none.
pub fn value_of(root: &Element, name: &str) -> String {
    let field = root
        .query_selector(&format!("[name={name}]"))
        .ok()
        .flatten();
    let value = field.and_then(|field| Reflect::get(&field, &"value".into()).ok());
    value
        .and_then(|value| value.as_string())
        .unwrap_or_default()
}

/// Writes into the text field of this name inside an element.
pub fn fill(root: &Element, name: &str, value: &str) {
    let field = root.query_selector(&format!("input[name={name}]"));
    let field = field.ok().flatten();
    if let Some(field) = field.as_ref().and_then(JsCast::dyn_ref::<HtmlInputElement>) {
        field.set_value(value);
    }
}

/// Whether an event hit a control, which has its own use for it.
pub fn hit_control(event: &Event) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let control = target.map(|target| target.closest("input, button, label, select, a"));
    matches!(control, Some(Ok(Some(_))))
}

/// Whether the pointer itself moved. The browser also sends moves when the page moves under a resting pointer; those
/// must not take the light from where the reader was just led.
pub fn has_moved(event: &PointerEvent) -> bool {
    event.movement_x() != 0 || event.movement_y() != 0 || !event.is_trusted()
}

/// Watches the size of an element until it is dropped.
pub struct SizeWatch {
    observer: ResizeObserver,
    _callback: Closure<dyn FnMut()>,
}

impl SizeWatch {
    /// Calls back now, and whenever the size changes; `None` where the browser cannot watch sizes.
    pub fn new(element: &Element, callback: impl FnMut() + 'static) -> Option<Self> {
        let callback = Closure::<dyn FnMut()>::new(callback);
        let observer = ResizeObserver::new(callback.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Self {
            observer,
            _callback: callback,
        })
    }
}

impl Drop for SizeWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
