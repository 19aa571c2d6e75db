//! 处理方案: every choice that shapes the counts, in force at once.

use yew::{AttrValue, Callback, Html, Properties, component, html};

use super::cleanup::CleanupSteps;
use super::exports::{ExportsProps, exports};
use super::groups::groups;
use super::lexicon::lexicon;
use super::project::ProjectFile;
use super::stop_words::{StopWordsProps, stop_words};
use crate::engine::choices::{NameTokens, PartOfSpeech, Settings};
use crate::report::answers::kinds::CountedParts;
use crate::report::views::DocumentId;
use crate::ui::components::switch::Switch;
use crate::ui::engine::Engine;
use crate::ui::shared::Shared;
use crate::ui::state::{Action, Asked, Change, Choices, Cleanup, Document, History, Mending};
use crate::ui::text::{Text, use_text};

/// The longest shortest word that can be chosen, in characters.
const SHORTEST_MAX: u8 = 4;

/// Properties of [`SettingsPanel`].
#[derive(Properties, PartialEq)]
pub struct SettingsPanelProps {
    pub engine: Engine,
    pub choices: Shared<History<Choices>>,
    /// The built-in stop words in code point order.
    pub built_in: Shared<Vec<String>>,
    pub documents: Shared<Vec<Shared<Document>>>,
    /// What cleaning changed.
    pub cleanup: Shared<Cleanup>,
    /// What is asked about words.
    pub asked: Shared<Asked>,
    /// The document that is read.
    pub open: Option<DocumentId>,
    pub mending: Shared<Mending>,
    /// Whether corrections were made that no file holds.
    pub is_unsaved: bool,
}

/// The right area.
#[component]
pub fn SettingsPanel(props: &SettingsPanelProps) -> Html {
    let text = use_text();
    let engine = &props.engine;
    let choices = props.choices.present();
    let settings = &choices.settings;
    let act = |action: Action| {
        let engine = engine.clone();
        move |_| engine.dispatch(action.clone())
    };
    let stops = StopWordsProps {
        engine,
        choices,
        built_in: &props.built_in,
        asked: &props.asked,
    };
    html! {
        <section class="area area-settings" aria-label={text.settings}>
            <div class="row-between area-head">
                <h2 class="area-title">{ text.settings }</h2>
                <div class="tools">
                    <button type="button" class="plain" data-testid="undo" disabled={!props.choices.can_undo()}
                        onclick={act(Action::Undo)}>{ text.undo }</button>
                    <button type="button" class="plain" data-testid="redo" disabled={!props.choices.can_redo()}
                        onclick={act(Action::Redo)}>{ text.redo }</button>
                </div>
            </div>
            <CleanupSteps engine={engine.clone()} settings={choices.settings.clone()} cleanup={props.cleanup.clone()} />
            { segmentation(settings, text, engine) }
            { lexicon(engine, &choices.project, &props.asked, text) }
            { what_counts(settings, text, engine) }
            <section class="settings-section">
                <h3 class="section-title">{ text.shortest }</h3>
                { shortest(settings.shortest_chars, text, engine) }
            </section>
            <section class="settings-section">
                <h3 class="section-title">{ text.part_of_speech }</h3>
                { parts_of_speech(settings, text, engine) }
            </section>
            { stop_words(&stops, text) }
            { groups(engine, &choices.project, &props.asked, settings.groups_as_one, text) }
            <ProjectFile engine={engine.clone()} mending={props.mending.clone()}
                is_unsaved={props.is_unsaved} />
            { exports(&ExportsProps { engine: engine.clone(), documents: props.documents.clone(), open: props.open }, text) }
        </section>
    }
}

fn on_change(engine: &Engine, change: fn(bool) -> Change) -> Callback<bool> {
    let engine = engine.clone();
    Callback::from(move |on| engine.dispatch(Action::Choose(change(on))))
}

fn segmentation(settings: &Settings, text: &'static Text, engine: &Engine) -> Html {
    let (words, names) = (text.lexicon, settings.name_tokens);
    let name_tokens =
        |label: &'static str, testid: &'static str, on: bool, set: fn(&mut NameTokens, bool)| {
            let engine = engine.clone();
            let on_change = move |on| {
                let mut kinds = names;
                set(&mut kinds, on);
                engine.dispatch(Action::Choose(Change::NameTokens(kinds)));
            };
            html! { <Switch {label} {on} {testid} {on_change} /> }
        };
    html! {
        <section class="settings-section">
            <h3 class="section-title">{ text.segmentation }</h3>
            <Switch label={text.unknown_words} on={settings.unknown_words} testid="setting-hmm"
                note={AttrValue::from(text.unknown_words_note)} on_change={on_change(engine, Change::UnknownWords)} />
            <p class="note" title={words.name_tokens_note}>{ words.name_tokens }</p>
            <div class="switches">
                { name_tokens(words.person, "setting-persons", names.persons, |kinds, on| kinds.persons = on) }
                { name_tokens(words.place, "setting-places", names.places, |kinds, on| kinds.places = on) }
                { name_tokens(words.organisation, "setting-organisations", names.organisations, |kinds, on| kinds.organisations = on) }
            </div>
            <Switch label={words.phrase_tokens} on={settings.phrase_tokens} testid="setting-phrase-tokens"
                on_change={on_change(engine, Change::PhraseTokens)} />
        </section>
    }
}

fn what_counts(settings: &Settings, text: &'static Text, engine: &Engine) -> Html {
    let parts = settings.parts;
    let part =
        |label: &'static str, testid: &'static str, on: bool, set: fn(&mut CountedParts, bool)| {
            let engine = engine.clone();
            let on_change = move |on| {
                let mut parts = parts;
                set(&mut parts, on);
                engine.dispatch(Action::Choose(Change::Parts(parts)));
            };
            html! { <Switch {label} {on} {testid} {on_change} /> }
        };
    html! {
        <section class="settings-section">
            <h3 class="section-title">{ text.what_counts }</h3>
            <div class="switches">
                { part(text.main_headline, "setting-headlines", parts.main_headline, |parts, on| parts.main_headline = on) }
                { part(text.other_headlines, "setting-other-headlines", parts.other_headlines, |parts, on| parts.other_headlines = on) }
                { part(text.crossheads, "setting-crossheads", parts.crossheads, |parts, on| parts.crossheads = on) }
                { part(text.lead, "setting-lead", parts.lead, |parts, on| parts.lead = on) }
                { part(text.body, "setting-body", parts.body, |parts, on| parts.body = on) }
                { part(text.captions, "setting-captions", parts.captions, |parts, on| parts.captions = on) }
                { part(text.tables_part, "setting-tables", parts.tables, |parts, on| parts.tables = on) }
            </div>
            <p class="note">{ text.never_counted }</p>
        </section>
    }
}

fn shortest(chars: u8, text: &'static Text, engine: &Engine) -> Html {
    let button = |value: u8| {
        let engine = engine.clone();
        let is_chosen = value == chars;
        html! {
            <button type="button" class="step" role="radio" aria-checked={is_chosen.to_string()} data-value={value.to_string()}
                onclick={move |_| engine.dispatch(Action::Choose(Change::ShortestChars(value)))}>{ value }</button>
        }
    };
    html! {
        <div class="steps" role="radiogroup" aria-label={text.shortest} data-testid="setting-shortest" data-value={chars.to_string()}>
            { for (1..=SHORTEST_MAX).map(button) }
            <span class="note">{ (text.shortest_unit)(chars) }</span>
        </div>
    }
}

fn parts_of_speech(settings: &Settings, text: &'static Text, engine: &Engine) -> Html {
    let toggle = |family: PartOfSpeech| {
        let engine = engine.clone();
        let is_kept = settings.parts_of_speech.keeps(family);
        html! {
            <button type="button" class="toggle" aria-pressed={is_kept.to_string()} data-testid="part-of-speech"
                data-family={format!("{family:?}").to_ascii_lowercase()}
                onclick={move |_| engine.dispatch(Action::Choose(Change::TogglePartOfSpeech(family)))}>
                { (text.family)(family) }
            </button>
        }
    };
    html! { <div class="toggles" role="group" aria-label={text.part_of_speech}>{ for PartOfSpeech::ALL.into_iter().map(toggle) }</div> }
}
