//! 概念组: several words counted as one concept.

use yew::{Callback, Html, MouseEvent, html};

use crate::engine::choices::Project;
use crate::engine::query::{Answer, Query};
use crate::report::answers::Item;
use crate::report::answers::kinds::ConceptGroup;
use crate::report::answers::stop_words::GroupRow;
use crate::ui::components::press::{counts, fact, field, number, on_submit, press, press_on};
use crate::ui::components::switch::Switch;
use crate::ui::engine::Engine;
use crate::ui::state::{Action, Asked, Change, Spot};
use crate::ui::text::Text;
use crate::web::element;

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

/// The fields of the form.
const FIELDS: [&str; 4] = [
    "group-name",
    "group-members",
    "group-exclusions",
    "group-former",
];

/// The change that was typed. A group that is changed may have another name now: its former one is in the form.
fn typed_change(typed: &[String]) -> Option<Change> {
    let [name, members, exclusions, former] = typed else {
        return None;
    };
    let former = (!former.is_empty()).then(|| former.clone());
    let group = typed_group(name, members, exclusions)?;
    Some(Change::SetGroup(former, group))
}

/// The section of the settings. `as_one`: whether the members of a group are one row of the word list.
pub fn groups(
    engine: &Engine,
    project: &Project,
    asked: &Asked,
    as_one: bool,
    text: &'static Text,
) -> Html {
    let words = text.lexicon;
    let switch = {
        let engine = engine.clone();
        move |on| engine.dispatch(Action::Choose(Change::GroupsAsOne(on)))
    };
    let add = {
        let engine = engine.clone();
        on_submit(&FIELDS, move |typed| {
            let change = typed_change(&typed);
            let is_group = change.is_some();
            if let Some(change) = change {
                engine.dispatch(Action::Choose(change));
            }
            is_group
        })
    };
    let group = |group: &ConceptGroup| {
        let counted = match asked.answer(Spot::Groups) {
            Some(Answer::Groups(rows)) => rows.iter().find(|row| row.name == group.name),
            _ => None,
        };
        drawn(group, counted, engine, text)
    };
    html! {
        <section class="settings-section" data-testid="groups">
            <h3 class="section-title">{ words.groups }</h3>
            <p class="note">{ words.groups_note }</p>
            { for project.groups.iter().map(group) }
            <form class="group-form" onsubmit={add}>
                <div class="group-former">
                    <input name={FIELDS[3]} type="text" readonly=true placeholder=" " lang="zh-CN" data-testid={FIELDS[3]} aria-label={words.edit} />
                    <button type="reset" class="plain" data-testid="group-cancel">{ text.mending.cancel }</button>
                </div>
                { field(FIELDS[0], "", words.group_name) }
                { field(FIELDS[1], "", words.members) }
                <div class="add-word">
                    { field(FIELDS[2], "", words.exclusions) }
                    <button type="submit" class="secondary" data-testid="group-submit">{ words.save }</button>
                </div>
            </form>
            if !project.groups.is_empty() {
                <Switch label={words.groups_as_one} on={as_one} on_change={switch} testid="setting-groups-as-one" />
            }
        </section>
    }
}

/// Writes a group into the form, to be changed there.
fn edit(group: &ConceptGroup) -> Callback<MouseEvent> {
    let values = [
        group.name.clone(),
        group.members.join("、"),
        group.exclusions.join("、"),
        group.name.clone(),
    ];
    Callback::from(move |_| {
        if let Some(root) = element::app_root() {
            for (name, value) in FIELDS.iter().zip(&values) {
                element::fill(&root, name, value);
            }
        }
        element::focus(".group-form [name=group-name]");
    })
}

fn drawn(
    group: &ConceptGroup,
    counted: Option<&GroupRow>,
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
                    { press("plain", "group-edit", words.edit, edit(group)) }
                    { press("plain", "group-remove", words.remove, remove) }
                </div>
            </details>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_that_is_changed_is_known_by_its_former_name() {
        let typed = |former: &str| ["新名", "疫情", "", former].map(str::to_owned);
        let former = |typed: &[String]| match typed_change(typed) {
            Some(Change::SetGroup(former, group)) => {
                assert_eq!(group.name, "新名");
                former
            }
            _ => None,
        };
        assert_eq!(former(&typed("旧名")).as_deref(), Some("旧名"));
        assert_eq!(former(&typed("")), None);
        assert_eq!(typed_change(&[]), None);
    }

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
