//! Finding the encoding of a file.
//!
//! A byte order mark decides, and so does valid UTF-8. Else the file is read in every encoding at once, from beginning
//! to end, and the reading in which the characters are the most usual Chinese wins ([`super::frequency`]). A reading
//! that has fallen hopelessly behind is given up, so nearly all of a large file is read in one or two encodings only.

use serde::{Deserialize, Serialize};

use super::candidate::{Candidate, signed};
use super::encoding::Encoding;
use super::frequency::HALF_BITS;
use crate::text::arrange::Arrange;

/// Readings are compared at the ends of blocks of this size, so that the division into chunks makes no difference.
const BLOCK_BYTES: usize = 16 * 1024;

/// A reading this many half bits behind the best one is given up: odds of one to 2^2000.
const HOPELESS: u64 = 2000 * HALF_BITS;

/// So many characters outside ASCII, and hardly a malformed sequence, prove UTF-8: the other readings are given up.
const PROVEN_CHARACTERS: u64 = 4000;

/// So few characters outside ASCII may be valid UTF-8 by chance.
const FEW_CHARACTERS: u64 = 4;

/// Evidence and lead from which a detection is certain, and likely, in half bits.
const CERTAIN: i64 = 20 * HALF_BITS as i64;
const LIKELY: i64 = 8 * HALF_BITS as i64;

/// A malformed sequence is forgiven for so many good characters outside ASCII.
const GOOD_FOR_BAD: u64 = 20;

/// How sure a detection is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Certainty {
    /// A byte order mark, valid UTF-8 with characters outside ASCII, plain ASCII, or a clear lead over the others.
    Certain,
    /// The best candidate leads, but not by much, or there is little text.
    Likely,
    /// Hardly any evidence.
    Unsure,
}

/// The encoding of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Detection {
    /// The likeliest encoding.
    pub encoding: Encoding,
    /// How sure that is.
    pub certainty: Certainty,
    /// Whether the file begins with a byte order mark, whichever.
    pub byte_order_mark: bool,
    /// The encodings in which the file makes sense, the likeliest first: at least that one.
    pub candidates: Vec<Encoding>,
}

/// Finds the encoding of one file, given in chunks of any size.
pub struct Detector {
    /// The encoding whose byte order mark the file begins with; settled with the first block.
    marked: Option<Encoding>,
    /// The readings still in the race.
    candidates: Vec<Candidate>,
    /// Bytes that do not fill a block yet.
    block: Vec<u8>,
    started: bool,
}

impl Default for Detector {
    fn default() -> Self {
        Self::new()
    }
}

impl Detector {
    /// A detector at the start of a file.
    pub fn new() -> Self {
        Self {
            marked: None,
            candidates: Encoding::ALL.map(Candidate::new).into(),
            block: Vec::with_capacity(BLOCK_BYTES),
            started: false,
        }
    }

    /// Looks at the next bytes of the file.
    pub fn feed(&mut self, mut chunk: &[u8]) {
        while !chunk.is_empty() {
            let room = BLOCK_BYTES.saturating_sub(self.block.len());
            let (head, rest) = chunk.split_at(room.min(chunk.len()));
            self.block.extend_from_slice(head);
            chunk = rest;
            if self.block.len() == BLOCK_BYTES {
                self.read_block(false);
            }
        }
    }

    /// Ends the file. A file without bytes is UTF-8.
    pub fn finish(mut self) -> Detection {
        self.read_block(true);
        self.candidates
            .arrange_by_key(|candidate| candidate.tally.cost);
        let first = self.first();
        if let Some(position) = self.position(first) {
            let winner = self.candidates.remove(position);
            self.candidates.insert(0, winner);
        }
        Detection {
            encoding: first,
            certainty: self.certainty(),
            byte_order_mark: self.marked.is_some(),
            candidates: self.plausible(),
        }
    }

    fn read_block(&mut self, last: bool) {
        if !self.started {
            self.started = true;
            self.open();
        }
        for candidate in &mut self.candidates {
            candidate.feed(&self.block, last);
        }
        self.block.clear();
        self.give_up();
    }

    /// Settles the byte order mark. Every mark is shorter than a block, so the first block has all of it.
    fn open(&mut self) {
        self.marked = Encoding::of_byte_order_mark(&self.block);
        if let Some(marked) = self.marked {
            self.candidates
                .retain(|candidate| candidate.encoding == marked);
        }
    }

    /// Gives up the readings that cannot win any more.
    fn give_up(&mut self) {
        let costs = self.candidates.iter().map(|candidate| candidate.tally.cost);
        let limit = costs.min().unwrap_or(0) + HOPELESS;
        let utf8 = self
            .position(Encoding::Utf8)
            .and_then(|position| self.candidates.get(position));
        let proven =
            utf8.is_some_and(|utf8| utf8.tally.wide >= PROVEN_CHARACTERS && reads_as_utf8(utf8));
        self.candidates.retain(|candidate| {
            if candidate.encoding == Encoding::Utf8 {
                proven || reads_as_utf8(candidate) || candidate.tally.cost <= limit
            } else {
                !proven && candidate.tally.cost <= limit
            }
        });
    }

    fn position(&self, encoding: Encoding) -> Option<usize> {
        self.candidates
            .iter()
            .position(|candidate| candidate.encoding == encoding)
    }

    /// The encoding that wins, with the candidates sorted by cost.
    ///
    /// What is valid UTF-8 is UTF-8, unless it makes better sense in UTF-16: a few hanzi there may be ASCII by their
    /// bytes.
    fn first(&self) -> Encoding {
        let utf8 = self
            .candidates
            .iter()
            .find(|candidate| reads_as_utf8(candidate));
        let best = match (self.candidates.first(), utf8) {
            (Some(cheapest), Some(utf8)) if !makes_better_utf16(cheapest, utf8) => Some(utf8),
            (cheapest, _) => cheapest,
        };
        best.map_or(Encoding::Utf8, |candidate| candidate.encoding)
    }

    /// How sure the first candidate is, with the others sorted by cost behind it.
    fn certainty(&self) -> Certainty {
        let Some(first) = self.candidates.first() else {
            return Certainty::Unsure;
        };
        let others = self.candidates.get(1..).unwrap_or_default();
        if reads_as_utf8(first) {
            let doubted = others.iter().any(|other| casts_doubt(other, first));
            return if doubted {
                Certainty::Likely
            } else {
                Certainty::Certain
            };
        }
        if self.marked.is_some() {
            return if bearable(first) {
                Certainty::Certain
            } else {
                Certainty::Unsure
            };
        }
        let lead = others.first().map_or(i64::MAX, |second| {
            signed(second.tally.cost) - signed(first.tally.cost)
        });
        match lead.min(first.evidence()) {
            strength if strength >= CERTAIN && bearable(first) => Certainty::Certain,
            strength if strength >= LIKELY => Certainty::Likely,
            _ => Certainty::Unsure,
        }
    }

    fn plausible(&self) -> Vec<Encoding> {
        self.candidates
            .iter()
            .enumerate()
            .filter(|(rank, candidate)| *rank == 0 || bearable(candidate))
            .map(|(_, candidate)| candidate.encoding)
            .collect()
    }
}

/// Whether there are so few malformed sequences among the characters that they are damage to a text in this encoding.
fn bearable(candidate: &Candidate) -> bool {
    candidate.tally.malformed * GOOD_FOR_BAD <= candidate.tally.wide
}

/// Whether the bytes are UTF-8 by their form: other encodings hardly ever make valid UTF-8 of several characters.
///
/// Not so where control characters abound: Latin letters in UTF-16 are valid UTF-8 too, with a NUL for every letter.
fn reads_as_utf8(candidate: &Candidate) -> bool {
    let tally = &candidate.tally;
    candidate.encoding == Encoding::Utf8
        && bearable(candidate)
        && tally.controls * GOOD_FOR_BAD <= tally.characters()
}

/// Whether what is valid UTF-8 may be this by chance, and Chinese in another encoding: two or three hanzi can.
fn casts_doubt(other: &Candidate, utf8: &Candidate) -> bool {
    other.tally.cost < utf8.tally.cost
        && other.evidence() >= 0
        && (other.encoding.is_utf16() || utf8.tally.wide <= FEW_CHARACTERS)
}

/// Whether the text is Chinese in UTF-16 and far less likely in UTF-8.
fn makes_better_utf16(candidate: &Candidate, utf8: &Candidate) -> bool {
    candidate.encoding.is_utf16()
        && candidate.evidence() >= LIKELY
        && signed(candidate.tally.cost) + LIKELY <= signed(utf8.tally.cost)
}
