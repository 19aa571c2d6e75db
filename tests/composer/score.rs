//! How well a page was read: the figures of issue 3, over the characters of the page.

use std::collections::{BTreeMap, BTreeSet};

use cijing::text::page::decision::Decision;
use cijing::text::page::model::{Article, Page, Printed, Rule};
use cijing::text::source::{Source, is_blank};

use super::doubt;
use super::truth::{Kind, NO_ARTICLE, Owners, Unit};

/// What a line break is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Break {
    Join,
    Paragraph,
    Unit,
}

/// How many of something were right.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    pub right: usize,
    pub all: usize,
}

impl Share {
    /// Counts one more.
    pub fn add(&mut self, is_right: bool) {
        self.right += usize::from(is_right);
        self.all += 1;
    }

    /// Adds another share.
    pub fn join(&mut self, other: Self) {
        self.right += other.right;
        self.all += other.all;
    }

    /// From 0 to 1; 1 where nothing was asked.
    pub fn figure(self) -> f64 {
        if self.all == 0 {
            1.0
        } else {
            self.right as f64 / self.all as f64
        }
    }
}

/// Found and wanted things, and how many are both.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Overlap {
    pub both: usize,
    pub read: usize,
    pub true_ones: usize,
}

impl Overlap {
    fn join(&mut self, other: Self) {
        self.both += other.both;
        self.read += other.read;
        self.true_ones += other.true_ones;
    }

    /// F1, from 0 to 1; 1 where there is nothing on either side.
    pub fn figure(self) -> f64 {
        if self.read + self.true_ones == 0 {
            1.0
        } else {
            2.0 * self.both as f64 / (self.read + self.true_ones) as f64
        }
    }
}

/// What was measured on one page, or on many.
#[derive(Debug, Clone, Default)]
pub struct Score {
    /// Characters in no unit, or in two.
    pub lost: usize,
    /// Characters in further bylines, which the other scorer knows nothing of and counts as lost.
    pub in_other_bylines: usize,
    pub newline: Share,
    pub by_break: BTreeMap<Break, Share>,
    pub articles: Overlap,
    pub headlines: Share,
    pub bylines: Share,
    pub aside: Overlap,
    /// For each true article of a page whether it was found; empty in sums.
    pub found: Vec<bool>,
    /// For each true article of a page its headlines; empty in sums.
    pub found_headlines: Vec<Share>,
    /// Of the wrong decisions, those that were marked doubtful.
    pub wrong_marked: Share,
    /// Of all decisions, those that were marked doubtful.
    pub all_marked: Share,
}

impl Score {
    /// Adds another page's figures.
    pub fn join(&mut self, other: &Self) {
        self.lost += other.lost;
        self.in_other_bylines += other.in_other_bylines;
        self.newline.join(other.newline);
        for (kind, share) in &other.by_break {
            self.by_break.entry(*kind).or_default().join(*share);
        }
        self.articles.join(other.articles);
        self.headlines.join(other.headlines);
        self.bylines.join(other.bylines);
        self.aside.join(other.aside);
        self.wrong_marked.join(other.wrong_marked);
        self.all_marked.join(other.all_marked);
    }

    /// The mean over the kinds of line breaks.
    pub fn macro_newline(&self) -> f64 {
        let sum: f64 = self.by_break.values().map(|share| share.figure()).sum();
        sum / self.by_break.len().max(1) as f64
    }
}

/// To which unit a reading gave each character.
pub fn owners(source: &Source, page: &Page) -> Owners {
    let mut owners = Owners::new(page.articles.len());
    owners.characters = source.text().chars().collect();
    owners.units = vec![None; owners.characters.len()];
    for (article, content) in page.articles.iter().enumerate() {
        for (kind, number, printed) in article_units(content) {
            let unit = Unit {
                kind,
                article,
                number,
            };
            claim(&mut owners, source, unit, printed);
        }
    }
    let is_mark = |rule| matches!(rule, Rule::Markup | Rule::Invisible);
    for marks in [false, true] {
        for (number, removed) in page.removed.iter().enumerate() {
            if is_mark(removed.rule) == marks {
                let unit = Unit {
                    kind: if marks { Kind::Markup } else { Kind::Aside },
                    article: NO_ARTICLE,
                    number,
                };
                claim(&mut owners, source, unit, &removed.printed);
            }
        }
    }
    owners
}

/// The units of an article.
fn article_units(article: &Article) -> Vec<(Kind, usize, &Printed)> {
    let number = |kind, units: Vec<_>| {
        let numbered = units.into_iter().enumerate();
        numbered.map(move |(number, printed)| (kind, number, printed))
    };
    let headlines = article.headlines.iter().map(|unit| &unit.printed).collect();
    let paragraphs = article
        .paragraphs
        .iter()
        .map(|unit| &unit.printed)
        .collect();
    let bylines = article.byline.iter().map(|unit| &unit.printed).collect();
    let others = article
        .other_bylines
        .iter()
        .map(|unit| &unit.printed)
        .collect();
    number(Kind::Head, headlines)
        .chain(number(Kind::Paragraph, paragraphs))
        .chain(number(Kind::Byline, bylines))
        .chain(number(Kind::OtherByline, others))
        .chain(number(Kind::Signature, article.signature.iter().collect()))
        .collect()
}

fn claim(owners: &mut Owners, source: &Source, unit: Unit, printed: &Printed) {
    for piece in &printed.pieces {
        for place in source.scalar_at(piece.start)..source.scalar_at(piece.end) {
            let slot = &mut owners.units[place as usize];
            owners.claimed_twice += usize::from(slot.is_some() && unit.kind != Kind::Markup);
            *slot = Some(unit);
        }
    }
}

/// What each line break between two lines with something on them is, by the number of the line before it.
pub fn breaks(owners: &Owners) -> BTreeMap<usize, Break> {
    let mut breaks = BTreeMap::new();
    let mut line = 0;
    let mut last: Option<(Unit, usize)> = None;
    for (character, unit) in owners.characters.iter().zip(&owners.units) {
        let counts = |unit: &Unit| !matches!(unit.kind, Kind::Markup | Kind::OtherByline);
        let printed = unit.filter(|unit| !is_blank(*character) && counts(unit));
        if let Some(unit) = printed {
            if let Some((before, before_line)) = last.filter(|(_, before)| *before != line) {
                breaks.insert(before_line, break_between(before, unit));
            }
            last = Some((unit, line));
        }
        line += usize::from(*character == '\n');
    }
    breaks
}

fn break_between(before: Unit, behind: Unit) -> Break {
    if before == behind {
        Break::Join
    } else if before.kind == Kind::Paragraph
        && behind.kind == Kind::Paragraph
        && before.article == behind.article
    {
        Break::Paragraph
    } else {
        Break::Unit
    }
}

fn is_body(kind: Kind) -> bool {
    matches!(kind, Kind::Paragraph | Kind::Signature)
}

/// For each true article the read one that has most of its body, and the share of both bodies that they share.
pub fn matches(truth: &Owners, read: &Owners) -> Vec<Option<(usize, f64)>> {
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    let mut true_size = vec![0; truth.articles];
    let mut read_size = vec![0; read.articles];
    let body = |unit: Option<Unit>| {
        unit.filter(|unit| is_body(unit.kind))
            .map(|unit| unit.article)
    };
    for (place, character) in truth.characters.iter().enumerate() {
        if is_blank(*character) {
            continue;
        }
        let pair = (body(truth.units[place]), body(read.units[place]));
        if let Some(article) = pair.0 {
            true_size[article] += 1;
        }
        if let Some(article) = pair.1 {
            read_size[article] += 1;
        }
        if let (Some(one), Some(other)) = pair {
            *shared.entry((one, other)).or_default() += 1;
        }
    }
    let best = |article: usize| {
        let candidates = shared.iter().filter(|((one, _), _)| *one == article);
        let ((_, other), both) = candidates.rev().max_by_key(|(_, both)| **both)?;
        let union = true_size[article] + read_size[*other] - both;
        Some((*other, *both as f64 / union as f64))
    };
    (0..truth.articles).map(best).collect()
}

/// The number of articles that have a body.
fn bodies(owners: &Owners) -> usize {
    let all = owners.units.iter().flatten();
    all.filter(|unit| is_body(unit.kind))
        .map(|unit| unit.article)
        .collect::<BTreeSet<usize>>()
        .len()
}

/// The articles that have the same body in both, with at least this much in common.
const SAME_BODY: f64 = 0.95;

/// Compares what was read with the truth. `decisions` are the reader's own, for its doubts.
pub fn score(truth: &Owners, read: &Owners, source: &Source, decisions: &[Decision]) -> Score {
    let mut score = Score::default();
    let unread = read.units.iter().zip(&read.characters);
    score.lost = read.claimed_twice
        + unread
            .filter(|(unit, character)| unit.is_none() && !is_blank(**character))
            .count();
    score.in_other_bylines = by_unit(read, Kind::OtherByline)
        .values()
        .map(Vec::len)
        .sum();
    let (true_breaks, read_breaks) = (breaks(truth), breaks(read));
    for (line, kind) in &true_breaks {
        let read = read_breaks.get(line);
        let is_soft = truth.soft.contains(line) && matches!(read, Some(Break::Join | Break::Unit));
        let is_right = is_soft || read == Some(kind);
        score.newline.add(is_right);
        score.by_break.entry(*kind).or_default().add(is_right);
    }
    let matched = matches(truth, read);
    let is_found = |found: &&(usize, f64)| found.1 >= SAME_BODY;
    score.articles = Overlap {
        both: matched.iter().flatten().filter(is_found).count(),
        read: bodies(read),
        true_ones: bodies(truth),
    };
    let is_same =
        |found: &Option<(usize, f64)>| found.as_ref().is_some_and(|found| is_found(&found));
    score.found = matched.iter().map(is_same).collect();
    score.found_headlines = vec![Share::default(); truth.articles];
    score_parts(&mut score, truth, read, &matched);
    doubt::score(&mut score, truth, read, source, decisions);
    score
}

/// Headlines, bylines and what was set aside.
fn score_parts(score: &mut Score, truth: &Owners, read: &Owners, matched: &[Option<(usize, f64)>]) {
    let headlines = by_unit(truth, Kind::Head);
    for (unit, places) in headlines {
        let article = matched[unit.article].map(|(article, _)| article);
        let is_headline = |unit: Unit| unit.kind == Kind::Head && Some(unit.article) == article;
        let found = places
            .iter()
            .all(|place| read.units[*place].is_some_and(is_headline));
        score.headlines.add(found);
        score.found_headlines[unit.article].add(found);
    }
    let read_bylines = by_unit(read, Kind::Byline);
    for (unit, places) in by_unit(truth, Kind::Byline) {
        let found = matched[unit.article].is_some_and(|(article, _)| {
            let number = 0;
            let kind = Kind::Byline;
            read_bylines.get(&Unit {
                kind,
                article,
                number,
            }) == Some(&places)
        });
        score.bylines.add(found);
    }
    score.aside = aside(truth, read);
}

/// The characters that were set aside, other than marks.
fn aside(truth: &Owners, read: &Owners) -> Overlap {
    let is_aside = |unit: Option<Unit>| unit.is_some_and(|unit| unit.kind == Kind::Aside);
    let mut overlap = Overlap::default();
    for (place, character) in truth.characters.iter().enumerate() {
        if !is_blank(*character) {
            let (wanted, found) = (is_aside(truth.units[place]), is_aside(read.units[place]));
            overlap.true_ones += usize::from(wanted);
            overlap.read += usize::from(found);
            overlap.both += usize::from(wanted && found);
        }
    }
    overlap
}

/// The places of the printed characters of each unit of a kind.
fn by_unit(owners: &Owners, kind: Kind) -> BTreeMap<Unit, Vec<usize>> {
    let mut units: BTreeMap<Unit, Vec<usize>> = BTreeMap::new();
    for (place, unit) in owners.units.iter().enumerate() {
        let is_printed = !is_blank(owners.characters[place]);
        if let Some(unit) = unit.filter(|unit| unit.kind == kind && is_printed) {
            units.entry(unit).or_default().push(place);
        }
    }
    units
}
