//! Where phrases stand in a passage.

use super::four::is_rare;
use super::key::KeyText;
use super::matcher::Matcher;
use crate::text::source::is_letter_or_digit;
use crate::words::segment::{SegmentOptions, Segmenter, Token, TokenKind};
use crate::words::speech::quotation::Quotation;

/// How much of the text on either side helps to find the words at a border, in characters.
const CONTEXT: usize = 8;

/// A passage, looked through for phrases.
pub struct Sight<'t> {
    /// Its text.
    pub text: &'t str,
    /// The text in key form.
    pub key: KeyText,
    /// Its quotations that are no speech.
    pub phrases: Vec<Quotation>,
    /// Those that are.
    pub speech: Vec<Quotation>,
    /// The bytes inside 《》.
    pub titles: Vec<(usize, usize)>,
    /// The dictionary.
    pub segmenter: &'t Segmenter,
}

/// A phrase at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The key.
    pub key: String,
    /// Its bytes in the passage, with the marks that belong to it.
    pub start: usize,
    /// The byte behind it.
    pub end: usize,
    /// Whether it is marked, whole or in part.
    pub marked: bool,
}

/// Leftmost-longest matches in a text in key form that `accept` accepts, as bytes there.
pub fn walk(
    matcher: &Matcher,
    text: &str,
    mut accept: impl FnMut(usize, usize) -> bool,
) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut next = 0;
    for (at, _) in text.char_indices() {
        if at < next {
            continue;
        }
        let lengths = matcher.at(text.get(at..).unwrap_or_default());
        if let Some(length) = lengths
            .into_iter()
            .rev()
            .find(|length| accept(at, at + length))
        {
            found.push((at, at + length));
            next = at + length;
        }
    }
    found
}

impl Sight<'_> {
    /// The phrases of `matcher` in the passage. `in_titles` says whether 《》 are their marks; else quotation marks are.
    pub fn hits(&self, matcher: &Matcher, in_titles: bool) -> Vec<Hit> {
        walk(matcher, &self.key.text, |start, end| {
            self.is_whole(start, end, in_titles)
        })
        .into_iter()
        .filter_map(|(start, end)| self.hit(start, end, in_titles))
        .collect()
    }

    /// Whether a match is marked as it is, or cuts no word.
    fn is_whole(&self, start: usize, end: usize, in_titles: bool) -> bool {
        let Some((first, behind)) = self.key.printed(start, end) else {
            return false;
        };
        if self.is_exactly_marked(first, behind, in_titles) {
            return true;
        }
        let is_single = self
            .key
            .text
            .get(start..end)
            .is_none_or(|text| text.chars().nth(1).is_none());
        if is_single || self.crosses_speech(first, behind) {
            return false;
        }
        !self.cuts_word(first) && !self.cuts_word(behind)
    }

    fn is_exactly_marked(&self, first: usize, behind: usize, in_titles: bool) -> bool {
        if in_titles {
            return is_among(&self.titles, first, behind);
        }
        let from = self
            .phrases
            .partition_point(|quotation| quotation.start + 12 < first);
        self.phrases
            .iter()
            .skip(from)
            .take_while(|quotation| quotation.start < first)
            .any(|quotation| {
                let inner = self.text.get(quotation.inner.clone()).unwrap_or_default();
                let kept = inner.trim_matches(|character: char| {
                    super::key::is_left_out(character) || character.is_whitespace()
                });
                let offset = kept.as_ptr() as usize - inner.as_ptr() as usize;
                let start = quotation.inner.start + offset;
                start == first && start + kept.len() == behind
            })
    }

    fn crosses_speech(&self, first: usize, behind: usize) -> bool {
        let at = self
            .speech
            .partition_point(|quotation| quotation.end <= first);
        self.speech.get(at).is_some_and(|quotation| {
            let inside = quotation.inner.start <= first && behind <= quotation.inner.end;
            quotation.start < behind && !inside
        })
    }

    /// Whether a byte of the passage lies inside a word.
    fn cuts_word(&self, byte: usize) -> bool {
        let joins = |character: &char| is_letter_or_digit(*character);
        let before = self.text.get(..byte).unwrap_or_default();
        let behind = self.text.get(byte..).unwrap_or_default();
        let left: usize = before
            .chars()
            .rev()
            .take(CONTEXT)
            .take_while(joins)
            .map(char::len_utf8)
            .sum();
        let right: usize = behind
            .chars()
            .take(CONTEXT)
            .take_while(joins)
            .map(char::len_utf8)
            .sum();
        if left == 0 || right == 0 {
            return false;
        }
        let window = self.text.get(byte - left..byte + right).unwrap_or_default();
        let mut tokens: Vec<Token> = Vec::new();
        let options = SegmentOptions {
            unknown_words: false,
        };
        self.segmenter.segment(window, options, &mut tokens);
        let mut at = 0;
        for token in tokens {
            let end = at + token.len_bytes as usize;
            if at < left && left < end {
                // What the dictionary hardly knows is no reason: 改补 in 立行立改补短板.
                let word = window.get(at..end).unwrap_or_default();
                return token.kind != TokenKind::Word || !is_rare(word, self.segmenter);
            }
            at = end;
        }
        false
    }

    fn hit(&self, start: usize, end: usize, in_titles: bool) -> Option<Hit> {
        let key = self.key.text.get(start..end)?.to_owned();
        let (mut first, mut behind) = self.key.printed(start, end)?;
        if in_titles {
            let marked = self.is_in_title(first, behind);
            if is_among(&self.titles, first, behind) {
                first -= '《'.len_utf8();
                behind += '》'.len_utf8();
            }
            return Some(Hit {
                key,
                start: first,
                end: behind,
                marked,
            });
        }
        let mut marked = false;
        for quotation in self.quotations_at(first, behind) {
            marked = true;
            let is_own = quotation.inner.start >= first.saturating_sub(6)
                && quotation.inner.end <= behind + 6;
            let opens = self.is_left_out_between(quotation.start, first);
            let closes = self.is_left_out_between(behind, quotation.end);
            if is_own && opens && closes {
                first = first.min(quotation.start);
                behind = behind.max(quotation.end);
            }
        }
        Some(Hit {
            key,
            start: first,
            end: behind,
            marked,
        })
    }

    /// Whether one title holds a range. Titles are sorted and disjoint.
    fn is_in_title(&self, first: usize, behind: usize) -> bool {
        let from = self.titles.partition_point(|(inner, _)| *inner <= first);
        let title = from.checked_sub(1).and_then(|last| self.titles.get(last));
        title.is_some_and(|(_, close)| behind <= *close)
    }

    /// The quotations that hold some of a range.
    fn quotations_at(&self, first: usize, behind: usize) -> impl Iterator<Item = &Quotation> {
        // Quotations of phrases are short, and nested ones few.
        let from = self
            .phrases
            .partition_point(|quotation| quotation.start + 4 * 64 < first);
        self.phrases
            .iter()
            .skip(from)
            .take_while(move |quotation| quotation.start < behind)
            .filter(move |quotation| quotation.inner.end > first && quotation.inner.start < behind)
    }

    /// Whether only marks that keys leave out stand in a range; true for an empty or reversed one.
    fn is_left_out_between(&self, start: usize, end: usize) -> bool {
        start >= end
            || self
                .text
                .get(start..end)
                .is_some_and(|text| text.chars().all(super::key::is_left_out))
    }
}

/// Whether a title, its blanks and marks aside, is exactly this range.
fn is_among(titles: &[(usize, usize)], first: usize, behind: usize) -> bool {
    titles.binary_search(&(first, behind)).is_ok()
}
