//! 对比: 主题词 of one part of the corpus against another, 趋势 over time, and the 分组 that are compared.

use yew::{Callback, Html, html};

use super::articles::ArticleList;
use super::corpus_groups::{CorpusGroups, quick_ways};
use super::measure_table::{measure_of, measure_table, table_query};
use super::trend::trend;
use crate::engine::choices::{Project, Settings};
use crate::engine::query::{Measure, Reference};
use crate::report::answers::group::Selection;
use crate::report::answers::kinds::{
    ItemKind, KeynessEvidence, KeynessOptions, Sign, Significance,
};
use crate::ui::components::file_button::FileButton;
use crate::ui::components::press::{choice_of, press};
use crate::ui::components::select::select_of;
use crate::ui::components::switch::Switch;
use crate::ui::engine::{Engine, WordFile};
use crate::ui::shared::Shared;
use crate::ui::state::{Action, AskAction, Asked, Change, ComparePart, Document, Spot};
use crate::ui::text::Text;

/// Thresholds of counts that can be chosen.
const LEAST_COUNTS: [u32; 8] = [1, 2, 3, 5, 10, 20, 50, 100];
/// Constants of simple maths that can be chosen.
const CONSTANTS: [(&str, u32); 4] = [("1", 1), ("10", 10), ("100", 100), ("1000", 1000)];

/// Properties of [`compare`].
pub struct CompareProps<'view> {
    pub engine: &'view Engine,
    pub asked: &'view Shared<Asked>,
    pub project: &'view Shared<Project>,
    pub settings: &'view Settings,
    pub documents: &'view Shared<Vec<Shared<Document>>>,
}

/// The tab.
pub fn compare(props: &CompareProps<'_>, text: &'static Text) -> Html {
    let (engine, words) = (props.engine, text.compare);
    let shown = props.asked.compare_part;
    let part = |part: ComparePart, testid: &'static str, label: &'static str| {
        let show = engine.act(Action::Ask(AskAction::Compare(part)));
        (testid, label.to_owned(), shown == part, show)
    };
    let parts = vec![
        part(ComparePart::Keyness, "compare-part-keyness", words.keyness),
        part(ComparePart::Trend, "compare-part-trend", words.trend),
        part(ComparePart::Groups, "compare-part-groups", words.groups),
    ];
    html! {
        <div class="sheet compare" data-testid="compare">
            <div class="row-between sheet-tools">{ choice_of(words.tab, parts) }</div>
            { match shown {
                ComparePart::Keyness => keyness(props, text),
                ComparePart::Trend => trend(engine, props.asked, props.project, text),
                ComparePart::Groups => html! {
                    <CorpusGroups engine={engine.clone()} asked={props.asked.clone()} project={props.project.clone()}
                        documents={props.documents.clone()} />
                },
            } }
        </div>
    }
}

/// What can be selected: the whole, and every group.
pub fn selections(project: &Project) -> Vec<Selection> {
    let groups = project.corpus_groups.iter();
    let groups = groups.map(|group| Selection::Group(group.name.clone()));
    [Selection::All].into_iter().chain(groups).collect()
}

/// A list of selections of which one holds; another one makes another table of the place.
pub fn select_selection(
    engine: &Engine,
    spot: Spot,
    project: &Project,
    chosen: &Selection,
    measure: impl Fn(Selection) -> Measure + 'static,
    text: &'static Text,
) -> Html {
    let all = selections(project);
    let shown = all.iter();
    let shown = shown.map(|of| ((text.tables.selection)(of), of == chosen));
    let choose = asks(engine, spot, all.clone(), measure);
    select_of("measure-of", text.compare.of, shown.collect(), choose)
}

/// Asks a place for another measure, by the place of one of these values.
pub fn asks<T: Clone + 'static>(
    engine: &Engine,
    spot: Spot,
    values: Vec<T>,
    measure: impl Fn(T) -> Measure + 'static,
) -> Callback<usize> {
    let engine = engine.clone();
    Callback::from(move |place: usize| {
        if let Some(value) = values.get(place) {
            let query = table_query(measure(value.clone()));
            engine.dispatch(Action::Ask(AskAction::Ask(spot, query)));
        }
    })
}

/// A list of the kinds of items.
pub fn select_items(
    engine: &Engine,
    spot: Spot,
    chosen: ItemKind,
    measure: impl Fn(ItemKind) -> Measure + 'static,
    text: &'static Text,
) -> Html {
    let shown = ItemKind::ALL.map(|kind| ((text.tables.items)(kind).to_owned(), kind == chosen));
    let choose = asks(engine, spot, ItemKind::ALL.to_vec(), measure);
    select_of("measure-items", text.compare.items, shown.to_vec(), choose)
}

/// 主题词.
fn keyness(props: &CompareProps<'_>, text: &'static Text) -> Html {
    let (engine, project, words) = (props.engine, props.project, text.compare);
    let Some(Measure::Keyness {
        target,
        reference,
        items,
    }) = measure_of(props.asked, Spot::Keyness)
    else {
        let list = ArticleList::of(props.documents);
        let show = engine.act(Action::Ask(AskAction::Compare(ComparePart::Groups)));
        return html! {
            <div class="no-groups" data-testid="no-groups">
                <p>{ words.no_groups }</p>
                { quick_ways(engine, project, &list, props.documents, text) }
                { press("link", "to-groups", words.new_group, show) }
            </div>
        };
    };
    let items = *items;
    let targets = selections(project);
    let shown_targets = targets.iter();
    let shown_targets = shown_targets.map(|of| ((text.tables.selection)(of), of == target));
    let choose_target = {
        let reference = reference.clone();
        asks(engine, Spot::Keyness, targets.clone(), move |target| {
            Measure::Keyness {
                reference: reference_for(&target, &reference),
                target,
                items,
            }
        })
    };
    let references = references(project, target);
    let shown_references = references.iter();
    let shown_references =
        shown_references.map(|one| (reference_name(one, text), one == reference));
    let choose_reference = {
        let target = target.clone();
        asks(
            engine,
            Spot::Keyness,
            references.clone(),
            move |reference| Measure::Keyness {
                target: target.clone(),
                reference,
                items,
            },
        )
    };
    let of_items = {
        let (target, reference) = (target.clone(), reference.clone());
        move |items| Measure::Keyness {
            target: target.clone(),
            reference: reference.clone(),
            items,
        }
    };
    html! {
        <>
            <div class="measure-choices">
                { select_of("keyness-target", text.tables.target, shown_targets.collect(), choose_target) }
                { select_of("keyness-reference", text.tables.reference, shown_references.collect(), choose_reference) }
                { select_items(engine, Spot::Keyness, items, of_items, text) }
                { option_of("keyness-sign", words.sign, &[Sign::Both, Sign::Positive, Sign::Negative].map(|sign| ((words.signs)(sign), sign)),
                    props.settings, engine, |options| options.sign, |options, sign| options.sign = sign) }
                <details class="measure-options">
                    <summary data-testid="keyness-options">{ words.options }</summary>
                    { options(props, text) }
                </details>
            </div>
            { measure_table(engine, props.asked, Spot::Keyness) }
        </>
    }
}

/// What a target can be compared with.
fn references(project: &Project, target: &Selection) -> Vec<Reference> {
    let others = selections(project);
    let others = others.into_iter().filter(|of| of != target);
    let rest = match target {
        Selection::Group(name) => Some(Selection::Rest(name.clone())),
        _ => None,
    };
    let lists = project.references.iter();
    let lists = lists.map(|list| Reference::List(list.name.clone()));
    let parts = rest.into_iter().chain(others).map(Reference::Selection);
    parts.chain(lists).chain([Reference::Dictionary]).collect()
}

/// The reference that stays when another target is chosen: the rest becomes its rest, and nothing is compared with
/// itself.
fn reference_for(target: &Selection, reference: &Reference) -> Reference {
    let rest = match target {
        Selection::Group(name) => Selection::Rest(name.clone()),
        _ => {
            return match reference {
                Reference::Selection(Selection::Rest(_) | Selection::All) => Reference::Dictionary,
                other => other.clone(),
            };
        }
    };
    match reference {
        Reference::Selection(Selection::Rest(_)) => Reference::Selection(rest),
        Reference::Selection(of) if of == target => Reference::Selection(rest),
        other => other.clone(),
    }
}

fn reference_name(reference: &Reference, text: &Text) -> String {
    let words = text.compare;
    match reference {
        Reference::Selection(Selection::Rest(name)) => (words.rest)(name),
        Reference::Selection(of) => (text.tables.selection)(of),
        Reference::List(name) => (words.list)(name),
        Reference::Dictionary => words.dictionary.to_owned(),
    }
}

/// One choice of the options: values with their labels.
fn option_of<T: Copy + PartialEq + 'static>(
    testid: &'static str,
    label: &str,
    values: &[(&'static str, T)],
    settings: &Settings,
    engine: &Engine,
    get: fn(&KeynessOptions) -> T,
    set: fn(&mut KeynessOptions, T),
) -> Html {
    let chosen = get(&settings.measures.keyness);
    let shown = values.iter();
    let shown = shown.map(|(label, value)| ((*label).to_owned(), *value == chosen));
    let choose = {
        let (engine, measures) = (engine.clone(), settings.measures);
        let values: Vec<T> = values.iter().map(|(_, value)| *value).collect();
        Callback::from(move |place: usize| {
            if let Some(value) = values.get(place) {
                let mut measures = measures;
                set(&mut measures.keyness, *value);
                engine.dispatch(Action::Choose(Change::Measures(measures)));
            }
        })
    };
    select_of(testid, label, shown.collect(), choose)
}

/// A least number: automatic, or one of these.
fn threshold(
    testid: &'static str,
    label: &str,
    settings: &Settings,
    engine: &Engine,
    get: fn(&KeynessOptions) -> Option<u32>,
    set: fn(&mut KeynessOptions, Option<u32>),
    text: &Text,
) -> Html {
    let chosen = get(&settings.measures.keyness);
    let mut values: Vec<Option<u32>> = LEAST_COUNTS.into_iter().map(Some).collect();
    values.insert(0, None);
    if !values.contains(&chosen) {
        values.push(chosen);
    }
    let name = |value: &Option<u32>| match value {
        Some(value) => value.to_string(),
        None => text.compare.automatic.to_owned(),
    };
    let shown = values.iter().map(|value| (name(value), *value == chosen));
    let shown = shown.collect();
    let (engine, measures) = (engine.clone(), settings.measures);
    let choose = Callback::from(move |place: usize| {
        if let Some(value) = values.get(place) {
            let mut measures = measures;
            set(&mut measures.keyness, *value);
            engine.dispatch(Action::Choose(Change::Measures(measures)));
        }
    });
    select_of(testid, label, shown, choose)
}

/// How keywords are found, and the lists that are loaded.
fn options(props: &CompareProps<'_>, text: &'static Text) -> Html {
    let (engine, settings, words) = (props.engine, props.settings, text.compare);
    let tests = [
        Significance::LogLikelihood,
        Significance::LogLikelihoodOfTwoTerms,
        Significance::ChiSquared,
    ];
    let evidences = [
        KeynessEvidence::Automatic,
        KeynessEvidence::None,
        KeynessEvidence::Bic,
        KeynessEvidence::Five,
        KeynessEvidence::One,
        KeynessEvidence::Tenth,
        KeynessEvidence::Hundredth,
    ];
    let bonferroni = {
        let (engine, measures) = (engine.clone(), settings.measures);
        move |on| {
            let mut measures = measures;
            measures.keyness.bonferroni = on;
            engine.dispatch(Action::Choose(Change::Measures(measures)));
        }
    };
    let load = {
        let engine = engine.clone();
        move |file| engine.import(WordFile::Reference, file)
    };
    let list = |name: &str| {
        let remove = engine.change(Change::RemoveReference(name.to_owned()));
        press(
            "plain",
            "reference-remove",
            &(words.remove_list)(name),
            remove,
        )
    };
    html! {
        <div class="measure-choices">
            { option_of("keyness-test", words.test, &tests.map(|test| ((words.tests)(test), test)), settings, engine,
                |options| options.significance, |options, test| options.significance = test) }
            { option_of("keyness-evidence", words.evidence, &evidences.map(|one| ((words.evidences)(one), one)), settings, engine,
                |options| options.evidence, |options, evidence| options.evidence = evidence) }
            { threshold("keyness-least-count", words.least_count, settings, engine,
                |options| options.least_count, |options, least| options.least_count = least, text) }
            { threshold("keyness-least-articles", words.least_articles, settings, engine,
                |options| options.least_articles, |options, least| options.least_articles = least, text) }
            { option_of("keyness-constant", words.simple_maths, &CONSTANTS, settings, engine,
                |options| options.simple_maths, |options, constant| options.simple_maths = constant) }
            <Switch label={words.bonferroni} on={settings.measures.keyness.bonferroni} on_change={bonferroni} testid="keyness-bonferroni" />
            <FileButton label={words.load_list} accept=".txt,.tsv,.csv,text/plain" testid="load-reference" on_file={load} />
            { for props.project.references.iter().map(|known| list(&known.name)) }
            if let Some((name, is_list, faulty)) = &props.asked.imported_reference {
                <span class="note" role="status" data-testid="reference-report">{ (words.loaded)(name, *is_list, *faulty) }</span>
            }
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_compared_with_itself() {
        let group = |name: &str| Selection::Group(name.to_owned());
        let rest = |name: &str| Reference::Selection(Selection::Rest(name.to_owned()));
        let (one, other) = (group("甲"), group("乙"));
        let selected = |of: &Selection| Reference::Selection(of.clone());
        let rows = [
            (&one, rest("乙"), rest("甲")),
            (&one, selected(&one), rest("甲")),
            (&one, selected(&other), selected(&other)),
            (&one, Reference::Dictionary, Reference::Dictionary),
            (&Selection::All, rest("甲"), Reference::Dictionary),
            (&Selection::All, selected(&one), selected(&one)),
        ];
        for (target, reference, expected) in rows {
            assert_eq!(reference_for(target, &reference), expected, "{target:?}");
        }
    }
}
