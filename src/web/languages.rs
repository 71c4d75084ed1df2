//! The languages that this module has been sent: it carries English alone.

use std::cell::RefCell;

use wasm_bindgen::prelude::wasm_bindgen;

use crate::text::{self, Phrases};

thread_local! {
    static LEARNT: RefCell<Vec<&'static Phrases>> = RefCell::default();
}

/// Learns a language from the lines of its file; whether they are those of this release. Each is learnt once and kept.
#[wasm_bindgen]
#[must_use]
pub fn learn(text: String) -> bool {
    let Some(phrases) = text::read(text.leak()) else { return false };
    LEARNT.with_borrow_mut(|all| all.push(Box::leak(Box::new(phrases))));
    true
}

/// The phrases for a tag, as [`text::phrases`], among all that were learnt.
pub fn phrases(tag: &str) -> &'static Phrases {
    let learnt = LEARNT.with_borrow(|all| all.iter().copied().find(|phrases| phrases.speaks(tag)));
    learnt.unwrap_or_else(|| text::phrases(tag))
}
