//! Quotation marks: which belong together, and whether what they hold is somebody's words or a phrase.

use std::ops::Range;

use super::verb;
use crate::text::arrange::Arrange;
use crate::text::source::is_letter_or_digit;

/// A stretch between quotation marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    /// First byte of the opening mark.
    pub start: usize,
    /// The bytes between the marks.
    pub inner: Range<usize>,
    /// The byte behind the closing mark; the text's length where there is none.
    pub end: usize,
    /// How many quotations it lies in; 0 for most.
    pub depth: usize,
    /// Whether there is a closing mark. A quotation of several paragraphs has one in the last only.
    pub closed: bool,
    /// Whether it is direct speech and no phrase.
    pub is_speech: bool,
}

/// Most characters of a quotation that is no speech.
pub const LONGEST_PHRASE: usize = 40;
/// How many characters before a quotation tell whether a verb of speech brings it.
const CLAUSE: usize = 40;
/// A quotation of so many characters with a comma, set off from the sentence, is speech.
const LONG: usize = 12;

/// Every quotation of a paragraph, by its opening mark. Marks without a partner are none, except one that opens a long
/// rest of the paragraph.
pub fn quotations(text: &str) -> Vec<Quotation> {
    let mut found = pairs(text);
    found.arrange_by_key(|quotation| (quotation.start, std::cmp::Reverse(quotation.end)));
    set_depths(&mut found);
    for index in 0..found.len() {
        let is_speech = found
            .get(index)
            .is_some_and(|quotation| is_speech(text, quotation));
        if let Some(quotation) = found.get_mut(index) {
            quotation.is_speech = is_speech;
        }
    }
    found
}

/// The closing mark that belongs to an opening one.
fn partner(open: char) -> Option<char> {
    Some(match open {
        '“' => '”',
        '「' => '」',
        '『' => '』',
        '‘' => '’',
        _ => return None,
    })
}

fn pairs(text: &str) -> Vec<Quotation> {
    let mut found = Vec::new();
    let mut open: Vec<(char, usize)> = Vec::new();
    let straight_pair = text.bytes().filter(|byte| *byte == b'"').count() % 2 == 0;
    for (byte, character) in text.char_indices() {
        let closes =
            |mark: &char| partner(*mark) == Some(character) || *mark == '"' && character == '"';
        if let Some(level) = open.iter().rposition(|(mark, _)| closes(mark)) {
            if let Some((mark, start)) = open.get(level).copied() {
                found.push(Quotation {
                    start,
                    inner: start + mark.len_utf8()..byte,
                    end: byte + character.len_utf8(),
                    depth: 0,
                    closed: true,
                    is_speech: false,
                });
            }
            open.truncate(level);
        } else if partner(character).is_some() || character == '"' && straight_pair {
            // The same mark inside itself: the first one has no partner.
            open.retain(|(mark, _)| *mark != character);
            open.push((character, byte));
        }
    }
    if let Some((mark, start)) = open.first().copied() {
        let is_set_off = text
            .get(..start)
            .is_some_and(|before| before.is_empty() || before.ends_with(['：', ':']));
        let inner = start + mark.len_utf8()..text.len();
        if is_set_off && characters(text, &inner) >= LONG {
            found.push(Quotation {
                start,
                inner,
                end: text.len(),
                depth: 0,
                closed: false,
                is_speech: false,
            });
        }
    }
    found
}

/// `found` is sorted by beginning, the longer first.
fn set_depths(found: &mut [Quotation]) {
    let mut ends: Vec<usize> = Vec::new();
    for quotation in found {
        ends.retain(|end| *end > quotation.start);
        quotation.depth = ends.len();
        ends.push(quotation.end);
    }
}

fn characters(text: &str, range: &Range<usize>) -> usize {
    text.get(range.clone())
        .unwrap_or_default()
        .chars()
        .filter(|character| is_letter_or_digit(*character))
        .count()
}

/// Whether a quotation is somebody's words: a sentence, set off from the sentence around it.
fn is_speech(text: &str, quotation: &Quotation) -> bool {
    let inner = text.get(quotation.inner.clone()).unwrap_or_default();
    let before = text.get(..quotation.start).unwrap_or_default();
    let behind = text.get(quotation.end..).unwrap_or_default();
    let length = characters(text, &quotation.inner);
    if length == 0 || quotation.depth > 0 {
        return false;
    }
    if !quotation.closed || length > LONGEST_PHRASE {
        return true;
    }
    // A part of the sentence around it: “你好！”的问候, “一分部署，九分落实”“细节决定成败”.
    if behind.starts_with(['的', '等', '这', '为', '、', '“', '「', '》', '，'])
        && !(behind.starts_with('，') && (ends_sentence(inner) || verb::follows_quotation(behind)))
    {
        return behind.starts_with('“') && ends_sentence(inner) && length >= LONG;
    }
    if ends_sentence(inner) || inner.ends_with(['，', ',']) {
        return true;
    }
    if verb::follows_quotation(behind) {
        return true;
    }
    let colon = before.strip_suffix(['：', ':']).map(end_of);
    if colon.is_some_and(verb::ends_with_spoken) {
        return true;
    }
    let is_set_off =
        before.is_empty() || before.ends_with(['，', ',', '。', '：', ':', '！', '!', '？']);
    let closes_sentence = behind.is_empty() || behind.starts_with(['。', '！', '？', '；']);
    is_set_off
        && closes_sentence
        && length >= LONG
        && (inner.contains(['，', ',']) || inner.contains("我") || inner.contains("你"))
}

/// The end of what stands before a quotation: more is no clause, and the whole of it before every quotation is too much.
fn end_of(before: &str) -> &str {
    let from = before.char_indices().rev().take(CLAUSE).last();
    let from = from.map_or(0, |(byte, _)| byte);
    before.get(from..).unwrap_or_default()
}

/// Whether words end as a sentence does.
fn ends_sentence(inner: &str) -> bool {
    inner.ends_with(['。', '！', '？', '!', '?', '…', '；'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verb_of_speech_is_found_behind_a_long_text() {
        let long = "会议在礼堂举行，".repeat(60);
        let rows = [
            ("李冬告诉记者：“快点”", true),
            ("李冬来到现场：“快点”", false),
            ("“快点”", false),
        ];
        for (text, expected) in rows {
            for text in [text.to_owned(), format!("{long}{text}")] {
                let found = quotations(&text);
                let speech: Vec<bool> = found.iter().map(|one| one.is_speech).collect();
                assert_eq!(speech, [expected], "{text}");
            }
        }
    }
}
