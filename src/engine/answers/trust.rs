//! Why a word has its count: its tokens beside its plain string, and the same under other ways of segmenting.

use std::collections::BTreeMap;
use std::ops::Range;

use aho_corasick::AhoCorasick;

use super::{Context, MOST_ROWS};
use crate::engine::document::Document;
use crate::engine::laid_tokens::{laid_tokens, strings};
use crate::engine::lines::{counted_units, push_rows};
use crate::engine::listing::small;
use crate::engine::methods::cut_unit;
use crate::engine::prose::Prose;
use crate::engine::query::{Answer, Query};
use crate::report::answers::trust::{ConsistencyRow, Method, Rest, SegmentersView, TrustView};
use crate::report::views::{DocumentId, LinesView};
use crate::text::arrange::Arrange;
use crate::text::clean::{Blanks, Cleaner};
use crate::words::passage::Passage;
use crate::words::vocabulary::{TermId, Vocabulary};

/// How many kinds of rest are given.
const RESTS: usize = 200;

/// Answers a question of this area.
pub fn answer(context: Context<'_>, query: &Query) -> Answer {
    match query {
        Query::Trust { word } => Answer::Trust(trust(context, &as_counted(context, word))),
        Query::RestLines {
            word,
            rest,
            first_row,
            rows,
        } => {
            let word = as_counted(context, word);
            Answer::Lines(rest_lines(context, &word, rest, *first_row, *rows))
        }
        Query::Consistency { words } => Answer::Consistency(consistency(context, words)),
        Query::Segmenters { document, unit } => {
            Answer::Segmenters(segmenters(context, *document, *unit as usize))
        }
        _ => Answer::Segmenters(SegmentersView::default()),
    }
}

/// A word as it is typed, cleaned as the corpus is.
fn as_counted(context: Context<'_>, word: &str) -> String {
    let word = word.trim();
    let mut cleaner = Cleaner::new(context.plan.settings.cleanup);
    if cleaner.clean(word, Blanks::MayClose, None) {
        return cleaner.text().to_owned();
    }
    word.to_owned()
}

/// What became of a string at one place, by the tokens that it touches.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Fate {
    Token,
    Swallowed(TermId),
    Cut(Vec<TermId>),
    Crossed(Vec<TermId>),
}

impl Fate {
    /// As a rest; `None` for a token.
    fn rest(&self, vocabulary: &Vocabulary) -> Option<Rest> {
        let word = |term: &TermId| vocabulary.term(*term).to_owned();
        match self {
            Self::Token => None,
            Self::Swallowed(term) => Some(Rest::Swallowed(word(term))),
            Self::Cut(terms) => Some(Rest::Cut(terms.iter().map(word).collect())),
            Self::Crossed(terms) => Some(Rest::Crossed(terms.iter().map(word).collect())),
        }
    }
}

/// What became of a string; `tokens` are those from the first one on that does not end before it.
fn fate(string: &Range<usize>, tokens: &[(TermId, Range<usize>)]) -> Fate {
    let touched = tokens
        .iter()
        .take_while(|(_, token)| token.start < string.end);
    let touched: Vec<&(TermId, Range<usize>)> = touched.collect();
    let terms = || touched.iter().map(|(term, _)| *term).collect();
    let (Some(first), Some(last)) = (touched.first(), touched.last()) else {
        return Fate::Crossed(Vec::new());
    };
    let fits = first.1.start == string.start && last.1.end == string.end;
    match touched.as_slice() {
        [(_, _)] if fits => Fate::Token,
        [(term, _)] => Fate::Swallowed(*term),
        _ if fits => Fate::Cut(terms()),
        _ => Fate::Crossed(terms()),
    }
}

/// Gives every place in what is counted where a word's letters stand, unit by unit.
fn each_unit(
    context: Context<'_>,
    word: &str,
    mut take: impl FnMut(&Document, usize, &Passage, &mut Prose<'_>, Vec<(Range<usize>, Fate)>),
) {
    let vocabulary = &context.corpus.vocabulary;
    for document in context.corpus.documents() {
        let passes = context.plan.settings.cleanup;
        let mut prose = Prose::new(&document.source, &document.page, &document.units, passes);
        for (number, _) in counted_units(document, context.plan) {
            let Some(passage) = prose.passage(number) else {
                continue;
            };
            let mut found = strings(&passage.text, passage.dateline_bytes, word).peekable();
            if found.peek().is_none() {
                continue;
            }
            let tokens = laid_tokens(&passage, document.tokens.of_unit(number), vocabulary);
            let mut rest = tokens.as_slice();
            let mut fates = Vec::new();
            for string in found {
                let before = rest.partition_point(|(_, token)| token.end <= string.start);
                rest = rest.get(before..).unwrap_or(&[]);
                if is_spoken(context, document, number, &string) {
                    let fate = fate(&string, rest);
                    fates.push((string, fate));
                }
            }
            take(document, number, &passage, &mut prose, fates);
        }
    }
}

/// Whether a stretch of a passage is counted: where one speaker's words are counted alone, it is among them.
fn is_spoken(
    context: Context<'_>,
    document: &Document,
    unit: usize,
    string: &Range<usize>,
) -> bool {
    context.plan.spoken().is_none_or(|spoken| {
        let stretches = spoken.of_unit(document.origin.id, unit);
        let behind = stretches.partition_point(|stretch| stretch.counted.start <= string.start);
        let last = behind.checked_sub(1).and_then(|last| stretches.get(last));
        last.is_some_and(|stretch| string.end <= stretch.counted.end)
    })
}

fn trust(context: Context<'_>, word: &str) -> TrustView {
    let mut counts: BTreeMap<Fate, u32> = BTreeMap::new();
    let mut all = 0;
    each_unit(context, word, |_, _, _, _, fates| {
        all += small(fates.len());
        for (_, fate) in fates {
            *counts.entry(fate).or_default() += 1;
        }
    });
    let vocabulary = &context.corpus.vocabulary;
    let tokens = counts.remove(&Fate::Token).unwrap_or(0);
    let rests = counts.iter();
    let rests = rests.filter_map(|(fate, count)| Some((fate.rest(vocabulary)?, *count)));
    let mut rests: Vec<(Rest, u32)> = rests.collect();
    rests.arrange_by(|one, other| {
        let by_count = other.1.cmp(&one.1);
        by_count.then_with(|| in_text_order(&one.0).cmp(&in_text_order(&other.0)))
    });
    let rests_total = small(rests.len());
    rests.truncate(RESTS);
    let methods = Method::ALL.map(|method| {
        let (count, rank) = match method {
            Method::InForce => (tokens, rank_in_force(context, word)),
            _ => counted_by(context, method, word),
        };
        (method, count, rank)
    });
    TrustView {
        word: word.to_owned(),
        tokens,
        strings: all,
        rests_total,
        rests,
        methods: methods.to_vec(),
    }
}

/// The letters of a rest, then its kind.
fn in_text_order(rest: &Rest) -> (String, &Rest) {
    let letters = match rest {
        Rest::Swallowed(token) => token.clone(),
        Rest::Cut(tokens) | Rest::Crossed(tokens) => tokens.join("|"),
    };
    (letters, rest)
}

fn counted_by(context: Context<'_>, method: Method, word: &str) -> (u32, u32) {
    let methods = context.methods;
    methods.map_or((0, 0), |methods| methods.count_and_rank(method, word))
}

fn rank_in_force(context: Context<'_>, word: &str) -> u32 {
    let term = context.corpus.vocabulary.find(word);
    let list = term.zip(context.word_list);
    list.map_or(0, |(term, list)| list.rank(term))
}

/// The lines of one kind of rest.
fn rest_lines(
    context: Context<'_>,
    word: &str,
    rest: &Rest,
    first_row: u32,
    rows: u32,
) -> LinesView {
    let mut view = LinesView {
        word: word.to_owned(),
        first_row,
        ..LinesView::default()
    };
    let vocabulary = &context.corpus.vocabulary;
    each_unit(context, word, |document, number, passage, prose, fates| {
        let asked_for = fates.into_iter();
        let asked_for = asked_for.filter(|(_, fate)| fate.rest(vocabulary).as_ref() == Some(rest));
        let strings: Vec<Range<usize>> = asked_for.map(|(string, _)| string).collect();
        let Some(unit) = document.units.get(number).filter(|_| !strings.is_empty()) else {
            return;
        };
        let printed = prose.printed_all(passage, strings);
        push_rows(
            &mut view,
            rows.min(MOST_ROWS),
            document,
            (number, unit),
            &printed,
        );
    });
    view
}

/// The counts of words under every way of segmenting.
fn consistency(context: Context<'_>, words: &[String]) -> Vec<ConsistencyRow> {
    let words = words.get(..MOST_ROWS as usize).unwrap_or(words);
    let strings = plain_counts(context, words);
    let in_force = context.corpus.counts_of(context.plan, words);
    let rows = words.iter().zip(strings).zip(in_force);
    rows.map(|((word, strings), in_force)| ConsistencyRow {
        word: word.clone(),
        counts: Method::ALL.map(|method| match method {
            Method::InForce => in_force,
            _ => counted_by(context, method, word).0,
        }),
        strings,
    })
    .collect()
}

/// How often the letters of each word stand in what is counted, overlaps counted too.
fn plain_counts(context: Context<'_>, words: &[String]) -> Vec<u32> {
    let mut counts = vec![0; words.len()];
    let searched: Vec<usize> = (0..words.len())
        .filter(|number| words.get(*number).is_some_and(|word| !word.is_empty()))
        .collect();
    let patterns = searched.iter().filter_map(|number| words.get(*number));
    // Building fails only for more patterns than are ever asked for.
    let Ok(automaton) = AhoCorasick::new(patterns) else {
        return counts;
    };
    for document in context.corpus.documents() {
        let passes = context.plan.settings.cleanup;
        let mut prose = Prose::new(&document.source, &document.page, &document.units, passes);
        for (number, _) in counted_units(document, context.plan) {
            let Some(passage) = prose.passage(number) else {
                continue;
            };
            let start = passage.dateline_bytes;
            let text = passage.text.get(start..).unwrap_or("");
            for found in automaton.find_overlapping_iter(text) {
                let string = found.start() + start..found.end() + start;
                let count = searched
                    .get(found.pattern().as_usize())
                    .and_then(|word| counts.get_mut(*word));
                if let Some(count) = count
                    && is_spoken(context, document, number, &string)
                {
                    *count += 1;
                }
            }
        }
    }
    counts
}

/// A paragraph cut in every way.
fn segmenters(context: Context<'_>, document: DocumentId, unit: usize) -> SegmentersView {
    let Some(document) = context.corpus.document(document) else {
        return SegmentersView::default();
    };
    let vocabulary = &context.corpus.vocabulary;
    let cuts = Method::ALL.map(|method| {
        let tokens = match method {
            Method::InForce => {
                let terms = document.tokens.of_unit(unit).iter();
                let terms = terms.map(|term| vocabulary.term(*term));
                terms
                    .filter(|term| !term.trim().is_empty())
                    .map(str::to_owned)
                    .collect()
            }
            _ => cut_unit(document, unit, method, context.plan, context.segmenter),
        };
        (method, tokens)
    });
    SegmentersView {
        cuts: cuts.to_vec(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_string_has_one_fate() {
        let term = TermId;
        let tokens = [(term(0), 0..6), (term(1), 6..12), (term(2), 12..15)];
        let rows = [
            (0..6, Fate::Token),
            (0..3, Fate::Swallowed(term(0))),
            (3..6, Fate::Swallowed(term(0))),
            (0..12, Fate::Cut(vec![term(0), term(1)])),
            (3..9, Fate::Crossed(vec![term(0), term(1)])),
            (6..15, Fate::Cut(vec![term(1), term(2)])),
            (9..15, Fate::Crossed(vec![term(1), term(2)])),
        ];
        for (string, expected) in rows {
            let first = tokens.partition_point(|(_, token)| token.end <= string.start);
            assert_eq!(fate(&string, &tokens[first..]), expected, "{string:?}");
        }
    }
}
