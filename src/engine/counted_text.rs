//! The text of one unit as counted, while it is segmented stretch by stretch.

use std::borrow::Cow;
use std::ops::Range;

use super::tokens::TokenOptions;
use super::unit::Unit;
use crate::report::views::UnitKind;
use crate::text::clean::map::{Map, Walk};
use crate::text::clean::{Blanks, Cleaner, Pass, PassCounts, Passes, is_traditional};
use crate::text::page::model::{Page, ParagraphKind};
use crate::text::source::Source;
use crate::words::listed::{Listed, Occurrence};
use crate::words::presegmented::{Separator, cut, recognise, without_tags};
use crate::words::segment::{Segmenter, Token, TokenKind, next_cut};

/// The passes for one document: in traditional text variants are the standard, and stay, unless it is simplified; in
/// text that is segmented already blanks stay.
pub fn passes_for(source: &Source, passes: Passes) -> Passes {
    let mut passes = passes;
    if recognise(source.text()).is_some() {
        // Blanks part the words there, whoever cuts them.
        passes.set(Pass::LetterSpacing, false);
        passes.set(Pass::LayoutSpaces, false);
    }
    if passes.variants && !passes.traditional && is_traditional(source.text()) {
        passes.set(Pass::Variants, false);
    }
    passes
}

/// What the blanks in a unit are.
pub fn blanks_of(unit: &Unit) -> Blanks {
    match unit.kind {
        UnitKind::Paragraph(ParagraphKind::Table) => Blanks::Part,
        _ => Blanks::MayClose,
    }
}

/// The text of a unit behind its dateline: printed, counted, and how far it is segmented.
#[derive(Debug, Default)]
pub struct UnitText {
    cleaner: Cleaner,
    printed: String,
    /// Whether the counted text is the cleaner's. Otherwise it is the printed one.
    is_cleaned: bool,
    /// How far the counted text is segmented, in bytes.
    at: usize,
    /// How far a cleaned text is laid out.
    walk: Walk,
    /// How many of the addresses are passed.
    addresses_passed: usize,
    /// What parts the words, where those that are given are the tokens.
    given: Option<Separator>,
}

/// A stretch of the counted text to segment at one go.
#[derive(Debug, Clone)]
pub struct Stretch {
    /// Its bytes.
    pub range: Range<usize>,
    /// Whether it ends inside a run that was cut for its length.
    pub inside_run: bool,
}

/// A token with the text that is counted, and the length of the text that is printed.
#[derive(Debug, Clone, Copy)]
pub struct Laid<'t> {
    /// What is counted; of blanks that were taken out, what is printed.
    pub term: &'t str,
    /// What it is.
    pub kind: TokenKind,
    /// The length of what is printed, in bytes.
    pub printed_bytes: u32,
}

impl UnitText {
    /// Takes the texts of a document's units. `given_words`: where its words are parted already, they are the tokens.
    pub fn new(passes: Passes, given_words: bool, source: &Source) -> Self {
        let given = given_words.then(|| recognise(source.text())).flatten();
        Self {
            cleaner: Cleaner::new(passes_for(source, passes)),
            given,
            ..Self::default()
        }
    }

    /// The text of a unit that is not counted: none.
    pub fn clear(&mut self) {
        self.printed.clear();
        self.is_cleaned = false;
        self.at = 0;
        self.walk = Walk::default();
        self.addresses_passed = 0;
    }

    /// Takes the text of a unit.
    pub fn begin(&mut self, source: &Source, page: &Page, unit: &Unit) {
        self.clear();
        if let Some(printed) = unit.printed(page) {
            printed.write_to(source, &mut self.printed);
        }
        let dateline = unit.dateline_bytes(page).min(self.printed.len());
        let behind = self.printed.get(dateline..).unwrap_or("");
        self.is_cleaned = self.cleaner.clean(behind, blanks_of(unit), None);
        if self.is_cleaned {
            self.printed.drain(..dateline);
        } else {
            self.at = dateline;
        }
    }

    /// What cleaning changed since the last call.
    pub fn take_changes(&mut self) -> PassCounts {
        self.cleaner.take_counts()
    }

    fn counted(&self) -> &str {
        if self.is_cleaned {
            self.cleaner.text()
        } else {
            &self.printed
        }
    }

    /// The counted text that is not segmented yet.
    pub fn rest(&self) -> &str {
        self.counted().get(self.at..).unwrap_or("")
    }

    /// The counted text that is not segmented yet as its characters are counted: without tags.
    pub fn countable(&self) -> Cow<'_, str> {
        match self.given {
            Some(Separator::Tag) => Cow::Owned(without_tags(self.rest())),
            _ => Cow::Borrowed(self.rest()),
        }
    }

    /// Whether the counted text is another than the printed one.
    pub fn is_cleaned(&self) -> bool {
        self.is_cleaned
    }

    /// Passes over a stretch of a text that is counted as it is printed.
    pub fn skip(&mut self, range: &Range<usize>) {
        self.at = range.end;
    }

    /// Whether all is segmented.
    pub fn is_done(&self) -> bool {
        self.at >= self.counted().len()
    }

    /// The next stretch of at least so many bytes, if there are as many. Addresses and listed strings hold signs at which
    /// other text is cut: none is cut by the stretch, unless it stands in a run that is cut for its length.
    pub fn next_stretch(&self, at_least: usize, listed: &Listed) -> Stretch {
        let mut at_least = at_least;
        loop {
            let cut = next_cut(self.counted(), self.at, at_least);
            let around = |address: &&Range<usize>| address.start < cut.end && cut.end < address.end;
            let address = self.addresses().iter().find(around);
            let end = address.map_or(cut.end, |address| address.end);
            match self.end_of_listed_around(end, listed) {
                Some(later) if !cut.inside_run => at_least = later - self.at,
                _ => {
                    return Stretch {
                        range: self.at..end,
                        inside_run: cut.inside_run,
                    };
                }
            }
        }
    }

    /// Where the last listed string ends that stands around `place`, if any does.
    fn end_of_listed_around(&self, place: usize, listed: &Listed) -> Option<usize> {
        let text = self.counted();
        if place >= text.len() || listed.longest_bytes() == 0 {
            return None;
        }
        let reach = listed.longest_bytes();
        let start = text.floor_char_boundary(place.saturating_sub(reach));
        let end = text.ceil_char_boundary(place.saturating_add(reach).min(text.len()));
        let mut found: Vec<Occurrence> = Vec::new();
        listed.occurrences(text.get(start..end).unwrap_or(""), &mut found);
        let around = found.iter().filter(|one| start + one.start < place);
        let ends = around.map(|one| start + one.end);
        ends.filter(|end| place < *end).max()
    }

    /// The whole counted text's bytes behind the dateline, before any of it is segmented.
    pub fn whole(&self) -> Range<usize> {
        self.at..self.counted().len()
    }

    /// The parts of the counted text that is not segmented yet: its addresses, which are true, and what stands between.
    pub fn parts(&self) -> Vec<(Range<usize>, bool)> {
        let mut parts = Vec::new();
        let mut done = self.at;
        for address in self.addresses() {
            parts.push((done..address.start, false));
            parts.push((address.clone(), true));
            done = address.end;
        }
        parts.push((done..self.counted().len(), false));
        parts
    }

    /// A part of the counted text.
    pub fn counted_at(&self, range: Range<usize>) -> &str {
        self.counted().get(range).unwrap_or("")
    }

    /// Where a part of the counted text stands in the unit's printed text with its dateline, which is so many bytes long.
    pub fn printed_at(&self, counted: Range<usize>, dateline: usize) -> Range<usize> {
        if !self.is_cleaned {
            return counted;
        }
        let printed = self.cleaner.map().printed(counted);
        printed.start + dateline..printed.end + dateline
    }

    /// The addresses that are not passed yet.
    fn addresses(&self) -> &[Range<usize>] {
        if !self.is_cleaned {
            return &[];
        }
        let addresses = self.cleaner.addresses();
        addresses.get(self.addresses_passed..).unwrap_or(&[])
    }

    /// Segments a stretch: its addresses are tokens, and so is what the segmenter finds between them.
    pub fn segment(
        &mut self,
        stretch: &Range<usize>,
        segmenter: &Segmenter,
        options: &TokenOptions,
        tokens: &mut Vec<Token>,
    ) {
        let text = self.counted();
        let given = self.given;
        let segment = |range: Range<usize>, tokens: &mut Vec<Token>| {
            let text = text.get(range).unwrap_or("");
            match given {
                Some(separator) => cut(text, separator, &|word| segmenter.is_word(word), tokens),
                None => segmenter.segment_with(text, options.segmentation, &options.listed, tokens),
            }
        };
        let mut done = stretch.start;
        let mut passed = 0;
        for address in self.addresses() {
            if address.end > stretch.end {
                break;
            }
            segment(done..address.start, tokens);
            tokens.push(Token {
                len_bytes: small(address.len()),
                kind: TokenKind::Address,
            });
            done = address.end;
            passed += 1;
        }
        segment(done..stretch.end, tokens);
        self.addresses_passed += passed;
    }

    /// Lays the tokens of a stretch along the printed text and gives them to `take` one by one. Blanks that were taken
    /// out between two tokens are tokens of their own, so that every printed character belongs to one.
    pub fn lay_out(
        &mut self,
        stretch: &Range<usize>,
        tokens: &[Token],
        mut take: impl FnMut(Laid<'_>),
    ) {
        self.at = stretch.end;
        let mut start = stretch.start;
        for token in tokens {
            let end = start + token.len_bytes as usize;
            let kind = token.kind;
            if self.is_cleaned {
                let map = self.cleaner.map();
                take_blanks(&mut self.walk, map, &self.printed, &mut take);
                let printed_bytes = self.walk.over(map, token.len_bytes);
                let term = self.cleaner.text().get(start..end).unwrap_or("");
                take(Laid {
                    term,
                    kind,
                    printed_bytes,
                });
            } else {
                let term = self.printed.get(start..end).unwrap_or("");
                let printed_bytes = token.len_bytes;
                take(Laid {
                    term,
                    kind,
                    printed_bytes,
                });
            }
            start = end;
        }
        if self.is_cleaned && self.is_done() {
            let map = self.cleaner.map();
            take_blanks(&mut self.walk, map, &self.printed, &mut take);
        }
    }
}

/// Gives the blanks that were taken out where the walk stands, if any, to `take`.
fn take_blanks(walk: &mut Walk, map: &Map, printed: &str, take: &mut impl FnMut(Laid<'_>)) {
    let start = walk.printed() as usize;
    let printed_bytes = walk.over_taken_out(map);
    if printed_bytes > 0 {
        take(Laid {
            term: printed
                .get(start..start + printed_bytes as usize)
                .unwrap_or(""),
            kind: TokenKind::Blank,
            printed_bytes,
        });
    }
}

/// A length in bytes as tokens hold it: texts over 4 GiB do not occur.
fn small(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}
