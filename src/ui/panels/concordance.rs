//! 索引行: what was found, in its context, one place a line.

use yew::{Callback, Html, KeyboardEvent, MouseEvent, classes, html};

use super::concordance_card::{card, copy_line, to_page};
use super::concordance_tools::{is_narrowed, tools};
use super::search::SearchProps;
use super::trust::trust_panel;
use crate::engine::choices::Project;
use crate::engine::query::{Answer, QueryKind};
use crate::report::answers::search::{
    ConcordanceLine, ConcordanceView, LineHeading, LineOrder, LinesWanted,
};
use crate::ui::components::press::{press, toggle};
use crate::ui::components::window::WindowedRows;
use crate::ui::engine::Engine;
use crate::ui::state::{
    Action, AskAction, Asked, Change, SearchAction, SearchKind, Shown, Spot, lines_on,
    order_from_head, shown_at,
};
use crate::ui::text::Text;
use crate::ui::text::search::SearchText;
use crate::web::element;

/// Height of a line in CSS pixels.
const ROW_PX: u32 = 34;

/// The sums that arrived last.
fn newest(asked: &Asked) -> Option<&ConcordanceView> {
    match asked.newest(Spot::Concordance)? {
        Answer::Concordance(view) => Some(view),
        _ => None,
    }
}

fn headings(asked: &Asked) -> &[LineHeading] {
    newest(asked).map_or(&[], |view| &view.headings)
}

/// The line on a row, if it has arrived; none on a heading.
fn line_at(asked: &Asked, row: u32) -> Option<&ConcordanceLine> {
    let Shown::Line(line) = shown_at(headings(asked), row) else {
        return None;
    };
    match asked.block(Spot::Concordance, line)? {
        (Answer::Concordance(view), place) => view.rows.get(place),
        _ => None,
    }
}

/// Whether the user marked a line. The project knows before the worker does.
pub fn is_marked(line: &ConcordanceLine, project: &Project) -> bool {
    let mark = line.mark.as_ref();
    mark.is_some_and(|mark| project.line_marks.binary_search(mark).is_ok())
}

/// What marks a line, or takes its mark off.
pub fn marking(line: &ConcordanceLine, project: &Project) -> Option<Action> {
    let mark = line.mark.clone()?;
    let change = Change::MarkLine(mark, !is_marked(line, project));
    Some(Action::Choose(change))
}

/// The part of the tab.
pub fn concordance(props: &SearchProps<'_>, text: &'static Text) -> Html {
    let (asked, search) = (props.asked, props.search);
    if search.form.searched().is_none() {
        let is_near = search.form.kind == SearchKind::Near && !search.form.text.trim().is_empty();
        let words = text.search;
        let hint = if is_near {
            words.near_words
        } else {
            words.nothing_yet
        };
        return html! { <p class="note search-note" data-testid="search-hint">{ hint }</p> };
    }
    let view = newest(asked).filter(|_| asked.is_answered(Spot::Concordance));
    let active = search.active.and_then(|row| line_at(asked, row));
    html! {
        <>
            { status(props, view, text) }
            if asked.shows_why && !search.word().is_empty() {
                { trust_panel(asked, props.project, props.engine, text) }
            }
            { tools(props, text) }
            <div class="kwic" onkeydown={keys(props)} data-testid="concordance">
                { list(props, text) }
                { for active.filter(|_| search.is_open).map(|line| card(line, props, text)) }
            </div>
        </>
    }
}

/// How much was found, whether the search goes on, and how it ended.
fn status(props: &SearchProps<'_>, view: Option<&ConcordanceView>, text: &'static Text) -> Html {
    let (words, asked, engine) = (text.search, props.asked, props.engine);
    let search = props.search;
    let is_searching = asked.is_waiting(Spot::Concordance);
    let fault = view.and_then(|view| view.fault.as_ref());
    let told = view.filter(|view| view.fault.is_none()).map(|view| {
        let across = (view.across_tokens > 0).then(|| (words.across)(view.across_tokens));
        let listed = is_narrowed(&search.wanted).then(|| (words.listed)(view.rows_total));
        html! {
            <>
                <b class="note" data-testid="search-count" data-found={view.found.to_string()}>{ (text.lines_count)(view.found) }</b>
                <span class="note">{ (words.in_articles)(view.articles) }</span>
                { for across.map(|across| html! { <span class="note" title={words.across_note}>{ across }</span> }) }
                { for listed.map(|listed| html! { <span class="note" data-testid="search-listed">{ listed }</span> }) }
            </>
        }
    });
    let shows_why = asked.shows_why;
    let why = engine.act(Action::Ask(AskAction::Why(!shows_why)));
    let end = view.and_then(|view| (words.end)(&view.end));
    let none = view.filter(|view| !is_searching && view.fault.is_none() && view.rows_total == 0);
    let none = none.map(|view| match view.found {
        0 => (words.none)(search.form.kind, &search.form.text),
        _ => words.none_shown.to_owned(),
    });
    let notes = fault.map(words.fault).into_iter().chain(end).chain(none);
    html! {
        <>
            <div class="search-status" role="status">
                { for told }
                if is_searching {
                    { progress(view.map_or(0, |view| view.per_mille), QueryKind::Concordance, engine, text) }
                }
                if !search.word().is_empty() {
                    { toggle("plain", "why", text.trust.why, shows_why, why) }
                }
            </div>
            { for notes.map(|note| html! { <p class="search-note" role="status" data-testid="search-note">{ note }</p> }) }
        </>
    }
}

/// How far a search is, and what stops it.
pub fn progress(per_mille: u16, kind: QueryKind, engine: &Engine, text: &'static Text) -> Html {
    html! {
        <span class="search-progress">
            <progress max="1000" value={per_mille.to_string()} aria-hidden="true" />
            <span class="note">{ (text.search.searching)(per_mille) }</span>
            { press("link", "search-stop", text.stop, engine.stops(kind)) }
        </span>
    }
}

/// What the keys do that the list itself does not know.
fn keys(props: &SearchProps<'_>) -> Callback<KeyboardEvent> {
    let engine = props.engine.clone();
    let (asked, search, project) = (
        props.asked.clone(),
        props.search.clone(),
        props.project.clone(),
    );
    Callback::from(move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let line = search.active.and_then(|row| line_at(&asked, row));
        let action = match (event.key().as_str(), line) {
            ("Escape", _) if search.is_open => Some(Action::Find(SearchAction::Close)),
            ("o" | "O", Some(line)) => Some(to_page(line)),
            ("m" | "M", Some(line)) => marking(line, &project),
            ("c" | "C", Some(line)) => return copy_line(line, &engine),
            _ => None,
        };
        if let Some(action) = action {
            event.prevent_default();
            engine.dispatch(action);
        }
    })
}

/// The heads of the columns; those of the contexts sort.
fn heads(props: &SearchProps<'_>, words: &SearchText) -> Html {
    let wanted = &props.search.wanted;
    let head = |label: &'static str,
                title: &'static str,
                testid: &'static str,
                side: fn(u8) -> LineOrder| {
        let order = order_from_head(&wanted.order, side);
        let is_sorted = wanted.order.first() == Some(&side(1));
        let wanted = LinesWanted {
            order,
            ..wanted.clone()
        };
        let onclick = props.engine.act(Action::Find(SearchAction::Want(wanted)));
        html! {
            <button type="button" class={classes!("sort", is_sorted.then_some("is-sorted"))} {title} data-testid={testid}
                aria-pressed={is_sorted.to_string()} {onclick}>{ label }</button>
        }
    };
    html! {
        <div class="kwic-head kwic-columns" title={words.keys}>
            <span />
            <span class="line-left">{ head(words.left, words.sort_by_left, "sort-left", LineOrder::Left) }</span>
            <span class="line-word">{ words.node }</span>
            <span class="line-right">{ head(words.right, words.sort_by_right, "sort-right", LineOrder::Right) }</span>
            <span class="kwic-source">{ words.source }</span>
            <span class="kwic-place" />
        </div>
    }
}

fn list(props: &SearchProps<'_>, text: &'static Text) -> Html {
    let (engine, asked, search) = (props.engine, props.asked, props.search);
    let headings_total = u32::try_from(headings(asked).len()).unwrap_or(u32::MAX);
    let total = newest(asked).map_or(0, |view| view.rows_total.saturating_add(headings_total));
    if total == 0 {
        return html! {};
    }
    let row = {
        let (engine, asked) = (engine.clone(), asked.clone());
        let (active, project) = (search.active, props.project.clone());
        move |row: u32| match shown_at(headings(&asked), row) {
            Shown::Heading(number) => heading(row, headings(&asked).get(number), text.search),
            Shown::Line(_) => match line_at(&asked, row) {
                Some(line) => {
                    let state = (active == Some(row), is_marked(line, &project));
                    line_row(row, line, state, marking(line, &project), &engine, text)
                }
                None => {
                    html! { <div class="row kwic-row is-missing" data-row={row.to_string()} key={row} /> }
                }
            },
        }
    };
    let act = |action: fn(u32) -> SearchAction| {
        let engine = engine.clone();
        Callback::from(move |row: u32| engine.dispatch(Action::Find(action(row))))
    };
    let need = {
        let (engine, asked) = (engine.clone(), asked.clone());
        move |rows| {
            let lines = lines_on(headings(&asked), &rows);
            engine.dispatch(Action::Ask(AskAction::Need(Spot::Concordance, lines)));
        }
    };
    // A button in a row must not take the keyboard from the list.
    let onmousedown = |event: MouseEvent| {
        if element::hit_control(&event) {
            event.prevent_default();
        }
    };
    html! {
        <div class="kwic-list" {onmousedown}>
            { heads(props, text.search) }
            <WindowedRows id="concordance" class="lines kwic-rows" label={(text.search.part)(search.part)} {total} row_px={ROW_PX} {row}
                active={search.active} on_active={act(SearchAction::Go)} on_enter={act(SearchAction::Open)} on_need={need}
                scroll_to={(search.top, search.serial)} />
        </div>
    }
}

fn heading(row: u32, heading: Option<&LineHeading>, words: &SearchText) -> Html {
    html! {
        <div class="row kwic-heading" role="row" id={format!("concordance-{row}")} data-row={row.to_string()} key={row}
            aria-rowindex={(row + 1).to_string()} data-testid="concordance-heading">
            { for heading.map(|heading| html! {
                <span role="gridcell"><bdi>{ &heading.label }</bdi><span class="note">{ (words.under_heading)(heading.lines) }</span></span>
            }) }
        </div>
    }
}

fn line_row(
    row: u32,
    line: &ConcordanceLine,
    (is_active, is_marked): (bool, bool),
    marking: Option<Action>,
    engine: &Engine,
    text: &'static Text,
) -> Html {
    let words = text.search;
    let mark = marking.map(|marking| {
        html! {
            <button type="button" class="kwic-star" tabindex="-1" aria-pressed={is_marked.to_string()} aria-label={words.mark}
                title={words.mark} data-testid="line-mark" onclick={engine.act(marking)}>{ if is_marked { "★" } else { "☆" } }</button>
        }
    });
    html! {
        <div class={classes!("row", "kwic-row", "kwic-columns", is_active.then_some("is-active"), is_marked.then_some("is-marked"))}
            role="row" id={format!("concordance-{row}")} data-row={row.to_string()} key={row} aria-rowindex={(row + 1).to_string()}
            aria-selected={is_active.to_string()} data-testid="concordance-row" data-number={line.number.to_string()} lang="zh-CN">
            <span class="kwic-mark" role="gridcell">{ for mark }</span>
            <span class="line-left" role="gridcell"><bdi>{ &line.left }</bdi></span>
            <span class="line-word" role="gridcell"><bdi>{ &line.node }</bdi></span>
            <span class="line-right" role="gridcell"><bdi>{ &line.right }</bdi></span>
            <span class="kwic-source" role="gridcell">
                <bdi class="kwic-article" title={line.article_label.clone()}>{ &line.article_label }</bdi>
                <span class="kwic-date">{ for line.newspaper.iter().map(|name| html! { <><bdi>{ name }</bdi>{ " " }</> }) }{ line.date.as_deref() }</span>
            </span>
            <span class="kwic-place" role="gridcell">
                <button type="button" class="plain" tabindex="-1" title={words.page_note} data-testid="line-page" onclick={engine.act(to_page(line))}>
                    { (text.source_line)(line.source_line) }
                </button>
            </span>
        </div>
    }
}
