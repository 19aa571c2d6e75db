//! Strict decoding in chunks: no byte is dropped or mended without an entry that says where it stood.

use encoding_rs::DecoderResult;

use super::encoding::Encoding;

/// How many malformed sequences are listed one by one. A file with more of them is not what it was taken for; their
/// number is still counted to the end.
pub const MALFORMED_LISTED: usize = 100_000;

/// Bytes decoded at a time: bounds the room that is reserved ahead in the text.
const SLICE_BYTES: usize = 64 * 1024;

/// A malformed sequence and the consumed bytes behind it together have at most 6 bytes.
const RECENT_BYTES: usize = 8;

/// A byte sequence that stands for no character in the encoding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Malformed {
    /// Where it begins in the file, in bytes; the byte order mark counts.
    pub offset_bytes: u64,
    /// The bytes: one to four.
    pub bytes: Vec<u8>,
    /// Byte offset, in the decoded text, of the U+FFFD that stands for it.
    pub text_byte: u32,
}

/// The text of a file and what was wrong with its bytes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without the byte order mark. Each malformed sequence is one U+FFFD; a U+FFFD without an entry in
    /// `malformed` stood in the file as a character.
    pub text: String,
    /// The malformed sequences in the order of the file: the first [`MALFORMED_LISTED`] of them.
    pub malformed: Vec<Malformed>,
    /// How many malformed sequences there are, listed or not.
    pub malformed_count: u64,
    /// Whether the file begins with the byte order mark of its encoding.
    pub byte_order_mark: bool,
}

/// Decodes one file in chunks of any size.
pub struct Decoder {
    encoding: Encoding,
    inner: encoding_rs::Decoder,
    /// The first bytes, until it is clear whether they are a byte order mark; `None` from then on.
    opening: Option<Vec<u8>>,
    /// Bytes of the file given to `inner` so far, and those of the mark.
    consumed_bytes: u64,
    /// The last bytes given to `inner`: a malformed sequence may have begun in an earlier chunk.
    recent: Vec<u8>,
    decoded: Decoded,
}

impl Decoder {
    /// A decoder at the start of a file.
    pub fn new(encoding: Encoding) -> Self {
        Self {
            encoding,
            inner: encoding.new_decoder(),
            opening: Some(Vec::with_capacity(Encoding::LONGEST_MARK_BYTES)),
            consumed_bytes: 0,
            recent: Vec::with_capacity(RECENT_BYTES),
            decoded: Decoded::default(),
        }
    }

    /// Decodes the next bytes of the file.
    pub fn feed(&mut self, chunk: &[u8]) {
        let chunk = match self.opening.take() {
            Some(opening) => self.open(opening, chunk),
            None => chunk,
        };
        self.decode_slices(chunk);
    }

    /// Ends the file: a character that is cut off here is malformed.
    pub fn finish(mut self) -> Decoded {
        if let Some(opening) = self.opening.take() {
            self.decode_slices(&opening);
        }
        self.decode_slice(&[], true);
        self.decoded
    }

    /// Ends what may be only the beginning of a file: a character that is cut off here is left out.
    pub(super) fn finish_cut(mut self) -> Decoded {
        if let Some(opening) = self.opening.take() {
            self.decode_slices(&opening);
        }
        self.decoded
    }

    /// Takes bytes from the chunk until it is clear whether the file begins with a mark; returns the rest of the chunk.
    fn open<'chunk>(&mut self, mut opening: Vec<u8>, chunk: &'chunk [u8]) -> &'chunk [u8] {
        let mark = self.encoding.byte_order_mark();
        let missing = mark.len().saturating_sub(opening.len());
        let (head, rest) = chunk.split_at(missing.min(chunk.len()));
        opening.extend_from_slice(head);
        if opening.len() < mark.len() && mark.starts_with(&opening) {
            self.opening = Some(opening);
        } else if !mark.is_empty() && opening == mark {
            self.decoded.byte_order_mark = true;
            self.consumed_bytes = mark.len() as u64;
        } else {
            self.decode_slices(&opening);
        }
        rest
    }

    fn decode_slices(&mut self, bytes: &[u8]) {
        for slice in bytes.chunks(SLICE_BYTES) {
            self.decode_slice(slice, false);
        }
    }

    fn decode_slice(&mut self, mut slice: &[u8], last: bool) {
        loop {
            self.reserve(slice.len());
            let text = &mut self.decoded.text;
            let (result, read_bytes) = self
                .inner
                .decode_to_string_without_replacement(slice, text, last);
            let (read, rest) = slice.split_at(read_bytes.min(slice.len()));
            self.consume(read);
            slice = rest;
            match result {
                DecoderResult::InputEmpty => return,
                DecoderResult::OutputFull => {}
                DecoderResult::Malformed(bad, behind) => {
                    self.note_malformed(usize::from(bad), usize::from(behind));
                }
            }
        }
    }

    /// Makes room for the worst case of so many bytes, so that decoding always gets on.
    fn reserve(&mut self, bytes: usize) {
        let room = self.inner.max_utf8_buffer_length_without_replacement(bytes);
        self.decoded.text.reserve(room.unwrap_or(SLICE_BYTES));
    }

    fn consume(&mut self, read: &[u8]) {
        self.consumed_bytes += read.len() as u64;
        let kept = read.len().min(RECENT_BYTES);
        let overflow = (self.recent.len() + kept).saturating_sub(RECENT_BYTES);
        self.recent.drain(..overflow.min(self.recent.len()));
        self.recent.extend_from_slice(&read[read.len() - kept..]);
    }

    /// Enters the sequence of `bad` bytes behind which `behind` further bytes have been consumed.
    fn note_malformed(&mut self, bad: usize, behind: usize) {
        self.decoded.malformed_count += 1;
        if self.decoded.malformed.len() < MALFORMED_LISTED {
            let end = self.recent.len().saturating_sub(behind);
            let start = end.saturating_sub(bad);
            self.decoded.malformed.push(Malformed {
                offset_bytes: self.consumed_bytes.saturating_sub((bad + behind) as u64),
                bytes: self.recent.get(start..end).unwrap_or_default().to_vec(),
                text_byte: u32::try_from(self.decoded.text.len()).unwrap_or(u32::MAX),
            });
        }
        self.decoded.text.push(char::REPLACEMENT_CHARACTER);
    }
}
