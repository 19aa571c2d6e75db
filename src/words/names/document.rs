//! What one document gives.

use crate::words::passage::Passage;
use crate::words::segment::Segmenter;

/// A post that stands beside a person: 市委书记、市长 before 杜小刚.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PostMention {
    /// The unit of the passage.
    pub unit: u32,
    /// The person as counted.
    pub person: String,
    /// The posts as printed, with 、 between them.
    pub post: String,
    /// The bytes of the post in the passage's text.
    pub start: u32,
    /// The byte behind it.
    pub end: u32,
}

/// A list of persons: 市领导甲、乙、丙.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonList {
    /// The unit of the passage.
    pub unit: u32,
    /// The bytes from the first name to the last.
    pub start: u32,
    /// The byte behind it.
    pub end: u32,
    /// What opens the list: 市领导. Empty where nothing does.
    pub heading: String,
    /// The names in the order of the list.
    pub names: Vec<String>,
}

/// What one document gives: names with evidence, posts, lists of persons; independent of other documents.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DocumentNames {
    posts: Vec<PostMention>,
    lists: Vec<PersonList>,
}

impl DocumentNames {
    /// The posts beside persons, in the order of the text.
    pub fn posts(&self) -> &[PostMention] {
        &self.posts
    }

    /// The lists of persons, in the order of the text.
    pub fn lists(&self) -> &[PersonList] {
        &self.lists
    }
}

/// Finds the names of one document. `home` is the place whose paper it is, if known: 无锡.
pub fn find(_passages: &[Passage], _home: Option<&str>, _segmenter: &Segmenter) -> DocumentNames {
    DocumentNames::default()
}
