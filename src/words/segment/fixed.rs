//! Segmentation with lists: what [`crate::words::listed`] says is one token, or is cut.
//!
//! Only the clauses that hold a listed string are looked at twice: once as they are cut without lists, to see what a
//! string would cut, and once between the strings that were taken.

use std::ops::Range;

use super::{SegmentOptions, Segmenter, Token, TokenKind, length, separates, strongest_kind};
use crate::words::formula::{self, FormulaKind};
use crate::words::listed::{Listed, ListedWord, Occurrence, Refusal};

/// What became of a listed string at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The place, in bytes of the text.
    pub place: Range<usize>,
    /// The string.
    pub word: ListedWord,
    /// Why it was left out; `None` where it is a token.
    pub refusal: Option<Refusal>,
    /// The tokens that touch the place without lists; empty where it was left out.
    pub before: Vec<Range<usize>>,
    /// The tokens that stand there now.
    pub after: Vec<Range<usize>>,
}

/// What became of a word that is to be cut, at one place where its letters stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApartVerdict {
    /// The place, in bytes of the text.
    pub place: Range<usize>,
    /// The word's number in [`Listed::apart`].
    pub word: usize,
    /// The pieces, where it was a token and is cut.
    pub pieces: Option<Vec<Range<usize>>>,
    /// Else the tokens that touch the place.
    pub tokens: Vec<Range<usize>>,
}

/// A part of the text that is cut for itself, with the listed strings in it.
struct Clause<'o> {
    range: Range<usize>,
    found: &'o [Occurrence],
}

/// How a clause is cut without lists.
struct Plain {
    /// Where each token ends, in bytes of the text; the first begins where the clause does.
    ends: Vec<usize>,
    start: usize,
    formulas: Vec<Range<usize>>,
}

/// What was decided in a clause.
#[derive(Default)]
struct Decided {
    taken: Vec<Range<usize>>,
    refused: Vec<(Occurrence, Refusal)>,
}

impl Segmenter {
    /// Segments `text` with the lists and appends its tokens, which laid end to end are exactly `text`. Long texts are
    /// given in parts, as to [`Segmenter::segment`]; no part may end inside a listed string.
    pub fn segment_with(
        &self,
        text: &str,
        options: SegmentOptions,
        listed: &Listed,
        tokens: &mut Vec<Token>,
    ) {
        if listed.is_empty() {
            return self.segment(text, options, tokens);
        }
        let from = tokens.len();
        self.segment_listed(text, options, listed, tokens);
        if listed.has_apart() {
            self.take_apart(text, listed, from, tokens);
        }
    }

    /// Segments with the lists, but leaves words that are to be cut as they are.
    fn segment_listed(
        &self,
        text: &str,
        options: SegmentOptions,
        listed: &Listed,
        tokens: &mut Vec<Token>,
    ) {
        let mut found = Vec::new();
        listed.occurrences(text, &mut found);
        let (mut done, mut rest) = (0, found.as_slice());
        while let Some(clause) = next_clause(text, done, rest) {
            let before = text.get(done..clause.range.start).unwrap_or("");
            self.segment(before, options, tokens);
            self.segment_clause(text, &clause, options, tokens);
            done = clause.range.end;
            rest = rest.get(clause.found.len()..).unwrap_or(&[]);
        }
        self.segment(text.get(done..).unwrap_or(""), options, tokens);
    }

    /// What became of every listed string in `text`, in the order in which they are looked at.
    pub fn verdicts(&self, text: &str, options: SegmentOptions, listed: &Listed) -> Vec<Verdict> {
        let mut found = Vec::new();
        listed.occurrences(text, &mut found);
        let mut verdicts = Vec::with_capacity(found.len());
        let (mut done, mut rest) = (0, found.as_slice());
        while let Some(clause) = next_clause(text, done, rest) {
            done = clause.range.end;
            rest = rest.get(clause.found.len()..).unwrap_or(&[]);
            let mut tokens = Vec::new();
            let (decided, plain) = self.segment_clause(text, &clause, options, &mut tokens);
            // What was left out may still be a token, where what stands beside it was taken or what it cut is cut.
            if listed.has_apart() {
                let part = text.get(clause.range.clone()).unwrap_or("");
                self.take_apart(part, listed, 0, &mut tokens);
            }
            let places = places(&tokens, clause.range.start);
            let before = plain.places();
            let mut refused = decided.refused.into_iter().peekable();
            for one in clause.found {
                let refusal = refused.next_if(|(refused, _)| refused == one);
                let place = one.start..one.end;
                let is_token = places
                    .binary_search_by_key(&one.start, |place| place.start)
                    .is_ok_and(|index| places.get(index) == Some(&place));
                let refusal = refusal.filter(|_| !is_token);
                let (before, after) = match refusal {
                    Some(_) => (Vec::new(), Vec::new()),
                    None => stretch(&before, &places, &place),
                };
                verdicts.push(Verdict {
                    before,
                    after,
                    place,
                    word: one.word,
                    refusal: refusal.map(|(_, refusal)| refusal),
                });
            }
        }
        verdicts
    }

    /// What became of the words that are to be cut, word by word, from left to right.
    pub fn apart_verdicts(
        &self,
        text: &str,
        options: SegmentOptions,
        listed: &Listed,
    ) -> Vec<ApartVerdict> {
        let mut verdicts = Vec::new();
        let mut made: Option<(Vec<Range<usize>>, Vec<Range<usize>>)> = None;
        for (number, (word, _)) in listed.apart().iter().enumerate() {
            for start in occurrences_of(text, word) {
                let (whole, cut) = made.get_or_insert_with(|| {
                    let mut tokens = Vec::new();
                    self.segment_listed(text, options, listed, &mut tokens);
                    let whole = places(&tokens, 0);
                    self.take_apart(text, listed, 0, &mut tokens);
                    (whole, places(&tokens, 0))
                });
                let place = start..start + word.len();
                let tokens = touching(whole, &place);
                let is_token = tokens.first() == Some(&place);
                verdicts.push(ApartVerdict {
                    word: number,
                    pieces: is_token.then(|| touching(cut, &place).to_vec()),
                    tokens: tokens.to_vec(),
                    place,
                });
            }
        }
        verdicts
    }

    fn segment_clause(
        &self,
        text: &str,
        clause: &Clause<'_>,
        options: SegmentOptions,
        tokens: &mut Vec<Token>,
    ) -> (Decided, Plain) {
        let part = text.get(clause.range.clone()).unwrap_or("");
        let mut cut = Vec::new();
        self.segment(part, options, &mut cut);
        let plain = self.plain(part, clause.range.start, &cut);
        let decided = self.decide(text, clause.found, &plain);
        if decided.taken.is_empty() {
            tokens.append(&mut cut);
        } else {
            self.segment_around(text, clause, &plain, &decided.taken, options, tokens);
        }
        (decided, plain)
    }

    fn plain(&self, part: &str, start: usize, cut: &[Token]) -> Plain {
        let is_word = |word: &str| self.is_word(word);
        let mut formulas = Vec::new();
        let mut done = 0;
        while let Some(found) = formula::next_formula(part, done, &is_word) {
            formulas.push(start + found.start..start + found.end);
            done = found.end;
        }
        let mut end = start;
        let ends = cut.iter().map(|token| {
            end += token.len_bytes as usize;
            end
        });
        Plain {
            ends: ends.collect(),
            start,
            formulas,
        }
    }

    fn decide(&self, text: &str, found: &[Occurrence], plain: &Plain) -> Decided {
        let mut decided = Decided::default();
        for one in found {
            match self.refusal(text, one, decided.taken.last(), plain) {
                Some(refusal) => decided.refused.push((*one, refusal)),
                None => decided.taken.push(one.start..one.end),
            }
        }
        decided
    }

    fn refusal(
        &self,
        text: &str,
        one: &Occurrence,
        last: Option<&Range<usize>>,
        plain: &Plain,
    ) -> Option<Refusal> {
        if let Some(last) = last.filter(|last| one.start < last.end) {
            return Some(Refusal::Overlapped(last.clone()));
        }
        if cuts_letters(text, one.start) || cuts_letters(text, one.end) {
            return Some(Refusal::CutsWords(vec![letters_around(text, one)]));
        }
        if one.always {
            return None;
        }
        if let Some(formula) = plain.formula_cut_by(text, one) {
            return Some(Refusal::CutsNumber(formula));
        }
        let word_at = |place| {
            let token = plain.token_around(place)?;
            let word = text.get(token.clone())?;
            self.is_word(word).then_some(token)
        };
        let words = (word_at(one.start), word_at(one.end));
        let is_one_character = || {
            let word = text.get(one.start..one.end);
            word.is_some_and(|word| word.chars().nth(1).is_none())
        };
        match words {
            (Some(left), Some(right)) if left == right => Some(Refusal::CutsWords(vec![left])),
            (Some(left), Some(right)) => Some(Refusal::CutsWords(vec![left, right])),
            (Some(word), None) | (None, Some(word)) if is_one_character() => {
                Some(Refusal::CutsWords(vec![word]))
            }
            _ => None,
        }
    }

    /// Cuts what stands between the strings that were taken; formulas that no string touches stay what they are.
    fn segment_around(
        &self,
        text: &str,
        clause: &Clause<'_>,
        plain: &Plain,
        taken: &[Range<usize>],
        options: SegmentOptions,
        tokens: &mut Vec<Token>,
    ) {
        let is_word = |word: &str| self.is_word(word);
        let mut done = clause.range.start;
        let mut formulas = plain.formulas.iter().peekable();
        let ends = taken.iter().map(|span| (span.start, Some(span)));
        for (end, span) in ends.chain([(clause.range.end, None)]) {
            while let Some(formula) = formulas.next_if(|formula| formula.start < end) {
                if formula.start < done || formula.end > end {
                    continue;
                }
                self.cut_piece(text, done..formula.start, plain, options, tokens);
                let term = text.get(formula.clone()).unwrap_or("");
                tokens.push(Token {
                    len_bytes: length(formula.len()),
                    kind: match formula::kind_of(term, &is_word) {
                        Some(FormulaKind::Letters) => TokenKind::Word,
                        _ => TokenKind::Number,
                    },
                });
                done = formula.end;
            }
            self.cut_piece(text, done..end, plain, options, tokens);
            if let Some(span) = span {
                let word = text.get(span.clone()).unwrap_or("");
                tokens.push(Token {
                    len_bytes: length(span.len()),
                    kind: self.kind_of_listed(word),
                });
                done = span.end;
            }
        }
    }

    /// Cuts a piece between strings and formulas. What is left of a formula that a string cut is looked at anew.
    fn cut_piece(
        &self,
        text: &str,
        piece: Range<usize>,
        plain: &Plain,
        options: SegmentOptions,
        tokens: &mut Vec<Token>,
    ) {
        let touches = plain.touches_formula(&piece);
        let piece = text.get(piece).unwrap_or("");
        if touches {
            self.segment(piece, options, tokens);
        } else {
            self.cut(piece, options, tokens);
        }
    }

    /// A term's kind depends on the term alone, also where a formula or jieba makes the same one.
    fn kind_of_listed(&self, word: &str) -> TokenKind {
        match formula::kind_of(word, &|word| self.is_word(word)) {
            Some(FormulaKind::Letters) => TokenKind::Word,
            Some(_) => TokenKind::Number,
            None => strongest_kind(word),
        }
    }

    /// Cuts the tokens that are never to be one.
    fn take_apart(&self, text: &str, listed: &Listed, from: usize, tokens: &mut Vec<Token>) {
        let made = tokens.split_off(from);
        tokens.reserve(made.len());
        let mut start = 0;
        for token in made {
            let end = start + token.len_bytes as usize;
            let word = text.get(start..end).unwrap_or("");
            start = end;
            if listed.pieces(word).is_none() {
                tokens.push(token);
                continue;
            }
            for piece in self.pieces(word, listed) {
                tokens.push(Token {
                    len_bytes: length(piece.len()),
                    kind: self.kind_of_listed(piece),
                });
            }
        }
    }

    /// The pieces of a word that is never to be one token: those of its entry; else as the dictionary alone cuts it;
    /// else two words of the dictionary, as nearly of one length as there are; else its characters. Pieces that are never
    /// to be one token either are cut again. Any other word is one piece.
    pub fn pieces<'w>(&self, word: &'w str, listed: &Listed) -> Vec<&'w str> {
        let mut pieces = Vec::new();
        // The last one is the next to look at.
        let mut waiting = vec![word];
        while let Some(word) = waiting.pop() {
            let Some(given) = listed.pieces(word) else {
                pieces.push(word);
                continue;
            };
            let given = given.iter().map(String::len).collect();
            let cut = divided(word, self.lengths(word, given));
            if cut.len() < 2 {
                pieces.push(word);
            } else {
                waiting.extend(cut.into_iter().rev());
            }
        }
        pieces
    }

    /// The lengths of a word's pieces in bytes.
    fn lengths(&self, word: &str, given: Vec<usize>) -> Vec<usize> {
        if given.len() > 1 {
            return given;
        }
        let known = self.cut_known(word);
        if known.len() > 1 {
            return known;
        }
        let borders = word.char_indices().map(|(border, _)| border).skip(1);
        let both_words = borders.filter(|border| {
            let (left, right) = word.split_at_checked(*border).unwrap_or_default();
            self.is_word(left) && self.is_word(right)
        });
        let evenest = both_words.min_by_key(|border| border.abs_diff(word.len() - border));
        match evenest {
            Some(border) => vec![border, word.len() - border],
            None => word.chars().map(char::len_utf8).collect(),
        }
    }
}

/// The clauses in which the first listed string at or behind `done` stands, and those that it leads into; `None` where
/// none is left.
fn next_clause<'o>(text: &str, done: usize, found: &'o [Occurrence]) -> Option<Clause<'o>> {
    let first = found.first()?;
    let before = text.get(done..first.start)?;
    let border = before
        .char_indices()
        .rev()
        .find(|(_, character)| separates(*character));
    let start = border.map_or(done, |(at, character)| done + at + character.len_utf8());
    let mut end = first.start;
    let mut count = 0;
    for one in found {
        if one.start >= end && count > 0 {
            break;
        }
        if one.end > end {
            let behind = text.get(one.end..)?;
            let border = behind
                .char_indices()
                .find(|(_, character)| separates(*character));
            end = border.map_or(text.len(), |(at, character)| {
                one.end + at + character.len_utf8()
            });
        }
        count += 1;
    }
    Some(Clause {
        range: start..end,
        found: found.get(..count)?,
    })
}

fn divided(word: &str, lengths: Vec<usize>) -> Vec<&str> {
    let mut rest = word;
    let mut pieces = Vec::with_capacity(lengths.len());
    for length in lengths {
        let Some((piece, behind)) = rest.split_at_checked(length) else {
            break;
        };
        pieces.push(piece);
        rest = behind;
    }
    if !rest.is_empty() {
        pieces.push(rest);
    }
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// Where a word stands in a text, places that overlap too.
pub fn occurrences_of<'t>(text: &'t str, word: &'t str) -> impl Iterator<Item = usize> + 't {
    let step = word.chars().next().map_or(1, char::len_utf8);
    let mut from = 0;
    std::iter::from_fn(move || {
        let rest = text.get(from..).filter(|_| !word.is_empty())?;
        let found = from + rest.find(word)?;
        from = found + step;
        Some(found)
    })
}

/// The tokens that touch a place; tokens are given in their order.
fn touching<'t>(tokens: &'t [Range<usize>], place: &Range<usize>) -> &'t [Range<usize>] {
    let first = tokens.partition_point(|token| token.end <= place.start);
    let behind = tokens.partition_point(|token| token.start < place.end);
    tokens.get(first..behind).unwrap_or(&[])
}

/// The tokens that touched a place before, and those that touch the same stretch now.
fn stretch(
    before: &[Range<usize>],
    after: &[Range<usize>],
    place: &Range<usize>,
) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
    let before = touching(before, place);
    let start = before.first().map_or(place.start, |token| token.start);
    let end = before.last().map_or(place.end, |token| token.end);
    (before.to_vec(), touching(after, &(start..end)).to_vec())
}

fn places(tokens: &[Token], start: usize) -> Vec<Range<usize>> {
    let mut end = start;
    let places = tokens.iter().map(|token| {
        let start = end;
        end += token.len_bytes as usize;
        start..end
    });
    places.collect()
}

impl Plain {
    fn places(&self) -> Vec<Range<usize>> {
        let mut start = self.start;
        let ends = self.ends.iter().map(|end| {
            let place = start..*end;
            start = *end;
            place
        });
        ends.collect()
    }

    /// The token that has `place` strictly inside.
    fn token_around(&self, place: usize) -> Option<Range<usize>> {
        let index = self.ends.partition_point(|end| *end <= place);
        let end = *self.ends.get(index)?;
        let start = match index.checked_sub(1) {
            Some(before) => *self.ends.get(before)?,
            None => self.start,
        };
        (start < place && place < end).then_some(start..end)
    }

    /// The formula that has one end of a string strictly inside. A number that a string closes with is not cut where
    /// only its unit is left: 糖类抗原19-9|升高.
    fn formula_cut_by(&self, text: &str, one: &Occurrence) -> Option<Range<usize>> {
        let around = |place: usize| {
            let index = self
                .formulas
                .partition_point(|formula| formula.end <= place);
            let formula = self.formulas.get(index)?;
            (formula.start < place).then(|| formula.clone())
        };
        around(one.start).or_else(|| {
            around(one.end).filter(|formula| {
                let rest = text.get(one.end..formula.end).unwrap_or("");
                one.start >= formula.start || rest.contains(char::is_numeric)
            })
        })
    }

    fn touches_formula(&self, piece: &Range<usize>) -> bool {
        let index = self
            .formulas
            .partition_point(|formula| formula.end <= piece.start);
        let formula = self.formulas.get(index);
        formula.is_some_and(|formula| formula.start < piece.end)
    }
}

/// Whether `place` lies between two Latin letters.
fn cuts_letters(text: &str, place: usize) -> bool {
    let Some((before, behind)) = text.split_at_checked(place) else {
        return false;
    };
    before.ends_with(is_latin) && behind.starts_with(is_latin)
}

fn is_latin(character: char) -> bool {
    character.is_ascii_alphabetic()
        || matches!(character, '\u{C0}'..='\u{24F}' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
            && character.is_alphabetic()
}

/// The string with the Latin letters that stand beside it.
fn letters_around(text: &str, one: &Occurrence) -> Range<usize> {
    let before = text.get(..one.start).unwrap_or("");
    let behind = text.get(one.end..).unwrap_or("");
    let start = if cuts_letters(text, one.start) {
        before.trim_end_matches(is_latin).len()
    } else {
        one.start
    };
    let end = if cuts_letters(text, one.end) {
        text.len() - behind.trim_start_matches(is_latin).len()
    } else {
        one.end
    };
    start..end
}
