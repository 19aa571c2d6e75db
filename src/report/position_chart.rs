//! 分布图: where items stand, over the corpus and in each article.

use super::answers::trend::{ArticlePositions, PositionsView};
use super::label::{grouped, legible, shortened};
use super::scene::{Anchor, Class, Element, Scene};
use super::series::{MARGIN, drawable, legend, series_class, series_number, text, text_width};

/// The words on the chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PositionLabels<'a> {
    /// The chart's title.
    pub title: &'a str,
    /// What stands before the rows of the whole corpus.
    pub corpus: &'a str,
}

/// Above the legend: the title.
const TITLE_HEIGHT: f64 = 44.0;
/// Height of the bars of an item over the corpus.
const STRIP_HEIGHT: f64 = 26.0;
/// Height of the strokes of an item in an article.
const TRACK_HEIGHT: f64 = 11.0;
/// White between articles.
const ROW_GAP: f64 = 9.0;
/// White between label and plot.
const GAP: f64 = 10.0;

/// Draws the articles of a window on the answer, `width` CSS pixels wide. Each article is as wide as the plot, whatever its
/// length, and is a group whose key is its place in the window. Every item has a track of its own, in the order of the
/// legend, so that colours are not needed to tell them apart.
pub fn position_chart(
    view: &PositionsView,
    names: &[String],
    labels: &PositionLabels<'_>,
    width: f64,
) -> Scene {
    let width = drawable(width);
    let label_columns = if width < 480.0 { 10 } else { 22 };
    let (legend, legend_end) = legend(names, TITLE_HEIGHT, width);
    let left = MARGIN + text_width(Class::Tick, label_columns) + GAP;
    let plot = Plot {
        left,
        width: (width - left - MARGIN).max(1.0),
        label_columns,
        items: names.len(),
    };
    let mut elements = vec![
        text(Class::Title, MARGIN, 30.0, Anchor::Start, labels.title),
        legend,
    ];
    let mut y = legend_end + 8.0;
    elements.push(over_corpus(view, labels, &plot, y));
    y += STRIP_HEIGHT * plot.items as f64 + 2.0 * ROW_GAP;
    for (key, article) in (0_u32..).zip(&view.rows) {
        elements.push(row(article, key, &plot, y, view));
        y += plot.row_height();
    }
    Scene {
        width,
        height: y + MARGIN,
        title: labels.title.to_owned(),
        elements,
    }
}

/// Where things stand.
struct Plot {
    left: f64,
    width: f64,
    label_columns: usize,
    items: usize,
}

impl Plot {
    fn row_height(&self) -> f64 {
        TRACK_HEIGHT * self.items.max(1) as f64 + ROW_GAP
    }

    fn line(&self, y: f64) -> Element {
        Element::Line {
            class: Class::Grid,
            from: (self.left, y),
            to: (self.left + self.width, y),
        }
    }
}

/// How often each item stands in every stretch of the corpus; a full bar is the most of that item.
fn over_corpus(
    view: &PositionsView,
    labels: &PositionLabels<'_>,
    plot: &Plot,
    top: f64,
) -> Element {
    let mut children = vec![text(
        Class::Label,
        MARGIN,
        top + 17.0,
        Anchor::Start,
        labels.corpus,
    )];
    for (item, counts) in view.over_corpus.iter().take(plot.items).enumerate() {
        let bottom = top + STRIP_HEIGHT * (item as f64 + 1.0);
        let most = counts.iter().copied().max().unwrap_or(0).max(1);
        let slot = plot.width / counts.len().max(1) as f64;
        children.push(plot.line(bottom));
        children.push(text(
            Class::Tick,
            plot.left - GAP / 2.0,
            bottom - 4.0,
            Anchor::End,
            series_number(item),
        ));
        for (stretch, count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
            let height = (STRIP_HEIGHT - 4.0) * f64::from(*count) / f64::from(most);
            children.push(Element::Rect {
                class: series_class(item),
                x: plot.left + slot * stretch as f64,
                y: bottom - height,
                width: slot.max(1.0),
                height,
            });
        }
    }
    Element::Group {
        class: Class::Axis,
        key: None,
        title: String::new(),
        children,
    }
}

fn row(
    article: &ArticlePositions,
    key: u32,
    plot: &Plot,
    top: f64,
    view: &PositionsView,
) -> Element {
    let height = plot.row_height();
    let label = legible(&article.label);
    let mut children = vec![
        Element::Rect {
            class: Class::Target,
            x: 0.0,
            y: top,
            width: plot.left + plot.width + MARGIN,
            height,
        },
        text(
            Class::Tick,
            MARGIN,
            top + height / 2.0 + 4.0,
            Anchor::Start,
            &shortened(&label, plot.label_columns),
        ),
    ];
    let tokens = f64::from(article.tokens.max(1));
    for (item, positions) in article.positions.iter().take(plot.items).enumerate() {
        let top = top + ROW_GAP / 2.0 + TRACK_HEIGHT * item as f64;
        children.push(plot.line(top + TRACK_HEIGHT - 1.0));
        let mut before = None;
        for position in positions {
            let x = plot.left + plot.width * f64::from((*position).min(article.tokens)) / tokens;
            // Strokes that would cover each other are drawn once.
            let quarter = (x * 4.0) as u32;
            if before.replace(quarter) == Some(quarter) {
                continue;
            }
            children.push(Element::Line {
                class: series_class(item),
                from: (x, top),
                to: (x, top + TRACK_HEIGHT - 2.0),
            });
        }
    }
    Element::Group {
        class: Class::Datum,
        key: Some(key),
        title: told(article, view),
        children,
    }
}

/// What is told about an article: its label and date, and how often each item stands in it.
pub fn told(article: &ArticlePositions, view: &PositionsView) -> String {
    let mut told = vec![format!("\u{2068}{}\u{2069}", legible(&article.label))];
    told.extend(article.date.clone());
    for (item, positions) in article.positions.iter().take(view.items.len()).enumerate() {
        let count = u32::try_from(positions.len()).unwrap_or(u32::MAX);
        told.push(format!("{} {}", series_number(item), grouped(count)));
    }
    told.join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::answers::Item;
    use crate::report::svg::Theme;

    fn view() -> PositionsView {
        let article = |label: &str, positions: Vec<Vec<u32>>| ArticlePositions {
            label: label.to_owned(),
            date: Some("2022-07-03".to_owned()),
            tokens: 100,
            positions,
            ..ArticlePositions::default()
        };
        PositionsView {
            items: vec![Item::Word("疫情".to_owned()), Item::Group("防".to_owned())],
            counts: vec![4, 1],
            over_corpus: vec![vec![3, 0, 0, 1], vec![0, 1, 0, 0]],
            rows_total: 2,
            rows: vec![
                article(
                    "头版：一份特别特别特别长的通知",
                    vec![vec![0, 1, 2], vec![50]],
                ),
                article("<乙>", vec![vec![99], Vec::new()]),
            ],
            ..PositionsView::default()
        }
    }

    #[test]
    fn places_in_articles() {
        let names = ["疫情".to_owned(), "防".to_owned()];
        let labels = PositionLabels {
            title: "分布图",
            corpus: "全部语料",
        };
        let scene = position_chart(&view(), &names, &labels, 640.0);
        insta::assert_snapshot!(scene.to_svg(&Theme::LIGHT));
    }

    #[test]
    fn nothing_is_drawn_of_nothing() {
        let empty = PositionsView::default();
        let labels = PositionLabels::default();
        let scene = position_chart(&empty, &[], &labels, f64::NAN);
        assert!(scene.height > 0.0 && scene.width > 0.0);
    }
}
