//! A long run of paragraphs of differing heights, of which only those near the eye are in the page.
//!
//! Heights are estimated from lengths in characters, and replaced by the real ones as paragraphs are drawn. So the
//! scrolled area has about the right height from the start, and what was seen once stands still.

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

use web_sys::Element;
use yew::{
    AttrValue, Callback, Classes, Html, KeyboardEvent, MouseEvent, NodeRef, PointerEvent,
    Properties, classes, component, hook, html, use_effect, use_effect_with, use_force_update,
    use_mut_ref, use_node_ref, use_state_eq,
};

use super::window::{needed, row_after_key};
use crate::ui::shared::Shared;
use crate::web::element::{self, SizeWatch};

/// Drawn above and below the screen, in CSS pixels.
const MARGIN_PX: f64 = 400.0;
/// Height of a line of reading text, and of the blank around a paragraph, in CSS pixels.
const LINE_PX: f64 = 29.0;
const BLANK_PX: f64 = 12.0;
/// Width of a character, in CSS pixels.
const CHARACTER_PX: f64 = 17.0;

/// Heights of paragraphs of these lengths in a column of this width, in CSS pixels.
fn estimate(lengths: &[u32], width_px: f64) -> Vec<f64> {
    let per_line = (width_px / CHARACTER_PX).floor().max(8.0);
    let height =
        |&length: &u32| (f64::from(length) / per_line).ceil().max(1.0) * LINE_PX + BLANK_PX;
    lengths.iter().map(height).collect()
}

/// The paragraphs to draw for a scroll position; lengths in CSS pixels.
fn visible_units(heights: &[f64], scroll_px: f64, viewport_px: f64) -> Range<u32> {
    let (from, to) = (scroll_px - MARGIN_PX, scroll_px + viewport_px + MARGIN_PX);
    let mut top = 0.0;
    let mut range = 0..0;
    for (unit, height) in (0..).zip(heights) {
        if top + height < from {
            range = unit + 1..unit + 1;
        } else if top <= to {
            range.end = unit + 1;
        } else {
            break;
        }
        top += height;
    }
    range
}

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
    let onpointerover = {
        let on_point = props.on_point.clone();
        move |event: PointerEvent| on_point.emit(element::number_at(&event, "data-row"))
    };
    let onpointerleave = props.on_point.reform(|_: PointerEvent| None);
    let active = props.active.map(|unit| format!("{}-{unit}", props.id));
    html! {
        <div class={classes!("window", props.class.clone())} ref={node} role="listbox" tabindex="0"
            aria-label={props.label.clone()} aria-activedescendant={active}
            {onscroll} {onkeydown} {onclick} {onpointerover} {onpointerleave}>
            <div class="spacer" role="presentation" />
            { for range.map(|unit| props.unit.emit(unit)) }
            <div class="spacer" role="presentation" />
        </div>
    }
}

/// The element of a paragraph that is drawn.
fn drawn(root: &Element, unit: u32) -> Option<Element> {
    root.query_selector(&format!("[data-row='{unit}']"))
        .ok()
        .flatten()
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

/// What is known of the heights.
#[derive(Default)]
struct Heights {
    of: Option<(Shared<Vec<u32>>, i32)>,
    px: Vec<f64>,
    /// The wish that was fulfilled last, and whether only by estimate.
    arrived: Option<(u32, u32)>,
    by_estimate: bool,
}

impl Heights {
    /// Estimates anew when the paragraphs or the width changed.
    fn keep_up(&mut self, lengths: &Shared<Vec<u32>>, width: i32) {
        let of = Some((lengths.clone(), width));
        if self.of != of {
            self.px = estimate(lengths, f64::from(width));
            self.of = of;
        }
    }

    /// Replaces estimates by what was drawn. Tells whether anything differed, and by how much what lies above the
    /// screen grew.
    fn measure(&mut self, root: &Element, range: Range<u32>) -> (bool, f64) {
        let scroll = f64::from(root.scroll_top());
        let mut top: f64 = self.px.iter().take(range.start as usize).sum();
        let (mut differed, mut grown) = (false, 0.0);
        for unit in range {
            let height = drawn(root, unit).map(|element| element::height(&element));
            let (Some(height), Some(known)) = (height, self.px.get_mut(unit as usize)) else {
                continue;
            };
            if (height - *known).abs() > 0.5 {
                differed = true;
                grown += if top + *known <= scroll {
                    height - *known
                } else {
                    0.0
                };
            }
            top += *known;
            *known = height;
        }
        (differed, grown)
    }

    /// Scrolls to a wished paragraph: at once by estimate, and once more when it is drawn.
    fn fulfil(&mut self, root: &Element, wish: Option<(u32, u32)>) {
        let Some((unit, _)) = wish.filter(|_| !self.px.is_empty()) else {
            return;
        };
        if self.arrived == wish && !self.by_estimate {
            return;
        }
        let third = f64::from(root.client_height()) / 4.0;
        if let Some(found) = drawn(root, unit) {
            let above =
                found.get_bounding_client_rect().top() - root.get_bounding_client_rect().top();
            root.set_scroll_top(root.scroll_top() + (above - third).round() as i32);
            self.by_estimate = false;
        } else if self.arrived != wish {
            let top: f64 = self.px.iter().take(unit as usize).sum();
            root.set_scroll_top((top - third).max(0.0) as i32);
            self.by_estimate = true;
        }
        self.arrived = wish;
    }
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
                range.set(visible_units(&heights.px, top, height));
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
            let above: f64 = heights.px.iter().take(units.start as usize).sum();
            let below: f64 = heights.px.iter().skip(units.end as usize).sum();
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn estimates_by_length_and_width() {
        let rows = [(0, 41.0), (40, 41.0), (41, 70.0), (400, 302.0)];
        for (length, expected) in rows {
            assert_eq!(
                estimate(&[length], 40.0 * CHARACTER_PX),
                [expected],
                "{length} characters"
            );
        }
    }

    proptest! {
        #[test]
        fn what_is_on_the_screen_is_drawn(
            heights in proptest::collection::vec(10.0..500.0_f64, 0..200),
            scroll in 0.0..50_000.0_f64,
        ) {
            let range = visible_units(&heights, scroll, 800.0);
            let mut top = 0.0;
            for (unit, height) in (0..).zip(&heights) {
                let on_screen = top + height > scroll && top < scroll + 800.0;
                prop_assert!(!on_screen || range.contains(&unit), "unit {unit} at {top} of {range:?}");
                top += height;
            }
        }
    }
}
