//! The tokens of a unit along its counted text.

use std::ops::Range;

use crate::words::passage::Passage;
use crate::words::segment::TokenKind;
use crate::words::vocabulary::{TermId, Vocabulary};

/// The tokens of a unit with their bytes in the text of its passage. They lie end to end from the dateline on; blanks
/// that cleaning took out of the text are tokens, and stand in none of it.
pub fn laid_tokens(
    passage: &Passage,
    terms: &[TermId],
    vocabulary: &Vocabulary,
) -> Vec<(TermId, Range<usize>)> {
    let mut laid = Vec::with_capacity(terms.len());
    let mut at = passage.dateline_bytes;
    for term in terms {
        let word = vocabulary.term(*term);
        let rest = passage.text.get(at..).unwrap_or("");
        if rest.starts_with(word) {
            laid.push((*term, at..at + word.len()));
            at += word.len();
        } else if vocabulary.kind(*term) != TokenKind::Blank {
            // The tokens are not those of this text; what is laid so far is.
            break;
        }
    }
    laid
}

/// Every place where a word's letters stand in a text from some byte on, also where the places overlap.
pub fn strings<'t>(
    text: &'t str,
    from: usize,
    word: &'t str,
) -> impl Iterator<Item = Range<usize>> + 't {
    let step = word.chars().next().map_or(1, char::len_utf8);
    let mut at = from;
    std::iter::from_fn(move || {
        let rest = text.get(at..).filter(|_| !word.is_empty())?;
        let start = at + rest.find(word)?;
        at = start + step;
        Some(start..start + word.len())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_may_overlap() {
        let rows: [(&str, usize, &str, &[usize]); 5] = [
            ("防控防控防", 0, "防控防", &[0, 6]),
            ("一一一一", 0, "一一", &[0, 3, 6]),
            ("疫情防控", 6, "疫情", &[]),
            ("疫情防控", 6, "防控", &[6]),
            ("疫情", 0, "", &[]),
        ];
        for (text, from, word, expected) in rows {
            let found: Vec<usize> = strings(text, from, word).map(|range| range.start).collect();
            assert_eq!(found, expected, "{word} in {text}");
        }
    }
}
