//! Where the newspaper pages of one file begin: at form feeds, at folio lines that name another page, and at the page
//! numbers that text recognition prints.
//!
//! A boundary has running text before it and behind it: an index that lists pages, or a folio line in two halves, is
//! none. Where the file begins with text and ends with a folio line, folio lines stand at the foot of their pages.

use super::character::is_invisible;
use super::label::Label;
use super::line::Line;
use super::model::Metadata;
use super::pattern::{group, pattern};
use super::unit::ends_unit;
use super::{furniture, markup};
use crate::text::arrange::Arrange;
use crate::text::source::{Source, is_blank};

pattern!(
    /// A page number as text recognition and printing programs set it on a line of its own: 第 1 页, - 3 -, 2/8.
    PAGE_MARK,
    r"^(?: 第\s*([0-9]{1,4})\s*[页頁] (?:\s*[,，/／共]\s*共?\s*[0-9]{1,4}\s*[页頁]?)? | [-—－·]+\s*([0-9]{1,4})\s*[-—－·]+ | [Pp]age\s+([0-9]{1,4}) (?:\s+of\s+[0-9]{1,4})? )$"
);
/// Widest line, in half cells, that can be a page number by itself.
const WIDEST_MARK: u32 = 24;

/// The number on a line that is a page number by itself and names no newspaper page.
fn page_mark(source: &Source, line: &Line) -> Option<u32> {
    let may_begin = matches!(line.first, '第' | '-' | '—' | '－' | '·' | 'P' | 'p');
    if line.width > WIDEST_MARK || !may_begin {
        return None;
    }
    let captures = PAGE_MARK.captures(source.slice(line.span))?;
    let numbers = (1..=3).map(|place| group(&captures, place));
    numbers.filter_map(|number| number.parse().ok()).next()
}

/// What a group of folio lines, with no running text between them, says.
#[derive(Debug, Default)]
struct FolioGroup {
    /// Its first line, with nameplate and date.
    first: usize,
    /// The line behind its last one.
    end: usize,
    /// What its lines say together.
    said: Metadata,
    /// Whether it names more than one page: an index.
    is_index: bool,
}

/// The lines of a file, with what stands where.
struct Survey<'page> {
    source: &'page Source,
    lines: &'page [Line],
    labels: &'page [Label],
    /// Lines of running text before each line; one number more than lines.
    text_before: Vec<u32>,
}

/// The bytes at which the newspaper pages of a file begin, the first of them 0; empty where the file holds one page.
pub fn starts(source: &Source, lines: &[Line], labels: &[Label]) -> Vec<u32> {
    let survey = Survey::new(source, lines, labels);
    let feeds = survey.form_feeds();
    let mut borders: Vec<usize> = survey
        .folio_borders(&feeds)
        .into_iter()
        .chain(feeds.iter().copied())
        .collect();
    if feeds.is_empty() {
        borders.extend(survey.page_mark_borders());
    }
    borders.arrange();
    survey.starts(borders)
}

/// Makes page numbers that stand at the head or foot of a newspaper page folio lines.
pub fn settle_page_marks(source: &Source, lines: &[Line], labels: &mut [Label]) {
    let ends = [Some(0), lines.len().checked_sub(1)];
    for index in ends.into_iter().flatten() {
        let Some((line, label)) = lines.get(index).zip(labels.get_mut(index)) else {
            continue;
        };
        if matches!(label, Label::Text | Label::Markup) && page_mark(source, line).is_some() {
            *label = Label::Folio;
        }
    }
}

impl<'page> Survey<'page> {
    fn new(source: &'page Source, lines: &'page [Line], labels: &'page [Label]) -> Self {
        let mut text_before = vec![0];
        let mut count = 0;
        for (line, label) in lines.iter().zip(labels) {
            let is_running = line.inner_marks > 0 || line.ends_sentence();
            count += u32::from(match label {
                Label::Dateline => true,
                Label::Text | Label::PerhapsImprint => is_running,
                _ => false,
            });
            text_before.push(count);
        }
        Self {
            source,
            lines,
            labels,
            text_before,
        }
    }

    fn label(&self, index: usize) -> Label {
        self.labels.get(index).copied().unwrap_or_default()
    }

    /// Whether running text stands in these lines.
    fn has_text(&self, from: usize, to: usize) -> bool {
        self.text_before.get(to) > self.text_before.get(from)
    }

    /// The lines before which a form feed stands, unless a sentence runs over it.
    fn form_feeds(&self) -> Vec<usize> {
        let places = 1..self.lines.len();
        let feeds = places.filter(|&index| self.blanks_before(index).1.contains('\u{c}'));
        feeds.filter(|&index| !self.runs_over(index)).collect()
    }

    /// What stands between a line and the one before it, and the byte at which it begins; of a line that begins with a
    /// mark such as #, what stands before the mark.
    fn blanks_before(&self, index: usize) -> (usize, &'page str) {
        let before = index.checked_sub(1).and_then(|index| self.lines.get(index));
        let (Some(before), Some(line)) = (before, self.lines.get(index)) else {
            return (0, "");
        };
        let start = before.span.end as usize;
        let between = self.source.text().get(start..line.span.start as usize);
        let between = between.unwrap_or("");
        let prints = |character: char| !is_blank(character) && !is_invisible(character);
        let end = between.find(prints).unwrap_or(between.len());
        (start, between.get(..end).unwrap_or(""))
    }

    /// Whether running text breaks off before a line and goes on with it.
    fn runs_over(&self, index: usize) -> bool {
        let is_mark =
            |line: &&Line| page_mark(self.source, line).is_some() || is_folio(self.label(index));
        let is_open = |line: &Line, label: Label| {
            matches!(label, Label::Text | Label::Dateline)
                && !line.ends_sentence()
                && line.inner_marks > 0
                && !ends_unit(self.source, line)
        };
        let behind = self.lines.get(index).filter(|line| !is_mark(line));
        if behind.is_none() || self.label(index) != Label::Text {
            // So the page numbers before a line are passed once, and not again for each of them.
            return false;
        }
        let mut before = (0..index)
            .rev()
            .filter_map(|place| self.lines.get(place).zip(Some(self.label(place))))
            .skip_while(|(line, _)| page_mark(self.source, line).is_some());
        before
            .next()
            .is_some_and(|(line, label)| is_open(line, label))
    }

    /// The lines before which another page begins, by what folio lines say.
    fn folio_borders(&self, feeds: &[usize]) -> Vec<usize> {
        let groups = self.folio_groups();
        let (Some(first), Some(last)) = (groups.first(), groups.last()) else {
            return Vec::new();
        };
        let stand_at_foot =
            self.has_text(0, first.first) && !self.has_text(last.end, self.lines.len());
        let is_series = is_series(&groups);
        let mut borders = Vec::new();
        let mut current = first;
        for next in groups.iter().skip(1) {
            let between = if stand_at_foot {
                current.end
            } else {
                next.first
            };
            let behind = feeds.partition_point(|&feed| feed < current.end);
            let is_fed = feeds.get(behind).is_some_and(|&feed| feed <= next.first);
            if is_fed || names_another_page(&current.said, &next.said, is_series) {
                if !is_fed {
                    borders.push(between);
                }
                current = next;
            }
        }
        borders
    }

    /// The folio lines, those with no running text between them together; indexes are left out.
    fn folio_groups(&self) -> Vec<FolioGroup> {
        let mut groups: Vec<FolioGroup> = Vec::new();
        for (index, line) in self.lines.iter().enumerate() {
            if !is_folio(self.label(index)) || !self.stands_alone(index, line) {
                continue;
            }
            match groups.last_mut() {
                Some(last) if !self.has_text(last.end, index) => last.end = index + 1,
                _ => groups.push(FolioGroup {
                    first: index,
                    end: index + 1,
                    ..FolioGroup::default()
                }),
            }
            if let Some(last) = groups.last_mut() {
                last.add(markup::without_emphasis(self.source.slice(line.span)));
            }
        }
        groups.retain(|group| !group.is_index && group.said != Metadata::default());
        groups
    }

    /// Whether a line is set for itself: a page number in a narrow column may be part of a sentence.
    fn stands_alone(&self, index: usize, line: &Line) -> bool {
        let before = index
            .checked_sub(1)
            .and_then(|before| self.lines.get(before));
        line.blank_lines_before > 0
            || before.is_none_or(|before| {
                before.ends_sentence()
                    || self.label(index - 1) != Label::Text
                    || before.is_unmarked()
            })
    }

    /// The lines before which another page begins, by page numbers that rise by one.
    fn page_mark_borders(&self) -> Vec<usize> {
        let marks: Vec<(usize, u32)> = self
            .lines
            .iter()
            .enumerate()
            .filter(|(index, _)| matches!(self.label(*index), Label::Text | Label::Markup))
            .filter_map(|(index, line)| Some((index, page_mark(self.source, line)?)))
            .collect();
        let rise = marks.windows(2).all(|pair| match pair {
            [(_, number), (_, next)] => number + 1 == *next,
            _ => true,
        });
        let Some((first, _)) = marks.first().filter(|_| rise && marks.len() > 1) else {
            return Vec::new();
        };
        let stand_at_foot = self.has_text(0, *first);
        let border = |(index, _): &(usize, u32)| index + usize::from(stand_at_foot);
        let borders = marks.iter().map(border);
        borders
            .filter(|&index| index > 0 && index < self.lines.len() && !self.runs_over(index))
            .collect()
    }

    /// The bytes at which pages begin whose first lines are these, in order; only where text stands on both sides.
    fn starts(&self, borders: Vec<usize>) -> Vec<u32> {
        let mut starts = vec![0];
        let mut last = 0;
        for border in borders {
            if self.has_text(last, border) && self.has_text(border, self.lines.len()) {
                starts.push(self.line_start(border));
                last = border;
            }
        }
        if starts.len() == 1 {
            starts.clear();
        }
        starts
    }

    /// Where a line begins, with its indent.
    fn line_start(&self, index: usize) -> u32 {
        let Some(line) = self.lines.get(index) else {
            return 0;
        };
        let start = self.source.line(self.source.line_of(line.span.start)).start;
        let (blanks_start, blanks) = self.blanks_before(index);
        let feed = blanks.rfind('\u{c}');
        let feed = feed.map(|place| u32::try_from(blanks_start + place + 1).unwrap_or(start));
        feed.unwrap_or(start).max(start)
    }
}

impl FolioGroup {
    fn add(&mut self, text: &str) {
        let mut said = Metadata::default();
        furniture::read_folio(text, &mut said);
        let known = &mut self.said;
        self.is_index |= matches!((&known.page_no, &said.page_no), (Some(one), Some(other)) if !is_same_page(one, other));
        known.newspaper = known.newspaper.take().or(said.newspaper);
        known.published = known.published.take().or(said.published);
        known.page_no = known.page_no.take().or(said.page_no);
        known.section = known.section.take().or(said.section);
    }
}

fn is_folio(label: Label) -> bool {
    matches!(label, Label::Folio | Label::Nameplate)
}

/// Whether a later folio line is that of another page: its number or its date differs, or a whole folio line without
/// a number comes again. A line that has only a number, behind one that has more, may be a reference to another page;
/// `is_series` says that there are several such lines, as pages have.
fn names_another_page(current: &Metadata, next: &Metadata, is_series: bool) -> bool {
    let is_whole = |said: &Metadata| {
        said.published.is_some() && (said.newspaper.is_some() || said.page_no.is_some())
    };
    let is_dated = |said: &Metadata| said.published.is_some();
    let is_other_day = is_whole(current) && is_whole(next) && current.published != next.published;
    is_other_day
        || match (&current.page_no, &next.page_no) {
            (Some(one), Some(other)) => {
                let is_alike = is_dated(next) || !is_dated(current) || is_series;
                !is_same_page(one, other) && is_alike
            }
            (None, None) => is_whole(current) && is_whole(next),
            // A front page has a nameplate and no number.
            (None, Some(number)) => {
                is_whole(current) && page_digits(number) != "1" && (is_whole(next) || is_series)
            }
            (Some(_), None) => false,
        }
}

/// Whether several folio lines have a page number alone, and the numbers rise.
fn is_series(groups: &[FolioGroup]) -> bool {
    let number = |group: &FolioGroup| -> Option<u32> {
        page_digits(group.said.page_no.as_deref()?).parse().ok()
    };
    let short = groups.iter().filter(|group| group.said.published.is_none());
    let numbers: Vec<u32> = groups.iter().filter_map(number).collect();
    short.filter_map(number).count() >= 2 && numbers.is_sorted()
}

/// Whether two page numbers name one page: A02 and 02.
fn is_same_page(one: &str, other: &str) -> bool {
    let letter = |number: &str| number.chars().next().filter(char::is_ascii_uppercase);
    let letters = letter(one).zip(letter(other));
    page_digits(one) == page_digits(other) && letters.is_none_or(|(one, other)| one == other)
}

/// A page number without its letter and leading zeros.
fn page_digits(number: &str) -> &str {
    number.trim_start_matches(|character: char| character.is_ascii_uppercase() || character == '0')
}

#[cfg(test)]
mod tests;
