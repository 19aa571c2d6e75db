//! 参照词表: a list of words with counts, read from a file.
//!
//! A line is `word count`, `word<TAB>count` or `word,count`; a CSV field may stand in quotation marks. The file is UTF-8 or
//! GB18030, with or without a byte order mark. Counts are whole numbers; more columns are passed over. A word that stands
//! in several lines has the sum of their counts. Empty lines and those that begin with `#` are none; a first line without
//! a count is the table's head.

use std::collections::BTreeMap;

use super::choices::ReferenceList;
use crate::text::decode::decode;

/// Most words that a list may have.
const MOST_WORDS: usize = 1_000_000;

/// The list in a file, and how many of its lines are none.
pub fn read(name: &str, bytes: &[u8]) -> (ReferenceList, u32) {
    let (_, decoded) = decode(bytes, None);
    let text = decoded.text.trim_start_matches('\u{feff}');
    let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
    let mut faulty: u32 = 0;
    for (number, line) in text.lines().map(str::trim).enumerate() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        match entry(line).filter(|_| counts.len() < MOST_WORDS) {
            Some((word, count)) => {
                let sum = counts.entry(word).or_default();
                *sum = sum.saturating_add(count);
            }
            None if number == 0 => {}
            None => faulty = faulty.saturating_add(1),
        }
    }
    let mut list = ReferenceList {
        name: name.to_owned(),
        ..ReferenceList::default()
    };
    for (word, count) in counts {
        list.tokens = list.tokens.saturating_add(count);
        list.words.push_str(word);
        list.words.push('\t');
        list.words.push_str(&count.to_string());
        list.words.push('\n');
    }
    (list, faulty)
}

/// The words of a list with their counts, sorted; lines that are none are passed over.
pub fn words(list: &ReferenceList) -> impl Iterator<Item = (&str, u64)> {
    list.words.lines().filter_map(|line| {
        let (word, count) = line.split_once('\t')?;
        Some((word, count.parse().ok()?))
    })
}

/// Word and count of a line.
fn entry(line: &str) -> Option<(&str, u64)> {
    let (word, rest) = match line.strip_prefix('"') {
        Some(quoted) => quoted.split_once('"')?,
        None => {
            let end = line
                .find(['\t', ',', '，', ';'])
                .or_else(|| line.find(char::is_whitespace))?;
            line.split_at_checked(end)?
        }
    };
    let count = rest.trim_start_matches(|mark: char| {
        mark.is_whitespace() || matches!(mark, ',' | '，' | ';' | '"')
    });
    let digits = count.split(|digit: char| !digit.is_ascii_digit()).next()?;
    let behind = count.get(digits.len()..)?.chars().next();
    // 1.5 is no count.
    let is_count =
        behind.is_none_or(|mark| mark.is_whitespace() || matches!(mark, ',' | '，' | ';' | '"'));
    let word = word.trim();
    (is_count && !word.is_empty()).then_some(())?;
    Some((word, digits.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_read() {
        let rows: [(&str, &str, u64, u32); 8] = [
            ("疫情 12\n防控\t3\n", "疫情\t12\n防控\t3\n", 15, 0),
            (
                "word,count\n防控,3\n\"疫,情\",4\n",
                "疫,情\t4\n防控\t3\n",
                7,
                0,
            ),
            ("词 频次\n防控 3\n防控 4 v\n", "防控\t7\n", 7, 0),
            (
                "防控 3\n防控\n防控 x\n疫情 1.5\n\n# 注\n",
                "防控\t3\n",
                3,
                3,
            ),
            ("\u{feff}防控 3", "防控\t3\n", 3, 0),
            ("\"防控\",\"3\"\n", "防控\t3\n", 3, 0),
            ("", "", 0, 0),
            ("防控 99999999999999999999999\n疫情 1", "疫情\t1\n", 1, 0),
        ];
        for (text, words, tokens, faulty) in rows {
            let (list, bad) = read("表", text.as_bytes());
            assert_eq!(
                (list.words.as_str(), list.tokens, bad),
                (words, tokens, faulty),
                "{text}"
            );
        }
        let (list, _) = read("表", b"\xd2\xdf\xc7\xe9 12\n\xb7\xc0\xbf\xd8 3\n");
        assert_eq!(list.words, "疫情\t12\n防控\t3\n");
        assert_eq!(
            words(&list).collect::<Vec<_>>(),
            [("疫情", 12), ("防控", 3)]
        );
    }
}
