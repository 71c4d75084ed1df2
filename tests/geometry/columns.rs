#![expect(clippy::unwrap_used, reason = "the days increase by construction")]

use proptest::prelude::*;
use yenlens::series::{Day, Series};
use yenlens::view::polyline::{Column, columns};
use yenlens::view::scale::{Domain, Kind, Scale};

fn drawn(series: &Series, x: &Scale, width: f64, breaks: &[Day]) -> Vec<Column> {
    let mut out = Vec::new();
    columns(series, x, x.range(), width, breaks, &mut out);
    out
}

/// Days with holes of up to a few weeks, some values missing.
fn series() -> impl Strategy<Value = Series> {
    let value = prop_oneof![8 => -50.0..50.0_f64, 1 => Just(f64::NAN)];
    let step = prop_oneof![8 => 1..3_i64, 1 => 1..40_i64];
    prop::collection::vec((step, value), 0..400).prop_map(|steps| {
        let mut day = 0;
        let (days, values) = steps
            .into_iter()
            .map(|(step, value)| {
                day += step;
                (Day::saturating(day), value)
            })
            .unzip();
        Series::new(days, values).unwrap()
    })
}

/// The least and greatest value of the line in a stretch of days, by looking at every point and every segment.
fn covered(series: &Series, from: f64, to: f64, breaks: &[Day]) -> Option<(f64, f64)> {
    let points: Vec<(f64, f64)> =
        series.days().iter().map(|d| f64::from(d.count())).zip(series.values().iter().copied()).collect();
    let mut values: Vec<f64> = points.iter().filter(|p| from <= p.0 && p.0 < to && !p.1.is_nan()).map(|p| p.1).collect();
    for pair in points.windows(2) {
        let [(t, a), (u, b)] = [pair[0], pair[1]];
        if breaks.iter().any(|day| t < f64::from(day.count()) && f64::from(day.count()) <= u) {
            continue;
        }
        for edge in [from, to] {
            let crosses = a + (b - a) * ((edge - t) / (u - t));
            if t < edge && edge <= u && !crosses.is_nan() {
                values.push(crosses);
            }
        }
    }
    Some((values.iter().copied().reduce(f64::min)?, values.iter().copied().reduce(f64::max)?))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn a_column_holds_what_the_line_covers_of_it(
        series in series(),
        (lo, span) in (-30.0..400.0_f64, 5.0..900.0_f64),
        width in 0.3..3.0_f64,
        broken in prop::collection::btree_set(0..600_i64, 0..4),
    ) {
        let x = Scale::new(Kind::Linear, Domain::new(lo, lo + span), 7.3, 107.3);
        let breaks: Vec<Day> = broken.into_iter().map(Day::saturating).collect();
        let all = drawn(&series, &x, width, &breaks);
        let mut at = 0;
        let mut k = (7.3 / width).floor();
        while k * width < 107.3 {
            let (left, right) = ((k * width).max(7.3), ((k + 1.0) * width).min(107.3));
            let expected = covered(&series, x.value(left), x.value(right), &breaks);
            let got = all.get(at).filter(|column| (column.left - left).abs() < 1e-9);
            prop_assert_eq!(got.is_some(), expected.is_some(), "the column from {}", left);
            if let (Some(column), Some((low, high))) = (got, expected) {
                prop_assert!((column.right - right).abs() < 1e-9);
                prop_assert!((column.extent.low - low).abs() < 1e-9 && (column.extent.high - high).abs() < 1e-9, "{column:?} for {low} to {high}");
                at += 1;
            }
            k += 1.0;
        }
        prop_assert_eq!(at, all.len());
    }

    #[test]
    fn columns_of_an_unbroken_line_touch(steps in prop::collection::vec(-50.0..50.0_f64, 2..400), width in 0.3..3.0_f64) {
        let days = (0..steps.len() as i64).map(Day::saturating).collect();
        let series = Series::new(days, steps).unwrap();
        let x = Scale::new(Kind::Linear, Domain::new(0.0, series.len() as f64 - 1.0), 0.0, 60.0);
        for pair in drawn(&series, &x, width, &[]).windows(2) {
            prop_assert!((pair[0].right - pair[1].left).abs() < 1e-9);
            prop_assert!(pair[0].extent.low <= pair[1].extent.high + 1e-9 && pair[1].extent.low <= pair[0].extent.high + 1e-9);
        }
    }

    #[test]
    fn no_width_or_frame_makes_columns_panic(series in series(), (a, b, width) in (-1e3..1e3_f64, -1e3..1e3_f64, -1.0..50.0_f64)) {
        let x = Scale::new(Kind::Linear, Domain::new(0.0, 300.0), a, b);
        drawn(&series, &x, width, &[]);
        let empty = width <= 0.0 || a >= b;
        prop_assert!(!empty || drawn(&series, &x, width, &[]).is_empty());
    }
}
