//! Reading a page: lines are joined to paragraphs, paragraphs to articles, and what is no article is set aside.
//!
//! # How a page is read
//!
//! [`Reader`] (`file`) first asks what kind of file it has. Most hold one page, or ordinary text, and are read as they
//! stand. Others are read part by part, each as if it stood alone: `extract` copies a part out and afterwards puts what
//! was read back to its places, so every law holds for parts too.
//!
//! * A table of articles ([`crate::text::table`]), or a database export with labels such as 【标题】: `record` makes
//!   each row or record an article, with what is stated of it ([`model::Article::stated`]). Known by the first lines.
//! * Several newspaper pages: `sheet` finds where they begin, at form feeds and at folio lines that name another page.
//!   [`model::Page::sheets`] lists them, [`model::Article::sheet`] says on which an article stands; dates, headlines
//!   and articles keep to their own. In the page JSON `meta` is that of the first, and only where there are several
//!   stand `"sheets": [{"start": scalar, "meta": {…}}]` and each article's `"sheet": n`.
//! * Columns side by side: `gutter` finds them by wide gaps at one place in most lines, between texts that run on from
//!   line to line (so not in tables, lists or verse), and `disentangle` takes them apart; columns whose lines alternate
//!   without gaps are only suspected (`alternation`). [`model::Page::interleaving`] says so, in the page JSON
//!   `"interleaving": "taken-apart"` or `"suspected"`.
//!
//! Each page, or text of a record, then goes through these stages (`reader`); each looks at what the one before it
//! found, and each is a file.
//!
//! 1. `line` finds the lines that have something on them and measures them: width in half cells (a Han character has
//!    two, an ASCII letter one), indent, punctuation, brackets. Runs of invisible characters are noted.
//! 2. `label` says which lines are units by themselves, or begin one: datelines, bylines, dates, table rows,
//!    captions, and what `furniture` and `markup` know. A line that may belong to an imprint is settled by its
//!    neighbours. The labels also tell whether the text is a newspaper page at all: a dateline, byline, folio line or
//!    imprint shows it. Any other text is one article with its paragraphs as they are.
//! 3. `join` decides for each line break whether the paragraph goes on. `column` finds how wide the column is there,
//!    or that there is none, because the lines are paragraphs, verse or a list; `habits` finds what the lines of the
//!    page have in common. `evidence` sees signs, `weights` says what each weighs, the sum decides; every
//!    [`join::Verdict`] knows its reason and its confidence. Text in no column that is no newspaper page is judged in
//!    `ordinary`.
//! 4. `unit` makes units of joined lines, and cuts bylines and jump lines off the ends of paragraphs.
//! 5. `article` puts units together: a dateline begins an article, a byline or sign-off ends one, short lines without
//!    punctuation wait until it is seen what stands behind them.
//!    `divide` parts drafts that hold two articles, where signatures or headlines tell so and no words go on.
//! 6. `headline` finds the article for each run of such lines, as an assignment over the page by shared characters
//!    with position as a prior; `role` tells kicker, main and sub apart.
//! 7. `assemble` and `print` make the [`model::Page`]: which characters of each unit print, and which blanks.
//!
//! What a person corrects ([`correction`]) is applied to the finished page by [`mend`], and keeps the laws.
//!
//! # Laws
//!
//! Every non-blank character of the source stands in exactly one unit. It holds by construction: units are
//! consecutive runs of lines or parts of them, and printing leaves out nothing but blanks, markup and invisible
//! characters, which are units of their own. A file of two pages reads to the same articles as two files. Reading is
//! linear: a line looks at a fixed number of neighbours, a headline at a fixed number of articles, and patterns only at
//! the ends of lines.
//!
//! # Where to put what
//!
//! A new form of byline or dateline is a row in its file's tables and cases; a new sign for line breaks is one more
//! weight in `join`; a new kind of page is a page in `tests/pages`.

mod advertisement;
mod alternation;
mod article;
mod assemble;
mod byline;
mod calendar;
mod character;
mod claim;
mod cohesion;
mod column;
mod credit;
mod cutting;
pub mod date;
mod dateline;
mod disentangle;
mod display;
mod divide;
mod doubts;
mod evidence;
mod extract;
mod file;
mod furniture;
mod group;
mod gutter;
mod habits;
mod headline;
mod hints;
mod index;
mod inset;
mod join;
mod label;
mod line;
mod lined;
mod markup;
mod name;
mod opening;
mod ordinary;
mod pattern;
mod plan;
mod print;
mod reader;
mod reason;
mod record;
mod recorder;
mod role;
mod rows;
mod seen;
mod settle;
mod sheet;
mod sign;
mod signature;
mod single;
mod spanning;
mod table;
mod tally;
mod turn;
mod unit;
mod weights;

pub mod correction;
pub mod decision;
pub mod json;
pub mod mend;
pub mod model;

pub use file::{Reader, Step};
pub use furniture::staff_of_column;
pub use name::{is_surname, looks_like_name};
pub use reason::Reason;

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
