//! Reading a page: lines are joined to paragraphs, paragraphs to articles, and what is no article is set aside.
//!
//! # How a page is read
//!
//! [`Reader`] takes the source through these stages; each looks at what the one before it found, and each is a file.
//!
//! 1. `line` finds the lines that have something on them and measures them: width in half cells (a Han character has
//!    two, an ASCII letter one), indent, punctuation, brackets. Runs of invisible characters are noted.
//! 2. `label` says which lines are units by themselves, or begin one: datelines, bylines, dates, table rows,
//!    captions, and what `furniture` and `markup` know. A line that may belong to an imprint is settled by its
//!    neighbours. The labels also tell whether the text is a newspaper page at all: a dateline, byline, folio line or
//!    imprint shows it. Any other text is one article with its paragraphs as they are.
//! 3. `join` decides for each line break whether the paragraph goes on. `column` finds how wide the column is there,
//!    or that there is none, because the lines are paragraphs, verse or a list. Evidence has weights, the sum decides;
//!    every [`join::Decision`] knows its reason and its confidence.
//! 4. `unit` makes units of joined lines, and cuts bylines and jump lines off the ends of paragraphs.
//! 5. `article` puts units together: a dateline begins an article, a byline or sign-off ends one, short lines without
//!    punctuation wait until it is seen what stands behind them.
//! 6. `headline` finds the article for each run of such lines, as an assignment over the page by shared characters
//!    with position as a prior; `role` tells kicker, main and sub apart.
//! 7. `assemble` and `print` make the [`model::Page`]: which characters of each unit print, and which blanks.
//!
//! # Laws
//!
//! Every non-blank character of the source stands in exactly one unit. It holds by construction: units are
//! consecutive runs of lines or parts of them, and printing leaves out nothing but blanks, markup and invisible
//! characters, which are units of their own. Reading is linear: a line looks at a fixed number of neighbours, a
//! headline at a fixed number of articles, and patterns only at the ends of lines.
//!
//! # Where to put what
//!
//! A new form of byline or dateline is a row in its file's tables and cases; a new sign for line breaks is one more
//! weight in `join`; a new kind of page is a page in `tests/pages`.

mod article;
mod assemble;
mod byline;
mod character;
mod column;
mod date;
mod dateline;
mod furniture;
mod group;
mod headline;
mod join;
mod label;
mod line;
mod markup;
mod name;
mod pattern;
mod print;
mod reader;
mod role;
mod unit;

pub mod json;
pub mod model;

pub use reader::{Reader, Step};

use crate::text::source::Source;
use model::Page;

/// What reading may ask of a dictionary; reading also works without, see [`NoWords`].
pub trait KnownWords {
    /// Whether the text is a word by itself.
    fn is_word(&self, text: &str) -> bool;
}

/// A dictionary without words.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoWords;

impl KnownWords for NoWords {
    fn is_word(&self, _text: &str) -> bool {
        false
    }
}

/// Reads a page in one go; the same as stepping a [`Reader`] to its end.
pub fn read(source: &Source, known: &dyn KnownWords) -> Page {
    let mut reader = Reader::new(source);
    loop {
        if let Step::Done(page) = reader.step(source, known) {
            return *page;
        }
    }
}
