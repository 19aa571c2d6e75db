//! The keyword chart: one bar a word, the longest on top.

use super::label::{columns, decimal, grouped, legible, shortened};
use super::scene::{Anchor, Class, Element, Scene};
use super::views::{Totals, WordRow};

/// The words on the chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChartLabels {
    /// The chart's title.
    pub title: &'static str,
    /// What the bars measure, as the unit of the axis.
    pub count: &'static str,
    /// Relative frequency below a million tokens.
    pub per_ten_thousand: &'static str,
    /// Relative frequency from a million tokens on.
    pub per_million: &'static str,
    /// Number of articles.
    pub articles: &'static str,
    /// Number of tokens in all.
    pub tokens: &'static str,
    /// Number of articles in all.
    pub articles_counted: &'static str,
    /// Shown where there is no word.
    pub empty: &'static str,
}

impl ChartLabels {
    /// In Chinese.
    pub const CHINESE: Self = Self {
        title: "高频词",
        count: "频次",
        per_ten_thousand: "每万词",
        per_million: "每百万词",
        articles: "见于篇数",
        tokens: "词次",
        articles_counted: "稿件",
        empty: "没有词语",
    };

    /// In English.
    pub const ENGLISH: Self = Self {
        title: "Most frequent words",
        count: "Count",
        per_ten_thousand: "Per 10,000",
        per_million: "Per million",
        articles: "Articles",
        tokens: "Tokens",
        articles_counted: "Articles",
        empty: "No words",
    };
}

/// Height of one bar with the white below it.
const ROW_HEIGHT: f64 = 28.0;
/// Height of the bar itself.
const BAR_HEIGHT: f64 = 14.0;
/// Above the bars: title, unit and the numbers of the axis.
const HEAD_HEIGHT: f64 = 72.0;
/// Below the bars: the remark.
const FOOT_HEIGHT: f64 = 36.0;
/// White on the left and right.
const MARGIN: f64 = 16.0;
/// White between word, bar and value.
const GAP: f64 = 10.0;
/// Narrower charts are drawn at this width.
const LEAST_WIDTH: f64 = 260.0;

/// Draws the words of `rows` as horizontal bars, in the order of the rows, `width` CSS pixels wide.
///
/// The height follows from the number of rows. Bars begin at zero. Each datum is a group whose key is the index of its
/// row; words that do not fit are cut with an ellipsis and stand in full in the group's title.
pub fn keyword_chart(rows: &[WordRow], totals: &Totals, labels: &ChartLabels, width: f64) -> Scene {
    let layout = Layout::new(rows, width);
    let mut elements = vec![text(
        Class::Title,
        MARGIN,
        30.0,
        Anchor::Start,
        labels.title,
    )];
    if rows.is_empty() {
        elements.push(text(
            Class::Note,
            MARGIN,
            HEAD_HEIGHT,
            Anchor::Start,
            labels.empty,
        ));
    } else {
        elements.push(axis(&layout, labels));
        let data = (0_u32..).zip(rows);
        elements.extend(data.map(|(key, row)| datum(&layout, key, row, totals, labels)));
        elements.push(note(&layout, totals, labels));
    }
    Scene {
        width: layout.width,
        height: layout.height,
        title: labels.title.to_owned(),
        elements,
    }
}

/// Where things stand.
struct Layout {
    width: f64,
    height: f64,
    /// Left edge of the bars.
    bars_x: f64,
    /// Length of a bar that reaches the axis' end.
    bars_width: f64,
    /// Lower edge of the last row.
    bars_end: f64,
    /// Columns for a word, two a Han character.
    label_columns: usize,
    /// Difference between two numbers of the axis.
    step: u32,
    /// The number at the axis' end.
    axis_end: u32,
}

impl Layout {
    fn new(rows: &[WordRow], width: f64) -> Self {
        let width = if width.is_finite() {
            width.max(LEAST_WIDTH)
        } else {
            LEAST_WIDTH
        };
        let most_columns = if width < 480.0 { 12 } else { 20 };
        let columns = rows.iter().map(|row| columns(&legible(&row.word)));
        let label_columns = columns.max().unwrap_or(0).clamp(4, most_columns);
        let largest = rows.iter().map(|row| row.count).max().unwrap_or(0);
        let digits = text_width(Class::Value, columns_of_number(largest));
        let bars_x = MARGIN + text_width(Class::Label, label_columns) + GAP;
        let bars_width = (width - bars_x - GAP - digits - MARGIN).max(1.0);
        let step = nice_step(largest, if bars_width < 240.0 { 3 } else { 5 });
        let bars_end = HEAD_HEIGHT + ROW_HEIGHT * rows.len() as f64;
        Self {
            width,
            height: bars_end + FOOT_HEIGHT,
            bars_x,
            bars_width,
            bars_end,
            label_columns,
            step,
            axis_end: largest.div_ceil(step).max(1).saturating_mul(step),
        }
    }

    fn x(&self, count: u32) -> f64 {
        self.bars_x + self.bars_width * f64::from(count) / f64::from(self.axis_end)
    }
}

/// The smallest of 1, 2, 5, 10, 20 … that divides 0 to `largest` into at most `most` parts.
fn nice_step(largest: u32, most: u32) -> u32 {
    let mut magnitude = 1_u32;
    loop {
        for factor in [1, 2, 5] {
            let step = magnitude.saturating_mul(factor);
            if largest.div_ceil(step) <= most || step == u32::MAX {
                return step;
            }
        }
        magnitude = magnitude.saturating_mul(10);
    }
}

fn axis(layout: &Layout, labels: &ChartLabels) -> Element {
    let baseline = HEAD_HEIGHT - 10.0;
    let mut children = vec![text(
        Class::Unit,
        layout.bars_x - GAP,
        baseline,
        Anchor::End,
        labels.count,
    )];
    let steps = layout.axis_end / layout.step.max(1);
    for tick in (0..=steps).map(|number| number.saturating_mul(layout.step)) {
        let x = layout.x(tick);
        children.push(Element::Line {
            class: Class::Grid,
            from: (x, HEAD_HEIGHT - 4.0),
            to: (x, layout.bars_end),
        });
        children.push(text(
            Class::Tick,
            x,
            baseline,
            Anchor::Middle,
            &grouped(tick),
        ));
    }
    Element::Group {
        class: Class::Axis,
        key: None,
        title: String::new(),
        children,
    }
}

fn datum(
    layout: &Layout,
    key: u32,
    row: &WordRow,
    totals: &Totals,
    labels: &ChartLabels,
) -> Element {
    let top = HEAD_HEIGHT + ROW_HEIGHT * f64::from(key);
    let baseline = top + ROW_HEIGHT / 2.0 + 5.0;
    let word = legible(&row.word);
    let bar_end = layout.x(row.count);
    let children = vec![
        Element::Rect {
            class: Class::Target,
            x: 0.0,
            y: top,
            width: layout.width,
            height: ROW_HEIGHT,
        },
        text(
            Class::Label,
            layout.bars_x - GAP,
            baseline,
            Anchor::End,
            &shortened(&word, layout.label_columns),
        ),
        Element::Rect {
            class: Class::Bar,
            x: layout.bars_x,
            y: top + (ROW_HEIGHT - BAR_HEIGHT) / 2.0,
            width: bar_end - layout.bars_x,
            height: BAR_HEIGHT,
        },
        text(
            Class::Value,
            bar_end + GAP / 2.0,
            baseline,
            Anchor::Start,
            &grouped(row.count),
        ),
    ];
    Element::Group {
        class: Class::Datum,
        key: Some(key),
        title: told(&word, row, totals, labels),
        children,
    }
}

/// What is told about a word: itself, set apart from the direction of the text around it, and its figures.
fn told(word: &str, row: &WordRow, totals: &Totals, labels: &ChartLabels) -> String {
    let relative = if totals.per > 10_000 {
        labels.per_million
    } else {
        labels.per_ten_thousand
    };
    format!(
        "\u{2068}{word}\u{2069} · {} {} · {relative} {} · {} {}",
        labels.count,
        grouped(row.count),
        decimal(row.relative, 2),
        labels.articles,
        grouped(row.articles),
    )
}

fn note(layout: &Layout, totals: &Totals, labels: &ChartLabels) -> Element {
    let content = format!(
        "{} {} · {} {}",
        labels.tokens,
        grouped(totals.tokens),
        labels.articles_counted,
        grouped(totals.articles)
    );
    text(
        Class::Note,
        MARGIN,
        layout.height - 14.0,
        Anchor::Start,
        &content,
    )
}

fn text(class: Class, x: f64, y: f64, anchor: Anchor, content: &str) -> Element {
    Element::Text {
        class,
        x,
        y,
        anchor,
        content: content.to_owned(),
    }
}

fn columns_of_number(number: u32) -> usize {
    grouped(number).len()
}

/// About how wide a text is: a column is half the size of the type, and a little more for wide letters.
fn text_width(class: Class, columns: usize) -> f64 {
    columns as f64 * class.font_size() * 0.54
}

#[cfg(test)]
mod tests;
