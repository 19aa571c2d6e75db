//! 提法: which phrases are used, how they are printed, who says them first and how they spread.

use std::collections::{BTreeMap, BTreeSet};

use super::names::{forms, push_places, sort_counted};
use super::window::window;
use super::{Context, MOST_ROWS};
use crate::engine::excerpt::{ending, head};
use crate::engine::findings::{Findings, FoundPhrase, Looked};
use crate::engine::laid_tokens::laid_tokens;
use crate::engine::lines::CONTEXT_CHARS;
use crate::engine::listing::small;
use crate::engine::prose::Prose;
use crate::engine::query::{Answer, Query};
use crate::engine::standing::{date_of, standing};
use crate::report::answers::phrases::{
    ParallelRow, PhraseRow, PhraseUse, PhraseUsesView, PhrasesView,
};
use crate::report::answers::{Counted, Standing};
use crate::report::views::LinesView;
use crate::text::arrange::{Arrange, ordered};
use crate::words::phrases::PhraseKind;

/// How many forms of a phrase are given.
const FORMS: usize = 20;
/// How many speakers of a phrase are given.
const SPEAKERS: usize = 100;
/// How many parallels are given.
const PARALLELS: usize = 200;

/// Answers a question of this area.
pub fn answer(context: Context<'_>, query: &Query) -> Answer {
    match query {
        Query::Phrases {
            kind,
            containing,
            first_row,
            rows,
        } => Answer::Phrases(phrases(context, *kind, containing, *first_row, *rows)),
        Query::PhraseUses {
            key,
            first_row,
            rows,
        } => Answer::PhraseUses(uses(context, key, *first_row, *rows)),
        _ => Answer::Parallels(parallels(context)),
    }
}

/// How often a phrase is used.
#[derive(Debug, Clone, Copy)]
struct PhraseSum {
    key: u32,
    quoted: u32,
    unquoted: u32,
    articles: u32,
    last_article: Option<(usize, u32)>,
}

impl PhraseSum {
    fn count(&self) -> u32 {
        self.quoted + self.unquoted
    }
}

/// How often every phrase is used in what is counted, by its number.
fn sums(context: Context<'_>, findings: &Findings) -> Vec<PhraseSum> {
    let keys = 0..small(findings.phrase_keys.len());
    let mut sums: Vec<PhraseSum> = keys
        .map(|key| PhraseSum {
            key,
            quoted: 0,
            unquoted: 0,
            articles: 0,
            last_article: None,
        })
        .collect();
    for (number, looked) in findings.looked(context.corpus, context.plan).enumerate() {
        for found in looked.phrases() {
            let Some(sum) = sums.get_mut(found.key as usize) else {
                continue;
            };
            if found.quoted {
                sum.quoted += 1;
            } else {
                sum.unquoted += 1;
            }
            let article = Some((number, found.place.article));
            sum.articles += u32::from(sum.last_article != article);
            sum.last_article = article;
        }
    }
    sums
}

/// The phrases that are used, and those that the user keeps, used or not: most frequent first, then by key.
fn ranked(
    context: Context<'_>,
    findings: &Findings,
    sums: &[PhraseSum],
    kind: PhraseKind,
) -> Vec<PhraseSum> {
    let decisions = context.plan.project.phrases.iter();
    let kept = decisions.filter(|decision| decision.accepted);
    let kept: BTreeSet<&str> = kept.map(|decision| decision.key.as_str()).collect();
    let is_listed =
        |sum: &PhraseSum| sum.count() > 0 || kept.contains(findings.phrase_keys.get(sum.key));
    let is_kind = |sum: &&PhraseSum| {
        findings.phrase_kinds.get(sum.key as usize) == Some(&kind) && is_listed(sum)
    };
    let mut ranked: Vec<PhraseSum> = sums.iter().filter(is_kind).copied().collect();
    let key = |sum: &PhraseSum| findings.phrase_keys.get(sum.key);
    ranked.arrange_by(|one, other| {
        let by_count = other.count().cmp(&one.count());
        by_count.then_with(|| key(one).cmp(key(other)))
    });
    ranked
}

fn phrases(
    context: Context<'_>,
    kind: PhraseKind,
    containing: &str,
    first_row: u32,
    rows: u32,
) -> PhrasesView {
    let Some(findings) = context.findings else {
        return PhrasesView::default();
    };
    let sums = sums(context, findings);
    let totals =
        PhraseKind::ALL.map(|kind| (kind, small(ranked(context, findings, &sums, kind).len())));
    let mut ranked = ranked(context, findings, &sums, kind);
    ranked.retain(|sum| findings.phrase_keys.get(sum.key).contains(containing));
    let decisions = context.plan.project.phrases.iter();
    let rejected = decisions.filter(|decision| decision.kind == kind && !decision.accepted);
    let mut rejected: Vec<String> = rejected.map(|decision| decision.key.clone()).collect();
    rejected.arrange();
    PhrasesView {
        totals: totals.to_vec(),
        rows_total: small(ranked.len()),
        first_row,
        rows: phrase_rows(
            context,
            findings,
            &sums,
            kind,
            window(&ranked, first_row, rows),
        ),
        rejected,
    }
}

/// Every phrase of a list.
pub fn all_rows(context: Context<'_>, findings: &Findings, kind: PhraseKind) -> Vec<PhraseRow> {
    let sums = sums(context, findings);
    let ranked = ranked(context, findings, &sums, kind);
    phrase_rows(context, findings, &sums, kind, &ranked)
}

/// What is gathered of one phrase.
#[derive(Default)]
struct Gathered<'f> {
    forms: BTreeMap<u32, u32>,
    /// The first use by date, then in canonical order.
    first: Option<(Dated<'f>, Looked<'f>, FoundPhrase)>,
}

/// A date in the order of time; what has none comes last.
type Dated<'d> = (bool, &'d str);

fn dated(date: Option<&str>) -> Dated<'_> {
    (date.is_none(), date.unwrap_or(""))
}

fn phrase_rows(
    context: Context<'_>,
    findings: &Findings,
    all: &[PhraseSum],
    kind: PhraseKind,
    sums: &[PhraseSum],
) -> Vec<PhraseRow> {
    let mut gathered: BTreeMap<u32, Gathered<'_>> =
        ordered(sums.iter().map(|sum| (sum.key, Gathered::default())));
    for looked in findings.looked(context.corpus, context.plan) {
        for found in looked.phrases() {
            let Some(gathered) = gathered.get_mut(&found.key) else {
                continue;
            };
            *gathered.forms.entry(found.form).or_default() += 1;
            let article = found.place.article as usize;
            let date = dated(date_of(looked.document, context.metadata, article));
            if gathered
                .first
                .as_ref()
                .is_none_or(|(first, ..)| date < *first)
            {
                gathered.first = Some((date, looked, *found));
            }
        }
    }
    let rows = sums.iter().filter_map(|sum| {
        let gathered = gathered.remove(&sum.key)?;
        let key = findings.phrase_keys.get(sum.key);
        let mut forms = forms(findings, gathered.forms);
        forms.truncate(FORMS);
        let first = gathered.first.and_then(|(_, looked, found)| {
            let speaker = found
                .speaker
                .map(|speaker| findings.speakers.get(speaker).to_owned());
            Some((standing_of(context, &looked, &found)?, speaker))
        });
        let decisions = context.plan.project.phrases.iter();
        let mut decisions = decisions.filter(|decision| decision.key == key);
        Some(PhraseRow {
            key: key.to_owned(),
            shown: forms
                .first()
                .map_or_else(|| key.to_owned(), |form| form.text.clone()),
            kind,
            quoted: sum.quoted,
            unquoted: sum.unquoted,
            articles: sum.articles,
            forms,
            variants: variants(findings, all, key),
            first,
            accepted: decisions.any(|decision| decision.accepted),
        })
    });
    rows.collect()
}

fn standing_of(context: Context<'_>, looked: &Looked<'_>, found: &FoundPhrase) -> Option<Standing> {
    let (unit, range) = (found.place.unit as usize, found.place.printed.range());
    standing(looked.document, context.metadata, unit, &range)
}

/// The variants of a phrase that are used, with their counts.
fn variants(findings: &Findings, all: &[PhraseSum], key: &str) -> Vec<Counted> {
    let variants = findings.phrases.variants(key).into_iter();
    let variants = variants.filter_map(|text| {
        let number = findings.phrase_keys.find(&text)?;
        let count = all.get(number as usize)?.count();
        (count > 0).then_some(Counted { text, count })
    });
    let mut variants: Vec<Counted> = variants.collect();
    sort_counted(&mut variants);
    variants
}

/// The uses of a phrase and its variants.
fn uses(context: Context<'_>, key: &str, first_row: u32, rows: u32) -> PhraseUsesView {
    let mut view = PhraseUsesView {
        key: key.to_owned(),
        first_row,
        ..PhraseUsesView::default()
    };
    let Some(findings) = context.findings else {
        return view;
    };
    let keys = findings.phrases.variants(key);
    let keys = keys.iter().map(String::as_str).chain([key]);
    let mut keys: Vec<u32> = keys
        .filter_map(|key| findings.phrase_keys.find(key))
        .collect();
    keys.arrange();
    let mut found: Vec<(Dated<'_>, Looked<'_>, FoundPhrase)> = Vec::new();
    for looked in findings.looked(context.corpus, context.plan) {
        let phrases = looked.phrases();
        for phrase in phrases.filter(|phrase| keys.binary_search(&phrase.key).is_ok()) {
            let article = phrase.place.article as usize;
            let date = date_of(looked.document, context.metadata, article);
            found.push((dated(date), looked, *phrase));
        }
    }
    // A stable sort keeps the canonical order within a day.
    found.arrange_by_key(|(date, ..)| *date);
    view.rows_total = small(found.len());
    view.speakers = speakers(findings, &found);
    view.months = months(&found);
    let rows = window(&found, first_row, rows).iter();
    let rows = rows.filter_map(|(_, looked, phrase)| phrase_use(context, findings, looked, phrase));
    view.rows = rows.collect();
    view
}

fn speakers(
    findings: &Findings,
    found: &[(Dated<'_>, Looked<'_>, FoundPhrase)],
) -> Vec<(String, u32, Option<String>)> {
    let mut sums: BTreeMap<&str, (Dated<'_>, u32)> = BTreeMap::new();
    for (date, _, phrase) in found {
        if let Some(speaker) = phrase.speaker {
            let sum = sums
                .entry(findings.speakers.get(speaker))
                .or_insert((*date, 0));
            sum.1 += 1;
        }
    }
    let mut sums: Vec<_> = sums.into_iter().collect();
    sums.arrange_by_key(|(_, (date, count))| (*date, std::cmp::Reverse(*count)));
    let speakers = sums.into_iter().take(SPEAKERS);
    let speakers = speakers.map(|(speaker, ((is_undated, date), count))| {
        (
            speaker.to_owned(),
            count,
            (!is_undated).then(|| date.to_owned()),
        )
    });
    speakers.collect()
}

fn months(found: &[(Dated<'_>, Looked<'_>, FoundPhrase)]) -> Vec<Counted> {
    let mut months: BTreeMap<&str, u32> = BTreeMap::new();
    for ((is_undated, date), ..) in found {
        if let Some(month) = date.get(..7).filter(|_| !is_undated) {
            *months.entry(month).or_default() += 1;
        }
    }
    let months = months.into_iter();
    let months = months.map(|(month, count)| Counted {
        text: month.to_owned(),
        count,
    });
    months.collect()
}

fn phrase_use(
    context: Context<'_>,
    findings: &Findings,
    looked: &Looked<'_>,
    phrase: &FoundPhrase,
) -> Option<PhraseUse> {
    let document = looked.document;
    let unit = document.units.get(phrase.place.unit as usize)?;
    let text = unit.printed(&document.page)?.text(&document.source);
    let range = phrase.place.printed.range();
    Some(PhraseUse {
        standing: standing_of(context, looked, phrase)?,
        form: findings.forms.get(phrase.form).to_owned(),
        quoted: phrase.quoted,
        speaker: phrase
            .speaker
            .map(|speaker| findings.speakers.get(speaker).to_owned()),
        left: ending(text.get(..range.start)?, CONTEXT_CHARS).to_owned(),
        right: head(text.get(range.end..)?, CONTEXT_CHARS).to_owned(),
    })
}

/// The lines of a phrase, quoted or not.
pub fn lines(context: Context<'_>, key: &str, first_row: u32, rows: u32) -> LinesView {
    let mut view = LinesView {
        word: key.to_owned(),
        first_row,
        ..LinesView::default()
    };
    let Some(findings) = context.findings else {
        return view;
    };
    let Some(number) = findings.phrase_keys.find(key) else {
        return view;
    };
    for looked in findings.looked(context.corpus, context.plan) {
        let found = looked.phrases().filter(|found| found.key == number);
        let places = found.map(|found| found.place);
        push_places(&mut view, rows.min(MOST_ROWS), looked.document, places);
    }
    view
}

/// The first use of every phrase in what is counted.
type Firsts<'f> = BTreeMap<&'f str, (Looked<'f>, FoundPhrase)>;

fn parallels(context: Context<'_>) -> Vec<ParallelRow> {
    let Some(findings) = context.findings else {
        return Vec::new();
    };
    let sums = sums(context, findings);
    let mut firsts = Firsts::new();
    for looked in findings.looked(context.corpus, context.plan) {
        for found in looked.phrases() {
            let key = findings.phrase_keys.get(found.key);
            firsts.entry(key).or_insert((looked, *found));
        }
    }
    let cuts = cuts(context, &firsts);
    let cut = |phrase: &str| {
        cuts.get(phrase)
            .cloned()
            .unwrap_or_else(|| vec![phrase.to_owned()])
    };
    let parallels = findings.phrases.parallels(&cut).into_iter();
    let rows = parallels.filter_map(|parallel| {
        let used = |key: &str| {
            let number = findings.phrase_keys.find(key)?;
            Some(sums.get(number as usize)?.count()).filter(|count| *count > 0)
        };
        let pieces = parallel.cuts.iter();
        let pieces = pieces.filter_map(|(key, pieces)| Some((pieces.clone(), used(key)?)));
        let pieces: Vec<(Vec<String>, u32)> = pieces.collect();
        let first = parallel
            .cuts
            .iter()
            .find_map(|(key, _)| firsts.get(key.as_str()))?;
        (pieces.len() > 1).then_some(())?;
        Some(ParallelRow {
            frame: parallel.frame,
            cuts: pieces,
            standing: standing_of(context, &first.0, &first.1)?,
        })
    });
    rows.take(PARALLELS).collect()
}

/// How the tokens of the corpus cut each phrase where it stands first; without marks and blanks. Phrases that stand
/// first where nothing is segmented, in a sign-off say, have none.
fn cuts<'f>(context: Context<'_>, firsts: &Firsts<'f>) -> BTreeMap<&'f str, Vec<String>> {
    use crate::words::segment::TokenKind;
    let vocabulary = &context.corpus.vocabulary;
    let passes = context.plan.settings.cleanup;
    let mut cuts = BTreeMap::new();
    let mut by_document: Vec<_> = firsts.iter().collect();
    by_document.arrange_by_key(|(_, (looked, _))| looked.document.origin.id);
    let is_same = |one: &(_, &(Looked<'_>, _)), other: &(_, &(Looked<'_>, _))| {
        one.1.0.document.origin.id == other.1.0.document.origin.id
    };
    for phrases in by_document.chunk_by(is_same) {
        let Some((_, (looked, _))) = phrases.first() else {
            continue;
        };
        let document = looked.document;
        let mut prose = Prose::new(&document.source, &document.page, &document.units, passes);
        for (key, (_, found)) in phrases {
            let unit = found.place.unit as usize;
            let tokens = document.tokens.of_unit(unit);
            let Some(passage) = prose.passage(unit).filter(|_| !tokens.is_empty()) else {
                continue;
            };
            let range = found.counted.range();
            let words = laid_tokens(&passage, tokens, vocabulary).into_iter();
            let words = words.filter(|(term, _)| {
                matches!(vocabulary.kind(*term), TokenKind::Word | TokenKind::Number)
            });
            // Of a word that goes on beyond the phrase only what lies inside.
            let pieces = words.filter_map(|(_, token)| {
                let inside = token.start.max(range.start)..token.end.min(range.end);
                let piece = passage.text.get(inside)?;
                (!piece.is_empty()).then(|| piece.to_owned())
            });
            let pieces: Vec<String> = pieces.collect();
            if !pieces.is_empty() {
                cuts.insert(**key, pieces);
            }
        }
    }
    cuts
}
