//! What the lexicon did: how often each of its words was applied, how often not and why, over all that the plan counts.

use std::collections::BTreeMap;
use std::ops::Range;

use super::affected::Affected;
use super::corpus::Corpus;
use super::counted_text::UnitText;
use super::document::Document;
use super::lines::counted_units;
use super::plan::Plan;
use super::tokens::TokenOptions;
use super::unit::Unit;
use crate::words::lexicon::NotApplied;
use crate::words::listed::{Listed, ListedSource, ListedWord, Refusal};
use crate::words::segment::Segmenter;

/// With more words than this, every unit holds one: none is passed over.
const MOST_LOOKED_FOR: usize = 2_000;

/// Which word of the lexicon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Entry {
    /// One that is to be one token.
    Whole(ListedWord),
    /// One that is to be cut, by its number in [`Listed::apart`].
    Apart(usize),
}

/// What became of one word.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Use {
    /// How often it was applied.
    pub applied: u32,
    /// How often not, and why.
    pub not_applied: BTreeMap<NotApplied, u32>,
    /// How the places where it was applied are cut without the lists, pieces parted by `|`.
    pub before: BTreeMap<String, u32>,
    /// How they are cut now.
    pub after: BTreeMap<String, u32>,
}

/// What became of every word of the lexicon that stands anywhere.
#[derive(Debug, Default)]
pub struct Survey {
    uses: BTreeMap<Entry, Use>,
}

/// One word at one place.
#[derive(Debug)]
pub struct Place {
    /// The word.
    pub entry: Entry,
    /// Where it stands in the unit's printed text, in bytes.
    pub printed: Range<usize>,
    /// Why it was not applied; `None` where it was.
    pub refusal: Option<NotApplied>,
    /// How the place is cut without the lists; empty where the word was not applied.
    pub before: String,
    /// How it is cut now.
    pub after: String,
}

impl Survey {
    /// Looks at everything that the plan counts.
    pub fn new(corpus: &Corpus, plan: &Plan, segmenter: &Segmenter) -> Self {
        let mut survey = Self::default();
        let listed = plan.listed();
        let is_of_lexicon = |entry: Entry| match entry {
            Entry::Whole(word) => matches!(
                listed.source(word),
                ListedSource::Own | ListedSource::Dictionary(_)
            ),
            Entry::Apart(_) => true,
        };
        let words = listed
            .words()
            .filter(|word| is_of_lexicon(Entry::Whole(*word)));
        let words = words.map(|word| listed.word(word));
        let apart = listed.apart().iter().map(|(word, _)| &**word);
        let words: Vec<&str> = words.chain(apart).take(MOST_LOOKED_FOR + 1).collect();
        let affected =
            (words.len() <= MOST_LOOKED_FOR).then(|| Affected::new(&words, &corpus.vocabulary));
        each_place(
            corpus,
            plan,
            segmenter,
            affected.as_ref(),
            &mut |_, _, places| {
                for place in places {
                    if is_of_lexicon(place.entry) {
                        survey.uses.entry(place.entry).or_default().add(place);
                    }
                }
            },
        );
        survey
    }

    /// What became of a word; `None` where it stands nowhere.
    pub fn of(&self, entry: Entry) -> Option<&Use> {
        self.uses.get(&entry)
    }

    /// How many words were applied at least once.
    pub fn applied(&self) -> usize {
        self.uses.values().filter(|used| used.applied > 0).count()
    }
}

impl Use {
    fn add(&mut self, place: Place) {
        let Some(refusal) = place.refusal else {
            self.applied += 1;
            *self.before.entry(place.before).or_default() += 1;
            *self.after.entry(place.after).or_default() += 1;
            return;
        };
        *self.not_applied.entry(refusal).or_default() += 1;
    }
}

/// Gives unit by unit, in canonical order, the places of all listed words to `take`; units in which nothing of `affected`
/// stands are passed over.
pub fn each_place(
    corpus: &Corpus,
    plan: &Plan,
    segmenter: &Segmenter,
    affected: Option<&Affected>,
    take: &mut dyn FnMut(&Document, (usize, &Unit), Vec<Place>),
) {
    let options = plan.token_options();
    let mut letters = String::new();
    for document in corpus.documents() {
        let mut text = UnitText::new(options.passes, options.given_words, &document.source);
        for (number, unit) in counted_units(document, plan) {
            let terms = document.tokens.of_unit(number);
            let stands =
                |affected: &Affected| affected.stands_in(terms, &corpus.vocabulary, &mut letters);
            if !affected.is_none_or(stands) {
                continue;
            }
            text.begin(&document.source, &document.page, unit);
            let dateline = unit.dateline_bytes(&document.page);
            let places = places(&text, dateline, segmenter, &options);
            if !places.is_empty() {
                take(document, (number, unit), places);
            }
        }
    }
}

/// The places of all listed words in a unit's text, from left to right; first words that are to be one token.
fn places(
    text: &UnitText,
    dateline: usize,
    segmenter: &Segmenter,
    options: &TokenOptions,
) -> Vec<Place> {
    let listed = &options.listed;
    let mut places = Vec::new();
    let mut in_addresses = Vec::new();
    for (part, is_address) in text.parts() {
        let letters = text.counted_at(part.clone());
        let at = |place: &Range<usize>| part.start + place.start..part.start + place.end;
        let printed = |place: &Range<usize>| text.printed_at(at(place), dateline);
        if is_address {
            in_addresses.push(part);
            continue;
        }
        for verdict in segmenter.verdicts(letters, options.segmentation, listed) {
            places.push(Place {
                entry: Entry::Whole(verdict.word),
                printed: printed(&verdict.place),
                refusal: verdict.refusal.map(|refusal| reason(letters, refusal)),
                before: joined(letters, &verdict.before),
                after: joined(letters, &verdict.after),
            });
        }
        for verdict in segmenter.apart_verdicts(letters, options.segmentation, listed) {
            let (before, after) = match &verdict.pieces {
                Some(pieces) => (joined(letters, &verdict.tokens), joined(letters, pieces)),
                None => Default::default(),
            };
            places.push(Place {
                entry: Entry::Apart(verdict.word),
                printed: printed(&verdict.place),
                refusal: verdict
                    .pieces
                    .is_none()
                    .then(|| reason(letters, Refusal::CutsWords(verdict.tokens))),
                before,
                after,
            });
        }
    }
    if !in_addresses.is_empty() {
        places.extend(inside(text, dateline, listed, &in_addresses));
    }
    places
}

/// The places that touch an address, which is one token: they are overlapped by it.
fn inside(
    text: &UnitText,
    dateline: usize,
    listed: &Listed,
    addresses: &[Range<usize>],
) -> Vec<Place> {
    let whole = text.whole();
    let letters = text.counted_at(whole.clone());
    let mut found = Vec::new();
    listed.occurrences(letters, &mut found);
    let found = found.iter().map(|one| {
        let place = whole.start + one.start..whole.start + one.end;
        (Entry::Whole(one.word), place)
    });
    let apart = listed
        .apart()
        .iter()
        .enumerate()
        .flat_map(|(number, (word, _))| {
            let starts = crate::words::segment::occurrences_of(letters, word);
            starts.map(move |start| {
                let start = whole.start + start;
                (Entry::Apart(number), start..start + word.len())
            })
        });
    let touching = found.chain(apart).filter_map(|(entry, place)| {
        let first = addresses.partition_point(|address| address.end <= place.start);
        let address = addresses
            .get(first)
            .filter(|address| address.start < place.end)?;
        Some(Place {
            entry,
            printed: text.printed_at(place, dateline),
            refusal: Some(NotApplied::Overlapped {
                by: text.counted_at(address.clone()).to_owned(),
            }),
            before: String::new(),
            after: String::new(),
        })
    });
    touching.collect()
}

fn reason(text: &str, refusal: Refusal) -> NotApplied {
    let part = |range: Range<usize>| text.get(range).unwrap_or("").to_owned();
    match refusal {
        Refusal::Overlapped(by) => NotApplied::Overlapped { by: part(by) },
        Refusal::CutsWords(words) => NotApplied::CutsWords {
            words: words.into_iter().map(part).collect(),
        },
        Refusal::CutsNumber(formula) => NotApplied::CutsNumber {
            formula: part(formula),
        },
    }
}

fn joined(text: &str, tokens: &[Range<usize>]) -> String {
    let words = tokens
        .iter()
        .map(|token| text.get(token.clone()).unwrap_or(""));
    words.collect::<Vec<&str>>().join("|")
}
