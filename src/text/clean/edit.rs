//! One pass as a list of edits.

use super::Change;

/// Puts one character, or none, in the place of some.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edit {
    /// The first byte of what is replaced.
    pub start: u32,
    /// The byte behind it; the edit replaces at least one character.
    pub end: u32,
    /// What stands there afterwards; `None` takes the stretch out.
    pub with: Option<char>,
    /// Whether it belongs to the same change as the edit before it.
    pub continues: bool,
}

impl Edit {
    /// Replaces the character that begins at byte `start`.
    pub fn replace(start: usize, character: char, with: char) -> Self {
        Self::span(start, start + character.len_utf8(), Some(with))
    }

    /// Takes out the stretch from `start` to `end`.
    pub fn remove(start: usize, end: usize) -> Self {
        Self::span(start, end, None)
    }

    /// Replaces the stretch from `start` to `end`.
    pub fn span(start: usize, end: usize, with: Option<char>) -> Self {
        Self {
            start: small(start),
            end: small(end),
            with,
            continues: false,
        }
    }

    /// The same edit as a further part of the change before it.
    pub fn continuing(self) -> Self {
        Self {
            continues: true,
            ..self
        }
    }

    /// How many bytes stand there afterwards.
    pub fn len_after(&self) -> u32 {
        self.with.map_or(0, |with| small(with.len_utf8()))
    }
}

/// An offset as an edit holds it: texts over 4 GiB do not occur.
fn small(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

/// Writes `text` with its edits, which are in order and do not overlap, to `out`.
pub fn apply(text: &str, edits: &[Edit], out: &mut String) {
    out.clear();
    let mut done = 0;
    for edit in edits {
        out.push_str(text.get(done..edit.start as usize).unwrap_or(""));
        out.extend(edit.with);
        done = edit.end as usize;
    }
    out.push_str(text.get(done..).unwrap_or(""));
}

/// The changes of which the edits of one pass are parts.
pub fn changes<'e>(text: &'e str, edits: &'e [Edit]) -> impl Iterator<Item = Change<'e>> {
    let runs = edits.chunk_by(|_, next| next.continues);
    runs.filter_map(|edits| {
        let (first, last) = (edits.first()?, edits.last()?);
        let (mut start, mut end) = (first.start as usize, last.end as usize);
        if first.with.is_none() {
            let before = text.get(..start)?.chars().next_back();
            start -= before.map_or(0, char::len_utf8);
            let behind = text.get(end..)?.chars().next();
            end += behind.map_or(0, char::len_utf8);
        }
        Some(Change {
            found: start..end,
            edits,
        })
    })
}

/// What stands in the place of a change afterwards.
pub fn after(text: &str, change: &Change<'_>) -> String {
    let mut after = String::new();
    let mut done = change.found.start;
    for edit in change.edits {
        after.push_str(text.get(done..edit.start as usize).unwrap_or(""));
        after.extend(edit.with);
        done = edit.end as usize;
    }
    after.push_str(text.get(done..change.found.end).unwrap_or(""));
    after
}
