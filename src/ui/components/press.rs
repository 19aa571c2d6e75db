//! Small things of which the panels have many: a button, words with their counts, a short table.

use yew::{Callback, Html, MouseEvent, SubmitEvent, TargetCast as _, html};

use crate::report::answers::Counted;
use crate::report::label::grouped;
use crate::web::dom::Element;
use crate::web::element;

/// A button.
pub fn press(
    class: &'static str,
    testid: &'static str,
    label: &str,
    onclick: Callback<MouseEvent>,
) -> Html {
    html! { <button type="button" {class} data-testid={testid} {onclick}>{ label }</button> }
}

/// A button for something named: the name is told to the page's tests.
pub fn press_on(
    class: &'static str,
    testid: &'static str,
    name: &str,
    label: Html,
    onclick: Callback<MouseEvent>,
) -> Html {
    html! {
        <button type="button" {class} data-testid={testid} data-name={name.to_owned()} {onclick}>{ label }</button>
    }
}

/// A word that a click takes off a list or brings back: what the click does is told to those who do not see the sign.
pub fn chip(
    testid: &'static str,
    name: &str,
    told: String,
    label: Html,
    onclick: Callback<MouseEvent>,
) -> Html {
    html! {
        <button type="button" class="word-chip" data-testid={testid} data-name={name.to_owned()} title={told.clone()} aria-label={told}
            {onclick}>{ label }</button>
    }
}

/// A button that is in or out.
pub fn toggle(
    class: &'static str,
    testid: &'static str,
    label: &str,
    is_on: bool,
    onclick: Callback<MouseEvent>,
) -> Html {
    html! {
        <button type="button" {class} data-testid={testid} aria-pressed={is_on.to_string()} {onclick}>{ label }</button>
    }
}

/// Some choices of which one holds: each with the name for the page's tests, its label, and how often.
pub fn choice_of(
    label: &str,
    choices: Vec<(&'static str, String, bool, Callback<MouseEvent>)>,
) -> Html {
    let one = |(testid, label, is_on, onclick): (
        &'static str,
        String,
        bool,
        Callback<MouseEvent>,
    )| {
        html! {
            <button type="button" class="step" role="radio" data-testid={testid} aria-checked={is_on.to_string()} {onclick}>
                { label }
            </button>
        }
    };
    html! {
        <div class="steps" role="radiogroup" aria-label={label.to_owned()}>{ for choices.into_iter().map(one) }</div>
    }
}

/// A text field of a form: its name, which the page's tests know too, and what it is for.
pub fn field(name: &'static str, class: &'static str, label: &'static str) -> Html {
    html! {
        <input {name} type="text" {class} lang="zh-CN" data-testid={name} aria-label={label} placeholder={label} title={label}
            autocomplete="off" spellcheck="false" />
    }
}

/// What a form does with what stands in the fields of these names. Where it is taken, the text fields are emptied.
pub fn on_submit(
    names: &'static [&'static str],
    take: impl Fn(Vec<String>) -> bool + 'static,
) -> Callback<SubmitEvent> {
    Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        let Some(form) = event.target_dyn_into::<Element>() else {
            return;
        };
        let typed = names.iter().map(|name| element::value_of(&form, name));
        if take(typed.collect()) {
            for name in names {
                element::fill(&form, name, "");
            }
        }
    })
}

/// A form of one field; nothing is told of an empty one.
pub fn word_form(
    name: &'static [&'static str; 1],
    label: &'static str,
    testid: &'static str,
    button: &'static str,
    take: Callback<String>,
) -> Html {
    let submit = on_submit(name, move |typed| {
        let word = typed.concat();
        let is_typed = !word.trim().is_empty();
        if is_typed {
            take.emit(word.trim().to_owned());
        }
        is_typed
    });
    html! {
        <form class="add-word" onsubmit={submit}>
            { for name.iter().map(|name| field(name, "", label)) }
            <button type="submit" class="secondary" data-testid={testid}>{ button }</button>
        </form>
    }
}

/// A number, in figures of one width.
pub fn number(number: u32) -> Html {
    html! { <span class="figure">{ grouped(number) }</span> }
}

/// A word with its count.
pub fn counted(word: &str, count: u32) -> Html {
    html! { <><bdi class="printed">{ word }</bdi>{ number(count) }</> }
}

/// Words with their counts, one behind the other.
pub fn counts(list: &[Counted]) -> Html {
    let one = |entry: &Counted| html! { <li>{ counted(&entry.text, entry.count) }</li> };
    html! { <ul class="counts">{ for list.iter().map(one) }</ul> }
}

/// What is said of something: a name, and what it is. Left out where there is nothing to say.
pub fn fact(name: &str, is_told: bool, told: Html) -> Html {
    if !is_told {
        return html! {};
    }
    html! { <div class="fact"><h5 class="fact-name">{ name }</h5><div class="fact-told">{ told }</div></div> }
}

/// A short table. Cells beyond the first are figures.
pub fn table(testid: &'static str, heads: &[&str], rows: Vec<Vec<Html>>) -> Html {
    let head = |head: &&str| html! { <th scope="col">{ *head }</th> };
    let row = |cells: Vec<Html>| html! { <tr>{ for cells.into_iter().map(|cell| html! { <td>{ cell }</td> }) }</tr> };
    html! {
        <table class="short-table" data-testid={testid}>
            <thead><tr>{ for heads.iter().map(head) }</tr></thead>
            <tbody>{ for rows.into_iter().map(row) }</tbody>
        </table>
    }
}
