//! Making the tokens of documents again after the way of segmenting changed, or their corrections.
//!
//! The new pages and tokens are kept apart until all documents have theirs, so that no view ever mixes two ways.

use std::rc::Rc;

use super::affected::Affected;
use super::corpus::Corpus;
use super::document::Document;
use super::mending::MendedPage;
use super::patching::{Patch, Patching};
use super::plan::Plan;
use super::protocol::JobId;
use super::reuse::{Reuse, UnitIndex};
use super::tokens::{Material, Segmentation, TokenOptions, Tokens};
use crate::report::views::DocumentId;
use crate::words::listed::Listed;
use crate::words::segment::Segmenter;
use crate::words::vocabulary::Vocabulary;

/// The job of segmenting again.
pub struct Resegmenting {
    /// The job.
    pub job: JobId,
    /// Why it is done.
    pub cause: Cause,
    options: TokenOptions,
    /// The strings of which lists say something else than those that documents were segmented with.
    affected: Vec<(Rc<Listed>, Rc<Affected>)>,
    /// The documents that are to do; the last one is in work.
    waiting: Vec<DocumentId>,
    in_work: Option<InWork>,
    done: Vec<Remade>,
}

/// Why documents are segmented again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// The user chose so.
    Choice,
    /// Other names are listed, because other documents are there.
    Names,
}

/// The document in work.
enum InWork {
    /// Only lists changed.
    Patch(Box<Patching>),
    /// Anything else changed as well.
    Anew(Box<Anew>),
}

/// A document that is segmented from its beginning.
struct Anew {
    /// Its page, where the corrections changed.
    mended: Option<MendedPage>,
    /// The units of which the tokens are known, where only the corrections changed.
    known: Option<UnitIndex>,
    segmentation: Segmentation,
}

/// A document that is done.
enum Remade {
    Patch(DocumentId, Patch),
    Anew(DocumentId, Option<Box<MendedPage>>, Tokens),
}

impl Resegmenting {
    /// The job for all documents that are segmented in another way or have other corrections; `None` if there are none.
    pub fn new(job: JobId, cause: Cause, corpus: &Corpus, plan: &Plan) -> Option<Self> {
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
            cause,
            options,
            affected: Vec::new(),
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
        let (done, all) = match in_work {
            InWork::Patch(patching) => (patching.progress(), document.units.len()),
            InWork::Anew(anew) => {
                let mended = anew.mended.as_ref();
                let units = mended.map_or(&document.units, |mended| &mended.units);
                anew.segmentation.progress(units.len())
            }
        };
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
        let in_work = match &mut self.in_work {
            Some(in_work) => in_work,
            None => {
                let begun = begin(
                    document,
                    plan,
                    &self.options,
                    &mut self.affected,
                    vocabulary,
                );
                self.in_work.insert(begun)
            }
        };
        let done = in_work.step(document, segmenter, vocabulary);
        vocabulary.tag_with(segmenter, &self.options.listed);
        if done && let Some(in_work) = self.in_work.take() {
            self.waiting.pop();
            self.done.push(in_work.finish(document));
        }
        self.waiting.is_empty()
    }

    /// Gives all documents their new pages and tokens at once; says which pages are new, in canonical order.
    pub fn finish(self, corpus: &mut Corpus) -> Vec<DocumentId> {
        let mut mended_pages = Vec::new();
        for remade in self.done {
            match remade {
                Remade::Patch(id, patch) => corpus.patch(id, patch),
                Remade::Anew(id, mended, tokens) => {
                    if mended.is_some() {
                        mended_pages.push(id);
                    }
                    corpus.remake(id, mended.map(|mended| *mended), tokens);
                }
            }
        }
        mended_pages
    }
}

fn has_other_corrections(document: &Document, plan: &Plan) -> bool {
    document.corrections() != plan.corrections(&document.origin)
}

/// Begins with a document. What is looked for is prepared once for all documents that have the same lists.
fn begin(
    document: &Document,
    plan: &Plan,
    options: &TokenOptions,
    affected: &mut Vec<(Rc<Listed>, Rc<Affected>)>,
    vocabulary: &Vocabulary,
) -> InWork {
    let other_corrections = has_other_corrections(document, plan);
    let before = &document.tokens.options;
    if other_corrections || !before.differ_in_lists_only(options) {
        let corrections = plan.corrections(&document.origin);
        return InWork::Anew(Box::new(Anew {
            mended: other_corrections.then(|| MendedPage::new(document, corrections)),
            known: (before == options).then(|| UnitIndex::new(document)),
            segmentation: Segmentation::new(options.clone()),
        }));
    }
    let known = affected.iter().find(|(listed, _)| *listed == before.listed);
    let known = known.map(|(_, affected)| Rc::clone(affected));
    let looked_for = known.unwrap_or_else(|| {
        let differences = before.listed.differences(&options.listed);
        let made = Rc::new(Affected::new(&differences, vocabulary));
        affected.push((Rc::clone(&before.listed), Rc::clone(&made)));
        made
    });
    let patching = Patching::new(document, options.clone(), looked_for);
    InWork::Patch(Box::new(patching))
}

impl InWork {
    fn step(
        &mut self,
        document: &Document,
        segmenter: &Segmenter,
        vocabulary: &mut Vocabulary,
    ) -> bool {
        match self {
            Self::Patch(patching) => patching.step(document, segmenter, vocabulary),
            Self::Anew(anew) => {
                let known = anew.known.as_ref();
                let material = Material {
                    reuse: known.map(|index| Reuse::new(document, index)),
                    ..material(anew.mended.as_ref(), document, segmenter)
                };
                anew.segmentation.step(&material, vocabulary)
            }
        }
    }

    fn finish(self, document: &Document) -> Remade {
        let id = document.origin.id;
        match self {
            Self::Patch(patching) => Remade::Patch(id, patching.finish()),
            Self::Anew(anew) => {
                let mended = anew.mended.as_ref();
                let page = mended.map_or(&document.page, |mended| &mended.page);
                let tokens = anew.segmentation.finish(page);
                Remade::Anew(id, anew.mended.map(Box::new), tokens)
            }
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
