//! What is particular to this story, built from `series` and `stats`: yen strength, spreads, carry, the chain of links.
//!
//! Columns come in aligned, on common days; nothing here reads a date or a clock.

mod carry;
mod chain;
mod follow;
mod measure;
mod pressure;
mod scenario;
mod yen_index;

pub use carry::{BUSINESS_DAYS, CALENDAR_DAYS, Carry, CarryLost, carry, carry_lost, deviation_interval, realised_volatility};
pub use chain::{CHAIN, Link, Reading, State, read_link};
pub use follow::{Follow, follow};
pub use measure::{Change, Measure};
pub use pressure::{Inputs, LOOKBACK, Pressure, RISE_DAYS, SURGE_DAYS, VOLATILITY_DAYS, pressure};
pub use scenario::{Analogue, IMPACT_BP, IMPACT_RANGE_BP, Outcome, implied_yield_bp, outcome};
pub use yen_index::{BASKET, yen_index};
