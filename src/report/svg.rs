//! A scene as a stand-alone SVG document.

use std::fmt::Write as _;

use super::label::decimal;
use super::scene::{Anchor, Class, Element, Scene};

/// The colours of an exported picture, as CSS colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// The ground.
    pub paper: &'static str,
    /// Text.
    pub ink: &'static str,
    /// Text of less weight.
    pub quiet_ink: &'static str,
    /// Thin lines.
    pub hairline: &'static str,
    /// Bars.
    pub accent: &'static str,
    /// Several series.
    pub series: [&'static str; 8],
}

impl Theme {
    /// Ink on paper.
    pub const LIGHT: Self = Self {
        paper: "#fffdf8",
        ink: "#1b1a17",
        quiet_ink: "#5d5a52",
        hairline: "#d9d4c7",
        accent: "#c03221",
        series: [
            "#b3261e", "#1f5f8b", "#8a6d1a", "#3f6f4a", "#6b4a8a", "#1b1a17", "#a8537a", "#3f7c86",
        ],
    };

    /// The same by night.
    pub const DARK: Self = Self {
        paper: "#16150f",
        ink: "#f2eee3",
        quiet_ink: "#b0ab9d",
        hairline: "#3b3930",
        accent: "#f0705a",
        series: [
            "#ff7b6b", "#7db8e0", "#d6b656", "#8ec79b", "#c0a0e0", "#f2eee3", "#e59abd", "#86c9d3",
        ],
    };
}

/// Fonts that systems bring along; the last one is generic.
const SERIF: &str = "Songti SC, SimSun, Noto Serif CJK SC, Source Han Serif SC, serif";
const SANS: &str = "PingFang SC, Microsoft YaHei, Noto Sans CJK SC, Source Han Sans SC, sans-serif";

impl Class {
    fn is_serif(self) -> bool {
        matches!(self, Self::Title | Self::Label)
    }

    fn colour(self, theme: &Theme) -> &'static str {
        match self {
            Self::Bar => theme.accent,
            Self::Grid | Self::Axis => theme.hairline,
            Self::Tick | Self::Unit | Self::Note => theme.quiet_ink,
            Self::Target => "none",
            Self::Series(series) => {
                let [first, ..] = theme.series;
                let found = theme.series.get(usize::from(series % 8));
                found.copied().unwrap_or(first)
            }
            Self::Title | Self::Datum | Self::Label | Self::Value => theme.ink,
        }
    }
}

impl Scene {
    /// The picture as a stand-alone SVG document: text is escaped, characters that XML does not allow are left out,
    /// and nothing in it refers to anything outside.
    pub fn to_svg(&self, theme: &Theme) -> String {
        let (width, height) = (number(self.width), number(self.height));
        let mut writer = SvgWriter {
            svg: String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"),
            theme,
            depth: 0,
        };
        writer.line(&format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" role=\"img\" direction=\"ltr\" font-family=\"{SANS}\">"
        ));
        writer.depth = 1;
        writer.title(&self.title);
        writer.line(&format!(
            "<rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>",
            theme.paper
        ));
        writer.elements(&self.elements);
        writer.depth = 0;
        writer.line("</svg>");
        writer.svg
    }
}

struct SvgWriter<'a> {
    svg: String,
    theme: &'a Theme,
    depth: usize,
}

impl SvgWriter<'_> {
    fn line(&mut self, line: &str) {
        let _ = writeln!(self.svg, "{:indent$}{line}", "", indent = self.depth * 2);
    }

    fn title(&mut self, title: &str) {
        if !title.is_empty() {
            self.line(&format!("<title>{}</title>", escape(title)));
        }
    }

    fn elements(&mut self, elements: &[Element]) {
        for element in elements {
            self.element(element);
        }
    }

    fn element(&mut self, element: &Element) {
        match element {
            // What can only be pointed at is of no use on paper.
            Element::Rect {
                class: Class::Target,
                ..
            } => {}
            Element::Rect {
                class,
                x,
                y,
                width,
                height,
            } => self.line(&format!(
                "<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\"/>",
                class.name(),
                number(*x),
                number(*y),
                number(*width),
                number(*height),
                class.colour(self.theme),
            )),
            Element::Line { class, from, to } => self.line(&format!(
                "<line class=\"{}\" x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"{}\" stroke-width=\"{}\"/>",
                class.name(),
                number(from.0),
                number(from.1),
                number(to.0),
                number(to.1),
                class.colour(self.theme),
                if matches!(class, Class::Series(_)) {
                    "1.5"
                } else {
                    "1"
                },
            )),
            Element::Text {
                class,
                x,
                y,
                anchor,
                content,
            } => self.text(*class, (*x, *y), *anchor, content),
            Element::Group {
                class,
                title,
                children,
                ..
            } => self.group(*class, title, children),
        }
    }

    fn text(&mut self, class: Class, place: (f64, f64), anchor: Anchor, content: &str) {
        let font = if class.is_serif() {
            format!(" font-family=\"{SERIF}\"")
        } else {
            String::new()
        };
        // The words of a corpus may hold letters that run from right to left: they must not reorder anything else.
        let line = format!(
            "<text class=\"{}\" x=\"{}\" y=\"{}\" text-anchor=\"{}\"{font} font-size=\"{}\" \
             unicode-bidi=\"isolate\" fill=\"{}\">{}</text>",
            class.name(),
            number(place.0),
            number(place.1),
            anchor.name(),
            number(class.font_size()),
            class.colour(self.theme),
            escape(content),
        );
        self.line(&line);
    }

    fn group(&mut self, class: Class, title: &str, children: &[Element]) {
        self.line(&format!("<g class=\"{}\">", class.name()));
        self.depth += 1;
        self.title(title);
        self.elements(children);
        self.depth -= 1;
        self.line("</g>");
    }
}

/// A length with at most two decimals; 0 for what is no number.
pub fn number(length: f64) -> String {
    if !length.is_finite() {
        return "0".to_owned();
    }
    let written = decimal(length, 2);
    let short = written.trim_end_matches('0').trim_end_matches('.');
    let short = if short == "-0" { "0" } else { short };
    short.to_owned()
}

/// The text for XML: `& < > " '` as entities, without the characters that XML 1.0 does not allow.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\t' | '\n' | '\r' => escaped.push(' '),
            _ if is_xml(character) => escaped.push(character),
            _ => {}
        }
    }
    escaped
}

/// Whether XML 1.0 allows `character`; C1 controls, which it only discourages, are not written either.
fn is_xml(character: char) -> bool {
    !character.is_control() && !matches!(character, '\u{FFFE}' | '\u{FFFF}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_are_short() {
        let cases = [
            (0.0, "0"),
            (-0.001, "0"),
            (12.0, "12"),
            (12.5, "12.5"),
            (1.0 / 3.0, "0.33"),
            (f64::NAN, "0"),
            (f64::INFINITY, "0"),
        ];
        for (length, expected) in cases {
            assert_eq!(number(length), expected, "{length}");
        }
    }

    fn scene_of(text: &str) -> Scene {
        Scene {
            width: 100.0,
            height: 50.0,
            title: text.to_owned(),
            elements: vec![Element::Group {
                class: Class::Datum,
                key: Some(0),
                title: text.to_owned(),
                children: vec![Element::Text {
                    class: Class::Label,
                    x: 0.0,
                    y: 10.0,
                    anchor: Anchor::Start,
                    content: text.to_owned(),
                }],
            }],
        }
    }

    proptest! {
        /// Text never becomes markup: the tags are those of a scene with harmless text.
        #[test]
        fn text_stays_text(text in "[<>&\"'/a-z=\u{0}\u{B}\u{FFFE}\u{202E}会 -]{1,20}") {
            let svg = scene_of(&text).to_svg(&Theme::LIGHT);
            let plain = scene_of("x").to_svg(&Theme::LIGHT);
            let tags = |svg: &str| svg.matches('<').count();
            prop_assert_eq!(tags(&svg), tags(&plain));
            prop_assert!(svg.chars().all(|character| character == '\n' || is_xml(character)));
        }
    }
}
