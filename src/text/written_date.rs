//! Dates as people write them in file names and in the cells of tables.

use super::page::date::{self, Date};

/// Years that a written date may have: newspapers in modern Chinese, and a little of what is to come.
const YEARS: std::ops::RangeInclusive<i32> = 1800..=2199;
/// The first and last day number of a spreadsheet that is taken for a date: 1927 to 2119. Smaller numbers are years
/// or counts.
const SERIAL_DAYS: std::ops::RangeInclusive<i64> = 10_000..=80_000;
/// Days from 1 March of the year 0 to 30 December 1899, the day 0 of spreadsheets.
const SERIAL_ZERO: i64 = 693_899;

/// The date with which a text begins, and how many bytes it takes: `2022-07-04`, `2022.7.4`, `2022_07_04`,
/// `2022/07/04`, `2022-07/04`, `20220704`, `2022年7月4日`. `None` for a date that the calendar does not have.
///
/// Digits may follow a date of eight digits; whoever asks must judge what they are.
pub fn date_at(text: &str) -> Option<(Date, usize)> {
    let year = digits(text, 4).filter(|digits| digits.len() == 4)?;
    let rest = text.get(4..)?;
    let (date, length) = compact(year, rest)
        .or_else(|| divided(year, rest))
        .filter(|(date, _)| YEARS.contains(&date.year))?;
    Some((date, 4 + length))
}

/// The day that a cell names and nothing else, but for a time or a weekday behind it. Besides what [`date_at`] knows,
/// Han digits (二〇二二年七月四日) and the day numbers of spreadsheets (44746).
pub fn date_of_cell(cell: &str) -> Option<Date> {
    let folded: String = cell.trim().chars().map(half_width).collect();
    if let Some((date, length)) = date_at(&folded) {
        return folded
            .get(length..)
            .filter(|rest| is_time(rest))
            .map(|_| date);
    }
    if folded
        .chars()
        .all(|character| character.is_ascii_digit() || character == '.')
    {
        return from_serial(&folded);
    }
    in_han_digits(&folded)
}

/// A date all in Han digits: 二〇二二年七月四日. In plain code: the page asks too, and carries no regular expressions.
fn in_han_digits(text: &str) -> Option<Date> {
    let (year, rest) = text.split_once('年')?;
    let (month, rest) = rest.split_once('月')?;
    let day = rest.strip_suffix('日')?;
    if year.chars().count() != 4 {
        return None;
    }
    let year = year
        .chars()
        .try_fold(0, |sum, character| Some(sum * 10 + han_digit(character)?))?;
    Date::new(
        i32::try_from(year).ok()?,
        below_hundred(month)?,
        below_hundred(day)?,
    )
    .filter(|date| YEARS.contains(&date.year))
}

/// A number below a hundred in Han digits: 四, 十, 十二, 二十, 三十一.
fn below_hundred(text: &str) -> Option<u32> {
    let Some((tens, ones)) = text.split_once('十') else {
        return below_ten(text);
    };
    let digit = |text: &str, empty| {
        if text.is_empty() {
            Some(empty)
        } else {
            below_ten(text)
        }
    };
    Some(digit(tens, 1)? * 10 + digit(ones, 0)?)
}

fn below_ten(text: &str) -> Option<u32> {
    let mut characters = text.chars();
    let digit = han_digit(characters.next()?)?;
    characters.next().is_none().then_some(digit)
}

fn han_digit(character: char) -> Option<u32> {
    let digit = match character {
        '〇' | '○' | '零' => return Some(0),
        _ => "一二三四五六七八九"
            .chars()
            .position(|digit| digit == character)?,
    };
    u32::try_from(digit + 1).ok()
}

/// The day that a field of a record gives, such as 见报日期: what [`date_of_cell`] knows, with anything behind it
/// (2022-07-04 A02), or a date in Chinese anywhere in it.
pub fn date_of_field(field: &str) -> Option<Date> {
    date_of_cell(field)
        .or_else(|| {
            let folded: String = field.trim().chars().map(half_width).collect();
            let (date, length) = date_at(&folded)?;
            let behind = folded.get(length..)?.chars().next();
            behind
                .is_none_or(|behind| !behind.is_ascii_digit())
                .then_some(date)
        })
        .or_else(|| date::full(field))
}

/// A full-width letter, digit or mark in its half-width form, the ideographic space as a blank; others as they are.
pub fn half_width(character: char) -> char {
    match character {
        '\u{FF01}'..='\u{FF5E}' => {
            char::from_u32(u32::from(character) - 0xFEE0).unwrap_or(character)
        }
        '\u{3000}' => ' ',
        other => other,
    }
}

/// The ASCII digits with which a text begins, at most so many.
pub(super) fn digits(text: &str, most: usize) -> Option<&str> {
    let count = text
        .bytes()
        .take(most)
        .take_while(u8::is_ascii_digit)
        .count();
    text.get(..count).filter(|digits| !digits.is_empty())
}

fn compact(year: &str, rest: &str) -> Option<(Date, usize)> {
    let both = digits(rest, 4).filter(|digits| digits.len() == 4)?;
    let (month, day) = both.split_at_checked(2)?;
    Some((day_of(year, month, day)?, 4))
}

fn divided(year: &str, rest: &str) -> Option<(Date, usize)> {
    let first = rest.chars().next()?;
    let behind_year = rest.get(first.len_utf8()..)?;
    let month = digits(behind_year, 2)?;
    let behind_month = behind_year.get(month.len()..)?;
    let second = behind_month.chars().next()?;
    let fits = match first {
        '年' => second == '月',
        '-' | '.' | '_' | '/' => matches!(second, '-' | '.' | '_' | '/'),
        _ => false,
    };
    let behind = behind_month.get(second.len_utf8()..)?;
    let day = digits(behind, 2).filter(|_| fits)?;
    let date = day_of(year, month, day)?;
    let rest_of_day = behind.get(day.len()..)?;
    if rest_of_day.starts_with(|character: char| character.is_ascii_digit()) {
        return None;
    }
    let closed = if first == '年' && rest_of_day.starts_with('日') {
        '日'.len_utf8()
    } else {
        0
    };
    Some((date, rest.len() - rest_of_day.len() + closed))
}

fn day_of(year: &str, month: &str, day: &str) -> Option<Date> {
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// Whether what stands behind a date only says it closer: a time, a weekday, nothing.
fn is_time(rest: &str) -> bool {
    let rest = rest.trim();
    let weekday = rest.starts_with("星期") || rest.starts_with('周') || rest.starts_with("(");
    let clock = rest
        .trim_start_matches('T')
        .chars()
        .all(|character| character.is_ascii_digit() || ":.Z+- ".contains(character));
    rest.is_empty() || weekday && rest.chars().count() <= 5 || clock && rest.contains(':')
}

/// The date of a spreadsheet's day number; a time behind the point is left out.
fn from_serial(cell: &str) -> Option<Date> {
    let days: i64 = cell.split('.').next()?.parse().ok()?;
    SERIAL_DAYS
        .contains(&days)
        .then(|| date_of_serial(days))
        .flatten()
}

/// The date of a day number of which 0 is 30 December 1899: right for spreadsheets from 1 March 1900 on. `None` for
/// days before 1 March of the year 0 and for years of more than four digits.
pub fn date_of_serial(days: i64) -> Option<Date> {
    // Years that begin in March: the leap day is the last, so months count evenly.
    let days = days.checked_add(SERIAL_ZERO).filter(|days| *days >= 0)?;
    let era = days / 146_097;
    let day_of_era = days % 146_097;
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let (year, month) = if month < 10 {
        (era * 400 + year_of_era, month + 3)
    } else {
        (era * 400 + year_of_era + 1, month - 9)
    };
    Date::new(
        i32::try_from(year).ok().filter(|year| *year <= 9999)?,
        u32::try_from(month).ok()?,
        u32::try_from(day).ok()?,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_with_dates() {
        let rows = [
            ("2022.7.4 00:00:00", Some("2022-07-04")),
            (" 20220704 ", Some("2022-07-04")),
            ("2022-07-04 A02", Some("2022-07-04")),
            ("2022－07－04", Some("2022-07-04")),
            ("2022年7月4日 第A02版", Some("2022-07-04")),
            ("江城晚报 2022年7月4日", Some("2022-07-04")),
            ("2022-13-04", None),
            ("202207041", None),
            ("22-07-04", None),
            ("昨日", None),
            ("", None),
        ];
        for (field, expected) in rows {
            let found = date_of_field(field).map(Date::iso);
            assert_eq!(found.as_deref(), expected, "{field:?}");
        }
    }

    #[test]
    fn cells_with_dates() {
        let rows = [
            ("2022-07-04", Some("2022-07-04")),
            ("2022/7/4", Some("2022-07-04")),
            ("2022.7.14", Some("2022-07-14")),
            ("20220704", Some("2022-07-04")),
            ("２０２２年７月４日", Some("2022-07-04")),
            ("2022年7月4日 星期一", Some("2022-07-04")),
            ("二〇二二年七月四日", Some("2022-07-04")),
            ("2022/7/4 0:00:00", Some("2022-07-04")),
            ("2022-07-04T08:30:00Z", Some("2022-07-04")),
            ("44746", Some("2022-07-04")),
            ("44746.5", Some("2022-07-04")),
            ("10000", Some("1927-05-18")),
            ("60000", Some("2064-04-08")),
            ("36585", Some("2000-02-29")),
            ("36586", Some("2000-03-01")),
            ("2022-02-30", None),
            ("2022-07-041", None),
            ("2022年7月4日起", None),
            ("7月4日", None),
            ("2022", None),
            ("要闻", None),
            ("", None),
        ];
        for (cell, expected) in rows {
            assert_eq!(
                date_of_cell(cell).map(Date::iso).as_deref(),
                expected,
                "{cell}"
            );
        }
    }
}
