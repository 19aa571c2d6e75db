//! A few items of any sort, looked for together.

use super::{each_found, each_term, in_unit};
use crate::engine::answers::Context;
use crate::engine::findings::FoundInDocument;
use crate::engine::scope::ScopedUnit;
use crate::report::answers::Item;
use crate::text::arrange::Arrange;
use crate::text::clean::{Blanks, Cleaner};
use crate::words::groups::{Standing, is_counted};
use crate::words::names::NameKind;

/// How many items are looked for together at most.
const MOST: usize = 8;

/// The items that are wanted, by where they are found.
#[derive(Debug)]
pub struct Wanted {
    items: Vec<Item>,
    /// Terms with the number of their item, sorted.
    terms: Vec<(u32, u32)>,
    names: Vec<(NameKind, u32, u32)>,
    phrases: Vec<(u32, u32)>,
}

impl Wanted {
    /// Looks the items up.
    pub fn new(context: Context<'_>, items: &[Item]) -> Self {
        let mut wanted = Self {
            items: items.iter().take(MOST).cloned().collect(),
            terms: Vec::new(),
            names: Vec::new(),
            phrases: Vec::new(),
        };
        let vocabulary = &context.corpus.vocabulary;
        for (number, item) in (0..).zip(items.iter().take(MOST)) {
            match item {
                Item::Word(word) => {
                    let term = vocabulary.find(word).or_else(|| {
                        let mut cleaner = Cleaner::new(context.plan.settings.cleanup);
                        let is_cleaned = cleaner.clean(word.trim(), Blanks::MayClose, None);
                        vocabulary.find(if is_cleaned {
                            cleaner.text()
                        } else {
                            word.trim()
                        })
                    });
                    wanted.terms.extend(term.map(|term| (term.0, number)));
                }
                Item::Group(name) => {
                    let group = context
                        .plan
                        .groups()
                        .iter()
                        .find(|group| group.name == *name);
                    let terms = vocabulary.ids().filter(|term| {
                        is_counted(vocabulary, *term)
                            && group.is_some_and(|group| {
                                group.standing(vocabulary.term(*term)) == Standing::Member
                            })
                    });
                    wanted.terms.extend(terms.map(|term| (term.0, number)));
                }
                Item::Name(kind, name) => {
                    let name = context
                        .findings
                        .and_then(|findings| findings.number_of(*kind, name));
                    wanted.names.extend(name.map(|name| (*kind, name, number)));
                }
                Item::Phrase(key) => {
                    let key = context
                        .findings
                        .and_then(|findings| findings.phrase_keys.find(key));
                    wanted.phrases.extend(key.map(|key| (key, number)));
                }
            }
        }
        wanted.terms.arrange();
        wanted
    }

    /// The items.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// As [`super::ItemIndex::each`].
    pub fn each(
        &self,
        context: Context<'_>,
        found: &FoundInDocument,
        unit: &ScopedUnit<'_>,
        take: &mut dyn FnMut(u32, u32),
    ) -> u32 {
        if !self.names.is_empty() || !self.phrases.is_empty() {
            let names = in_unit(&found.names, unit, |name| name.place.unit).iter();
            let names = names.flat_map(|name| {
                let wanted = self.names.iter();
                let wanted =
                    wanted.filter(|(kind, number, _)| (*kind, *number) == (name.kind, name.name));
                wanted.map(|(_, _, item)| (name.place.printed.range(), *item))
            });
            let phrases = in_unit(&found.phrases, unit, |phrase| phrase.place.unit).iter();
            let phrases = phrases.flat_map(|phrase| {
                let wanted = self.phrases.iter().filter(|(key, _)| *key == phrase.key);
                wanted.map(|(_, item)| (phrase.place.printed.range(), *item))
            });
            each_found(context, unit, names.chain(phrases), take);
        }
        let terms = self.terms.as_slice();
        let (first, last) = match (terms.first(), terms.last()) {
            (Some(first), Some(last)) => (first.0, last.0),
            _ => (u32::MAX, 0),
        };
        each_term(context, unit, |term, place| {
            if first <= term.0 && term.0 <= last {
                let start = terms.partition_point(|(known, _)| *known < term.0);
                let of_term = terms
                    .iter()
                    .skip(start)
                    .take_while(|(known, _)| *known == term.0);
                of_term.for_each(|(_, item)| take(*item, place));
            }
        })
    }
}
