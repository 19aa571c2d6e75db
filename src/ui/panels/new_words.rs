//! 新词: candidates with their evidence; to be accepted one by one or all, with a look at what that changes.

use yew::{AttrValue, Callback, Html, html};

use super::trust::whole;
use crate::engine::protocol::Export;
use crate::engine::query::{Answer, Query};
use crate::report::answers::kinds::LexiconEntry;
use crate::report::answers::lexicon::{EffectRow, EffectView};
use crate::report::answers::new_words::NewWordRow;
use crate::report::label::decimal;
use crate::ui::components::list::{List, Row};
use crate::ui::components::press::{counts, fact, number, press, table};
use crate::ui::engine::Engine;
use crate::ui::shared::Shared;
use crate::ui::state::{Action, AskAction, Asked, Change, Spot};
use crate::ui::text::trust::TrustText;
use crate::ui::text::{Text, grouped};

fn candidate(asked: &Asked, row: u32) -> Option<&NewWordRow> {
    match asked.block(Spot::NewWords, row)? {
        (Answer::NewWords(view), place) => view.rows.get(place),
        _ => None,
    }
}

/// The row of a candidate, among those that have arrived.
fn row_of<'asked>(asked: &'asked Asked, word: &str) -> Option<&'asked NewWordRow> {
    let mut answers = asked.answers(Spot::NewWords);
    answers.find_map(|answer| match answer {
        Answer::NewWords(view) => view.rows.iter().find(|row| row.word == word),
        _ => None,
    })
}

/// Entries for the candidates of the first block, which are those that the reader sees first.
fn first_entries(asked: &Asked) -> Vec<LexiconEntry> {
    match asked.answer(Spot::NewWords) {
        Some(Answer::NewWords(view)) => view.rows.iter().map(|row| whole(&row.word)).collect(),
        _ => Vec::new(),
    }
}

/// The candidate that is open: the one whose effect is asked.
fn opened(asked: &Asked) -> Option<&str> {
    match asked.query(Spot::Effect)? {
        Query::Effect { entries } if entries.len() == 1 => {
            entries.first().map(|entry| entry.word.as_str())
        }
        _ => None,
    }
}

/// The part of 词语.
pub fn new_words(engine: &Engine, asked: &Shared<Asked>, text: &'static Text) -> Html {
    let (words, opened) = (text.trust, opened(asked));
    let all = first_entries(asked);
    let row = {
        let asked = asked.clone();
        Callback::from(move |row: u32| candidate(&asked, row).map(drawn))
    };
    let open = {
        let (engine, asked) = (engine.clone(), asked.clone());
        move |row: u32| {
            if let Some(row) = candidate(&asked, row) {
                let entries = vec![whole(&row.word)];
                let ask = AskAction::Ask(Spot::Effect, Query::Effect { entries });
                engine.dispatch(Action::Ask(ask));
            }
        }
    };
    let need = {
        let engine = engine.clone();
        move |rows| engine.dispatch(Action::Ask(AskAction::Need(Spot::NewWords, rows)))
    };
    let shown = opened.and_then(|word| row_of(asked, word));
    let characters = match asked.answer(Spot::NewWords) {
        Some(Answer::NewWords(view)) => Some(view.characters),
        _ => None,
    };
    let entries = all.clone();
    let total = asked.total(Spot::NewWords).unwrap_or(0) as usize;
    let effect_of_all = engine.asks(Spot::Effect, Query::Effect { entries });
    let save = engine.saves(Export::NewWordsCsv, format!("{}.csv", words.file_new_words));
    let heads = words.columns;
    html! {
        <div class="sheet new-words" data-testid="new-words">
            <div class="row-between sheet-tools">
                <p class="note">{ characters.map(words.new_words_note) }</p>
                <div class="tools">
                    if !all.is_empty() {
                        { press("secondary", "new-words-effect-all", &(words.effect_of_all)(all.len(), total), effect_of_all) }
                        { press("primary", "new-words-accept-all", &(words.accept_all)(all.len(), total), engine.change(Change::SetEntries(all.clone()))) }
                        { press("secondary", "export-new-words", words.export, save) }
                    }
                </div>
            </div>
            <div class="spread">
                <div class="spread-list">
                    <List id="new-word" label={words.new_words} total={asked.total(Spot::NewWords)} empty={words.none} {row}
                        open={opened.map(|word| AttrValue::from(word.to_owned()))} on_open={open} on_need={need}
                        columns={vec![(heads[0], "cell-name"), (heads[1], "cell-figure"), (heads[2], "cell-figure"), (heads[3], "cell-figure"), (heads[4], "cell-figure"), (heads[5], "cell-figure")]} />
                </div>
                <div class="spread-card">
                    if let Some(row) = shown { { card(row, engine, text) } }
                    { effect(asked, words) }
                    if asked.query(Spot::Effect).is_none() { <p class="note card-empty">{ words.choose }</p> }
                </div>
            </div>
        </div>
    }
}

fn bits(bits: f64) -> Html {
    html! { <span class="figure">{ decimal(bits, 1) }</span> }
}

fn drawn(row: &NewWordRow) -> Row {
    Row {
        name: row.word.clone(),
        count: row.count,
        cells: vec![
            html! { <bdi class="printed">{ &row.word }</bdi> },
            number(row.count),
            number(row.articles),
            bits(row.cohesion),
            html! { <span class="figure">{ format!("{} · {}", decimal(row.left_entropy, 1), decimal(row.right_entropy, 1)) }</span> },
            bits(row.score),
        ],
        is_marked: false,
    }
}

fn card(row: &NewWordRow, engine: &Engine, text: &'static Text) -> Html {
    let words = text.trust;
    let accept = engine.change(Change::SetEntries(vec![whole(&row.word)]));
    html! {
        <article class="card" data-testid="new-word-card" data-name={row.word.clone()}>
            <h3 class="card-title"><bdi>{ &row.word }</bdi></h3>
            <div class="toggles">{ press("primary", "new-word-accept", words.accept, accept) }</div>
            { fact(words.now, !row.now.is_empty(), counts(&row.now)) }
            { fact(words.evidence, true, html! { <p class="note">{ words.evidence_note }</p> }) }
        </article>
    }
}

/// What some entries would change.
fn effect(asked: &Asked, words: &TrustText) -> Html {
    let Some(Answer::Effect(view)) = asked.answered(Spot::Effect) else {
        let is_asked = asked.query(Spot::Effect).is_some();
        return html! { if is_asked { <section class="effect" aria-busy="true" /> } };
    };
    let EffectView { rows_total, rows } = view;
    let row = |row: &EffectRow| {
        vec![
            html! { <bdi class="printed">{ &row.word }</bdi> },
            change(row.before, row.after, row.after > row.before, words),
            change(row.rank_before, row.rank_after, rises(row), words),
        ]
    };
    html! {
        <section class="effect" data-testid="effect" data-total={rows_total.to_string()} aria-label={words.effect}>
            <h4 class="detail-title">{ words.effect }</h4>
            if rows.is_empty() {
                <p class="note">{ words.effect_none }</p>
            } else {
                <p class="note">{ (words.effect_more)(*rows_total, rows.len()) }</p>
                { table("effect-rows", &words.effect_columns, rows.iter().map(row).collect()) }
            }
        </section>
    }
}

/// Whether a word stands higher after the change; rank 0 is that of a word that does not occur.
fn rises(row: &EffectRow) -> bool {
    row.rank_after > 0 && (row.rank_before == 0 || row.rank_after < row.rank_before)
}

/// A number before and after.
fn change(before: u32, after: u32, gains: bool, words: &TrustText) -> Html {
    let shown = |number: u32| {
        if number == 0 {
            words.absent.to_owned()
        } else {
            grouped(number)
        }
    };
    if before == after {
        return html! { <span class="figure">{ shown(before) }</span> };
    }
    let class = if gains {
        "figure gains"
    } else {
        "figure loses"
    };
    html! { <span {class}>{ shown(before) }{ " → " }{ shown(after) }</span> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_is_new_rises_and_one_that_goes_does_not() {
        let rows = [
            (0, 3, true),
            (3, 0, false),
            (5, 3, true),
            (3, 5, false),
            (3, 3, false),
        ];
        for (rank_before, rank_after, expected) in rows {
            let row = EffectRow {
                word: "词".to_owned(),
                before: 1,
                after: 2,
                rank_before,
                rank_after,
            };
            assert_eq!(rises(&row), expected, "{rank_before} to {rank_after}");
        }
    }
}
