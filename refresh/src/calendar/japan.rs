//! Japan's holidays by the Act on National Holidays: fixed days, Mondays, the two equinoxes by their mean motion, days that were moved
//! for the Olympic Games and the accession, the substitute for a holiday on a Sunday, and the day between two holidays.

use super::nth;
use yenlens::series::Day;

/// The holiday on that day, Sundays' substitutes and days between two holidays included.
pub fn holiday(day: Day) -> Option<&'static str> {
    if let Some(name) = named(day) {
        return Some(name);
    }
    // A holiday on a Sunday moves to the next day that is none; only runs of holidays, as in May, take it past Monday.
    let mut before = day.plus(-1);
    while named(before).is_some() {
        if before.weekday() == 6 {
            return Some("substitute holiday");
        }
        before = before.plus(-1);
    }
    (day.weekday() != 6 && named(day.plus(-1)).is_some() && named(day.plus(1)).is_some()).then_some("between two holidays")
}

/// Days on which banks are closed beside the holidays.
pub fn bank_holiday(day: Day) -> Option<&'static str> {
    let (_, m, d) = day.ymd();
    matches!((m, d), (12, 31) | (1, 2 | 3)).then_some("bank holiday")
}

/// Holidays of their own right.
fn named(day: Day) -> Option<&'static str> {
    let (y, m, d) = day.ymd();
    let name = match (m, d) {
        (1, 1) => "New Year's Day",
        (2, 11) => "National Foundation Day",
        (2, 23) if y >= 2020 => "Emperor's Birthday",
        (12, 23) if (1989..=2018).contains(&y) => "Emperor's Birthday",
        (4, 29) => "Showa Day",
        (5, 1) | (10, 22) if y == 2019 => "accession of the Emperor",
        (5, 3) => "Constitution Day",
        (5, 4) => "Greenery Day",
        (5, 5) => "Children's Day",
        (7, 23) if y == 2020 => "Marine Day",
        (7, 22) if y == 2021 => "Marine Day",
        (7, 24) if y == 2020 => "Sports Day",
        (7, 23) if y == 2021 => "Sports Day",
        (8, 10) if y == 2020 => "Mountain Day",
        (8, 8) if y == 2021 => "Mountain Day",
        (8, 11) if y >= 2016 && y != 2020 && y != 2021 => "Mountain Day",
        (11, 3) => "Culture Day",
        (11, 23) => "Labour Thanksgiving Day",
        (3, _) if d == equinox(y, 20.8431) => "vernal equinox",
        (9, _) if d == equinox(y, 23.2488) => "autumnal equinox",
        _ if nth(day, 1, 0, 2) => "Coming of Age Day",
        _ if nth(day, 7, 0, 3) && y != 2020 && y != 2021 => "Marine Day",
        _ if nth(day, 9, 0, 3) => "Respect for the Aged Day",
        _ if nth(day, 10, 0, 2) && y != 2020 && y != 2021 => "Sports Day",
        _ => return None,
    };
    Some(name)
}

/// The day of the month of an equinox in Tokyo by its mean motion since 1980, good from 1980 to 2099.
fn equinox(year: i32, in_1980: f64) -> u32 {
    let since = f64::from(year - 1980);
    (in_1980 + 0.242_194 * since - (since / 4.0).floor()) as u32
}
