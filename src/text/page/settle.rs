//! Lines that their neighbours settle: of imprints, folio lines and advertisements.

use super::hints::Hint;
use super::label::{END_BYTES, Label};
use super::line::{Line, tail};
use super::{advertisement, furniture, opening};
use crate::text::source::Source;

/// How many unmarked lines may stand between two lines of one imprint.
const IMPRINT_GAP: usize = 2;
/// Widest unmarked line, in half cells, that an imprint takes in.
const WIDEST_GAP: u32 = 40;

/// Settles which lines are an imprint: a run with at least one certain line takes in the likely ones and the short
/// lines between them; without one, likely lines are text.
pub fn settle_imprints(source: &Source, lines: &[Line], labels: &mut [Label]) {
    let mut start = 0;
    while start < labels.len() {
        let end = imprint_run(lines, labels, start);
        if end > start {
            settle_run(source, lines, labels, start..end);
        }
        start = end.max(start + 1);
    }
}

/// Where the run of possible imprint lines from `start` on ends; `start` where none begins.
fn imprint_run(lines: &[Line], labels: &[Label], start: usize) -> usize {
    let is_part = |label: Label| {
        matches!(
            label,
            Label::Imprint | Label::PerhapsImprint | Label::Staff | Label::Nameplate
        )
    };
    let mut end = start;
    let mut index = start;
    while let Some((&label, line)) = labels.get(index).zip(lines.get(index)) {
        if is_part(label) {
            end = index + 1;
        } else if index >= end + IMPRINT_GAP
            || label != Label::Text
            || line.width > WIDEST_GAP
            || end == start
        {
            break;
        }
        index += 1;
    }
    end
}

fn settle_run(source: &Source, lines: &[Line], labels: &mut [Label], run: std::ops::Range<usize>) {
    let slice = labels.get(run.clone()).unwrap_or(&[]);
    let likely = slice
        .iter()
        .filter(|label| **label == Label::PerhapsImprint)
        .count();
    let is_imprint = slice.contains(&Label::Imprint)
        || (slice.contains(&Label::Staff) || slice.contains(&Label::Nameplate)) && likely >= 2;
    for index in run {
        let (Some(label), Some(line)) = (labels.get_mut(index), lines.get(index)) else {
            continue;
        };
        match *label {
            Label::PerhapsImprint | Label::Text if is_imprint => *label = Label::Imprint,
            Label::PerhapsImprint => {
                *label = if furniture::is_caption(tail(source, line.span, END_BYTES)) {
                    Label::Caption
                } else {
                    Label::Text
                };
            }
            _ => {}
        }
    }
}

/// Dates among the first lines of a page, or right beside a folio line, belong to it.
pub fn settle_folio_dates(lines: &[Line], labels: &mut [Label]) {
    for label in labels.iter_mut().take(3) {
        match label {
            Label::FullDate => *label = Label::Folio,
            Label::Folio | Label::Nameplate | Label::Staff => {}
            _ => break,
        }
    }
    for index in 1..labels.len() {
        let is_apart = lines
            .get(index)
            .is_none_or(|line| line.blank_lines_before > 0);
        let pair = labels.get_mut(index - 1..=index);
        if let (false, Some([first, second])) = (is_apart, pair) {
            match (*first, *second) {
                (Label::Folio, Label::FullDate) => *second = Label::Folio,
                (Label::FullDate, Label::Folio) => *first = Label::Folio,
                _ => {}
            }
        }
    }
}

/// Settles which lines address those whom a document is for: below a line without the marks of running text.
pub fn settle_salutations(source: &Source, lines: &[Line], labels: &mut [Label]) {
    for index in 1..labels.len() {
        let (Some(before), Some(line)) = (lines.get(index - 1), lines.get(index)) else {
            continue;
        };
        let text = source.slice(line.span);
        let is_salutation = labels.get(index) == Some(&Label::Text)
            && (before.is_unmarked() || before.ends_sentence())
            && text.len() <= LONGEST_SALUTATION
            && opening::is_salutation(text);
        if is_salutation && let Some(label) = labels.get_mut(index) {
            *label = Label::Salutation;
        }
    }
}

/// Settles which bylines go on from the line before: those that close the bracket that it opened behind its sentence.
pub fn settle_broken_bylines(source: &Source, lines: &[Line], labels: &mut [Label]) {
    for index in 1..labels.len() {
        let (Some(before), Some(line)) = (lines.get(index - 1), lines.get(index)) else {
            continue;
        };
        let text = source.slice(line.span);
        let goes_on = labels.get(index) == Some(&Label::Byline)
            && matches!(labels.get(index - 1), Some(Label::Text | Label::Dateline))
            && text.ends_with(['）', ')'])
            && !text.contains(['（', '('])
            && opens_bracket(tail(source, before.span, END_BYTES));
        if goes_on && let Some(label) = labels.get_mut(index) {
            *label = Label::BylineGoesOn;
        }
    }
}

/// Whether a bracket is open at the end of a text.
fn opens_bracket(text: &str) -> bool {
    text.rfind(['（', '('])
        .is_some_and(|open| text.rfind(['）', ')']).is_none_or(|closed| closed < open))
}

/// Longest line, in bytes, that addresses somebody.
const LONGEST_SALUTATION: usize = 150;
/// Most lines of a caption before its credit.
const LONGEST_CAPTION: usize = 5;

/// Settles which credits end a caption: those that stand under the lines of one.
pub fn settle_captions(source: &Source, lines: &[Line], labels: &mut [Label]) {
    for index in 1..labels.len() {
        let is_credit = labels.get(index) == Some(&Label::Caption)
            && lines.get(index).is_some_and(|line| {
                line.blank_lines_before == 0 && furniture::is_credit(source.slice(line.span))
            });
        if is_credit
            && is_in_caption(lines, labels, index)
            && let Some(label) = labels.get_mut(index)
        {
            *label = Label::CaptionGoesOn;
        }
    }
}

/// Whether the lines above this one are those of a caption.
fn is_in_caption(lines: &[Line], labels: &[Label], index: usize) -> bool {
    for above in (index.saturating_sub(LONGEST_CAPTION)..index).rev() {
        match labels.get(above) {
            Some(Label::Caption) => return true,
            Some(Label::Text)
                if lines
                    .get(above)
                    .is_some_and(|line| line.blank_lines_before == 0) => {}
            _ => return false,
        }
    }
    false
}

/// Most lines of one advertisement.
const LONGEST_ADVERTISEMENT: usize = 12;
/// Words of which every classified has one.
const OF_CLASSIFIEDS: [&str; 4] = ["遗失", "作废", "债权", "注销"];

/// Settles which lines are advertisements: those under the head of some, and classifieds wherever they stand.
pub fn settle_advertisements(source: &Source, lines: &[Line], labels: &mut [Label]) {
    let mut index = 0;
    while let (Some(line), Some(label)) = (lines.get(index), labels.get(index).copied()) {
        let is_head = label == Label::Advertisement;
        let text = source.slice(line.span);
        let may_be_classified = matches!(label, Label::Text | Label::PerhapsImprint)
            && text.len() <= 900
            && line.hints.may_be(Hint::Classified)
            && OF_CLASSIFIEDS.iter().any(|word| text.contains(word));
        let block = match (is_head, may_be_classified) {
            (true, _) => index + 1..block_end(lines, labels, index + 1),
            (_, true) => block_start(lines, labels, index)..block_end(lines, labels, index),
            _ => {
                index += 1;
                continue;
            }
        };
        let is_advertisement = block_text(source, lines, &block).is_some_and(|text| {
            advertisement::is_classified(&text) || is_head && advertisement::is_likely(&text)
        });
        if is_advertisement {
            set_block(lines, labels, block.clone());
        }
        index = if is_advertisement {
            block.end.max(index + 1)
        } else {
            index + 1
        };
    }
}

/// Where the lines end that stand together from this one on.
fn block_end(lines: &[Line], labels: &[Label], start: usize) -> usize {
    (start..start + LONGEST_ADVERTISEMENT)
        .find(|&index| {
            let is_apart = index > start
                && lines
                    .get(index)
                    .is_none_or(|line| line.blank_lines_before > 0);
            is_apart || !labels.get(index).is_some_and(|label| is_open(*label))
        })
        .unwrap_or(start + LONGEST_ADVERTISEMENT)
}

/// Where the lines begin that stand together up to this one.
fn block_start(lines: &[Line], labels: &[Label], last: usize) -> usize {
    let mut start = last;
    while start > last.saturating_sub(4)
        && lines
            .get(start)
            .is_some_and(|line| line.blank_lines_before == 0)
        && start
            .checked_sub(1)
            .and_then(|before| labels.get(before))
            .is_some_and(|label| is_open(*label))
        && start
            .checked_sub(1)
            .and_then(|before| lines.get(before))
            .is_some_and(|line| !line.ends_sentence())
    {
        start -= 1;
    }
    start
}

/// Whether a line with this label can stand in an advertisement.
fn is_open(label: Label) -> bool {
    matches!(label, Label::Text | Label::PerhapsImprint | Label::Imprint)
}

/// The text of a block without blanks, which a narrow column puts inside words.
fn block_text(source: &Source, lines: &[Line], block: &std::ops::Range<usize>) -> Option<String> {
    let lines = lines.get(block.clone())?;
    (!lines.is_empty()).then(|| {
        let texts = lines
            .iter()
            .flat_map(|line| source.slice(line.span).chars());
        texts
            .filter(|character| !character.is_whitespace())
            .collect()
    })
}

fn set_block(lines: &[Line], labels: &mut [Label], block: std::ops::Range<usize>) {
    let first = block.start;
    for index in block {
        let goes_on = index > first
            && index
                .checked_sub(1)
                .and_then(|before| lines.get(before))
                .is_some_and(|line| !line.ends_sentence());
        if let Some(label) = labels.get_mut(index) {
            *label = if goes_on {
                Label::AdvertisementGoesOn
            } else {
                Label::Advertisement
            };
        }
    }
}
