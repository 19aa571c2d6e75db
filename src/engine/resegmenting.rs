//! Making the tokens of documents again after the way of segmenting changed, or their corrections.
//!
//! The new pages and tokens are kept apart until all documents have theirs, so that no view ever mixes two ways.

use super::corpus::Corpus;
use super::document::Document;
use super::mending::MendedPage;
use super::plan::Plan;
use super::protocol::JobId;
use super::reuse::{Reuse, UnitIndex};
use super::tokens::{Material, Segmentation, TokenOptions, Tokens};
use crate::report::views::DocumentId;
use crate::words::segment::Segmenter;

/// The job of segmenting again.
pub struct Resegmenting {
    /// The job.
    pub job: JobId,
    options: TokenOptions,
    /// The documents that are to do; the last one is in work.
    waiting: Vec<DocumentId>,
    in_work: Option<InWork>,
    done: Vec<Remade>,
}

/// The document in work.
struct InWork {
    /// Its page, where the corrections changed.
    mended: Option<MendedPage>,
    /// The units of which the tokens are known, where only the corrections changed.
    known: Option<UnitIndex>,
    segmentation: Segmentation,
}

/// A document that is done.
struct Remade {
    id: DocumentId,
    mended: Option<MendedPage>,
    tokens: Tokens,
}

impl Resegmenting {
    /// The job for all documents that are segmented in another way or have other corrections; `None` if there are none.
    pub fn new(job: JobId, corpus: &Corpus, plan: &Plan) -> Option<Self> {
        let options = plan.token_options();
        let other = |document: &&Document| {
            document.tokens.options != options || has_other_corrections(document, plan)
        };
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
            in_work: None,
            done: Vec::new(),
        })
    }

    /// The document in work.
    pub fn document(&self) -> Option<DocumentId> {
        self.waiting.last().copied()
    }

    /// How much of the document in work is done, in thousandths.
    pub fn per_mille(&self, corpus: &Corpus) -> u16 {
        let document = self.document().and_then(|id| corpus.document(id));
        let (Some(in_work), Some(document)) = (&self.in_work, document) else {
            return 0;
        };
        let mended = in_work.mended.as_ref();
        let units = mended.map_or(&document.units, |mended| &mended.units);
        let (done, all) = in_work.segmentation.progress(units.len());
        u16::try_from(done * 1000 / all.max(1)).unwrap_or(1000)
    }

    /// Does a few milliseconds of work; true once all documents are done. A document that was removed meanwhile is
    /// passed over.
    pub fn step(&mut self, corpus: &mut Corpus, plan: &Plan, segmenter: &Segmenter) -> bool {
        let Some(id) = self.document() else {
            return true;
        };
        let (documents, vocabulary) = corpus.parts();
        let Some(document) = documents.iter().find(|document| document.origin.id == id) else {
            self.waiting.pop();
            self.in_work = None;
            return self.waiting.is_empty();
        };
        let options = self.options;
        let in_work = self
            .in_work
            .get_or_insert_with(|| InWork::new(document, plan, options));
        let material = Material {
            reuse: in_work
                .known
                .as_ref()
                .map(|index| Reuse::new(document, index)),
            ..material(in_work.mended.as_ref(), document, segmenter)
        };
        let done = in_work.segmentation.step(&material, vocabulary);
        vocabulary.tag_with(segmenter);
        if done && let Some(in_work) = self.in_work.take() {
            self.waiting.pop();
            self.done.push(in_work.finish(document));
        }
        self.waiting.is_empty()
    }

    /// Gives all documents their new pages and tokens at once; says which pages are new, in canonical order.
    pub fn finish(self, corpus: &mut Corpus) -> Vec<DocumentId> {
        let mut mended = Vec::new();
        for remade in self.done {
            if remade.mended.is_some() {
                mended.push(remade.id);
            }
            corpus.remake(remade.id, remade.mended, remade.tokens);
        }
        mended
    }
}

fn has_other_corrections(document: &Document, plan: &Plan) -> bool {
    document.corrections() != plan.corrections(&document.origin)
}

impl InWork {
    fn new(document: &Document, plan: &Plan, options: TokenOptions) -> Self {
        let corrections = plan.corrections(&document.origin);
        Self {
            mended: has_other_corrections(document, plan)
                .then(|| MendedPage::new(document, corrections)),
            known: (document.tokens.options == options).then(|| UnitIndex::new(document)),
            segmentation: Segmentation::new(options),
        }
    }

    fn finish(self, document: &Document) -> Remade {
        let page = self
            .mended
            .as_ref()
            .map_or(&document.page, |mended| &mended.page);
        Remade {
            id: document.origin.id,
            tokens: self.segmentation.finish(page),
            mended: self.mended,
        }
    }
}

/// What is segmented: the mended page, or the one that the document has.
fn material<'m>(
    mended: Option<&'m MendedPage>,
    document: &'m Document,
    segmenter: &'m Segmenter,
) -> Material<'m> {
    let material = Material::of(document, segmenter);
    match mended {
        Some(mended) => Material {
            page: &mended.page,
            units: &mended.units,
            ..material
        },
        None => material,
    }
}
