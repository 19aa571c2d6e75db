//! N元词串 and 短语框架.
//!
//! Of words: words and numbers, addresses and marks end a run. Of characters: the characters of the same. Blanks inside a
//! paragraph end none: most stand between letters that were spaced out.

use std::cmp::Reverse;

use super::runs::small;
use super::tables::{FullTable, RowNames, Texts, Values};
use super::terms::{Terms, as_counted};
use super::walk::{ScopeInWork, Taken, Walk};
use super::{Measured, Measuring, Step};
use crate::engine::answers::Context;
use crate::engine::scope::ScopedUnit;
use crate::measures::frequency::per;
use crate::measures::ngrams::{BREAK, Found, Frame, Ngram, Ngrams, Units, Wanted, With};
use crate::measures::options::{Boundary, NgramOptions, NgramUnit};
use crate::report::answers::group::{Selection, Side};
use crate::report::answers::search::Searched;
use crate::report::answers::table::{Column, Lead, Note, Order, Removal};
use crate::text::arrange::Arrange;
use crate::words::segment::TokenKind;
use crate::words::vocabulary::{TermId, Vocabulary};

/// How many tokens are taken in a step.
const TOKENS_A_STEP: usize = 200_000;
/// Longest sequence, in units.
const LONGEST: u8 = 8;
/// Most rows that are kept: the most frequent.
const MOST_ROWS: usize = 100_000;
/// Most words of a search for words near each other.
const MOST_NEAR: usize = 5;
/// What stands for the open unit of a frame.
const OPEN: &str = "*";

/// The work of finding n-grams.
pub fn begin(context: Context<'_>, of: &Selection, with: &str) -> Box<dyn Measuring> {
    let options = context.plan.settings.measures.ngrams;
    let with = as_counted(context, with.trim());
    Box::new(Work {
        terms: Terms::of_pattern(context, &with),
        with,
        options,
        of: of.clone(),
        scope: ScopeInWork::new(context, of),
        walk: Walk::default(),
        units: Units::default(),
        last: None,
        tokens: 0,
        counting: None,
    })
}

#[derive(Debug)]
struct Work {
    options: NgramOptions,
    /// Only with this; empty for all.
    with: String,
    /// The same, where it is a word or a pattern of words.
    terms: Terms,
    of: Selection,
    scope: ScopeInWork,
    walk: Walk,
    units: Units,
    /// The document and article of the last unit.
    last: Option<(usize, Option<u32>)>,
    tokens: u64,
    counting: Option<Ngrams>,
}

/// What a token does to a run.
enum Place {
    /// It is a unit of it.
    Unit,
    /// It is none, and the run goes on.
    Nothing,
    /// It ends the run.
    End,
}

impl Work {
    fn place(&self, vocabulary: &Vocabulary, term: TermId) -> Place {
        match vocabulary.kind(term) {
            TokenKind::Word | TokenKind::Number => Place::Unit,
            TokenKind::Blank => Place::Nothing,
            TokenKind::Mark
                if self.options.over_marks && vocabulary.term(term).chars().all(is_passed_over) =>
            {
                Place::Nothing
            }
            TokenKind::Mark | TokenKind::Address => Place::End,
        }
    }

    fn take(&mut self, vocabulary: &Vocabulary, document: usize, unit: &ScopedUnit<'_>) -> usize {
        let article = Some((document, unit.unit.article));
        if self.last != article {
            self.last = article;
            self.units.articles.push(small(self.units.units.len()));
        }
        let mut looked_at = 0;
        let mut behind: Option<usize> = None;
        for (term, place) in unit.tokens(vocabulary) {
            looked_at += 1;
            if behind.is_some_and(|behind| behind != place.start) {
                self.units.units.push(BREAK);
            }
            behind = Some(place.end);
            match self.place(vocabulary, term) {
                Place::Nothing => {}
                Place::End => self.units.units.push(BREAK),
                Place::Unit => {
                    self.tokens += 1;
                    match self.options.unit {
                        NgramUnit::Words => self.units.units.push(term.0),
                        NgramUnit::Characters => {
                            let letters = vocabulary.term(term).chars();
                            self.units.units.extend(letters.map(u32::from));
                        }
                    }
                }
            }
        }
        self.units.units.push(BREAK);
        looked_at
    }

    /// How much is done, in thousandths: taking the tokens is a fifth of it.
    fn per_mille(&self, context: Context<'_>) -> u16 {
        match &self.counting {
            Some(counting) => (200 + counting.per_mille() / 10 * 8).min(999),
            None => self.walk.per_mille(context) / 5,
        }
    }

    /// What the sequences that are told of must have.
    fn with_units(&self) -> With {
        match self.options.unit {
            _ if self.with.is_empty() => With::Anything,
            NgramUnit::Words => With::OneOf(self.terms.by_number().to_vec()),
            NgramUnit::Characters => With::Sequence(self.with.chars().map(u32::from).collect()),
        }
    }

    fn wanted(&self) -> Wanted {
        let options = &self.options;
        let shortest = options.shortest.clamp(2, LONGEST);
        Wanted {
            shortest: usize::from(shortest),
            longest: usize::from(options.longest.clamp(shortest, LONGEST)),
            least_count: options.least_count.max(2),
            least_articles: options.least_articles.max(1),
            longest_only: options.longest_only,
            frames: options.frames,
        }
    }

    fn table(&mut self, context: Context<'_>) -> FullTable {
        let (found, units) = match self.counting.take() {
            Some(counting) => counting.finish(),
            None => (Found::default(), std::mem::take(&mut self.units)),
        };
        let making = Making {
            work: self,
            vocabulary: &context.corpus.vocabulary,
            units: &units,
        };
        making.table(context, &found)
    }
}

/// Whether n-grams run over a mark, where that is asked for: 、 and quotation marks.
fn is_passed_over(mark: char) -> bool {
    "、“”‘’「」『』《》\"'".contains(mark)
}

impl Measuring for Work {
    fn step(&mut self, context: Context<'_>) -> Step {
        if let Some(counting) = &mut self.counting {
            if !counting.step() {
                return Step::Working(self.per_mille(context), None);
            }
            return Step::Done(Box::new(self.table(context)));
        }
        let mut scope = std::mem::replace(&mut self.scope, ScopeInWork::nothing());
        let Some(compiled) = scope.step(context) else {
            self.scope = scope;
            return Step::Working(0, None);
        };
        let vocabulary = &context.corpus.vocabulary;
        let mut walk = self.walk;
        let is_done = walk.on(context, compiled, TOKENS_A_STEP, |document, unit| {
            Taken::Whole(self.take(vocabulary, document, unit))
        });
        self.walk = walk;
        self.scope = scope;
        if is_done {
            let units = std::mem::take(&mut self.units);
            self.units.articles.clone_from(&units.articles);
            self.counting = Some(Ngrams::new(units, self.wanted()).with(self.with_units()));
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

/// A row before it is shown.
struct Row {
    first: u32,
    length: u8,
    count: u32,
    articles: u32,
    open: Option<u8>,
    fillers: u32,
    examples: Vec<(u32, u32)>,
}

impl From<&Ngram> for Row {
    fn from(ngram: &Ngram) -> Self {
        Self {
            first: ngram.first,
            length: ngram.length,
            count: ngram.count,
            articles: ngram.articles,
            open: None,
            fillers: 0,
            examples: Vec::new(),
        }
    }
}

impl From<&Frame> for Row {
    fn from(frame: &Frame) -> Self {
        Self {
            first: frame.first,
            length: frame.length,
            count: frame.count,
            articles: frame.articles,
            open: Some(frame.open),
            fillers: frame.fillers,
            examples: frame.examples.clone(),
        }
    }
}

/// Makes the table of what was found.
struct Making<'m> {
    work: &'m Work,
    vocabulary: &'m Vocabulary,
    units: &'m Units,
}

impl Making<'_> {
    fn table(&self, context: Context<'_>, found: &Found) -> FullTable {
        let ngrams = found.ngrams.iter().map(Row::from);
        let rows = ngrams.chain(found.frames.iter().map(Row::from));
        let mut rows: Vec<Row> = rows.filter(|row| self.is_wanted(row)).collect();
        let mut notes = self.notes(found);
        if rows.len() > MOST_ROWS {
            rows.arrange_by_key(|row| Reverse(row.count));
            rows.truncate(MOST_ROWS);
            notes.push(Note::Cut(small(MOST_ROWS)));
        }
        let names = rows.iter().map(|row| (self.name(row), self.lead(row)));
        let names = RowNames::Labels(names.collect());
        let order = Order {
            column: Column::Count,
            descending: true,
        };
        let side = Side {
            selection: self.work.of.clone(),
            list: String::new(),
            articles: small(
                self.units
                    .articles
                    .len()
                    .max(self.work.units.articles.len()),
            ),
            tokens: self.work.tokens,
            types: small(rows.len()),
            parts: context.plan.settings.parts,
        };
        FullTable::new(context, names, self.columns(&rows), Some(order))
            .with_sides(vec![side])
            .with_notes(notes)
    }

    fn notes(&self, found: &Found) -> Vec<Note> {
        let options = &self.work.options;
        let removed = [
            (
                Removal::Articles,
                options.least_articles,
                found.in_too_few_articles,
            ),
            (Removal::Longest, 0, found.inside_longer),
        ];
        let removed = removed.into_iter().filter(|(.., items)| *items > 0);
        let empty = (self.work.tokens == 0).then_some(Note::EmptySide(0));
        let removed = removed.map(|(condition, threshold, items)| Note::Removed {
            condition,
            threshold,
            items,
        });
        removed.chain(empty).collect()
    }

    fn columns(&self, rows: &[Row]) -> Vec<(Column, Values)> {
        let counts = |count: fn(&Row) -> u32| Values::Counts(rows.iter().map(count).collect());
        let mut columns = vec![
            (Column::Rank, Values::Rank),
            (Column::Item, Values::Name),
            (Column::Length, counts(|row| u32::from(row.length))),
            (Column::Count, counts(|row| row.count)),
        ];
        if self.work.options.unit == NgramUnit::Words {
            let tokens = self.work.tokens;
            let base = f64::from(per(u32::try_from(tokens).unwrap_or(u32::MAX)));
            let relative = rows
                .iter()
                .map(|row| f64::from(row.count) * base / tokens.max(1) as f64);
            columns.push((Column::Relative, Values::Figures(relative.collect())));
        }
        columns.push((Column::Articles, counts(|row| row.articles)));
        if self.work.options.frames {
            let examples: Vec<String> = rows.iter().map(|row| self.examples(row)).collect();
            let examples = Texts::new(examples.iter().map(String::as_str));
            columns.push((Column::Fillers, counts(|row| row.fillers)));
            columns.push((Column::FillerExamples, Values::Texts(examples)));
        }
        columns
    }

    /// Its units; `None` for the open one.
    fn units_of(&self, row: &Row) -> impl Iterator<Item = Option<u32>> {
        let first = row.first as usize;
        let units = self.units.units.get(first..first + usize::from(row.length));
        let open = row.open.map(usize::from);
        let units = units.unwrap_or(&[]).iter().enumerate();
        units.map(move |(number, unit)| (Some(number) != open).then_some(*unit))
    }

    fn spelled(&self, unit: Option<u32>) -> String {
        match (unit, self.work.options.unit) {
            (None, _) => OPEN.to_owned(),
            (Some(unit), NgramUnit::Words) => self.vocabulary.term(TermId(unit)).to_owned(),
            (Some(unit), NgramUnit::Characters) => {
                char::from_u32(unit).map(String::from).unwrap_or_default()
            }
        }
    }

    /// Words stand apart, characters do not.
    fn name(&self, row: &Row) -> String {
        let units: Vec<String> = self.units_of(row).map(|unit| self.spelled(unit)).collect();
        match self.work.options.unit {
            NgramUnit::Words => units.join(" "),
            NgramUnit::Characters => units.concat(),
        }
    }

    fn examples(&self, row: &Row) -> String {
        let examples = row.examples.iter();
        let examples =
            examples.map(|(unit, count)| format!("{} {count}", self.spelled(Some(*unit))));
        examples.collect::<Vec<String>>().join("、")
    }

    fn is_wanted(&self, row: &Row) -> bool {
        let with = &self.work.with;
        if with.is_empty() {
            return true;
        }
        match self.work.options.unit {
            NgramUnit::Characters => self.name(row).contains(with.as_str()),
            NgramUnit::Words => {
                let mut units = self.units_of(row).flatten();
                units.any(|unit| self.work.terms.holds(TermId(unit)))
            }
        }
    }

    /// The lines in which it stands. Words are looked for side by side, over any marks; more than five, and characters that
    /// run over no marks, as a string; frames of characters as an expression.
    fn lead(&self, row: &Row) -> Lead {
        let units: Vec<String> = self.units_of(row).map(|unit| self.spelled(unit)).collect();
        let is_words = self.work.options.unit == NgramUnit::Words;
        Lead::Search(if is_words && units.len() <= MOST_NEAR {
            Searched::Near {
                words: units,
                distance: 0,
                in_order: true,
                within: Boundary::Paragraph,
            }
        } else if row.open.is_some() || self.work.options.over_marks {
            let between = if self.work.options.over_marks {
                r#"[、“”‘’「」『』《》"']*"#
            } else {
                ""
            };
            let open = if is_words { r"\w+?" } else { r"\w" };
            let parts = self.units_of(row).map(|unit| match unit {
                Some(_) => regex::escape(&self.spelled(unit)),
                None => open.to_owned(),
            });
            Searched::Regex(parts.collect::<Vec<String>>().join(between))
        } else {
            Searched::String(units.concat())
        })
    }
}
