//! From results to what JavaScript takes: copies of columns, plain objects, real errors.

use js_sys::{Float64Array, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::error::Error;

/// What an exported function returns; the glue throws the error as a `YenLensError`.
pub(super) type Outcome<T> = Result<T, Error>;

/// A `YenLensError`: an `Error` with that name, a code for programs and one sentence.
pub(in crate::web) fn thrown(error: &Error) -> JsValue {
    let thrown = js_sys::Error::new(error.message());
    thrown.set_name("YenLensError");
    set(&thrown, "code", &JsValue::from_str(error.kind().code()));
    thrown.into()
}

impl From<Error> for JsValue {
    fn from(error: Error) -> Self {
        thrown(&error)
    }
}

/// A plain object of numbers and of copies of columns.
#[inline(never)]
pub(super) fn object(numbers: &[(&str, f64)], columns: &[(&str, &[f64])]) -> JsValue {
    let object = Object::new();
    for (key, value) in numbers {
        set(&object, key, &JsValue::from_f64(*value));
    }
    for (key, values) in columns {
        set(&object, key, &Float64Array::from(*values));
    }
    object.into()
}

#[inline(never)]
pub(super) fn set(object: &JsValue, key: &str, value: &JsValue) {
    // Only a frozen object or a proxy could refuse, and these objects are our own.
    let _ = Reflect::set(object, &JsValue::from_str(key), value);
}
