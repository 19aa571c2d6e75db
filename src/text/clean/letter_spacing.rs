//! 字间空格: single Han characters with a blank between each two close up.
//!
//! Headlines are spaced out (疫 情 防 控), and two-character names in lists are spaced to the width of three (王　林).
//! A run of singles closes up where the blanks inside it are alike and those around it are wider, or where a mark or
//! the text's border stands around it. A longer run closes up anywhere, except in a text whose words are all parted by
//! blanks: there a person segmented it.

use super::character::{is_han, is_space};
use super::edit::Edit;

/// So many blanks beside longer words show that a person parted the words.
const SEGMENTED_GAPS: usize = 5;
/// The shortest run, in characters, that closes up beside words at equal distance.
const LONG_RUN: usize = 3;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// One Han character with blanks, marks or borders around it.
    Single,
    /// Any longer word.
    Word,
    /// Punctuation.
    Mark,
    /// Blanks.
    Gap,
}

#[derive(Debug, Clone, Copy)]
struct Piece<'t> {
    kind: Kind,
    start: usize,
    text: &'t str,
}

/// Takes the blanks out of every run that closes up.
pub fn edits(text: &str, edits: &mut Vec<Edit>) {
    let pieces = pieces(text);
    let is_segmented = is_segmented(&pieces);
    let mut first = 0;
    while first < pieces.len() {
        let last = run_end(&pieces, first);
        if last == first {
            first += 1;
            continue;
        }
        let is_long = (last - first) / 2 + 1 >= LONG_RUN;
        if is_bounded(&pieces, first, last) || (is_long && !is_segmented) {
            close(pieces.get(first..last).unwrap_or(&[]), edits);
            first = last + 1;
        } else {
            first = last;
        }
    }
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces: Vec<Piece<'_>> = Vec::new();
    let mut start = 0;
    let kinds = |character| match character {
        _ if is_space(character) => Kind::Gap,
        _ if is_han(character) || character.is_alphanumeric() => Kind::Word,
        _ => Kind::Mark,
    };
    while let Some(rest) = text.get(start..)
        && let Some(first) = rest.chars().next()
    {
        let kind = kinds(first);
        let len = rest
            .find(|character| kinds(character) != kind)
            .unwrap_or(rest.len());
        let text = rest.get(..len).unwrap_or(rest);
        let is_single = kind == Kind::Word && len == first.len_utf8() && is_han(first);
        pieces.push(Piece {
            kind: if is_single { Kind::Single } else { kind },
            start,
            text,
        });
        start += len;
    }
    pieces
}

/// Whether many blanks stand beside words that are longer than a character.
fn is_segmented(pieces: &[Piece<'_>]) -> bool {
    let beside_word = |window: &&[Piece<'_>]| {
        let is_word = |piece: Option<&Piece<'_>>| {
            piece.is_some_and(|piece| piece.kind == Kind::Word && piece.text.starts_with(is_han))
        };
        window.get(1).is_some_and(|gap| gap.kind == Kind::Gap)
            && (is_word(window.first()) || is_word(window.get(2)))
    };
    pieces.windows(3).filter(beside_word).count() >= SEGMENTED_GAPS
}

/// The last single of the run with alike blanks that begins at `first`; `first` itself where no run begins.
fn run_end(pieces: &[Piece<'_>], first: usize) -> usize {
    let kind = |index: usize| pieces.get(index).map(|piece| piece.kind);
    let gap = |index: usize| pieces.get(index).map_or("", |piece| piece.text);
    let mut last = first;
    while kind(last) == Some(Kind::Single)
        && kind(last + 1) == Some(Kind::Gap)
        && kind(last + 2) == Some(Kind::Single)
        && gap(last + 1) == gap(first + 1)
    {
        last += 2;
    }
    last
}

/// Whether the blanks around a run set it off from what stands beside it.
fn is_bounded(pieces: &[Piece<'_>], first: usize, last: usize) -> bool {
    let inside = pieces.get(first + 1).map_or("", |piece| piece.text);
    let before = first.checked_sub(1).and_then(|index| pieces.get(index));
    let sets_off = |piece: Option<&Piece<'_>>| match piece {
        Some(gap) if gap.kind == Kind::Gap => {
            let is_name = inside == "\u{3000}" && gap.text != inside;
            is_name || cells(gap.text) > cells(inside)
        }
        _ => true,
    };
    sets_off(before) && sets_off(pieces.get(last + 1))
}

/// The width of blanks in half cells.
fn cells(blanks: &str) -> usize {
    let wide = blanks.chars().filter(|blank| *blank == '\u{3000}').count();
    blanks.chars().count() + wide
}

fn close(run: &[Piece<'_>], edits: &mut Vec<Edit>) {
    let gaps = run.iter().filter(|piece| piece.kind == Kind::Gap);
    for (number, gap) in gaps.enumerate() {
        let edit = Edit::remove(gap.start, gap.start + gap.text.len());
        edits.push(if number == 0 { edit } else { edit.continuing() });
    }
}
