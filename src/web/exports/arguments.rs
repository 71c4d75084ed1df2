//! From whatever JavaScript gave to what the mathematics takes, or to a sentence that says what was expected.

use js_sys::{Array, Float64Array, Int32Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::decimal::shortest;
use crate::error::{Error, ErrorKind};

/// The most values one call takes in all: 160 MB, which the copies made on the way multiply.
const MAX_CELLS: usize = 20_000_000;

/// The largest whole number that JavaScript holds exactly.
const MAX_WHOLE: f64 = 9_007_199_254_740_991.0;

#[inline(never)]
pub(super) fn column(name: &str, value: &JsValue) -> Result<Vec<f64>, Error> {
    Ok(array(name, value)?.to_vec())
}

/// A column that is yet to be copied.
#[inline(never)]
pub(super) fn array<'a>(name: &str, value: &'a JsValue) -> Result<&'a Float64Array, Error> {
    let array = value.dyn_ref::<Float64Array>().ok_or_else(|| expected(name, "a Float64Array"))?;
    fits(name, array.length() as usize)?;
    Ok(array)
}

/// An array of columns.
#[inline(never)]
pub(super) fn columns(name: &str, value: &JsValue) -> Result<Vec<Vec<f64>>, Error> {
    let mut cells = 0;
    items(name, value)?
        .iter()
        .map(|item| {
            let column = column(name, &item)?;
            cells += column.len();
            fits(name, cells)?;
            Ok(column)
        })
        .collect()
}

pub(super) fn slices(columns: &[Vec<f64>]) -> Vec<&[f64]> {
    columns.iter().map(Vec::as_slice).collect()
}

#[inline(never)]
pub(super) fn days(name: &str, value: &JsValue) -> Result<Vec<i32>, Error> {
    let Some(array) = value.dyn_ref::<Int32Array>() else {
        return Err(expected(name, "an Int32Array"));
    };
    fits(name, array.length() as usize)?;
    Ok(array.to_vec())
}

pub(super) fn indices(name: &str, value: &JsValue) -> Result<Vec<usize>, Error> {
    let negative = || expected(name, "indices from 0");
    days(name, value)?.into_iter().map(|at| usize::try_from(at).map_err(|_| negative())).collect()
}

/// An ordinary array; its items are yet to be checked.
pub(super) fn items(name: &str, value: &JsValue) -> Result<Array, Error> {
    value.dyn_ref::<Array>().cloned().ok_or_else(|| expected(name, "an array"))
}

#[inline(never)]
pub(super) fn number(name: &str, value: &JsValue) -> Result<f64, Error> {
    value.as_f64().ok_or_else(|| expected(name, "a number"))
}

pub(super) fn number_or(name: &str, value: &JsValue, default: f64) -> Result<f64, Error> {
    if value.is_undefined() { Ok(default) } else { number(name, value) }
}

#[inline(never)]
pub(super) fn whole(name: &str, value: &JsValue) -> Result<usize, Error> {
    let whole = whole_number(name, value)? as u64;
    // More than this machine counts to is refused as it was given: cut off, it would be another number.
    usize::try_from(whole).map_err(|_| expected(name, &format!("a whole number from 0 to {}, got {whole}", usize::MAX)))
}

#[inline(never)]
fn whole_number(name: &str, value: &JsValue) -> Result<f64, Error> {
    // A missing, a negative, a broken number and NaN all end here.
    match value.as_f64() {
        Some(v) if (0.0..=MAX_WHOLE).contains(&v) && v.trunc().to_bits() == (v + 0.0).to_bits() => Ok(v),
        Some(v) if v.is_finite() => {
            Err(expected(name, &format!("a whole number from 0 to {}, got {}", MAX_WHOLE as u64, shortest(v))))
        }
        _ => Err(expected(name, "a whole number from 0")),
    }
}

/// The options of a function: an object, or nothing, with no key that the function does not know.
pub(super) struct Options(JsValue);

impl Options {
    pub(super) fn new(value: &JsValue, known: &[&str]) -> Result<Self, Error> {
        if value.is_undefined() || value.is_null() {
            return Ok(Self(JsValue::UNDEFINED));
        }
        let Some(object) = value.dyn_ref::<Object>().filter(|_| !value.is_function() && !Array::is_array(value)) else {
            return Err(expected("options", "an object"));
        };
        for key in Object::keys(object).iter() {
            let key = key.as_string().unwrap_or_default();
            if !known.contains(&key.as_str()) {
                return Err(Error::new(
                    ErrorKind::UnknownOption,
                    format!("options: expected {}, got \"{key}\"", known.join(" or ")),
                ));
            }
        }
        Ok(Self(value.clone()))
    }

    /// What stands under a key, `undefined` for nothing.
    pub(super) fn get(&self, key: &str) -> JsValue {
        property(&self.0, key)
    }

    pub(super) fn whole_or(&self, key: &str, default: usize) -> Result<usize, Error> {
        let value = self.get(key);
        if value.is_undefined() { Ok(default) } else { whole(key, &value) }
    }

    pub(super) fn seed_or(&self, key: &str, default: u64) -> Result<u64, Error> {
        let value = self.get(key);
        if value.is_undefined() { Ok(default) } else { whole_number(key, &value).map(|v| v as u64) }
    }

    pub(super) fn number_or(&self, key: &str, default: f64) -> Result<f64, Error> {
        number_or(key, &self.get(key), default)
    }

    pub(super) fn flag_or(&self, key: &str, default: bool) -> Result<bool, Error> {
        let value = self.get(key);
        if value.is_undefined() { Ok(default) } else { value.as_bool().ok_or_else(|| expected(key, "true or false")) }
    }

    /// A half-open range of indices, `[from, to]`.
    pub(super) fn range(&self, key: &str) -> Result<std::ops::Range<usize>, Error> {
        let ends = self.get(key);
        let ends = ends.dyn_ref::<Array>().filter(|ends| ends.length() == 2);
        let ends = ends.ok_or_else(|| expected(key, "two indices [from, to]"))?;
        Ok(whole(key, &ends.get(0))?..whole(key, &ends.get(1))?)
    }
}

/// A property of an object; `undefined` where there is none, or where the page's own getter throws.
#[inline(never)]
pub(super) fn property(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(key)).unwrap_or(JsValue::UNDEFINED)
}

#[inline(never)]
pub(super) fn expected(name: &str, what: &str) -> Error {
    Error::invalid([name, ": expected ", what].concat())
}

fn fits(name: &str, cells: usize) -> Result<(), Error> {
    if cells <= MAX_CELLS {
        return Ok(());
    }
    Err(Error::new(ErrorKind::TooLarge, format!("{name}: expected at most {MAX_CELLS} values, got {cells}")))
}
