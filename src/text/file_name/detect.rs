//! Finding the pattern of a name: where its date stands, and what the pieces around it are.

use std::ops::Range;

use super::page_number::page_number_at;
use super::pattern::{NamePattern, Piece, Placeholder};
use super::{folded, without_extension};
use crate::text::page::model::Field;
use crate::text::written_date::date_at;

/// How many folders before the file's name are looked at.
const MOST_FOLDERS: usize = 4;
/// How long the name of a section is at most, in characters.
const SECTION_CHARS: usize = 8;
/// How long the name of a newspaper is, in characters.
const NEWSPAPER_CHARS: Range<usize> = 2..13;
/// Newspapers whose names do not end with 报.
const OTHER_NEWSPAPERS: [&str; 4] = ["参考消息", "南方周末", "环球人物", "文摘周刊"];

impl NamePattern {
    /// The pattern of one name: its date, page number, newspaper and section, with `{略}` for the rest. `None` where a name
    /// says too little to be sure: neither a date, nor a newspaper with a page number, nor a page number such as A02
    /// as the whole name.
    ///
    /// The pattern that is found fits the name.
    pub fn detect(path: &str) -> Option<Self> {
        let whole = folded(path);
        let name = last_folders(&whole);
        let mut finder = Finder::new(name);
        finder.divide();
        // As people write it: without blanks at its ends.
        let pattern = Self::parse(&Self::of(finder.pieces()).ok()?.to_string()).ok()?;
        let read = pattern.read(path)?;
        let has = |field| read.iter().any(|stated| stated.field == field);
        let is_sure = has(Field::Published)
            || has(Field::Newspaper) && has(Field::PageNumber)
            || is_page_number_alone(name);
        is_sure.then_some(pattern)
    }
}

/// The last folders of a path and the file's name.
fn last_folders(path: &str) -> &str {
    let cut = path.rmatch_indices('/').nth(MOST_FOLDERS);
    cut.and_then(|(place, _)| path.get(place + 1..))
        .unwrap_or(path)
}

fn is_page_number_alone(name: &str) -> bool {
    let stem = without_extension(name.rsplit('/').next().unwrap_or(name));
    page_number_at(stem).is_some_and(|page| page.is_certain && page.length == stem.len())
}

/// A name that is being divided.
struct Finder<'n> {
    name: &'n str,
    date: Option<Range<usize>>,
    pieces: Vec<Piece>,
}

impl<'n> Finder<'n> {
    fn new(name: &'n str) -> Self {
        Self {
            name,
            date: last_date(name),
            pieces: Vec::new(),
        }
    }

    fn divide(&mut self) {
        let Some(date) = self.date.clone() else {
            self.text(0..self.name.len());
            return;
        };
        self.text(0..date.start);
        self.pieces.push(Piece::Placeholder(Placeholder::Date));
        self.text(date.end..self.name.len());
    }

    /// Divides a stretch at its separators.
    fn text(&mut self, range: Range<usize>) {
        let mut rest = self.name.get(range).unwrap_or("");
        while let Some(first) = rest.chars().next() {
            let separator = is_separator(first);
            let end = rest
                .find(|character| is_separator(character) != separator)
                .unwrap_or(rest.len());
            let (run, behind) = rest.split_at(end);
            if separator {
                self.pieces.push(Piece::Literal(run.to_owned()));
            } else {
                self.word(run);
            }
            rest = behind;
        }
    }

    /// A run of letters, digits and Han characters between separators.
    fn word(&mut self, word: &str) {
        if is_newspaper(word) && self.lacks(Placeholder::Newspaper) {
            self.pieces.push(Piece::Placeholder(Placeholder::Newspaper));
            return;
        }
        if self.lacks(Placeholder::PageNumber)
            && let Some(page) = page_number_at(word)
        {
            let behind = word.get(page.length..).unwrap_or("");
            let is_whole = behind.is_empty();
            let behind_date = self.date.is_some() && !self.lacks(Placeholder::Date);
            let is_page = page.is_certain && (is_whole || is_section(behind))
                || is_whole && behind_date && page.value.len() >= 2;
            if is_page {
                self.pieces
                    .push(Piece::Placeholder(Placeholder::PageNumber));
                if !is_whole {
                    self.pieces.push(Piece::Placeholder(Placeholder::Section));
                }
                return;
            }
        }
        let may_be_section =
            !self.lacks(Placeholder::PageNumber) && self.lacks(Placeholder::Section);
        let placeholder = if may_be_section && is_section(word) {
            Placeholder::Section
        } else {
            Placeholder::Any
        };
        self.pieces.push(Piece::Placeholder(placeholder));
    }

    fn lacks(&self, placeholder: Placeholder) -> bool {
        !self.pieces.contains(&Piece::Placeholder(placeholder))
    }

    /// The pieces without folders at the beginning that say nothing; runs of which nothing is taken as one.
    fn pieces(self) -> Vec<Piece> {
        let mut kept: Vec<Piece> = Vec::new();
        for piece in self.pieces {
            let is_any = piece == Piece::Placeholder(Placeholder::Any);
            let says_something = kept.iter().any(is_field);
            match (&piece, kept.as_slice()) {
                (Piece::Literal(text), _) if text.contains('/') && !says_something => {
                    kept.clear();
                    continue;
                }
                // {略}_{略} is {略}.
                (
                    _,
                    [
                        ..,
                        Piece::Placeholder(Placeholder::Any),
                        Piece::Literal(text),
                    ],
                ) if is_any && !text.contains('/') => {
                    kept.pop();
                    continue;
                }
                _ => kept.push(piece),
            }
        }
        kept
    }
}

fn is_field(piece: &Piece) -> bool {
    matches!(piece, Piece::Placeholder(placeholder) if placeholder.field().is_some())
}

/// The last date of a name that stands by itself: not inside a longer number.
fn last_date(name: &str) -> Option<Range<usize>> {
    let mut found = None;
    let mut place = 0;
    while let Some(character) = name.get(place..).and_then(|rest| rest.chars().next()) {
        let inside = name
            .get(..place)
            .is_some_and(|before| before.ends_with(|character: char| character.is_ascii_digit()));
        let date = name.get(place..).filter(|_| !inside).and_then(date_at);
        match date.filter(|(_, length)| ends_well(name.get(place + length..).unwrap_or(""))) {
            Some((_, length)) => {
                found = Some(place..place + length);
                place += length;
            }
            None => place += character.len_utf8(),
        }
    }
    found
}

/// Whether what follows a date is no more of the same number: two digits are a page number.
fn ends_well(rest: &str) -> bool {
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    digits == 0 || digits == 2
}

/// Braces would not be read as themselves in a pattern, so they belong to what is left out.
fn is_separator(character: char) -> bool {
    !character.is_alphanumeric() && !"{}".contains(character)
}

fn is_han_text(text: &str) -> bool {
    text.chars()
        .all(|character| character.is_alphabetic() && !character.is_ascii())
}

fn is_newspaper(word: &str) -> bool {
    let length = word.chars().count();
    let is_named = word.ends_with('报') || OTHER_NEWSPAPERS.contains(&word);
    is_named && NEWSPAPER_CHARS.contains(&length) && is_han_text(word)
}

fn is_section(word: &str) -> bool {
    let length = word.chars().count();
    (2..=SECTION_CHARS).contains(&length) && is_han_text(word) && !is_newspaper(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn patterns_are_found_in_names() {
        let rows = [
            ("江南晚报/2022-07-04/A02.txt", "{报名}/{日期}/{版次}"),
            ("报纸/江南晚报/2022/07/04/A02.txt", "{报名}/{日期}/{版次}"),
            (
                "江南晚报_20220704_A02_要闻.txt",
                "{报名}_{日期}_{版次}_{版名}",
            ),
            ("江南晚报20220704", "{报名}{日期}"),
            ("20220704A02", "{日期}{版次}"),
            ("2022070402.txt", "{日期}{版次}"),
            ("2022年7月4日 第3版.txt", "{日期} {版次}"),
            ("2022-07-04 A02要闻.txt", "{日期} {版次}{版名}"),
            ("江南晚报 第3版.txt", "{报名} {版次}"),
            ("A02.txt", "{版次}"),
            ("参考消息2022.7.4（01版）.txt", "{报名}{日期}({版次})"),
            ("jnwb_2022-07-04_03.txt", "{略}_{日期}_{版次}"),
            ("扫描 终稿 2022-07-04.txt", "{略} {日期}"),
            ("20220704/20220704_A02.txt", "{日期}_{版次}"),
            ("甲.txt", ""),
            ("7.3要闻头版", ""),
            ("004.txt", ""),
            ("2022.txt", ""),
            ("13800138000.txt", ""),
            ("", ""),
        ];
        for (name, expected) in rows {
            let found = NamePattern::detect(name).map(|pattern| pattern.to_string());
            assert_eq!(found.unwrap_or_default(), expected, "{name}");
        }
    }

    proptest! {
        #[test]
        fn a_pattern_that_is_found_fits(name in "(江南晚报|报|第|版|2022-07-04|20220704|A02|要闻|[_ /甲0-9a{}.\\\\（Ａ０-]){0,12}") {
            if let Some(pattern) = NamePattern::detect(&name) {
                prop_assert!(pattern.read(&name).is_some(), "{pattern} for {name:?}");
                let again = NamePattern::parse(&pattern.to_string());
                prop_assert!(again.is_ok_and(|again| again.read(&name) == pattern.read(&name)), "{pattern}");
            }
        }

        #[test]
        fn any_name_and_any_pattern_are_judged(name in "\\PC{0,40}", pattern in "(\\PC|\\{报名\\}|\\{日期\\}|\\{略\\}){0,8}") {
            let _ = NamePattern::detect(&name);
            if let Ok(pattern) = NamePattern::parse(&pattern) {
                let _ = pattern.read(&name);
            }
        }
    }
}
