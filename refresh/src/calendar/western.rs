//! Holidays of the United States and of TARGET.

use super::{last, nth};
use yenlens::series::Day;

/// Easter Sunday by the anonymous Gregorian computus.
pub fn easter(year: i32) -> Option<Day> {
    let golden = year % 19;
    let (century, of_century) = (year / 100, year % 100);
    let moon = (8 * century + 13) / 25;
    let epact = (19 * golden + century - century / 4 - moon + 15) % 30;
    let sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let late = (golden + 11 * epact + 22 * sunday) / 451;
    let days = epact + sunday - 7 * late + 114;
    Day::from_ymd(year, (days / 31) as u32, (days % 31 + 1) as u32)
}

fn good_friday(day: Day) -> bool {
    easter(day.ymd().0) == Some(day.plus(2))
}

/// Days without euro reference rates.
pub fn target(day: Day) -> Option<&'static str> {
    let (y, m, d) = day.ymd();
    match (m, d) {
        (1, 1) => Some("New Year's Day"),
        (5, 1) => Some("Labour Day"),
        (12, 25 | 26) => Some("Christmas"),
        _ if good_friday(day) => Some("Good Friday"),
        _ if easter(y) == Some(day.plus(-1)) => Some("Easter Monday"),
        _ => None,
    }
}

/// Holidays on which the Federal Reserve Banks are closed: those on a Sunday are kept on Monday, those on a Saturday not at all.
pub fn us_fed(day: Day) -> Option<&'static str> {
    federal(day).or_else(|| fixed(day)).or_else(|| if day.weekday() == 0 { fixed(day.plus(-1)) } else { None })
}

/// Days without trade in US bonds: the Federal Reserve's, Good Friday, and the day before Independence Day or Christmas on a
/// Saturday.
pub fn us_bonds(day: Day) -> Option<&'static str> {
    let moved = || {
        let (_, m, d) = day.ymd();
        (day.weekday() == 4 && matches!((m, d), (7, 3) | (12, 24))).then_some("holiday on a Saturday")
    };
    us_fed(day).or_else(|| good_friday(day).then_some("Good Friday")).or_else(moved)
}

/// Days on which the US exchanges are closed: open on Columbus Day and Veterans Day, closed on days of mourning.
pub fn us_stocks(day: Day) -> Option<&'static str> {
    let (y, m, d) = day.ymd();
    if matches!((y, m, d), (2018, 12, 5) | (2025, 1, 9)) {
        return Some("day of mourning");
    }
    // Veterans Day, the last day of a year's accounts, and Columbus Day.
    if matches!((m, d), (11, 10..=12) | (12, 31)) || nth(day, 10, 0, 2) {
        return None;
    }
    let moved = || if day.weekday() == 4 { fixed(day.plus(1)) } else { None };
    us_fed(day).or_else(|| good_friday(day).then_some("Good Friday")).or_else(moved)
}

/// Federal holidays on a weekday of their own.
fn federal(day: Day) -> Option<&'static str> {
    let name = match day {
        _ if nth(day, 1, 0, 3) => "Martin Luther King Day",
        _ if nth(day, 2, 0, 3) => "Presidents' Day",
        _ if last(day, 5, 0) => "Memorial Day",
        _ if nth(day, 9, 0, 1) => "Labor Day",
        _ if nth(day, 10, 0, 2) => "Columbus Day",
        _ if nth(day, 11, 3, 4) => "Thanksgiving",
        _ => return None,
    };
    Some(name)
}

/// Federal holidays on a date.
fn fixed(day: Day) -> Option<&'static str> {
    let (y, m, d) = day.ymd();
    match (m, d) {
        (1, 1) => Some("New Year's Day"),
        (6, 19) if y >= 2022 => Some("Juneteenth"),
        (7, 4) => Some("Independence Day"),
        (11, 11) => Some("Veterans Day"),
        (12, 25) => Some("Christmas"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Published dates of Easter, the earliest and the latest possible among them.
    #[test]
    fn easter_is_when_the_church_says() {
        for date in
            ["1818-03-22", "1943-04-25", "2014-04-20", "2019-04-21", "2024-03-31", "2025-04-20", "2026-04-05", "2038-04-25"]
        {
            let day = Day::parse(date).unwrap();
            assert_eq!(easter(day.ymd().0), Some(day), "{date}");
        }
    }
}
