//! The calendars against published dates and against twelve years of figures.

#![expect(clippy::unwrap_used, reason = "a test that cannot make its files has failed")]

use yenlens::series::Day;
use yenlens_refresh::calendar::Calendar;

fn closed(calendar: Calendar, date: &str) -> Option<&'static str> {
    calendar.closed(Day::parse(date).unwrap())
}

/// Every holiday of a year as the Cabinet Office lists them, and the days on which banks are closed besides.
#[test]
fn japan_keeps_the_days_of_the_cabinet_office() {
    for (year, holidays) in [
        (2015, "01-01 01-12 02-11 03-21 04-29 05-03 05-04 05-05 05-06 07-20 09-21 09-22 09-23 10-12 11-03 11-23 12-23"),
        (
            2019,
            "01-01 01-14 02-11 03-21 04-29 04-30 05-01 05-02 05-03 05-04 05-05 05-06 07-15 08-11 08-12 09-16 09-23 10-14 10-22 11-03 11-04 11-23",
        ),
        (2020, "01-01 01-13 02-11 02-23 02-24 03-20 04-29 05-03 05-04 05-05 05-06 07-23 07-24 08-10 09-21 09-22 11-03 11-23"),
        (2021, "01-01 01-11 02-11 02-23 03-20 04-29 05-03 05-04 05-05 07-22 07-23 08-08 08-09 09-20 09-23 11-03 11-23"),
        (
            2024,
            "01-01 01-08 02-11 02-12 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-15 08-11 08-12 09-16 09-22 09-23 10-14 11-03 11-04 11-23",
        ),
        (2026, "01-01 01-12 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-20 08-11 09-21 09-22 09-23 10-12 11-03 11-23"),
    ] {
        let first = Day::from_ymd(year, 1, 1).unwrap();
        let days = (0..366).map(|n| first.plus(n)).filter(|day| day.ymd().0 == year && day.weekday() < 5);
        let got: Vec<String> = days
            .filter(|day| Calendar::Japan.closed(*day).is_some_and(|reason| reason != "bank holiday"))
            .map(|day| day.to_string()[5..].to_owned())
            .collect();
        let is_weekday = |date: &&str| Day::parse(&format!("{year}-{date}")).unwrap().weekday() < 5;
        let expected: Vec<&str> = holidays.split(' ').filter(is_weekday).collect();
        assert_eq!(got, expected, "{year}");
    }
    for date in ["2024-01-02", "2024-01-03", "2024-12-31"] {
        assert_eq!(closed(Calendar::Japan, date), Some("bank holiday"));
    }
}

#[test]
fn the_equinoxes_fall_on_the_days_that_were_announced() {
    for date in ["2014-03-21", "2016-03-20", "2017-03-20", "2018-03-21", "2022-03-21", "2023-03-21", "2025-03-20", "2027-03-21"] {
        let day = Day::parse(date).unwrap();
        let (on, after) = (Calendar::Japan.closed(day), Calendar::Japan.closed(day.plus(1)));
        assert!(on == Some("vernal equinox") || (day.weekday() >= 5 && after != Some("vernal equinox")), "{date}");
    }
    for date in ["2014-09-23", "2016-09-22", "2020-09-22", "2022-09-23", "2025-09-23", "2027-09-23", "2028-09-22"] {
        assert_eq!(closed(Calendar::Japan, date), Some("autumnal equinox"), "{date}");
    }
}

#[test]
fn the_calendars_of_the_west_differ_where_they_should() {
    for (date, bonds, stocks, fed, target) in [
        ("2026-04-03", true, true, false, true),   // Good Friday
        ("2026-04-06", false, false, false, true), // Easter Monday
        ("2026-05-01", false, false, false, true), // Labour Day
        ("2026-05-25", true, true, true, false),   // Memorial Day
        ("2025-10-13", true, false, true, false),  // Columbus Day
        ("2025-11-11", true, false, true, false),  // Veterans Day
        ("2024-11-28", true, true, true, false),   // Thanksgiving
        ("2020-07-03", true, true, false, false),  // Independence Day on a Saturday
        ("2021-07-05", true, true, true, false),   // on a Sunday
        ("2021-12-24", true, true, false, false),  // Christmas on a Saturday
        ("2021-12-31", false, false, false, false),
        ("2022-06-20", true, true, true, false), // Juneteenth on a Sunday
        ("2021-06-18", false, false, false, false),
        ("2025-01-09", false, true, false, false), // a day of mourning
        ("2025-12-26", false, false, false, true),
        ("2026-11-24", false, false, false, false),
    ] {
        let got = [Calendar::UsBonds, Calendar::UsStocks, Calendar::UsFed, Calendar::Target]
            .map(|calendar| closed(calendar, date).is_some());
        assert_eq!(got, [bonds, stocks, fed, target], "{date}");
    }
}
