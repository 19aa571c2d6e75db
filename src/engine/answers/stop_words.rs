//! Answers about stop words, groups and the lines of items.

use std::collections::BTreeMap;

use super::{Context, names, phrases};
use crate::engine::lines::{lines, lines_of_terms};
use crate::engine::listing::small;
use crate::engine::query::{Answer, Query};
use crate::measures::frequency::WordCount;
use crate::report::answers::stop_words::{
    GroupRow, StopWordLayer, StopWordLayerRow, StopWordsView,
};
use crate::report::answers::{Counted, Item};
use crate::report::views::LinesView;
use crate::text::arrange::Arrange;
use crate::words::groups::{CompiledGroup, Standing, TermGroups, is_counted};
use crate::words::stopwords::StopWords;
use crate::words::vocabulary::TermId;

/// Most words that are listed of a layer or group.
const MOST_WORDS: usize = 200;
/// Most rows of a window.
const MOST_ROWS: u32 = 1000;

/// Answers a question of this area.
pub fn answer(context: Context<'_>, query: &Query) -> Answer {
    match query {
        Query::Groups => Answer::Groups(groups(context)),
        Query::ItemLines {
            item,
            first_row,
            rows,
        } => Answer::Lines(item_lines(
            context,
            item,
            *first_row,
            (*rows).min(MOST_ROWS),
        )),
        _ => Answer::StopWords(stop_words(context)),
    }
}

/// Every layer with what it takes out of the text.
fn stop_words(context: Context<'_>) -> StopWordsView {
    let counts = context.corpus.unfiltered_counts(context.plan);
    let lists = StopWordLayer::ALL.map(|layer| {
        let (list, on) = layer_in_force(context, layer);
        (layer, list, on)
    });
    // A word counts in the first layer that is on and has it; one that is in none of these, in the first that has it.
    let home = |word: &str| {
        let holding = || lists.iter().filter(|(_, list, _)| list.contains(word));
        let first_on = holding().find(|(.., on)| *on);
        first_on
            .or_else(|| holding().next())
            .map(|(layer, ..)| *layer)
    };
    let vocabulary = &context.corpus.vocabulary;
    let mut tokens: BTreeMap<StopWordLayer, BTreeMap<&str, u32>> = BTreeMap::new();
    for row in &counts.rows {
        let word = vocabulary.term(row.term);
        if let Some(layer) = home(word) {
            tokens.entry(layer).or_default().insert(word, row.count);
        }
    }
    let written = own_as_written(context);
    let layers = lists.iter().map(|(layer, list, on)| {
        let found = tokens.remove(layer).unwrap_or_default();
        let all = list.as_slice().iter();
        let counted = all.map(|word| {
            let count = found.get(word.as_str()).copied();
            let shown = written
                .get(word.as_str())
                .filter(|_| *layer == StopWordLayer::Own);
            counted(shown.unwrap_or(&word.as_str()), count.unwrap_or(0))
        });
        StopWordLayerRow {
            layer: *layer,
            on: *on,
            words: small(list.as_slice().len()),
            tokens: found
                .values()
                .fold(0, |sum: u32, count| sum.saturating_add(*count)),
            top: most_frequent(counted.collect()),
        }
    });
    StopWordsView {
        layers: layers.collect(),
        tokens: counts.totals.tokens,
    }
}

/// The user's own words as written, by what they are in counted text: the list shows what the user put there.
fn own_as_written(context: Context<'_>) -> BTreeMap<&str, &str> {
    let written = context.plan.project.stop_words_added.iter();
    let counted = context.plan.counted().stop_words_added.iter();
    let pairs = counted.zip(written);
    pairs
        .map(|(counted, written)| (counted.trim(), written.trim()))
        .collect()
}

/// The words of a layer, and whether it is switched on.
fn layer_in_force(context: Context<'_>, layer: StopWordLayer) -> (StopWords, bool) {
    let (settings, project) = (&context.plan.settings, &context.plan.project);
    let removed = &project.stop_words_removed;
    match layer {
        StopWordLayer::Function => (
            StopWords::built_in().without(removed),
            settings.built_in_stop_words,
        ),
        StopWordLayer::Newspaper => (
            StopWords::newspaper().without(removed),
            settings.newspaper_stop_words,
        ),
        StopWordLayer::Own => (
            StopWords::own(&context.plan.counted().stop_words_added),
            settings.own_stop_words,
        ),
    }
}

fn counted(word: &str, count: u32) -> Counted {
    Counted {
        text: word.to_owned(),
        count,
    }
}

/// The first words by count, descending, then in code point order.
fn most_frequent(mut words: Vec<Counted>) -> Vec<Counted> {
    words.arrange_by(|left, right| {
        (right.count.cmp(&left.count)).then_with(|| left.text.cmp(&right.text))
    });
    words.truncate(MOST_WORDS);
    words
}

/// Every group of the project with what it gathers.
fn groups(context: Context<'_>) -> Vec<GroupRow> {
    let vocabulary = &context.corpus.vocabulary;
    let counts = context.corpus.unfiltered_counts(context.plan);
    let groups = context.plan.groups();
    let articles = articles_with(context, &TermGroups::new(groups, vocabulary));
    let rows = groups.iter().zip(articles);
    rows.map(|(group, articles)| {
        let standing = |wanted: Standing| {
            let rows = counts.rows.iter();
            let rows = rows.map(|row: &WordCount| (vocabulary.term(row.term), row.count));
            rows.filter(move |(word, _)| group.standing(word) == wanted)
        };
        let words = |wanted| {
            let found = standing(wanted);
            most_frequent(found.map(|(word, count)| counted(word, count)).collect())
        };
        GroupRow {
            name: group.name.clone(),
            count: standing(Standing::Member).fold(0, |sum, (_, count)| sum.saturating_add(count)),
            articles,
            members: words(Standing::Member),
            excluded: words(Standing::Excluded),
        }
    })
    .collect()
}

/// In how many of the counted articles each group occurs.
fn articles_with(context: Context<'_>, groups: &TermGroups) -> Vec<u32> {
    let settings = &context.plan.settings;
    let mut sums = vec![0; groups.names().len()];
    for article in context.corpus.counted_articles(context.plan) {
        let terms = (article.counted(settings.parts)).flat_map(|part| &part.terms);
        let mut found: Vec<u32> = terms
            .flat_map(|(term, _)| groups.of(*term))
            .copied()
            .collect();
        found.arrange();
        found.dedup();
        for group in found {
            if let Some(sum) = sums.get_mut(group as usize) {
                *sum += 1;
            }
        }
    }
    sums
}

/// The lines of an item.
fn item_lines(context: Context<'_>, item: &Item, first_row: u32, rows: u32) -> LinesView {
    let (corpus, plan) = (context.corpus, context.plan);
    match item {
        Item::Word(word) => lines(corpus, plan, word, first_row, rows),
        Item::Group(name) => {
            let group = plan.groups().iter().find(|group| group.name == *name);
            let terms = group.map_or_else(Vec::new, |group| members(context, group));
            let is_member = |term| terms.binary_search(&term).is_ok();
            lines_of_terms(corpus, plan, name, &is_member, first_row, rows)
        }
        Item::Name(kind, name) => names::lines(context, *kind, name, first_row, rows),
        Item::Phrase(key) => phrases::lines(context, key, first_row, rows),
    }
}

/// The terms of the vocabulary that belong to a group, sorted.
fn members(context: Context<'_>, group: &CompiledGroup) -> Vec<TermId> {
    let vocabulary = &context.corpus.vocabulary;
    let ids = vocabulary.ids();
    ids.filter(|term| is_counted(vocabulary, *term))
        .filter(|term| group.standing(vocabulary.term(*term)) == Standing::Member)
        .collect()
}
