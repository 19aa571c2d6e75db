//! The strings of 专名.

use super::grouped;
use crate::report::answers::kinds::{Evidence, NameKind, PassagePart};
use crate::report::answers::names::MatrixRows;

/// The strings of one language.
pub struct NamesText {
    pub tab: &'static str,
    pub lists: &'static str,
    pub order: &'static str,
    pub matrix: &'static str,
    pub kind: fn(NameKind) -> &'static str,
    pub find: &'static str,
    pub columns: [&'static str; 4],
    pub none: &'static str,
    pub export: &'static str,
    pub rejected: fn(usize) -> String,

    // A name.
    pub forms: &'static str,
    pub posts: &'static str,
    pub evidence_title: &'static str,
    pub evidence: fn(Evidence) -> &'static str,
    pub parts: &'static str,
    pub part: fn(PassagePart) -> &'static str,
    pub companions: &'static str,
    pub articles: &'static str,
    pub may_be: &'static str,
    pub lines: &'static str,
    pub accept: &'static str,
    pub accepted: &'static str,
    pub reject: &'static str,
    pub restore: &'static str,
    pub form_of_hint: &'static str,
    pub merge: &'static str,
    pub merged: &'static str,
    pub resolved: fn(&str) -> String,
    pub dates: fn(&str, &str) -> String,
    pub choose: &'static str,

    // 名单次序.
    pub order_note: &'static str,
    pub order_columns: [&'static str; 3],
    pub order_none: &'static str,
    pub swapped: fn(&str, &str) -> String,
    pub mean_columns: [&'static str; 3],
    pub mean_title: &'static str,

    // 矩阵.
    pub rows: &'static str,
    pub columns_of: &'static str,
    pub by: fn(MatrixRows) -> &'static str,
    pub matrix_shown: fn(u32, u32) -> String,

    // 概览.
    pub people: &'static str,
    pub more: &'static str,
    pub counted_speaker: fn(&str) -> String,
    pub all_speakers: &'static str,
}

pub const CHINESE: NamesText = NamesText {
    tab: "专名",
    lists: "名录",
    order: "名单次序",
    matrix: "矩阵",
    kind: |kind| match kind {
        NameKind::Person => "人名",
        NameKind::Reporter => "记者",
        NameKind::Place => "地名",
        NameKind::ShortPlace => "单字地名",
        NameKind::Organisation => "机构名",
    },
    find: "查找专名",
    columns: ["专名", "频次", "见于篇数", "职务"],
    none: "没有认出这一类专名。",
    export: "导出 CSV",
    rejected: |count| format!("已排除 {count} 个"),

    forms: "写法",
    posts: "职务",
    evidence_title: "依据",
    evidence: |evidence| match evidence {
        Evidence::List => "名单",
        Evidence::PostBefore => "职务在前",
        Evidence::PostBehind => "职务或称呼在后",
        Evidence::Verb => "言行动词的主语",
        Evidence::Byline => "署名",
        Evidence::OwnBody => "见于本篇正文",
        Evidence::Corpus => "见于其他文件",
        Evidence::Dictionary => "词典",
        Evidence::PlaceEnding => "地名用字",
        Evidence::BodyEnding => "机构用字",
        Evidence::ShortForm => "全称的缩写",
        Evidence::Pair => "单字地名搭配",
        Evidence::User => "人工指定",
    },
    parts: "位置",
    part: |part| match part {
        PassagePart::Headline => "标题",
        PassagePart::Paragraph => "段落",
        PassagePart::Crosshead => "小标题",
        PassagePart::Caption => "图片说明",
        PassagePart::Table => "表格",
        PassagePart::Box => "链接",
        PassagePart::Byline => "署名",
        PassagePart::Signature => "落款",
    },
    companions: "同篇出现",
    articles: "见于稿件",
    may_be: "可能的简称",
    lines: "索引行",
    accept: "确认",
    accepted: "已确认",
    reject: "不是",
    restore: "恢复",
    form_of_hint: "它是谁的简称",
    merge: "并入",
    merged: "已并入的简称",
    resolved: |name| format!("即 {name}"),
    dates: |first, last| {
        if first == last {
            first.to_owned()
        } else {
            format!("{first} 至 {last}")
        }
    },
    choose: "点一个名字，看它的职务、写法、稿件和同篇出现的名字。",

    order_note: "各篇名单中人名的先后，按日期排列；与同一名目的前一份名单次序相反的两人标红。",
    order_columns: ["日期", "名单", "稿件"],
    order_none: "没有找到人名名单。",
    swapped: |one, other| format!("{one}、{other} 次序对调"),
    mean_columns: ["人名", "名单", "平均位次"],
    mean_title: "平均位次",

    rows: "行",
    columns_of: "列",
    by: |by| match by {
        MatrixRows::Articles => "稿件",
        MatrixRows::Dates => "日期",
        MatrixRows::Reporters => "记者（篇）",
        MatrixRows::Persons => "人名（同篇）",
    },
    matrix_shown: |rows, columns| {
        format!(
            "共 {} 行 {} 列；导出 CSV 得到全部",
            grouped(rows),
            grouped(columns)
        )
    },

    people: "人物",
    more: "全部",
    counted_speaker: |speaker| format!("只计 {speaker} 的话"),
    all_speakers: "计入全部",
};

pub const ENGLISH: NamesText = NamesText {
    tab: "Names",
    lists: "Lists",
    order: "Order of lists",
    matrix: "Matrix",
    kind: |kind| match kind {
        NameKind::Person => "Persons",
        NameKind::Reporter => "Reporters",
        NameKind::Place => "Places",
        NameKind::ShortPlace => "One-character places",
        NameKind::Organisation => "Organisations",
    },
    find: "Find names",
    columns: ["Name", "Count", "Articles", "Post"],
    none: "No name of this kind was found.",
    export: "Export CSV",
    rejected: |count| format!("{count} rejected"),

    forms: "Forms",
    posts: "Posts",
    evidence_title: "Evidence",
    evidence: |evidence| match evidence {
        Evidence::List => "list of names",
        Evidence::PostBefore => "behind a post",
        Evidence::PostBehind => "before a post or address",
        Evidence::Verb => "subject of a verb of speech or movement",
        Evidence::Byline => "byline",
        Evidence::OwnBody => "body of the same article",
        Evidence::Corpus => "another file",
        Evidence::Dictionary => "dictionary",
        Evidence::PlaceEnding => "ending of a place",
        Evidence::BodyEnding => "ending of a body",
        Evidence::ShortForm => "short for a longer name",
        Evidence::Pair => "one-character place in a pair",
        Evidence::User => "said by you",
    },
    parts: "Parts",
    part: |part| match part {
        PassagePart::Headline => "headline",
        PassagePart::Paragraph => "paragraph",
        PassagePart::Crosshead => "crosshead",
        PassagePart::Caption => "caption",
        PassagePart::Table => "table",
        PassagePart::Box => "box",
        PassagePart::Byline => "byline",
        PassagePart::Signature => "sign-off",
    },
    companions: "In the same articles",
    articles: "Articles",
    may_be: "Perhaps short for it",
    lines: "Lines",
    accept: "Accept",
    accepted: "Accepted",
    reject: "No name",
    restore: "Restore",
    form_of_hint: "Short for",
    merge: "Merge",
    merged: "Merged short forms",
    resolved: |name| format!("that is {name}"),
    dates: |first, last| {
        if first == last {
            first.to_owned()
        } else {
            format!("{first} to {last}")
        }
    },
    choose: "Click a name to see its posts, forms, articles and company.",

    order_note: "The order of the persons in each list, by date; two that stand the other way round than in the list before of the same heading are red.",
    order_columns: ["Date", "List", "Article"],
    order_none: "No list of persons was found.",
    swapped: |one, other| format!("{one} and {other} changed places"),
    mean_columns: ["Person", "Lists", "Mean place"],
    mean_title: "Mean place",

    rows: "Rows",
    columns_of: "Columns",
    by: |by| match by {
        MatrixRows::Articles => "Articles",
        MatrixRows::Dates => "Dates",
        MatrixRows::Reporters => "Reporters (articles)",
        MatrixRows::Persons => "Persons (articles)",
    },
    matrix_shown: |rows, columns| {
        format!(
            "{} rows, {} columns; the CSV has all",
            grouped(rows),
            grouped(columns)
        )
    },

    people: "People",
    more: "All",
    counted_speaker: |speaker| format!("Only the words of {speaker} are counted"),
    all_speakers: "Count all",
};
