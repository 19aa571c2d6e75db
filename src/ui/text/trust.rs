//! The strings of 新词, 切分一致性 and 为什么是这个数.

use super::grouped;
use crate::report::answers::trust::{Method, Rest};

/// The strings of one language.
pub struct TrustText {
    // 为什么是这个数.
    pub why: &'static str,
    pub tokens: &'static str,
    pub strings: &'static str,
    pub rest: fn(&Rest) -> String,
    pub rests_more: fn(u32) -> String,
    pub method: fn(Method) -> &'static str,
    pub method_columns: [&'static str; 3],
    pub accounts: fn(u32, u32) -> String,
    pub mend: &'static str,

    // 切分一致性.
    pub consistency: &'static str,
    pub consistency_note: &'static str,
    pub same: &'static str,
    pub between: fn(u32, u32) -> String,

    // 新词.
    pub word_list: &'static str,
    pub new_words: &'static str,
    pub new_words_note: fn(u32) -> String,
    pub columns: [&'static str; 6],
    pub none: &'static str,
    pub accept: &'static str,
    pub accept_all: fn(usize, usize) -> String,
    pub effect: &'static str,
    pub effect_of_all: fn(usize, usize) -> String,
    pub effect_none: &'static str,
    pub effect_columns: [&'static str; 3],
    pub effect_more: fn(u32, usize) -> String,
    pub now: &'static str,
    pub export: &'static str,
    pub file_new_words: &'static str,
    pub choose: &'static str,
    pub evidence: &'static str,
    pub evidence_note: &'static str,
    pub absent: &'static str,
}

/// How many of a list are meant: all of it, or the first.
fn all_or_first(count: usize, total: usize) -> String {
    if count < total {
        format!("前 {count} 个（共 {total} 个）")
    } else {
        format!("全部 {count} 个")
    }
}

fn every_or_first(count: usize, total: usize) -> String {
    if count < total {
        format!("the first {count} of {total}")
    } else {
        format!("all {count}")
    }
}

pub const CHINESE: TrustText = TrustText {
    why: "为什么是这个数",
    tokens: "词次",
    strings: "字串频次",
    rest: |rest| match rest {
        Rest::Swallowed(token) => format!("在“{token}”里"),
        Rest::Cut(pieces) => format!("切作 {}", pieces.join(" | ")),
        Rest::Crossed(tokens) => format!("跨 {}", tokens.join(" | ")),
    },
    rests_more: |count| format!("另有 {} 种未列出", grouped(count)),
    method: |method| match method {
        Method::InForce => "当前",
        Method::Exact => "精确模式",
        Method::DictionaryOnly => "不用 HMM",
        Method::Search => "搜索引擎模式",
        Method::Lexicon => "用户词典（不用专名）",
    },
    method_columns: ["切法", "词次", "位次"],
    accounts: |tokens, rests| {
        format!(
            "字串频次 = 词次 {} + 其余 {}",
            grouped(tokens),
            grouped(rests)
        )
    },
    mend: "作一个词",

    consistency: "切分一致性",
    consistency_note: "各种切法下的词次：相同，或从少到多",
    same: "一致",
    between: |least, most| format!("{} – {}", grouped(least), grouped(most)),

    word_list: "词表",
    new_words: "新词",
    new_words_note: |characters| {
        format!(
            "取自 {} 字正文段落；词典里没有、又常连用的字串",
            grouped(characters)
        )
    },
    columns: ["候选", "频次", "见于篇数", "凝固度", "左右熵", "分值"],
    none: "没有新词候选。",
    accept: "成词",
    accept_all: |count, total| format!("{}成词", all_or_first(count, total)),
    effect: "效果",
    effect_of_all: |count, total| format!("{}的效果", all_or_first(count, total)),
    effect_none: "词表不会改变。",
    effect_columns: ["词", "频次", "位次"],
    effect_more: |total, shown| format!("共 {} 个词有增减，列出前 {shown} 个", grouped(total)),
    now: "现在切作",
    export: "导出 CSV",
    file_new_words: "新词",
    choose: "点一个候选，看它的依据和成词的效果。",
    evidence: "依据",
    evidence_note: "凝固度：拆成两半后，两半偶然相连的可能有多小（比特，取最小）；左右熵：两边的字有多杂（比特）。",
    absent: "无",
};

pub const ENGLISH: TrustText = TrustText {
    why: "Why this number",
    tokens: "Tokens",
    strings: "String count",
    rest: |rest| match rest {
        Rest::Swallowed(token) => format!("inside {token}"),
        Rest::Cut(pieces) => format!("cut as {}", pieces.join(" | ")),
        Rest::Crossed(tokens) => format!("across {}", tokens.join(" | ")),
    },
    rests_more: |count| format!("{} more kinds are not listed", grouped(count)),
    method: |method| match method {
        Method::InForce => "In force",
        Method::Exact => "Exact mode",
        Method::DictionaryOnly => "Without HMM",
        Method::Search => "Search mode",
        Method::Lexicon => "User dictionary (no names)",
    },
    method_columns: ["Segmenter", "Tokens", "Rank"],
    accounts: |tokens, rests| {
        format!(
            "strings = {} tokens + {} others",
            grouped(tokens),
            grouped(rests)
        )
    },
    mend: "One word",

    consistency: "Consistency",
    consistency_note: "The count under every way of segmenting: the same, or from least to most",
    same: "same",
    between: |least, most| format!("{} – {}", grouped(least), grouped(most)),

    word_list: "Word list",
    new_words: "New words",
    new_words_note: |characters| {
        format!(
            "From {} characters of running text: strings that recur and are in no dictionary",
            grouped(characters)
        )
    },
    columns: [
        "Candidate",
        "Count",
        "Articles",
        "Cohesion",
        "Entropy",
        "Score",
    ],
    none: "No candidates.",
    accept: "One word",
    accept_all: |count, total| format!("Accept {}", every_or_first(count, total)),
    effect: "Effect",
    effect_of_all: |count, total| format!("Effect of {}", every_or_first(count, total)),
    effect_none: "The word list would stay the same.",
    effect_columns: ["Word", "Count", "Rank"],
    effect_more: |total, shown| format!("{} words gain or lose; the first {shown}", grouped(total)),
    now: "Is cut",
    export: "Export CSV",
    file_new_words: "new words",
    choose: "Click a candidate to see its evidence and what it would change.",
    evidence: "Evidence",
    evidence_note: "Cohesion: how unlikely its halves stand together by chance (bits, the smallest); entropy: how varied its neighbours are (bits).",
    absent: "none",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_is_said_only_of_all() {
        assert_eq!(
            (CHINESE.accept_all)(200, 1234),
            "前 200 个（共 1234 个）成词"
        );
        assert_eq!((CHINESE.accept_all)(12, 12), "全部 12 个成词");
        assert_eq!(
            (ENGLISH.accept_all)(200, 1234),
            "Accept the first 200 of 1234"
        );
    }
}
