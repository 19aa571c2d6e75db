//! 重复稿件: the articles of the corpus that tell the same story, found in small steps.

use std::collections::BTreeSet;

use super::corpus::{Corpus, article_id};
use super::document::Document;
use super::excerpt::shown;
use super::listing::{headlines, label, small};
use super::plan::Plan;
use super::protocol::JobId;
use crate::measures::similarity::{Duplicates, Shingles, Similarity};
use crate::report::views::{
    ArticleId, ComparedArticle, ComparedParagraph, DuplicateView, DuplicatesView,
};
use crate::text::arrange::ordered;
use crate::text::page::model::{Article, Paragraph, ParagraphKind};
use crate::text::source::{Source, is_letter_or_digit};

/// How many letters and digits are compared in one step, with those of the candidates.
const STEP_CHARACTERS: usize = 8 * 1024;
/// How many groups are shown.
const GROUPS_SHOWN: usize = 500;
/// How many characters of an article's headline are shown.
const LABEL_CHARS: usize = 40;

/// Who waits for the comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Waiting {
    /// A view.
    View(JobId),
    /// Choices that are in force once it is done.
    Choice(JobId),
}

/// The comparison of all articles, in work.
#[derive(Debug)]
pub struct Comparing {
    /// Who waits for it.
    pub waiting: Vec<Waiting>,
    /// The articles in canonical order: the number of the document, and the article's number in it.
    articles: Vec<(usize, usize)>,
    next: usize,
    duplicates: Duplicates,
}

/// The stories that several articles tell.
#[derive(Debug, Default)]
pub struct Stories(Vec<Vec<(ArticleId, Similarity)>>);

impl Comparing {
    /// A comparison of the corpus as it is; it begins anew when the corpus changes.
    pub fn new(corpus: &Corpus, waiting: Vec<Waiting>) -> Self {
        let documents = corpus.documents().iter().enumerate();
        let articles = documents.flat_map(|(place, document)| {
            (0..document.page.articles.len()).map(move |article| (place, article))
        });
        Self {
            waiting,
            articles: articles.collect(),
            next: 0,
            duplicates: Duplicates::default(),
        }
    }

    /// Compares some articles more; true once all are.
    pub fn step(&mut self, corpus: &Corpus) -> bool {
        let mut compared = 0;
        while compared < STEP_CHARACTERS {
            let Some(&place) = self.articles.get(self.next) else {
                return true;
            };
            let articles = &self.articles;
            let article = shingles(corpus, place);
            self.duplicates.add(&article, |number| {
                let earlier = articles.get(number as usize);
                earlier.map_or_else(Shingles::default, |place| shingles(corpus, *place))
            });
            compared += article.characters() + 64;
            self.next += 1;
        }
        false
    }

    /// The stories, once all articles are compared.
    pub fn finish(&self, corpus: &Corpus) -> Stories {
        let id = |number: u32| {
            let (place, article) = *self.articles.get(number as usize)?;
            Some(article_id(corpus.documents().get(place)?, article))
        };
        let group = |members: Vec<(u32, Similarity)>| {
            let members = members.into_iter();
            members
                .filter_map(|(number, similarity)| Some((id(number)?, similarity)))
                .collect()
        };
        Stories(self.duplicates.groups().into_iter().map(group).collect())
    }
}

impl Stories {
    /// The articles that are not counted where each story is counted once: of every story the first article that the
    /// user wants stays.
    pub fn repeated(&self, corpus: &Corpus, plan: &Plan) -> BTreeSet<ArticleId> {
        let is_wanted = |id: &ArticleId| {
            let document = corpus.document(id.document);
            document.is_some_and(|document| plan.wants(document, id.article as usize))
        };
        let groups = self.0.iter();
        ordered(groups.flat_map(|group| {
            let wanted = group.iter().map(|(id, _)| *id).filter(is_wanted);
            wanted.skip(1)
        }))
    }

    /// The stories as they are shown.
    pub fn view(&self, corpus: &Corpus, plan: &Plan) -> DuplicatesView {
        let groups = self.0.iter().take(GROUPS_SHOWN).map(|group| {
            let members = group.iter();
            members
                .filter_map(|(id, similarity)| member(corpus, plan, *id, *similarity))
                .collect()
        });
        DuplicatesView {
            groups_total: small(self.0.len()),
            articles_total: small(self.0.iter().map(Vec::len).sum()),
            groups: groups.collect(),
        }
    }
}

fn member(
    corpus: &Corpus,
    plan: &Plan,
    id: ArticleId,
    similarity: Similarity,
) -> Option<DuplicateView> {
    let (document, article) = find(corpus, id)?;
    let metadata = &document.page.metadata;
    Some(DuplicateView {
        article: id,
        label: label(document, article, LABEL_CHARS),
        file: document.origin.name.clone(),
        published: (metadata.newspaper.clone(), metadata.published.clone()),
        characters: small(characters(&document.source, &article.paragraphs).count()),
        left_out: !plan.wants(document, id.article as usize),
        is_identical: similarity.is_identical,
        resemblance: per_mille(similarity.resemblance),
        containment: per_mille(similarity.containment),
    })
}

/// Two articles side by side, each paragraph with how much of it the other article has; `None` where either is unknown.
pub fn side_by_side(
    corpus: &Corpus,
    left: ArticleId,
    right: ArticleId,
) -> Option<Box<(ComparedArticle, ComparedArticle)>> {
    let (left, right) = ((left, find(corpus, left)?), (right, find(corpus, right)?));
    let whole = |(document, article): (&Document, &Article)| {
        Shingles::of(characters(&document.source, &article.paragraphs))
    };
    let (of_left, of_right) = (whole(left.1), whole(right.1));
    Some(Box::new((
        compared(left.0, left.1, &of_right),
        compared(right.0, right.1, &of_left),
    )))
}

fn compared(
    id: ArticleId,
    (document, article): (&Document, &Article),
    other: &Shingles,
) -> ComparedArticle {
    let paragraph = |paragraph: &Paragraph| {
        let one = std::slice::from_ref(paragraph);
        let own = Shingles::of(characters(&document.source, one));
        let pieces = &paragraph.printed.pieces;
        ComparedParagraph {
            shown: shown(document, pieces),
            shared: own.share_in(other).map(per_mille),
            places: pieces.iter().map(|piece| document.place(*piece)).collect(),
        }
    };
    ComparedArticle {
        article: id,
        file: document.origin.name.clone(),
        headlines: headlines(document, article),
        paragraphs: article.paragraphs.iter().map(paragraph).collect(),
    }
}

fn find(corpus: &Corpus, id: ArticleId) -> Option<(&Document, &Article)> {
    let document = corpus.document(id.document)?;
    let article = document.page.articles.get(id.article as usize)?;
    Some((document, article))
}

fn shingles(corpus: &Corpus, (place, article): (usize, usize)) -> Shingles {
    let document = corpus.documents().get(place);
    let found = document.and_then(|document| {
        let article = document.page.articles.get(article)?;
        Some(Shingles::of(characters(
            &document.source,
            &article.paragraphs,
        )))
    });
    found.unwrap_or_default()
}

/// The letters and digits of the body: no captions, and no dateline, which each paper writes in its own way.
fn characters<'d>(
    source: &'d Source,
    paragraphs: &'d [Paragraph],
) -> impl Iterator<Item = char> + 'd {
    let told = paragraphs
        .iter()
        .filter(|paragraph| paragraph.kind != ParagraphKind::Caption);
    told.flat_map(|paragraph| {
        let mut dateline = paragraph.dateline_bytes as usize;
        let behind = move |character: &char| {
            let is_dateline = dateline > 0;
            dateline = dateline.saturating_sub(character.len_utf8());
            is_dateline
        };
        paragraph.printed.characters(source).skip_while(behind)
    })
    .filter(|character| is_letter_or_digit(*character))
}

/// A share in thousandths.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a share lies between 0 and 1"
)]
fn per_mille(share: f64) -> u16 {
    (share.clamp(0.0, 1.0) * 1000.0) as u16
}
