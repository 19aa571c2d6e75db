//! The text on which names, phrases, speakers and new words are found: one unit of a page, as counted.

/// The part that a passage plays in its article.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum PassagePart {
    /// Kicker, main headline, sub-headline or deck.
    Headline,
    /// A paragraph of running text.
    Paragraph,
    /// 小标题: a headline between paragraphs.
    Crosshead,
    /// 图片说明.
    Caption,
    /// One row of a table or list.
    Table,
    /// A box inside the article, such as 新闻链接.
    Box,
    /// 署名: the byline as printed.
    Byline,
    /// 落款: a line of the sign-off.
    Signature,
}

/// One unit of an article, as counted: line breaks joined, folded by the passes that are switched on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The number of the unit among all units of the document, from 0.
    pub unit: u32,
    /// The number of the article in the document, from 0. Passages of an article stand together, in reading order.
    pub article: u32,
    /// The part it plays.
    pub part: PassagePart,
    /// The text, with the dateline at its beginning.
    pub text: String,
    /// How many bytes of the text are the dateline; 0 for most. No words are counted in it, names are.
    pub dateline_bytes: usize,
    /// The names that the byline parser found: in a byline, and in the dateline of a paragraph (记者甲、乙).
    pub reporters: Vec<String>,
}
