//! Labels of a database export's fields: how they are set, and where they stand on a line.

use crate::text::page::character::is_space;
use crate::text::source::{Source, Span, is_blank};
use crate::text::table::Column;

/// Longest label with its brackets, in bytes.
const LONGEST_LABEL: usize = 48;
/// Brackets around labels.
const BRACKETS: [(char, char); 5] = [
    ('【', '】'),
    ('［', '］'),
    ('〖', '〗'),
    ('<', '>'),
    ('[', ']'),
];
/// Names of further fields, which are set aside.
const OTHERS: [&str; 22] = [
    "字数",
    "关键词",
    "关键字",
    "主题词",
    "摘要",
    "分类",
    "分类号",
    "类别",
    "责任编辑",
    "责编",
    "编辑",
    "专栏",
    "副刊",
    "体裁",
    "语种",
    "文号",
    "编号",
    "数据库",
    "来源库",
    "刊期",
    "网址",
    "链接",
];

/// How labels are set off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// 【标题】, with this opening bracket.
    Bracket(char),
    /// 标题：, also with an English name before the Chinese one: Title-题名:
    Colon,
}

/// A label and the value behind it on its line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Labelled {
    /// What the field holds; `None` where it is not known.
    pub column: Option<Column>,
    /// Where the label stands.
    pub label: Span,
    /// What stands behind it, blanks included.
    pub value: Span,
}

/// Which labels count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// Those with names that are known.
    Only,
    /// Any that are set as labels are.
    OrNot,
}

/// How the labels of a text are set whose first one begins this line.
pub fn style_of(line: &str) -> Option<Style> {
    let line = line.trim_start_matches(is_blank);
    let first = line.chars().next()?;
    if BRACKETS.iter().any(|(open, _)| *open == first) {
        Some(Style::Bracket(first))
    } else {
        head(line).contains([':', '：']).then_some(Style::Colon)
    }
}

fn head(line: &str) -> &str {
    line.get(..line.floor_char_boundary(LONGEST_LABEL))
        .unwrap_or("")
}

/// The labels on a line that begins with one, each with what stands behind it up to the next.
pub fn labels(source: &Source, line: Span, style: Style, known: Known) -> Vec<Labelled> {
    let text = source.slice(line);
    let mut labels: Vec<Labelled> = Vec::new();
    let mut at = text.len() - text.trim_start_matches(is_blank).len();
    while let Some(rest) = text.get(at..) {
        let known = if labels.is_empty() {
            known
        } else {
            Known::Only
        };
        let Some((bytes, column)) =
            label(rest, style).filter(|(_, column)| known == Known::OrNot || column.is_some())
        else {
            break;
        };
        let start = line.start as usize + at;
        let behind = rest.get(bytes..).unwrap_or("");
        let value = next_label(behind, style).unwrap_or(behind.len());
        labels.push(Labelled {
            column: column.flatten(),
            label: Span::new(start, start + bytes),
            value: Span::new(start + bytes, start + bytes + value),
        });
        at += bytes + value;
        if value == behind.len() {
            break;
        }
    }
    labels
}

/// Where the next label on the line begins: one with a known name, behind a blank where labels have no brackets.
fn next_label(text: &str, style: Style) -> Option<usize> {
    let is_known = |place: usize| {
        text.get(place..)
            .is_some_and(|rest| matches!(label(rest, style), Some((_, Some(_)))))
    };
    match style {
        Style::Bracket(open) => text
            .match_indices(open)
            .map(|(place, _)| place)
            .find(|&place| is_known(place)),
        Style::Colon => text
            .match_indices(is_space)
            .map(|(place, blank)| place + blank.len())
            .find(|&place| is_known(place)),
    }
}

/// A label at the beginning of a text: how many bytes it takes with its brackets or colon, and for a name that is
/// known the column, which some names do not have.
fn label(text: &str, style: Style) -> Option<(usize, Option<Option<Column>>)> {
    let head = head(text);
    let bytes = match style {
        Style::Bracket(open) => {
            let (_, close) = BRACKETS.iter().find(|(bracket, _)| *bracket == open)?;
            let end = head.strip_prefix(open)?.find(*close)?;
            open.len_utf8() + end + close.len_utf8()
        }
        Style::Colon => {
            let (place, colon) = head.match_indices([':', '：']).next()?;
            place + colon.len()
        }
    };
    let name = name(head.get(..bytes)?);
    let is_short = (1..=8).contains(&name.chars().count());
    let known = match Column::named(name) {
        Some(Column::FileName) => None,
        Some(column) => Some(Some(column)),
        None if OTHERS.contains(&name) => Some(None),
        None => None,
    };
    let may_be_label = known.is_some() || is_short && name.chars().all(char::is_alphanumeric);
    // A bracket may have a colon behind it.
    let colon = text.get(bytes..).filter(|_| style != Style::Colon);
    let colon = colon.map_or(0, |rest| {
        rest.len() - rest.trim_start_matches([':', '：']).len()
    });
    may_be_label.then_some((bytes + colon, known))
}

/// The name in a label, without brackets, blanks and colon, and without the English name before the Chinese one.
pub fn name(label: &str) -> &str {
    let is_frame = |character: char| {
        is_blank(character)
            || matches!(character, ':' | '：')
            || BRACKETS
                .iter()
                .any(|(open, close)| character == *open || character == *close)
    };
    let name = label.trim_matches(is_frame);
    match name.rsplit_once('-') {
        Some((english, chinese)) if english.is_ascii() && !chinese.is_ascii() => chinese,
        _ => name,
    }
}
