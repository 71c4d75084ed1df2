//! The indicators as functions of JavaScript: `import { ols } from "yenlens"`, in a page or in Node, no DOM touched.
//!
//! Every function takes what JavaScript gave as it is, checks it here, calls `stats` or `series` and hands a copy back.
//! Nothing of JavaScript goes further in. Columns are `Float64Array`, a fault is thrown as a `YenLensError`, and the types
//! are those of `types.d.ts`.

mod alignment;
mod arguments;
mod correlations;
mod dynamics;
mod events;
mod overlays;
mod pieces;
mod regression;
pub(super) mod results;
mod rolling;

use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types.d.ts");

/// The version of the package, as in `package.json`.
#[wasm_bindgen(skip_typescript)]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
