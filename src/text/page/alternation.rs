//! Whether lines of two columns alternate although nothing shows where they part.
//!
//! In such a text a line goes on two lines further down. It shows by known words that the break behind a line cuts in
//! two: they come together with the next line but one and not with the next; or by two widths that take turns, while
//! lines are cut in mid-sentence. The text is read as it stands all the same: the finding is a warning.

use super::KnownWords;
use super::character::is_sentence_mark;
use super::label::Label;
use super::line::Line;
use super::model::Interleaving;
use super::spanning::word_spans;
use crate::text::arrange::Arrange as _;
use crate::text::source::Source;

/// How many lines of a page are looked at.
const LOOKED_AT: usize = 96;
/// Fewest lines of running text in a row.
const FEWEST_LINES: usize = 12;
/// Fewest words that the breaks cut in two.
const FEWEST_WORDS: usize = 6;
/// Least difference of two widths that take turns, and how far lines may differ from theirs, in half cells.
const WIDTHS: (u32, u32) = (6, 2);

/// The finding for the running text of a page.
pub fn suspected(
    source: &Source,
    lines: &[Line],
    labels: &[Label],
    known: &dyn KnownWords,
) -> Option<Interleaving> {
    let looked_at = lines.get(..LOOKED_AT).unwrap_or(lines);
    let mut start = 0;
    while start < looked_at.len() {
        let end = end_of_run(looked_at, labels, start);
        let run = looked_at.get(start..end).unwrap_or(&[]);
        if run.len() >= FEWEST_LINES
            && (words_skip_lines(source, run, known) || widths_take_turns(run))
        {
            return Some(Interleaving::Suspected);
        }
        start = end.max(start + 1);
    }
    None
}

/// Where the run of lines of running text ends that begins here.
fn end_of_run(lines: &[Line], labels: &[Label], start: usize) -> usize {
    let is_text = |index: usize| {
        labels
            .get(index)
            .is_some_and(|label| matches!(label, Label::Text | Label::Dateline))
    };
    (start..lines.len())
        .find(|&index| !is_text(index))
        .unwrap_or(lines.len())
}

/// Whether the words that line ends cut in two go on in the next line but one.
fn words_skip_lines(source: &Source, run: &[Line], known: &dyn KnownWords) -> bool {
    let is_cut = |line: &Line| !is_sentence_mark(line.last_inside);
    let count = |distance: usize| {
        let pairs = run.iter().zip(run.iter().skip(distance));
        pairs
            .filter(|(line, next)| is_cut(line) && word_spans(source, line, next, known))
            .count()
    };
    let skipping = count(2);
    skipping >= FEWEST_WORDS && skipping > 2 * count(1) + 2
}

/// Whether two widths take turns, and most lines are cut in mid-sentence.
fn widths_take_turns(run: &[Line]) -> bool {
    let (difference, tolerance) = WIDTHS;
    let (Some(first), Some(second)) = (run.first(), run.get(1)) else {
        return false;
    };
    let usual = |skipped: usize, fallback: u32| {
        let mut widths: Vec<u32> = run
            .iter()
            .skip(skipped)
            .step_by(2)
            .map(Line::reach)
            .collect();
        widths.arrange();
        widths.get(widths.len() / 2).copied().unwrap_or(fallback)
    };
    let widths = [usual(0, first.reach()), usual(1, second.reach())];
    let [even, odd] = widths;
    let mut turns = widths.iter().cycle();
    let kept = run
        .iter()
        .filter(|line| {
            turns
                .next()
                .is_some_and(|width| line.reach().abs_diff(*width) <= tolerance)
        })
        .count();
    let cut = run
        .iter()
        .filter(|line| !is_sentence_mark(line.last_inside))
        .count();
    even.abs_diff(odd) >= difference && 5 * kept >= 4 * run.len() && 2 * cut >= run.len()
}

#[cfg(test)]
mod tests {
    use super::super::line::LineScanner;
    use super::*;

    /// Knows these words.
    struct Words(&'static [&'static str]);

    impl KnownWords for Words {
        fn is_word(&self, text: &str) -> bool {
            self.0.contains(&text)
        }
    }

    const LEFT: &str = "收割机沿着田埂来回作业不到半天就收了两百多亩农技员说今年雨水好病虫害少估计每亩能多收五十斤合作社的仓库已经腾了出来";
    const RIGHT: &str = "栏杆漆成了原来的青灰色石阶也一级一级补齐了傍晚来散步的人一直排到了桥下孩子们在灯下追着跑守码头的老人也来了他看了很久";

    fn wrapped(text: &str, width: usize) -> Vec<String> {
        let characters: Vec<char> = text.chars().collect();
        characters
            .chunks(width)
            .map(|line| line.iter().collect())
            .collect()
    }

    fn is_suspected(lines: &[String], known: &dyn KnownWords) -> bool {
        let source = Source::new(lines.join("\n"));
        let mut scanner = LineScanner::default();
        scanner.scan(&source, usize::MAX);
        let lines = scanner.finish().lines;
        let labels = vec![Label::Text; lines.len()];
        suspected(&source, &lines, &labels, known).is_some()
    }

    fn alternating(left: usize, right: usize) -> Vec<String> {
        let pairs = wrapped(LEFT, left).into_iter().zip(wrapped(RIGHT, right));
        pairs.flat_map(|(one, other)| [one, other]).collect()
    }

    #[test]
    fn two_widths_take_turns() {
        assert!(is_suspected(&alternating(8, 4), &super::super::NoWords));
        assert!(!is_suspected(&alternating(7, 6), &super::super::NoWords));
        assert!(!is_suspected(&wrapped(LEFT, 4), &super::super::NoWords));
    }

    #[test]
    fn words_go_on_in_the_next_line_but_one() {
        let words = Words(&["作业", "仓库", "灰色", "一级", "散步", "灯下"]);
        assert!(is_suspected(&alternating(5, 5), &words));
        assert!(!is_suspected(&wrapped(LEFT, 5), &words));
        assert!(!is_suspected(&alternating(5, 5), &super::super::NoWords));
    }
}
