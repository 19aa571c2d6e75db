//! How sure it is that an article has its right extent.
//!
//! A dateline, a byline and a headline show where articles begin and end. Where an article has neither of them on one
//! of its sides, its extent is a guess.

use super::reason::Reason;
use crate::text::source::Span;

/// What is known of an article's extent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extent {
    /// Its number on the page.
    pub article: usize,
    /// The unit with which it begins.
    pub place: Span,
    /// Why it begins there.
    pub reason: Reason,
    /// Whether it has what ends an article: a byline, or issuer and date.
    pub is_ended: bool,
    /// Whether it has a headline.
    pub has_headline: bool,
}

/// How sure an article's extent is where nothing speaks against it, and where it is a guess.
const SURE: u8 = 93;
const GUESSED: u8 = 60;
/// The same for a page's only article.
const ONLY: u8 = 99;

/// How sure each extent is, in percent.
pub fn confidences(extents: &[Extent]) -> Vec<u8> {
    if let [_] = extents {
        return vec![ONLY];
    }
    extents
        .iter()
        .map(|extent| if extent.is_guessed() { GUESSED } else { SURE })
        .collect()
}

impl Extent {
    /// Whether nothing shows where the article begins or ends.
    fn is_guessed(&self) -> bool {
        let begins_by_guess = self.reason == Reason::Unmarked && !self.is_ended;
        begins_by_guess || !self.has_headline
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_that_nothing_marks_off_is_a_guess() {
        let extent = |reason, is_ended, has_headline| Extent {
            article: 0,
            place: Span::new(0, 9),
            reason,
            is_ended,
            has_headline,
        };
        let extents = [
            extent(Reason::FirstOnPage, false, true),
            extent(Reason::Unmarked, true, true),
            extent(Reason::Unmarked, false, true),
            extent(Reason::Dateline, true, false),
        ];
        assert_eq!(confidences(&extents), [SURE, SURE, GUESSED, GUESSED]);
        assert_eq!(confidences(extents.get(..1).unwrap_or(&[])), [ONLY]);
    }
}
