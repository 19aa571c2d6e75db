//! 清洗步骤: a switch for each step, how often it changed something, and all that it changed.

use yew::{AttrValue, Callback, Html, Properties, component, html};

use crate::engine::choices::Settings;
use crate::report::views::{ChangeKind, ChangeRow, CleanupStep};
use crate::ui::components::switch::Switch;
use crate::ui::engine::Engine;
use crate::ui::shared::Shared;
use crate::ui::state::{Action, Change, Cleanup};
use crate::ui::text::{Text, use_text};

/// Properties of [`CleanupSteps`].
#[derive(Properties, PartialEq)]
pub struct CleanupStepsProps {
    pub engine: Engine,
    pub settings: Shared<Settings>,
    pub cleanup: Shared<Cleanup>,
}

/// The section of the settings.
#[component]
pub fn CleanupSteps(props: &CleanupStepsProps) -> Html {
    let text = use_text();
    html! {
        <section class="settings-section" data-testid="cleanup">
            <h3 class="section-title">{ text.cleanup.title }</h3>
            <p class="note">{ text.cleanup.note }</p>
            <ul class="cleanup-steps">{ for CleanupStep::ALL.into_iter().map(|step| step_item(props, step, text)) }</ul>
        </section>
    }
}

/// One step. A step without a switch is shown only where it found something.
fn step_item(props: &CleanupStepsProps, step: CleanupStep, text: &'static Text) -> Html {
    let count = props.cleanup.count(step);
    let is_open = props.cleanup.open == Some(step);
    if !matches!(step, CleanupStep::Pass(_)) && count.unwrap_or(0) == 0 {
        return html! {};
    }
    html! {
        <li class="cleanup-step" key={name(step)} data-testid="cleanup-step" data-step={name(step)}>
            <div class="row-between">
                { label(props, step, text) }
                { count_button(props, step, count.unwrap_or(0), text) }
            </div>
            if is_open {
                { changes(props, step, text) }
            }
        </li>
    }
}

fn label(props: &CleanupStepsProps, step: CleanupStep, text: &'static Text) -> Html {
    let (title, example) = ((text.cleanup.step)(step), (text.cleanup.example)(step));
    let CleanupStep::Pass(pass) = step else {
        return html! {
            <p class="cleanup-name">{ title }<span class="note">{ example }</span></p>
        };
    };
    let engine = props.engine.clone();
    let on_change =
        Callback::from(move |on| engine.dispatch(Action::Choose(Change::Cleanup(pass, on))));
    html! {
        <Switch label={title} note={AttrValue::from(example)} on={props.settings.cleanup.has(pass)}
            testid={format!("setting-{}", name(step))} {on_change} />
    }
}

/// The count, which opens and closes what the step changed.
fn count_button(
    props: &CleanupStepsProps,
    step: CleanupStep,
    count: u32,
    text: &'static Text,
) -> Html {
    let words = text.cleanup;
    let is_open = props.cleanup.open == Some(step);
    if count == 0 && !is_open {
        return html! { <span class="note cleanup-count" data-testid="cleanup-count">{ (words.count)(0) }</span> };
    }
    let engine = props.engine.clone();
    html! {
        <button type="button" class="plain cleanup-count" data-testid="cleanup-count" aria-expanded={is_open.to_string()}
            aria-label={(words.show)((words.step)(step), count)}
            onclick={move |_| engine.dispatch(Action::ToggleChanges(step))}>{ (words.count)(count) }</button>
    }
}

fn changes(props: &CleanupStepsProps, step: CleanupStep, text: &'static Text) -> Html {
    let rows = &props.cleanup.rows;
    let shown = u32::try_from(rows.loaded().count()).unwrap_or(u32::MAX);
    let more = rows.total().saturating_sub(shown);
    html! {
        <ul class="changes" data-testid="changes">
            { for rows.loaded().map(|(_, row)| change_item(&props.engine, step, row, text)) }
            if more > 0 {
                <li class="note">{ (text.cleanup.more)(more) }</li>
            }
        </ul>
    }
}

fn change_item(engine: &Engine, step: CleanupStep, row: &ChangeRow, text: &'static Text) -> Html {
    let action = Action::OpenChangeLines(step, row.kind.clone());
    let engine = engine.clone();
    let (before, after) = (visible(&row.kind.before), visible(&row.kind.after));
    html! {
        <li>
            <button type="button" class="change" data-testid="change" aria-label={(text.cleanup.change)(&before, &after, row.count)}
                onclick={move |_| engine.dispatch(action.clone())}>
                { change_kind(&row.kind, text) }
                <span class="change-count">{ crate::ui::text::grouped(row.count) }</span>
            </button>
        </li>
    }
}

/// What became of what.
pub fn change_kind(kind: &ChangeKind, text: &'static Text) -> Html {
    let is_marked = kind.before == kind.after;
    html! {
        <span class="change-kind" lang="zh-CN">
            <bdi class="change-before">{ visible(&kind.before) }</bdi>
            if kind.after.is_empty() {
                <span class="note">{ text.cleanup.set_aside }</span>
            } else if !is_marked {
                <span aria-hidden="true">{ "→" }</span><bdi class="change-after">{ visible(&kind.after) }</bdi>
            }
        </span>
    }
}

/// The longest text of a change that is shown, in characters.
const LONGEST: usize = 40;

/// A text with marks in the place of blanks and of characters that print nothing.
fn visible(text: &str) -> String {
    let mut visible = String::new();
    for character in text.chars().take(LONGEST) {
        match character {
            ' ' | '\u{a0}' => visible.push('␣'),
            '\u{3000}' => visible.push('□'),
            _ if prints_nothing(character) => {
                visible.push_str(&format!("⟦U+{:04X}⟧", u32::from(character)));
            }
            _ => visible.push(character),
        }
    }
    if text.chars().nth(LONGEST).is_some() {
        visible.push('…');
    }
    visible
}

fn prints_nothing(character: char) -> bool {
    use crate::text::source::{is_format_mark, is_variation_selector};
    character.is_control()
        || is_format_mark(character)
        || is_variation_selector(character)
        || crate::text::clean::is_private_use(character)
}

/// The name of a step for the page's tests.
fn name(step: CleanupStep) -> &'static str {
    use crate::text::clean::Pass;
    match step {
        CleanupStep::Pass(Pass::Radicals) => "radicals",
        CleanupStep::Pass(Pass::Width) => "width",
        CleanupStep::Pass(Pass::Traditional) => "traditional",
        CleanupStep::Pass(Pass::LayoutSpaces) => "layout-spaces",
        CleanupStep::Pass(Pass::LetterSpacing) => "letter-spacing",
        CleanupStep::Pass(Pass::Punctuation) => "punctuation",
        CleanupStep::Pass(Pass::Variants) => "variants",
        CleanupStep::Pass(Pass::Addresses) => "addresses",
        CleanupStep::PrivateUse => "private-use",
        CleanupStep::Invisible => "invisible",
        CleanupStep::Rulers => "rulers",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_and_what_prints_nothing_are_shown() {
        assert_eq!(visible("疫 情　防"), "疫␣情□防");
        assert_eq!(visible("\u{200b}\u{e000}"), "⟦U+200B⟧⟦U+E000⟧");
        assert_eq!(visible(&"长".repeat(41)), format!("{}…", "长".repeat(40)));
    }
}
