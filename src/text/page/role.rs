//! 引题, 主标题, 副题: which part each line of a headline plays.

use super::character::{half_cells, is_space};
use super::model::HeadlineRole;
use super::pattern::pattern;
use super::print::Spacing;
use crate::text::source::{Source, Span};

pattern!(
    /// Words with which a kicker ends.
    ANNOUNCES,
    r"(?:强调|指出|要求|表示|提出|部署|获悉|认为)[\s　:：——]*$"
);
pattern!(
    /// Words of an event: a kicker and a sub-headline say who did what, a main headline says what it means.
    EVENT,
    r"主持召开|召开|主持|检查|调研|会见|出席|视察|考察|赴|举行|强调|指出|要求|连线|调度|慰问|走访|开幕|闭幕|出征|启动|会议|座谈"
);

/// One headline with its part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub role: HeadlineRole,
    /// How it is printed.
    pub spacing: Spacing,
}

/// The parts of a headline of these lines, which are in reading order; `lead` is the beginning of the article.
pub fn assign(source: &Source, lines: &[(Span, Spacing)], lead: &str) -> Vec<Part> {
    let mut lines = lines.to_vec();
    if let [(only, _)] = lines.as_slice()
        && let Some((first, second)) = split_line(source, *only, lead)
    {
        lines = vec![(first, Spacing::Kept), (second, Spacing::Kept)];
    }
    let eventful: Vec<u32> = lines
        .iter()
        .map(|(span, _)| eventfulness(source.slice(*span), lead))
        .collect();
    let main = main_line(source, &lines, &eventful);
    lines
        .iter()
        .enumerate()
        .map(|(place, &(span, spacing))| Part {
            span,
            role: match place.cmp(&main) {
                std::cmp::Ordering::Less => HeadlineRole::Kicker,
                std::cmp::Ordering::Equal => HeadlineRole::Main,
                std::cmp::Ordering::Greater => HeadlineRole::Sub,
            },
            spacing,
        })
        .collect()
}

/// Whether a line announces the next one: 某某在会上强调.
pub fn announces(line: &str) -> bool {
    ANNOUNCES.is_match(line)
}

/// The number of the line that is the main headline.
fn main_line(source: &Source, lines: &[(Span, Spacing)], eventful: &[u32]) -> usize {
    let announces = lines
        .first()
        .is_some_and(|(span, _)| announces(source.slice(*span)));
    match (eventful, announces) {
        ([] | [_], _) => 0,
        (_, true) => 1,
        ([first, second, ..], false) => usize::from(first > second),
    }
}

/// How much a line tells of an event, in percent: by its words, and by what it shares with the article's lead.
fn eventfulness(line: &str, lead: &str) -> u32 {
    let characters: Vec<char> = line
        .chars()
        .filter(|character| character.is_alphanumeric())
        .take(80)
        .collect();
    let pairs = characters.windows(2);
    let shared = pairs
        .clone()
        .filter(|pair| lead.contains(&pair.iter().collect::<String>()))
        .count();
    let share = 100 * shared / pairs.len().max(1);
    let words = EVENT.find_all(line).len().min(3);
    u32::try_from(share / 2 + 25 * words).unwrap_or(0)
}

/// Splits a line that holds kicker and main headline, at the space between them. Clauses of one length are one
/// headline.
fn split_line(source: &Source, line: Span, lead: &str) -> Option<(Span, Span)> {
    let text = source.slice(line);
    let space = text.find(is_space)?;
    let (first, rest) = text.split_at(space);
    let second = rest.trim_start();
    let (left, right) = (
        width(first),
        width(second.split(is_space).next().unwrap_or("")),
    );
    let is_parallel = left.abs_diff(right) <= 1;
    let is_long = left >= 16 && right >= 10;
    let is_kicker = eventfulness(first, lead) > eventfulness(second, lead) || announces(first);
    (is_long && !is_parallel && is_kicker).then(|| {
        let start = line.start as usize;
        let middle = start + text.len() - second.len();
        (
            Span::new(start, start + space),
            Span::new(middle, line.end as usize),
        )
    })
}

fn width(text: &str) -> u32 {
    text.chars().map(half_cells).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use HeadlineRole::{Kicker, Main, Sub};

    #[test]
    fn roles_of_headlines() {
        let lead = "本报讯 昨日，市长陆小满主持召开防汛会议，检查圩堤。";
        let rows: [(&str, &[HeadlineRole]); 6] = [
            ("守住圩堤 护好家园", &[Main]),
            ("陆小满主持召开防汛会议\n守住每一寸圩堤", &[Kicker, Main]),
            ("守住每一寸圩堤\n陆小满主持召开防汛会议", &[Main, Sub]),
            (
                "何青在会上强调\n守住每一寸圩堤\n市长陆小满主持会议",
                &[Kicker, Main, Sub],
            ),
            (
                "陆小满主持召开全市防汛会议 守住每一寸圩堤让百姓安心",
                &[Kicker, Main],
            ),
            ("江水上涨", &[Main]),
        ];
        for (text, expected) in rows {
            let source = Source::new(text.to_owned());
            let lines: Vec<_> = (0..source.line_count())
                .map(|line| (source.line(line), Spacing::Kept))
                .collect();
            let roles: Vec<_> = assign(&source, &lines, lead)
                .iter()
                .map(|part| part.role)
                .collect();
            assert_eq!(roles, expected, "{text}");
        }
    }
}
