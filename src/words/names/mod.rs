//! 专名: persons, places and organisations, found by the way newspapers name them.

mod bodies;
mod body;
mod cut;
mod document;
mod geography;
mod index;
mod person;
mod persons;
mod place;
mod short_place;
mod span;
mod tags;
mod word_list;

pub use document::{DocumentNames, PersonList, PostMention, find};
pub use index::NameIndex;

use serde::{Deserialize, Serialize};

/// What a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NameKind {
    /// 人名, in headlines, paragraphs and sign-offs.
    Person,
    /// 记者、通讯员: persons in bylines.
    Reporter,
    /// 地名: 宜兴市, 万石镇, 无锡北高速道口.
    Place,
    /// 单字地名简称: 锡 in 来锡.
    ShortPlace,
    /// 机构名: 市五院, 宜兴市疫情防控应急指挥部.
    Organisation,
}

impl NameKind {
    /// Every kind, in the order in which the screen lists them.
    pub const ALL: [Self; 5] = [
        Self::Person,
        Self::Place,
        Self::Organisation,
        Self::ShortPlace,
        Self::Reporter,
    ];
}

/// What made a string a name. Every name has at least one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Evidence {
    /// In a list of names behind 市领导 and the like.
    List,
    /// Behind a post: 市委书记杜小刚.
    PostBefore,
    /// Before a post or form of address: 习近平总书记.
    PostBehind,
    /// Subject of a verb of speech or movement.
    Verb,
    /// In a byline.
    Byline,
    /// Found in the body of the same article.
    OwnBody,
    /// Found in another document of the corpus.
    Corpus,
    /// The dictionary has it as a name.
    Dictionary,
    /// Ends in a word for a place: 市 镇 站.
    PlaceEnding,
    /// Ends in a word for a body: 指挥部 公司 医院.
    BodyEnding,
    /// A short form whose characters a longer name on the page has in the same order.
    ShortForm,
    /// One-character place name behind or before a word that takes one: 来锡, 沪宁.
    Pair,
    /// Said by the user.
    User,
}

/// What the user decided about a name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NameChoice {
    /// It is a name of this kind, found or not.
    Accepted,
    /// It is no name of this kind.
    Rejected,
    /// It is a short or other form of this name, and counted with it.
    FormOf(String),
}

/// One decision of the user's.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct NameDecision {
    /// The kind.
    pub kind: NameKind,
    /// The name as counted.
    pub name: String,
    /// What was decided.
    pub choice: NameChoice,
}

/// One name at one place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mention {
    /// The unit of the passage.
    pub unit: u32,
    /// Its bytes in the passage's text.
    pub start: u32,
    /// The byte behind it.
    pub end: u32,
    /// The kind.
    pub kind: NameKind,
    /// The name as counted.
    pub name: String,
}

#[cfg(test)]
mod tests;
