//! What is selected in the clean page: by the mouse, or from the caret with the shift key.

use super::caret::printed_chars;
use super::reading::Reading;
use crate::report::views::{CleanUnit, Shown};

/// The longest text that can be made a word, in characters: that of the lexicon.
const LONGEST_CHARS: usize = 64;

/// A stretch of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Picked {
    /// The unit.
    pub unit: u32,
    /// Where the selection began, in printed characters.
    pub anchor: u32,
    /// Where it is now.
    pub head: u32,
    /// Whether the browser itself shows it as selected, so that the page must leave its text as it is.
    pub is_native: bool,
}

impl Picked {
    /// The stretch as a half-open range of printed characters.
    pub fn range(self) -> (u32, u32) {
        (self.anchor.min(self.head), self.anchor.max(self.head))
    }
}

impl Reading {
    /// Selects a stretch; an empty one selects nothing.
    pub fn pick(&mut self, picked: Option<Picked>) {
        self.picked = picked.filter(|picked| picked.anchor != picked.head);
    }

    /// Draws the end of the selection by a character, from the caret where nothing is selected yet.
    pub fn pick_on(&mut self, forward: bool) {
        let Some((focus, unit)) = self.focused() else {
            return;
        };
        let last = printed_chars(unit);
        let same = self.picked.filter(|picked| picked.unit == focus.unit);
        let from = same.unwrap_or(Picked {
            unit: focus.unit,
            anchor: focus.caret,
            head: focus.caret,
            is_native: false,
        });
        let head = if forward {
            (from.head + 1).min(last)
        } else {
            from.head.saturating_sub(1)
        };
        self.focus_on(focus.unit, head);
        self.pick(Some(Picked {
            head,
            is_native: false,
            ..from
        }));
    }

    /// The selected text as it is counted: without line breaks, and without blanks at its ends. `None` where nothing
    /// that can be a word is selected.
    pub fn picked_text(&self) -> Option<String> {
        let picked = self.picked?;
        let text = text_between(self.clean.get(picked.unit)?, picked.range());
        let text: String = text
            .chars()
            .filter(|character| !matches!(character, '\n' | '\r' | '\u{2028}' | '\u{2029}'))
            .collect();
        let text = text.trim();
        let can_be_word =
            text.chars().any(char::is_alphanumeric) && text.chars().count() <= LONGEST_CHARS;
        can_be_word.then(|| text.to_owned())
    }
}

/// The text of a unit between two carets; what cannot be printed is left out.
fn text_between(unit: &CleanUnit, (start, end): (u32, u32)) -> String {
    let mut place = 0;
    let mut text = String::new();
    for piece in &unit.shown {
        let length = piece.printed_chars();
        if let Shown::Text(piece) = piece {
            let from = start.saturating_sub(place) as usize;
            let to = end.saturating_sub(place) as usize;
            text.extend(piece.chars().take(to).skip(from));
        }
        place += length;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::views::{CleanView, DocumentId, ScalarRange, UnitKind};
    use crate::text::page::model::ParagraphKind;

    fn reading(shown: Vec<Shown>) -> Reading {
        let length = shown.iter().map(Shown::printed_chars).sum();
        let unit = CleanUnit {
            kind: UnitKind::Paragraph(ParagraphKind::Body),
            article: Some(0),
            shown,
            source_rows: vec![(0, 1)],
            places: vec![ScalarRange {
                start: 0,
                end: length,
            }],
            anchor: Some(0),
            doubts: Vec::new(),
            tokens: Vec::new(),
            names: Vec::new(),
        };
        let mut reading = Reading::default();
        reading.open(Some(DocumentId(1)));
        reading.take_clean(CleanView {
            document: DocumentId(1),
            lengths: vec![length],
            starts: vec![0],
            first_unit: 0,
            units: vec![unit],
        });
        reading
    }

    fn text(text: &str) -> Shown {
        Shown::Text(text.to_owned())
    }

    #[test]
    fn what_is_selected_is_taken_as_it_is_counted() {
        let long = "长".repeat(70);
        let rows = [
            (vec![text("疫情防控工作")], (2, 4), Some("防控")),
            (vec![text("疫情防控工作")], (4, 2), Some("防控")),
            (vec![text("抓 疫情\n防控 。")], (1, 8), Some("疫情防控")),
            (vec![text("疫情，。")], (2, 4), None),
            (vec![text("疫情")], (1, 1), None),
            (
                vec![text("疫情"), Shown::Invisible(0x202E), text("防控")],
                (1, 4),
                Some("情防"),
            ),
            (vec![text(&long)], (0, 70), None),
        ];
        for (shown, (anchor, head), expected) in rows {
            let mut reading = reading(shown);
            reading.pick(Some(Picked {
                unit: 0,
                anchor,
                head,
                is_native: true,
            }));
            let found = reading.picked_text();
            assert_eq!(found.as_deref(), expected, "{anchor} to {head}");
        }
    }

    #[test]
    fn the_keyboard_draws_the_selection_from_the_caret() {
        let mut reading = reading(vec![text("疫情防控")]);
        reading.focus_on(0, 2);
        reading.pick_on(true);
        reading.pick_on(true);
        reading.pick_on(true);
        assert_eq!(reading.picked_text().as_deref(), Some("防控"));
        for _ in 0..3 {
            reading.pick_on(false);
        }
        assert_eq!(reading.picked_text().as_deref(), Some("情"));
        reading.pick_on(true);
        assert_eq!(reading.picked, None, "back at its beginning it is empty");
    }
}
