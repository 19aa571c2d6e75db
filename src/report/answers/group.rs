//! 分组: what is counted together, and set against something else.

use serde::{Deserialize, Serialize};

use crate::measures::options::CountedParts;
use crate::report::metadata::Filter;
use crate::report::views::ArticleKey;
use crate::words::speech::SpeechKind;

/// What of the articles belongs to a group that names a person or a word.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub enum GroupUnit {
    /// Whole articles in which it occurs.
    #[default]
    Articles,
    /// The paragraphs in which it occurs.
    Paragraphs,
}

/// 分组: a part of what the plan counts. Every field that is not empty narrows it; within a field one of the values is
/// enough. A group without any condition is empty.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct CorpusGroup {
    /// Its name, unique in a project.
    pub name: String,
    /// Articles that were ticked, sorted.
    pub articles: Vec<ArticleKey>,
    /// Names of files, sorted.
    pub files: Vec<String>,
    /// Newspaper, date, month, page, section, place, byline.
    pub metadata: Filter,
    /// First and last date as `YYYY-MM-DD`, both included; either may be open. Articles without a date are out.
    pub dates: (Option<String>, Option<String>),
    /// Persons who are named.
    pub persons: Vec<String>,
    /// Strings that occur, as counted.
    pub containing: Vec<String>,
    /// What of an article belongs to it where persons or strings are named.
    pub unit: GroupUnit,
    /// Speakers: only their words belong to it.
    pub speakers: Vec<String>,
    /// Only direct or only reported speech; `None` for both.
    pub speech: Option<SpeechKind>,
}

impl CorpusGroup {
    /// Whether it has no condition.
    pub fn is_empty(&self) -> bool {
        *self
            == Self {
                name: self.name.clone(),
                unit: self.unit,
                speech: self.speech,
                ..Self::default()
            }
    }
}

/// What a measure is taken of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub enum Selection {
    /// All that the plan counts.
    #[default]
    All,
    /// A group of the project, by name. An unknown one is empty.
    Group(String),
    /// All that the plan counts outside of a group.
    Rest(String),
}

/// What stands on one side of a measure, with its size.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Side {
    /// What it is.
    pub selection: Selection,
    /// The name of a reference list, or of the dictionary; empty for a selection.
    pub list: String,
    /// Articles with at least one token of it.
    pub articles: u32,
    /// 词次.
    pub tokens: u64,
    /// 词种, of the items counted.
    pub types: u32,
    /// The parts that are counted.
    pub parts: CountedParts,
}

/// A group as the screen lists it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CorpusGroupRow {
    /// Its name.
    pub name: String,
    /// Articles with at least one token of it.
    pub articles: u32,
    /// 词次.
    pub tokens: u64,
    /// 字数.
    pub characters: u64,
}
