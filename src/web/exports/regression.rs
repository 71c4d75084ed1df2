//! Ordinary least squares.

use wasm_bindgen::prelude::*;

use super::arguments::{Options, column, columns, expected, slices, whole};
use super::results::{Outcome, object};
use crate::stats::regression::{self, Errors, Lags};

#[wasm_bindgen(skip_typescript)]
pub fn ols(y: &JsValue, regressors: &JsValue, options: &JsValue) -> Outcome<JsValue> {
    let options = Options::new(options, &["intercept", "hacLags", "smallSample"])?;
    let small_sample = options.flag_or("smallSample", false)?;
    let lags = options.get("hacLags");
    let errors = if lags.is_undefined() || lags.is_null() {
        Errors::Classical
    } else if lags == "auto" {
        Errors::NeweyWest { lags: Lags::Auto, small_sample }
    } else {
        // A number that is refused is told with what it was.
        let fault = |error| match lags.as_f64() {
            Some(_) => error,
            None => expected("hacLags", "a whole number from 0, \"auto\" or null"),
        };
        Errors::NeweyWest { lags: Lags::Fixed(whole("hacLags", &lags).map_err(fault)?), small_sample }
    };
    let regressors = columns("regressors", regressors)?;
    let fit = regression::ols(&column("y", y)?, &slices(&regressors), options.flag_or("intercept", true)?, errors)?;
    Ok(object(
        &[
            ("rSquared", fit.r_squared),
            ("adjustedRSquared", fit.adjusted_r_squared),
            ("residualVariance", fit.residual_variance),
            ("n", fit.n as f64),
        ],
        &[
            ("coefficients", &fit.coefficients),
            ("standardErrors", &fit.standard_errors),
            ("tStatistics", &fit.t_statistics),
            ("pValues", &fit.p_values),
        ],
    ))
}
