use proptest::prelude::*;

use super::*;
use crate::words::segment::TokenKind;

fn everything(stop_words: &StopWords) -> Filter<'_> {
    Filter {
        parts: CountedParts::default(),
        shortest_chars: 1,
        stop_words,
        keeps_tag: &|_| true,
    }
}

fn article(vocabulary: &mut Vocabulary, headline: &str, body: &str) -> ArticleCounts {
    let mut counter = ArticleCounter::default();
    for (part, words) in [(Part::MainHeadline, headline), (Part::Body, body)] {
        for word in words.split_whitespace() {
            counter
                .part(part)
                .add(vocabulary.intern(word, TokenKind::Word));
        }
    }
    counter.finish()
}

fn list(counts: &WordCounts, vocabulary: &Vocabulary) -> String {
    let rows = counts.rows.iter();
    let shown = rows.map(|row| {
        format!(
            "{} {}/{}",
            vocabulary.term(row.term),
            row.count,
            row.articles
        )
    });
    shown.collect::<Vec<_>>().join(", ")
}

#[test]
fn the_word_list_follows_the_filter() {
    let mut vocabulary = Vocabulary::new();
    let articles = [
        article(&mut vocabulary, "防控 会议", "会议 的 要求 的 防控 的"),
        article(&mut vocabulary, "会议", "会议 7天 的"),
    ];
    let none = StopWords::default();
    let stop_words = StopWords::built_in();
    let cases = [
        (
            "everything",
            everything(&none),
            "会议 4/2, 的 4/2, 防控 2/1, 7天 1/1, 要求 1/1",
        ),
        (
            "headlines",
            Filter {
                parts: CountedParts {
                    lead: false,
                    body: false,
                    ..CountedParts::default()
                },
                ..everything(&none)
            },
            "会议 2/2, 防控 1/1",
        ),
        (
            "body",
            Filter {
                parts: CountedParts {
                    main_headline: false,
                    ..CountedParts::default()
                },
                ..everything(&none)
            },
            "的 4/2, 会议 2/2, 7天 1/1, 要求 1/1, 防控 1/1",
        ),
        (
            "nothing",
            Filter {
                parts: CountedParts::NONE,
                ..everything(&none)
            },
            "",
        ),
        (
            "long",
            Filter {
                shortest_chars: 2,
                ..everything(&none)
            },
            "会议 4/2, 防控 2/1, 7天 1/1, 要求 1/1",
        ),
        (
            "stop words",
            everything(&stop_words),
            "会议 4/2, 防控 2/1, 7天 1/1, 要求 1/1",
        ),
        (
            "tags",
            Filter {
                keeps_tag: &|tag| !tag.is_empty(),
                ..everything(&none)
            },
            "",
        ),
    ];
    for (name, filter, expected) in cases {
        let counts = word_counts(articles.iter(), &vocabulary, &filter);
        assert_eq!(list(&counts, &vocabulary), expected, "{name}");
    }
}

#[test]
fn filters_leave_the_base_of_relative_frequencies_alone() {
    let mut vocabulary = Vocabulary::new();
    let articles = [article(&mut vocabulary, "会议", "会议 的 要求 的")];
    let stop_words = StopWords::built_in();
    let totals = word_counts(articles.iter(), &vocabulary, &everything(&stop_words)).totals;
    assert_eq!((totals.tokens, totals.types), (5, 3));
    assert_eq!((totals.kept_tokens, totals.kept_types), (3, 2));
    assert_eq!(totals.articles, 1);
}

#[test]
fn relative_frequencies() {
    assert_eq!(per(0), 10_000);
    assert_eq!(per(999_999), 10_000);
    assert_eq!(per(1_000_000), 1_000_000);
    assert_eq!(relative(0, 0, 10_000), 0.0);
    assert_eq!(relative(3, 4_000, 10_000), 7.5);
    assert_eq!(relative(u32::MAX, 1, 1_000_000), 4_294_967_295_000_000.0);
}

#[test]
fn texts_are_counted() {
    let mut counter = PartCounter::new();
    counter.add_headline_text("会议召开");
    counter.add_paragraph_text("会议召开。各地落实！");
    let part = counter.finish();
    assert_eq!(
        (part.characters, part.characters_with_marks, part.sentences),
        (12, 14, 2)
    );
    assert_eq!(counter.finish(), PartCounts::default());
}

proptest! {
    #[test]
    fn merged_equals_single(left in tokens(), right in tokens()) {
        let mut counter = PartCounter::new();
        let mut count = |terms: &[u32]| {
            terms.iter().for_each(|term| counter.add(TermId(*term)));
            counter.finish()
        };
        let both = [left.clone(), right.clone()].concat();
        let merged = count(&left).merged(&count(&right));
        prop_assert_eq!(&merged, &count(&both));
        prop_assert!(merged.terms.is_sorted());
        let sum: u32 = merged.terms.iter().map(|(_, count)| count).sum();
        prop_assert_eq!(sum, merged.tokens);
    }

    #[test]
    fn counts_sum_to_tokens_in_any_order(texts in prop::collection::vec(tokens(), 0..6)) {
        let mut vocabulary = Vocabulary::new();
        for number in 0..20 {
            vocabulary.intern(&number.to_string(), TokenKind::Number);
        }
        let mut articles = Vec::new();
        for text in &texts {
            let mut counter = ArticleCounter::default();
            text.iter().for_each(|term| counter.part(Part::Body).add(TermId(*term)));
            articles.push(counter.finish());
        }
        let none = StopWords::default();
        let counts = word_counts(articles.iter(), &vocabulary, &everything(&none));
        let sum: u32 = counts.rows.iter().map(|row| row.count).sum();
        prop_assert_eq!(sum, counts.totals.tokens);
        prop_assert!(counts.rows.iter().all(|row| row.articles <= counts.totals.articles && row.articles <= row.count));
        let backward = word_counts(articles.iter().rev(), &vocabulary, &everything(&none));
        prop_assert_eq!(backward, counts);
    }
}

fn tokens() -> impl Strategy<Value = Vec<u32>> {
    prop::collection::vec(0..20_u32, 0..30)
}
