//! The caret in a unit of the clean page: which character of the source it stands before.
//!
//! A caret is the number of printed characters before it. Every printed character is one scalar value of the source,
//! so the unit's places tell both ways; what is shown may be longer, where a mark stands for what cannot be printed.

use crate::report::views::{CleanUnit, ScalarRange, Shown};

/// How many characters a unit prints.
pub fn printed_chars(unit: &CleanUnit) -> u32 {
    unit.places.iter().map(len).sum()
}

/// The character of the source behind the caret; `None` at the end of the unit.
pub fn place_behind(unit: &CleanUnit, caret: u32) -> Option<u32> {
    let mut before = 0;
    for range in &unit.places {
        if caret < before + len(range) {
            return Some(range.start + (caret - before));
        }
        before += len(range);
    }
    None
}

/// The caret before a character of the source, or behind the unit's character right before it; `None` where the place
/// touches none of the unit's text.
pub fn caret_at(unit: &CleanUnit, place: u32) -> Option<u32> {
    let mut before = 0;
    let mut behind_last = None;
    for range in &unit.places {
        if (range.start..range.end).contains(&place) {
            return Some(before + (place - range.start));
        }
        before += len(range);
        if range.end == place {
            behind_last = Some(before);
        }
    }
    behind_last
}

/// Whether a character of the source stands in the unit.
pub fn holds(unit: &CleanUnit, place: u32) -> bool {
    unit.places
        .iter()
        .any(|range| (range.start..range.end).contains(&place))
}

/// The carets at which source lines were joined, in order: inside the text, neither at its beginning nor its end.
pub fn seams(unit: &CleanUnit) -> Vec<u32> {
    let mut before = 0;
    let mut seams = Vec::new();
    for range in &unit.places {
        seams.push(before);
        before += len(range);
    }
    seams.retain(|&seam| 0 < seam && seam < before);
    seams.dedup();
    seams
}

/// The caret for a click behind so many *shown* characters: a mark such as ⟦U+202E⟧ is several of them, and stands
/// for one or more that print nothing.
pub fn caret_of_shown(shown: &[Shown], clicked: u32, shown_len: impl Fn(&Shown) -> u32) -> u32 {
    let (mut caret, mut seen) = (0, 0);
    for piece in shown {
        let (printed, width) = (piece.printed_chars(), shown_len(piece));
        if clicked < seen + width {
            return match piece {
                Shown::Text(_) => caret + (clicked - seen),
                Shown::Malformed(_) | Shown::Invisible(_) | Shown::Omitted(_) => caret,
            };
        }
        caret += printed;
        seen += width;
    }
    caret
}

fn len(range: &ScalarRange) -> u32 {
    range.end.saturating_sub(range.start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::views::UnitKind;
    use crate::text::page::model::ParagraphKind;
    use proptest::prelude::*;

    /// A paragraph that was joined from these ranges of the source.
    fn unit(places: &[(u32, u32)]) -> CleanUnit {
        CleanUnit {
            kind: UnitKind::Paragraph(ParagraphKind::Body),
            article: Some(0),
            shown: Vec::new(),
            source_rows: Vec::new(),
            places: places
                .iter()
                .map(|&(start, end)| ScalarRange { start, end })
                .collect(),
            anchor: places.first().map(|&(start, _)| start),
            doubts: Vec::new(),
            names: Vec::new(),
            tokens: Vec::new(),
        }
    }

    #[test]
    fn a_caret_knows_the_character_behind_it() {
        let joined = unit(&[(10, 14), (15, 18)]);
        let rows = [
            (0, Some(10)),
            (3, Some(13)),
            (4, Some(15)),
            (6, Some(17)),
            (7, None),
        ];
        for (caret, place) in rows {
            assert_eq!(place_behind(&joined, caret), place, "behind caret {caret}");
        }
    }

    #[test]
    fn a_line_end_is_the_seam_between_its_lines() {
        let joined = unit(&[(10, 14), (15, 18)]);
        let rows = [
            (9, None),
            (10, Some(0)),
            (14, Some(4)),
            (15, Some(4)),
            (18, Some(7)),
            (19, None),
        ];
        for (place, caret) in rows {
            assert_eq!(caret_at(&joined, place), caret, "caret at {place}");
        }
        assert_eq!(seams(&joined), [4]);
        assert_eq!(seams(&unit(&[(3, 9)])), [0; 0], "one line has no seam");
    }

    #[test]
    fn a_click_on_a_mark_is_before_what_it_stands_for() {
        let shown = [
            Shown::Text("疫情".to_owned()),
            Shown::Invisible(0x202E),
            Shown::Text("防控".to_owned()),
        ];
        let len = |piece: &Shown| match piece {
            Shown::Text(text) => u32::try_from(text.chars().count()).unwrap(),
            _ => 8,
        };
        for (clicked, caret) in [(0, 0), (1, 1), (2, 2), (7, 2), (10, 3), (11, 4), (12, 5)] {
            assert_eq!(
                caret_of_shown(&shown, clicked, len),
                caret,
                "a click behind {clicked} shown characters"
            );
        }
    }

    proptest! {
        #[test]
        fn places_and_carets_tell_the_same(lens in proptest::collection::vec((1..9_u32, 0..3_u32), 1..6)) {
            let mut start = 5;
            let mut places = Vec::new();
            for (len, gap) in lens {
                places.push((start, start + len));
                start += len + gap;
            }
            let unit = unit(&places);
            for caret in 0..printed_chars(&unit) {
                let place = place_behind(&unit, caret).unwrap();
                prop_assert!(holds(&unit, place));
                prop_assert_eq!(caret_at(&unit, place), Some(caret));
            }
        }
    }
}
