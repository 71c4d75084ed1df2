use std::collections::BTreeMap;

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use yenlens::series::{Day, Series, align};

type Cells = BTreeMap<i32, Option<f64>>;

fn cells() -> impl Strategy<Value = Cells> {
    btree_map(0..40_i32, prop_oneof![5 => (-9.0..9.0_f64).prop_map(Some), 1 => Just(None)], 0..40)
}

#[expect(clippy::unwrap_used, reason = "the days of a map increase")]
fn series(cells: &Cells) -> Series {
    let days = cells.keys().map(|d| Day::saturating(i64::from(*d))).collect();
    Series::new(days, cells.values().map(|v| v.unwrap_or(f64::NAN)).collect()).unwrap()
}

proptest! {
    #[test]
    fn alignment_keeps_exactly_the_days_that_all_share(all in vec(cells(), 1..5)) {
        let held: Vec<Series> = all.iter().map(series).collect();
        let aligned = align(&held.iter().collect::<Vec<_>>());
        let mut expected: Vec<(i32, Vec<f64>)> = Vec::new();
        for day in 0..40 {
            if let Some(row) = all.iter().map(|c| c.get(&day).copied().flatten()).collect::<Option<Vec<f64>>>() {
                expected.push((day, row));
            }
        }
        prop_assert_eq!(aligned.days.iter().map(|d| d.count()).collect::<Vec<_>>(), expected.iter().map(|(d, _)| *d).collect::<Vec<_>>());
        for (at, column) in aligned.columns.iter().enumerate() {
            prop_assert_eq!(column, &expected.iter().map(|(_, row)| row[at]).collect::<Vec<_>>());
        }
    }
}

#[test]
fn no_series_share_no_day() {
    let aligned = align(&[]);
    assert!(aligned.days.is_empty() && aligned.columns.is_empty());
}
