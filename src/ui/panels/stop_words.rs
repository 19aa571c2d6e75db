//! 停用词 in layers: function words, newspaper phrases, the user's own; all to be seen and changed.

use yew::{
    AttrValue, Callback, Html, InputEvent, Properties, TargetCast as _, component, html,
    use_state_eq,
};

use crate::engine::choices::Settings;
use crate::engine::query::Answer;
use crate::report::answers::stop_words::{StopWordLayer, StopWordLayerRow};
use crate::ui::components::file_button::FileButton;
use crate::ui::components::press::{chip, number, word_form};
use crate::ui::components::switch::Switch;
use crate::ui::engine::{Engine, WordFile};
use crate::ui::shared::Shared;
use crate::ui::state::{Action, Asked, Change, Choices, Spot};
use crate::ui::text::{Text, use_text};
use crate::web::dom::HtmlInputElement;

/// How many stop words of a layer are shown at once; the box above them finds the others.
const SHOWN: usize = 120;

/// What the section shows.
pub struct StopWordsProps<'s> {
    pub engine: &'s Engine,
    pub choices: &'s Choices,
    /// The built-in stop words in code point order.
    pub built_in: &'s Shared<Vec<String>>,
    pub asked: &'s Asked,
}

/// Whether a layer is switched on, and the name of its switch.
fn switch_of(layer: StopWordLayer, settings: &Settings) -> (bool, &'static str) {
    match layer {
        StopWordLayer::Function => (settings.built_in_stop_words, "setting-builtin-stopwords"),
        StopWordLayer::Newspaper => (settings.newspaper_stop_words, "setting-newspaper-stopwords"),
        StopWordLayer::Own => (settings.own_stop_words, "setting-own-stopwords"),
    }
}

/// The section of the settings.
pub fn stop_words(props: &StopWordsProps<'_>, text: &'static Text) -> Html {
    let engine = props.engine;
    let add = {
        let engine = engine.clone();
        Callback::from(move |typed: String| {
            engine.dispatch(Action::Choose(Change::AddStopWords(typed)));
        })
    };
    let import = {
        let engine = engine.clone();
        move |file| engine.import(WordFile::StopWords, file)
    };
    let project = &props.choices.project;
    html! {
        <section class="settings-section" data-testid="stop-words" data-drop="stop-words">
            <h3 class="section-title">{ text.stop_words }</h3>
            { for StopWordLayer::ALL.into_iter().map(|layer| self::layer(layer, props, text)) }
            { word_form(&["stopword-add"], text.stop_word_hint, "stopword-submit", text.add, add) }
            { chips(text.stop_words_own, &project.stop_words_added, "stopword", text.remove_word, Change::RemoveStopWord, engine) }
            { chips(text.stop_words_taken_back, &project.stop_words_removed, "stopword-taken-back", text.restore_word,
                Change::RestoreStopWord, engine) }
            <div class="export-buttons">
                <FileButton label={text.lexicon.import_stop_words} accept=".txt,.dict,.csv,text/plain" testid="stopword-import" on_file={import} />
            </div>
            if let Some(count) = props.asked.imported_stop_words {
                <p class="note" role="status" data-testid="stopword-imported">{ (text.lexicon.imported_stop_words)(count) }</p>
            }
        </section>
    }
}

/// A layer: its switch, its share of the tokens, and its words.
fn layer(layer: StopWordLayer, props: &StopWordsProps<'_>, text: &'static Text) -> Html {
    let engine = props.engine.clone();
    let switch = move |on| engine.dispatch(Action::Choose(Change::StopWordLayer(layer, on)));
    let (on, testid) = switch_of(layer, &props.choices.settings);
    let counted = match props.asked.answer(Spot::StopWords) {
        Some(Answer::StopWords(view)) => view
            .layers
            .iter()
            .find(|row| row.layer == layer)
            .map(|row| (row, view.tokens)),
        _ => None,
    };
    let share = counted.map(|(row, tokens)| {
        let share = f64::from(row.tokens) / f64::from(tokens.max(1));
        AttrValue::from((text.lexicon.layer_share)(row.words, share))
    });
    let built_in = match layer {
        StopWordLayer::Function => props.built_in.clone(),
        StopWordLayer::Newspaper => Shared::default(),
        StopWordLayer::Own => Shared::new(props.choices.project.stop_words_added.clone()),
    };
    let row = counted.map(|(row, _)| row.clone());
    html! {
        <div class="layer" data-testid="stopword-layer" data-layer={format!("{layer:?}").to_ascii_lowercase()}
            data-tokens={row.as_ref().map(|row| row.tokens.to_string())}>
            <Switch label={(text.lexicon.layer)(layer)} {on} on_change={switch} {testid} note={share} />
            if row.as_ref().is_some_and(|row| !row.top.is_empty()) || !built_in.is_empty() {
                <LayerWords engine={props.engine.clone()} {row} {built_in} removed={props.choices.project.stop_words_removed.clone()} {layer} />
            }
        </div>
    }
}

/// Properties of [`LayerWords`].
#[derive(Properties, PartialEq)]
pub struct LayerWordsProps {
    pub engine: Engine,
    pub layer: StopWordLayer,
    /// The layer as counted.
    pub row: Option<StopWordLayerRow>,
    /// All words of the layer, where they are known without counting, in code point order.
    pub built_in: Shared<Vec<String>>,
    /// Those that the user took back.
    pub removed: Vec<String>,
}

/// The words of a layer, to be found and taken off.
#[component]
pub fn LayerWords(props: &LayerWordsProps) -> Html {
    let text = use_text();
    let wanted = use_state_eq(String::new);
    let oninput = {
        let wanted = wanted.setter();
        move |event: InputEvent| {
            let input = event.target_dyn_into::<HtmlInputElement>();
            wanted.set(input.map(|input| input.value()).unwrap_or_default());
        }
    };
    let testid = match props.layer {
        StopWordLayer::Function => "stopwords-built-in",
        StopWordLayer::Newspaper => "stopwords-newspaper",
        StopWordLayer::Own => "stopwords-own",
    };
    let top = props.row.iter().flat_map(|row| &row.top);
    let counted = top.map(|entry| (&entry.text, Some(entry.count)));
    let is_counted = |word: &String| {
        let mut top = props.row.iter().flat_map(|row| &row.top);
        top.any(|entry| entry.text == *word)
    };
    let others = props.built_in.iter().filter(|word| !is_counted(word));
    let words = counted.chain(others.map(|word| (word, None)));
    let is_own = props.layer == StopWordLayer::Own;
    let found = words.filter(|(word, _)| {
        word.contains(wanted.trim()) && (is_own || props.removed.binary_search(word).is_err())
    });
    let total = props
        .row
        .as_ref()
        .map_or(props.built_in.len(), |row| row.words as usize);
    let drawn = |(word, count): (&String, Option<u32>)| {
        let label = html! {
            <><bdi>{ word }</bdi>if let Some(count) = count { { number(count) } }<span aria-hidden="true">{ "×" }</span></>
        };
        let remove = props.engine.change(Change::RemoveStopWord(word.clone()));
        let told = (text.remove_word)(word);
        chip("stopword-built-in", word, told, label, remove)
    };
    html! {
        <details class="built-in" data-testid={testid}>
            <summary>{ (text.lexicon.words)(u32::try_from(total).unwrap_or(u32::MAX)) }</summary>
            <input type="search" class="find" lang="zh-CN" aria-label={text.find_stop_word} placeholder={text.find_stop_word}
                value={(*wanted).clone()} {oninput} autocomplete="off" spellcheck="false" />
            <div class="word-chips" role="group" aria-label={(text.lexicon.layer)(props.layer)}>{ for found.take(SHOWN).map(drawn) }</div>
        </details>
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
    let chip = |word: &String| {
        html! {
            <button type="button" class="word-chip" data-testid={testid} data-word={word.clone()} aria-label={label(word)}
                title={label(word)} onclick={engine.change(change(word.clone()))}>
                <bdi>{ word }</bdi><span aria-hidden="true">{ "×" }</span>
            </button>
        }
    };
    html! {
        <div class="word-chips" role="group" aria-label={title}>
            <p class="note">{ title }</p>
            { for words.iter().take(SHOWN).map(chip) }
            if words.len() > SHOWN { <span class="note">{ format!("+{}", words.len() - SHOWN) }</span> }
        </div>
    }
}
