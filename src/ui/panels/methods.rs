//! 文本统计 and 方法说明, folded away under 概览 until they are wanted.

use yew::{Callback, Html, MouseEvent, Properties, component, html, use_state_eq};

use super::compare::select_selection;
use super::measure_table::{measure_of, measure_table};
use crate::engine::choices::Project;
use crate::engine::protocol::Export;
use crate::engine::query::{Answer, Measure};
use crate::report::answers::group::Selection;
use crate::report::answers::kinds::ItemKind;
use crate::report::answers::methods::{MethodsView, Work};
use crate::ui::components::press::{press, toggle};
use crate::ui::engine::Engine;
use crate::ui::shared::Shared;
use crate::ui::state::{Action, AskAction, Asked, Spot};
use crate::ui::text::{Text, use_text};
use crate::web::clipboard;

/// Both, with the buttons that unfold them.
pub fn folds(
    engine: &Engine,
    asked: &Shared<Asked>,
    project: &Project,
    text: &'static Text,
) -> Html {
    let words = text.methods;
    let (texts_on, methods_on) = (asked.shows_texts, asked.shows_methods);
    let switch = |action: AskAction| engine.act(Action::Ask(action));
    html! {
        <section class="folds">
            <div class="toggles">
                { toggle("secondary", "texts-toggle", words.texts, texts_on, switch(AskAction::Texts(!texts_on))) }
                { toggle("secondary", "methods-toggle", words.methods, methods_on, switch(AskAction::Methods(!methods_on))) }
            </div>
            if texts_on { { texts(engine, asked, project, text) } }
            if methods_on { { methods(engine, asked, text) } }
        </section>
    }
}

/// 文本统计: a table of the groups and one of the articles.
fn texts(engine: &Engine, asked: &Shared<Asked>, project: &Project, text: &'static Text) -> Html {
    let words = text.methods;
    let of = match measure_of(asked, Spot::TextsOfArticles) {
        Some(Measure::TextsOfArticles { of }) => of.clone(),
        _ => Selection::All,
    };
    let with_selection = |of| Measure::TextsOfArticles { of };
    html! {
        <section class="texts" data-testid="texts" aria-label={words.texts}>
            <p class="note">{ words.texts_note }</p>
            <h3 class="section-title">{ words.of_groups }</h3>
            <div class="measure-box is-short">{ measure_table(engine, asked, Spot::Texts) }</div>
            <div class="row-between">
                <h3 class="section-title">{ words.of_articles }</h3>
                { select_selection(engine, Spot::TextsOfArticles, project, &of, with_selection, text) }
            </div>
            <div class="measure-box">{ measure_table(engine, asked, Spot::TextsOfArticles) }</div>
        </section>
    }
}

/// The tables of the workbook: those that were looked at, or else the word list.
fn tables(asked: &Asked) -> Vec<Measure> {
    let measures = asked.measures();
    if measures.is_empty() {
        let (of, items) = (Selection::All, ItemKind::Words);
        return vec![Measure::Items { of, items }];
    }
    measures
}

/// 方法说明.
fn methods(engine: &Engine, asked: &Asked, text: &'static Text) -> Html {
    let words = text.methods;
    let Some(Answer::Methods(view)) = asked.answer(Spot::Methods) else {
        return html! { <section class="methods" aria-busy="true" /> };
    };
    let (tables, measures) = (tables(asked), asked.measures());
    let note = (words.workbook_note)(tables.len());
    let save = |export: Export, name: &str, extension: &str| {
        engine.saves(export, format!("{name}.{extension}"))
    };
    let formulas = view.formulas.iter();
    html! {
        <section class="methods" data-testid="methods" aria-label={words.methods}>
            <p class="note">{ words.methods_note }</p>
            <div class="toggles">
                { press("secondary", "methods-save", words.save_text, save(Export::MethodsText(measures), words.file_methods, "txt")) }
                { press("secondary", "settings-save", words.save_settings, save(Export::SettingsJson, words.file_settings, "json")) }
                { press("primary", "workbook-save", words.workbook, save(Export::Workbook(tables), words.file_workbook, "xlsx")) }
                <span class="note">{ note }</span>
            </div>
            { passage("methods-chinese", "zh-CN", words.chinese, &view.chinese) }
            { passage("methods-english", "en", words.english, &view.english) }
            if !view.formulas.is_empty() {
                <details open=true>
                    <summary>{ words.formulas }</summary>
                    <ul class="formulas" data-testid="methods-formulas">{ for formulas.map(|formula| html! { <li>{ formula }</li> }) }</ul>
                </details>
            }
            { works(view, text) }
            <details>
                <summary>{ words.settings_json }</summary>
                <Copy text={view.settings_json.clone()} testid="copy-settings" />
                <pre class="settings-json" data-testid="methods-settings">{ &view.settings_json }</pre>
            </details>
        </section>
    }
}

/// A paragraph in a language, to be copied.
fn passage(testid: &'static str, lang: &'static str, label: &'static str, content: &str) -> Html {
    html! {
        <div class="passage">
            <div class="row-between"><h4 class="fact-name">{ label }</h4><Copy text={content.to_owned()} {testid} /></div>
            <p {lang} class="printed" data-testid={testid}>{ content }</p>
        </div>
    }
}

/// The works in both styles.
fn works(view: &MethodsView, text: &'static Text) -> Html {
    if view.works.is_empty() {
        return html! {};
    }
    let style = |name: &'static str, testid: &'static str, entry: fn(&Work) -> &str| {
        let entries = view.works.iter().map(entry);
        let all: Vec<&str> = entries.clone().collect();
        html! {
            <div class="passage">
                <div class="row-between"><h4 class="fact-name">{ text.methods.works }{ " " }{ name }</h4><Copy text={all.join("\n")} {testid} /></div>
                <ol class="works" data-testid={testid}>{ for entries.map(|entry| html! { <li>{ entry }</li> }) }</ol>
            </div>
        }
    };
    html! {
        <>
            { style("GB/T 7714—2015", "works-gbt7714", |work| &work.gbt7714) }
            { style("APA", "works-apa", |work| &work.apa) }
        </>
    }
}

/// Properties of [`Copy`].
#[derive(Properties, PartialEq)]
pub struct CopyProps {
    /// What is copied.
    pub text: String,
    /// What it is, for the page's tests.
    pub testid: &'static str,
}

/// A button that copies a text, and says so.
#[component]
pub fn Copy(props: &CopyProps) -> Html {
    let words = use_text().methods;
    let copied = use_state_eq(|| None::<String>);
    let is_copied = copied.as_ref() == Some(&props.text);
    let copy = {
        let (text, copied) = (props.text.clone(), copied.setter());
        Callback::from(move |_: MouseEvent| {
            let (told, copied) = (text.clone(), copied.clone());
            clipboard::copy(text.clone(), move |is_copied| {
                copied.set(is_copied.then_some(told));
            });
        })
    };
    let label = if is_copied { words.copied } else { words.copy };
    html! {
        <button type="button" class="plain" aria-live="polite" data-testid={format!("{}-copy", props.testid)} onclick={copy}>{ label }</button>
    }
}
