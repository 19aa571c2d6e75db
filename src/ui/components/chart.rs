//! A bar chart: a scene drawn as SVG, whose bars take the pointer and the keyboard.

use yew::{
    AttrValue, Callback, Html, KeyboardEvent, Properties, component, html, use_effect_with,
    use_node_ref, use_state_eq,
};

use super::window::row_after_key;
use crate::report::scene::{Class, Element, Scene};
use crate::report::svg::number;
use crate::web::element;

/// What a bar says besides its picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// The word.
    pub word: AttrValue,
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
    /// What its data say: the datum with key 0 first.
    pub bars: Vec<Bar>,
    /// Called when pointer or keyboard come to a bar, by its place; `None` when they leave.
    pub on_point: Callback<Option<usize>>,
    /// Called when a bar is clicked, or Enter is pressed on it.
    pub on_enter: Callback<usize>,
    /// The bars' name for the page's tests.
    #[prop_or(AttrValue::Static("keyword-bar"))]
    pub testid: AttrValue,
}

/// The chart. One stop of the Tab key; the arrow keys go from bar to bar.
#[component]
pub fn BarChart(props: &BarChartProps) -> Html {
    let node = use_node_ref();
    let active = use_state_eq(|| 0_usize);
    let by_key = use_state_eq(|| 0_u32);
    use_effect_with((*by_key, node.clone()), |(by_key, node)| {
        if let (Some(root), true) = (node.cast::<crate::web::dom::Element>(), *by_key > 0) {
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
    let draw = |element: &Element| draw(element, props, stop);
    html! {
        <svg ref={node} class="chart" role="group" aria-label={props.scene.title.clone()} {onkeydown}
            width={number(props.scene.width)} height={number(props.scene.height)}
            viewBox={format!("0 0 {} {}", number(props.scene.width), number(props.scene.height))}>
            { for props.scene.elements.iter().map(draw) }
        </svg>
    }
}

fn draw(element: &Element, props: &BarChartProps, stop: usize) -> Html {
    match element {
        Element::Rect {
            class,
            x,
            y,
            width,
            height,
        } => html! {
            <rect class={css(*class)} x={number(*x)} y={number(*y)} width={number(*width)} height={number(*height)} />
        },
        Element::Line { class, from, to } => html! {
            <line class={css(*class)} x1={number(from.0)} y1={number(from.1)} x2={number(to.0)} y2={number(to.1)} />
        },
        Element::Text {
            class,
            x,
            y,
            anchor,
            content,
        } => html! {
            <text class={css(*class)} x={number(*x)} y={number(*y)} text-anchor={anchor.name()}
                font-size={number(class.font_size())}>{ content }</text>
        },
        Element::Group {
            class,
            key,
            children,
            ..
        } => {
            let inside = children
                .iter()
                .map(|child| draw(child, props, stop))
                .collect::<Html>();
            match key {
                Some(key) => bar(*key as usize, inside, props, stop),
                None => html! { <g class={css(*class)}>{ inside }</g> },
            }
        }
    }
}

/// The name of an element's look in the style sheet.
fn css(class: Class) -> AttrValue {
    AttrValue::from(format!("chart-{}", class.name()))
}

fn bar(place: usize, inside: Html, props: &BarChartProps, stop: usize) -> Html {
    let Some(bar) = props.bars.get(place) else {
        return inside;
    };
    let point = |at: Option<usize>| props.on_point.reform(move |()| at);
    let (come, go) = (point(Some(place)), point(None));
    html! {
        <g class="chart-datum" role="button" data-bar={place.to_string()} aria-label={bar.label.clone()}
            tabindex={if place == stop { "0" } else { "-1" }}
            data-testid={props.testid.clone()} data-word={bar.word.clone()} data-count={bar.count.to_string()}
            onclick={props.on_enter.reform(move |_| place)}
            onpointerenter={come.reform(|_| ())} onpointerleave={go.reform(|_| ())}
            onfocus={come.reform(|_| ())} onblur={go.reform(|_| ())}>
            { inside }
        </g>
    }
}
