//! 原文: the source beside the clean page. What is pointed at on one side lights up on the other.

use std::rc::Rc;

use yew::{
    Callback, Event, Html, MouseEvent, PointerEvent, Properties, UseStateHandle, component, html,
    use_effect_with, use_state_eq,
};

use super::mending::{MendingBarProps, mending_bar};
use super::review::ReviewPanel;
use super::selection::selection_bar;
use super::source_keys::keys;
use super::source_scroll::{Scrolls, use_scrolls};
use super::source_text::{UnitLook, clean_unit, source_row};
use super::trust::segmenters_panel;
use crate::engine::choices::Project;
use crate::report::views::DocumentId;
use crate::text::page::correction::Correction;
use crate::ui::components::flow::Flow;
use crate::ui::components::press::toggle;
use crate::ui::components::select::chosen_number;
use crate::ui::components::shown::displayed_chars;
use crate::ui::components::window::WindowedRows;
use crate::ui::engine::Engine;
use crate::ui::shared::Shared;
use crate::ui::state::{
    Action, AskAction, Asked, Command, Document, MendAction, Mending, Picked, Reading, Review,
    ReviewAction, caret_of_shown, corrections_of,
};
use crate::ui::text::{Text, use_text};
use crate::web::caret;
use crate::web::dom::Element;

/// Height of a source row in CSS pixels.
const ROW_PX: u32 = 24;

/// Properties of [`SourcePage`].
#[derive(Properties, PartialEq)]
pub struct SourcePageProps {
    pub engine: Engine,
    pub documents: Shared<Vec<Shared<Document>>>,
    pub reading: Shared<Reading>,
    pub mending: Shared<Mending>,
    pub review: Shared<Review>,
    /// The corrections of the document that is read.
    pub corrections: Rc<[Correction]>,
    pub asked: Shared<Asked>,
    pub project: Shared<Project>,
}

/// What the pointer is on, or the keyboard in the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Pointed {
    #[default]
    Nothing,
    Unit(u32),
    Row(u32),
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
            Pointed::Nothing => {
                let focused = reading.focus.map(|focus| focus.unit);
                focused.or_else(|| reading.aimed_unit())
            }
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
    let focused = props.reading.focus.map(|focus| (focus.unit, focus.turns));
    use_effect_with(focused, {
        // What the keyboard comes to is lit, wherever the pointer rests.
        let pointed = pointed.setter();
        move |_| pointed.set(Pointed::Nothing)
    });
    let lit = Lit::of(*pointed, &props.reading);
    let point = |make: fn(u32) -> Pointed| {
        let pointed = pointed.setter();
        Callback::from(move |place: Option<u32>| pointed.set(place.map_or(Pointed::Nothing, make)))
    };
    let document = props
        .documents
        .iter()
        .find(|document| Some(document.id) == props.reading.document);
    let document = document.and_then(|document| document.view.clone());
    html! {
        <div class="source-page" onkeydown={keys(props)}>
            <div class="row-between source-tools">
                { document_choice(&DocumentChoiceProps { engine: props.engine.clone(), documents: props.documents.clone(), open: props.reading.document }, text) }
                <p class="note">{ text.source_hint }</p>
                { word_toggles(props, text) }
                { review_toggle(props, text) }
            </div>
            if props.review.is_open {
                <ReviewPanel engine={props.engine.clone()} documents={props.documents.clone()} review={props.review.clone()}
                    mending={props.mending.clone()} />
            }
            <div class="panes">
                { clean_pane(props, &lit, &scrolls, point(Pointed::Unit), text) }
                { source_pane(props, &lit, &scrolls, point(Pointed::Row), text) }
            </div>
            if props.asked.shows_segmenters { { segmenters_panel(&props.asked, text) } }
            { selection_bar(&props.reading, &props.asked, &props.project, &props.engine, text) }
            { mending_bar(&MendingBarProps { engine: props.engine.clone(), reading: props.reading.clone(), mending: props.mending.clone(), document }, text) }
        </div>
    }
}

/// 显示切分 and 各法切分.
fn word_toggles(props: &SourcePageProps, text: &'static Text) -> Html {
    let (asked, engine, words) = (&props.asked, &props.engine, text.lexicon);
    let tokens = engine.act(Action::Ask(AskAction::Tokens(!asked.shows_tokens)));
    let cut = engine.act(Action::Ask(AskAction::Segmenters(!asked.shows_segmenters)));
    html! {
        <div class="toggles word-toggles">
            { toggle("secondary", "show-tokens", words.show_tokens, asked.shows_tokens, tokens) }
            { toggle("secondary", "show-segmenters", words.segmenters, asked.shows_segmenters, cut) }
        </div>
    }
}

fn review_toggle(props: &SourcePageProps, text: &'static Text) -> Html {
    let (engine, is_open) = (props.engine.clone(), props.review.is_open);
    let onclick = move |_: MouseEvent| {
        let action = if is_open {
            ReviewAction::Close
        } else {
            ReviewAction::Open
        };
        engine.dispatch(Action::Review(action));
    };
    html! {
        <button type="button" class="secondary review-toggle" aria-expanded={is_open.to_string()} aria-keyshortcuts="J"
            data-testid="review-toggle" data-doubtful={props.review.doubtful.to_string()} {onclick}>
            { text.mending.review }
            <span class="review-count">{ crate::ui::text::grouped(props.review.doubtful) }</span>
        </button>
    }
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
        let corrections = props.corrections.clone();
        let (shows_tokens, picked) = (props.asked.shows_tokens, reading.picked);
        move |number: u32| match reading.clean.get(number) {
            Some(unit) => {
                let corrected = corrections_of(unit, &corrections);
                let focus = reading.focus.filter(|focus| focus.unit == number);
                let look = UnitLook {
                    is_lit: lit == Some(number),
                    begins: number > 0 && reading.starts.binary_search(&number).is_ok(),
                    caret: focus.map(|focus| focus.caret),
                    corrected: corrected.map(Command::of_correction).collect(),
                    shows_tokens,
                    picked: picked
                        .filter(|picked| picked.unit == number && !picked.is_native)
                        .map(Picked::range),
                };
                clean_unit(number, unit, &look, text)
            }
            None => {
                html! { <div class="unit is-missing" data-row={number.to_string()} key={number} /> }
            }
        }
    };
    let click = {
        let (engine, reading) = (engine.clone(), reading.clone());
        Callback::from(move |(unit, element, event): (u32, Element, MouseEvent)| {
            if let Some(caret) = clicked_caret(&reading, unit, &element, &event) {
                engine.dispatch(Action::Mend(MendAction::Focus(unit, caret)));
            }
        })
    };
    let onpointerup = {
        let (engine, reading) = (engine.clone(), reading.clone());
        move |_: PointerEvent| {
            let (engine, reading) = (engine.clone(), reading.clone());
            // The click that follows must find the browser's selection as it was made, and leave it alone.
            caret::after_click(move || {
                let picked = selected(&reading);
                if picked.is_some() {
                    engine.dispatch(Action::Mend(MendAction::Pick(picked)));
                }
            });
        }
    };
    let arrive = {
        let engine = engine.clone();
        Callback::from(move |unit| engine.dispatch(Action::Mend(MendAction::Arrive(unit))))
    };
    let need = {
        let engine = engine.clone();
        move |units| engine.dispatch(Action::NeedClean(units))
    };
    let is_busy = props.mending.is_settling || reading.clean_request().is_some();
    html! {
        <section class="pane pane-clean" aria-busy={is_busy.to_string()} {onpointerup}>
            <h3 class="pane-title">{ text.clean_page }</h3>
            <Flow id="unit" class="clean" label={text.clean_page} lengths={reading.lengths.clone()} {unit}
                active={reading.focus.map(|focus| focus.unit)}
                on_active={arrive} {on_point} on_click={click} on_need={need} scroll_to={scrolls.clean} />
        </section>
    }
}

/// What the browser's own selection takes of one unit.
fn selected(reading: &Reading) -> Option<Picked> {
    let (unit, start, end) = caret::selected_characters(".unit", "data-row", ".unit-text")?;
    let shown = &reading.clean.get(unit)?.shown;
    let caret = |displayed| caret_of_shown(shown, displayed, displayed_chars);
    Some(Picked {
        unit,
        anchor: caret(start),
        head: caret(end),
        is_native: true,
    })
}

/// The caret that a click on a unit sets; `None` for one that selects text.
fn clicked_caret(
    reading: &Reading,
    number: u32,
    element: &Element,
    event: &MouseEvent,
) -> Option<u32> {
    if caret::is_selecting() {
        return None;
    }
    let unit = reading.clean.get(number)?;
    let text = element.query_selector(".unit-text").ok().flatten();
    let before = text.and_then(|text| caret::characters_before_click(&text, event));
    Some(caret_of_shown(
        &unit.shown,
        before.unwrap_or(0),
        displayed_chars,
    ))
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

/// Properties of [`document_choice`].
pub struct DocumentChoiceProps {
    pub engine: Engine,
    pub documents: Shared<Vec<Shared<Document>>>,
    /// The document that is read.
    pub open: Option<DocumentId>,
}

/// Which document is read, where there are several.
pub fn document_choice(props: &DocumentChoiceProps, text: &'static Text) -> Html {
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
