//! N元词串: what stands side by side again and again.

use yew::{Callback, Html, html};

use super::choose::{Choice, choose, numbers};
use super::measure_table::measure_table;
use super::search::SearchProps;
use crate::report::answers::kinds::{MeasureOptions, NgramOptions, NgramUnit};
use crate::ui::components::press::{chip, toggle, word_form};
use crate::ui::state::{Action, Change, SearchAction, Spot};
use crate::ui::text::Text;

/// The lengths of n-grams, in units.
const LENGTHS: std::ops::RangeInclusive<u8> = 2..=8;
/// Least counts, as they are offered.
const COUNTS: [u32; 7] = [2, 3, 5, 10, 20, 50, 100];
/// Least numbers of articles, as they are offered.
const ARTICLES: [u32; 6] = [1, 2, 3, 5, 10, 20];

/// The part of the tab.
pub fn ngrams(props: &SearchProps<'_>, text: &'static Text) -> Html {
    html! {
        <>
            { options(props, text) }
            { measure_table(props.engine, props.asked, Spot::Ngrams) }
        </>
    }
}

/// The options where the shortest n-gram has so many units: the longest is not shorter.
fn from_shortest(options: NgramOptions, shortest: u8) -> NgramOptions {
    NgramOptions {
        shortest,
        longest: options.longest.max(shortest),
        ..options
    }
}

/// The same for the longest.
fn to_longest(options: NgramOptions, longest: u8) -> NgramOptions {
    NgramOptions {
        shortest: options.shortest.min(longest),
        longest,
        ..options
    }
}

fn options(props: &SearchProps<'_>, text: &'static Text) -> Html {
    let (words, engine, measures) = (text.search, props.engine, props.measures);
    let holds = measures.ngrams;
    let change = |ngrams: NgramOptions| {
        let options = MeasureOptions { ngrams, ..measures };
        Action::Choose(Change::Measures(options))
    };
    let choice = |label: String, is_chosen: bool, next: NgramOptions| -> Choice {
        (label, is_chosen, change(next))
    };
    let unit = |unit: NgramUnit| {
        let label = (words.unit_of)(unit).to_owned();
        choice(label, unit == holds.unit, NgramOptions { unit, ..holds })
    };
    let shortest = |length: u8| {
        let next = from_shortest(holds, length);
        choice(length.to_string(), length == holds.shortest, next)
    };
    let longest = |length: u8| {
        let next = to_longest(holds, length);
        choice(length.to_string(), length == holds.longest, next)
    };
    let count = |least_count: u32| {
        let next = NgramOptions {
            least_count,
            ..holds
        };
        choice(least_count.to_string(), next == holds, next)
    };
    let articles = |least_articles: u32| {
        let next = NgramOptions {
            least_articles,
            ..holds
        };
        choice(least_articles.to_string(), next == holds, next)
    };
    let switch = |testid: &'static str,
                  (label, note): (&'static str, &'static str),
                  next: NgramOptions,
                  is_on: bool| {
        html! { <span title={note}>{ toggle("option", testid, label, is_on, engine.act(change(next))) }</span> }
    };
    let longest_only = NgramOptions {
        longest_only: !holds.longest_only,
        ..holds
    };
    let over_marks = NgramOptions {
        over_marks: !holds.over_marks,
        ..holds
    };
    let frames = NgramOptions {
        frames: !holds.frames,
        ..holds
    };
    let units = [NgramUnit::Words, NgramUnit::Characters]
        .into_iter()
        .map(unit);
    let counts = numbers(&COUNTS, holds.least_count).into_iter().map(count);
    let ranges = numbers(&ARTICLES, holds.least_articles)
        .into_iter()
        .map(articles);
    html! {
        <div class="search-tools" data-testid="ngram-options">
            { choose("ngram-unit", words.unit, units.collect(), engine) }
            { choose("ngram-shortest", words.shortest, LENGTHS.map(shortest).collect(), engine) }
            { choose("ngram-longest", words.longest, LENGTHS.map(longest).collect(), engine) }
            { choose("ngram-count", words.least_count, counts.collect(), engine) }
            { choose("ngram-articles", words.least_articles, ranges.collect(), engine) }
            { switch("ngram-longest-only", (words.longest_only, words.longest_only_note), longest_only, holds.longest_only) }
            { switch("ngram-over-marks", (words.over_marks, words.over_marks_note), over_marks, holds.over_marks) }
            { switch("ngram-frames", (words.frames, words.frames_note), frames, holds.frames) }
            { with(props, text) }
        </div>
    }
}

/// What every n-gram must have in it, once it is named; else where it is named.
fn with(props: &SearchProps<'_>, text: &'static Text) -> Html {
    let (words, engine, with) = (text.search, props.engine, &props.search.with);
    if with.is_empty() {
        let engine = engine.clone();
        let take =
            Callback::from(move |with| engine.dispatch(Action::Find(SearchAction::With(with))));
        return word_form(
            &["ngram-with"],
            words.with,
            "ngram-with-submit",
            words.limit,
            take,
        );
    }
    let off = engine.act(Action::Find(SearchAction::With(String::new())));
    let label = html! { <><bdi>{ with }</bdi>{ " ×" }</> };
    chip("ngram-with-off", with, (words.without)(with), label, off)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_is_never_shorter_than_the_shortest() {
        let options = NgramOptions {
            shortest: 3,
            longest: 5,
            ..NgramOptions::default()
        };
        let lengths = |options: NgramOptions| (options.shortest, options.longest);
        assert_eq!(lengths(from_shortest(options, 7)), (7, 7));
        assert_eq!(lengths(from_shortest(options, 2)), (2, 5));
        assert_eq!(lengths(to_longest(options, 2)), (2, 2));
        assert_eq!(lengths(to_longest(options, 8)), (3, 8));
    }
}
