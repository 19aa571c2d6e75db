//! The rows of the list of names.

use std::collections::{BTreeMap, BTreeSet};

use super::super::Context;
use crate::engine::findings::Findings;
use crate::engine::standing::{date_of, home_of};
use crate::report::answers::Counted;
use crate::report::answers::names::{NameRow, PostRow};
use crate::text::arrange::{Arrange, ordered};
use crate::words::names::NameKind;
use crate::words::passage::PassagePart;

/// How many posts of a name are given.
const POSTS: usize = 20;

/// How often a name occurs.
#[derive(Debug, Clone, Copy)]
pub struct NameSum {
    /// The name, by its number.
    pub name: u32,
    /// 次.
    pub count: u32,
    /// 见于篇数.
    pub articles: u32,
}

/// The names of a kind that occur in what is counted: most frequent first, then in code point order.
pub fn count_names(context: Context<'_>, findings: &Findings, kind: NameKind) -> Vec<NameSum> {
    let mut sums: Vec<(u32, u32, Option<(usize, u32)>)> =
        vec![(0, 0, None); findings.names_of(kind)];
    for (number, looked) in findings.looked(context.corpus, context.plan).enumerate() {
        for found in looked.names().filter(|found| found.kind == kind) {
            let Some(sum) = sums.get_mut(found.name as usize) else {
                continue;
            };
            let article = Some((number, found.place.article));
            sum.0 += 1;
            sum.1 += u32::from(sum.2 != article);
            sum.2 = article;
        }
    }
    let sums = (0..).zip(sums).filter(|(_, (count, ..))| *count > 0);
    let mut sums: Vec<NameSum> = sums
        .map(|(name, (count, articles, _))| NameSum {
            name,
            count,
            articles,
        })
        .collect();
    let name = |sum: &NameSum| findings.name(kind, sum.name);
    sums.arrange_by(|one, other| {
        let by_count = other.count.cmp(&one.count);
        by_count.then_with(|| name(one).cmp(name(other)))
    });
    sums
}

/// What is gathered of one name.
#[derive(Default)]
struct Gathered<'f> {
    parts: BTreeMap<PassagePart, u32>,
    forms: BTreeMap<u32, u32>,
    posts: BTreeMap<&'f str, Post>,
    /// What the home places of the documents make of it, in canonical order.
    resolved: Vec<String>,
}

#[derive(Default)]
struct Post {
    count: u32,
    dates: Option<(String, String)>,
}

/// The rows of some names of a kind.
pub fn name_rows(
    context: Context<'_>,
    findings: &Findings,
    kind: NameKind,
    sums: &[NameSum],
) -> Vec<NameRow> {
    let mut gathered: BTreeMap<u32, Gathered<'_>> =
        ordered(sums.iter().map(|sum| (sum.name, Gathered::default())));
    for looked in findings.looked(context.corpus, context.plan) {
        let mut here = BTreeSet::new();
        for found in looked.names().filter(|found| found.kind == kind) {
            if let Some(gathered) = gathered.get_mut(&found.name) {
                *gathered.parts.entry(found.part).or_default() += 1;
                *gathered.forms.entry(found.form).or_default() += 1;
                here.insert(found.name);
            }
        }
        let home = home_of(looked.document, context.metadata);
        for name in here {
            let resolved = findings
                .index
                .resolved(kind, findings.name(kind, name), home);
            if let (Some(gathered), Some(resolved)) = (gathered.get_mut(&name), resolved)
                && !gathered.resolved.contains(&resolved)
            {
                gathered.resolved.push(resolved);
            }
        }
        if kind != NameKind::Person {
            continue;
        }
        for post in looked.posts() {
            let Some(gathered) = gathered.get_mut(&post.person) else {
                continue;
            };
            let entry = gathered.posts.entry(&post.post).or_default();
            entry.count += 1;
            let article = post.article as usize;
            if let Some(date) = date_of(looked.document, context.metadata, article) {
                entry.dates = Some(widened(entry.dates.take(), date));
            }
        }
    }
    let rows = sums.iter().filter_map(|sum| {
        let gathered = gathered.remove(&sum.name)?;
        let name = findings.name(kind, sum.name);
        let decisions = context.plan.project.names.iter();
        let mut decisions = decisions.filter(|known| known.kind == kind && known.name == name);
        Some(NameRow {
            kind,
            name: name.to_owned(),
            count: sum.count,
            articles: sum.articles,
            parts: gathered.parts.into_iter().collect(),
            forms: forms(findings, gathered.forms),
            posts: posts(gathered.posts),
            evidence: findings.index.evidence(kind, name).to_vec(),
            resolved: (!gathered.resolved.is_empty()).then(|| gathered.resolved.join("、")),
            choice: decisions.next().map(|decision| decision.choice.clone()),
        })
    });
    rows.collect()
}

/// Every name of a kind.
pub fn all_rows(context: Context<'_>, findings: &Findings, kind: NameKind) -> Vec<NameRow> {
    let sums = count_names(context, findings, kind);
    name_rows(context, findings, kind, &sums)
}

fn widened(dates: Option<(String, String)>, date: &str) -> (String, String) {
    let (first, last) = dates.unwrap_or_else(|| (date.to_owned(), date.to_owned()));
    (first.min(date.to_owned()), last.max(date.to_owned()))
}

/// Forms with their counts: most frequent first, then in code point order.
pub fn forms(findings: &Findings, forms: BTreeMap<u32, u32>) -> Vec<Counted> {
    let forms = forms.into_iter();
    let mut forms: Vec<Counted> = forms
        .map(|(form, count)| Counted {
            text: findings.forms.get(form).to_owned(),
            count,
        })
        .collect();
    sort_counted(&mut forms);
    forms
}

/// Most frequent first, then in code point order.
pub fn sort_counted(counted: &mut [Counted]) {
    counted.arrange_by(|one, other| {
        let by_count = other.count.cmp(&one.count);
        by_count.then_with(|| one.text.cmp(&other.text))
    });
}

fn posts(posts: BTreeMap<&str, Post>) -> Vec<PostRow> {
    let posts = posts.into_iter();
    let mut rows: Vec<PostRow> = posts
        .map(|(post, told)| PostRow {
            post: post.to_owned(),
            count: told.count,
            dates: told.dates,
        })
        .collect();
    // A stable sort keeps the code point order among equals.
    rows.arrange_by_key(|row| std::cmp::Reverse(row.count));
    rows.truncate(POSTS);
    rows
}
