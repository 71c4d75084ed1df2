use proptest::prelude::*;
use yenlens::series::Day;

proptest! {
    #[test]
    fn a_day_survives_its_civil_form(count in Day::MIN.count()..=Day::MAX.count()) {
        let day = Day::new(count).unwrap();
        let (y, m, d) = day.ymd();
        prop_assert_eq!(Day::from_ymd(y, m, d), Some(day));
        prop_assert_eq!(Day::parse(&day.to_string()).unwrap(), day);
    }

    #[test]
    fn the_next_day_is_one_later_in_the_calendar(count in Day::MIN.count()..Day::MAX.count()) {
        let (day, next) = (Day::new(count).unwrap(), Day::new(count + 1).unwrap());
        let ((y, m, d), after) = (day.ymd(), next.ymd());
        let expected = if Day::from_ymd(y, m, d + 1).is_some() {
            (y, m, d + 1)
        } else if m < 12 {
            (y, m + 1, 1)
        } else {
            (y + 1, 1, 1)
        };
        prop_assert_eq!(after, expected);
        prop_assert_eq!(next.weekday(), (day.weekday() + 1) % 7);
    }

    #[test]
    fn months_move_the_month_and_keep_the_day_where_they_can(count in -700_000..2_900_000_i32, months in -400..400_i32) {
        let day = Day::new(count).unwrap();
        let moved = day.plus_months(months);
        let ((y, m, d), (y2, m2, d2)) = (day.ymd(), moved.ymd());
        prop_assert_eq!(i64::from(y2) * 12 + i64::from(m2), i64::from(y) * 12 + i64::from(m) + i64::from(months));
        prop_assert!(d2 == d || (d2 < d && Day::from_ymd(y2, m2, d2 + 1).is_none()));
    }

    #[test]
    fn any_text_is_a_date_or_an_error(text in "\\PC{0,12}") {
        if let Ok(day) = Day::parse(&text) {
            prop_assert_eq!(day.to_string(), text);
        }
    }
}

/// Counted by walking the calendar from its first day, with nothing but the lengths of the months.
#[test]
fn every_day_of_the_calendar_has_its_count() {
    let leap = |y: i32| y % 4 == 0 && (y % 100 != 0 || y % 400 == 0);
    let mut count = Day::MIN.count();
    for year in 1..=9999 {
        let february = if leap(year) { 29 } else { 28 };
        for (month, length) in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].into_iter().enumerate() {
            for day in 1..=length {
                assert_eq!(Day::from_ymd(year, month as u32 + 1, day).map(Day::count), Some(count));
                count += 1;
            }
        }
    }
    assert_eq!(count - 1, Day::MAX.count());
}

#[test]
fn known_days_fall_on_their_weekdays() {
    // 1970-01-01 was a Thursday, 2024-08-05 (the unwind) a Monday.
    assert_eq!(Day::from_ymd(1970, 1, 1).unwrap().weekday(), 3);
    assert_eq!(Day::from_ymd(2024, 8, 5).unwrap().weekday(), 0);
    assert!(Day::new(Day::MAX.count() + 1).is_err() && Day::new(Day::MIN.count() - 1).is_err());
}
