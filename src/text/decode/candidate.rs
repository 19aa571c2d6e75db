//! One reading of the bytes: how likely is this file if it is in this encoding?

use encoding_rs::DecoderResult;

use super::encoding::Encoding;
use super::frequency::{HALF_BITS, costs};

/// Code units decoded at a time.
const SCRATCH_UNITS: usize = 4096;

/// The cost of a malformed sequence, in half bits: more than any character costs, but not so much that a few bad bytes
/// would drive a text out of its own encoding.
const MALFORMED_COST: u64 = 26 * HALF_BITS;

/// What a character outside ASCII would cost in a file that only looks Chinese by chance, in half bits.
const CHANCE_COST: u64 = 12 * HALF_BITS;

/// What was found while reading the bytes in one encoding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Tally {
    /// The cost of all characters and malformed sequences, in half bits.
    pub cost: u64,
    /// How many ASCII characters there are, and what they cost.
    ascii: u64,
    ascii_cost: u64,
    /// How many code units outside ASCII there are.
    pub wide: u64,
    /// How many control characters there are; blanks, end of file and escape are not counted.
    pub controls: u64,
    /// How many malformed sequences there are.
    pub malformed: u64,
}

/// The file read in one encoding, chunk by chunk.
pub(super) struct Candidate {
    pub encoding: Encoding,
    pub tally: Tally,
    decoder: encoding_rs::Decoder,
    scratch: Box<[u16; SCRATCH_UNITS]>,
}

impl Candidate {
    pub fn new(encoding: Encoding) -> Self {
        Self {
            encoding,
            tally: Tally::default(),
            decoder: encoding.new_decoder(),
            scratch: Box::new([0; SCRATCH_UNITS]),
        }
    }

    /// Reads the next bytes; `last` ends the file.
    pub fn feed(&mut self, mut bytes: &[u8], last: bool) {
        loop {
            let (result, read_bytes, written) = self.decoder.decode_to_utf16_without_replacement(
                bytes,
                &mut self.scratch[..],
                last,
            );
            self.tally
                .add_units(self.scratch.get(..written).unwrap_or_default());
            bytes = bytes.get(read_bytes..).unwrap_or_default();
            match result {
                DecoderResult::InputEmpty => return,
                DecoderResult::OutputFull => {}
                DecoderResult::Malformed(..) => self.tally.add_malformed(),
            }
        }
    }

    /// How strongly the characters speak for Chinese text in this encoding rather than for chance, in half bits;
    /// negative where they speak against it.
    ///
    /// In UTF-16 ASCII characters speak too: every other byte of them is zero.
    pub fn evidence(&self) -> i64 {
        let tally = &self.tally;
        let (characters, cost) = if self.encoding.is_utf16() {
            (tally.characters(), tally.cost)
        } else {
            (tally.wide, tally.cost - tally.ascii_cost)
        };
        signed(characters * CHANCE_COST) - signed(cost)
    }
}

impl Tally {
    /// How many code units there are.
    pub fn characters(&self) -> u64 {
        self.ascii + self.wide
    }

    fn add_units(&mut self, units: &[u16]) {
        let costs = costs();
        let (mut cost, mut ascii, mut ascii_cost) = (0_u64, 0_u64, 0_u64);
        let mut controls = 0_u64;
        for &unit in units {
            let unit_cost = u64::from(costs[usize::from(unit)]);
            let is_ascii = u64::from(unit < 0x80);
            cost += unit_cost;
            ascii += is_ascii;
            ascii_cost += is_ascii * unit_cost;
            controls += u64::from(unit < 0x20 && !matches!(unit, 0x09..=0x0d | 0x1a..=0x1b));
        }
        self.cost += cost;
        self.ascii += ascii;
        self.ascii_cost += ascii_cost;
        self.wide += units.len() as u64 - ascii;
        self.controls += controls;
    }

    fn add_malformed(&mut self) {
        self.malformed += 1;
        self.cost += MALFORMED_COST;
    }
}

/// The same number with a sign.
pub(super) fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
