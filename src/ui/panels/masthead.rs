//! The head of the page, and on a narrow screen its foot.

use yew::{Html, Properties, component, html};

use crate::ui::engine::Engine;
use crate::ui::state::{Action, Area, Theme};
use crate::ui::text::{Locale, use_text};
use crate::web::appearance;

/// Properties of [`Masthead`].
#[derive(Properties, PartialEq)]
pub struct MastheadProps {
    pub engine: Engine,
    pub locale: Locale,
    /// Light or dark, where the user chose.
    pub theme: Option<Theme>,
}

/// Name, promise, language, light or dark.
#[component]
pub fn Masthead(props: &MastheadProps) -> Html {
    let text = use_text();
    let dark = match props.theme {
        Some(theme) => theme == Theme::Dark,
        None => appearance::system_is_dark(),
    };
    let (other_theme, theme_label) = if dark {
        (Theme::Light, text.to_light)
    } else {
        (Theme::Dark, text.to_dark)
    };
    let act = |action: Action| {
        let engine = props.engine.clone();
        move |_| engine.dispatch(action.clone())
    };
    html! {
        <header class="masthead">
            <h1 class="nameplate" lang="zh-CN">{ "词镜" }<span class="nameplate-latin" lang="en">{ "Cijing" }</span></h1>
            <p class="promise">
                <span class="promise-first">{ text.promise }</span>
                <span class="promise-dot" aria-hidden="true">{ "·" }</span>
                <span>{ text.offline }</span>
            </p>
            <div class="masthead-tools">
                <button type="button" class="plain" data-testid="theme" onclick={act(Action::Theme(other_theme))}>
                    { theme_label }
                </button>
                <button type="button" class="plain" data-testid="language" lang={text.other_language_tag}
                    onclick={act(Action::Locale(props.locale.other()))}>
                    { text.other_language }
                </button>
            </div>
        </header>
    }
}

/// Properties of [`AreaBar`].
#[derive(Properties, PartialEq)]
pub struct AreaBarProps {
    pub engine: Engine,
    /// The area that is shown.
    pub area: Area,
}

/// The three areas to choose from, on a narrow screen.
#[component]
pub fn AreaBar(props: &AreaBarProps) -> Html {
    let text = use_text();
    let areas = [
        (Area::Files, text.files, "area-files"),
        (Area::Results, text.tabs, "area-results"),
        (Area::Settings, text.settings, "area-settings"),
    ];
    let button = |(area, label, testid): (Area, &'static str, &'static str)| {
        let engine = props.engine.clone();
        let current = (props.area == area).then_some("true");
        html! {
            <button type="button" class="area-button" aria-current={current} data-testid={testid}
                onclick={move |_| engine.dispatch(Action::ShowArea(area))}>{ label }</button>
        }
    };
    html! { <nav class="area-bar" aria-label={text.areas}>{ for areas.into_iter().map(button) }</nav> }
}
