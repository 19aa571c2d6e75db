//! Cases and laws; the comparison with jieba for Python is in tests/keywords.rs.

use proptest::prelude::*;

use super::*;

#[test]
fn candidates_are_words_of_two_characters() {
    let rows = [
        ("疫情", true),
        ("疫", false),
        (" 疫 ", false),
        ("2人", true),
        ("GDP", true),
        ("The", false),
        ("THAT", false),
        ("there", true),
        ("", false),
        ("的", false),
        ("…", false),
        ("……", true),
    ];
    for (word, expected) in rows {
        assert_eq!(is_candidate(word), expected, "{word}");
    }
}

/// Equal weights stay in the order of the text.
#[test]
fn the_heaviest_word_stands_first() {
    let mut tally = WordTally::default();
    for word in ["水位", "堤防", "险情", "堤防", "水位", "抢险", "堤防"] {
        tally.add(word);
    }
    assert_eq!(
        tally.counts(),
        [("水位", 2), ("堤防", 3), ("险情", 1), ("抢险", 1)]
    );
    let mut weighted = tf_idf(tally.counts(), |word| {
        if word == "险情" { 7.0 } else { 7.0 / 3.0 }
    });
    heaviest_first(&mut weighted);
    let found: Vec<(&str, f64)> = weighted.iter().map(|one| (one.word, one.weight)).collect();
    let expected = [
        ("堤防", 1.0),
        ("险情", 1.0),
        ("水位", 2.0 / 3.0),
        ("抢险", 1.0 / 3.0),
    ];
    for (found, expected) in found.into_iter().zip(expected) {
        assert!(
            found.0 == expected.0 && (found.1 - expected.1).abs() < 1e-15,
            "{found:?}"
        );
    }
}

#[test]
fn a_word_of_every_article_weighs_nothing() {
    assert_eq!(idf_of_corpus(10, 10), 0.0);
    assert_eq!(idf_of_corpus(10, 0), 0.0);
    assert_eq!(idf_of_corpus(0, 0), 0.0);
    assert!((idf_of_corpus(100, 10) - std::f64::consts::LN_10).abs() < 1e-15);
}

/// Neighbours are counted among all tokens, marks and words of other tags too.
#[test]
fn neighbours_are_four_tokens_apart() {
    let near = [
        ("水位", "n"),
        ("，", "x"),
        ("很", "d"),
        ("，", "x"),
        ("堤防", "n"),
    ];
    let far = [
        ("水位", "n"),
        ("，", "x"),
        ("很", "d"),
        ("又", "d"),
        ("，", "x"),
        ("堤防", "n"),
    ];
    let names = |tokens: &[(&'static str, &str)]| -> Vec<&str> {
        text_rank(tokens).iter().map(|one| one.word).collect()
    };
    assert_eq!(names(&near), ["水位", "堤防"]);
    assert_eq!(names(&far), [""; 0]);
    assert_eq!(names(&[]), [""; 0]);
}

#[test]
fn texts_have_no_neighbours_in_the_next() {
    let mut graph = TextRank::default();
    graph.add(Some(1));
    graph.end_text();
    graph.add(Some(2));
    assert_eq!(
        graph
            .clone()
            .into_ranking(|one, other| one.cmp(&other))
            .finish(),
        []
    );
    graph.add(Some(1));
    graph.end_text();
    assert_eq!(graph.pairs(), 1);
}

proptest! {
    // Sums are taken in the order of the words, whatever numbers they have; the greatest rank is 1.
    #[test]
    fn weights_do_not_depend_on_numbers(tokens in prop::collection::vec(prop::option::of(0_u32..12), 0..80)) {
        let rank = |number: &dyn Fn(u32) -> u32, back: &dyn Fn(u32) -> u32| {
            let mut graph = TextRank::default();
            for token in &tokens {
                graph.add(token.map(number));
            }
            let ranking = graph.into_ranking(|one, other| back(one).cmp(&back(other)));
            let found: Vec<(u32, f64)> =
                ranking.finish().iter().map(|one| (back(one.word), one.weight)).collect();
            found
        };
        let plain = rank(&|word| word, &|word| word);
        prop_assert_eq!(&plain, &rank(&|word| 1000 - 7 * word, &|number| (1000 - number) / 7));
        let greatest = plain.iter().map(|(_, weight)| *weight).fold(0.0, f64::max);
        prop_assert!(plain.is_empty() || (greatest - 1.0).abs() < 1e-12, "{plain:?}");
        prop_assert!(plain.iter().all(|(_, weight)| weight.is_finite() && *weight > 0.0));
    }
}

#[test]
fn or_is_a_stop_word_of_jieba_too() {
    assert!(!is_candidate("or"));
    assert!(!is_candidate("Or"));
    assert!(is_candidate("ore"));
}
