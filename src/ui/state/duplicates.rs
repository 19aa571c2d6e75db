//! What the screen knows of the articles that tell the same story.

use crate::engine::protocol::ViewRequest;
use crate::report::views::{ArticleId, ComparedArticle, DuplicatesView};
use crate::ui::shared::Shared;

/// The groups, and the two articles that stand side by side.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Duplicates {
    /// The groups; `None` before they arrive.
    pub view: Option<Shared<DuplicatesView>>,
    /// The two articles that the reader wants to compare.
    pub pair: Option<(ArticleId, ArticleId)>,
    /// The same two, once they arrive.
    pub compared: Option<Shared<(ComparedArticle, ComparedArticle)>>,
    /// Rises whenever the counts have changed.
    pub revision: u32,
}

impl Duplicates {
    /// Wants two articles side by side, or no more.
    pub fn compare(&mut self, pair: Option<(ArticleId, ArticleId)>) {
        self.pair = pair;
        self.compared = None;
    }

    /// Puts away what is known; the files are gone.
    pub fn forget(&mut self) {
        *self = Self {
            revision: self.revision + 1,
            ..Self::default()
        };
    }

    /// What must be fetched.
    pub fn requests(&self) -> Vec<(ViewRequest, u32)> {
        let pair = self
            .pair
            .map(|(left, right)| ViewRequest::SideBySide { left, right });
        let wanted = std::iter::once(ViewRequest::Duplicates).chain(pair);
        wanted.map(|request| (request, self.revision)).collect()
    }
}
