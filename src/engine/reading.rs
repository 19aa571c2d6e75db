//! A document in work: from its bytes to a [`Document`], in steps of a few milliseconds.

use sha2::{Digest as _, Sha256};

use super::bytes::{ByteSource, InMemory, Unreadable};
use super::document::{Document, Origin};
use super::error::DocumentError;
use super::layout::Rows;
use super::mending::MendedPage;
use super::metadata::before_tables;
use super::metadata::table::MetadataTable;
use super::named::{NamedFor, Naming};
use super::plan::Plan;
use super::protocol::{JobId, Stage};
use super::tokens::{Material, Segmentation, TokenOptions};
use crate::report::views::{DocumentId, EncodingView};
use crate::text::decode::{Decoded, Decoder, Detection, Detector, Encoding, file_kind, preview};
use crate::text::page::model::{Field, Page};
use crate::text::page::{Reader, Step};
use crate::text::source::Source;
use crate::text::workbook::{self, Workbook, WorkbookError};
use crate::words::segment::Segmenter;
use crate::words::vocabulary::Vocabulary;

/// How many bytes are read and decoded at one go. In the browser each read costs a millisecond whatever its size.
const CHUNK_BYTES: usize = 1024 * 1024;
/// How much of the source is laid out at one go.
const LAYOUT_BYTES: usize = 128 * 1024;
/// The largest file whose bytes are kept between detecting and decoding; a larger one is read twice.
const KEPT_BYTES: u64 = 32 * 1024 * 1024;
/// How much of a file's beginning is kept, to know its kind and to preview it in other encodings.
const HEAD_BYTES: usize = 8 * 1024;
/// How long a preview of another encoding is.
const PREVIEW_CHARS: usize = 60;

/// What is asked of a reading.
#[derive(Debug, Clone)]
pub struct Order {
    /// The job.
    pub job: JobId,
    /// The document.
    pub document: DocumentId,
    /// Its name.
    pub name: String,
    /// The user's choice of encoding.
    pub encoding: Option<Encoding>,
}

/// A document in work.
pub struct Reading {
    /// What was asked.
    pub order: Order,
    size_bytes: u64,
    bytes: Box<dyn ByteSource>,
    stage: StageState,
}

/// Everything that one stage needs and the next one takes over.
enum StageState {
    Detect(Box<Detecting>),
    Decode {
        origin: Origin,
        decoder: Box<Decoder>,
        offset: u64,
    },
    /// Instead of decoding, for a workbook.
    Unpack {
        origin: Origin,
        workbook: Box<Workbook>,
        steps: u64,
    },
    Read {
        origin: Origin,
        source: Source,
        reader: Box<Reader>,
        rows: Rows,
        done: (u32, u32),
    },
    /// The names are found.
    Name {
        document: Box<Document>,
        naming: Box<Naming>,
    },
    Segment {
        document: Box<Document>,
        segmentation: Box<Segmentation>,
    },
    /// The stage was taken out and failed; nothing more comes.
    Ended,
}

struct Detecting {
    detector: Detector,
    /// The bytes so far, of a file that is small enough to be kept.
    kept: Vec<u8>,
    hash: Sha256,
    head: Vec<u8>,
    offset: u64,
}

/// What the stages work with.
pub struct Tools<'t> {
    /// The segmenter.
    pub segmenter: &'t Segmenter,
    /// The corpus' vocabulary.
    pub vocabulary: &'t mut Vocabulary,
    /// How text is segmented.
    pub options: TokenOptions,
    /// The choices, for the corrections.
    pub plan: &'t Plan,
}

/// What came of a step.
pub enum Outcome {
    /// More is to do.
    Working,
    /// The document is done.
    Done(Box<Document>),
    /// It failed.
    Failed(DocumentError),
}

impl From<Unreadable> for DocumentError {
    fn from(_: Unreadable) -> Self {
        Self::Unreadable
    }
}

impl Reading {
    /// A reading that has not begun.
    pub fn new(order: Order, bytes: Box<dyn ByteSource>) -> Self {
        let detecting = Detecting {
            detector: Detector::new(),
            kept: Vec::new(),
            hash: Sha256::new(),
            head: Vec::new(),
            offset: 0,
        };
        Self {
            order,
            size_bytes: bytes.len(),
            bytes,
            stage: StageState::Detect(Box::new(detecting)),
        }
    }

    /// How large the file is, in bytes.
    pub fn size_bytes(&self) -> u64 {
        self.size_bytes
    }

    /// Does a few milliseconds of work.
    pub fn step(&mut self, tools: &mut Tools<'_>) -> Outcome {
        match self.advance(tools) {
            Ok(None) => Outcome::Working,
            Ok(Some(document)) => Outcome::Done(document),
            Err(error) => Outcome::Failed(error),
        }
    }

    fn advance(&mut self, tools: &mut Tools<'_>) -> Result<Option<Box<Document>>, DocumentError> {
        self.stage = match std::mem::replace(&mut self.stage, StageState::Ended) {
            StageState::Detect(detecting) => self.detect(detecting)?,
            StageState::Decode {
                origin,
                decoder,
                offset,
            } => self.decode(origin, decoder, offset)?,
            StageState::Unpack {
                origin,
                workbook,
                steps,
            } => unpack(origin, workbook, steps)?,
            StageState::Read {
                origin,
                source,
                reader,
                rows,
                ..
            } => read(origin, source, reader, rows, tools),
            StageState::Name { document, naming } => name(document, naming, tools),
            StageState::Segment {
                mut document,
                mut segmentation,
            } => {
                // The user may have chosen another way while this document was in work.
                let is_mended = take_corrections(&mut document, tools.plan);
                if is_mended || *segmentation.options() != tools.options {
                    *segmentation = Segmentation::new(tools.options.clone());
                }
                if segment(&document, &mut segmentation, tools) {
                    document.tokens = segmentation.finish(&document.page);
                    return Ok(Some(document));
                }
                StageState::Segment {
                    document,
                    segmentation,
                }
            }
            StageState::Ended => return Err(DocumentError::Stopped),
        };
        Ok(None)
    }

    fn detect(&mut self, mut detecting: Box<Detecting>) -> Result<StageState, DocumentError> {
        if self.size_bytes == 0 {
            return Err(DocumentError::Empty);
        }
        let chunk = self.bytes.read(detecting.offset, CHUNK_BYTES)?;
        if detecting.offset == 0 {
            detecting.head = chunk.iter().copied().take(HEAD_BYTES).collect();
            if !self.may_be_workbook(&detecting.head) {
                self.refuse_no_text(&detecting.head)?;
            }
        }
        detecting.hash.update(&chunk);
        detecting.detector.feed(&chunk);
        if self.size_bytes <= KEPT_BYTES {
            detecting.kept.extend_from_slice(&chunk);
        }
        detecting.offset += chunk.len() as u64;
        if detecting.offset < self.size_bytes && !chunk.is_empty() {
            return Ok(StageState::Detect(detecting));
        }
        if detecting.offset < self.size_bytes {
            return Err(DocumentError::Unreadable);
        }
        if self.size_bytes <= KEPT_BYTES {
            self.bytes = Box::new(InMemory(std::mem::take(&mut detecting.kept)));
        }
        if self.may_be_workbook(&detecting.head) {
            return self.open_workbook(*detecting);
        }
        Ok(self.begin_decoding(*detecting))
    }

    /// Whether the file is an archive in which a workbook may be, and small enough to be kept.
    fn may_be_workbook(&self, head: &[u8]) -> bool {
        self.size_bytes <= KEPT_BYTES && workbook::may_be_workbook(head)
    }

    /// Refuses a file that begins like no text, unless the user has chosen an encoding for it.
    fn refuse_no_text(&self, head: &[u8]) -> Result<(), DocumentError> {
        let Some(kind) = file_kind(head).filter(|_| self.order.encoding.is_none()) else {
            return Ok(());
        };
        if workbook::is_other_format(head, &self.order.name) {
            return Err(WorkbookError::OtherFormat.into());
        }
        if self.size_bytes > KEPT_BYTES && workbook::looks_like_workbook(head) {
            let limit_bytes = KEPT_BYTES;
            return Err(WorkbookError::TooLarge { limit_bytes }.into());
        }
        Err(DocumentError::NotText { kind })
    }

    fn open_workbook(&mut self, detecting: Detecting) -> Result<StageState, DocumentError> {
        let size = usize::try_from(self.size_bytes).map_err(|_| DocumentError::Unreadable)?;
        let bytes = self.bytes.read(0, size)?;
        let Some(workbook) = Workbook::open(bytes)? else {
            self.refuse_no_text(&detecting.head)?;
            return Ok(self.begin_decoding(detecting));
        };
        self.bytes = Box::new(InMemory(Vec::new()));
        let view = EncodingView::of_workbook();
        Ok(StageState::Unpack {
            origin: self.origin(detecting.hash, view),
            workbook: Box::new(workbook),
            steps: 0,
        })
    }

    fn begin_decoding(&self, detecting: Detecting) -> StageState {
        let detection = detecting.detector.finish();
        let encoding = self.order.encoding.unwrap_or(detection.encoding);
        let view = encoding_view(&detection, self.order.encoding, &detecting.head);
        StageState::Decode {
            origin: self.origin(detecting.hash, view),
            decoder: Box::new(Decoder::new(encoding)),
            offset: 0,
        }
    }

    fn origin(&self, hash: Sha256, encoding: EncodingView) -> Origin {
        Origin {
            id: self.order.document,
            name: self.order.name.clone(),
            size_bytes: self.size_bytes,
            sha256: hexadecimal(&hash.finalize()),
            encoding,
            malformed: Vec::new(),
            malformed_count: 0,
            table: None,
        }
    }

    fn decode(
        &mut self,
        origin: Origin,
        mut decoder: Box<Decoder>,
        offset: u64,
    ) -> Result<StageState, DocumentError> {
        let chunk = self.bytes.read(offset, CHUNK_BYTES)?;
        decoder.feed(&chunk);
        let offset = offset + chunk.len() as u64;
        if offset < self.size_bytes {
            if chunk.is_empty() {
                return Err(DocumentError::Unreadable);
            }
            return Ok(StageState::Decode {
                origin,
                decoder,
                offset,
            });
        }
        self.bytes = Box::new(InMemory(Vec::new()));
        Ok(begin_reading(origin, decoder.finish()))
    }

    /// The stage in work and how much of the document is done, in thousandths over all stages.
    pub fn progress(&self) -> (Stage, u16) {
        let size = self.size_bytes;
        match &self.stage {
            StageState::Detect(detecting) => (Stage::Detect, share(detecting.offset, size, 0, 100)),
            // How many steps there will be is not known.
            StageState::Unpack { steps, .. } => (Stage::Decode, share(*steps, 20, 100, 200)),
            StageState::Decode { offset, .. } => (Stage::Decode, share(*offset, size, 100, 200)),
            StageState::Read { done, .. } => {
                (Stage::Read, share(done.0.into(), done.1.into(), 200, 400))
            }
            StageState::Name { document, naming } => {
                let (done, all) = naming.progress(document.units.len());
                (Stage::Segment, share(done as u64, all as u64, 400, 600))
            }
            StageState::Segment {
                document,
                segmentation,
            } => {
                let (done, all) = segmentation.progress(document.units.len());
                (Stage::Segment, share(done as u64, all as u64, 600, 1000))
            }
            StageState::Ended => (Stage::Segment, 1000),
        }
    }
}

/// The thousandth between `from` and `to` that `done` of `all` stands for.
fn share(done: u64, all: u64, from: u64, to: u64) -> u16 {
    let within = (to - from) * done.min(all) / all.max(1);
    u16::try_from(from + within).unwrap_or(1000)
}

/// One step of reading a workbook's text.
fn unpack(
    origin: Origin,
    mut workbook: Box<Workbook>,
    steps: u64,
) -> Result<StageState, WorkbookError> {
    Ok(match workbook.step()? {
        workbook::Step::Working => StageState::Unpack {
            origin,
            workbook,
            steps: steps + 1,
        },
        workbook::Step::Done(text) => begin_reading(
            origin,
            Decoded {
                text,
                ..Decoded::default()
            },
        ),
    })
}

fn begin_reading(mut origin: Origin, decoded: Decoded) -> StageState {
    origin.malformed = decoded.malformed;
    origin.malformed_count = decoded.malformed_count;
    origin.table = MetadataTable::read(&decoded.text);
    let source = Source::new(decoded.text);
    let reader = Box::new(Reader::new(&source));
    StageState::Read {
        origin,
        source,
        reader,
        rows: Rows::default(),
        done: (0, 1),
    }
}

/// First lays out the rows, then reads the page.
fn read(
    origin: Origin,
    source: Source,
    mut reader: Box<Reader>,
    mut rows: Rows,
    tools: &Tools<'_>,
) -> StageState {
    if !rows.step(&source, LAYOUT_BYTES) {
        return StageState::Read {
            origin,
            source,
            reader,
            rows,
            done: (0, 1),
        };
    }
    if origin.table.is_some() {
        return begin_naming(origin, source, Page::default(), rows, tools);
    }
    match reader.step(&source, tools.segmenter) {
        Step::Working { done, total } => StageState::Read {
            origin,
            source,
            reader,
            rows,
            done: (done, total),
        },
        Step::Done(page) => begin_naming(origin, source, *page, rows, tools),
    }
}

fn begin_naming(
    origin: Origin,
    source: Source,
    page: Page,
    rows: Rows,
    tools: &Tools<'_>,
) -> StageState {
    let mut document = Box::new(Document::new(origin, source, page, rows));
    take_corrections(&mut document, tools.plan);
    let metadata = before_tables(&document, &tools.plan.project.metadata);
    let home = metadata.get(Field::Place).map(|value| value.value.clone());
    let passes = tools.options.passes;
    StageState::Name {
        naming: Box::new(Naming::new(NamedFor { passes, home })),
        document,
    }
}

/// Finds the names of some articles more. Where the choices change meanwhile they are found once more when they are
/// asked for.
fn name(mut document: Box<Document>, mut naming: Box<Naming>, tools: &Tools<'_>) -> StageState {
    if !naming.step(document.text(), tools.segmenter) {
        return StageState::Name { document, naming };
    }
    document.named = naming.finish();
    StageState::Segment {
        document,
        segmentation: Box::new(Segmentation::new(tools.options.clone())),
    }
}

/// Gives a document the corrections in force; whether it had others.
fn take_corrections(document: &mut Document, plan: &Plan) -> bool {
    let corrections = plan.corrections(&document.origin);
    if document.corrections() == corrections {
        return false;
    }
    document.take_mended(MendedPage::new(document, corrections));
    true
}

/// One step of segmentation; true once it is done. New words get their part of speech as they come, so that no later
/// step has to tag a whole vocabulary at one go.
fn segment(document: &Document, segmentation: &mut Segmentation, tools: &mut Tools<'_>) -> bool {
    let done = segmentation.step(&Material::of(document, tools.segmenter), tools.vocabulary);
    tools
        .vocabulary
        .tag_with(tools.segmenter, &tools.options.listed);
    done
}

fn encoding_view(detection: &Detection, choice: Option<Encoding>, head: &[u8]) -> EncodingView {
    EncodingView {
        encoding: choice.unwrap_or(detection.encoding),
        certainty: detection.certainty,
        byte_order_mark: detection.byte_order_mark,
        chosen_by_user: choice.is_some(),
        is_workbook: false,
        previews: Encoding::ALL
            .map(|encoding| (encoding, preview(head, encoding, PREVIEW_CHARS)))
            .to_vec(),
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
