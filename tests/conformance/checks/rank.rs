use yenlens::stats::moments::deviation;
use yenlens::stats::rank::{kendall, rolling_spearman, spearman};

use crate::table::{FIGURE, P_VALUE, Table, column, int, list, num, nums};

/// The column on a grid of so many deviations, as the table was made, so that values tie.
fn on_grid(x: &[f64], grid: f64) -> Vec<f64> {
    if grid == 0.0 {
        return x.to_vec();
    }
    let n = x.len() as f64;
    let size = deviation(x).unwrap() * ((n - 1.0) / n).sqrt();
    x.iter().map(|v| (v / size / grid).round_ties_even()).collect()
}

#[test]
fn rank_correlations_are_those_of_scipy() {
    let table = Table::load("rank");
    for (key, figure) in [("spearman", spearman as fn(&[f64], &[f64]) -> _), ("kendall", kendall)] {
        for row in table.rows(key) {
            let row = list(row);
            let n = int(&row[3]);
            let (x, y) = (column(&row[0], &row[1]), column(&row[0], &row[2]));
            let got = figure(&on_grid(&x[..n], num(&row[4])), &on_grid(&y[..n], num(&row[5]))).unwrap();
            let what = format!("{key} {:?}", &row[..6]);
            table.close_to_size(&what, got.estimate, num(&row[6]), FIGURE);
            table.close(&format!("p of {what}"), got.p_value, num(&row[7]), P_VALUE);
            table.close_to_size(&what, got.low, num(&row[8]), FIGURE);
            table.close_to_size(&what, got.high, num(&row[9]), FIGURE);
        }
    }
}

#[test]
fn rolling_spearman_is_that_of_each_window() {
    let table = Table::load("rank");
    for row in table.rows("rolling") {
        let row = list(row);
        let (x, y) = (column(&row[0], &row[1]), column(&row[0], &row[2]));
        let got = rolling_spearman(&x, &y, int(&row[3])).unwrap();
        for (at, expected) in nums(&row[4]).iter().zip(nums(&row[5])) {
            table.close_to_size("rolling", got[*at as usize], expected, FIGURE);
        }
    }
}
