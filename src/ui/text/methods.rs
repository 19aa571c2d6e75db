//! The strings of 文本统计, 方法说明, 完整词表 and 关键词.

use super::grouped;
use crate::report::answers::kinds::KeywordMethod;

/// The strings of one language.
pub struct MethodsText {
    pub full_list: &'static str,
    pub full_list_note: &'static str,
    pub keywords: &'static str,
    pub method: &'static str,
    pub keyword_method: fn(KeywordMethod) -> &'static str,
    pub article: &'static str,
    pub whole: &'static str,
    pub first_articles: fn(usize, usize) -> String,

    pub texts: &'static str,
    pub texts_note: &'static str,
    pub of_groups: &'static str,
    pub of_articles: &'static str,

    pub methods: &'static str,
    pub methods_note: &'static str,
    pub chinese: &'static str,
    pub english: &'static str,
    pub formulas: &'static str,
    pub works: &'static str,
    pub settings_json: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub save_text: &'static str,
    pub save_settings: &'static str,
    pub workbook: &'static str,
    pub workbook_note: fn(usize) -> String,
    pub file_methods: &'static str,
    pub file_settings: &'static str,
    pub file_workbook: &'static str,
}

pub const CHINESE: MethodsText = MethodsText {
    full_list: "完整词表（含分布）",
    full_list_note: "DP 为分布偏差：0 均匀，1 集中；“更多列”里有 Juilland D 等。",
    keywords: "关键词",
    method: "算法",
    keyword_method: |method| match method {
        KeywordMethod::TfIdfOfJieba => "TF-IDF（结巴语料）",
        KeywordMethod::TfIdfOfCorpus => "TF-IDF（本语料）",
        KeywordMethod::TextRank => "TextRank",
    },
    article: "稿件",
    whole: "合在一起",
    first_articles: |shown, all| format!("列出前 {shown} 篇，共 {all} 篇；其余可先设分组"),

    texts: "文本统计",
    texts_note: "字数、句长、段长、词汇丰富度；分组一行，稿件一行。中文不用西文的易读性指数。",
    of_groups: "全部语料与各分组",
    of_articles: "各篇",

    methods: "方法说明",
    methods_note: "把做过的统计写成一段，可放进论文：版本、词典、设置、阈值、公式、文献。",
    chinese: "中文",
    english: "英文",
    formulas: "公式",
    works: "参考文献",
    settings_json: "设置（JSON）",
    copy: "复制",
    copied: "已复制",
    save_text: "保存方法说明",
    save_settings: "保存设置",
    workbook: "全部表格（XLSX）",
    workbook_note: |tables| {
        format!(
            "看过的 {} 张表，一表一页，附方法说明",
            grouped(u32::try_from(tables).unwrap_or(u32::MAX))
        )
    },
    file_methods: "方法说明",
    file_settings: "设置",
    file_workbook: "全部表格",
};

pub const ENGLISH: MethodsText = MethodsText {
    full_list: "Full list (dispersion)",
    full_list_note: "DP is the deviation of proportions: 0 even, 1 in one place; “More columns” has Juilland's D and others.",
    keywords: "Keywords",
    method: "Method",
    keyword_method: |method| match method {
        KeywordMethod::TfIdfOfJieba => "TF-IDF (jieba's corpus)",
        KeywordMethod::TfIdfOfCorpus => "TF-IDF (this corpus)",
        KeywordMethod::TextRank => "TextRank",
    },
    article: "Article",
    whole: "all together",
    first_articles: |shown, all| {
        format!("The first {shown} of {all} articles; make a group for the others")
    },

    texts: "Text statistics",
    texts_note: "Characters, length of sentences and paragraphs, lexical diversity; a row for each group, and for each article. Western readability indices do not fit Chinese.",
    of_groups: "The whole and each group",
    of_articles: "By article",

    methods: "Methods",
    methods_note: "What was measured as a paragraph for a paper: versions, dictionary, settings, thresholds, formulas, works.",
    chinese: "Chinese",
    english: "English",
    formulas: "Formulas",
    works: "References",
    settings_json: "Settings (JSON)",
    copy: "Copy",
    copied: "Copied",
    save_text: "Save the methods",
    save_settings: "Save the settings",
    workbook: "All tables (XLSX)",
    workbook_note: |tables| {
        format!("the {tables} tables that were looked at, a sheet each, with the methods")
    },
    file_methods: "methods",
    file_settings: "settings",
    file_workbook: "tables",
};
