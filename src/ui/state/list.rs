//! The two long lists: the word table and the lines of a word.

use std::ops::Range;

use super::asked::at_row;
use super::blocks::{BLOCK_ROWS, Blocks};
use crate::engine::protocol::ViewRequest;
use crate::engine::query::Query;
use crate::report::views::{
    ChangeKind, CleanupStep, LineRow, LinesView, WordOrder, WordRow, WordsView,
};

/// The word table: how it is sorted and searched, and the rows near the eye.
#[derive(Debug, Clone, Default)]
pub struct WordTable {
    /// By what it is sorted.
    pub order: WordOrder,
    /// Only words that contain this.
    pub containing: String,
    /// The rows.
    pub rows: Blocks<WordRow>,
    /// The rows on the screen.
    pub need: Range<u32>,
    /// Rises when the rows must be fetched again.
    pub revision: u32,
}

impl WordTable {
    /// What is to be fetched now.
    pub fn request(&self) -> Option<ViewRequest> {
        let first_row = self.rows.missing(&self.need, self.revision)?;
        Some(ViewRequest::Words {
            order: self.order,
            containing: self.containing.trim().to_owned(),
            first_row,
            rows: BLOCK_ROWS,
        })
    }

    /// Sorts or searches anew, from the top.
    pub fn ask(&mut self, order: WordOrder, containing: String) {
        self.order = order;
        self.containing = containing;
        self.need = 0..1;
        self.revision += 1;
    }

    /// Takes what has arrived.
    pub fn take(&mut self, view: WordsView) {
        self.rows
            .insert(view.first_row, view.rows_total, view.rows, self.revision);
    }
}

/// The lines of one word, or of one kind of change.
#[derive(Debug, Clone, Default)]
pub struct Lines {
    /// The word, or the text before the change; empty for none.
    pub word: String,
    /// The change, where the lines are not those of a word.
    pub change: Option<(CleanupStep, ChangeKind)>,
    /// The question that the lines answer, where they are not simply those of a word; at its first row.
    pub query: Option<Query>,
    /// Whether they are shown beside the chart or the word table.
    pub open: bool,
    /// The rows.
    pub rows: Blocks<LineRow>,
    /// The rows on the screen.
    pub need: Range<u32>,
    /// Rises when the rows must be fetched again.
    pub revision: u32,
}

impl Lines {
    /// What is to be fetched now.
    pub fn request(&self) -> Option<ViewRequest> {
        if self.word.is_empty() {
            return None;
        }
        let first_row = self.rows.missing(&self.need, self.revision)?;
        if let Some(query) = &self.query {
            return Some(ViewRequest::Query(at_row(query.clone(), first_row)));
        }
        if let Some((step, kind)) = &self.change {
            return Some(ViewRequest::ChangeLines {
                step: *step,
                kind: kind.clone(),
                first_row,
                rows: BLOCK_ROWS,
            });
        }
        Some(ViewRequest::Lines {
            word: self.word.clone(),
            first_row,
            rows: BLOCK_ROWS,
        })
    }

    /// Turns to a word.
    pub fn ask(&mut self, word: String) {
        self.turn_to(word, None, None);
    }

    /// Turns to a kind of change.
    pub fn ask_change(&mut self, step: CleanupStep, kind: ChangeKind) {
        self.turn_to(kind.before.clone(), Some((step, kind)), None);
    }

    /// Turns to the lines that answer a question, under a title.
    pub fn ask_query(&mut self, title: String, query: Query) {
        self.turn_to(title, None, Some(at_row(query, 0)));
    }

    fn turn_to(
        &mut self,
        word: String,
        change: Option<(CleanupStep, ChangeKind)>,
        query: Option<Query>,
    ) {
        if self.word != word || self.change != change || self.query != query {
            self.rows = Blocks::default();
            self.need = 0..1;
            self.revision += 1;
            self.word = word;
            self.change = change;
            self.query = query;
        }
    }

    /// The word that was searched for; empty where the lines are those of something else.
    pub fn searched(&self) -> &str {
        if self.change.is_some() || self.query.is_some() {
            return "";
        }
        &self.word
    }

    /// Takes what has arrived, unless it belongs to another word.
    pub fn take(&mut self, view: LinesView) {
        if view.word == self.word && self.query.is_none() {
            self.rows
                .insert(view.first_row, view.rows_total, view.rows, self.revision);
        }
    }

    /// Takes lines that answer a question, unless it is not asked any more.
    pub fn take_answer(&mut self, query: &Query, view: &LinesView) {
        if self.query.as_ref() == Some(&at_row(query.clone(), 0)) {
            let rows = view.rows.clone();
            self.rows
                .insert(view.first_row, view.rows_total, rows, self.revision);
        }
    }
}
