//! The browser.
use wasm_bindgen::prelude::wasm_bindgen;

/// The version of the package, as in `package.json`.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
