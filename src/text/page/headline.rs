//! Which headline lines belong to which article.
//!
//! Headlines stand before their body, behind it, or all together at the page's end in another order. Each run of
//! display lines is cut into stretches, one an article, by what lines and bodies share; position is only a prior. Where
//! two runs claim one article, the stronger claim holds and the weaker looks for another.

use std::ops::Range;

use super::article::{DisplayRun, Draft};
use super::claim::{self, Claim, Matched};
use super::display::{self, HeadlineLine, merge};
use super::divide;
use super::group::GroupIndex;
use super::join::Verdict;
use super::line::head;
use super::turn::Habit;
use crate::text::source::{Source, Span};

/// How many articles before a run, and behind it, can be its own.
const REACH: (usize, usize) = (24, 8);
/// How many bytes of an article are compared.
const COMPARED_BYTES: usize = 6 * 1024;
/// What all shared characters together weigh; the priors are relative to it.
const SHARED_WEIGHT: i64 = 1000;
/// What it weighs that both a headline and an article are of a document.
const DOCUMENT_WEIGHT: i64 = 250;
/// Prior of the article directly behind a run, and of the one before it, where headlines stand before their bodies.
const BEFORE_BODY: (i64, i64) = (250, 60);
/// The same where the page begins with a body, so that headlines stand behind or at the end.
const BEHIND_BODY: (i64, i64) = (120, 150);
/// Finds the headlines of drafts: first takes up the lines of every run, then weighs them, a run a step.
#[derive(Debug, Default)]
pub struct HeadlineMatcher {
    /// How many runs were looked at for how the page sets its headlines.
    noted: usize,
    habit: Habit,
    /// The lines of every run taken up.
    lines: Vec<Vec<HeadlineLine>>,
    /// The run that is weighed next, and the first draft that is not looked at yet.
    next: usize,
    next_draft: usize,
    groups: GroupIndex,
    /// The breaks between headline lines, by the byte at which the line before ends.
    breaks: Vec<(u32, Verdict)>,
    claims: Vec<Claim>,
}

impl HeadlineMatcher {
    /// Takes up or weighs the next run; returns whether there was one.
    pub fn step(&mut self, source: &Source, runs: &[DisplayRun], drafts: &[Draft]) -> bool {
        if let Some(run) = runs.get(self.noted) {
            display::note_habit(&mut self.habit, source, &run.units);
            self.noted += 1;
            return true;
        }
        if let Some(run) = runs.get(self.lines.len()) {
            let display::Lines { headlines, breaks } = merge(source, &run.units, self.habit);
            self.breaks.extend(breaks);
            for line in &headlines {
                self.groups.add_headline(source.slice(line.span));
            }
            self.lines.push(headlines);
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
                let mut row = self.groups.shared(line, candidates.clone(), SHARED_WEIGHT);
                if display::is_document_title(line) {
                    add_documents(
                        &mut row,
                        source,
                        drafts.get(candidates.clone()).unwrap_or(&[]),
                    );
                }
                row
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
            let run = self.next;
            match self.claims.last_mut() {
                Some(last) if last.run == run && last.draft == draft => {
                    last.lines.push(*line);
                    last.rows.push(row);
                }
                _ => self.claims.push(Claim {
                    run,
                    first_line: place,
                    lines: vec![*line],
                    draft,
                    prior: priors.get(candidate).copied().unwrap_or(0),
                    rows: vec![row],
                    first_draft,
                }),
            }
        }
    }

    /// The lines that each draft was given first, whoever has the better claim, and those that share most with it; with
    /// the number of their claim.
    pub fn claimed(&self, drafts: usize) -> Vec<Vec<(usize, Span)>> {
        let mut lines = vec![Vec::new(); drafts];
        for (number, claim) in self.claims.iter().enumerate() {
            let best = claim.best().filter(|best| *best != claim.draft);
            for draft in best.into_iter().chain([claim.draft]) {
                if let Some(lines) = lines.get_mut(draft) {
                    lines.extend(claim.lines.iter().map(|line| (number, line.span)));
                }
            }
        }
        lines
    }

    /// Settles the claims: the lines of every draft's headline, and lines for which there is no article.
    pub fn finish(self, runs: &[DisplayRun], drafts: usize) -> Matched {
        Matched {
            breaks: self.breaks,
            ..claim::settle(self.claims, runs, drafts)
        }
    }
}

/// The title of a document weighs more with drafts that are documents: reports about it have its words too.
fn add_documents(row: &mut [i64], source: &Source, drafts: &[Draft]) {
    for (weight, draft) in row.iter_mut().zip(drafts) {
        let items = draft
            .paragraphs
            .iter()
            .filter(|(span, _)| divide::is_numbered(head(source, *span, 40)));
        if !draft.signature.is_empty() || items.take(2).count() == 2 {
            *weight += DOCUMENT_WEIGHT;
        }
    }
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
