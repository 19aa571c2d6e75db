//! What is compared: groups of articles, lists to compare with, and how measures are taken.

use super::asked::{AskAction, Asked, ComparePart, Spot, WordsPart};
use super::choice::Change;
use super::{Area, State, Tab};
use crate::engine::choices::{Project, ReferenceList};
use crate::engine::query::{Measure, MeasureKind, Query, Reference};
use crate::report::answers::Item;
use crate::report::answers::group::{CorpusGroup, Selection};
use crate::report::answers::kinds::{
    ItemKind, KeynessEvidence, KeywordMethod, MeasureOptions, Sign,
};
use crate::report::answers::table::Removal;
use crate::report::answers::trend::TrendBy;
use crate::report::metadata::{Condition, GroupKey};
use crate::text::arrange::Arrange;

/// The most items of a trend.
pub const TREND_ITEMS: usize = 8;

/// A group of articles that is made or changed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GroupDraft {
    /// The group of the project that is changed; `None` for a new one.
    pub former: Option<String>,
    /// How it is so far.
    pub group: CorpusGroup,
}

/// A condition of a group that has several values, of which one is enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GroupField {
    /// Names of files.
    Files,
    /// Persons who are named.
    Persons,
    /// Strings that occur.
    Containing,
    /// Speakers.
    Speakers,
    /// Newspaper, date, byline.
    Key(GroupKey),
}

impl GroupField {
    /// Its values in a group.
    pub fn values(self, group: &CorpusGroup) -> Vec<String> {
        match self {
            Self::Files => group.files.clone(),
            Self::Persons => group.persons.clone(),
            Self::Containing => group.containing.clone(),
            Self::Speakers => group.speakers.clone(),
            Self::Key(key) => {
                let conditions = group.metadata.conditions.iter();
                let of_key = conditions.filter(|condition| condition.key == key);
                of_key.map(|condition| condition.value.clone()).collect()
            }
        }
    }

    /// Adds a value, or takes it out.
    pub fn set(self, group: &mut CorpusGroup, value: &str, is_in: bool) {
        let list = match self {
            Self::Files => &mut group.files,
            Self::Persons => &mut group.persons,
            Self::Containing => &mut group.containing,
            Self::Speakers => &mut group.speakers,
            Self::Key(key) => {
                let value = value.to_owned();
                let condition = Condition { key, value };
                let conditions = &mut group.metadata.conditions;
                conditions.retain(|known| *known != condition);
                if is_in {
                    conditions.push(condition);
                    conditions.arrange();
                }
                return;
            }
        };
        list.retain(|known| known != value);
        if is_in && !value.is_empty() {
            list.push(value.to_owned());
            list.arrange();
        }
    }
}

/// Whether two groups are one but for their names.
pub fn has_same_conditions(one: &CorpusGroup, other: &CorpusGroup) -> bool {
    let named = CorpusGroup {
        name: one.name.clone(),
        ..other.clone()
    };
    *one == named
}

/// The name, with a number behind it where another group has it already.
pub fn free_name(groups: &[CorpusGroup], name: &str) -> String {
    let is_taken = |name: &str| groups.iter().any(|group| group.name == name);
    let name = name.trim();
    if !name.is_empty() && !is_taken(name) {
        return name.to_owned();
    }
    // There are fewer groups than numbers.
    let mut numbered = (2_u32..).map(|number| format!("{name} {number}").trim().to_owned());
    let free = numbered.find(|name| !is_taken(name));
    free.unwrap_or_default()
}

/// Makes a group, under a name that no other has. One without any condition is none.
pub(super) fn add_group(project: &mut Project, mut group: CorpusGroup) {
    if !group.is_empty() {
        group.name = free_name(&project.corpus_groups, &group.name);
        project.corpus_groups.push(group);
    }
}

/// Changes the group of a name in its place, or makes one. Its new name is one that no other group has.
pub(super) fn change_group(project: &mut Project, former: &str, mut group: CorpusGroup) {
    let mut groups = project.corpus_groups.iter();
    let Some(place) = groups.position(|known| known.name == former) else {
        return add_group(project, group);
    };
    project.corpus_groups.remove(place);
    group.name = free_name(&project.corpus_groups, &group.name);
    project.corpus_groups.insert(place, group);
}

/// Loosens a condition: a least number is halved, anything else is given up.
pub(super) fn loosen(
    options: &mut MeasureOptions,
    kind: MeasureKind,
    condition: Removal,
    value: u32,
) {
    let half = value.div_ceil(2).min(value.saturating_sub(1)).max(1);
    let is_ngrams = kind == MeasureKind::Ngrams;
    match condition {
        Removal::Count if is_ngrams => options.ngrams.least_count = half.max(2),
        Removal::Count => options.keyness.least_count = Some(half),
        Removal::Articles if is_ngrams => options.ngrams.least_articles = half,
        Removal::Articles => options.keyness.least_articles = Some(half),
        Removal::Bic | Removal::Significance => options.keyness.evidence = KeynessEvidence::None,
        Removal::Sign => options.keyness.sign = Sign::Both,
        Removal::CoOccurrences => options.collocation.least = half,
        Removal::Longest => options.ngrams.longest_only = false,
    }
}

/// The question for a measure's table, from its top.
fn table(measure: Measure) -> Query {
    Query::Table {
        measure,
        order: None,
        containing: String::new(),
        first_row: 0,
        rows: 1,
    }
}

/// Whether everything that a measure is taken of is in the project.
fn is_known(measure: &Measure, project: &Project) -> bool {
    let selected = |of: &Selection| match of {
        Selection::All => true,
        Selection::Group(name) | Selection::Rest(name) => {
            let mut groups = project.corpus_groups.iter();
            groups.any(|group| group.name == *name)
        }
    };
    match measure {
        Measure::Keyness {
            target, reference, ..
        } => {
            let mut lists = project.references.iter();
            selected(target)
                && match reference {
                    Reference::Selection(of) => selected(of),
                    Reference::List(name) => lists.any(|list| list.name == *name),
                    Reference::Dictionary => true,
                }
        }
        Measure::Items { of, .. }
        | Measure::Keywords { of, .. }
        | Measure::Collocates { of, .. }
        | Measure::Ngrams { of, .. }
        | Measure::Trend { of, .. }
        | Measure::TextsOfArticles { of } => selected(of),
        Measure::Texts { of } => of.iter().all(selected),
    }
}

/// What is compared before the user says what: the first group with the second, or with all else.
fn first_comparison(project: &Project) -> Option<Measure> {
    let group = |place: usize| project.corpus_groups.get(place);
    let target = group(0)?.name.clone();
    let reference = match group(1) {
        Some(second) => Selection::Group(second.name.clone()),
        None => Selection::Rest(target.clone()),
    };
    Some(Measure::Keyness {
        target: Selection::Group(target),
        reference: Reference::Selection(reference),
        items: ItemKind::Words,
    })
}

impl Asked {
    /// The measures whose tables were asked for, in the order of their places, each once.
    pub fn measures(&self) -> Vec<Measure> {
        let mut measures: Vec<Measure> = Vec::new();
        for (spot, query) in self.all_queries() {
            if let (Query::Table { measure, .. }, true) = (query, self.is_answered(spot)) {
                measures.push(measure.clone());
            }
        }
        measures.dedup();
        measures
    }

    /// Adds an item to the trend: one that is there already, or one too many, changes nothing.
    pub(super) fn add_to_trend(&mut self, item: Item) {
        let query = match self.query(Spot::Trend) {
            Some(Query::Table {
                measure: Measure::Trend { items, of, by },
                ..
            }) => {
                if items.contains(&item) || items.len() >= TREND_ITEMS {
                    return;
                }
                let items = items.iter().cloned().chain([item]).collect();
                table(Measure::Trend {
                    items,
                    of: of.clone(),
                    by: *by,
                })
            }
            _ => table(Measure::Trend {
                items: vec![item],
                of: Selection::All,
                by: TrendBy::Month,
            }),
        };
        self.ask(Spot::Trend, query);
    }
}

impl State {
    /// Shows a group that is made.
    pub(super) fn make_group(&mut self, mut group: CorpusGroup) {
        let groups = &self.choices.present().project.corpus_groups;
        group.name = free_name(groups, &group.name);
        let draft = Some(GroupDraft {
            former: None,
            group,
        });
        self.ask(AskAction::Draft(draft));
        self.ask(AskAction::Compare(ComparePart::Groups));
        self.metadata.change().is_open = false;
        self.tab = Tab::Compare;
        self.area = Area::Results;
    }

    /// What the places of measures ask: what the user chose as long as it is in the project, else what is looked at
    /// first.
    pub(super) fn measures_to_take(&self) -> [(Spot, Option<Query>); 10] {
        let asked = &self.asked;
        let project = &self.choices.present().project;
        let chosen = |spot: Spot, is_shown: bool, first: &dyn Fn() -> Option<Measure>| {
            let query = asked.query(spot);
            let known = query.filter(|query| match query {
                Query::Table { measure, .. } => is_known(measure, project),
                _ => true,
            });
            match known {
                Some(query) => Some(query.clone()),
                None if is_shown => first().map(table),
                None => None,
            }
        };
        let of = || Selection::All;
        let compares = self.tab == Tab::Compare;
        let words = self.tab == Tab::Words;
        let texts = self.tab == Tab::Overview && asked.shows_texts;
        let keyness = chosen(
            Spot::Keyness,
            compares && asked.compare_part == ComparePart::Keyness,
            &|| first_comparison(project),
        );
        let items = chosen(
            Spot::Items,
            words && asked.words_part == WordsPart::Table,
            &|| {
                let items = ItemKind::Words;
                Some(Measure::Items { of: of(), items })
            },
        );
        let keywords = chosen(
            Spot::Keywords,
            words && asked.words_part == WordsPart::Keywords,
            &|| {
                Some(Measure::Keywords {
                    of: of(),
                    article: None,
                    method: KeywordMethod::default(),
                })
            },
        );
        let of_articles = chosen(Spot::TextsOfArticles, texts, &|| {
            Some(Measure::TextsOfArticles { of: of() })
        });
        let trend = chosen(Spot::Trend, false, &|| None);
        let positions = match &trend {
            Some(Query::Table {
                measure: Measure::Trend { items, of, .. },
                ..
            }) => Some(Query::Positions {
                items: items.clone(),
                of: of.clone(),
                first_row: 0,
                rows: 1,
            }),
            _ => None,
        };
        let draft = asked.draft.as_ref().map(|draft| &draft.group);
        let draft = draft.filter(|group| !group.is_empty());
        [
            (Spot::CorpusGroups, Some(Query::CorpusGroups)),
            (
                Spot::CorpusGroup,
                draft.map(|group| Query::CorpusGroup {
                    group: group.clone(),
                }),
            ),
            (Spot::Keyness, keyness),
            (Spot::Items, items),
            (Spot::Keywords, keywords),
            (Spot::TextsOfArticles, of_articles),
            (Spot::Texts, texts.then(|| self.texts_of_groups())),
            (Spot::Trend, trend),
            (Spot::Positions, positions),
            (
                Spot::Methods,
                asked.shows_methods.then(|| Query::Methods {
                    measures: asked.measures(),
                }),
            ),
        ]
    }

    /// 文本统计 of the whole and of every group, sorted and searched as before.
    fn texts_of_groups(&self) -> Query {
        let groups = self.choices.present().project.corpus_groups.iter();
        let groups = groups.map(|group| Selection::Group(group.name.clone()));
        let of: Vec<Selection> = [Selection::All].into_iter().chain(groups).collect();
        match self.asked.query(Spot::Texts) {
            Some(query @ Query::Table { measure, .. })
                if *measure == (Measure::Texts { of: of.clone() }) =>
            {
                query.clone()
            }
            _ => table(Measure::Texts { of }),
        }
    }

    /// Takes a list to compare with in, and keeps what is to be said about the file. One without words is none.
    pub(super) fn take_reference(&mut self, (list, faulty): (ReferenceList, u32)) {
        let is_list = !list.words.is_empty();
        self.asked.change().imported_reference = Some((list.name.clone(), is_list, faulty));
        if is_list {
            self.choose(Change::AddReference(list));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::state::{Action, Choices};
    use std::rc::Rc;
    use yew::Reducible as _;

    fn after(state: Rc<State>, actions: Vec<Action>) -> Rc<State> {
        let reduce = |state: Rc<State>, action| state.reduce(action);
        actions.into_iter().fold(state, reduce)
    }

    fn keyness(state: &State) -> Option<(Selection, Reference)> {
        match state.asked.query(Spot::Keyness)? {
            Query::Table {
                measure:
                    Measure::Keyness {
                        target, reference, ..
                    },
                ..
            } => Some((target.clone(), reference.clone())),
            _ => None,
        }
    }

    #[test]
    fn a_comparison_follows_the_groups() {
        let state = after(Rc::default(), vec![Action::Show(Tab::Compare)]);
        assert_eq!(keyness(&state), None, "nothing to compare");
        let make = |groups| Action::Choose(Change::AddCorpusGroups(groups));
        let of = |name: &str| Selection::Group(name.to_owned());
        let state = after(state, vec![make(vec![group("甲", "1.txt")])]);
        let rest = Reference::Selection(Selection::Rest("甲".to_owned()));
        assert_eq!(keyness(&state), Some((of("甲"), rest.clone())));
        let state = after(state, vec![make(vec![group("乙", "2.txt")])]);
        assert_eq!(
            keyness(&state),
            Some((of("甲"), rest)),
            "what is chosen stays"
        );
        let gone = Action::Choose(Change::RemoveCorpusGroup("甲".to_owned()));
        let state = after(state, vec![gone]);
        let rest = Reference::Selection(Selection::Rest("乙".to_owned()));
        assert_eq!(keyness(&state), Some((of("乙"), rest)));
        let state = after(state, vec![Action::Undo, Action::Undo, Action::Undo]);
        assert_eq!(keyness(&state), None);
    }

    #[test]
    fn a_trend_has_eight_items_each_once() {
        let item = |number: usize| Item::Word(format!("词{number}"));
        let add = |number| Action::Ask(AskAction::AddToTrend(item(number)));
        let state = after(Rc::default(), (0..12).chain(0..3).map(add).collect());
        let Some(Query::Positions { items, .. }) = state.asked.query(Spot::Positions) else {
            panic!("the plot follows the trend");
        };
        assert_eq!(*items, (0..TREND_ITEMS).map(item).collect::<Vec<_>>());
        let stop = Action::Ask(AskAction::Stop(Spot::Trend));
        let state = after(state, vec![stop]);
        assert_eq!(state.asked.query(Spot::Positions), None);
    }

    #[test]
    fn a_group_that_is_made_is_shown_and_measured() {
        let state = after(Rc::default(), vec![Action::MakeGroup(group("甲", "1.txt"))]);
        assert_eq!(
            (state.tab, state.asked.compare_part),
            (Tab::Compare, ComparePart::Groups)
        );
        let query = state.asked.query(Spot::CorpusGroup);
        assert!(matches!(query, Some(Query::CorpusGroup { group }) if group.name == "甲"));
        let state = after(state, vec![Action::Ask(AskAction::Draft(None))]);
        assert_eq!(state.asked.query(Spot::CorpusGroup), None);
    }

    #[test]
    fn values_of_a_condition_are_sorted_and_come_and_go() {
        let fields = [
            GroupField::Files,
            GroupField::Speakers,
            GroupField::Key(GroupKey::Newspaper),
        ];
        for field in fields {
            let mut group = CorpusGroup::default();
            for value in ["乙", "甲", "乙"] {
                field.set(&mut group, value, true);
            }
            assert_eq!(field.values(&group), ["乙", "甲"], "{field:?}");
            field.set(&mut group, "乙", false);
            field.set(&mut group, "甲", false);
            assert!(group.is_empty(), "{field:?}");
        }
    }

    fn group(name: &str, file: &str) -> CorpusGroup {
        CorpusGroup {
            name: name.to_owned(),
            files: vec![file.to_owned()],
            ..CorpusGroup::default()
        }
    }

    fn names(choices: &Choices) -> Vec<&str> {
        let groups = choices.project.corpus_groups.iter();
        groups.map(|group| group.name.as_str()).collect()
    }

    #[test]
    fn names_of_groups_are_unique() {
        let made = Change::AddCorpusGroups(vec![
            group("甲", "1.txt"),
            group(" 甲 ", "2.txt"),
            group("", "3.txt"),
            CorpusGroup::default(),
        ]);
        let choices = Choices::default().with(made, &[]);
        assert_eq!(names(&choices), ["甲", "甲 2", "2"]);
        let same = choices.with(
            Change::SetCorpusGroup("甲".to_owned(), group("甲", "4.txt")),
            &[],
        );
        assert_eq!(names(&same), ["甲", "甲 2", "2"], "its own name is free");
        let other = Change::SetCorpusGroup("甲".to_owned(), group("甲 2", "1.txt"));
        assert_eq!(names(&choices.with(other, &[])), ["甲 2 2", "甲 2", "2"]);
        let less = choices.with(Change::RemoveCorpusGroup("甲".to_owned()), &[]);
        assert_eq!(names(&less), ["甲 2", "2"]);
    }

    #[test]
    fn a_list_takes_the_place_of_one_of_its_name() {
        let list = |words: &str| ReferenceList {
            name: "参照.txt".to_owned(),
            tokens: 1,
            words: words.to_owned(),
        };
        let choices = Choices::default();
        let choices = choices.with(Change::AddReference(list("甲\t1")), &[]);
        let choices = choices.with(Change::AddReference(list("乙\t1")), &[]);
        assert_eq!(choices.project.references, [list("乙\t1")]);
        let choices = choices.with(Change::RemoveReference("参照.txt".to_owned()), &[]);
        assert!(choices.project.references.is_empty());
    }

    #[test]
    fn conditions_become_looser_and_end() {
        let (count, ngrams) = (Removal::Count, MeasureKind::Ngrams);
        let mut options = MeasureOptions::default();
        let mut values = vec![5];
        while let Some(value) = values.last().copied().filter(|value| *value > 1) {
            loosen(&mut options, MeasureKind::Keyness, count, value);
            values.extend(options.keyness.least_count);
        }
        assert_eq!(values, [5, 3, 2, 1]);
        loosen(&mut options, ngrams, count, 3);
        loosen(&mut options, ngrams, count, 2);
        assert_eq!(options.ngrams.least_count, 2, "the least there can be");
        loosen(&mut options, MeasureKind::Keyness, Removal::Bic, 2);
        assert_eq!(options.keyness.evidence, KeynessEvidence::None);
    }
}
