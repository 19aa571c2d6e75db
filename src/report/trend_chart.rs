//! 趋势: relative frequencies of up to eight items over time as lines, or over newspapers, files and articles as columns.

use super::label::{columns, legible, shortened};
use super::scene::{Anchor, Class, Element, Scene};
use super::series::{
    MARGIN, drawable, legend, nice_step, series_class, series_number, text, text_width,
};
use super::svg::number;

/// One place of the horizontal axis.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TrendPoint {
    /// The date, newspaper, file or article.
    pub label: String,
    /// For every item its relative frequency; `None` where nothing was counted.
    pub values: Vec<Option<f64>>,
    /// What is told about it on hover.
    pub told: String,
}

/// What a chart of trends shows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TrendChart<'a> {
    /// The chart's title.
    pub title: &'a str,
    /// What its figures measure: 每万词.
    pub unit: &'a str,
    /// The names of the items.
    pub items: &'a [String],
    /// The places in their order.
    pub points: &'a [TrendPoint],
    /// Whether the places follow each other in time: lines, else columns.
    pub is_time: bool,
}

/// Height of the plot.
const PLOT_HEIGHT: f64 = 240.0;
/// Above the legend: the title.
const TITLE_HEIGHT: f64 = 44.0;
/// Between legend and plot: the unit.
const UNIT_HEIGHT: f64 = 26.0;
/// Below the plot: the labels.
const FOOT_HEIGHT: f64 = 36.0;
/// Room for the series' numbers on the right.
const END_WIDTH: f64 = 22.0;
/// Most columns of a label below the plot.
const LABEL_COLUMNS: usize = 14;

/// Draws the chart `width` CSS pixels wide. The axis begins at zero. Each place is a group whose key is its index; a series
/// that has no figure at a place has a gap there. The number of a series stands at its end, so that colours are not needed
/// to tell them apart.
pub fn trend_chart(chart: &TrendChart<'_>, width: f64) -> Scene {
    let width = drawable(width);
    let (names, legend_end) = legend(chart.items, TITLE_HEIGHT, width);
    let layout = Layout::new(chart, width, legend_end + UNIT_HEIGHT);
    let mut elements = vec![
        text(Class::Title, MARGIN, 30.0, Anchor::Start, chart.title),
        names,
        axis(&layout, chart),
    ];
    if chart.is_time {
        elements.push(lines(&layout, chart));
    }
    let points = (0_u32..).zip(chart.points);
    elements.extend(points.map(|(key, point)| datum(&layout, key, point, chart)));
    Scene {
        width,
        height: layout.bottom + FOOT_HEIGHT,
        title: chart.title.to_owned(),
        elements,
    }
}

/// Where things stand.
struct Layout {
    /// Left edge of the plot.
    left: f64,
    /// Right edge.
    right: f64,
    top: f64,
    bottom: f64,
    /// Width of one place.
    slot: f64,
    step: f64,
    /// The figure at the axis' end.
    axis_end: f64,
    /// Every how many places there is a label.
    label_every: usize,
}

impl Layout {
    fn new(chart: &TrendChart<'_>, width: f64, top: f64) -> Self {
        let values = chart.points.iter().flat_map(|point| &point.values);
        let values = values.flatten().copied().filter(|value| value.is_finite());
        let largest = values.fold(0.0_f64, f64::max);
        let step = nice_step(largest, 5);
        let steps = (largest / step).ceil().max(1.0);
        let axis_end = step * steps;
        let digits = text_width(Class::Tick, columns(&number(axis_end)).max(3));
        let left = MARGIN + digits + 6.0;
        let right = (width - MARGIN - END_WIDTH).max(left + 1.0);
        let slot = (right - left) / chart.points.len().max(1) as f64;
        let labels = chart.points.iter();
        let labels = labels.map(|point| columns(&legible(&point.label)).min(LABEL_COLUMNS));
        let label_width = text_width(Class::Tick, labels.max().unwrap_or(1)) + 10.0;
        Self {
            left,
            right,
            top,
            bottom: top + PLOT_HEIGHT,
            slot,
            step,
            axis_end,
            label_every: ((label_width / slot).ceil() as usize).max(1),
        }
    }

    fn x(&self, place: usize) -> f64 {
        self.left + self.slot * (place as f64 + 0.5)
    }

    fn y(&self, value: f64) -> f64 {
        self.bottom - PLOT_HEIGHT * value / self.axis_end
    }
}

fn axis(layout: &Layout, chart: &TrendChart<'_>) -> Element {
    let mut children = vec![text(
        Class::Unit,
        MARGIN,
        layout.top - 10.0,
        Anchor::Start,
        chart.unit,
    )];
    let steps = (layout.axis_end / layout.step).round() as u32;
    for tick in 0..=steps {
        let value = layout.step * f64::from(tick);
        let y = layout.y(value);
        children.push(Element::Line {
            class: Class::Grid,
            from: (layout.left, y),
            to: (layout.right, y),
        });
        let shown = number(value);
        children.push(text(
            Class::Tick,
            layout.left - 6.0,
            y + 4.0,
            Anchor::End,
            &shown,
        ));
    }
    let labelled = chart.points.iter().enumerate();
    for (place, point) in labelled.step_by(layout.label_every) {
        let label = shortened(&legible(&point.label), LABEL_COLUMNS);
        children.push(text(
            Class::Tick,
            layout.x(place),
            layout.bottom + 18.0,
            Anchor::Middle,
            &label,
        ));
    }
    Element::Group {
        class: Class::Axis,
        key: None,
        title: String::new(),
        children,
    }
}

/// The figure of an item at a place.
fn value(point: &TrendPoint, series: usize) -> Option<f64> {
    let value = point.values.get(series).copied().flatten();
    value.filter(|value| value.is_finite())
}

fn lines(layout: &Layout, chart: &TrendChart<'_>) -> Element {
    let mut children = Vec::new();
    for series in 0..chart.items.len() {
        let mut before: Option<(f64, f64)> = None;
        let mut last = None;
        for (place, point) in chart.points.iter().enumerate() {
            let here = value(point, series).map(|value| (layout.x(place), layout.y(value)));
            if let (Some(from), Some(to)) = (before, here) {
                children.push(Element::Line {
                    class: series_class(series),
                    from,
                    to,
                });
            }
            before = here;
            last = here.or(last);
        }
        children.extend(last.map(|(x, y)| {
            text(
                series_class(series),
                x + 7.0,
                y + 4.0,
                Anchor::Start,
                series_number(series),
            )
        }));
    }
    Element::Group {
        class: Class::Axis,
        key: None,
        title: String::new(),
        children,
    }
}

fn datum(layout: &Layout, key: u32, point: &TrendPoint, chart: &TrendChart<'_>) -> Element {
    let place = key as usize;
    let mut children = vec![Element::Rect {
        class: Class::Target,
        x: layout.left + layout.slot * place as f64,
        y: layout.top,
        width: layout.slot,
        height: PLOT_HEIGHT,
    }];
    let count = chart.items.len().max(1) as f64;
    // Many marks in a row would hide the lines.
    let mark = if layout.slot < 8.0 { 2.0 } else { 5.0 };
    let column = layout.slot * 0.8 / count;
    for series in 0..chart.items.len() {
        let Some(value) = value(point, series) else {
            continue;
        };
        let y = layout.y(value);
        children.push(if chart.is_time {
            Element::Rect {
                class: series_class(series),
                x: layout.x(place) - mark / 2.0,
                y: y - mark / 2.0,
                width: mark,
                height: mark,
            }
        } else {
            Element::Rect {
                class: series_class(series),
                x: layout.left + layout.slot * (place as f64 + 0.1) + column * series as f64,
                y,
                width: column,
                height: layout.bottom - y,
            }
        });
    }
    Element::Group {
        class: Class::Datum,
        key: Some(key),
        title: point.told.clone(),
        children,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::svg::Theme;
    use proptest::prelude::*;

    fn point(label: &str, values: &[Option<f64>]) -> TrendPoint {
        TrendPoint {
            label: label.to_owned(),
            values: values.to_vec(),
            told: format!("{label} · …"),
        }
    }

    fn names(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn lines_over_time() {
        let items = names(&["疫情", "防控"]);
        let points = [
            point("2022-05", &[Some(12.5), Some(3.0)]),
            point("2022-06", &[Some(7.0), None]),
            point("2022-07", &[Some(0.0), Some(9.25)]),
        ];
        let chart = TrendChart {
            title: "趋势",
            unit: "每万词",
            items: &items,
            points: &points,
            is_time: true,
        };
        insta::assert_snapshot!(trend_chart(&chart, 640.0).to_svg(&Theme::LIGHT));
    }

    #[test]
    fn columns_of_newspapers() {
        let items = names(&[
            "疫情",
            "</text><script>",
            "一个特别特别特别特别特别长的词语",
        ]);
        let points = [
            point("甲报", &[Some(120.0), Some(30.0), Some(1.0)]),
            point("乙报\u{202E}", &[Some(70.0), None, Some(f64::NAN)]),
        ];
        let chart = TrendChart {
            title: "趋势",
            unit: "每百万词",
            items: &items,
            points: &points,
            is_time: false,
        };
        insta::assert_snapshot!(trend_chart(&chart, 390.0).to_svg(&Theme::DARK));
    }

    proptest! {
        /// Every figure is inside the plot, whatever it is.
        #[test]
        fn figures_stay_in_the_plot(values in proptest::collection::vec(0.0..1e9_f64, 1..40), width in 0.0..2000.0_f64) {
            let items = names(&["词"]);
            let points: Vec<TrendPoint> = values.iter().map(|value| point("日", &[Some(*value)])).collect();
            let chart = TrendChart { title: "", unit: "", items: &items, points: &points, is_time: true };
            let scene = trend_chart(&chart, width);
            for element in &scene.elements {
                let Element::Group { children, key: Some(_), .. } = element else { continue };
                for child in children {
                    if let Element::Rect { x, y, width, height, .. } = child {
                        prop_assert!(*x >= 0.0 && x + width <= scene.width + 3.0);
                        prop_assert!(*y >= 0.0 && y + height <= scene.height);
                    }
                }
            }
        }
    }
}
