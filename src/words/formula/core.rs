//! The part of a formula that is written in digits and Latin letters: `14+14`, `2017-2020`, `S230`, `CN32-0092`.

/// Digits and Latin letters without a gap, half or full width.
#[derive(Debug, Clone, Copy)]
struct Run {
    end: usize,
    digits: usize,
    letters: usize,
    starts_with_digit: bool,
    ends_with_digit: bool,
    full_width: bool,
}

/// Runs joined by signs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Core {
    /// The byte behind it.
    pub end: usize,
    /// Whether a digit stands in it.
    pub has_digit: bool,
    /// Whether a letter stands in it.
    pub has_letter: bool,
    /// Whether a full-width letter or digit stands in it.
    pub full_width: bool,
    /// Whether its last character is a digit, so that a unit may follow.
    pub ends_with_digit: bool,
    /// Whether it is one run without signs.
    pub single: bool,
    /// How many digits the last run has; 0 where that run has letters as well.
    pub last_digits: usize,
}

/// Whether `character` is a digit, half or full width.
pub(super) fn is_digit(character: char) -> bool {
    character.is_ascii_digit() || matches!(character, '０'..='９')
}

/// Whether `character` is a Latin letter without accent, half or full width.
fn is_letter(character: char) -> bool {
    character.is_ascii_alphabetic() || matches!(character, 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
}

/// Whether a formula may join two numbers with `character` to a range or a score.
fn is_range_sign(character: char) -> bool {
    matches!(
        character,
        '—' | '–' | '―' | '~' | '～' | '〜' | '−' | '×' | '·'
    )
}

impl Run {
    /// The run that begins at byte `start`; `None` where neither a digit nor a letter stands there.
    fn at(text: &str, start: usize) -> Option<Self> {
        let rest = text.get(start..)?;
        let mut run = Self {
            end: start,
            digits: 0,
            letters: 0,
            starts_with_digit: rest.chars().next().is_some_and(is_digit),
            ends_with_digit: false,
            full_width: false,
        };
        for character in rest.chars() {
            let digit = is_digit(character);
            if !digit && !is_letter(character) {
                break;
            }
            run.digits += usize::from(digit);
            run.letters += usize::from(!digit);
            run.ends_with_digit = digit;
            run.full_width |= !character.is_ascii();
            run.end += character.len_utf8();
        }
        (run.end > start).then_some(run)
    }

    fn is_number(&self) -> bool {
        self.letters == 0
    }

    /// The run behind the sign that follows this one, if the sign joins the two.
    fn joined(&self, text: &str) -> Option<Self> {
        let sign = text.get(self.end..)?.chars().next()?;
        let next = Self::at(text, self.end + sign.len_utf8())?;
        self.joins(sign, &next).then_some(next)
    }

    fn joins(&self, sign: char, next: &Self) -> bool {
        let numbers = self.is_number() && next.is_number();
        match sign {
            '.' | '．' | '_' | '/' | '+' | '＋' | '-' | '－' => true,
            ',' => numbers && self.digits <= 3 && next.digits == 3,
            ':' => numbers,
            // A full-width colon is also the clause mark, so that 附件1：2022年 must stay apart.
            '：' => numbers && self.digits <= 3 && next.digits <= 2,
            _ => is_range_sign(sign) && self.ends_with_digit && next.starts_with_digit,
        }
    }
}

impl Core {
    /// The core that begins at byte `start`; `None` where neither a digit nor a letter stands there.
    pub(super) fn at(text: &str, start: usize) -> Option<Self> {
        let mut run = Run::at(text, start)?;
        let mut core = Self::of(&run);
        while let Some(next) = run.joined(text) {
            core = core.followed_by(&next);
            run = next;
        }
        Some(core)
    }

    fn of(run: &Run) -> Self {
        Self {
            end: run.end,
            has_digit: run.digits > 0,
            has_letter: run.letters > 0,
            full_width: run.full_width,
            ends_with_digit: run.ends_with_digit,
            single: true,
            last_digits: if run.is_number() { run.digits } else { 0 },
        }
    }

    fn followed_by(self, run: &Run) -> Self {
        let last = Self::of(run);
        Self {
            has_digit: self.has_digit || last.has_digit,
            has_letter: self.has_letter || last.has_letter,
            full_width: self.full_width || last.full_width,
            single: false,
            ..last
        }
    }
}

/// The byte at which the second half of a range begins: behind one range sign at `end` that a digit follows.
pub(super) fn range_behind(text: &str, end: usize) -> Option<usize> {
    let mut characters = text.get(end..)?.chars();
    let sign = characters.next()?;
    let joins = matches!(sign, '-' | '－') || (is_range_sign(sign) && !matches!(sign, '·'));
    (joins && characters.next().is_some_and(is_digit)).then(|| end + sign.len_utf8())
}
