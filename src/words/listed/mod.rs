//! What is one token because a list says so: the user's own entries, imported dictionaries, names and set phrases,
//! compiled to be found in a text.
//!
//! # The rule
//!
//! Listed strings are looked for in the text as counted. All lists are looked through together; where a string stands
//! in several, the earliest list says what is done with it: own entries, then dictionaries in their order, names,
//! phrases.
//!
//! Of all places at which listed strings stand, the one furthest left is looked at first, and of several that begin
//! there the longest. It is **taken** unless
//!
//! 1. it overlaps one that was taken ([`Refusal::Overlapped`]);
//! 2. it begins or ends between two Latin letters: `AI` never cuts `AIR` ([`Refusal::CutsWords`]);
//! 3. it begins or ends inside a number formula: 9 in 14+19 ([`Refusal::CutsNumber`]). A string that holds a formula
//!    wholly wins over it, and so does one that begins before it and leaves no digit of it: 糖类抗原19-9 before 升高;
//! 4. it begins inside one word and ends inside one word, be it the same or another, as 国人 does in 中国|人民: words are
//!    those tokens of jieba's own cut that its dictionary holds, so what the hidden Markov model made protects nothing
//!    ([`Refusal::CutsWords`]). A string of one character is already left out if one of its ends lies inside a word.
//!
//! An entry of the user's that says *always* is taken in spite of 3 and 4. After one that was left out the next is looked
//! at, so a shorter string at the same place and a later one have their turn. What stands between the strings that were
//! taken is cut as if it stood alone; clauses without a listed string are cut as ever.
//!
//! A word that the user writes or imports as it is printed, with full-width letters or variants of characters, is also
//! listed as it is counted: a list is never passed over in silence because of its letters.
//!
//! Words that are to be cut ([`Listed::pieces`]) are in no list, whatever other lists say.

mod layer;

use std::rc::Rc;

use self::layer::{Layer, MadeOf};
use super::lexicon::{Dictionary, LexiconEntry, LexiconRule};
use super::names::NameKind;
use crate::text::arrange::Arrange;
use crate::text::clean::{Blanks, Cleaner, Passes};

/// The longest string that is listed, in characters: longer ones are passed over.
pub const LONGEST_CHARS: usize = 256;

/// What is to be listed, in the order in which it counts.
#[derive(Debug, Clone, Copy, Default)]
pub struct Lists<'l> {
    /// The user's own entries.
    pub own: &'l [LexiconEntry],
    /// Imported dictionaries; those that are off are passed over.
    pub dictionaries: &'l [Dictionary],
    /// Names.
    pub names: &'l [(String, NameKind)],
    /// Set phrases.
    pub phrases: &'l [String],
    /// How texts are cleaned: own entries and words of dictionaries are listed as written and as they are counted.
    pub passes: Passes,
}

/// Which list a string is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ListedSource {
    /// The user's own entries.
    Own,
    /// An imported dictionary, by its number among all imported ones, from 0.
    Dictionary(u32),
    /// The names.
    Name,
    /// The set phrases.
    Phrase,
}

/// The lists, compiled. Cheap to make again where most lists stay as they are.
#[derive(Debug, Default)]
pub struct Listed {
    layers: Vec<(ListedSource, Rc<Layer>)>,
    /// Words that are cut, sorted, with their pieces.
    apart: Vec<(Box<str>, Box<[String]>)>,
    /// Length of the longest listed string in bytes.
    longest_bytes: usize,
}

/// A listed string: its list and its number there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ListedWord {
    layer: u32,
    word: u32,
}

/// A place at which a listed string stands, in bytes of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Occurrence {
    /// First byte.
    pub start: usize,
    /// The byte behind it.
    pub end: usize,
    /// Which string.
    pub word: ListedWord,
    /// Whether it is taken though it cuts words or numbers.
    pub always: bool,
}

/// Why a listed string was left out at a place. Ranges are bytes of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Another listed string was taken there.
    Overlapped(std::ops::Range<usize>),
    /// It would cut these words; one or two.
    CutsWords(Vec<std::ops::Range<usize>>),
    /// It would cut this formula.
    CutsNumber(std::ops::Range<usize>),
}

/// What is done with a word.
#[derive(Debug, PartialEq, Eq)]
enum Rule<'l> {
    Whole { always: bool },
    Apart(&'l [String]),
}

impl PartialEq for Listed {
    /// Whether both say the same of every word, in the same order.
    fn eq(&self, other: &Self) -> bool {
        self.layers == other.layers && self.apart == other.apart
    }
}

impl Eq for Listed {}

impl Listed {
    /// Compiles the lists. Those that `before` was made of as well are taken over from it.
    pub fn new(lists: &Lists<'_>, before: Option<&Self>) -> Self {
        let apart = apart(lists.own, lists.passes);
        let mut layers = Vec::new();
        let mut push = |source, made_of: MadeOf| {
            let known = before.and_then(|before| before.layer_of(&made_of));
            let layer = known.unwrap_or_else(|| Rc::new(Layer::new(made_of)));
            if !layer.is_empty() {
                layers.push((source, layer));
            }
        };
        let is_whole = |entry: &&LexiconEntry| matches!(entry.rule, LexiconRule::Whole { .. });
        let own = lists.own.iter().filter(is_whole).cloned();
        push(ListedSource::Own, MadeOf::Own(own.collect(), lists.passes));
        for (number, dictionary) in (0..).zip(lists.dictionaries) {
            if dictionary.on {
                let lines = MadeOf::Dictionary(Rc::clone(&dictionary.lines), lists.passes);
                push(ListedSource::Dictionary(number), lines);
            }
        }
        push(ListedSource::Name, MadeOf::Names(lists.names.to_vec()));
        push(
            ListedSource::Phrase,
            MadeOf::Phrases(lists.phrases.to_vec()),
        );
        let longest = layers.iter().map(|(_, layer)| layer.longest_bytes()).max();
        Self {
            layers,
            apart,
            longest_bytes: longest.unwrap_or(0),
        }
    }

    fn layer_of(&self, made_of: &MadeOf) -> Option<Rc<Layer>> {
        let mut layers = self.layers.iter();
        let found = layers.find(|(_, layer)| *layer.made_of() == *made_of)?;
        Some(Rc::clone(&found.1))
    }

    /// Whether nothing is listed and nothing is cut.
    pub fn is_empty(&self) -> bool {
        self.layers.is_empty() && self.apart.is_empty()
    }

    /// Length of the longest listed string in bytes; 0 without one.
    pub fn longest_bytes(&self) -> usize {
        self.longest_bytes
    }

    /// All places of listed strings in `text`, those that overlap too, put into `found` in the order in which they are
    /// looked at: from left to right, of those that begin at one place the longest first. A place is given once, with
    /// the earliest list that holds its string.
    pub fn occurrences(&self, text: &str, found: &mut Vec<Occurrence>) {
        found.clear();
        for (number, (_, layer)) in (0..).zip(&self.layers) {
            layer.each_match(text, |start, end, word, always| {
                found.push(Occurrence {
                    start,
                    end,
                    word: ListedWord {
                        layer: number,
                        word,
                    },
                    always,
                });
            });
        }
        if found.is_empty() {
            return;
        }
        found.arrange_by_key(|one| (one.start, std::cmp::Reverse(one.end), one.word));
        found.dedup_by_key(|one| (one.start, one.end));
        if !self.apart.is_empty() {
            let is_whole = |one: &Occurrence| {
                let word = text.get(one.start..one.end);
                word.is_some_and(|word| self.pieces(word).is_none())
            };
            found.retain(is_whole);
        }
    }

    /// The list that holds a string.
    pub fn source(&self, word: ListedWord) -> ListedSource {
        let layer = self.layers.get(word.layer as usize);
        layer.map_or(ListedSource::Own, |(source, _)| *source)
    }

    /// The letters of a listed string.
    pub fn word(&self, word: ListedWord) -> &str {
        let layer = self.layers.get(word.layer as usize);
        layer.map_or("", |(_, layer)| layer.word(word.word))
    }

    /// Every string of every list, list by list, each in the order of its list; a string that stands in several lists
    /// comes for each.
    pub fn words(&self) -> impl Iterator<Item = ListedWord> + '_ {
        let layers = (0..).zip(&self.layers);
        layers.flat_map(|(number, (_, layer))| {
            (0..layer.len()).map(move |word| ListedWord {
                layer: number,
                word,
            })
        })
    }

    /// The first list's place of a string; `None` where no list holds it, or it is to be cut.
    pub fn find(&self, text: &str) -> Option<ListedWord> {
        if self.pieces(text).is_some() {
            return None;
        }
        (0..).zip(&self.layers).find_map(|(number, (_, layer))| {
            Some(ListedWord {
                layer: number,
                word: layer.find(text)?,
            })
        })
    }

    /// The part of speech that a list gives its own string; empty where it gives none.
    pub fn tag_of(&self, word: ListedWord) -> &str {
        let layer = self.layers.get(word.layer as usize);
        layer.map_or("", |(_, layer)| layer.tag(word.word))
    }

    /// The part of speech that a list gives a term; empty where none does.
    pub fn tag(&self, term: &str) -> &str {
        let mut tags = self.layers.iter().filter_map(|(_, layer)| {
            let tag = layer.tag(layer.find(term)?);
            (!tag.is_empty()).then_some(tag)
        });
        tags.next().unwrap_or("")
    }

    /// Whether any word is to be cut.
    pub fn has_apart(&self) -> bool {
        !self.apart.is_empty()
    }

    /// Words that are to be cut, sorted, with their pieces.
    pub fn apart(&self) -> &[(Box<str>, Box<[String]>)] {
        &self.apart
    }

    /// For a word that is to be cut its pieces, which together are the word, or none where it is left to the segmenter;
    /// `None` for any other word.
    pub fn pieces(&self, word: &str) -> Option<&[String]> {
        let found = self
            .apart
            .binary_search_by(|(apart, _)| (**apart).cmp(word));
        let (_, pieces) = self.apart.get(found.ok()?)?;
        Some(pieces)
    }

    fn rule(&self, word: &str) -> Option<Rule<'_>> {
        if let Some(pieces) = self.pieces(word) {
            return Some(Rule::Apart(pieces));
        }
        let found = self.find(word)?;
        let (_, layer) = self.layers.get(found.layer as usize)?;
        Some(Rule::Whole {
            always: layer.is_always(found.word),
        })
    }

    /// The strings of which the two lists say something different, sorted: text that holds none of them has the same
    /// tokens under both.
    pub fn differences<'l>(&'l self, other: &'l Self) -> Vec<&'l str> {
        let mut words: Vec<&str> = Vec::new();
        for (one, another) in [(self, other), (other, self)] {
            let is_shared = |layer: &Rc<Layer>| {
                let mut others = another.layers.iter();
                others.any(|(_, other)| Rc::ptr_eq(layer, other))
            };
            let own = one.layers.iter().filter(|(_, layer)| !is_shared(layer));
            for (_, layer) in own {
                words.extend((0..layer.len()).map(|word| layer.word(word)));
            }
            words.extend(one.apart.iter().map(|(word, _)| &**word));
        }
        words.arrange();
        words.dedup();
        words.retain(|word| self.rule(word) != other.rule(word));
        words
    }
}

/// The words that entries cut, as written and as counted, sorted. Pieces that are not the word when laid end to end are
/// passed over.
fn apart(own: &[LexiconEntry], passes: Passes) -> Vec<(Box<str>, Box<[String]>)> {
    let cut = own.iter().filter_map(|entry| match &entry.rule {
        LexiconRule::Apart { pieces }
            if can_be_listed(&entry.word) && entry.word.chars().nth(1).is_some() =>
        {
            Some((entry.word.as_str(), pieces.as_slice()))
        }
        _ => None,
    });
    let written: Vec<(&str, &[String])> = cut.collect();
    let mut cleaner = Cleaner::new(passes);
    let mut cut: Vec<(Box<str>, Box<[String]>)> = Vec::new();
    for (word, pieces) in &written {
        cut.push((Box::from(*word), whole_pieces(word, pieces.to_vec())));
    }
    // Behind all that are written so: of two for one word the first counts.
    for (word, pieces) in written {
        if cleaner.clean(word, Blanks::MayClose, None) {
            let word = cleaner.text().to_owned();
            let pieces = pieces.iter().map(|piece| {
                let is_other = cleaner.clean(piece, Blanks::MayClose, None);
                let piece = if is_other {
                    cleaner.text()
                } else {
                    piece.as_str()
                };
                // A blank between two pieces stands alone in neither of them.
                piece.trim().to_owned()
            });
            let pieces = whole_pieces(&word, pieces.collect());
            cut.push((word.into_boxed_str(), pieces));
        }
    }
    cut.arrange_by(|one, other| one.0.cmp(&other.0));
    cut.dedup_by(|later, earlier| later.0 == earlier.0);
    cut
}

/// The pieces of a word; none where they are not the word, or there is only one.
fn whole_pieces(word: &str, mut pieces: Vec<String>) -> Box<[String]> {
    if pieces.concat() != word || pieces.len() < 2 {
        pieces.clear();
    }
    pieces.retain(|piece| !piece.is_empty());
    pieces.into_boxed_slice()
}

/// Whether a string can be listed: it holds a letter, a digit or a Han character, and is not too long.
pub fn can_be_listed(word: &str) -> bool {
    word.chars().any(char::is_alphanumeric) && word.chars().nth(LONGEST_CHARS).is_none()
}

#[cfg(test)]
mod tests;
