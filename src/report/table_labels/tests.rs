//! Tests of the labels of columns.

use super::*;
use crate::report::answers::group::Side;

/// Every column, with the numbers at both ends.
fn all() -> Vec<Column> {
    use Column as C;
    let mut columns = vec![
        C::Rank,
        C::Item,
        C::PartOfSpeech,
        C::FirstDate,
        C::Count,
        C::ReferenceCount,
        C::Relative,
        C::ReferenceRelative,
        C::Articles,
        C::ReferenceArticles,
        C::Dp,
        C::DpNorm,
        C::JuillandD,
        C::CarrollD2,
        C::RosengrenS,
        C::Arf,
        C::LogLikelihood,
        C::ChiSquared,
        C::Bic,
        C::PValue,
        C::LogRatio,
        C::ConservativeLogRatio,
        C::PercentDifference,
        C::OddsRatio,
        C::DifferenceCoefficient,
        C::SimpleMaths,
        C::CoOccurrences,
        C::Expected,
        C::Mi,
        C::Mi2,
        C::Mi3,
        C::TScore,
        C::ZScore,
        C::Dice,
        C::LogDice,
        C::Npmi,
        C::DeltaPForward,
        C::DeltaPBackward,
        C::MinimumSensitivity,
        C::Length,
        C::Fillers,
        C::FillerExamples,
        C::Weight,
        C::Idf,
        C::Label,
        C::Date,
        C::File,
        C::Characters,
        C::CharactersWithMarks,
        C::Tokens,
        C::Types,
        C::Sentences,
        C::Paragraphs,
        C::SentenceCharacters,
        C::SentenceTokens,
        C::ParagraphCharacters,
        C::ParagraphSentences,
        C::Ttr,
        C::Sttr,
        C::Mattr,
        C::Mtld,
        C::HdD,
        C::TtrOfArticles,
        C::SttrOfArticles,
        C::MattrOfArticles,
        C::MtldOfArticles,
        C::HdDOfArticles,
    ];
    columns.extend((-10..=10).map(C::Position));
    for item in 0..8 {
        columns.extend([
            C::ItemCount(item),
            C::ItemRelative(item),
            C::ItemArticles(item),
        ]);
    }
    columns
}

#[test]
fn every_column_has_labels_of_its_own_and_a_hint() {
    let columns = all();
    for (at, column) in columns.iter().enumerate() {
        let names = column.names();
        assert!(!names.0.is_empty() && !names.1.is_empty(), "{column:?}");
        let hint = column.hint();
        assert!(!hint.0.is_empty() && !hint.1.is_empty(), "{column:?}");
        for other in columns.iter().take(at) {
            assert_ne!(other.names().0, names.0, "{other:?} and {column:?}");
            assert_ne!(other.names().1, names.1, "{other:?} and {column:?}");
        }
    }
}

#[test]
fn numbers_out_of_range_have_labels() {
    for column in [
        Column::Position(i8::MIN),
        Column::Position(i8::MAX),
        Column::ItemCount(u8::MAX),
        Column::ItemRelative(8),
        Column::ItemArticles(8),
    ] {
        assert!(!column.names().0.is_empty(), "{column:?}");
        assert!(!column.names_per_million().0.is_empty(), "{column:?}");
    }
}

#[test]
fn the_unit_follows_the_larger_side() {
    let side = |tokens| Side {
        tokens,
        ..Side::default()
    };
    let mut table = TableView {
        sides: vec![side(9), side(MOST_TOKENS_PER_TEN_THOUSAND)],
        ..TableView::default()
    };
    assert_eq!(table.names(Column::Relative), ("每万词", "Per 10,000"));
    table.sides.push(side(MOST_TOKENS_PER_TEN_THOUSAND + 1));
    assert_eq!(table.names(Column::Relative), ("每百万词", "Per million"));
    assert_eq!(table.names(Column::Count), Column::Count.names());
}
