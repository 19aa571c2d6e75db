//! Which units hold one of some strings, told from their tokens.
//!
//! To put the text of a large corpus together again takes as long as a user will wait. Its tokens are at hand: a look at
//! each tells whether a string can begin in it, and only there is the text put together.

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use hashbrown::HashSet;
use rustc_hash::FxBuildHasher;

use crate::words::segment::TokenKind;
use crate::words::vocabulary::{TermId, Vocabulary};

/// Some strings, to be looked for in units. Blanks are passed over on both sides, because those that were taken out are
/// tokens too: a unit may be said to hold a string that it does not hold, never the other way round.
#[derive(Debug)]
pub struct Affected {
    /// `None` without strings.
    automaton: Option<AhoCorasick>,
    longest_bytes: usize,
    /// Whether a string can begin in a term, by its number.
    leads: Vec<bool>,
}

impl Affected {
    /// Prepares to look for `strings` in tokens of this vocabulary.
    pub fn new(strings: &[&str], vocabulary: &Vocabulary) -> Self {
        let strings: Vec<String> = strings.iter().map(|one| without_blanks(one)).collect();
        let automaton = AhoCorasick::builder()
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .build(strings.iter().filter(|one| !one.is_empty()));
        let mut affected = Self {
            automaton: automaton.ok().filter(|_| !strings.is_empty()),
            longest_bytes: strings.iter().map(String::len).max().unwrap_or(0),
            leads: Vec::new(),
        };
        affected.mark(&strings, vocabulary);
        affected
    }

    fn mark(&mut self, strings: &[String], vocabulary: &Vocabulary) {
        let Some(automaton) = &self.automaton else {
            return;
        };
        let mut beginnings: HashSet<&str, FxBuildHasher> = HashSet::default();
        // A term without any of these needs no further look: nearly all.
        let mut firsts: HashSet<char, FxBuildHasher> = HashSet::default();
        for string in strings {
            firsts.extend(string.chars().next());
            let borders = string.char_indices().skip(1);
            beginnings.extend(borders.filter_map(|(border, _)| string.get(..border)));
        }
        let longest = self.longest_bytes;
        self.leads = vocabulary
            .ids()
            .map(|id| {
                let term = vocabulary.term(id);
                let may_begin = |letter: char| firsts.contains(&letter) || letter.is_whitespace();
                if !term.contains(may_begin) {
                    return false;
                }
                let ends = term.char_indices().rev().map(|(start, _)| start);
                let mut ends = ends.take_while(|start| term.len() - start < longest);
                ends.any(|start| {
                    let end = term.get(start..);
                    end.is_some_and(|end| beginnings.contains(end))
                }) || automaton.is_match(term)
                    || term.contains(char::is_whitespace)
            })
            .collect();
    }

    /// Whether there are no strings.
    pub fn is_empty(&self) -> bool {
        self.automaton.is_none()
    }

    /// Whether one of the strings stands in the text of these tokens. `text` is memory to use.
    pub fn stands_in(&self, terms: &[TermId], vocabulary: &Vocabulary, text: &mut String) -> bool {
        let Some(automaton) = &self.automaton else {
            return false;
        };
        let leads = |term: &TermId| self.leads.get(term.index()).copied().unwrap_or(true);
        terms.iter().enumerate().any(|(index, term)| {
            if !leads(term) || vocabulary.kind(*term) == TokenKind::Blank {
                return false;
            }
            text.clear();
            push(vocabulary.term(*term), text);
            let enough = text.len() + self.longest_bytes;
            for next in terms.iter().skip(index + 1) {
                if text.len() >= enough {
                    break;
                }
                if vocabulary.kind(*next) != TokenKind::Blank {
                    push(vocabulary.term(*next), text);
                }
            }
            automaton.is_match(text.as_str())
        })
    }
}

fn without_blanks(string: &str) -> String {
    let mut letters = String::with_capacity(string.len());
    push(string, &mut letters);
    letters
}

fn push(term: &str, text: &mut String) {
    text.extend(term.split(char::is_whitespace));
}
