//! A list of things of which one can be opened: heads over columns, and rows near the eye.

use std::ops::Range;

use yew::{
    AttrValue, Callback, Html, Properties, classes, component, html, use_effect_with, use_state_eq,
};

use super::window::WindowedRows;

/// Height of a row in CSS pixels.
const ROW_PX: u32 = 32;

/// One row.
#[derive(Clone, PartialEq)]
pub struct Row {
    /// What it is called; the page's tests find it by this.
    pub name: String,
    /// How often, for the page's tests.
    pub count: u32,
    /// Its cells, in the order of the columns.
    pub cells: Vec<Html>,
    /// Whether the user said something of it.
    pub is_marked: bool,
}

/// Properties of [`List`].
#[derive(Properties, PartialEq)]
pub struct ListProps {
    /// What it lists: class `list-ID`, rows `ID-3`, test names `ID-list` and `ID-row`.
    pub id: AttrValue,
    /// The same for those who do not see it.
    pub label: AttrValue,
    /// The columns: head and class. A list without heads shows none.
    pub columns: Vec<(&'static str, &'static str)>,
    /// How many rows there are; `None` before it is known.
    pub total: Option<u32>,
    /// What stands in place of an empty list.
    #[prop_or_default]
    pub empty: AttrValue,
    /// A row, if it has arrived.
    pub row: Callback<u32, Option<Row>>,
    /// The name of the row that is open.
    #[prop_or_default]
    pub open: Option<AttrValue>,
    /// Called when a row is clicked, or Enter is pressed on it.
    pub on_open: Callback<u32>,
    /// Called with the rows that are wanted.
    #[prop_or_default]
    pub on_need: Callback<Range<u32>>,
    /// When this changes the list begins at its top.
    #[prop_or_default]
    pub of: AttrValue,
}

/// The list.
#[component]
pub fn List(props: &ListProps) -> Html {
    let active = use_state_eq(|| None::<u32>);
    let serial = use_state_eq(|| 0_u32);
    let (reset, next) = (active.setter(), (*serial + 1, serial.setter()));
    use_effect_with(props.of.clone(), move |_| {
        reset.set(None);
        next.1.set(next.0);
    });
    if props.total == Some(0) {
        return html! { <p class="note list-empty" data-testid={format!("{}-empty", props.id)}>{ &props.empty }</p> };
    }
    let row = {
        let (id, row) = (props.id.clone(), props.row.clone());
        let (columns, open, active) = (props.columns.clone(), props.open.clone(), *active);
        move |number: u32| {
            let is_active = active == Some(number);
            draw(
                &id,
                number,
                row.emit(number),
                &columns,
                open.as_deref(),
                is_active,
            )
        }
    };
    let on_enter = {
        let (active, on_open) = (active.setter(), props.on_open.clone());
        move |row: u32| {
            active.set(Some(row));
            on_open.emit(row);
        }
    };
    let head = |(label, class): &(&'static str, &'static str)| html! { <span class={*class}>{ *label }</span> };
    let has_heads = props.columns.iter().any(|(label, _)| !label.is_empty());
    html! {
        <div class={classes!("list", format!("list-{}", props.id))} data-testid={format!("{}-list", props.id)}
            data-total={props.total.map(|total| total.to_string())}>
            if has_heads {
                <div class="list-head" aria-hidden="true">{ for props.columns.iter().map(head) }</div>
            }
            <WindowedRows id={props.id.clone()} class="list-rows" label={props.label.clone()} total={props.total.unwrap_or(0)}
                row_px={ROW_PX} {row} active={*active}
                on_active={{ let active = active.setter(); move |row| active.set(Some(row)) }} {on_enter}
                on_need={props.on_need.clone()} scroll_to={(0, *serial)} />
        </div>
    }
}

fn draw(
    id: &str,
    number: u32,
    row: Option<Row>,
    columns: &[(&'static str, &'static str)],
    open: Option<&str>,
    is_active: bool,
) -> Html {
    let Some(row) = row else {
        return html! { <div class="row list-row is-missing" data-row={number.to_string()} key={number} /> };
    };
    let is_open = open == Some(row.name.as_str());
    let class = classes!(
        "row",
        "list-row",
        is_active.then_some("is-active"),
        is_open.then_some("is-open"),
        row.is_marked.then_some("is-marked"),
    );
    let cells = row
        .cells
        .into_iter()
        .zip(columns)
        .map(|(cell, (_, class))| {
            html! { <span role="gridcell" class={*class}>{ cell }</span> }
        });
    html! {
        <div {class} role="row" id={format!("{id}-{number}")} data-row={number.to_string()} key={number}
            aria-rowindex={(number + 1).to_string()} aria-expanded={is_open.to_string()} data-testid={format!("{id}-row")}
            data-name={row.name} data-count={row.count.to_string()}>{ for cells }</div>
    }
}
