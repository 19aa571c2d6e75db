//! The dictionary of jieba, packed: a third smaller than the file that the dictionary's crate would embed, and without a
//! second decompressor and the model for tags that come with it. A test compares it with the crate's own, word by word.
//!
//! `dictionary.bin` is deflated. Inflated it is a line with the tags, parted by blanks; three numbers of four bytes, least
//! significant first (the words, the bytes of the first and of the second part); then the parts. The first holds the words
//! in the order of their bytes: for each how many bytes it shares with the one before it, how many follow, and these. The
//! second holds a byte for each word's tag, the third its frequency in groups of seven bits, least significant first, the
//! high bit set where more follow.

const PACKED: &[u8] = include_bytes!("dictionary.bin");

/// The dictionary in jieba's format, `word frequency tag` a line; empty if the packed file is damaged.
pub fn text() -> String {
    let mut text = String::with_capacity(PACKED.len() * 4);
    let read = each_entry(&mut |word, frequency, tag| {
        text.push_str(word);
        text.push(' ');
        text.push_str(&frequency.to_string());
        text.push(' ');
        text.push_str(tag);
        text.push('\n');
    });
    if read.is_some() { text } else { String::new() }
}

/// Visits the words in the order of their bytes; `None` if the packed file is damaged.
pub fn each_word(visit: &mut dyn FnMut(&str)) -> Option<()> {
    each_entry(&mut |word, _, _| visit(word))
}

/// Visits word, frequency and tag of all entries.
fn each_entry(visit: &mut dyn FnMut(&str, u32, &str)) -> Option<()> {
    let inflated = miniz_oxide::inflate::decompress_to_vec(PACKED).ok()?;
    let bytes = inflated.as_slice();
    let end = bytes.iter().position(|byte| *byte == b'\n')?;
    let tags = std::str::from_utf8(bytes.get(..end)?).ok()?;
    let tags: Vec<&str> = tags.split(' ').collect();
    let mut rest = bytes.get(end + 1..)?;
    let mut sizes = [0; 3];
    for size in &mut sizes {
        let (four, behind) = rest.split_first_chunk()?;
        *size = u32::from_le_bytes(*four) as usize;
        rest = behind;
    }
    let [count, words, tagged] = sizes;
    let (mut words, behind) = rest.split_at_checked(words)?;
    let (tagged, mut frequencies) = behind.split_at_checked(tagged)?;
    let mut word: Vec<u8> = Vec::new();
    for tag in tagged.iter().take(count) {
        let ([shared, own], behind) = words.split_first_chunk()?;
        let (own, behind) = behind.split_at_checked(usize::from(*own))?;
        words = behind;
        word.truncate(usize::from(*shared));
        word.extend_from_slice(own);
        let written = std::str::from_utf8(&word).ok()?;
        visit(
            written,
            frequency(&mut frequencies)?,
            tags.get(usize::from(*tag))?,
        );
    }
    Some(())
}

fn frequency(bytes: &mut &[u8]) -> Option<u32> {
    let mut value = 0;
    let mut shift = 0;
    loop {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        value |= u32::from(byte & 0x7f).checked_shl(shift)?;
        if byte & 0x80 == 0 {
            return Some(value);
        }
        shift += 7;
    }
}
