//! What the screen shows of words: the answers to [`crate::engine::query::Query`].
//!
//! Counts are of what the plan counts, unless a field says otherwise. Every list is in one order, which its rows' docs
//! give, so that the same corpus and choices give the same bytes.

pub mod group;
pub mod kinds;
pub mod lexicon;
pub mod methods;
pub mod names;
pub mod new_words;
pub mod phrases;
pub mod search;
pub mod speech;
pub mod stop_words;
pub mod table;
pub mod trend;
pub mod trust;

use serde::{Deserialize, Serialize};

use crate::words::names::NameKind;

/// Something that is counted: a word, or what stands for several.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Item {
    /// A token, as counted.
    Word(String),
    /// 概念组, by its name.
    Group(String),
    /// 专名, with its short forms.
    Name(NameKind, String),
    /// 提法, by its key, quoted or not.
    Phrase(String),
}

/// A word with a count.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Counted {
    /// The word.
    pub text: String,
    /// 次: how often.
    pub count: u32,
}

/// Where something stands, to be lit up in the source and the clean page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// In which article.
    pub article: crate::report::views::ArticleId,
    /// The article's main headline or beginning, at most 30 characters.
    pub article_label: String,
    /// The name of its file.
    pub file: String,
    /// Its date as `YYYY-MM-DD`: the article's where it is resolved, else the publication date; `None` where neither is
    /// known.
    pub date: Option<String>,
    /// Line of the source, from 1.
    pub source_line: u32,
    /// Where it stands; several ranges where it runs over a wrap.
    pub places: Vec<crate::report::views::ScalarRange>,
    /// The place of its unit in the clean page: index into [`crate::report::views::CleanView::lengths`].
    pub unit: u32,
    /// The row of the source pane on which it begins, from 0.
    pub row: u32,
}
