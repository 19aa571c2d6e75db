//! The pattern of file names as people write it: `{报名}_{日期}_{版次}`.

use std::fmt;

use thiserror::Error;

use crate::text::page::model::Field;
use crate::text::written_date::half_width;

/// What stands in braces in a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Placeholder {
    /// {报名}: any text.
    Newspaper,
    /// {日期}: a date with its year.
    Date,
    /// {版次}: A02, 3, 第3版.
    PageNumber,
    /// {版名}: any text.
    Section,
    /// {所在地}: any text.
    Place,
    /// {略}: any text or none, of which nothing is taken.
    Any,
}

impl Placeholder {
    /// Every placeholder, in the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::Newspaper,
        Self::Date,
        Self::PageNumber,
        Self::Section,
        Self::Place,
        Self::Any,
    ];

    /// Its name in Chinese, without braces.
    pub fn chinese(self) -> &'static str {
        match self {
            Self::Newspaper => "报名",
            Self::Date => "日期",
            Self::PageNumber => "版次",
            Self::Section => "版名",
            Self::Place => "所在地",
            Self::Any => "略",
        }
    }

    /// Its name in English, without braces.
    pub fn english(self) -> &'static str {
        match self {
            Self::Newspaper => "newspaper",
            Self::Date => "date",
            Self::PageNumber => "page",
            Self::Section => "section",
            Self::Place => "place",
            Self::Any => "any",
        }
    }

    /// The field that it fills; `None` for [`Self::Any`].
    pub fn field(self) -> Option<Field> {
        match self {
            Self::Newspaper => Some(Field::Newspaper),
            Self::Date => Some(Field::Published),
            Self::PageNumber => Some(Field::PageNumber),
            Self::Section => Some(Field::Section),
            Self::Place => Some(Field::Place),
            Self::Any => None,
        }
    }

    /// Whether it stands for any text, so that only what follows tells where it ends.
    pub(super) fn is_text(self) -> bool {
        !matches!(self, Self::Date | Self::PageNumber)
    }

    fn named(name: &str) -> Option<Self> {
        let name = name.trim().to_ascii_lowercase();
        Self::ALL.into_iter().find(|placeholder| {
            [placeholder.chinese(), placeholder.english()].contains(&name.as_str())
        })
    }
}

/// A piece of a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// Characters that stand so in the name.
    Literal(String),
    /// What a placeholder stands for.
    Placeholder(Placeholder),
}

/// Why a pattern cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PatternError {
    /// It has no placeholder that fills a field.
    #[error("a pattern needs a placeholder such as {{日期}}")]
    NoPlaceholder,
    /// A brace is not closed, or not opened.
    #[error("a brace has no partner")]
    Brace,
    /// No placeholder has this name.
    #[error("there is no placeholder of this name")]
    Unknown(String),
    /// A field would be filled twice.
    #[error("a placeholder stands twice")]
    Twice(Placeholder),
    /// Two placeholders for any text stand side by side: nothing tells where the first one ends.
    #[error("two placeholders for any text stand side by side")]
    SideBySide(Placeholder, Placeholder),
}

/// A pattern of file names, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamePattern {
    pub(super) pieces: Vec<Piece>,
}

impl NamePattern {
    /// Reads a pattern as people write it; placeholders may be named in Chinese or English.
    ///
    /// # Errors
    ///
    /// Tells what is wrong with the first piece that is.
    pub fn parse(text: &str) -> Result<Self, PatternError> {
        let mut pieces = Vec::new();
        let mut rest = text.trim();
        while !rest.is_empty() {
            let literal = rest.split(['{', '}']).next().unwrap_or("");
            if !literal.is_empty() {
                pieces.push(Piece::Literal(literal.chars().map(half_width).collect()));
                rest = rest.get(literal.len()..).unwrap_or("");
                continue;
            }
            let inside = rest.strip_prefix('{').ok_or(PatternError::Brace)?;
            let (name, behind) = inside.split_once('}').ok_or(PatternError::Brace)?;
            let placeholder = Placeholder::named(name)
                .ok_or_else(|| PatternError::Unknown(name.trim().to_owned()))?;
            pieces.push(Piece::Placeholder(placeholder));
            rest = behind;
        }
        Self::of(pieces)
    }

    /// Checks the pieces.
    pub(super) fn of(pieces: Vec<Piece>) -> Result<Self, PatternError> {
        let mut seen = Vec::new();
        let mut before = None;
        for piece in &pieces {
            let Piece::Placeholder(placeholder) = piece else {
                before = None;
                continue;
            };
            if placeholder.field().is_some() && seen.contains(placeholder) {
                return Err(PatternError::Twice(*placeholder));
            }
            if let Some(before) = before.filter(|_| placeholder.is_text()) {
                return Err(PatternError::SideBySide(before, *placeholder));
            }
            before = Some(*placeholder).filter(|placeholder| placeholder.is_text());
            seen.push(*placeholder);
        }
        if seen.iter().all(|placeholder| placeholder.field().is_none()) {
            return Err(PatternError::NoPlaceholder);
        }
        Ok(Self { pieces })
    }

    /// The pattern with its placeholders named in English; [`fmt::Display`] names them in Chinese.
    pub fn in_english(&self) -> String {
        self.written(Placeholder::english)
    }

    fn written(&self, name: fn(Placeholder) -> &'static str) -> String {
        let written = self.pieces.iter().map(|piece| match piece {
            Piece::Literal(text) => text.clone(),
            Piece::Placeholder(placeholder) => format!("{{{}}}", name(*placeholder)),
        });
        written.collect()
    }
}

impl fmt::Display for NamePattern {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.written(Placeholder::chinese))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_are_checked() {
        let rows = [
            ("{报名}/{日期}/{版次}", Ok("{报名}/{日期}/{版次}")),
            (" {Newspaper}_{ date }＿{any} ", Ok("{报名}_{日期}_{略}")),
            ("{日期}{版次}{版名}", Ok("{日期}{版次}{版名}")),
            ("abc", Err(PatternError::NoPlaceholder)),
            ("{略}", Err(PatternError::NoPlaceholder)),
            ("", Err(PatternError::NoPlaceholder)),
            ("{日期", Err(PatternError::Brace)),
            ("日期}", Err(PatternError::Brace)),
            ("{日子}", Err(PatternError::Unknown("日子".to_owned()))),
            ("{日期}{日期}", Err(PatternError::Twice(Placeholder::Date))),
            (
                "{报名}{版名}{日期}",
                Err(PatternError::SideBySide(
                    Placeholder::Newspaper,
                    Placeholder::Section,
                )),
            ),
        ];
        for (text, expected) in rows {
            let parsed = NamePattern::parse(text).map(|pattern| pattern.to_string());
            assert_eq!(parsed, expected.map(str::to_owned), "{text}");
        }
    }

    #[test]
    fn the_english_form_is_the_same_pattern() {
        let pattern = NamePattern::parse("{报名}_{日期}_{所在地}-{版次}");
        let again = pattern.clone().map(|pattern| pattern.in_english());
        assert_eq!(again.as_deref(), Ok("{newspaper}_{date}_{place}-{page}"));
        let again = again.and_then(|text| NamePattern::parse(&text));
        assert_eq!(again, pattern);
    }
}
