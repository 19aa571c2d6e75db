//! What was found in the corpus: names, speakers and phrases, each where it stands.
//!
//! Made on the first question by [`super::gathering`], and dropped when documents or the choices on which it depends
//! change. It holds what was found in all articles; answers count those that the plan counts.

use std::collections::BTreeMap;
use std::ops::Range;

use super::corpus::Corpus;
use super::document::Document;
use super::plan::Plan;
use crate::words::names::{NameIndex, NameKind};
use crate::words::passage::PassagePart;
use crate::words::phrases::{PhraseIndex, PhraseKind};
use crate::words::speech::SpeechKind;

/// A stretch of text in bytes, half-open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bytes {
    start: u32,
    end: u32,
}

impl Bytes {
    /// As a range.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl From<&Range<usize>> for Bytes {
    fn from(range: &Range<usize>) -> Self {
        let small = |byte| u32::try_from(byte).unwrap_or(u32::MAX);
        Self {
            start: small(range.start),
            end: small(range.end),
        }
    }
}

/// Strings with numbers, from 0 in the order of entering.
#[derive(Debug, Default)]
pub struct Strings {
    numbers: BTreeMap<String, u32>,
    strings: Vec<String>,
}

impl Strings {
    /// The number of a string, which is entered if it is new.
    pub fn enter(&mut self, string: &str) -> u32 {
        if let Some(number) = self.numbers.get(string) {
            return *number;
        }
        let number = u32::try_from(self.strings.len()).unwrap_or(u32::MAX);
        self.numbers.insert(string.to_owned(), number);
        self.strings.push(string.to_owned());
        number
    }

    /// The number of a string, if it was entered.
    pub fn find(&self, string: &str) -> Option<u32> {
        self.numbers.get(string).copied()
    }

    /// The string of a number; empty for an unknown one.
    pub fn get(&self, number: u32) -> &str {
        self.strings.get(number as usize).map_or("", String::as_str)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.strings.len()
    }
}

/// Where something stands in a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The number of the unit.
    pub unit: u32,
    /// The number of the article.
    pub article: u32,
    /// Where in the unit's printed text.
    pub printed: Bytes,
}

/// A name at a place.
#[derive(Debug, Clone, Copy)]
pub struct FoundName {
    /// Where.
    pub place: Place,
    /// The part of the article.
    pub part: PassagePart,
    /// The kind.
    pub kind: NameKind,
    /// The name that is counted: its number among those of its kind.
    pub name: u32,
    /// The form as printed: a number of [`Findings::forms`].
    pub form: u32,
}

/// A post beside a person.
#[derive(Debug, Clone)]
pub struct FoundPost {
    /// The article.
    pub article: u32,
    /// The number of the person.
    pub person: u32,
    /// The post as printed: 市委书记.
    pub post: String,
}

/// A list of persons.
#[derive(Debug, Clone)]
pub struct FoundList {
    /// From the first name to the last.
    pub place: Place,
    /// What opens it.
    pub heading: String,
    /// The names in order.
    pub names: Vec<String>,
}

/// Somebody's words.
#[derive(Debug, Clone)]
pub struct FoundSpan {
    /// Where.
    pub place: Place,
    /// Where in the passage's text.
    pub counted: Bytes,
    /// The speaker: a number of [`Findings::speakers`].
    pub speaker: u32,
    /// Who is named at the place.
    pub named_as: String,
    /// The verb.
    pub verb: String,
    /// How the words are given.
    pub kind: SpeechKind,
    /// 字数.
    pub characters: u32,
}

/// A phrase at a place.
#[derive(Debug, Clone, Copy)]
pub struct FoundPhrase {
    /// Where.
    pub place: Place,
    /// Where in the passage's text.
    pub counted: Bytes,
    /// The phrase: a number of [`Findings::phrase_keys`].
    pub key: u32,
    /// The form as printed: a number of [`Findings::forms`].
    pub form: u32,
    /// Whether it stands in quotation marks.
    pub quoted: bool,
    /// Who says it: a number of [`Findings::speakers`].
    pub speaker: Option<u32>,
}

/// What was found in one document, all in the order of the text.
#[derive(Debug, Default)]
pub struct FoundInDocument {
    /// Names.
    pub names: Vec<FoundName>,
    /// Posts.
    pub posts: Vec<FoundPost>,
    /// Lists of persons.
    pub lists: Vec<FoundList>,
    /// Speech.
    pub spans: Vec<FoundSpan>,
    /// Phrases.
    pub phrases: Vec<FoundPhrase>,
}

/// What was found in the corpus.
#[derive(Debug, Default)]
pub struct Findings {
    /// The names of all documents together.
    pub index: NameIndex,
    /// The phrases of all documents together.
    pub phrases: PhraseIndex,
    /// The names that are counted, by kind.
    pub names: BTreeMap<NameKind, Strings>,
    /// Forms as printed.
    pub forms: Strings,
    /// Who speaks.
    pub speakers: Strings,
    /// The keys of phrases.
    pub phrase_keys: Strings,
    /// The list in which each phrase stands, by its number.
    pub phrase_kinds: Vec<PhraseKind>,
    /// What was found in each document, in the order of the corpus.
    pub documents: Vec<FoundInDocument>,
}

/// A document with what was found in it.
#[derive(Clone, Copy)]
pub struct Looked<'f> {
    /// The document.
    pub document: &'f Document,
    /// What was found in it.
    pub found: &'f FoundInDocument,
    plan: &'f Plan,
}

impl<'f> Looked<'f> {
    /// Whether the plan counts an article.
    pub fn counts(&self, article: u32) -> bool {
        self.plan.counts(self.document, article as usize)
    }

    /// Whether the plan counts each article, by number.
    fn counted(&self) -> Vec<bool> {
        let articles = 0..self.document.page.articles.len();
        articles
            .map(|article| self.plan.counts(self.document, article))
            .collect()
    }

    /// The names in what is counted.
    pub fn names(&self) -> impl Iterator<Item = &'f FoundName> + use<'f> {
        let counted = self.counted();
        let names = self.found.names.iter();
        names.filter(move |name| is_counted(&counted, name.place.article))
    }

    /// The posts in what is counted.
    pub fn posts(&self) -> impl Iterator<Item = &'f FoundPost> + use<'f> {
        let counted = self.counted();
        let posts = self.found.posts.iter();
        posts.filter(move |post| is_counted(&counted, post.article))
    }

    /// The lists in what is counted.
    pub fn lists(&self) -> impl Iterator<Item = &'f FoundList> + use<'f> {
        let counted = self.counted();
        let lists = self.found.lists.iter();
        lists.filter(move |list| is_counted(&counted, list.place.article))
    }

    /// The speech in what is counted.
    pub fn spans(&self) -> impl Iterator<Item = &'f FoundSpan> + use<'f> {
        let counted = self.counted();
        let spans = self.found.spans.iter();
        spans.filter(move |span| is_counted(&counted, span.place.article))
    }

    /// The phrases in what is counted.
    pub fn phrases(&self) -> impl Iterator<Item = &'f FoundPhrase> + use<'f> {
        let counted = self.counted();
        let phrases = self.found.phrases.iter();
        phrases.filter(move |phrase| is_counted(&counted, phrase.place.article))
    }
}

fn is_counted(counted: &[bool], article: u32) -> bool {
    counted.get(article as usize).copied().unwrap_or(false)
}

impl Findings {
    /// The documents with what was found in them, in canonical order.
    pub fn looked<'f>(
        &'f self,
        corpus: &'f Corpus,
        plan: &'f Plan,
    ) -> impl Iterator<Item = Looked<'f>> {
        let documents = corpus.documents().iter().zip(&self.documents);
        documents.map(move |(document, found)| Looked {
            document,
            found,
            plan,
        })
    }

    /// A name of a kind by its number.
    pub fn name(&self, kind: NameKind, number: u32) -> &str {
        self.names.get(&kind).map_or("", |names| names.get(number))
    }

    /// The number of a name, or of the name with which it is counted.
    pub fn number_of(&self, kind: NameKind, name: &str) -> Option<u32> {
        self.names
            .get(&kind)?
            .find(self.index.canonical(kind, name))
    }

    /// How many names of a kind there are, counted or not.
    pub fn names_of(&self, kind: NameKind) -> usize {
        self.names.get(&kind).map_or(0, Strings::len)
    }
}
