//! What is counted as one item, and how often each item occurs in each article of a scope.
//!
//! An [`ItemIndex`] numbers the items of a sort; numbers hold for one corpus, plan and set of findings, and no output shows
//! or sorts by them. [`ItemCounts`] are made document by document and put together by union, so that any split of the work
//! gives the same; [`ItemTable`] turns them round: for each item its articles.

mod counts;
mod table;
mod wanted;

pub use counts::{Counting, ItemCounts};
pub use table::ItemTable;

use self::wanted::Wanted;
use super::answers::Context;
use super::findings::FoundInDocument;
use super::scope::ScopedUnit;
use crate::measures::options::ItemKind;
use crate::report::answers::Item;
use crate::words::groups::{TermGroups, is_counted};
use crate::words::names::NameKind;
use crate::words::segment::TokenKind;
use crate::words::vocabulary::TermId;

/// No item.
const NONE: u32 = u32::MAX;
/// An item that stands for the groups of the term.
const GROUPED: u32 = u32::MAX - 1;

/// The items of a sort, with numbers.
#[derive(Debug)]
pub struct ItemIndex(Of);

#[derive(Debug)]
enum Of {
    /// Terms: the item of each, by number of the term; the groups come behind the terms.
    Terms(Terms),
    Names(NameKind, u32),
    Phrases(u32),
    Wanted(Wanted),
}

#[derive(Debug)]
struct Terms {
    items: Vec<u32>,
    groups: TermGroups,
}

impl ItemIndex {
    /// All items of a kind. Words are those that the filters of the word list leave; where groups stand for their members
    /// there, they do here.
    pub fn new(context: Context<'_>, kind: ItemKind) -> Self {
        let names = |kind| {
            let findings = context.findings;
            let names = findings.map_or(0, |findings| findings.names_of(kind));
            Self(Of::Names(kind, small(names)))
        };
        match kind {
            ItemKind::Words => Self(Of::Terms(Terms::words(context))),
            ItemKind::Groups => Self(Of::Terms(Terms::groups(context))),
            ItemKind::Persons => names(NameKind::Person),
            ItemKind::Places => names(NameKind::Place),
            ItemKind::Organisations => names(NameKind::Organisation),
            ItemKind::Phrases => {
                let findings = context.findings;
                let phrases = findings.map_or(0, |findings| findings.phrase_keys.len());
                Self(Of::Phrases(small(phrases)))
            }
        }
    }

    /// Only these items, numbered as they stand; at most eight. Words are found whether a filter keeps them or not.
    pub fn wanted(context: Context<'_>, items: &[Item]) -> Self {
        Self(Of::Wanted(Wanted::new(context, items)))
    }

    /// How many numbers there are: the items have those below it.
    pub fn len(&self) -> usize {
        match &self.0 {
            Of::Terms(terms) => terms.items.len() + terms.groups.names().len(),
            Of::Names(_, names) => *names as usize,
            Of::Phrases(phrases) => *phrases as usize,
            Of::Wanted(wanted) => wanted.items().len(),
        }
    }

    /// An item.
    pub fn item(&self, context: Context<'_>, number: u32) -> Item {
        let name = || self.name(context, number).to_owned();
        match &self.0 {
            Of::Terms(terms) if terms.group(number).is_some() => Item::Group(name()),
            Of::Terms(_) => Item::Word(name()),
            Of::Names(kind, _) => Item::Name(*kind, name()),
            Of::Phrases(_) => Item::Phrase(name()),
            Of::Wanted(wanted) => {
                let item = wanted.items().get(number as usize).cloned();
                item.unwrap_or_else(|| Item::Word(String::new()))
            }
        }
    }

    /// The name of an item; empty for an unknown one.
    pub fn name<'c>(&'c self, context: Context<'c>, number: u32) -> &'c str {
        let findings = context.findings;
        match &self.0 {
            Of::Terms(terms) => match terms.group(number) {
                Some(group) => terms.groups.names().get(group).map_or("", String::as_str),
                None => context.corpus.vocabulary.term(TermId(number)),
            },
            Of::Names(kind, _) => findings.map_or("", |findings| findings.name(*kind, number)),
            Of::Phrases(_) => findings.map_or("", |findings| findings.phrase_keys.get(number)),
            Of::Wanted(wanted) => match wanted.items().get(number as usize) {
                Some(
                    Item::Word(name) | Item::Group(name) | Item::Name(_, name) | Item::Phrase(name),
                ) => name,
                None => "",
            },
        }
    }

    /// 词性 of an item; empty where it has none.
    pub fn tag<'c>(&'c self, context: Context<'c>, number: u32) -> &'c str {
        match &self.0 {
            Of::Terms(terms) if terms.group(number).is_none() => {
                context.corpus.vocabulary.tag(TermId(number))
            }
            _ => "",
        }
    }

    /// The number of the word that is this term, if that is an item.
    pub fn of_word(&self, context: Context<'_>, word: &str) -> Option<u32> {
        let Of::Terms(terms) = &self.0 else {
            return None;
        };
        let term = context.corpus.vocabulary.find(word)?;
        let item = terms.items.get(term.index()).copied()?;
        (item < GROUPED).then_some(item)
    }

    /// Gives the items that a word of another corpus counts for: itself, or the groups that stand for it.
    pub fn each_of_word(&self, context: Context<'_>, word: &str, take: impl FnMut(u32)) {
        if let (Of::Terms(terms), Some(term)) = (&self.0, context.corpus.vocabulary.find(word)) {
            terms.each(term, take);
        }
    }

    /// Whether only terms are items, so that the counts of a whole article give theirs.
    fn of_terms(&self) -> Option<&Terms> {
        match &self.0 {
            Of::Terms(terms) => Some(terms),
            _ => None,
        }
    }

    /// Gives every item in a unit with the place among its tokens, words and numbers only, at which it begins, from 0.
    /// Returns how many tokens the unit has. Items that begin at one place come in no order that may be shown.
    pub fn each(
        &self,
        context: Context<'_>,
        found: &FoundInDocument,
        unit: &ScopedUnit<'_>,
        take: &mut dyn FnMut(u32, u32),
    ) -> u32 {
        match &self.0 {
            Of::Terms(terms) => each_term(context, unit, |term, place| {
                terms.each(term, |item| take(item, place));
            }),
            Of::Names(kind, _) => {
                let names = in_unit(&found.names, unit, |name| name.place.unit);
                let names = names.iter().filter(|name| name.kind == *kind);
                let found = names.map(|name| (name.place.printed.range(), name.name));
                each_found(context, unit, found, take)
            }
            Of::Phrases(_) => {
                let phrases = in_unit(&found.phrases, unit, |phrase| phrase.place.unit);
                let found = phrases
                    .iter()
                    .map(|phrase| (phrase.place.printed.range(), phrase.key));
                each_found(context, unit, found, take)
            }
            Of::Wanted(wanted) => wanted.each(context, found, unit, take),
        }
    }
}

impl Terms {
    fn words(context: Context<'_>) -> Self {
        let vocabulary = &context.corpus.vocabulary;
        let plan = context.plan;
        let groups = match plan.settings.groups_as_one {
            true => TermGroups::new(plan.groups(), vocabulary),
            false => TermGroups::default(),
        };
        let keeps_tag = |tag: &str| plan.keeps_tag(tag);
        let filter = plan.filter(&keeps_tag);
        let items = vocabulary.ids().map(|term| {
            if !groups.of(term).is_empty() {
                GROUPED
            } else if is_counted(vocabulary, term) && filter.keeps(vocabulary, term) {
                term.0
            } else {
                NONE
            }
        });
        Self {
            items: items.collect(),
            groups,
        }
    }

    fn groups(context: Context<'_>) -> Self {
        let vocabulary = &context.corpus.vocabulary;
        let groups = TermGroups::new(context.plan.groups(), vocabulary);
        let item = |term| {
            if groups.of(term).is_empty() {
                NONE
            } else {
                GROUPED
            }
        };
        let items = vocabulary.ids().map(item).collect();
        Self { items, groups }
    }

    /// The number of the group among all groups that a number stands for.
    fn group(&self, number: u32) -> Option<usize> {
        (number as usize).checked_sub(self.items.len())
    }

    /// Gives the items of a term.
    fn each(&self, term: TermId, mut take: impl FnMut(u32)) {
        match self.items.get(term.index()).copied().unwrap_or(NONE) {
            NONE => {}
            GROUPED => {
                let first = small(self.items.len());
                let groups = self.groups.of(term).iter();
                groups.for_each(|group| take(first.saturating_add(*group)));
            }
            item => take(item),
        }
    }
}

/// Gives every word and number of a unit with its place among them; says how many there are.
fn each_term(
    context: Context<'_>,
    unit: &ScopedUnit<'_>,
    mut take: impl FnMut(TermId, u32),
) -> u32 {
    let vocabulary = &context.corpus.vocabulary;
    let mut place = 0;
    unit.terms(vocabulary, |term| {
        if matches!(vocabulary.kind(term), TokenKind::Word | TokenKind::Number) {
            take(term, place);
            place += 1;
        }
    });
    place
}

/// What was found in a unit, of a list in the order of the text.
fn in_unit<'f, T>(list: &'f [T], unit: &ScopedUnit<'_>, unit_of: impl Fn(&T) -> u32) -> &'f [T] {
    let number = small(unit.number);
    let start = list.partition_point(|one| unit_of(one) < number);
    let end = list.partition_point(|one| unit_of(one) <= number);
    list.get(start..end).unwrap_or(&[])
}

/// Gives every place found in a unit that is in the scope, and not in its dateline.
fn each_found(
    context: Context<'_>,
    unit: &ScopedUnit<'_>,
    found: impl Iterator<Item = (std::ops::Range<usize>, u32)>,
    take: &mut dyn FnMut(u32, u32),
) -> u32 {
    let start = unit.unit.dateline_bytes(&unit.document.page);
    let mut found: Vec<(std::ops::Range<usize>, u32)> = found
        .filter(|(range, _)| start <= range.start && unit.holds(range))
        .collect();
    if found.is_empty() {
        return each_term(context, unit, |_, _| {});
    }
    if !found.is_sorted_by_key(|(range, _)| range.start) {
        use crate::text::arrange::Arrange;
        found.arrange_by_key(|(range, _)| range.start);
    }
    let mut found = found.into_iter().peekable();
    let vocabulary = &context.corpus.vocabulary;
    let mut place = 0;
    for (term, printed) in unit.tokens(vocabulary) {
        if !matches!(vocabulary.kind(term), TokenKind::Word | TokenKind::Number) {
            continue;
        }
        // A name that begins inside a token begins with it.
        while let Some((_, item)) = found.next_if(|(range, _)| range.start < printed.end) {
            take(item, place);
        }
        place += 1;
    }
    // What stands behind the last word: marks alone.
    for (_, item) in found {
        take(item, place.saturating_sub(1));
    }
    place
}

fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
