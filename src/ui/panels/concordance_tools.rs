//! Which lines of a concordance are shown, in which order, with how much around them.

use yew::{Html, InputEvent, TargetCast as _, html};

use super::choose::{Choice, choose, numbers};
use super::search::SearchProps;
use crate::engine::protocol::{Export, TableFormat};
use crate::report::answers::kinds::{ContextSize, MeasureOptions};
use crate::report::answers::search::{LineGrouping, LineOrder, LineSample, LinesWanted};
use crate::ui::components::press::{press, toggle};
use crate::ui::state::{Action, Change, SearchAction};
use crate::ui::text::Text;
use crate::ui::text::search::SearchText;
use crate::web::dom::HtmlInputElement;

/// How many lines of a sample are offered.
const SAMPLES: [u32; 5] = [50, 100, 200, 500, 1000];
/// How much of a context is offered.
const CONTEXTS: [ContextSize; 10] = [
    ContextSize::Characters(10),
    ContextSize::Characters(20),
    ContextSize::Characters(30),
    ContextSize::Characters(40),
    ContextSize::Characters(60),
    ContextSize::Characters(100),
    ContextSize::Words(5),
    ContextSize::Words(10),
    ContextSize::Words(15),
    ContextSize::Words(20),
];
/// The groupings, in the order of the screen.
const GROUPINGS: [Option<LineGrouping>; 8] = [
    None,
    Some(LineGrouping::Node),
    Some(LineGrouping::Left),
    Some(LineGrouping::Right),
    Some(LineGrouping::Newspaper),
    Some(LineGrouping::Date),
    Some(LineGrouping::Article),
    Some(LineGrouping::File),
];

/// Whether some of the lines that were found are not listed.
pub fn is_narrowed(wanted: &LinesWanted) -> bool {
    wanted.marked_only || wanted.sample.is_some() || !wanted.containing.trim().is_empty()
}

fn wants(wanted: LinesWanted) -> Action {
    Action::Find(SearchAction::Want(wanted))
}

/// By what lines can be sorted, in the order of the screen.
fn orders() -> impl Iterator<Item = LineOrder> {
    let others = [
        LineOrder::Node,
        LineOrder::Pinyin,
        LineOrder::Date,
        LineOrder::Article,
        LineOrder::Newspaper,
    ];
    let left = (1..=5).map(LineOrder::Left);
    left.chain((1..=5).map(LineOrder::Right)).chain(others)
}

/// The order where a key is another one. Without a key those behind it fall away, so that there are no gaps.
fn with_key(order: &[LineOrder], place: usize, key: Option<LineOrder>) -> Vec<LineOrder> {
    let before = order.iter().take(place).copied();
    let behind = order.iter().skip(place + 1).copied();
    match key {
        None => before.collect(),
        Some(key) => before.chain([key]).chain(behind).collect(),
    }
}

/// A key of the sort; the next one is offered once the one before it is set.
fn sort_key(place: usize, props: &SearchProps<'_>, words: &'static SearchText) -> Html {
    let wanted = &props.search.wanted;
    let label = words.sort.get(place).copied();
    let Some(label) = label.filter(|_| place <= wanted.order.len()) else {
        return html! {};
    };
    let chosen = wanted.order.get(place).copied();
    let choice = |key: Option<LineOrder>| -> Choice {
        let next = LinesWanted {
            order: with_key(&wanted.order, place, key),
            ..wanted.clone()
        };
        ((words.order)(key), key == chosen, wants(next))
    };
    let choices = [None].into_iter().chain(orders().map(Some)).map(choice);
    let testid = ["sort-1", "sort-2", "sort-3"].get(place).copied();
    choose(
        testid.unwrap_or("sort"),
        label,
        choices.collect(),
        props.engine,
    )
}

/// The tools over the lines.
pub fn tools(props: &SearchProps<'_>, text: &'static Text) -> Html {
    let (words, engine, search) = (text.search, props.engine, props.search);
    let wanted = &search.wanted;
    let oninput = {
        let (engine, wanted) = (engine.clone(), wanted.clone());
        move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                engine.dispatch(wants(LinesWanted {
                    containing: input.value(),
                    ..wanted.clone()
                }));
            }
        }
    };
    let marked = engine.act(wants(LinesWanted {
        marked_only: !wanted.marked_only,
        ..wanted.clone()
    }));
    let shows_more = engine.act(Action::Find(SearchAction::Tools(!search.shows_tools)));
    html! {
        <>
            <div class="search-tools">
                { for (0..3).map(|place| sort_key(place, props, words)) }
                <input type="search" class="find" lang="zh-CN" data-testid="find-lines" aria-label={words.filter} placeholder={words.filter}
                    value={wanted.containing.clone()} {oninput} autocomplete="off" spellcheck="false" />
                { toggle("option", "marked-only", words.marked_only, wanted.marked_only, marked) }
                <button type="button" class="plain" data-testid="more-tools" aria-expanded={search.shows_tools.to_string()}
                    onclick={shows_more}>{ words.more }</button>
            </div>
            if search.shows_tools {
                { more_tools(props, words) }
            }
        </>
    }
}

fn more_tools(props: &SearchProps<'_>, words: &'static SearchText) -> Html {
    let (engine, wanted) = (props.engine, &props.search.wanted);
    let descending = engine.act(wants(LinesWanted {
        descending: !wanted.descending,
        ..wanted.clone()
    }));
    let grouping = |grouping: Option<LineGrouping>| -> Choice {
        let next = LinesWanted {
            grouping,
            ..wanted.clone()
        };
        let label = (words.grouped_by)(grouping).to_owned();
        (label, grouping == wanted.grouping, wants(next))
    };
    let context = |context: ContextSize| -> Choice {
        let options = MeasureOptions {
            context,
            ..props.measures
        };
        let change = Action::Choose(Change::Measures(options));
        (
            (words.context_of)(context),
            context == props.measures.context,
            change,
        )
    };
    let mut contexts = CONTEXTS.to_vec();
    if !contexts.contains(&props.measures.context) {
        contexts.push(props.measures.context);
    }
    html! {
        <div class="search-tools" data-testid="tools">
            { toggle("option", "descending", words.descending, wanted.descending, descending) }
            { choose("grouping", words.grouping, GROUPINGS.into_iter().map(grouping).collect(), engine) }
            { sample(props, words) }
            { choose("context", words.context, contexts.into_iter().map(context).collect(), engine) }
            { exports(props, words) }
        </div>
    }
}

fn sample(props: &SearchProps<'_>, words: &'static SearchText) -> Html {
    let (engine, wanted) = (props.engine, &props.search.wanted);
    let drawn = wanted.sample;
    let with = |sample: Option<LineSample>| {
        wants(LinesWanted {
            sample,
            ..wanted.clone()
        })
    };
    let seed = drawn.map_or(1, |sample| sample.seed);
    let choice = |size: u32| -> Choice {
        let is_chosen = drawn.is_some_and(|sample| sample.size == size);
        (
            (words.lines)(size),
            is_chosen,
            with(Some(LineSample { size, seed })),
        )
    };
    let sizes = match drawn {
        Some(sample) => numbers(&SAMPLES, sample.size),
        None => SAMPLES.to_vec(),
    };
    let none = (words.all_lines.to_owned(), drawn.is_none(), with(None));
    let choices = [none].into_iter().chain(sizes.into_iter().map(choice));
    let again = drawn.map(|sample| {
        let next = LineSample {
            seed: sample.seed.wrapping_add(1),
            ..sample
        };
        press(
            "link",
            "resample",
            &(words.resample)(sample.seed),
            engine.act(with(Some(next))),
        )
    });
    html! { <>{ choose("sample", words.sample, choices.collect(), engine) }{ for again }</> }
}

/// The lines as files, with their citations.
fn exports(props: &SearchProps<'_>, words: &'static SearchText) -> Html {
    let search = props.search;
    let Some(searched) = search.form.searched() else {
        return html! {};
    };
    let name: String = search
        .form
        .text
        .chars()
        .filter(|one| one.is_alphanumeric())
        .take(20)
        .collect();
    let button =
        |testid: &'static str, label: &'static str, format: TableFormat, extension: &str| {
            let export = Export::Concordance {
                searched: searched.clone(),
                of: search.of.clone(),
                wanted: search.wanted.clone(),
                format,
            };
            let file = format!("{} {name}.{extension}", words.file_lines);
            press("secondary", testid, label, props.engine.saves(export, file))
        };
    html! {
        <span class="tools">
            { button("export-lines-csv", words.csv, TableFormat::Csv, "csv") }
            { button("export-lines-xlsx", words.workbook, TableFormat::Xlsx, "xlsx") }
        </span>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_that_is_taken_away_leaves_no_gap() {
        let order = [LineOrder::Left(1), LineOrder::Date, LineOrder::Node];
        let rows = [
            (
                0,
                Some(LineOrder::Right(1)),
                vec![LineOrder::Right(1), LineOrder::Date, LineOrder::Node],
            ),
            (1, None, vec![LineOrder::Left(1)]),
            (0, None, Vec::new()),
        ];
        for (place, key, expected) in rows {
            assert_eq!(with_key(&order, place, key), expected, "{key:?} at {place}");
        }
        let first = with_key(&[], 0, Some(LineOrder::Pinyin));
        assert_eq!(first, [LineOrder::Pinyin]);
    }

    #[test]
    fn blanks_narrow_nothing() {
        let mut wanted = LinesWanted::default();
        assert!(!is_narrowed(&wanted));
        wanted.containing = " ".to_owned();
        assert!(!is_narrowed(&wanted));
        wanted.containing = "昨".to_owned();
        assert!(is_narrowed(&wanted));
    }
}
