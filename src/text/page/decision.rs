//! What reading decided, why, and how sure it was.

use super::correction::Judgement;
use super::model::{HeadlineRole, Rule};
use super::reason::Reason;
use crate::text::source::Span;

/// Decisions of less confidence than this are doubtful: shown as 存疑 and collected in 待核. Right in fewer than nine
/// of ten cases; chosen so that a page shows most of what is wrong and few of what is right.
pub const DOUBTFUL_BELOW: u8 = 90;

/// What a line break is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum BreakAnswer {
    /// 接排: the paragraph goes on.
    Wrap,
    /// 另段: a new paragraph of the same article.
    Paragraph,
    /// 另篇: a new article, headline, byline or anything else.
    Unit,
}

/// What was decided.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// What the line break at this place is.
    Break(BreakAnswer),
    /// The text here is a headline of the article in which it stands, in this role.
    Headline(HeadlineRole),
    /// An article begins with the unit here.
    ArticleBegins,
    /// The text here is no article text.
    SetAside(Rule),
}

/// One decision of reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decision {
    /// Where: for a line break from the last character before it to the first behind it, both left out; else the unit.
    /// Empty before the first character behind it where a column goes on at the head of the next one.
    pub place: Span,
    /// What was decided.
    pub answer: Answer,
    /// What weighed most.
    pub reason: Reason,
    /// From 50, a guess, to 100, certain.
    pub confidence: u8,
}

impl Decision {
    /// Whether a person should look at it.
    pub fn is_doubtful(&self) -> bool {
        self.confidence < DOUBTFUL_BELOW
    }

    /// Whether a person's judgement is about this decision.
    pub fn is_judged_by(&self, judgement: &Judgement, place: u32) -> bool {
        judgement.place == place && judgement.answer == self.answer
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decision_is_small_as_every_line_break_has_one() {
        assert!(size_of::<Decision>() <= 16);
    }
}
