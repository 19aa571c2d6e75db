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
    /// Called when the keyboard goes to another paragraph, which is then to be scrolled to.
    #[prop_or_default]
    pub on_active: Callback<u32>,
    /// Called when the pointer comes to a paragraph, or leaves the run.
    #[prop_or_default]
    pub on_point: Callback<Option<u32>>,
    /// Called when a paragraph is clicked: its number, its element, and the click.
    #[prop_or_default]
    pub on_click: Callback<(u32, Element, MouseEvent)>,
    /// Called with the paragraphs that are wanted, in large steps.
    #[prop_or_default]
    pub on_need: Callback<Range<u32>>,
    /// A paragraph to scroll to, and a number that rises with every such wish. Something in it that carries
    /// `data-point` is what is scrolled to.
    #[prop_or_default]
    pub scroll_to: Option<(u32, u32)>,
}

/// The run of paragraphs.
#[component]
pub fn Flow(props: &FlowProps) -> Html {
    let node = use_node_ref();
    let (range, onscroll) = use_flow(&node, props);
    let onkeydown = {
        let (active, total) = (props.active, props.lengths.len());
        let on_active = props.on_active.clone();
        move |event: KeyboardEvent| {
            let next = row_after_key(
                &event.key(),
                active,
                5,
                u32::try_from(total).unwrap_or(u32::MAX),
            );
            let plain = !event.ctrl_key() && !event.meta_key() && !event.alt_key();
            let Some(unit) = next.filter(|_| plain) else {
                return;
            };
            on_active.emit(unit);
            event.prevent_default();
        }
    };
    let onclick = {
        let (node, on_click) = (node.clone(), props.on_click.clone());
        move |event: MouseEvent| {
            let number = element::number_at(&event, "data-row");
            let root = node.cast::<Element>();
            let hit = number.zip(root);
            let hit = hit.and_then(|(unit, root)| Some((unit, drawn(&root, unit)?)));
            if let Some((unit, element)) = hit {
                on_click.emit((unit, element, event));
            }
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

/// Gives the blank above and below the drawn paragraphs its heights, in CSS pixels.
fn set_spacers(root: &Element, (above, below): (f64, f64)) {
    let (first, last) = (root.first_element_child(), root.last_element_child());
    first
        .iter()
        .for_each(|spacer| element::set_height(spacer, above));
    last.iter()
        .for_each(|spacer| element::set_height(spacer, below));
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
            // Before anything is measured: paragraphs that went away would else leave a run so short for a moment that
            // the browser scrolls back.
            set_spacers(&element, heights.around(&units));
            let (differed, grown) = heights.measure(&element, units.clone());
            let scroll = f64::from(element.scroll_top()) + grown;
            set_spacers(&element, heights.around(&units));
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
