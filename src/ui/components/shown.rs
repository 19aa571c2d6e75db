//! Text from outside, with what cannot be printed made visible.

use yew::{Html, html};

use crate::report::label::grouped;
use crate::report::views::{ScalarRange, Shown};

/// The text of a source row, of which `row` tells the place, with the parts in `marked` marked.
pub fn marked_text(shown: &[Shown], row: ScalarRange, marked: &[ScalarRange]) -> Html {
    let mut start = row.start;
    let mut pieces = Vec::with_capacity(shown.len());
    for piece in shown {
        match piece {
            Shown::Text(text) => {
                let end = start + u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
                pieces.extend(divide(text, start, marked).into_iter().map(piece_of_text));
                start = end;
            }
            mark => {
                pieces.push(visible_mark(mark));
                start += 1;
            }
        }
    }
    html! { <bdi>{ for pieces }</bdi> }
}

/// The text of a unit.
pub fn plain_text(shown: &[Shown]) -> Html {
    let row = ScalarRange { start: 0, end: 0 };
    marked_text(shown, row, &[])
}

fn piece_of_text((text, is_marked): (&str, bool)) -> Html {
    if is_marked {
        html! { <mark>{ text }</mark> }
    } else {
        html! { text }
    }
}

fn visible_mark(shown: &Shown) -> Html {
    match shown {
        Shown::Text(text) => html! { text },
        Shown::Malformed(bytes) => {
            html! { <span class="mark-malformed">{ format!("⟦{}⟧", bytes.to_uppercase()) }</span> }
        }
        Shown::Invisible(character) => {
            html! { <span class="mark-invisible">{ format!("⟦U+{character:04X}⟧") }</span> }
        }
        Shown::Omitted(count) => {
            html! { <span class="mark-invisible">{ format!("⟦… +{}⟧", grouped(*count)) }</span> }
        }
    }
}

/// A text that begins at scalar value `start`, divided where the marked ranges begin and end.
fn divide<'text>(text: &'text str, start: u32, marked: &[ScalarRange]) -> Vec<(&'text str, bool)> {
    let is_marked = |place: u32| {
        marked
            .iter()
            .any(|range| (range.start..range.end).contains(&place))
    };
    let mut pieces = Vec::new();
    let mut from = 0;
    let mut now = is_marked(start);
    for (place, (byte, _)) in (start..).zip(text.char_indices()) {
        let next = is_marked(place);
        if next != now {
            pieces.extend(text.get(from..byte).map(|piece| (piece, now)));
            (from, now) = (byte, next);
        }
    }
    pieces.extend(text.get(from..).map(|piece| (piece, now)));
    pieces.retain(|(piece, _)| !piece.is_empty());
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ranges(places: &[(u32, u32)]) -> Vec<ScalarRange> {
        places
            .iter()
            .map(|&(start, end)| ScalarRange { start, end })
            .collect()
    }

    #[test]
    fn divides_where_marks_begin_and_end() {
        let rows: [(&[(u32, u32)], &[(&str, bool)]); 5] = [
            (&[], &[("疫情防控", false)]),
            (&[(102, 104)], &[("疫情", false), ("防控", true)]),
            (&[(90, 102)], &[("疫情", true), ("防控", false)]),
            (
                &[(101, 102), (103, 104)],
                &[("疫", false), ("情", true), ("防", false), ("控", true)],
            ),
            (&[(200, 300)], &[("疫情防控", false)]),
        ];
        for (marked, expected) in rows {
            assert_eq!(
                divide("疫情防控", 100, &ranges(marked)),
                expected,
                "{marked:?}"
            );
        }
    }

    proptest! {
        #[test]
        fn no_character_is_lost(text in "[甲乙a🀄]{0,20}", marks in proptest::collection::vec((0..20_u32, 0..20_u32), 0..4)) {
            let joined: String = divide(&text, 3, &ranges(&marks)).iter().map(|(piece, _)| *piece).collect();
            prop_assert_eq!(joined, text);
        }
    }
}
