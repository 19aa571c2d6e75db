//! 词语: the word table.

use yew::{
    Callback, Html, InputEvent, Properties, TargetCast as _, classes, component, html,
    use_effect_with, use_state_eq,
};

use super::item_tables::{full_list, keywords};
use super::new_words::new_words;
use super::trust::{compared, consistency_cell};
use crate::engine::choices::Project;
use crate::report::label::decimal;
use crate::report::views::{OverviewView, WordOrder, WordRow};
use crate::ui::components::press::{choice_of, toggle};
use crate::ui::components::window::WindowedRows;
use crate::ui::engine::Engine;
use crate::ui::shared::Shared;
use crate::ui::state::{Action, AskAction, Asked, Document, WordTable, WordsPart};
use crate::ui::text::{Text, grouped, use_text};
use crate::web::dom::HtmlInputElement;

/// Height of a row in CSS pixels.
const ROW_PX: u32 = 34;

/// Properties of [`words`].
pub struct WordsProps {
    pub engine: Engine,
    pub table: Shared<WordTable>,
    pub overview: Option<Shared<OverviewView>>,
    pub asked: Shared<Asked>,
    pub project: Shared<Project>,
    pub documents: Shared<Vec<Shared<Document>>>,
}

/// Properties of [`WordList`].
#[derive(Properties, PartialEq)]
pub struct WordListProps {
    pub engine: Engine,
    pub table: Shared<WordTable>,
    pub overview: Option<Shared<OverviewView>>,
    pub asked: Shared<Asked>,
}

/// The tab: the word list, the same with dispersion, keywords, or the candidates for new words.
pub fn words(props: &WordsProps, text: &'static Text) -> Html {
    let (engine, asked) = (&props.engine, &props.asked);
    let part = |part: WordsPart, testid: &'static str, label: &'static str| {
        let show = engine.act(Action::Ask(AskAction::Words(part)));
        (testid, label.to_owned(), asked.words_part == part, show)
    };
    let parts = vec![
        part(WordsPart::List, "words-part-list", text.trust.word_list),
        part(WordsPart::Table, "words-part-table", text.methods.full_list),
        part(
            WordsPart::Keywords,
            "words-part-keywords",
            text.methods.keywords,
        ),
        part(WordsPart::NewWords, "words-part-new", text.trust.new_words),
    ];
    let shows = asked.shows_consistency;
    let consistency = engine.act(Action::Ask(AskAction::Consistency(!shows)));
    html! {
        <div class="words">
            <div class="row-between sheet-tools">
                { choice_of(text.tab_words, parts) }
                if asked.words_part == WordsPart::List {
                    <span title={text.trust.consistency_note}>
                        { toggle("toggle", "consistency-toggle", text.trust.consistency, shows, consistency) }
                    </span>
                }
            </div>
            { match asked.words_part {
                WordsPart::List => html! {
                    <WordList engine={engine.clone()} table={props.table.clone()} overview={props.overview.clone()} asked={asked.clone()} />
                },
                WordsPart::Table => full_list(engine, asked, &props.project, text),
                WordsPart::Keywords => keywords(engine, asked, &props.project, &props.documents, text),
                WordsPart::NewWords => new_words(engine, asked, text),
            } }
        </div>
    }
}

/// 词表.
#[component]
pub fn WordList(props: &WordListProps) -> Html {
    let text = use_text();
    let active = use_state_eq(|| None::<u32>);
    let serial = use_state_eq(|| 0_u32);
    let (engine, table) = (&props.engine, &props.table);
    let asked = (table.order, table.containing.clone());
    let (reset, next) = (active.setter(), (*serial + 1, serial.setter()));
    use_effect_with(asked, move |_| {
        reset.set(None);
        next.1.set(next.0);
    });
    let per = props
        .overview
        .as_ref()
        .map_or(10_000, |overview| overview.totals.per);
    let row = {
        let (table, active, asked) = (table.clone(), *active, props.asked.clone());
        move |row: u32| match table.rows.get(row) {
            Some(word) => word_row(row, word, active == Some(row), &asked, text),
            None => {
                html! { <div class="row word-row is-missing" data-row={row.to_string()} key={row} /> }
            }
        }
    };
    let open = {
        let (engine, table, active) = (engine.clone(), table.clone(), active.setter());
        Callback::from(move |row: u32| {
            active.set(Some(row));
            let word = table.rows.get(row).map(|word| word.word.clone());
            word.into_iter()
                .for_each(|word| engine.dispatch(Action::OpenLines(word)));
        })
    };
    let need = {
        let engine = engine.clone();
        move |rows| engine.dispatch(Action::NeedWords(rows))
    };
    html! {
        <div class={classes!("word-list", props.asked.shows_consistency.then_some("has-consistency"))}>
            <WordTools engine={engine.clone()} table={table.clone()} />
            { head(table, per, text, engine, props.asked.shows_consistency) }
            <WindowedRows id="word" class="word-rows" label={text.word_list} total={table.rows.total()} row_px={ROW_PX} {row}
                active={*active} on_active={{ let active = active.setter(); move |row| active.set(Some(row)) }}
                on_enter={open} on_need={need} scroll_to={(0, *serial)} />
        </div>
    }
}

fn word_row(row: u32, word: &WordRow, is_active: bool, asked: &Asked, text: &'static Text) -> Html {
    let consistency = asked.shows_consistency.then(|| compared(asked, &word.word));
    html! {
        <div class={classes!("row", "word-row", is_active.then_some("is-active"))} role="row" id={format!("word-{row}")}
            data-row={row.to_string()} key={row} aria-rowindex={(row + 1).to_string()}
            data-testid="word-row" data-word={word.word.clone()} data-count={word.count.to_string()}>
            <span role="gridcell" class="cell-rank">{ grouped(word.rank) }</span>
            <span role="gridcell" class="cell-word"><bdi>{ &word.word }</bdi></span>
            <span role="gridcell" class="cell-count">{ grouped(word.count) }</span>
            <span role="gridcell" class="cell-relative">{ decimal(word.relative, 1) }</span>
            <span role="gridcell" class="cell-range">{ grouped(word.articles) }</span>
            <span role="gridcell" class="cell-tag">{ &word.tag }</span>
            if let Some(row) = consistency {
                <span role="gridcell" class="cell-consistency">{ for row.map(|row| consistency_cell(row, text)) }</span>
            }
        </div>
    }
}

/// The heads of the columns, which sort.
fn head(
    table: &WordTable,
    per: u32,
    text: &'static Text,
    engine: &Engine,
    consistency: bool,
) -> Html {
    let column = |label: &'static str,
                  class: &'static str,
                  order: Option<WordOrder>,
                  note: Option<&'static str>| {
        let Some(order) = order else {
            return html! { <span class={class} title={note}>{ label }</span> };
        };
        let (engine, containing) = (engine.clone(), table.containing.clone());
        let is_sorted = table.order == order;
        html! {
            <span class={class} title={note}>
                <button type="button" class={classes!("sort", is_sorted.then_some("is-sorted"))} aria-pressed={is_sorted.to_string()} data-testid="sort"
                    data-order={format!("{order:?}").to_ascii_lowercase()}
                    onclick={move |_| engine.dispatch(Action::AskWords(order, containing.clone()))}>{ label }</button>
            </span>
        }
    };
    html! {
        <div class="word-head" role="group" aria-label={text.word_list}>
            { column(text.rank, "cell-rank", None, None) }
            { column(text.word, "cell-word", Some(WordOrder::Word), None) }
            { column(text.count, "cell-count", Some(WordOrder::Count), None) }
            { column((text.relative)(per), "cell-relative", None, None) }
            { column(text.range, "cell-range", Some(WordOrder::Articles), Some(text.range_note)) }
            { column(text.part_of_speech, "cell-tag", Some(WordOrder::Tag), None) }
            if consistency { { column(text.trust.consistency, "cell-consistency", None, Some(text.trust.consistency_note)) } }
        </div>
    }
}

/// Properties of [`WordTools`].
#[derive(Properties, PartialEq)]
pub struct WordToolsProps {
    pub engine: Engine,
    pub table: Shared<WordTable>,
}

/// The search box, how many words there are, and sorting by length, which has no column.
#[component]
pub fn WordTools(props: &WordToolsProps) -> Html {
    let text = use_text();
    let (engine, table) = (&props.engine, &props.table);
    let oninput = {
        let (engine, order) = (engine.clone(), table.order);
        move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                engine.dispatch(Action::AskWords(order, input.value()));
            }
        }
    };
    let by_length = {
        let (engine, containing) = (engine.clone(), table.containing.clone());
        move |_| engine.dispatch(Action::AskWords(WordOrder::Length, containing.clone()))
    };
    let is_by_length = table.order == WordOrder::Length;
    html! {
        <div class="row-between word-tools">
            <input type="search" class="find" lang="zh-CN" data-testid="find-words" aria-label={text.find_words} placeholder={text.find_words}
                value={table.containing.clone()} {oninput} autocomplete="off" spellcheck="false" />
            <div class="tools">
                <button type="button" class={classes!("sort", is_by_length.then_some("is-sorted"))} aria-pressed={is_by_length.to_string()}
                    onclick={by_length}>{ text.length }</button>
                <span class="note" data-testid="words-total">{ (text.rows)(table.rows.total()) }</span>
            </div>
        </div>
    }
}
