//! A long list of rows of one height, of which only those near the eye are in the page.

use std::ops::Range;

use yew::{
    AttrValue, Callback, Classes, Html, KeyboardEvent, MouseEvent, NodeRef, PointerEvent,
    Properties, classes, component, hook, html, use_effect_with, use_node_ref, use_state_eq,
};

use crate::web::dom::Element;
use crate::web::element::{self, SizeWatch};

/// Rows kept above and below those on the screen, so that a small scroll shows no gap.
const MARGIN_ROWS: u32 = 12;
/// The window moves in steps of this many rows: not every scrolled pixel draws anew.
const STEP_ROWS: u32 = 6;
/// What is wanted is told in steps of this many rows.
const NEED_ROWS: u32 = 200;

/// The rows to draw, with a margin, for a scroll position; all lengths in CSS pixels. Empty for an empty list.
pub fn visible_range(scroll_px: f64, viewport_px: f64, row_px: f64, total: u32) -> Range<u32> {
    let first = (scroll_px / row_px).max(0.0) as u32;
    let shown = (viewport_px / row_px).max(0.0) as u32 + 2;
    let start = first.saturating_sub(MARGIN_ROWS) / STEP_ROWS * STEP_ROWS;
    let end = first
        .saturating_add(shown + MARGIN_ROWS)
        .div_ceil(STEP_ROWS);
    let end = end.saturating_mul(STEP_ROWS).min(total);
    start.min(end)..end
}

/// A range widened to the steps in which rows are wanted.
pub fn needed(range: &Range<u32>) -> Range<u32> {
    range.start / NEED_ROWS * NEED_ROWS..range.end.max(1).div_ceil(NEED_ROWS) * NEED_ROWS
}

/// The row to which a key leads from another one; `None` for a key that leads nowhere.
pub fn row_after_key(key: &str, from: Option<u32>, page: u32, total: u32) -> Option<u32> {
    let last = total.checked_sub(1)?;
    let row = match (key, from) {
        ("Home", _) => 0,
        ("End", _) => last,
        ("ArrowDown" | "PageDown", None) => 0,
        ("ArrowDown", Some(row)) => row.saturating_add(1),
        ("ArrowUp", Some(row)) => row.saturating_sub(1),
        ("PageDown", Some(row)) => row.saturating_add(page.max(1)),
        ("PageUp", Some(row)) => row.saturating_sub(page.max(1)),
        _ => return None,
    };
    Some(row.min(last))
}

/// Properties of [`WindowedRows`].
#[derive(Properties, PartialEq)]
pub struct WindowedRowsProps {
    /// Beginning of the rows' `id`s: row 3 of `words` has the id `words-3`.
    pub id: AttrValue,
    /// Classes of the scrolled element.
    #[prop_or_default]
    pub class: Classes,
    /// Its role: `grid`, `listbox`.
    #[prop_or(AttrValue::Static("grid"))]
    pub role: AttrValue,
    /// What the list is, for those who do not see it.
    pub label: AttrValue,
    /// How many rows there are in all.
    pub total: u32,
    /// The height of a row in CSS pixels.
    pub row_px: u32,
    /// Draws a row. Its element carries the row's number as `data-row`, and the `id` told above.
    pub row: Callback<u32, Html>,
    /// The row that the keyboard is on.
    #[prop_or_default]
    pub active: Option<u32>,
    /// Called when the keyboard goes to another row.
    #[prop_or_default]
    pub on_active: Callback<u32>,
    /// Called when the pointer comes to a row, or leaves the list.
    #[prop_or_default]
    pub on_point: Callback<Option<u32>>,
    /// Called when a row is clicked, or Enter is pressed on it.
    #[prop_or_default]
    pub on_enter: Callback<u32>,
    /// Called when the space bar is pressed on a row.
    #[prop_or_default]
    pub on_space: Callback<u32>,
    /// Called with the rows that are wanted, in large steps.
    #[prop_or_default]
    pub on_need: Callback<Range<u32>>,
    /// The heads of the columns, which stay at the top; their element is as high as `head_px` says.
    #[prop_or_default]
    pub head: Option<Html>,
    /// The height of the head in CSS pixels; 0 where there is none.
    #[prop_or_default]
    pub head_px: u32,
    /// A row to scroll to, and a number that rises with every such wish.
    #[prop_or_default]
    pub scroll_to: Option<(u32, u32)>,
}

/// The list.
#[component]
pub fn WindowedRows(props: &WindowedRowsProps) -> Html {
    let node = use_node_ref();
    let (range, onscroll) = use_window(&node, props);
    let onkeydown = {
        let (node, props) = (node.clone(), KeyTargets::of(props));
        move |event: KeyboardEvent| props.handle(&event, &node)
    };
    let onclick = {
        let on_enter = props.on_enter.clone();
        move |event: MouseEvent| {
            if !element::hit_control(&event) {
                element::number_at(&event, "data-row")
                    .into_iter()
                    .for_each(|row| on_enter.emit(row));
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
    let active = props.active.map(|row| format!("{}-{row}", props.id));
    html! {
        <div class={classes!("window", props.class.clone())} ref={node} role={props.role.clone()} tabindex="0"
            aria-label={props.label.clone()} aria-rowcount={props.total.to_string()} aria-activedescendant={active}
            {onscroll} {onkeydown} {onclick} {onpointermove} {onpointerleave}>
            { props.head.clone() }
            <div class="spacer" role="presentation" />
            { for range.map(|row| props.row.emit(row)) }
            <div class="spacer" role="presentation" />
        </div>
    }
}

/// The rows to draw, kept up with scroll position and size, and what to do on a scroll.
#[hook]
fn use_window(node: &NodeRef, props: &WindowedRowsProps) -> (Range<u32>, Callback<yew::Event>) {
    let (total, row_px, has_head) = (props.total, props.row_px, props.head.is_some());
    let range = use_state_eq(|| visible_range(0.0, 0.0, f64::from(row_px), total));
    let look = {
        let (node, range) = (node.clone(), range.setter());
        move || {
            if let Some(element) = node.cast::<Element>() {
                let (top, height) = (
                    f64::from(element.scroll_top()),
                    f64::from(element.client_height()),
                );
                range.set(visible_range(top, height, f64::from(row_px), total));
            }
        }
    };
    let drawn = range.start.min(total)..range.end.min(total);
    use_effect_with(
        (node.clone(), drawn.clone(), total, row_px),
        move |(node, drawn, total, row_px)| {
            if let Some(element) = node.cast::<Element>() {
                let row_px = f64::from(*row_px);
                element::set_property(&element, "--row-height", row_px);
                let (first, last) = (element.first_element_child(), element.last_element_child());
                let first = first.and_then(|first| {
                    if has_head {
                        first.next_element_sibling()
                    } else {
                        Some(first)
                    }
                });
                first.iter().for_each(|spacer| {
                    element::set_height(spacer, f64::from(drawn.start) * row_px)
                });
                let below = f64::from(total - drawn.end) * row_px;
                last.iter()
                    .for_each(|spacer| element::set_height(spacer, below));
            }
        },
    );
    use_effect_with((node.clone(), total, row_px), {
        let look = look.clone();
        move |(node, ..)| {
            let watch = node
                .cast::<Element>()
                .and_then(|element| SizeWatch::new(&element, look));
            move || drop(watch)
        }
    });
    use_effect_with(
        (node.clone(), props.scroll_to, total > 0, row_px),
        |(node, wish, ready, row_px)| {
            if let (Some(element), Some((row, _)), true) = (node.cast::<Element>(), wish, ready) {
                let place =
                    f64::from(*row) * f64::from(*row_px) - f64::from(element.client_height()) / 3.0;
                element.set_scroll_top(place.max(0.0) as i32);
            }
        },
    );
    let on_need = props.on_need.clone();
    use_effect_with(needed(&drawn), move |need| on_need.emit(need.clone()));
    (drawn, Callback::from(move |_| look()))
}

/// What the keys of a list need to know.
struct KeyTargets {
    active: Option<u32>,
    total: u32,
    row_px: u32,
    head_px: u32,
    on_active: Callback<u32>,
    on_enter: Callback<u32>,
    on_space: Callback<u32>,
}

impl KeyTargets {
    fn of(props: &WindowedRowsProps) -> Self {
        Self {
            active: props.active,
            total: props.total,
            row_px: props.row_px,
            head_px: props.head_px,
            on_active: props.on_active.clone(),
            on_enter: props.on_enter.clone(),
            on_space: props.on_space.clone(),
        }
    }

    fn handle(&self, event: &KeyboardEvent, node: &NodeRef) {
        let Some(element) = node
            .cast::<Element>()
            .filter(|_| !element::hit_control(event))
        else {
            return;
        };
        let page = u32::try_from(element.client_height()).unwrap_or(0) / self.row_px.max(1);
        match (event.key().as_str(), self.active) {
            ("Enter", Some(row)) => self.on_enter.emit(row),
            (" ", Some(row)) => self.on_space.emit(row),
            (key, active) => match row_after_key(key, active, page, self.total) {
                Some(row) => {
                    self.on_active.emit(row);
                    self.show(&element, row);
                }
                None => return,
            },
        }
        event.prevent_default();
    }

    /// Scrolls just so far that the row is on the screen.
    fn show(&self, element: &Element, row: u32) {
        let row_px = i32::try_from(self.row_px).unwrap_or(1);
        let top = i32::try_from(row)
            .unwrap_or(i32::MAX)
            .saturating_mul(row_px);
        let head_px = i32::try_from(self.head_px).unwrap_or(0);
        let lowest = top.saturating_add(row_px + head_px) - element.client_height();
        let scroll = element.scroll_top();
        if scroll > top || scroll < lowest {
            element.set_scroll_top(if scroll > top { top } else { lowest });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn keys_lead_to_rows() {
        let rows = [
            ("ArrowDown", None, Some(0)),
            ("ArrowDown", Some(98), Some(99)),
            ("ArrowDown", Some(99), Some(99)),
            ("ArrowUp", Some(0), Some(0)),
            ("ArrowUp", None, None),
            ("PageDown", Some(3), Some(13)),
            ("PageUp", Some(3), Some(0)),
            ("Home", None, Some(0)),
            ("End", Some(3), Some(99)),
            ("a", Some(3), None),
        ];
        for (key, from, expected) in rows {
            assert_eq!(
                row_after_key(key, from, 10, 100),
                expected,
                "{key} from {from:?}"
            );
        }
        assert_eq!(row_after_key("End", None, 10, 0), None, "an empty list");
    }

    proptest! {
        #[test]
        fn every_row_on_the_screen_is_drawn(scroll in 0.0..4e6_f64, viewport in 0.0..2000.0_f64, total in 0..100_000_u32) {
            let range = visible_range(scroll, viewport, 32.0, total);
            prop_assert!(range.start <= range.end && range.end <= total);
            prop_assert!(range.len() < 120, "few rows, however long the list: {}", range.len());
            for row in 0..3 {
                let on_screen = ((scroll + f64::from(row) / 2.0 * viewport) / 32.0) as u32;
                prop_assert!(on_screen >= total || range.contains(&on_screen), "row {on_screen} of {range:?}");
            }
        }

        #[test]
        fn what_is_drawn_is_wanted(start in 0..9_000_u32, len in 0..90_u32) {
            let need = needed(&(start..start + len));
            prop_assert!(need.start <= start && start + len <= need.end);
        }
    }
}
