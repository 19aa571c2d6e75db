//! Text from outside, with what cannot be printed made visible.

use yew::{Html, html};

use crate::report::label::grouped;
use crate::report::views::{ScalarRange, Shown};
use crate::text::arrange::Arrange;

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

/// The text of a unit, with signs between its characters: each stands behind so many of those that it prints. The
/// signs are sorted. What lies in a range (half-open, in printed characters) has its class.
pub fn signed_text(
    shown: &[Shown],
    signs: Vec<(u32, Html)>,
    ranges: &[(u32, u32, &'static str)],
) -> Html {
    let mut pieces = Vec::with_capacity(shown.len() + 2 * signs.len());
    let mut signs = signs.into_iter().peekable();
    let mut place = 0;
    for piece in shown {
        let end = place + piece.printed_chars();
        let mut rest = match piece {
            Shown::Text(text) => text.as_str(),
            _ => "",
        };
        while let Some((at, sign)) = signs.next_if(|(at, _)| *at < end) {
            let (before, behind) = split_behind(rest, at.saturating_sub(place));
            push_classed(&mut pieces, before, place, ranges);
            pieces.push(sign);
            (rest, place) = (behind, at);
        }
        match piece {
            Shown::Text(_) => push_classed(&mut pieces, rest, place, ranges),
            mark => pieces.push(visible_mark(mark)),
        }
        place = end;
    }
    pieces.extend(signs.map(|(_, sign)| sign));
    html! { <bdi>{ for pieces }</bdi> }
}

/// A text that begins at a character, in pieces of one look each.
fn push_classed(
    pieces: &mut Vec<Html>,
    text: &str,
    start: u32,
    ranges: &[(u32, u32, &'static str)],
) {
    for (piece, class) in classed(text, start, ranges) {
        pieces.push(if class.is_empty() {
            html! { piece }
        } else {
            html! { <span {class}>{ piece }</span> }
        });
    }
}

/// A text that begins at a character, divided where ranges begin and end, each piece with the classes that it has.
fn classed<'text>(
    text: &'text str,
    start: u32,
    ranges: &[(u32, u32, &'static str)],
) -> Vec<(&'text str, String)> {
    let end = start.saturating_add(u32::try_from(text.chars().count()).unwrap_or(u32::MAX));
    let here = ranges
        .iter()
        .filter(|range| range.0 < end && start < range.1);
    let here: Vec<_> = here.collect();
    let mut borders: Vec<u32> = here
        .iter()
        .flat_map(|range| [range.0, range.1])
        .filter(|border| (start + 1..end).contains(border))
        .collect();
    borders.push(end);
    borders.arrange();
    borders.dedup();
    let (mut rest, mut from) = (text, start);
    let mut pieces = Vec::with_capacity(borders.len());
    for border in borders {
        let (piece, behind) = split_behind(rest, border - from);
        let classes = here
            .iter()
            .filter(|range| range.0 <= from && from < range.1);
        let classes: Vec<&str> = classes.map(|range| range.2).collect();
        if !piece.is_empty() {
            pieces.push((piece, classes.join(" ")));
        }
        (rest, from) = (behind, border);
    }
    pieces
}

/// A text divided behind so many characters.
fn split_behind(text: &str, characters: u32) -> (&str, &str) {
    let place = text.char_indices().nth(characters as usize);
    text.split_at(place.map_or(text.len(), |(byte, _)| byte))
}

/// How many characters a stretch takes on the screen.
pub fn displayed_chars(shown: &Shown) -> u32 {
    let count = match shown {
        Shown::Text(text) => text.chars().count(),
        mark => mark_label(mark).chars().count(),
    };
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn piece_of_text((text, is_marked): (&str, bool)) -> Html {
    if is_marked {
        html! { <mark>{ text }</mark> }
    } else {
        html! { text }
    }
}

fn visible_mark(shown: &Shown) -> Html {
    let class = match shown {
        Shown::Text(text) => return html! { text },
        Shown::Malformed(_) => "mark-malformed",
        Shown::Invisible(_) | Shown::Omitted(_) => "mark-invisible",
    };
    html! { <span {class}>{ mark_label(shown) }</span> }
}

/// What stands on the screen for something that cannot be printed; empty for text.
fn mark_label(shown: &Shown) -> String {
    match shown {
        Shown::Text(_) => String::new(),
        Shown::Malformed(bytes) => format!("⟦{}⟧", bytes.to_ascii_uppercase()),
        Shown::Invisible(character) => format!("⟦U+{character:04X}⟧"),
        Shown::Omitted(count) => format!("⟦… +{}⟧", grouped(*count)),
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

    #[test]
    fn ranges_divide_a_text_and_may_overlap() {
        let pieces = classed(
            "疫情防控",
            10,
            &[(9, 12, "name"), (11, 13, "picked"), (20, 30, "far")],
        );
        let pieces: Vec<(&str, &str)> = pieces
            .iter()
            .map(|(text, class)| (*text, class.as_str()))
            .collect();
        assert_eq!(
            pieces,
            [
                ("疫", "name"),
                ("情", "name picked"),
                ("防", "picked"),
                ("控", "")
            ]
        );
    }

    proptest! {
        #[test]
        fn classes_lose_no_character(text in "[甲乙a🀄]{0,20}", ranges in proptest::collection::vec((0..30_u32, 0..30_u32), 0..5)) {
            let ranges: Vec<_> = ranges.into_iter().map(|(start, end)| (start, end, "x")).collect();
            let joined: String = classed(&text, 5, &ranges).iter().map(|(piece, _)| *piece).collect();
            prop_assert_eq!(joined, text);
        }

        #[test]
        fn no_character_is_lost(text in "[甲乙a🀄]{0,20}", marks in proptest::collection::vec((0..20_u32, 0..20_u32), 0..4)) {
            let joined: String = divide(&text, 3, &ranges(&marks)).iter().map(|(piece, _)| *piece).collect();
            prop_assert_eq!(joined, text);
        }
    }
}
