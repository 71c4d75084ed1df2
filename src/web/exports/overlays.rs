//! The classical overlays.

use wasm_bindgen::prelude::*;

use super::arguments::{column, number, whole};
use super::results::{Outcome, object};
use crate::stats::overlays;

#[wasm_bindgen(skip_typescript)]
pub fn sma(x: &JsValue, n: &JsValue) -> Outcome<Vec<f64>> {
    overlays::sma(&column("x", x)?, whole("n", n)?)
}

#[wasm_bindgen(skip_typescript)]
pub fn ema(x: &JsValue, n: &JsValue) -> Outcome<Vec<f64>> {
    overlays::ema(&column("x", x)?, whole("n", n)?)
}

#[wasm_bindgen(skip_typescript)]
pub fn rsi(x: &JsValue, n: &JsValue) -> Outcome<Vec<f64>> {
    overlays::rsi(&column("x", x)?, whole("n", n)?)
}

#[wasm_bindgen(skip_typescript)]
pub fn bollinger(x: &JsValue, n: &JsValue, k: &JsValue) -> Outcome<JsValue> {
    let bands = overlays::bollinger(&column("x", x)?, whole("n", n)?, number("k", k)?)?;
    Ok(object(&[], &[("middle", &bands.middle), ("upper", &bands.upper), ("lower", &bands.lower)]))
}

#[wasm_bindgen(skip_typescript)]
pub fn macd(x: &JsValue, fast: &JsValue, slow: &JsValue, signal: &JsValue) -> Outcome<JsValue> {
    let m = overlays::macd(&column("x", x)?, whole("fast", fast)?, whole("slow", slow)?, whole("signal", signal)?)?;
    Ok(object(&[], &[("macd", &m.macd), ("signal", &m.signal), ("histogram", &m.histogram)]))
}
