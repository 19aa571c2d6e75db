//! The corpus segmented in other ways, to compare the counts with: in small steps.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::corpus::Corpus;
use super::counted_text::{Laid, UnitText};
use super::document::Document;
use super::lines::counted_units;
use super::plan::Plan;
use super::spoken::Within;
use super::tokens::TokenOptions;
use crate::measures::frequency::{ArticleCounter, word_counts};
use crate::measures::part::Part;
use crate::report::answers::trust::Method;
use crate::text::arrange::ordered;
use crate::words::listed::Listed;
use crate::words::segment::{SegmentOptions, Segmenter, Token, TokenKind};
use crate::words::vocabulary::{TermId, Vocabulary};

/// How much text is segmented in one step, in bytes, all ways together.
const STEP_BYTES: usize = 16 * 1024;

/// The counts of one way of segmenting.
#[derive(Debug, Default)]
struct Way {
    vocabulary: Vocabulary,
    counter: ArticleCounter,
    /// Count and rank by number of the term; rank 0 for a word that a filter keeps out of the list.
    ranks: Vec<(u32, u32)>,
}

impl Way {
    fn new() -> Self {
        Self {
            vocabulary: Vocabulary::new(),
            ..Self::default()
        }
    }

    fn count(&mut self, word: &str, kind: TokenKind) {
        if matches!(kind, TokenKind::Word | TokenKind::Number) {
            let term = self.vocabulary.intern(word, kind);
            self.counter.part(Part::Body).add(term);
        }
    }

    fn finish(&mut self, plan: &Plan) {
        let counts = self.counter.finish();
        let keeps_tag = |tag: &str| plan.keeps_tag(tag);
        let mut filter = plan.filter(&keeps_tag);
        // What is not counted was not segmented.
        filter.parts.body = true;
        let list = word_counts(std::iter::once(&counts), &self.vocabulary, &filter);
        self.ranks = vec![(0, 0); self.vocabulary.len()];
        for (term, count) in &counts.of(Part::Body).terms {
            if let Some(entry) = self.ranks.get_mut(term.index()) {
                entry.0 = *count;
            }
        }
        for (rank, row) in (1..).zip(&list.rows) {
            if let Some(entry) = self.ranks.get_mut(row.term.index()) {
                entry.1 = rank;
            }
        }
    }

    fn count_and_rank(&self, word: &str) -> (u32, u32) {
        let term = self.vocabulary.find(word);
        let entry = term.and_then(|term: TermId| self.ranks.get(term.index()));
        entry.copied().unwrap_or((0, 0))
    }
}

/// The counts of every word under every way of segmenting but the one in force.
#[derive(Debug, Default)]
pub struct Methods(BTreeMap<Method, Way>);

impl Methods {
    /// The count and the rank of a word; 0 where it does not occur, and rank 0 also where a filter keeps it out of the
    /// word list.
    pub fn count_and_rank(&self, method: Method, word: &str) -> (u32, u32) {
        self.0
            .get(&method)
            .map_or((0, 0), |way| way.count_and_rank(word))
    }
}

/// The ways that segment anew, each with how; the others follow from them.
fn segmented(plan: &Plan) -> [(Method, TokenOptions); 3] {
    [Method::Lexicon, Method::Exact, Method::DictionaryOnly]
        .map(|method| (method, options_of(method, plan)))
}

/// The work of segmenting the corpus in other ways.
#[derive(Debug)]
pub struct Trying {
    /// What is counted, in canonical order: the number of the document, and of the unit in it.
    units: Vec<(usize, usize)>,
    next: usize,
    ways: [(Method, TokenOptions); 3],
    /// The way in work: index into the ways.
    way: usize,
    /// The document whose texts are taken, by number.
    document: Option<usize>,
    /// Its text for each way.
    texts: Vec<UnitText>,
    is_begun: bool,
    /// Where in the printed text the next token begins.
    place: usize,
    scratch: Vec<Token>,
    methods: Methods,
}

impl Trying {
    /// For what the plan counts.
    pub fn new(corpus: &Corpus, plan: &Plan) -> Self {
        let documents = corpus.documents().iter().enumerate();
        let units = documents.flat_map(|(number, document)| {
            counted_units(document, plan).map(move |(unit, _)| (number, unit))
        });
        let methods = Method::ALL
            .into_iter()
            .filter(|method| *method != Method::InForce);
        Self {
            units: units.collect(),
            next: 0,
            ways: segmented(plan),
            way: 0,
            document: None,
            texts: Vec::new(),
            is_begun: false,
            place: 0,
            scratch: Vec::new(),
            methods: Methods(ordered(methods.map(|method| (method, Way::new())))),
        }
    }

    /// Segments some text more; true once all is done.
    pub fn step(&mut self, corpus: &Corpus, plan: &Plan, segmenter: &Segmenter) -> bool {
        let mut spent = 0;
        while spent < STEP_BYTES {
            let Some(&(number, unit)) = self.units.get(self.next) else {
                return true;
            };
            let Some(document) = corpus.documents().get(number) else {
                return true;
            };
            if self.document != Some(number) {
                let texts = self
                    .ways
                    .iter()
                    .map(|(_, options)| text_of(document, options));
                self.texts = texts.collect();
                self.document = Some(number);
            }
            if !self.is_begun {
                self.begin(document, unit);
            }
            if self.texts.get(self.way).is_none_or(UnitText::is_done) {
                self.end_way(segmenter);
                spent += 1;
            } else {
                spent += self.segment(document, unit, plan, segmenter);
            }
        }
        false
    }

    /// The counts, once all is done.
    pub fn finish(mut self, plan: &Plan) -> Methods {
        for way in self.methods.0.values_mut() {
            way.finish(plan);
        }
        self.methods
    }

    fn begin(&mut self, document: &Document, number: usize) {
        self.is_begun = true;
        let unit = document.units.get(number);
        if let (Some(unit), Some(text)) = (unit, self.texts.get_mut(self.way)) {
            text.begin(&document.source, &document.page, unit);
            self.place = unit.dateline_bytes(&document.page);
        }
    }

    fn end_way(&mut self, segmenter: &Segmenter) {
        self.is_begun = false;
        self.way += 1;
        if self.way == self.ways.len() {
            self.way = 0;
            self.next += 1;
            for (method, way) in &mut self.methods.0 {
                let options = self.ways.iter().find(|(other, _)| other == method);
                let nothing = Listed::default();
                let listed = options.map_or(&nothing, |(_, options)| &options.listed);
                way.vocabulary.tag_with(segmenter, listed);
            }
        }
    }

    /// Segments one stretch of the unit in work; says how many bytes it was.
    fn segment(
        &mut self,
        document: &Document,
        unit: usize,
        plan: &Plan,
        segmenter: &Segmenter,
    ) -> usize {
        let (Some((method, options)), Some(text)) =
            (self.ways.get(self.way), self.texts.get_mut(self.way))
        else {
            return 1;
        };
        let method = *method;
        let spoken = plan
            .spoken()
            .map(|spoken| spoken.of_unit(document.origin.id, unit));
        let mut within = spoken.map(Within::new);
        let stretch = text.next_stretch(STEP_BYTES, &options.listed);
        self.scratch.clear();
        text.segment(&stretch.range, segmenter, options, &mut self.scratch);
        let (place, ways) = (&mut self.place, &mut self.methods.0);
        let mut count = |method: Method, word: &str, kind: TokenKind| {
            if let Some(way) = ways.get_mut(&method) {
                way.count(word, kind);
            }
        };
        text.lay_out(&stretch.range, &self.scratch, |token: Laid<'_>| {
            let range = *place..*place + token.printed_bytes as usize;
            *place = range.end;
            if within.as_mut().is_some_and(|within| !within.holds(&range)) {
                return;
            }
            count(method, token.term, token.kind);
            if method == Method::Exact {
                for inside in segmenter.words_inside(token.term) {
                    count(Method::Search, inside, TokenKind::Word);
                }
                count(Method::Search, token.term, token.kind);
            }
        });
        stretch.range.len()
    }
}

/// The units' texts for a way of segmenting.
fn text_of(document: &Document, options: &TokenOptions) -> UnitText {
    UnitText::new(options.passes, options.given_words, &document.source)
}

/// How a way segments; that of the way in force is not asked for.
fn options_of(method: Method, plan: &Plan) -> TokenOptions {
    let listed = match method {
        Method::Lexicon => plan.listed_by_user(),
        _ => Listed::default(),
    };
    let unknown_words = match method {
        Method::DictionaryOnly => false,
        Method::Exact | Method::Search => true,
        Method::InForce | Method::Lexicon => plan.settings.unknown_words,
    };
    TokenOptions {
        segmentation: SegmentOptions { unknown_words },
        passes: plan.settings.cleanup,
        given_words: method == Method::Lexicon && plan.settings.respect_given_words,
        listed: Rc::new(listed),
    }
}

/// A unit cut in one of the ways; without blanks.
pub fn cut_unit(
    document: &Document,
    number: usize,
    method: Method,
    plan: &Plan,
    segmenter: &Segmenter,
) -> Vec<String> {
    let mut pieces = Vec::new();
    let Some(unit) = document
        .units
        .get(number)
        .filter(|unit| unit.part().is_some())
    else {
        return pieces;
    };
    let options = options_of(method, plan);
    let mut text = text_of(document, &options);
    text.begin(&document.source, &document.page, unit);
    let mut tokens = Vec::new();
    while !text.is_done() {
        let stretch = text.next_stretch(STEP_BYTES, &options.listed);
        tokens.clear();
        text.segment(&stretch.range, segmenter, &options, &mut tokens);
        text.lay_out(&stretch.range, &tokens, |token: Laid<'_>| {
            if token.kind == TokenKind::Blank {
                return;
            }
            if method == Method::Search {
                let inside = segmenter.words_inside(token.term);
                pieces.extend(inside.into_iter().map(str::to_owned));
            }
            pieces.push(token.term.to_owned());
        });
    }
    pieces
}
