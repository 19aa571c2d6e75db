//! Which patterns a line may match at all, by the characters that it has.
//!
//! Nearly all lines are running text and match none of the patterns for what newspapers print around it. So it is noted
//! while a line is scanned which of the characters stand in it without which a pattern cannot match.

/// What a line may be, by a character that it has.
#[derive(Debug, Clone, Copy)]
#[repr(u8)]
pub enum Hint {
    /// Of an imprint.
    Imprint = 1,
    /// Names a newspaper or agency, as datelines do.
    Source = 2,
    /// Says how it was sent, as datelines do.
    Sent = 4,
    /// A classified.
    Classified = 8,
    /// Names a reporter.
    Reporter = 16,
    /// Has a figure, or refers to another page.
    Page = 32,
    /// Has marks of Markdown or HTML.
    Markup = 64,
}

/// The characters for each hint.
const ROWS: [(Hint, &[char]); 7] = [
    (
        Hint::Imprint,
        &[
            '刊', 'N', '邮', '价', '份', '告', '顾', '线', '版', '未', '须', '著', '使', '@', ':',
            '：', '投', '系', '矩', '博', '众', '扫', '端', '(', '办', '管', '印', '0', '1', '2',
            '3', '4', '5', '6', '7', '8', '9',
        ],
    ),
    (Hint::Source, &['报', '報', '刊', '网', '台', '臺', '社']),
    (Hint::Sent, &['讯', '訊', '电', '電', '消', '道', '稿']),
    (Hint::Classified, &['失', '废', '债', '销']),
    (Hint::Reporter, &['者', '员']),
    (
        Hint::Page,
        &['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '详'],
    ),
    (Hint::Markup, &['*', '!', '<']),
];

/// How many places the table has: a power of two.
const PLACES: usize = 4096;

/// For every character, by its number modulo [`PLACES`], the hints of all characters with that place.
static TABLE: [u8; PLACES] = {
    let mut table = [0; PLACES];
    let mut row = 0;
    while row < ROWS.len() {
        let (hint, characters) = ROWS[row];
        let mut place = 0;
        while place < characters.len() {
            table[characters[place] as usize % PLACES] |= hint as u8;
            place += 1;
        }
        row += 1;
    }
    table
};

/// The hints that the characters of a line give. One that is there may be wrong, one that is missing is certain.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Hints(u8);

impl Hints {
    /// Adds the hint of a character.
    pub fn add(&mut self, character: char) {
        self.0 |= TABLE.get(character as usize % PLACES).copied().unwrap_or(0);
    }

    /// The hints of two texts together.
    pub fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether a line may be what the hint says.
    pub fn may_be(self, hint: Hint) -> bool {
        self.0 & hint as u8 != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Hints {
        let mut hints = Hints::default();
        text.chars().for_each(|character| hints.add(character));
        hints
    }

    #[test]
    fn every_character_gives_its_hint() {
        for (hint, characters) in ROWS {
            for character in characters {
                let text = format!("今天{character}早上");
                assert!(of(&text).may_be(hint), "{hint:?} by {character}");
            }
        }
        assert_eq!(of("菱角上市早了半个多月，"), Hints::default());
    }
}
