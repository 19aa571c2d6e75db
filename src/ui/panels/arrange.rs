//! How the list of articles is grouped, sorted and filtered, and whether only the rest is counted.

use yew::{Event, Html, Properties, TargetCast as _, component, html};

use crate::report::metadata::{Filter, GroupKey};
use crate::ui::components::select::chosen_number;
use crate::ui::engine::Engine;
use crate::ui::state::{Action, Arrangement, Change, MetadataAction, SortKey};
use crate::ui::text::{MetadataText, use_text};
use crate::web::dom::{HtmlInputElement, HtmlSelectElement};

/// Properties of [`Arrange`].
#[derive(Properties, PartialEq)]
pub struct ArrangeProps {
    pub engine: Engine,
    pub arrangement: Arrangement,
    /// The keys by which something can be told apart, with their values.
    pub keys: Vec<(GroupKey, Vec<(String, usize)>)>,
    /// What is counted.
    pub counted_only: Filter,
}

/// The choices, folded away until they are wanted.
#[component]
pub fn Arrange(props: &ArrangeProps) -> Html {
    let text = &use_text().metadata;
    let arranged = |change: fn(&mut Arrangement, u32)| {
        let (engine, arrangement) = (props.engine.clone(), props.arrangement.clone());
        move |event: Event| {
            if let Some(number) = chosen_number(&event) {
                let mut next = arrangement.clone();
                change(&mut next, number);
                engine.dispatch(Action::Metadata(MetadataAction::Arrange(next)));
            }
        }
    };
    let group = arranged(|arrangement, number| {
        arrangement.group = (number as usize)
            .checked_sub(1)
            .and_then(|place| GroupKey::ALL.get(place).copied());
    });
    let sort = arranged(|arrangement, number| {
        arrangement.sort = sorts().nth(number as usize).unwrap_or_default();
    });
    let is_counted = !props.counted_only.is_empty();
    let count_only = {
        let (engine, filter) = (props.engine.clone(), props.arrangement.filter.clone());
        move |event: Event| {
            let is_on = event
                .target_dyn_into::<HtmlInputElement>()
                .is_some_and(|input| input.checked());
            let filter = if is_on {
                filter.clone()
            } else {
                Filter::default()
            };
            engine.dispatch(Action::Choose(Change::CountOnly(filter)));
        }
    };
    let can_count = is_counted || !props.arrangement.filter.is_empty();
    html! {
        <details class="arrange" data-testid="arrange" open={is_counted}>
            <summary>{ text.arrange }</summary>
            <div class="arrange-fields">
                <label><span class="note">{ text.group }</span>
                    <select onchange={group} data-testid="group-by">{ group_options(props.arrangement.group, text) }</select></label>
                <label><span class="note">{ text.sort }</span>
                    <select onchange={sort} data-testid="sort-by">{ sort_options(props.arrangement.sort, text) }</select></label>
                { for props.keys.iter().map(|(key, values)| filter_field(props, *key, values, text)) }
                <label class="count-only">
                    <input type="checkbox" checked={is_counted} disabled={!can_count} onchange={count_only} data-testid="count-only" />
                    <span>{ text.count_only }</span>
                </label>
            </div>
        </details>
    }
}

fn sorts() -> impl Iterator<Item = SortKey> {
    let keys = GroupKey::ALL
        .into_iter()
        .filter(|key| *key != GroupKey::Month);
    [SortKey::Reading]
        .into_iter()
        .chain(keys.map(SortKey::Key))
        .chain([SortKey::Headline, SortKey::Length])
}

fn group_options(chosen: Option<GroupKey>, text: &MetadataText) -> Html {
    let options = (1..).zip(GroupKey::ALL).map(|(number, key): (usize, GroupKey)| html! {
        <option value={number.to_string()} selected={chosen == Some(key)}>{ (text.key)(key) }</option>
    });
    html! { <><option value="0" selected={chosen.is_none()}>{ text.no_group }</option>{ for options }</> }
}

fn sort_options(chosen: SortKey, text: &MetadataText) -> Html {
    let name = |sort| match sort {
        SortKey::Reading => text.sort_reading,
        SortKey::Key(key) => (text.key)(key),
        SortKey::Headline => text.sort_headline,
        SortKey::Length => text.sort_length,
    };
    let options = sorts().enumerate().map(|(number, sort)| {
        html! {
            <option value={number.to_string()} selected={sort == chosen}>{ name(sort) }</option>
        }
    });
    html! { <>{ for options }</> }
}

/// The values of a key; the first choice is all of them.
fn filter_field(
    props: &ArrangeProps,
    key: GroupKey,
    values: &[(String, usize)],
    text: &'static MetadataText,
) -> Html {
    let chosen = props.arrangement.filtered(key);
    let onchange = {
        let (engine, arrangement) = (props.engine.clone(), props.arrangement.clone());
        let values: Vec<String> = values.iter().map(|(value, _)| value.clone()).collect();
        move |event: Event| {
            let select = event.target_dyn_into::<HtmlSelectElement>();
            let place = select.map_or(0, |select| select.selected_index());
            let value = usize::try_from(place - 1)
                .ok()
                .and_then(|place| values.get(place).cloned());
            let mut next = arrangement.clone();
            next.set_filter(key, value);
            engine.dispatch(Action::Metadata(MetadataAction::Arrange(next)));
        }
    };
    let option = |(value, count): &(String, usize)| {
        let shown = if value.is_empty() {
            text.unknown
        } else {
            value
        };
        html! { <option selected={chosen == Some(value.as_str())}>{ format!("{shown} ({count})") }</option> }
    };
    html! {
        <label><span class="note">{ (text.key)(key) }</span>
            <select {onchange} data-testid="filter" data-key={format!("{key:?}").to_ascii_lowercase()}>
                <option selected={chosen.is_none()}>{ text.all }</option>
                { for values.iter().map(option) }
            </select></label>
    }
}
