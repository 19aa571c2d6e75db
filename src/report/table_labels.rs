//! What the columns of the measures' tables are called, on the screen, in files to take away and on the command line.

mod hints;

use super::answers::table::{Column, Head, TableView};
use super::table_notes::{Bilingual, note};

/// A label or an explanation in Chinese and in English.
pub type Names = (&'static str, &'static str);

/// Above so many tokens on a side relative frequencies are per million, up to it per 10,000.
pub const MOST_TOKENS_PER_TEN_THOUSAND: u64 = 1_000_000;

/// Labels of places left of the node, from the first.
const LEFT: [Names; 10] = [
    ("左1", "L1"),
    ("左2", "L2"),
    ("左3", "L3"),
    ("左4", "L4"),
    ("左5", "L5"),
    ("左6", "L6"),
    ("左7", "L7"),
    ("左8", "L8"),
    ("左9", "L9"),
    ("左10", "L10"),
];

/// The same right of it.
const RIGHT: [Names; 10] = [
    ("右1", "R1"),
    ("右2", "R2"),
    ("右3", "R3"),
    ("右4", "R4"),
    ("右5", "R5"),
    ("右6", "R6"),
    ("右7", "R7"),
    ("右8", "R8"),
    ("右9", "R9"),
    ("右10", "R10"),
];

/// Labels of the counts of several items.
const ITEM_COUNTS: [Names; 8] = [
    ("第1项频次", "Count of item 1"),
    ("第2项频次", "Count of item 2"),
    ("第3项频次", "Count of item 3"),
    ("第4项频次", "Count of item 4"),
    ("第5项频次", "Count of item 5"),
    ("第6项频次", "Count of item 6"),
    ("第7项频次", "Count of item 7"),
    ("第8项频次", "Count of item 8"),
];

/// Labels of their relative frequencies.
const ITEM_RELATIVES: [Names; 8] = [
    ("第1项每万词", "Item 1 per 10,000"),
    ("第2项每万词", "Item 2 per 10,000"),
    ("第3项每万词", "Item 3 per 10,000"),
    ("第4项每万词", "Item 4 per 10,000"),
    ("第5项每万词", "Item 5 per 10,000"),
    ("第6项每万词", "Item 6 per 10,000"),
    ("第7项每万词", "Item 7 per 10,000"),
    ("第8项每万词", "Item 8 per 10,000"),
];

/// The same per million.
const ITEM_RELATIVES_PER_MILLION: [Names; 8] = [
    ("第1项每百万词", "Item 1 per million"),
    ("第2项每百万词", "Item 2 per million"),
    ("第3项每百万词", "Item 3 per million"),
    ("第4项每百万词", "Item 4 per million"),
    ("第5项每百万词", "Item 5 per million"),
    ("第6项每百万词", "Item 6 per million"),
    ("第7项每百万词", "Item 7 per million"),
    ("第8项每百万词", "Item 8 per million"),
];

/// Labels of the articles in which they stand.
const ITEM_ARTICLES: [Names; 8] = [
    ("第1项见于篇数", "Articles of item 1"),
    ("第2项见于篇数", "Articles of item 2"),
    ("第3项见于篇数", "Articles of item 3"),
    ("第4项见于篇数", "Articles of item 4"),
    ("第5项见于篇数", "Articles of item 5"),
    ("第6项见于篇数", "Articles of item 6"),
    ("第7项见于篇数", "Articles of item 7"),
    ("第8项见于篇数", "Articles of item 8"),
];

/// The label with a number; where there is none for it, that of any place or item.
fn numbered(labels: &[Names], index: usize, any: Names) -> Names {
    labels.get(index).copied().unwrap_or(any)
}

impl TableView {
    /// Whether relative frequencies are per million: where one side has more than a million tokens. Per 10,000 otherwise.
    pub fn is_per_million(&self) -> bool {
        let mut sides = self.sides.iter();
        sides.any(|side| side.tokens > MOST_TOKENS_PER_TEN_THOUSAND)
    }

    /// The label of one of its columns, Chinese and English, with the unit of its relative frequencies.
    pub fn names(&self, column: Column) -> Names {
        if self.is_per_million() {
            column.names_per_million()
        } else {
            column.names()
        }
    }

    /// Puts into words what stands over its columns, and its notes.
    pub fn put_into_words(&mut self) {
        let head = |column: &Column| {
            let ((label, label_english), (hint, hint_english)) =
                (self.names(column.of_any_item()), column.hint());
            Head {
                label: Bilingual::new(label, label_english),
                hint: Bilingual::new(hint, hint_english),
            }
        };
        self.heads = self.columns.iter().map(head).collect();
        self.notes_told = self.notes.iter().map(note).collect();
    }
}

impl Column {
    /// The column of a single item's table that shows the same, for one of a trend.
    fn of_any_item(self) -> Self {
        match self {
            Self::ItemCount(_) => Self::Count,
            Self::ItemRelative(_) => Self::Relative,
            Self::ItemArticles(_) => Self::Articles,
            column => column,
        }
    }

    /// Its label, Chinese and English; relative frequencies as those per 10,000 tokens ([`TableView::names`] chooses).
    pub fn names(self) -> Names {
        match self {
            Self::Rank => ("序号", "Rank"),
            Self::Item => ("词项", "Item"),
            Self::PartOfSpeech => ("词性", "Part of speech"),
            Self::FirstDate => ("首见日期", "First date"),
            Self::Count => ("频次", "Count"),
            Self::ReferenceCount => ("参照频次", "Reference count"),
            Self::Relative => ("每万词", "Per 10,000"),
            Self::ReferenceRelative => ("参照每万词", "Reference per 10,000"),
            Self::Articles => ("见于篇数", "Articles"),
            Self::ReferenceArticles => ("参照见于篇数", "Reference articles"),
            Self::Dp => ("分布偏差 DP", "DP"),
            Self::DpNorm => ("分布偏差 DPnorm", "DPnorm"),
            Self::JuillandD => ("Juilland D", "Juilland D"),
            Self::CarrollD2 => ("Carroll D₂", "Carroll D₂"),
            Self::RosengrenS => ("Rosengren S", "Rosengren S"),
            Self::Arf => ("平均缩减频次 (ARF)", "ARF"),
            Self::LogLikelihood => ("对数似然值", "Log-likelihood"),
            Self::ChiSquared => ("卡方值", "Chi-squared"),
            Self::Bic => ("BIC", "BIC"),
            Self::PValue => ("p 值", "p"),
            Self::LogRatio => ("对数比", "Log Ratio"),
            Self::ConservativeLogRatio => ("保守对数比", "Conservative Log Ratio"),
            Self::PercentDifference => ("百分比差 (%DIFF)", "%DIFF"),
            Self::OddsRatio => ("优势比", "Odds ratio"),
            Self::DifferenceCoefficient => ("差异系数", "Difference coefficient"),
            Self::SimpleMaths => ("简单比值", "Simple maths"),
            Self::CoOccurrences => ("共现频次", "Co-occurrences"),
            Self::Expected => ("期望频次", "Expected"),
            Self::Mi => ("互信息 (MI)", "MI"),
            Self::Mi2 => ("MI²", "MI²"),
            Self::Mi3 => ("MI³", "MI³"),
            Self::TScore => ("t 值", "t-score"),
            Self::ZScore => ("z 值", "z-score"),
            Self::Dice => ("Dice", "Dice"),
            Self::LogDice => ("logDice", "logDice"),
            Self::Npmi => ("NPMI", "NPMI"),
            Self::DeltaPForward => ("ΔP（节点词→搭配词）", "ΔP (node → collocate)"),
            Self::DeltaPBackward => ("ΔP（搭配词→节点词）", "ΔP (collocate → node)"),
            Self::MinimumSensitivity => ("最小灵敏度", "Minimum sensitivity"),
            Self::Position(place @ ..0) => numbered(
                &LEFT,
                usize::from(place.unsigned_abs()) - 1,
                ("左侧", "Left"),
            ),
            Self::Position(0) => ("节点词", "Node"),
            Self::Position(place) => numbered(
                &RIGHT,
                usize::from(place.unsigned_abs()) - 1,
                ("右侧", "Right"),
            ),
            Self::Length => ("长度", "Length"),
            Self::Fillers => ("填充词种数", "Fillers"),
            Self::FillerExamples => ("填充词例", "Examples of fillers"),
            Self::Weight => ("权重", "Weight"),
            Self::Idf => ("逆文档频率 (IDF)", "IDF"),
            _ => self.names_of_texts(),
        }
    }

    /// The labels of the tables of texts and trends.
    fn names_of_texts(self) -> Names {
        match self {
            Self::Label => ("名称", "Name"),
            Self::Date => ("日期", "Date"),
            Self::File => ("文件", "File"),
            Self::Characters => ("字数", "Characters"),
            Self::CharactersWithMarks => ("字数（含标点）", "Characters with marks"),
            Self::Tokens => ("词次", "Tokens"),
            Self::Types => ("词种", "Types"),
            Self::Sentences => ("句数", "Sentences"),
            Self::Paragraphs => ("段数", "Paragraphs"),
            Self::SentenceCharacters => ("平均句长（字）", "Sentence length (characters)"),
            Self::SentenceTokens => ("平均句长（词）", "Sentence length (tokens)"),
            Self::ParagraphCharacters => ("平均段长（字）", "Paragraph length (characters)"),
            Self::ParagraphSentences => ("平均段长（句）", "Paragraph length (sentences)"),
            Self::Ttr => ("类符形符比 (TTR)", "TTR"),
            Self::Sttr => ("标准化类符形符比 (STTR)", "STTR"),
            Self::Mattr => ("移动平均类符形符比 (MATTR)", "MATTR"),
            Self::Mtld => ("MTLD", "MTLD"),
            Self::HdD => ("HD-D", "HD-D"),
            Self::TtrOfArticles => ("TTR（各篇平均）", "TTR (mean of articles)"),
            Self::SttrOfArticles => ("STTR（各篇平均）", "STTR (mean of articles)"),
            Self::MattrOfArticles => ("MATTR（各篇平均）", "MATTR (mean of articles)"),
            Self::MtldOfArticles => ("MTLD（各篇平均）", "MTLD (mean of articles)"),
            Self::HdDOfArticles => ("HD-D（各篇平均）", "HD-D (mean of articles)"),
            Self::ItemCount(item) => numbered(&ITEM_COUNTS, usize::from(item), ("频次", "Count")),
            Self::ItemRelative(item) => {
                numbered(&ITEM_RELATIVES, usize::from(item), ("每万词", "Per 10,000"))
            }
            Self::ItemArticles(item) => {
                numbered(&ITEM_ARTICLES, usize::from(item), ("见于篇数", "Articles"))
            }
            _ => ("", ""),
        }
    }

    /// Its label where relative frequencies are per million.
    pub fn names_per_million(self) -> Names {
        match self {
            Self::Relative => ("每百万词", "Per million"),
            Self::ReferenceRelative => ("参照每百万词", "Reference per million"),
            Self::ItemRelative(item) => numbered(
                &ITEM_RELATIVES_PER_MILLION,
                usize::from(item),
                ("每百万词", "Per million"),
            ),
            column => column.names(),
        }
    }
}

#[cfg(test)]
mod tests;
