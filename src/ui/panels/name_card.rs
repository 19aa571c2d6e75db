//! One name: its forms, posts over time, evidence, company and articles; and what the user says of it.

use yew::{Callback, Html, html};

use super::corpus_groups::group_toggle;
use super::standing::{lines_of, place};
use crate::engine::choices::Project;
use crate::engine::query::Query;
use crate::report::answers::group::CorpusGroup;
use crate::report::answers::kinds::{NameChoice, NameDecision, NameKind};
use crate::report::answers::names::{NameRow, NameView, PostRow};
use crate::report::answers::{Counted, Item};
use crate::ui::components::press::{
    counted, counts, fact, number, press, press_on, toggle, word_form,
};
use crate::ui::engine::Engine;
use crate::ui::state::{Action, AskAction, Change, Spot};
use crate::ui::text::Text;
use crate::ui::text::names::NamesText;

/// How many articles are drawn.
const ARTICLES_SHOWN: usize = 60;

/// The decision that makes a name something.
fn decide(kind: NameKind, name: &str, choice: NameChoice) -> Change {
    Change::DecideName(NameDecision {
        kind,
        name: name.to_owned(),
        choice,
    })
}

/// The card.
pub fn name_card(view: &NameView, engine: &Engine, project: &Project, text: &'static Text) -> Html {
    let (words, row) = (text.names, &view.row);
    let merge_into = {
        let (engine, kind, name) = (engine.clone(), row.kind, row.name.clone());
        Callback::from(move |long: String| {
            if long != name {
                let change = decide(kind, &name, NameChoice::FormOf(long));
                engine.dispatch(Action::Choose(change));
            }
        })
    };
    let merged = merged(row, project);
    let post = |post: &PostRow| post_line(post, words);
    let parts: Vec<Counted> = row
        .parts
        .iter()
        .map(|(part, count)| Counted {
            text: (words.part)(*part).to_owned(),
            count: *count,
        })
        .collect();
    let evidence: Vec<&str> = row
        .evidence
        .iter()
        .map(|one| (words.evidence)(*one))
        .collect();
    let may_be = |short: &String| {
        let merge = engine.change(decide(
            row.kind,
            short,
            NameChoice::FormOf(row.name.clone()),
        ));
        let label = html! { <><bdi class="printed">{ short }</bdi><span class="note">{ words.merge }</span></> };
        html! { <li>{ press_on("link", "name-merge", short, label, merge) }</li> }
    };
    let companion = |(kind, one): &(NameKind, Counted)| {
        let query = Query::Name {
            kind: *kind,
            name: one.text.clone(),
        };
        let open = engine.asks(Spot::Name, query);
        html! { <li>{ press_on("plain", "companion", &one.text, counted(&one.text, one.count), open) }</li> }
    };
    let article = |(standing, count): &(crate::report::answers::Standing, u32)| {
        html! { <li>{ place(standing, engine, text) }{ number(*count) }</li> }
    };
    let more = view.articles.len().saturating_sub(ARTICLES_SHOWN);
    let more = (more > 0).then(|| html! { <li class="note">{ format!("+{more}") }</li> });
    html! {
        <article class="card" data-testid="name-card" data-name={row.name.clone()} data-count={row.count.to_string()}>
            <div class="row-between">
                <h3 class="card-title"><bdi>{ &row.name }</bdi></h3>
                { press("plain", "card-close", text.close, engine.act(Action::Ask(AskAction::Stop(Spot::Name)))) }
            </div>
            <p class="note">{ (words.kind)(row.kind) }
                if let Some(resolved) = &row.resolved { { " · " }{ (words.resolved)(resolved) } }
            </p>
            { decisions(row, engine, project, text) }
            { fact(words.posts, !row.posts.is_empty(), html! { <ul class="posts">{ for row.posts.iter().map(post) }</ul> }) }
            { fact(words.forms, row.forms.len() > 1, counts(&row.forms)) }
            { fact(words.merged, !merged.is_empty(), html! { <ul class="counts">{ for merged.into_iter().map(|short| unmerge(short, row.kind, engine, words)) }</ul> }) }
            { fact(words.may_be, !view.may_be.is_empty(), html! { <ul class="counts">{ for view.may_be.iter().map(may_be) }</ul> }) }
            { fact(words.evidence_title, !evidence.is_empty(), html! { { evidence.join("；") } }) }
            { fact(words.parts, !parts.is_empty(), counts(&parts)) }
            { fact(words.companions, !view.companions.is_empty(), html! { <ul class="counts" data-testid="companions">{ for view.companions.iter().map(companion) }</ul> }) }
            { fact(words.articles, !view.articles.is_empty(), html! { <ul class="places">{ for view.articles.iter().take(ARTICLES_SHOWN).map(article) }{ for more }</ul> }) }
            <div class="form-of">{ word_form(&["name-form-of"], words.form_of_hint, "name-form-of-submit", words.merge, merge_into) }</div>
        </article>
    }
}

/// A post, how often, and from when to when.
fn post_line(post: &PostRow, words: &NamesText) -> Html {
    let dates = post.dates.as_ref();
    let dates = dates.map(|(first, last)| (words.dates)(first, last));
    html! { <li data-testid="post" data-name={post.post.clone()}>{ counted(&post.post, post.count) }<span class="note">{ dates }</span></li> }
}

/// What can be said of the name; what was said shows as pressed and can be taken back.
fn decisions(row: &NameRow, engine: &Engine, project: &Project, text: &'static Text) -> Html {
    let words = text.names;
    let is_accepted = row.choice == Some(NameChoice::Accepted);
    let accept = if is_accepted {
        Change::ForgetName(row.kind, row.name.clone())
    } else {
        decide(row.kind, &row.name, NameChoice::Accepted)
    };
    let reject = decide(row.kind, &row.name, NameChoice::Rejected);
    let lines = lines_of(&row.name, Item::Name(row.kind, row.name.clone()));
    let accept_label = if is_accepted {
        words.accepted
    } else {
        words.accept
    };
    let group = (row.kind == NameKind::Person).then(|| CorpusGroup {
        name: row.name.clone(),
        persons: vec![row.name.clone()],
        ..CorpusGroup::default()
    });
    html! {
        <div class="toggles">
            { press("secondary", "name-lines", words.lines, engine.act(lines)) }
            { toggle("secondary", "name-accept", accept_label, is_accepted, engine.change(accept)) }
            { press("secondary", "name-reject", words.reject, engine.change(reject)) }
            { for group.map(|group| group_toggle("person-group", group, engine, project, text)) }
        </div>
    }
}

/// The short forms that the user merged into the name.
fn merged<'project>(row: &NameRow, project: &'project Project) -> Vec<&'project str> {
    let decisions = project.names.iter();
    let merged = decisions.filter(|decision| {
        decision.kind == row.kind && decision.choice == NameChoice::FormOf(row.name.clone())
    });
    merged.map(|decision| decision.name.as_str()).collect()
}

fn unmerge(short: &str, kind: NameKind, engine: &Engine, words: &NamesText) -> Html {
    let label = html! { <><bdi class="printed">{ short }</bdi><span class="note">{ words.restore }</span></> };
    let forget = engine.change(Change::ForgetName(kind, short.to_owned()));
    html! { <li>{ press_on("link", "name-unmerge", short, label, forget) }</li> }
}
