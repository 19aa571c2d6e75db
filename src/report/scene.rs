//! A picture as data: what the page draws and what is exported are the same elements.
//!
//! The page draws a scene with elements of its own and styles them by [`Class::name`]; [`Scene::to_svg`] writes the
//! same scene as a stand-alone SVG whose looks are presentation attributes, so that no style sheet is needed.
//!
//! Lengths are in CSS pixels, from the upper left corner.

/// A picture.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scene {
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// What it shows, for readers who do not see it.
    pub title: String,
    /// The elements, the first one at the bottom.
    pub elements: Vec<Element>,
}

/// One element of a picture.
#[derive(Debug, Clone, PartialEq)]
pub enum Element {
    /// A filled rectangle.
    Rect {
        /// What it is.
        class: Class,
        /// Left edge.
        x: f64,
        /// Upper edge.
        y: f64,
        /// Width.
        width: f64,
        /// Height.
        height: f64,
    },
    /// A straight line.
    Line {
        /// What it is.
        class: Class,
        /// Where it begins, x and y.
        from: (f64, f64),
        /// Where it ends, x and y.
        to: (f64, f64),
    },
    /// One line of text.
    Text {
        /// What it is.
        class: Class,
        /// The place that `anchor` names.
        x: f64,
        /// The base line.
        y: f64,
        /// Which point of the text stands at `x`.
        anchor: Anchor,
        /// The text.
        content: String,
    },
    /// Elements that belong together.
    Group {
        /// What they are.
        class: Class,
        /// The index of the datum that they show, for hover, focus and click.
        key: Option<u32>,
        /// What is told about them on hover; empty for nothing.
        title: String,
        /// The elements.
        children: Vec<Element>,
    },
}

/// What an element is; its look follows from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Class {
    /// The picture's title.
    Title,
    /// One datum with all that belongs to it.
    Datum,
    /// The bar of a datum.
    Bar,
    /// The name of a datum.
    Label,
    /// The value of a datum.
    Value,
    /// The axis with its numbers.
    Axis,
    /// A number on the axis.
    Tick,
    /// The unit of the axis.
    Unit,
    /// A line through the picture at a number of the axis.
    Grid,
    /// A remark below the picture.
    Note,
    /// An area that is not seen but can be pointed at.
    Target,
    /// What belongs to one of several series, from 0; there are eight looks.
    Series(u8),
}

/// Which point of a text stands at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

impl Class {
    /// Its name in style sheets.
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Datum => "datum",
            Self::Bar => "bar",
            Self::Label => "label",
            Self::Value => "value",
            Self::Axis => "axis",
            Self::Tick => "tick",
            Self::Unit => "unit",
            Self::Grid => "grid",
            Self::Note => "note",
            Self::Target => "target",
            Self::Series(series) => match series % 8 {
                0 => "series-0",
                1 => "series-1",
                2 => "series-2",
                3 => "series-3",
                4 => "series-4",
                5 => "series-5",
                6 => "series-6",
                _ => "series-7",
            },
        }
    }

    /// Size of its text.
    pub fn font_size(self) -> f64 {
        match self {
            Self::Title => 19.0,
            Self::Label => 15.0,
            Self::Value | Self::Series(_) => 13.0,
            Self::Tick | Self::Unit | Self::Note => 12.0,
            _ => 0.0,
        }
    }
}

impl Anchor {
    /// Its name in SVG.
    pub fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}
