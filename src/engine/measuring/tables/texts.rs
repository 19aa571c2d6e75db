//! Characters, sentences and lexical diversity, of selections or of articles.

use super::full::FullTable;
use super::values::{RowNames, Texts, Values, kept_or_none};
use crate::engine::answers::Context;
use crate::engine::corpus::article_id;
use crate::engine::lines::LABEL_CHARS;
use crate::engine::listing::{label, small};
use crate::engine::measuring::counting::STEP_BYTES;
use crate::engine::measuring::walk::compile;
use crate::engine::measuring::{Measured, Measuring, Step};
use crate::engine::scope::{Scope, ScopedArticle, Scoping, Sizes};
use crate::engine::standing::date_of;
use crate::measures::diversity::{DiversityText, FEW_TOKENS_FOR_MTLD};
use crate::report::answers::group::{Selection, Side};
use crate::report::answers::table::{Column, Lead, Note};
use crate::words::segment::TokenKind;

/// How many measures of lexical diversity there are.
const MEASURES: usize = 5;
/// Most selections in one table.
const MOST_SELECTIONS: usize = 64;

/// The work of making a table of selections.
pub fn begin(_context: Context<'_>, of: &[Selection]) -> Box<dyn Measuring> {
    Box::new(Work::new(
        of.iter().take(MOST_SELECTIONS).cloned().collect(),
        false,
    ))
}

/// The work of making a table of articles.
pub fn begin_articles(_context: Context<'_>, of: &Selection) -> Box<dyn Measuring> {
    Box::new(Work::new(vec![of.clone()], true))
}

/// The sizes of a text, with its lexical diversity: TTR, STTR, MATTR, MTLD, HD-D.
#[derive(Debug, Default, Clone)]
struct Row {
    label: String,
    lead: Lead,
    date: String,
    file: String,
    articles: u32,
    sizes: Sizes,
    types: u32,
    diversity: [Option<f64>; MEASURES],
    /// Their sums over articles, and of how many.
    of_articles: [(f64, u32); MEASURES],
}

#[derive(Debug)]
struct Work {
    of: Vec<Selection>,
    is_of_articles: bool,
    /// The selection in work.
    scoping: Option<Scoping>,
    scope: Option<Scope>,
    document: usize,
    row: Row,
    /// The terms of the selection in work, in the order of the text.
    terms: Vec<u32>,
    /// The same, once all are there, and how many measures of it are taken.
    text: Option<DiversityText>,
    measured: usize,
    rows: Vec<Row>,
    sides: Vec<Side>,
}

impl Work {
    fn new(of: Vec<Selection>, is_of_articles: bool) -> Self {
        Self {
            of,
            is_of_articles,
            scoping: None,
            scope: None,
            document: 0,
            row: Row::default(),
            terms: Vec::new(),
            text: None,
            measured: 0,
            rows: Vec::new(),
            sides: Vec::new(),
        }
    }

    /// How much is done, in thousandths.
    fn per_mille(&self, context: Context<'_>) -> u16 {
        let documents = context.corpus.documents().len();
        let all = (self.of.len() * documents).max(1);
        let done = self.sides.len() * documents + self.document;
        u16::try_from(done * 1000 / all).unwrap_or(999).min(999)
    }

    fn article(&mut self, context: Context<'_>, article: &ScopedArticle<'_>) {
        let vocabulary = &context.corpus.vocabulary;
        let from = self.terms.len();
        for unit in article.units() {
            unit.terms(vocabulary, |term| {
                if matches!(vocabulary.kind(term), TokenKind::Word | TokenKind::Number) {
                    self.terms.push(term.0);
                }
            });
        }
        let sizes = Sizes::of_article(context, article);
        let terms = self.terms.get(from..).unwrap_or(&[]);
        if terms.is_empty() {
            return;
        }
        let text = DiversityText::new(terms.iter().copied());
        let diversity = diversity(context, &text);
        self.row.articles += 1;
        self.row.sizes.add(&sizes);
        for (sum, figure) in self.row.of_articles.iter_mut().zip(diversity) {
            if let Some(figure) = figure {
                *sum = (sum.0 + figure, sum.1 + 1);
            }
        }
        if self.is_of_articles {
            let number = article.article as usize;
            let document = article.document;
            let read = document.page.articles.get(number);
            self.rows.push(Row {
                label: read.map_or_else(String::new, |read| label(document, read, LABEL_CHARS)),
                lead: Lead::Article(article_id(document, number)),
                date: date_of(document, context.metadata, number)
                    .unwrap_or("")
                    .to_owned(),
                file: document.origin.name.clone(),
                articles: 1,
                sizes,
                types: small(text.types()),
                diversity,
                ..Row::default()
            });
        }
    }

    /// All documents of the selection in work are counted: takes one measure of all its words after another, for each takes
    /// its time. True once all are taken.
    fn end_selection(&mut self, context: Context<'_>, selection: &Selection) -> bool {
        let Some(text) = &self.text else {
            let terms = std::mem::take(&mut self.terms);
            self.text = Some(DiversityText::new(terms.into_iter()));
            self.measured = 0;
            return false;
        };
        if !self.is_of_articles && self.measured < MEASURES {
            if let Some(figure) = self.row.diversity.get_mut(self.measured) {
                *figure = one_of_diversity(context, text, self.measured);
            }
            self.measured += 1;
            return false;
        }
        let mut row = std::mem::take(&mut self.row);
        row.types = small(text.types());
        self.sides.push(Side {
            selection: selection.clone(),
            list: String::new(),
            articles: row.articles,
            tokens: row.sizes.tokens,
            types: row.types,
            parts: context.plan.settings.parts,
        });
        if !self.is_of_articles {
            row.label = name(selection);
            self.rows.push(row);
        }
        self.text = None;
        self.scope = None;
        self.document = 0;
        true
    }

    fn table(&mut self, context: Context<'_>) -> FullTable {
        let rows = std::mem::take(&mut self.rows);
        let mut notes = Vec::new();
        for (number, side) in (0..).zip(&self.sides) {
            if side.tokens == 0 {
                notes.push(Note::EmptySide(number));
            }
        }
        if rows
            .iter()
            .any(|row| row.sizes.tokens < u64::from(FEW_TOKENS_FOR_MTLD))
        {
            notes.push(Note::TooFewTokens(FEW_TOKENS_FOR_MTLD));
        }
        let columns = columns(&rows, self.is_of_articles);
        let labels = rows.into_iter().map(|row| (row.label, row.lead)).collect();
        FullTable::new(context, RowNames::Labels(labels), columns, None)
            .with_sides(std::mem::take(&mut self.sides))
            .with_notes(notes)
    }
}

/// What a row of a selection is called.
fn name(of: &Selection) -> String {
    match of {
        Selection::All => "全部语料".to_owned(),
        Selection::Group(name) => name.clone(),
        Selection::Rest(name) => format!("{name}以外"),
    }
}

fn diversity(context: Context<'_>, text: &DiversityText) -> [Option<f64>; MEASURES] {
    std::array::from_fn(|measure| one_of_diversity(context, text, measure))
}

/// TTR, STTR, MATTR, MTLD or HD-D, by number.
fn one_of_diversity(context: Context<'_>, text: &DiversityText, measure: usize) -> Option<f64> {
    let options = context.plan.settings.measures.diversity;
    match measure {
        0 => text.ttr(),
        1 => text.sttr(options.standardised),
        2 => text.mattr(options.window),
        3 => text.mtld(),
        _ => text.hd_d(),
    }
}

impl Measuring for Work {
    fn step(&mut self, context: Context<'_>) -> Step {
        let mut spent = 0;
        let documents = context.corpus.documents();
        while spent < STEP_BYTES / 4 {
            let done = self.sides.len();
            let Some(selection) = self.of.get(done).cloned() else {
                return Step::Done(Box::new(self.table(context)));
            };
            let Some(scope) = self.scope.take() else {
                let scoping = self.scoping.take();
                let mut scoping = scoping.unwrap_or_else(|| Scoping::new(context, &selection));
                if compile(&mut scoping, context, STEP_BYTES) {
                    self.scope = Some(scoping.finish());
                } else {
                    self.scoping = Some(scoping);
                }
                break;
            };
            let Some(document) = documents.get(self.document) else {
                if !self.end_selection(context, &selection) {
                    self.scope = Some(scope);
                }
                break;
            };
            for article in scope.articles(context, self.document) {
                self.article(context, &article);
            }
            self.scope = Some(scope);
            self.document += 1;
            spent += document.source.text().len() + 1024;
        }
        Step::Working(self.per_mille(context), None)
    }

    fn stop(mut self: Box<Self>, context: Context<'_>) -> Box<dyn Measured> {
        let per_mille = self.per_mille(context);
        let mut table = self.table(context);
        table.stop(per_mille);
        Box::new(table)
    }
}

#[allow(clippy::cast_precision_loss, reason = "counts are far below 2⁵³")]
fn mean(sum: u64, of: u64) -> f64 {
    if of == 0 {
        f64::NAN
    } else {
        sum as f64 / of as f64
    }
}

fn columns(rows: &[Row], is_of_articles: bool) -> Vec<(Column, Values)> {
    let sums =
        |of: fn(&Sizes) -> u64| Values::Sums(rows.iter().map(|row| of(&row.sizes)).collect());
    let means = |of: fn(&Sizes) -> (u64, u64)| {
        let means = rows.iter().map(|row| of(&row.sizes));
        Values::Figures(means.map(|(sum, of)| mean(sum, of)).collect())
    };
    let mut columns = vec![(Column::Label, Values::Name)];
    if is_of_articles {
        let dates = rows.iter().map(|row| row.date.as_str());
        columns.push((Column::Date, Values::Texts(Texts::new(dates))));
        let files = rows.iter().map(|row| row.file.as_str());
        columns.push((Column::File, Values::Texts(Texts::new(files))));
    } else {
        columns.push((
            Column::Articles,
            Values::Counts(rows.iter().map(|row| row.articles).collect()),
        ));
    }
    columns.extend([
        (Column::Characters, sums(|sizes| sizes.characters)),
        (
            Column::CharactersWithMarks,
            sums(|sizes| sizes.characters_with_marks),
        ),
        (Column::Tokens, sums(|sizes| sizes.tokens)),
        (
            Column::Types,
            Values::Counts(rows.iter().map(|row| row.types).collect()),
        ),
        (Column::Sentences, sums(|sizes| sizes.sentences)),
        (Column::Paragraphs, sums(|sizes| sizes.paragraphs)),
        (
            Column::SentenceCharacters,
            means(|sizes| (sizes.running_characters, sizes.sentences)),
        ),
        (
            Column::SentenceTokens,
            means(|sizes| (sizes.running_tokens, sizes.sentences)),
        ),
        (
            Column::ParagraphCharacters,
            means(|sizes| (sizes.running_characters, sizes.paragraphs)),
        ),
        (
            Column::ParagraphSentences,
            means(|sizes| (sizes.sentences, sizes.paragraphs)),
        ),
    ]);
    let measures = [
        Column::Ttr,
        Column::Sttr,
        Column::Mattr,
        Column::Mtld,
        Column::HdD,
    ];
    for (number, column) in measures.into_iter().enumerate() {
        let figures = rows
            .iter()
            .map(|row| row.diversity.get(number).copied().flatten());
        columns.push((column, Values::Figures(figures.map(kept_or_none).collect())));
    }
    if !is_of_articles {
        let measures = [
            Column::TtrOfArticles,
            Column::SttrOfArticles,
            Column::MattrOfArticles,
            Column::MtldOfArticles,
            Column::HdDOfArticles,
        ];
        for (number, column) in measures.into_iter().enumerate() {
            let figures = rows.iter().map(|row| {
                let (sum, of) = row.of_articles.get(number).copied().unwrap_or_default();
                if of == 0 {
                    f64::NAN
                } else {
                    sum / f64::from(of)
                }
            });
            columns.push((column, Values::Figures(figures.collect())));
        }
    }
    columns
}
