//! Changes and rolling figures.

use js_sys::Float64Array;
use wasm_bindgen::prelude::*;

use super::arguments::{column, number_or, whole};
use super::pieces;
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
pub fn rolling_mean(x: &JsValue, window: &JsValue) -> Outcome<Float64Array> {
    pieces::of_column(x, window, rolling::mean_into)
}

#[wasm_bindgen(js_name = rollingStd, skip_typescript)]
pub fn rolling_std(x: &JsValue, window: &JsValue) -> Outcome<Float64Array> {
    pieces::of_column(x, window, rolling::std_into)
}

#[wasm_bindgen(js_name = rollingZScore, skip_typescript)]
pub fn rolling_z_score(x: &JsValue, window: &JsValue) -> Outcome<Float64Array> {
    pieces::of_column(x, window, rolling::z_score_into)
}

#[wasm_bindgen(js_name = rollingCorrelation, skip_typescript)]
pub fn rolling_correlation(x: &JsValue, y: &JsValue, window: &JsValue) -> Outcome<Float64Array> {
    pieces::of_pair([("x", x), ("y", y)], window, rolling::correlation_into)
}

#[wasm_bindgen(js_name = rollingSpearman, skip_typescript)]
pub fn rolling_spearman(x: &JsValue, y: &JsValue, window: &JsValue) -> Outcome<Vec<f64>> {
    rank::rolling_spearman(&column("x", x)?, &column("y", y)?, whole("window", window)?)
}

#[wasm_bindgen(js_name = rollingBeta, skip_typescript)]
pub fn rolling_beta(y: &JsValue, x: &JsValue, window: &JsValue) -> Outcome<Float64Array> {
    pieces::of_pair([("y", y), ("x", x)], window, rolling::beta_into)
}

#[wasm_bindgen(js_name = ewmaVolatility, skip_typescript)]
pub fn ewma_volatility(returns: &JsValue, lambda: &JsValue) -> Outcome<Vec<f64>> {
    ewma::volatility(&column("returns", returns)?, number_or("lambda", lambda, 0.94)?)
}

#[wasm_bindgen(js_name = ewmaCorrelation, skip_typescript)]
pub fn ewma_correlation(x: &JsValue, y: &JsValue, lambda: &JsValue) -> Outcome<Float64Array> {
    pieces::ewma(x, y, lambda, ewma::correlation)
}
