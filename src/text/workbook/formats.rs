//! How the numbers of a workbook print: which cells hold days and times, and which numbers keep their leading zeros.

use std::collections::BTreeMap;

use super::WorkbookError;
use super::number::System;
use super::xml::{Element, Elements};

/// How a number prints, as far as it matters for a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// As a plain number.
    #[default]
    Plain,
    /// As a day, with its time where it has one.
    Day,
    /// As a time of day or a span of time.
    Time,
    /// As an integer of at least so many digits.
    Digits(usize),
}

/// The formats of a workbook's cells.
#[derive(Debug, Default)]
pub struct Formats {
    /// By the number of a cell's style.
    of_styles: Vec<Format>,
    /// From when days are counted.
    pub system: System,
}

impl Formats {
    /// The format of the cells of a style.
    pub fn of(&self, style: usize) -> Format {
        self.of_styles.get(style).copied().unwrap_or_default()
    }
}

/// Reads the styles of a workbook.
#[derive(Debug, Default)]
pub struct FormatsReader {
    /// The formats that the workbook defines, by their numbers.
    own: BTreeMap<u32, Format>,
    /// The number of the format of each style.
    used: Vec<u32>,
    is_in_styles: bool,
}

impl FormatsReader {
    /// What was read; days are counted from 1904 on or from 1900 on.
    pub fn finish(self, is_1904: bool) -> Formats {
        let format = |number: &u32| {
            let own = self.own.get(number).copied();
            own.unwrap_or_else(|| built_in(*number))
        };
        Formats {
            of_styles: self.used.iter().map(format).collect(),
            system: if is_1904 {
                System::From1904
            } else {
                System::From1900
            },
        }
    }
}

impl Elements for FormatsReader {
    fn start(&mut self, name: &str, element: &Element<'_>) -> Result<(), WorkbookError> {
        let number = || element.attribute("numFmtId")?.parse().ok();
        match name {
            "numFmt" => {
                let code = element.attribute("formatCode").unwrap_or_default();
                self.own
                    .extend(number().map(|number| (number, written(&code))));
            }
            "cellXfs" => self.is_in_styles = true,
            "xf" if self.is_in_styles => self.used.push(number().unwrap_or(0)),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), WorkbookError> {
        self.is_in_styles &= name != "cellXfs";
        Ok(())
    }
}

/// The formats that every workbook has without defining them, with those of Chinese programs (27 to 36, 50 to 58).
fn built_in(number: u32) -> Format {
    match number {
        14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58 => Format::Day,
        18..=21 | 32..=35 | 45..=47 | 55 | 56 => Format::Time,
        _ => Format::Plain,
    }
}

/// The format that a code such as `yyyy"年"m"月"d"日";@` stands for: what counts are its letters outside quotation
/// marks, up to the first semicolon.
pub fn written(code: &str) -> Format {
    let letters = letters(code);
    let has = |wanted: &[char]| letters.contains(wanted);
    if has(&['y', 'd', '年']) {
        Format::Day
    } else if has(&['h', 's']) {
        Format::Time
    } else if has(&['m']) {
        Format::Day
    } else if letters.len() > 1 && letters.bytes().all(|byte| byte == b'0') {
        Format::Digits(letters.len())
    } else {
        Format::Plain
    }
}

/// What of a code's first part is not quoted, in lower case. Colours, conditions and languages in brackets are left
/// out, hours in brackets ([h]) are not; neither is what a sign before it makes a plain character.
fn letters(code: &str) -> String {
    let mut letters = String::new();
    let mut characters = code.chars();
    while let Some(character) = characters.next() {
        match character {
            ';' => break,
            '"' => {
                characters.by_ref().find(|&behind| behind == '"');
            }
            '\\' | '_' | '*' => {
                characters.next();
            }
            '[' => {
                let inside: String = characters
                    .by_ref()
                    .take_while(|&behind| behind != ']')
                    .collect();
                let is_time = |inside: char| "hmsHMS".contains(inside);
                if !inside.is_empty() && inside.chars().all(is_time) {
                    letters.push('h');
                }
            }
            other => letters.extend(other.to_lowercase()),
        }
    }
    // General, in English and in the words of Chinese programs.
    letters.replace("general", "").replace("g/通用格式", "")
}
