//! The calendar: dates, and the days between them.

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

    /// The date so many days away.
    pub fn shifted(self, days: i32) -> Option<Self> {
        Self::from_number(self.number() + days)
    }

    /// Days since 1 March of the year 0, in the Gregorian calendar: years that begin in March end with the leap day.
    fn number(self) -> i32 {
        let month = i32::try_from(self.month).unwrap_or(1);
        let day = i32::try_from(self.day).unwrap_or(1);
        let year = self.year - i32::from(month <= 2);
        let months = (month + 9) % 12;
        365 * year + year / 4 - year / 100 + year / 400 + (153 * months + 2) / 5 + day - 1
    }

    fn from_number(number: i32) -> Option<Self> {
        let (era, of_era) = (number.div_euclid(146_097), number.rem_euclid(146_097));
        let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let months = (5 * of_year + 2) / 153;
        let day = of_year - (153 * months + 2) / 5 + 1;
        let month = if months < 10 { months + 3 } else { months - 9 };
        let year = year + 400 * era + i32::from(month <= 2);
        Self::new(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
    }

    /// Days since the last Monday, 0 to 6.
    pub fn weekday(self) -> i32 {
        (self.number() + 2).rem_euclid(7)
    }

    /// Months since the year 0.
    pub fn months(self) -> i32 {
        self.year * 12 + i32::try_from(self.month).unwrap_or(0)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_weekdays() {
        let rows = [
            ("2022-01-01", -1, "2021-12-31", 5),
            ("2020-02-28", 2, "2020-03-01", 4),
            ("2021-02-28", 1, "2021-03-01", 6),
            ("2023-10-12", -7, "2023-10-05", 3),
            ("1999-12-31", 366, "2000-12-31", 4),
        ];
        for (from, days, to, weekday) in rows {
            let date = Date::from_iso(from).unwrap();
            assert_eq!(
                date.shifted(days).map(Date::iso).as_deref(),
                Some(to),
                "{from} {days}"
            );
            assert_eq!(date.weekday(), weekday, "{from}");
        }
    }
}
