//! The strings of the tables of the measures.

use super::grouped;
use crate::engine::query::MeasureKind;
use crate::report::answers::group::Selection;
use crate::report::answers::kinds::ItemKind;
use crate::report::label::grouped_large;
use crate::report::table_notes::Bilingual;

/// The strings of one language.
pub struct TablesText {
    /// The text in this language.
    pub pick: fn(&Bilingual) -> &str,
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
    pub loosen: &'static str,
}

pub const CHINESE: TablesText = TablesText {
    pick: |text| &text.chinese,
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
    loosen: "放宽",
};

pub const ENGLISH: TablesText = TablesText {
    pick: |text| &text.english,
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
    loosen: "Loosen",
};
