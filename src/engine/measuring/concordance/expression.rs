//! A regular expression, held to a bounded amount of work.
//!
//! One find may have to look at all that is left of the text: `.*。|的` looks for a full stop to the end before it is
//! content with the next 的, so that all finds together look at the square of the text. An expression whose finds may be of
//! any length is therefore searched in pieces, cut behind a sentence where a paragraph is longer than a piece; what each
//! find may have looked at is added up; and a paragraph that asks for too much is left, as is the whole search.

use regex::{Regex, RegexBuilder};

use super::super::runs::closes_sentence;
use crate::report::answers::search::SearchFault;

/// How large an expression may be when it is taken apart, in bytes.
const SIZE_LIMIT: usize = 2 << 20;
/// How much memory the search may use to be fast.
const FAST_LIMIT: usize = 4 << 20;
/// Paragraphs are searched in pieces of at least so many bytes, cut behind the next sentence.
const PIECE_BYTES: usize = 32 * 1024;
/// How far behind that the end of a sentence is looked for.
const SENTENCE_BYTES: usize = 8 * 1024;
/// How many bytes the finds of one step may look at.
pub const STEP_BYTES: usize = 1 << 20;
/// How many the finds in one paragraph may look at.
const PARAGRAPH_BYTES: usize = 48 << 20;
/// The longest character in UTF-8.
const CHARACTER_BYTES: usize = 4;
/// How many those of a whole search may.
const ALL_BYTES: usize = 192 << 20;

/// An expression and what it has cost so far.
#[derive(Debug)]
pub struct Expression {
    regex: Regex,
    /// How long a find is at most, in bytes; `None` for any length.
    longest: Option<usize>,
    /// Whether it asks what stands behind a find, so that the end of a piece is none of the text.
    looks_behind: bool,
    /// What finds have looked at, in bytes.
    spent: usize,
    /// Whether something was found that is empty.
    pub finds_nothing: bool,
}

/// How far a paragraph is searched.
#[derive(Debug, Clone, Copy, Default)]
pub struct Reached {
    /// Where the piece in work begins.
    start: usize,
    /// Where it ends; 0 before it is cut.
    end: usize,
    /// Where the next find begins to look.
    at: usize,
    /// What finds in the paragraph have looked at.
    spent: usize,
}

/// What became of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Searching {
    /// There is more to search.
    More,
    /// It is searched to its end.
    Done,
    /// It asks for too much work.
    Left,
}

impl Expression {
    /// Takes an expression apart.
    pub fn new(expression: &str) -> Result<Self, SearchFault> {
        let regex = RegexBuilder::new(expression)
            .size_limit(SIZE_LIMIT)
            .dfa_size_limit(FAST_LIMIT)
            .build();
        match regex {
            Ok(regex) => Ok(Self {
                longest: longest(expression),
                looks_behind: looks_behind(expression),
                regex,
                spent: 0,
                finds_nothing: false,
            }),
            Err(regex::Error::CompiledTooBig(_)) => Err(SearchFault::TooLarge),
            Err(error) => Err(SearchFault::Regex {
                place: place(&error.to_string(), expression),
            }),
        }
    }

    /// Whether the search has done as much work as a search may do.
    pub fn is_exhausted(&self) -> bool {
        self.spent >= ALL_BYTES
    }

    /// Searches a paragraph on from where it was left, until it is done or finds have looked at [`STEP_BYTES`] since
    /// `step_spent` was 0. Empty finds are passed over.
    pub fn search(
        &mut self,
        text: &str,
        reached: &mut Reached,
        step_spent: &mut usize,
        mut take: impl FnMut(std::ops::Range<usize>) -> bool,
    ) -> Searching {
        loop {
            if reached.end <= reached.start {
                if reached.start >= text.len() {
                    return Searching::Done;
                }
                // A find of bounded length never looks far.
                reached.end = match self.longest {
                    Some(_) => text.len(),
                    None if self.looks_behind => text.len(),
                    None => piece_end(text, reached.start),
                };
                reached.at = reached.start;
            }
            // What stands before the piece is seen, so that `^` and `\b` mean what they say.
            let piece = text.get(..reached.end).unwrap_or("");
            while reached.at <= piece.len() {
                if *step_spent >= STEP_BYTES {
                    return Searching::More;
                }
                if reached.spent >= PARAGRAPH_BYTES || self.is_exhausted() {
                    return Searching::Left;
                }
                let found = self.regex.find_at(piece, reached.at);
                let looked_at = match (&found, self.longest) {
                    (Some(found), Some(longest)) => {
                        (found.end() - reached.at + longest).min(piece.len() - reached.at)
                    }
                    _ => piece.len() - reached.at,
                };
                for spent in [&mut *step_spent, &mut reached.spent, &mut self.spent] {
                    *spent += looked_at + 1;
                }
                let Some(found) = found else {
                    break;
                };
                if found.is_empty() {
                    self.finds_nothing = true;
                    reached.at = piece.ceil_char_boundary((found.end() + 1).min(piece.len()));
                    if found.end() >= piece.len() {
                        break;
                    }
                    continue;
                }
                reached.at = found.end();
                if !take(found.start()..found.end()) {
                    return Searching::Left;
                }
            }
            reached.start = reached.end;
        }
    }
}

/// Whether an expression has `$`, `\z` or borders of words. Errs on the safe side.
fn looks_behind(expression: &str) -> bool {
    ["$", r"\z", r"\b", r"\B"]
        .iter()
        .any(|asked| expression.contains(asked))
}

/// Where a piece ends that begins at `start`.
fn piece_end(text: &str, start: usize) -> usize {
    if text.len() - start <= PIECE_BYTES + SENTENCE_BYTES {
        return text.len();
    }
    let least = text.ceil_char_boundary(start + PIECE_BYTES);
    let most = text.floor_char_boundary(least + SENTENCE_BYTES);
    let behind = text.get(least..most).unwrap_or("");
    let mut letters = behind.char_indices();
    let closing = letters.find(|(_, letter)| closes_sentence(*letter) || *letter == '\n');
    closing.map_or(least, |(at, letter)| least + at + letter.len_utf8())
}

/// A bound for the length of a find in bytes, read off the expression; `None` where a part of it may repeat without bound.
///
/// It errs on the long side: every character may be four bytes.
fn longest(expression: &str) -> Option<usize> {
    alternatives(&mut expression.chars().peekable())
}

type Letters<'e> = std::iter::Peekable<std::str::Chars<'e>>;

/// The longest of the alternatives up to the end of the group. Groups stand in each other no deeper than the expression
/// may.
fn alternatives(letters: &mut Letters<'_>) -> Option<usize> {
    let (mut longest, mut sum, mut last) = (0, 0_usize, 0_usize);
    while let Some(letter) = letters.next() {
        match letter {
            ')' => break,
            '|' => {
                longest = sum.max(longest);
                (sum, last) = (0, 0);
            }
            '*' | '+' => return None,
            '?' => {}
            '{' => {
                let inside: String = letters.by_ref().take_while(|one| *one != '}').collect();
                let most = inside.rsplit(',').next().unwrap_or("").trim();
                let most = most.parse::<usize>().ok()?.max(1);
                sum = sum.saturating_add(last.saturating_mul(most - 1));
                last = last.saturating_mul(most);
            }
            _ => {
                last = match letter {
                    '(' => group(letters)?,
                    '[' => {
                        skip_class(letters);
                        CHARACTER_BYTES
                    }
                    '\\' => {
                        skip_escape(letters);
                        CHARACTER_BYTES
                    }
                    _ => CHARACTER_BYTES,
                };
                sum = sum.saturating_add(last);
            }
        }
    }
    Some(sum.max(longest))
}

/// A group behind its opening bracket; flags alone are none.
fn group(letters: &mut Letters<'_>) -> Option<usize> {
    if letters.next_if_eq(&'?').is_some() {
        let end = letters.find(|letter| matches!(letter, ':' | '>' | ')'));
        if end == Some(')') {
            return Some(0);
        }
    }
    alternatives(letters)
}

/// A class behind its opening bracket, with the classes inside it.
fn skip_class(letters: &mut Letters<'_>) {
    let mut depth = 1_u32;
    // A closing bracket that stands first is a member.
    letters.next_if_eq(&'^');
    letters.next_if_eq(&']');
    while depth > 0
        && let Some(letter) = letters.next()
    {
        match letter {
            '\\' => skip_escape(letters),
            '[' => depth += 1,
            ']' => depth -= 1,
            _ => {}
        }
    }
}

/// What is escaped; the braces of `\p{Han}` are none of repetition.
fn skip_escape(letters: &mut Letters<'_>) {
    if matches!(letters.next(), Some('p' | 'P' | 'x' | 'u' | 'U' | 'b'))
        && letters.peek() == Some(&'{')
    {
        letters.by_ref().find(|letter| *letter == '}');
    }
}

/// Where an expression goes wrong, in characters from 0: what the message marks with a caret below the expression.
fn place(message: &str, expression: &str) -> u32 {
    /// How far the message moves the expression in.
    const INDENT: usize = 4;
    let is_caret = |line: &&str| line.trim_start().starts_with('^');
    let place = message.lines().find(is_caret).map(|line| {
        let before = line.chars().take_while(|letter| *letter == ' ').count();
        before.saturating_sub(INDENT)
    });
    let characters = expression.chars().count();
    u32::try_from(place.unwrap_or(0).min(characters)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bound_is_read_off() {
        let rows = [
            ("防控", Some(8)),
            ("防.控", Some(12)),
            ("防.*控", None),
            ("防.+控", None),
            ("防[*+]控", Some(12)),
            (r"防\*控", Some(12)),
            ("防.{2,}控", None),
            ("防.{2,4}控", Some(24)),
            (r"\p{Han}", Some(4)),
            ("防|防控|控", Some(8)),
            ("(防|防控)+", None),
            ("(?:防|防控){3}情?", Some(28)),
            ("(?i-u)a(b|c[^])*d]){2}", Some(20)),
            (r"[\]*]x", Some(8)),
        ];
        for (expression, expected) in rows {
            assert_eq!(longest(expression), expected, "{expression}");
        }
    }

    #[test]
    fn a_fault_has_its_place() {
        let rows = [
            ("打(", 1),
            ("防控)", 2),
            ("[防", 0),
            ("*战", 0),
            ("战{2,1}", 1),
        ];
        for (expression, expected) in rows {
            let fault = Expression::new(expression).map(|_| ()).unwrap_err();
            assert_eq!(
                fault,
                SearchFault::Regex { place: expected },
                "{expression}"
            );
        }
        let large = "(?:.{1,50}){1,100}".repeat(100);
        let fault = Expression::new(&large).map(|_| ()).unwrap_err();
        assert_eq!(fault, SearchFault::TooLarge);
    }

    /// All finds, and the bytes they were held to cost.
    fn all(expression: &str, text: &str) -> (Vec<(usize, usize)>, usize, Searching) {
        let mut expression = Expression::new(expression).unwrap();
        let mut found = Vec::new();
        let mut reached = Reached::default();
        loop {
            let mut step = 0;
            let done = expression.search(text, &mut reached, &mut step, |range| {
                found.push((range.start, range.end));
                true
            });
            assert!(step <= STEP_BYTES + text.len() + 1);
            if done != Searching::More {
                return (found, expression.spent, done);
            }
        }
    }

    #[test]
    fn empty_finds_are_none() {
        assert_eq!(all("防?", "防控防").0, [(0, 3), (6, 9)]);
        assert_eq!(all("", "防控").0, []);
        assert_eq!(all("$", "").0, []);
    }

    #[test]
    fn a_runaway_expression_is_bounded_in_work() {
        let text = "的".repeat(350_000);
        let (found, spent, done) = all(".*。|的", &text);
        assert_eq!(done, Searching::Left);
        assert!(!found.is_empty());
        assert!(spent <= PARAGRAPH_BYTES + 2 * PIECE_BYTES, "{spent}");
        let words: Vec<String> = (0..10_000).map(|number| format!("词{number}的")).collect();
        let (_, spent, done) = all(&words.join("|"), &text);
        assert_eq!(done, Searching::Done);
        assert!(spent <= 2 * text.len(), "{spent}");
    }

    #[test]
    fn many_plain_finds_in_one_paragraph_are_all_found() {
        let text = "疫情防控工作。".repeat(50_000);
        let (found, _, done) = all("防.", &text);
        assert_eq!((found.len(), done), (50_000, Searching::Done));
    }
}
