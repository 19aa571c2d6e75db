//! The search for new words in what the plan counts, in steps.

use super::corpus::Corpus;
use super::document::Document;
use super::lines::counted_units;
use super::plan::Plan;
use super::prose::Prose;
use crate::measures::new_words::{Material, NewWords, Search, Thresholds};
use crate::words::passage::{Passage, PassagePart};
use crate::words::segment::TokenKind;
use crate::words::vocabulary::Vocabulary;

/// How much text is gathered in one step, in bytes: some milliseconds of work in the browser.
const STEP_BYTES: usize = 256 * 1024;

/// A search in work. The corpus and the plan must stay what they are until it is done.
#[derive(Debug, Default)]
pub struct Discovering {
    /// The document and unit to gather next.
    document: usize,
    unit: usize,
    /// The document and article whose units were gathered last.
    article: Option<(usize, u32)>,
    material: Material,
    search: Option<Search>,
}

impl Discovering {
    /// Does some milliseconds of work; gives what was found once all is done.
    pub fn step(&mut self, corpus: &Corpus, plan: &Plan) -> Option<NewWords> {
        if let Some(search) = &mut self.search {
            return match search.step() {
                true => self.search.take().map(Search::finish),
                false => None,
            };
        }
        match corpus.documents().get(self.document) {
            Some(document) => self.gather(document, plan, &corpus.vocabulary),
            None => {
                let material = std::mem::take(&mut self.material);
                self.search = Some(Search::new(material, Thresholds::default()));
            }
        }
        None
    }

    /// Gathers some units of a document.
    fn gather(&mut self, document: &Document, plan: &Plan, vocabulary: &Vocabulary) {
        let passes = plan.settings.cleanup;
        let mut prose = Prose::new(&document.source, &document.page, &document.units, passes);
        let mut bytes = 0;
        for (number, _) in counted_units(document, plan) {
            if number < self.unit {
                continue;
            }
            if bytes >= STEP_BYTES {
                self.unit = number;
                return;
            }
            let Some(passage) = prose.passage(number).filter(is_clean) else {
                continue;
            };
            bytes += passage.text.len();
            let article = (self.document, passage.article);
            if self.article != Some(article) {
                self.material.begin_article();
                self.article = Some(article);
            }
            let text = passage.text.get(passage.dateline_bytes..).unwrap_or("");
            let starts = token_starts(document, vocabulary, number, text);
            self.material.push(text, &starts);
        }
        self.document += 1;
        self.unit = 0;
    }
}

/// Whether a passage is running text: words are looked for there only.
fn is_clean(passage: &Passage) -> bool {
    matches!(
        passage.part,
        PassagePart::Paragraph | PassagePart::Box | PassagePart::Crosshead
    )
}

/// Where the tokens of a unit begin in its counted text, in bytes. Tokens of blanks that cleaning took out are not in
/// that text.
fn token_starts(
    document: &Document,
    vocabulary: &Vocabulary,
    number: usize,
    text: &str,
) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut at = 0;
    for token in document.tokens.of_unit(number) {
        let term = vocabulary.term(*token);
        if text.get(at..).is_some_and(|rest| rest.starts_with(term)) {
            starts.push(at);
            at += term.len();
        } else if vocabulary.kind(*token) != TokenKind::Blank {
            // The tokens are of another text, which a change of choices has not reached yet.
            break;
        }
    }
    starts
}
