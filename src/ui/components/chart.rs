//! A bar chart: a scene drawn as SVG, whose bars take the pointer and the keyboard.

use web_sys::Element;
use yew::{
    AttrValue, Callback, Html, KeyboardEvent, Properties, component, html, use_effect_with,
    use_node_ref, use_state_eq,
};

use super::scene::{Mark, Scene};
use super::window::row_after_key;
use crate::web::element;

/// What a bar says besides its picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// The key of its group in the scene: the word.
    pub key: AttrValue,
    /// Its count.
    pub count: u32,
    /// What it says to those who do not see it.
    pub label: AttrValue,
}

/// Properties of [`BarChart`].
#[derive(Properties, PartialEq)]
pub struct BarChartProps {
    /// The picture.
    pub scene: Scene,
    /// The bars in the order of the picture.
    pub bars: Vec<Bar>,
    /// What the picture is.
    pub title: AttrValue,
    /// Called when pointer or keyboard come to a bar, by its place; `None` when they leave.
    pub on_point: Callback<Option<usize>>,
    /// Called when a bar is clicked, or Enter is pressed on it.
    pub on_enter: Callback<usize>,
}

/// The chart. One stop of the Tab key; the arrow keys go from bar to bar.
#[component]
pub fn BarChart(props: &BarChartProps) -> Html {
    let node = use_node_ref();
    let active = use_state_eq(|| 0_usize);
    let by_key = use_state_eq(|| 0_u32);
    use_effect_with((*by_key, node.clone()), |(by_key, node)| {
        if let (Some(root), true) = (node.cast::<Element>(), *by_key > 0) {
            element::focus_inside(&root, "[data-bar][tabindex='0']");
        }
    });
    let onkeydown = {
        let (active, by_key, on_enter) = (active.clone(), by_key.clone(), props.on_enter.clone());
        let total = u32::try_from(props.bars.len()).unwrap_or(u32::MAX);
        move |event: KeyboardEvent| {
            let from = u32::try_from(*active).ok();
            match (
                event.key().as_str(),
                row_after_key(&event.key(), from, 10, total),
            ) {
                ("Enter" | " ", _) => on_enter.emit(*active),
                (_, Some(bar)) => {
                    active.set(bar as usize);
                    by_key.set(*by_key + 1);
                }
                _ => return,
            }
            event.prevent_default();
        }
    };
    let last = props.bars.len().saturating_sub(1);
    let stop = (*active).min(last);
    let draw = |mark: &Mark| draw(mark, props, stop);
    html! {
        <svg ref={node} class="chart" role="group" aria-label={props.title.clone()} {onkeydown}
            width={props.scene.width.to_string()} height={props.scene.height.to_string()}
            viewBox={format!("0 0 {} {}", props.scene.width, props.scene.height)}>
            { for props.scene.marks.iter().map(draw) }
        </svg>
    }
}

fn draw(mark: &Mark, props: &BarChartProps, stop: usize) -> Html {
    match mark {
        Mark::Rect {
            x,
            y,
            width,
            height,
            class,
        } => html! {
            <rect class={*class} x={x.to_string()} y={y.to_string()} width={width.to_string()} height={height.to_string()} />
        },
        Mark::Line {
            x1,
            y1,
            x2,
            y2,
            class,
        } => html! {
            <line class={*class} x1={x1.to_string()} y1={y1.to_string()} x2={x2.to_string()} y2={y2.to_string()} />
        },
        Mark::Text {
            x,
            y,
            anchor,
            content,
            class,
        } => html! {
            <text class={*class} x={x.to_string()} y={y.to_string()} text-anchor={*anchor}>{ content }</text>
        },
        Mark::Group { class, key, marks } => {
            let inside = marks
                .iter()
                .map(|mark| draw(mark, props, stop))
                .collect::<Html>();
            match props.bars.iter().position(|bar| bar.key == key.as_str()) {
                Some(place) => bar(place, class, inside, props, stop),
                None => html! { <g class={*class}>{ inside }</g> },
            }
        }
    }
}

fn bar(
    place: usize,
    class: &'static str,
    inside: Html,
    props: &BarChartProps,
    stop: usize,
) -> Html {
    let Some(bar) = props.bars.get(place) else {
        return inside;
    };
    let point = |at: Option<usize>| props.on_point.reform(move |()| at);
    let (come, go) = (point(Some(place)), point(None));
    html! {
        <g class={class} role="button" data-bar={place.to_string()} aria-label={bar.label.clone()}
            tabindex={if place == stop { "0" } else { "-1" }}
            data-testid="keyword-bar" data-word={bar.key.clone()} data-count={bar.count.to_string()}
            onclick={props.on_enter.reform(move |_| place)}
            onpointerenter={come.reform(|_| ())} onpointerleave={go.reform(|_| ())}
            onfocus={come.reform(|_| ())} onblur={go.reform(|_| ())}>
            { inside }
        </g>
    }
}
