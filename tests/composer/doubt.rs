//! Whether reading doubts what it read wrongly.

use std::collections::{BTreeMap, BTreeSet};

use cijing::text::page::decision::{Answer, BreakAnswer, Decision};
use cijing::text::source::Source;

use super::score::{Break, Score, breaks, matches};
use super::truth::{Kind, Owners, Unit};

/// Adds whether wrong decisions were marked, and how many were marked at all.
pub fn score(
    score: &mut Score,
    truth: &Owners,
    read: &Owners,
    source: &Source,
    decisions: &[Decision],
) {
    let judge = Judge::new(truth, read, source);
    for decision in decisions {
        score.all_marked.add(decision.is_doubtful());
        if judge.is_right(decision) == Some(false) {
            score.wrong_marked.add(decision.is_doubtful());
        }
    }
}

/// Knows which decisions are right.
struct Judge<'page> {
    truth: &'page Owners,
    read: &'page Owners,
    source: &'page Source,
    breaks: BTreeMap<usize, Break>,
    /// For each true article the read one that has most of its body.
    matched: Vec<Option<usize>>,
    /// Where the bodies of the true articles begin.
    beginnings: BTreeSet<usize>,
}

impl<'page> Judge<'page> {
    fn new(truth: &'page Owners, read: &'page Owners, source: &'page Source) -> Self {
        let matched = matches(truth, read).into_iter();
        Self {
            truth,
            read,
            source,
            breaks: breaks(truth),
            matched: matched.map(|found| Some(found?.0)).collect(),
            beginnings: beginnings(truth),
        }
    }

    /// Whether a decision is right; `None` where the truth does not say.
    fn is_right(&self, decision: &Decision) -> Option<bool> {
        let start = self.source.scalar_at(decision.place.start) as usize;
        let end = self.source.scalar_at(decision.place.end) as usize;
        match decision.answer {
            Answer::Break(answer) => {
                let line = self.source.line_of(decision.place.start);
                let wanted = self.breaks.get(&line)?;
                let answer = answer_of(answer);
                let is_soft = self.truth.soft.contains(&line) && answer != Break::Paragraph;
                Some(is_soft || *wanted == answer)
            }
            Answer::Headline(_) => {
                let (_, read) = first_unit(self.read, start, end)?;
                let (_, unit) = first_unit(self.truth, start, end)?;
                let article = self.matched.get(unit.article).copied().flatten();
                Some(unit.kind == Kind::Head && article == Some(read.article))
            }
            Answer::ArticleBegins => {
                let (place, _) = first_unit(self.truth, start, end)?;
                Some(self.beginnings.contains(&place))
            }
            Answer::SetAside(_) => {
                let (_, unit) = first_unit(self.truth, start, end)?;
                Some(matches!(unit.kind, Kind::Aside | Kind::Markup))
            }
        }
    }
}

/// Where the first paragraph of each article begins.
fn beginnings(owners: &Owners) -> BTreeSet<usize> {
    let mut first: BTreeMap<usize, usize> = BTreeMap::new();
    for (place, unit) in owners.units.iter().enumerate() {
        if let Some(unit) = unit.filter(|unit| unit.kind == Kind::Paragraph) {
            first.entry(unit.article).or_insert(place);
        }
    }
    first.into_values().collect()
}

/// The first character of a range that belongs to a unit other than markup, and its unit.
fn first_unit(owners: &Owners, start: usize, end: usize) -> Option<(usize, Unit)> {
    let places = start..end.max(start + 1).min(owners.units.len());
    let mut printed = places.filter_map(|place| Some((place, owners.units[place]?)));
    let first = printed.clone().next();
    printed
        .find(|(_, unit)| unit.kind != Kind::Markup)
        .or(first)
}

fn answer_of(answer: BreakAnswer) -> Break {
    match answer {
        BreakAnswer::Wrap => Break::Join,
        BreakAnswer::Paragraph => Break::Paragraph,
        BreakAnswer::Unit => Break::Unit,
    }
}
