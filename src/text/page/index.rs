//! 导读: lines like headlines, each with the number of the page on which its article stands.

use super::hints::Hint;
use super::label::Label;
use super::line::Line;
use crate::text::source::Source;

/// Titles of indexes.
const TITLES: [&str; 10] = [
    "导读",
    "今日导读",
    "内容导读",
    "要闻导读",
    "新闻导读",
    "今日看点",
    "本报导读",
    "版面导读",
    "今日要目",
    "精彩导读",
];
/// Most lines of an index.
const LONGEST: usize = 16;

/// Labels the lines of indexes: three or more together with a page number each, or those under the title of one.
pub fn settle_indexes(source: &Source, lines: &[Line], labels: &mut [Label]) {
    let mut start = 0;
    while let Some(line) = lines.get(start) {
        let is_titled = is_title(source.slice(line.span));
        let first = start + usize::from(is_titled);
        let end = block_end(lines, labels, first);
        let is_numbered = |index: &usize| {
            lines.get(*index).is_some_and(|line| {
                line.hints.may_be(Hint::Page) && has_page(source.slice(line.span))
            })
        };
        let numbered = if is_titled {
            (first..end).filter(is_numbered).count()
        } else {
            // Without a title all of them must be.
            (first..end).take_while(is_numbered).count()
        };
        let length = end.saturating_sub(first);
        // Under a title, an entry may take two lines.
        let is_index = is_titled && numbered >= 1 && 2 * numbered >= length
            || numbered >= 3 && numbered == length;
        if is_index {
            labels
                .get_mut(start..end)
                .unwrap_or(&mut [])
                .fill(Label::Index);
        } else if is_titled && let Some(label) = labels.get_mut(start) {
            *label = Label::Index;
        }
        start = end.max(start + 1);
    }
}

fn is_title(text: &str) -> bool {
    text.len() <= 40 && text.contains(['读', '点', '目']) && {
        let is_mark =
            |character: &char| character.is_whitespace() || "【】[]■●◆>＞".contains(*character);
        let bare: String = text
            .chars()
            .filter(|character| !is_mark(character))
            .collect();
        TITLES.contains(&bare.as_str())
    }
}

/// Where the display lines end that stand together from this one on.
fn block_end(lines: &[Line], labels: &[Label], start: usize) -> usize {
    let is_part = |index: usize| {
        let is_open = matches!(
            labels.get(index),
            Some(Label::Text | Label::Index | Label::Folio)
        );
        let is_beside = |line: &Line| line.blank_lines_before == 0 || index == start;
        is_open
            && lines
                .get(index)
                .is_some_and(|line| is_beside(line) && !line.ends_sentence() && line.width <= 70)
    };
    (start..start + LONGEST)
        .find(|index| !is_part(*index))
        .unwrap_or(start + LONGEST)
}

/// Whether a line ends, or begins, with the number of a page beside a text: 秋粮开秤 A03, 6版 图书馆夜场
fn has_page(text: &str) -> bool {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return text.contains("详见");
    }
    let words: Vec<&str> = text
        .split(|character: char| {
            character.is_whitespace() || "·…→▶>＞/｜|（）()【】".contains(character)
        })
        .filter(|word| !word.is_empty())
        .collect();
    let long = words.iter().any(|word| word.chars().count() >= 4);
    let ends = [words.first(), words.last()];
    words.len() >= 2 && long && ends.into_iter().flatten().any(|word| is_page(word))
        || text.contains("详见")
}

/// Whether a word is the number of a page: A03, 6版, 第6版, 见6版.
fn is_page(word: &str) -> bool {
    let word = word.trim_start_matches(['见', '第', '详', '转']);
    let number = word.strip_suffix('版').unwrap_or(word);
    let letter = number.starts_with(|first: char| first.is_ascii_uppercase());
    let digits = number.get(usize::from(letter)..).unwrap_or("");
    (1..=2).contains(&digits.len())
        && digits.bytes().all(|digit| digit.is_ascii_digit())
        && (letter || word.len() > number.len() || digits.starts_with('0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_with_pages() {
        for text in [
            "秋粮收购开秤 A03",
            "图书馆夜场延长……6版",
            "A05 老城区新添口袋公园",
            "秋粮收购开秤（第3版）",
            "周末雨水将至 详见A08版",
        ] {
            assert!(has_page(text), "{text}");
        }
        for text in [
            "秋粮收购开秤",
            "主队 98 客队 95",
            "A03",
            "第3版 综合",
            "全市新增 12",
            "今年投资超过 30",
        ] {
            assert!(!has_page(text), "{text}");
        }
    }
}
