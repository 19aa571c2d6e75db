//! Setting a paragraph in lines of a column, as a typesetter does.

use super::layout::Prohibition;
use super::truth::Unit;

/// A character and the unit it belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyph {
    pub character: char,
    pub unit: Option<Unit>,
}

/// A run of characters of one unit; blanks belong to none.
pub fn glyphs(text: &str, unit: Unit) -> Vec<Glyph> {
    text.chars()
        .map(|character| Glyph {
            character,
            unit: (!character.is_whitespace()).then_some(unit),
        })
        .collect()
}

/// Marks that may not begin a line.
const BARRED_FROM_START: &str = "，。、；：？！”’）》」』】…—,.;:?!)%％";
/// Marks that may not end a line.
const BARRED_FROM_END: &str = "“‘（《「『【(";

/// How a column is set.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Width in half cells: a Han character has two.
    pub width: usize,
    /// By how many half cells the first line is shorter.
    pub indent: usize,
    pub prohibition: Prohibition,
    /// Whether two full-width marks side by side are set in one cell and a half.
    pub squeezes_marks: bool,
}

fn half_cells(character: char) -> usize {
    if character.is_ascii() { 1 } else { 2 }
}

fn is_mark(character: char) -> bool {
    !character.is_ascii()
        && (BARRED_FROM_START.contains(character) || BARRED_FROM_END.contains(character))
}

/// Breaks a paragraph into lines.
pub fn set(text: &[Glyph], column: Column) -> Vec<Vec<Glyph>> {
    let mut lines: Vec<Vec<Glyph>> = Vec::new();
    let mut line: Vec<Glyph> = Vec::new();
    for chunk in chunks(text) {
        let room = column.width - if lines.is_empty() { column.indent } else { 0 };
        let mut longer = line.clone();
        longer.extend_from_slice(chunk);
        if line.is_empty() || width(&longer, column) <= room || hangs(&line, chunk, column, room) {
            line = longer;
            continue;
        }
        let moved = moved_down(&mut line, chunk, column);
        lines.push(std::mem::take(&mut line));
        line = moved;
        line.extend_from_slice(chunk);
        while line.first().is_some_and(|glyph| glyph.character == ' ') {
            line.remove(0);
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// The pieces of a text that are not broken: words, numbers and Markdown marks, else single characters.
fn chunks(text: &[Glyph]) -> Vec<&[Glyph]> {
    let joins = |character: char| character.is_ascii_alphanumeric() || ".%-@*".contains(character);
    text.chunk_by(|left, right| joins(left.character) && joins(right.character))
        .collect()
}

/// The width of a line in half cells. A blank at its end takes no room.
fn width(line: &[Glyph], column: Column) -> usize {
    let all: usize = line.iter().map(|glyph| half_cells(glyph.character)).sum();
    let squeezed = line
        .windows(2)
        .filter(|pair| column.squeezes_marks && pair.iter().all(|glyph| is_mark(glyph.character)))
        .count();
    let blank = line.last().is_some_and(|glyph| glyph.character == ' ');
    all - squeezed - usize::from(blank)
}

/// Whether a barred mark is squeezed into the line although the line is full.
fn hangs(line: &[Glyph], chunk: &[Glyph], column: Column, room: usize) -> bool {
    let is_barred = chunk
        .first()
        .is_some_and(|glyph| BARRED_FROM_START.contains(glyph.character));
    column.prohibition == Prohibition::Hang && is_barred && width(line, column) <= room + 2
}

/// What the rules take from the line's end to the next line.
fn moved_down(line: &mut Vec<Glyph>, next: &[Glyph], column: Column) -> Vec<Glyph> {
    let mut moved = Vec::new();
    if column.prohibition == Prohibition::Ignored {
        return moved;
    }
    let is_barred = |glyph: Option<&Glyph>| {
        glyph.is_some_and(|glyph| BARRED_FROM_START.contains(glyph.character))
    };
    let opens = |glyph: Option<&Glyph>| {
        glyph.is_some_and(|glyph| BARRED_FROM_END.contains(glyph.character))
    };
    let mut first = next.first().copied();
    while line.len() > 2 && (is_barred(first.as_ref()) || opens(line.last())) {
        let glyph = line.remove(line.len() - 1);
        moved.insert(0, glyph);
        first = Some(glyph);
    }
    moved
}
