//! One list, compiled: its strings, and the automaton that finds them all in one look at a text.

use std::hash::BuildHasher as _;
use std::rc::Rc;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;

use super::can_be_listed;
use crate::text::clean::{Blanks, Cleaner, Passes};
use crate::words::lexicon::lines::read_line;
use crate::words::lexicon::{LexiconEntry, LexiconRule};
use crate::words::names::NameKind;

/// What a list was compiled from: equal ones give equal lists.
#[derive(Debug, PartialEq, Eq)]
pub enum MadeOf {
    /// Entries that make their word one token, and how texts are cleaned.
    Own(Vec<LexiconEntry>, Passes),
    /// The lines of a dictionary, and how texts are cleaned.
    Dictionary(Rc<str>, Passes),
    /// Names.
    Names(Vec<(String, NameKind)>),
    /// Phrases.
    Phrases(Vec<String>),
}

/// One list.
#[derive(Debug)]
pub struct Layer {
    made_of: MadeOf,
    /// The strings laid end to end: one allocation in place of one a string.
    letters: String,
    words: Vec<Word>,
    lookup: HashTable<u32>,
    /// The different tags; number 0 is none.
    tags: Vec<Box<str>>,
    automaton: Option<AhoCorasick>,
    longest_bytes: usize,
}

#[derive(Debug, Clone, Copy)]
struct Word {
    /// Where it ends in the letters; it begins where the one before ends.
    end: u32,
    tag: u16,
    always: bool,
}

impl PartialEq for Layer {
    fn eq(&self, other: &Self) -> bool {
        self.made_of == other.made_of
    }
}

// With it, two that are the same one are equal without a look at their words.
impl Eq for Layer {}

impl Layer {
    /// Compiles a list. A string that it holds twice counts as it stands first.
    pub fn new(made_of: MadeOf) -> Self {
        let mut layer = Self {
            made_of: MadeOf::Phrases(Vec::new()),
            letters: String::new(),
            words: Vec::new(),
            lookup: HashTable::new(),
            tags: vec![Box::from("")],
            automaton: None,
            longest_bytes: 0,
        };
        match &made_of {
            MadeOf::Own(entries, passes) => {
                let mut cleaner = Cleaner::new(*passes);
                for entry in entries {
                    let always = matches!(entry.rule, LexiconRule::Whole { always: true });
                    layer.push_forms(&entry.word, &entry.tag, always, &mut cleaner);
                }
            }
            MadeOf::Dictionary(lines, passes) => {
                let mut cleaner = Cleaner::new(*passes);
                for line in lines.lines() {
                    if let Ok(Some(line)) = read_line(line) {
                        layer.push_forms(line.word, line.tag, false, &mut cleaner);
                    }
                }
            }
            MadeOf::Names(names) => {
                for (name, kind) in names {
                    layer.push(name, tag_of_name(*kind), false);
                }
            }
            MadeOf::Phrases(phrases) => {
                for phrase in phrases {
                    layer.push(phrase, "", false);
                }
            }
        }
        layer.made_of = made_of;
        layer.compile();
        layer
    }

    /// Takes a word as it is written, and as it is counted where that is something else.
    fn push_forms(&mut self, word: &str, tag: &str, always: bool, cleaner: &mut Cleaner) {
        self.push(word, tag, always);
        if cleaner.clean(word, Blanks::MayClose, None) {
            self.push(cleaner.text(), tag, always);
        }
    }

    fn push(&mut self, word: &str, tag: &str, always: bool) {
        if !can_be_listed(word) || self.find(word).is_some() {
            return;
        }
        let known = self.tags.iter().position(|known| **known == *tag);
        let tag = known.unwrap_or_else(|| {
            self.tags.push(Box::from(tag));
            self.tags.len() - 1
        });
        let number = small(self.words.len());
        self.letters.push_str(word);
        self.words.push(Word {
            end: small(self.letters.len()),
            tag: u16::try_from(tag).unwrap_or(0),
            always,
        });
        self.longest_bytes = self.longest_bytes.max(word.len());
        let (letters, words) = (&self.letters, &self.words);
        self.lookup.insert_unique(hash(word), number, |other| {
            hash(spelling(letters, words, *other))
        });
    }

    /// One state needs some bytes only where the automaton is contiguous; one with a table for every state would be
    /// faster to run, and too large for long lists.
    fn compile(&mut self) {
        if self.words.is_empty() {
            return;
        }
        let words = (0..self.len()).map(|word| self.word(word));
        self.automaton = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .build(words)
            .ok();
    }

    /// What it was compiled from.
    pub fn made_of(&self) -> &MadeOf {
        &self.made_of
    }

    /// Whether it holds no string.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// How many strings it holds.
    pub fn len(&self) -> u32 {
        small(self.words.len())
    }

    /// Length of the longest string in bytes.
    pub fn longest_bytes(&self) -> usize {
        self.longest_bytes
    }

    /// A string by its number; empty for an unknown one.
    pub fn word(&self, word: u32) -> &str {
        spelling(&self.letters, &self.words, word)
    }

    /// The part of speech of a string; empty where the list gives none.
    pub fn tag(&self, word: u32) -> &str {
        let tag = self.words.get(word as usize).map_or(0, |word| word.tag);
        self.tags.get(usize::from(tag)).map_or("", |tag| tag)
    }

    /// Whether a string is taken though it cuts words or numbers.
    pub fn is_always(&self, word: u32) -> bool {
        self.words
            .get(word as usize)
            .is_some_and(|word| word.always)
    }

    /// The number of a string.
    pub fn find(&self, text: &str) -> Option<u32> {
        let is_same = |word: &u32| self.word(*word) == text;
        self.lookup.find(hash(text), is_same).copied()
    }

    /// Gives first byte, end, number and *always* of every place of every string in `text`, those that overlap too.
    pub fn each_match(&self, text: &str, mut take: impl FnMut(usize, usize, u32, bool)) {
        let Some(automaton) = &self.automaton else {
            return;
        };
        for found in automaton.find_overlapping_iter(text) {
            let word = found.pattern().as_u32();
            take(found.start(), found.end(), word, self.is_always(word));
        }
    }
}

/// The part of speech of a name in the tag set of jieba.
fn tag_of_name(kind: NameKind) -> &'static str {
    match kind {
        NameKind::Person | NameKind::Reporter => "nr",
        NameKind::Place | NameKind::ShortPlace => "ns",
        NameKind::Organisation => "nt",
    }
}

fn spelling<'a>(letters: &'a str, words: &[Word], word: u32) -> &'a str {
    let index = word as usize;
    let start = match index.checked_sub(1) {
        Some(before) => words.get(before).map_or(0, |word| word.end),
        None => 0,
    };
    words
        .get(index)
        .and_then(|word| letters.get(start as usize..word.end as usize))
        .unwrap_or_default()
}

fn hash(word: &str) -> u64 {
    FxBuildHasher.hash_one(word)
}

/// Lists of 4 GiB do not occur.
fn small(size: usize) -> u32 {
    u32::try_from(size).unwrap_or(u32::MAX)
}
