//! The chart of the most frequent words, with the same numbers as a table, and both to take away.

use yew::{
    AttrValue, Callback, Event, Html, Properties, component, hook, html, use_effect_with, use_memo,
    use_node_ref, use_state_eq,
};

use super::scene_figure::chart_saves;
use crate::report::keyword_chart::keyword_chart;
use crate::report::label::decimal;
use crate::report::scene::Scene;
use crate::report::views::{OverviewView, WordRow};
use crate::ui::components::chart::{Bar, BarChart};
use crate::ui::components::select::chosen_number;
use crate::ui::engine::Engine;
use crate::ui::shared::Shared;
use crate::ui::state::Action;
use crate::ui::text::{Text, grouped, use_text};
use crate::web::dom::Element;
use crate::web::element::SizeWatch;

/// How many bars can be chosen.
const BAR_COUNTS: [u32; 5] = [10, 20, 30, 40, 50];
/// The width of a chart before it is measured, and of one that is taken away, in CSS pixels.
const WIDTH_PX: i32 = 640;

/// Properties of [`KeywordChart`].
#[derive(Properties, PartialEq)]
pub struct KeywordChartProps {
    pub engine: Engine,
    pub overview: Shared<OverviewView>,
    /// How many bars it has.
    pub keywords: u32,
}

/// The figure.
#[component]
pub fn KeywordChart(props: &KeywordChartProps) -> Html {
    let text = use_text();
    let node = use_node_ref();
    let width = use_width(&node);
    let pointed = use_state_eq(|| None::<usize>);
    let rows = &props.overview.keywords;
    let scene = use_memo(
        (props.overview.clone(), width, text.name),
        |(overview, width, _)| picture(overview, text, *width),
    );
    let bars = use_memo((props.overview.clone(), text.name), |(overview, _)| {
        bars(&overview.keywords, text)
    });
    let open_lines = {
        let (engine, overview) = (props.engine.clone(), props.overview.clone());
        Callback::from(move |place: usize| {
            let word = overview.keywords.get(place).map(|row| row.word.clone());
            word.into_iter()
                .for_each(|word| engine.dispatch(Action::OpenLines(word)));
        })
    };
    let pointed_row = pointed.and_then(|place| rows.get(place));
    if rows.is_empty() {
        return html! { <p class="note" ref={node}>{ text.nothing_counted }</p> };
    }
    html! {
        <figure class="keyword-chart">
            <figcaption class="row-between chart-head">
                <p class="chart-detail" aria-live="polite" data-testid="chart-detail">
                    { detail(pointed_row, props.overview.totals.per, text) }
                </p>
                <ChartTools engine={props.engine.clone()} keywords={props.keywords} overview={props.overview.clone()} />
            </figcaption>
            <div class="chart-box" ref={node}>
                <BarChart scene={(*scene).clone()} bars={(*bars).clone()}
                    on_point={{ let pointed = pointed.setter(); move |place| pointed.set(place) }} on_enter={open_lines} />
            </div>
            <details class="chart-table">
                <summary>{ text.chart_table }</summary>
                { table(rows, props.overview.totals.per, text) }
            </details>
        </figure>
    }
}

/// The width of an element, kept up with the window.
#[hook]
pub(super) fn use_width(node: &yew::NodeRef) -> i32 {
    let width = use_state_eq(|| WIDTH_PX);
    let setter = width.setter();
    use_effect_with(node.clone(), move |node| {
        let element = node.cast::<Element>();
        let watch = element.and_then(|element| {
            SizeWatch::new(&element.clone(), move || {
                setter.set(element.client_width().max(240))
            })
        });
        move || drop(watch)
    });
    *width
}

/// The picture, for the screen and to take away.
fn picture(overview: &OverviewView, text: &Text, width_px: i32) -> Scene {
    let rows = &overview.keywords;
    keyword_chart(rows, &overview.totals, &text.chart, f64::from(width_px))
}

fn bars(rows: &[WordRow], text: &'static Text) -> Vec<Bar> {
    let bar = |row: &WordRow| Bar {
        word: AttrValue::from(row.word.clone()),
        count: row.count,
        label: AttrValue::from((text.bar_label)(&row.word, row.count)),
    };
    rows.iter().map(bar).collect()
}

/// A relative frequency with one decimal place, and its base.
fn relative(row: &WordRow, per: u32, text: &'static Text) -> String {
    format!("{} {}", (text.relative)(per), decimal(row.relative, 1))
}

fn detail(row: Option<&WordRow>, per: u32, text: &'static Text) -> Html {
    match row {
        Some(row) => html! {
            <>
                <bdi class="chart-word">{ &row.word }</bdi>
                { (text.bar_detail)(row.count, &relative(row, per, text), row.articles) }
            </>
        },
        None => html! { { text.chart_hint } },
    }
}

/// Properties of [`ChartTools`].
#[derive(Properties, PartialEq)]
pub struct ChartToolsProps {
    pub engine: Engine,
    pub overview: Shared<OverviewView>,
    /// How many bars are wished for.
    pub keywords: u32,
}

/// How many bars; the picture to take away.
#[component]
pub fn ChartTools(props: &ChartToolsProps) -> Html {
    let text = use_text();
    let onchange = {
        let engine = props.engine.clone();
        move |event: Event| {
            if let Some(bars) = chosen_number(&event) {
                engine.dispatch(Action::Keywords(bars));
            }
        }
    };
    let picture = {
        let overview = props.overview.clone();
        move || picture(&overview, text, WIDTH_PX)
    };
    let option = |bars: u32| html! { <option value={bars.to_string()} selected={bars == props.keywords}>{ bars }</option> };
    html! {
        <div class="tools">
            <label class="inline-field"><span class="note">{ text.chart_bars }</span>
                <select data-testid="keyword-count" {onchange}>{ for BAR_COUNTS.into_iter().map(option) }</select>
            </label>
            { chart_saves(&props.engine, Callback::from(move |()| picture()), text.file_chart, text) }
        </div>
    }
}

fn table(rows: &[WordRow], per: u32, text: &'static Text) -> Html {
    let line = |row: &WordRow| {
        html! {
            <tr>
                <th scope="row"><bdi>{ &row.word }</bdi></th>
                <td>{ grouped(row.count) }</td>
                <td>{ decimal(row.relative, 1) }</td>
                <td>{ grouped(row.articles) }</td>
            </tr>
        }
    };
    html! {
        <table data-testid="keyword-table">
            <thead><tr>
                <th scope="col">{ text.word }</th>
                <th scope="col">{ text.count }</th>
                <th scope="col">{ (text.relative)(per) }</th>
                <th scope="col">{ text.range }</th>
            </tr></thead>
            <tbody>{ for rows.iter().map(line) }</tbody>
        </table>
    }
}
