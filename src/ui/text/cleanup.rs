//! The words of 清洗步骤.

use super::grouped;
use crate::report::views::CleanupStep;
use crate::text::clean::Pass;

/// The strings of the steps of cleaning, in one language.
#[derive(Debug)]
pub struct CleanupText {
    /// Head of the section.
    pub title: &'static str,
    /// What the steps do, and what they leave alone.
    pub note: &'static str,
    /// Name of a step.
    pub step: fn(CleanupStep) -> &'static str,
    /// An example of what a step does, or what it is about.
    pub example: fn(CleanupStep) -> &'static str,
    /// How often a step changed something.
    pub count: fn(u32) -> String,
    /// Label of the button that shows what a step changed.
    pub show: fn(&str, u32) -> String,
    /// Label of a change that leads to its lines.
    pub change: fn(&str, &str, u32) -> String,
    /// What stands behind a change that set something aside.
    pub set_aside: &'static str,
    /// Where more kinds of change follow.
    pub more: fn(u32) -> String,
}

/// In Chinese.
pub const CHINESE: CleanupText = CleanupText {
    title: "清洗步骤",
    note: "只用于计数，原貌不变",
    step: |step| match step {
        CleanupStep::Pass(Pass::Radicals) => "部首字修复",
        CleanupStep::Pass(Pass::Width) => "全半角归一",
        CleanupStep::Pass(Pass::Traditional) => "繁体转简体",
        CleanupStep::Pass(Pass::LayoutSpaces) => "版式空格",
        CleanupStep::Pass(Pass::LetterSpacing) => "字间空格",
        CleanupStep::Pass(Pass::Punctuation) => "标点归一",
        CleanupStep::Pass(Pass::Variants) => "异体字归一",
        CleanupStep::Pass(Pass::Addresses) => "网址与邮箱",
        CleanupStep::PrivateUse => "私用区字符",
        CleanupStep::Invisible => "不可见字符",
        CleanupStep::Rulers => "分隔线",
    },
    example: |step| match step {
        CleanupStep::Pass(Pass::Radicals) => "⽆→无，⺠→民",
        CleanupStep::Pass(Pass::Width) => "ＧＤＰ→GDP，５％→5%",
        CleanupStep::Pass(Pass::Traditional) => "會議→会议，乾隆不动；默认不做",
        CleanupStep::Pass(Pass::LayoutSpaces) => "7 月 3 日→7月3日",
        CleanupStep::Pass(Pass::LetterSpacing) => "疫 情 防 控→疫情防控",
        CleanupStep::Pass(Pass::Punctuation) => "半角、竖排、直角引号→通行标点",
        CleanupStep::Pass(Pass::Variants) => "員→员，啓→启；繁体文本不动",
        CleanupStep::Pass(Pass::Addresses) => "整体算一处，不计为词",
        CleanupStep::PrivateUse => "只有原字体认得，列出，不改",
        CleanupStep::Invisible => "控制符、零宽字符，已移出",
        CleanupStep::Rulers => "如 ----、****，已移出",
    },
    count: |count| format!("{} 次", grouped(count)),
    show: |step, count| format!("{step}：查看 {} 次改动", grouped(count)),
    change: |before, after, count| {
        format!("{before} 改为 {after}，{} 次，查看原文行", grouped(count))
    },
    set_aside: "移出",
    more: |count| format!("另有 {} 种", grouped(count)),
};

/// In English.
pub const ENGLISH: CleanupText = CleanupText {
    title: "Cleanup steps",
    note: "for counting only; the text stays as printed",
    step: |step| match step {
        CleanupStep::Pass(Pass::Radicals) => "Radicals repaired",
        CleanupStep::Pass(Pass::Width) => "Width unified",
        CleanupStep::Pass(Pass::Traditional) => "Traditional to simplified",
        CleanupStep::Pass(Pass::LayoutSpaces) => "Layout spaces removed",
        CleanupStep::Pass(Pass::LetterSpacing) => "Letter-spacing removed",
        CleanupStep::Pass(Pass::Punctuation) => "Punctuation unified",
        CleanupStep::Pass(Pass::Variants) => "Variants unified",
        CleanupStep::Pass(Pass::Addresses) => "URLs and e-mail addresses",
        CleanupStep::PrivateUse => "Private-use characters",
        CleanupStep::Invisible => "Invisible characters",
        CleanupStep::Rulers => "Ruler lines",
    },
    example: |step| match step {
        CleanupStep::Pass(Pass::Radicals) => "⽆→无, ⺠→民",
        CleanupStep::Pass(Pass::Width) => "ＧＤＰ→GDP, ５％→5%",
        CleanupStep::Pass(Pass::Traditional) => "會議→会议, 乾隆 stays; off by default",
        CleanupStep::Pass(Pass::LayoutSpaces) => "7 月 3 日→7月3日",
        CleanupStep::Pass(Pass::LetterSpacing) => "疫 情 防 控→疫情防控",
        CleanupStep::Pass(Pass::Punctuation) => "half-width, vertical and corner marks→usual ones",
        CleanupStep::Pass(Pass::Variants) => "員→员, 啓→启; not in traditional text",
        CleanupStep::Pass(Pass::Addresses) => "one token each, not counted as words",
        CleanupStep::PrivateUse => "only their font knows them: listed, not changed",
        CleanupStep::Invisible => "control and zero-width characters, set aside",
        CleanupStep::Rulers => "such as ---- and ****, set aside",
    },
    count: |count| format!("{}×", grouped(count)),
    show: |step, count| format!("{step}: show {} changes", grouped(count)),
    change: |before, after, count| {
        format!(
            "{before} becomes {after}, {} times: show its lines",
            grouped(count)
        )
    },
    set_aside: "set aside",
    more: |count| format!("{} more kinds", grouped(count)),
};
