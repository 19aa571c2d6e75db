//! Reading a name by a pattern: every way to divide it is tried, none twice.

use super::folded;
use super::page_number::page_number_at;
use super::pattern::{NamePattern, Piece, Placeholder};
#[cfg(test)]
use crate::text::page::model::Field;
use crate::text::page::model::Stated;
use crate::text::written_date::date_at;

impl NamePattern {
    /// What a file's name says, in the order of the pattern: dates as `YYYY-MM-DD`, page numbers without 第 and 版, texts
    /// without blanks around them. The path may be longer than the pattern: then the pattern is for its end, from a folder's
    /// name on. `None` where the name does not fit.
    pub fn read(&self, path: &str) -> Option<Vec<Stated>> {
        let path = folded(path);
        let starts = std::iter::once(0).chain(path.match_indices('/').map(|(place, _)| place + 1));
        let mut starts: Vec<usize> = starts.collect();
        starts.reverse();
        starts.into_iter().find_map(|start| {
            let name = path.get(start..)?.trim_start();
            let mut matching = Matching {
                pieces: &self.pieces,
                name,
                dead: vec![false; (self.pieces.len() + 1) * (name.len() + 1)],
                found: Vec::new(),
            };
            let fits = matching.fits(0, 0);
            fits.then_some(matching.found)
        })
    }
}

struct Matching<'m> {
    pieces: &'m [Piece],
    name: &'m str,
    /// Pairs of piece and place from which the rest is known not to fit: so the time stays in proportion to both.
    dead: Vec<bool>,
    found: Vec<Stated>,
}

impl Matching<'_> {
    /// Whether the pieces from one on fit the name from a byte on. What the placeholders took stands in `found`.
    fn fits(&mut self, piece: usize, place: usize) -> bool {
        let state = piece * (self.name.len() + 1) + place;
        if self.dead.get(state).copied().unwrap_or(true) {
            return false;
        }
        let fits = match self.pieces.get(piece) {
            None => place == self.name.len(),
            Some(Piece::Literal(literal)) => {
                let rest = self.name.get(place..).unwrap_or("");
                rest.starts_with(literal.as_str()) && self.fits(piece + 1, place + literal.len())
            }
            Some(Piece::Placeholder(placeholder)) => self.takes(*placeholder, piece, place),
        };
        if !fits && let Some(dead) = self.dead.get_mut(state) {
            *dead = true;
        }
        fits
    }

    fn takes(&mut self, placeholder: Placeholder, piece: usize, place: usize) -> bool {
        let rest = self.name.get(place..).unwrap_or("");
        let candidates = match placeholder {
            Placeholder::Date => date_at(rest)
                .map(|(date, length)| (date.iso(), length))
                .into_iter()
                .collect(),
            Placeholder::PageNumber => page_number_at(rest)
                .map(|page| (page.value, page.length))
                .into_iter()
                .collect(),
            Placeholder::Any => texts(rest, true),
            Placeholder::Newspaper | Placeholder::Section | Placeholder::Place => {
                texts(rest, false)
            }
        };
        let kept = self.found.len();
        for (value, length) in candidates {
            if let Some(field) = placeholder.field() {
                self.found.push(Stated { field, value });
            }
            if self.fits(piece + 1, place + length) {
                return true;
            }
            self.found.truncate(kept);
        }
        false
    }
}

/// Every text with which a name begins, up to the end of the folder's or file's name, the shortest first.
fn texts(rest: &str, may_be_empty: bool) -> Vec<(String, usize)> {
    let name = rest.split('/').next().unwrap_or("");
    let ends = name.char_indices().map(|(place, _)| place);
    ends.chain(std::iter::once(name.len()))
        .filter_map(|end| Some((name.get(..end)?.trim().to_owned(), end)))
        .filter(|(text, _)| may_be_empty || !text.is_empty())
        .collect()
}

/// The value of a field among those that a name states.
#[cfg(test)]
pub(super) fn value(stated: &[Stated], field: Field) -> &str {
    let found = stated.iter().find(|stated| stated.field == field);
    found.map_or("", |stated| stated.value.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIELDS: [Field; 5] = [
        Field::Newspaper,
        Field::Published,
        Field::PageNumber,
        Field::Section,
        Field::Place,
    ];

    #[test]
    fn names_are_read_by_patterns() {
        let rows: [(&str, &str, Option<[&str; 5]>); 12] = [
            (
                "{报名}/{日期}/{版次}",
                "江南晚报/2022-07-04/A02.txt",
                Some(["江南晚报", "2022-07-04", "A02", "", ""]),
            ),
            (
                "{报名}/{日期}/{版次}",
                "我的报纸/江南晚报/2022/07/04/a02.txt",
                Some(["江南晚报", "2022-07-04", "A02", "", ""]),
            ),
            (
                "{报名}_{日期}_{版次}_{版名}",
                "江南晚报_20220704_A02_要闻.txt",
                Some(["江南晚报", "2022-07-04", "A02", "要闻", ""]),
            ),
            (
                "{日期}{版次}",
                "20220704A02",
                Some(["", "2022-07-04", "A02", "", ""]),
            ),
            (
                "{日期}{版次}",
                "2022070402",
                Some(["", "2022-07-04", "02", "", ""]),
            ),
            (
                "{日期} {版次}",
                "2022年7月4日 第3版.md",
                Some(["", "2022-07-04", "3", "", ""]),
            ),
            (
                "{略}{日期}{略}",
                "扫描 2022.7.4 终稿.txt",
                Some(["", "2022-07-04", "", "", ""]),
            ),
            (
                "{报名}（{所在地}）{日期}",
                "江南晚报（无锡）20220704",
                Some(["江南晚报", "2022-07-04", "", "", "无锡"]),
            ),
            (
                "{报名}_{日期}",
                "江南_晚报_20220704",
                Some(["江南_晚报", "2022-07-04", "", "", ""]),
            ),
            (
                "{日期}",
                "A02/2022-07-04.txt",
                Some(["", "2022-07-04", "", "", ""]),
            ),
            ("{日期}", "2022-07-04终稿.txt", None),
            ("{报名}/{日期}", "2022-07-04.txt", None),
        ];
        for (pattern, name, expected) in rows {
            let read = NamePattern::parse(pattern)
                .ok()
                .and_then(|pattern| pattern.read(name));
            let values = read
                .as_ref()
                .map(|read| FIELDS.map(|field| value(read, field)));
            assert_eq!(values, expected, "{name} by {pattern}");
        }
    }

    #[test]
    fn a_long_hostile_name_is_given_up_soon() {
        let pattern = NamePattern::parse("{略}a{报名}a{版名}a{所在地}b{日期}").ok();
        let name = "a".repeat(10_000);
        assert_eq!(pattern.and_then(|pattern| pattern.read(&name)), None);
    }
}
