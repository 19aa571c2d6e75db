//! The form of 检索: what is searched for, and how.

use yew::{
    Html, InputEvent, Properties, SubmitEvent, TargetCast as _, component, html, use_effect_with,
    use_state_eq,
};

use super::choose::{Choice, choose};
use crate::report::answers::kinds::Boundary;
use crate::ui::engine::Engine;
use crate::ui::shared::Shared;
use crate::ui::state::{Action, Search, SearchAction, SearchForm, SearchKind};
use crate::ui::text::search::SearchText;
use crate::ui::text::use_text;
use crate::web::dom::HtmlInputElement;

/// How many words may stand between words near each other, as they are offered.
const DISTANCES: [u8; 10] = [0, 1, 2, 3, 4, 5, 8, 10, 15, 20];
/// Every boundary, the nearest first.
pub const BOUNDARIES: [Boundary; 3] = [Boundary::Sentence, Boundary::Paragraph, Boundary::Article];

/// Properties of [`SearchBox`].
#[derive(Properties, PartialEq)]
pub struct SearchBoxProps {
    pub engine: Engine,
    pub search: Shared<Search>,
}

/// The kind of search, the box, and what belongs to the kind. What is typed stays here until it is searched for.
#[component]
pub fn SearchBox(props: &SearchBoxProps) -> Html {
    let text = use_text();
    let words = text.search;
    let form = &props.search.form;
    let typed = use_state_eq(|| form.text.clone());
    let setter = typed.setter();
    use_effect_with(form.clone(), move |form| setter.set(form.text.clone()));
    let engine = &props.engine;
    let oninput = {
        let typed = typed.setter();
        move |event: InputEvent| {
            let input = event.target_dyn_into::<HtmlInputElement>();
            input.into_iter().for_each(|input| typed.set(input.value()));
        }
    };
    let filled = form.with_text((*typed).clone());
    let search = {
        let (engine, filled) = (engine.clone(), filled.clone());
        move || engine.dispatch(searches(filled.clone()))
    };
    let onsubmit = {
        let search = search.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            search();
        }
    };
    let item = (form.kind == SearchKind::Item).then_some(SearchKind::Item);
    let kinds = SearchKind::ALL.into_iter().chain(item);
    let kind = |kind: SearchKind| -> Choice {
        let form = SearchForm {
            kind,
            ..form.with_text((*typed).clone())
        };
        (
            (words.kind)(kind).to_owned(),
            kind == props.search.form.kind,
            searches(form),
        )
    };
    html! {
        <form class="search-box" role="search" {onsubmit}>
            { choose("search-kind", words.kinds, kinds.map(kind).collect(), engine) }
            <input type="search" lang="zh-CN" data-testid="search-word" aria-label={text.search_label}
                title={(words.hint)(form.kind)} placeholder={(words.hint)(form.kind)} value={(*typed).clone()} {oninput}
                onchange={move |_| search()} autocomplete="off" spellcheck="false" />
            <button type="submit" class="secondary" data-testid="search-submit">{ words.search }</button>
            if form.kind == SearchKind::Near {
                { near(&filled, engine, words) }
            }
            if form.kind == SearchKind::Item {
                <span class="note">{ words.from_elsewhere }</span>
            }
        </form>
    }
}

fn searches(form: SearchForm) -> Action {
    Action::Find(SearchAction::For(form))
}

/// What belongs to words near each other.
fn near(form: &SearchForm, engine: &Engine, words: &'static SearchText) -> Html {
    let distance = |distance: u8| -> Choice {
        let next = SearchForm {
            distance,
            ..form.clone()
        };
        (
            (words.distance_of)(distance),
            distance == form.distance,
            searches(next),
        )
    };
    let order = |in_order: bool| -> Choice {
        let label = if in_order {
            words.in_order
        } else {
            words.any_order
        };
        let next = SearchForm {
            in_order,
            ..form.clone()
        };
        (label.to_owned(), in_order == form.in_order, searches(next))
    };
    let within = |within: Boundary| -> Choice {
        let next = SearchForm {
            within,
            ..form.clone()
        };
        (
            (words.within)(within).to_owned(),
            within == form.within,
            searches(next),
        )
    };
    let mut distances = DISTANCES.to_vec();
    if let Err(place) = distances.binary_search(&form.distance) {
        distances.insert(place, form.distance);
    }
    html! {
        <>
            { choose("near-distance", words.distance, distances.into_iter().map(distance).collect(), engine) }
            { choose("near-order", words.order_of_words, vec![order(false), order(true)], engine) }
            { choose("near-within", words.boundary, BOUNDARIES.into_iter().map(within).collect(), engine) }
        </>
    }
}
