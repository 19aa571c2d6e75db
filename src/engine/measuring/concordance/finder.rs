//! What looks for a search in unit after unit.

use std::ops::Range;

use super::super::runs::{Runs, Word};
use super::super::terms::{Terms, as_counted};
use super::super::walk::{Taken, Walk};
use super::expression::{Expression, Reached, STEP_BYTES, Searching};
use super::near::Near;
use super::{Hit, Hits, small};
use crate::engine::answers::Context;
use crate::engine::counted_text::UnitText;
use crate::engine::findings::Place;
use crate::engine::laid_tokens::strings;
use crate::engine::scope::{Scope, ScopedUnit};
use crate::report::answers::Item;
use crate::report::answers::search::{SearchFault, Searched};
use crate::text::arrange::Arrange;

/// How many tokens are looked at in a step where each needs but a look.
const TOKENS_A_STEP: usize = 400_000;
/// The same where runs of them are made.
const WORDS_A_STEP: usize = 100_000;
/// How many bytes of text are cleaned and searched in a step.
const TEXT_A_STEP: usize = 256 * 1024;

/// Looks for something.
#[derive(Debug)]
pub enum Finder {
    /// Single tokens.
    Tokens(Terms),
    /// Names or phrases: the places of each document in order.
    Places(Vec<Vec<Place>>),
    /// A string.
    String(String, Texts),
    /// A regular expression, and how far the paragraph in work is searched.
    Expression(Box<Expression>, Texts, Option<InWork>),
    /// Several tokens near each other.
    Near(Near, Runs),
}

/// The counted texts of units, one after another.
#[derive(Debug, Default)]
pub struct Texts {
    text: UnitText,
    /// The document for which it is made.
    document: Option<usize>,
}

/// A paragraph that is searched in part.
#[derive(Debug, Default)]
pub struct InWork {
    reached: Reached,
    /// How many hits there were before it.
    hits_before: usize,
}

impl Texts {
    /// Takes the text of a unit; gives where the counted text stands in it.
    fn begin(
        &mut self,
        context: Context<'_>,
        document: usize,
        unit: &ScopedUnit<'_>,
    ) -> Range<usize> {
        let source = &unit.document.source;
        if self.document != Some(document) {
            let settings = &context.plan.settings;
            self.text = UnitText::new(settings.cleanup, settings.respect_given_words, source);
            self.document = Some(document);
        }
        self.text.begin(source, &unit.document.page, unit.unit);
        self.text.whole()
    }
}

impl Finder {
    /// What looks for a search.
    pub fn new(context: Context<'_>, searched: &Searched) -> Result<Self, SearchFault> {
        if let Some(terms) = Terms::searched(context, searched) {
            return Ok(Self::Tokens(terms));
        }
        Ok(match searched {
            Searched::String(string) => {
                let string = as_counted(context, string.trim());
                Self::String(string, Texts::default())
            }
            Searched::Regex(expression) => {
                let expression = Expression::new(expression)?;
                Self::Expression(Box::new(expression), Texts::default(), None)
            }
            Searched::Near {
                words,
                distance,
                in_order,
                within,
            } => {
                let near = Near::new(context, words, *distance, *in_order);
                Self::Near(near, Runs::new(*within))
            }
            Searched::Item(item) => Self::Places(places(context, item)),
            Searched::Wildcard(_) | Searched::PartOfSpeech(_) => Self::Tokens(Terms::default()),
        })
    }

    /// Whether a regular expression found only nothing at all.
    pub fn finds_nothing(&self) -> bool {
        matches!(self, Self::Expression(expression, ..) if expression.finds_nothing)
    }

    /// Does some milliseconds of work; whether all is done.
    pub fn step(
        &mut self,
        context: Context<'_>,
        scope: &Scope,
        walk: &mut Walk,
        hits: &mut Hits,
    ) -> bool {
        match self {
            Self::Tokens(terms) => {
                terms.is_empty()
                    || walk.on(context, scope, TOKENS_A_STEP, |document, unit| {
                        Taken::Whole(find_tokens(context, terms, document, unit, hits))
                    })
            }
            Self::Places(places) => walk.on(context, scope, TOKENS_A_STEP, |document, unit| {
                let places = places.get(document).map_or(&[][..], Vec::as_slice);
                find_places(places, document, unit, hits);
                Taken::Whole(1)
            }),
            Self::String(string, texts) => {
                walk.on(context, scope, TEXT_A_STEP, |document, unit| {
                    let whole = texts.begin(context, document, unit);
                    let bytes = whole.len();
                    let before = hits.all.len();
                    for found in strings(texts.text.counted_at(0..whole.end), whole.start, string) {
                        if !push_counted(texts, document, unit, found, hits) {
                            break;
                        }
                    }
                    count_across(context, unit, before, hits);
                    Taken::Whole(bytes)
                })
            }
            Self::Expression(expression, texts, in_work) => {
                let mut spent = 0;
                let mut cleaned = 0;
                walk.on(context, scope, usize::MAX, |document, unit| {
                    if spent >= STEP_BYTES || cleaned >= TEXT_A_STEP {
                        return Taken::InPart;
                    }
                    if hits.is_full {
                        return Taken::Whole(0);
                    }
                    if in_work.is_none() && expression.is_exhausted() {
                        hits.left += 1;
                        return Taken::Whole(0);
                    }
                    let mut now = in_work.take().unwrap_or_else(|| {
                        cleaned += texts.begin(context, document, unit).len();
                        InWork {
                            reached: Reached::default(),
                            hits_before: hits.all.len(),
                        }
                    });
                    match search(
                        expression, texts, document, unit, &mut now, &mut spent, hits,
                    ) {
                        Searching::More => {
                            *in_work = Some(now);
                            return Taken::InPart;
                        }
                        Searching::Left if !hits.is_full => hits.left += 1,
                        _ => {}
                    }
                    count_across(context, unit, now.hits_before, hits);
                    Taken::Whole(0)
                })
            }
            Self::Near(near, runs) => {
                let vocabulary = &context.corpus.vocabulary;
                if near.is_hopeless() {
                    return true;
                }
                let is_done = walk.on(context, scope, WORDS_A_STEP, |document, unit| {
                    let mut pairs = 0;
                    let words = runs.take(vocabulary, document, unit, &mut |document, run| {
                        pairs += find_near(near, document, run, hits);
                    });
                    Taken::Whole(words + pairs)
                });
                if is_done {
                    runs.end(&mut |document, run| {
                        find_near(near, document, run, hits);
                    });
                }
                is_done
            }
        }
    }
}

fn hit(document: usize, unit: usize, range: &Range<usize>) -> Hit {
    Hit {
        document: small(document),
        unit: small(unit),
        start: small(range.start),
        end: small(range.end),
    }
}

/// Looks for tokens in a unit; gives the number of its tokens.
fn find_tokens(
    context: Context<'_>,
    terms: &Terms,
    document: usize,
    unit: &ScopedUnit<'_>,
    hits: &mut Hits,
) -> usize {
    let tokens = unit.document.tokens.of_unit(unit.number);
    if tokens.iter().any(|term| terms.holds(*term)) {
        let wanted = unit.tokens(&context.corpus.vocabulary);
        for (_, place) in wanted.filter(|(term, _)| terms.holds(*term)) {
            if !hits.push(hit(document, unit.number, &place)) {
                break;
            }
        }
    }
    tokens.len()
}

/// Takes the places that lie in a unit.
fn find_places(places: &[Place], document: usize, unit: &ScopedUnit<'_>, hits: &mut Hits) {
    let number = small(unit.number);
    let first = places.partition_point(|place| place.unit < number);
    let here = places.get(first..).unwrap_or(&[]).iter();
    for place in here.take_while(|place| place.unit == number) {
        let printed = place.printed.range();
        if unit.holds(&printed) && !hits.push(hit(document, unit.number, &printed)) {
            break;
        }
    }
}

/// Searches the paragraph in work on.
fn search(
    expression: &mut Expression,
    texts: &Texts,
    document: usize,
    unit: &ScopedUnit<'_>,
    now: &mut InWork,
    spent: &mut usize,
    hits: &mut Hits,
) -> Searching {
    let whole = texts.text.whole();
    let text = texts.text.counted_at(whole.clone());
    expression.search(text, &mut now.reached, spent, |found| {
        let found = found.start + whole.start..found.end + whole.start;
        push_counted(texts, document, unit, found, hits)
    })
}

/// Takes what was found in the counted text, if it lies in the scope; false where there is no room for more.
fn push_counted(
    texts: &Texts,
    document: usize,
    unit: &ScopedUnit<'_>,
    counted: Range<usize>,
    hits: &mut Hits,
) -> bool {
    let dateline = unit.unit.dateline_bytes(&unit.document.page);
    let printed = texts.text.printed_at(counted, dateline);
    !unit.holds(&printed) || hits.push(hit(document, unit.number, &printed))
}

/// Counts those of a unit's hits that do not begin and end where tokens do.
fn count_across(context: Context<'_>, unit: &ScopedUnit<'_>, before: usize, hits: &mut Hits) {
    let found = hits.all.get(before..).unwrap_or(&[]);
    if found.is_empty() {
        return;
    }
    let mut starts = Vec::new();
    let mut ends = Vec::new();
    for (_, place) in unit.tokens(&context.corpus.vocabulary) {
        starts.push(small(place.start));
        ends.push(small(place.end));
    }
    let fits = |hit: &&Hit| {
        starts.binary_search(&hit.start).is_ok() && ends.binary_search(&hit.end).is_ok()
    };
    let across = found.len() - found.iter().filter(fits).count();
    hits.across_tokens = hits.across_tokens.saturating_add(small(across));
}

/// Takes what is found in a run; gives the number of pairs that were looked at. Words that stand in two units are shown
/// in the unit of the first.
fn find_near(near: &Near, document: usize, run: &[Word], hits: &mut Hits) -> usize {
    near.find(run, |first, last| {
        if let (Some(first), Some(last)) = (run.get(first), run.get(last)) {
            let end = if first.unit == last.unit {
                last.end
            } else {
                first.end
            };
            hits.push(Hit {
                document: small(document),
                unit: first.unit,
                start: first.start,
                end,
            });
        }
    })
}

/// Where a name or phrase stands, by document.
pub fn places(context: Context<'_>, item: &Item) -> Vec<Vec<Place>> {
    let Some(findings) = context.findings else {
        return Vec::new();
    };
    let number = match item {
        Item::Name(kind, name) => findings.number_of(*kind, name),
        Item::Phrase(key) => findings.phrase_keys.find(key),
        Item::Word(_) | Item::Group(_) => None,
    };
    let Some(number) = number else {
        return Vec::new();
    };
    let of_document = |found: &crate::engine::findings::FoundInDocument| {
        let mut places: Vec<Place> = match item {
            Item::Name(kind, _) => {
                let names = found.names.iter();
                let names = names.filter(|one| one.kind == *kind && one.name == number);
                names.map(|one| one.place).collect()
            }
            _ => {
                let phrases = found.phrases.iter().filter(|one| one.key == number);
                phrases.map(|one| one.place).collect()
            }
        };
        places.arrange_by_key(|place| (place.unit, place.printed.range().start));
        places
    };
    findings.documents.iter().map(of_document).collect()
}
