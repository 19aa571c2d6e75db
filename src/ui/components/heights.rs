//! The heights of paragraphs: estimated from their lengths, and replaced by the real ones as they are drawn.

use std::ops::Range;

use crate::ui::shared::Shared;
use crate::web::dom::Element;
use crate::web::element;

/// Drawn above and below the screen, in CSS pixels.
const MARGIN_PX: f64 = 400.0;
/// Height of a line of reading text, and of the blank around a paragraph, in CSS pixels.
const LINE_PX: f64 = 29.0;
const BLANK_PX: f64 = 12.0;
/// Width of a character, in CSS pixels.
const CHARACTER_PX: f64 = 17.0;

/// Heights of paragraphs of these lengths in a column of this width, in CSS pixels.
fn estimate(lengths: &[u32], width_px: f64) -> Vec<f64> {
    let per_line = (width_px / CHARACTER_PX).floor().max(8.0);
    let height =
        |&length: &u32| (f64::from(length) / per_line).ceil().max(1.0) * LINE_PX + BLANK_PX;
    lengths.iter().map(height).collect()
}

/// Takes over the heights of the paragraphs before the first and behind the last one whose length is another than
/// before: what was not changed stands still on the screen.
fn keep_equal_ends(px: &mut [f64], lengths: &[u32], px_before: &[f64], before: &[u32]) {
    let all = lengths.len().min(before.len());
    let pairs = || lengths.iter().zip(before);
    let first = pairs().position(|(now, then)| now != then).unwrap_or(all);
    let ends = lengths.iter().rev().zip(before.iter().rev());
    let last = ends
        .take(all - first)
        .take_while(|(now, then)| now == then)
        .count();
    for (now, then) in px.iter_mut().zip(px_before).take(first) {
        *now = *then;
    }
    for (now, then) in px.iter_mut().rev().zip(px_before.iter().rev()).take(last) {
        *now = *then;
    }
}

/// The paragraphs to draw for a scroll position; lengths in CSS pixels.
fn visible_units(heights: &[f64], scroll_px: f64, viewport_px: f64) -> Range<u32> {
    let (from, to) = (scroll_px - MARGIN_PX, scroll_px + viewport_px + MARGIN_PX);
    let mut top = 0.0;
    let mut range = 0..0;
    for (unit, height) in (0..).zip(heights) {
        if top + height < from {
            range = unit + 1..unit + 1;
        } else if top <= to {
            range.end = unit + 1;
        } else {
            break;
        }
        top += height;
    }
    range
}

/// The element of a paragraph that is drawn.
pub fn drawn(root: &Element, unit: u32) -> Option<Element> {
    root.query_selector(&format!("[data-row='{unit}']"))
        .ok()
        .flatten()
}

/// The heights of all paragraphs, estimated or measured.
#[derive(Default)]
pub struct Heights {
    of: Option<(Shared<Vec<u32>>, i32)>,
    px: Vec<f64>,
    /// The wish that was fulfilled last, and whether only by estimate.
    arrived: Option<(u32, u32)>,
    by_estimate: bool,
}

impl Heights {
    /// Estimates anew when the paragraphs or the width changed.
    pub fn keep_up(&mut self, lengths: &Shared<Vec<u32>>, width: i32) {
        let of = Some((lengths.clone(), width));
        if self.of == of {
            return;
        }
        let mut px = estimate(lengths, f64::from(width));
        if let Some((before, _)) = self.of.as_ref().filter(|of| of.1 == width) {
            keep_equal_ends(&mut px, lengths, &self.px, before);
        }
        self.px = px;
        self.of = of;
    }

    /// The paragraphs to draw for a scroll position; lengths in CSS pixels.
    pub fn visible(&self, scroll_px: f64, viewport_px: f64) -> Range<u32> {
        visible_units(&self.px, scroll_px, viewport_px)
    }

    /// The height of all before and of all behind a range, in CSS pixels.
    pub fn around(&self, range: &Range<u32>) -> (f64, f64) {
        let above = self.px.iter().take(range.start as usize).sum();
        let below = self.px.iter().skip(range.end as usize).sum();
        (above, below)
    }

    /// Replaces estimates by what was drawn. Tells whether anything differed, and by how much what lies above the
    /// screen grew.
    pub fn measure(&mut self, root: &Element, range: Range<u32>) -> (bool, f64) {
        let scroll = f64::from(root.scroll_top());
        let mut top: f64 = self.px.iter().take(range.start as usize).sum();
        let (mut differed, mut grown) = (false, 0.0);
        for unit in range {
            let height = drawn(root, unit).map(|element| element::height(&element));
            let (Some(height), Some(known)) = (height, self.px.get_mut(unit as usize)) else {
                continue;
            };
            if (height - *known).abs() > 0.5 {
                differed = true;
                grown += if top + *known <= scroll {
                    height - *known
                } else {
                    0.0
                };
            }
            top += *known;
            *known = height;
        }
        (differed, grown)
    }

    /// Scrolls to a wished paragraph, or to what carries `data-point` in it, unless that is on the screen: at once by estimate, and once more when it is drawn.
    pub fn fulfil(&mut self, root: &Element, wish: Option<(u32, u32)>) {
        let Some((unit, _)) = wish.filter(|_| !self.px.is_empty()) else {
            return;
        };
        if self.arrived == wish && !self.by_estimate {
            return;
        }
        let viewport = f64::from(root.client_height());
        let third = viewport / 4.0;
        if let Some(found) = drawn(root, unit) {
            let point = found.query_selector("[data-point]").ok().flatten();
            let (outer, inner) = (
                root.get_bounding_client_rect(),
                point.unwrap_or(found).get_bounding_client_rect(),
            );
            let above = inner.top() - outer.top();
            let ends_on_screen = inner.bottom() <= outer.bottom() || above <= third;
            // What can be read where it stands is left standing.
            if above < 0.0 || !ends_on_screen {
                let wished = (above - third).max(-f64::from(root.scroll_top()));
                root.set_scroll_top(root.scroll_top() + wished.round() as i32);
            }
            self.by_estimate = false;
        } else if self.arrived != wish {
            let top: f64 = self.px.iter().take(unit as usize).sum();
            root.set_scroll_top((top - third).max(0.0) as i32);
            self.by_estimate = true;
        }
        self.arrived = wish;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn estimates_by_length_and_width() {
        let rows = [(0, 41.0), (40, 41.0), (41, 70.0), (400, 302.0)];
        for (length, expected) in rows {
            assert_eq!(
                estimate(&[length], 40.0 * CHARACTER_PX),
                [expected],
                "{length} characters"
            );
        }
    }

    #[test]
    fn heights_outside_a_change_are_kept() {
        let measured = [10.0, 20.0, 30.0, 40.0];
        let rows: [(&[u32], &[f64]); 4] = [
            (&[1, 2, 3, 4], &[10.0, 20.0, 30.0, 40.0]),
            (&[1, 7, 8, 3, 4], &[10.0, 0.0, 0.0, 30.0, 40.0]),
            (&[1, 5, 4], &[10.0, 0.0, 40.0]),
            (&[1, 2, 3], &[10.0, 20.0, 30.0]),
        ];
        for (lengths, expected) in rows {
            let mut px = vec![0.0; lengths.len()];
            keep_equal_ends(&mut px, lengths, &measured, &[1, 2, 3, 4]);
            assert_eq!(px, expected, "{lengths:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_on_the_screen_is_drawn(
            heights in proptest::collection::vec(10.0..500.0_f64, 0..200),
            scroll in 0.0..50_000.0_f64,
        ) {
            let range = visible_units(&heights, scroll, 800.0);
            let mut top = 0.0;
            for (unit, height) in (0..).zip(&heights) {
                let on_screen = top + height > scroll && top < scroll + 800.0;
                prop_assert!(!on_screen || range.contains(&unit), "unit {unit} at {top} of {range:?}");
                top += height;
            }
        }
    }
}
