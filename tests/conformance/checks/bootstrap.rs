use yenlens::stats::bootstrap::{Block, Plan, correlation, optimal_block_length};

use crate::table::{FIGURE, Table, column, int, list, num, nums};

#[test]
fn block_lengths_are_those_of_arch() {
    let table = Table::load("bootstrap");
    for row in table.rows("block") {
        let row = list(row);
        let (n, rho) = (int(&row[2]), num(&row[3]));
        let mut x = column(&row[0], &row[1])[..n].to_vec();
        for t in 1..n {
            x[t] += rho * x[t - 1];
        }
        table.close(&format!("{row:?}"), optimal_block_length(&x).unwrap(), num(&row[4]), FIGURE);
    }
}

#[test]
fn bootstrap_intervals_are_those_of_arch_in_distribution() {
    let table = Table::load("bootstrap");
    for row in table.rows("interval") {
        let row = list(row);
        let (x, y) = (column(&row[0], &row[1]), column(&row[0], &row[2]));
        let expected = nums(&serde_json::Value::Array(row[3..].to_vec()));
        let plan = Plan { resamples: 20_000, block: Block::Mean(expected[0]), seed: 3, confidence: 0.95 };
        let got = correlation(&x, &y, plan).unwrap();
        table.close("estimate", got.estimate, expected[1], FIGURE);
        // Four standard errors of the difference; both sides draw as often, so that their errors are alike.
        let noise = |error: f64| 4.0 * error * 2.0_f64.sqrt();
        table.close_to_size("low", got.low, expected[2], noise(expected[4]));
        table.close_to_size("high", got.high, expected[3], noise(expected[5]));
    }
}
