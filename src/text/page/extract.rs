//! Parts of a source copied out in the order in which they are to be read, and the way back to their places.

use super::decision::Decision;
use super::model::{Article, Page, Printed};
use crate::text::arrange::Arrange;
use crate::text::source::{Source, Span};

/// A stretch of the copy that stands in one place of the source.
#[derive(Debug, Clone, Copy)]
struct Stretch {
    /// The stretch in the copy.
    copy: Span,
    /// Where it stands; as long as in the copy, but for a line end that was put in, which stands for any blanks.
    source: Span,
}

/// A copy in the making.
#[derive(Debug, Default)]
pub struct Extract {
    text: String,
    places: Places,
}

impl Extract {
    /// One stretch of the source as it stands.
    pub fn of(source: &Source, span: Span) -> Self {
        let mut extract = Self::default();
        extract.add(source, span);
        extract
    }

    /// Adds a stretch of the source.
    pub fn add(&mut self, source: &Source, span: Span) {
        let text = source.slice(span);
        if !text.is_empty() {
            self.push(text, span);
        }
    }

    /// Adds a line end that the source does not have there. It stands for a blank of the source, or for nothing where
    /// the span is empty; no other stretch may hold that blank.
    pub fn add_line_end(&mut self, blank: Span) {
        self.push("\n", blank);
    }

    fn push(&mut self, text: &str, source: Span) {
        let start = self.text.len();
        self.text.push_str(text);
        self.places.0.push(Stretch {
            copy: Span::new(start, self.text.len()),
            source,
        });
    }

    /// The copy as a source of its own, and the way back.
    pub fn finish(self) -> (Source, Places) {
        (Source::new(self.text), self.places)
    }
}

/// Where the stretches of a copy stand in the source, in the order of the copy.
#[derive(Debug, Default)]
pub struct Places(Vec<Stretch>);

impl Places {
    /// Where a span of the copy stands: how many bytes of the copy each piece takes, and the piece, empty where the
    /// source has nothing for it.
    fn of(&self, span: Span) -> impl Iterator<Item = (u32, Span)> + '_ {
        let first = self
            .0
            .partition_point(|stretch| stretch.copy.end <= span.start);
        let stretches = self.0.iter().skip(first);
        let within = stretches.take_while(move |stretch| stretch.copy.start < span.end);
        within.map(move |stretch| {
            let start = span.start.max(stretch.copy.start);
            let end = span.end.min(stretch.copy.end);
            let is_same = stretch.copy.len() == stretch.source.len();
            let source = if is_same {
                Span {
                    start: stretch.source.start + (start - stretch.copy.start),
                    end: stretch.source.start + (end - stretch.copy.start),
                }
            } else {
                stretch.source
            };
            (end - start, source)
        })
    }

    /// The byte of the source that stands at a byte of the copy; at its end the end of the last stretch.
    pub fn byte(&self, byte: u32) -> u32 {
        let one = Span {
            start: byte,
            end: byte.saturating_add(1),
        };
        let last = self.0.last().map_or(0, |stretch| stretch.source.end);
        self.of(one).next().map_or(last, |(_, place)| place.start)
    }

    /// The byte of the source behind the byte before this one in the copy.
    fn end_byte(&self, byte: u32) -> u32 {
        let Some(before) = byte.checked_sub(1) else {
            return self.byte(byte);
        };
        let one = Span {
            start: before,
            end: byte,
        };
        self.of(one).next().map_or(0, |(_, place)| place.end)
    }

    /// The stretches of the source in the order of the copy.
    pub fn stretches(&self) -> Vec<Span> {
        let stretches = self.0.iter().map(|stretch| stretch.source);
        stretches.filter(|stretch| !stretch.is_empty()).collect()
    }

    /// Turns a page that was read from the copy into one of the source.
    pub fn restore(&self, page: &mut Page) {
        for article in &mut page.articles {
            self.restore_article(article);
        }
        for unit in &mut page.removed {
            self.restore_printed(&mut unit.printed, 0);
        }
        page.removed
            .arrange_by_key(|unit| unit.printed.pieces.first().map_or(0, |piece| piece.start));
        let columns = page.columns.iter().flat_map(|stretch| self.of(*stretch));
        page.columns = columns.map(|(_, place)| place).collect();
        for sheet in &mut page.sheets {
            sheet.start = self.byte(sheet.start);
        }
        for decision in &mut page.decisions {
            decision.place = self.restore_place(decision);
        }
        page.decisions.arrange_by_key(|decision| decision.place);
    }

    fn restore_article(&self, article: &mut Article) {
        for headline in &mut article.headlines {
            self.restore_printed(&mut headline.printed, 0);
        }
        for paragraph in &mut article.paragraphs {
            let dateline = paragraph.dateline_bytes;
            paragraph.dateline_bytes = self.restore_printed(&mut paragraph.printed, dateline);
        }
        for byline in article.byline.iter_mut().chain(&mut article.other_bylines) {
            self.restore_printed(&mut byline.printed, 0);
        }
        for line in &mut article.signature {
            self.restore_printed(line, 0);
        }
    }

    /// Puts a printed text back to its places; returns how many bytes its first `within` bytes have there.
    fn restore_printed(&self, printed: &mut Printed, within: u32) -> u32 {
        let mut pieces: Vec<Span> = Vec::with_capacity(printed.pieces.len());
        let mut left = within;
        let mut length = 0;
        for piece in &printed.pieces {
            for (bytes, place) in self.of(*piece) {
                let taken = bytes.min(left);
                left -= taken;
                let place_bytes = place.end.saturating_sub(place.start);
                length += if taken == bytes { place_bytes } else { taken };
                match pieces.last_mut() {
                    _ if place.is_empty() => {}
                    Some(last) if last.end == place.start => last.end = place.end,
                    _ => pieces.push(place),
                }
            }
        }
        printed.pieces = pieces;
        length
    }

    /// The place of a decision: between two characters that stood beside each other in the copy; empty before the
    /// second of them where it stands before the first in the source, as at the head of the next column: the text
    /// behind a line break is what its decision is shown with.
    fn restore_place(&self, decision: &Decision) -> Span {
        let place = decision.place;
        let is_break = matches!(decision.answer, super::decision::Answer::Break(_));
        let (start, end) = if is_break {
            (self.end_byte(place.start), self.byte(place.end))
        } else {
            (self.byte(place.start), self.end_byte(place.end))
        };
        Span {
            start: start.min(end),
            end,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::decision::{Answer, BreakAnswer};
    use super::super::model::{Paragraph, ParagraphKind};
    use super::super::reason::Reason;
    use super::*;

    /// Two columns side by side, read one after the other.
    fn two_columns() -> (Source, Source, Places) {
        let source = Source::new("甲乙　　丙丁\n戊己　　庚辛".to_owned());
        let mut extract = Extract::default();
        for (start, blank) in [(0, (6, 9)), (19, (25, 28)), (12, (18, 19)), (31, (37, 37))] {
            extract.add(&source, Span::new(start, start + 6));
            extract.add_line_end(Span::new(blank.0, blank.1));
        }
        let (copy, places) = extract.finish();
        (source, copy, places)
    }

    #[test]
    fn a_text_of_the_copy_goes_back_to_its_places() {
        let (source, copy, places) = two_columns();
        assert_eq!(copy.text(), "甲乙\n戊己\n丙丁\n庚辛\n");
        let mut page = Page::default();
        page.articles.push(Article {
            paragraphs: vec![Paragraph {
                kind: ParagraphKind::Body,
                printed: Printed {
                    pieces: vec![Span::new(0, 13), Span::new(14, 20)],
                },
                dateline_bytes: 7,
            }],
            ..Article::default()
        });
        page.decisions.push(Decision {
            place: Span::new(13, 14),
            answer: Answer::Break(BreakAnswer::Wrap),
            reason: Reason::FullLine,
            confidence: 100,
        });
        places.restore(&mut page);
        let paragraph = &page.articles[0].paragraphs[0];
        assert_eq!(paragraph.printed.text(&source), "甲乙　戊己丙丁");
        assert_eq!(paragraph.dateline_bytes, 9);
        assert_eq!(page.decisions[0].place, Span::new(12, 12));
    }

    #[test]
    fn a_copy_of_one_stretch_shifts() {
        let source = Source::new("甲乙丙丁".to_owned());
        let (copy, places) = Extract::of(&source, Span::new(3, 9)).finish();
        assert_eq!(copy.text(), "乙丙");
        assert_eq!((places.byte(0), places.byte(3), places.byte(6)), (3, 6, 9));
        assert_eq!(Extract::default().finish().1.byte(0), 0);
    }
}
