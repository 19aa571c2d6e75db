//! A long run of paragraphs of differing heights, of which only those near the eye are in the page.
//!
//! Heights are estimated from lengths in characters, and replaced by the real ones as paragraphs are drawn. So the
//! scrolled area has about the right height from the start, and what was seen once stands still.

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

use yew::{
    AttrValue, Callback, Classes, Html, KeyboardEvent, MouseEvent, NodeRef, PointerEvent,
    Properties, classes, component, hook, html, use_effect, use_effect_with, use_force_update,
    use_mut_ref, use_node_ref, use_state_eq,
};

use super::heights::{Heights, drawn};
use super::window::{needed, row_after_key};
use crate::ui::shared::Shared;
use crate::web::dom::Element;
use crate::web::element::{self, SizeWatch};

/// Properties of [`Flow`].
#[derive(Properties, PartialEq)]
pub struct FlowProps {
    /// Beginning of the paragraphs' `id`s.
    pub id: AttrValue,
    /// Classes of the scrolled element.
    #[prop_or_default]
    pub class: Classes,
    /// What it is, for those who do not see it.
    pub label: AttrValue,
    /// The length of every paragraph in characters.
    pub lengths: Shared<Vec<u32>>,
    /// Draws a paragraph. Its element carries its number as `data-row`, and the `id` told above.
    pub unit: Callback<u32, Html>,
    /// The paragraph that the keyboard is on.
    #[prop_or_default]
    pub active: Option<u32>,
    /// Called when the keyboard goes to another paragraph.
    #[prop_or_default]
    pub on_active: Callback<u32>,
    /// Called when the pointer comes to a paragraph, or leaves the run.
    #[prop_or_default]
    pub on_point: Callback<Option<u32>>,
    /// Called when a paragraph is clicked, or Enter is pressed on it.
    #[prop_or_default]
    pub on_enter: Callback<u32>,
    /// Called with the paragraphs that are wanted, in large steps.
    #[prop_or_default]
    pub on_need: Callback<Range<u32>>,
    /// A paragraph to scroll to, and a number that rises with every such wish.
    #[prop_or_default]
    pub scroll_to: Option<(u32, u32)>,
}

/// The run of paragraphs.
#[component]
pub fn Flow(props: &FlowProps) -> Html {
    let node = use_node_ref();
    let (range, onscroll) = use_flow(&node, props);
    let onkeydown = {
        let (node, active, total) = (node.clone(), props.active, props.lengths.len());
        let (on_active, on_enter) = (props.on_active.clone(), props.on_enter.clone());
        move |event: KeyboardEvent| {
            let next = row_after_key(
                &event.key(),
                active,
                5,
                u32::try_from(total).unwrap_or(u32::MAX),
            );
            match (event.key().as_str(), active, next) {
                ("Enter", Some(unit), _) => on_enter.emit(unit),
                (_, _, Some(unit)) => {
                    on_active.emit(unit);
                    node.cast::<Element>()
                        .iter()
                        .for_each(|element| show(element, unit));
                }
                _ => return,
            }
            event.prevent_default();
        }
    };
    let onclick = {
        let on_enter = props.on_enter.clone();
        move |event: MouseEvent| {
            element::number_at(&event, "data-row")
                .into_iter()
                .for_each(|unit| on_enter.emit(unit));
        }
    };
    let onpointermove = {
        let on_point = props.on_point.clone();
        move |event: PointerEvent| {
            if element::has_moved(&event) {
                on_point.emit(element::number_at(&event, "data-row"));
            }
        }
    };
    let onpointerleave = props.on_point.reform(|_: PointerEvent| None);
    let active = props.active.map(|unit| format!("{}-{unit}", props.id));
    html! {
        <div class={classes!("window", props.class.clone())} ref={node} role="listbox" tabindex="0"
            aria-label={props.label.clone()} aria-activedescendant={active}
            {onscroll} {onkeydown} {onclick} {onpointermove} {onpointerleave}>
            <div class="spacer" role="presentation" />
            { for range.map(|unit| props.unit.emit(unit)) }
            <div class="spacer" role="presentation" />
        </div>
    }
}

/// Scrolls just so far that a drawn paragraph is on the screen.
fn show(root: &Element, unit: u32) {
    let Some(found) = drawn(root, unit) else {
        return;
    };
    let (outer, inner) = (
        root.get_bounding_client_rect(),
        found.get_bounding_client_rect(),
    );
    let above = inner.top() - outer.top();
    let below = inner.bottom() - outer.bottom();
    let by = if above < 0.0 { above } else { below.max(0.0) };
    root.set_scroll_top(root.scroll_top() + by.round() as i32);
}

/// The paragraphs to draw, kept up with scroll position and size, and what to do on a scroll.
#[hook]
fn use_flow(node: &NodeRef, props: &FlowProps) -> (Range<u32>, Callback<yew::Event>) {
    let heights: Rc<RefCell<Heights>> = use_mut_ref(Heights::default);
    let range = use_state_eq(|| 0..0_u32);
    let redraw = use_force_update();
    let look = {
        let (node, heights, lengths) = (node.clone(), Rc::clone(&heights), props.lengths.clone());
        let range = range.setter();
        move || {
            if let Some(element) = node.cast::<Element>() {
                let mut heights = heights.borrow_mut();
                heights.keep_up(&lengths, element.client_width());
                let (top, height) = (
                    f64::from(element.scroll_top()),
                    f64::from(element.client_height()),
                );
                range.set(heights.visible(top, height));
            }
        }
    };
    use_effect_with((node.clone(), props.lengths.clone()), {
        let look = look.clone();
        move |(node, _)| {
            look();
            let watch = node
                .cast::<Element>()
                .and_then(|element| SizeWatch::new(&element, look));
            move || drop(watch)
        }
    });
    let total = u32::try_from(props.lengths.len()).unwrap_or(u32::MAX);
    let drawn = range.start.min(total)..range.end.min(total);
    let (root, units, wish, look_again) =
        (node.clone(), drawn.clone(), props.scroll_to, look.clone());
    use_effect(move || {
        if let Some(element) = root.cast::<Element>() {
            let mut heights = heights.borrow_mut();
            let (differed, grown) = heights.measure(&element, units.clone());
            let scroll = f64::from(element.scroll_top()) + grown;
            let (above, below) = heights.around(&units);
            let (first, last) = (element.first_element_child(), element.last_element_child());
            first
                .iter()
                .for_each(|spacer| element::set_height(spacer, above));
            last.iter()
                .for_each(|spacer| element::set_height(spacer, below));
            if grown.abs() > 0.5 {
                element.set_scroll_top(scroll.round() as i32);
            }
            heights.fulfil(&element, wish);
            drop(heights);
            if differed {
                look_again();
                redraw.force_update();
            }
        }
    });
    let on_need = props.on_need.clone();
    use_effect_with(needed(&drawn), move |need| on_need.emit(need.clone()));
    (drawn, Callback::from(move |_| look()))
}
