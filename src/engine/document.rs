//! One document of the corpus: everything that is known of it.

use crate::report::views::{DocumentId, EncodingView, ScalarRange};
use crate::text::decode::{Encoding, Malformed};
use crate::text::page::model::Page;
use crate::text::source::{Source, Span};

use super::layout::Rows;
use super::tokens::Tokens;
use super::unit::{Unit, units};

/// What was found out about a document's bytes.
#[derive(Debug, Clone)]
pub struct Origin {
    /// Which document.
    pub id: DocumentId,
    /// Its file's name.
    pub name: String,
    /// Its size in bytes.
    pub size_bytes: u64,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// Its encoding.
    pub encoding: EncodingView,
    /// Runs of bytes that could not be decoded.
    pub malformed: Vec<Malformed>,
    /// How many there are; more than are listed where there are very many.
    pub malformed_count: u64,
}

impl Origin {
    /// The encoding in use.
    pub fn encoding(&self) -> Encoding {
        self.encoding.encoding
    }

    /// Order of documents in every output: file name by code point, then content, then the order of adding.
    pub fn canonical_key(&self) -> (&str, &str, DocumentId) {
        (&self.name, &self.sha256, self.id)
    }
}

/// One document, read and segmented.
#[derive(Debug)]
pub struct Document {
    /// What is known of its bytes.
    pub origin: Origin,
    /// The decoded text.
    pub source: Source,
    /// The page read from it.
    pub page: Page,
    /// The page's units.
    pub units: Vec<Unit>,
    /// The rows of the source pane.
    pub rows: Rows,
    /// Its tokens.
    pub tokens: Tokens,
}

impl Document {
    /// A document that is read but not yet segmented.
    pub fn new(origin: Origin, source: Source, page: Page, rows: Rows) -> Self {
        let units = units(&page);
        Self {
            origin,
            source,
            page,
            units,
            rows,
            tokens: Tokens::default(),
        }
    }

    /// A span of the source as scalar values.
    pub fn place(&self, span: Span) -> ScalarRange {
        ScalarRange {
            start: self.source.scalar_at(span.start),
            end: self.source.scalar_at(span.end),
        }
    }

    /// The line, from 1, of a byte of the source.
    pub fn line_number(&self, byte: u32) -> u32 {
        u32::try_from(self.source.line_of(byte))
            .unwrap_or(u32::MAX)
            .saturating_add(1)
    }
}
