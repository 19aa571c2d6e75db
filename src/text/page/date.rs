//! Dates in words, and their full form where page or publication date leave no doubt.

pub use super::calendar::Date;
use super::model::{ArticleDate, DateKind, DateSource};
use super::pattern::{group, pattern};

pattern!(
    /// A date with its year: 2022年7月4日, 二〇二二年七月四日.
    FULL,
    r"((?:[0-9]|[０-９]|[〇○零一二三四五六七八九]){4})\s*年\s*([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})\s*月\s*",
    r"([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})\s*日"
);
pattern!(
    /// A date in digits with its year, as folio lines and sign-offs have it: 2022.7.4, 2022-07-04
    DIGITS,
    r"((?:19|20)[0-9]{2})[-./]([0-9]{1,2})[-./]([0-9]{1,2})(?:$|[^0-9])"
);
pattern!(
    /// A date without its year, a range of days, or a day told from today or from a week.
    SHORT,
    r"(?:(?P<year>去年|今年|明年|[0-9]{2}年))?(?:(?P<month>[0-9]{1,2}|十?[一二三四五六七八九十])月)(?P<day>[0-9]{1,2}|[一二三四五六七八九十]{1,3})日(?:[至到—–~～-](?:[0-9]{1,2}月)?[0-9]{1,2}日)?",
    r"|(?P<bare>[0-9]{1,2})日(?:[至到—–~～-](?:[0-9]{1,2}月)?[0-9]{1,2}日)?",
    r"|(?P<told>昨[（(][0-9]{1,2}(?:日)?[）)]日?|昨日|昨天|昨晚|昨夜|昨晨|今日|今天|今晨|今早|今晚|前日|前天|前晚|明日|明天|明晚|后天)",
    r"|(?P<week>[上本这下](?:周|个?星期))(?P<weekday>[一二三四五六日天])"
);
/// Words for a time that is no certain day; a date behind them says more.
const VAGUE: [&str; 8] = [
    "近日",
    "日前",
    "当晚",
    "当日",
    "当天",
    "连日来",
    "近期",
    "前不久",
];

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
    let captures = FULL.captures(text).or_else(|| DIGITS.captures(text))?;
    let part = |place| number(group(&captures, place));
    Date::new(
        part(1)?,
        u32::try_from(part(2)?).ok()?,
        u32::try_from(part(3)?).ok()?,
    )
}

/// Whether a text is a full date and nothing else.
pub fn is_only_date(text: &str) -> bool {
    let text = text.trim();
    let is_whole =
        |found: Option<std::ops::Range<usize>>| found.is_some_and(|found| found == (0..text.len()));
    text.ends_with('日') && is_whole(FULL.find(text))
        || text.len() <= 10 && text.starts_with(['1', '2']) && is_whole(DIGITS.find(text))
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
    let of = |printed: &str, iso| {
        Some(ArticleDate {
            text: printed.to_owned(),
            iso,
            kind: DateKind::Event,
        })
    };
    let short = SHORT.captures(text);
    let start = short
        .as_ref()
        .and_then(|short| short.get(0))
        .map(|short| short.start());
    if let Some(found) = FULL.find(text)
        && start.is_none_or(|start| found.start <= start)
    {
        let printed = text.get(found)?;
        let iso = full(printed).map(|date| (date.iso(), DateSource::Text));
        return of(printed, iso);
    }
    if let Some(captures) = short {
        let iso = resolve(&captures, calendar);
        return of(captures.get(0)?.as_str(), iso);
    }
    let vague = VAGUE
        .iter()
        .filter_map(|word| Some((text.find(word)?, *word)));
    of(vague.min()?.1, None)
}

/// A sign-off's date.
pub fn sign_off(text: &str) -> Option<ArticleDate> {
    let printed = match FULL.find(text) {
        Some(found) => text.get(found)?,
        None if is_only_date(text) => text.trim(),
        None => return None,
    };
    Some(ArticleDate {
        text: printed.to_owned(),
        iso: full(printed).map(|date| (date.iso(), DateSource::Text)),
        kind: DateKind::SignOff,
    })
}

/// The full date, where the page or the publication date leaves no doubt; of a range its first day.
fn resolve(captures: &regex::Captures<'_>, calendar: Calendar) -> Option<(String, DateSource)> {
    let part = |name| captures.name(name).map_or("", |found| found.as_str());
    let published = |date: Option<Date>| Some((date?.iso(), DateSource::Published));
    if !part("told").is_empty() {
        return published(told(part("told"), calendar.published?));
    }
    if !part("week").is_empty() {
        return published(in_week(part("week"), part("weekday"), calendar.published?));
    }
    if !part("bare").is_empty() {
        return published(recent_day(part("bare"), calendar.published?));
    }
    let (month, day) = (part("month"), part("day"));
    let (month, day) = (
        u32::try_from(number(month)?).ok()?,
        u32::try_from(number(day)?).ok()?,
    );
    match (part("year"), calendar.published, calendar.on_page) {
        ("", Some(anchor), _) => published(year_near(anchor, month, day)),
        ("", None, Some(anchor)) => Some((year_near(anchor, month, day)?.iso(), DateSource::Page)),
        (_, None, _) => None,
        ("去年", Some(anchor), _) => published(Date::new(anchor.year - 1, month, day)),
        ("今年", Some(anchor), _) => published(Date::new(anchor.year, month, day)),
        ("明年", Some(anchor), _) => published(Date::new(anchor.year + 1, month, day)),
        // 22年7月4日: in the century of the newspaper.
        (short, Some(anchor), _) => {
            let year = number(short.trim_end_matches('年'))? + anchor.year / 100 * 100;
            published(Date::new(year, month, day))
        }
    }
}

/// The day that is told from the day of publication: 昨日, 昨（3）日.
fn told(word: &str, published: Date) -> Option<Date> {
    let days = match word.chars().next()? {
        '昨' => -1,
        '前' => -2,
        '今' => 0,
        '明' => 1,
        '后' => 2,
        _ => return None,
    };
    let date = published.shifted(days)?;
    let digits: String = word.chars().filter(char::is_ascii_digit).collect();
    // A day that is named too must be the same.
    (digits.is_empty() || digits.parse() == Ok(date.day)).then_some(date)
}

/// The day of a week that is told from the week of publication; weeks begin on Monday.
fn in_week(week: &str, weekday: &str, published: Date) -> Option<Date> {
    let weeks = match week.chars().next()? {
        '上' => -1,
        '下' => 1,
        _ => 0,
    };
    let day = "一二三四五六日"
        .chars()
        .position(|day| weekday.starts_with(day))
        .unwrap_or(6);
    published.shifted(7 * weeks - published.weekday() + i32::try_from(day).ok()?)
}

/// The last day of this number, where it is today or one of the three days before: 新华社北京3日电.
fn recent_day(day: &str, published: Date) -> Option<Date> {
    let day = u32::try_from(number(day)?).ok()?;
    (0..=3)
        .filter_map(|days| published.shifted(-days))
        .find(|date| date.day == day)
}

/// The date within about two months of the anchor; `None` where the nearest is further away, which leaves doubt.
fn year_near(anchor: Date, month: u32, day: u32) -> Option<Date> {
    (anchor.year - 1..=anchor.year + 1)
        .filter_map(|year| Date::new(year, month, day))
        .find(|date| date.months().abs_diff(anchor.months()) <= 2)
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
            ("2022.7.4", Some("2022-07-04")),
            ("2022-07-04", Some("2022-07-04")),
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
            ("昨晚，", published, "昨晚", Some("2021-12-31")),
            ("昨（31）日，", published, "昨（31）日", Some("2021-12-31")),
            ("昨（30）日，", published, "昨（30）日", None),
            ("今晨，", published, "今晨", Some("2022-01-01")),
            ("上周五，", published, "上周五", Some("2021-12-24")),
            ("本周日，", published, "本周日", Some("2022-01-02")),
            ("下周一，", published, "下周一", Some("2022-01-03")),
            ("周五，31日", published, "31日", Some("2021-12-31")),
            ("20日", published, "20日", None),
            ("去年12月3日", published, "去年12月3日", Some("2021-12-03")),
            (
                "12月30日至31日",
                published,
                "12月30日至31日",
                Some("2021-12-30"),
            ),
            (
                "十二月三十一日",
                published,
                "十二月三十一日",
                Some("2021-12-31"),
            ),
            ("21年7月4日", published, "21年7月4日", Some("2021-07-04")),
            ("近日，", published, "近日", None),
            (
                "近日，记者于12月30日",
                published,
                "12月30日",
                Some("2021-12-30"),
            ),
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
