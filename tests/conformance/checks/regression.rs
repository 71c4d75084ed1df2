use yenlens::stats::regression::{Errors, Lags, ols, partial_correlation};

use crate::table::{FIGURE, P_VALUE, Table, column, int, list, num, nums};

#[test]
fn regressions_and_their_robust_errors_are_those_of_statsmodels() {
    let table = Table::load("regression");
    for row in table.rows("ols") {
        let row = list(row);
        let y = column(&row[0], &row[1]);
        let columns: Vec<Vec<f64>> = list(&row[2]).iter().map(|name| column(&row[0], name)).collect();
        let columns: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
        let intercept = row[3].as_bool().unwrap();
        for fit in list(&row[8]) {
            let small_sample = fit[1].as_bool().unwrap();
            let errors = match fit[0].as_u64() {
                None => Errors::Classical,
                Some(lags) => Errors::NeweyWest { lags: Lags::Fixed(lags as usize), small_sample },
            };
            let got = ols(&y, &columns, intercept, errors).unwrap();
            let what = format!("{} on {} {errors:?}", row[1], row[2]);
            table.close(&what, got.r_squared, num(&row[4]), FIGURE);
            table.close_to_size(&what, got.adjusted_r_squared, num(&row[5]), FIGURE * num(&row[4]));
            table.close(&what, got.residual_variance, num(&row[6]), FIGURE);
            assert_eq!(got.n, int(&row[7]));
            for (key, tolerance, got) in [
                ("b", FIGURE, &got.coefficients),
                ("se", FIGURE, &got.standard_errors),
                ("t", FIGURE, &got.t_statistics),
                ("p", P_VALUE, &got.p_values),
            ] {
                for (g, e) in got.iter().zip(nums(&fit[2][key])) {
                    table.close(&format!("{key} of {what}"), *g, e, tolerance);
                }
            }
        }
    }
    for row in table.rows("partial") {
        let row = list(row);
        let controls: Vec<Vec<f64>> = list(&row[3]).iter().map(|name| column(&row[0], name)).collect();
        let controls: Vec<&[f64]> = controls.iter().map(Vec::as_slice).collect();
        let got = partial_correlation(&column(&row[0], &row[1]), &column(&row[0], &row[2]), &controls).unwrap();
        table.close("partial", got, num(&row[4]), FIGURE);
    }
}
