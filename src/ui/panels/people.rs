//! The people and the set phrases of the material, small over the chart.

use yew::{Html, html};

use super::standing::lines_of;
use crate::engine::query::Answer;
use crate::report::answers::Item;
use crate::report::answers::names::NameRow;
use crate::report::answers::phrases::PhraseRow;
use crate::ui::components::press::{counted, press, press_on};
use crate::ui::engine::Engine;
use crate::ui::state::{Action, Asked, Spot, Tab};
use crate::ui::text::Text;

/// How many of each are shown.
const SHOWN: usize = 14;

/// Two lines of the front page.
pub fn people(engine: &Engine, asked: &Asked, text: &'static Text) -> Html {
    let people = match asked.answer(Spot::People) {
        Some(Answer::Names(view)) => &view.rows[..],
        _ => &[],
    };
    let phrases = match asked.answer(Spot::SetPhrases) {
        Some(Answer::Phrases(view)) => &view.rows[..],
        _ => &[],
    };
    let person = |row: &NameRow| {
        let open = engine.act(lines_of(&row.name, Item::Name(row.kind, row.name.clone())));
        let post = row.posts.first().map(|post| post.post.clone());
        let label = html! { <>if let Some(post) = post { <span class="note">{ post }</span> }{ counted(&row.name, row.count) }</> };
        press_on("named", "overview-person", &row.name, label, open)
    };
    let phrase = |row: &PhraseRow| {
        let open = engine.act(lines_of(&row.shown, Item::Phrase(row.key.clone())));
        let count = row.quoted.saturating_add(row.unquoted);
        press_on(
            "named",
            "overview-phrase",
            &row.key,
            counted(&row.shown, count),
            open,
        )
    };
    let line = |title: &'static str, testid: &'static str, tab: Tab, named: Vec<Html>| {
        if named.is_empty() {
            return html! {};
        }
        html! {
            <div class="named-line">
                <h3 class="named-title">{ title }</h3>
                <div class="named-list">{ for named }{ press("plain", testid, text.names.more, engine.act(Action::Show(tab))) }</div>
            </div>
        }
    };
    html! {
        <section class="people" data-testid="people">
            { line(text.names.people, "more-people", Tab::Names, people.iter().take(SHOWN).map(person).collect()) }
            { line(text.phrases.tab, "more-phrases", Tab::Phrases, phrases.iter().take(SHOWN).map(phrase).collect()) }
        </section>
    }
}
