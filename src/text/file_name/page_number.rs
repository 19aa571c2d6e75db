//! 版次 in a file name: A02, 3, 第3版, 第三版.

use crate::text::written_date::digits;

/// Most letters before the digits: A02, TA03.
const MOST_LETTERS: usize = 2;
/// Most digits.
const MOST_DIGITS: usize = 3;

/// A page number and how many bytes it takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageNumber {
    /// The number without 第 and 版: `A02`.
    pub value: String,
    /// How many bytes of the name it takes, 第 and 版 among them.
    pub length: usize,
    /// Whether letters, 第 or 版 say that it is a page number, and not any number.
    pub is_certain: bool,
}

/// The page number with which a text begins; `None` also where more digits follow than a page number has.
pub fn page_number_at(text: &str) -> Option<PageNumber> {
    let ordinal = if text.starts_with('第') {
        '第'.len_utf8()
    } else {
        0
    };
    let rest = text.get(ordinal..)?;
    let letters = rest
        .bytes()
        .take(MOST_LETTERS)
        .take_while(u8::is_ascii_alphabetic)
        .count();
    let behind_letters = rest.get(letters..)?;
    let number = match digits(behind_letters, MOST_DIGITS) {
        Some(number) => number,
        None if letters == 0 => return han_number(text, ordinal),
        None => return None,
    };
    let end = ordinal + letters + number.len();
    let behind = text.get(end..)?;
    if behind.starts_with(|character: char| character.is_ascii_digit()) {
        return None;
    }
    let named = if behind.starts_with('版') {
        '版'.len_utf8()
    } else {
        0
    };
    if ordinal > 0 && named == 0 {
        return None;
    }
    Some(PageNumber {
        value: text.get(ordinal..end)?.to_ascii_uppercase(),
        length: end + named,
        is_certain: letters > 0 || named > 0,
    })
}

/// 第三版, up to 第九十九版.
fn han_number(text: &str, ordinal: usize) -> Option<PageNumber> {
    if ordinal == 0 {
        return None;
    }
    let rest = text.get(ordinal..)?;
    let (number, _) = rest.split_once('版')?;
    let value = match number.split_once('十') {
        Some((tens, ones)) => 10 * digit_or(tens, 1)? + digit_or(ones, 0)?,
        None => digit_or(number, 0).filter(|value| *value > 0)?,
    };
    Some(PageNumber {
        value: value.to_string(),
        length: ordinal + number.len() + '版'.len_utf8(),
        is_certain: true,
    })
}

/// A Han digit; `missing` where there is none.
fn digit_or(text: &str, missing: usize) -> Option<usize> {
    let mut characters = text.chars();
    let Some(character) = characters.next() else {
        return Some(missing);
    };
    let place = "一二三四五六七八九"
        .chars()
        .position(|digit| digit == character);
    place
        .filter(|_| characters.next().is_none())
        .map(|place| place + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_numbers_in_names() {
        let rows = [
            ("A02", Some(("A02", 3, true))),
            ("a02_要闻", Some(("A02", 3, true))),
            ("3", Some(("3", 1, false))),
            ("03版", Some(("03", 5, true))),
            ("第3版", Some(("3", 7, true))),
            ("第A3版要闻", Some(("A3", 8, true))),
            ("第三版", Some(("3", 9, true))),
            ("第十二版", Some(("12", 12, true))),
            ("第二十版", Some(("20", 12, true))),
            ("第3期", None),
            ("1234", None),
            ("三版", None),
            ("第版", None),
            ("要闻", None),
            ("ABC1", None),
        ];
        for (text, expected) in rows {
            let found = page_number_at(text);
            let found = found
                .as_ref()
                .map(|page| (page.value.as_str(), page.length, page.is_certain));
            assert_eq!(found, expected, "{text}");
        }
    }
}
