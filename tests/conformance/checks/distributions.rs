use yenlens::stats::distributions::{
    chi_squared_quantile, chi_squared_upper, f_upper, normal_cdf, normal_two_sided, student_two_sided,
};

use crate::table::{P_VALUE, Table, num};

#[test]
fn tails_and_quantiles_are_those_of_scipy() {
    let table = Table::load("distributions");
    let each = |key: &str, figure: &dyn Fn(&[f64]) -> f64, tolerance: f64| {
        for row in table.rows(key) {
            let row: Vec<f64> = row.as_array().unwrap().iter().map(num).collect();
            let (expected, arguments) = row.split_last().unwrap();
            table.close(&format!("{key}{arguments:?}"), figure(arguments), *expected, tolerance);
        }
    };
    each("normal_cdf", &|a| normal_cdf(a[0]), 1e-12);
    each("normal_two_sided", &|a| normal_two_sided(a[0]), 1e-12);
    each("student_two_sided", &|a| student_two_sided(a[0], a[1]), P_VALUE);
    each("f_upper", &|a| f_upper(a[0], a[1], a[2]), P_VALUE);
    each("chi_squared_upper", &|a| chi_squared_upper(a[0], a[1] as u32), P_VALUE);
    each("chi_squared_quantile", &|a| chi_squared_quantile(a[0], a[1] as u32), 1e-9);
}

#[test]
fn a_missing_figure_has_no_tail() {
    let nan = f64::NAN;
    for p in [
        normal_cdf(nan),
        normal_two_sided(nan),
        normal_two_sided(1.0),
        student_two_sided(nan, 5.0),
        student_two_sided(1.0, 0.0),
        f_upper(nan, 1.0, 1.0),
        f_upper(1.0, nan, 1.0),
        chi_squared_upper(nan, 2),
        chi_squared_upper(1.0, 0),
        chi_squared_quantile(1.0, 3),
        chi_squared_quantile(nan, 3),
    ] {
        assert!(p.is_nan());
    }
    assert!(student_two_sided(f64::INFINITY, 5.0) <= 0.0 && f_upper(f64::INFINITY, 2.0, 5.0) <= 0.0);
}
