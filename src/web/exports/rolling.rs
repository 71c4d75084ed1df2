//! Changes and rolling figures.

use wasm_bindgen::prelude::*;

use super::arguments::{column, number_or, whole};
use super::results::Outcome;
use crate::stats::{ewma, rank, rolling, transforms};

#[wasm_bindgen(js_name = logReturns, skip_typescript)]
pub fn log_returns(prices: &JsValue) -> Outcome<Vec<f64>> {
    Ok(transforms::log_returns(&column("prices", prices)?))
}

#[wasm_bindgen(skip_typescript)]
pub fn changes(values: &JsValue, scale: &JsValue) -> Outcome<Vec<f64>> {
    Ok(transforms::changes(&column("values", values)?, number_or("scale", scale, 1.0)?))
}

#[wasm_bindgen(js_name = rollingMean, skip_typescript)]
pub fn rolling_mean(x: &JsValue, window: &JsValue) -> Outcome<Vec<f64>> {
    rolling::mean(&column("x", x)?, whole("window", window)?)
}

#[wasm_bindgen(js_name = rollingStd, skip_typescript)]
pub fn rolling_std(x: &JsValue, window: &JsValue) -> Outcome<Vec<f64>> {
    rolling::std(&column("x", x)?, whole("window", window)?)
}

#[wasm_bindgen(js_name = rollingZScore, skip_typescript)]
pub fn rolling_z_score(x: &JsValue, window: &JsValue) -> Outcome<Vec<f64>> {
    rolling::z_score(&column("x", x)?, whole("window", window)?)
}

#[wasm_bindgen(js_name = rollingCorrelation, skip_typescript)]
pub fn rolling_correlation(x: &JsValue, y: &JsValue, window: &JsValue) -> Outcome<Vec<f64>> {
    rolling::correlation(&column("x", x)?, &column("y", y)?, whole("window", window)?)
}

#[wasm_bindgen(js_name = rollingSpearman, skip_typescript)]
pub fn rolling_spearman(x: &JsValue, y: &JsValue, window: &JsValue) -> Outcome<Vec<f64>> {
    rank::rolling_spearman(&column("x", x)?, &column("y", y)?, whole("window", window)?)
}

#[wasm_bindgen(js_name = rollingBeta, skip_typescript)]
pub fn rolling_beta(y: &JsValue, x: &JsValue, window: &JsValue) -> Outcome<Vec<f64>> {
    rolling::beta(&column("y", y)?, &column("x", x)?, whole("window", window)?)
}

#[wasm_bindgen(js_name = ewmaVolatility, skip_typescript)]
pub fn ewma_volatility(returns: &JsValue, lambda: &JsValue) -> Outcome<Vec<f64>> {
    ewma::volatility(&column("returns", returns)?, number_or("lambda", lambda, 0.94)?)
}

#[wasm_bindgen(js_name = ewmaCorrelation, skip_typescript)]
pub fn ewma_correlation(x: &JsValue, y: &JsValue, lambda: &JsValue) -> Outcome<Vec<f64>> {
    ewma::correlation(&column("x", x)?, &column("y", y)?, number_or("lambda", lambda, 0.94)?)
}
