//! What the user typed or selected, as it stands in the counted text: 王　林 is looked for as 王林.

use std::collections::BTreeMap;

use super::choices::Project;
use crate::text::clean::{Blanks, Cleaner, Passes};
use crate::words::groups::ConceptGroup;
use crate::words::names::{NameChoice, NameDecision, NameKind};
use crate::words::phrases::{PhraseDecision, key_of};

/// The parts of a project that are compared with counted text, cleaned as that is. The project itself keeps what was
/// written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AsCounted {
    /// Decisions about names, sorted by kind and name, each once: what was written as counted goes before what became so.
    pub names: Vec<NameDecision>,
    /// Decisions about phrases, sorted by key, each once, by the same rule.
    pub phrases: Vec<PhraseDecision>,
    /// The stop words that the user added, in the order of the project.
    pub stop_words_added: Vec<String>,
    /// 概念组, in the order of the project.
    pub groups: Vec<ConceptGroup>,
}

impl AsCounted {
    /// What a project says, under these passes.
    pub fn new(project: &Project, passes: Passes) -> Self {
        let mut cleaner = Cleaner::new(passes);
        let mut cleaned = |written: &str| match cleaner.clean(written, Blanks::MayClose, None) {
            true => cleaner.text().to_owned(),
            false => written.to_owned(),
        };
        Self {
            names: names(&project.names, &mut cleaned),
            phrases: phrases(&project.phrases, &mut cleaned),
            stop_words_added: all(&project.stop_words_added, &mut cleaned),
            groups: project
                .groups
                .iter()
                .map(|group| ConceptGroup {
                    name: group.name.clone(),
                    members: all(&group.members, &mut cleaned),
                    exclusions: all(&group.exclusions, &mut cleaned),
                })
                .collect(),
        }
    }
}

fn all(written: &[String], cleaned: &mut impl FnMut(&str) -> String) -> Vec<String> {
    written.iter().map(|one| cleaned(one)).collect()
}

fn names(
    decisions: &[NameDecision],
    cleaned: &mut impl FnMut(&str) -> String,
) -> Vec<NameDecision> {
    let mut by_name: BTreeMap<(NameKind, String), (bool, NameChoice)> = BTreeMap::new();
    for decision in decisions {
        let name = cleaned(&decision.name);
        let is_as_written = name == decision.name;
        let choice = match &decision.choice {
            NameChoice::FormOf(long) => NameChoice::FormOf(cleaned(long)),
            choice => choice.clone(),
        };
        let known = by_name
            .entry((decision.kind, name))
            .or_insert_with(|| (is_as_written, choice.clone()));
        if is_as_written {
            *known = (true, choice);
        }
    }
    let decisions = by_name.into_iter();
    decisions
        .map(|((kind, name), (_, choice))| NameDecision { kind, name, choice })
        .collect()
}

fn phrases(
    decisions: &[PhraseDecision],
    cleaned: &mut impl FnMut(&str) -> String,
) -> Vec<PhraseDecision> {
    let mut by_key: BTreeMap<String, PhraseDecision> = BTreeMap::new();
    for decision in decisions {
        let key = key_of(&cleaned(&decision.key));
        let is_as_written = key == decision.key;
        let decision = PhraseDecision {
            key: key.clone(),
            ..decision.clone()
        };
        if is_as_written {
            by_key.insert(key, decision);
        } else {
            by_key.entry(key).or_insert(decision);
        }
    }
    by_key.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::phrases::PhraseKind;

    fn name(name: &str, choice: NameChoice) -> NameDecision {
        NameDecision {
            kind: NameKind::Person,
            name: name.to_owned(),
            choice,
        }
    }

    #[test]
    fn what_is_selected_as_printed_is_sought_as_counted() {
        let project = Project {
            names: vec![
                name("丁　岚", NameChoice::FormOf("ＡＩ".to_owned())),
                name("方　敏", NameChoice::Accepted),
                name("方敏", NameChoice::Rejected),
            ],
            phrases: vec![PhraseDecision {
                key: "“四方”ＡＩ责任".to_owned(),
                kind: PhraseKind::Quoted,
                accepted: true,
            }],
            stop_words_added: vec!["会　议".to_owned(), "ＡＩ".to_owned()],
            ..Project::default()
        };
        let counted = AsCounted::new(&project, Passes::default());
        assert_eq!(
            counted.names,
            [
                name("丁岚", NameChoice::FormOf("AI".to_owned())),
                name("方敏", NameChoice::Rejected),
            ]
        );
        assert_eq!(counted.phrases[0].key, "四方AI责任");
        assert_eq!(counted.stop_words_added, ["会议", "AI"]);
        let again = Project {
            names: counted.names.clone(),
            phrases: counted.phrases.clone(),
            stop_words_added: counted.stop_words_added.clone(),
            ..Project::default()
        };
        assert_eq!(AsCounted::new(&again, Passes::default()), counted);
    }
}
