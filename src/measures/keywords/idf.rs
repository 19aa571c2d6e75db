//! The inverse document frequencies of jieba for Python: for each word of its list how many documents of an unknown
//! collection have it.
//!
//! The list, `idf.txt` of jieba 0.42.1, gives 12 digits of ln(D/df) with D = 1,088,899 for every word: so the document
//! frequencies df are kept, whole numbers, and the list's very values are worked out from them. Nine in ten of its words
//! are in the dictionary, and are not repeated.
//!
//! The packed file is [`MAGIC`], then deflated: five numbers of four bytes, least significant first (D; the df of the
//! median; the words of the dictionary; the words that it lacks; the bytes of the first part), then two parts. The first
//! holds for each word of the dictionary, in the order of its bytes, the df, or 0 where the list lacks the word. The
//! second holds each other word, in the order of its bytes: how many bytes it shares with the one before it, how many
//! follow, these, and the df. A df is in groups of seven bits, least significant first, the high bit set where more
//! follow.

use std::cmp::Ordering;

use crate::words::dictionary;

/// How a packed list begins.
const MAGIC: &[u8; 8] = b"CJIDF\0\0\x01";
/// The list inflated is below this; a file that is more is no list.
const MOST_BYTES: usize = 8 << 20;
/// So many words are written one after another, each only as it differs from the one before; found from the first.
const BLOCK: usize = 16;

/// The list, loaded: about 2 MB.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Idf {
    documents: u32,
    median: u32,
    /// The words in the order of their bytes, as in the second part of the file; the first of a block shares nothing.
    words: Vec<u8>,
    /// Where each block begins.
    blocks: Vec<u32>,
    count: usize,
    /// The word put in last.
    last: Vec<u8>,
}

impl Idf {
    /// Loads the packed list, in about a tenth of a second; `None` for anything else, also for a list that was packed for
    /// another dictionary.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let packed = bytes.strip_prefix(MAGIC)?;
        let inflated =
            miniz_oxide::inflate::decompress_to_vec_with_limit(packed, MOST_BYTES).ok()?;
        let mut rest = inflated.as_slice();
        let mut header = [0; 5];
        for number in &mut header {
            let (four, behind) = rest.split_first_chunk()?;
            *number = u32::from_le_bytes(*four);
            rest = behind;
        }
        let [documents, median, in_dictionary, others, bytes] = header;
        let (frequencies, others_packed) = rest.split_at_checked(bytes as usize)?;
        let mut merger = Merger {
            idf: Self {
                documents,
                median,
                words: Vec::new(),
                blocks: Vec::new(),
                count: 0,
                last: Vec::new(),
            },
            frequencies,
            others: Others {
                packed: others_packed,
                left: others,
                next: None,
                word: Vec::new(),
            },
            left: in_dictionary,
        };
        merger.others.advance()?;
        let mut is_whole = true;
        dictionary::each_word(&mut |word| {
            is_whole = is_whole && merger.take(word.as_bytes()).is_some();
        })?;
        (is_whole && merger.end().is_some()).then_some(merger.idf)
    }

    /// ln(D/df) of a word to 12 digits; `None` for a word that the list lacks.
    pub fn get(&self, word: &str) -> Option<f64> {
        let frequency = self.frequency(word.as_bytes())?;
        Some(self.value(frequency))
    }

    /// The value of the word in the middle, which jieba gives to words that the list lacks.
    pub fn median(&self) -> f64 {
        self.value(self.median)
    }

    /// How many words the list has.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The value as the list writes it.
    fn value(&self, frequency: u32) -> f64 {
        let exact = libm::log(f64::from(self.documents) / f64::from(frequency.max(1)));
        format!("{exact:.11e}").parse().unwrap_or(exact)
    }

    fn frequency(&self, word: &[u8]) -> Option<u32> {
        // The first word of a block shares nothing: it stands there whole.
        let first_of = |block: u32| match self.words.get(block as usize..) {
            Some([_, own, word @ ..]) => word.get(..usize::from(*own)).unwrap_or_default(),
            _ => &[],
        };
        let behind = (self.blocks).partition_point(|block| first_of(*block) <= word);
        let block = *self.blocks.get(behind.checked_sub(1)?)?;
        let mut rest = self.words.get(block as usize..)?;
        let mut found = Vec::new();
        for _ in 0..BLOCK {
            next_word(&mut rest, &mut found)?;
            let frequency = next_number(&mut rest)?;
            match found.as_slice().cmp(word) {
                Ordering::Less => {}
                Ordering::Equal => return Some(frequency),
                Ordering::Greater => return None,
            }
        }
        None
    }

    /// Puts a word behind all others.
    fn push(&mut self, word: &[u8], frequency: u32) -> Option<()> {
        let shared = if self.count.is_multiple_of(BLOCK) {
            self.blocks.push(u32::try_from(self.words.len()).ok()?);
            0
        } else {
            shared(&self.last, word)
        };
        let own = word.get(shared..)?;
        self.words.push(u8::try_from(shared).ok()?);
        self.words.push(u8::try_from(own.len()).ok()?);
        self.words.extend_from_slice(own);
        push_number(frequency, &mut self.words);
        self.count += 1;
        self.last.clear();
        self.last.extend_from_slice(word);
        Some(())
    }
}

/// Lays the words of the dictionary and the others together.
struct Merger<'b> {
    idf: Idf,
    frequencies: &'b [u8],
    others: Others<'b>,
    /// Words of the dictionary that are still to come.
    left: u32,
}

impl Merger<'_> {
    /// Takes the next word of the dictionary, and first all others that stand before it.
    fn take(&mut self, word: &[u8]) -> Option<()> {
        self.left = self.left.checked_sub(1)?;
        self.take_others(Some(word))?;
        match next_number(&mut self.frequencies)? {
            0 => Some(()),
            frequency => self.idf.push(word, frequency),
        }
    }

    fn take_others(&mut self, before: Option<&[u8]>) -> Option<()> {
        while let Some(frequency) = self.others.next
            && before.is_none_or(|before| self.others.word.as_slice() < before)
        {
            self.idf.push(&self.others.word, frequency)?;
            self.others.advance()?;
        }
        Some(())
    }

    /// Takes the rest; `None` if anything is left over.
    fn end(&mut self) -> Option<()> {
        self.take_others(None)?;
        let is_read = self.frequencies.is_empty() && self.others.packed.is_empty();
        (is_read && self.left == 0).then_some(())
    }
}

/// The words that the dictionary lacks.
struct Others<'b> {
    packed: &'b [u8],
    left: u32,
    /// The df of `word`; `None` behind the last one.
    next: Option<u32>,
    word: Vec<u8>,
}

impl Others<'_> {
    /// Goes to the next word; `None` if the bytes are damaged.
    fn advance(&mut self) -> Option<()> {
        self.next = None;
        if self.left > 0 {
            self.left -= 1;
            next_word(&mut self.packed, &mut self.word)?;
            self.next = Some(next_number(&mut self.packed)?);
        }
        Some(())
    }
}

/// How many bytes two words have in common at their beginning, at most 255.
fn shared(one: &[u8], other: &[u8]) -> usize {
    let same = one
        .iter()
        .zip(other)
        .take_while(|(one, other)| one == other);
    same.take(255).count()
}

/// Reads a word over the one before it.
fn next_word(bytes: &mut &[u8], word: &mut Vec<u8>) -> Option<()> {
    let ([shared, own], behind) = bytes.split_first_chunk()?;
    let (own, behind) = behind.split_at_checked(usize::from(*own))?;
    word.truncate(usize::from(*shared));
    word.extend_from_slice(own);
    *bytes = behind;
    Some(())
}

fn next_number(bytes: &mut &[u8]) -> Option<u32> {
    let (mut value, mut shift) = (0, 0);
    loop {
        let (byte, behind) = bytes.split_first()?;
        *bytes = behind;
        value |= u32::from(byte & 0x7f).checked_shl(shift)?;
        if byte & 0x80 == 0 {
            return Some(value);
        }
        shift += 7;
    }
}

fn push_number(mut number: u32, bytes: &mut Vec<u8>) {
    while number >= 0x80 {
        bytes.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

#[cfg(test)]
mod tests;
