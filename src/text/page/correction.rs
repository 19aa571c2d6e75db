//! 人工校正: what a person changed on a page that was read.
//!
//! Places are numbers of Unicode scalar values in the decoded source, so they mean the same whatever cleanup is chosen
//! and whatever a later version reads. A unit is named by any place of a character in it, usually its first; the place
//! of a blank means the first character behind it that is not blank.
//!
//! # What follows a correction
//!
//! * A unit that is put into an article's paragraphs stands where the order of the source puts it; among its headlines
//!   behind those of the same or an earlier part (kicker, main, sub, deck). Nothing else is moved or given another part:
//!   an article may have two main headlines until the person has made up their mind.
//! * Set-aside text stands in the order of the source.
//! * Dateline, the reporters that it names and the date are read again, in the articles that the correction changed,
//!   from the first body paragraph and the sign-off; on newspaper pages only. A dateline is that of the first body
//!   paragraph; anywhere else its words are text.
//! * An article from which corrections took every unit is gone; it comes back with its first unit that is restored.
//! * At the ends of units there are no blanks. Where units are joined, the blank between prints as the page as read
//!   printed it; where that page had two units there, only words of an alphabet are parted by a space.

use serde::{Deserialize, Serialize};

use super::decision::Answer;
#[cfg(doc)]
use super::model::Rule;
use super::model::{HeadlineRole, ParagraphKind};
use crate::text::decode::Encoding;

/// One correction. Corrections are applied one after another to the page as it was read, each to what those before it
/// left; one that no longer fits (its place is in no unit of the needed sort) changes nothing and is reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Correction {
    /// Splits the unit that holds this place: the character there begins a new one of the same sort, kind or part right
    /// behind it. Bylines are not split, nor any unit at its beginning.
    Split {
        /// The first character of the new unit.
        at: u32,
    },
    /// Joins the unit that holds this place with the next one of its article of the same sort (a headline with a
    /// headline, a paragraph with a paragraph, a sign-off line with a sign-off line), or a set-aside text with the next
    /// one of the same rule. The first one's part or kind holds. Takes [`Correction::Split`] back; and is taken back by
    /// it, where both had the same part or kind.
    Join {
        /// A character of the first unit.
        at: u32,
    },
    /// Makes any unit a headline of an article.
    MakeHeadline {
        /// A character of the unit.
        unit: u32,
        /// A character of any unit of the article.
        article: u32,
        /// Its part in the headline.
        role: HeadlineRole,
    },
    /// Makes a unit a paragraph of the article in which it stands, of the given kind; a paragraph changes its kind and
    /// stays in its place. Set-aside text becomes one of the article whose unit stands before it in the source; where
    /// there is none, of the first one behind it; where there is no article, of a new one.
    MakeParagraph {
        /// A character of the unit.
        unit: u32,
        /// What the paragraph is.
        kind: ParagraphKind,
    },
    /// Sets a unit of an article aside: under [`Rule::ByHand`], or under its old rule if reading had set it aside.
    SetAside {
        /// A character of the unit.
        unit: u32,
    },
    /// Takes set-aside text back: if [`Correction::SetAside`] had set it aside, as what it was and to where it was; else
    /// as a body paragraph of the article of which [`Correction::MakeParagraph`] would make it one.
    Restore {
        /// A character of the text.
        unit: u32,
    },
    /// 分稿: from the paragraph that holds this place on, the rest of the article is an article of its own, right behind
    /// it: its paragraphs, the bylines and sign-off lines that stand behind that place in the source, and a jump to
    /// another page. Headlines stay, so at the first paragraph this parts a headline from its body. At least one unit
    /// must stay.
    DivideArticle {
        /// A character of the first paragraph of the new article.
        at: u32,
    },
    /// 并稿: the article of one unit becomes the end of another one. If both have paragraphs, the headlines of the first
    /// become crossheads before its own; else they stay headlines. Takes [`Correction::DivideArticle`] back.
    MergeArticles {
        /// A character of any unit of the article that ends.
        article: u32,
        /// A character of any unit of the article that takes it in.
        into: u32,
    },
}

/// A person's judgement of a decision, in 待核 or in a sample.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Judgement {
    /// Where the decision was made: the scalar value at which [`super::decision::Decision::place`] begins.
    pub place: u32,
    /// What had been decided.
    pub answer: Answer,
    /// Whether it was right.
    pub is_right: bool,
}

/// All that a person did to one file's page; kept in the project under the file's SHA-256 and the encoding in which its
/// bytes were decoded: under another one, the places mean other characters.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct FileCorrections {
    /// SHA-256 of the file's bytes, in hexadecimal.
    pub sha256: String,
    /// The encoding in which the page was read that was corrected; `None`, as in older projects, means any.
    #[serde(default)]
    pub encoding: Option<Encoding>,
    /// The corrections in the order in which they were made.
    #[serde(default)]
    pub corrections: Vec<Correction>,
    /// The judgements in the order in which they were made; a later one of the same decision replaces an earlier one.
    #[serde(default)]
    pub judgements: Vec<Judgement>,
}

impl FileCorrections {
    /// Whether it is about a file's page as decoded in this encoding.
    pub fn fits(&self, encoding: Encoding) -> bool {
        self.encoding.is_none_or(|own| own == encoding)
    }

    /// By what entries are sorted: SHA-256 and encoding. No two have the same.
    pub fn key(&self) -> (&str, Option<Encoding>) {
        (&self.sha256, self.encoding)
    }

    /// The entry about a file decoded in this encoding; where there is none, the first one about the same bytes decoded
    /// otherwise.
    pub fn find<'f>(files: &'f [Self], sha256: &str, encoding: Encoding) -> Option<&'f Self> {
        let mut of_file = files.iter().filter(|file| file.sha256 == sha256);
        let first = of_file.clone().next();
        of_file.find(|file| file.fits(encoding)).or(first)
    }
}
