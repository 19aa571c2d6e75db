//! Dates in words, and their full form where page or publication date leave no doubt.

use super::model::{ArticleDate, DateKind, DateSource};
use super::pattern::{group, pattern};

pattern!(
    /// A date with its year: 2022年7月4日, 二〇二二年七月四日.
    FULL,
    r"((?:[0-9]|[０-９]|[〇○零一二三四五六七八九]){4})\s*年\s*([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})\s*月\s*",
    r"([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})\s*日"
);
pattern!(
    /// A date without its year, a bare day, or a day told from today.
    SHORT,
    r"(?:([0-9]{1,2})月)?([0-9]{1,2})日|昨日|昨天|昨晚|今日|今天|前日|前天|明日|明天"
);

/// A calendar date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// Year, 1 to 9999.
    pub year: i32,
    /// Month, 1 to 12.
    pub month: u32,
    /// Day, 1 to 31.
    pub day: u32,
}

impl Date {
    /// The date, where the calendar has it.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        let valid = (1..=9999).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_in(year, month)).contains(&day);
        valid.then_some(Self { year, month, day })
    }

    /// `YYYY-MM-DD`.
    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// The date of `YYYY-MM-DD`.
    pub fn from_iso(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    /// The date so many days away, up to a few.
    fn shifted(self, days: i32) -> Option<Self> {
        match days {
            0 => Some(self),
            1.. if self.day < days_in(self.year, self.month) => {
                Self::new(self.year, self.month, self.day + 1)?.shifted(days - 1)
            }
            1.. if self.month < 12 => Self::new(self.year, self.month + 1, 1)?.shifted(days - 1),
            1.. => Self::new(self.year + 1, 1, 1)?.shifted(days - 1),
            _ if self.day > 1 => Self::new(self.year, self.month, self.day - 1)?.shifted(days + 1),
            _ if self.month > 1 => {
                let month = self.month - 1;
                Self::new(self.year, month, days_in(self.year, month))?.shifted(days + 1)
            }
            _ => Self::new(self.year - 1, 12, 31)?.shifted(days + 1),
        }
    }
}

fn days_in(year: i32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

/// A number in European, full-width or Han digits, up to 四千 in the way that dates are written.
fn number(text: &str) -> Option<i32> {
    let mut value = 0;
    for character in text.chars() {
        let code = u32::from(character);
        let digit = match character {
            '0'..='9' => code - 0x30,
            '０'..='９' => code - 0xFF10,
            '十' => {
                value = if value == 0 { 10 } else { value * 10 };
                continue;
            }
            _ => u32::try_from(
                "〇一二三四五六七八九"
                    .chars()
                    .position(|han| han == character)
                    .unwrap_or(0),
            )
            .ok()?,
        };
        let digit = i32::try_from(digit).ok()?;
        let is_behind_ten = text.contains('十') && value % 10 == 0 && value > 0;
        value = if is_behind_ten {
            value + digit
        } else {
            value * 10 + digit
        };
    }
    Some(value)
}

/// The first date in a text that names year, month and day.
pub fn full(text: &str) -> Option<Date> {
    let captures = FULL.captures(text)?;
    let part = |place| number(group(&captures, place));
    Date::new(
        part(1)?,
        u32::try_from(part(2)?).ok()?,
        u32::try_from(part(3)?).ok()?,
    )
}

/// Whether a text is a full date and nothing else.
pub fn is_only_date(text: &str) -> bool {
    text.trim().ends_with('日')
        && FULL
            .find(text.trim())
            .is_some_and(|found| found == (0..text.trim().len()))
}

/// What dates without a year are resolved from.
#[derive(Debug, Clone, Copy, Default)]
pub struct Calendar {
    /// The publication date.
    pub published: Option<Date>,
    /// The only full date that a sign-off on the page gives.
    pub on_page: Option<Date>,
}

/// The event's date in the beginning of an article.
pub fn event(text: &str, calendar: Calendar) -> Option<ArticleDate> {
    if let Some(found) = FULL.find(text)
        && SHORT
            .find(text)
            .is_none_or(|short| found.start <= short.start)
    {
        let printed = text.get(found)?;
        let iso = full(printed).map(|date| (date.iso(), DateSource::Text));
        return Some(ArticleDate {
            text: printed.to_owned(),
            iso,
            kind: DateKind::Event,
        });
    }
    let captures = SHORT.captures(text)?;
    let printed = captures.get(0)?.as_str();
    Some(ArticleDate {
        text: printed.to_owned(),
        iso: resolve(printed, group(&captures, 1), group(&captures, 2), calendar),
        kind: DateKind::Event,
    })
}

/// A sign-off's date.
pub fn sign_off(text: &str) -> Option<ArticleDate> {
    let printed = text.get(FULL.find(text)?)?;
    Some(ArticleDate {
        text: printed.to_owned(),
        iso: full(printed).map(|date| (date.iso(), DateSource::Text)),
        kind: DateKind::SignOff,
    })
}

fn resolve(
    printed: &str,
    month: &str,
    day: &str,
    calendar: Calendar,
) -> Option<(String, DateSource)> {
    let months_and_days = number(month).zip(number(day));
    if month.is_empty() || day.is_empty() {
        let days = match printed.chars().next()? {
            '昨' => -1,
            '前' => -2,
            '今' => 0,
            '明' => 1,
            _ => return None,
        };
        let date = calendar.published?.shifted(days)?;
        return Some((date.iso(), DateSource::Published));
    }
    let (month, day) = months_and_days?;
    let near = |anchor: Date, source| {
        let date = year_near(anchor, u32::try_from(month).ok()?, u32::try_from(day).ok()?)?;
        Some((date.iso(), source))
    };
    match (calendar.published, calendar.on_page) {
        (Some(published), _) => near(published, DateSource::Published),
        (None, Some(on_page)) => near(on_page, DateSource::Page),
        (None, None) => None,
    }
}

/// The date within about two months of the anchor; `None` where the nearest is further away, which leaves doubt.
fn year_near(anchor: Date, month: u32, day: u32) -> Option<Date> {
    (anchor.year - 1..=anchor.year + 1)
        .filter_map(|year| Date::new(year, month, day))
        .find(|date| months(*date).abs_diff(months(anchor)) <= 2)
}

fn months(date: Date) -> i32 {
    date.year * 12 + i32::try_from(date.month).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_dates() {
        let rows = [
            ("2022年7月4日", Some("2022-07-04")),
            ("二〇二二年七月三日", Some("2022-07-03")),
            ("二〇二二年十二月三十一日", Some("2022-12-31")),
            ("二〇二二年十月二十日", Some("2022-10-20")),
            ("2022年2月30日", None),
            ("7月4日", None),
        ];
        for (text, iso) in rows {
            assert_eq!(full(text).map(Date::iso).as_deref(), iso, "{text}");
        }
    }

    #[test]
    fn dates_are_resolved_only_without_doubt() {
        let published = Calendar {
            published: Date::new(2022, 1, 1),
            on_page: None,
        };
        let on_page = Calendar {
            published: None,
            on_page: Date::new(2020, 2, 3),
        };
        let rows = [
            ("昨日，", published, "昨日", Some("2021-12-31")),
            ("12月31日晚", published, "12月31日", Some("2021-12-31")),
            ("2月2日上午", on_page, "2月2日", Some("2020-02-02")),
            ("7月2日上午", on_page, "7月2日", None),
            ("昨日，", on_page, "昨日", None),
            (
                "2019年5月1日，",
                on_page,
                "2019年5月1日",
                Some("2019-05-01"),
            ),
        ];
        for (text, calendar, printed, iso) in rows {
            let date = event(text, calendar).unwrap_or_else(|| unreachable!("no date in {text}"));
            assert_eq!(date.text, printed);
            assert_eq!(
                date.iso.as_ref().map(|(iso, _)| iso.as_str()),
                iso,
                "{text}"
            );
        }
    }
}
