//! What goes on over a line break, and what begins behind one, by its words.

use super::KnownWords;
use super::character::is_han;
use super::line::{Line, head, tail};
use super::pattern::pattern;
use crate::text::source::Source;

pattern!(
    /// A numbered item: 一、 （二） 3. 第四条 ①
    NUMBERED,
    r"^(?: [一二三四五六七八九十]{1,3}、 | [（(][一二三四五六七八九十0-9]{1,3}[）)] | [0-9]{1,2}[.．、)）]\s*[^0-9\s]",
    r"| 第[一二三四五六七八九十百零0-9]{1,5}(?: 条 | [章节款][\s　] ) | [①-⑳] | [-*•●◆■▪]\s )"
);

/// Whether a line begins with a number or bullet of a list.
pub fn is_numbered(source: &Source, line: &Line) -> bool {
    const BEGINNINGS: &str = "一二三四五六七八九十（(第-*•●◆■▪";
    let may_be = line.first.is_ascii_digit()
        || matches!(line.first, '①'..='⑳')
        || BEGINNINGS.contains(line.first);
    may_be && NUMBERED.is_match(head(source, line.span, 32))
}

/// Whether a line ends with a long number, as of a telephone.
pub fn ends_with_digits(source: &Source, line: &Line) -> bool {
    if !line.last.is_ascii_digit() {
        return false;
    }
    let digits = tail(source, line.span, 8).chars().rev();
    digits.take_while(char::is_ascii_digit).count() >= 6
}

/// Whether the break stands inside a number, or between one and what it counts: 5|月, 30|万, 1|2.
pub fn number_spans(last: char, next: char) -> bool {
    const COUNTED: &str =
        "年月日号时分秒点元角万亿千百十个名人家户岁米公里吨斤亩次项届期届届度倍余多";
    let is_digit =
        |character: char| character.is_ascii_digit() || character == '.' || character == '%';
    last.is_ascii_digit() && (is_digit(next) || COUNTED.contains(next))
}

/// Whether a known word of Han characters spans the break: up to three of them on either side.
pub fn word_spans(source: &Source, line: &Line, next: &Line, known: &dyn KnownWords) -> bool {
    if !is_han(line.last) || !is_han(next.first) {
        return false;
    }
    let before = source.slice(line.span);
    let lefts = before.char_indices().rev();
    let after = source.slice(next.span);
    let rights = after.char_indices().take(3);
    let lefts = lefts.take(3).take_while(|(_, left)| is_han(*left));
    let mut word = String::with_capacity(24);
    lefts.map(|(start, _)| start).any(|start| {
        let mut rights = rights.clone().take_while(|(_, right)| is_han(*right));
        word.clear();
        word.push_str(before.get(start..).unwrap_or(""));
        rights.any(|(_, right)| {
            word.push(right);
            known.is_word(&word)
        })
    })
}

/// Whether a line begins with a word that stands at the end of an office's name only.
pub fn begins_inside_office(source: &Source, line: &Line) -> bool {
    const WORDS: [&str; 8] = [
        "领导小组",
        "工作小组",
        "办公室",
        "指挥部",
        "委员会",
        "联席会议",
        "管理处",
        "服务中心",
    ];
    let text = head(source, line.span, 12);
    WORDS.iter().any(|word| text.starts_with(word))
}
