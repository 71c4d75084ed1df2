use yenlens::stats::causality::granger;
use yenlens::stats::lead_lag::cross_correlation;
use yenlens::stats::local_projection::local_projection;
use yenlens::stats::stationarity::{adf, engle_granger, kpss, ljung_box};
use yenlens::stats::vector_autoregression::VectorAutoregression;
use yenlens::stats::{ewma, regression};

use crate::table::{FIGURE, P_VALUE, Table, column, int, list, num, nums};

fn cumulated(x: &[f64]) -> Vec<f64> {
    x.iter().scan(0.0, |sum, v| Some(std::mem::replace(sum, *sum + v) + v)).collect()
}

#[test]
fn lead_lag_and_exponential_weights_are_those_of_the_references() {
    let table = Table::load("dynamics");
    for row in table.rows("ccf") {
        let row = list(row);
        let got = cross_correlation(&column(&row[0], &row[1]), &column(&row[0], &row[2]), int(&row[3])).unwrap();
        let expected = nums(&row[4]);
        assert_eq!(got.len(), expected.len());
        for (g, e) in got.iter().zip(expected) {
            table.close_to_size("ccf", *g, e, FIGURE * 0.1);
        }
    }
    for row in table.rows("ewma") {
        let row = list(row);
        let (x, y) = (column(&row[0], &row[1]), column(&row[0], &row[2]));
        let (s, r) = (ewma::volatility(&x, 0.94).unwrap(), ewma::correlation(&x, &y, 0.94).unwrap());
        for ((at, vol), corr) in nums(&row[3]).iter().zip(nums(&row[4])).zip(nums(&row[5])) {
            table.close("ewma volatility", s[*at as usize], vol, FIGURE);
            table.close_to_size("ewma correlation", r[*at as usize], corr, FIGURE * 0.1);
        }
    }
}

#[test]
fn tests_of_time_series_are_those_of_statsmodels() {
    let table = Table::load("dynamics");
    for row in table.rows("granger") {
        let row = list(row);
        let got = granger(&column(&row[0], &row[1]), &column(&row[0], &row[2]), int(&row[3])).unwrap();
        // statsmodels takes the difference of two sums of squares, which leaves an F near 0 with their rounding.
        table.close_to_size("granger F", got.f_statistic, num(&row[4]), FIGURE * num(&row[4]).max(0.1));
        table.close("granger p", got.p_value, num(&row[5]), P_VALUE);
        assert_eq!((got.df_numerator, got.df_denominator), (int(&row[6]), int(&row[7])));
    }
    for (key, test) in [("adf", adf as fn(&[f64], usize) -> _), ("kpss", kpss)] {
        for row in table.rows(key) {
            let row = list(row);
            let x = column(&row[0], &row[1]);
            let got = test(&if row[2] == "levels" { cumulated(&x) } else { x }, int(&row[3])).unwrap();
            table.close(key, got.statistic, num(&row[4]), FIGURE);
            table.close(key, got.p_value, num(&row[5]), P_VALUE);
        }
    }
    for row in table.rows("ljung_box") {
        let row = list(row);
        let got = ljung_box(&column(&row[0], &row[1]), int(&row[2])).unwrap();
        table.close("ljung-box", got.statistic, num(&row[3]), FIGURE);
        table.close("ljung-box", got.p_value, num(&row[4]), P_VALUE);
    }
    for row in table.rows("engle_granger") {
        let row = list(row);
        let (x, y) = (cumulated(&column(&row[0], &row[1])), cumulated(&column(&row[0], &row[2])));
        let got = engle_granger(&y, &x, int(&row[3])).unwrap();
        table.close("engle-granger", got.statistic, num(&row[4]), FIGURE);
        table.close("engle-granger", got.p_value, num(&row[5]), P_VALUE);
    }
}

/// Compares matrices by the size of their largest cell: a cell near zero carries the rounding of the others.
fn matrices(table: &Table, what: &str, got: &[f64], expected: &[f64]) {
    assert_eq!(got.len(), expected.len());
    let size = expected.iter().fold(0.0_f64, |a, v| a.max(v.abs()));
    for (g, e) in got.iter().zip(expected) {
        table.close_to_size(what, *g, *e, FIGURE * size);
    }
}

#[test]
fn vector_autoregressions_and_what_follows_from_them_are_those_of_statsmodels() {
    let table = Table::load("dynamics");
    for row in table.rows("var") {
        let columns: Vec<Vec<f64>> = list(&row["columns"]).iter().map(|name| column(&row["sample"], name)).collect();
        let columns: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
        let var = VectorAutoregression::fit(&columns, int(&row["lags"])).unwrap();
        matrices(&table, "params", &var.coefficients(), &nums(&row["params"]));
        matrices(&table, "sigma", var.residual_covariance(), &nums(&row["sigma"]));
        for (got, expected) in var.impulse_responses(10).unwrap().iter().zip(list(&row["orth_irfs"])) {
            matrices(&table, "irf", got, &nums(expected));
        }
        let c = var.connectedness(10).unwrap();
        matrices(&table, "table", &c.table, &nums(&row["table"]));
        matrices(&table, "from", &c.from, &nums(&row["from"]));
        matrices(&table, "to", &c.to, &nums(&row["to"]));
        table.close("total", c.total, num(&row["total"]), FIGURE);
    }
    for row in table.rows("projection") {
        let row = list(row);
        let (x, y) = (column(&row[0], &row[1]), column(&row[0], &row[2]));
        let got = local_projection(&x, &y, int(&row[3]), int(&row[4]), 0.95).unwrap();
        for (step, expected) in list(&row[5]).iter().enumerate() {
            let expected = nums(expected);
            table.close_to_size("projection", got.response[step], expected[0], FIGURE * expected[1]);
            table.close("projection error", got.standard_errors[step], expected[1], FIGURE);
        }
    }
    assert_eq!(regression::automatic_lags(260), 4);
}
