//! Claims of headline lines to articles, and how they are settled: one article a headline, as far as there are enough.

use super::article::DisplayRun;
use super::display::{CHANGE_COSTS, HeadlineLine};
use super::join::Verdict;
use super::print::Spacing;
use super::reason::Reason;
use super::recorder::Matching;
use crate::text::arrange::Arrange;
use crate::text::source::Span;

/// What an article without a headline has before one that has some, when lines could be of either.
const HEADLESS_BONUS: i64 = 80;
/// The least that lines must share with an article to be taken from another.
const LEAST_SHARED: i64 = 50;

/// Headline lines that belong to one article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// The run of display lines in which they stand.
    pub run: usize,
    /// The number of the first of them in the run.
    pub first_line: usize,
    /// The lines.
    pub lines: Vec<HeadlineLine>,
    /// The number of the article's draft.
    pub draft: usize,
    /// What the draft's place weighs.
    pub prior: i64,
    /// What each line shares with each candidate, the first of which is the draft `first_draft`.
    pub rows: Vec<Vec<i64>>,
    /// See `rows`.
    pub first_draft: usize,
}

impl Claim {
    fn printed(&self) -> Vec<(Span, Spacing)> {
        self.lines
            .iter()
            .map(|line| (line.span, line.spacing))
            .collect()
    }

    fn weight(&self) -> i64 {
        self.prior + self.shared_with(self.draft).unwrap_or(0)
    }

    /// Whether the other claim's lines stand directly before or behind these in the same run.
    fn is_beside(&self, other: &Self) -> bool {
        self.run == other.run
            && (self.first_line + self.lines.len() == other.first_line
                || other.first_line + other.lines.len() == self.first_line)
    }

    /// How sure it is that the lines are those of their draft: by how much more they share with it than with any other,
    /// and by whether it stands next to them.
    fn matchings(&self, runs: &[DisplayRun]) -> Vec<Matching> {
        let count = i64::try_from(self.lines.len().max(1)).unwrap_or(1);
        let mine = self.shared_with(self.draft).unwrap_or(0) / count;
        let others = self.candidates().filter(|draft| *draft != self.draft);
        let best_other = others
            .filter_map(|draft| self.shared_with(draft))
            .map(|shared| shared / count)
            .max();
        let margin = mine - best_other.unwrap_or(0);
        let is_next = runs
            .get(self.run)
            .is_some_and(|run| self.draft == run.before || self.draft + 1 == run.before);
        let (reason, confidence) = match margin {
            60.. => (Reason::SharedWords, 80 + margin / 10),
            0.. if is_next => (Reason::Position, 70 + margin / 6),
            _ if is_next => (Reason::Position, 70 + margin / 4),
            _ => (Reason::SharedWords, 60 + margin / 4),
        };
        let confidence = u8::try_from(confidence.clamp(50, 99)).unwrap_or(50);
        let lines = self.lines.iter();
        lines
            .map(|line| Matching {
                start: line.span.start,
                reason,
                confidence,
            })
            .collect()
    }

    /// The drafts that were looked at.
    fn candidates(&self) -> std::ops::Range<usize> {
        let count = self.rows.first().map_or(0, Vec::len);
        self.first_draft..self.first_draft + count
    }

    /// What the lines share with a draft.
    fn shared_with(&self, draft: usize) -> Option<i64> {
        shared(&self.rows, draft.checked_sub(self.first_draft)?)
    }

    /// The draft that shares most with the lines.
    pub fn best(&self) -> Option<usize> {
        self.candidates()
            .max_by_key(|draft| (self.shared_with(*draft), std::cmp::Reverse(*draft)))
    }
}

fn shared(rows: &[Vec<i64>], candidate: usize) -> Option<i64> {
    rows.iter().map(|row| row.get(candidate).copied()).sum()
}

/// The settled headlines.
#[derive(Debug, Default)]
pub struct Matched {
    /// The lines of each draft's headline, in reading order.
    pub of_draft: Vec<Vec<(Span, Spacing)>>,
    /// Lines without an article, with the number of the draft that they stand before; in source order.
    pub orphans: Vec<(usize, Vec<(Span, Spacing)>)>,
    /// How sure each line's article is, in source order.
    pub matchings: Vec<Matching>,
    /// The breaks between lines that stand together, by the byte at which the line before ends; in source order.
    pub breaks: Vec<(u32, Verdict)>,
}

/// Settles the claims: the lines of every draft's headline, and lines for which there is no article.
pub fn settle(mut claims: Vec<Claim>, runs: &[DisplayRun], drafts: usize) -> Matched {
    claims.arrange_by_key(|claim| (-claim.weight(), claim.run, claim.first_line));
    let mut winners: Vec<Option<Claim>> = vec![None; drafts];
    let mut losers = Vec::new();
    for claim in claims {
        match winners.get_mut(claim.draft) {
            Some(slot @ None) => *slot = Some(claim),
            _ => losers.push(claim),
        }
    }
    losers.arrange_by_key(|claim| (claim.run, claim.first_line));
    let mut orphans = Vec::new();
    for claim in losers {
        let before = runs.get(claim.run).map_or(0, |run| run.before);
        match second_choice(&claim, &winners, before).and_then(|draft| winners.get_mut(draft)) {
            Some(Some(winner)) => absorb(winner, claim),
            Some(slot) => *slot = Some(claim),
            None => orphans.push((before, claim.printed())),
        }
    }
    // What was taken from one may leave lines at its new edge that belong to a third.
    while hand_over(&mut winners) {}
    let settled = winners.iter_mut().enumerate();
    let mut matchings: Vec<Matching> = settled
        .filter_map(|(draft, claim)| claim.as_mut().map(|claim| (draft, claim)))
        .flat_map(|(draft, claim)| {
            // A claim that lost its own article has another one now.
            claim.draft = draft;
            claim.matchings(runs)
        })
        .collect();
    matchings.arrange_by_key(|matching| matching.start);
    let lines = |claim: Option<Claim>| claim.map(|claim| claim.printed()).unwrap_or_default();
    Matched {
        of_draft: winners.into_iter().map(lines).collect(),
        orphans,
        matchings,
        breaks: Vec::new(),
    }
}

/// The draft for a claim that lost its own: one without a headline that shares something or stands next to the run,
/// or one whose headline stands beside these lines.
fn second_choice(claim: &Claim, winners: &[Option<Claim>], before: usize) -> Option<usize> {
    let [apart, ..] = CHANGE_COSTS;
    claim
        .candidates()
        .filter_map(|draft| {
            let shared = claim.shared_with(draft)?;
            let weight = match winners.get(draft)? {
                None if draft == before || draft + 1 == before => shared + apart,
                None if shared >= LEAST_SHARED => shared,
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
        winner.rows.splice(0..0, claim.rows);
    } else {
        winner.lines.extend(claim.lines);
        winner.rows.extend(claim.rows);
    }
}

/// Lines at an edge of a headline that may be another article's: those before, or those from, a line.
#[derive(Debug, Clone, Copy)]
struct Edge {
    from: usize,
    line: usize,
    is_behind: bool,
    to: usize,
}

/// Hands lines over from articles that have headlines to spare to articles that have none, the best match first; says
/// whether any were.
fn hand_over(winners: &mut [Option<Claim>]) -> bool {
    let mut offers: Vec<(i64, Edge)> = Vec::new();
    for (from, claim) in winners.iter().enumerate() {
        if let Some(claim) = claim.as_ref().filter(|claim| claim.lines.len() > 1) {
            collect_offers(&mut offers, claim, from, winners);
        }
    }
    offers.arrange_by_key(|(gain, edge)| (-gain, edge.from, edge.line));
    let mut touched = vec![false; winners.len()];
    let mut any = false;
    for (_, edge) in offers {
        let is_touched = |draft: usize| touched.get(draft).copied().unwrap_or(true);
        if !is_touched(edge.from) && !is_touched(edge.to) {
            any |= give(winners, edge);
            for draft in [edge.from, edge.to] {
                if let Some(touched) = touched.get_mut(draft) {
                    *touched = true;
                }
            }
        }
    }
    any
}

fn collect_offers(
    offers: &mut Vec<(i64, Edge)>,
    claim: &Claim,
    from: usize,
    winners: &[Option<Claim>],
) {
    let own = claim.draft.saturating_sub(claim.first_draft);
    for (line, _) in claim
        .lines
        .iter()
        .enumerate()
        .skip(1)
        .filter(|(_, line)| line.is_apart())
    {
        for to in claim
            .candidates()
            .filter(|to| matches!(winners.get(*to), Some(None)))
        {
            for is_behind in [false, true] {
                let (before, behind) = claim.rows.split_at(line);
                let (rows, rest) = if is_behind {
                    (behind, before)
                } else {
                    (before, behind)
                };
                let theirs = shared(rows, to - claim.first_draft).unwrap_or(0);
                let gain = theirs + HEADLESS_BONUS - shared(rows, own).unwrap_or(0);
                let keeps = shared(rest, own).unwrap_or(0)
                    >= shared(rest, to - claim.first_draft).unwrap_or(0);
                if gain > 0 && theirs >= LEAST_SHARED && keeps {
                    offers.push((
                        gain,
                        Edge {
                            from,
                            line,
                            is_behind,
                            to,
                        },
                    ));
                }
            }
        }
    }
}

/// Gives the lines at an edge to another article.
fn give(winners: &mut [Option<Claim>], edge: Edge) -> bool {
    let Some(Some(claim)) = winners.get_mut(edge.from) else {
        return false;
    };
    let mut behind = Claim {
        run: claim.run,
        first_line: claim.first_line + edge.line,
        lines: claim.lines.split_off(edge.line),
        draft: claim.draft,
        prior: 0,
        rows: claim.rows.split_off(edge.line),
        first_draft: claim.first_draft,
    };
    if !edge.is_behind {
        std::mem::swap(claim, &mut behind);
    }
    behind.draft = edge.to;
    match winners.get_mut(edge.to) {
        Some(slot) => {
            *slot = Some(behind);
            true
        }
        None => false,
    }
}
