//! 校正: the commands on the focused unit, at the foot of 原文.

use yew::{Callback, Event, Html, KeyboardEvent, MouseEvent, html};

use super::articles::label;
use crate::report::views::{CleanUnit, DocumentView, UnitKind};
use crate::text::page::model::HeadlineRole;
use crate::ui::components::select::chosen_number;
use crate::ui::engine::Engine;
use crate::ui::shared::Shared;
use crate::ui::state::{
    Action, CaretStep, Command, Focus, HeadlineForm, MendAction, Mending, Reading,
};
use crate::ui::text::Text;
use crate::web::element;

/// The roles that a person gives, in the order of their keys 1, 2, 3.
const ROLES: [HeadlineRole; 3] = [HeadlineRole::Kicker, HeadlineRole::Main, HeadlineRole::Sub];

/// Properties of [`mending_bar`].
pub struct MendingBarProps {
    pub engine: Engine,
    pub reading: Shared<Reading>,
    pub mending: Shared<Mending>,
    /// The document that is read.
    pub document: Option<Shared<DocumentView>>,
}

/// What is focused, what happened, and every command with its key.
pub fn mending_bar(props: &MendingBarProps, text: &'static Text) -> Html {
    let words = &text.mending;
    let told = props.mending.told.map(words.told);
    let serial = props.mending.told_serial.to_string();
    let focused = props.reading.focused();
    let document = props.document.as_ref();
    let unfitting = document
        .map(|view| view.unfitting.len())
        .filter(|count| *count > 0);
    html! {
        <section class="mending" aria-label={words.commands} data-testid="mending">
            <div class="mending-head">
                if let Some((focus, unit)) = focused {
                    <span class="mending-unit" data-testid="focused-kind">{ (text.unit)(unit.kind) }</span>
                    { doubt(focus, unit, text) }
                } else {
                    <span class="note">{ words.hint }</span>
                }
                if let Some(count) = unfitting {
                    <span class="mending-unfitting" data-testid="unfitting">{ (words.unfitting)(count) }</span>
                }
                <p class="mending-told" role="status" aria-live="polite" data-testid="told" data-serial={serial.clone()}>
                    if let Some(told) = told { <span key={serial}>{ told }</span> }
                </p>
            </div>
            if let Some(form) = props.mending.form {
                { make_headline(&MakeHeadlineProps { engine: props.engine.clone(), reading: props.reading.clone(), document: props.document.clone(), form }, text) }
            } else if focused.is_some() {
                <div class="commands" role="toolbar" aria-label={words.commands}>
                    { for offered(&props.reading).map(|command| button(command, props, text)) }
                </div>
            }
        </section>
    }
}

/// What the doubtful decision nearest to the caret says, where the unit has one that nobody judged.
fn doubt(focus: Focus, unit: &CleanUnit, text: &'static Text) -> Html {
    let open = unit.doubts.iter().filter(|doubt| doubt.judged.is_none());
    let nearest = open.min_by_key(|doubt| doubt.before_char.abs_diff(focus.caret));
    let note = nearest
        .map(|doubt| (text.mending.doubt_note)(doubt.answer, doubt.reason, doubt.confidence));
    html! {
        if let Some(note) = note {
            <span class="note mending-doubt" data-testid="focused-doubt">{ note }</span>
        }
    }
}

/// The commands on the screen: restoring takes the place of setting aside where that was done.
fn offered(reading: &Reading) -> impl Iterator<Item = Command> {
    let absent = if reading.allows(Command::Restore) {
        Command::SetAside
    } else {
        Command::Restore
    };
    Command::ALL
        .into_iter()
        .filter(move |command| *command != absent)
}

/// One that does not fit can still be pressed, and says why not.
fn button(command: Command, props: &MendingBarProps, text: &'static Text) -> Html {
    let words = &text.mending;
    let engine = props.engine.clone();
    let onclick = move |_: MouseEvent| {
        // The button may go away or not fit any more: the keys go on in the page.
        element::focus(".clean");
        engine.dispatch(Action::Mend(MendAction::Give(command)));
    };
    let key = (words.key)(command);
    html! {
        <button type="button" class="command" title={(words.command_note)(command)} aria-keyshortcuts={shortcut(command)}
            aria-disabled={(!props.reading.allows(command)).to_string()} data-testid={format!("mend-{}", command.name())} {onclick}>
            { (words.command)(command) }<kbd>{ key }</kbd>
        </button>
    }
}

/// The command's key as `aria-keyshortcuts` names it.
fn shortcut(command: Command) -> String {
    let key = command.key();
    let (first, rest) = key.split_at(1);
    format!("{}{rest}", first.to_ascii_uppercase())
}

/// Properties of [`make_headline`].
pub struct MakeHeadlineProps {
    pub engine: Engine,
    pub reading: Shared<Reading>,
    pub document: Option<Shared<DocumentView>>,
    pub form: HeadlineForm,
}

/// Of which article the headline is, and which part of it.
pub fn make_headline(props: &MakeHeadlineProps, text: &'static Text) -> Html {
    let words = &text.mending;
    let form = props.form;
    let act = |action: MendAction| {
        let engine = props.engine.clone();
        move |_: MouseEvent| {
            element::focus(".clean");
            engine.dispatch(Action::Mend(action.clone()));
        }
    };
    let role = |(number, role): (usize, HeadlineRole)| {
        let is_chosen = role == form.role;
        let onclick = act(MendAction::Form(HeadlineForm { role, ..form }));
        html! {
            <button type="button" class="step" role="radio" aria-checked={is_chosen.to_string()} {onclick}>
                { (text.unit)(UnitKind::Headline(role)) }<kbd>{ number + 1 }</kbd>
            </button>
        }
    };
    html! {
        <div class="headline-form" role="group" aria-label={(words.command)(Command::MakeHeadline)} data-testid="headline-form"
            data-article={form.article.to_string()}>
            <div class="steps" role="radiogroup" aria-label={words.role}>{ for ROLES.into_iter().enumerate().map(role) }</div>
            { article_choice(props, text) }
            <div class="tools">
                <button type="button" class="primary" data-testid="headline-make" onclick={act(MendAction::MakeHeadline)}>
                    { words.make }<kbd>{ "Enter" }</kbd>
                </button>
                <button type="button" class="plain" onclick={act(MendAction::CloseForm)}>{ words.cancel }<kbd>{ "Esc" }</kbd></button>
            </div>
        </div>
    }
}

fn article_choice(props: &MakeHeadlineProps, text: &'static Text) -> Html {
    let words = &text.mending;
    let form = props.form;
    let onchange = {
        let engine = props.engine.clone();
        Callback::from(move |event: Event| {
            if let Some(article) = chosen_number(&event) {
                let form = HeadlineForm { article, ..form };
                engine.dispatch(Action::Mend(MendAction::Form(form)));
            }
        })
    };
    let option = |(article, _): (u32, u32)| {
        let view = props.document.as_ref();
        let entry = view.and_then(|view| view.articles.get(article as usize));
        let label = entry.and_then(label).unwrap_or(text.no_headline);
        html! {
            <option value={article.to_string()} selected={article == form.article}>
                { (words.article_number)(article + 1) }{ " " }{ label }
            </option>
        }
    };
    html! {
        <label class="inline-field">
            <span class="note">{ words.article }</span>
            <select data-testid="headline-article" {onchange}>
                { for props.reading.articles_near().into_iter().map(option) }
            </select>
            <kbd>{ "← →" }</kbd>
        </label>
    }
}

/// What a key means at the clean page; `None` for a key that means nothing there.
pub fn action_of_key(
    event: &KeyboardEvent,
    reading: &Reading,
    mending: &Mending,
) -> Option<MendAction> {
    if event.meta_key() || event.alt_key() {
        return None;
    }
    let key = event.key();
    if let Some(form) = mending.form {
        return form_key(&key, form, reading);
    }
    let step = match (key.as_str(), event.ctrl_key()) {
        ("ArrowLeft", false) => CaretStep::Back,
        ("ArrowRight", false) => CaretStep::On,
        ("ArrowLeft", true) => CaretStep::BackToSeam,
        ("ArrowRight", true) => CaretStep::OnToSeam,
        (_, true) => return None,
        (key, false) => {
            let command = Command::of_key(key).filter(|_| reading.focus.is_some())?;
            return Some(MendAction::Give(command));
        }
    };
    reading.focus.map(|_| MendAction::Caret(step))
}

fn form_key(key: &str, form: HeadlineForm, reading: &Reading) -> Option<MendAction> {
    let role = |number: usize| ROLES.get(number).copied();
    let by = match key {
        "Enter" => return Some(MendAction::MakeHeadline),
        "Escape" => return Some(MendAction::CloseForm),
        "1" | "2" | "3" => {
            let number: usize = key.parse().ok()?;
            let role = role(number.checked_sub(1)?)?;
            return Some(MendAction::Form(HeadlineForm { role, ..form }));
        }
        "ArrowLeft" => -1,
        "ArrowRight" => 1,
        _ => return None,
    };
    let near = reading.articles_near();
    let place = near
        .iter()
        .position(|&(article, _)| article == form.article)?;
    let (article, _) = *near.get(place.checked_add_signed(by)?)?;
    Some(MendAction::Form(HeadlineForm { article, ..form }))
}
