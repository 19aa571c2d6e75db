//! One document of the corpus: everything that is known of it.

use crate::report::views::{DocumentId, EncodingView, ScalarRange};
use crate::text::clean::is_private_use;
use crate::text::decode::{Encoding, Malformed};
use crate::text::page::correction::Correction;
use crate::text::page::decision::Decision;
use crate::text::page::mend::anchors;
use crate::text::page::model::Page;
use crate::text::source::{Source, Span};

use crate::words::presegmented::{Separator, recognise};

use super::layout::Rows;
use super::mending::MendedPage;
use super::metadata::table::MetadataTable;
use super::named::{Named, Text};
use super::review::{Doubt, doubts};
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
    /// Set where the file is a table that says something of other files; it has no articles then.
    pub table: Option<MetadataTable>,
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
    /// The page read from it, with the corrections.
    pub page: Page,
    /// The page without them; kept only where there are any.
    as_read: Option<Box<Page>>,
    /// The page's units.
    pub units: Vec<Unit>,
    /// The place that names each article, in scalar values: the same whatever corrections it has.
    pub anchors: Vec<u32>,
    /// The corrections that the page has.
    pub corrections: Vec<Correction>,
    /// Whether they were made in the encoding in which the text is read; else none is applied.
    pub is_decoded_so: bool,
    /// The numbers of those that do not fit it, and change nothing.
    pub unfitting: Vec<u32>,
    /// The numbers of the decisions that the corrections contradict, sorted.
    contradicted: Vec<u32>,
    /// The doubtful decisions.
    pub doubts: Vec<Doubt>,
    /// The rows of the source pane.
    pub rows: Rows,
    /// Its tokens.
    pub tokens: Tokens,
    /// Its names.
    pub named: Named,
    /// Whether it holds characters for private use.
    pub has_private_use: bool,
    /// What parts its words, where someone segmented it already.
    pub presegmented: Option<Separator>,
}

impl Document {
    /// A document that is read but not yet segmented.
    pub fn new(origin: Origin, source: Source, page: Page, rows: Rows) -> Self {
        let scalar = |byte: &u32| source.scalar_at(*byte);
        Self {
            units: units(&page),
            anchors: anchors(&page).iter().map(scalar).collect(),
            doubts: doubts(&page.decisions),
            presegmented: recognise(source.text()),
            has_private_use: source.text().contains(is_private_use),
            origin,
            source,
            page,
            as_read: None,
            corrections: Vec::new(),
            is_decoded_so: true,
            unfitting: Vec::new(),
            contradicted: Vec::new(),
            rows,
            tokens: Tokens::default(),
            named: Named::default(),
        }
    }

    /// The page without corrections.
    pub fn page_as_read(&self) -> &Page {
        self.as_read.as_deref().unwrap_or(&self.page)
    }

    /// What reading decided, in source order.
    pub fn decisions(&self) -> &[Decision] {
        &self.page_as_read().decisions
    }

    /// The corrections that it has, as [`super::plan::Plan::corrections`] gives them.
    pub fn corrections(&self) -> (&[Correction], bool) {
        (&self.corrections, self.is_decoded_so)
    }

    /// Whether the corrections contradict a decision.
    pub fn is_contradicted(&self, decision: u32) -> bool {
        self.contradicted.binary_search(&decision).is_ok()
    }

    /// The text in which names are looked for.
    pub fn text(&self) -> Text<'_> {
        Text {
            source: &self.source,
            page: &self.page,
            units: &self.units,
        }
    }

    /// Takes over a page with other corrections. Its tokens are to be made anew, and its names to be found.
    pub fn take_mended(&mut self, mended: MendedPage) {
        self.named = Named::default();
        let before = if mended.corrections.is_empty() {
            let as_read = self.as_read.take();
            self.page = as_read.map_or(mended.page, |page| *page);
            None
        } else {
            Some(std::mem::replace(&mut self.page, mended.page))
        };
        if self.as_read.is_none() {
            self.as_read = before.map(Box::new);
        }
        self.units = mended.units;
        self.anchors = mended.anchors;
        self.corrections = mended.corrections;
        self.is_decoded_so = mended.is_decoded_so;
        self.unfitting = mended.unfitting;
        self.contradicted = mended.contradicted;
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
