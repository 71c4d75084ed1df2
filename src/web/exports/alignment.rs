//! Series on the days they share.

use js_sys::{Array, Float64Array, Int32Array};
use wasm_bindgen::prelude::*;

use super::arguments::{column, days, items, property};
use super::results::{self, Outcome};
use crate::error::Error;
use crate::series::{Day, Series, align};

#[wasm_bindgen(js_name = alignSeries, skip_typescript)]
pub fn align_series(series: &JsValue) -> Outcome<JsValue> {
    let held = items("series", series)?.iter().map(|one| dated(&one)).collect::<Result<Vec<Series>, Error>>()?;
    let aligned = align(&held.iter().collect::<Vec<_>>());
    let days: Vec<i32> = aligned.days.iter().map(|day| day.count()).collect();
    let columns: Array = aligned.columns.iter().map(|values| Float64Array::from(values.as_slice())).collect();
    let object = results::object(&[], &[]);
    results::set(&object, "days", &Int32Array::from(days.as_slice()));
    results::set(&object, "columns", &columns);
    Ok(object)
}

fn dated(one: &JsValue) -> Result<Series, Error> {
    let days = days("days", &property(one, "days"))?.into_iter().map(Day::new).collect::<Result<Vec<Day>, Error>>()?;
    Series::new(days, column("values", &property(one, "values"))?)
}
