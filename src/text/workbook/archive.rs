//! The zip archive that a workbook is: its parts, inflated in steps and up to a limit.

use std::ops::Range;

use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};
use rawzip::{CompressionMethod, ZipArchive};

use super::xml::Markup;
use super::{LARGEST_BYTES, WorkbookError};

/// The largest number of parts of which note is taken.
const MOST_PARTS: usize = 10_000;

/// The number of a part in its archive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part(usize);

/// A part as the directory lists it.
#[derive(Debug)]
struct Entry {
    /// Its path, in lower case and with `/` between folders.
    path: String,
    /// Where its bytes stand.
    place: Range<usize>,
    is_deflated: bool,
    /// How large it is inflated, as the archive says.
    size: u64,
}

/// The parts of an archive.
#[derive(Debug)]
pub struct Archive {
    bytes: Vec<u8>,
    entries: Vec<Entry>,
    /// How many bytes may still be inflated.
    allowed: u64,
}

/// A part in work.
#[derive(Debug)]
pub struct Inflating {
    part: Part,
    decompressor: DecompressorBox,
    /// How many of its packed bytes are used up.
    taken: usize,
    /// What is inflated, and behind it room for more.
    out: Vec<u8>,
    filled: usize,
}

/// The state of the decompressor, which says nothing when it is printed.
struct DecompressorBox(Box<DecompressorOxide>);

impl std::fmt::Debug for DecompressorBox {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("DecompressorBox")
    }
}

impl Archive {
    /// The archive in these bytes; `None` where its directory is missing or damaged.
    pub fn open(bytes: Vec<u8>) -> Option<Self> {
        let entries = directory(&bytes)?;
        Some(Self {
            bytes,
            entries,
            allowed: LARGEST_BYTES,
        })
    }

    /// The part at a path, in any case of letters.
    pub fn part(&self, path: &str) -> Option<Part> {
        let path = path.to_lowercase();
        let mut entries = self.entries.iter();
        entries.position(|entry| entry.path == path).map(Part)
    }

    /// Begins to inflate a part.
    pub fn begin(&self, part: Part) -> Box<Inflating> {
        Box::new(Inflating {
            part,
            decompressor: DecompressorBox(Box::default()),
            taken: 0,
            out: Vec::new(),
            filled: 0,
        })
    }

    /// All of a part at one go, for a small one.
    pub fn inflated(&mut self, part: Part) -> Result<Markup, WorkbookError> {
        let mut inflating = self.begin(part);
        loop {
            if let Some(markup) = self.inflate(&mut inflating, 1024 * 1024)? {
                return Ok(markup);
            }
        }
    }

    /// Inflates about so many more bytes of a part; its markup once it is done.
    ///
    /// # Errors
    ///
    /// The part is damaged, or all parts together are over the limit.
    pub fn inflate(
        &mut self,
        inflating: &mut Inflating,
        bytes: usize,
    ) -> Result<Option<Markup>, WorkbookError> {
        let entry = self
            .entries
            .get(inflating.part.0)
            .ok_or(WorkbookError::Broken)?;
        let packed = self
            .bytes
            .get(entry.place.clone())
            .ok_or(WorkbookError::Broken)?;
        let before = inflating.filled;
        let is_done = if entry.is_deflated {
            inflating.go_on(packed, bytes)?
        } else {
            inflating.out = packed.to_vec();
            inflating.filled = packed.len();
            true
        };
        let size = entry.size;
        let more = (inflating.filled - before) as u64;
        let allowed = self.allowed.checked_sub(more);
        self.allowed = allowed.ok_or_else(WorkbookError::too_large)?;
        if !is_done {
            return Ok(None);
        }
        if inflating.filled as u64 != size {
            return Err(WorkbookError::Broken);
        }
        let mut out = std::mem::take(&mut inflating.out);
        out.truncate(inflating.filled);
        Markup::new(out).map(Some)
    }
}

impl Inflating {
    fn go_on(&mut self, packed: &[u8], bytes: usize) -> Result<bool, WorkbookError> {
        let rest = packed.get(self.taken..).ok_or(WorkbookError::Broken)?;
        self.out.resize(self.filled + bytes, 0);
        let (status, taken, filled) = decompress(
            &mut self.decompressor.0,
            rest,
            &mut self.out,
            self.filled,
            TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF,
        );
        self.taken += taken;
        self.filled += filled;
        match status {
            TINFLStatus::Done => Ok(true),
            TINFLStatus::HasMoreOutput => Ok(false),
            _ => Err(WorkbookError::Broken),
        }
    }
}

/// The parts that an archive lists; encrypted ones and those packed in other ways are left out.
fn directory(bytes: &[u8]) -> Option<Vec<Entry>> {
    let archive = ZipArchive::from_slice(bytes).ok()?;
    let mut listed = archive.entries();
    let mut entries = Vec::new();
    while let Some(record) = listed.next_entry().ok()? {
        let method = record.compression_method();
        let is_deflated = method == CompressionMethod::DEFLATE;
        let is_readable = is_deflated || method == CompressionMethod::STORE;
        if record.is_dir() || record.flags().is_encrypted() || !is_readable {
            continue;
        }
        let entry = archive.get_entry(record.wayfinder()).ok()?;
        let (start, end) = entry.compressed_data_range();
        let path = record.file_path();
        let path = String::from_utf8_lossy(path.as_bytes());
        entries.push(Entry {
            path: path
                .replace('\\', "/")
                .trim_start_matches('/')
                .to_lowercase(),
            place: usize::try_from(start).ok()?..usize::try_from(end).ok()?,
            is_deflated,
            size: record.uncompressed_size_hint(),
        });
        if entries.len() >= MOST_PARTS {
            break;
        }
    }
    Some(entries)
}
