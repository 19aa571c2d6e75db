//! Which headline lines belong to which article.
//!
//! Headlines stand before their body, behind it, or all together at the page's end in another order. Each run of
//! display lines is cut into stretches, one an article, by what lines and bodies share; position is only a prior. Where
//! two runs claim one article, the stronger claim holds and the weaker looks for another.

use std::ops::Range;

use super::article::{DisplayRun, Draft};
use super::character::is_space;
use super::group::GroupIndex;
use super::line::head;
use super::print::Spacing;
use super::role;
use super::unit::Unit;
use crate::text::source::{Source, Span};

/// How many articles before a run, and behind it, can be its own.
const REACH: (usize, usize) = (24, 8);
/// How many bytes of an article are compared.
const COMPARED_BYTES: usize = 6 * 1024;
/// What all shared characters together weigh; the priors are relative to it.
const SHARED_WEIGHT: i64 = 1000;
/// Prior of the article directly behind a run, and of the one before it, where headlines stand before their bodies.
const BEFORE_BODY: (i64, i64) = (250, 60);
/// The same where the page begins with a body, so that headlines stand behind or at the end.
const BEHIND_BODY: (i64, i64) = (120, 150);
/// What it costs to give neighbouring lines to different articles: across a blank line, without one, and behind a
/// line that announces the next.
const CHANGE_COSTS: [i64; 3] = [120, 240, 5000];

/// One headline: a line, or lines that are one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct HeadlineLine {
    span: Span,
    spacing: Spacing,
    /// What it costs when the line before belongs to another article.
    change_cost: i64,
}

/// Headline lines that belong to one article.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Claim {
    run: usize,
    first_line: usize,
    lines: Vec<HeadlineLine>,
    draft: usize,
    weight: i64,
    /// What the lines share with each candidate, the first of which is the draft `first_draft`.
    shared: Vec<i64>,
    first_draft: usize,
}

impl Claim {
    fn printed(&self) -> Vec<(Span, Spacing)> {
        self.lines
            .iter()
            .map(|line| (line.span, line.spacing))
            .collect()
    }

    /// Whether the other claim's lines stand directly before or behind these in the same run.
    fn is_beside(&self, other: &Self) -> bool {
        self.run == other.run
            && (self.first_line + self.lines.len() == other.first_line
                || other.first_line + other.lines.len() == self.first_line)
    }

    /// What the lines share with a draft.
    fn shared_with(&self, draft: usize) -> Option<i64> {
        self.shared
            .get(draft.checked_sub(self.first_draft)?)
            .copied()
    }
}

/// Finds the headlines of drafts: first takes up the lines of every run, then weighs them, a run a step.
#[derive(Debug, Default)]
pub struct HeadlineMatcher {
    /// The lines of every run taken up.
    lines: Vec<Vec<HeadlineLine>>,
    /// The run that is weighed next, and the first draft that is not looked at yet.
    next: usize,
    next_draft: usize,
    groups: GroupIndex,
    claims: Vec<Claim>,
}

impl HeadlineMatcher {
    /// Takes up or weighs the next run; returns whether there was one.
    pub fn step(&mut self, source: &Source, runs: &[DisplayRun], drafts: &[Draft]) -> bool {
        if let Some(run) = runs.get(self.lines.len()) {
            let lines = merge(source, &run.units);
            for line in &lines {
                self.groups.add_headline(source.slice(line.span));
            }
            self.lines.push(lines);
            return true;
        }
        let Some(run) = runs.get(self.next) else {
            return false;
        };
        let lines = self
            .lines
            .get_mut(self.next)
            .map(std::mem::take)
            .unwrap_or_default();
        let candidates =
            run.before.saturating_sub(REACH.0)..(run.before + REACH.1).min(drafts.len());
        self.look_at(source, drafts, &candidates);
        let prior = if runs.first().is_some_and(|first| first.before == 0) {
            BEFORE_BODY
        } else {
            BEHIND_BODY
        };
        let weights: Vec<Vec<i64>> = lines
            .iter()
            .map(|line| {
                let line = source.slice(line.span);
                self.groups.shared(line, candidates.clone(), SHARED_WEIGHT)
            })
            .collect();
        let priors: Vec<i64> = candidates
            .clone()
            .map(|draft| position_prior(run.before, draft, prior))
            .collect();
        self.claim(&lines, &weights, &priors, candidates.start);
        self.next += 1;
        true
    }

    /// Notes what the candidates share with headlines, as far as that is not done; runs and drafts are in order.
    fn look_at(&mut self, source: &Source, drafts: &[Draft], candidates: &Range<usize>) {
        for number in self.next_draft.max(candidates.start)..candidates.end {
            let mut left = COMPARED_BYTES;
            let paragraphs = drafts
                .get(number)
                .map_or(&[][..], |draft| &draft.paragraphs);
            for (span, _) in paragraphs {
                self.groups.add_body(number, head(source, *span, left));
                left = left.saturating_sub(span.len());
                if left == 0 {
                    break;
                }
            }
        }
        self.next_draft = self.next_draft.max(candidates.end);
    }

    /// Cuts a run into stretches of one article each, with the greatest sum of weights.
    fn claim(
        &mut self,
        lines: &[HeadlineLine],
        weights: &[Vec<i64>],
        priors: &[i64],
        first_draft: usize,
    ) {
        let costs: Vec<i64> = lines.iter().map(|line| line.change_cost).collect();
        let path = best_path(weights, priors, &costs);
        for (place, (line, &candidate)) in lines.iter().zip(&path).enumerate() {
            let draft = first_draft + candidate;
            let row = weights.get(place).cloned().unwrap_or_default();
            let weight = row.get(candidate).copied().unwrap_or(0);
            let run = self.next;
            match self.claims.last_mut() {
                Some(last) if last.run == run && last.draft == draft => {
                    last.lines.push(*line);
                    last.weight += weight;
                    last.shared
                        .iter_mut()
                        .zip(row)
                        .for_each(|(sum, weight)| *sum += weight);
                }
                _ => self.claims.push(Claim {
                    run,
                    first_line: place,
                    lines: vec![*line],
                    draft,
                    weight: weight + priors.get(candidate).copied().unwrap_or(0),
                    shared: row,
                    first_draft,
                }),
            }
        }
    }

    /// Settles the claims: the lines of every draft's headline, and lines for which there is no article.
    pub fn finish(mut self, runs: &[DisplayRun], drafts: usize) -> Matched {
        self.claims
            .sort_by_key(|claim| (-claim.weight, claim.run, claim.first_line));
        let mut winners: Vec<Option<Claim>> = vec![None; drafts];
        let mut losers = Vec::new();
        for claim in self.claims {
            match winners.get_mut(claim.draft) {
                Some(slot @ None) => *slot = Some(claim),
                _ => losers.push(claim),
            }
        }
        losers.sort_by_key(|claim| (claim.run, claim.first_line));
        let mut orphans = Vec::new();
        for claim in losers {
            let before = runs.get(claim.run).map_or(0, |run| run.before);
            match second_choice(&claim, &winners, before).and_then(|draft| winners.get_mut(draft)) {
                Some(Some(winner)) => absorb(winner, claim),
                Some(slot) => *slot = Some(claim),
                None => orphans.push((before, claim.printed())),
            }
        }
        let lines = |claim: Option<Claim>| claim.map(|claim| claim.printed()).unwrap_or_default();
        Matched {
            of_draft: winners.into_iter().map(lines).collect(),
            orphans,
        }
    }
}

/// The draft for a claim that lost its own: one without a headline that shares something or stands next to the run,
/// or one whose headline stands beside these lines.
fn second_choice(claim: &Claim, winners: &[Option<Claim>], before: usize) -> Option<usize> {
    let [apart, ..] = CHANGE_COSTS;
    let last = claim.first_draft + claim.shared.len();
    (claim.first_draft..last.min(winners.len()))
        .filter_map(|draft| {
            let shared = claim.shared_with(draft)?;
            let weight = match winners.get(draft)? {
                None if draft == before || draft + 1 == before => shared + apart,
                None if shared >= apart => shared,
                Some(winner) if winner.is_beside(claim) => shared + apart,
                _ => return None,
            };
            Some((weight, std::cmp::Reverse(draft)))
        })
        .max()
        .map(|(_, std::cmp::Reverse(draft))| draft)
}

/// Adds the lines of a claim to the claim that they stand beside.
fn absorb(winner: &mut Claim, claim: Claim) {
    if claim.first_line < winner.first_line {
        winner.first_line = claim.first_line;
        winner.lines.splice(0..0, claim.lines);
    } else {
        winner.lines.extend(claim.lines);
    }
}

/// The settled headlines.
#[derive(Debug, Default)]
pub struct Matched {
    /// The lines of each draft's headline, in reading order.
    pub of_draft: Vec<Vec<(Span, Spacing)>>,
    /// Lines without an article, with the number of the draft that they stand before; in source order.
    pub orphans: Vec<(usize, Vec<(Span, Spacing)>)>,
}

/// What a draft's place tells before anything is compared.
fn position_prior(before: usize, draft: usize, (behind, ahead): (i64, i64)) -> i64 {
    if draft == before {
        behind
    } else if draft + 1 == before {
        ahead
    } else {
        -i64::try_from(draft.abs_diff(before)).unwrap_or(0)
    }
}

/// For each line the candidate, so that the sum of weights and of the priors of the stretches, less the costs of
/// changes, is greatest.
fn best_path(weights: &[Vec<i64>], priors: &[i64], change_costs: &[i64]) -> Vec<usize> {
    let mut sums: Vec<i64> = Vec::new();
    let mut backs: Vec<Vec<usize>> = Vec::new();
    for (row, cost) in weights.iter().zip(change_costs) {
        let best = greatest(&sums);
        let changed = sums.get(best).map_or(0, |sum| sum - cost);
        let (next, back) = row
            .iter()
            .zip(priors)
            .enumerate()
            .map(|(place, (weight, prior))| match sums.get(place) {
                Some(&stay) if stay >= changed + prior => (weight + stay, place),
                _ => (weight + changed + prior, best),
            })
            .unzip();
        sums = next;
        backs.push(back);
    }
    let mut place = greatest(&sums);
    let mut path: Vec<usize> = backs
        .iter()
        .rev()
        .map(|back| {
            let before = back.get(place).copied().unwrap_or(0);
            std::mem::replace(&mut place, before)
        })
        .collect();
    path.reverse();
    path
}

/// The place of the first greatest number; 0 where there is none.
fn greatest(numbers: &[i64]) -> usize {
    let places = 0..numbers.len();
    places
        .max_by_key(|&place| (numbers.get(place), std::cmp::Reverse(place)))
        .unwrap_or(0)
}

/// Joins the lines of a run that are one headline.
fn merge(source: &Source, units: &[Unit]) -> Vec<HeadlineLine> {
    let mut lines: Vec<HeadlineLine> = Vec::new();
    let mut index = 0;
    while let Some(unit) = units.get(index) {
        let count = merged_units(source, units, index);
        let last = units.get(index + count - 1).unwrap_or(unit);
        let is_parallel = count == 2 && is_parallel(unit, last);
        let is_announced = lines
            .last()
            .is_some_and(|line| role::announces(source.slice(line.span)));
        let [apart, together, announced] = CHANGE_COSTS;
        lines.push(HeadlineLine {
            span: Span {
                start: unit.span.start,
                end: last.span.end,
            },
            spacing: if is_parallel {
                Spacing::Clauses
            } else {
                Spacing::Kept
            },
            change_cost: match (is_announced, unit.blank_before) {
                (true, _) => announced,
                (false, false) => together,
                (false, true) => apart,
            },
        });
        index += count;
    }
    lines
}

/// How many units from this one on are one headline.
fn merged_units(source: &Source, units: &[Unit], index: usize) -> usize {
    let rest = units.get(index..).unwrap_or(&[]);
    let together = 1 + rest
        .iter()
        .skip(1)
        .take_while(|unit| !unit.blank_before)
        .count();
    let block = rest.get(..together).unwrap_or(&[]);
    let Some(first) = block.first() else {
        return 1;
    };
    let single = block.iter().take_while(|unit| unit.width <= 2).count();
    if single >= 3 {
        return single;
    }
    let opens_title = source.slice(first.span).starts_with("关于");
    if opens_title && !is_title_end(source, first) {
        let end = block
            .iter()
            .take(6)
            .position(|unit| is_title_end(source, unit));
        return end.map_or(1, |end| end + 1);
    }
    match block {
        [first, second, ..] if is_parallel(first, second) => 2,
        _ => 1,
    }
}

/// Whether two lines are set to one length, as the halves of one headline are.
fn is_parallel(first: &Unit, second: &Unit) -> bool {
    !second.blank_before && first.width >= 12 && first.width.abs_diff(second.width) <= 1
}

/// Whether a unit ends a document's title, letter-spaced or not.
fn is_title_end(source: &Source, unit: &Unit) -> bool {
    const KINDS: [&str; 14] = [
        "通告",
        "公告",
        "通知",
        "通报",
        "启事",
        "公示",
        "声明",
        "决定",
        "意见",
        "办法",
        "规定",
        "倡议书",
        "公开信",
        "方案",
    ];
    let title: String = source
        .slice(unit.span)
        .chars()
        .filter(|character| !is_space(*character))
        .collect();
    KINDS.iter().any(|kind| title.ends_with(kind))
}
