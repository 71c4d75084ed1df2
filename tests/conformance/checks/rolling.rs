use yenlens::stats::rolling;

use crate::table::{FIGURE, Table, column, int, list, nums};

#[test]
fn rolling_figures_are_those_of_pandas_and_statsmodels() {
    let table = Table::load("rolling");
    for row in table.rows("plain") {
        let row = list(row);
        let (x, y, w) = (column(&row[0], &row[1]), column(&row[0], &row[2]), int(&row[3]));
        let figures = [
            ("mean", rolling::mean(&x, w).unwrap()),
            ("std", rolling::std(&x, w).unwrap()),
            ("z_score", rolling::z_score(&x, w).unwrap()),
            ("correlation", rolling::correlation(&x, &y, w).unwrap()),
            ("beta", rolling::beta(&y, &x, w).unwrap()),
        ];
        for (name, got) in figures {
            let size = nums(&row[5][name]).iter().filter(|v| !v.is_nan()).fold(0.0_f64, |a, v| a.max(v.abs()));
            for (at, expected) in nums(&row[4]).iter().zip(nums(&row[5][name])) {
                // statsmodels fits no window of two points, so that there is nothing to compare a beta of two with.
                if !(name == "beta" && w == 2) {
                    table.close_to_size(&format!("{name} {w} at {at}"), got[*at as usize], expected, FIGURE * size);
                }
            }
            assert!(got[..w - 1].iter().all(|v| v.is_nan()));
        }
    }
}

#[test]
fn at_an_offset_of_1e8_rolling_figures_are_the_exact_ones() {
    let table = Table::load("rolling");
    for row in table.rows("offset") {
        let row = list(row);
        let shifted = |name, shift: f64| column(&row[0], name).iter().map(|v| v * 100.0 + shift).collect::<Vec<f64>>();
        let (x, y, w) = (shifted(&row[1], 1e8), shifted(&row[2], -1e8), int(&row[3]));
        let r = rolling::correlation(&x, &y, w).unwrap();
        let beta = rolling::beta(&y, &x, w).unwrap();
        let (std, z) = (rolling::std(&x, w).unwrap(), rolling::z_score(&x, w).unwrap());
        for expected in list(&row[4]) {
            let expected = nums(expected);
            let at = expected[0] as usize;
            table.close_to_size("correlation", r[at], expected[1], FIGURE);
            table.close_to_size("beta", beta[at], expected[2], FIGURE * (1.0 + expected[2].abs()));
            table.close("deviation", std[at], expected[3], FIGURE);
            table.close_to_size("z-score", z[at], expected[4], FIGURE);
        }
    }
}
