//! 分组: parts of the corpus that are counted together, made from ticks, files, metadata, persons, words and speakers.

use yew::{
    Callback, Event, Html, MouseEvent, Properties, TargetCast as _, component, html, use_memo,
};

use super::articles::ArticleList;
use super::exports::stem;
use crate::engine::choices::Project;
use crate::engine::query::Answer;
use crate::report::answers::group::{CorpusGroup, CorpusGroupRow, GroupUnit};
use crate::report::answers::kinds::SpeechKind;
use crate::report::metadata::GroupKey;
use crate::text::arrange::Arrange as _;
use crate::ui::components::press::{chip, press, toggle, word_form};
use crate::ui::components::select::select_of;
use crate::ui::engine::Engine;
use crate::ui::shared::Shared;
use crate::ui::state::{
    Action, Arrangement, AskAction, Asked, Change, Document, GroupDraft, GroupField, Spot,
    has_same_conditions,
};
use crate::ui::text::{Text, use_text};
use crate::web::dom::HtmlInputElement;

/// More groups are not made at one click.
const MOST_AT_ONCE: usize = 60;

/// Properties of [`CorpusGroups`].
#[derive(Properties, PartialEq)]
pub struct CorpusGroupsProps {
    pub engine: Engine,
    pub asked: Shared<Asked>,
    pub project: Shared<Project>,
    pub documents: Shared<Vec<Shared<Document>>>,
}

/// The part of 对比: the groups with their sizes, and the one that is made.
#[component]
pub fn CorpusGroups(props: &CorpusGroupsProps) -> Html {
    let text = use_text();
    let list = use_memo(props.documents.clone(), |documents| {
        ArticleList::of(documents)
    });
    let (engine, project, words) = (&props.engine, &props.project, text.compare);
    let draft = props.asked.draft.as_ref();
    let sizes = rows_of(&props.asked, Spot::CorpusGroups);
    let group = |group: &CorpusGroup| {
        let size = sizes.iter().find(|row| row.name == group.name);
        let is_open = draft.is_some_and(|draft| draft.former.as_ref() == Some(&group.name));
        listed(group, size, is_open, engine, text)
    };
    let fresh = GroupDraft {
        former: None,
        group: CorpusGroup {
            name: format!("{} {}", words.new_name, project.corpus_groups.len() + 1),
            ..CorpusGroup::default()
        },
    };
    html! {
        <div class="spread corpus-groups" data-testid="corpus-groups">
            <div class="spread-list corpus-group-list">
                <p class="note">{ words.groups_note }</p>
                { quick_ways(engine, project, &list, &props.documents, text) }
                <ul>{ for project.corpus_groups.iter().map(group) }</ul>
                <div class="tools">{ press("primary", "corpus-group-new", words.new_group, draft_action(engine, Some(fresh))) }</div>
            </div>
            <div class="spread-card">
                if let Some(draft) = draft { { editor(draft, props, &list, text) } }
            </div>
        </div>
    }
}

fn draft_action(engine: &Engine, draft: Option<GroupDraft>) -> Callback<MouseEvent> {
    engine.act(Action::Ask(AskAction::Draft(draft)))
}

fn rows_of(asked: &Asked, spot: Spot) -> &[CorpusGroupRow] {
    match asked.answer(spot) {
        Some(Answer::CorpusGroups(rows)) => rows,
        _ => &[],
    }
}

fn listed(
    group: &CorpusGroup,
    size: Option<&CorpusGroupRow>,
    is_open: bool,
    engine: &Engine,
    text: &'static Text,
) -> Html {
    let draft = GroupDraft {
        former: Some(group.name.clone()),
        group: group.clone(),
    };
    let words = text.compare;
    html! {
        <li class="corpus-group" data-testid="corpus-group" data-name={group.name.clone()} aria-current={is_open.to_string()}
            data-tokens={size.map(|row| row.tokens.to_string())}>
            <div class="row-between">
                <bdi class="printed">{ &group.name }</bdi>
                <span class="tools">
                    { press("plain", "corpus-group-edit", text.lexicon.edit, draft_action(engine, Some(draft))) }
                    { press("plain", "corpus-group-remove", text.lexicon.remove, engine.change(Change::RemoveCorpusGroup(group.name.clone()))) }
                </span>
            </div>
            <p class="note">{ told(group, text) }</p>
            if let Some(row) = size { <p class="note">{ (words.size)(row.articles, row.tokens, row.characters) }</p> }
        </li>
    }
}

/// The conditions of a group in words.
fn told(group: &CorpusGroup, text: &Text) -> String {
    let words = text.compare;
    let mut told = Vec::new();
    if !group.articles.is_empty() {
        told.push((words.ticked)(group.articles.len()));
    }
    for field in fields() {
        let values = field.values(group);
        if !values.is_empty() {
            told.push(format!("{} {}", field_name(field, text), values.join("、")));
        }
    }
    if group.dates != (None, None) {
        let date = |date: &Option<String>| date.clone().unwrap_or_default();
        told.push(format!(
            "{} – {}",
            date(&group.dates.0),
            date(&group.dates.1)
        ));
    }
    told.join("；")
}

fn fields() -> impl Iterator<Item = GroupField> {
    let keys = GroupKey::ALL.into_iter().map(GroupField::Key);
    let others = [
        GroupField::Persons,
        GroupField::Containing,
        GroupField::Speakers,
    ];
    [GroupField::Files].into_iter().chain(keys).chain(others)
}

fn field_name(field: GroupField, text: &Text) -> &'static str {
    let words = text.compare;
    match field {
        GroupField::Files => words.files,
        GroupField::Persons => words.persons,
        GroupField::Containing => words.containing,
        GroupField::Speakers => words.speakers,
        GroupField::Key(key) => (text.metadata.key)(key),
    }
}

/// The texts in code point order, each once.
fn distinct<'text>(texts: impl Iterator<Item = &'text str>) -> Vec<&'text str> {
    let mut texts: Vec<&str> = texts.collect();
    texts.arrange();
    texts.dedup();
    texts
}

/// The groups that one click makes: those of every file, newspaper or year, but for those that are there.
pub fn quick_groups(
    list: &ArticleList,
    documents: &[Shared<Document>],
) -> [(&'static str, Vec<CorpusGroup>); 3] {
    let files = documents.iter().filter(|document| document.view.is_some());
    let files = distinct(files.map(|document| document.name.as_str()));
    let files = files.into_iter().map(|name| CorpusGroup {
        name: stem(name).to_owned(),
        files: vec![name.to_owned()],
        ..CorpusGroup::default()
    });
    let keys = list.keys(&Arrangement::default());
    let values = |wanted: GroupKey| {
        let found = keys.iter().find(|(key, _)| *key == wanted);
        let values = found.map_or(&[][..], |(_, values)| values);
        values.iter().map(|(value, _)| value.as_str())
    };
    let newspapers = values(GroupKey::Newspaper).filter(|name| !name.is_empty());
    let newspapers = newspapers.map(|name| {
        let mut group = CorpusGroup {
            name: name.to_owned(),
            ..CorpusGroup::default()
        };
        GroupField::Key(GroupKey::Newspaper).set(&mut group, name, true);
        group
    });
    let years = values(GroupKey::Published).filter_map(|date| date.get(..4));
    let years = distinct(years);
    let years = years.into_iter().map(|year| CorpusGroup {
        name: year.to_owned(),
        dates: (Some(format!("{year}-01-01")), Some(format!("{year}-12-31"))),
        ..CorpusGroup::default()
    });
    [
        ("corpus-group-each-file", files.collect()),
        ("corpus-group-each-newspaper", newspapers.collect()),
        ("corpus-group-each-year", years.collect()),
    ]
}

/// Buttons that make several groups at once, where there are several.
pub fn quick_ways(
    engine: &Engine,
    project: &Project,
    list: &ArticleList,
    documents: &[Shared<Document>],
    text: &'static Text,
) -> Html {
    let words = text.compare;
    let labels = [words.each_file, words.each_newspaper, words.each_year];
    let way = |((testid, groups), label): ((&'static str, Vec<CorpusGroup>), &'static str)| {
        if groups.len() < 2 || groups.len() > MOST_AT_ONCE {
            return html! {};
        }
        let is_there = |group: &CorpusGroup| {
            let mut known = project.corpus_groups.iter();
            known.any(|known| has_same_conditions(known, group))
        };
        let missing: Vec<CorpusGroup> = groups
            .into_iter()
            .filter(|group| !is_there(group))
            .collect();
        let label = format!("{label} ({})", missing.len());
        let is_done = missing.is_empty();
        let onclick = engine.change(Change::AddCorpusGroups(missing));
        html! { <button type="button" class="secondary" data-testid={testid} disabled={is_done} {onclick}>{ label }</button> }
    };
    let ways = quick_groups(list, documents);
    html! { <div class="toggles quick-groups">{ for ways.into_iter().zip(labels).map(way) }</div> }
}

/// Changes the draft.
fn edits<In: 'static>(
    engine: &Engine,
    draft: &GroupDraft,
    change: impl Fn(&mut CorpusGroup, In) + 'static,
) -> Callback<In> {
    let (engine, draft) = (engine.clone(), draft.clone());
    Callback::from(move |value: In| {
        let mut draft = draft.clone();
        change(&mut draft.group, value);
        engine.dispatch(Action::Ask(AskAction::Draft(Some(draft))));
    })
}

/// What was typed into a field whose content changed.
fn typed(event: &Event) -> String {
    let input = event.target_dyn_into::<HtmlInputElement>();
    let value = input.map(|input| input.value()).unwrap_or_default();
    value.trim().to_owned()
}

fn editor(
    draft: &GroupDraft,
    props: &CorpusGroupsProps,
    list: &ArticleList,
    text: &'static Text,
) -> Html {
    let (engine, words, group) = (&props.engine, text.compare, &draft.group);
    let rename = edits(engine, draft, |group, name: String| group.name = name);
    let rename = rename.reform(|event: Event| typed(&event));
    let size = rows_of(&props.asked, Spot::CorpusGroup).first();
    let is_measured = props.asked.is_answered(Spot::CorpusGroup);
    let kept = match &draft.former {
        Some(former) => Change::SetCorpusGroup(former.clone(), group.clone()),
        None => Change::AddCorpusGroups(vec![group.clone()]),
    };
    let keep = {
        let (engine, actions) = (
            engine.clone(),
            [Action::Choose(kept), Action::Ask(AskAction::Draft(None))],
        );
        move |_| {
            actions
                .iter()
                .for_each(|action| engine.dispatch(action.clone()));
        }
    };
    let keys = list.keys(&Arrangement::default());
    let of_key = |(key, values): &(GroupKey, Vec<(String, usize)>)| {
        let values = values.iter().map(|(value, _)| value.clone()).collect();
        chosen_values(GroupField::Key(*key), values, draft, engine, text)
    };
    let files = props.documents.iter().map(|document| document.name.clone());
    html! {
        <section class="card group-editor" data-testid="corpus-group-editor" aria-label={words.new_group}>
            <label class="inline-field"><span class="note">{ words.name }</span>
                <input type="text" lang="zh-CN" data-testid="corpus-group-name" value={group.name.clone()} onchange={rename}
                    autocomplete="off" spellcheck="false" />
            </label>
            <p class="note" role="status" data-testid="corpus-group-size" aria-busy={(!group.is_empty() && !is_measured).to_string()}>
                if group.is_empty() {
                    { words.no_condition }
                } else if let Some(row) = size {
                    { (words.size)(row.articles, row.tokens, row.characters) }
                } else {
                    { text.tables.working }
                }
            </p>
            <p class="note">{ words.conditions }</p>
            { ticked(draft, props, list, text) }
            { chosen_values(GroupField::Files, files.collect(), draft, engine, text) }
            { for keys.iter().map(of_key) }
            { dates(draft, engine, text) }
            { typed_values(GroupField::Persons, &["group-person"], draft, engine, text) }
            { typed_values(GroupField::Containing, &["group-containing"], draft, engine, text) }
            { unit(draft, engine, text) }
            { typed_values(GroupField::Speakers, &["group-speaker"], draft, engine, text) }
            { speech(draft, engine, text) }
            <div class="tools">
                <button type="button" class="primary" data-testid="corpus-group-keep" disabled={group.is_empty()} onclick={keep}>{ words.keep }</button>
                { press("plain", "corpus-group-cancel", text.mending.cancel, draft_action(engine, None)) }
            </div>
        </section>
    }
}

/// The ticked articles: those that are counted now.
fn ticked(
    draft: &GroupDraft,
    props: &CorpusGroupsProps,
    list: &ArticleList,
    text: &'static Text,
) -> Html {
    let words = text.compare;
    let take = {
        let mut draft = draft.clone();
        draft.group.articles = list.ticked(&props.project);
        draft_action(&props.engine, Some(draft))
    };
    let clear = {
        let mut draft = draft.clone();
        draft.group.articles.clear();
        draft_action(&props.engine, Some(draft))
    };
    let count = draft.group.articles.len();
    html! {
        <div class="group-field">
            <span class="note">{ (words.ticked)(count) }</span>
            { press("plain", "group-ticked", words.take_ticked, take) }
            if count > 0 { { press("plain", "group-ticked-clear", words.clear, clear) } }
        </div>
    }
}

/// The values of a condition; a click takes one out.
fn chips(field: GroupField, draft: &GroupDraft, engine: &Engine, text: &'static Text) -> Html {
    let one = |value: String| {
        let told = (text.compare.take_out)(&value);
        let shown = if value.is_empty() {
            text.metadata.unknown
        } else {
            value.as_str()
        };
        let label = html! { <><bdi>{ shown }</bdi>{ " ×" }</> };
        let mut less = draft.clone();
        field.set(&mut less.group, &value, false);
        chip(
            "group-value",
            &value,
            told,
            label,
            draft_action(engine, Some(less)),
        )
    };
    html! { { for field.values(&draft.group).into_iter().map(one) } }
}

/// A condition whose values are known; nothing where there is no choice.
fn chosen_values(
    field: GroupField,
    values: Vec<String>,
    draft: &GroupDraft,
    engine: &Engine,
    text: &'static Text,
) -> Html {
    let taken = field.values(&draft.group);
    if values.len() < 2 && taken.is_empty() {
        return html! {};
    }
    let left: Vec<String> = values
        .into_iter()
        .filter(|value| !taken.contains(value))
        .collect();
    let shown = left.iter().map(|value| match value.as_str() {
        "" => (text.metadata.unknown.to_owned(), false),
        value => (value.to_owned(), false),
    });
    let first = (text.compare.add_value.to_owned(), true);
    let options = [first].into_iter().chain(shown).collect();
    // A fresh list after each choice: it says again that one can be made.
    let add = edits(engine, draft, move |group, place: usize| {
        let value = place.checked_sub(1).and_then(|place| left.get(place));
        value
            .into_iter()
            .for_each(|value| field.set(group, value, true));
    });
    html! {
        <div class="group-field" key={format!("{field:?} {}", taken.len())}>
            { select_of("group-field", field_name(field, text), options, add) }
            { chips(field, draft, engine, text) }
        </div>
    }
}

/// A condition whose values are typed.
fn typed_values(
    field: GroupField,
    name: &'static [&'static str; 1],
    draft: &GroupDraft,
    engine: &Engine,
    text: &'static Text,
) -> Html {
    let words = text.compare;
    let add = edits(engine, draft, move |group, value: String| {
        field.set(group, &value, true);
    });
    html! {
        <div class="group-field">
            { word_form(name, field_name(field, text), "group-add", words.add, add) }
            { chips(field, draft, engine, text) }
        </div>
    }
}

fn dates(draft: &GroupDraft, engine: &Engine, text: &'static Text) -> Html {
    let words = text.compare;
    let one = |testid: &'static str,
               label: &'static str,
               value: &Option<String>,
               set: fn(&mut CorpusGroup, Option<String>)| {
        let change = edits(engine, draft, move |group, date: String| {
            set(group, (!date.is_empty()).then_some(date));
        });
        html! {
            <label class="inline-field"><span class="note">{ label }</span>
                <input type="date" data-testid={testid} value={value.clone().unwrap_or_default()}
                    onchange={change.reform(|event: Event| typed(&event))} /></label>
        }
    };
    let (from, to) = &draft.group.dates;
    html! {
        <div class="group-field">
            { one("group-from", words.from, from, |group, date| group.dates.0 = date) }
            { one("group-to", words.to, to, |group, date| group.dates.1 = date) }
        </div>
    }
}

/// Whole articles or paragraphs, where persons or strings are named.
fn unit(draft: &GroupDraft, engine: &Engine, text: &'static Text) -> Html {
    let words = text.compare;
    if draft.group.persons.is_empty() && draft.group.containing.is_empty() {
        return html! {};
    }
    let units = [GroupUnit::Articles, GroupUnit::Paragraphs];
    let options = units.map(|unit| ((words.units)(unit).to_owned(), unit == draft.group.unit));
    let choose = edits(engine, draft, move |group, place: usize| {
        group.unit = units.get(place).copied().unwrap_or_default();
    });
    html! { <div class="group-field">{ select_of("group-unit", words.unit, options.to_vec(), choose) }</div> }
}

/// Direct or reported speech, where speakers are named.
fn speech(draft: &GroupDraft, engine: &Engine, text: &'static Text) -> Html {
    let words = text.phrases;
    if draft.group.speakers.is_empty() {
        return html! {};
    }
    let kinds = [None, Some(SpeechKind::Direct), Some(SpeechKind::Reported)];
    let options = kinds.map(|kind| {
        let label = kind.map_or(words.all_speech, words.speech);
        (label.to_owned(), kind == draft.group.speech)
    });
    let choose = edits(engine, draft, move |group, place: usize| {
        group.speech = kinds.get(place).copied().flatten();
    });
    html! { <div class="group-field">{ select_of("group-speech", text.compare.speech, options.to_vec(), choose) }</div> }
}

/// A button that makes a group of one thing, or takes it away again.
pub fn group_toggle(
    testid: &'static str,
    group: CorpusGroup,
    engine: &Engine,
    project: &Project,
    text: &'static Text,
) -> Html {
    let mut known = project.corpus_groups.iter();
    let known = known.find(|known| has_same_conditions(known, &group));
    let is_group = known.is_some();
    let label = if is_group {
        text.compare.is_group
    } else {
        text.compare.make_group
    };
    let change = match known {
        Some(known) => Change::RemoveCorpusGroup(known.name.clone()),
        None => Change::AddCorpusGroups(vec![group]),
    };
    toggle("secondary", testid, label, is_group, engine.change(change))
}
