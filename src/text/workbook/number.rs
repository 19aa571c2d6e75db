//! Numbers as a table prints them: plainly, without exponents, and days as dates.

use super::super::page::date::Date;
use super::super::written_date::date_of_serial;
use super::formats::Format;

/// From when a workbook counts its days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum System {
    /// Day 1 is 1 January 1900, and 1900 has a 29 February: the mistake of an early program that all have kept.
    #[default]
    From1900,
    /// Day 0 is 1 January 1904.
    From1904,
}

/// Seconds of a day.
const DAY: i64 = 86_400;
/// How many days the day 0 of 1904 is behind the day 0 of 1900.
const DAYS_TO_1904: i64 = 1_462;
/// The day of 1900 that was none.
const FALSE_DAY: i64 = 60;
/// The greatest number that can be a day: 31 December 9999.
const LAST_DAY: f64 = 2_958_466.0;
/// Days from which on a time is that of a day and no span of time.
const LONGEST_SPAN: f64 = 366.0;
/// Numbers over this are printed as they are written: they would be rows of zeros.
const LARGEST_PLAIN: f64 = 1e21;
/// The most digits of a format that are padded with zeros.
const MOST_DIGITS: usize = 32;

/// A number as it prints; what is no number stays as it is written.
pub fn printed(written: &str, format: Format, system: System) -> String {
    let written = written.trim();
    let Some(value) = written.parse().ok().filter(|value: &f64| value.is_finite()) else {
        return written.to_owned();
    };
    let special = match format {
        Format::Plain => None,
        Format::Day => day(value, system),
        // A day of which the time alone is shown: the day is not lost.
        Format::Time if value >= LONGEST_SPAN => day(value, system),
        Format::Time => time(value),
        Format::Digits(digits) => padded(value, digits),
    };
    special.unwrap_or_else(|| plain(written, value))
}

/// Programs write 17 digits of which the last are noise (0.1 as 0.10000000000000001): 15 are printed, as they print.
fn plain(written: &str, value: f64) -> String {
    let digits = written.strip_prefix('-').unwrap_or(written);
    let is_integer = digits.bytes().all(|byte| byte.is_ascii_digit());
    if is_integer || value.abs() >= LARGEST_PLAIN {
        return written.to_owned();
    }
    let rounded = format!("{value:.14e}").parse().unwrap_or(value);
    // Minus nothing is nothing.
    (rounded + 0.0).to_string()
}

fn padded(value: f64, digits: usize) -> Option<String> {
    let is_integer = value.fract() == 0.0 && (0.0..LARGEST_PLAIN).contains(&value);
    let width = digits.min(MOST_DIGITS);
    is_integer.then(|| format!("{value:0width$}"))
}

/// `2022-07-04`, and ` 08:30:00` behind it where the day has a time.
fn day(value: f64, system: System) -> Option<String> {
    let seconds = seconds(value)?;
    let (days, rest) = (seconds / DAY, seconds % DAY);
    if days == 0 && system == System::From1900 {
        return Some(clock(rest));
    }
    let date = date(days, system)?.iso();
    Some(if rest == 0 {
        date
    } else {
        format!("{date} {}", clock(rest))
    })
}

fn time(value: f64) -> Option<String> {
    seconds(value).map(clock)
}

/// A span of days in whole seconds; `None` for one that is no day of the calendar.
fn seconds(value: f64) -> Option<i64> {
    // The conversion is exact: it is far from the limits of the type.
    (0.0..LAST_DAY)
        .contains(&value)
        .then(|| (value * DAY as f64).round() as i64)
}

fn clock(seconds: i64) -> String {
    format!(
        "{:02}:{:02}:{:02}",
        seconds / 3600,
        seconds / 60 % 60,
        seconds % 60
    )
}

fn date(days: i64, system: System) -> Option<Date> {
    match system {
        System::From1904 => date_of_serial(days + DAYS_TO_1904),
        System::From1900 if days == FALSE_DAY => None,
        System::From1900 if days < FALSE_DAY => date_of_serial(days + 1),
        System::From1900 => date_of_serial(days),
    }
}
