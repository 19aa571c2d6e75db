//! Text whose words someone parted already: by blanks, by slashes, or as word/tag.
//!
//! Such a text is recognised as a whole, by its beginning, and only where there is hardly a doubt: in nearly all texts
//! blanks come from the layout. What tells running text with parted words from a list of names, a table or spaced-out
//! letters is that short function words stand alone, 的 above all, and that longer words stand beside them.

use serde::{Deserialize, Serialize};

use super::segment::{Token, TokenKind, kind_of_word};

/// What parts the words of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Separator {
    /// 疫情 防控 工作.
    Blank,
    /// 疫情/防控/工作, also with blanks beside the slashes.
    Slash,
    /// 疫情/n 防控/vn 工作/n.
    Tag,
}

/// How many characters are looked at.
const LOOKED_AT: usize = 64 * 1024;
/// So few words prove nothing.
const FEWEST_WORDS: usize = 20;
/// A list of words without function words must be so long, and its lines too.
const LONG_LIST: usize = 100;
const LONG_LINE: usize = 20;
/// Longer runs of Han characters are no words, but for a few.
const LONGEST_WORD: usize = 8;
/// Words that often stand alone in running text.
const FUNCTION: &str = "的了在是和与为也就都而及被把从对不有这我他她你将等到以向并";

/// What parts the words of a text, if someone did. Linear in the text, of which no more than the beginning is looked at.
pub fn recognise(text: &str) -> Option<Separator> {
    let end = text.char_indices().nth(LOOKED_AT).map(|(byte, _)| byte);
    let text = end.and_then(|end| text.get(..end)).unwrap_or(text);
    if is_tagged(text) {
        return Some(Separator::Tag);
    }
    let seen = Seen::of(text);
    if seen.is_parted_by_slashes() {
        Some(Separator::Slash)
    } else if seen.is_parted_by_blanks() {
        Some(Separator::Blank)
    } else {
        None
    }
}

/// Whether nearly all pieces with Han characters are word/tag.
fn is_tagged(text: &str) -> bool {
    let pieces = text.split_whitespace();
    let (mut all, mut tagged) = (0_usize, 0_usize);
    for piece in pieces.filter(|piece| piece.contains(is_han)) {
        all += 1;
        tagged += usize::from(tag_start(piece).is_some_and(|at| at > 0));
    }
    // Ten words are enough: nothing else looks like this.
    tagged >= FEWEST_WORDS / 2 && tagged * 10 >= all * 9
}

/// Where the tag of a piece begins: at its last slash, if a tag and nothing more follows. A bracket may close a name
/// that consists of several words: 电台/n]nt.
fn tag_start(piece: &str) -> Option<usize> {
    let at = piece.rfind('/')?;
    let tag = piece.get(at + 1..)?;
    let (tag, of_name) = tag.split_once(']').unwrap_or((tag, "n"));
    (is_tag(tag) && is_tag(of_name)).then_some(at)
}

fn is_tag(tag: &str) -> bool {
    let begins = tag.starts_with(|first: char| first.is_ascii_alphabetic());
    begins && tag.len() <= 6 && tag.chars().all(|letter| letter.is_ascii_alphanumeric())
}

/// What stands behind a run of Han characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Behind {
    /// One blank.
    Blank,
    /// Several, as in tables.
    Blanks,
    Slash,
    LineEnd,
    Other,
}

/// What the runs of Han characters in a text look like.
#[derive(Debug, Default)]
struct Seen {
    words: usize,
    characters: usize,
    singles: usize,
    /// Characters in runs that are too long.
    in_long_runs: usize,
    blank: usize,
    blanks: usize,
    slash: usize,
    line_end: usize,
    other: usize,
    /// Function words that stand alone.
    function: usize,
    /// 的, anywhere and alone.
    de: usize,
    de_alone: usize,
    /// Lines with a run.
    lines: usize,
    /// Different runs.
    kinds: usize,
}

impl Seen {
    fn of(text: &str) -> Self {
        let mut seen = Self::default();
        let mut kinds = std::collections::BTreeSet::new();
        for line in text.lines() {
            let before = seen.words;
            let mut rest = line;
            while let Some(start) = rest.find(is_han) {
                let run = rest.get(start..).unwrap_or("");
                let end = run.find(|c| !is_han(c)).unwrap_or(run.len());
                let (word, behind) = run.split_at(end);
                seen.add(word, behind_of(behind));
                kinds.insert(word);
                rest = behind;
            }
            seen.lines += usize::from(seen.words > before);
        }
        seen.kinds = kinds.len();
        seen
    }

    fn add(&mut self, word: &str, behind: Behind) {
        let length = word.chars().count();
        self.words += 1;
        self.characters += length;
        self.singles += usize::from(length == 1);
        if length > LONGEST_WORD {
            self.in_long_runs += length;
        }
        self.function += usize::from(length == 1 && FUNCTION.contains(word));
        self.de += word.matches('的').count();
        self.de_alone += usize::from(word == "的");
        *match behind {
            Behind::Blank => &mut self.blank,
            Behind::Blanks => &mut self.blanks,
            Behind::Slash => &mut self.slash,
            Behind::LineEnd => &mut self.line_end,
            Behind::Other => &mut self.other,
        } += 1;
    }

    /// Whether the runs are as long as words are: not all of one character, hardly one of many.
    fn has_words(&self) -> bool {
        self.words >= FEWEST_WORDS
            && self.singles * 10 <= self.words * 7
            && self.characters <= self.words * 3
            && self.in_long_runs * 20 <= self.characters
    }

    fn is_parted_by_slashes(&self) -> bool {
        self.has_words() && self.slash * 10 >= (self.words - self.line_end) * 7
    }

    fn is_parted_by_blanks(&self) -> bool {
        let inside_lines = self.words - self.line_end;
        let is_parted = self.blank * 10 >= inside_lines * 7 && self.blanks * 20 <= self.blank;
        let is_running = self.de_alone * 10 >= self.de * 6 && self.function * 50 >= self.words;
        self.has_words() && is_parted && ((self.function >= 2 && is_running) || self.is_long_list())
    }

    /// Whether these are the words of running text without its function words: long lines of nothing else, in which
    /// words come back. Lists of names and tables have short lines, or names that do not.
    fn is_long_list(&self) -> bool {
        self.words >= LONG_LIST
            && self.words >= self.lines * LONG_LINE
            && self.de == 0
            && self.other * 100 <= self.words
            && self.singles * 10 <= self.words * 2
            && self.kinds * 10 <= self.words * 7
    }
}

fn behind_of(rest: &str) -> Behind {
    let trimmed = rest.trim_start();
    let blanks = rest.chars().count() - trimmed.chars().count();
    match (trimmed.chars().next(), blanks) {
        (None, _) => Behind::LineEnd,
        (Some('/' | '／'), _) => Behind::Slash,
        (_, 0) => Behind::Other,
        (_, 1) if !rest.starts_with('\t') => Behind::Blank,
        _ => Behind::Blanks,
    }
}

/// Han characters of words.
fn is_han(character: char) -> bool {
    matches!(
        u32::from(character),
        0x3005 | 0x3007 | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF
    )
}

/// Appends the tokens of a stretch of such a text, which laid end to end are exactly the stretch. Words are as given, but
/// marks at the ends of a word are tokens of their own. Blanks are blanks; slashes and tags, with their slash, are marks.
pub fn cut(
    text: &str,
    separator: Separator,
    is_word: &dyn Fn(&str) -> bool,
    tokens: &mut Vec<Token>,
) {
    let mut rest = text;
    while !rest.is_empty() {
        let blanks = rest.find(|c: char| !c.is_whitespace());
        let (blank, behind) = rest.split_at(blanks.unwrap_or(rest.len()));
        for character in blank.chars() {
            push(tokens, character.len_utf8(), TokenKind::Blank);
        }
        let end = behind.find(char::is_whitespace).unwrap_or(behind.len());
        let (piece, behind) = behind.split_at(end);
        cut_piece(piece, separator, is_word, tokens);
        rest = behind;
    }
}

fn cut_piece(
    piece: &str,
    separator: Separator,
    is_word: &dyn Fn(&str) -> bool,
    tokens: &mut Vec<Token>,
) {
    match separator {
        Separator::Blank => push_word(piece, is_word, tokens),
        Separator::Slash => {
            let mut rest = piece;
            while let Some(at) = next_slash(rest) {
                let (word, behind) = rest.split_at(at);
                push_word(word, is_word, tokens);
                push(tokens, slash_len(behind), TokenKind::Mark);
                rest = behind.get(slash_len(behind)..).unwrap_or("");
            }
            push_word(rest, is_word, tokens);
        }
        Separator::Tag => {
            let (word, tag) = piece.split_at(tag_start(piece).unwrap_or(piece.len()));
            push_word(word, is_word, tokens);
            push(tokens, tag.len(), TokenKind::Mark);
        }
    }
}

/// The next slash that is none between two digits.
fn next_slash(text: &str) -> Option<usize> {
    let digit = |character: Option<char>| character.is_some_and(|c| c.is_ascii_digit());
    let slashes = text.match_indices(['/', '／']).map(|(at, _)| at);
    let mut parting = slashes.filter(|at| {
        let (before, behind) = text.split_at(*at);
        let next = behind.chars().nth(1);
        !(digit(before.chars().next_back()) && digit(next))
    });
    parting.next()
}

fn slash_len(text: &str) -> usize {
    text.chars().next().map_or(0, char::len_utf8)
}

/// Appends a word with the marks at its ends.
fn push_word(word: &str, is_word: &dyn Fn(&str) -> bool, tokens: &mut Vec<Token>) {
    let is_inner = |character: char| character.is_alphanumeric();
    let Some(start) = word.find(is_inner) else {
        for character in word.chars() {
            push(tokens, character.len_utf8(), TokenKind::Mark);
        }
        return;
    };
    // A sign at the end of a number belongs to it: 5%.
    if let Some(kind) = kind_of_word(word, is_word) {
        push(tokens, word.len(), kind);
        return;
    }
    let (marks, inner) = word.split_at(start);
    let end = inner
        .char_indices()
        .rev()
        .find(|(_, character)| is_inner(*character) || "+%℃".contains(*character))
        .map_or(inner.len(), |(at, character)| at + character.len_utf8());
    let (inner, behind) = inner.split_at(end);
    for character in marks.chars() {
        push(tokens, character.len_utf8(), TokenKind::Mark);
    }
    let is_number = inner
        .chars()
        .all(|c| c.is_numeric() || !c.is_alphanumeric());
    let kind = kind_of_word(inner, is_word);
    let kind = kind.unwrap_or(match is_number {
        true => TokenKind::Number,
        false => TokenKind::Word,
    });
    push(tokens, inner.len(), kind);
    for character in behind.chars() {
        push(tokens, character.len_utf8(), TokenKind::Mark);
    }
}

fn push(tokens: &mut Vec<Token>, bytes: usize, kind: TokenKind) {
    if bytes > 0 {
        let len_bytes = u32::try_from(bytes).unwrap_or(u32::MAX);
        tokens.push(Token { len_bytes, kind });
    }
}

/// The text without its tags, for counting its characters; the text itself where there are none.
pub fn without_tags(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for piece in text.split_inclusive(char::is_whitespace) {
        let word = piece.trim_end();
        let end = tag_start(word).unwrap_or(word.len());
        out.push_str(word.get(..end).unwrap_or(word));
        out.push_str(piece.get(word.len()..).unwrap_or(""));
    }
    out
}

#[cfg(test)]
mod tests;
