//! The printed text of a unit: which characters of its span are printed, and which blanks between them.

use super::character::{is_common_han, is_han, is_invisible, is_space};
use super::model::Printed;
use crate::text::source::{Source, Span, is_blank};

/// Which blanks inside a unit are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spacing {
    /// Between words in an alphabet only, as in a newspaper's columns, where other spaces come from the layout. The
    /// number is the byte at which a dateline ends, behind which one space stays; 0 for none.
    Layout(u32),
    /// All spaces, as in ordinary text and in headlines.
    Kept,
    /// All spaces, and line ends as spaces too: a headline of two parallel lines.
    Clauses,
}

/// A run of blanks between two printed characters.
#[derive(Debug, Clone, Copy, Default)]
struct Gap {
    start: u32,
    end: u32,
    line_end: Option<u32>,
    first_space: Option<Span>,
    is_all_space: bool,
}

/// Prints one span, in steps where it is long.
#[derive(Debug)]
pub struct Printer {
    spacing: Spacing,
    at: u32,
    end: u32,
    gap: Option<Gap>,
    last: Option<char>,
    printed: Printed,
}

impl Printer {
    /// Begins to print a span.
    pub fn new(span: Span, spacing: Spacing) -> Self {
        Self {
            spacing,
            at: span.start,
            end: span.end,
            gap: None,
            last: None,
            printed: Printed::default(),
        }
    }

    /// Prints on for about `budget` bytes, leaving out the spans in `marks`, which are sorted and disjoint; returns
    /// whether the end is reached.
    pub fn step(&mut self, source: &Source, marks: &[Span], budget: usize) -> bool {
        let stop = self
            .at
            .saturating_add(u32::try_from(budget).unwrap_or(u32::MAX))
            .min(self.end);
        let first_mark = marks.partition_point(|mark| mark.end <= self.at);
        let mut marks = marks.iter().skip(first_mark).peekable();
        while self.at < stop {
            while marks.next_if(|mark| mark.end <= self.at).is_some() {}
            let border = match marks.peek() {
                Some(mark) if mark.start <= self.at => {
                    self.at = mark.end.min(self.end);
                    continue;
                }
                Some(mark) => mark.start.min(self.end),
                None => self.end,
            };
            let text = source.slice(Span {
                start: self.at,
                end: border,
            });
            if text.is_empty() {
                return true;
            }
            let within = text.ceil_char_boundary((stop - self.at) as usize);
            self.take(text.get(..within).unwrap_or(text));
        }
        self.at >= self.end
    }

    /// Takes the characters at the beginning of a text that are of one sort.
    fn take(&mut self, text: &str) {
        let is_other = |character| {
            !is_common_han(character) && (is_blank(character) || is_invisible(character))
        };
        let printing = text.find(is_other).unwrap_or(text.len());
        let (run, behind) = text.split_at_checked(printing).unwrap_or((text, ""));
        let start = self.at;
        if let (Some(first), Some(last)) = (run.chars().next(), run.chars().next_back()) {
            self.at += u32::try_from(run.len()).unwrap_or(1);
            self.take_printing(start, first, last);
        } else if let Some(character) = behind.chars().next() {
            self.at += u32::try_from(character.len_utf8()).unwrap_or(1);
            if is_blank(character) {
                self.take_blank(start, character);
            }
        }
    }

    /// The byte that is looked at next.
    pub fn position(&self) -> usize {
        self.at as usize
    }

    /// The printed text, once the end is reached.
    pub fn finish(self) -> Printed {
        self.printed
    }

    fn take_blank(&mut self, byte: u32, character: char) {
        let gap = self.gap.get_or_insert(Gap {
            start: byte,
            is_all_space: true,
            ..Gap::default()
        });
        gap.is_all_space &= is_space(character) && (gap.end == 0 || gap.end == byte);
        gap.end = byte + u32::try_from(character.len_utf8()).unwrap_or(1);
        if matches!(character, '\n' | '\r') {
            gap.line_end = Some(byte);
        } else if is_space(character) && gap.first_space.is_none() {
            gap.first_space = Some(Span {
                start: byte,
                end: gap.end,
            });
        }
    }

    /// Prints what stands from `start` up to here and has no blank in it.
    fn take_printing(&mut self, start: u32, first: char, last: char) {
        if let Some((gap, before)) = self.gap.take().zip(self.last)
            && let Some(span) = self.kept(gap, before, first)
        {
            self.push(span);
        }
        self.push(Span {
            start,
            end: self.at,
        });
        self.last = Some(last);
    }

    /// The part of a gap that is printed.
    fn kept(&self, gap: Gap, last: char, next: char) -> Option<Span> {
        let one = |byte: u32| Span {
            start: byte,
            end: byte + 1,
        };
        if let Some(byte) = gap.line_end {
            let is_clause = self.spacing == Spacing::Clauses;
            return (is_clause || separates_words(last, next)).then(|| one(byte));
        }
        match self.spacing {
            Spacing::Layout(dateline) => {
                let is_behind_dateline = dateline > 0 && gap.start == dateline;
                let stays = is_behind_dateline || separates_spaced_words(last, next);
                gap.first_space.filter(|_| stays)
            }
            Spacing::Kept | Spacing::Clauses if gap.is_all_space => Some(Span {
                start: gap.start,
                end: gap.end,
            }),
            Spacing::Kept | Spacing::Clauses => None,
        }
    }

    fn push(&mut self, span: Span) {
        match self.printed.pieces.last_mut() {
            Some(last) if last.end == span.start => last.end = span.end,
            _ => self.printed.pieces.push(span),
        }
    }
}

/// The blank that is printed where two units are joined: the text behind `end` begins with the blanks between them.
/// Only words of an alphabet need one, as in [`Spacing::Layout`].
pub fn blank_between(source: &Source, end: u32, last: char, next: char) -> Option<Span> {
    let behind = Span::new(end as usize, source.text().len());
    let mut line_end = None;
    let mut space = None;
    for (byte, character) in source.slice(behind).char_indices() {
        if !is_blank(character) {
            break;
        }
        let start = end as usize + byte;
        let span = Span::new(start, start + character.len_utf8());
        if matches!(character, '\n' | '\r') {
            line_end = Some(span);
        } else if is_space(character) && space.is_none() {
            space = Some(span);
        }
    }
    match line_end {
        Some(_) => line_end.filter(|_| separates_words(last, next)),
        None => space.filter(|_| separates_spaced_words(last, next)),
    }
}

/// Whether a line end between these two characters separates words: at least one of them is a letter of an alphabet.
fn separates_words(last: char, next: char) -> bool {
    let ends_word = is_letter(last)
        || last.is_ascii_digit()
        || matches!(
            last,
            ',' | '.' | ';' | ':' | '!' | '?' | ')' | '"' | '\'' | '’' | '”'
        );
    let begins_word =
        is_letter(next) || matches!(next, '(' | '"' | '\'' | '‘' | '“') || next.is_ascii_digit();
    ends_word && begins_word && (is_letter(last) || is_letter(next))
}

/// Whether a space between these two characters separates words and is no layout space.
fn separates_spaced_words(last: char, next: char) -> bool {
    let is_western = |character: char| character.is_ascii() || is_letter(character);
    is_western(last) && is_western(next)
}

fn is_letter(character: char) -> bool {
    !is_han(character) && character.is_alphabetic()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn print(text: &str, spacing: Spacing, marks: &[Span]) -> String {
        let source = Source::new(text.to_owned());
        let mut whole = Printer::new(Span::new(0, text.len()), spacing);
        while !whole.step(&source, marks, usize::MAX) {}
        let mut steps = Printer::new(Span::new(0, text.len()), spacing);
        while !steps.step(&source, marks, 1) {}
        let printed = whole.finish();
        assert_eq!(printed, steps.finish(), "in steps: {text:?}");
        printed.text(&source)
    }

    #[test]
    fn blanks_of_columns_and_of_ordinary_text() {
        let rows = [
            ("防\n控", Spacing::Layout(0), "防控"),
            ("防 控\r\n\r\n 好", Spacing::Layout(0), "防控好"),
            ("本报讯 7月", Spacing::Layout(9), "本报讯 7月"),
            ("本报讯　　7月", Spacing::Layout(9), "本报讯　7月"),
            ("New York\nTimes", Spacing::Layout(0), "New York Times"),
            (
                "a co-\noperative, \r\n  next",
                Spacing::Kept,
                "a co-operative, next",
            ),
            ("用 Rust 写", Spacing::Kept, "用 Rust 写"),
            ("用 Rust 写", Spacing::Layout(0), "用Rust写"),
            ("上句\n下句", Spacing::Clauses, "上句 下句"),
            ("“甲”\n“乙”", Spacing::Kept, "“甲”“乙”"),
            ("1+\n2", Spacing::Layout(0), "1+2"),
            ("零\u{200b}宽\0", Spacing::Kept, "零宽"),
            ("\u{fffd}", Spacing::Kept, "\u{fffd}"),
        ];
        for (text, spacing, expected) in rows {
            assert_eq!(
                print(text, spacing, &[]),
                expected,
                "{text:?} with {spacing:?}"
            );
        }
        assert_eq!(
            print(
                "甲**乙**",
                Spacing::Kept,
                &[Span::new(3, 5), Span::new(8, 10)]
            ),
            "甲乙"
        );
    }
}
