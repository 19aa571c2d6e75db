//! The table of any measure: what was counted, what a reader must know, and the rows near the eye.

use yew::{
    Callback, Html, InputEvent, Properties, TargetCast as _, classes, component, html,
    use_effect_with, use_state_eq,
};

use super::articles::lead_to;
use crate::engine::protocol::{Export, TableFormat};
use crate::engine::query::{Answer, Measure, Query};
use crate::report::answers::Item;
use crate::report::answers::group::{Selection, Side};
use crate::report::answers::search::Searched;
use crate::report::answers::table::{Cell, Column, Head, Lead, Note, Order, TableRow, TableView};
use crate::report::label::{decimal, grouped_large};
use crate::report::table_notes::Bilingual;
use crate::ui::components::press::{press, toggle};
use crate::ui::components::window::WindowedRows;
use crate::ui::engine::Engine;
use crate::ui::shared::Shared;
use crate::ui::state::{Action, AskAction, Asked, Change, SearchAction, Spot};
use crate::ui::text::tables::TablesText;
use crate::ui::text::{Text, use_text};
use crate::web::dom::HtmlInputElement;

/// Height of a row in CSS pixels.
const ROW_PX: u32 = 32;
/// Height of the heads, which may have two lines.
const HEAD_PX: u32 = 44;

/// The table that a place asks for with [`Query::Table`]; nothing while the place asks nothing.
pub fn measure_table(engine: &Engine, asked: &Shared<Asked>, spot: Spot) -> Html {
    html! { <MeasureTable key={spot as usize} engine={engine.clone()} asked={asked.clone()} {spot} /> }
}

/// The first block of a place's table.
pub fn view_of(asked: &Asked, spot: Spot) -> Option<&TableView> {
    match asked.answer(spot)? {
        Answer::Table(view) => Some(view),
        _ => None,
    }
}

/// What a place's table measures.
pub fn measure_of(asked: &Asked, spot: Spot) -> Option<&Measure> {
    match asked.query(spot)? {
        Query::Table { measure, .. } => Some(measure),
        _ => None,
    }
}

/// The question for a measure's table, in its own order and from its top.
pub fn table_query(measure: Measure) -> Query {
    Query::Table {
        measure,
        order: None,
        containing: String::new(),
        first_row: 0,
        rows: 1,
    }
}

/// Where a row leads: to the lines of an item or search in what was counted, or to an article.
pub fn follow(lead: &Lead, of: &Selection) -> Option<Action> {
    let searched = match lead {
        Lead::Nowhere => return None,
        Lead::Article(article) => return Some(lead_to(*article)),
        Lead::Item(item) => Searched::Item(item.clone()),
        Lead::Search(searched) => searched.clone(),
    };
    let title = match &searched {
        Searched::Item(item) => name_of(item).to_owned(),
        _ => String::new(),
    };
    let of = of.clone();
    Some(Action::Find(SearchAction::Lead(searched, title, of)))
}

/// The name of an item as the screen shows it.
pub fn name_of(item: &Item) -> &str {
    match item {
        Item::Word(name) | Item::Group(name) | Item::Name(_, name) | Item::Phrase(name) => name,
    }
}

/// Properties of [`MeasureTable`].
#[derive(Properties, PartialEq)]
pub struct MeasureTableProps {
    pub engine: Engine,
    pub asked: Shared<Asked>,
    /// The place that asks.
    pub spot: Spot,
}

/// The table.
#[component]
pub fn MeasureTable(props: &MeasureTableProps) -> Html {
    let text = use_text();
    let active = use_state_eq(|| None::<u32>);
    let serial = use_state_eq(|| 0_u32);
    let shows_rare = use_state_eq(|| false);
    let (engine, asked, spot) = (&props.engine, &props.asked, props.spot);
    let query = asked.query(spot).cloned();
    let (reset, next) = (active.setter(), (*serial + 1, serial.setter()));
    use_effect_with(query.clone(), move |_| {
        reset.set(None);
        next.1.set(next.0);
    });
    let Some(Query::Table {
        measure,
        order,
        containing,
        ..
    }) = query
    else {
        return html! {};
    };
    let words = text.tables;
    let view = view_of(asked, spot);
    let all: &[Column] = view.map_or(&[], |view| &view.columns);
    let has_rare = all.iter().any(|column| column.is_rare());
    let numbered = all.iter().copied().enumerate();
    let shown: Vec<(usize, Column)> = numbered
        .filter(|(_, column)| *shows_rare || !column.is_rare())
        .collect();
    let total = asked.total(spot);
    let is_partial = asked.answer(spot).is_some_and(Answer::is_partial);
    let is_busy = is_partial || !asked.is_answered(spot);
    let ask = Asks {
        engine: engine.clone(),
        spot,
        measure: measure.clone(),
        order,
        containing: containing.clone(),
    };
    let head = view.map(|view| head(&ask, &shown, view, words));
    let id = format!("measure-{}", spot as usize);
    let row = {
        let (engine, asked, id) = (engine.clone(), asked.clone(), id.clone());
        let (shown, active) = (shown.clone(), *active);
        move |number: u32| {
            let found = row_of(&asked, spot, number);
            let add = found.and_then(|(_, row)| add_to_trend(row, &asked, &engine, text));
            let id = format!("{id}-{number}");
            drawn(
                (number, id),
                found,
                &shown,
                active == Some(number),
                add,
                text.tables,
            )
        }
    };
    let on_space = {
        let (engine, asked) = (engine.clone(), asked.clone());
        move |number: u32| {
            let found = row_of(&asked, spot, number);
            if let Some(Lead::Item(item)) = found.map(|(_, row)| &row.lead) {
                engine.dispatch(Action::Ask(AskAction::AddToTrend(item.clone())));
            }
        }
    };
    let on_enter = {
        let (engine, asked, active) = (engine.clone(), asked.clone(), active.setter());
        move |number: u32| {
            active.set(Some(number));
            if let Some((view, row)) = row_of(&asked, spot, number) {
                let side = view.sides.first();
                let of = side.map(|side| side.selection.clone()).unwrap_or_default();
                follow(&row.lead, &of)
                    .into_iter()
                    .for_each(|action| engine.dispatch(action));
            }
        }
    };
    let on_need = {
        let engine = engine.clone();
        move |rows| engine.dispatch(Action::Ask(AskAction::Need(spot, rows)))
    };
    let more = {
        let (shows_rare, is_shown) = (shows_rare.setter(), *shows_rare);
        Callback::from(move |_| shows_rare.set(!is_shown))
    };
    html! {
        <section class="measure" data-testid="measure" data-spot={format!("{:?}", measure.kind()).to_ascii_lowercase()}
            data-total={total.map(|total| total.to_string())} aria-busy={is_busy.to_string()}>
            if let Some(view) = view {
                { sides_line(view, &measure, words) }
                { notes(view, &measure, engine, words) }
            }
            <div class="row-between measure-tools">
                <input type="search" class="find" lang="zh-CN" data-testid="measure-find" aria-label={words.find} placeholder={words.find}
                    value={containing} oninput={ask.on_find()} autocomplete="off" spellcheck="false" />
                <div class="tools">
                    if is_busy { { progress(view, &measure, engine, text) } }
                    if let Some(total) = total { <span class="note" data-testid="measure-total">{ (text.rows)(total) }</span> }
                    if has_rare { { toggle("plain", "measure-more", words.more, *shows_rare, more) } }
                    { exports(&measure, order, engine, words) }
                </div>
            </div>
            if total == Some(0) && !is_busy {
                <p class="note list-empty" data-testid="measure-empty">{ words.none }</p>
            } else {
                <WindowedRows id={id.clone()} class="measure-rows" label={(words.file)(measure.kind())} total={total.unwrap_or(0)}
                    row_px={ROW_PX} {row} {head} head_px={HEAD_PX} active={*active}
                    on_active={{ let active = active.setter(); move |row| active.set(Some(row)) }} {on_enter} {on_space} {on_need}
                    scroll_to={(0, *serial)} />
            }
        </section>
    }
}

fn row_of(asked: &Asked, spot: Spot, number: u32) -> Option<(&TableView, &TableRow)> {
    match asked.block(spot, number)? {
        (Answer::Table(view), place) => Some((view, view.rows.get(place)?)),
        _ => None,
    }
}

/// What the place asks, to be asked otherwise.
#[derive(Clone)]
struct Asks {
    engine: Engine,
    spot: Spot,
    measure: Measure,
    order: Option<Order>,
    containing: String,
}

impl Asks {
    fn ask(&self, order: Option<Order>, containing: String) {
        let query = Query::Table {
            measure: self.measure.clone(),
            order,
            containing,
            first_row: 0,
            rows: 1,
        };
        let ask = AskAction::Ask(self.spot, query);
        self.engine.dispatch(Action::Ask(ask));
    }

    fn on_find(&self) -> Callback<InputEvent> {
        let asks = self.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                asks.ask(asks.order, input.value());
            }
        })
    }

    /// What a click on a head does.
    fn on_sort(&self, column: Column, current: Option<Order>) -> Callback<yew::MouseEvent> {
        let (asks, order) = (self.clone(), next_order(column, current));
        Callback::from(move |_| asks.ask(order, asks.containing.clone()))
    }
}

/// The order after a click on a head: text from its beginning and figures from the largest, at the second click the other
/// way round. The rank is the table's own order.
fn next_order(column: Column, current: Option<Order>) -> Option<Order> {
    let descending = match current {
        Some(order) if order.column == column => !order.descending,
        _ => !is_text(column) && !matches!(column, Column::PValue | Column::Dp | Column::DpNorm),
    };
    (column != Column::Rank).then_some(Order { column, descending })
}

fn is_text(column: Column) -> bool {
    matches!(
        column,
        Column::Item
            | Column::PartOfSpeech
            | Column::FirstDate
            | Column::FillerExamples
            | Column::Label
            | Column::Date
            | Column::File
    )
}

/// The class that gives a column its width.
fn class_of(column: Column) -> &'static str {
    match column {
        Column::Rank => "m-rank",
        Column::Item => "m-item",
        Column::Label => "m-item m-label",
        Column::Position(_) | Column::Length | Column::PartOfSpeech => "m-narrow",
        Column::FillerExamples | Column::File => "m-wide",
        column if is_text(column) => "m-text",
        _ => "m-figure",
    }
}

/// The head of a column. Those of a trend name the item.
fn label(column: Column, measure: &Measure, label: &str) -> String {
    let item = match (column, measure) {
        (
            Column::ItemCount(place) | Column::ItemRelative(place) | Column::ItemArticles(place),
            Measure::Trend { items, .. },
        ) => items.get(usize::from(place)),
        _ => None,
    };
    match item {
        Some(item) => format!("{} {label}", name_of(item)),
        None => label.to_owned(),
    }
}

fn head(ask: &Asks, columns: &[(usize, Column)], view: &TableView, words: &TablesText) -> Html {
    let current = view.order;
    let one = |(place, column): &(usize, Column)| {
        let column = *column;
        let told = view.heads.get(*place);
        let pick = |text: fn(&Head) -> &Bilingual| told.map_or("", |told| (words.pick)(text(told)));
        let sorted = current.filter(|order| order.column == column);
        let aria_sort = match sorted {
            Some(order) if order.descending => "descending",
            Some(_) => "ascending",
            None => "none",
        };
        let mark = match sorted {
            Some(order) if order.descending => " ↓",
            Some(_) => " ↑",
            None => "",
        };
        let label = label(column, &ask.measure, pick(|head| &head.label));
        html! {
            <span role="columnheader" class={class_of(column)} aria-sort={aria_sort} title={pick(|head| &head.hint).to_owned()}>
                <button type="button" class={classes!("sort", sorted.map(|_| "is-sorted"))} data-testid="measure-sort"
                    data-column={label.clone()} onclick={ask.on_sort(column, current)}>{ label }{ mark }</button>
            </span>
        }
    };
    html! { <div class="measure-head" role="row">{ for columns.iter().map(one) }</div> }
}

/// The items of the trend.
pub fn trend_items(asked: &Asked) -> &[Item] {
    match measure_of(asked, Spot::Trend) {
        Some(Measure::Trend { items, .. }) => items,
        _ => &[],
    }
}

/// The button that adds the item of a row to the trend; the space bar does the same.
fn add_to_trend(
    row: &TableRow,
    asked: &Asked,
    engine: &Engine,
    text: &'static Text,
) -> Option<Html> {
    let Lead::Item(item) = &row.lead else {
        return None;
    };
    let is_in = trend_items(asked).contains(item);
    let told = (text.compare.add_to_trend)(name_of(item));
    let add = engine.act(Action::Ask(AskAction::AddToTrend(item.clone())));
    Some(html! {
        <button type="button" class="plain m-add" tabindex="-1" data-testid="add-to-trend" aria-pressed={is_in.to_string()}
            title={told.clone()} aria-label={told} onclick={add}>{ if is_in { "✓" } else { "＋" } }</button>
    })
}

/// Whether a row is a positive keyword, or a negative one; `None` in tables that are no comparison.
fn sign(view: &TableView, row: &TableRow) -> Option<bool> {
    let place = |column| view.columns.iter().position(|known| *known == column);
    place(Column::ReferenceCount)?;
    match row.cells.get(place(Column::LogRatio)?)? {
        Cell::Number(ratio) => Some(*ratio > 0.0).filter(|_| *ratio != 0.0),
        Cell::Infinite(is_negative) => Some(!is_negative),
        _ => None,
    }
}

fn drawn(
    (number, id): (u32, String),
    found: Option<(&TableView, &TableRow)>,
    columns: &[(usize, Column)],
    is_active: bool,
    add: Option<Html>,
    words: &TablesText,
) -> Html {
    let Some((view, row)) = found else {
        return html! { <div class="row measure-row is-missing" data-row={number.to_string()} key={number} /> };
    };
    let sign = sign(view, row);
    let cell = |(place, column): &(usize, Column)| {
        let shown = row.cells.get(*place).map(|cell| shown(cell, *column));
        let is_blank = *column == Column::Label && shown.as_deref() == Some("");
        let shown = if is_blank {
            Some(blank_label(view, words))
        } else {
            shown
        };
        let mark = sign.filter(|_| *column == Column::Item);
        let mark = mark.map(|is_positive| {
            let (class, mark, told) = if is_positive {
                ("m-positive", "▲", words.positive)
            } else {
                ("m-negative", "▼", words.negative)
            };
            html! { <span {class} role="img" aria-label={told} title={told}>{ mark }</span> }
        });
        html! { <span role="gridcell" class={class_of(*column)}>{ mark }<bdi>{ shown }</bdi>
        { for add.iter().filter(|_| *column == Column::Item).cloned() }</span> }
    };
    let name = columns.iter().find(|(_, column)| is_name(*column));
    let name = name.and_then(|(place, column)| Some(shown(row.cells.get(*place)?, *column)));
    let leads = row.lead != Lead::Nowhere;
    html! {
        <div class={classes!("row", "measure-row", is_active.then_some("is-active"), leads.then_some("is-leading"))} role="row"
            {id} data-row={number.to_string()} key={number} aria-rowindex={(number + 2).to_string()}
            data-testid="measure-row" data-name={name}>{ for columns.iter().map(cell) }</div>
    }
}

/// What a row without a name is: of a table of selections the whole; else nothing is known.
fn blank_label(view: &TableView, words: &TablesText) -> String {
    let has = |column| view.columns.contains(&column);
    if has(Column::Ttr) && !has(Column::File) {
        return (words.selection)(&Selection::All);
    }
    "–".to_owned()
}

fn is_name(column: Column) -> bool {
    matches!(column, Column::Item | Column::Label | Column::Date)
}

/// How many decimals the figures of a column have.
fn decimals(column: Column) -> u32 {
    match column {
        Column::Dp
        | Column::DpNorm
        | Column::JuillandD
        | Column::CarrollD2
        | Column::Npmi
        | Column::Dice
        | Column::DeltaPForward
        | Column::DeltaPBackward
        | Column::MinimumSensitivity
        | Column::DifferenceCoefficient
        | Column::Ttr
        | Column::Sttr
        | Column::Mattr
        | Column::HdD
        | Column::TtrOfArticles
        | Column::SttrOfArticles
        | Column::MattrOfArticles
        | Column::HdDOfArticles => 3,
        Column::Weight | Column::Idf | Column::PValue => 4,
        Column::RosengrenS | Column::Arf | Column::PercentDifference => 1,
        _ => 2,
    }
}

/// A cell as the screen shows it.
fn shown(cell: &Cell, column: Column) -> String {
    match cell {
        Cell::Empty => "–".to_owned(),
        Cell::Text(text) => text.clone(),
        Cell::Count(count) => grouped_large(*count),
        Cell::Infinite(false) => "∞".to_owned(),
        Cell::Infinite(true) => "−∞".to_owned(),
        Cell::Number(number) if column == Column::PValue && *number < 0.0001 => {
            "<0.0001".to_owned()
        }
        Cell::Number(number) => figure(*number, decimals(column)),
    }
}

/// A figure with so many decimals and a true minus; one that would show as −0 is 0.
pub fn figure(number: f64, decimals: u32) -> String {
    let written = decimal(number, decimals);
    match written.strip_prefix('-') {
        Some(rest) if rest.chars().all(|digit| matches!(digit, '0' | '.')) => rest.to_owned(),
        Some(rest) => format!("−{rest}"),
        None => written,
    }
}

/// What was counted.
fn sides_line(view: &TableView, measure: &Measure, words: &TablesText) -> Html {
    let is_comparison = matches!(measure, Measure::Keyness { .. });
    let side = |(place, side): (usize, &Side)| {
        let role = match (is_comparison, place) {
            (true, 0) => words.target,
            (true, _) => words.reference,
            _ => words.side,
        };
        let (name, size) = if side.list.is_empty() {
            let size = (words.size)(side.articles, side.tokens, side.types);
            ((words.selection)(&side.selection), size)
        } else {
            (side.list.clone(), (words.list_size)(side.tokens))
        };
        html! {
            <span class="measure-side" data-testid="measure-side" data-tokens={side.tokens.to_string()}>
                { role }{ " " }<bdi class="printed">{ name }</bdi>{ " " }{ size }
            </span>
        }
    };
    // A table with a row for each selection tells their sizes itself.
    let told = match measure {
        Measure::Keyness { .. } => 2,
        Measure::Texts { .. } => 0,
        _ => 1,
    };
    let sides = view.sides.iter().enumerate().take(told);
    let parts = view.sides.first().map(|side| counted_parts(side, words));
    html! {
        <p class="note measure-sides">
            { for sides.map(side) }
            <span class="measure-side">{ words.parts }{ " " }{ parts }</span>
        </p>
    }
}

/// The names of the parts that are counted.
fn counted_parts(side: &Side, words: &TablesText) -> String {
    let parts = &side.parts;
    let counted = [
        parts.main_headline,
        parts.other_headlines,
        parts.crossheads,
        parts.lead,
        parts.body,
        parts.captions,
        parts.tables,
    ];
    let named = counted.into_iter().zip(words.part_names);
    let named: Vec<&str> = named
        .filter_map(|(is_counted, name)| is_counted.then_some(name))
        .collect();
    named.join(" · ")
}

/// What a reader must know, a sentence each; a condition has a button that loosens it.
fn notes(view: &TableView, measure: &Measure, engine: &Engine, words: &TablesText) -> Html {
    let one = |(note, told): (&Note, &Bilingual)| {
        let loosen = match note {
            Note::Removed {
                condition,
                threshold,
                ..
            } => {
                let change = Change::Loosen(measure.kind(), *condition, *threshold);
                Some(press(
                    "link",
                    "measure-loosen",
                    words.loosen,
                    engine.change(change),
                ))
            }
            _ => None,
        };
        let is_warning = matches!(
            note,
            Note::Descriptive
                | Note::DifferentSettings
                | Note::RankingOnly
                | Note::EmptySide(_)
                | Note::Overlap(_)
        );
        html! {
            <li class={is_warning.then_some("is-warning")} data-testid="measure-note">{ (words.pick)(told).to_owned() }{ " " }{ loosen }</li>
        }
    };
    html! { <ul class="note measure-notes">{ for view.notes.iter().zip(&view.notes_told).map(one) }</ul> }
}

/// How far the work is, and the button that ends it.
fn progress(
    view: Option<&TableView>,
    measure: &Measure,
    engine: &Engine,
    text: &'static Text,
) -> Html {
    let done = view.map(|view| view.per_mille).filter(|done| *done < 1000);
    let kind = crate::engine::query::QueryKind::Table(measure.kind());
    html! {
        <span class="measure-progress" role="status">
            <progress aria-label={text.tables.working} max="1000" value={done.map(|done| done.to_string())} />
            { press("plain", "measure-stop", text.stop, engine.stops(kind)) }
        </span>
    }
}

fn exports(measure: &Measure, order: Option<Order>, engine: &Engine, words: &TablesText) -> Html {
    let formats = [
        (TableFormat::Csv, "csv"),
        (TableFormat::Json, "json"),
        (TableFormat::Xlsx, "xlsx"),
    ];
    let one = |((format, extension), label): ((TableFormat, &'static str), &'static str)| {
        let export = Export::Table {
            measure: measure.clone(),
            order,
            format,
        };
        let name = format!("{}.{extension}", (words.file)(measure.kind()));
        let told = format!("{} {label}", words.export);
        html! {
            <button type="button" class="plain" data-testid={format!("measure-{extension}")} aria-label={told}
                onclick={engine.saves(export, name)}>{ label }</button>
        }
    };
    html! {
        <span class="measure-exports" role="group" aria-label={words.export}>
            <span class="note" aria-hidden="true">{ words.export }</span>{ for formats.into_iter().zip(words.as_what).map(one) }
        </span>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_as_the_screen_shows_them() {
        let rows = [
            (Cell::Empty, Column::LogRatio, "–"),
            (Cell::Count(12_345_678_901), Column::Count, "12,345,678,901"),
            (Cell::Number(-1.234), Column::LogRatio, "−1.23"),
            (Cell::Number(-0.001), Column::LogRatio, "0.00"),
            (Cell::Number(0.51249), Column::Dp, "0.512"),
            (Cell::Number(0.000_01), Column::PValue, "<0.0001"),
            (Cell::Infinite(true), Column::LogRatio, "−∞"),
        ];
        for (cell, column, expected) in rows {
            assert_eq!(shown(&cell, column), expected, "{cell:?}");
        }
    }

    #[test]
    fn heads_sort_one_way_and_then_the_other() {
        let first = next_order(Column::Count, None);
        let second = next_order(Column::Count, first);
        let descending = |order: Option<Order>| order.map(|order| order.descending);
        assert_eq!(
            (descending(first), descending(second)),
            (Some(true), Some(false))
        );
        assert_eq!(descending(next_order(Column::Item, first)), Some(false));
        assert_eq!(next_order(Column::Rank, first), None);
    }
}
