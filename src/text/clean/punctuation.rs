//! 标点归一: the marks among Han characters become those that mainland newspapers set.
//!
//! Half-width marks beside a Han character become full-width; marks of vertical lines and corner brackets become
//! ordinary ones; the many dots between the parts of a foreign name become ·, the many dashes —, runs of full stops ……
//! A mark is judged by what stands before it as it was mended, and by the Han character behind it as it stands; so one
//! pass from left to right mends all that there is to mend.

use super::character::{is_common_han, is_full_mark, is_han};
use super::edit::Edit;

/// Forms for vertical lines, corner brackets, small and half-width forms, each with the ordinary form.
const FORMS: [(&str, &str); 4] = [
    ("「」『』﹁﹂﹃﹄｢｣", "“”‘’“”‘’“”"),
    (
        "︐︑︒︓︔︕︖︗︘︙︱︵︶︷︸︹︺︻︼︽︾︿﹀",
        "，、。：；！？〖〗…—（）｛｝〔〕【】《》〈〉",
    ),
    (
        "﹐﹑﹒﹔﹕﹖﹗﹘﹙﹚﹛﹜﹝﹞",
        "，、。；：？！—（）｛｝〔〕",
    ),
    ("｡､⋯", "。、…"),
];
/// Dots that stand for ·
const DOTS: &str = "•・‧∙⋅･";
/// Dashes that stand for —
const DASHES: &str = "‒–―─";
/// Quotation marks that close behind a full stop.
const CLOSING: &str = "”’」』﹂﹄｣";

/// Whether a character may be one that this pass changes, whatever stands beside it.
pub fn concerns(character: char) -> bool {
    form(character).is_some() || DOTS.contains(character) || DASHES.contains(character)
}

/// Whether a character is one that this pass changes beside others.
pub fn may_concern(character: char) -> bool {
    matches!(
        character,
        ',' | ';' | '!' | '?' | ':' | '(' | ')' | '.' | '-' | '。'
    )
}

/// The ordinary form of a mark. The ranges spare nearly all characters a look into the lists.
fn form(character: char) -> Option<char> {
    if !matches!(
        character,
        '\u{22ef}' | '\u{300c}'..='\u{300f}' | '\u{fe10}'..='\u{fe6b}' | '\u{ff61}'..='\u{ff64}'
    ) {
        return None;
    }
    FORMS.iter().find_map(|(forms, ordinary)| {
        let place = forms.chars().position(|form| form == character)?;
        ordinary.chars().nth(place)
    })
}

/// A walk along a text that knows what stands before.
struct Sweep<'t, 'e> {
    text: &'t str,
    edits: &'e mut Vec<Edit>,
    /// What stands before, as mended.
    before: Option<char>,
    /// For each round bracket that is open, innermost in the lowest bit: whether it was mended.
    open: u64,
    depth: u32,
}

/// Replaces the marks.
pub fn edits(text: &str, edits: &mut Vec<Edit>) {
    let mut sweep = Sweep {
        text,
        edits,
        before: None,
        open: 0,
        depth: 0,
    };
    let mut place = 0;
    while let Some(character) = text.get(place..).and_then(|rest| rest.chars().next()) {
        place = sweep.take(place, character);
    }
}

impl Sweep<'_, '_> {
    /// Takes the mark or character at `place`; gives the place behind what it took.
    fn take(&mut self, place: usize, character: char) -> usize {
        let end = place + character.len_utf8();
        let is_letter = is_common_han(character) || character.is_ascii_alphanumeric();
        if is_letter || (!concerns(character) && !may_concern(character)) {
            self.before = Some(character);
            return end;
        }
        match character {
            '.' | '。' => self.take_stops(place, character),
            '-' => self.take_dashes(place, character),
            _ if DASHES.contains(character) => self.take_dashes(place, character),
            _ => {
                let target = self.target(character, self.behind(end));
                if let Some(target) = target {
                    self.edits.push(Edit::replace(place, character, target));
                }
                self.before = Some(target.unwrap_or(character));
                end
            }
        }
    }

    fn behind(&self, place: usize) -> Option<char> {
        self.text.get(place..)?.chars().next()
    }

    fn is_chinese(&self, behind: Option<char>) -> bool {
        self.before.is_some_and(is_chinese) || behind.is_some_and(is_han)
    }

    fn target(&mut self, character: char, behind: Option<char>) -> Option<char> {
        let chinese = self.is_chinese(behind);
        match character {
            ',' => chinese.then_some('，'),
            ';' => chinese.then_some('；'),
            '!' => chinese.then_some('！'),
            '?' => chinese.then_some('？'),
            ':' => chinese.then_some('：'),
            '(' => {
                self.open = self.open << 1 | u64::from(chinese);
                self.depth += 1;
                chinese.then_some('（')
            }
            ')' => self.closes(chinese).then_some('）'),
            _ if DOTS.contains(character) => {
                let is_name = |character: char| character.is_alphabetic();
                let inside = self.before.is_some_and(is_name) && behind.is_some_and(is_name);
                inside.then_some('·')
            }
            _ => form(character),
        }
    }

    /// Whether a closing bracket is mended: as the one that it closes was, and without one as other marks are.
    fn closes(&mut self, chinese: bool) -> bool {
        if self.depth == 0 {
            return chinese;
        }
        let was_mended = self.open & 1 == 1;
        self.open >>= 1;
        self.depth -= 1;
        was_mended
    }

    /// A full stop behind a Han character, or a run of three or more.
    fn take_stops(&mut self, place: usize, stop: char) -> usize {
        let end = self.run_end(place, stop);
        let count = (end - place) / stop.len_utf8();
        let behind = self.behind(end);
        let first = place + stop.len_utf8();
        let is_sentence_end =
            behind.is_none_or(|behind| is_han(behind) || behind == ' ' || CLOSING.contains(behind));
        if count >= 3 && (stop == '。' || self.is_chinese(behind)) {
            self.edits.push(Edit::replace(place, stop, '…'));
            let second = Edit::span(first, end, Some('…'));
            self.edits.push(second.continuing());
            self.before = Some('…');
        } else if count == 1 && stop == '.' && self.before.is_some_and(is_han) && is_sentence_end {
            self.edits.push(Edit::replace(place, stop, '。'));
            self.before = Some('。');
        } else {
            self.before = Some(stop);
        }
        end
    }

    /// A run of dashes; of hyphens only where there are two or more.
    fn take_dashes(&mut self, place: usize, dash: char) -> usize {
        let end = self.run_end(place, dash);
        let behind = self.behind(end);
        let is_digit = |character: Option<char>| character.is_some_and(|c| c.is_ascii_digit());
        let changes = if dash == '-' {
            end - place == 2 && self.is_chinese(behind)
        } else {
            self.is_chinese(behind) || (is_digit(self.before) && is_digit(behind))
        };
        self.before = Some(dash);
        if changes {
            for start in (place..end).step_by(dash.len_utf8()) {
                let edit = Edit::replace(start, dash, '—');
                let edit = if start == place {
                    edit
                } else {
                    edit.continuing()
                };
                self.edits.push(edit);
            }
            self.before = Some('—');
        }
        end
    }

    fn run_end(&self, place: usize, character: char) -> usize {
        let rest = self.text.get(place..).unwrap_or("");
        self.text.len() - rest.trim_start_matches(character).len()
    }
}

/// Whether a character shows that the mark behind it is one of Chinese text. Quotation marks and dashes show nothing:
/// English has them too.
fn is_chinese(character: char) -> bool {
    is_han(character)
        || (is_full_mark(character) && !('\u{2010}'..='\u{2027}').contains(&character))
}
