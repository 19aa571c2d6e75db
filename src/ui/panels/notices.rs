//! Messages over the page.

use yew::{Html, Properties, component, html};

use crate::ui::engine::Engine;
use crate::ui::shared::Shared;
use crate::ui::state::{Action, Notice};
use crate::ui::text::{Text, use_text};
use crate::web::offline;

/// Properties of [`Notices`].
#[derive(Properties, PartialEq)]
pub struct NoticesProps {
    pub engine: Engine,
    /// What is to be told.
    pub notices: Shared<Vec<Notice>>,
}

/// The messages, each with what can be done.
#[component]
pub fn Notices(props: &NoticesProps) -> Html {
    let text = use_text();
    html! {
        <div class="notices" role="status" aria-live="polite">
            { for props.notices.iter().map(|notice| message(*notice, text, &props.engine)) }
        </div>
    }
}

/// What can be done about a notice: its label, and the deed.
type Deed = (&'static str, fn());

fn message(notice: Notice, text: &'static Text, engine: &Engine) -> Html {
    let (message, act): (_, Option<Deed>) = match notice {
        Notice::Update => (text.update, Some((text.update_now, offline::apply_update))),
        Notice::MustReload => (text.must_reload, Some((text.reload, offline::reload))),
        Notice::ImportFailed => (text.lexicon.import_failed, None),
        Notice::ExportFailed => (text.export_failed, None),
    };
    let engine = engine.clone();
    html! {
        <p class="notice" data-testid="notice">
            <span>{ message }</span>
            if let Some((label, act)) = act {
                <button type="button" class="primary" data-testid="notice-action" onclick={move |_| act()}>{ label }</button>
            }
            <button type="button" class="plain" onclick={move |_| engine.dispatch(Action::Dismiss(notice))}>
                { text.close }
            </button>
        </p>
    }
}
