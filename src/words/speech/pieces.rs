//! A paragraph cut into clauses and direct speech.

use std::ops::Range;

use super::quotation::Quotation;

/// A stretch of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// A clause of the running text; phrases in quotation marks are parts of it.
    Clause {
        /// Its bytes, without the mark behind it.
        range: Range<usize>,
        /// The mark that closes it; `None` before direct speech and at the text's end.
        mark: Option<char>,
    },
    /// Direct speech.
    Direct {
        /// The bytes between the quotation marks.
        inner: Range<usize>,
        /// The bytes with the marks.
        outer: Range<usize>,
    },
}

/// The pieces of `text` from byte `from` on. Clauses of blanks alone are left out.
pub fn pieces(text: &str, from: usize, quotations: &[Quotation]) -> Vec<Piece> {
    let mut cutter = Cutter {
        text,
        pieces: Vec::new(),
        start: from,
    };
    let mut quotations = quotations
        .iter()
        .filter(|quotation| quotation.depth == 0 && quotation.start >= from)
        .peekable();
    let mut position = from;
    while let Some(character) = text.get(position..).and_then(|rest| rest.chars().next()) {
        if let Some(quotation) = quotations.next_if(|quotation| quotation.start == position) {
            if quotation.is_speech {
                cutter.cut(position, None, position);
                cutter.pieces.push(Piece::Direct {
                    inner: quotation.inner.clone(),
                    outer: quotation.start..quotation.end,
                });
                cutter.start = quotation.end;
            }
            position = quotation.end;
            continue;
        }
        let behind = position + character.len_utf8();
        if is_mark(character) && !is_inside_number(text, position, behind) {
            cutter.cut(position, Some(character), behind);
        }
        position = behind;
    }
    cutter.cut(text.len(), None, text.len());
    cutter.pieces
}

struct Cutter<'t> {
    text: &'t str,
    pieces: Vec<Piece>,
    start: usize,
}

impl Cutter<'_> {
    fn cut(&mut self, end: usize, mark: Option<char>, next: usize) {
        let words = self.text.get(self.start..end).unwrap_or_default();
        let blanks = words.len() - words.trim_start().len();
        if !words.trim().is_empty() {
            self.pieces.push(Piece::Clause {
                range: self.start + blanks..end,
                mark,
            });
        } else if let Some(mark) = mark.filter(|mark| ends_sentence(*mark)) {
            // A mark behind direct speech: ”。 ends the sentence.
            self.pieces.push(Piece::Clause {
                range: end..end,
                mark: Some(mark),
            });
        }
        self.start = next;
    }
}

fn is_mark(character: char) -> bool {
    matches!(
        character,
        '，' | ',' | '：' | ':' | '；' | ';' | '。' | '！' | '!' | '？' | '?'
    )
}

/// Whether a mark ends a sentence.
pub fn ends_sentence(mark: char) -> bool {
    matches!(mark, '。' | '！' | '!' | '？' | '?')
}

/// 9:30 and 1,200.
fn is_inside_number(text: &str, start: usize, end: usize) -> bool {
    let digit = |character: Option<char>| character.is_some_and(|digit| digit.is_ascii_digit());
    digit(
        text.get(..start)
            .and_then(|before| before.chars().next_back()),
    ) && digit(text.get(end..).and_then(|behind| behind.chars().next()))
}
