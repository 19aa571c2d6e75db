//! 原文: the source beside the clean page. What is pointed at on one side lights up on the other.

use yew::{
    Callback, Event, Html, Properties, UseStateHandle, component, hook, html, use_effect_with,
    use_state_eq,
};

use super::source_text::{clean_unit, source_row};
use crate::report::views::DocumentId;
use crate::ui::components::flow::Flow;
use crate::ui::components::select::chosen_number;
use crate::ui::components::window::WindowedRows;
use crate::ui::engine::Engine;
use crate::ui::shared::Shared;
use crate::ui::state::{Action, Document, Reading};
use crate::ui::text::{Text, use_text};

/// Height of a source row in CSS pixels.
const ROW_PX: u32 = 24;

/// Properties of [`SourcePage`].
#[derive(Properties, PartialEq)]
pub struct SourcePageProps {
    pub engine: Engine,
    pub documents: Shared<Vec<Shared<Document>>>,
    pub reading: Shared<Reading>,
}

/// What the pointer or the keyboard is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Pointed {
    #[default]
    Nothing,
    Unit(u32),
    Row(u32),
}

/// Where the two sides are scrolled to: a row or unit, and a number that rises with every wish.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Scrolls {
    source: Option<(u32, u32)>,
    clean: Option<(u32, u32)>,
    serial: u32,
}

impl Scrolls {
    fn source(self, row: u32) -> Self {
        let serial = self.serial + 1;
        Self {
            source: Some((row, serial)),
            serial,
            ..self
        }
    }

    fn clean(self, unit: u32) -> Self {
        let serial = self.serial + 1;
        Self {
            clean: Some((unit, serial)),
            serial,
            ..self
        }
    }
}

/// What is lit: a unit, and the rows of the source that it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Lit {
    unit: Option<u32>,
    rows: Vec<(u32, u32)>,
}

impl Lit {
    fn of(pointed: Pointed, reading: &Reading) -> Self {
        let unit = match pointed {
            Pointed::Unit(unit) => Some(unit),
            Pointed::Row(row) => reading.unit_at(row),
            Pointed::Nothing => reading.aimed_unit(),
        };
        let rows = unit
            .and_then(|unit| reading.clean.get(unit))
            .map(|unit| unit.source_rows.clone());
        let alone = match pointed {
            Pointed::Row(row) => vec![(row, row + 1)],
            _ => Vec::new(),
        };
        Self {
            unit,
            rows: rows.unwrap_or(alone),
        }
    }

    fn lights(&self, row: u32) -> bool {
        self.rows
            .iter()
            .any(|&(start, end)| (start..end).contains(&row))
    }
}

/// The tab.
#[component]
pub fn SourcePage(props: &SourcePageProps) -> Html {
    let text = use_text();
    let pointed = use_state_eq(Pointed::default);
    let scrolls = use_scrolls(&props.reading);
    let lit = Lit::of(*pointed, &props.reading);
    let point = |make: fn(u32) -> Pointed| {
        let pointed = pointed.setter();
        Callback::from(move |place: Option<u32>| pointed.set(place.map_or(Pointed::Nothing, make)))
    };
    html! {
        <div class="source-page">
            <div class="row-between source-tools">
                <DocumentChoice engine={props.engine.clone()} documents={props.documents.clone()} open={props.reading.document} />
                <p class="note">{ text.source_hint }</p>
            </div>
            <div class="panes">
                { clean_pane(props, &lit, &scrolls, point(Pointed::Unit), text) }
                { source_pane(props, &lit, &scrolls, point(Pointed::Row), text) }
            </div>
        </div>
    }
}

/// Where the two sides are scrolled to: follows the places to which the reader is led.
#[hook]
fn use_scrolls(reading: &Shared<Reading>) -> UseStateHandle<Scrolls> {
    let scrolls = use_state_eq(Scrolls::default);
    let serial = reading.aim.as_ref().map_or(0, |aim| aim.serial);
    let (unit, row) = (reading.aimed_unit(), reading.aimed_row());
    let current = scrolls.clone();
    use_effect_with((serial, unit, row), move |&(serial, unit, row)| {
        if serial > 0 {
            let next = unit.map_or(*current, |unit| current.clean(unit));
            current.set(row.map_or(next, |row| next.source(row)));
        }
    });
    scrolls
}

fn clean_pane(
    props: &SourcePageProps,
    lit: &Lit,
    scrolls: &UseStateHandle<Scrolls>,
    on_point: Callback<Option<u32>>,
    text: &'static Text,
) -> Html {
    let (engine, reading) = (&props.engine, &props.reading);
    let unit = {
        let (reading, lit) = (reading.clone(), lit.unit);
        move |number: u32| match reading.clean.get(number) {
            Some(unit) => {
                let begins = number > 0 && reading.starts.binary_search(&number).is_ok();
                clean_unit(number, unit, (lit == Some(number), begins), text)
            }
            None => {
                html! { <div class="unit is-missing" data-row={number.to_string()} key={number} /> }
            }
        }
    };
    let align = {
        let (reading, scrolls) = (reading.clone(), scrolls.clone());
        Callback::from(move |number: u32| {
            let rows = reading
                .clean
                .get(number)
                .and_then(|unit| unit.source_rows.first());
            rows.into_iter()
                .for_each(|rows| scrolls.set(scrolls.source(rows.0)));
        })
    };
    let need = {
        let engine = engine.clone();
        move |units| engine.dispatch(Action::NeedClean(units))
    };
    html! {
        <section class="pane pane-clean">
            <h3 class="pane-title">{ text.clean_page }</h3>
            <Flow id="unit" class="clean" label={text.clean_page} lengths={reading.lengths.clone()} {unit} active={lit.unit}
                on_active={on_point.reform(Some)} {on_point} on_enter={align} on_need={need} scroll_to={scrolls.clean} />
        </section>
    }
}

fn source_pane(
    props: &SourcePageProps,
    lit: &Lit,
    scrolls: &UseStateHandle<Scrolls>,
    on_point: Callback<Option<u32>>,
    text: &'static Text,
) -> Html {
    let (engine, reading) = (&props.engine, &props.reading);
    let row = {
        let (reading, lit) = (reading.clone(), lit.clone());
        move |number: u32| match reading.source.get(number) {
            Some(row) => {
                let marked = reading.aim.as_ref().map_or(&[][..], |aim| &aim.places);
                source_row(number, row, lit.lights(number), marked)
            }
            None => {
                html! { <div class="row source-row is-missing" data-row={number.to_string()} key={number} /> }
            }
        }
    };
    let align = {
        let (reading, scrolls) = (reading.clone(), scrolls.clone());
        Callback::from(move |row: u32| {
            reading
                .unit_at(row)
                .into_iter()
                .for_each(|unit| scrolls.set(scrolls.clean(unit)));
        })
    };
    let need = {
        let engine = engine.clone();
        move |rows| engine.dispatch(Action::NeedSource(rows))
    };
    let active = lit.rows.first().map(|rows| rows.0);
    html! {
        <section class="pane pane-source">
            <h3 class="pane-title">{ text.source }</h3>
            <WindowedRows id="source" class="source" label={text.source} total={reading.source.total()} row_px={ROW_PX} {row} {active}
                on_active={on_point.reform(Some)} {on_point} on_enter={align} on_need={need} scroll_to={scrolls.source} />
        </section>
    }
}

/// Properties of [`DocumentChoice`].
#[derive(Properties, PartialEq)]
pub struct DocumentChoiceProps {
    pub engine: Engine,
    pub documents: Shared<Vec<Shared<Document>>>,
    /// The document that is read.
    pub open: Option<DocumentId>,
}

/// Which document is read, where there are several.
#[component]
pub fn DocumentChoice(props: &DocumentChoiceProps) -> Html {
    let text = use_text();
    let onchange = {
        let engine = props.engine.clone();
        move |event: Event| {
            if let Some(id) = chosen_number(&event) {
                engine.dispatch(Action::Open(DocumentId(id)));
            }
        }
    };
    let read = props
        .documents
        .iter()
        .filter(|document| document.view.is_some());
    let option = |document: &Shared<Document>| {
        let is_open = Some(document.id) == props.open;
        html! { <option value={document.id.0.to_string()} selected={is_open}>{ &document.name }</option> }
    };
    html! {
        <select class="document-choice" aria-label={text.choose_document} data-testid="document-choice" {onchange}>
            { for read.map(option) }
        </select>
    }
}
