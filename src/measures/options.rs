//! How the measures are taken: thresholds and conventions, all with defaults. They hold no word of the user's.

use serde::{Deserialize, Serialize};

/// Which parts of articles are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CountedParts {
    /// 主标题.
    pub main_headline: bool,
    /// 引题、副题、提要题: kicker, sub and deck.
    pub other_headlines: bool,
    /// 小标题.
    pub crossheads: bool,
    /// 导语: the first paragraph of the body.
    pub lead: bool,
    /// 正文: the paragraphs behind it, and boxes.
    pub body: bool,
    /// 图片说明.
    pub captions: bool,
    /// 表格. A table that is all that an article has is its body.
    pub tables: bool,
}

impl Default for CountedParts {
    /// Headlines and body.
    fn default() -> Self {
        Self {
            main_headline: true,
            other_headlines: true,
            crossheads: true,
            lead: true,
            body: true,
            captions: false,
            tables: false,
        }
    }
}

/// What is counted as one item.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub enum ItemKind {
    /// 词: tokens, as the filters of the word list leave them.
    #[default]
    Words,
    /// 提法: set phrases, quoted or not.
    Phrases,
    /// 人名.
    Persons,
    /// 地名.
    Places,
    /// 机构名.
    Organisations,
    /// 概念组.
    Groups,
}

impl ItemKind {
    /// Every kind, in the order in which the screen offers them.
    pub const ALL: [Self; 6] = [
        Self::Words,
        Self::Phrases,
        Self::Persons,
        Self::Places,
        Self::Organisations,
        Self::Groups,
    ];
}

/// Where a window of tokens, or words that stand near each other, must not reach over.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub enum Boundary {
    /// 句: the marks 。！？… and the paragraph's end.
    Sentence,
    /// 段: a paragraph, headline, crosshead or caption.
    #[default]
    Paragraph,
    /// 篇: the article.
    Article,
}

/// Which test of significance a keyness list shows first and filters by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Significance {
    /// 对数似然值, four terms (Dunning 1993).
    #[default]
    LogLikelihood,
    /// 对数似然值, two terms (Rayson and Garside 2000).
    LogLikelihoodOfTwoTerms,
    /// 卡方, without Yates's correction.
    ChiSquared,
}

/// What an item must show to be listed as a keyword.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum KeynessEvidence {
    /// BIC of at least 2 for large groups, nothing for small ones.
    #[default]
    Automatic,
    /// Nothing.
    None,
    /// BIC of at least 2.
    Bic,
    /// p < 0.05, corrected after Bonferroni where that is on.
    Five,
    /// p < 0.01.
    One,
    /// p < 0.001.
    Tenth,
    /// p < 0.0001.
    Hundredth,
}

/// Which keywords are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Sign {
    /// 正、负主题词.
    #[default]
    Both,
    /// 正主题词: more frequent in the target.
    Positive,
    /// 负主题词: more frequent in the reference.
    Negative,
}

/// 主题词: how keyness lists are made. `None` follows the size of the groups: above 50,000 tokens a side count at least 5 in
/// at least 3 articles; below, count at least 3 in any number of articles, and the list is descriptive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct KeynessOptions {
    /// The test.
    pub significance: Significance,
    /// What an item must show.
    pub evidence: KeynessEvidence,
    /// Whether p is corrected after Bonferroni for the number of items tested.
    pub bonferroni: bool,
    /// Least count of an item on the side on which it is more frequent.
    pub least_count: Option<u32>,
    /// Least number of articles of that side in which it occurs.
    pub least_articles: Option<u32>,
    /// Which keywords are listed.
    pub sign: Sign,
    /// The constant of simple maths, at least 1.
    pub simple_maths: u32,
}

impl Default for KeynessOptions {
    fn default() -> Self {
        Self {
            significance: Significance::default(),
            evidence: KeynessEvidence::default(),
            bonferroni: true,
            least_count: None,
            least_articles: None,
            sign: Sign::default(),
            simple_maths: 1,
        }
    }
}

/// What the row total of a collocation table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum RowTotal {
    /// The tokens inside the windows (Evert 2008, surface co-occurrence).
    #[default]
    Windows,
    /// The count of the node, as the Sketch Engine has it.
    Node,
}

/// 搭配: how collocates are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CollocationOptions {
    /// 跨距 on the left, in tokens: 0 to 10.
    pub left: u8,
    /// 跨距 on the right, in tokens: 0 to 10.
    pub right: u8,
    /// What a window does not reach over.
    pub within: Boundary,
    /// Least number of co-occurrences, at least 1.
    pub least: u32,
    /// The row total.
    pub row_total: RowTotal,
}

impl Default for CollocationOptions {
    fn default() -> Self {
        Self {
            left: 5,
            right: 5,
            within: Boundary::default(),
            least: 5,
            row_total: RowTotal::default(),
        }
    }
}

/// Of what n-grams are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum NgramUnit {
    /// 词.
    #[default]
    Words,
    /// 字.
    Characters,
}

/// N元词串: how n-grams are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct NgramOptions {
    /// Of what they are made.
    pub unit: NgramUnit,
    /// Shortest, 2 to 8 units.
    pub shortest: u8,
    /// Longest, 2 to 8 units, not below the shortest.
    pub longest: u8,
    /// Least count, at least 2.
    pub least_count: u32,
    /// Least number of articles, at least 1.
    pub least_articles: u32,
    /// Whether an n-gram is left out that occurs only inside a longer one of the list, as often as that.
    pub longest_only: bool,
    /// Whether they run over 、 and quotation marks.
    pub over_marks: bool,
    /// 短语框架: whether one inner unit is left open (X的Y).
    pub frames: bool,
}

impl Default for NgramOptions {
    fn default() -> Self {
        Self {
            unit: NgramUnit::default(),
            shortest: 2,
            longest: 4,
            least_count: 3,
            least_articles: 1,
            longest_only: false,
            over_marks: false,
            frames: false,
        }
    }
}

/// 词汇丰富度: the sizes of the samples.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DiversityOptions {
    /// Tokens of a stretch of STTR, at least 10.
    pub standardised: u32,
    /// Tokens of the window of MATTR, at least 10.
    pub window: u32,
}

impl Default for DiversityOptions {
    fn default() -> Self {
        Self {
            standardised: 1000,
            window: 100,
        }
    }
}

/// How keywords of one text or group are weighed.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub enum KeywordMethod {
    /// TF-IDF as jieba for Python has it, with its table of inverse document frequencies.
    #[default]
    TfIdfOfJieba,
    /// TF-IDF with the document frequencies of the corpus.
    TfIdfOfCorpus,
    /// TextRank as jieba for Python defines it, on our tags.
    TextRank,
}

/// What the context of a concordance line is measured in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ContextSize {
    /// So many characters on each side, 5 to 200.
    Characters(u16),
    /// So many tokens on each side, 1 to 50.
    Words(u16),
}

impl Default for ContextSize {
    fn default() -> Self {
        Self::Characters(30)
    }
}

/// All of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct MeasureOptions {
    /// 主题词.
    pub keyness: KeynessOptions,
    /// 搭配.
    pub collocation: CollocationOptions,
    /// N元词串.
    pub ngrams: NgramOptions,
    /// 词汇丰富度.
    pub diversity: DiversityOptions,
    /// 索引行.
    pub context: ContextSize,
}
