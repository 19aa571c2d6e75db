//! What was measured, to be looked at.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use cijing::text::page::{KnownWords, read};
use cijing::text::source::Source;

use super::compose::{Composed, page};
use super::layout::Set;
use super::score::{Break, Score, Share, breaks, owners, score};
use super::truth::{Kind, NO_ARTICLE, Owners, Unit};

/// A page and how it was read.
pub struct Measured {
    pub composed: Composed,
    pub read: Owners,
    pub score: Score,
}

impl Measured {
    /// How bad the reading is, for finding the worst page: wrong articles, headlines and line breaks.
    fn badness(&self) -> usize {
        let score = &self.score;
        let articles = score.articles.read + score.articles.true_ones - 2 * score.articles.both;
        let headlines = score.headlines.all - score.headlines.right;
        100 * score.lost + 4 * articles + 3 * headlines + score.newline.all - score.newline.right
    }
}

/// Composes and reads the page of a seed.
pub fn measure(set: Set, seed: u64, known: &dyn KnownWords) -> Measured {
    let composed = page(set, seed);
    let source = Source::new(composed.text.clone());
    let page = read(&source, known);
    let read = owners(&source, &page);
    let score = score(&composed.truth, &read, &source, &page.decisions);
    Measured {
        composed,
        read,
        score,
    }
}

/// Measures many pages on all cores, in the order of their seeds.
pub fn measure_all(set: Set, seeds: u64, known: &(dyn KnownWords + Sync)) -> Vec<Measured> {
    let threads = std::thread::available_parallelism().map_or(2, usize::from) as u64;
    let mut measured: Vec<Measured> = std::thread::scope(|scope| {
        let work = |first: u64| {
            move || -> Vec<Measured> {
                let own = (first..seeds).step_by(threads as usize);
                own.map(|seed| measure(set, seed, known)).collect()
            }
        };
        let running: Vec<_> = (0..threads).map(|first| scope.spawn(work(first))).collect();
        running
            .into_iter()
            .flat_map(|thread| thread.join().unwrap())
            .collect()
    });
    measured.sort_by_key(|page| page.composed.seed);
    measured
}

/// All figures together.
pub fn total(pages: &[Measured]) -> Score {
    let mut total = Score::default();
    for page in pages {
        total.join(&page.score);
    }
    total
}

/// The figures on one line.
pub fn figures(score: &Score) -> String {
    format!(
        "lost {} in other bylines {} newline {:.4} macro {:.4} articles {:.4} headlines {:.4} bylines {:.4} aside {:.4} wrong marked {}/{} marked {}/{}",
        score.lost,
        score.in_other_bylines,
        score.newline.figure(),
        score.macro_newline(),
        score.articles.figure(),
        score.headlines.figure(),
        score.bylines.figure(),
        score.aside.figure(),
        score.wrong_marked.right,
        score.wrong_marked.all,
        score.all_marked.right,
        score.all_marked.all,
    )
}

/// The figures for each value of each choice of the layout, and of all pages without it: a layout that is read badly
/// shows by how much better the rest is.
pub fn by_choice(pages: &[Measured]) -> String {
    let mut groups: BTreeMap<(&'static str, String), Vec<usize>> = BTreeMap::new();
    for (number, page) in pages.iter().enumerate() {
        for choice in page.composed.layout.choices() {
            groups.entry(choice).or_default().push(number);
        }
    }
    let mut out = String::new();
    for ((choice, value), members) in groups {
        let (mut with, mut without) = (Score::default(), Score::default());
        for (number, page) in pages.iter().enumerate() {
            let is_member = members.binary_search(&number).is_ok();
            let sum = if is_member { &mut with } else { &mut without };
            sum.join(&page.score);
        }
        let _ = writeln!(
            out,
            "{choice:16} {value:16} {:5} pages  {}  without it {}",
            members.len(),
            in_detail(&with),
            in_short(&without)
        );
    }
    out
}

fn in_short(score: &Score) -> String {
    format!(
        "newline {:.4} articles {:.4} headlines {:.4}",
        score.newline.figure(),
        score.articles.figure(),
        score.headlines.figure()
    )
}

fn in_detail(score: &Score) -> String {
    let kinds = [Break::Join, Break::Paragraph, Break::Unit];
    let kinds = kinds.map(|kind| {
        score
            .by_break
            .get(&kind)
            .map_or(1.0, |share| share.figure())
    });
    format!(
        "{} (join {:.3} paragraph {:.3} unit {:.3}) bylines {:.4} aside {:.4}",
        in_short(score),
        kinds[0],
        kinds[1],
        kinds[2],
        score.bylines.figure(),
        score.aside.figure()
    )
}

/// For each article how often it and its headlines were found.
pub fn by_article(pages: &[Measured]) -> String {
    let mut stories: BTreeMap<&'static str, (Share, Share)> = BTreeMap::new();
    for page in pages {
        for (number, name) in page.composed.stories.iter().enumerate() {
            let (found, headlines) = stories.entry(name).or_default();
            found.add(page.score.found[number]);
            headlines.join(page.score.found_headlines[number]);
        }
    }
    let mut out = String::new();
    for (name, (found, headlines)) in stories {
        let _ = writeln!(
            out,
            "{name:16} found {:.4} headlines {:.4}",
            found.figure(),
            headlines.figure()
        );
    }
    out
}

/// The pages that were read worst, side by side.
pub fn worst(pages: &[Measured], count: usize) -> String {
    let mut order: Vec<&Measured> = pages.iter().filter(|page| page.badness() > 0).collect();
    order.sort_by_key(|page| (std::cmp::Reverse(page.badness()), page.composed.seed));
    order.into_iter().take(count).map(side_by_side).collect()
}

/// The page: on each line what it truly is, what it was read as, and its text. `!` marks lines whose units differ,
/// `x` marks line breaks that were read wrongly.
pub fn side_by_side(page: &Measured) -> String {
    let composed = &page.composed;
    let mut out = format!(
        "\n=== seed {} — {}\n{:?}\narticles: {}\n",
        composed.seed,
        figures(&page.score),
        composed.layout,
        composed.stories.join(", ")
    );
    let (true_breaks, read_breaks) = (breaks(&composed.truth), breaks(&page.read));
    let mut start = 0;
    for (number, line) in composed.text.split_inclusive('\n').enumerate() {
        let end = start + line.chars().count();
        let truth = units_between(&composed.truth, start, end);
        let read = units_between(&page.read, start, end);
        let is_same = kinds(&composed.truth, start, end) == kinds(&page.read, start, end);
        let is_soft = composed.truth.soft.contains(&number);
        let wrong = match (true_breaks.get(&number), read_breaks.get(&number)) {
            (Some(truth), read) if read != Some(truth) && !is_soft => {
                format!("x {truth:?}, read {read:?}")
            }
            _ => String::new(),
        };
        let mark = if is_same { ' ' } else { '!' };
        let _ = writeln!(
            out,
            "{mark} {truth:14} {read:14} {}  {wrong}",
            line.trim_end()
        );
        start = end;
    }
    out
}

/// The kinds of the units on a line.
fn kinds(owners: &Owners, start: usize, end: usize) -> Vec<Option<Kind>> {
    let mut kinds: Vec<Option<Kind>> = (start..end)
        .filter(|place| !owners.characters[*place].is_whitespace())
        .map(|place| owners.units[place].map(|unit| unit.kind))
        .collect();
    kinds.dedup();
    kinds
}

/// The units on a line, as letters and numbers: `P2.0` is the first paragraph of the third article.
fn units_between(owners: &Owners, start: usize, end: usize) -> String {
    let mut units: Vec<Unit> = owners.units[start..end].iter().flatten().copied().collect();
    units.dedup();
    units
        .iter()
        .map(|unit| name(*unit))
        .collect::<Vec<String>>()
        .join(" ")
}

fn name(unit: Unit) -> String {
    let letter = match unit.kind {
        Kind::Head => 'H',
        Kind::Paragraph => 'P',
        Kind::Byline => 'B',
        Kind::OtherByline => 'b',
        Kind::Signature => 'S',
        Kind::Aside => '-',
        Kind::Markup => '#',
    };
    if unit.article == NO_ARTICLE {
        letter.to_string()
    } else {
        format!("{letter}{}.{}", unit.article, unit.number)
    }
}
