//! The strings of the tables of the measures.

use super::grouped;
use crate::engine::query::MeasureKind;
use crate::report::answers::group::Selection;
use crate::report::answers::kinds::{ItemKind, RowTotal};
use crate::report::answers::table::Removal;
use crate::report::label::grouped_large;
use crate::report::table_labels::Names;

/// The strings of one language.
pub struct TablesText {
    /// The name in this language.
    pub pick: fn(Names) -> &'static str,
    pub more: &'static str,
    pub find: &'static str,
    pub none: &'static str,
    pub working: &'static str,
    pub export: &'static str,
    pub as_what: [&'static str; 3],
    /// The name of a file to take away, without its extension.
    pub file: fn(MeasureKind) -> &'static str,
    pub items: fn(ItemKind) -> &'static str,

    // What is counted.
    pub selection: fn(&Selection) -> String,
    pub side: &'static str,
    pub target: &'static str,
    pub reference: &'static str,
    pub size: fn(u32, u64, u32) -> String,
    pub list_size: fn(u64) -> String,
    pub parts: &'static str,
    pub part_names: [&'static str; 7],

    // What a reader must know.
    pub positive: &'static str,
    pub negative: &'static str,
    pub removed: fn(Removal, u32, u32) -> String,
    pub loosen: &'static str,
    pub descriptive: &'static str,
    pub different_settings: &'static str,
    pub ranking_only: &'static str,
    pub row_total: fn(RowTotal) -> &'static str,
    pub node: fn(u64) -> String,
    pub cut_node: fn(u64) -> String,
    pub other_tags: &'static str,
    pub tested: fn(u32) -> String,
    pub empty_side: fn(u8) -> &'static str,
    pub too_few: fn(u32) -> String,
    pub cut: fn(u32) -> String,
    pub stopped: &'static str,
    pub no_idf: &'static str,
}

/// A level of significance that is told in units of 1/10,000.
fn level(units: u32) -> String {
    let written = format!("0.{units:04}");
    written.trim_end_matches('0').to_owned()
}

pub const CHINESE: TablesText = TablesText {
    pick: |(chinese, _)| chinese,
    more: "更多列",
    find: "查找（可用拼音）",
    none: "没有符合条件的行。",
    working: "计算中",
    export: "导出",
    as_what: ["CSV", "JSON", "XLSX"],
    file: |kind| match kind {
        MeasureKind::Items => "词表",
        MeasureKind::Keyness => "主题词",
        MeasureKind::Keywords => "关键词",
        MeasureKind::Collocates => "搭配",
        MeasureKind::Ngrams => "N元词串",
        MeasureKind::Trend => "趋势",
        MeasureKind::Texts => "文本统计",
        MeasureKind::TextsOfArticles => "各篇文本统计",
    },
    items: |kind| match kind {
        ItemKind::Words => "词",
        ItemKind::Phrases => "提法",
        ItemKind::Persons => "人名",
        ItemKind::Places => "地名",
        ItemKind::Organisations => "机构名",
        ItemKind::Groups => "概念组",
    },

    selection: |selection| match selection {
        Selection::All => "全部语料".to_owned(),
        Selection::Group(name) => name.clone(),
        Selection::Rest(name) => format!("“{name}”以外"),
    },
    side: "语料",
    target: "目标语料",
    reference: "参照语料",
    size: |articles, tokens, types| {
        format!(
            "{} 篇 {} 词次 {} 词种",
            grouped(articles),
            grouped_large(tokens),
            grouped(types)
        )
    },
    list_size: |tokens| format!("{} 词次", grouped_large(tokens)),
    parts: "计入",
    part_names: [
        "主标题",
        "引题、副题、提要题",
        "小标题",
        "导语",
        "正文",
        "图片说明",
        "表格",
    ],

    positive: "正主题词",
    negative: "负主题词",
    removed: |condition, value, items| {
        let items = grouped(items);
        match condition {
            Removal::Count => format!("频次不足 {value}：略去 {items} 项"),
            Removal::Articles => format!("见于不足 {value} 篇：略去 {items} 项"),
            Removal::Bic => format!("BIC 不足 {value}：略去 {items} 项"),
            Removal::Significance => format!("p 不小于 {}：略去 {items} 项", level(value)),
            Removal::Sign => format!("方向相反：略去 {items} 项"),
            Removal::CoOccurrences => format!("共现不足 {value} 次：略去 {items} 项"),
            Removal::Longest => format!("只出现在更长的词串里：略去 {items} 项"),
        }
    },
    loosen: "放宽",
    descriptive: "描述性比较：有一方不足 5 万词次，按对数比排列；对数似然值只作参考。",
    different_settings: "两边的处理方案不同，数字不可直接相比。",
    ranking_only: "参照的是词典词频，不是语料：只排先后，不作显著性检验。",
    row_total: |total| match total {
        RowTotal::Windows => "行合计：跨距内的词次",
        RowTotal::Node => "行合计：节点词的频次",
    },
    node: |count| format!("节点词 {} 次", grouped_large(count)),
    cut_node: |count| {
        format!(
            "另有 {} 处被分词切断或连在别的词里，未计入",
            grouped_large(count)
        )
    },
    other_tags: "TextRank 用的是本工具的词性标注，与 Python 版 jieba 的标注不全相同，权重会有出入。",
    tested: |items| format!("共检验 {} 项", grouped(items)),
    empty_side: |side| {
        if side == 0 {
            "目标语料是空的：请检查分组的条件。"
        } else {
            "参照语料是空的：请检查分组的条件。"
        }
    },
    too_few: |tokens| format!("词次不足 {}，有的指标无法计算", grouped(tokens)),
    cut: |rows| format!("行数太多，只留前 {} 行", grouped(rows)),
    stopped: "已停止：只有停止前算出的部分。",
    no_idf: "结巴的逆文档频率表没有载入，算不出权重。",
};

pub const ENGLISH: TablesText = TablesText {
    pick: |(_, english)| english,
    more: "More columns",
    find: "Find (or pinyin)",
    none: "No row meets the conditions.",
    working: "Working",
    export: "Export",
    as_what: ["CSV", "JSON", "XLSX"],
    file: |kind| match kind {
        MeasureKind::Items => "word-list",
        MeasureKind::Keyness => "keyness",
        MeasureKind::Keywords => "keywords",
        MeasureKind::Collocates => "collocates",
        MeasureKind::Ngrams => "n-grams",
        MeasureKind::Trend => "over-time",
        MeasureKind::Texts => "texts",
        MeasureKind::TextsOfArticles => "texts-by-article",
    },
    items: |kind| match kind {
        ItemKind::Words => "Words",
        ItemKind::Phrases => "Set phrases",
        ItemKind::Persons => "Persons",
        ItemKind::Places => "Places",
        ItemKind::Organisations => "Organisations",
        ItemKind::Groups => "Concept groups",
    },

    selection: |selection| match selection {
        Selection::All => "The whole corpus".to_owned(),
        Selection::Group(name) => name.clone(),
        Selection::Rest(name) => format!("all but “{name}”"),
    },
    side: "Corpus",
    target: "Target",
    reference: "Reference",
    size: |articles, tokens, types| {
        format!(
            "{} articles, {} tokens, {} types",
            grouped(articles),
            grouped_large(tokens),
            grouped(types)
        )
    },
    list_size: |tokens| format!("{} tokens", grouped_large(tokens)),
    parts: "Counted",
    part_names: [
        "main headline",
        "kicker, sub and deck",
        "crossheads",
        "lead",
        "body",
        "captions",
        "tables",
    ],

    positive: "positive keyword",
    negative: "negative keyword",
    removed: |condition, value, items| {
        let items = grouped(items);
        match condition {
            Removal::Count => format!("Count below {value}: {items} left out"),
            Removal::Articles => format!("In fewer than {value} articles: {items} left out"),
            Removal::Bic => format!("BIC below {value}: {items} left out"),
            Removal::Significance => format!("p not below {}: {items} left out", level(value)),
            Removal::Sign => format!("The other sign: {items} left out"),
            Removal::CoOccurrences => {
                format!("Fewer than {value} co-occurrences: {items} left out")
            }
            Removal::Longest => format!("Only inside longer n-grams: {items} left out"),
        }
    },
    loosen: "Loosen",
    descriptive: "Descriptive comparison: a side has fewer than 50,000 tokens. Ranked by Log Ratio; the log-likelihood is only shown.",
    different_settings: "The two sides were made by different settings: their figures cannot be compared as they are.",
    ranking_only: "The reference is the counts of a dictionary, not a corpus: a ranking only, no significance.",
    row_total: |total| match total {
        RowTotal::Windows => "Row total: tokens inside the windows",
        RowTotal::Node => "Row total: count of the node",
    },
    node: |count| format!("The node occurs {} times", grouped_large(count)),
    cut_node: |count| {
        format!(
            "{} more are cut by the segmentation or part of another word, and are not counted",
            grouped_large(count)
        )
    },
    other_tags: "TextRank works on our tags, which differ from those of jieba for Python: weights may differ.",
    tested: |items| format!("{} items tested", grouped(items)),
    empty_side: |side| {
        if side == 0 {
            "The target is empty: look at the conditions of the group."
        } else {
            "The reference is empty: look at the conditions of the group."
        }
    },
    too_few: |tokens| {
        format!(
            "Fewer than {} tokens: some measures cannot be taken",
            grouped(tokens)
        )
    },
    cut: |rows| format!("Too many rows: the first {} are kept", grouped(rows)),
    stopped: "Stopped: only what was worked out before.",
    no_idf: "jieba's table of inverse document frequencies is not loaded: there are no weights.",
};

#[cfg(test)]
mod tests {
    use super::level;

    #[test]
    fn levels_of_significance() {
        for (units, expected) in [(500, "0.05"), (100, "0.01"), (10, "0.001"), (1, "0.0001")] {
            assert_eq!(level(units), expected);
        }
    }
}
