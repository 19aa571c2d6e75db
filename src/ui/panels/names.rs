//! 专名: who and what is named, in which order, and who stands with whom.

use yew::{AttrValue, Callback, Event, Html, InputEvent, TargetCast as _, html};

use super::name_card::name_card;
use super::standing::{lead, place};
use crate::engine::choices::Project;
use crate::engine::protocol::Export;
use crate::engine::query::{Answer, Query};
use crate::report::answers::kinds::{NameChoice, NameKind};
use crate::report::answers::names::{MatrixRows, MatrixView, NameListRow, NameRow, NamesView};
use crate::report::label::decimal;
use crate::ui::components::list::{List, Row};
use crate::ui::components::press::{chip, choice_of, number, press, table};
use crate::ui::components::select::chosen_number;
use crate::ui::engine::Engine;
use crate::ui::shared::Shared;
use crate::ui::state::{Action, AskAction, Asked, Change, NamesPart, Spot};
use crate::ui::text::names::NamesText;
use crate::ui::text::{Text, grouped};
use crate::web::dom::HtmlInputElement;

/// How much of a matrix is drawn; a file has all of it.
const MATRIX_ROWS: usize = 100;
const MATRIX_COLUMNS: usize = 30;
/// The shades of a matrix.
const SHADES: u32 = 5;

/// What the rows of a matrix can be, in the order of the screen.
const MATRIX_BY: [MatrixRows; 4] = [
    MatrixRows::Articles,
    MatrixRows::Dates,
    MatrixRows::Reporters,
    MatrixRows::Persons,
];

/// What the tab shows.
pub struct NamesProps<'s> {
    pub engine: &'s Engine,
    pub asked: &'s Shared<Asked>,
    pub project: &'s Shared<Project>,
}

/// The tab.
pub fn names(props: &NamesProps<'_>, text: &'static Text) -> Html {
    let words = text.names;
    let (engine, asked) = (props.engine, props.asked);
    let part = |part: NamesPart, testid: &'static str, label: &'static str| {
        let show = engine.act(Action::Ask(AskAction::Names(part)));
        (testid, label.to_owned(), asked.names_part == part, show)
    };
    let parts = vec![
        part(NamesPart::Lists, "names-part-lists", words.lists),
        part(NamesPart::Order, "names-part-order", words.order),
        part(NamesPart::Matrix, "names-part-matrix", words.matrix),
    ];
    let shown = match asked.names_part {
        NamesPart::Lists => lists(props, text),
        NamesPart::Order => order(props, text),
        NamesPart::Matrix => matrix(props, text),
    };
    html! {
        <div class="sheet names" data-testid="names">
            <div class="row-between sheet-tools">
                { choice_of(words.tab, parts) }
                { export(props, words) }
            </div>
            { shown }
        </div>
    }
}

fn export(props: &NamesProps<'_>, words: &NamesText) -> Html {
    let (asked, engine) = (props.asked, props.engine);
    let (export, name) = match asked.names_part {
        NamesPart::Lists => (
            Export::NamesCsv(asked_kind(asked)),
            (words.kind)(asked_kind(asked)),
        ),
        NamesPart::Order => (Export::NameListsCsv, words.order),
        NamesPart::Matrix => {
            let (by, columns) = asked_matrix(asked);
            (Export::MatrixCsv { by, columns }, words.matrix)
        }
    };
    press(
        "secondary",
        "export-names",
        words.export,
        engine.saves(export, format!("{name}.csv")),
    )
}

/// Which kind is listed.
fn asked_kind(asked: &Asked) -> NameKind {
    match asked.query(Spot::Names) {
        Some(Query::Names { kind, .. }) => *kind,
        _ => NameKind::Person,
    }
}

fn asked_matrix(asked: &Asked) -> (MatrixRows, NameKind) {
    match asked.query(Spot::Matrix) {
        Some(Query::Matrix { by, columns }) => (*by, *columns),
        _ => (MatrixRows::Articles, NameKind::Person),
    }
}

fn names_of(kind: NameKind, containing: String) -> Query {
    Query::Names {
        kind,
        containing,
        first_row: 0,
        rows: 1,
    }
}

/// The view in which a row of the list stands, and its place in it.
fn window(asked: &Asked, row: u32) -> Option<(&NamesView, usize)> {
    match asked.block(Spot::Names, row)? {
        (Answer::Names(view), place) => Some((view, place)),
        _ => None,
    }
}

fn name_row(asked: &Asked, row: u32) -> Option<&NameRow> {
    let (view, place) = window(asked, row)?;
    view.rows.get(place)
}

fn lists(props: &NamesProps<'_>, text: &'static Text) -> Html {
    let (words, engine, asked) = (text.names, props.engine, props.asked);
    let (kind, containing) = match asked.query(Spot::Names) {
        Some(Query::Names {
            kind, containing, ..
        }) => (*kind, containing.clone()),
        _ => (NameKind::Person, String::new()),
    };
    let first = window(asked, 0).map(|(view, _)| view);
    let kinds = NameKind::ALL.into_iter().map(|one| {
        let total = first.and_then(|view| view.totals.iter().find(|(of, _)| *of == one));
        let total = total.map(|(_, total)| grouped(*total));
        let label = format!("{} {}", (words.kind)(one), total.unwrap_or_default());
        let ask = engine.asks(Spot::Names, names_of(one, containing.clone()));
        (
            kind_testid(one),
            label.trim_end().to_owned(),
            one == kind,
            ask,
        )
    });
    let oninput = {
        let engine = engine.clone();
        move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                let ask = AskAction::Ask(Spot::Names, names_of(kind, input.value()));
                engine.dispatch(Action::Ask(ask));
            }
        }
    };
    let opened = match asked.query(Spot::Name) {
        Some(Query::Name { name, .. }) => Some(AttrValue::from(name.clone())),
        _ => None,
    };
    let row = {
        let asked = asked.clone();
        Callback::from(move |row: u32| name_row(&asked, row).map(drawn))
    };
    let open = {
        let (engine, asked) = (engine.clone(), asked.clone());
        move |row: u32| {
            if let Some(row) = name_row(&asked, row) {
                let (kind, name) = (row.kind, row.name.clone());
                let ask = AskAction::Ask(Spot::Name, Query::Name { kind, name });
                engine.dispatch(Action::Ask(ask));
            }
        }
    };
    let need = {
        let engine = engine.clone();
        move |rows| engine.dispatch(Action::Ask(AskAction::Need(Spot::Names, rows)))
    };
    let card = match asked.answer(Spot::Name) {
        Some(Answer::Name(Some(view))) => name_card(view, engine, props.project, text),
        _ => html! { <p class="note card-empty">{ words.choose }</p> },
    };
    html! {
        <>
            <div class="row-between sheet-tools">
                { choice_of(words.lists, kinds.collect()) }
                <input type="search" class="find" lang="zh-CN" data-testid="find-names" aria-label={words.find} placeholder={words.find}
                    value={containing.clone()} {oninput} autocomplete="off" spellcheck="false" />
            </div>
            <div class="spread">
                <div class="spread-list">
                    <List id="name" label={words.lists} total={asked.total(Spot::Names)} empty={words.none} {row} open={opened}
                        on_open={open} on_need={need} of={format!("{kind:?}{containing}")}
                        columns={vec![(words.columns[0], "cell-name"), (words.columns[1], "cell-figure"), (words.columns[2], "cell-figure"), (words.columns[3], "cell-more")]} />
                    { for first.map(|view| rejected(kind, &view.rejected, engine, words)) }
                </div>
                <div class="spread-card">{ card }</div>
            </div>
        </>
    }
}

/// The name of a kind for the page's tests.
fn kind_testid(kind: NameKind) -> &'static str {
    match kind {
        NameKind::Person => "kind-person",
        NameKind::Reporter => "kind-reporter",
        NameKind::Place => "kind-place",
        NameKind::ShortPlace => "kind-short-place",
        NameKind::Organisation => "kind-organisation",
    }
}

fn drawn(row: &NameRow) -> Row {
    let posts: Vec<&str> = row.posts.iter().map(|post| post.post.as_str()).collect();
    let more = row.resolved.clone().unwrap_or_else(|| posts.join("、"));
    Row {
        name: row.name.clone(),
        count: row.count,
        cells: vec![
            html! { <bdi class="printed">{ &row.name }</bdi> },
            number(row.count),
            number(row.articles),
            html! { <bdi>{ more }</bdi> },
        ],
        is_marked: row.choice == Some(NameChoice::Accepted),
    }
}

/// What the user took off the list, each to be restored.
fn rejected(kind: NameKind, names: &[String], engine: &Engine, words: &NamesText) -> Html {
    if names.is_empty() {
        return html! {};
    }
    let drawn = |name: &String| {
        let restore = engine.change(Change::ForgetName(kind, name.clone()));
        let label = html! { <><bdi>{ name }</bdi><span aria-hidden="true">{ "↺" }</span></> };
        let told = format!("{} {name}", words.restore);
        chip("name-restore", name, told, label, restore)
    };
    html! {
        <details class="taken-off" data-testid="names-rejected">
            <summary>{ (words.rejected)(names.len()) }</summary>
            <div class="word-chips" role="group" aria-label={words.restore}>{ for names.iter().map(drawn) }</div>
        </details>
    }
}

fn list_row(asked: &Asked, row: u32) -> Option<&NameListRow> {
    match asked.block(Spot::NameLists, row)? {
        (Answer::NameLists(view), place) => view.rows.get(place),
        _ => None,
    }
}

/// 名单次序.
fn order(props: &NamesProps<'_>, text: &'static Text) -> Html {
    let (words, engine, asked) = (text.names, props.engine, props.asked);
    let row = {
        let asked = asked.clone();
        Callback::from(move |row: u32| list_row(&asked, row).map(|row| drawn_list(row, words)))
    };
    let open = {
        let (engine, asked) = (engine.clone(), asked.clone());
        move |row: u32| {
            if let Some(row) = list_row(&asked, row) {
                engine.dispatch(lead(&row.standing));
            }
        }
    };
    let need = {
        let engine = engine.clone();
        move |rows| engine.dispatch(Action::Ask(AskAction::Need(Spot::NameLists, rows)))
    };
    let means = match asked.answer(Spot::NameLists) {
        Some(Answer::NameLists(view)) => &view.order[..],
        _ => &[],
    };
    let mean = |(name, lists, mean): &(String, u32, f64)| {
        vec![
            html! { <bdi class="printed">{ name }</bdi> },
            number(*lists),
            html! { <span class="figure">{ decimal(*mean, 1) }</span> },
        ]
    };
    html! {
        <>
            <p class="note">{ words.order_note }</p>
            <div class="spread">
                <div class="spread-list">
                    <List id="name-list" label={words.order} total={asked.total(Spot::NameLists)} empty={words.order_none} {row}
                        on_open={open} on_need={need}
                        columns={vec![(words.order_columns[0], "cell-date"), (words.order_columns[1], "cell-names"), (words.order_columns[2], "cell-more")]} />
                </div>
                <div class="spread-card">
                    if !means.is_empty() {
                        <h4 class="detail-title">{ words.mean_title }</h4>
                        { table("name-order", &words.mean_columns, means.iter().map(mean).collect()) }
                    }
                </div>
            </div>
        </>
    }
}

fn drawn_list(row: &NameListRow, words: &NamesText) -> Row {
    let is_swapped = |name: &String| {
        let mut swapped = row.swapped.iter();
        swapped.any(|(one, other)| one == name || other == name)
    };
    let name = |name: &String| {
        let class = is_swapped(name).then_some("is-swapped");
        html! { <bdi {class}>{ name }</bdi> }
    };
    let notes = row
        .swapped
        .iter()
        .map(|(one, other)| (words.swapped)(one, other));
    let note = notes.collect::<Vec<_>>().join("；");
    Row {
        name: row.heading.clone(),
        count: u32::try_from(row.names.len()).unwrap_or(u32::MAX),
        cells: vec![
            html! { { row.standing.date.as_deref().unwrap_or("") } },
            html! { <span title={note} class="name-order"><span class="note">{ &row.heading }</span>{ for row.names.iter().map(name) }</span> },
            html! { <bdi>{ &row.standing.article_label }</bdi> },
        ],
        is_marked: !row.swapped.is_empty(),
    }
}

/// 矩阵.
fn matrix(props: &NamesProps<'_>, text: &'static Text) -> Html {
    let (words, engine, asked) = (text.names, props.engine, props.asked);
    let (by, columns) = asked_matrix(asked);
    let choose = |make: fn(u32, MatrixRows, NameKind) -> Option<Query>| {
        let engine = engine.clone();
        move |event: Event| {
            let query = chosen_number(&event).and_then(|number| make(number, by, columns));
            if let Some(query) = query {
                engine.dispatch(Action::Ask(AskAction::Ask(Spot::Matrix, query)));
            }
        }
    };
    let onrows = choose(|number, _, columns| {
        let by = *MATRIX_BY.get(number as usize)?;
        Some(Query::Matrix { by, columns })
    });
    let oncolumns = choose(|number, by, _| {
        let columns = *NameKind::ALL.get(number as usize)?;
        Some(Query::Matrix { by, columns })
    });
    let option = |number: usize, label: &'static str, selected: bool| {
        html! { <option value={number.to_string()} {selected}>{ label }</option> }
    };
    let rows = MATRIX_BY.into_iter().enumerate();
    let kinds = NameKind::ALL.into_iter().enumerate();
    html! {
        <>
            <div class="sheet-tools matrix-tools">
                <label class="inline-field"><span class="note">{ words.rows }</span>
                    <select data-testid="matrix-rows" onchange={onrows}>
                        { for rows.map(|(number, one)| option(number, (words.by)(one), one == by)) }
                    </select></label>
                <label class="inline-field"><span class="note">{ words.columns_of }</span>
                    <select data-testid="matrix-columns" onchange={oncolumns}>
                        { for kinds.map(|(number, one)| option(number, (words.kind)(one), one == columns)) }
                    </select></label>
            </div>
            if let Some(Answer::Matrix(view)) = asked.answer(Spot::Matrix) {
                <p class="note">{ (words.matrix_shown)(view.total.0, view.total.1) }</p>
                { drawn_matrix(view, engine, text) }
            }
        </>
    }
}

/// The shade of a cell, from 0 for none to the darkest for the largest count. By logarithms, as most counts are small.
fn shade(count: u32, largest: u32) -> u32 {
    if count == 0 || largest == 0 {
        return 0;
    }
    let bits = |number: u32| u32::BITS - number.leading_zeros();
    (bits(count) * SHADES)
        .div_ceil(bits(largest).max(1))
        .min(SHADES)
}

fn drawn_matrix(view: &MatrixView, engine: &Engine, text: &'static Text) -> Html {
    let shown = view.cells.iter().take(MATRIX_ROWS);
    let all = shown
        .clone()
        .flat_map(|row| row.iter().take(MATRIX_COLUMNS));
    let largest = all.copied().max().unwrap_or(0);
    let cell = |count: &u32| {
        let shown = (*count > 0).then(|| count.to_string());
        html! { <td data-shade={shade(*count, largest).to_string()}>{ shown }</td> }
    };
    let head = |number: usize| match view.standings.get(number) {
        Some(standing) => place(standing, engine, text),
        None => html! { <bdi>{ view.rows.get(number) }</bdi> },
    };
    let row = |(number, cells): (usize, &Vec<u32>)| {
        html! { <tr><th scope="row">{ head(number) }</th>{ for cells.iter().take(MATRIX_COLUMNS).map(cell) }</tr> }
    };
    let column = |name: &String| html! { <th scope="col"><bdi class="upright">{ name }</bdi></th> };
    html! {
        <div class="matrix-box" tabindex="0" role="region" aria-label={text.names.matrix}>
            <table class="matrix" data-testid="matrix">
                <thead><tr><td />{ for view.columns.iter().take(MATRIX_COLUMNS).map(column) }</tr></thead>
                <tbody>{ for shown.enumerate().map(row) }</tbody>
            </table>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn shades_by_order_of_size() {
        let rows = [
            (0, 0, 0),
            (0, 9, 0),
            (1, 1, 5),
            (1, 31, 1),
            (3, 31, 2),
            (31, 31, 5),
        ];
        for (count, largest, expected) in rows {
            assert_eq!(shade(count, largest), expected, "{count} of {largest}");
        }
    }

    proptest! {
        #[test]
        fn more_is_never_lighter(one in 0..u32::MAX, other in 0..u32::MAX) {
            let (less, more) = (one.min(other), one.max(other));
            prop_assert!(shade(less, more) <= shade(more, more));
        }
    }
}
