//! 停用词: the user's, and the built-in ones, all to be seen and changed.

use yew::{
    Callback, Html, InputEvent, Properties, SubmitEvent, TargetCast as _, component, html,
    use_node_ref, use_state_eq,
};

use crate::ui::components::switch::Switch;
use crate::ui::engine::Engine;
use crate::ui::shared::Shared;
use crate::ui::state::{Action, Change, Choices};
use crate::ui::text::{Text, use_text};
use crate::web::dom::HtmlInputElement;

/// How many built-in stop words are shown at once; the box above them finds the others.
const SHOWN: usize = 120;

/// Properties of [`StopWords`].
#[derive(Properties, PartialEq)]
pub struct StopWordsProps {
    pub engine: Engine,
    pub choices: Choices,
    /// The built-in stop words in code point order.
    pub built_in: Shared<Vec<String>>,
}

/// The section of the settings.
#[component]
pub fn StopWords(props: &StopWordsProps) -> Html {
    let text = use_text();
    let engine = &props.engine;
    let input = use_node_ref();
    let onsubmit = {
        let (engine, input) = (engine.clone(), input.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(input) = input.cast::<HtmlInputElement>() {
                engine.dispatch(Action::Choose(Change::AddStopWords(input.value())));
                input.set_value("");
            }
        }
    };
    let switch = {
        let engine = engine.clone();
        Callback::from(move |on| engine.dispatch(Action::Choose(Change::BuiltInStopWords(on))))
    };
    let project = &props.choices.project;
    html! {
        <section class="settings-section">
            <h3 class="section-title">{ text.stop_words }</h3>
            <Switch label={text.built_in_stop_words} on={props.choices.settings.built_in_stop_words} on_change={switch}
                testid="setting-builtin-stopwords" />
            <form class="add-word" {onsubmit}>
                <input ref={input} type="text" lang="zh-CN" data-testid="stopword-add" aria-label={text.stop_word_hint}
                    placeholder={text.stop_word_hint} autocomplete="off" spellcheck="false" />
                <button type="submit" class="secondary" data-testid="stopword-submit">{ text.add }</button>
            </form>
            { chips(text.stop_words_own, &project.stop_words_added, "stopword", text.remove_word, Change::RemoveStopWord, engine) }
            { chips(text.stop_words_taken_back, &project.stop_words_removed, "stopword-taken-back", text.restore_word,
                Change::AddStopWords, engine) }
            if !props.built_in.is_empty() {
                <BuiltIn engine={engine.clone()} choices={props.choices.clone()} built_in={props.built_in.clone()} />
            }
        </section>
    }
}

/// Words of which each can be taken off a list.
fn chips(
    title: &'static str,
    words: &[String],
    testid: &'static str,
    label: fn(&str) -> String,
    change: fn(String) -> Change,
    engine: &Engine,
) -> Html {
    if words.is_empty() {
        return html! {};
    }
    html! {
        <div class="word-chips">
            <p class="note">{ title }</p>
            { for words.iter().map(|word| chip(word, testid, label, change, engine)) }
        </div>
    }
}

fn chip(
    word: &str,
    testid: &'static str,
    label: fn(&str) -> String,
    change: fn(String) -> Change,
    engine: &Engine,
) -> Html {
    let (engine, action) = (engine.clone(), Action::Choose(change(word.to_owned())));
    html! {
        <button type="button" class="word-chip" data-testid={testid} data-word={word.to_owned()} aria-label={label(word)}
            title={label(word)} onclick={move |_| engine.dispatch(action.clone())}>
            <bdi>{ word }</bdi><span aria-hidden="true">{ "×" }</span>
        </button>
    }
}

/// The built-in stop words in force, to be found and taken back in.
#[component]
pub fn BuiltIn(props: &StopWordsProps) -> Html {
    let text = use_text();
    let wanted = use_state_eq(String::new);
    let oninput = {
        let wanted = wanted.setter();
        move |event: InputEvent| {
            let value = event
                .target_dyn_into::<HtmlInputElement>()
                .map(|input| input.value());
            wanted.set(value.unwrap_or_default());
        }
    };
    html! {
        <details class="built-in" data-testid="stopwords-built-in">
            <summary>{ (text.stop_words_built_in)(props.built_in.len()) }</summary>
            <input type="search" class="find" lang="zh-CN" aria-label={text.find_stop_word} placeholder={text.find_stop_word}
                value={(*wanted).clone()} {oninput} autocomplete="off" spellcheck="false" />
            { in_force(props, wanted.trim(), text) }
        </details>
    }
}

fn in_force(props: &StopWordsProps, wanted: &str, text: &'static Text) -> Html {
    let taken_back = &props.choices.project.stop_words_removed;
    let words = props
        .built_in
        .iter()
        .filter(|word| word.contains(wanted) && taken_back.binary_search(word).is_err());
    let shown = words.take(SHOWN);
    html! {
        <div class="word-chips">
            { for shown.map(|word| chip(word, "stopword-built-in", text.remove_word, Change::RemoveStopWord, &props.engine)) }
        </div>
    }
}
