use proptest::prelude::*;
use yenlens::series::Day;
use yenlens::view::hit::{nearest, nearest_present, step};

/// Days with gaps, and values of which about a third is missing.
fn columns() -> impl Strategy<Value = (Vec<Day>, Vec<f64>)> {
    prop::collection::vec((1..5, prop::option::weighted(0.67, -10.0..10.0)), 0..40).prop_map(|rows| {
        let mut at = 0;
        let days = rows.iter().map(|(gap, _)| {
            at += gap;
            Day::saturating(i64::from(at))
        });
        (days.collect(), rows.iter().map(|(_, value)| value.unwrap_or(f64::NAN)).collect())
    })
}

fn by_search(days: &[Day], at: f64, present: impl Fn(usize) -> bool) -> Option<usize> {
    let far = |index: &usize| (f64::from(days[*index].count()) - at).abs();
    // `min_by` keeps the first of equals, which is the earlier day.
    (0..days.len()).filter(|index| present(*index)).min_by(|a, b| far(a).total_cmp(&far(b)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3_000))]

    #[test]
    fn the_nearest_day_is_the_one_a_full_search_finds((days, values) in columns(), halves in -20..200_i32) {
        let at = f64::from(halves) / 2.0;
        prop_assert_eq!(nearest(&days, at), by_search(&days, at, |_| true));
        prop_assert_eq!(nearest_present(&days, &values, at), by_search(&days, at, |index| !values[index].is_nan()));
    }

    #[test]
    fn walking_visits_every_present_value_once_and_stops_at_the_end((_, values) in columns()) {
        let present: Vec<usize> = (0..values.len()).filter(|index| !values[*index].is_nan()).collect();
        let Some((first, last)) = present.first().zip(present.last()) else { return Ok(()) };
        let mut there = vec![*first];
        while let Some(next) = step(&values, there[there.len() - 1], 1).filter(|next| *next != there[there.len() - 1]) {
            there.push(next);
        }
        prop_assert_eq!(&there, &present);
        let mut back = vec![*last];
        while let Some(next) = step(&values, back[back.len() - 1], -1).filter(|next| *next != back[back.len() - 1]) {
            back.push(next);
        }
        back.reverse();
        prop_assert_eq!(&back, &present);
    }

    #[test]
    fn a_long_step_is_as_many_short_ones((_, values) in columns(), from in 0..45_usize, by in -50..50_i32) {
        let mut at = Some(from);
        for _ in 0..by.abs() {
            at = at.and_then(|at| step(&values, at, by.signum()));
        }
        if by != 0 {
            prop_assert_eq!(step(&values, from, by), at);
        }
    }

    #[test]
    fn an_answer_always_has_a_value((days, values) in columns(), at in proptest::num::f64::ANY, from in any::<usize>(), by in any::<i32>()) {
        for index in [nearest_present(&days, &values, at), step(&values, from, by)].into_iter().flatten() {
            prop_assert!(!values[index].is_nan());
        }
        let _ = nearest(&days, at);
        let anything = values.iter().any(|v| !v.is_nan());
        prop_assert!(by == 0 || step(&values, from, by).is_some() == anything);
    }
}

#[test]
fn home_and_end_reach_the_first_and_the_last_value() {
    let values = [f64::NAN, 1.0, f64::NAN, 2.0, 3.0, f64::NAN];
    assert_eq!(step(&values, 3, i32::MIN), Some(1));
    assert_eq!(step(&values, 3, i32::MAX), Some(4));
}

#[test]
fn columns_of_unequal_length_share_their_beginning() {
    let days: Vec<Day> = (0..5).map(Day::saturating).collect();
    assert_eq!(nearest_present(&days, &[1.0, 2.0], 4.0), Some(1));
    assert_eq!(nearest_present(&days[..1], &[1.0, 2.0], 4.0), Some(0));
    assert_eq!(nearest_present(&days, &[], 4.0), None);
    assert_eq!(nearest(&days, f64::NAN), None);
}
