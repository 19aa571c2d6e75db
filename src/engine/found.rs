//! The names that are one token each.

use super::choices::NameTokens;
use super::plan::Plan;
use crate::text::arrange::Arrange;
use crate::words::names::{NameChoice, NameIndex, NameKind};

/// The names that are tokens in the documents that are read: sorted by name, each once. Called when all documents that
/// wait are read, and the documents or the decisions about names changed.
///
/// Depends on the documents, not on their order, and not on how they are segmented: the lists do not feed back on what
/// they are made of.
pub fn found_words(index: &NameIndex, plan: &Plan) -> Vec<(String, NameKind)> {
    let switches = plan.settings.name_tokens;
    let found = index.listed().into_iter();
    let found = found.filter(|(_, kind)| is_token(switches, *kind));
    let accepted = plan.counted().names.iter().filter(|decision| {
        decision.choice == NameChoice::Accepted && is_token(switches, decision.kind)
    });
    let names = accepted.map(|decision| (decision.name.clone(), decision.kind));
    in_order(found.chain(names).collect())
}

/// Whether names of a kind are one token each. A place name of one character never is: 锡 stands in too much else.
pub fn is_token(switches: NameTokens, kind: NameKind) -> bool {
    match kind {
        NameKind::Person | NameKind::Reporter => switches.persons,
        NameKind::Place => switches.places,
        NameKind::Organisation => switches.organisations,
        NameKind::ShortPlace => false,
    }
}

/// Sorted by name, then kind, each name once.
fn in_order(mut names: Vec<(String, NameKind)>) -> Vec<(String, NameKind)> {
    names.arrange();
    names.dedup_by(|later, earlier| later.0 == earlier.0);
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::choices::{Project, Settings};
    use crate::words::names::NameDecision;

    #[test]
    fn a_name_selected_with_blanks_is_a_token_as_counted() {
        let project = Project {
            names: vec![NameDecision {
                kind: NameKind::Person,
                name: "方　敏".to_owned(),
                choice: NameChoice::Accepted,
            }],
            stop_words_added: vec!["会　议".to_owned()],
            ..Project::default()
        };
        let plan = Plan::new(Settings::default(), project);
        let found = found_words(&NameIndex::default(), &plan);
        assert_eq!(found, [("方敏".to_owned(), NameKind::Person)]);
        let keeps_tag = |_: &str| true;
        assert!(plan.filter(&keeps_tag).stop_words.contains("会议"));
    }
}
