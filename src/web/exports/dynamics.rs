//! How columns act on each other over time, and whether their levels may be used at all.

use js_sys::{Array, Float64Array};
use wasm_bindgen::prelude::*;

use super::arguments::{Options, column, columns, slices, whole};
use super::results::{Outcome, object};
use crate::error::Error;
use crate::stats::stationarity::{self, Test};
use crate::stats::{causality, local_projection, vector_autoregression};

#[wasm_bindgen(js_name = grangerTest, skip_typescript)]
pub fn granger_test(cause: &JsValue, effect: &JsValue, lags: &JsValue) -> Outcome<JsValue> {
    let test = causality::granger(&column("cause", cause)?, &column("effect", effect)?, whole("lags", lags)?)?;
    Ok(object(
        &[
            ("fStatistic", test.f_statistic),
            ("pValue", test.p_value),
            ("dfNumerator", test.df_numerator as f64),
            ("dfDenominator", test.df_denominator as f64),
        ],
        &[],
    ))
}

#[wasm_bindgen(skip_typescript)]
pub fn connectedness(series: &JsValue, options: &JsValue) -> Outcome<JsValue> {
    let options = Options::new(options, &["lags", "horizon"])?;
    let (lags, horizon) = (whole("lags", &options.get("lags"))?, options.whole_or("horizon", 10)?);
    let series = columns("series", series)?;
    let found = vector_autoregression::connectedness(&slices(&series), lags, horizon)?;
    Ok(object(
        &[("total", found.total)],
        &[("table", &found.table), ("from", &found.from), ("to", &found.to), ("net", &found.net)],
    ))
}

#[wasm_bindgen(js_name = impulseResponses, skip_typescript)]
pub fn impulse_responses(series: &JsValue, options: &JsValue) -> Outcome<Array> {
    let options = Options::new(options, &["lags", "horizon"])?;
    let (lags, horizon) = (whole("lags", &options.get("lags"))?, options.whole_or("horizon", 10)?);
    let series = columns("series", series)?;
    let steps = vector_autoregression::impulse_responses(&slices(&series), lags, horizon)?;
    Ok(steps.iter().map(|step| Float64Array::from(step.as_slice())).collect())
}

#[wasm_bindgen(js_name = localProjection, skip_typescript)]
pub fn local_projection(shock: &JsValue, response: &JsValue, options: &JsValue) -> Outcome<JsValue> {
    let options = Options::new(options, &["lags", "horizon", "confidence"])?;
    let (lags, horizon) = (whole("lags", &options.get("lags"))?, options.whole_or("horizon", 10)?);
    let confidence = options.number_or("confidence", 0.95)?;
    let path =
        local_projection::local_projection(&column("shock", shock)?, &column("response", response)?, horizon, lags, confidence)?;
    Ok(object(
        &[],
        &[("response", &path.response), ("standardErrors", &path.standard_errors), ("low", &path.low), ("high", &path.high)],
    ))
}

fn tested(test: Result<Test, Error>) -> Outcome<JsValue> {
    let test = test?;
    Ok(object(&[("statistic", test.statistic), ("pValue", test.p_value)], &[]))
}

#[wasm_bindgen(js_name = adfTest, skip_typescript)]
pub fn adf_test(x: &JsValue, lags: &JsValue) -> Outcome<JsValue> {
    tested(stationarity::adf(&column("x", x)?, whole("lags", lags)?))
}

#[wasm_bindgen(js_name = kpssTest, skip_typescript)]
pub fn kpss_test(x: &JsValue, lags: &JsValue) -> Outcome<JsValue> {
    tested(stationarity::kpss(&column("x", x)?, whole("lags", lags)?))
}

#[wasm_bindgen(js_name = ljungBox, skip_typescript)]
pub fn ljung_box(x: &JsValue, lags: &JsValue) -> Outcome<JsValue> {
    tested(stationarity::ljung_box(&column("x", x)?, whole("lags", lags)?))
}

#[wasm_bindgen(js_name = engleGranger, skip_typescript)]
pub fn engle_granger(y: &JsValue, x: &JsValue, lags: &JsValue) -> Outcome<JsValue> {
    tested(stationarity::engle_granger(&column("y", y)?, &column("x", x)?, whole("lags", lags)?))
}
