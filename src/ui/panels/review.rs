//! 待核: doubtful decisions, or a sample of all, to be stepped through and judged.

use yew::{
    Callback, Html, MouseEvent, Properties, classes, component, html, use_effect_with, use_node_ref,
};

use crate::report::views::{ReviewItem, ReviewScope};
use crate::ui::components::window::WindowedRows;
use crate::ui::engine::Engine;
use crate::ui::shared::Shared;
use crate::ui::state::{Action, Document, MendAction, Mending, Review, ReviewAction, SAMPLE_SIZE};
use crate::ui::text::{Text, use_text};
use crate::web::dom::Element;
use crate::web::element;

/// Height of a decision in CSS pixels.
const ROW_PX: u32 = 34;

/// Properties of [`ReviewPanel`] and [`ReviewList`].
#[derive(Properties, Clone, PartialEq)]
pub struct ReviewPanelProps {
    pub engine: Engine,
    pub documents: Shared<Vec<Shared<Document>>>,
    pub review: Shared<Review>,
    pub mending: Shared<Mending>,
}

/// The list, and the decision that is looked at.
#[component]
pub fn ReviewPanel(props: &ReviewPanelProps) -> Html {
    let text = use_text();
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with((), move |()| {
            if let Some(panel) = node.cast::<Element>() {
                element::focus_inside(&panel, "[role=grid]");
            }
        });
    }
    let review = &props.review;
    let is_empty = review.items.is_known() && review.items.total() == 0;
    html! {
        <section class="review" aria-label={text.mending.review} data-testid="review" ref={node}>
            { head(props, text) }
            if is_empty {
                <p class="review-empty" data-testid="review-empty">{ text.mending.nothing_doubtful }</p>
            } else {
                <ReviewList ..props.clone() />
                { card(props, text) }
            }
            { precision(props, text) }
        </section>
    }
}

impl ReviewPanelProps {
    fn act(&self, action: ReviewAction) -> Callback<MouseEvent> {
        let engine = self.engine.clone();
        Callback::from(move |_| engine.dispatch(Action::Review(action.clone())))
    }
}

fn head(props: &ReviewPanelProps, text: &'static Text) -> Html {
    let words = &text.mending;
    let review = &props.review;
    let judged = review.precision.judged;
    let scope = |scope: ReviewScope, label: &'static str, testid: &'static str| {
        let is_shown = matches!(
            (scope, review.scope),
            (ReviewScope::Doubtful, ReviewScope::Doubtful)
                | (ReviewScope::Sample { .. }, ReviewScope::Sample { .. })
        );
        html! {
            <button type="button" class="step" role="radio" aria-checked={is_shown.to_string()} data-testid={testid}
                onclick={props.act(ReviewAction::Scope(scope))}>{ label }</button>
        }
    };
    let sample = |seed| ReviewScope::Sample {
        size: SAMPLE_SIZE,
        seed,
    };
    let (seed, is_sample) = match review.scope {
        ReviewScope::Sample { seed, .. } => (seed, true),
        ReviewScope::Doubtful => (1, false),
    };
    let close = props.act(ReviewAction::Close).reform(|event: MouseEvent| {
        element::focus(".clean");
        event
    });
    html! {
        <div class="review-head">
            <div class="steps" role="radiogroup" aria-label={words.review}>
                { scope(ReviewScope::Doubtful, words.doubtful, "review-doubtful") }
                { scope(sample(seed), words.sample, "review-sample") }
            </div>
            <p class="note" data-testid="review-sums" data-decisions={review.decisions.to_string()}
                data-doubtful={review.doubtful.to_string()} data-seen={judged.to_string()}>
                { (words.sums)(review.decisions, review.doubtful) }
                { " · " }
                { (words.seen)(judged, review.items.total()) }
            </p>
            <div class="tools">
                if is_sample {
                    <button type="button" class="plain" data-testid="review-resample"
                        onclick={props.act(ReviewAction::Scope(sample(seed + 1)))}>{ words.another_sample }</button>
                }
                <button type="button" class="plain" data-testid="review-close" onclick={close}>
                    { text.close }<kbd>{ "Esc" }</kbd>
                </button>
            </div>
        </div>
    }
}

/// The decisions, a line each, with the text around them.
#[component]
pub fn ReviewList(props: &ReviewPanelProps) -> Html {
    let text = use_text();
    let (engine, review) = (&props.engine, &props.review);
    let row = {
        let review = review.clone();
        move |row: u32| match review.items.get(row) {
            Some(item) => decision(row, item, review.current == Some(row), text),
            None => {
                html! { <div class="row review-row is-missing" data-row={row.to_string()} key={row} /> }
            }
        }
    };
    let act = |make: fn(u32) -> ReviewAction| {
        let engine = engine.clone();
        Callback::from(move |row| engine.dispatch(Action::Review(make(row))))
    };
    let on_enter = {
        let (engine, has_form) = (engine.clone(), props.mending.form.is_some());
        Callback::from(move |row: u32| {
            engine.dispatch(if has_form {
                Action::Mend(MendAction::MakeHeadline)
            } else {
                Action::Review(ReviewAction::Go(row))
            });
        })
    };
    let on_need = {
        let engine = engine.clone();
        Callback::from(move |rows| engine.dispatch(Action::Review(ReviewAction::Need(rows))))
    };
    let scroll_to = review.current.map(|row| (row, row));
    html! {
        <WindowedRows id="review" class="review-rows" label={text.mending.review} total={review.items.total()} row_px={ROW_PX}
            {row} active={review.current} on_active={act(ReviewAction::Go)} {on_enter} {on_need} {scroll_to} />
    }
}

fn decision(row: u32, item: &ReviewItem, is_active: bool, text: &'static Text) -> Html {
    let words = &text.mending;
    let judged = match item.judged {
        Some(true) => "right",
        Some(false) => "wrong",
        None => "open",
    };
    let mark = match item.judged {
        Some(true) => "✓",
        Some(false) => "✗",
        None => "",
    };
    html! {
        <div class={classes!("row", "review-row", is_active.then_some("is-active"))} role="row" id={format!("review-{row}")}
            data-row={row.to_string()} key={row} data-testid="review-row" data-judged={judged}
            aria-selected={is_active.to_string()} aria-rowindex={(row + 1).to_string()}>
            <span class="review-mark" role="gridcell" aria-label={(words.judged)(item.judged)}>{ mark }</span>
            <span class="line-left" role="gridcell"><bdi>{ &item.before }</bdi></span>
            <span class="review-place" role="presentation" />
            <span class="line-right" role="gridcell"><bdi>{ &item.behind }</bdi></span>
            <span class="review-answer" role="gridcell">{ (words.answer)(item.answer) }</span>
            <span class="review-confidence" role="gridcell" title={words.confidence_note}>{ item.confidence }</span>
        </div>
    }
}

/// The current decision in words, and what to say of it.
fn card(props: &ReviewPanelProps, text: &'static Text) -> Html {
    let words = &text.mending;
    let Some(item) = props.review.item() else {
        return html! { <div class="review-card" /> };
    };
    let document = props
        .documents
        .iter()
        .find(|document| document.id == item.document);
    let judge = |is_right: bool| {
        let said = (item.judged == Some(is_right)).to_string();
        let onclick = props.act(ReviewAction::Judge(is_right));
        let (label, key, testid) = if is_right {
            (words.yes, "Y", "judge-right")
        } else {
            (words.no, "N", "judge-wrong")
        };
        html! {
            <button type="button" class="command judge" aria-pressed={said} aria-keyshortcuts={key} data-testid={testid} {onclick}>
                { label }
                if !is_right && item.judged != Some(false) {
                    <span class="judge-deed">{ (words.if_wrong)(item.if_wrong) }</span>
                }
                <kbd>{ key }</kbd>
            </button>
        }
    };
    let step = |action: ReviewAction, label: &'static str, key: &'static str| {
        html! {
            <button type="button" class="command" aria-keyshortcuts={key} onclick={props.act(action)}>{ label }<kbd>{ key }</kbd></button>
        }
    };
    html! {
        <div class="review-card" data-testid="review-card">
            <p class="review-reason" aria-live="polite">
                <b class="review-decided">{ (words.answer)(item.answer) }</b>
                <span>{ (words.reason)(item.reason) }</span>
                <span class="note" title={words.confidence_note}>{ (words.confidence)(item.confidence) }</span>
                <span class="note review-file">
                    if let Some(document) = document { <bdi>{ &document.name }</bdi>{ " " } }
                    { (text.source_line)(item.source_line) }
                </span>
            </p>
            <div class="commands" role="toolbar" aria-label={words.review}>
                { judge(true) }
                { judge(false) }
                <span class="commands-gap" />
                { step(ReviewAction::Previous, words.previous, "K") }
                { step(ReviewAction::Next, words.next, "J") }
            </div>
        </div>
    }
}

fn precision(props: &ReviewPanelProps, text: &'static Text) -> Html {
    let review = &props.review;
    let is_sample = matches!(review.scope, ReviewScope::Sample { .. });
    let told = (text.mending.precision)(review.precision, is_sample);
    if told.is_empty() {
        return html! {};
    }
    html! {
        <p class="note review-precision" data-testid="review-precision" data-judged={review.precision.judged.to_string()}
            data-right={review.precision.right.to_string()}>{ told }</p>
    }
}
