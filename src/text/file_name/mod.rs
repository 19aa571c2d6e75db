//! What the name of a file says of the page in it: `江南晚报/2022-07-04/A02.txt`.
//!
//! A [`NamePattern`] such as `{报名}/{日期}/{版次}` reads names; [`NamePattern::detect`] finds the pattern of a name.
//! Both look at the name without its extension, and at as many folders before it as the pattern has.

mod detect;
mod page_number;
mod pattern;
mod read;

pub use pattern::{NamePattern, PatternError, Placeholder};

use super::written_date::half_width;

/// The longest name that is looked at, in characters; of a longer one the end.
const MOST_CHARS: usize = 512;

/// A path without its extension, with half-width letters and digits and `/` between folders.
fn folded(path: &str) -> String {
    let characters: Vec<char> = path.chars().map(half_width).collect();
    let from = characters.len().saturating_sub(MOST_CHARS);
    let folded: String = characters
        .iter()
        .skip(from)
        .map(|character| if *character == '\\' { '/' } else { *character })
        .collect();
    without_extension(folded.trim_matches('/'))
        .trim()
        .to_owned()
}

/// A file name without its extension: up to five ASCII letters and digits behind the last point, one of them a letter.
/// `7.3要闻头版` and `2022.7.4` have none.
pub fn without_extension(name: &str) -> &str {
    let is_extension = |extension: &str| {
        (1..=5).contains(&extension.len())
            && extension
                .chars()
                .all(|character| character.is_ascii_alphanumeric())
            && extension
                .chars()
                .any(|character| character.is_ascii_alphabetic())
    };
    match name.rsplit_once('.') {
        Some((stem, extension))
            if !stem.is_empty() && !stem.ends_with('/') && is_extension(extension) =>
        {
            stem
        }
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn extensions() {
        let rows = [
            ("版.txt", "版"),
            ("版", "版"),
            (".txt", ".txt"),
            ("甲/.txt", "甲/.txt"),
            ("7.3要闻头版", "7.3要闻头版"),
            ("2022.7.4", "2022.7.4"),
            ("甲.乙.md", "甲.乙"),
            ("甲.mp4", "甲"),
        ];
        for (name, expected) in rows {
            assert_eq!(without_extension(name), expected, "{name}");
        }
    }
}
