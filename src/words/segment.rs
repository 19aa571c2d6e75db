//! Segmentation: number formulas first, then jieba on the stretches between them. The only file that names `jieba_rs`.
//!
//! The law: text without formulas is cut token by token as `Jieba::cut` cuts it, and so is every stretch between two
//! formulas. One thing is added: where jieba leaves a rare Han character and punctuation marks in one token, which it
//! does for characters that its hidden Markov model does not know, the marks are tokens of their own.

mod fixed;
mod plain;

use jieba_rs::Jieba;

pub use self::fixed::{ApartVerdict, Verdict, occurrences_of};

use super::dictionary;
use super::formula::{self, FormulaKind};
use crate::text::page::KnownWords;

/// The longest run of characters without a mark that is not cut. Longer runs occur in no text that people write.
const LONGEST_RUN_CHARS: usize = 64 * 1024;

/// The dictionary, loaded, and what is done with it.
#[derive(Debug)]
pub struct Segmenter {
    jieba: Jieba,
}

/// How text is segmented.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SegmentOptions {
    /// Whether the hidden Markov model joins characters to words that the dictionary lacks.
    pub unknown_words: bool,
}

/// One token: where it ends, counted from where the token before it ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Its length in bytes; at least 1.
    pub len_bytes: u32,
    /// What it is.
    pub kind: TokenKind,
}

/// What a token is. Words and numbers are counted, the others are not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TokenKind {
    /// Has a letter or a Han character.
    Word,
    /// A number formula, or digits of another script (①, Ⅷ).
    Number,
    /// Punctuation, symbols, U+FFFD and characters that print nothing.
    Mark,
    /// White space.
    Blank,
    /// The address of a web page or mailbox, which the one who segments finds: no word.
    Address,
}

impl Default for Segmenter {
    fn default() -> Self {
        Self::new()
    }
}

impl Segmenter {
    /// Loads the dictionary: 0.1 to 0.3 seconds.
    pub fn new() -> Self {
        Self {
            jieba: Jieba::with_dict(&mut dictionary::text().as_bytes())
                .unwrap_or_else(|_| Jieba::empty()),
        }
    }

    /// Segments `text` and appends its tokens, which laid end to end are exactly `text`.
    ///
    /// Memory grows with the text, so long texts are given in parts that [`next_cut`] divides; the tokens are the same.
    pub fn segment(&self, text: &str, options: SegmentOptions, tokens: &mut Vec<Token>) {
        let is_word = |word: &str| self.is_word(word);
        let mut done = 0;
        while let Some(found) = formula::next_formula(text, done, &is_word) {
            self.cut(
                text.get(done..found.start).unwrap_or_default(),
                options,
                tokens,
            );
            tokens.push(Token {
                len_bytes: length(found.end - found.start),
                kind: match found.kind {
                    FormulaKind::Letters => TokenKind::Word,
                    _ => TokenKind::Number,
                },
            });
            done = found.end;
        }
        self.cut(text.get(done..).unwrap_or_default(), options, tokens);
    }

    /// Cuts a stretch without formulas.
    fn cut(&self, stretch: &str, options: SegmentOptions, tokens: &mut Vec<Token>) {
        if stretch.is_empty() {
            return;
        }
        let words = self.jieba.cut(stretch, options.unknown_words);
        tokens.reserve(words.len());
        for token in words {
            push(token.word, tokens);
        }
    }

    /// The tag of a term taken alone, in the tag set of jieba: that of the dictionary, or jieba's guess for a word that
    /// the dictionary lacks. Formulas have `m` (quantities), `t` (dates and times), `nz` (things named by a number) or
    /// `eng` (codes). Empty for an empty term, marks and blanks, and a term that jieba alone cuts into several tokens.
    pub fn tag<'a>(&'a self, term: &'a str) -> &'a str {
        if let Some(kind) = formula::kind_of(term, &|word| self.is_word(word)) {
            return match kind {
                FormulaKind::Quantity => "m",
                FormulaKind::Date => "t",
                FormulaKind::Name => "nz",
                FormulaKind::Code | FormulaKind::Letters => "eng",
            };
        }
        if !self.is_word(term) {
            return match self.jieba.cut(term, true).as_slice() {
                [_] => guess_tag(term),
                _ => "",
            };
        }
        match self.jieba.tag(term, true).as_slice() {
            [only] => only.tag,
            _ => "",
        }
    }

    /// The shorter words of the dictionary inside a longer word, as jieba's mode for search engines gives them before
    /// the word itself: those of two characters, then those of three, each by its place. None in a word of at most two
    /// characters.
    pub fn words_inside<'t>(&self, word: &'t str) -> Vec<&'t str> {
        let borders: Vec<usize> = word.char_indices().map(|(byte, _)| byte).collect();
        let mut inside = Vec::new();
        for length in [2, 3] {
            if borders.len() <= length {
                break;
            }
            let ends = borders.iter().copied().skip(length).chain([word.len()]);
            let pieces = borders.iter().zip(ends);
            let pieces = pieces.filter_map(|(start, end)| word.get(*start..end));
            inside.extend(pieces.filter(|piece| self.is_word(piece)));
        }
        inside
    }

    /// Where the dictionary alone cuts a word: the length of each piece in bytes.
    fn cut_known(&self, word: &str) -> Vec<usize> {
        let pieces = self.jieba.cut(word, false);
        pieces.iter().map(|piece| piece.word.len()).collect()
    }

    /// Roughly how often the corpus behind the dictionary has `word`, at most one too many; 3 for most of what was added
    /// to the dictionary later. For what is no word, how often it would have to occur to be cut as one.
    pub fn rough_frequency(&self, word: &str) -> usize {
        self.jieba.suggest_freq(word)
    }

    /// Whether the dictionary holds `text` as a word.
    pub fn is_word(&self, text: &str) -> bool {
        self.jieba.has_word(text)
    }
}

/// The tag of one token that the dictionary lacks, by its letters: digits, Latin letters, the last character of names of
/// places and bodies, a family name before one or two characters; else a noun. Empty for marks and blanks.
fn guess_tag(term: &str) -> &'static str {
    /// Last characters of places, from three characters on.
    const PLACES: &str = "省市县区镇乡村街路巷桥港湾岛山河湖江";
    /// Last characters of bodies, from four characters on.
    const BODIES: &str = "局委厅院校社所队厂部署团会司";
    /// Frequent family names.
    const FAMILY_NAMES: &str = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢\
        蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文";
    let mut letters = term.chars();
    let Some(first) = letters.next() else {
        return "";
    };
    if term.chars().any(|c| c.is_ascii_alphanumeric()) {
        let digits = term.chars().all(|c| !c.is_ascii_alphabetic());
        return if digits { "m" } else { "eng" };
    }
    if !term.chars().any(char::is_alphanumeric) {
        return "";
    }
    let length = term.chars().count();
    let last = letters.next_back().unwrap_or(first);
    match length {
        4.. if BODIES.contains(last) => "nt",
        3.. if PLACES.contains(last) => "ns",
        2 | 3 if FAMILY_NAMES.contains(first) => "nr",
        _ => "n",
    }
}

impl KnownWords for Segmenter {
    fn is_word(&self, text: &str) -> bool {
        self.jieba.has_word(text)
    }
}

/// A place at which a long text is cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cut {
    /// The byte at which the next part begins; the text's length for the last part.
    pub end: usize,
    /// Whether the cut lies inside a run of more than 64 Ki characters without a mark, so that it may change tokens
    /// and is reported.
    pub inside_run: bool,
}

/// The first place at least `at_least` bytes behind `from` where `text` may be cut so that no token changes. A run of
/// 64 Ki characters without a mark is cut there, even sooner than `at_least` bytes on, so that cuts inside runs do not
/// depend on `at_least`.
///
/// `from` is 0 or an earlier cut.
pub fn next_cut(text: &str, from: usize, at_least: usize) -> Cut {
    let rest = text.get(from..).unwrap_or_default();
    if rest.len() <= at_least.min(LONGEST_RUN_CHARS) {
        // Too short to be cut: nearly every paragraph.
        return Cut {
            end: text.len(),
            inside_run: false,
        };
    }
    let mut run_chars = 0;
    for (offset, character) in rest.char_indices() {
        let end = offset + character.len_utf8();
        if separates(character) {
            run_chars = 0;
            if end >= at_least {
                return Cut {
                    end: from + end,
                    inside_run: false,
                };
            }
        } else {
            run_chars += 1;
        }
        let goes_on = || {
            rest.get(end..)
                .is_some_and(|behind| behind.starts_with(|next| !separates(next)))
        };
        if run_chars == LONGEST_RUN_CHARS && goes_on() {
            return Cut {
                end: from + end,
                inside_run: true,
            };
        }
    }
    Cut {
        end: text.len(),
        inside_run: false,
    }
}

/// Whether `character` is always a token of its own, whatever stands beside it: no letter, no digit, no sign that
/// joins parts of a word or formula, and not the beginning of CR LF.
fn separates(character: char) -> bool {
    match character {
        '\r' => false,
        '\t' | '\n' | ' ' | '\u{3000}' => true,
        '，' | '。' | '、' | '；' | '！' | '？' | '（' | '）' | '“' | '”' | '《' | '》' | '…' => {
            true
        }
        '!' | '?' | ';' | '(' | ')' | '"' | '\'' | '[' | ']' | '<' | '>' | '{' | '}' | '|' => true,
        _ => character.is_control(),
    }
}

/// Appends one token of jieba, or several where it mixes marks with a rare Han character.
fn push(word: &str, tokens: &mut Vec<Token>) {
    // Nearly every word begins with one of U+5000 to U+8FFF, which one byte tells.
    if let [0xE5..=0xE8, ..] = word.as_bytes() {
        tokens.push(Token {
            len_bytes: length(word.len()),
            kind: TokenKind::Word,
        });
        return;
    }
    push_other(word, tokens);
}

fn push_other(word: &str, tokens: &mut Vec<Token>) {
    let mut characters = word.chars();
    let Some(first) = characters.next() else {
        return;
    };
    let kind = kind_of_character(first);
    if is_common_han(first) || characters.as_str().is_empty() {
        tokens.push(Token {
            len_bytes: length(word.len()),
            kind,
        });
        return;
    }
    if word.is_ascii() {
        tokens.push(Token {
            len_bytes: length(word.len()),
            kind: strongest_kind(word),
        });
        return;
    }
    push_runs_of_kind(word, tokens);
}

/// Whether `character` is one of those that jieba's hidden Markov model knows.
fn is_common_han(character: char) -> bool {
    matches!(character, '\u{4E00}'..='\u{9FD5}')
}

/// The kind of an ASCII token: `C++` and `AT&T` are words, `...` is a mark.
fn strongest_kind(word: &str) -> TokenKind {
    word.chars()
        .map(kind_of_character)
        .min()
        .unwrap_or(TokenKind::Mark)
}

fn push_runs_of_kind(word: &str, tokens: &mut Vec<Token>) {
    let mut current: Option<Token> = None;
    for character in word.chars() {
        let kind = kind_of_character(character);
        let len_bytes = length(character.len_utf8());
        match &mut current {
            Some(token) if token.kind == kind => token.len_bytes += len_bytes,
            _ => tokens.extend(current.replace(Token { len_bytes, kind })),
        }
    }
    tokens.extend(current);
}

/// The kind of a number formula that stands by itself; `None` for any other word.
pub fn kind_of_word(word: &str, is_word: &dyn Fn(&str) -> bool) -> Option<TokenKind> {
    formula::kind_of(word, is_word).map(|kind| match kind {
        FormulaKind::Letters => TokenKind::Word,
        _ => TokenKind::Number,
    })
}

fn kind_of_character(character: char) -> TokenKind {
    match character {
        // The characters of nearly all text, without a look into the tables of Unicode.
        '\u{4E00}'..='\u{9FD5}' => TokenKind::Word,
        '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '！'..='／' | '：'..='＠' => {
            TokenKind::Mark
        }
        _ if character.is_alphabetic() => TokenKind::Word,
        _ if character.is_numeric() => TokenKind::Number,
        _ if character.is_whitespace() => TokenKind::Blank,
        _ => TokenKind::Mark,
    }
}

/// A length in bytes as tokens hold it: texts over 4 GiB do not occur.
fn length(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
