use super::*;
use crate::engine::choices::{Project, Settings};
use crate::engine::tokens::tests::{document, tokens};
use crate::measures::options::CountedParts;
use crate::text::clean::Passes;

const TEXT: &str =
    "疫 情 防 控\n委員⼈员，委員7 月 3 日到\u{e000}会,\u{200b}见a@b.cn。\n----\n委員、３％。\n";

fn corpus(plan: &Plan) -> Corpus {
    let mut corpus = Corpus::default();
    let mut document = document(TEXT);
    document.tokens = tokens(&document, plan.settings.cleanup, &mut corpus.vocabulary);
    corpus.insert(document);
    corpus
}

fn plan(cleanup: Passes, body: bool) -> Plan {
    let settings = Settings {
        cleanup,
        parts: CountedParts {
            lead: body,
            body,
            ..CountedParts::default()
        },
        ..Settings::default()
    };
    Plan::new(settings, Project::default())
}

fn rows(corpus: &Corpus, plan: &Plan, step: CleanupStep) -> Vec<String> {
    let view = changes(corpus, plan, step, 0, 100);
    let shown = |row: &ChangeRow| format!("{}→{} {}", row.kind.before, row.kind.after, row.count);
    view.rows.iter().map(shown).collect()
}

#[test]
fn every_step_tells_what_it_changed() {
    let plan = plan(Passes::default(), true);
    let corpus = corpus(&plan);
    let cases: [(CleanupStep, &[&str]); 11] = [
        (CleanupStep::Pass(Pass::Radicals), &["⼈→人 1"]),
        (CleanupStep::Pass(Pass::Variants), &["員→员 3"]),
        (CleanupStep::Pass(Pass::Traditional), &[]),
        (CleanupStep::Pass(Pass::Width), &["％→% 1", "３→3 1"]),
        (
            CleanupStep::Pass(Pass::LetterSpacing),
            &["疫 情 防 控→疫情防控 1"],
        ),
        (CleanupStep::Pass(Pass::LayoutSpaces), &[]),
        (CleanupStep::Pass(Pass::Punctuation), &[",→， 1"]),
        (CleanupStep::Pass(Pass::Addresses), &["a@b.cn→a@b.cn 1"]),
        (CleanupStep::PrivateUse, &["\u{e000}→\u{e000} 1"]),
        (CleanupStep::Invisible, &["\u{200b}→ 1"]),
        (CleanupStep::Rulers, &["----→ 1"]),
    ];
    let sums = cleanup(&corpus, &plan).counts;
    for ((step, expected), (summed, sum)) in cases.into_iter().zip(sums) {
        assert_eq!(rows(&corpus, &plan, step), expected, "{step:?}");
        let counts: u32 = changes(&corpus, &plan, step, 0, 100)
            .rows
            .iter()
            .map(|row| row.count)
            .sum();
        assert_eq!((summed, sum), (step, counts), "the sum of {step:?}");
    }
}

#[test]
fn a_change_leads_to_its_places() {
    let plan = plan(Passes::default(), true);
    let corpus = corpus(&plan);
    let source: Vec<char> = TEXT.chars().collect();
    for step in CleanupStep::ALL {
        for row in changes(&corpus, &plan, step, 0, 100).rows {
            let lines = change_lines(&corpus, &plan, step, &row.kind, 0, 100);
            assert_eq!(lines.rows_total, row.count, "lines of {row:?}");
            for line in lines.rows {
                let places = line.places.iter();
                let lit: String = places
                    .flat_map(|place| &source[place.start as usize..place.end as usize])
                    .collect();
                assert_eq!(lit, line.word, "{row:?}");
                let is_first = matches!(step, CleanupStep::Pass(Pass::Variants));
                assert!(!is_first || lit == "員", "{lit}");
            }
        }
    }
}

#[test]
fn what_is_switched_off_or_not_counted_changes_nothing() {
    let off = plan(Passes::all(false), true);
    let uncounted = plan(Passes::default(), false);
    for plan in [off, uncounted] {
        let corpus = corpus(&plan);
        assert_eq!(pass_counts(&corpus, &plan), PassCounts::default());
        let step = CleanupStep::Pass(Pass::Variants);
        assert!(rows(&corpus, &plan, step).is_empty());
    }
}

#[test]
fn a_word_is_found_as_counted_and_as_printed() {
    let plan = plan(Passes::default(), true);
    let corpus = corpus(&plan);
    for (word, expected) in [("委员", 3), ("委員", 3), ("疫 情", 1), ("没有", 0)] {
        let lines = crate::engine::lines::lines(&corpus, &plan, word, 0, 100);
        assert_eq!(lines.rows_total, expected, "lines of {word}");
    }
}
