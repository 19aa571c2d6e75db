//! The strings of 用户词典, 停用词, 概念组, and of what is done with a selection.

use super::grouped;
use crate::report::answers::kinds::{LineFault, NotApplied};
use crate::report::answers::stop_words::StopWordLayer;
use crate::report::label::decimal;

/// The strings of one language.
pub struct LexiconText {
    // 用户词典.
    pub title: &'static str,
    pub hint: &'static str,
    pub tag: &'static str,
    pub tag_note: &'static str,
    pub whole: &'static str,
    pub always: &'static str,
    pub apart: &'static str,
    pub rule: &'static str,
    pub rule_note: &'static str,
    pub sums: fn(u32, u32) -> String,
    pub own_sums: fn(usize) -> String,
    pub find: &'static str,
    pub columns: [&'static str; 3],
    pub applied: &'static str,
    pub not_applied: fn(&NotApplied) -> String,
    pub before: &'static str,
    pub after: &'static str,
    pub remove: &'static str,
    pub from_dictionary: fn(&str) -> String,
    pub import: &'static str,
    pub import_note: &'static str,
    pub export: &'static str,
    pub file: &'static str,
    pub imported: fn(u32, &str) -> String,
    pub faulty: fn(u32) -> String,
    pub fault: fn(LineFault) -> &'static str,
    pub line: fn(u32) -> String,
    pub words: fn(u32) -> String,
    pub import_failed: &'static str,

    // 专名成词.
    pub name_tokens: &'static str,
    pub name_tokens_note: &'static str,
    pub phrase_tokens: &'static str,

    // 停用词.
    pub layer: fn(StopWordLayer) -> &'static str,
    pub layer_share: fn(u32, f64) -> String,
    pub import_stop_words: &'static str,
    pub imported_stop_words: fn(u32) -> String,

    // 概念组.
    pub groups: &'static str,
    pub groups_note: &'static str,
    pub group_name: &'static str,
    pub members: &'static str,
    pub exclusions: &'static str,
    pub groups_as_one: &'static str,
    pub excluded: &'static str,
    pub edit: &'static str,
    pub save: &'static str,
    pub group_sums: fn(u32, u32) -> String,

    // What is done with a selection.
    pub selection: &'static str,
    pub person: &'static str,
    pub place: &'static str,
    pub organisation: &'static str,
    pub stop: &'static str,
    pub look_up: &'static str,
    pub as_one: &'static str,
    pub picked_counts: fn(u32, u32) -> String,
    pub show_tokens: &'static str,
    pub segmenters: &'static str,
    pub segmenters_hint: &'static str,
}

fn share(share: f64) -> String {
    format!("{} %", decimal(share * 100.0, 1))
}

pub const CHINESE: LexiconText = LexiconText {
    title: "用户词典",
    hint: "输入一个词，按回车",
    tag: "词性",
    tag_note: "jieba 词性标记，可不填：n、v、nr、ns、nt …",
    whole: "成词",
    always: "总是成词",
    apart: "拆开",
    rule: "处理",
    rule_note: "两端切断词典中的词时（“国人”在“中国人民”里）不成词，除非选“总是成词”。拆开的词可用 | 注明切法：内|防扩散。",
    sums: |words, applied| format!("{} 条，用到 {} 条", grouped(words), grouped(applied)),
    own_sums: |words| format!("自己加的 {words} 条"),
    find: "在用户词典中查找",
    columns: ["词", "用到", "未用"],
    applied: "用到处",
    not_applied: |reason| match reason {
        NotApplied::Overlapped { by } => format!("让与“{by}”"),
        NotApplied::CutsWords { words } => format!("会切断“{}”", words.join("”“")),
        NotApplied::CutsNumber { formula } => format!("会切断数字“{formula}”"),
    },
    before: "原来切作",
    after: "现在切作",
    remove: "删除",
    from_dictionary: |name| format!("来自 {name}"),
    import: "导入词表",
    import_note: "一行一词，可带词频和词性（jieba 格式）；UTF-8 或 GB18030。也可以把 .txt、.dict 拖到这里。",
    export: "导出词典",
    file: "用户词典",
    imported: |words, encoding| format!("读入 {} 词（{encoding}）", grouped(words)),
    faulty: |lines| format!("{} 行未读入", grouped(lines)),
    fault: |fault| match fault {
        LineFault::TooManyFields => "多于词、词频、词性三项",
        LineFault::BadFrequency => "词频不是数字",
        LineFault::TooLong => "超过 64 字",
        LineFault::BadBytes => "无法解码",
        LineFault::Repeated => "与前面的行重复",
        LineFault::NoWord => "没有文字",
    },
    line: |line| format!("第 {} 行", grouped(line)),
    words: |words| format!("{} 词", grouped(words)),
    import_failed: "词表没有读入：文件太大，或无法读取。",

    name_tokens: "专名成词",
    name_tokens_note: "认出的专名不再切开",
    phrase_tokens: "提法成词",

    layer: |layer| match layer {
        StopWordLayer::Function => "虚词",
        StopWordLayer::Newspaper => "报纸套语",
        StopWordLayer::Own => "自己加的",
    },
    layer_share: |words, of_tokens| format!("{} 词，占词次 {}", grouped(words), share(of_tokens)),
    import_stop_words: "导入停用词",
    imported_stop_words: |words| format!("读入停用词 {} 个", grouped(words)),

    groups: "概念组",
    groups_note: "几个词算作一个概念。* 代表任意几个字，? 代表一个字；可排除不要的词。",
    group_name: "名称",
    members: "成员：新冠肺炎、*疫情",
    exclusions: "排除",
    groups_as_one: "合并计数",
    excluded: "已排除",
    edit: "修改",
    save: "保存",
    group_sums: |count, articles| format!("{} 次，见于 {} 篇", grouped(count), grouped(articles)),

    selection: "选中的字",
    person: "人名",
    place: "地名",
    organisation: "机构名",
    stop: "停用",
    look_up: "查字串",
    as_one: "作一个词",
    picked_counts: |tokens, strings| {
        format!("词次 {} · 字串频次 {}", grouped(tokens), grouped(strings))
    },
    show_tokens: "显示切分",
    segmenters: "各法切分",
    segmenters_hint: "点一段，看各种切法",
};

pub const ENGLISH: LexiconText = LexiconText {
    title: "User dictionary",
    hint: "Type a word, press Enter",
    tag: "Part of speech",
    tag_note: "A tag of jieba’s, or nothing: n, v, nr, ns, nt …",
    whole: "One word",
    always: "Always",
    apart: "Apart",
    rule: "Rule",
    rule_note: "Where its ends would cut dictionary words (国人 in 中国人民) a word is left out, unless it is set to “always”. Say with | how a word is taken apart: 内|防扩散.",
    sums: |words, applied| format!("{} entries, {} applied", grouped(words), grouped(applied)),
    own_sums: |words| format!("{words} of your own"),
    find: "Find in the dictionary",
    columns: ["Word", "Applied", "Not"],
    applied: "Applied",
    not_applied: |reason| match reason {
        NotApplied::Overlapped { by } => format!("gives way to {by}"),
        NotApplied::CutsWords { words } => format!("would cut {}", words.join(", ")),
        NotApplied::CutsNumber { formula } => format!("would cut the number {formula}"),
    },
    before: "Was cut",
    after: "Is cut",
    remove: "Delete",
    from_dictionary: |name| format!("from {name}"),
    import: "Import words",
    import_note: "A word a line, with frequency and tag if you like (jieba’s format); UTF-8 or GB18030. Or drop a .txt or .dict file here.",
    export: "Export dictionary",
    file: "dictionary",
    imported: |words, encoding| format!("{} words read ({encoding})", grouped(words)),
    faulty: |lines| format!("{} lines not read", grouped(lines)),
    fault: |fault| match fault {
        LineFault::TooManyFields => "more than word, frequency, tag",
        LineFault::BadFrequency => "the frequency is no number",
        LineFault::TooLong => "longer than 64 characters",
        LineFault::BadBytes => "cannot be decoded",
        LineFault::Repeated => "repeats an earlier line",
        LineFault::NoWord => "holds no word",
    },
    line: |line| format!("line {}", grouped(line)),
    words: |words| format!("{} words", grouped(words)),
    import_failed: "The list was not read: it is too large, or cannot be read.",

    name_tokens: "Names as words",
    name_tokens_note: "A name that is found is not cut",
    phrase_tokens: "Set phrases as words",

    layer: |layer| match layer {
        StopWordLayer::Function => "Function words",
        StopWordLayer::Newspaper => "Newspaper phrases",
        StopWordLayer::Own => "Your own",
    },
    layer_share: |words, of_tokens| {
        format!(
            "{} words, {} of the tokens",
            grouped(words),
            share(of_tokens)
        )
    },
    import_stop_words: "Import stop words",
    imported_stop_words: |words| format!("{} stop words read", grouped(words)),

    groups: "Concept groups",
    groups_note: "Several words counted as one concept. * stands for any characters, ? for one; unwanted words can be excluded.",
    group_name: "Name",
    members: "Members: 新冠肺炎, *疫情",
    exclusions: "Without",
    groups_as_one: "Count as one",
    excluded: "Excluded",
    edit: "Change",
    save: "Save",
    group_sums: |count, articles| format!("{} in {} articles", grouped(count), grouped(articles)),

    selection: "Selection",
    person: "Person",
    place: "Place",
    organisation: "Organisation",
    stop: "Stop word",
    look_up: "String count",
    as_one: "One word",
    picked_counts: |tokens, strings| {
        format!("{} tokens · {} strings", grouped(tokens), grouped(strings))
    },
    show_tokens: "Show segmentation",
    segmenters: "Compare segmenters",
    segmenters_hint: "Click a paragraph to see it cut in several ways",
};
