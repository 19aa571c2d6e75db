//! 提法: the four lists of set phrases, and who says what.

use yew::{AttrValue, Callback, Html, InputEvent, TargetCast as _, html};

use super::speakers::speakers;
use super::standing::{lead, lines_of, place};
use crate::engine::choices::Project;
use crate::engine::protocol::Export;
use crate::engine::query::{Answer, Query};
use crate::report::answers::kinds::{PhraseDecision, PhraseKind, phrase_key};
use crate::report::answers::phrases::{ParallelRow, PhraseRow, PhraseUse, PhrasesView};
use crate::report::answers::{Counted, Item};
use crate::ui::components::list::{List, Row};
use crate::ui::components::press::{
    chip, choice_of, counted, counts, fact, number, press, press_on, toggle, word_form,
};
use crate::ui::engine::Engine;
use crate::ui::shared::Shared;
use crate::ui::state::{Action, AskAction, Asked, Change, PhrasesPart, Spot};
use crate::ui::text::phrases::PhrasesText;
use crate::ui::text::{Text, grouped};
use crate::web::dom::HtmlInputElement;

/// What the tab shows.
pub struct PhrasesProps<'s> {
    pub engine: &'s Engine,
    pub asked: &'s Shared<Asked>,
    pub project: &'s Shared<Project>,
}

/// The tab.
pub fn phrases(props: &PhrasesProps<'_>, text: &'static Text) -> Html {
    let words = text.phrases;
    let (engine, asked) = (props.engine, props.asked);
    let part = |part: PhrasesPart, testid: &'static str, label: &'static str| {
        let show = engine.act(Action::Ask(AskAction::Phrases(part)));
        (testid, label.to_owned(), asked.phrases_part == part, show)
    };
    let parts = vec![
        part(PhrasesPart::Phrases, "phrases-part-phrases", words.tab),
        part(
            PhrasesPart::Speakers,
            "phrases-part-speakers",
            words.speakers,
        ),
    ];
    let (kind, _) = asked_list(asked);
    let (export, name) = match asked.phrases_part {
        PhrasesPart::Phrases => (Export::PhrasesCsv(kind), (words.kind)(kind)),
        PhrasesPart::Speakers => (Export::SpeakersCsv, words.speakers),
    };
    let add = {
        let engine = engine.clone();
        Callback::from(move |typed: String| {
            let key = typed_key(kind, &typed);
            if !key.is_empty() {
                engine.dispatch(Action::Choose(decide(kind, &key, true)));
            }
        })
    };
    html! {
        <div class="sheet phrases" data-testid="phrases">
            <div class="row-between sheet-tools">
                { choice_of(words.tab, parts) }
                <div class="tools">
                    if asked.phrases_part == PhrasesPart::Phrases {
                        { word_form(&["phrase-add"], words.add_hint, "phrase-submit", words.add, add) }
                    }
                    { press("secondary", "export-phrases", words.export, engine.saves(export, format!("{name}.csv"))) }
                </div>
            </div>
            { match asked.phrases_part {
                PhrasesPart::Phrases => lists(props, text),
                PhrasesPart::Speakers => speakers(engine, asked, props.project, text),
            } }
        </div>
    }
}

/// The key of a phrase that was typed: a title stands without the marks of titles around it.
pub(super) fn typed_key(kind: PhraseKind, typed: &str) -> String {
    let key = phrase_key(typed);
    let bare = key
        .strip_prefix('《')
        .and_then(|key| key.strip_suffix('》'));
    match bare {
        Some(bare) if kind == PhraseKind::Title => bare.to_owned(),
        _ => key,
    }
}

fn decide(kind: PhraseKind, key: &str, accepted: bool) -> Change {
    Change::DecidePhrase(PhraseDecision {
        key: key.to_owned(),
        kind,
        accepted,
    })
}

/// Which list is shown, and what is sought in it.
fn asked_list(asked: &Asked) -> (PhraseKind, &str) {
    match asked.query(Spot::Phrases) {
        Some(Query::Phrases {
            kind, containing, ..
        }) => (*kind, containing),
        _ => (PhraseKind::Quoted, ""),
    }
}

fn phrases_of(kind: PhraseKind, containing: String) -> Query {
    Query::Phrases {
        kind,
        containing,
        first_row: 0,
        rows: 1,
    }
}

fn window(asked: &Asked, row: u32) -> Option<(&PhrasesView, usize)> {
    match asked.block(Spot::Phrases, row)? {
        (Answer::Phrases(view), place) => Some((view, place)),
        _ => None,
    }
}

fn phrase_row(asked: &Asked, row: u32) -> Option<&PhraseRow> {
    let (view, place) = window(asked, row)?;
    view.rows.get(place)
}

/// The row of a phrase, among those that have arrived.
fn row_of<'asked>(asked: &'asked Asked, key: &str) -> Option<&'asked PhraseRow> {
    let mut answers = asked.answers(Spot::Phrases);
    answers.find_map(|answer| match answer {
        Answer::Phrases(view) => view.rows.iter().find(|row| row.key == key),
        _ => None,
    })
}

fn kind_testid(kind: PhraseKind) -> &'static str {
    match kind {
        PhraseKind::Quoted => "list-quoted",
        PhraseKind::Title => "list-title",
        PhraseKind::FourCharacter => "list-four-character",
        PhraseKind::Repeated => "list-repeated",
    }
}

fn lists(props: &PhrasesProps<'_>, text: &'static Text) -> Html {
    let (words, engine, asked) = (text.phrases, props.engine, props.asked);
    let (kind, containing) = asked_list(asked);
    let first = window(asked, 0).map(|(view, _)| view);
    let kinds = PhraseKind::ALL.into_iter().map(|one| {
        let total = first.and_then(|view| view.totals.iter().find(|(of, _)| *of == one));
        let total = total.map(|(_, total)| grouped(*total));
        let label = format!("{} {}", (words.kind)(one), total.unwrap_or_default());
        let ask = engine.asks(Spot::Phrases, phrases_of(one, containing.to_owned()));
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
                let ask = AskAction::Ask(Spot::Phrases, phrases_of(kind, input.value()));
                engine.dispatch(Action::Ask(ask));
            }
        }
    };
    let row = {
        let asked = asked.clone();
        Callback::from(move |row: u32| phrase_row(&asked, row).map(drawn))
    };
    let open = {
        let (engine, asked) = (engine.clone(), asked.clone());
        move |row: u32| {
            if let Some(row) = phrase_row(&asked, row) {
                engine.dispatch(Action::Ask(AskAction::Ask(
                    Spot::PhraseUses,
                    uses_of(&row.key),
                )));
            }
        }
    };
    let need = {
        let engine = engine.clone();
        move |rows| engine.dispatch(Action::Ask(AskAction::Need(Spot::Phrases, rows)))
    };
    let opened = opened(asked).map(|key| AttrValue::from(key.to_owned()));
    let heads = words.columns;
    html! {
        <>
            <div class="row-between sheet-tools">
                { choice_of(words.tab, kinds.collect()) }
                <input type="search" class="find" lang="zh-CN" data-testid="find-phrases" aria-label={words.find} placeholder={words.find}
                    value={containing.to_owned()} {oninput} autocomplete="off" spellcheck="false" />
            </div>
            { parallels(asked, engine, text) }
            <div class="spread">
                <div class="spread-list">
                    <List id="phrase" label={words.tab} total={asked.total(Spot::Phrases)} empty={words.none} {row} open={opened}
                        on_open={open} on_need={need} of={format!("{kind:?}{containing}")}
                        columns={vec![(heads[0], "cell-name"), (heads[1], "cell-figure"), (heads[2], "cell-figure"), (heads[3], "cell-figure"), (heads[4], "cell-date"), (heads[5], "cell-more")]} />
                    { for first.map(|view| rejected(&view.rejected, engine, words)) }
                </div>
                <div class="spread-card">{ card(props, text) }</div>
            </div>
        </>
    }
}

fn uses_of(key: &str) -> Query {
    Query::PhraseUses {
        key: key.to_owned(),
        first_row: 0,
        rows: 1,
    }
}

/// The key of the phrase that is open.
fn opened(asked: &Asked) -> Option<&str> {
    match asked.query(Spot::PhraseUses)? {
        Query::PhraseUses { key, .. } => Some(key),
        _ => None,
    }
}

fn drawn(row: &PhraseRow) -> Row {
    let first = row.first.as_ref();
    let date = first.and_then(|(standing, _)| standing.date.clone());
    let speaker = first.and_then(|(_, speaker)| speaker.clone());
    Row {
        name: row.key.clone(),
        count: row.quoted.saturating_add(row.unquoted),
        cells: vec![
            html! { <><bdi class="printed">{ &row.shown }</bdi>if !row.variants.is_empty() { <span class="note">{ format!(" ≈{}", row.variants.len()) }</span> }</> },
            number(row.quoted),
            number(row.unquoted),
            number(row.articles),
            html! { { date.unwrap_or_default() } },
            html! { <bdi>{ speaker.unwrap_or_default() }</bdi> },
        ],
        is_marked: row.accepted,
    }
}

fn rejected(keys: &[String], engine: &Engine, words: &PhrasesText) -> Html {
    if keys.is_empty() {
        return html! {};
    }
    let drawn = |key: &String| {
        let restore = engine.change(Change::ForgetPhrase(key.clone()));
        let label = html! { <><bdi>{ key }</bdi><span aria-hidden="true">{ "↺" }</span></> };
        let told = format!("{} {key}", words.restore);
        chip("phrase-restore", key, told, label, restore)
    };
    html! {
        <details class="taken-off" data-testid="phrases-rejected">
            <summary>{ (words.rejected)(keys.len()) }</summary>
            <div class="word-chips" role="group" aria-label={words.restore}>{ for keys.iter().map(drawn) }</div>
        </details>
    }
}

/// The phrase that is open: its row, and its uses.
fn card(props: &PhrasesProps<'_>, text: &'static Text) -> Html {
    let (words, engine, asked) = (text.phrases, props.engine, props.asked);
    let Some(key) = opened(asked) else {
        return html! { <p class="note card-empty">{ words.choose }</p> };
    };
    let row = row_of(asked, key);
    let uses = match asked.answered(Spot::PhraseUses) {
        Some(Answer::PhraseUses(view)) => Some(view),
        _ => None,
    };
    let user = |(speaker, count, date): &(String, u32, Option<String>)| {
        html! { <li>{ counted(speaker, *count) }<span class="note">{ date.as_deref().unwrap_or("") }</span></li> }
    };
    let list = {
        let asked = asked.clone();
        Callback::from(move |row: u32| use_row(&asked, row).map(|one| drawn_use(one, words)))
    };
    let open = {
        let (engine, asked) = (engine.clone(), asked.clone());
        move |row: u32| {
            if let Some(row) = use_row(&asked, row) {
                engine.dispatch(lead(&row.standing));
            }
        }
    };
    let need = {
        let engine = engine.clone();
        move |rows| engine.dispatch(Action::Ask(AskAction::Need(Spot::PhraseUses, rows)))
    };
    html! {
        <article class="card" data-testid="phrase-card" data-name={key.to_owned()}>
            <div class="row-between">
                <h3 class="card-title"><bdi>{ row.map_or(key, |row| row.shown.as_str()) }</bdi></h3>
                { press("plain", "card-close", text.close, engine.act(Action::Ask(AskAction::Stop(Spot::PhraseUses)))) }
            </div>
            if let Some(row) = row { { facts(row, engine, text) } }
            if let Some(view) = uses {
                { fact(words.used_by, !view.speakers.is_empty(), html! { <ul class="posts" data-testid="phrase-speakers">{ for view.speakers.iter().map(user) }</ul> }) }
                { fact(words.months, !view.months.is_empty(), counts(&view.months)) }
                <h5 class="fact-name">{ words.uses }</h5>
                <List id="use" label={words.uses} total={asked.total(Spot::PhraseUses)} row={list} on_open={open} on_need={need}
                    columns={vec![("", "cell-date"), ("", "cell-left"), ("", "cell-node"), ("", "cell-right"), ("", "cell-more")]} of={key.to_owned()} />
            } else {
                <div aria-busy="true" />
            }
        </article>
    }
}

fn facts(row: &PhraseRow, engine: &Engine, text: &'static Text) -> Html {
    let words = text.phrases;
    let variant = |one: &Counted| {
        let open = engine.asks(Spot::PhraseUses, uses_of(&one.text));
        html! { <li>{ press_on("plain", "variant", &one.text, counted(&one.text, one.count), open) }</li> }
    };
    let keep = if row.accepted {
        Change::ForgetPhrase(row.key.clone())
    } else {
        decide(row.kind, &row.key, true)
    };
    let lines = lines_of(&row.shown, Item::Phrase(row.key.clone()));
    html! {
        <>
            <p class="card-figures">
                <span>{ words.quoted }{ number(row.quoted) }</span><span>{ words.unquoted }{ number(row.unquoted) }</span>
            </p>
            <div class="toggles">
                { press("secondary", "phrase-lines", text.names.lines, engine.act(lines)) }
                { toggle("secondary", "phrase-keep", words.keep, row.accepted, engine.change(keep)) }
                { press("secondary", "phrase-take-out", words.take_out, engine.change(decide(row.kind, &row.key, false))) }
            </div>
            if let Some((standing, speaker)) = &row.first {
                { fact(words.first, true, html! {
                    <><span class="first-date">{ standing.date.as_deref().unwrap_or(words.no_date) }</span>{ " " }
                        <bdi>{ speaker.as_deref().unwrap_or(words.newspaper) }</bdi>{ place(standing, engine, text) }</>
                }) }
            }
            { fact(words.forms, row.forms.len() > 1, counts(&row.forms)) }
            { fact(words.variants, !row.variants.is_empty(), html! { <ul class="counts" data-testid="variants">{ for row.variants.iter().map(variant) }</ul> }) }
        </>
    }
}

fn use_row(asked: &Asked, row: u32) -> Option<&PhraseUse> {
    match asked.block(Spot::PhraseUses, row)? {
        (Answer::PhraseUses(view), place) => view.rows.get(place),
        _ => None,
    }
}

fn drawn_use(one: &PhraseUse, words: &PhrasesText) -> Row {
    Row {
        name: one.form.clone(),
        count: one.standing.source_line,
        cells: vec![
            html! { { one.standing.date.as_deref().unwrap_or("") } },
            html! { <bdi>{ &one.left }</bdi> },
            html! { <bdi>{ &one.form }</bdi> },
            html! { <bdi>{ &one.right }</bdi> },
            html! { <bdi>{ one.speaker.as_deref().unwrap_or(words.newspaper) }</bdi> },
        ],
        is_marked: one.quoted,
    }
}

/// What is cut unlike though it is built alike, to be looked at.
fn parallels(asked: &Asked, engine: &Engine, text: &'static Text) -> Html {
    let words = text.phrases;
    let Some(Answer::Parallels(rows)) = asked.answer(Spot::Parallels) else {
        return html! {};
    };
    if rows.is_empty() {
        return html! {};
    }
    let cut = |(pieces, count): &(Vec<String>, u32)| {
        html! { <li>{ counted(&pieces.join(" | "), *count) }</li> }
    };
    let row = |row: &ParallelRow| {
        html! {
            <li class="parallel" data-testid="parallel" data-name={row.frame.clone()}>
                <ul class="counts">{ for row.cuts.iter().map(cut) }</ul>{ place(&row.standing, engine, text) }
            </li>
        }
    };
    html! {
        <details class="parallels doubts" data-testid="parallels">
            <summary>{ (words.parallels)(rows.len()) }</summary>
            <p class="note">{ words.parallels_note }</p>
            <ul>{ for rows.iter().map(row) }</ul>
        </details>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_known_under_the_key_of_the_engine() {
        let rows = [
            (PhraseKind::Quoted, "“四方”责任", "四方责任"),
            (
                PhraseKind::Quoted,
                " 外防输入、内防反弹 ",
                "外防输入内防反弹",
            ),
            (PhraseKind::Quoted, "“Smart City”", "Smart City"),
            (PhraseKind::Quoted, "落实《消防法》", "落实《消防法》"),
            (PhraseKind::Title, "《消防法》", "消防法"),
            (PhraseKind::Title, "转发《办法》", "转发《办法》"),
            (PhraseKind::Quoted, "“”", ""),
        ];
        for (kind, typed, expected) in rows {
            assert_eq!(typed_key(kind, typed), expected, "{typed}");
        }
    }
}
