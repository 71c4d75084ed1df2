use yenlens::stats::levels::odds;

use crate::table::{Table, nums};

#[test]
fn odds_of_walks_are_those_of_an_independent_simulation() {
    let table = Table::load("levels");
    let simulations = 40_000;
    for row in table.rows("odds") {
        let row = nums(row);
        let (n, level, share, theirs) = (row[0] as usize, row[1], row[2], row[3]);
        // Four standard errors of the difference of two simulated shares.
        let error = (share * (1.0 - share) * (1.0 / f64::from(simulations) + 1.0 / theirs)).sqrt();
        let got = odds(n, level, simulations as usize, 11).unwrap();
        table.close_to_size(&format!("{n} {level}"), got, share, 4.0 * error);
    }
}
