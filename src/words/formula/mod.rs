//! Number formulas: what is written in digits and is one token, found before the dictionary sees the text.
//!
//! # The rule
//!
//! A formula is
//!
//! * digits and Latin letters with at least one digit, and the signs that join them: `14+14`, `100—1000`, `9:30`,
//!   `1,200.5`, `CN32-0092`, `COVID-19`; with a sign of plus, minus or currency in front: `±0.5`, `￥1.5`;
//! * then 十 百 千 万 亿: `3.2亿`;
//! * then a unit of a closed list (time, money, age, percent, length, area, volume, weight, power, temperature):
//!   `24小时`, `1.5元`, `3—11岁`; a road or metro line behind its number: `S230省道`; what a service number names:
//!   `120专车`; a generation: `80后`;
//! * dates and times go on to the smaller unit (`2022年7月3日`, `9时30分`), and a range to its second half
//!   (`7月3日—5日`), but a date and a time are two tokens.
//!
//! Measure words such as 名, 个 and 家 stay apart: 2210 | 名. So does 第: 第 | 3 | 版.
//!
//! A unit of one character does not bind where a word of the dictionary begins in it and goes on behind it
//! (5 | 元旦, 20 | 度假), except before the few characters that follow any quantity (7天 | 后). 年, 月 and 日 and the
//! longer units bind always, with listed exceptions (3 | 年级): 7月3日 | 本报 in spite of 日本. A formula that is the beginning of a word of the dictionary is that
//! word: `4S店`.
//!
//! Full-width letters are joined as half-width ones are (ＧＤＰ), digits or not. Latin words without a digit are no
//! formulas: jieba knows them. Han numerals (三十) are words.
//!
//! The scanner looks at each character a bounded number of times and does not allocate.

mod core;
mod units;

use self::core::{Core, is_digit, range_behind};
use self::units::{Row, Unit};

/// What a formula says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormulaKind {
    /// A number or a quantity: 14+14, 24小时.
    Quantity,
    /// A date or a time of day: 7月3日, 9时30分, 90年代.
    Date,
    /// Letters and digits: G20, CN32-0092.
    Code,
    /// A thing named by its number: S230省道, 120专车, 80后, 4S店.
    Name,
    /// Full-width letters without a digit: ＧＤＰ.
    Letters,
}

/// One formula, as byte offsets into the text; both lie on character borders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Formula {
    /// First byte.
    pub start: usize,
    /// The byte behind it.
    pub end: usize,
    /// What it says.
    pub kind: FormulaKind,
}

/// The first formula of `text` at or behind byte `from`, which must lie on a character border behind earlier formulas.
/// `is_word` says whether the dictionary holds a word.
pub fn next_formula(text: &str, from: usize, is_word: &dyn Fn(&str) -> bool) -> Option<Formula> {
    let mut position = from;
    loop {
        position = next_candidate(text, position)?;
        let core = Core::at(text, position)?;
        if core.has_digit {
            let scan = Scan { text, is_word };
            return Some(scan.formula(from, position, core));
        }
        if core.full_width {
            return Some(Formula {
                start: position,
                end: core.end,
                kind: FormulaKind::Letters,
            });
        }
        position = core.end;
    }
}

/// What the formula that makes up the whole of `term` says; `None` where `term` is no formula.
pub fn kind_of(term: &str, is_word: &dyn Fn(&str) -> bool) -> Option<FormulaKind> {
    let formula = next_formula(term, 0, is_word)?;
    (formula.start == 0 && formula.end == term.len()).then_some(formula.kind)
}

/// The next byte at which a digit or letter begins. Every text runs through here: Han characters are skipped whole.
fn next_candidate(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut place = from;
    loop {
        place += match *bytes.get(place)? {
            byte if byte.is_ascii_alphanumeric() => return Some(place),
            0xEF if is_full_width_alphanumeric(bytes.get(place..)?) => return Some(place),
            0xF0.. => 4,
            0xE0.. => 3,
            0xC0.. => 2,
            _ => 1,
        };
    }
}

/// Whether the UTF-8 in `bytes` begins with U+FF10 to U+FF19, U+FF21 to U+FF3A or U+FF41 to U+FF5A.
fn is_full_width_alphanumeric(bytes: &[u8]) -> bool {
    matches!(
        bytes,
        [0xEF, 0xBC, 0x90..=0x99 | 0xA1..=0xBA, ..] | [0xEF, 0xBD, 0x81..=0x9A, ..]
    )
}

struct Scan<'a> {
    text: &'a str,
    is_word: &'a dyn Fn(&str) -> bool,
}

/// Magnitudes and unit behind a core.
#[derive(Clone, Copy)]
struct Suffix {
    end: usize,
    unit: Option<Unit>,
}

impl Scan<'_> {
    /// The formula whose digits and letters begin at `start`, with the sign in front of them, if that is not before
    /// `from`.
    fn formula(&self, from: usize, start: usize, core: Core) -> Formula {
        let mut suffix = self.suffix(&core, false);
        let mut kind = kind(&core, suffix.unit);
        while let Some((next_core, next)) = self.continuation(suffix) {
            suffix = next;
            if kind == FormulaKind::Quantity {
                kind = self::kind(&next_core, next.unit);
            }
        }
        if suffix.end == core.end
            && let Some(end) = self.dictionary_word(start, core.end)
        {
            suffix.end = end;
            kind = FormulaKind::Name;
        }
        Formula {
            start: self.sign_before(from, start).unwrap_or(start),
            end: suffix.end,
            kind,
        }
    }

    /// A further number with its unit: the smaller unit of a date or time, or the second half of a range.
    fn continuation(&self, before: Suffix) -> Option<(Core, Suffix)> {
        let unit = before.unit?;
        if let Some(core) = Core::at(self.text, before.end) {
            let next = self.suffix(&core, true);
            return goes_on(unit, next.unit?).then_some((core, next));
        }
        if matches!(unit, Unit::Route | Unit::Service | Unit::Generation) {
            return None;
        }
        let core = Core::at(self.text, range_behind(self.text, before.end)?)?;
        (!core.has_letter).then(|| (core, self.suffix(&core, false)))
    }

    /// What binds to the right of `core`.
    fn suffix(&self, core: &Core, chained: bool) -> Suffix {
        let mut bound = Suffix {
            end: core.end,
            unit: None,
        };
        if !core.ends_with_digit {
            return bound;
        }
        let mut position = core.end;
        loop {
            if let Some(with_unit) = self.unit_at(core, position, chained) {
                return with_unit;
            }
            match self
                .text
                .get(position..)
                .and_then(|rest| rest.chars().next())
            {
                Some(character) if units::is_magnitude(character) && !core.has_letter => {
                    position += character.len_utf8();
                    if !self.cuts_word(core.end, position) {
                        bound.end = position;
                    }
                }
                _ => return bound,
            }
        }
    }

    fn unit_at(&self, core: &Core, position: usize, chained: bool) -> Option<Suffix> {
        let rest = self.text.get(position..)?;
        let rows = units::beginning_with(rest.chars().next()?);
        rows.iter().find_map(|row: &Row| {
            let (name, unit, not_before) = *row;
            let behind = rest.strip_prefix(name)?;
            let end = position + name.len();
            let certain = match unit {
                Unit::Sign | Unit::Year | Unit::Month | Unit::Day => true,
                Unit::Minute | Unit::Second if chained => true,
                Unit::Period => false,
                _ => name.chars().nth(1).is_some(),
            };
            let binds = self.fits(unit, core, position)
                && !behind.starts_with(|next| not_before.contains(next))
                && (certain || !self.cuts_word(core.end, end));
            binds.then_some(Suffix {
                end,
                unit: Some(unit),
            })
        })
    }

    /// Whether the number is one that the unit takes; `position` is where the unit begins.
    fn fits(&self, unit: Unit, core: &Core, position: usize) -> bool {
        let bare = position == core.end;
        let number = !core.has_letter;
        match unit {
            Unit::Measure | Unit::Sign | Unit::Year | Unit::Period => number,
            Unit::Minute | Unit::Second => number && bare,
            Unit::Month | Unit::Day | Unit::Hour => number && bare && core.last_digits <= 2,
            Unit::Generation => {
                number && bare && core.single && core.last_digits == 2 && self.ends_decade(core.end)
            }
            Unit::Route => bare && core.single,
            Unit::Service => number && bare && core.single && (3..=5).contains(&core.last_digits),
        }
    }

    fn ends_decade(&self, end: usize) -> bool {
        self.text
            .get(..end)
            .is_some_and(|before| before.ends_with(['0', '5', '０', '５']))
    }

    /// Whether a word of the dictionary begins in `start..end` and goes on behind `end`.
    fn cuts_word(&self, start: usize, end: usize) -> bool {
        /// How far a word is looked for behind the unit.
        const REACH_CHARS: usize = 3;
        let Some(behind) = self.text.get(end..) else {
            return false;
        };
        if behind.starts_with(units::follows_freely) {
            return false;
        }
        let ends = behind
            .char_indices()
            .take(REACH_CHARS)
            .take_while(|(_, character)| character.is_alphabetic())
            .map(|(offset, character)| end + offset + character.len_utf8());
        ends.into_iter().any(|word_end| {
            let suffix = self.text.get(start..end).unwrap_or_default();
            suffix.char_indices().any(|(offset, _)| {
                self.text
                    .get(start + offset..word_end)
                    .is_some_and(self.is_word)
            })
        })
    }

    /// The end of a dictionary word that begins with a short formula: 4S店, 1号店.
    fn dictionary_word(&self, start: usize, end: usize) -> Option<usize> {
        const LONGEST_BYTES: usize = 2;
        if end - start > LONGEST_BYTES {
            return None;
        }
        let behind = self.text.get(end..)?;
        let ends = behind
            .char_indices()
            .take(2)
            .map(|(offset, character)| end + offset + character.len_utf8());
        ends.filter(|word_end| self.text.get(start..*word_end).is_some_and(self.is_word))
            .last()
    }

    /// Where a currency sign, or a sign of plus or minus, begins that belongs to the number at `start`.
    fn sign_before(&self, from: usize, start: usize) -> Option<usize> {
        let before = self.text.get(from..start)?;
        if !self.text.get(start..)?.starts_with(is_digit) {
            return None;
        }
        let mut characters = before.chars().rev();
        let sign = characters.next()?;
        let left = characters.next();
        let binds = match sign {
            '¥' | '￥' | '$' | '＄' | '€' | '£' => true,
            '±' => true,
            '+' | '＋' | '-' | '－' | '−' => {
                left.is_none_or(stands_free) && from_is_border(self.text, from, left)
            }
            _ => false,
        };
        binds.then(|| start - sign.len_utf8())
    }
}

/// Whether a sign behind `character` can be a plus or minus and no dash or part of a word.
fn stands_free(character: char) -> bool {
    !character.is_alphanumeric()
        && !matches!(
            character,
            '+' | '＋' | '-' | '－' | '–' | '—' | '−' | '.' | '#' | '&' | '_' | '%' | '％'
        )
}

/// Whether nothing stands left of the sign because the text begins there, and not because a formula ends there.
fn from_is_border(text: &str, from: usize, left: Option<char>) -> bool {
    left.is_some()
        || from == 0
        || text
            .get(..from)
            .is_some_and(|before| before.ends_with(stands_free))
}

/// Whether a date or time goes on from `unit` to `next`.
fn goes_on(unit: Unit, next: Unit) -> bool {
    matches!(
        (unit, next),
        (Unit::Year, Unit::Month)
            | (Unit::Month, Unit::Day)
            | (Unit::Hour, Unit::Minute)
            | (Unit::Minute, Unit::Second)
    )
}

/// What a core with its unit says.
fn kind(core: &Core, unit: Option<Unit>) -> FormulaKind {
    match unit {
        Some(Unit::Route | Unit::Service | Unit::Generation) => FormulaKind::Name,
        Some(Unit::Month | Unit::Day | Unit::Hour | Unit::Period) => FormulaKind::Date,
        Some(Unit::Year) if core.last_digits == 4 => FormulaKind::Date,
        _ if core.has_letter => FormulaKind::Code,
        _ => FormulaKind::Quantity,
    }
}
