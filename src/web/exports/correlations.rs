//! Correlations of whole columns and how far they can be trusted.

use wasm_bindgen::prelude::*;

use super::arguments::{Options, column, columns, expected, number, number_or, slices, whole};
use super::results::{Outcome, object};
use crate::error::Error;
use crate::stats::bootstrap::{self, Block, Plan};
use crate::stats::correlation::{self, Correlation};
use crate::stats::rolling_band::{self, Method};
use crate::stats::{lead_lag, levels, odds, rank, regression};

type Figure = fn(&[f64], &[f64]) -> Result<Correlation, Error>;

fn of_pairs(x: &JsValue, y: &JsValue, figure: Figure) -> Outcome<JsValue> {
    let r = figure(&column("x", x)?, &column("y", y)?)?;
    Ok(object(&[("estimate", r.estimate), ("low", r.low), ("high", r.high), ("pValue", r.p_value), ("n", r.n as f64)], &[]))
}

#[wasm_bindgen(skip_typescript)]
pub fn pearson(x: &JsValue, y: &JsValue) -> Outcome<JsValue> {
    of_pairs(x, y, correlation::pearson)
}

#[wasm_bindgen(skip_typescript)]
pub fn spearman(x: &JsValue, y: &JsValue) -> Outcome<JsValue> {
    of_pairs(x, y, rank::spearman)
}

#[wasm_bindgen(skip_typescript)]
pub fn kendall(x: &JsValue, y: &JsValue) -> Outcome<JsValue> {
    of_pairs(x, y, rank::kendall)
}

#[wasm_bindgen(js_name = correlationInterval, skip_typescript)]
pub fn correlation_interval(r: &JsValue, n: &JsValue, confidence: &JsValue) -> Outcome<Vec<f64>> {
    let confidence = number_or("confidence", confidence, 0.95)?;
    let (low, high) = correlation::interval(number("r", r)?, whole("n", n)?, confidence)?;
    Ok(vec![low, high])
}

#[wasm_bindgen(js_name = partialCorrelation, skip_typescript)]
pub fn partial_correlation(x: &JsValue, y: &JsValue, controls: &JsValue) -> Outcome<f64> {
    let controls = columns("controls", controls)?;
    regression::partial_correlation(&column("x", x)?, &column("y", y)?, &slices(&controls))
}

#[wasm_bindgen(js_name = crossCorrelation, skip_typescript)]
pub fn cross_correlation(x: &JsValue, y: &JsValue, max_lag: &JsValue) -> Outcome<Vec<f64>> {
    lead_lag::cross_correlation(&column("x", x)?, &column("y", y)?, whole("maxLag", max_lag)?)
}

#[wasm_bindgen(js_name = optimalBlockLength, skip_typescript)]
pub fn optimal_block_length(x: &JsValue) -> Outcome<f64> {
    bootstrap::optimal_block_length(&column("x", x)?)
}

/// How to resample, as the options say.
fn plan(options: &Options) -> Outcome<Plan> {
    let default = Plan::default();
    let block = options.get("meanBlock");
    let block = match block.as_f64() {
        Some(length) => Block::Mean(length),
        None if block.is_undefined() || block == "auto" => Block::Auto,
        None => return Err(expected("meanBlock", "a number from 1, or \"auto\"")),
    };
    Ok(Plan {
        resamples: options.whole_or("resamples", default.resamples)?,
        block,
        seed: options.seed_or("seed", default.seed)?,
        confidence: options.number_or("confidence", default.confidence)?,
    })
}

#[wasm_bindgen(js_name = bootstrapCorrelation, skip_typescript)]
pub fn bootstrap_correlation(x: &JsValue, y: &JsValue, options: &JsValue) -> Outcome<JsValue> {
    let plan = plan(&Options::new(options, &["resamples", "meanBlock", "seed", "confidence"])?)?;
    let band = bootstrap::correlation(&column("x", x)?, &column("y", y)?, plan)?;
    Ok(object(&[("estimate", band.estimate), ("low", band.low), ("high", band.high)], &[]))
}

#[wasm_bindgen(js_name = rollingCorrelationBand, skip_typescript)]
pub fn rolling_correlation_band(x: &JsValue, y: &JsValue, window: &JsValue, options: &JsValue) -> Outcome<JsValue> {
    let options = Options::new(options, &["method", "resamples", "meanBlock", "seed", "confidence"])?;
    let (plan, method) = (plan(&options)?, options.get("method"));
    let method = if method.is_undefined() || method == "fisher" {
        Method::Fisher(plan.confidence)
    } else if method == "bootstrap" {
        Method::Bootstrap(plan)
    } else {
        return Err(expected("method", "\"fisher\" or \"bootstrap\""));
    };
    let band = rolling_band::correlation(&column("x", x)?, &column("y", y)?, whole("window", window)?, method)?;
    Ok(object(&[], &[("estimate", &band.estimate), ("low", &band.low), ("high", &band.high)]))
}

#[wasm_bindgen(js_name = levelsOdds, skip_typescript)]
pub fn levels_odds(n: &JsValue, r: &JsValue, options: &JsValue) -> Outcome<f64> {
    let options = Options::new(options, &["simulations", "seed"])?;
    let (simulations, seed) = (options.whole_or("simulations", 10_000)?, options.seed_or("seed", 1)?);
    levels::odds(whole("n", n)?, number("r", r)?, simulations, seed)
}

#[wasm_bindgen(js_name = forbesRigobon, skip_typescript)]
pub fn forbes_rigobon(r: &JsValue, variance_ratio: &JsValue) -> Outcome<f64> {
    odds::forbes_rigobon(number("r", r)?, number("varianceRatio", variance_ratio)?)
}
