use yenlens::stats::correlation::{interval, pearson};
use yenlens::stats::moments::{autocorrelation, deviation, mean};

use crate::table::{FIGURE, P_VALUE, Table, column, int, list, num, nums};

#[test]
fn pearson_its_interval_and_p_value_are_those_of_scipy() {
    let table = Table::load("correlation");
    for row in table.rows("pearson") {
        let row = list(row);
        let n = int(&row[3]);
        let (x, y) = (column(&row[0], &row[1]), column(&row[0], &row[2]));
        let got = pearson(&x[..n], &y[..n]).unwrap();
        let what = format!("{} {} {n}", row[1], row[2]);
        table.close_to_size(&what, got.estimate, num(&row[4]), FIGURE * num(&row[4]).abs().max(0.01));
        table.close(&what, got.p_value, num(&row[5]), P_VALUE);
        table.close(&what, got.low, num(&row[6]), FIGURE);
        table.close(&what, got.high, num(&row[7]), FIGURE);
        assert_eq!(got.n, n);
    }
    for row in table.rows("interval") {
        let row = nums(row);
        let (low, high) = interval(row[0], row[1] as usize, row[2]).unwrap();
        table.close(&format!("low of {row:?}"), low, row[3], FIGURE);
        table.close(&format!("high of {row:?}"), high, row[4], FIGURE);
    }
}

#[test]
fn moments_are_those_of_pandas_and_statsmodels() {
    let table = Table::load("correlation");
    for row in table.rows("moments") {
        let row = list(row);
        let x = column(&row[0], &row[1]);
        table.close("mean", mean(&x).unwrap(), num(&row[2]), FIGURE);
        table.close("deviation", deviation(&x).unwrap(), num(&row[3]), FIGURE);
        for (lag, expected) in nums(&row[4]).iter().enumerate() {
            table.close("autocorrelation", autocorrelation(&x, lag + 1).unwrap(), *expected, FIGURE);
        }
    }
}
