//! Which terms of the vocabulary a search for tokens means.

use crate::engine::answers::Context;
use crate::report::answers::Item;
use crate::report::answers::search::Searched;
use crate::text::clean::{Blanks, Cleaner};
use crate::words::groups::{CompiledGroup, ConceptGroup, Standing, is_counted};
use crate::words::vocabulary::{TermId, Vocabulary};

/// A set of terms.
#[derive(Debug, Clone, Default)]
pub struct Terms {
    holds: Vec<bool>,
    /// How many there are.
    count: usize,
}

impl Terms {
    /// Whether a term is in the set.
    pub fn holds(&self, term: TermId) -> bool {
        self.holds.get(term.index()).copied().unwrap_or(false)
    }

    /// Of every term whether it is in the set, by number; those behind the last are not.
    pub fn by_number(&self) -> &[bool] {
        &self.holds
    }

    /// Whether no term is.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    fn enter(&mut self, term: TermId) {
        if term.index() >= self.holds.len() {
            self.holds.resize(term.index() + 1, false);
        }
        if let Some(held) = self.holds.get_mut(term.index()) {
            self.count += usize::from(!*held);
            *held = true;
        }
    }

    fn of(vocabulary: &Vocabulary, is_wanted: impl Fn(TermId) -> bool) -> Self {
        let mut terms = Self::default();
        for term in vocabulary.ids().filter(|term| is_wanted(*term)) {
            terms.enter(term);
        }
        terms
    }

    /// One word: as it is written, or else as it is counted.
    pub fn of_word(context: Context<'_>, word: &str) -> Self {
        let vocabulary = &context.corpus.vocabulary;
        let mut terms = Self::default();
        let word = word.trim();
        let found = vocabulary.find(word);
        let found = found.or_else(|| vocabulary.find(&as_counted(context, word)));
        if let Some(term) = found {
            terms.enter(term);
        }
        terms
    }

    /// Words and numbers that fit a pattern: `*` stands for any characters or none, `?` for one.
    pub fn of_pattern(context: Context<'_>, pattern: &str) -> Self {
        if !pattern.contains(['*', '?', '＊', '？']) {
            return Self::of_word(context, pattern);
        }
        let group = CompiledGroup::new(&ConceptGroup {
            name: String::new(),
            members: vec![as_counted_pattern(context, pattern)],
            exclusions: Vec::new(),
        });
        Self::of_group(context, &group)
    }

    /// The members of a concept group.
    fn of_group(context: Context<'_>, group: &CompiledGroup) -> Self {
        let vocabulary = &context.corpus.vocabulary;
        Self::of(vocabulary, |term| {
            is_counted(vocabulary, term)
                && group.standing(vocabulary.term(term)) == Standing::Member
        })
    }

    /// Words and numbers with a tag, or with one that begins so: `v*`.
    fn of_tag(context: Context<'_>, tag: &str) -> Self {
        let vocabulary = &context.corpus.vocabulary;
        let tag = tag.trim();
        let beginning = tag.strip_suffix(['*', '＊']);
        Self::of(vocabulary, |term| {
            let found = vocabulary.tag(term);
            let fits = match beginning {
                Some(beginning) => found.starts_with(beginning) && !found.is_empty(),
                None => found == tag,
            };
            fits && is_counted(vocabulary, term)
        })
    }

    /// The terms that a search means; `None` for one that is no search for single tokens.
    pub fn searched(context: Context<'_>, searched: &Searched) -> Option<Self> {
        match searched {
            Searched::Item(Item::Word(word)) => Some(Self::of_word(context, word)),
            Searched::Item(Item::Group(name)) => {
                let group = context.plan.groups().iter();
                let mut group = group.filter(|group| group.name == *name);
                let members = group.next().map(|group| Self::of_group(context, group));
                Some(members.unwrap_or_default())
            }
            Searched::Wildcard(pattern) => Some(Self::of_pattern(context, pattern.trim())),
            Searched::PartOfSpeech(tag) => Some(Self::of_tag(context, tag)),
            Searched::Item(Item::Name(..) | Item::Phrase(_))
            | Searched::String(_)
            | Searched::Regex(_)
            | Searched::Near { .. } => None,
        }
    }
}

/// Whether a search names nothing.
pub fn is_empty(searched: &Searched) -> bool {
    match searched {
        Searched::Item(Item::Word(text) | Item::Group(text) | Item::Phrase(text))
        | Searched::Item(Item::Name(_, text))
        | Searched::String(text)
        | Searched::Wildcard(text)
        | Searched::PartOfSpeech(text) => text.trim().is_empty(),
        Searched::Regex(expression) => expression.is_empty(),
        Searched::Near { words, .. } => {
            words.is_empty() || words.iter().any(|word| word.trim().is_empty())
        }
    }
}

/// What was typed, cleaned as the corpus is.
pub fn as_counted(context: Context<'_>, typed: &str) -> String {
    let mut cleaner = Cleaner::new(context.plan.settings.cleanup);
    if cleaner.clean(typed, Blanks::MayClose, None) {
        return cleaner.text().to_owned();
    }
    typed.to_owned()
}

/// The same for a pattern, whose `*` and `?` are no text.
fn as_counted_pattern(context: Context<'_>, pattern: &str) -> String {
    let mut counted = String::new();
    let mut rest = pattern;
    while let Some(at) = rest.find(['*', '?', '＊', '？']) {
        let (before, behind) = rest.split_at(at);
        counted.push_str(&as_counted(context, before));
        let mut letters = behind.chars();
        counted.extend(letters.next());
        rest = letters.as_str();
    }
    counted.push_str(&as_counted(context, rest));
    counted
}
