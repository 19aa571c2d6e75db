//! Pages of many layouts whose truth is known, set by the composer in `composer/`.
//!
//! With `COMPOSED_REPORT=tuning` or `COMPOSED_REPORT=held-out` the test `report` prints how each layout and each
//! article is read, and `COMPOSED_WORST` pages side by side; `COMPOSED_PAGES` says how many pages there are. Run it
//! with `cargo test --test composed report -- --nocapture`. With `COMPOSED_WRITE=FOLDER` the test `write` puts pages
//! there, and their truth as page JSON.

// A test may fail where it likes.
#![allow(clippy::unwrap_used)]

use std::path::PathBuf;

use cijing::text::page::model::{Article, Printed, Rule};
use cijing::text::page::{NoWords, read};
use cijing::text::source::{Source, is_blank};
use cijing::words::segment::Segmenter;

mod composer;

use composer::compose::page;
use composer::layout::Set;
use composer::ordinary::{Ordinary, TEXTS, without_blanks_and_marks};
use composer::report::{by_article, by_choice, figures, measure_all, total, worst};
use composer::score::Score;
use composer::truth::to_json;

/// How many pages are measured.
const PAGES: u64 = 1000;

const NEWLINE: f64 = 0.989;
const ARTICLES: f64 = 0.967;
const HEADLINES: f64 = 0.95;

/// Of the wrong decisions, the share that is marked doubtful.
const WRONG_MARKED: f64 = 0.70;
/// Of all decisions, the share that may be marked doubtful.
const ALL_MARKED: f64 = 0.05;

#[test]
fn held_out_pages_are_read_rightly() {
    let pages = measure_all(Set::HeldOut, PAGES, &Segmenter::new());
    let score = total(&pages);
    let is_right = score.lost == 0
        && score.newline.figure() >= NEWLINE
        && score.articles.figure() >= ARTICLES
        && score.headlines.figure() >= HEADLINES
        && score.wrong_marked.figure() >= WRONG_MARKED
        && share_marked(&score) <= ALL_MARKED;
    assert!(is_right, "{}\n{}", figures(&score), worst(&pages, 1));
}

/// Of all decisions, the share that was marked doubtful; 0 without decisions.
fn share_marked(score: &Score) -> f64 {
    score.all_marked.right as f64 / score.all_marked.all.max(1) as f64
}

/// What is wrong with how an ordinary text is read.
fn fault(ordinary: &Ordinary) -> Option<String> {
    let source = Source::new(ordinary.text.to_owned());
    let page = read(&source, &NoWords);
    let [article] = page.articles.as_slice() else {
        return Some(format!("{} articles", page.articles.len()));
    };
    let removed: Vec<String> = page
        .removed
        .iter()
        .filter(|unit| unit.rule != Rule::Markup)
        .map(|unit| unit.printed.text(&source))
        .collect();
    if !removed.is_empty() {
        return Some(format!("set aside: {removed:?}"));
    }
    let texts = texts(article, &source);
    let is_headed = usize::from(ordinary.begins_with_heading());
    if article.headlines.len() > is_headed || texts != ordinary.paragraphs() {
        return Some(format!("{} headlines, {texts:#?}", article.headlines.len()));
    }
    None
}

/// Headlines and paragraphs in reading order, without blanks and marks.
fn texts(article: &Article, source: &Source) -> Vec<String> {
    let text = |printed: &Printed| without_blanks_and_marks(&printed.text(source));
    let headlines = article.headlines.iter().map(|unit| text(&unit.printed));
    let paragraphs = article.paragraphs.iter().map(|unit| text(&unit.printed));
    headlines.chain(paragraphs).collect()
}

#[test]
fn the_unit_of_every_character_is_known() {
    for set in [Set::Tuning, Set::HeldOut] {
        for seed in 0..100 {
            let composed = page(set, seed);
            let all = composed.truth.units.iter().zip(composed.text.chars());
            let unknown: String = all
                .filter(|(unit, character)| unit.is_none() != is_blank(*character))
                .map(|(_, character)| character)
                .collect();
            assert_eq!(unknown, "", "{set:?} {seed}");
            assert_eq!(composed.text, page(set, seed).text, "{set:?} {seed}");
        }
    }
}

#[test]
fn ordinary_text_stays_itself() {
    let faults: Vec<String> = TEXTS
        .iter()
        .filter_map(|text| Some(format!("{}: {}", text.name, fault(text)?)))
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn number(name: &str, default: u64) -> u64 {
    let set = std::env::var(name).ok();
    set.and_then(|value| value.parse().ok()).unwrap_or(default)
}

#[test]
fn report() {
    let set = match std::env::var("COMPOSED_REPORT").as_deref() {
        Ok("tuning") => Set::Tuning,
        Ok("held-out") => Set::HeldOut,
        _ => return,
    };
    let pages = measure_all(set, number("COMPOSED_PAGES", PAGES), &Segmenter::new());
    let count = usize::try_from(number("COMPOSED_WORST", 3)).unwrap();
    println!("{}\n{}", by_choice(&pages), by_article(&pages));
    println!("{}", worst(&pages, count));
    println!("{}", figures(&total(&pages)));
}

/// Writes pages and their truth, for checking the figures with another scorer.
#[test]
fn write() {
    let Some(folder) = std::env::var_os("COMPOSED_WRITE").map(PathBuf::from) else {
        return;
    };
    let measured = measure_all(
        Set::HeldOut,
        number("COMPOSED_PAGES", PAGES),
        &Segmenter::new(),
    );
    for page in &measured {
        let composed = &page.composed;
        let name = format!("{:04}", composed.seed);
        let truth = to_json(&format!("{name}.txt"), &composed.truth, &composed.roles);
        std::fs::write(folder.join(format!("pages/{name}.txt")), &composed.text).unwrap();
        std::fs::write(folder.join(format!("gold/{name}.json")), truth.to_string()).unwrap();
        println!("{name} {}", figures(&page.score));
    }
    println!("{}", figures(&total(&measured)));
}
