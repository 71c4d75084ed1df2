//! NIST's Statistical Reference Datasets: how many of the certified digits come out.

use serde_json::Value;
use yenlens::stats::moments::{autocorrelation, deviation, mean};
use yenlens::stats::regression::{Errors, ols};

use crate::table::{int, list, num, nums};

fn sets(kind: &str) -> Vec<Value> {
    let path = format!("{}/tests/conformance/nist/{kind}.json", env!("CARGO_MANIFEST_DIR"));
    let root: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    list(&root["sets"]).to_vec()
}

/// Correct digits, at most the 15 that are certified.
fn digits(got: f64, certified: f64) -> f64 {
    let error = if certified == 0.0 { got.abs() } else { ((got - certified) / certified).abs() };
    if error > 0.0 { (-error.log10()).min(15.0) } else { 15.0 }
}

fn fewest(pairs: impl IntoIterator<Item = (f64, f64)>) -> f64 {
    pairs.into_iter().map(|(got, certified)| digits(got, certified)).fold(15.0, f64::min)
}

#[test]
fn linear_regression_gives_the_certified_digits() {
    for set in sets("linear") {
        let (name, degree) = (set["name"].as_str().unwrap(), int(&set["degree"]));
        let mut columns: Vec<Vec<f64>> = list(&set["x"]).iter().map(nums).collect();
        for _ in 1..degree {
            let next = columns[0].iter().zip(&columns[columns.len() - 1]).map(|(x, power)| x * power).collect();
            columns.push(next);
        }
        let columns: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
        let fit = ols(&nums(&set["y"]), &columns, set["intercept"].as_bool().unwrap(), Errors::Classical).unwrap();
        let of = |got: &[f64], key: &str| fewest(got.iter().copied().zip(nums(&set[key])));
        let coefficients = of(&fit.coefficients, "coefficients");
        // Where the fit is exact, an error of 0 is certified, and what is left is rounding in the scale of y.
        let exact = num(&set["residual_deviation"]) == 0.0;
        let errors = if exact { 15.0 } else { of(&fit.standard_errors, "deviations") };
        let residual = if exact { 15.0 } else { digits(fit.residual_variance.sqrt(), num(&set["residual_deviation"])) };
        let explained = digits(fit.r_squared, num(&set["r_squared"]));
        println!("{name}: coefficients {coefficients:.1}, errors {errors:.1}, residual {residual:.1}, R² {explained:.1} digits");
        let asked = match set["level"].as_str().unwrap() {
            "lower" | "average" => 9.0,
            // Filip and the Wampler sets: conditions from 1e10 on, and in Wampler5 residuals that dwarf the coefficients.
            _ => 6.0,
        };
        assert!(coefficients.min(errors).min(residual).min(explained) >= asked, "{name}");
        if exact {
            let largest = nums(&set["y"]).iter().fold(0.0_f64, |a, v| a.max(v.abs()));
            assert!(fit.residual_variance.sqrt() < 1e-12 * largest, "{name}");
        }
    }
}

#[test]
fn univariate_moments_give_the_certified_digits() {
    for set in sets("univariate") {
        let (name, x) = (set["name"].as_str().unwrap(), nums(&set["values"]));
        let m = digits(mean(&x).unwrap(), num(&set["mean"]));
        let s = digits(deviation(&x).unwrap(), num(&set["deviation"]));
        let r = digits(autocorrelation(&x, 1).unwrap(), num(&set["autocorrelation"]));
        println!("{name}: mean {m:.1}, deviation {s:.1}, autocorrelation {r:.1} digits");
        let asked = if name == "NumAcc4" { 8.0 } else { 9.0 };
        assert!(m.min(s).min(r) >= asked, "{name}: {m} {s} {r}");
    }
}
