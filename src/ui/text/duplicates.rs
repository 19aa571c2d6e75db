//! The strings of 重复稿件.

/// The strings of the articles that tell the same story.
#[derive(Debug)]
pub struct DuplicatesText {
    pub title: &'static str,
    /// How many groups and articles there are.
    pub sums: fn(u32, u32) -> String,
    /// How two articles are compared.
    pub method: &'static str,
    pub count_once: &'static str,
    pub count_once_note: &'static str,
    pub identical: &'static str,
    /// Share of common text in thousandths, of both and of the shorter one.
    pub similar: fn(u16, u16) -> String,
    pub first: &'static str,
    pub compare: &'static str,
    pub close: &'static str,
    pub not_counted: &'static str,
    /// A paragraph of which the other article has nothing, or only a part in thousandths.
    pub only_here: &'static str,
    pub partly_here: fn(u16) -> String,
    /// How many more groups there are.
    pub more_groups: fn(u32) -> String,
}

/// A share in thousandths as per cent.
fn percent(per_mille: u16) -> String {
    format!("{}.{} %", per_mille / 10, per_mille % 10)
}

pub const CHINESE: DuplicatesText = DuplicatesText {
    title: "重复稿件",
    sums: |groups, articles| format!("{groups} 组，共 {articles} 篇"),
    method: "比较正文的六字串，不计标点、标题与消息头；相似度不低于 60 %，或短稿有 80 % 见于长稿，即为重复。",
    count_once: "每组只计一篇",
    count_once_note: "计入每组中第一篇勾选的稿件，其余不计",
    identical: "文字相同",
    similar: |both, shorter| format!("相似度 {}，短稿重合 {}", percent(both), percent(shorter)),
    first: "组内首篇",
    compare: "对照",
    close: "收起对照",
    not_counted: "不计入",
    only_here: "仅见此篇",
    partly_here: |share| format!("{} 与另一篇重合", percent(share)),
    more_groups: |groups| format!("另有 {groups} 组未列出"),
};

pub const ENGLISH: DuplicatesText = DuplicatesText {
    title: "Duplicate articles",
    sums: |groups, articles| format!("{groups} groups, {articles} articles"),
    method: "Compared by runs of six characters of the body, without marks, headlines and datelines; duplicates share at least 60 % of all runs, or 80 % of the shorter article’s.",
    count_once: "Count each group once",
    count_once_note: "The first ticked article of each group is counted, the others are not",
    identical: "Same words",
    similar: |both, shorter| {
        format!(
            "{} alike, {} of the shorter",
            percent(both),
            percent(shorter)
        )
    },
    first: "First of the group",
    compare: "Compare",
    close: "Close",
    not_counted: "not counted",
    only_here: "Only here",
    partly_here: |share| format!("{} in the other article", percent(share)),
    more_groups: |groups| format!("{groups} more groups are not listed"),
};
