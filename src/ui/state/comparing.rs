//! What is compared: groups of articles, lists to compare with, and how measures are taken.

use super::State;
use super::choice::Change;
use crate::engine::choices::{Project, ReferenceList};
use crate::engine::query::MeasureKind;
use crate::report::answers::group::CorpusGroup;
use crate::report::answers::kinds::{KeynessEvidence, MeasureOptions, Sign};
use crate::report::answers::table::Removal;

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

impl State {
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
    use crate::ui::state::Choices;

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
