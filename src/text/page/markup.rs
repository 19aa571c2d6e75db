//! Marks of Markdown and HTML that stand in a text but are none of it.

use super::pattern::pattern;
use crate::text::source::Span;

pattern!(HEADING, r"^\#{1,6}[\s　]+\S");
pattern!(
    /// Lines of marks only: rulers, table borders, images, fences.
    WHOLE_LINE,
    r"^(?: \#{1,6} | [-*_=]{3,} | (?:[-*_][\s　]){2,}[-*_] | \|?(?:\s*:?-{2,}:?\s*\|)+\s*(?::?-{2,}:?\s*)? | (?:!\[[^\]]*\]\([^)\s]*\)\s*)+ | (?:<br\s*/?>|</?(?:div|p|center|table|tr|td)\b[^>]*>)+ )$"
);
pattern!(
    /// Marks inside a line: images, line breaks, paired emphasis.
    INSIDE,
    r"!\[[^\]]{0,200}\]\([^)\s]{0,2000}\) | <br\s*/?> | \*\*"
);
/// Lines longer than this many bytes are not searched for marks inside.
const LONGEST: usize = 64 * 1024;

/// Whether a line is nothing but markup.
pub fn is_whole_line(text: &str) -> bool {
    let begins = text.starts_with(['#', '-', '*', '_', '=', '|', '!', '<', ':']);
    begins && text.len() <= LONGEST && WHOLE_LINE.is_match(text)
}

/// A line without the asterisks around the whole of it: `**云汀晚报**` is judged by its words.
pub fn without_emphasis(text: &str) -> &str {
    let bare = text.trim();
    let inner = bare
        .strip_prefix("**")
        .and_then(|rest| rest.strip_suffix("**"));
    inner
        .filter(|inner| !inner.is_empty() && !inner.contains("**"))
        .unwrap_or(text)
}

/// How many bytes the mark of a Markdown heading takes at the beginning of a line, with the blanks behind it.
pub fn heading(text: &str) -> Option<usize> {
    if !text.starts_with('#') || !HEADING.is_match(text) {
        return None;
    }
    let marks = text.trim_start_matches('#').trim_start();
    Some(text.len() - marks.len())
}

/// Whether a line is a row of a table in pipes.
pub fn is_table_row(text: &str) -> bool {
    text.len() > 2 && text.starts_with('|') && text.ends_with('|')
}

/// The marks inside a line that begins at byte `start` of the source.
pub fn inside(text: &str, start: usize) -> Vec<Span> {
    let begins_mark = |byte: u8| matches!(byte, b'*' | b'!' | b'<');
    if text.len() > LONGEST || !text.bytes().any(begins_mark) {
        return Vec::new();
    }
    let found = INSIDE.find_all(text);
    let is_emphasis = |range: &std::ops::Range<usize>| text.get(range.clone()) == Some("**");
    // A lone ** is no pair and so no markup.
    let mut left = found.iter().filter(|range| is_emphasis(range)).count() / 2 * 2;
    let mut marks = Vec::new();
    for range in found {
        if is_emphasis(&range) {
            if left == 0 {
                continue;
            }
            left -= 1;
        }
        marks.push(Span::new(start + range.start, start + range.end));
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_and_text() {
        for line in [
            "---",
            "***",
            "# ",
            "![](a.png)",
            "|---|:--:|",
            "<br>",
            "====",
            "- - -",
        ] {
            assert!(is_whole_line(line.trim()), "{line}");
        }
        for line in [
            "# 标题",
            "- 项目",
            "|甲|乙|",
            "——",
            "-",
            "1. 甲",
            "*注：",
            "<新型>",
        ] {
            assert!(!is_whole_line(line), "{line}");
        }
        assert_eq!(heading("## 标题"), Some(3));
        assert_eq!(heading("#标签"), None);
        assert_eq!(without_emphasis("**晚报**"), "晚报");
        assert_eq!(without_emphasis("**甲**和**乙**"), "**甲**和**乙**");
        assert_eq!(
            inside("甲**乙**丙**", 10),
            [Span::new(13, 15), Span::new(18, 20)]
        );
    }
}
