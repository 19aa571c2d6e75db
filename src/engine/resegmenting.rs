//! Segmenting every document again after the way of segmenting changed.
//!
//! The new tokens are kept apart until all documents have theirs, so that no view ever mixes two ways.

use super::corpus::Corpus;
use super::document::Document;
use super::protocol::JobId;
use super::tokens::{Material, Segmentation, Tokens};
use crate::report::views::DocumentId;
use crate::words::segment::{SegmentOptions, Segmenter};

/// The job of segmenting again.
pub struct Resegmenting {
    /// The job.
    pub job: JobId,
    options: SegmentOptions,
    /// The documents that are to do; the last one is in work.
    waiting: Vec<DocumentId>,
    segmentation: Segmentation,
    done: Vec<(DocumentId, Tokens)>,
}

impl Resegmenting {
    /// The job for all documents that are segmented in another way; `None` if there are none.
    pub fn new(job: JobId, corpus: &Corpus, options: SegmentOptions) -> Option<Self> {
        let other = |document: &&Document| document.tokens.options != options;
        let waiting: Vec<_> = corpus
            .documents()
            .iter()
            .rev()
            .filter(other)
            .map(|document| document.origin.id)
            .collect();
        (!waiting.is_empty()).then(|| Self {
            job,
            options,
            waiting,
            segmentation: Segmentation::new(options),
            done: Vec::new(),
        })
    }

    /// The document in work.
    pub fn document(&self) -> Option<DocumentId> {
        self.waiting.last().copied()
    }

    /// How much of the document in work is done, in thousandths.
    pub fn per_mille(&self, corpus: &Corpus) -> u16 {
        let units = self
            .document()
            .and_then(|id| corpus.document(id))
            .map_or(0, |document| document.units.len());
        let (done, all) = self.segmentation.progress(units);
        u16::try_from(done * 1000 / all.max(1)).unwrap_or(1000)
    }

    /// Does a few milliseconds of work; true once all documents are done. A document that was removed meanwhile is
    /// passed over.
    pub fn step(&mut self, corpus: &mut Corpus, segmenter: &Segmenter) -> bool {
        let Some(id) = self.document() else {
            return true;
        };
        let (documents, vocabulary) = corpus.parts();
        let Some(document) = documents.iter().find(|document| document.origin.id == id) else {
            self.next();
            return self.waiting.is_empty();
        };
        let done = self.segmentation.step(
            Material {
                document,
                segmenter,
            },
            vocabulary,
        );
        vocabulary.tag_with(segmenter);
        if done {
            let tokens = self.next().finish(document);
            self.done.push((id, tokens));
        }
        self.waiting.is_empty()
    }

    /// Goes on to the next document; gives the segmentation of the one that was in work.
    fn next(&mut self) -> Segmentation {
        self.waiting.pop();
        std::mem::replace(&mut self.segmentation, Segmentation::new(self.options))
    }

    /// Gives all documents their new tokens at once.
    pub fn finish(self, corpus: &mut Corpus) {
        for (id, tokens) in self.done {
            corpus.replace_tokens(id, tokens);
        }
    }
}
