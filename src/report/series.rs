//! What charts of several series share: places of text, the legend, and the steps of an axis.

use super::label::{columns, legible, shortened};
use super::scene::{Anchor, Class, Element};

/// White on the left and right.
pub const MARGIN: f64 = 16.0;
/// Narrower charts are drawn at this width.
pub const LEAST_WIDTH: f64 = 260.0;
/// Height of a line of the legend.
const LEGEND_HEIGHT: f64 = 22.0;
/// The numbers that tell series apart where colours do not.
const NUMBERS: [&str; 8] = ["①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧"];

/// The number of a series, from 0.
pub fn series_number(series: usize) -> &'static str {
    NUMBERS.get(series % 8).copied().unwrap_or("")
}

/// The look of a series.
pub fn series_class(series: usize) -> Class {
    Class::Series(u8::try_from(series % 8).unwrap_or(0))
}

/// A width that can be drawn.
pub fn drawable(width: f64) -> f64 {
    if width.is_finite() {
        width.max(LEAST_WIDTH)
    } else {
        LEAST_WIDTH
    }
}

/// One line of text.
pub fn text(class: Class, x: f64, y: f64, anchor: Anchor, content: &str) -> Element {
    Element::Text {
        class,
        x,
        y,
        anchor,
        content: content.to_owned(),
    }
}

/// About how wide a text of so many columns is: a column is half the size of the type, and a little more.
pub fn text_width(class: Class, columns: usize) -> f64 {
    columns as f64 * class.font_size() * 0.54
}

/// Names of series with their numbers and colours, from `top` on in as many lines as they need; and the end of the last.
pub fn legend(names: &[String], top: f64, width: f64) -> (Element, f64) {
    let (mut x, mut y) = (MARGIN, top);
    let mut children = Vec::new();
    for (series, name) in names.iter().enumerate() {
        let told = format!(
            "{} {}",
            series_number(series),
            shortened(&legible(name), 24)
        );
        let needed = 18.0 + text_width(Class::Label, columns(&told)) + 14.0;
        if x > MARGIN && x + needed > width - MARGIN {
            (x, y) = (MARGIN, y + LEGEND_HEIGHT);
        }
        children.push(Element::Rect {
            class: series_class(series),
            x,
            y: y + 5.0,
            width: 12.0,
            height: 12.0,
        });
        children.push(text(Class::Label, x + 18.0, y + 16.0, Anchor::Start, &told));
        x += needed;
    }
    let group = Element::Group {
        class: Class::Axis,
        key: None,
        title: String::new(),
        children,
    };
    (group, y + LEGEND_HEIGHT)
}

/// The smallest of 0.001, 0.002, 0.005, 0.01 … that divides 0 to `largest` into at most `most` parts.
pub fn nice_step(largest: f64, most: u32) -> f64 {
    let mut magnitude = 0.001;
    // Beyond every figure that can occur.
    while magnitude < 1e15 {
        for factor in [1.0, 2.0, 5.0] {
            let step = magnitude * factor;
            if largest <= step * f64::from(most) {
                return step;
            }
        }
        magnitude *= 10.0;
    }
    magnitude
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_of_figures_are_nice() {
        let rows = [
            (0.0, 0.001),
            (0.004, 0.001),
            (1.0, 0.2),
            (12.5, 5.0),
            (99.0, 20.0),
            (101.0, 50.0),
        ];
        for (largest, expected) in rows {
            assert!((nice_step(largest, 5) - expected).abs() < 1e-9, "{largest}");
        }
        assert!(nice_step(f64::MAX, 5).is_finite());
    }
}
