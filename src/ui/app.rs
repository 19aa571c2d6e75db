//! The whole screen: it holds the state and the line to the worker, and hands slices of the state to the panels.

use yew::{ContextProvider, Html, component, hook, html, use_effect_with, use_reducer};

use super::engine::{Engine, use_engine};
use super::panels::drop_veil::DropVeil;
use super::panels::files::Files;
use super::panels::masthead::{AreaBar, Masthead};
use super::panels::notices::Notices;
use super::panels::results::Results;
use super::panels::settings::SettingsPanel;
use super::state::{Action, Area, Notice, State, Theme};
use super::text::Locale;
use crate::web::dom::{EventListener, EventListenerOptions, JsCast as _, KeyboardEvent, window};
use crate::web::{appearance, files, leave, offline};

/// The application.
#[component]
pub fn App() -> Html {
    let state = use_reducer(State::default);
    let engine = use_engine(state.dispatcher());
    use_requests(&state, &engine);
    use_appearance(state.locale, state.theme);
    use_keyboard(&engine, state.locale);
    use_update_notice(&engine);
    use_leave_question(state.has_unsaved_corrections());
    let area = match state.area {
        Area::Files => "files",
        Area::Results => "results",
        Area::Settings => "settings",
    };
    html! {
        <ContextProvider<Locale> context={state.locale}>
            <div class="app" data-testid="app">
                <Masthead engine={engine.clone()} locale={state.locale} theme={state.theme} />
                <Notices engine={engine.clone()} notices={state.notices.clone()} />
                <main class="areas" data-area={area}>
                    <Files engine={engine.clone()} documents={state.documents.clone()}
                        choices={state.choices.present().clone()} open={state.reading.document} metadata={state.metadata.clone()} />
                    <Results engine={engine.clone()} view={super::panels::results::ResultsView::of(&state)} />
                    <SettingsPanel engine={engine.clone()} choices={state.choices.clone()}
                        built_in={state.built_in_stop_words.clone()} documents={state.documents.clone()}
                        cleanup={state.cleanup.clone()} asked={state.asked.clone()} open={state.reading.document} mending={state.mending.clone()} is_unsaved={state.has_unsaved_corrections()} />
                </main>
                <AreaBar engine={engine.clone()} area={state.area} />
                <DropVeil {engine} />
            </div>
        </ContextProvider<Locale>>
    }
}

/// Sends the choices to the worker when they change, and asks for what the screen wants.
#[hook]
fn use_requests(state: &State, engine: &Engine) {
    let sender = engine.clone();
    use_effect_with(state.choices.present().clone(), move |choices| {
        sender.choose(choices)
    });
    let asker = engine.clone();
    use_effect_with(state.requests(), move |wanted| asker.ask(wanted));
}

/// Keeps the document's language, title and colours with the choice.
#[hook]
fn use_appearance(locale: Locale, theme: Option<Theme>) {
    use_effect_with(locale, |locale| {
        appearance::set_language(locale.tag(), "词镜 Cijing");
    });
    use_effect_with(theme, |theme| match theme {
        Some(Theme::Light) => appearance::set_theme("light"),
        Some(Theme::Dark) => appearance::set_theme("dark"),
        None => {}
    });
}

/// Paste, undo and redo, anywhere but where text is edited.
#[hook]
fn use_keyboard(engine: &Engine, locale: Locale) {
    use_effect_with((engine.clone(), locale), |(engine, locale)| {
        let (paster, name) = (engine.clone(), locale.text().pasted);
        let paste = EventListener::new(&window(), "paste", move |event| {
            if !files::is_editing(event) {
                files::pasted(event)
                    .into_iter()
                    .for_each(|text| paster.add_pasted(text, name));
            }
        });
        let undoer = engine.clone();
        let options = EventListenerOptions::enable_prevent_default();
        let keys = EventListener::new_with_options(&window(), "keydown", options, move |event| {
            let action = event.dyn_ref::<KeyboardEvent>().and_then(history_key);
            if let Some(action) = action.filter(|_| !files::is_editing(event)) {
                event.prevent_default();
                undoer.dispatch(action);
            }
        });
        move || drop((paste, keys))
    });
}

/// Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y; with the command key too.
fn history_key(event: &KeyboardEvent) -> Option<Action> {
    let control = event.ctrl_key() || event.meta_key();
    match (control, event.shift_key(), event.key().as_str()) {
        (true, false, "z") => Some(Action::Undo),
        (true, true, "Z" | "z") | (true, false, "y") => Some(Action::Redo),
        _ => None,
    }
}

/// Asks before corrections are lost with the page.
#[hook]
fn use_leave_question(unsaved: bool) {
    use_effect_with(unsaved, |&unsaved| {
        let question = unsaved.then(leave::ask_before_leaving);
        move || drop(question)
    });
}

/// Tells when a new version waits.
#[hook]
fn use_update_notice(engine: &Engine) {
    use_effect_with(engine.clone(), |engine| {
        let engine = engine.clone();
        offline::on_update(move || engine.dispatch(Action::Notify(Notice::Update)));
    });
}
