//! 搭配: the words that stand near the node more often than chance would have it.

use yew::{Html, html};

use super::choose::{Choice, choose, numbers};
use super::measure_table::measure_table;
use super::search::SearchProps;
use super::search_form::BOUNDARIES;
use crate::report::answers::kinds::{Boundary, CollocationOptions, MeasureOptions, RowTotal};
use crate::ui::state::{Action, Change, Spot, is_node};
use crate::ui::text::Text;

/// The longest span on either side, in tokens.
const LONGEST_SPAN: u8 = 10;
/// Least co-occurrences, as they are offered.
const LEAST: [u32; 8] = [1, 2, 3, 5, 10, 20, 50, 100];

/// The part of the tab.
pub fn collocates(props: &SearchProps<'_>, text: &'static Text) -> Html {
    let words = text.search;
    let node = match props.search.form.searched() {
        None => Err(words.nothing_yet),
        Some(searched) if !is_node(&searched) => Err(words.no_node),
        Some(_) => Ok(()),
    };
    if let Err(hint) = node {
        return html! { <p class="note search-note" data-testid="search-hint">{ hint }</p> };
    }
    html! {
        <>
            { options(props, text) }
            { measure_table(props.engine, props.asked, Spot::Collocates) }
        </>
    }
}

/// How collocates are found.
fn options(props: &SearchProps<'_>, text: &'static Text) -> Html {
    let (words, engine, measures) = (text.search, props.engine, props.measures);
    let holds = measures.collocation;
    let choice = |label: String, collocation: CollocationOptions| -> Choice {
        let options = MeasureOptions {
            collocation,
            ..measures
        };
        let change = Action::Choose(Change::Measures(options));
        (label, collocation == holds, change)
    };
    let left = |left: u8| choice((words.words)(left), CollocationOptions { left, ..holds });
    let right = |right: u8| choice((words.words)(right), CollocationOptions { right, ..holds });
    let within = |within: Boundary| {
        let label = (words.within)(within).to_owned();
        choice(label, CollocationOptions { within, ..holds })
    };
    let least = |least: u32| choice(least.to_string(), CollocationOptions { least, ..holds });
    let total = |row_total: RowTotal| {
        let label = (words.row_total_of)(row_total).to_owned();
        choice(label, CollocationOptions { row_total, ..holds })
    };
    let spans = || 0..=LONGEST_SPAN;
    let least = numbers(&LEAST, holds.least).into_iter().map(least);
    let totals = [RowTotal::Windows, RowTotal::Node].into_iter().map(total);
    html! {
        <div class="search-tools" data-testid="collocation-options">
            { choose("span-left", words.span_left, spans().map(left).collect(), engine) }
            { choose("span-right", words.span_right, spans().map(right).collect(), engine) }
            { choose("collocation-within", words.boundary, BOUNDARIES.into_iter().map(within).collect(), engine) }
            { choose("collocation-least", words.least, least.collect(), engine) }
            { choose("row-total", words.row_total, totals.collect(), engine) }
        </div>
    }
}
