use yenlens::series::{Day, Series, align};
use yenlens::stats::transforms::{changes, log_returns};

use crate::table::{FIGURE, Table, column_named, list, nums, snapshot};

#[test]
fn returns_and_changes_are_those_of_long_arithmetic() {
    let table = Table::load("transforms");
    for row in table.rows("log_returns") {
        for (got, expected) in log_returns(&nums(&list(row)[0])).iter().zip(nums(&list(row)[1])) {
            table.close("log return", *got, expected, 1e-14);
        }
    }
    for row in table.rows("changes") {
        for (got, expected) in changes(&nums(&list(row)[0]), 100.0).iter().zip(nums(&list(row)[1])) {
            table.close("change", *got, expected, 1e-14);
        }
    }
}

/// The sample that the other tables use was aligned by pandas; here it is aligned by the library from the same files.
#[test]
fn the_snapshot_aligned_by_the_library_is_the_sample_aligned_by_pandas() {
    let table = Table::load("transforms");
    let held: Vec<Series> = [("jgb", "jgb10y", ""), ("usdjpy", "usdjpy", ""), ("risk", "vix", ""), ("crypto", "value", "btc")]
        .map(|(file, name, id)| snapshot(file, name, id))
        .into();
    let aligned = align(&held.iter().collect::<Vec<_>>());
    let inside = |d: &Day| *d >= Day::parse("2018-03-17").unwrap() && *d <= Day::parse("2024-12-31").unwrap();
    let from = aligned.days.iter().position(inside).unwrap();
    let to = aligned.days.iter().rposition(inside).unwrap() + 1;
    let columns: Vec<&[f64]> = aligned.columns.iter().map(|c| &c[from..to]).collect();
    let ours = [changes(columns[0], 100.0), log_returns(columns[1]), changes(columns[2], 1.0), log_returns(columns[3])];
    for (got, name) in ours.iter().zip(["jgb", "fx", "vix", "btc"]) {
        let expected = column_named("real", name);
        assert_eq!(got.len(), expected.len());
        for (g, e) in got.iter().zip(expected) {
            table.close(name, *g, e, FIGURE * 1e-3);
        }
    }
}
