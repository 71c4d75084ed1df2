//! Events and shares.

use wasm_bindgen::prelude::*;

use super::arguments::{Options, column, indices, number_or, whole};
use super::results::{Outcome, object};
use crate::stats::{event_study, odds};

#[wasm_bindgen(js_name = eventStudy, skip_typescript)]
pub fn event_study(returns: &JsValue, market: &JsValue, options: &JsValue) -> Outcome<JsValue> {
    let options = Options::new(options, &["estimation", "event"])?;
    let (estimation, event) = (options.range("estimation")?, options.range("event")?);
    let study = event_study::event_study(&column("returns", returns)?, &column("market", market)?, estimation, event)?;
    Ok(object(
        &[
            ("alpha", study.alpha),
            ("beta", study.beta),
            ("sigma", study.sigma),
            ("cumulative", study.cumulative),
            ("tStatistic", study.t_statistic),
        ],
        &[("abnormal", &study.abnormal)],
    ))
}

#[wasm_bindgen(js_name = placeboRank, skip_typescript)]
pub fn placebo_rank(returns: &JsValue, event_index: &JsValue, horizon: &JsValue, exclude: &JsValue) -> Outcome<JsValue> {
    let (event, horizon) = (whole("eventIndex", event_index)?, whole("horizon", horizon)?);
    let placebo = event_study::placebo_rank(&column("returns", returns)?, event, horizon, &indices("exclude", exclude)?)?;
    Ok(object(&[("rank", placebo.rank as f64), ("windows", placebo.windows as f64), ("cumulative", placebo.cumulative)], &[]))
}

#[wasm_bindgen(js_name = wilsonInterval, skip_typescript)]
pub fn wilson_interval(successes: &JsValue, trials: &JsValue, confidence: &JsValue) -> Outcome<Vec<f64>> {
    let confidence = number_or("confidence", confidence, 0.95)?;
    let (low, high) = odds::wilson(whole("successes", successes)?, whole("trials", trials)?, confidence)?;
    Ok(vec![low, high])
}
