//! How a paragraph opens: as an article does, as a notice does, or as what goes on with a story.

use super::article::Draft;
use super::cohesion::COMPARED_BYTES;
use super::line::head;
use super::model::ParagraphKind;
use super::name;
use crate::text::source::{Source, Span};

/// How paragraphs begin that go on with a story.
const GOES_ON: [&str; 28] = [
    "他",
    "她",
    "它",
    "此外",
    "同时",
    "另外",
    "随后",
    "其中",
    "对此",
    "据了解",
    "据介绍",
    "据悉",
    "为此",
    "于是",
    "但",
    "而",
    "不过",
    "然而",
    "会上",
    "会议强调",
    "会议指出",
    "会议要求",
    "目前",
    "“",
    "”",
    "接着",
    "记者了解到",
    "还",
];
/// How paragraphs begin that more often go on with a story than not.
const LIKELY_GOES_ON: [&str; 24] = [
    "会议",
    "会前",
    "该",
    "这",
    "那",
    "其",
    "需要",
    "具体",
    "当天",
    "当日",
    "当晚",
    "据",
    "截至",
    "下一步",
    "接下来",
    "与会",
    "活动",
    "首先",
    "最后",
    "第二",
    "一是",
    "如今",
    "经过",
    "专家",
];
/// How the first clause of a paragraph ends that tells what somebody says of the story.
const SAYS: [&str; 14] = [
    "介绍",
    "表示",
    "指出",
    "强调",
    "提醒",
    "认为",
    "要求",
    "透露",
    "坦言",
    "说",
    "告诉记者",
    "建议",
    "解释",
    "回忆",
];
/// How reports begin: with the day.
const DAYS: [&str; 14] = [
    "昨日",
    "昨天",
    "昨晚",
    "今天",
    "今日",
    "今起",
    "日前",
    "近日",
    "上周",
    "本周",
    "连日来",
    "这几天",
    "明天",
    "前天",
];
/// How notices open.
const OPENS_NOTICE: [&str; 8] = ["因", "为", "根据", "按照", "经", "各", "兹", "广大"];
/// How those are addressed whom a notice is for.
const ADDRESSES: [&str; 7] = ["各", "全市", "全体", "广大", "尊敬的", "亲爱的", "市民朋友"];

/// Whether a text addresses those whom a document is for: 各街道、各有关单位：
pub fn is_salutation(text: &str) -> bool {
    text.ends_with(['：', ':'])
        && !text.contains(['。', '；', '“', '《'])
        && ADDRESSES.iter().any(|word| text.starts_with(word))
}

/// Whether a line may be a headline although it has marks: those of exclaiming or asking, no others of a sentence.
pub fn may_be_headline(text: &str) -> bool {
    let text = text.trim();
    !text.contains(['。', '；', '：', ':'])
        && text.matches(['，', ',', '、']).count() <= 1
        && !text.ends_with(['，', ',', '、', '”', '’', '）', ')'])
        && text.chars().count() >= 4
}

/// How the paragraphs of a draft open.
#[derive(Clone, Copy)]
pub struct Openings<'page> {
    source: &'page Source,
    draft: &'page Draft,
}

impl<'page> Openings<'page> {
    /// Looks at a draft.
    pub fn new(source: &'page Source, draft: &'page Draft) -> Self {
        Self { source, draft }
    }

    fn text(&self, place: usize) -> &'page str {
        let paragraph = self.draft.paragraphs.get(place);
        paragraph.map_or("", |(span, _)| self.source.slice(*span))
    }

    /// Whether a paragraph addresses those whom a notice is for: 各街道、各有关单位：
    pub fn addresses(&self, place: usize) -> bool {
        let text = self.text(place);
        text.len() <= 150 && is_salutation(text)
    }

    /// Whether a paragraph says why a notice is given, and what follows are its items.
    pub fn opens_notice(&self, place: usize) -> bool {
        let text = self.text(place);
        OPENS_NOTICE.iter().any(|word| text.starts_with(word))
            && (text.ends_with(['：', ':'])
                || (place + 1..=place + 2)
                    .any(|place| self.text(place).starts_with(['一', '1', '（', '第'])))
    }

    /// Whether a paragraph goes on with what was told before: by its first words, or with a name or word from there,
    /// such as 何青指出.
    pub fn goes_on(&self, place: usize) -> bool {
        let text = self.text(place);
        GOES_ON.iter().any(|word| text.starts_with(word)) || self.is_known(place)
    }

    fn is_known(&self, place: usize) -> bool {
        let text = self.text(place);
        // A name may have two characters; other words are the same where three are.
        let is_name = text.chars().next().is_some_and(name::is_surname);
        let end = text
            .char_indices()
            .nth(if is_name { 2 } else { 3 })
            .map_or(text.len(), |(end, _)| end);
        let opening = text.get(..end).unwrap_or("");
        let before = self.draft.paragraphs.get(..place).unwrap_or(&[]);
        before.iter().any(|(span, kind)| {
            *kind == ParagraphKind::Body
                && head(self.source, *span, COMPARED_BYTES).contains(opening)
        })
    }

    /// How much a paragraph looks like the first of an article, from about -40 to 40: by its first words, and by a
    /// blank line before it where others of the draft have none.
    pub fn looks_first(&self, place: usize) -> i32 {
        let text = self.text(place);
        let clause = text
            .split(['，', ',', '：', ':', '。'])
            .next()
            .unwrap_or("");
        let goes_on = LIKELY_GOES_ON.iter().any(|word| text.starts_with(word))
            || SAYS.iter().any(|word| clause.ends_with(word));
        let is_lead = DAYS.iter().any(|word| text.starts_with(word))
            || clause.contains("记者") && clause.ends_with("获悉");
        20 * (i32::from(is_lead) - i32::from(goes_on)) + self.apart(place)
    }

    /// What a blank line before a paragraph tells, or that there is none.
    fn apart(&self, place: usize) -> i32 {
        let count = self.draft.paragraphs.len();
        let apart = (1..count).filter(|place| self.is_apart(*place)).count();
        if 2 * apart >= count {
            // Paragraphs stand apart here.
            return 0;
        }
        match (apart, self.is_apart(place)) {
            (_, true) => 20,
            (0, false) => 0,
            (_, false) => -10,
        }
    }

    /// Whether a blank line stands before a paragraph.
    fn is_apart(&self, place: usize) -> bool {
        let span = |place: usize| self.draft.paragraphs.get(place).map(|(span, _)| *span);
        let (Some(before), Some(behind)) = (place.checked_sub(1).and_then(span), span(place))
        else {
            return false;
        };
        before.end <= behind.start && {
            let between = Span {
                start: before.end,
                end: behind.start,
            };
            let breaks = self.source.slice(between).matches('\n').count();
            breaks >= 2
        }
    }
}
