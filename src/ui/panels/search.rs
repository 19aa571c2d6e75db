//! 检索: a word box, and the lines of the word.

use yew::{
    Html, InputEvent, Properties, SubmitEvent, TargetCast as _, component, html, use_effect_with,
    use_state_eq,
};

use super::lines::LinesList;
use super::trust::trust_panel;
use crate::engine::choices::Project;
use crate::ui::components::press::toggle;
use crate::ui::engine::Engine;
use crate::ui::shared::Shared;
use crate::ui::state::{Action, AskAction, Asked, Lines};
use crate::ui::text::use_text;
use crate::web::dom::HtmlInputElement;

/// Properties of [`Search`].
#[derive(Properties, PartialEq)]
pub struct SearchProps {
    pub engine: Engine,
    pub lines: Shared<Lines>,
    pub asked: Shared<Asked>,
    pub project: Shared<Project>,
}

/// The tab.
#[component]
pub fn Search(props: &SearchProps) -> Html {
    let text = use_text();
    let typed = use_state_eq(String::new);
    let setter = typed.setter();
    use_effect_with(props.lines.searched().to_owned(), move |word| {
        setter.set(word.clone())
    });
    let oninput = {
        let typed = typed.setter();
        move |event: InputEvent| {
            let input = event.target_dyn_into::<HtmlInputElement>();
            input.into_iter().for_each(|input| typed.set(input.value()));
        }
    };
    let search = {
        let (engine, typed) = (props.engine.clone(), typed.clone());
        move || engine.dispatch(Action::Search(typed.trim().to_owned()))
    };
    let onsubmit = {
        let search = search.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            search();
        }
    };
    let lines = &props.lines;
    let shows_why = props.asked.shows_why;
    let why = props.engine.act(Action::Ask(AskAction::Why(!shows_why)));
    let found = lines.rows.is_known().then(|| lines.rows.total());
    html! {
        <div class="search">
            <form class="search-box" role="search" {onsubmit}>
                <input type="search" lang="zh-CN" data-testid="search-word" aria-label={text.search_label}
                    placeholder={text.search_hint} value={(*typed).clone()} {oninput} onchange={move |_| search()}
                    autocomplete="off" spellcheck="false" />
                if let Some(found) = found.filter(|_| !lines.searched().is_empty()) {
                    <span class="note" data-testid="search-count">{ (text.lines_count)(found) }</span>
                    { toggle("plain", "why", text.trust.why, shows_why, why) }
                }
            </form>
            if found == Some(0) && !lines.searched().is_empty() {
                <p class="note">{ (text.search_empty)(&lines.word) }</p>
            }
            if shows_why && !lines.searched().is_empty() {
                { trust_panel(&props.asked, &props.project, &props.engine, text) }
            }
            <LinesList engine={props.engine.clone()} lines={lines.clone()} />
        </div>
    }
}
