//! What some more entries would change: the units that hold their words are segmented with them, and the counts compared.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::engine::affected::Affected;
use crate::engine::answers::Context;
use crate::engine::counted_text::UnitText;
use crate::engine::lines::counted_units;
use crate::engine::listing::small;
use crate::engine::tokens::{STRETCH_BYTES, TokenOptions};
use crate::measures::frequency::WordCount;
use crate::report::answers::lexicon::{EffectRow, EffectView};
use crate::text::arrange::Arrange;
use crate::words::groups::TermGroups;
use crate::words::lexicon::LexiconEntry;
use crate::words::segment::TokenKind;
use crate::words::vocabulary::Vocabulary;

/// Most rows that are told.
const MOST_ROWS: usize = 200;

/// How the counts change, by word. Vocabulary of its own: the corpus' one grows by nothing that was only tried.
type Changes = BTreeMap<String, (i64, TokenKind)>;

/// What the entries would change.
pub fn effect(context: Context<'_>, entries: &[LexiconEntry]) -> EffectView {
    let trial = Rc::new(context.plan.listed_with(entries));
    let words = context.plan.listed().differences(&trial);
    let options = TokenOptions {
        listed: Rc::clone(&trial),
        ..context.plan.token_options()
    };
    let mut changes = changes(&context, &words, &options);
    changes.retain(|_, (change, _)| *change != 0);
    let (corpus, plan) = (context.corpus, context.plan);
    let before = corpus.counts(plan, &TermGroups::default()).rows;
    let keeps_tag = |tag: &str| plan.keeps_tag(tag);
    let filter = plan.filter(&keeps_tag);
    // Words that the trial makes, with their tags, so that the filter can say whether they are kept.
    let mut tried = Vocabulary::new();
    for (word, (_, kind)) in &changes {
        tried.intern(word, *kind);
    }
    tried.tag_with(context.segmenter, &trial);
    changes.retain(|word, _| {
        let term = tried.find(word);
        term.is_some_and(|term| filter.keeps(&tried, term))
    });
    ranked(&corpus.vocabulary, &before, changes)
}

fn changes(context: &Context<'_>, words: &[&str], options: &TokenOptions) -> Changes {
    let (corpus, plan) = (context.corpus, context.plan);
    let vocabulary = &corpus.vocabulary;
    let affected = Affected::new(words, vocabulary);
    let mut changes = Changes::new();
    let mut letters = String::new();
    let mut tokens = Vec::new();
    for document in corpus.documents() {
        let mut text = UnitText::new(options.passes, options.given_words, &document.source);
        for (number, unit) in counted_units(document, plan) {
            let terms = document.tokens.of_unit(number);
            if !affected.stands_in(terms, vocabulary, &mut letters) {
                continue;
            }
            let mut add = |word: &str, kind, change| {
                if !matches!(kind, TokenKind::Word | TokenKind::Number) {
                    return;
                }
                match changes.get_mut(word) {
                    Some((sum, _)) => *sum += change,
                    None => {
                        changes.insert(word.to_owned(), (change, kind));
                    }
                }
            };
            for term in terms {
                add(vocabulary.term(*term), vocabulary.kind(*term), -1);
            }
            text.begin(&document.source, &document.page, unit);
            while !text.is_done() {
                let stretch = text.next_stretch(STRETCH_BYTES, &options.listed);
                tokens.clear();
                text.segment(&stretch.range, context.segmenter, options, &mut tokens);
                text.lay_out(&stretch.range, &tokens, |token| {
                    add(token.term, token.kind, 1)
                });
            }
        }
    }
    changes
}

fn ranked(vocabulary: &Vocabulary, before: &[WordCount], changes: Changes) -> EffectView {
    let mut counts_before: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    // The word list after the change, in its order.
    let mut after: Vec<(u32, &str)> = Vec::with_capacity(before.len() + changes.len());
    for (rank, row) in (1..).zip(before) {
        let word = vocabulary.term(row.term);
        if changes.contains_key(word) {
            counts_before.insert(word, (row.count, rank));
        } else {
            after.push((row.count, word));
        }
    }
    let mut rows: Vec<EffectRow> = Vec::with_capacity(changes.len());
    for (word, (change, _)) in &changes {
        let (count, rank) = counts_before.get(word.as_str()).copied().unwrap_or((0, 0));
        let sum = (i64::from(count) + change).max(0);
        let new = u32::try_from(sum).unwrap_or(u32::MAX);
        if new > 0 {
            after.push((new, word));
        }
        rows.push(EffectRow {
            word: word.clone(),
            before: count,
            after: new,
            rank_before: rank,
            rank_after: 0,
        });
    }
    after.arrange_by(|one, other| other.0.cmp(&one.0).then_with(|| one.1.cmp(other.1)));
    for row in &mut rows {
        let wanted = (row.after, row.word.as_str());
        let found =
            after.binary_search_by(|one| wanted.0.cmp(&one.0).then_with(|| one.1.cmp(wanted.1)));
        if let Ok(index) = found {
            row.rank_after = small(index + 1);
        }
    }
    let size = |row: &EffectRow| row.after.abs_diff(row.before);
    rows.arrange_by_cached_key(|row| {
        (
            row.after < row.before,
            std::cmp::Reverse(size(row)),
            row.word.clone(),
        )
    });
    let rows_total = small(rows.len());
    rows.truncate(MOST_ROWS);
    EffectView { rows_total, rows }
}
