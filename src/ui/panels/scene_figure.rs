//! A picture with what is told of the place under the pointer, and the ways to take it away.

use yew::{Callback, Html, MouseEvent, Properties, component, html, use_node_ref, use_state_eq};

use super::keyword_chart::use_width;
use crate::report::scene::Scene;
use crate::report::svg::Theme;
use crate::ui::components::chart::{Bar, BarChart};
use crate::ui::components::press::press;
use crate::ui::engine::Engine;
use crate::ui::state::{Action, Notice};
use crate::ui::text::{Text, use_text};
use crate::web::download;

/// Properties of [`SceneFigure`].
#[derive(Properties, PartialEq)]
pub struct SceneFigureProps {
    pub engine: Engine,
    /// Draws it for a width in CSS pixels.
    pub draw: Callback<i32, Scene>,
    /// What its data say: the datum with key 0 first.
    pub bars: Vec<Bar>,
    /// What is told while nothing is pointed at.
    pub hint: &'static str,
    /// Called when a datum is clicked, or Enter is pressed on it.
    pub on_enter: Callback<usize>,
    /// The data's name for the page's tests.
    pub testid: &'static str,
    /// The name of the files, without extension.
    pub file: &'static str,
}

/// The figure.
#[component]
pub fn SceneFigure(props: &SceneFigureProps) -> Html {
    let text = use_text();
    let node = use_node_ref();
    let width = use_width(&node);
    let pointed = use_state_eq(|| None::<usize>);
    let bar = pointed.and_then(|place| props.bars.get(place));
    let told = bar.map_or_else(|| props.hint.into(), |bar| bar.label.clone());
    let picture = props.draw.reform(|()| 960);
    let point = pointed.setter();
    html! {
        <figure class="scene-figure">
            <figcaption class="row-between chart-head">
                <p class="chart-detail" aria-live="polite" data-testid={format!("{}-detail", props.testid)}>{ told }</p>
                <span class="tools">{ chart_saves(&props.engine, picture, props.file, text) }</span>
            </figcaption>
            <div class="chart-box" ref={node}>
                <BarChart scene={props.draw.emit(width)} bars={props.bars.clone()} testid={props.testid}
                    on_point={move |place| point.set(place)} on_enter={props.on_enter.clone()} />
            </div>
        </figure>
    }
}

/// Buttons that save a picture as SVG and as PNG, under a name without extension.
pub fn chart_saves(
    engine: &Engine,
    picture: Callback<(), Scene>,
    file: &'static str,
    text: &'static Text,
) -> Html {
    let save_svg = {
        let (engine, picture) = (engine.clone(), picture.clone());
        Callback::from(move |_: MouseEvent| {
            let svg = picture.emit(()).to_svg(&Theme::LIGHT);
            let name = format!("{file}.svg");
            if download::save(&name, "image/svg+xml", svg.as_bytes()).is_err() {
                engine.dispatch(Action::Notify(Notice::ExportFailed));
            }
        })
    };
    let save_png = {
        let engine = engine.clone();
        Callback::from(move |_: MouseEvent| {
            let (scene, engine) = (picture.emit(()), engine.clone());
            let failed = move || engine.dispatch(Action::Notify(Notice::ExportFailed));
            let svg = scene.to_svg(&Theme::LIGHT);
            let size = (scene.width, scene.height);
            download::save_png(format!("{file}.png"), &svg, size, failed);
        })
    };
    html! {
        <>
            { press("plain", "export-chart-svg", text.export_chart_svg, save_svg) }
            { press("plain", "export-chart-png", text.export_chart_png, save_png) }
        </>
    }
}
