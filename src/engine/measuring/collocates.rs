//! 搭配: the words that stand near a node.
//!
//! A window holds so many words and numbers on each side of an occurrence of the node; marks are no places, and a window
//! ends where the sentence, paragraph or article does. The node itself is no part of it. Where the windows of two
//! occurrences overlap, a word in both counts once for each of them, and so do both row total and positions: the windows
//! are looked at one by one (surface co-occurrence, Evert 2008). The filters of the word list choose which collocates are
//! listed, and leave the places as they are.
//!
//! The list is sorted by log-likelihood: it weighs how sure it is that two words attract each other, where MI would begin
//! with the rarest pairs and t with the most frequent words. Every other measure stands beside it and sorts as well.

use std::collections::BTreeSet;

use super::concordance::finder::places;
use super::runs::{Runs, Word};
use super::tables::{FullTable, RowNames, Texts, Values, kept};
use super::terms::{Terms, as_counted};
use super::walk::{ScopeInWork, Taken, Walk};
use super::{Measured, Measuring, Step};
use crate::engine::answers::Context;
use crate::engine::findings::Place;
use crate::engine::scope::{Letters, ScopedUnit};
use crate::measures::association::{AssociationFigures, Pair};
use crate::measures::options::{CollocationOptions, RowTotal};
use crate::report::answers::Item;
use crate::report::answers::group::{Selection, Side};
use crate::report::answers::search::Searched;
use crate::report::answers::table::{Column, Lead, Note, Order, Removal};
use crate::words::vocabulary::{TermId, Vocabulary};

/// How many words and pairs are looked at in a step.
const WORK_A_STEP: usize = 150_000;
/// Widest window on each side.
const WIDEST: u8 = 10;

/// The work of finding collocates.
pub fn begin(context: Context<'_>, node: &Searched, of: &Selection) -> Box<dyn Measuring> {
    let options = context.plan.settings.measures.collocation;
    let options = CollocationOptions {
        left: options.left.min(WIDEST),
        right: options.right.min(WIDEST),
        ..options
    };
    Box::new(Work {
        node: node.clone(),
        nodes: Nodes::new(context, node),
        of: of.clone(),
        scope: ScopeInWork::new(context, of),
        walk: Walk::default(),
        runs: Runs::new(options.within),
        strings: Strings::new(context, node),
        counts: Counts::new(&context.corpus.vocabulary, options),
    })
}

/// What is a node.
#[derive(Debug)]
enum Nodes {
    Tokens(Terms),
    /// Names or phrases, which may be several tokens: the places of each document.
    Places(Vec<Vec<Place>>),
}

impl Nodes {
    fn new(context: Context<'_>, node: &Searched) -> Self {
        match (Terms::searched(context, node), node) {
            (Some(terms), _) => Self::Tokens(terms),
            (None, Searched::Item(item)) => Self::Places(places(context, item)),
            // A string is a node where it is a token.
            (None, Searched::String(string)) => Self::Tokens(Terms::of_word(context, string)),
            (None, _) => Self::Places(Vec::new()),
        }
    }

    /// The nodes in a run: numbers of the first and the last word of each.
    fn of_run(&self, document: usize, run: &[Word], mut take: impl FnMut(usize, usize)) {
        match self {
            Self::Tokens(terms) => {
                for (number, word) in run.iter().enumerate() {
                    if terms.holds(word.term) {
                        take(number, number);
                    }
                }
            }
            Self::Places(places) => {
                let places = places.get(document).map_or(&[][..], Vec::as_slice);
                let key = |place: &Place| (place.unit as usize, place.printed.range().start);
                let (Some(first), Some(last)) = (run.first(), run.last()) else {
                    return;
                };
                let behind = (first.unit as usize, first.start as usize);
                let from = places.partition_point(|place| key(place) < behind);
                let places = places.get(from..).unwrap_or(&[]).iter();
                let end = (last.unit as usize, last.end as usize);
                for place in places.take_while(|place| key(place) < end) {
                    let range = place.printed.range();
                    let at = |word: &Word, byte: u32| (word.unit as usize, byte as usize);
                    let first = run.partition_point(|word| {
                        at(word, word.end) <= (place.unit as usize, range.start)
                    });
                    let behind = run.partition_point(|word| {
                        at(word, word.start) < (place.unit as usize, range.end)
                    });
                    if first < behind {
                        take(first, behind - 1);
                    }
                }
            }
        }
    }
}

/// Counts the letters of a node that is one word: where they are no token of their own, they are no node.
#[derive(Debug, Default)]
struct Strings {
    /// The letters; empty for a node that is no word.
    node: String,
    letters: Letters,
    found: u64,
}

impl Strings {
    fn new(context: Context<'_>, node: &Searched) -> Self {
        let node = match node {
            Searched::Item(Item::Word(word)) | Searched::String(word) => word.trim(),
            _ => "",
        };
        let is_known = context.corpus.vocabulary.find(node).is_some();
        Self {
            node: match is_known {
                true => node.to_owned(),
                false => as_counted(context, node),
            },
            ..Self::default()
        }
    }

    fn look(&mut self, vocabulary: &Vocabulary, unit: &ScopedUnit<'_>) {
        if !self.node.is_empty() {
            self.letters.take_scoped(unit, vocabulary);
            self.found += self.letters.count(&self.node) as u64;
        }
    }
}

/// What is counted on the way.
#[derive(Debug)]
struct Counts {
    options: CollocationOptions,
    /// f(w), by term.
    of_terms: Vec<u32>,
    /// Co-occurrences, by term, then place from the outermost left to the outermost right.
    at_places: Vec<u32>,
    /// f(n).
    nodes: u64,
    /// Tokens in the windows.
    in_windows: u64,
    tokens: u64,
    articles: BTreeSet<(usize, u32)>,
}

impl Counts {
    fn new(vocabulary: &Vocabulary, options: CollocationOptions) -> Self {
        let places = usize::from(options.left) + usize::from(options.right);
        Self {
            options,
            of_terms: vec![0; vocabulary.len()],
            at_places: vec![0; vocabulary.len() * places],
            nodes: 0,
            in_windows: 0,
            tokens: 0,
            articles: BTreeSet::new(),
        }
    }

    fn places(&self) -> usize {
        usize::from(self.options.left) + usize::from(self.options.right)
    }

    /// Counts a run; gives the number of pairs.
    fn add(&mut self, nodes: &Nodes, document: usize, run: &[Word]) -> usize {
        self.tokens += run.len() as u64;
        for word in run {
            if let Some(count) = self.of_terms.get_mut(word.term.index()) {
                *count = count.saturating_add(1);
            }
        }
        let mut pairs = 0;
        nodes.of_run(document, run, |first, last| {
            self.nodes += 1;
            let left = usize::from(self.options.left);
            let right = usize::from(self.options.right);
            let from = first.saturating_sub(left);
            let before = run.get(from..first).unwrap_or(&[]);
            let behind = run.get(last + 1..).unwrap_or(&[]);
            let behind = behind.get(..right).unwrap_or(behind);
            let first_place = left - before.len();
            let before = before.iter().zip(first_place..);
            let both = before.chain(behind.iter().zip(left..));
            for (word, place) in both {
                pairs += 1;
                let at = word.term.index() * (left + right) + place;
                if let Some(count) = self.at_places.get_mut(at) {
                    *count = count.saturating_add(1);
                }
            }
        });
        self.in_windows += pairs as u64;
        pairs
    }

    fn at_places(&self, term: TermId) -> &[u32] {
        let start = term.index() * self.places();
        let counts = self.at_places.get(start..start + self.places());
        counts.unwrap_or(&[])
    }

    fn together(&self, term: TermId) -> u64 {
        let places = self.at_places(term).iter();
        places.map(|count| u64::from(*count)).sum()
    }

    fn of(&self, term: TermId) -> u32 {
        self.of_terms.get(term.index()).copied().unwrap_or(0)
    }
}

#[derive(Debug)]
struct Work {
    node: Searched,
    nodes: Nodes,
    of: Selection,
    scope: ScopeInWork,
    walk: Walk,
    runs: Runs,
    strings: Strings,
    counts: Counts,
}

impl Measuring for Work {
    fn step(&mut self, context: Context<'_>) -> Step {
        let Some(scope) = self.scope.step(context) else {
            return Step::Working(0, None);
        };
        let vocabulary = &context.corpus.vocabulary;
        let (nodes, counts, runs) = (&self.nodes, &mut self.counts, &mut self.runs);
        let strings = &mut self.strings;
        let is_done = self.walk.on(context, scope, WORK_A_STEP, |document, unit| {
            let mut pairs = 0;
            strings.look(vocabulary, unit);
            if let Some(article) = unit.unit.article {
                counts.articles.insert((document, article));
            }
            let words = runs.take(vocabulary, document, unit, &mut |document, run| {
                pairs += counts.add(nodes, document, run);
            });
            Taken::Whole(words + pairs)
        });
        if !is_done {
            return Step::Working(self.walk.per_mille(context).min(999), None);
        }
        Step::Done(Box::new(self.table(context)))
    }

    fn stop(mut self: Box<Self>, context: Context<'_>) -> Box<dyn Measured> {
        let per_mille = self.walk.per_mille(context);
        let mut table = self.table(context);
        table.stop(per_mille);
        Box::new(table)
    }
}

/// A collocate.
struct Row {
    term: TermId,
    together: u64,
    figures: AssociationFigures,
}

impl Work {
    fn table(&mut self, context: Context<'_>) -> FullTable {
        let (nodes, counts) = (&self.nodes, &mut self.counts);
        self.runs.end(&mut |document, run| {
            counts.add(nodes, document, run);
        });
        let vocabulary = &context.corpus.vocabulary;
        let (rows, removed) = self.rows(context);
        let names = rows.iter().map(|row| {
            let word = vocabulary.term(row.term);
            (word.to_owned(), self.lead(word))
        });
        let names = RowNames::Labels(names.collect());
        let order = Order {
            column: Column::LogLikelihood,
            descending: true,
        };
        let side = Side {
            selection: self.of.clone(),
            list: String::new(),
            articles: u32::try_from(self.counts.articles.len()).unwrap_or(u32::MAX),
            tokens: self.counts.tokens,
            types: rows_in_use(&self.counts.of_terms),
            parts: context.plan.settings.parts,
        };
        let options = self.counts.options;
        let mut notes = vec![
            Note::Node(self.counts.nodes),
            Note::RowTotal(options.row_total),
        ];
        let cut = self.strings.found.saturating_sub(self.counts.nodes);
        if cut > 0 {
            notes.push(Note::CutNode(cut));
        }
        if self.counts.tokens == 0 {
            notes.push(Note::EmptySide(0));
        }
        if removed > 0 {
            notes.push(Note::Removed {
                condition: Removal::CoOccurrences,
                threshold: options.least.max(1),
                items: removed,
            });
        }
        FullTable::new(context, names, self.columns(context, &rows), Some(order))
            .with_sides(vec![side])
            .with_notes(notes)
    }

    /// The collocates that are listed, and how many co-occur too rarely.
    fn rows(&self, context: Context<'_>) -> (Vec<Row>, u32) {
        let vocabulary = &context.corpus.vocabulary;
        let keeps_tag = |tag: &str| context.plan.keeps_tag(tag);
        let filter = context.plan.filter(&keeps_tag);
        let least = u64::from(self.counts.options.least.max(1));
        let mut rows = Vec::new();
        let mut removed = 0;
        for term in vocabulary.ids() {
            let together = self.counts.together(term);
            if together == 0 || !filter.keeps(vocabulary, term) {
                continue;
            }
            if together < least {
                removed += 1;
                continue;
            }
            let pair = Pair {
                together,
                node: self.counts.nodes,
                collocate: u64::from(self.counts.of(term)),
                tokens: self.counts.tokens,
                row_total: match self.counts.options.row_total {
                    RowTotal::Windows => self.counts.in_windows,
                    RowTotal::Node => self.counts.nodes,
                },
            };
            rows.push(Row {
                term,
                together,
                figures: pair.figures(),
            });
        }
        (rows, removed)
    }

    fn columns(&self, context: Context<'_>, rows: &[Row]) -> Vec<(Column, Values)> {
        let vocabulary = &context.corpus.vocabulary;
        let figures = |figure: fn(&AssociationFigures) -> f64| {
            Values::Figures(rows.iter().map(|row| figure(&row.figures)).collect())
        };
        let tags = rows.iter().map(|row| vocabulary.tag(row.term));
        let counts = rows.iter().map(|row| self.counts.of(row.term));
        let together = rows.iter().map(|row| row.together);
        let mut columns = vec![
            (Column::Rank, Values::Rank),
            (Column::Item, Values::Name),
            (Column::PartOfSpeech, Values::Texts(Texts::new(tags))),
            (Column::CoOccurrences, Values::Sums(together.collect())),
            (Column::Count, Values::Counts(counts.collect())),
            (Column::LogLikelihood, figures(|one| one.log_likelihood)),
            (Column::Mi, figures(|one| kept(one.mi))),
            (Column::Mi3, figures(|one| kept(one.mi3))),
            (Column::TScore, figures(|one| kept(one.t_score))),
            (Column::LogDice, figures(|one| kept(one.log_dice))),
            (Column::Expected, figures(|one| kept(one.expected))),
            (Column::Mi2, figures(|one| kept(one.mi2))),
            (Column::Npmi, figures(|one| kept(one.npmi))),
            (Column::ZScore, figures(|one| kept(one.z_score))),
            (Column::Dice, figures(|one| kept(one.dice))),
            (
                Column::DeltaPForward,
                figures(|one| kept(one.delta_p_forward)),
            ),
            (
                Column::DeltaPBackward,
                figures(|one| kept(one.delta_p_backward)),
            ),
            (
                Column::MinimumSensitivity,
                figures(|one| kept(one.minimum_sensitivity)),
            ),
            (Column::LogRatio, figures(|one| one.log_ratio)),
        ];
        let options = self.counts.options;
        let left = (1..=options.left as i8).rev().map(|place| -place);
        let positions = left.chain(1..=options.right as i8);
        for (number, position) in positions.enumerate() {
            let counts = rows.iter().map(|row| {
                let places = self.counts.at_places(row.term);
                places.get(number).copied().unwrap_or(0)
            });
            columns.push((Column::Position(position), Values::Counts(counts.collect())));
        }
        columns
    }

    /// The lines in which node and collocate stand together.
    ///
    /// A search for words near each other reaches as far on either side. Of a window that does not, the wider side counts,
    /// so that there may be more lines than co-occurrences; a node that is a word of its own window has one line for the two
    /// of it. Nodes that no pattern stands for lead to the collocate.
    fn lead(&self, collocate: &str) -> Lead {
        let options = self.counts.options;
        let node = match &self.node {
            Searched::Item(Item::Word(word)) | Searched::String(word) => word,
            Searched::Wildcard(pattern) => pattern,
            _ => return Lead::Item(Item::Word(collocate.to_owned())),
        };
        let (node, collocate) = (node.trim().to_owned(), collocate.to_owned());
        let words = if options.right == 0 {
            vec![collocate, node]
        } else {
            vec![node, collocate]
        };
        Lead::Search(Searched::Near {
            words,
            distance: options.left.max(options.right).saturating_sub(1),
            in_order: options.left == 0 || options.right == 0,
            within: options.within,
        })
    }
}

fn rows_in_use(counts: &[u32]) -> u32 {
    let used = counts.iter().filter(|count| **count > 0).count();
    u32::try_from(used).unwrap_or(u32::MAX)
}
