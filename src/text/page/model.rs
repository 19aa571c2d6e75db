//! What a page is made of. `PAGE-JSON` is the same shape with ranges of scalar values.

use super::decision::Decision;
use crate::text::source::{Source, Span};

/// Text as printed, held as the pieces of the source of which it is made.
///
/// The pieces stand in reading order, do not overlap, and each lies on character borders. The printed text is their
/// characters one after another, where a line end or tab inside a piece prints as one space: a reader puts such a
/// piece where a wrap separates two Latin words. So every printed character is exactly one character of the source.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Printed {
    /// Where the characters stand.
    pub pieces: Vec<Span>,
}

impl Printed {
    /// Appends the printed text to `out`, which lets a caller reuse one buffer.
    pub fn write_to(&self, source: &Source, out: &mut String) {
        for piece in &self.pieces {
            let mut rest = source.slice(*piece);
            while let Some((before, behind)) = split_at_blank(rest) {
                out.push_str(before);
                out.push(' ');
                rest = behind;
            }
            out.push_str(rest);
        }
    }

    /// The characters of the printed text, one after another.
    pub fn characters<'s>(&'s self, source: &'s Source) -> impl Iterator<Item = char> + 's {
        let characters = self
            .pieces
            .iter()
            .flat_map(|piece| source.slice(*piece).chars());
        characters.map(|character| match character {
            '\n' | '\r' | '\t' => ' ',
            printed => printed,
        })
    }

    /// The printed text.
    pub fn text(&self, source: &Source) -> String {
        let mut text = String::new();
        self.write_to(source, &mut text);
        text
    }

    /// The byte of the source at which the printed text's byte `offset` stands; the end of the last piece for an
    /// offset at or behind the end, 0 for a text without pieces.
    pub fn source_byte(&self, offset: usize) -> u32 {
        let mut before = 0;
        for piece in &self.pieces {
            if offset < before + piece.len() {
                return piece.start + u32::try_from(offset - before).unwrap_or(0);
            }
            before += piece.len();
        }
        self.pieces.last().map_or(0, |piece| piece.end)
    }

    /// Length of the printed text in bytes. Equal to the sum of the pieces' lengths: the characters that print as a
    /// space are one byte long themselves.
    pub fn len_bytes(&self) -> usize {
        self.pieces.iter().map(|piece| piece.len()).sum()
    }
}

/// The text before and behind the first line end or tab, which prints as a space.
fn split_at_blank(text: &str) -> Option<(&str, &str)> {
    // Hardly any text has one, and this question is answered for many bytes at a time.
    if !text.bytes().fold(false, |any, byte| any | (byte < b' ')) {
        return None;
    }
    let is_blank = |byte: u8| matches!(byte, b'\n' | b'\r' | b'\t');
    let place = text.bytes().position(is_blank)?;
    Some((text.get(..place)?, text.get(place + 1..)?))
}

/// The part that a headline plays, in reading order.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum HeadlineRole {
    /// 引题: above the main headline.
    Kicker,
    /// 主标题.
    Main,
    /// 副题: under the main headline.
    Sub,
    /// 提要题: a summary of the article.
    Deck,
}

/// One headline of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Headline {
    /// The part it plays.
    pub role: HeadlineRole,
    /// Its text.
    pub printed: Printed,
}

/// What kind of text a paragraph of the body is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum ParagraphKind {
    /// Running text.
    Body,
    /// 小标题: a headline between paragraphs.
    Crosshead,
    /// 图片说明.
    Caption,
    /// One row of a table or list, kept a line.
    Table,
    /// A box inside the article, such as 新闻链接.
    Box,
}

/// One paragraph of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// What it is.
    pub kind: ParagraphKind,
    /// Its text, with the dateline as printed.
    pub printed: Printed,
    /// How many bytes of the printed text, from its start, are the dateline; these are never counted as words.
    pub dateline_bytes: u32,
}

/// The persons who wrote an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Byline {
    /// The names, without 记者 and the like.
    pub names: Vec<String>,
    /// The byline as printed, with its brackets.
    pub printed: Printed,
}

/// Whether a date in an article tells of an event or stands under a notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateKind {
    /// The date at the article's beginning.
    Event,
    /// The date under a notice.
    SignOff,
}

/// From where a full date was resolved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DateSource {
    /// The words say year, month and day.
    Text,
    /// A year elsewhere on the page.
    Page,
    /// The publication date.
    Published,
}

/// The date of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleDate {
    /// The words that say it: 12月12日, 昨日.
    pub text: String,
    /// The full date as `YYYY-MM-DD`, and from where it was resolved; `None` where any doubt is left.
    pub iso: Option<(String, DateSource)>,
    /// What the date is of.
    pub kind: DateKind,
}

/// Where an article goes on, or where it came from.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Continues {
    /// 下转第3版.
    To(String),
    /// 上接第1版.
    From(String),
}

/// One article: the unit of range and dispersion.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Article {
    /// Headlines in reading order.
    pub headlines: Vec<Headline>,
    /// The dateline without the date: 本报讯, 新华社北京7月3日电.
    pub dateline: Option<String>,
    /// The article's date.
    pub date: Option<ArticleDate>,
    /// The body.
    pub paragraphs: Vec<Paragraph>,
    /// The byline.
    pub byline: Option<Byline>,
    /// Further bylines, such as a photographer's.
    pub other_bylines: Vec<Byline>,
    /// 落款: issuer and date under a notice, a line each.
    pub signature: Vec<Printed>,
    /// A jump to or from another page.
    pub continues: Option<Continues>,
    /// On which of [`Page::sheets`] it stands.
    pub sheet: u32,
    /// What a record of a table or database export says of it; empty on newspaper pages.
    pub stated: Vec<Stated>,
}

impl Article {
    /// Every text of the article: headlines, body, bylines and sign-off, each in reading order.
    pub fn units(&self) -> impl Iterator<Item = &Printed> {
        let headlines = self.headlines.iter().map(|headline| &headline.printed);
        let paragraphs = self.paragraphs.iter().map(|paragraph| &paragraph.printed);
        let bylines = self.byline.iter().chain(&self.other_bylines);
        headlines
            .chain(paragraphs)
            .chain(bylines.map(|byline| &byline.printed))
            .chain(&self.signature)
    }
}

/// Why a run of the source is no article text.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// 报头: the newspaper's name as a line of its own.
    Nameplate,
    /// 报眉: date, page number and section.
    Folio,
    /// 版权信息: publisher, licence numbers, addresses, prices, notices of copyright.
    Imprint,
    /// 本版编辑: the persons who made the page.
    Staff,
    /// 广告, 启事.
    Advertisement,
    /// 导读: references to other pages.
    Index,
    /// Text of the web site around an e-paper.
    Site,
    /// 转版提示: 下转第3版.
    Jump,
    /// Marks of Markdown and the like.
    Markup,
    /// Control and format characters that print nothing.
    Invisible,
    /// Article text as it was read, which a person set aside.
    ByHand,
    /// A field of a record that is neither headline, text nor author: date, page number, number of characters.
    Field,
}

/// A run of the source that is no article text. Kept, shown and restorable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    /// Why.
    pub rule: Rule,
    /// Its text.
    pub printed: Printed,
}

/// A field of a record, as a table's column or a database export's label names it.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    /// 报名.
    Newspaper,
    /// 见报日期.
    Published,
    /// 版次.
    PageNumber,
    /// 版名.
    Section,
    /// 报纸所在地.
    Place,
    /// 作者.
    Author,
    /// 来源.
    Source,
}

/// What a record says of its article: 【作者】陆小满.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Stated {
    /// What it is about.
    pub field: Field,
    /// The words, without blanks around them.
    pub value: String,
}

/// A person's part in making the page.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Staff {
    /// 责编, 版式, 校对.
    pub role: String,
    /// The names.
    pub names: Vec<String>,
}

/// What the page says about itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Metadata {
    /// 报名.
    pub newspaper: Option<String>,
    /// Publication date as `YYYY-MM-DD`.
    pub published: Option<String>,
    /// 版次: A02.
    pub page_no: Option<String>,
    /// 版名: 要闻.
    pub section: Option<String>,
    /// The newspaper's home place: 无锡.
    pub place: Option<String>,
    /// 本版编辑.
    pub staff: Vec<Staff>,
}

/// 一版: one newspaper page of a file; most files hold one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The byte of the source at which it begins.
    pub start: u32,
    /// What it says about itself.
    pub metadata: Metadata,
}

/// How the columns of a page stand in the file, where they do not stand one after another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Interleaving {
    /// Lines of several columns stand side by side, with gaps between: the columns were taken apart.
    TakenApart,
    /// Lines of several columns alternate, and nothing shows where they part: read as they stand, to be checked.
    Suspected,
}

/// One page, read: every non-blank character of the source stands in exactly one unit of it, except that
/// [`Rule::Markup`] may lie between the pieces of another unit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    /// What the page says about itself; the first one, where the file holds several.
    pub metadata: Metadata,
    /// The newspaper pages that the file holds, in source order. Empty where it holds one: that is [`Page::metadata`].
    pub sheets: Vec<Sheet>,
    /// Set where columns stand interleaved in the file.
    pub interleaving: Option<Interleaving>,
    /// Where columns were taken apart the stretches of the source in reading order; bytes in none of them, and all of a
    /// page without stretches, are read in source order.
    pub columns: Vec<Span>,
    /// The articles in reading order. Ordinary text is one article without headlines.
    pub articles: Vec<Article>,
    /// What is no article text, in source order.
    pub removed: Vec<SetAside>,
    /// What was decided, in source order; of the line breaks every one.
    pub decisions: Vec<Decision>,
}
