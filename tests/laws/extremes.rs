#![expect(clippy::unwrap_used, reason = "the columns are sound by construction")]

use proptest::prelude::*;
use yenlens::series::{Day, Extent, Series};

/// Reads the stretch.
fn read(values: &[f64]) -> Option<Extent> {
    let present: Vec<f64> = values.iter().copied().filter(|v| !v.is_nan()).collect();
    let low = present.iter().copied().reduce(f64::min)?;
    let high = present.iter().copied().reduce(f64::max)?;
    Some(Extent { low, high })
}

fn series(values: Vec<f64>) -> Series {
    let days = (0..values.len() as i64).map(Day::saturating).collect();
    Series::new(days, values).unwrap()
}

/// Long enough for three levels, with stretches where all is missing.
fn columns() -> impl Strategy<Value = Vec<f64>> {
    let value = prop_oneof![5 => -1e3..1e3_f64, 1 => Just(f64::NAN)];
    let stretch = prop_oneof![
        5 => prop::collection::vec(value, 1..200),
        1 => (1..3_000_usize).prop_map(|n| vec![f64::NAN; n]),
        1 => (1..40_000_usize, -1e3..1e3_f64).prop_map(|(n, slope)| (0..n).map(|i| slope * (i as f64 / 7.0).sin()).collect()),
    ];
    prop::collection::vec(stretch, 0..6).prop_map(|stretches| stretches.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn an_extent_is_that_of_the_stretch_read_whole(values in columns(), ends in prop::collection::vec((0.0..1.02, 0.0..1.02), 1..40)) {
        let series = series(values.clone());
        for (a, b) in ends {
            let at = |share: f64| (share * values.len() as f64) as usize;
            let (from, to) = (at(a).min(at(b)), at(a).max(at(b)));
            let cut = from.min(values.len())..to.min(values.len());
            prop_assert_eq!(series.extent(from..to), read(&values[cut]));
        }
    }
}

#[test]
fn every_stretch_of_a_short_column_has_its_extent() {
    let values: Vec<f64> = (0..300).map(|i| if i % 11 == 3 { f64::NAN } else { f64::from(i * 37 % 101) }).collect();
    let series = series(values.clone());
    for from in 0..=values.len() {
        for to in from..=values.len() {
            assert_eq!(series.extent(from..to), read(&values[from..to]), "{from}..{to}");
        }
    }
}

#[test]
fn other_values_on_the_same_days_have_extents_of_their_own() {
    let first = series(vec![1.0, 2.0]);
    assert_eq!(first.extent(0..2), Some(Extent { low: 1.0, high: 2.0 }));
    let second = first.with_values(vec![5.0, 4.0]).unwrap();
    assert_eq!(second.extent(0..2), Some(Extent { low: 4.0, high: 5.0 }));
    assert!(first.with_values(vec![1.0]).is_err());
    assert!(first.with_values(vec![1.0, f64::INFINITY]).is_err());
}
