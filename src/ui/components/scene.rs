//! Stand-in for the chart scenes of `report`.

/// A picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    pub width: f64,
    pub height: f64,
    pub marks: Vec<Mark>,
}

/// A part of it.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    Rect {
        x: f64,
        y: f64,
        width: f64,
        height: f64,
        class: &'static str,
    },
    Line {
        x1: f64,
        y1: f64,
        x2: f64,
        y2: f64,
        class: &'static str,
    },
    Text {
        x: f64,
        y: f64,
        anchor: &'static str,
        content: String,
        class: &'static str,
    },
    Group {
        class: &'static str,
        key: String,
        marks: Vec<Mark>,
    },
}

/// Bars of words.
pub fn keyword_scene(rows: &[crate::report::views::WordRow], width: f64) -> Scene {
    let most = rows.iter().map(|row| row.count).max().unwrap_or(1).max(1);
    let (left, right, row_px) = (96.0, 56.0, 26.0);
    let scale = (width - left - right).max(40.0) / f64::from(most);
    let mut marks = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        let y = index as f64 * row_px;
        let length = f64::from(row.count) * scale;
        marks.push(Mark::Group {
            class: "bar",
            key: row.word.clone(),
            marks: vec![
                Mark::Rect {
                    x: 0.0,
                    y,
                    width,
                    height: row_px,
                    class: "bar-hit",
                },
                Mark::Text {
                    x: left - 10.0,
                    y: y + 18.0,
                    anchor: "end",
                    content: row.word.clone(),
                    class: "bar-label",
                },
                Mark::Rect {
                    x: left,
                    y: y + 6.0,
                    width: length,
                    height: row_px - 12.0,
                    class: "bar-fill",
                },
                Mark::Text {
                    x: left + length + 8.0,
                    y: y + 18.0,
                    anchor: "start",
                    content: row.count.to_string(),
                    class: "bar-value",
                },
            ],
        });
    }
    let height = rows.len() as f64 * row_px + 4.0;
    marks.push(Mark::Line {
        x1: left,
        y1: 0.0,
        x2: left,
        y2: height,
        class: "axis",
    });
    Scene {
        width,
        height,
        marks,
    }
}
