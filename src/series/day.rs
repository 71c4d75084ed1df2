//! A civil day as a count, so that it can be compared, subtracted and packed. No time zone and no clock: the core never
//! asks what day it is.

use std::fmt;

use crate::error::{Error, quoted};

/// A day of the proleptic Gregorian calendar, counted from 1970-01-01.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

impl Day {
    /// 0001-01-01, the first day that has an ISO form of four digits here.
    pub const MIN: Self = Self(-719_162);
    /// 9999-12-31, the last.
    pub const MAX: Self = Self(2_932_896);

    /// The day `days` after 1970-01-01 (before it, when negative).
    ///
    /// # Errors
    /// When the day is outside the years 1 to 9999.
    pub fn new(days: i32) -> Result<Self, Error> {
        if (Self::MIN.0..=Self::MAX.0).contains(&days) {
            Ok(Self(days))
        } else {
            Err(Error::invalid(format!("day: expected a day of the years 1 to 9999, got {days} days since 1970-01-01")))
        }
    }

    /// The day `days` after 1970-01-01, pulled into the years 1 to 9999.
    #[must_use]
    pub fn saturating(days: i64) -> Self {
        Self(days.clamp(i64::from(Self::MIN.0), i64::from(Self::MAX.0)) as i32)
    }

    /// The day of a year, month (1 to 12) and day of the month (from 1), if there is such a day.
    ///
    /// ```
    /// use yenlens::series::Day;
    /// assert_eq!(Day::from_ymd(2024, 2, 29).map(Day::count), Some(19_782));
    /// assert_eq!(Day::from_ymd(2023, 2, 29), None);
    /// ```
    #[must_use]
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Self> {
        if !(1..=9999).contains(&year) || !(1..=12).contains(&month) || day < 1 || day > days_in_month(year, month) {
            return None;
        }
        // Years that begin in March put the leap day last (Neri and Schneider 2023 give the derivation).
        let (y, m) = if month > 2 { (year, month as i32 - 3) } else { (year - 1, month as i32 + 9) };
        let century = y.div_euclid(100);
        let of_year = (153 * m + 2) / 5 + day as i32 - 1;
        Some(Self(
            146_097 * century.div_euclid(4) + 36_524 * century.rem_euclid(4) + 1_461 * y.rem_euclid(100) / 4 + of_year - 719_468,
        ))
    }

    /// Year, month (1 to 12) and day of the month (from 1).
    #[must_use]
    pub fn ymd(self) -> (i32, u32, u32) {
        let since_march_0 = self.0 + 719_468;
        let era = since_march_0.div_euclid(146_097);
        let of_era = since_march_0.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let m = (5 * of_year + 2) / 153;
        let day = of_year - (153 * m + 2) / 5 + 1;
        let (month, carry) = if m < 10 { (m + 3, 0) } else { (m - 9, 1) };
        (year_of_era + era * 400 + carry, month as u32, day as u32)
    }

    /// Days since 1970-01-01.
    #[must_use]
    pub const fn count(self) -> i32 {
        self.0
    }

    /// Day of the week, Monday is 0 and Sunday 6.
    #[must_use]
    pub const fn weekday(self) -> u32 {
        (self.0 + 3).rem_euclid(7) as u32
    }

    /// The day `days` later (earlier, when negative), held within the years 1 to 9999.
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        Self::saturating(i64::from(self.0) + i64::from(days))
    }

    /// The same day of the month `months` later, or the last day of that month when it is shorter.
    #[must_use]
    pub fn plus_months(self, months: i32) -> Self {
        let (year, month, day) = self.ymd();
        let total = (i64::from(year) * 12 + i64::from(month) - 1 + i64::from(months)).clamp(12, 9999 * 12 + 11);
        let (year, month) = (total.div_euclid(12) as i32, total.rem_euclid(12) as u32 + 1);
        Self::from_ymd(year, month, day.min(days_in_month(year, month))).unwrap_or(self)
    }

    /// Parses `YYYY-MM-DD`.
    ///
    /// # Errors
    /// When the text is not a date of that form.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let digits = |part: &str| part.bytes().try_fold(0, |n, b| b.is_ascii_digit().then(|| n * 10 + u32::from(b - b'0')));
        let parts = match text.as_bytes() {
            [_, _, _, _, b'-', _, _, b'-', _, _] if text.is_ascii() => {
                (digits(&text[0..4]), digits(&text[5..7]), digits(&text[8..10]))
            }
            _ => (None, None, None),
        };
        match parts {
            (Some(y), Some(m), Some(d)) => Self::from_ymd(y as i32, m, d),
            _ => None,
        }
        .ok_or_else(|| Error::invalid(format!("date: expected YYYY-MM-DD, got {}", quoted(text))))
    }
}

/// ISO 8601, `YYYY-MM-DD`.
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (y, m, d) = self.ymd();
        write!(f, "{y:04}-{m:02}-{d:02}")
    }
}

const fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}
