use super::*;
use crate::measures::options::{
    CollocationOptions, DiversityOptions, ItemKind, KeynessEvidence, KeynessOptions, KeywordMethod,
    NgramOptions, Significance,
};
use crate::report::answers::trend::TrendBy;

fn preparation() -> Preparation {
    Preparation {
        version: "0.1.0".to_owned(),
        dictionary: "0123456789abcdef".to_owned(),
        files: 2,
        articles: 9,
        characters: 5200,
        tokens: 2600,
        types: 900,
        corrections: 3,
        passes: vec![Bilingual::new("异体字归一", "variants unified")],
        unknown_words: true,
        lexicon_words: 4,
        names: vec![Bilingual::new("人名", "persons")],
        stop_words: vec![Bilingual::new("虚词", "function words")],
        shortest_chars: 2,
        left_out: 1,
        ..Preparation::default()
    }
}

fn everything() -> Vec<Taken> {
    let of = || Bilingual::new("全部语料", "the whole corpus");
    vec![
        Taken::Items {
            of: of(),
            items: ItemKind::Words,
        },
        Taken::Keyness {
            target: Bilingual::new("分组“甲”", "group “A”"),
            reference: of(),
            is_ranking: false,
            items: ItemKind::Phrases,
            options: KeynessOptions {
                evidence: KeynessEvidence::One,
                significance: Significance::LogLikelihoodOfTwoTerms,
                ..KeynessOptions::default()
            },
        },
        Taken::Keywords {
            of: of(),
            method: KeywordMethod::TfIdfOfJieba,
        },
        Taken::Collocates {
            node: "疫情".to_owned(),
            of: of(),
            options: CollocationOptions::default(),
        },
        Taken::Ngrams {
            of: of(),
            options: NgramOptions {
                frames: true,
                ..NgramOptions::default()
            },
        },
        Taken::Trend {
            items: vec!["疫情".to_owned()],
            of: of(),
            by: TrendBy::Month,
        },
        Taken::Texts {
            of: of(),
            options: DiversityOptions::default(),
        },
    ]
}

#[test]
fn everything_that_was_done_is_told() {
    let view = methods(&preparation(), &everything(), "{}".to_owned());
    insta::assert_snapshot!(plain_text(&view));
}

#[test]
fn a_work_that_is_named_in_a_sentence_stands_among_the_works() {
    let view = methods(&preparation(), &everything(), String::new());
    let author_and_year =
        regex::Regex::new(r"([A-Z][\p{L}]+)(?: & [A-Z]\p{L}+| et al\.)?,? (\d{4})").unwrap();
    let mut named = 0;
    for found in author_and_year.captures_iter(&view.english) {
        named += 1;
        let (author, year) = (&found[1], &found[2]);
        let is_it = |work: &&crate::report::answers::methods::Work| {
            work.apa.contains(author) && work.apa.contains(year)
        };
        assert!(
            view.works.iter().any(|work| is_it(&work)),
            "{author} {year}"
        );
    }
    assert!(named > 10, "{named}");
}

#[test]
fn nothing_is_told_of_what_was_not_done() {
    let view = methods(&Preparation::default(), &[], String::new());
    for absent in ["校正", "用户词典", "重复", "只计"] {
        assert!(!view.chinese.contains(absent), "{absent}: {}", view.chinese);
    }
    assert!(view.formulas.is_empty());
    assert_eq!(view.works.len(), 1);
}
