//! 概念组: several words counted as one concept.

use yew::{
    Callback, Html, Properties, SubmitEvent, component, html, use_effect_with, use_node_ref,
    use_state_eq,
};

use crate::engine::choices::Project;
use crate::engine::query::{Answer, Query};
use crate::report::answers::Item;
use crate::report::answers::kinds::ConceptGroup;
use crate::report::answers::stop_words::GroupRow;
use crate::ui::components::press::{counts, fact, number, press, press_on};
use crate::ui::components::switch::Switch;
use crate::ui::engine::Engine;
use crate::ui::shared::Shared;
use crate::ui::state::{Action, Asked, Change, Spot};
use crate::ui::text::{Text, use_text};
use crate::web::dom::HtmlInputElement;

/// Properties of [`Groups`].
#[derive(Properties, PartialEq)]
pub struct GroupsProps {
    pub engine: Engine,
    pub project: Shared<Project>,
    pub asked: Shared<Asked>,
    /// Whether the members of a group are one row of the word list.
    pub as_one: bool,
}

/// Words that stand in a field, divided by commas.
fn words_of(typed: &str) -> Vec<String> {
    let divides = |character: char| ",，、;；\n".contains(character);
    let words = typed.split(divides).map(str::trim);
    words
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The group that was typed; `None` where it has no member. Without a name it has that of its first member.
fn typed_group(name: &str, members: &str, exclusions: &str) -> Option<ConceptGroup> {
    let members = words_of(members);
    let first = members.first()?;
    let name = name.trim();
    Some(ConceptGroup {
        name: if name.is_empty() { first } else { name }.to_owned(),
        members,
        exclusions: words_of(exclusions),
    })
}

/// The section of the settings.
#[component]
pub fn Groups(props: &GroupsProps) -> Html {
    let text = use_text();
    let words = text.lexicon;
    let edited = use_state_eq(|| None::<ConceptGroup>);
    let engine = &props.engine;
    let switch = {
        let engine = engine.clone();
        move |on| engine.dispatch(Action::Choose(Change::GroupsAsOne(on)))
    };
    let done = {
        let edited = edited.setter();
        move |()| edited.set(None)
    };
    let group = |group: &ConceptGroup| {
        let counted = match props.asked.answer(Spot::Groups) {
            Some(Answer::Groups(rows)) => rows.iter().find(|row| row.name == group.name),
            _ => None,
        };
        let (edited, given) = (edited.setter(), group.clone());
        let edit = Callback::from(move |_| edited.set(Some(given.clone())));
        drawn(group, counted, edit, engine, text)
    };
    html! {
        <section class="settings-section" data-testid="groups">
            <h3 class="section-title">{ words.groups }</h3>
            <p class="note">{ words.groups_note }</p>
            { for props.project.groups.iter().map(group) }
            <GroupForm engine={engine.clone()} edited={(*edited).clone()} on_done={done} />
            if !props.project.groups.is_empty() {
                <Switch label={words.groups_as_one} on={props.as_one} on_change={switch} testid="setting-groups-as-one" />
            }
        </section>
    }
}

fn drawn(
    group: &ConceptGroup,
    counted: Option<&GroupRow>,
    edit: Callback<yew::MouseEvent>,
    engine: &Engine,
    text: &'static Text,
) -> Html {
    let words = text.lexicon;
    let lines = Query::ItemLines {
        item: Item::Group(group.name.clone()),
        first_row: 0,
        rows: 1,
    };
    let lines = engine.act(Action::OpenAnswer(group.name.clone(), lines));
    let name = html! { <bdi class="printed">{ &group.name }</bdi> };
    let remove = engine.change(Change::RemoveGroup(group.name.clone()));
    html! {
        <div class="group" data-testid="group" data-name={group.name.clone()} data-count={counted.map(|row| row.count.to_string())}>
            <div class="row-between">
                { press_on("link", "group-lines", &group.name, name, lines) }
                if let Some(row) = counted { { number(row.count) } }
            </div>
            <details>
                <summary>{ group.members.join("、") }</summary>
                if let Some(row) = counted {
                    <p class="note">{ (words.group_sums)(row.count, row.articles) }</p>
                    { counts(&row.members) }
                    { fact(words.excluded, !row.excluded.is_empty(), counts(&row.excluded)) }
                }
                <div class="tools">
                    { press("plain", "group-edit", words.edit, edit) }
                    { press("plain", "group-remove", words.remove, remove) }
                </div>
            </details>
        </div>
    }
}

/// Properties of [`GroupForm`].
#[derive(Properties, PartialEq)]
pub struct GroupFormProps {
    pub engine: Engine,
    /// The group that is changed; `None` makes a new one.
    pub edited: Option<ConceptGroup>,
    pub on_done: Callback<()>,
}

/// A group that is typed.
#[component]
pub fn GroupForm(props: &GroupFormProps) -> Html {
    let text = use_text();
    let words = text.lexicon;
    let fields = [use_node_ref(), use_node_ref(), use_node_ref()];
    use_effect_with(
        (props.edited.clone(), fields.clone()),
        |(edited, fields)| {
            let Some(group) = edited else { return };
            let values = [
                group.name.clone(),
                group.members.join("、"),
                group.exclusions.join("、"),
            ];
            for (field, value) in fields.iter().zip(values) {
                if let Some(field) = field.cast::<HtmlInputElement>() {
                    field.set_value(&value);
                }
            }
        },
    );
    let onsubmit = {
        let (engine, fields, done) = (props.engine.clone(), fields.clone(), props.on_done.clone());
        let former = props.edited.as_ref().map(|group| group.name.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            let inputs = fields
                .each_ref()
                .map(|field| field.cast::<HtmlInputElement>());
            if let [Some(name), Some(members), Some(exclusions)] = inputs {
                let group = typed_group(&name.value(), &members.value(), &exclusions.value());
                if let Some(group) = group {
                    let change = Change::SetGroup(former.clone(), group);
                    engine.dispatch(Action::Choose(change));
                    [name, members, exclusions]
                        .iter()
                        .for_each(|field| field.set_value(""));
                    done.emit(());
                }
            }
        }
    };
    let field = |place: usize, testid: &'static str, label: &'static str| {
        html! {
            <input ref={fields.get(place).cloned().unwrap_or_default()} type="text" lang="zh-CN" data-testid={testid} aria-label={label}
                placeholder={label} autocomplete="off" spellcheck="false" />
        }
    };
    html! {
        <form class="group-form" {onsubmit}>
            { field(0, "group-name", words.group_name) }
            { field(1, "group-members", words.members) }
            <div class="add-word">
                { field(2, "group-exclusions", words.exclusions) }
                <button type="submit" class="secondary" data-testid="group-submit">
                    { if props.edited.is_some() { words.save } else { text.add } }
                </button>
            </div>
        </form>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_becomes_a_group() {
        let group = typed_group("", " 新冠肺炎、*疫情,非典 ", "挑?战；");
        let group = group.expect("a group");
        assert_eq!(group.name, "新冠肺炎");
        assert_eq!(group.members, ["新冠肺炎", "*疫情", "非典"]);
        assert_eq!(group.exclusions, ["挑?战"]);
        assert_eq!(typed_group("名", " 、", ""), None);
    }
}
