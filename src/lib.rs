//! `YenLens`: how Japanese government bond yields and the strength of the yen relate to crypto prices.
//!
//! Figures come in as columns ([`series`]), are aligned, turned into changes and measured ([`stats`], [`market`]); a
//! bounded [`spec`] says what to show, [`view`] turns both into a scene and [`text`] into sentences, [`paint`] draws the
//! scene through plotters on any backend. Only `web`, compiled for wasm32 alone, knows that there is a browser.

// The package is compiled without what `{:?}` would write: no sentence may rest on it.
#![cfg_attr(not(test), deny(clippy::use_debug))]

pub mod decimal;
pub mod error;
pub mod market;
pub mod paint;
pub mod series;
pub mod spec;
pub mod stats;
pub mod text;
pub mod view;

#[cfg(target_arch = "wasm32")]
mod web;

pub use error::{Error, ErrorKind};
