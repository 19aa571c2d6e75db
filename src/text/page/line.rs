//! Lines of the source and what can be seen of each without its neighbours.

use super::character::{
    ends_sentence, half_cells, is_closing, is_common_han, is_han, is_invisible, is_opening,
    is_sentence_mark,
};
use super::gutter::WIDE_GAP;
use super::hints::Hints;
use super::tally::Tally;
use crate::text::source::{Source, Span, is_blank, is_letter_or_digit};

/// One line with something on it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    /// From the first to the last character that prints.
    pub span: Span,
    /// Blank half cells before the span.
    pub indent: u32,
    /// Half cells of the span, blanks inside it included.
    pub width: u32,
    /// How many blank lines stand between the line before and this one.
    pub blank_lines_before: u32,
    /// How many Han characters it has.
    pub han: u32,
    /// How many letters of other scripts it has.
    pub letters: u32,
    /// How many marks of running text stand before its last character.
    pub inner_marks: u32,
    /// Whether one of these ends a sentence and is full-width.
    pub has_inner_stop: bool,
    /// How many wide gaps of blanks it has between its characters, as gutters are.
    pub wide_gaps: u32,
    /// Brackets and quotation marks that it opens, less those that it closes.
    pub opened: i32,
    /// How many runs of blanks stand inside it.
    pub gaps: u32,
    /// The widest of them in half cells.
    pub widest_gap: u32,
    /// How many brackets and quotation marks it has.
    pub brackets: u32,
    /// The first character that prints.
    pub first: char,
    /// The last character that prints.
    pub last: char,
    /// The last character that prints and closes nothing: 。 in 。”
    pub last_inside: char,
    /// What [`super::column`] asks of it, see there.
    pub tally: Tally,
    /// What its characters let it be.
    pub hints: Hints,
}

impl Line {
    /// How far the line reaches, in half cells from the column's left edge.
    pub fn reach(&self) -> u32 {
        self.indent + self.width
    }

    /// Whether the line is mostly in an alphabet, where blanks separate words.
    pub fn is_alphabetic(&self) -> bool {
        self.letters > 2 * self.han && self.letters > 0
    }

    /// Whether the line ends where a sentence ends.
    pub fn ends_sentence(&self) -> bool {
        ends_sentence(self.last) || (is_closing(self.last) && ends_sentence(self.last_inside))
    }

    /// Whether no mark of running text stands in the line, its end included.
    pub fn is_unmarked(&self) -> bool {
        self.inner_marks == 0 && !is_sentence_mark(self.last)
    }
}

/// The lines of a source, and the runs in it that print nothing.
#[derive(Debug, Default)]
pub struct Lines {
    /// Every line with something on it.
    pub lines: Vec<Line>,
    /// Runs of invisible characters, in order.
    pub invisible: Vec<Span>,
}

/// Finds the lines of a source, a stretch at a time, also within one very long line.
#[derive(Debug, Default)]
pub struct LineScanner {
    found: Lines,
    open: Line,
    /// Half cells of blanks behind the last printing character.
    blanks: u32,
    /// Whether the last printing character was a mark; it counts as inner once another follows.
    pending: Option<char>,
    blank_lines: u32,
    at: usize,
}

impl LineScanner {
    /// Reads on for about `budget` bytes; returns whether the end is reached.
    pub fn scan(&mut self, source: &Source, budget: usize) -> bool {
        let text = source.text();
        let stop = self.at.saturating_add(budget.max(1)).min(text.len());
        let stop = text.ceil_char_boundary(stop);
        while let Some(rest) = text.get(self.at..stop)
            && let Some(character) = rest.chars().next()
        {
            let byte = self.at;
            if is_common_han(character) {
                self.take_han(byte, rest);
                continue;
            }
            self.at += character.len_utf8();
            let behind = text.get(self.at..).unwrap_or("");
            match character {
                '\n' => self.end_line(),
                '\r' if !behind.starts_with('\n') => self.end_line(),
                _ => self.take(byte, character),
            }
        }
        self.at >= text.len()
    }

    /// The lines, once the end is reached.
    pub fn finish(mut self) -> Lines {
        self.end_line();
        self.found
    }

    fn take(&mut self, byte: usize, character: char) {
        if is_blank(character) {
            self.blanks += half_cells(character);
        } else if is_invisible(character) {
            self.take_invisible(byte, character);
        } else {
            self.take_printing(byte, character);
        }
    }

    /// Takes the run of common Han characters with which a text begins. Only their number, the first and the last one
    /// matter, and what each lets the line be.
    fn take_han(&mut self, byte: usize, text: &str) {
        let mut run = text
            .chars()
            .take_while(|character| is_common_han(*character));
        let Some(first) = run.next() else {
            return;
        };
        self.take_printing(byte, first);
        let line = &mut self.open;
        let (mut others, mut last) = (0_u32, first);
        for character in run {
            line.hints.add(character);
            last = character;
            others += 1;
        }
        // All of them take as many bytes.
        self.at = byte + (others as usize + 1) * first.len_utf8();
        line.span.end = Span::new(byte, self.at).end;
        line.width = line.width.saturating_add(others.saturating_mul(2));
        line.han = line.han.saturating_add(others);
        line.last = last;
        line.last_inside = last;
    }

    fn take_invisible(&mut self, byte: usize, character: char) {
        let span = Span::new(byte, byte + character.len_utf8());
        match self.found.invisible.last_mut() {
            Some(last) if last.end == span.start => last.end = span.end,
            _ => self.found.invisible.push(span),
        }
    }

    fn take_printing(&mut self, byte: usize, character: char) {
        let line = &mut self.open;
        let end = Span::new(byte, byte + character.len_utf8());
        if line.span.is_empty() {
            line.span = end;
            line.indent = self.blanks;
            line.first = character;
        } else {
            line.width += self.blanks;
            line.wide_gaps += u32::from(self.blanks >= WIDE_GAP);
            line.gaps += u32::from(self.blanks > 0);
            line.widest_gap = line.widest_gap.max(self.blanks);
            if let Some(mark) = self.pending {
                line.inner_marks += 1;
                line.has_inner_stop |= mark != '.' && ends_sentence(mark);
            }
        }
        self.blanks = 0;
        line.span.end = end.end;
        line.width = line.width.saturating_add(half_cells(character));
        line.last = character;
        line.hints.add(character);
        self.pending = is_sentence_mark(character).then_some(character);
        let is_han = is_han(character);
        line.han += u32::from(is_han);
        let is_letter = !is_han && is_letter_or_digit(character) && character.is_alphabetic();
        line.letters += u32::from(is_letter);
        line.opened += i32::from(is_opening(character)) - i32::from(is_closing(character));
        line.brackets += u32::from(is_opening(character) || is_closing(character));
        if !is_closing(character) {
            line.last_inside = character;
        }
    }

    fn end_line(&mut self) {
        let mut line = std::mem::take(&mut self.open);
        if line.span.is_empty() {
            self.blank_lines += 1;
        } else {
            line.blank_lines_before = std::mem::take(&mut self.blank_lines);
            line.tally = Tally::of(&line);
            self.found.lines.push(line);
        }
        self.blanks = 0;
        self.pending = None;
    }
}

/// The first characters of a span, at most about `limit` bytes.
pub fn head(source: &Source, span: Span, limit: usize) -> &str {
    let text = source.slice(span);
    text.get(..text.floor_char_boundary(limit)).unwrap_or("")
}

/// The last characters of a span, at most about `limit` bytes.
pub fn tail(source: &Source, span: Span, limit: usize) -> &str {
    let text = source.slice(span);
    let start = text.ceil_char_boundary(text.len().saturating_sub(limit));
    text.get(start..).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, budget: usize) -> (Source, Lines) {
        let source = Source::new(text.to_owned());
        let mut scanner = LineScanner::default();
        while !scanner.scan(&source, budget) {}
        let lines = scanner.finish();
        (source, lines)
    }

    #[test]
    fn a_line_is_measured_in_half_cells() {
        let (source, found) = lines("　　本报讯 12月12日，\r\n\r\n\u{200b}“甲”。\u{feff}", 1024);
        let [first, second] = found.lines.as_slice() else {
            unreachable!("two lines with something on them");
        };
        assert_eq!((first.indent, first.width), (4, 6 + 1 + 4 + 4 + 2));
        assert_eq!(source.slice(second.span), "“甲”。");
        assert_eq!(second.blank_lines_before, 1);
        assert!(second.ends_sentence());
        assert_eq!(found.invisible.len(), 2);
    }

    #[test]
    fn scanning_in_small_steps_changes_nothing() {
        let text = "　甲，乙。\r\n\n  ab cd\u{202e}, ef\r丙";
        let (_, whole) = lines(text, usize::MAX);
        let (_, steps) = lines(text, 1);
        assert_eq!(whole.lines, steps.lines);
        assert_eq!(whole.invisible, steps.invisible);
    }
}
