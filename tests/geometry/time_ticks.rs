#![expect(clippy::unwrap_used, reason = "the dates are written here")]

use proptest::prelude::*;
use yenlens::series::Day;
use yenlens::view::ticks::MOST;
use yenlens::view::time_ticks::{Level, Step, TimeTicks, time};

use super::lengths;

fn dates(axis: &TimeTicks) -> String {
    axis.ticks.iter().map(|t| t.day.to_string()).collect::<Vec<_>>().join(" ")
}

fn count(text: &str) -> f64 {
    f64::from(Day::parse(text).unwrap().count())
}

/// Read from the written date, not from the calendar arithmetic of the code.
fn begins_a_period(step: Step, day: Day) -> bool {
    let date = day.to_string();
    let year: u32 = date[0..4].parse().unwrap();
    let month: u32 = date[5..7].parse().unwrap();
    match step {
        Step::Days(n) => day.count() % n as i32 == 0,
        Step::Weeks(n) => (day.count() - Day::parse("2024-01-01").unwrap().count()) % 7 == 0 && (n == 1 || n == 2),
        Step::Months(n) => date.ends_with("-01") && (month - 1).is_multiple_of(n),
        Step::Years(n) => date.ends_with("-01-01") && year.is_multiple_of(n),
    }
}

fn spans() -> impl Strategy<Value = (f64, f64)> {
    prop_oneof![
        (-20_000.0..40_000.0, 0.0..60.0).prop_map(|(lo, days)| (lo, lo + days)),
        (-20_000.0..40_000.0, 0.0..10_000.0).prop_map(|(lo, days)| (lo, lo + days)),
        (-800_000.0..3_000_000.0, -800_000.0..3_000_000.0),
        (proptest::num::f64::ANY, proptest::num::f64::ANY),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3_000))]

    #[test]
    fn time_ticks_begin_a_period_and_leave_the_gap((a, b) in spans(), (length, gap) in lengths()) {
        let axis = time(a, b, length, gap);
        let (lo, hi) = (a.min(b), a.max(b));
        prop_assert!(axis.ticks.len() <= MOST);
        for tick in &axis.ticks {
            let at = f64::from(tick.day.count());
            prop_assert!(lo <= at && at <= hi);
            prop_assert!(begins_a_period(axis.step, tick.day), "{} for {:?}", tick.day, axis.step);
        }
        for pair in axis.ticks.windows(2) {
            prop_assert!(pair[0].day < pair[1].day);
            let px = f64::from(pair[1].day.count() - pair[0].day.count()) / (hi - lo) * length;
            prop_assert!(px >= gap * (1.0 - 1e-6), "{px} px, asked {gap}");
        }
    }

    #[test]
    fn every_beginning_has_a_tick_where_there_is_room(lo in -20_000.0..40_000.0_f64, span in 1.0..2_000.0_f64, gap in 20.0..100.0_f64, room in 16.0..40.0) {
        let axis = time(lo, lo + span, gap * room, gap);
        let (from, to) = (lo.ceil() as i32, (lo + span).floor() as i32);
        let expected = (from..=to).map(|d| Day::new(d).unwrap()).filter(|d| begins_a_period(axis.step, *d)).count();
        if !matches!(axis.step, Step::Weeks(2)) {
            prop_assert_eq!(axis.ticks.len(), expected);
        }
    }

    #[test]
    fn an_axis_of_a_few_months_and_five_gaps_has_two_ticks(lo in -20_000.0..40_000.0_f64, span in 10.0..20_000.0, gap in 1.0..100.0, room in 5.0..48.0) {
        prop_assert!(time(lo, lo + span, gap * room, gap).ticks.len() >= 2);
    }

    #[test]
    fn levels_follow_the_written_date((a, b) in spans(), (length, gap) in lengths()) {
        let mut before = String::new();
        for tick in time(a, b, length, gap).ticks {
            let date = tick.day.to_string();
            let level = if date.ends_with("-01-01") { Level::Year } else if date.ends_with("-01") { Level::Month } else { Level::Day };
            prop_assert_eq!(tick.level, level);
            let turns = if before.get(..4) != date.get(..4) {
                Level::Year
            } else if before.get(..7) != date.get(..7) {
                Level::Month
            } else {
                Level::Day
            };
            prop_assert_eq!(tick.turns, turns);
            before = date;
        }
    }

    #[test]
    fn no_axis_makes_time_ticks_panic(a in proptest::num::f64::ANY, b in proptest::num::f64::ANY, length in proptest::num::f64::ANY, gap in proptest::num::f64::ANY) {
        prop_assert!(time(a, b, length, gap).ticks.len() <= MOST);
        prop_assert!(time(a.clamp(-1e7, 1e7), b.clamp(-1e7, 1e7), length, gap).ticks.len() <= MOST);
    }
}

#[test]
fn axes_of_time_read_as_a_person_would_write_them() {
    let cases = [
        ("2024-03-01", "2024-03-04", 700.0, Step::Days(1), "2024-03-01 2024-03-02 2024-03-03 2024-03-04"),
        ("2024-02-27", "2024-03-04", 240.0, Step::Days(2), "2024-02-27 2024-02-29 2024-03-02 2024-03-04"),
        ("2024-02-01", "2024-03-08", 360.0, Step::Weeks(1), "2024-02-05 2024-02-12 2024-02-19 2024-02-26 2024-03-04"),
        ("2024-02-27", "2024-07-31", 500.0, Step::Months(1), "2024-03-01 2024-04-01 2024-05-01 2024-06-01 2024-07-01"),
        ("2023-05-10", "2024-05-10", 320.0, Step::Months(3), "2023-07-01 2023-10-01 2024-01-01 2024-04-01"),
        ("2021-05-10", "2023-05-10", 320.0, Step::Months(6), "2021-07-01 2022-01-01 2022-07-01 2023-01-01"),
        ("2020-05-10", "2025-05-10", 400.0, Step::Years(1), "2021-01-01 2022-01-01 2023-01-01 2024-01-01 2025-01-01"),
        ("2014-01-01", "2021-12-31", 320.0, Step::Years(2), "2014-01-01 2016-01-01 2018-01-01 2020-01-01"),
        ("1900-01-01", "2025-12-31", 200.0, Step::Years(50), "1900-01-01 1950-01-01 2000-01-01"),
    ];
    for (lo, hi, length, step, expected) in cases {
        let axis = time(count(lo), count(hi), length, 60.0);
        assert_eq!((axis.step, dates(&axis).as_str()), (step, expected), "{lo} to {hi}");
    }
}

#[test]
fn a_short_axis_still_has_two_ticks_to_tell_its_length() {
    let axis = time(count("2023-02-10"), count("2024-11-20"), 130.0, 60.0);
    assert_eq!(dates(&axis), "2023-07-01 2024-07-01");
}

#[test]
fn the_first_and_last_years_of_the_calendar_have_ticks() {
    let (first, last) = (count("0001-01-01"), count("9999-12-31"));
    assert_eq!(dates(&time(first, first + 30.0, 200.0, 60.0)), "0001-01-01 0001-01-15 0001-01-29");
    assert_eq!(dates(&time(first - 1e4, last + 1e4, 200.0, 60.0)), "2000-01-01 6000-01-01");
    assert!(time(last + 1.0, 1e300, 200.0, 60.0).ticks.is_empty());
}
