//! 趋势: items over time, newspapers, files and articles; and 分布图, where they stand in each article.

use std::rc::Rc;

use yew::{AttrValue, Callback, Html, html};

use super::articles::lead_to;
use super::compare::{asks, select_selection};
use super::measure_table::{
    figure, follow, measure_of, measure_table, name_of, table_query, trend_items, view_of,
};
use super::phrases::typed_key;
use super::scene_figure::SceneFigure;
use crate::engine::choices::Project;
use crate::engine::query::{Answer, Measure};
use crate::report::answers::Item;
use crate::report::answers::group::Selection;
use crate::report::answers::kinds::{ItemKind, NameKind, PhraseKind};
use crate::report::answers::table::{Cell, Column, Lead, TableRow, TableView};
use crate::report::answers::trend::{PositionsView, TrendBy};
use crate::report::metadata::GroupKey;
use crate::report::position_chart::{PositionLabels, position_chart, told};
use crate::report::trend_chart::{TrendChart, TrendPoint, trend_chart};
use crate::text::arrange::Arrange as _;
use crate::ui::components::chart::Bar;
use crate::ui::components::press::{chip, field, on_submit};
use crate::ui::components::select::select_of;
use crate::ui::engine::Engine;
use crate::ui::shared::Shared;
use crate::ui::state::{
    Action, Area, Arrangement, AskAction, Asked, MetadataAction, Spot, TREND_ITEMS,
};
use crate::ui::text::Text;

/// By what there can be rows, in the order of the screen.
const BYS: [TrendBy; 6] = [
    TrendBy::Date,
    TrendBy::Month,
    TrendBy::Year,
    TrendBy::Article,
    TrendBy::Newspaper,
    TrendBy::File,
];
/// How many articles the plot has.
const ARTICLES_SHOWN: usize = 100;
/// The fields of the form.
const FIELDS: [&str; 2] = ["trend-item", "trend-kind"];

/// The part of 对比.
pub fn trend(
    engine: &Engine,
    asked: &Shared<Asked>,
    project: &Shared<Project>,
    text: &'static Text,
) -> Html {
    let words = text.compare;
    let items = trend_items(asked);
    html! {
        <div class="trend" data-testid="trend">
            <div class="measure-choices">
                { form(engine, items.len(), text) }
                { for items.iter().enumerate().map(|(place, item)| item_chip(place, item, engine, asked, text)) }
                { choices(engine, asked, project, text) }
            </div>
            if items.is_empty() {
                <p class="note" data-testid="trend-empty">{ words.trend_empty }</p>
            } else {
                { chart(engine, asked, text) }
                <div class="measure-box">{ measure_table(engine, asked, Spot::Trend) }</div>
                { positions(engine, asked, text) }
            }
        </div>
    }
}

/// The item that was typed, of a kind by its place; `None` where nothing was typed.
fn typed_item(name: &str, kind: &str) -> Option<Item> {
    let name = name.trim();
    let place = kind.parse::<usize>().ok();
    let kind = place.and_then(|place| ItemKind::ALL.get(place).copied());
    let named = |kind| Item::Name(kind, name.to_owned());
    let item = match kind.unwrap_or_default() {
        ItemKind::Words => Item::Word(name.to_owned()),
        ItemKind::Groups => Item::Group(name.to_owned()),
        ItemKind::Phrases => Item::Phrase(typed_key(PhraseKind::Quoted, name)),
        ItemKind::Persons => named(NameKind::Person),
        ItemKind::Places => named(NameKind::Place),
        ItemKind::Organisations => named(NameKind::Organisation),
    };
    (!name_of(&item).is_empty()).then_some(item)
}

/// The box that adds an item.
fn form(engine: &Engine, items: usize, text: &'static Text) -> Html {
    let words = text.compare;
    if items >= TREND_ITEMS {
        return html! { <span class="note">{ words.trend_full }</span> };
    }
    let add = {
        let engine = engine.clone();
        on_submit(&FIELDS, move |typed| {
            let [name, kind] = typed.as_slice() else {
                return false;
            };
            let item = typed_item(name, kind);
            let is_item = item.is_some();
            item.into_iter()
                .for_each(|item| engine.dispatch(Action::Ask(AskAction::AddToTrend(item))));
            is_item
        })
    };
    let option = |(place, kind): (usize, ItemKind)| {
        html! { <option value={place.to_string()} selected={place == 0}>{ (text.tables.items)(kind) }</option> }
    };
    html! {
        <form class="add-word" onsubmit={add}>
            { field(FIELDS[0], "", words.add_item) }
            <select name={FIELDS[1]} data-testid={FIELDS[1]} aria-label={words.items}>
                { for ItemKind::ALL.into_iter().enumerate().map(option) }
            </select>
            <button type="submit" class="secondary" data-testid="trend-add">{ words.add }</button>
        </form>
    }
}

/// An item of the trend; a click takes it out.
fn item_chip(
    place: usize,
    item: &Item,
    engine: &Engine,
    asked: &Asked,
    text: &'static Text,
) -> Html {
    let name = name_of(item);
    let action = match measure_of(asked, Spot::Trend) {
        Some(Measure::Trend { items, of, by }) if items.len() > 1 => {
            let others = items.iter().enumerate();
            let others = others.filter(|(other, _)| *other != place);
            let measure = Measure::Trend {
                items: others.map(|(_, item)| item.clone()).collect(),
                of: of.clone(),
                by: *by,
            };
            AskAction::Ask(Spot::Trend, table_query(measure))
        }
        _ => AskAction::Stop(Spot::Trend),
    };
    let label = html! { <><bdi>{ name }</bdi>{ " ×" }</> };
    let told = (text.compare.take_out)(name);
    chip(
        "trend-chosen",
        name,
        told,
        label,
        engine.act(Action::Ask(action)),
    )
}

/// In what, and by what.
fn choices(engine: &Engine, asked: &Asked, project: &Project, text: &'static Text) -> Html {
    let Some(Measure::Trend { items, of, by }) = measure_of(asked, Spot::Trend) else {
        return html! {};
    };
    let (items, by) = (items.clone(), *by);
    let selected = {
        let items = items.clone();
        move |of| Measure::Trend {
            items: items.clone(),
            of,
            by,
        }
    };
    let shown = BYS.map(|one| ((text.compare.bys)(one).to_owned(), one == by));
    let of_by = of.clone();
    let choose = asks(engine, Spot::Trend, BYS.to_vec(), move |by| {
        Measure::Trend {
            items: items.clone(),
            of: of_by.clone(),
            by,
        }
    });
    html! {
        <>
            { select_selection(engine, Spot::Trend, project, of, selected, text) }
            { select_of("trend-by", text.compare.by, shown.to_vec(), choose) }
        </>
    }
}

/// The cell of a row in a column.
fn cell<'row>(view: &TableView, row: &'row TableRow, column: Column) -> Option<&'row Cell> {
    let place = view.columns.iter().position(|known| *known == column)?;
    row.cells.get(place)
}

/// What a row is called: its first text.
fn label_of(row: &TableRow) -> &str {
    let mut cells = row.cells.iter();
    let text = cells.find_map(|cell| match cell {
        Cell::Text(text) => Some(text.as_str()),
        _ => None,
    });
    text.unwrap_or("")
}

/// The rows of the table as places of the chart: dates in their order, however the table is sorted.
fn points(asked: &Asked, items: usize, is_time: bool, text: &Text) -> Vec<(TrendPoint, Lead)> {
    let mut points = Vec::new();
    for answer in asked.answers(Spot::Trend) {
        let Answer::Table(view) = answer else {
            continue;
        };
        points.extend(view.rows.iter().map(|row| {
            let numbers = 0..u8::try_from(items).unwrap_or(0);
            let value = |item| match cell(view, row, Column::ItemRelative(item))? {
                Cell::Number(value) => Some(*value),
                _ => None,
            };
            let count = |item| match cell(view, row, Column::ItemCount(item)) {
                Some(Cell::Count(count)) => *count,
                _ => 0,
            };
            let values: Vec<Option<f64>> = numbers.clone().map(value).collect();
            let shown = numbers.map(|item| match value(item) {
                Some(value) => format!("{} ({})", figure(value, 2), count(item)),
                None => "–".to_owned(),
            });
            let shown: Vec<String> = shown.collect();
            let label = label_of(row);
            let label = if label.is_empty() && !is_time {
                text.metadata.unknown
            } else {
                label
            };
            let label = label.to_owned();
            let told = (text.compare.point)(&label, &shown.join(" · "));
            let point = TrendPoint {
                label,
                values,
                told,
            };
            (point, row.lead.clone())
        }));
    }
    if is_time {
        // What has no date has no place in time; the table has it.
        points.retain(|(point, _)| !point.label.is_empty());
        points.arrange_by(|(one, _), (other, _)| one.label.cmp(&other.label));
    }
    points
}

/// Where a place of the chart leads: where its row does, else to its articles in the list.
fn way(by: TrendBy, of: &Selection, point: &TrendPoint, lead: &Lead) -> Vec<Action> {
    if let Some(action) = follow(lead, of) {
        return vec![action];
    }
    let key = match by {
        TrendBy::Date => GroupKey::Published,
        TrendBy::Month => GroupKey::Month,
        TrendBy::Newspaper => GroupKey::Newspaper,
        TrendBy::Year | TrendBy::Article | TrendBy::File => return Vec::new(),
    };
    let mut arrangement = Arrangement::default();
    arrangement.set_filter(key, Some(point.label.clone()));
    vec![
        Action::Metadata(MetadataAction::Arrange(arrangement)),
        Action::ShowArea(Area::Files),
    ]
}

fn chart(engine: &Engine, asked: &Asked, text: &'static Text) -> Html {
    let Some(Measure::Trend { items, of, by }) = measure_of(asked, Spot::Trend) else {
        return html! {};
    };
    let Some(view) = view_of(asked, Spot::Trend).filter(|_| asked.is_answered(Spot::Trend)) else {
        return html! { <div class="chart-waiting" aria-busy="true" /> };
    };
    let is_time = matches!(by, TrendBy::Date | TrendBy::Month | TrendBy::Year);
    let unit = (text.relative)(if view.is_per_million() {
        1_000_000
    } else {
        10_000
    });
    let points = Rc::new(points(asked, items.len(), is_time, text));
    if points.is_empty() && view.per_mille >= 1000 {
        return html! { <p class="note" data-testid="trend-no-dates">{ text.compare.no_dates }</p> };
    }
    let names: Vec<String> = items.iter().map(|item| name_of(item).to_owned()).collect();
    let bars = points.iter().map(|(point, _)| Bar {
        word: AttrValue::from(point.label.clone()),
        count: 0,
        label: AttrValue::from(point.told.clone()),
    });
    let bars = bars.collect::<Vec<_>>();
    let draw = {
        let points: Vec<TrendPoint> = points.iter().map(|(point, _)| point.clone()).collect();
        Callback::from(move |width: i32| {
            let chart = TrendChart {
                title: text.compare.trend,
                unit,
                items: &names,
                points: &points,
                is_time,
            };
            trend_chart(&chart, f64::from(width))
        })
    };
    let enter = {
        let (engine, by, of) = (engine.clone(), *by, of.clone());
        move |place: usize| {
            if let Some((point, lead)) = points.get(place) {
                let way = way(by, &of, point, lead).into_iter();
                way.for_each(|action| engine.dispatch(action));
            }
        }
    };
    html! {
        <SceneFigure engine={engine.clone()} {draw} {bars} hint={text.compare.chart_hint} on_enter={enter}
            testid="trend-point" file={text.compare.file_trend} />
    }
}

/// 分布图.
fn positions(engine: &Engine, asked: &Asked, text: &'static Text) -> Html {
    let words = text.compare;
    let Some(Answer::Positions(view)) = asked.answered(Spot::Positions) else {
        return html! { <div class="chart-waiting" aria-busy="true" /> };
    };
    let mut shown = view.clone();
    shown.rows.truncate(ARTICLES_SHOWN);
    let shown: Rc<PositionsView> = Rc::new(shown);
    let bars = shown.rows.iter().map(|article| {
        let count = article.positions.iter().map(Vec::len).sum::<usize>();
        Bar {
            word: AttrValue::from(article.label.clone()),
            count: u32::try_from(count).unwrap_or(u32::MAX),
            label: AttrValue::from(told(article, view)),
        }
    });
    let bars = bars.collect::<Vec<_>>();
    let rows = bars.len();
    let names: Vec<String> = view
        .items
        .iter()
        .map(|item| name_of(item).to_owned())
        .collect();
    let corpus = view.side.as_ref().map(|side| side.selection.clone());
    let corpus = (text.tables.selection)(&corpus.unwrap_or_default());
    let draw = {
        let shown = Rc::clone(&shown);
        Callback::from(move |width: i32| {
            let labels = PositionLabels {
                title: words.positions,
                corpus: &corpus,
            };
            position_chart(&shown, &names, &labels, f64::from(width))
        })
    };
    let enter = {
        let engine = engine.clone();
        move |place: usize| {
            let article = shown.rows.get(place);
            article
                .into_iter()
                .for_each(|article| engine.dispatch(lead_to(article.article)));
        }
    };
    html! {
        <section class="positions" data-testid="positions" data-total={view.rows_total.to_string()}>
            <p class="note">{ words.positions_note }
                if (view.rows_total as usize) > rows { { " " }{ (words.positions_more)(rows, view.rows_total) } }
            </p>
            <SceneFigure engine={engine.clone()} {draw} {bars} hint="" on_enter={enter} testid="position-row"
                file={words.file_positions} />
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_becomes_an_item() {
        let rows = [
            (" 疫情 ", "0", Some(Item::Word("疫情".to_owned()))),
            ("“四方”责任", "1", Some(Item::Phrase("四方责任".to_owned()))),
            (
                "北京",
                "3",
                Some(Item::Name(NameKind::Place, "北京".to_owned())),
            ),
            ("防疫", "5", Some(Item::Group("防疫".to_owned()))),
            ("疫情", "x", Some(Item::Word("疫情".to_owned()))),
            ("  ", "0", None),
            ("“”", "1", None),
        ];
        for (name, kind, expected) in rows {
            assert_eq!(typed_item(name, kind), expected, "{name} {kind}");
        }
    }

    #[test]
    fn a_peak_leads_to_its_articles() {
        let point = TrendPoint {
            label: "2022-07".to_owned(),
            ..TrendPoint::default()
        };
        let found = way(TrendBy::Month, &Selection::All, &point, &Lead::Nowhere);
        let Some(Action::Metadata(MetadataAction::Arrange(arrangement))) = found.first() else {
            panic!("the list is filtered");
        };
        assert_eq!(arrangement.filtered(GroupKey::Month), Some("2022-07"));
        assert!(way(TrendBy::Year, &Selection::All, &point, &Lead::Nowhere).is_empty());
    }
}
