//! What a reader must know of a table, in words: for the files to take away and for the methods.

use serde::{Deserialize, Serialize};

use super::answers::group::{Selection, Side};
use super::answers::table::{Note, Removal};
use crate::measures::options::{CountedParts, RowTotal};

/// A text in Chinese and in English.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct Bilingual {
    /// Chinese.
    pub chinese: String,
    /// English.
    pub english: String,
}

impl Bilingual {
    /// Both texts.
    pub fn new(chinese: impl Into<String>, english: impl Into<String>) -> Self {
        Self {
            chinese: chinese.into(),
            english: english.into(),
        }
    }
}

/// The parts that are counted: 主标题、引题副题 … ; 无 where none is.
pub fn parts(parts: &CountedParts) -> Bilingual {
    let all = [
        (parts.main_headline, "主标题", "main headlines"),
        (
            parts.other_headlines,
            "引题、副题",
            "kickers, subheads and decks",
        ),
        (parts.crossheads, "小标题", "crossheads"),
        (parts.lead, "导语", "leads"),
        (parts.body, "正文", "body text"),
        (parts.captions, "图片说明", "captions"),
        (parts.tables, "表格", "tables"),
    ];
    let named = all.iter().filter(|(on, ..)| *on);
    let chinese: Vec<&str> = named.clone().map(|(_, chinese, _)| *chinese).collect();
    let english: Vec<&str> = named.map(|(.., english)| *english).collect();
    if chinese.is_empty() {
        return Bilingual::new("无", "none");
    }
    Bilingual::new(chinese.join("、"), english.join(", "))
}

/// What is counted: 全部, 分组“甲”, 分组“甲”以外.
pub fn selection(selection: &Selection) -> Bilingual {
    match selection {
        Selection::All => Bilingual::new("全部语料", "the whole corpus"),
        Selection::Group(name) => {
            Bilingual::new(format!("分组“{name}”"), format!("group “{name}”"))
        }
        Selection::Rest(name) => Bilingual::new(
            format!("分组“{name}”以外的全部语料"),
            format!("everything outside group “{name}”"),
        ),
    }
}

/// A side with its size.
pub fn side(side: &Side) -> Bilingual {
    let name = if side.list.is_empty() {
        selection(&side.selection)
    } else {
        Bilingual::new(
            format!("参照词表“{}”", side.list),
            format!("list “{}”", side.list),
        )
    };
    let parts = parts(&side.parts);
    let (articles, tokens, types) = (side.articles, side.tokens, side.types);
    if side.list.is_empty() {
        Bilingual::new(
            format!(
                "{}：{articles}篇，{tokens}词次，{types}词种；计入{}",
                name.chinese, parts.chinese
            ),
            format!(
                "{}: {articles} articles, {tokens} tokens, {types} types; counted: {}",
                name.english, parts.english
            ),
        )
    } else {
        Bilingual::new(
            format!("{}：{tokens}词次，{types}词种", name.chinese),
            format!("{}: {tokens} tokens, {types} types", name.english),
        )
    }
}

/// A note as a sentence.
pub fn note(note: &Note) -> Bilingual {
    match note {
        Note::Removed {
            condition,
            threshold,
            items,
        } => removed(*condition, *threshold, *items),
        Note::Descriptive => Bilingual::new(
            "描述性比较：有一方不足5万词次，按对数比排列，对数似然值只作参考",
            "Descriptive comparison: a side has fewer than 50,000 tokens. Ranked by Log Ratio; the log-likelihood is shown only",
        ),
        Note::DifferentSettings => Bilingual::new(
            "两方的处理方式不同（分词、清洗或计入的部分），数字不完全可比",
            "The sides were prepared differently (segmentation, cleanup or counted parts): their figures are not fully comparable",
        ),
        Note::RankingOnly => Bilingual::new(
            "参照的是词典频率，不是语料：只作排序，不作显著性检验",
            "The reference is a dictionary, not a corpus: a ranking only, no test of significance",
        ),
        Note::RowTotal(RowTotal::Windows) => Bilingual::new(
            "行合计为窗口内的词次（表层共现，Evert 2008）",
            "Row total: the tokens inside the windows (surface co-occurrence, Evert 2008)",
        ),
        Note::RowTotal(RowTotal::Node) => Bilingual::new(
            "行合计为节点词的频次（Sketch Engine 的算法）",
            "Row total: the count of the node (as in the Sketch Engine)",
        ),
        Note::Node(count) => Bilingual::new(
            format!("节点词出现{count}次"),
            format!("The node occurs {count} times"),
        ),
        Note::CutNode(count) => Bilingual::new(
            format!("另有{count}处被分词切断或连在别的词里，没有计入"),
            format!("{count} more strings are no tokens of their own and were not counted"),
        ),
        Note::OtherTags => Bilingual::new(
            "TextRank 用的是本程序的切分和词性，与 Python 版结巴的结果会有出入",
            "TextRank works on the tokens and tags of this program, so it differs from jieba for Python",
        ),
        Note::Tested(count) => Bilingual::new(
            format!("共检验{count}项"),
            format!("{count} items were tested"),
        ),
        Note::EmptySide(0) => Bilingual::new(
            "目标语料是空的：请检查分组的条件",
            "The target is empty: look at the conditions of the group",
        ),
        Note::EmptySide(_) => Bilingual::new(
            "参照语料是空的：请检查分组的条件",
            "The reference is empty: look at the conditions of the group",
        ),
        Note::TooFewTokens(least) => Bilingual::new(
            format!("词次太少：有的指标至少要{least}词次"),
            format!("Too few tokens: some figures need at least {least}"),
        ),
        Note::Cut(rows) => Bilingual::new(
            format!("结果太多，只保留前{rows}行"),
            format!("Too many rows: the first {rows} are kept"),
        ),
        Note::NoIdf => Bilingual::new(
            "逆文档频率表没有载入，这张表无法计算；请重新载入本页",
            "The table of inverse document frequencies is not loaded, so nothing can be weighed: reload the page",
        ),
        Note::Overlap(tokens) => Bilingual::new(
            format!("两方有{tokens}词次是同一文本，差别会显得小；可改与分组以外的语料比较"),
            format!(
                "{tokens} tokens are on both sides, which makes differences look small: compare with what is outside the group instead"
            ),
        ),
        Note::Stopped => Bilingual::new(
            "中途停止，结果不全",
            "Stopped before its end: the table is incomplete",
        ),
    }
}

fn removed(condition: Removal, threshold: u32, items: u32) -> Bilingual {
    let (chinese, english) = match condition {
        Removal::Count => (
            format!("频次低于{threshold}"),
            format!("count below {threshold}"),
        ),
        Removal::Articles => (
            format!("见于不足{threshold}篇"),
            format!("in fewer than {threshold} articles"),
        ),
        Removal::Bic => (
            format!("BIC低于{threshold}"),
            format!("BIC below {threshold}"),
        ),
        Removal::Significance => {
            let level = f64::from(threshold) / 10_000.0;
            (format!("p不小于{level}"), format!("p not below {level}"))
        }
        Removal::Sign => ("方向相反".to_owned(), "of the other sign".to_owned()),
        Removal::CoOccurrences => (
            format!("共现不足{threshold}次"),
            format!("fewer than {threshold} co-occurrences"),
        ),
        Removal::Longest => (
            "只出现在更长的词串里".to_owned(),
            "only inside a longer one".to_owned(),
        ),
    };
    Bilingual::new(
        format!("{chinese}：去掉{items}项"),
        format!("Left out, {english}: {items}"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_of_significance() {
        for (threshold, expected) in [(500, "0.05"), (100, "0.01"), (10, "0.001"), (1, "0.0001")] {
            let told = note(&Note::Removed {
                condition: Removal::Significance,
                threshold,
                items: 3,
            });
            let level = format!("p不小于{expected}");
            assert!(told.chinese.contains(&level), "{}", told.chinese);
        }
    }
}
